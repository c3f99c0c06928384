/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-exam.h"

#define RAISES 10
#define RAISES_S 10.0 /* ten at 60 a minute */
/* The lowest pressure comes a moment after the last raise, when the emptied calf veins take in what
 * the foot still holds: the contract looks 2 s further. */
#define AFTER_S 2.0

ShStatus
sh_measure_tiptoe (const ShScenario *scenario, const ShMeasureOptions *options, ShMeasure *measure)
{
  const ShScenario raises = sh_scenario_heel_raises (scenario, RAISES);
  ShTrace foot = { 0 };
  ShExam exam;
  double rest, lowest;
  double rt90 = SH_NO_RESULT;
  bool falls;

  sh_exam_begin (&exam, &raises, options);
  exam.step = SH_STEP_MOVING;
  rest = sh_signal_foot_mmhg (&exam.frame);
  sh_exam_record (&exam, RAISES_S, SH_SAMPLE_QUICK_S, sh_signal_foot_mmhg, &foot);
  exam.step = SH_STEP_RECOVERY;
  sh_exam_record (&exam, AFTER_S, SH_SAMPLE_QUICK_S, sh_signal_foot_mmhg, &foot);
  lowest = sh_trace_min (&foot, 0, RAISES_S + AFTER_S);
  falls = rest - lowest > SH_FALL_MMHG;
  if (falls)
    rt90 =
        sh_exam_wait (&exam, sh_signal_foot_mmhg, &foot, RAISES_S, lowest + 0.9 * (rest - lowest));
  sh_measure_add (measure, "rest_mmhg", rest);
  sh_measure_add (measure, "avp_mmhg", lowest);
  sh_measure_add (measure, "fall_percent", falls ? 100 * (rest - lowest) / rest : SH_NO_RESULT);
  sh_measure_add (measure, "rt90_s", rt90);
  sh_trace_clear (&foot);
  return sh_exam_end (&exam);
}
