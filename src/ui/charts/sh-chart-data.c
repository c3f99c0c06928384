/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-chart-data.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include <math.h>

#include "sh-numbers.h"

/* The pressure's axis in whole steps; six of them hold every pressure between lying and standing
 * with leaks. */
#define PRESSURE_STEP_MMHG 20.0
#define PRESSURE_STEP_KPA 3.0
#define PRESSURE_STEPS 6.0
/* The flow's axis in whole steps of this, mL/s. */
#define FLOW_STEP_ML_S 10.0

void
sh_chart_data_init (ShChartData *data)
{
  data->time_s = g_array_new (FALSE, FALSE, sizeof (double));
  for (int i = 0; i < SH_N_STRIPS; i++)
    {
      data->value[i] = g_array_new (FALSE, FALSE, sizeof (double));
      data->other[i] = g_array_new (FALSE, FALSE, sizeof (double));
    }
}

void
sh_chart_data_clear (ShChartData *data)
{
  g_clear_pointer (&data->time_s, g_array_unref);
  for (int i = 0; i < SH_N_STRIPS; i++)
    {
      g_clear_pointer (&data->value[i], g_array_unref);
      g_clear_pointer (&data->other[i], g_array_unref);
    }
}

double
sh_strip_value (ShStrip strip, const ShFrame *frame)
{
  switch (strip)
    {
    case SH_STRIP_PRESSURE:
      return frame->pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE];
    case SH_STRIP_VOLUME:
      return frame->calf_blood_ml;
    case SH_STRIP_FLOW:
    case SH_N_STRIPS:
    default:
      return frame->below_knee_up_ml_s - frame->below_knee_down_ml_s;
    }
}

const char *
sh_strip_label (ShStrip strip)
{
  switch (strip)
    {
    case SH_STRIP_PRESSURE:
      return sh_pressure_words ("chart", NC_ ("chart", "Ankle pressure, mmHg"),
                                NC_ ("chart", "Ankle pressure, kPa"));
    case SH_STRIP_VOLUME:
      return C_ ("chart", "Blood in the lower leg, mL");
    case SH_STRIP_FLOW:
    case SH_N_STRIPS:
    default:
      return C_ ("chart", "Flow past the knee, mL/s");
    }
}

char *
sh_strip_number (ShStrip strip, double value)
{
  return strip == SH_STRIP_PRESSURE ? sh_pressure_number_for_people (value, 0)
                                    : sh_number_for_people (value, 0);
}

char *
sh_strip_text (ShStrip strip, double value)
{
  g_autofree char *number = sh_number_for_people (value, 0);

  switch (strip)
    {
    case SH_STRIP_PRESSURE:
      return sh_quantity_for_people (value, SH_UNIT_MMHG, 0);
    case SH_STRIP_VOLUME:
      return sh_quantity_for_people (value, SH_UNIT_ML, 0);
    case SH_STRIP_FLOW:
    case SH_N_STRIPS:
    default:
      return g_strdup_printf (C_ ("unit", "%s mL/s"), number);
    }
}

static void
append_frame (GArray *const arrays[SH_N_STRIPS], const ShFrame *frame)
{
  for (int i = 0; i < SH_N_STRIPS; i++)
    {
      double value = sh_strip_value ((ShStrip) i, frame);

      if (i == SH_STRIP_PRESSURE)
        value = sh_pressure_for_people (value);
      g_array_append_val (arrays[i], value);
    }
}

static void
empty (ShChartData *data)
{
  g_array_set_size (data->time_s, 0);
  for (int i = 0; i < SH_N_STRIPS; i++)
    {
      g_array_set_size (data->value[i], 0);
      g_array_set_size (data->other[i], 0);
    }
}

void
sh_chart_data_gather (ShChartData *data, ShSession *session, double from_s, double to_s)
{
  const ShHistory *history = sh_session_get_history (session);
  const ShHistory *other = sh_session_get_other_history (session);
  guint n = sh_history_length (history);

  empty (data);
  if (other != NULL && sh_history_length (other) != n)
    other = NULL;
  for (guint i = n > 0 ? sh_history_find (history, from_s) : 0; i < n; i++)
    {
      const ShFrame *frame = sh_history_get (history, i);

      g_array_append_val (data->time_s, frame->time_s);
      append_frame (data->value, frame);
      if (other != NULL)
        append_frame (data->other, sh_history_get (other, i));
      if (frame->time_s > to_s)
        break;
    }
}

static void
widen (const GArray *values, double *low, double *high)
{
  for (guint i = 0; i < values->len; i++)
    {
      *low = MIN (*low, g_array_index (values, double, i));
      *high = MAX (*high, g_array_index (values, double, i));
    }
}

void
sh_chart_data_range (const ShChartData *data, ShStrip strip, double *low, double *high)
{
  double step = strip == SH_STRIP_VOLUME ? 50.0 : FLOW_STEP_ML_S;

  *low = strip == SH_STRIP_VOLUME && data->value[strip]->len > 0
             ? g_array_index (data->value[strip], double, 0)
             : 0.0;
  *high = *low;
  if (strip == SH_STRIP_PRESSURE)
    {
      step =
          sh_numbers_get_pressure_unit () == SH_UNIT_KPA ? PRESSURE_STEP_KPA : PRESSURE_STEP_MMHG;
      *high = PRESSURE_STEPS * step;
    }
  widen (data->value[strip], low, high);
  widen (data->other[strip], low, high);
  *low = floor (*low / step) * step;
  *high = ceil (*high / step) * step;
  if (*high - *low < step)
    *high = *low + step;
}

const char *
sh_chart_other_label (ShSession *session)
{
  guint compare;

  if (sh_session_get_other_frame (session) == NULL)
    return NULL;
  g_object_get (session, "compare", &compare, NULL);
  return compare == SH_COMPARE_BEFORE ? C_ ("other leg", "before") : C_ ("other leg", "healthy");
}
