/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-exam.h"

/* The gauge is read as a mean over this long, so that a step or a breath does not matter: whole
 * breaths, and nearly whole steps. */
#define READ_OVER_S 12.0
#define SAMPLE_S 0.25
#define FIRST_S 120.0  /* the veins are full after two minutes (Stick 1989, 1990) */
#define SECOND_S 720.0 /* minute 12 */

/* The lower leg at one reading. */
typedef struct
{
  double percent;
  double blood_ml;
  double water_ml;
} ShGauge;

/* Goes on until @at_s without looking closely; nothing happens when that has passed. */
static void
pass_until (ShExam *exam, double at_s)
{
  while (exam->status == SH_STATUS_OK && at_s - exam->elapsed_s > 1e-6)
    sh_exam_look (exam, fmin (1.0, at_s - exam->elapsed_s));
}

/* Reads the gauge: the mean over the last seconds before @at_s. */
static ShGauge
read_gauge (ShExam *exam, double at_s)
{
  ShGauge gauge = { 0, 0, 0 };
  int n = 0;

  pass_until (exam, at_s - READ_OVER_S);
  do
    {
      gauge.percent += exam->frame.swelling_percent;
      gauge.blood_ml += exam->frame.calf_blood_ml;
      gauge.water_ml += exam->frame.interstitial_ml;
      n++;
    }
  while (at_s - exam->elapsed_s > 0.5 * SAMPLE_S && sh_exam_look (exam, SAMPLE_S));
  gauge.percent /= n;
  gauge.blood_ml /= n;
  gauge.water_ml /= n;
  return gauge;
}

static void
report (const ShGauge *first,
        const ShGauge *second,
        const ShGauge *last,
        double from_lying,
        ShMeasure *measure)
{
  double blood = last->blood_ml - first->blood_ml;
  double water = last->water_ml - first->water_ml;

  sh_measure_add (measure, "percent_per_min",
                  (second->percent - first->percent) * 60 / (SECOND_S - FIRST_S));
  sh_measure_add (measure, "percent_total", last->percent - first->percent);
  sh_measure_add (measure, "percent_from_lying", from_lying);
  sh_measure_add (measure, "volume_ml", blood + water);
  sh_measure_add (measure, "blood_ml", blood);
  sh_measure_add (measure, "water_ml", water);
}

ShStatus
sh_measure_swelling (const ShScenario *scenario,
                     const ShMeasureOptions *options,
                     ShMeasure *measure)
{
  const ShGauge none = { SH_NO_RESULT, SH_NO_RESULT, SH_NO_RESULT };
  ShGauge first = none, second = none, last = none;
  double duration_s =
      options->duration_s > 0 ? options->duration_s : sh_test_duration_s (SH_TEST_SWELLING);
  double from_lying = SH_NO_RESULT;
  ShExam exam;

  sh_exam_begin (&exam, scenario, options);
  exam.step = SH_STEP_MOVING;
  if (duration_s >= FIRST_S)
    first = read_gauge (&exam, FIRST_S);
  if (duration_s >= SECOND_S)
    second = read_gauge (&exam, SECOND_S);
  last = duration_s > SECOND_S ? read_gauge (&exam, duration_s) : second;
  if (duration_s < SECOND_S)
    last = duration_s > FIRST_S ? read_gauge (&exam, duration_s) : first;
  if (duration_s < FIRST_S)
    from_lying = read_gauge (&exam, duration_s).percent;
  else
    from_lying = last.percent;
  report (&first, &second, &last, from_lying, measure);
  return sh_exam_end (&exam);
}
