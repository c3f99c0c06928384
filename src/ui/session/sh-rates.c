/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-rates.h"

#include <float.h>
#include <math.h>

/* A mean over less than this says more about one beat than about a minute. */
#define SHORTEST_MEAN_S 1.0

void
sh_rates (const ShHistory *history, double end_s, double span_s, ShRates *rates)
{
  const ShFrame *first, *last;
  double minutes;

  *rates = (ShRates){ NAN, NAN, NAN };
  if (sh_history_length (history) == 0)
    return;
  last = sh_history_get (history, sh_history_find (history, end_s));
  first = sh_history_get (history, sh_history_find (history, end_s - span_s));
  minutes = (last->time_s - first->time_s) / 60.0;
  if (minutes < SHORTEST_MEAN_S / 60.0)
    return;
  rates->up_ml_min = (last->totals.below_knee_up_ml - first->totals.below_knee_up_ml) / minutes;
  rates->down_ml_min =
      (last->totals.below_knee_down_ml - first->totals.below_knee_down_ml) / minutes;
  rates->net_ml_min = rates->up_ml_min - rates->down_ml_min;
}

double
sh_pump_fraction (const ShHistory *history, double end_s, double span_s, double empty_ml)
{
  double most = -DBL_MAX, least = DBL_MAX;
  guint last, n = sh_history_length (history);

  if (n == 0)
    return NAN;
  last = sh_history_find (history, end_s);
  if (!sh_history_get (history, last)->moving)
    return NAN;
  for (guint i = last + 1; i-- > 0 && sh_history_get (history, i)->time_s > end_s - span_s;)
    {
      most = fmax (most, sh_history_get (history, i)->calf_blood_ml);
      least = fmin (least, sh_history_get (history, i)->calf_blood_ml);
    }
  return most > empty_ml ? 100.0 * (most - least) / (most - empty_ml) : (double) NAN;
}

double
sh_emptied_leg_ml (const ShScenario *scenario)
{
  ShScenario raised = *scenario;
  ShLeg *leg = sh_leg_new ();
  ShFrame frame;
  double ml = NAN;

  if (leg == NULL)
    return NAN;
  raised.activity = SH_ACTIVITY_REST;
  raised.posture = SH_POSTURE_LYING_LEG_UP;
  if (sh_leg_reset (leg, &raised) == SH_STATUS_OK)
    {
      sh_leg_read (leg, &frame);
      ml = frame.calf_blood_ml;
    }
  sh_leg_free (leg);
  return ml;
}
