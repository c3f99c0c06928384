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
                                "Lying down, leg and heart are level: blood flows home by itself, "
                                "and the pressure in the leg is low."),
                           NC_ ("clinical caption",
                                "Supine: no hydrostatic column; ankle pressure is a little above "
                                "right atrial pressure, flow follows breathing.") },
  [SH_SITUATION_LYING_SWOLLEN] = { NC_ ("caption",
                                        "Lying down takes the load off the leg. The water in the "
                                        "tissue goes back slowly."),
                                   NC_ ("clinical caption",
                                        "Supine: capillary pressure has fallen, and lymph drains "
                                        "the interstitial water over hours.") },
  [SH_SITUATION_LEG_UP] = { NC_ ("caption",
                                 "The leg is higher than the heart: blood runs down to it by "
                                 "itself, and the veins empty."),
                            NC_ ("clinical caption",
                                 "Elevation: transmural pressure in the calf veins is near zero; "
                                 "they collapse and drain by gravity.") },
  [SH_SITUATION_LEG_UP_SWOLLEN] = { NC_ ("caption",
                                         "The leg is up: blood runs home by itself, and the water "
                                         "in the tissue follows little by little."),
                                    NC_ ("clinical caption",
                                         "Elevation: veins are empty, filtration is reversed, and "
                                         "the interstitial volume falls slowly.") },
  [SH_SITUATION_SITTING] = { NC_ ("caption",
                                  "Sitting still: no muscle squeezes the veins, so blood gathers "
                                  "in the lower leg."),
                             NC_ ("clinical caption",
                                  "Seated and still: the pump is idle, ankle pressure equals the "
                                  "column, and flow is arterial inflow alone.") },
  [SH_SITUATION_SITTING_LEAKING] = { NC_ ("caption",
                                          "Sitting still, leaky valves look like any others. Move "
                                          "your feet to see what they do."),
                                     NC_ (
                                         "clinical caption",
                                         "Seated and still: valves are open, reflux shows only "
                                         "after a contraction. Start ankle pumps to provoke it.") },
  [SH_SITUATION_SITTING_LONG] = { NC_ ("caption",
                                       "After long sitting, water has seeped from the blood into "
                                       "the tissue: the leg swells. Move the feet."),
                                  NC_ ("clinical caption",
                                       "Prolonged sitting: at a high capillary pressure filtration "
                                       "exceeds lymph flow, and the leg swells.") },
  [SH_SITUATION_STANDING] = { NC_ ("caption",
                                   "Standing still: the calf does not squeeze, so blood fills the "
                                   "veins and presses hard at the ankle."),
                              NC_ ("clinical caption",
                                   "Quiet standing: valves open, column continuous; ankle pressure "
                                   "equals the hydrostatic column.") },
  [SH_SITUATION_STANDING_LEAKING] = { NC_ ("caption",
                                           "Leaky valves show nothing while you stand still: "
                                           "valves stand open then, in anyone. Raise your heels."),
                                      NC_ ("clinical caption",
                                           "Quiet standing: valves are open in health and disease "
                                           "alike. Reflux needs a provocation, as by heel "
                                           "raises.") },
  [SH_SITUATION_STANDING_STOCKING] = { NC_ ("caption",
                                            "The stocking makes the veins narrower, so they hold "
                                            "less blood. Standing still, nothing pumps it up."),
                                       NC_ ("clinical caption",
                                            "Quiet standing, compression: smaller caliber and less "
                                            "filtration at an unchanged hydrostatic pressure.") },
  [SH_SITUATION_STANDING_WATER] = { NC_ ("caption",
                                         "Water presses on the leg from outside, most at the "
                                         "bottom: the veins stay slim and hold little blood."),
                                    NC_ ("clinical caption",
                                         "Immersion: water pressure rises with depth as venous "
                                         "pressure does, so transmural pressure stays small.") },
  [SH_SITUATION_STANDING_LONG] = { NC_ ("caption",
                                        "After long standing, water has seeped from the blood into "
                                        "the tissue: the leg swells. Walking helps."),
                                   NC_ ("clinical caption",
                                        "Prolonged standing: at a high capillary pressure "
                                        "filtration exceeds lymph flow, and the leg swells.") },
  [SH_SITUATION_REFILLING] = { NC_ ("caption",
                                    "The calf rests. The valves hold, so the veins fill only from "
                                    "below, and the pressure climbs slowly."),
                               NC_ ("clinical caption",
                                    "Recovery: with competent valves the veins refill by arterial "
                                    "inflow alone, and refill time is long.") },
  [SH_SITUATION_REFILLING_LEAKING] = { NC_ ("caption",
                                            "The calf rests. Blood falls back down through the "
                                            "leaky valves, so the pressure climbs fast."),
                                       NC_ ("clinical caption",
                                            "Recovery: reflux adds to arterial inflow, and refill "
                                            "time is short.") },
  [SH_SITUATION_ANKLE_PUMPS] = { NC_ ("caption",
                                      "Each time the foot moves, the calf squeezes its veins and "
                                      "sends blood up to the heart."),
                                 NC_ ("clinical caption",
                                      "Ankle pumps: each contraction ejects calf blood past the "
                                      "popliteal valves, and ankle pressure falls.") },
  [SH_SITUATION_ANKLE_PUMPS_LYING] = { NC_ ("caption",
                                            "Each time the foot moves, the blood flows faster. "
                                            "Lying down, the pressure is low anyway."),
                                       NC_ ("clinical caption",
                                            "Ankle pumps, supine: contractions raise flow "
                                            "velocity; there is little pressure to lower.") },
  [SH_SITUATION_HEEL_RAISES] = { NC_ ("caption",
                                      "Heels up: the calf squeezes and blood shoots up. Heels "
                                      "down: the valves shut, and it cannot fall back."),
                                 NC_ ("clinical caption",
                                      "Heel raises: each contraction ejects calf blood, competent "
                                      "valves hold it, and ankle pressure falls in steps.") },
  [SH_SITUATION_WALKING] = { NC_ ("caption",
                                  "With each step the calf squeezes blood up, and the valves keep "
                                  "it there: ankle pressure stays low."),
                             NC_ ("clinical caption",
                                  "Walking: the pump ejects what flows in, and competent valves "
                                  "keep ambulatory ankle pressure low.") },
  [SH_SITUATION_HIKING] = { NC_ ("caption",
                                 "Going uphill, the calf works hard: each step sends a good deal "
                                 "of blood up to the heart."),
                            NC_ ("clinical caption",
                                 "Hiking: stronger plantar flexion and more arterial inflow; the "
                                 "pump keeps pace, ankle pressure stays low.") },
  [SH_SITUATION_STAIRS] = { NC_ ("caption",
                                 "On stairs the calf lifts the whole body: each strong squeeze "
                                 "sends blood up to the heart."),
                            NC_ ("clinical caption",
                                 "Climbing stairs: high muscle pressure with each push-off, and "
                                 "ankle pressure stays low.") },
  [SH_SITUATION_CYCLING] = { NC_ ("caption",
                                  "With each turn of the pedals the toes point down, the calf "
                                  "squeezes, and blood is sent up."),
                             NC_ ("clinical caption",
                                  "Cycling with plantar flexion: the calf takes part in each "
                                  "stroke, and ankle pressure falls.") },
  [SH_SITUATION_CYCLING_FLAT] = { NC_ ("caption",
                                       "The foot stays flat on the pedal, so the calf hardly "
                                       "squeezes. Point the toes with each turn."),
                                  NC_ ("clinical caption",
                                       "Cycling without ankle movement: the thigh drives the "
                                       "pedals, and the calf pump is nearly idle.") },
  [SH_SITUATION_RUNNING] = { NC_ ("caption",
                                  "Running makes the calf squeeze hard and often: much blood flows "
                                  "in, and all of it is sent up again."),
                             NC_ ("clinical caption",
                                  "Running: high muscle pressure at a high rate balances a large "
                                  "arterial inflow.") },
  [SH_SITUATION_SWIMMING] = { NC_ ("caption",
                                   "In the water the body lies flat and the water presses on the "
                                   "legs: light kicks keep the blood moving."),
                              NC_ ("clinical caption",
                                   "Swimming: prone and immersed, the veins carry almost no "
                                   "column; kicks keep the flow going.") },
  [SH_SITUATION_MOVING_SMALL] = { NC_ ("caption",
                                       "The movement is small, so the calf squeezes little. A "
                                       "bigger one would empty the veins more."),
                                  NC_ ("clinical caption",
                                       "Low effort or ankle range: muscle pressure is too low to "
                                       "empty the calf veins well.") },
  [SH_SITUATION_MOVING_WEAK] = { NC_ ("caption",
                                      "The valves work, but the calf is weak: each squeeze leaves "
                                      "blood behind. The pressure stays high."),
                                 NC_ ("clinical caption",
                                      "Weak calf: a low ejection fraction with competent valves; "
                                      "ambulatory pressure stays raised.") },
  [SH_SITUATION_MOVING_STOCKING] = { NC_ ("caption",
                                          "The stocking makes the veins narrower. With each "
                                          "squeeze of the calf the blood moves up faster."),
                                     NC_ ("clinical caption",
                                          "Compression with competent valves: smaller caliber and "
                                          "higher velocity in each contraction.") },
  [SH_SITUATION_MOVING_SWOLLEN] = { NC_ ("caption",
                                         "Moving again: the pump takes the blood away at once. The "
                                         "water in the tissue goes more slowly."),
                                    NC_ ("clinical caption",
                                         "The pump lowers capillary pressure at once; lymph and "
                                         "reabsorption clear the edema over a longer time.") },
  [SH_SITUATION_MOVING_SUPERFICIAL] = { NC_ ("caption",
                                             "Blood is sent up, but part falls back down the leaky "
                                             "vein under the skin. The pressure stays higher."),
                                        NC_ ("clinical caption",
                                             "Superficial reflux: blood circles through the "
                                             "saphenous vein back to the calf; ambulatory pressure "
                                             "is raised.") },
  [SH_SITUATION_MOVING_DEEP] = { NC_ ("caption",
                                      "Blood is sent up, but the deep valves leak: between two "
                                      "squeezes it falls straight back down."),
                                 NC_ ("clinical caption",
                                      "Deep reflux: the calf refills from above in each "
                                      "relaxation, and ambulatory pressure falls little.") },
  [SH_SITUATION_MOVING_PERFORATOR] = { NC_ ("caption",
                                            "The calf squeezes, and leaky connecting veins let "
                                            "some blood out to the veins under the skin."),
                                       NC_ ("clinical caption",
                                            "Perforator incompetence: outward flow in each "
                                            "contraction loads the superficial veins.") },
  [SH_SITUATION_MOVING_LEAKS] = { NC_ ("caption",
                                       "Blood is sent up, but leaky valves let it fall back: the "
                                       "pressure at the ankle stays high."),
                                  NC_ ("clinical caption",
                                       "Combined reflux: fast refilling by several paths keeps "
                                       "ambulatory pressure high.") },
  [SH_SITUATION_MOVING_LEAKS_STOCKING] = { NC_ ("caption",
                                                "The stocking makes the leaky veins narrower, so "
                                                "less blood falls back. It does not mend the "
                                                "valves."),
                                           NC_ ("clinical caption",
                                                "Compression in reflux: a smaller caliber means "
                                                "less reflux and better ejection; valves stay "
                                                "incompetent.") },
  [SH_SITUATION_MOVING_CLOSED] = { NC_ ("caption",
                                        "The leaky vein is closed. Blood takes the healthy veins, "
                                        "and no longer falls back that way."),
                                   NC_ ("clinical caption",
                                        "After closure of the refluxing vein, drainage is through "
                                        "the deep veins, and refilling slows down.") },
  [SH_SITUATION_MOVING_TOURNIQUET] = { NC_ ("caption",
                                            "The band shuts the leaky vein at the knee: the pump "
                                            "works almost as in a healthy leg."),
                                       NC_ ("clinical caption",
                                            "An ideal tourniquet shuts off superficial reflux: "
                                            "pressure and refilling come near to normal.") },
  [SH_SITUATION_MOVING_CLOT] = { NC_ ("caption",
                                      "An old clot left the deep vein narrow: blood has a hard way "
                                      "up, and more of it stays in the leg."),
                                 NC_ ("clinical caption",
                                      "Post-thrombotic narrowing: a high outflow resistance, with "
                                      "or without reflux, keeps pressure high.") },
  [SH_SITUATION_LYING_DOWN] = { NC_ ("caption",
                                     "Lying down, the blood runs out of the leg to the heart, and "
                                     "the pressure falls."),
                                NC_ ("clinical caption",
                                     "Change to supine: the hydrostatic column is gone, the leg "
                                     "veins drain, and ankle pressure falls.") },
  [SH_SITUATION_REFILLING_LEAKING_SLOW] = { NC_ ("caption",
                                                 "The calf rests. The leaks let hardly any blood "
                                                 "down to the ankle: the pressure climbs slowly."),
                                            NC_ ("clinical caption",
                                                 "Recovery: no column reaches the calf through "
                                                 "these leaks, and refill time is near normal.") },
  [SH_SITUATION_MOVING_WATER] = { NC_ ("caption",
                                       "The water holds the leg from outside. The veins stay slim, "
                                       "and each squeeze sends blood up."),
                                  NC_ ("clinical caption",
                                       "Exercise in water: immersion keeps transmural pressure "
                                       "small, and each contraction adds flow.") },
  [SH_SITUATION_MOVING_LEAKS_LYING] = { NC_ ("caption",
                                             "Lying down, no tall column of blood weighs on the "
                                             "leaky valves: the pressure is low anyway."),
                                        NC_ ("clinical caption",
                                             "Supine or prone: no hydrostatic column drives the "
                                             "reflux, and ankle pressure is low.") },
  [SH_SITUATION_MOVING_STARTING] = { NC_ ("caption",
                                          "The pump starts: each squeeze of the calf sends blood "
                                          "up, and the ankle pressure is coming down."),
                                     NC_ ("clinical caption",
                                          "Onset of exercise: each ejection lowers ankle pressure "
                                          "until inflow and output balance.") },
  [SH_SITUATION_MOVING_LABORS] = { NC_ ("caption",
                                        "Each squeeze sends blood up, but the pressure at the "
                                        "ankle comes only part of the way down."),
                                   NC_ ("clinical caption",
                                        "The pump balances this inflow only with fuller veins: "
                                        "ankle pressure falls only in part.") },
  [SH_SITUATION_MOVING_WEAK_COPING] = { NC_ ("caption",
                                             "The calf is weak, but the valves work: bit by bit it "
                                             "still brings the ankle pressure down."),
                                        NC_ ("clinical caption",
                                             "Weak calf, competent valves: at this inflow the "
                                             "ejected volume still lowers ankle pressure.") },
  [SH_SITUATION_MOVING_LEAKS_COPING] = { NC_ ("caption",
                                              "Some blood falls back through the leaky valves, but "
                                              "the pump still keeps the pressure low."),
                                         NC_ ("clinical caption",
                                              "Reflux, but the calf pump makes up for it: "
                                              "ambulatory ankle pressure stays fairly low.") },
  [SH_SITUATION_MOVING_CLOT_COPING] = { NC_ ("caption",
                                             "An old clot left the deep vein narrower, but the "
                                             "pump still gets the blood past it."),
                                        NC_ ("clinical caption",
                                             "Post-thrombotic narrowing with sufficient outflow: "
                                             "ankle pressure stays fairly low.") },
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
sh_caption (const ShFrame *frame, const ShScenario *scenario, double ankle_mmhg, ShWording wording)
{
  return sh_caption_of (sh_situation (frame, scenario, ankle_mmhg, SH_SITUATION_NONE), wording);
}

double
sh_caption_hold_s (const char *caption)
{
  return fmax (SHORTEST_HOLD_S, (double) g_utf8_strlen (caption, -1) / LETTERS_PER_S);
}
