/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-draw.h"
#include "sh-picture.h"

static cairo_surface_t *
draw (double pressure_mmhg, double other_mmhg, ShLabels labels)
{
  g_autoptr (ShTraceSheet) sheet = sh_trace_sheet_new ();
  ShTraceSheetOptions options = { .labels = labels, .width = 500, .height = 400, .text_scale = 1 };
  cairo_surface_t *picture = sh_picture_new (500, 400);
  cairo_t *cr = cairo_create (picture);

  for (int i = 0; i < 50; i++)
    {
      ShFrame frame = { .time_s = i, .calf_blood_ml = 100 }, other = frame;

      frame.pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE] = pressure_mmhg + (i % 5);
      other.pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE] = other_mmhg;
      sh_trace_sheet_add (sheet, &frame, other_mmhg > 0 ? &other : NULL);
    }
  sh_trace_sheet_draw (sheet, cr, &options);
  cairo_destroy (cr);
  return picture;
}

static double
difference (cairo_surface_t *a, cairo_surface_t *b)
{
  double mean = sh_picture_compare (a, b, 0).mean;

  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
  return mean;
}

static void
test_the_traces_are_seen (void)
{
  const ShLabels none = SH_LABELS_NONE;

  g_assert_cmpfloat (difference (draw (40, 30, none), draw (40, 30, none)), ==, 0);
  g_assert_cmpfloat (difference (draw (40, 30, none), draw (60, 30, none)), >, 0);
  g_assert_cmpfloat (difference (draw (40, 30, none), draw (40, 20, none)), >, 0);
  g_assert_cmpfloat (difference (draw (40, 30, none), draw (40, 0, none)), >, 0);
  g_assert_cmpfloat (difference (draw (40, 30, none), draw (40, 30, SH_LABELS_FEW)), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trace sheet/both legs and the words are seen", test_the_traces_are_seen);
  return g_test_run ();
}
