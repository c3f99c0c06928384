/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "sh-blood-cells.h"
#include "sh-draw.h"
#include "sh-mesh-warp.h"
#include "sh-valve-painter.h"
#include "sh-vein-net.h"

typedef struct
{
  ShArt *art;
  ShVeinNet *net;
  ShFrame frame;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  ShLeg *leg = sh_leg_new ();

  f->art = sh_art_load (&error);
  g_assert_no_error (error);
  f->net = sh_vein_net_new (f->art, &error);
  g_assert_no_error (error);
  sh_leg_read (leg, &f->frame);
  sh_leg_free (leg);
  sh_vein_net_fill (f->net, sh_theme (SH_THEME_LIGHT), &f->frame);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  sh_vein_net_free (f->net);
  sh_art_unref (f->art);
}

static ShVeinLine *
line_of (ShVeinNet *net, const char *name)
{
  for (int i = 0; i < net->n_lines; i++)
    if (strcmp (net->lines[i].name, name) == 0)
      return &net->lines[i];
  g_assert_not_reached ();
}

static ShVeinSegment *
segment_of (ShVeinLine *line, ShVein vein)
{
  for (int i = 0; i < line->n_segments; i++)
    if (line->segments[i].vein == vein)
      return &line->segments[i];
  g_assert_not_reached ();
}

static double
middle_lumen (const ShVeinLine *line, const ShVeinSegment *segment)
{
  return line->lumen[(segment->from + segment->to) / 2];
}

static void
test_runs_to_heart (Fixture *f, gconstpointer data)
{
  for (int i = 0; i < f->net->n_lines; i++)
    {
      const ShVeinLine *line = &f->net->lines[i];

      if (!line->twig && strstr (line->name, "perforator") == NULL)
        g_assert_cmpfloat (line->rest[line->n - 1].y, <, line->rest[0].y);
      for (int k = 1; k < line->n; k++)
        g_assert_cmpfloat (line->arc[k], >, line->arc[k - 1]);
    }
}

static void
test_standing_width (Fixture *f, gconstpointer data)
{
  const ShVeinLine *line = line_of (f->net, "deep");

  /* The plate's widths are those of a healthy leg that stands still. */
  for (int i = 0; i < line->n; i++)
    if (line->blend[i] == 0)
      g_assert_cmpfloat_with_epsilon (line->lumen[i], 0.36 * line->width[i] * line->bulge[i],
                                      0.02 * line->width[i]);
}

static void
test_width_follows_volume (Fixture *f, gconstpointer data)
{
  ShVeinLine *line = line_of (f->net, "deep");
  const ShVeinSegment *segment = segment_of (line, SH_VEIN_POPLITEAL);
  double before = middle_lumen (line, segment);
  double other = middle_lumen (line, segment_of (line, SH_VEIN_POSTERIOR_TIBIAL));

  f->frame.area_ratio[SH_VEIN_POPLITEAL] *= 0.25;
  sh_vein_net_fill (f->net, sh_theme (SH_THEME_LIGHT), &f->frame);
  g_assert_cmpfloat_with_epsilon (middle_lumen (line, segment), 0.5 * before, 1e-6);
  g_assert_cmpfloat (middle_lumen (line, segment_of (line, SH_VEIN_POSTERIOR_TIBIAL)), ==, other);
  f->frame.area_ratio[SH_VEIN_POPLITEAL] = 100;
  sh_vein_net_fill (f->net, sh_theme (SH_THEME_LIGHT), &f->frame);
  g_assert_cmpfloat (middle_lumen (line, segment), <, 1.5 * before);
}

static void
test_old_clot_is_local (Fixture *f, gconstpointer data)
{
  ShVeinLine *line = line_of (f->net, "deep");
  const ShVeinSegment *segment = segment_of (line, SH_VEIN_FEMORAL);
  double middle = middle_lumen (line, segment);
  double end = line->lumen[segment->to];
  int at = (segment->from + segment->to) / 2;
  double outer = line->outer[at];

  f->frame.narrowing[SH_VEIN_FEMORAL] = 0.75;
  sh_vein_net_fill (f->net, sh_theme (SH_THEME_LIGHT), &f->frame);
  g_assert_cmpfloat_with_epsilon (middle_lumen (line, segment), 0.5 * middle, 0.05 * middle);
  g_assert_cmpfloat (line->lumen[segment->to], ==, end);
  /* The scar fills what the lumen loses: from outside the vein is nearly as wide as before. */
  g_assert_cmpfloat (line->outer[at], >, 0.8 * outer);
}

static void
test_treated_vein_holds_none (Fixture *f, gconstpointer data)
{
  ShVeinLine *line = line_of (f->net, "small-saphenous");

  f->frame.closed[SH_VEIN_SMALL_SAPHENOUS] = true;
  sh_vein_net_fill (f->net, sh_theme (SH_THEME_LIGHT), &f->frame);
  for (int i = 0; i < line->n; i++)
    g_assert_cmpfloat (line->lumen[i], ==, 0);
  g_assert_cmpfloat (line->outer[line->n / 2], >, 0);
}

static void
test_sinus_is_downstream (Fixture *f, gconstpointer data)
{
  for (int i = 0; i < f->net->n_valves; i++)
    {
      const ShNetValve *valve = &f->net->valves[i];
      const ShVeinLine *line = &f->net->lines[valve->line];
      double width = sh_vein_line_width (line, valve->arc);
      double above = line->bulge[sh_vein_line_index (line, valve->arc + width)];
      double below = line->bulge[sh_vein_line_index (line, valve->arc - 0.5 * width)];

      /* Where the vein ends at once, its sinus lies in the vein that it opens into. */
      if (valve->arc + width > line->arc[line->n - 1])
        continue;
      g_assert_cmpfloat (above, >, 1.1);
      g_assert_cmpfloat (below, <, above);
    }
}

static void
test_short_slip_is_no_reflux (Fixture *f, gconstpointer data)
{
  ShVeinSegment *segment =
      segment_of (line_of (f->net, "great-saphenous"), SH_VEIN_GREAT_SAPHENOUS_CALF);
  const ShTheme *theme = sh_theme (SH_THEME_LIGHT);

  f->frame.velocity_cm_s[SH_VEIN_GREAT_SAPHENOUS_CALF] = 5;
  sh_vein_net_advance (f->net, &f->frame, 0.1);
  f->frame.velocity_cm_s[SH_VEIN_GREAT_SAPHENOUS_CALF] = -12;
  sh_vein_net_advance (f->net, &f->frame, 0.1);
  sh_vein_net_fill (f->net, theme, &f->frame);
  g_assert_cmpfloat (segment->look.backflow, <, 0.05);
  sh_vein_net_advance (f->net, &f->frame, 0.6);
  sh_vein_net_fill (f->net, theme, &f->frame);
  g_assert_cmpfloat (segment->look.backflow, >, 0.95);
}

/* What falls through a valve that is known to leak is shown at once: while walking there is no half
 * second for it. */
static void
test_a_leak_shows_at_once (Fixture *f, gconstpointer data)
{
  ShVeinSegment *segment = segment_of (line_of (f->net, "deep"), SH_VEIN_POPLITEAL);
  const ShTheme *theme = sh_theme (SH_THEME_LIGHT);

  f->frame.velocity_cm_s[SH_VEIN_POPLITEAL] = 5;
  sh_vein_net_advance (f->net, &f->frame, 0.1);
  f->frame.velocity_cm_s[SH_VEIN_POPLITEAL] = -12;
  sh_vein_net_fill (f->net, theme, &f->frame);
  g_assert_cmpfloat (segment->look.backflow, <, 0.05);
  /* A leak somewhere else is none of this vein's. */
  f->frame.leak[SH_VALVE_GREAT_SAPHENOUS_3] = 1;
  sh_vein_net_fill (f->net, theme, &f->frame);
  g_assert_cmpfloat (segment->look.backflow, <, 0.05);
  f->frame.leak[SH_VALVE_POPLITEAL_1] = 1;
  sh_vein_net_fill (f->net, theme, &f->frame);
  g_assert_cmpfloat (segment->look.backflow, >, 0.95);
}

static void
test_cell_speed (void)
{
  double last = sh_blood_cells_speed (-200);

  for (double v = -199; v <= 200; v++)
    {
      g_assert_cmpfloat (sh_blood_cells_speed (v), >, last);
      last = sh_blood_cells_speed (v);
    }
  g_assert_cmpfloat (sh_blood_cells_speed (0), ==, 0);
  g_assert_cmpfloat_with_epsilon (sh_blood_cells_speed (7), -sh_blood_cells_speed (-7), 1e-9);
  /* Half the least distance of two marks (46 plate units) is not passed in one of 60 pictures. */
  g_assert_cmpfloat (sh_blood_cells_speed (200) / 60, <, 15);
}

static void
test_leaflets (void)
{
  ShPoint closed[SH_LEAFLET_POINTS], open[SH_LEAFLET_POINTS], leaking[SH_LEAFLET_POINTS];
  int n = sh_leaflet_shape (1, 0, 0, closed);

  sh_leaflet_shape (1, 1, 0, open);
  sh_leaflet_shape (1, 0, 0.6, leaking);
  /* The free edge points toward the heart. */
  g_assert_cmpfloat (closed[n - 1].x, >, closed[0].x + 0.8);
  g_assert_cmpfloat (closed[n - 1].y, <, 0.08);
  g_assert_cmpfloat (open[n - 1].y, >, 0.6);
  g_assert_cmpfloat (leaking[n - 1].y, >, closed[n - 1].y + 0.1);
  g_assert_cmpfloat (leaking[n - 1].x, <, closed[n - 1].x);
}

static void
test_grid_at_rest_copies (void)
{
  guint32 from[40 * 30], to[40 * 30] = { 0 };
  ShPixels source = { from, 40, 30, 40 }, target = { to, 40, 30, 40 };
  ShPoint grid[5 * 4];

  for (int i = 0; i < 40 * 30; i++)
    from[i] = 0xff000000u | (guint32) i * 2654435761u >> 8;
  for (int i = 0; i < 5 * 4; i++)
    grid[i] = (ShPoint){ i % 5 * 10.0, i / 5 * 10.0 };
  sh_mesh_warp (&source, &target, grid, grid, NULL, 4, 3);
  g_assert_cmpmem (from, sizeof from, to, sizeof to);
}

static void
test_tube_has_no_seams (void)
{
  guint32 pixels[64 * 64] = { 0 };
  ShPixels target = { pixels, 64, 64, 64 };
  ShStripPoint points[9];
  ShStripStyle style = { .pass = SH_STRIP_PASS_MARK, .mark = 0xffffffff };

  /* A tube of half strength in eight stretches: a pixel drawn twice would be brighter, a missed
   * one dark. */
  for (int i = 0; i < 9; i++)
    points[i] =
        (ShStripPoint){ .x = 32, .y = 4 + 7.1f * (float) i, .nx = 1, .outer = 10, .lumen = 0.5f };
  sh_strip_draw (&target, points, 9, NULL, &style);
  for (int y = 5; y < 58; y++)
    for (int x = 24; x < 40; x++)
      g_assert_cmpint ((int) (pixels[y * 64 + x] >> 24), ==, (int) (pixels[30 * 64 + 32] >> 24));
  g_assert_cmpint ((int) (pixels[30 * 64 + 32] >> 24), ==, 127);
  g_assert_cmpint ((int) (pixels[30 * 64 + 10] >> 24), ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

/** The strongest sign of reflux in the last two of six seconds of walking. */
static double
worst_backflow (Fixture *f, const ShScenario *scenario)
{
  ShLeg *leg = sh_leg_new ();
  double worst = 0;

  g_assert_cmpint (sh_leg_reset (leg, scenario), ==, SH_STATUS_OK);
  for (int i = 0; i < 360; i++)
    {
      sh_leg_advance (leg, 1.0 / 60);
      sh_leg_read (leg, &f->frame);
      sh_vein_net_advance (f->net, &f->frame, 1.0 / 60);
      sh_vein_net_fill (f->net, sh_theme (SH_THEME_LIGHT), &f->frame);
      for (int k = 0; i >= 240 && k < f->net->n_lines; k++)
        for (int s = 0; s < f->net->lines[k].n_segments; s++)
          worst = MAX (worst, f->net->lines[k].segments[s].look.backflow);
    }
  sh_leg_free (leg);
  return worst;
}

/** A healthy leg on the move closes its valves and carries a little blood outward through its
 * perforators: no picture calls that a disease. */
static void
test_healthy_steps_show_no_reflux (Fixture *f, gconstpointer data)
{
  const ShActivity activities[] = { SH_ACTIVITY_WALKING, SH_ACTIVITY_RUNNING, SH_ACTIVITY_STAIRS,
                                    SH_ACTIVITY_HEEL_RAISES };
  ShScenario scenario;

  for (gsize i = 0; i < G_N_ELEMENTS (activities); i++)
    {
      sh_scenario_init (&scenario);
      sh_scenario_set_activity (&scenario, activities[i]);
      g_assert_cmpfloat (worst_backflow (f, &scenario), <, 0.01);
    }
  for (int v = SH_VALVE_PERFORATOR_LOW; v <= SH_VALVE_PERFORATOR_HIGH; v++)
    scenario.leak[v] = 1.0;
  sh_scenario_set_activity (&scenario, SH_ACTIVITY_WALKING);
  g_assert_cmpfloat (worst_backflow (f, &scenario), >, 0.9);
}

/** What the arrow of the low perforator tells when @flow_ml_s runs through it at @time_s. */
static double
arrow_at (Fixture *f, double flow_ml_s, double leak, double time_s)
{
  f->frame.flow_ml_s[SH_VALVE_PERFORATOR_LOW] = flow_ml_s;
  f->frame.leak[SH_VALVE_PERFORATOR_LOW] = leak;
  f->frame.time_s = time_s;
  sh_vein_net_fill (f->net, sh_theme (SH_THEME_LIGHT), &f->frame);
  return line_of (f->net, "perforator-low")->segments[0].arrow_cm_s;
}

static void
test_perforators_tell_their_way (Fixture *f, gconstpointer data)
{
  double gush = arrow_at (f, 1.0, 0, 10), later;

  g_assert_cmpfloat (gush, >, 5);
  later = arrow_at (f, 0, 0, 10.2);
  g_assert_cmpfloat (later, >, 0.3 * gush);
  g_assert_cmpfloat (later, <, 0.8 * gush);
  /* A picture drawn twice is the same, one from before the gush has no arrow. */
  g_assert_cmpfloat (arrow_at (f, 0, 0, 10.2), ==, later);
  g_assert_cmpfloat (arrow_at (f, 0, 0, 9.9), ==, 0);
  /* What seeps out in anyone has none, a leak's points outward at once. */
  g_assert_cmpfloat (arrow_at (f, -0.3, 0, 20), >, -0.01);
  arrow_at (f, 1.0, 1, 20.1);
  g_assert_cmpfloat (arrow_at (f, -3.0, 1, 20.2), <, -5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/vein-net/every line runs toward the heart", test_runs_to_heart);
  ADD ("/vein-net/a healthy leg that stands has the plate's widths", test_standing_width);
  ADD ("/vein-net/a quarter of the area is half the width", test_width_follows_volume);
  ADD ("/vein-net/an old clot narrows one place", test_old_clot_is_local);
  ADD ("/vein-net/a treated vein holds no blood", test_treated_vein_holds_none);
  ADD ("/vein-net/the sinus lies above its valve", test_sinus_is_downstream);
  ADD ("/vein-net/a moment's slip is no reflux", test_short_slip_is_no_reflux);
  ADD ("/vein-net/a leak shows at once", test_a_leak_shows_at_once);
  ADD ("/vein-net/a healthy leg's steps show no reflux", test_healthy_steps_show_no_reflux);
  ADD ("/vein-net/perforators tell which way blood goes", test_perforators_tell_their_way);
  g_test_add_func ("/cells/faster blood moves faster, both ways", test_cell_speed);
  g_test_add_func ("/valves/leaflets point to the heart and leaking ones hang apart",
                   test_leaflets);
  g_test_add_func ("/pixels/a grid at rest copies", test_grid_at_rest_copies);
  g_test_add_func ("/pixels/a tube has no seams", test_tube_has_no_seams);
  return g_test_run ();
}
