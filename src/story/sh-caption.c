/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-caption.h"

#include <math.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Reading speed of captions for everybody: about 15 letters a second, never less than 3 s (usual
 * practice of subtitling; calibrated). */
#define LETTERS_PER_S 15.0
#define SHORTEST_HOLD_S 3.0

/* The words of each situation: first for everybody, then for students and clinicians. The plain
 * ones are for a reader of ten years: short sentences, no number, nothing frightening. */
static const char *const captions[SH_N_SITUATIONS][2] = {
  [SH_SITUATION_LYING] = { NC_ ("caption",
                                "Lying down, leg and heart are level. Blood flows home without "
                                "help, and the pressure in "
                                "the leg is low."),
                           NC_ ("clinical caption",
                                "Supine: no hydrostatic column. Venous pressure at the ankle is a "
                                "little above right "
                                "atrial pressure; flow follows breathing.") },
  [SH_SITUATION_LYING_SWOLLEN] = { NC_ ("caption",
                                        "Lying down takes the load off the leg. The water in the "
                                        "tissue goes back slowly."),
                                   NC_ ("clinical caption",
                                        "Supine: capillary pressure has fallen, filtration turns, "
                                        "and lymph drains the "
                                        "interstitial water over hours.") },
  [SH_SITUATION_LEG_UP] = { NC_ ("caption",
                                 "The leg is higher than the heart. Blood runs down to the heart "
                                 "by itself, and the veins "
                                 "empty."),
                            NC_ ("clinical caption",
                                 "Elevation: transmural pressure in the calf veins is near zero; "
                                 "the veins collapse and "
                                 "drain by gravity.") },
  [SH_SITUATION_LEG_UP_SWOLLEN] = { NC_ ("caption",
                                         "The leg is up. Blood runs home by itself, and little by "
                                         "little the water in the tissue "
                                         "follows."),
                                    NC_ ("clinical caption",
                                         "Elevation: veins are empty, filtration is reversed, and "
                                         "the interstitial volume falls "
                                         "slowly.") },
  [SH_SITUATION_SITTING] = { NC_ ("caption",
                                  "Sitting still: no muscle squeezes the veins. Blood gathers in "
                                  "the lower leg and moves "
                                  "up slowly."),
                             NC_ ("clinical caption",
                                  "Seated and still: the pump is idle. Ankle pressure equals the "
                                  "column to the heart, and "
                                  "flow is arterial inflow alone.") },
  [SH_SITUATION_SITTING_LEAKING] = { NC_ ("caption",
                                          "Sitting still, leaky valves look like any others. Move "
                                          "your feet to see what they do."),
                                     NC_ ("clinical caption",
                                          "Seated and still: valves are open, and reflux shows "
                                          "only after a contraction. Start "
                                          "ankle pumps to provoke it.") },
  [SH_SITUATION_SITTING_LONG] = { NC_ ("caption",
                                       "After sitting still for long, water has seeped from the "
                                       "blood into the tissue. The leg "
                                       "swells. Moving the feet helps."),
                                  NC_ ("clinical caption",
                                       "Prolonged sitting: filtration exceeds lymph flow under a "
                                       "high capillary pressure, and "
                                       "the leg swells.") },
  [SH_SITUATION_STANDING] = { NC_ ("caption",
                                   "Standing still: the calf does not squeeze. Blood fills the "
                                   "veins all the way up, and "
                                   "the pressure at the ankle is high."),
                              NC_ ("clinical caption",
                                   "Quiet standing: valves are open, the column is continuous, and "
                                   "ankle pressure equals "
                                   "the hydrostatic column.") },
  [SH_SITUATION_STANDING_LEAKING] = { NC_ ("caption",
                                           "Leaky valves show nothing while you stand still: "
                                           "valves stand open then, in anyone. "
                                           "Raise your heels to see what they do."),
                                      NC_ ("clinical caption",
                                           "Quiet standing: valves are open in health and disease "
                                           "alike. Reflux needs a provocation "
                                           "such as heel raises.") },
  [SH_SITUATION_STANDING_STOCKING] = { NC_ ("caption",
                                            "Standing still with a stocking: it makes the veins "
                                            "narrower, so they hold less blood. "
                                            "It does not lower the weight of the blood."),
                                       NC_ ("clinical caption",
                                            "Quiet standing, compression: smaller calibre and less "
                                            "filtration at an unchanged "
                                            "hydrostatic pressure.") },
  [SH_SITUATION_STANDING_WATER] = { NC_ ("caption",
                                         "Water presses on the leg from outside, most at the "
                                         "bottom. The veins stay slim, and "
                                         "little blood gathers."),
                                    NC_ ("clinical caption",
                                         "Immersion: water pressure rises with depth as venous "
                                         "pressure does, so transmural "
                                         "pressure stays small.") },
  [SH_SITUATION_STANDING_LONG] = { NC_ ("caption",
                                        "After standing still for long, water has seeped from the "
                                        "blood into the tissue. The leg "
                                        "swells. Walking helps."),
                                   NC_ ("clinical caption",
                                        "Prolonged standing: filtration exceeds lymph flow at a "
                                        "high capillary pressure, and "
                                        "the leg swells.") },
  [SH_SITUATION_REFILLING] = { NC_ ("caption",
                                    "The calf rests. The valves keep the blood up, so the veins "
                                    "fill only from below, and "
                                    "the pressure climbs slowly."),
                               NC_ ("clinical caption",
                                    "After the pump stops, competent valves let the veins refill "
                                    "by arterial inflow alone: "
                                    "a long refill time.") },
  [SH_SITUATION_REFILLING_LEAKING] = { NC_ ("caption",
                                            "The calf rests. Blood falls back down through the "
                                            "leaky valves, so the pressure climbs "
                                            "fast."),
                                       NC_ ("clinical caption",
                                            "After the pump stops, reflux adds to arterial inflow: "
                                            "a short refill time.") },
  [SH_SITUATION_ANKLE_PUMPS] = { NC_ ("caption",
                                      "Each time the foot moves, the calf squeezes its veins. Even "
                                      "while sitting, blood is "
                                      "sent up to the heart."),
                                 NC_ ("clinical caption",
                                      "Ankle pumps, seated: each contraction ejects calf blood "
                                      "past the popliteal valves, and "
                                      "ankle pressure falls.") },
  [SH_SITUATION_ANKLE_PUMPS_LYING] = { NC_ ("caption",
                                            "Each time the foot moves, the calf squeezes its veins "
                                            "and the blood flows faster. Lying "
                                            "down, the pressure is low anyway."),
                                       NC_ ("clinical caption",
                                            "Ankle pumps, supine: contractions raise femoral flow "
                                            "velocity; there is little "
                                            "pressure to lower.") },
  [SH_SITUATION_HEEL_RAISES] = { NC_ ("caption",
                                      "Heels up: the calf squeezes the veins and blood shoots up. "
                                      "Heels down: the valves shut, "
                                      "and it cannot fall back."),
                                 NC_ ("clinical caption",
                                      "Heel raises: each contraction ejects calf blood; competent "
                                      "valves hold it, and ankle "
                                      "pressure falls step by step.") },
  [SH_SITUATION_WALKING] = { NC_ ("caption",
                                  "With each step the calf squeezes its veins and sends blood up. "
                                  "The valves keep it from "
                                  "falling back, so the pressure at the ankle stays low."),
                             NC_ ("clinical caption",
                                  "Walking: the calf pump ejects what flows in, and competent "
                                  "valves keep the ambulatory "
                                  "ankle pressure low.") },
  [SH_SITUATION_HIKING] = { NC_ ("caption",
                                 "Going uphill, the calf works hard. Each step sends a good deal "
                                 "of blood up to the "
                                 "heart."),
                            NC_ ("clinical caption",
                                 "Hiking: stronger plantar flexion and more arterial inflow; the "
                                 "pump keeps pace, and "
                                 "ankle pressure stays low.") },
  [SH_SITUATION_STAIRS] = { NC_ ("caption",
                                 "On stairs the calf lifts the whole body. Each strong squeeze "
                                 "sends blood up to the "
                                 "heart."),
                            NC_ ("clinical caption",
                                 "Climbing stairs: high muscle pressure with each push-off, and "
                                 "ankle pressure stays "
                                 "low.") },
  [SH_SITUATION_CYCLING] = { NC_ ("caption",
                                  "With each turn of the pedals the toes point down, the calf "
                                  "squeezes, and blood is sent "
                                  "up."),
                             NC_ ("clinical caption",
                                  "Cycling with plantar flexion: the calf takes part in each "
                                  "stroke, and ankle pressure "
                                  "falls.") },
  [SH_SITUATION_CYCLING_FLAT] = { NC_ ("caption",
                                       "The foot stays flat on the pedal: the thigh does the work, "
                                       "and the calf hardly "
                                       "squeezes. Point the toes with each turn."),
                                  NC_ ("clinical caption",
                                       "Cycling without ankle movement: the calf pump is nearly "
                                       "idle, and ankle pressure falls "
                                       "little.") },
  [SH_SITUATION_RUNNING] = { NC_ ("caption",
                                  "Running makes the calf squeeze hard and often. Much blood flows "
                                  "in, and the pump sends "
                                  "all of it up again."),
                             NC_ ("clinical caption",
                                  "Running: high muscle pressure at a high rate balances a large "
                                  "arterial inflow.") },
  [SH_SITUATION_SWIMMING] = { NC_ ("caption",
                                   "In the water the body lies flat and the water presses on the "
                                   "leg. Light kicks are "
                                   "enough to keep the blood moving."),
                              NC_ ("clinical caption",
                                   "Swimming: prone and immersed, the veins carry almost no "
                                   "column; kicks keep the flow "
                                   "going.") },
  [SH_SITUATION_MOVING_SMALL] = { NC_ ("caption",
                                       "The movement is small, so the calf squeezes little. More "
                                       "blood would move with the full "
                                       "range of the ankle."),
                                  NC_ ("clinical caption",
                                       "Low effort or ankle range: muscle pressure is too low to "
                                       "empty the calf veins.") },
  [SH_SITUATION_MOVING_WEAK] = { NC_ ("caption",
                                      "The valves work, but the calf is weak. Each squeeze moves "
                                      "only a little blood, and the "
                                      "pressure at the ankle stays high."),
                                 NC_ ("clinical caption",
                                      "Weak calf: a low ejection fraction with competent valves; "
                                      "ambulatory pressure stays "
                                      "raised.") },
  [SH_SITUATION_MOVING_STOCKING] = { NC_ ("caption",
                                          "The stocking makes the veins narrower. With each "
                                          "squeeze of the calf the blood moves up "
                                          "faster."),
                                     NC_ ("clinical caption",
                                          "Compression with competent valves: smaller venous "
                                          "calibre and higher velocity in each "
                                          "contraction.") },
  [SH_SITUATION_MOVING_SWOLLEN] = { NC_ ("caption",
                                         "Moving again: the pump takes the blood away at once. The "
                                         "water in the tissue goes more "
                                         "slowly."),
                                    NC_ ("clinical caption",
                                         "The pump lowers capillary pressure at once; lymph and "
                                         "reabsorption clear the oedema "
                                         "over a longer time.") },
  [SH_SITUATION_MOVING_SUPERFICIAL] = { NC_ ("caption",
                                             "The calf sends blood up, but part of it falls back "
                                             "down the leaky vein under the skin. "
                                             "The pressure at the ankle stays higher."),
                                        NC_ ("clinical caption",
                                             "Superficial reflux: blood circles from the deep "
                                             "veins through the saphenous vein back "
                                             "to the calf; ambulatory pressure is raised.") },
  [SH_SITUATION_MOVING_DEEP] = { NC_ ("caption",
                                      "The calf sends blood up, but the deep valves leak. Between "
                                      "two squeezes it falls "
                                      "straight back down."),
                                 NC_ ("clinical caption",
                                      "Deep reflux: the calf refills from above in each "
                                      "relaxation, and ambulatory pressure "
                                      "hardly falls.") },
  [SH_SITUATION_MOVING_PERFORATOR] = { NC_ ("caption",
                                            "The calf squeezes, and some blood is pushed out "
                                            "through the leaky side veins to the "
                                            "veins under the skin."),
                                       NC_ ("clinical caption",
                                            "Perforator incompetence: outward flow in each "
                                            "contraction loads the superficial "
                                            "veins.") },
  [SH_SITUATION_MOVING_LEAKS] = { NC_ ("caption",
                                       "The calf sends blood up, but leaky valves in several veins "
                                       "let it fall back. The "
                                       "pressure at the ankle stays high."),
                                  NC_ ("clinical caption",
                                       "Combined reflux: fast refilling by several paths keeps "
                                       "ambulatory pressure high.") },
  [SH_SITUATION_MOVING_LEAKS_STOCKING] = { NC_ ("caption",
                                                "The stocking makes the leaky veins narrower, so "
                                                "less blood falls back. It does not mend "
                                                "the valves."),
                                           NC_ ("clinical caption",
                                                "Compression in reflux: a smaller calibre means "
                                                "less reflux and a better ejection; the "
                                                "valves stay incompetent.") },
  [SH_SITUATION_MOVING_CLOSED] = { NC_ ("caption",
                                        "The leaky vein is closed. Blood takes the healthy veins, "
                                        "and no longer falls back that "
                                        "way."),
                                   NC_ ("clinical caption",
                                        "After closure of the refluxing vein, drainage is through "
                                        "the deep veins and refilling "
                                        "slows down.") },
  [SH_SITUATION_MOVING_TOURNIQUET] = { NC_ ("caption",
                                            "The band shuts the leaky vein under the skin at the "
                                            "knee. The pump works almost as in a "
                                            "healthy leg."),
                                       NC_ ("clinical caption",
                                            "An ideal tourniquet shuts off superficial reflux: "
                                            "pressure and refilling come near to "
                                            "normal.") },
  [SH_SITUATION_MOVING_CLOT] = { NC_ ("caption",
                                      "An old clot left the deep vein narrow. The blood has a hard "
                                      "way up, so much of it stays "
                                      "in the leg."),
                                 NC_ ("clinical caption",
                                      "Post-thrombotic narrowing: a high outflow resistance, with "
                                      "or without reflux, keeps "
                                      "ambulatory pressure high.") },
};

char *
sh_caption_of (ShSituation situation, ShWording wording)
{
  g_return_val_if_fail (situation >= 0 && situation < SH_N_SITUATIONS, g_strdup (""));
  if (wording == SH_WORDING_CLINICAL)
    return g_strdup (g_dpgettext2 (SH_GETTEXT_DOMAIN, "clinical caption", captions[situation][1]));
  return g_strdup (g_dpgettext2 (SH_GETTEXT_DOMAIN, "caption", captions[situation][0]));
}

char *
sh_caption (const ShFrame *frame, const ShScenario *scenario, ShWording wording)
{
  return sh_caption_of (sh_situation (frame, scenario, SH_SITUATION_NONE), wording);
}

double
sh_caption_hold_s (const char *caption)
{
  return fmax (SHORTEST_HOLD_S, (double) g_utf8_strlen (caption, -1) / LETTERS_PER_S);
}
