/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-handout-text.h"

#include <math.h>
#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-cautions.h"
#include "sh-numbers.h"
#include "sh-situation.h"

/* How long an activity goes on until it is steady, and over what its mean is taken. */
#define STEADY_S 30.0
#define MEAN_S 10.0
/* How long the leg sits of which the hand-out says how much it swells. */
#define SITTING_S 7200.0
/* A smaller relief by walking is none. */
#define LEAST_RELIEF_PERCENT 2.0

/* What each kind of leg is like, the second sentence. */
static const char *const findings[SH_N_PATTERN_KINDS] = {
  [SH_PATTERN_HEALTHY] = NC_ ("hand-out",
                              "In the leg of this picture the pump works well: the "
                              "valves close and the calf is strong."),
  [SH_PATTERN_GREAT_SAPHENOUS] =
      NC_ ("hand-out",
           "In the leg of this picture the long vein under the skin (great saphenous "
           "vein) leaks. After each step some blood falls back down in it."),
  [SH_PATTERN_SMALL_SAPHENOUS] =
      NC_ ("hand-out",
           "In the leg of this picture the vein at the back of the calf (small "
           "saphenous vein) leaks. After each step some blood falls back down in it."),
  [SH_PATTERN_DEEP] = NC_ ("hand-out",
                           "In the leg of this picture valves of the deep veins leak. Between two "
                           "steps blood falls back down."),
  [SH_PATTERN_PERFORATORS] =
      NC_ ("hand-out",
           "In the leg of this picture short veins between the deep veins and the skin "
           "leak. Each step also drives some blood outward."),
  [SH_PATTERN_OLD_CLOT] =
      NC_ ("hand-out",
           "In the leg of this picture an old clot has left a deep vein narrow, and "
           "valves leak. The blood has a hard way up."),
  [SH_PATTERN_WEAK_CALF] = NC_ ("hand-out",
                                "In the leg of this picture the valves are fine, but the calf is "
                                "weak. Each step leaves some blood behind."),
  [SH_PATTERN_SITTING] = NC_ ("hand-out",
                              "The person of this picture sits still for hours. "
                              "Nothing pumps, and water seeps into the leg."),
  [SH_PATTERN_MIXED] = NC_ ("hand-out",
                            "In the leg of this picture the pump fails for more than "
                            "one reason. Blood that was sent up falls back, or does "
                            "not get far enough."),
  [SH_PATTERN_TREATED] = NC_ ("hand-out",
                              "In the leg of this picture the leaking vein has been "
                              "closed. The blood goes up through healthy veins."),
};

/* An old clot may have left the valves as they were. */
static const char *
finding (ShPattern pattern, const ShScenario *scenario)
{
  if (pattern == SH_PATTERN_OLD_CLOT && sh_leaking_groups (scenario) == 0)
    return C_ ("hand-out", "In the leg of this picture an old clot has left a vein narrow. The "
                           "blood has a hard way up.");
  return g_dpgettext2 (SH_GETTEXT_DOMAIN, "hand-out", findings[pattern]);
}

void
sh_handout_scenario (const ShScenario *scenario, ShScenario *shown)
{
  *shown = *scenario;
  shown->tourniquet = SH_TOURNIQUET_NONE;
  shown->repetitions = 0;
  shown->water_depth_m = 0;
  if (sh_pattern_of (scenario) == SH_PATTERN_SITTING)
    {
      sh_scenario_set_activity (shown, SH_ACTIVITY_REST);
      shown->posture = SH_POSTURE_SITTING;
      return;
    }
  shown->inactive = false;
  shown->effort = 1;
  shown->ankle_range = 1;
  sh_scenario_set_activity (shown, SH_ACTIVITY_WALKING);
  shown->pace = sh_activity_info (SH_ACTIVITY_WALKING)->pace_default;
}

void
sh_handout_healthy (const ShScenario *shown, ShScenario *healthy)
{
  *healthy = *shown;
  memset (healthy->leak, 0, sizeof healthy->leak);
  memset (healthy->narrowing, 0, sizeof healthy->narrowing);
  memset (healthy->closed, 0, sizeof healthy->closed);
  healthy->calf_strength = 1;
  healthy->stocking_mmhg = 0;
  healthy->inactive = false;
  if (shown->inactive)
    sh_scenario_set_activity (healthy, SH_ACTIVITY_WALKING);
}

static double
mean_ankle_mmhg (ShLeg *leg)
{
  ShFrame frame;
  double sum = 0;
  int n = 0;

  for (double s = 0; s < MEAN_S; s += 0.1)
    {
      sh_leg_advance (leg, 0.1);
      sh_leg_read (leg, &frame);
      sum += frame.pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE];
      n++;
    }
  return sum / n;
}

double
sh_handout_relief_percent (const ShScenario *scenario, ShActivity activity, ShPosture still)
{
  ShLeg *leg = sh_leg_new ();
  ShScenario rest = *scenario;
  ShScenario moving;
  double before = (double) NAN;
  double after = (double) NAN;

  sh_scenario_set_activity (&rest, SH_ACTIVITY_REST);
  rest.posture = still;
  rest.inactive = false;
  moving = rest;
  sh_scenario_set_activity (&moving, activity);
  moving.pace = sh_activity_info (activity)->pace_default;
  if (leg != NULL && sh_leg_reset (leg, &rest) == SH_STATUS_OK)
    {
      before = mean_ankle_mmhg (leg);
      if (sh_leg_configure (leg, &moving) == SH_STATUS_OK)
        {
          sh_leg_advance (leg, STEADY_S);
          after = mean_ankle_mmhg (leg);
        }
    }
  g_clear_pointer (&leg, sh_leg_free);
  return 100.0 * (before - after) / before;
}

static double
sitting_swelling_percent (const ShScenario *shown)
{
  ShLeg *leg = sh_leg_new ();
  ShFrame frame = { .swelling_percent = (double) NAN };

  if (leg != NULL && sh_leg_reset (leg, shown) == SH_STATUS_OK)
    {
      sh_leg_advance (leg, SITTING_S);
      sh_leg_read (leg, &frame);
    }
  g_clear_pointer (&leg, sh_leg_free);
  return frame.swelling_percent;
}

static char *
sitting_found (const ShScenario *shown)
{
  g_autofree char *swelling =
      sh_quantity_for_people (sitting_swelling_percent (shown), SH_UNIT_PERCENT, 1);
  g_autofree char *relief = sh_quantity_for_people (
      sh_handout_relief_percent (shown, SH_ACTIVITY_ANKLE_PUMPS, SH_POSTURE_SITTING),
      SH_UNIT_PERCENT, 0);

  /* Translators: both are numbers with a percent sign. */
  return g_strdup_printf (C_ ("hand-out", "In our simple model this leg gets %1$s larger in two "
                                          "hours. Moving the feet then lowers the pressure at the "
                                          "ankle by %2$s."),
                          swelling, relief);
}

/* What walking does to the pressure at the ankle, beside what it does in a healthy leg. */
static char *
walking_found (const ShScenario *shown, double relief_percent)
{
  ShScenario twin;
  g_autofree char *here = sh_quantity_for_people (relief_percent, SH_UNIT_PERCENT, 0);
  g_autofree char *healthy = NULL;

  sh_handout_healthy (shown, &twin);
  healthy = sh_quantity_for_people (
      sh_handout_relief_percent (&twin, SH_ACTIVITY_WALKING, SH_POSTURE_STANDING), SH_UNIT_PERCENT,
      0);
  if (relief_percent < LEAST_RELIEF_PERCENT)
    /* Translators: %s is a number with a percent sign. */
    return g_strdup_printf (C_ ("hand-out", "In our simple model, walking does not lower the "
                                            "pressure at the ankle here. In a healthy leg it "
                                            "lowers it by %s."),
                            healthy);
  /* Translators: both are numbers with a percent sign. */
  return g_strdup_printf (C_ ("hand-out", "In our simple model, walking lowers the pressure at the "
                                          "ankle by %1$s here, and by %2$s in a healthy leg."),
                          here, healthy);
}

/* What the model finds, the third sentence. */
static char *
found (ShPattern pattern, const ShScenario *shown)
{
  double relief_percent;
  g_autofree char *here = NULL;

  if (pattern == SH_PATTERN_SITTING)
    return sitting_found (shown);
  relief_percent = sh_handout_relief_percent (shown, SH_ACTIVITY_WALKING, SH_POSTURE_STANDING);
  if (pattern != SH_PATTERN_HEALTHY)
    return walking_found (shown, relief_percent);
  here = sh_quantity_for_people (relief_percent, SH_UNIT_PERCENT, 0);
  /* Translators: %s is a number with a percent sign. */
  return g_strdup_printf (C_ ("hand-out", "In our simple model, walking lowers the pressure at "
                                          "the ankle by %s."),
                          here);
}

static void
add (GPtrArray *list, const char *text)
{
  g_ptr_array_add (list, g_strdup (text));
}

static void
add_helps (ShHandoutText *text, ShPattern pattern)
{
  add (text->helps, C_ ("hand-out", "Move often: walk, climb stairs, swim, or ride a bicycle with "
                                    "your toes pointing down."));
  add (text->helps, C_ ("hand-out", "When you sit, move your feet up and down about every 30 to 60 "
                                    "minutes."));
  if (pattern == SH_PATTERN_WEAK_CALF || pattern == SH_PATTERN_MIXED)
    add (text->helps, C_ ("hand-out", "Train your calf: heels up, heels down. Exercise trains the "
                                      "muscle. It does not mend valves."));
  add (text->helps, C_ ("hand-out", "Put your legs up when you rest, higher than your heart."));
  if (pattern == SH_PATTERN_HEALTHY)
    return;
  add (text->helps, C_ ("hand-out", "A compression stocking can ease swelling. It does not mend "
                                    "valves. First read who has to ask."));
  if (pattern != SH_PATTERN_SITTING)
    add (text->helps, C_ ("hand-out", "A clinic can look at the veins and say whether more is "
                                      "needed."));
}

static void
add_cautions (ShHandoutText *text, ShPattern pattern)
{
  if (pattern != SH_PATTERN_HEALTHY)
    add (text->care, sh_caution_stocking ());
  add (text->care, C_ ("hand-out", "If it hurts to put your legs up, stop and ask a doctor."));
  add (text->care, C_ ("hand-out", "Swollen ankles have many causes. The veins are only one of "
                                   "them."));
  add (text->urgent, sh_caution_emergency ());
  add (text->urgent, sh_caution_same_day ());
  add (
      text->urgent,
      C_ ("hand-out",
          "If a vein bleeds, press on it firmly, lie down with the leg up, and get help at once."));
}

ShHandoutText *
sh_handout_text_new (const ShScenario *scenario)
{
  ShHandoutText *text = g_new0 (ShHandoutText, 1);
  ShPattern pattern = sh_pattern_of (scenario);
  ShScenario shown;

  sh_handout_scenario (scenario, &shown);
  text->helps = g_ptr_array_new_with_free_func (g_free);
  text->care = g_ptr_array_new_with_free_func (g_free);
  text->urgent = g_ptr_array_new_with_free_func (g_free);
  text->title = g_strdup (C_ ("hand-out", "How the blood gets back up from the leg"));
  text->this_leg = g_strdup (shown.side == SH_SIDE_LEFT ? C_ ("hand-out", "This leg (left)")
                                                        : C_ ("hand-out", "This leg (right)"));
  text->healthy_leg =
      g_strdup (pattern == SH_PATTERN_SITTING ? C_ ("hand-out", "The same leg, walking")
                                              : C_ ("hand-out", "A healthy leg"));
  text->key = g_strdup (C_ ("hand-out", "Seen from the inner side. Veins are drawn "
                                        "larger than life. Blue does not mean that oxygen is "
                                        "missing."));
  text->key_leaks =
      g_strdup (C_ ("hand-out", "Seen from the inner side, between two steps. Rings: valves that "
                                "leak. Hatched veins: blood falls back. Veins are drawn larger "
                                "than life. Blue does not mean that oxygen is missing."));
  text->sentences[0] =
      g_strdup (C_ ("hand-out", "The calf is a pump. When you walk it squeezes the veins and sends "
                                "blood up to the heart. Valves keep the blood from falling back."));
  text->sentences[1] = g_strdup (finding (pattern, scenario));
  text->sentences[2] = found (pattern, &shown);
  text->helps_title = g_strdup (C_ ("hand-out", "What helps"));
  text->care_title = g_strdup (C_ ("hand-out", "Please take care"));
  text->urgent_title = g_strdup (C_ ("hand-out", "When to get help"));
  text->education = g_strdup (sh_caution_education ());
  add_helps (text, pattern);
  add_cautions (text, pattern);
  return text;
}

void
sh_handout_text_free (ShHandoutText *text)
{
  g_free (text->title);
  g_free (text->this_leg);
  g_free (text->healthy_leg);
  g_free (text->key);
  g_free (text->key_leaks);
  for (int i = 0; i < 3; i++)
    g_free (text->sentences[i]);
  g_free (text->helps_title);
  g_ptr_array_unref (text->helps);
  g_free (text->care_title);
  g_ptr_array_unref (text->care);
  g_free (text->urgent_title);
  g_ptr_array_unref (text->urgent);
  g_free (text->education);
  g_free (text);
}
