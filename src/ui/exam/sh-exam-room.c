/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-exam-room.h"

/* The stocking that is tried: the middle of 20 to 30 mmHg. */
#define STOCKING_MMHG 25.0

struct _ShExam
{
  ShScenario leg; /* without what is tried on it */
  ShAid aid;
  double idle_s;
};

ShExam *
sh_exam_new (void)
{
  ShExam *exam = g_new0 (ShExam, 1);

  sh_exam_forget (exam);
  return exam;
}

void
sh_exam_free (ShExam *exam)
{
  g_free (exam);
}

void
sh_exam_forget (ShExam *exam)
{
  ShScenario base;

  sh_scenario_init (&base);
  sh_pattern_scenario (SH_PATTERN_HEALTHY, &base, &exam->leg);
  exam->aid = SH_AID_NONE;
  exam->idle_s = 0;
}

void
sh_exam_set_pattern (ShExam *exam, ShPattern pattern)
{
  ShScenario base = exam->leg;

  sh_pattern_scenario (pattern, &base, &exam->leg);
  exam->aid = SH_AID_NONE;
}

void
sh_exam_set_side (ShExam *exam, ShSide side)
{
  exam->leg.side = side;
}

void
sh_exam_adopt (ShExam *exam, const ShScenario *scenario)
{
  if (exam->aid == SH_AID_NONE)
    exam->leg = *scenario;
}

void
sh_exam_set_aid (ShExam *exam, ShAid aid)
{
  exam->aid = aid == exam->aid ? SH_AID_NONE : aid;
}

ShAid
sh_exam_get_aid (const ShExam *exam)
{
  return exam->aid;
}

/* Whether any valve of the vein whose name begins so leaks. */
static gboolean
leaks (const ShScenario *scenario, const char *vein)
{
  for (int i = 0; i < SH_N_VALVES; i++)
    if (scenario->leak[i] > 0 && g_str_has_prefix (sh_valve_info ((ShValve) i)->name, vein))
      return TRUE;
  return FALSE;
}

gboolean
sh_exam_can_close (const ShExam *exam)
{
  return leaks (&exam->leg, "great-saphenous") || leaks (&exam->leg, "small-saphenous");
}

static void
close_leaking (ShScenario *scenario)
{
  if (leaks (scenario, "great-saphenous"))
    for (int i = SH_VEIN_GREAT_SAPHENOUS_ANKLE; i <= SH_VEIN_GREAT_SAPHENOUS_THIGH; i++)
      scenario->closed[i] = true;
  if (leaks (scenario, "small-saphenous"))
    scenario->closed[SH_VEIN_SMALL_SAPHENOUS] = true;
}

/* What walking and lying down are compared with: standing still, or sitting for who sits. */
static void
be_still (ShScenario *scenario)
{
  ShPosture posture =
      scenario->posture == SH_POSTURE_SITTING ? SH_POSTURE_SITTING : SH_POSTURE_STANDING;

  scenario->inactive = false;
  sh_scenario_set_activity (scenario, SH_ACTIVITY_REST);
  scenario->posture = posture;
}

void
sh_exam_before (const ShExam *exam, ShScenario *scenario)
{
  *scenario = exam->leg;
  if (exam->aid == SH_AID_WALKING || exam->aid == SH_AID_LEG_UP)
    be_still (scenario);
}

void
sh_exam_after (const ShExam *exam, ShScenario *scenario)
{
  sh_exam_before (exam, scenario);
  if (exam->aid == SH_AID_STOCKING)
    scenario->stocking_mmhg = STOCKING_MMHG;
  else if (exam->aid == SH_AID_WALKING)
    sh_scenario_set_activity (scenario, SH_ACTIVITY_WALKING);
  else if (exam->aid == SH_AID_LEG_UP)
    scenario->posture = SH_POSTURE_LYING_LEG_UP;
  else if (exam->aid == SH_AID_CLOSED)
    close_leaking (scenario);
}

void
sh_exam_for_handout (const ShExam *exam, ShScenario *scenario)
{
  *scenario = exam->leg;
  if (exam->aid == SH_AID_CLOSED)
    close_leaking (scenario);
}

void
sh_exam_touch (ShExam *exam)
{
  exam->idle_s = 0;
}

gboolean
sh_exam_tick (ShExam *exam, double seconds)
{
  exam->idle_s += seconds;
  return exam->idle_s >= SH_EXAM_IDLE_S;
}
