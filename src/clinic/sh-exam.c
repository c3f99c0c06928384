/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-exam.h"

#include <math.h>

/* A pressure or volume has come back when it stays for this long: the pulse of a single breath or
 * of setting the heel down is not a return. */
#define HOLD_S 1.0

double
sh_signal_foot_mmhg (const ShFrame *frame)
{
  return frame->pressure_mmhg[SH_VEIN_DORSAL_FOOT];
}

double
sh_signal_ankle_mmhg (const ShFrame *frame)
{
  return frame->pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE];
}

double
sh_signal_volume_ml (const ShFrame *frame)
{
  return frame->calf_blood_ml + frame->interstitial_ml;
}

void
sh_exam_begin (ShExam *exam, const ShScenario *scenario, const ShMeasureOptions *options)
{
  *exam = (ShExam){ .options = options, .status = SH_STATUS_OK };
  exam->leg = sh_leg_new ();
  if (exam->leg == NULL)
    {
      exam->status = SH_STATUS_NO_MEMORY;
      return;
    }
  exam->status = sh_leg_reset (exam->leg, scenario);
  sh_exam_look (exam, 0);
}

void
sh_exam_configure (ShExam *exam, const ShScenario *scenario, ShStep step)
{
  exam->step = step;
  if (exam->status == SH_STATUS_OK)
    exam->status = sh_leg_configure (exam->leg, scenario);
}

bool
sh_exam_look (ShExam *exam, double sample_s)
{
  const ShMeasureOptions *options = exam->options;

  if (exam->status != SH_STATUS_OK)
    return false;
  if (sample_s > 0)
    sh_leg_advance (exam->leg, sample_s);
  sh_leg_read (exam->leg, &exam->frame);
  exam->elapsed_s += sample_s;
  if (options != NULL && options->watch != NULL &&
      !options->watch (&exam->frame, exam->step, options->watch_data))
    exam->status = SH_STATUS_STOPPED;
  return exam->status == SH_STATUS_OK;
}

bool
sh_exam_note (ShExam *exam, ShSignal signal, ShTrace *trace)
{
  if (!sh_trace_add (trace, exam->elapsed_s, signal (&exam->frame)))
    exam->status = SH_STATUS_NO_MEMORY;
  return exam->status == SH_STATUS_OK;
}

bool
sh_exam_record (ShExam *exam, double seconds, double sample_s, ShSignal signal, ShTrace *trace)
{
  int n = (int) lround (seconds / sample_s);

  if (exam->status == SH_STATUS_OK && trace->n == 0)
    sh_exam_note (exam, signal, trace);
  for (int i = 0; i < n; i++)
    if (!sh_exam_look (exam, sample_s) || !sh_exam_note (exam, signal, trace))
      return false;
  return exam->status == SH_STATUS_OK;
}

double
sh_exam_wait (ShExam *exam, ShSignal signal, ShTrace *trace, double from_s, double level)
{
  double reached_s = sh_trace_reaches (trace, from_s, level, HOLD_S);

  exam->step = SH_STEP_RECOVERY;
  while (isnan (reached_s) && exam->elapsed_s < from_s + SH_PATIENCE_S + HOLD_S &&
         sh_exam_record (exam, 2 * HOLD_S, SH_SAMPLE_SLOW_S, signal, trace))
    reached_s =
        sh_trace_reaches (trace, fmax (from_s, exam->elapsed_s - 5 * HOLD_S), level, HOLD_S);
  return reached_s - from_s <= SH_PATIENCE_S ? reached_s - from_s : SH_NO_RESULT;
}

ShStatus
sh_exam_end (ShExam *exam)
{
  sh_leg_free (exam->leg);
  exam->leg = NULL;
  return exam->status;
}

ShScenario
sh_scenario_standing_still (const ShScenario *scenario)
{
  ShScenario still = *scenario;

  still.posture = SH_POSTURE_STANDING;
  sh_scenario_set_activity (&still, SH_ACTIVITY_REST);
  still.repetitions = 0;
  return still;
}

ShScenario
sh_scenario_heel_raises (const ShScenario *scenario, int repetitions)
{
  ShScenario raises = sh_scenario_standing_still (scenario);

  sh_scenario_set_activity (&raises, SH_ACTIVITY_HEEL_RAISES);
  raises.pace = 60;
  raises.repetitions = repetitions;
  return raises;
}
