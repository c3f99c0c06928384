/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-exam.h"

#define ACTIVITY_S 120.0
#define MEAN_OVER_S 30.0

/* Sums over the last part of the activity; each is a mean once divided by the number of looks. */
typedef struct
{
  int n;
  double ankle_mmhg;
  double ankle_min_mmhg;
  double foot_mmhg;
  double groin_mmhg;
  double popliteal_cm_s;
  double up_ml; /* through the section below the knee, over the whole of it */
  double down_ml;
} ShSteadySums;

static void
add_look (ShSteadySums *sums, const ShFrame *frame)
{
  double ankle = sh_signal_ankle_mmhg (frame);

  sums->ankle_min_mmhg = sums->n == 0 ? ankle : fmin (sums->ankle_min_mmhg, ankle);
  sums->n++;
  sums->ankle_mmhg += ankle;
  sums->foot_mmhg += sh_signal_foot_mmhg (frame);
  sums->groin_mmhg += frame->pressure_mmhg[SH_VEIN_COMMON_FEMORAL];
  sums->popliteal_cm_s += frame->velocity_cm_s[SH_VEIN_POPLITEAL];
}

/* The activity until it is steady, and its last 30 s. */
static void
exercise (ShExam *exam, ShSteadySums *sums)
{
  int n = (int) lround (MEAN_OVER_S / SH_SAMPLE_QUICK_S);
  ShFlowTotals begun;

  exam->step = SH_STEP_MOVING;
  while (exam->elapsed_s < ACTIVITY_S - MEAN_OVER_S - 0.5 * SH_SAMPLE_SLOW_S)
    if (!sh_exam_look (exam, SH_SAMPLE_SLOW_S))
      return;
  begun = exam->frame.totals;
  for (int i = 0; i < n && sh_exam_look (exam, SH_SAMPLE_QUICK_S); i++)
    add_look (sums, &exam->frame);
  sums->up_ml = exam->frame.totals.below_knee_up_ml - begun.below_knee_up_ml;
  sums->down_ml = exam->frame.totals.below_knee_down_ml - begun.below_knee_down_ml;
}

/* Still in the activity's own posture until 90 % of the fall in that posture is made good. */
static double
recover (ShExam *exam, const ShScenario *scenario, double still, double mean)
{
  ShScenario rest = *scenario;
  ShTrace ankle = { 0 };
  double from_s = exam->elapsed_s;
  double recovery_s;

  if (still - mean <= SH_FALL_MMHG)
    return SH_NO_RESULT;
  /* Still on the same bicycle, in the same water: another activity may mean another height. */
  rest.inactive = true;
  sh_exam_configure (exam, &rest, SH_STEP_RECOVERY);
  sh_exam_record (exam, 2.0, SH_SAMPLE_QUICK_S, sh_signal_ankle_mmhg, &ankle);
  recovery_s =
      sh_exam_wait (exam, sh_signal_ankle_mmhg, &ankle, from_s, mean + 0.9 * (still - mean));
  sh_trace_clear (&ankle);
  return recovery_s;
}

/* The ankle's pressure of the same person standing still. */
static ShStatus
read_standing (const ShScenario *scenario, double *ankle_mmhg)
{
  const ShScenario standing = sh_scenario_standing_still (scenario);
  ShExam exam;

  sh_exam_begin (&exam, &standing, NULL);
  *ankle_mmhg = sh_signal_ankle_mmhg (&exam.frame);
  return sh_exam_end (&exam);
}

static void
report (const ShSteadySums *sums, double standing, double recovery_s, ShMeasure *measure)
{
  double n = sums->n;
  double mean = sums->ankle_mmhg / n;
  double fall = standing - mean;
  double up = sums->up_ml * 60 / MEAN_OVER_S;
  double down = sums->down_ml * 60 / MEAN_OVER_S;

  sh_measure_add (measure, "ankle_mean_mmhg", mean);
  sh_measure_add (measure, "ankle_min_mmhg", sums->ankle_min_mmhg);
  sh_measure_add (measure, "fall_mmhg", fall > SH_FALL_MMHG ? fall : SH_NO_RESULT);
  sh_measure_add (measure, "recovery_s", recovery_s);
  sh_measure_add (measure, "foot_mean_mmhg", sums->foot_mmhg / n);
  sh_measure_add (measure, "groin_mean_mmhg", sums->groin_mmhg / n);
  sh_measure_add (measure, "popliteal_velocity_cm_s", sums->popliteal_cm_s / n);
  sh_measure_add (measure, "sent_up_ml_min", up);
  sh_measure_add (measure, "fell_back_ml_min", down);
  sh_measure_add (measure, "net_ml_min", up - down);
}

ShStatus
sh_measure_steady (const ShScenario *scenario, const ShMeasureOptions *options, ShMeasure *measure)
{
  ShSteadySums sums = { 0 };
  ShExam exam;
  double standing = SH_NO_RESULT;
  double recovery_s = SH_NO_RESULT;
  double still;

  sh_exam_begin (&exam, scenario, options);
  still = sh_signal_ankle_mmhg (&exam.frame);
  exercise (&exam, &sums);
  if (exam.status == SH_STATUS_OK)
    exam.status = read_standing (scenario, &standing);
  if (exam.status == SH_STATUS_OK)
    recovery_s = recover (&exam, scenario, still, sums.ankle_mmhg / sums.n);
  report (&sums, standing, recovery_s, measure);
  return sh_exam_end (&exam);
}
