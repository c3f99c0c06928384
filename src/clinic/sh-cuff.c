/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-exam.h"

#define HIGHEST_MMHG 160.0
/* Slow enough that the veins follow: a breath per 2 mmHg. */
#define RISE_MMHG_S 0.5
#define NARROWED 0.5 /* of the area without the cuff */
#define CLOSED 0.1

static const ShVein veins[] = { SH_VEIN_ANTERIOR_TIBIAL,
                                SH_VEIN_POSTERIOR_TIBIAL,
                                SH_VEIN_PERONEAL,
                                SH_VEIN_SOLEAL,
                                SH_VEIN_GASTROCNEMIUS,
                                SH_VEIN_GREAT_SAPHENOUS_ANKLE,
                                SH_VEIN_GREAT_SAPHENOUS_CALF,
                                SH_VEIN_SMALL_SAPHENOUS };
#define N_VEINS ((int) (sizeof veins / sizeof *veins))

/* The thresholds of one vein, NaN until they are reached. */
typedef struct
{
  double open; /* area ratio without the cuff */
  double narrowing_mmhg;
  double closing_mmhg;
} ShSqueezed;

static void
look_at (ShSqueezed *squeezed, double area_ratio, double cuff_mmhg)
{
  if (squeezed->open <= 0)
    return;
  if (isnan (squeezed->narrowing_mmhg) && area_ratio <= NARROWED * squeezed->open)
    squeezed->narrowing_mmhg = cuff_mmhg;
  if (isnan (squeezed->closing_mmhg) && area_ratio <= CLOSED * squeezed->open)
    squeezed->closing_mmhg = cuff_mmhg;
}

static bool
all_closed (const ShSqueezed *squeezed)
{
  for (int i = 0; i < N_VEINS; i++)
    if (isnan (squeezed[i].closing_mmhg))
      return false;
  return true;
}

static void
raise_cuff (ShExam *exam, ShSqueezed *squeezed)
{
  int n = (int) lround (HIGHEST_MMHG / RISE_MMHG_S / SH_SAMPLE_SLOW_S);

  for (int i = 1; i <= n && !all_closed (squeezed); i++)
    {
      double cuff_mmhg = HIGHEST_MMHG * i / n;

      if (exam->leg != NULL)
        sh_leg_set_cuff_mmhg (exam->leg, cuff_mmhg);
      if (!sh_exam_look (exam, SH_SAMPLE_SLOW_S))
        return;
      for (int j = 0; j < N_VEINS; j++)
        look_at (&squeezed[j], exam->frame.area_ratio[veins[j]], cuff_mmhg);
    }
}

ShStatus
sh_measure_cuff (const ShScenario *scenario, const ShMeasureOptions *options, ShMeasure *measure)
{
  ShScenario still = *scenario;
  ShSqueezed squeezed[N_VEINS];
  ShExam exam;

  sh_scenario_set_activity (&still, SH_ACTIVITY_REST);
  sh_exam_begin (&exam, &still, options);
  exam.step = SH_STEP_MOVING;
  for (int i = 0; i < N_VEINS; i++)
    squeezed[i] = (ShSqueezed){ exam.frame.area_ratio[veins[i]], SH_NO_RESULT, SH_NO_RESULT };
  raise_cuff (&exam, squeezed);
  for (int i = 0; i < N_VEINS; i++)
    sh_measure_add_at (measure, "narrowing_mmhg", sh_vein_info (veins[i])->name,
                       squeezed[i].narrowing_mmhg);
  for (int i = 0; i < N_VEINS; i++)
    sh_measure_add_at (measure, "closing_mmhg", sh_vein_info (veins[i])->name,
                       squeezed[i].closing_mmhg);
  return sh_exam_end (&exam);
}
