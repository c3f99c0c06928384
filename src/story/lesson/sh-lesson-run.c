/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-lesson-run.h"

#include <math.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* A squeeze of the calf lasts 0.3 s and longer. */
#define SAMPLE_S 0.1
/* Enough for a curve of hours: a fast clock has to be looked at this often. */
#define MOST_SAMPLES 1200
/* What "at the end" means, and over what a curve is smoothed. */
#define END_S 2.0

void
sh_lesson_run_clear (ShLessonRun *run)
{
  for (int i = 0; i < SH_N_LESSON_MEASURES; i++)
    g_clear_pointer (&run->value[i], g_free);
  run->n = 0;
}

static double
per_minute (double now_ml, double before_ml, double seconds)
{
  return (now_ml - before_ml) / seconds * 60.0;
}

static void
note (ShLessonRun *run, int i, const ShFrame *frame, const ShFlowTotals *before)
{
  const ShFlowTotals *totals = &frame->totals;
  double up = per_minute (totals->below_knee_up_ml, before->below_knee_up_ml, run->sample_s);
  double down = per_minute (totals->below_knee_down_ml, before->below_knee_down_ml, run->sample_s);

  run->value[SH_LESSON_ANKLE_PRESSURE][i] = frame->pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE];
  run->value[SH_LESSON_FOOT_PRESSURE][i] = frame->pressure_mmhg[SH_VEIN_DORSAL_FOOT];
  run->value[SH_LESSON_CALF_BLOOD][i] = frame->calf_blood_ml;
  run->value[SH_LESSON_SWELLING][i] = frame->swelling_percent;
  run->value[SH_LESSON_SENT_UP][i] = up;
  run->value[SH_LESSON_FELL_BACK][i] = down;
  run->value[SH_LESSON_NET][i] = up - down;
}

static ShFlowTotals
look (ShLessonRun *run, int i, ShLeg *leg, const ShFlowTotals *before)
{
  ShFrame frame;

  sh_leg_advance (leg, run->sample_s);
  sh_leg_read (leg, &frame);
  note (run, i, &frame, before != NULL ? before : &frame.totals);
  return frame.totals;
}

double
sh_lesson_run_duration_s (const ShLessonStep *step)
{
  return step->duration_s * sh_lesson_step_rate (step);
}

gboolean
sh_lesson_run (ShLeg *leg, const ShLessonStep *step, ShLessonRun *run)
{
  double whole_s = sh_lesson_run_duration_s (step);
  ShStatus status =
      step->fresh ? sh_leg_reset (leg, &step->scenario) : sh_leg_configure (leg, &step->scenario);
  ShFlowTotals totals;

  if (status != SH_STATUS_OK)
    return FALSE;
  run->n = (int) CLAMP (ceil (whole_s / SAMPLE_S), 2, MOST_SAMPLES);
  run->sample_s = whole_s / run->n;
  for (int i = 0; i < SH_N_LESSON_MEASURES; i++)
    run->value[i] = g_new0 (double, run->n);
  totals = look (run, 0, leg, NULL);
  for (int i = 1; i < run->n; i++)
    totals = look (run, i, leg, &totals);
  return TRUE;
}

static double
mean_of (const double *value, int from, int to)
{
  double sum = 0.0;

  for (int i = from; i < to; i++)
    sum += value[i];
  return sum / MAX (to - from, 1);
}

double
sh_lesson_run_value (const ShLessonRun *run, ShLessonMeasure measure, ShLessonWhen when)
{
  const double *value = run->value[measure];
  int last = MAX (1, (int) (END_S / run->sample_s));
  double low = value[0];
  double high = value[0];

  if (when == SH_WHEN_MEAN)
    return mean_of (value, run->n / 2, run->n);
  if (when == SH_WHEN_END)
    return mean_of (value, MAX (0, run->n - last), run->n);
  for (int i = 1; i < run->n; i++)
    {
      low = fmin (low, value[i]);
      high = fmax (high, value[i]);
    }
  return when == SH_WHEN_LOWEST ? low : high;
}

double
sh_lesson_run_distance (const ShLessonRun *run, ShLessonMeasure measure, const double *drawn, int n)
{
  int half = MAX (1, (int) (END_S / 2 / run->sample_s));
  double sum = 0.0;
  int counted = 0;

  for (int i = 0; i < n; i++)
    {
      int at = (int) ((double) i / MAX (n - 1, 1) * (run->n - 1));

      if (isnan (drawn[i]))
        continue;
      sum += fabs (drawn[i] -
                   mean_of (run->value[measure], MAX (0, at - half), MIN (run->n, at + half)));
      counted++;
    }
  return counted * 2 < n || counted == 0 ? (double) NAN : sum / counted;
}

void
sh_lesson_measure_info (ShLessonMeasure measure, ShLessonMeasureInfo *info)
{
  static const char *const in_kpa[SH_N_LESSON_MEASURES] = {
    [SH_LESSON_ANKLE_PRESSURE] = NC_ ("measure", "Pressure at the ankle (kPa)"),
    [SH_LESSON_FOOT_PRESSURE] = NC_ ("measure", "Pressure in the foot (kPa)"),
  };
  static const ShLessonMeasureInfo infos[SH_N_LESSON_MEASURES] = {
    { NC_ ("measure", "Pressure at the ankle (mmHg)"), SH_UNIT_MMHG, 0, 0, 120 },
    { NC_ ("measure", "Pressure in the foot (mmHg)"), SH_UNIT_MMHG, 0, 0, 120 },
    { NC_ ("measure", "Blood in the calf (mL)"), SH_UNIT_ML, 0, 0, 250 },
    { NC_ ("measure", "Swelling (%)"), SH_UNIT_PERCENT, 1, 0, 10 },
    { NC_ ("measure", "Blood sent up (mL/min)"), SH_UNIT_ML_PER_MIN, 0, 0, 4000 },
    { NC_ ("measure", "Blood fallen back (mL/min)"), SH_UNIT_ML_PER_MIN, 0, 0, 4000 },
    { NC_ ("measure", "Blood that goes home in all (mL/min)"), SH_UNIT_ML_PER_MIN, 0, 0, 4000 },
  };

  *info = infos[measure];
  if (in_kpa[measure] != NULL)
    info->label = sh_pressure_words ("measure", infos[measure].label, in_kpa[measure]);
  else
    info->label = g_dpgettext2 (SH_GETTEXT_DOMAIN, "measure", infos[measure].label);
}
