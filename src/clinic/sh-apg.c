/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-exam.h"

/* A breath; volumes of a still leg are read as means over it. */
#define BREATH_S 4.0
/* The veins are full when the lower leg gains no more blood than this over the stated time. The
 * volume itself never stands still: water goes on into the tissue at 0.1-0.2 % of the lower leg's
 * volume a minute (Stick 1989), about 0.1 mL/s, and the laboratory does not wait for that. */
#define FULL_OVER_S 10.0
#define FULL_ML_S 0.1
/* Nobody is on their feet at once: from the couch the leg comes down, then the person sits up. */
#define LEG_DOWN_S 1.0
#define SIT_UP_S 1.0
#define RAISE_S 1.0
#define AFTER_S 2.0
#define RAISES 10

/* Volumes of one examination, mL above the emptied leg. */
typedef struct
{
  double filled;      /* standing until full */
  double to_ninety_s; /* how long 90 % of that took */
  double before_one;  /* full again, before the single raise */
  double after_one;   /* lowest at the single raise */
  double after_ten;   /* lowest at the tenth raise */
} ShApgVolumes;

/* Mean over the last breath of the trace. */
static double
present_ml (const ShTrace *trace)
{
  double now_s = trace->time_s[trace->n - 1];

  return sh_trace_mean (trace, now_s - BREATH_S, now_s);
}

/* Blood below the knee, mL. */
static double
signal_blood_ml (const ShFrame *frame)
{
  return frame->calf_blood_ml;
}

/* Whether the veins take in no more: the last breath's mean against that of a while before. */
static bool
is_full (const ShTrace *blood, double since_s)
{
  double now_s = blood->time_s[blood->n - 1];
  double before_s = now_s - FULL_OVER_S;

  if (before_s - BREATH_S < since_s)
    return false;
  return present_ml (blood) - sh_trace_mean (blood, before_s - BREATH_S, before_s) <
         FULL_ML_S * FULL_OVER_S;
}

static bool
between_breaths (double elapsed_s)
{
  return fabs (remainder (elapsed_s, BREATH_S)) < 0.5 * SH_SAMPLE_SLOW_S;
}

/* Waits until the veins are full, at most as long as the laboratory has patience, and then for the
 * end of a breath, because breathing alone moves a mL or two; @volume gets the curve. */
static void
fill (ShExam *exam, const ShScenario *standing, ShTrace *volume)
{
  double since_s = exam->elapsed_s;
  ShTrace blood = { 0 };

  sh_exam_configure (exam, standing, SH_STEP_STILL);
  do
    for (int i = 0; i < 10; i++)
      {
        sh_exam_record (exam, SH_SAMPLE_SLOW_S, SH_SAMPLE_SLOW_S, sh_signal_volume_ml, volume);
        sh_exam_note (exam, signal_blood_ml, &blood);
      }
  while (exam->status == SH_STATUS_OK &&
         (!between_breaths (exam->elapsed_s) ||
          (exam->elapsed_s < since_s + SH_PATIENCE_S && !is_full (&blood, since_s))));
  sh_trace_clear (&blood);
}

/* Raises the heel and gives the lowest volume at the last raise or just after it. */
static double
raise_heel (ShExam *exam, const ShScenario *scenario, int repetitions)
{
  const ShScenario raises = sh_scenario_heel_raises (scenario, repetitions);
  ShTrace trace = { 0 };
  double lowest, from_s;

  sh_exam_configure (exam, &raises, SH_STEP_MOVING);
  from_s = exam->elapsed_s + (repetitions - 1) * RAISE_S;
  sh_exam_record (exam, repetitions * RAISE_S, SH_SAMPLE_QUICK_S, sh_signal_volume_ml, &trace);
  exam->step = SH_STEP_RECOVERY;
  sh_exam_record (exam, AFTER_S, SH_SAMPLE_QUICK_S, sh_signal_volume_ml, &trace);
  lowest = sh_trace_min (&trace, from_s, INFINITY);
  sh_trace_clear (&trace);
  return lowest;
}

/* The way from the couch to the feet; @volume gets the curve. */
static void
get_up (ShExam *exam, const ShScenario *standing, ShTrace *volume)
{
  ShScenario way = *standing;

  way.posture = SH_POSTURE_LYING;
  sh_exam_configure (exam, &way, SH_STEP_STILL);
  sh_exam_record (exam, LEG_DOWN_S, SH_SAMPLE_SLOW_S, sh_signal_volume_ml, volume);
  way.posture = SH_POSTURE_SITTING;
  sh_exam_configure (exam, &way, SH_STEP_STILL);
  sh_exam_record (exam, SIT_UP_S, SH_SAMPLE_SLOW_S, sh_signal_volume_ml, volume);
}

/* The emptied leg, standing up, and the filling curve. */
static double
empty_and_fill (ShExam *exam, const ShScenario *standing, ShApgVolumes *volumes)
{
  ShTrace trace = { 0 };
  double empty, stood_s;

  if (!sh_exam_record (exam, BREATH_S, SH_SAMPLE_SLOW_S, sh_signal_volume_ml, &trace))
    goto out;
  empty = present_ml (&trace);
  sh_trace_clear (&trace);
  stood_s = exam->elapsed_s;
  get_up (exam, standing, &trace);
  fill (exam, standing, &trace);
  if (exam->status != SH_STATUS_OK)
    goto out;
  volumes->filled = present_ml (&trace) - empty;
  volumes->to_ninety_s =
      sh_trace_reaches (&trace, stood_s, empty + 0.9 * volumes->filled, 1.0) - stood_s;
  sh_trace_clear (&trace);
  return empty;

out:
  sh_trace_clear (&trace);
  return SH_NO_RESULT;
}

/* One raise from the full leg, waiting, ten raises from the full leg. */
static void
raise_and_refill (ShExam *exam,
                  const ShScenario *scenario,
                  const ShScenario *standing,
                  double empty,
                  ShApgVolumes *volumes)
{
  ShTrace trace = { 0 };

  volumes->before_one = sh_signal_volume_ml (&exam->frame) - empty;
  volumes->after_one = raise_heel (exam, scenario, 1) - empty;
  fill (exam, standing, &trace);
  sh_trace_clear (&trace);
  volumes->after_ten = raise_heel (exam, scenario, RAISES) - empty;
}

static void
report (const ShApgVolumes *volumes, ShMeasure *measure)
{
  bool fills = volumes->filled > 1.0;
  double vv = fills ? volumes->filled : SH_NO_RESULT;
  double ejected = volumes->before_one - volumes->after_one;
  double ev = fills && ejected > 0 ? ejected : SH_NO_RESULT;
  /* The gauge's zero is the emptied leg; below it there is nothing to read as residual. */
  double rv = fills && volumes->after_ten >= 0 ? volumes->after_ten : SH_NO_RESULT;

  sh_measure_add (measure, "vv_ml", vv);
  sh_measure_add (measure, "vft90_s", fills ? volumes->to_ninety_s : SH_NO_RESULT);
  sh_measure_add (measure, "vfi_ml_s", 0.9 * vv / volumes->to_ninety_s);
  sh_measure_add (measure, "ev_ml", ev);
  sh_measure_add (measure, "ef_percent", 100 * ev / vv);
  sh_measure_add (measure, "rv_ml", rv);
  sh_measure_add (measure, "rvf_percent", 100 * rv / vv);
}

ShStatus
sh_measure_apg (const ShScenario *scenario, const ShMeasureOptions *options, ShMeasure *measure)
{
  const ShScenario standing = sh_scenario_standing_still (scenario);
  ShScenario raised = standing;
  ShApgVolumes volumes = { SH_NO_RESULT, SH_NO_RESULT, SH_NO_RESULT, SH_NO_RESULT, SH_NO_RESULT };
  ShExam exam;
  double empty;

  raised.posture = SH_POSTURE_LYING_LEG_UP;
  sh_exam_begin (&exam, &raised, options);
  empty = empty_and_fill (&exam, &standing, &volumes);
  if (exam.status == SH_STATUS_OK)
    raise_and_refill (&exam, scenario, &standing, empty, &volumes);
  report (&volumes, measure);
  return sh_exam_end (&exam);
}
