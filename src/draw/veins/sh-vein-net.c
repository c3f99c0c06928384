/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-vein-net.h"

#include <math.h>
#include <string.h>

/* The art guide's proportions: inner width 0.72 of the outer one, sinus +34 % over 1.7 widths above
 * the leaflets' base, waist -5 % below it. */
#define LUMEN_PART 0.72
#define LENS_LUMEN_PART 0.83
#define SINUS_SWELL 0.34
#define SINUS_LENGTH 1.7
#define WAIST_SHRINK 0.05
#define WAIST_LENGTH 0.7
/* In veins narrower than this the valve would not be seen without a larger bead (art guide 6). */
#define SMALL_WIDTH 19.0
#define SMALL_SWELL 0.45
/* Distance between the points of a line, in widths and in plate units: the bends of the plate's
 * veins are wider than 100 of them, so that no corner is seen, and a sinus has four. */
#define STEP_WIDTHS 0.45
#define STEP_LEAST 5.0
#define STEP_MOST 12.0
/* Over this length two neighbouring segments pass into each other. */
#define BLEND_LENGTH 150.0
/* A vein that comes from where the plate shows nothing begins thin and is full after this length.
 */
#define TAPER_LENGTH 70.0

typedef struct
{
  const char *name;
  const char *paths[SH_LINE_SEGMENTS + 1];
  ShVein veins[SH_LINE_SEGMENTS];
  ShValve flow;
} LineSource;

static const LineSource sources[] = {
  { "perforator-low",
    { "vein.perforator-low" },
    { SH_VEIN_GREAT_SAPHENOUS_ANKLE },
    SH_VALVE_PERFORATOR_LOW },
  { "perforator-middle",
    { "vein.perforator-middle" },
    { SH_VEIN_GREAT_SAPHENOUS_CALF },
    SH_VALVE_PERFORATOR_MIDDLE },
  { "perforator-high",
    { "vein.perforator-high" },
    { SH_VEIN_GREAT_SAPHENOUS_CALF },
    SH_VALVE_PERFORATOR_HIGH },
  { "peroneal", { "vein.peroneal" }, { SH_VEIN_PERONEAL }, SH_VALVE_NONE },
  { "gastrocnemius", { "vein.gastrocnemius" }, { SH_VEIN_GASTROCNEMIUS }, SH_VALVE_NONE },
  { "small-saphenous", { "vein.small-saphenous" }, { SH_VEIN_SMALL_SAPHENOUS }, SH_VALVE_NONE },
  { "soleal-lower", { "vein.soleal.lower" }, { SH_VEIN_SOLEAL }, SH_VALVE_NONE },
  { "soleal-upper", { "vein.soleal.upper" }, { SH_VEIN_SOLEAL }, SH_VALVE_NONE },
  { "great-saphenous",
    { "vein.dorsal-foot", "vein.great-saphenous-ankle", "vein.great-saphenous-calf",
      "vein.great-saphenous-thigh" },
    { SH_VEIN_DORSAL_FOOT, SH_VEIN_GREAT_SAPHENOUS_ANKLE, SH_VEIN_GREAT_SAPHENOUS_CALF,
      SH_VEIN_GREAT_SAPHENOUS_THIGH },
    SH_VALVE_NONE },
  { "deep",
    { "vein.plantar", "vein.posterior-tibial", "vein.popliteal", "vein.femoral" },
    { SH_VEIN_PLANTAR, SH_VEIN_POSTERIOR_TIBIAL, SH_VEIN_POPLITEAL, SH_VEIN_FEMORAL },
    SH_VALVE_NONE },
};

/* Where each drawn valve stands: the line's name by the valve. Valves of veins that this view does
 * not show (front of the shin, groin) have no place. */
static const char *const valve_lines[SH_N_VALVES] = {
  [SH_VALVE_PLANTAR_1] = "deep",
  [SH_VALVE_POSTERIOR_TIBIAL_1] = "deep",
  [SH_VALVE_POSTERIOR_TIBIAL_2] = "deep",
  [SH_VALVE_PERONEAL_1] = "peroneal",
  [SH_VALVE_PERONEAL_2] = "peroneal",
  [SH_VALVE_SOLEAL_1] = "soleal-lower",
  [SH_VALVE_SOLEAL_2] = "soleal-upper",
  [SH_VALVE_GASTROCNEMIUS_1] = "gastrocnemius",
  [SH_VALVE_POPLITEAL_1] = "deep",
  [SH_VALVE_POPLITEAL_2] = "deep",
  [SH_VALVE_FEMORAL_1] = "deep",
  [SH_VALVE_FEMORAL_2] = "deep",
  [SH_VALVE_GREAT_SAPHENOUS_1] = "great-saphenous",
  [SH_VALVE_GREAT_SAPHENOUS_2] = "great-saphenous",
  [SH_VALVE_GREAT_SAPHENOUS_3] = "great-saphenous",
  [SH_VALVE_GREAT_SAPHENOUS_4] = "great-saphenous",
  [SH_VALVE_SMALL_SAPHENOUS_1] = "small-saphenous",
  [SH_VALVE_SMALL_SAPHENOUS_2] = "small-saphenous",
  [SH_VALVE_PERFORATOR_LOW] = "perforator-low",
  [SH_VALVE_PERFORATOR_MIDDLE] = "perforator-middle",
  [SH_VALVE_PERFORATOR_HIGH] = "perforator-high",
};

static void
line_allocate (ShVeinLine *line, int n)
{
  line->n = n;
  line->rest = g_new0 (ShPoint, n);
  line->at = g_new0 (ShPoint, n);
  line->normal = g_new0 (ShPoint, n);
  line->arc = g_new0 (double, n);
  line->width = g_new0 (double, n);
  line->bulge = g_new0 (double, n);
  line->lumen = g_new0 (double, n);
  line->outer = g_new0 (double, n);
  line->segment = g_new0 (guint8, n);
  line->blend = g_new0 (double, n);
}

static void
line_clear (ShVeinLine *line)
{
  g_free (line->rest);
  g_free (line->at);
  g_free (line->normal);
  g_free (line->arc);
  g_free (line->width);
  g_free (line->bulge);
  g_free (line->lumen);
  g_free (line->outer);
  g_free (line->segment);
  g_free (line->blend);
}

/* Appends @curve, resampled to an even step, to the arrays; the first point of a later part is the
 * last one of the part before. */
static void
append_curve (GArray *points, GArray *widths, const ShCurve *curve)
{
  double total = sh_curve_total (curve);
  double middle = sh_curve_width_at (curve, 0.5 * total);
  double step = CLAMP (STEP_WIDTHS * middle, STEP_LEAST, STEP_MOST);
  int n = MAX (3, (int) ceil (total / step));

  for (int i = points->len > 0 ? 1 : 0; i <= n; i++)
    {
      double s = total * i / n;
      ShPoint point = sh_curve_at (curve, s, 0);
      double width = sh_curve_width_at (curve, s);

      g_array_append_val (points, point);
      g_array_append_val (widths, width);
    }
}

void
sh_vein_line_find_normals (ShVeinLine *line)
{
  for (int i = 0; i < line->n; i++)
    {
      ShPoint before = line->at[MAX (i - 1, 0)];
      ShPoint after = line->at[MIN (i + 1, line->n - 1)];
      double dx = after.x - before.x;
      double dy = after.y - before.y;
      double length = MAX (sqrt (dx * dx + dy * dy), 1e-9);

      line->normal[i] = (ShPoint){ -dy / length, dx / length };
    }
}

static void
taper_start (ShVeinLine *line)
{
  for (int i = 0; i < line->n; i++)
    line->width[i] *= 0.15 + 0.85 * sh_smooth_step (0, TAPER_LENGTH, line->arc[i]);
}

/* Fills resting geometry from the collected points. */
static void
line_set_points (ShVeinLine *line, const GArray *points, const GArray *widths)
{
  line_allocate (line, (int) points->len);
  line->lumen_part = LUMEN_PART;
  for (int i = 0; i < line->n; i++)
    {
      line->rest[i] = g_array_index (points, ShPoint, i);
      line->at[i] = line->rest[i];
      line->width[i] = g_array_index (widths, double, i);
      line->widest = MAX (line->widest, line->width[i]);
      line->bulge[i] = 1.0;
      if (i > 0)
        line->arc[i] = line->arc[i - 1] + hypot (line->rest[i].x - line->rest[i - 1].x,
                                                 line->rest[i].y - line->rest[i - 1].y);
    }
  sh_vein_line_find_normals (line);
}

/* How much of the next segment is mixed in at each point: 0 far from the border, 0.5 on it. Past
 * the border the point belongs to the next segment, which mixes in the one before by -0.5…0. */
static void
line_set_blend (ShVeinLine *line)
{
  for (int k = 0; k < line->n_segments; k++)
    for (int i = line->segments[k].from; i <= line->segments[k].to; i++)
      {
        double after = line->arc[line->segments[k].to] - line->arc[i];
        double before = line->arc[i] - line->arc[line->segments[k].from];

        line->segment[i] = (guint8) k;
        line->blend[i] = 0;
        if (k + 1 < line->n_segments && after < BLEND_LENGTH / 2)
          line->blend[i] = 0.5 - after / BLEND_LENGTH;
        else if (k > 0 && before < BLEND_LENGTH / 2)
          line->blend[i] = before / BLEND_LENGTH - 0.5;
      }
}

static gboolean
line_read (ShVeinLine *line, const LineSource *source, const ShArt *art, GError **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (ShPoint));
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (double));

  line->name = source->name;
  for (int k = 0; source->paths[k] != NULL; k++)
    {
      const ShCurve *curve = sh_art_curve (art, source->paths[k]);
      int from = MAX ((int) points->len - 1, 0);

      if (curve == NULL)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                       "leg.svg: there is no path named \"%s\"", source->paths[k]);
          return FALSE;
        }
      append_curve (points, widths, curve);
      line->segments[k] = (ShVeinSegment){
        .vein = source->veins[k], .flow = source->flow, .from = from, .to = (int) points->len - 1
      };
      line->n_segments = k + 1;
    }
  line_set_points (line, points, widths);
  line_set_blend (line);
  if (line->n_segments > 1)
    taper_start (line);
  line->superficial = sh_vein_info (source->veins[0])->group == SH_GROUP_SUPERFICIAL;
  return TRUE;
}

/* The arc length of the point of @line nearest to @place, and how far it is. */
static double
line_nearest (const ShVeinLine *line, ShPoint place, double *distance)
{
  int nearest = 0;
  double best = G_MAXDOUBLE;

  for (int i = 0; i < line->n; i++)
    {
      double d = hypot (line->rest[i].x - place.x, line->rest[i].y - place.y);

      if (d < best)
        {
          best = d;
          nearest = i;
        }
    }
  if (distance != NULL)
    *distance = best;
  return line->arc[nearest];
}

/* Side branches are the paths "twig.<vein>.<number>"; one takes its look from the vein it names.
 * They come first, because thin lines are painted before thick ones. */
static void
read_twigs (GArray *lines, const ShArt *art)
{
  gsize n = 0;
  const char *const *ids = sh_art_curve_ids (art, &n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GArray) points = NULL;
      g_autoptr (GArray) widths = NULL;
      ShVeinLine twig = { .name = ids[i], .twig = TRUE, .n_segments = 1 };

      if (!g_str_has_prefix (ids[i], "twig."))
        continue;
      name = g_strndup (ids[i] + 5, strcspn (ids[i] + 5, "."));
      points = g_array_new (FALSE, FALSE, sizeof (ShPoint));
      widths = g_array_new (FALSE, FALSE, sizeof (double));
      append_curve (points, widths, sh_art_curve (art, ids[i]));
      line_set_points (&twig, points, widths);
      twig.segments[0] = (ShVeinSegment){ .vein = MAX (0, sh_vein_from_name (name)),
                                          .flow = SH_VALVE_NONE,
                                          .to = twig.n - 1 };
      twig.superficial = sh_vein_info (twig.segments[0].vein)->group == SH_GROUP_SUPERFICIAL;
      g_array_append_val (lines, twig);
    }
}

static int
find_line (const ShVeinNet *net, const char *name)
{
  for (int i = 0; i < net->n_lines; i++)
    if (strcmp (net->lines[i].name, name) == 0)
      return i;
  return -1;
}

/* Swells the line above the valve's base and draws it in below. */
static void
add_sinus (ShVeinLine *line, double base)
{
  double width = sh_vein_line_width (line, base);
  double swell = width < SMALL_WIDTH ? SMALL_SWELL : SINUS_SWELL;

  for (int i = 0; i < line->n; i++)
    {
      double above = (line->arc[i] - base) / (SINUS_LENGTH * width);
      double below = (base - line->arc[i]) / (WAIST_LENGTH * width);

      if (above > 0 && above < 1)
        line->bulge[i] *= 1.0 + swell * pow (sin (G_PI * pow (above, 0.8)), 1.3);
      else if (below > -0.1 && below < 1)
        line->bulge[i] *= 1.0 - WAIST_SHRINK * sin (G_PI * CLAMP (below, 0, 1));
    }
}

static void
read_valves (ShVeinNet *net, const ShArt *art)
{
  for (ShValve valve = 0; valve < SH_N_VALVES; valve++)
    {
      g_autofree char *id = g_strdup_printf ("valve.%s", sh_valve_info (valve)->name);
      ShNetValve *drawn = &net->valves[net->n_valves];
      ShPoint place;

      if (valve_lines[valve] == NULL || !sh_art_place (art, id, &place))
        continue;
      drawn->valve = valve;
      drawn->line = find_line (net, valve_lines[valve]);
      drawn->arc = line_nearest (&net->lines[drawn->line], place, NULL);
      add_sinus (&net->lines[drawn->line], drawn->arc);
      net->n_valves++;
    }
}

/* The area ratios of a healthy leg that stands still, to which the plate's widths belong. */
static void
read_standing (ShVeinNet *net)
{
  ShLeg *leg = sh_leg_new ();
  ShFrame frame;

  if (leg == NULL)
    g_error ("out of memory");
  sh_leg_read (leg, &frame);
  sh_leg_free (leg);
  for (int k = 0; k < net->n_lines; k++)
    for (int i = 0; i < net->lines[k].n_segments; i++)
      {
        ShVeinSegment *segment = &net->lines[k].segments[i];

        segment->standing_ratio = MAX (frame.area_ratio[segment->vein], 0.2);
        segment->falling_s = SH_REFLUX_FULL_S;
      }
}

ShVeinNet *
sh_vein_net_new (const ShArt *art, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (ShVeinLine));
  ShVeinNet *net = g_new0 (ShVeinNet, 1);
  gboolean complete = TRUE;

  read_twigs (lines, art);
  for (gsize i = 0; complete && i < G_N_ELEMENTS (sources); i++)
    {
      ShVeinLine line = { 0 };

      complete = line_read (&line, &sources[i], art, error);
      if (complete)
        g_array_append_val (lines, line);
    }
  net->n_lines = (int) lines->len;
  net->lines = (ShVeinLine *) (void *) g_array_free (g_steal_pointer (&lines), FALSE);
  if (!complete)
    {
      g_clear_pointer (&net, sh_vein_net_free);
      return NULL;
    }
  read_valves (net, art);
  read_standing (net);
  return net;
}

/* The vein that a valve stands in: the one below or above it whose name the valve's vein has. */
static ShVein
vein_of_valve (ShValve valve)
{
  const ShValveInfo *info = sh_valve_info (valve);

  return sh_vein_matches (info->above, info->vein) && !sh_vein_matches (info->below, info->vein)
             ? info->above
             : info->below;
}

ShVeinNet *
sh_vein_net_new_single (const ShCurve *course, double width, ShValve valve, double base)
{
  const ShValveInfo *info = sh_valve_info (valve);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (ShPoint));
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (double));
  ShVeinNet *net = g_new0 (ShVeinNet, 1);
  ShVeinLine *line;

  net->lines = g_new0 (ShVeinLine, 1);
  net->n_lines = 1;
  line = net->lines;
  append_curve (points, widths, course);
  for (guint i = 0; i < widths->len; i++)
    g_array_index (widths, double, i) = width;
  line->name = info->vein;
  line_set_points (line, points, widths);
  line->lumen_part = LENS_LUMEN_PART;
  line->superficial = sh_vein_info (info->below)->group == SH_GROUP_SUPERFICIAL;
  line->n_segments = 1;
  line->segments[0] =
      (ShVeinSegment){ .vein =
                           info->group == SH_GROUP_PERFORATOR ? info->below : vein_of_valve (valve),
                       .flow = info->group == SH_GROUP_PERFORATOR ? valve : SH_VALVE_NONE,
                       .to = line->n - 1 };
  net->valves[0] = (ShNetValve){ .valve = valve, .arc = base };
  net->n_valves = 1;
  add_sinus (line, base);
  read_standing (net);
  return net;
}

void
sh_vein_net_free (ShVeinNet *net)
{
  for (int i = 0; i < net->n_lines; i++)
    line_clear (&net->lines[i]);
  g_free (net->lines);
  g_free (net);
}
