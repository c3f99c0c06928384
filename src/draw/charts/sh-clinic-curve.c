/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-clinic-curve.h"

#include <math.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-numbers.h"

/* The ten heel raises take ten seconds; refill times count from their end. */
#define RAISES_S 10.0

static const char *const labels[SH_N_TESTS][SH_CLINIC_CURVES] = {
  [SH_TEST_TIPTOE] = { NC_ ("chart", "Foot pressure, mmHg"), NULL },
  [SH_TEST_APG] = { NC_ ("chart", "Lower leg volume, mL"), NULL },
  [SH_TEST_STEADY] = { NC_ ("chart", "Ankle pressure, mmHg"), NULL },
  [SH_TEST_REFLUX] = { NC_ ("chart", "Great saphenous vein, thigh, cm/s"),
                       NC_ ("chart", "Popliteal vein, cm/s") },
};

/* The names of curves of pressure for a reader of kPa. */
static const char *const in_kpa[SH_N_TESTS] = {
  [SH_TEST_TIPTOE] = NC_ ("chart", "Foot pressure, kPa"),
  [SH_TEST_STEADY] = NC_ ("chart", "Ankle pressure, kPa"),
};

int
sh_clinic_curves_of (ShTest test)
{
  int n = 0;

  while (n < SH_CLINIC_CURVES && test >= 0 && test < SH_N_TESTS && labels[test][n] != NULL)
    n++;
  return n;
}

const char *
sh_clinic_curve_label (ShTest test, int curve)
{
  g_return_val_if_fail (curve >= 0 && curve < sh_clinic_curves_of (test), "");
  if (in_kpa[test] != NULL)
    return sh_pressure_words ("chart", labels[test][curve], in_kpa[test]);
  return g_dpgettext2 (SH_GETTEXT_DOMAIN, "chart", labels[test][curve]);
}

double
sh_clinic_curve_value (ShTest test, int curve, const ShFrame *frame)
{
  switch ((int) test)
    {
    case SH_TEST_TIPTOE:
      return frame->pressure_mmhg[SH_VEIN_DORSAL_FOOT];
    case SH_TEST_APG:
      return frame->calf_blood_ml + frame->interstitial_ml;
    case SH_TEST_REFLUX:
      return frame->velocity_cm_s[curve == 0 ? SH_VEIN_GREAT_SAPHENOUS_THIGH : SH_VEIN_POPLITEAL];
    default:
      return frame->pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE];
    }
}

/* A value of a curve as its scale has it: pressures in the reader's unit. */
static double
for_people (ShTest test, double value)
{
  return in_kpa[test] != NULL ? sh_pressure_for_people (value) : value;
}

char *
sh_clinic_curve_number (ShTest test, double value)
{
  if (in_kpa[test] != NULL)
    return sh_pressure_number_for_people (value, 0);
  return sh_number_for_people (value, sh_clinic_curves_of (test) > 1 ? 1 : 0);
}

void
sh_clinic_record_clear (ShClinicRecord *record)
{
  g_clear_pointer (&record->time_s, g_free);
  g_clear_pointer (&record->step, g_free);
  for (int i = 0; i < SH_CLINIC_CURVES; i++)
    g_clear_pointer (&record->value[i], g_free);
  record->n = 0;
}

static double
end_of (const ShClinicRecord *record)
{
  return record != NULL && record->n > 0 ? record->time_s[record->n - 1] : 0.0;
}

static void
widen (const ShClinicRecord *record, int curve, double *low, double *high)
{
  if (record == NULL || curve >= record->n_curves)
    return;
  for (gsize i = 0; i < record->n; i++)
    {
      double value = for_people (record->test, record->value[curve][i]);

      *low = MIN (*low, value);
      *high = MAX (*high, value);
    }
}

static void
set_range (ShChartTrace *trace,
           const ShClinicRecord *record,
           const ShClinicRecord *other,
           int curve)
{
  double low = 0.0, high = 0.0, step;

  if (record->test == SH_TEST_APG)
    low = high = record->value[curve][0];
  widen (record, curve, &low, &high);
  widen (other, curve, &low, &high);
  step = sh_chart_nice_step (MAX (high - low, 1.0), 4);
  trace->low = floor (low / step) * step;
  trace->high = ceil ((high + 1e-9) / step) * step;
}

/* The values of a curve in the reader's unit. Returns: (transfer full) */
static double *
values_of (const ShClinicRecord *record, int curve)
{
  double *values = g_new (double, record->n);

  for (gsize i = 0; i < record->n; i++)
    values[i] = for_people (record->test, record->value[curve][i]);
  return values;
}

/* The other leg's values at the times of this one. Returns: (transfer full) */
static double *
values_at (const ShClinicRecord *record, const ShClinicRecord *other, int curve)
{
  ShChartTrace trace = { .time_s = other->time_s, .n = other->n };
  double *values = g_new (double, record->n);

  for (gsize i = 0; i < record->n; i++)
    values[i] = for_people (other->test,
                            sh_chart_value_at (&trace, other->value[curve], record->time_s[i]));
  return values;
}

/* The times in which something was done. Returns: (transfer full): of ShChartSpan */
static GArray *
find_exercise (const ShClinicRecord *record)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (ShChartSpan));

  for (gsize i = 0; i < record->n; i++)
    {
      ShChartSpan span = { .from_s = record->time_s[i] };

      if (record->step[i] != SH_STEP_MOVING)
        continue;
      while (i + 1 < record->n && record->step[i + 1] == SH_STEP_MOVING)
        i++;
      span.to_s = record->time_s[i];
      g_array_append_val (spans, span);
    }
  return spans;
}

/* Levels that a clinician reads off the curve of the heel raises. */
static gsize
fill_marks (const ShMeasure *measure, ShChartMark marks[2])
{
  double rest = sh_pressure_for_people (sh_measure_get (measure, "rest_mmhg"));
  double lowest = sh_pressure_for_people (sh_measure_get (measure, "avp_mmhg"));

  if (measure->test != SH_TEST_TIPTOE || !isfinite (rest) || !isfinite (lowest))
    return 0;
  marks[0] = (ShChartMark){ lowest, lowest, C_ ("chart", "lowest") };
  marks[1] = (ShChartMark){ rest, rest, C_ ("chart", "standing still") };
  return 2;
}

/* When 90 % of the fall is made good; FALSE where it never is. */
static gboolean
find_refill (const ShMeasure *measure, ShChartEvent *event)
{
  double refill_s = sh_measure_get (measure, "rt90_s");

  *event = (ShChartEvent){ RAISES_S + refill_s, C_ ("chart", "refilled (90 %)") };
  return measure->test == SH_TEST_TIPTOE && isfinite (refill_s);
}

void
sh_clinic_curve_draw (const ShClinicRecord *record,
                      const ShMeasure *measure,
                      const ShClinicRecord *other,
                      ShThemeId theme,
                      double text_scale,
                      cairo_t *cr,
                      double width,
                      double height)
{
  ShChartTrace traces[SH_CLINIC_CURVES] = { 0 };
  g_autoptr (GArray) spans = find_exercise (record);
  ShChartEvent refill;
  ShChartMark marks[2];
  double *values[SH_CLINIC_CURVES] = { NULL, NULL };
  double *twins[SH_CLINIC_CURVES] = { NULL, NULL };
  ShChart chart = { .to_s = MAX (end_of (record), 1.0),
                    .traces = traces,
                    .n_traces = (gsize) record->n_curves,
                    .theme = theme,
                    .text_scale = text_scale,
                    .quiet = TRUE,
                    .forward = TRUE };

  if (record->n == 0 || record->n_curves == 0)
    return;
  for (int i = 0; i < record->n_curves; i++)
    {
      values[i] = values_of (record, i);
      traces[i] = (ShChartTrace){ .label = sh_clinic_curve_label (record->test, i),
                                  .time_s = record->time_s,
                                  .value = values[i],
                                  .n = record->n,
                                  .color = sh_theme (theme)->vein_text };
      set_range (&traces[i], record, other, i);
      if (other != NULL && other->n > 0)
        traces[i].twin = twins[i] = values_at (record, other, i);
    }
  traces[0].n_marks = fill_marks (measure, marks);
  traces[0].marks = marks;
  chart.spans = (const ShChartSpan *) (gpointer) spans->data;
  chart.n_spans = spans->len;
  chart.event = find_refill (measure, &refill) ? &refill : NULL;
  sh_chart_draw (&chart, cr, width, height);
  for (int i = 0; i < SH_CLINIC_CURVES; i++)
    {
      g_free (values[i]);
      g_free (twins[i]);
    }
}
