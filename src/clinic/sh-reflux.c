/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <stdbool.h>

#include "sh-exam.h"

#define CUFF_MMHG 100.0
#define INFLATE_S 0.2
#define SQUEEZE_S 1.0 /* with the inflation */
#define RELEASE_S 0.3
/* Reverse flow that goes on for longer is called continuous: the valve never closes. */
#define LISTEN_S 60.0
/* Reverse flow begins with the release or soon after it, or not at all. */
#define BEGIN_WITHIN_S 2.0
/* The probe does not hear slower flow: at 5 MHz and 60 degrees 3 cm/s make a tone of 97 Hz, and the
 * wall filter of an ultrasound machine takes away about 100 Hz (f = 2 v f0 cos 60 / c, c = 1540
 * m/s).
 */
#define HEARD_CM_S 3.0
/* Reverse flow that pauses for less is one reflux: the column rebounds once before it falls on. */
#define PAUSE_S 0.5

/* What the probe over one valve has heard. */
typedef struct
{
  double began_s; /* when the reverse flow began; NaN when it has not */
  double heard_s; /* when it was last heard */
  bool ended;
} ShProbe;

/* Goes on for @seconds with the cuff's pressure going from @from to @to in a straight line. */
static bool
squeeze (ShExam *exam, double seconds, double from, double to)
{
  int n = (int) lround (seconds / SH_SAMPLE_QUICK_S);

  for (int i = 1; i <= n; i++)
    {
      if (exam->leg != NULL)
        sh_leg_set_cuff_mmhg (exam->leg, from + (to - from) * i / n);
      if (!sh_exam_look (exam, SH_SAMPLE_QUICK_S))
        return false;
    }
  return true;
}

static void
hear (ShProbe *probe, double velocity_cm_s, double since_release_s)
{
  bool reverse = velocity_cm_s < -HEARD_CM_S;

  if (probe->ended)
    return;
  if (reverse && isnan (probe->began_s))
    probe->began_s = since_release_s;
  if (reverse)
    probe->heard_s = since_release_s;
  probe->ended = isnan (probe->began_s) ? since_release_s > BEGIN_WITHIN_S
                                        : since_release_s > probe->heard_s + PAUSE_S;
}

/* Lets the cuff go and listens until every valve is silent. */
static void
listen (ShExam *exam, ShProbe *probes)
{
  double release_s = exam->elapsed_s;
  bool silent = false;

  exam->step = SH_STEP_RECOVERY;
  while (!silent && exam->elapsed_s < release_s + LISTEN_S)
    {
      double since_s = exam->elapsed_s - release_s + SH_SAMPLE_QUICK_S;

      if (exam->leg != NULL)
        sh_leg_set_cuff_mmhg (exam->leg, CUFF_MMHG * fmax (0, 1 - since_s / RELEASE_S));
      if (!sh_exam_look (exam, SH_SAMPLE_QUICK_S))
        return;
      silent = true;
      for (int v = 0; v < SH_N_VALVES; v++)
        {
          hear (&probes[v], sh_leg_valve_velocity_cm_s (exam->leg, (ShValve) v), since_s);
          silent = silent && probes[v].ended;
        }
    }
}

/* Above which reverse flow counts as abnormal: common femoral, femoral and popliteal vein 1.0 s;
 * superficial and calf veins 0.5 s; perforators, outward, 0.35 s (Labropoulos 2003). */
static double
cutoff_s (ShValve valve)
{
  if (sh_valve_info (valve)->group == SH_GROUP_PERFORATOR)
    return 0.35;
  if (sh_valve_in_vein (valve, "common-femoral") || sh_valve_in_vein (valve, "femoral") ||
      sh_valve_in_vein (valve, "popliteal"))
    return 1.0;
  return 0.5;
}

/* A closed vein has no flow to hear. */
static bool
in_closed_vein (const ShScenario *scenario, ShValve valve)
{
  for (int i = 0; i < SH_N_VEINS; i++)
    if (scenario->closed[i] && sh_valve_in_vein (valve, sh_vein_info ((ShVein) i)->name))
      return true;
  return sh_valve_in_vein (valve, "great-saphenous") &&
         scenario->closed[sh_valve_info (valve)->below];
}

static double
reflux_s (const ShScenario *scenario, ShValve valve, const ShProbe *probe)
{
  if (in_closed_vein (scenario, valve) || !probe->ended)
    return SH_NO_RESULT;
  return isnan (probe->began_s) ? 0 : probe->heard_s - probe->began_s + SH_SAMPLE_QUICK_S;
}

ShStatus
sh_measure_reflux (const ShScenario *scenario, const ShMeasureOptions *options, ShMeasure *measure)
{
  const ShScenario standing = sh_scenario_standing_still (scenario);
  ShProbe probes[SH_N_VALVES];
  ShExam exam;

  for (int v = 0; v < SH_N_VALVES; v++)
    probes[v] = (ShProbe){ .began_s = SH_NO_RESULT, .heard_s = SH_NO_RESULT };
  sh_exam_begin (&exam, &standing, options);
  exam.step = SH_STEP_MOVING;
  if (squeeze (&exam, INFLATE_S, 0, CUFF_MMHG) &&
      squeeze (&exam, SQUEEZE_S - INFLATE_S, CUFF_MMHG, CUFF_MMHG))
    listen (&exam, probes);
  for (int v = 0; v < SH_N_VALVES; v++)
    sh_measure_add_at (measure, "reflux_s", sh_valve_info ((ShValve) v)->name,
                       reflux_s (scenario, (ShValve) v, &probes[v]));
  for (int v = 0; v < SH_N_VALVES; v++)
    sh_measure_add_at (measure, "cutoff_s", sh_valve_info ((ShValve) v)->name,
                       cutoff_s ((ShValve) v));
  return sh_exam_end (&exam);
}
