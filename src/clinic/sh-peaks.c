/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-exam.h"

/* The values that are watched. */
static double
popliteal_mmhg (const ShFrame *frame)
{
  return frame->pressure_mmhg[SH_VEIN_POPLITEAL];
}

static double
posterior_tibial_mmhg (const ShFrame *frame)
{
  return frame->pressure_mmhg[SH_VEIN_POSTERIOR_TIBIAL];
}

static double
popliteal_cm_s (const ShFrame *frame)
{
  return frame->velocity_cm_s[SH_VEIN_POPLITEAL];
}

static double
groin_cm_s (const ShFrame *frame)
{
  return frame->velocity_cm_s[SH_VEIN_COMMON_FEMORAL];
}

static double
inflow_ml_s (const ShFrame *frame)
{
  return frame->inflow_ml_s;
}

static const struct
{
  ShSignal signal;
  const char *still;   /* name of the value before anything moves */
  const char *lowest;  /* name of the lowest value */
  const char *mean;    /* name of the mean */
  const char *highest; /* name of the highest value */
} watched[] = {
  { sh_signal_foot_mmhg, "foot_still_mmhg", "foot_min_mmhg", "foot_mean_mmhg", "foot_max_mmhg" },
  { sh_signal_ankle_mmhg, "ankle_still_mmhg", "ankle_min_mmhg", "ankle_mean_mmhg",
    "ankle_max_mmhg" },
  { posterior_tibial_mmhg, "posterior_tibial_still_mmhg", "posterior_tibial_min_mmhg",
    "posterior_tibial_mean_mmhg", "posterior_tibial_max_mmhg" },
  { popliteal_mmhg, "popliteal_still_mmhg", "popliteal_min_mmhg", "popliteal_mean_mmhg",
    "popliteal_max_mmhg" },
  { popliteal_cm_s, "popliteal_still_cm_s", "popliteal_min_cm_s", "popliteal_mean_cm_s",
    "popliteal_max_cm_s" },
  { groin_cm_s, "groin_still_cm_s", "groin_min_cm_s", "groin_mean_cm_s", "groin_max_cm_s" },
  { inflow_ml_s, "inflow_still_ml_s", "inflow_min_ml_s", "inflow_mean_ml_s", "inflow_max_ml_s" },
};
#define N_WATCHED ((int) (sizeof watched / sizeof *watched))

typedef struct
{
  double still;
  double lowest;
  double sum;
  double highest;
} ShExtremes;

static void
take (ShExtremes *extremes, double value)
{
  extremes->lowest = fmin (extremes->lowest, value);
  extremes->highest = fmax (extremes->highest, value);
  extremes->sum += value;
}

static void
report (const ShExtremes *extremes, int n, ShMeasure *measure)
{
  for (int i = 0; i < N_WATCHED; i++)
    {
      sh_measure_add (measure, watched[i].still, extremes[i].still);
      sh_measure_add (measure, watched[i].lowest, extremes[i].lowest);
      sh_measure_add (measure, watched[i].mean, extremes[i].sum / n);
      sh_measure_add (measure, watched[i].highest, extremes[i].highest);
    }
}

ShStatus
sh_measure_peaks (const ShScenario *scenario, const ShMeasureOptions *options, ShMeasure *measure)
{
  double duration_s =
      options->duration_s > 0 ? options->duration_s : sh_test_duration_s (SH_TEST_PEAKS);
  int n = (int) lround (fmax (1, duration_s / SH_SAMPLE_QUICK_S));
  ShExtremes extremes[N_WATCHED];
  ShExam exam;

  sh_exam_begin (&exam, scenario, options);
  exam.step = SH_STEP_MOVING;
  for (int i = 0; i < N_WATCHED; i++)
    {
      double still = watched[i].signal (&exam.frame);

      extremes[i] = (ShExtremes){ still, still, 0, still };
    }
  for (int k = 0; k < n && sh_exam_look (&exam, SH_SAMPLE_QUICK_S); k++)
    for (int i = 0; i < N_WATCHED; i++)
      take (&extremes[i], watched[i].signal (&exam.frame));
  report (extremes, n, measure);
  return sh_exam_end (&exam);
}
