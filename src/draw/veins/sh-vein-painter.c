/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-vein-painter.h"

#include <math.h>
#include <string.h>

#include "sh-flow-arrow.h"
#include "sh-strip-raster.h"
#include "sh-vein-paths.h"

/* Line weights of the art guide, section 4, in parts of the width and plate units. */
#define CONTOUR_PART 0.055
#define CONTOUR_MIN 1.0
#define CONTOUR_MAX 2.4
#define RIM_PART 0.04
#define RIM_MIN 0.8
#define RIM_MAX 2.0
/* Hatching comes in between these inner widths, in pixels, and goes from this one on, in plate
 * units. */
#define HATCH_FROM 6.0
#define HATCH_FULL 14.0
#define HATCH_LARGE 50.0
/* Of 256: seen, but the chevrons on it are seen first. */
#define HATCH_STRENGTH 72.0
/* Blood that falls back keeps the colour of its vein near the wall: from the first of these parts
 * of the half width on, in full from the second. */
#define EDGE_FROM 0.55
#define EDGE_FULL 0.80
#define EDGE_MOST 0.92
/* The light comes from the upper left. */
#define LIGHT_X -0.6f
#define LIGHT_Y -0.8f
/* The darkest a vein's shadow gets (art guide 6: 50 %). */
#define SHADOW_ALPHA 0.5
/* Stations of a shadow may lie so far apart, in pixels, twice this at most. */
#define SHADOW_GAP 7.0f
/* Veins that fade stay opaque until the leg behind them is nearly gone: up to this part of the way.
 */
#define GONE_PART 0.15

/* The picture of the veins is cleared and shown in bands of this many rows, each as wide as the
 * veins are there: most of the view holds none. */
#define BAND_ROWS 32

/* From which column to which one a band holds something. */
typedef struct
{
  int from, to;
} Band;

/* What of the colours across the blood is the same for every vein: how much darker each place is,
 * how much of that more with load, how much lighter, and how much of the vein's own colour is kept
 * where blood falls back. */
typedef struct
{
  double dark[SH_STRIP_BLOOD];
  double loaded[SH_STRIP_BLOOD];
  double light[SH_STRIP_BLOOD];
  double edge[SH_STRIP_BLOOD];
} Trough;

struct _ShVeinPainter
{
  Trough trough;
  cairo_surface_t *surface;
  ShStripPoint *points; /* of all lines, one after the other */
  ShStripPoint *fewer;  /* of one line's shadow */
  ShStripLook *looks;
  int n_allocated;
  guint32 shadow[256];
  ShMarks marks;
  /* Of the painting in progress. */
  ShVeinPlace place;
  const ShVeinNet *net;
  const ShTheme *theme;
  Band *bands; /* of the picture as it is */
  int n_bands;
};

/* One painting in progress. */
typedef struct
{
  ShVeinPainter *painter;
  const ShVeinNet *net;
  const ShTheme *theme;
  const ShVeinPlace *place;
  ShPixels *pixels;
  cairo_matrix_t to_pixels;
  double k; /* pixels per plate unit */
  int n_looks;
} Painting;

/* Blood lies in a trough: the near wall shades it on the lit side, the light lifts it at two thirds
 * of the width, a thin dark line ends it at the far wall. A few faint streaks run along it. */
static void
prepare_trough (Trough *trough)
{
  for (int i = 0; i < SH_STRIP_BLOOD; i++)
    {
      double u = -1.0 + 2.0 * (i + 0.5) / SH_STRIP_BLOOD;
      double streak = 0.05 * sin (9.0 * u + 1.0) + 0.04 * sin (23.0 * u);

      trough->dark[i] =
          (0.78 * sh_smooth_step (0.15, 1.0, -u) + 0.5 * sh_smooth_step (0.7, 1.0, u) + streak);
      trough->loaded[i] = (0.2 * (1.0 - u * u));
      trough->edge[i] = EDGE_MOST * sh_smooth_step (EDGE_FROM, EDGE_FULL, fabs (u));
      trough->light[i] = (0.62 * exp (-pow ((u - 0.34) / 0.32, 2.0)));
    }
}

ShVeinPainter *
sh_vein_painter_new (void)
{
  ShVeinPainter *painter = g_new0 (ShVeinPainter, 1);

  prepare_trough (&painter->trough);
  return painter;
}

void
sh_vein_painter_free (ShVeinPainter *painter)
{
  g_clear_pointer (&painter->surface, cairo_surface_destroy);
  g_free (painter->points);
  g_free (painter->fewer);
  g_free (painter->looks);
  g_free (painter->bands);
  g_free (painter);
}

static guint32
mixed_pixel (ShColor a, ShColor b, double mix)
{
  return sh_strip_pixel (sh_color_mix (a, b, mix));
}

/* The wall: bright where it faces the light, dark where it turns away; the far wall's inner side
 * catches a little light too. */
static void
wall_table (const ShTheme *theme, const ShBloodLook *look, guint32 *table)
{
  const int half = SH_STRIP_WALL / 2;

  for (int i = 0; i < half; i++)
    {
      double v = (i + 0.5) / half; /* 0 at the outside of the lit wall */
      double light = 0.95 * sh_smooth_step (0.0, 0.35, v) * (1 - sh_smooth_step (0.55, 0.95, v));
      ShColor lit = sh_color_mix (look->wall, theme->wall_light, light);

      table[i] = mixed_pixel (lit, theme->wall_dark, 0.45 * sh_smooth_step (0.75, 1.0, v));
      /* And the other wall, from its inside. */
      light = 0.6 * (1 - sh_smooth_step (0.2, 0.5, v));
      lit = sh_color_mix (look->wall, theme->wall_light, light);
      table[half + i] = mixed_pixel (lit, theme->wall_dark, 0.55 * sh_smooth_step (0.5, 1.0, v));
    }
}

static void
blood_table (const Trough *trough, const ShBloodLook *look, guint32 *table)
{
  for (int i = 0; i < SH_STRIP_BLOOD; i++)
    {
      double dark = trough->dark[i] + look->load * trough->loaded[i];
      ShColor color = sh_color_mix (look->fill, look->dark, CLAMP (dark, 0.0, 1.0));

      color = sh_color_mix (color, look->light, trough->light[i]);
      color = sh_color_mix (color, look->edge, look->backflow * trough->edge[i]);
      table[i] = mixed_pixel (color, look->wall, 0.22 * look->emptiness);
    }
}

static void
fill_look (const Painting *p, const ShVeinLine *line, const ShBloodLook *look, ShStripLook *strip)
{
  double inner = 0.72 * line->widest * p->k;
  /* In a thin vein a mesh is a dark blob; under the lens it hides the cells. */
  double mesh = sh_smooth_step (HATCH_FROM, HATCH_FULL, inner) *
                (1 - sh_smooth_step (HATCH_LARGE, 2 * HATCH_LARGE, 0.72 * line->widest));

  strip->contour = sh_strip_pixel (look->contour);
  strip->rim = mixed_pixel (look->contour, look->wall, 0.3 * look->emptiness);
  wall_table (p->theme, look, strip->wall);
  blood_table (&p->painter->trough, look, strip->blood);
  strip->hatch = mixed_pixel (look->contour, look->dark, 0.3);
  strip->hatch_strength = (int) (HATCH_STRENGTH * mesh * look->backflow);
}

/* Two opaque pixels, mixed by @t of 256. */
static inline guint32
between (guint32 a, guint32 b, guint32 t)
{
  guint32 rb = ((a & 0xff00ff) * (256 - t) + (b & 0xff00ff) * t) >> 8;
  guint32 g = ((a & 0xff00) * (256 - t) + (b & 0xff00) * t) >> 8;

  return 0xff000000u | (rb & 0xff00ff) | (g & 0xff00);
}

/* Between two stretches the colours are mixed and not worked out anew. */
static void
mix_looks (const ShStripLook *a, const ShStripLook *b, double mix, ShStripLook *result)
{
  guint32 t = (guint32) (256.0 * mix);

  result->contour = between (a->contour, b->contour, t);
  result->rim = between (a->rim, b->rim, t);
  for (int i = 0; i < SH_STRIP_WALL; i++)
    result->wall[i] = between (a->wall[i], b->wall[i], t);
  for (int i = 0; i < SH_STRIP_BLOOD; i++)
    result->blood[i] = between (a->blood[i], b->blood[i], t);
  result->hatch = between (a->hatch, b->hatch, t);
  result->hatch_strength =
      a->hatch_strength + (int) (mix * (double) (b->hatch_strength - a->hatch_strength));
}

/* Makes the looks of @line's stretches and gives every point the index of its own. */
static void
prepare_looks (Painting *p, const ShVeinLine *line, ShStripPoint *points)
{
  int first = p->n_looks;

  for (int k = 0; k < line->n_segments; k++)
    fill_look (p, line, &line->segments[k].look, &p->painter->looks[p->n_looks++]);
  for (int i = 0; i < line->n; i++)
    {
      int own = line->segment[i];
      int other = line->blend[i] > 0 ? own + 1 : own - 1;
      ShStripLook *looks = p->painter->looks;

      points[i].look = (guint16) (first + own);
      if (line->blend[i] == 0)
        continue;
      points[i].look = (guint16) p->n_looks;
      mix_looks (&looks[first + own], &looks[first + other], fabs (line->blend[i]),
                 &looks[p->n_looks++]);
    }
}

/* Turns the line into stations in pixels, the lit side to the left. */
static void
prepare_points (Painting *p, const ShVeinLine *line, ShStripPoint *points)
{
  float facing = 0;

  for (int i = 0; i < line->n; i++)
    {
      double x = line->at[i].x, y = line->at[i].y;
      double nx = line->normal[i].x, ny = line->normal[i].y;

      cairo_matrix_transform_point (&p->to_pixels, &x, &y);
      cairo_matrix_transform_distance (&p->to_pixels, &nx, &ny);
      points[i].x = (float) x;
      points[i].y = (float) y;
      points[i].nx = (float) (nx / p->k);
      points[i].ny = (float) (ny / p->k);
      points[i].outer = (float) (line->outer[i] * p->k);
      points[i].lumen = (float) (line->lumen[i] * p->k);
      facing += points[i].nx * LIGHT_X + points[i].ny * LIGHT_Y;
    }
  if (facing > 0)
    /* Turned round: the way from the other end has the lit side on its left. */
    for (int i = 0; i < line->n; i++)
      {
        points[i].nx = -points[i].nx;
        points[i].ny = -points[i].ny;
      }
}

static float
line_weight (const Painting *p, const ShVeinLine *line, double part, double low, double high)
{
  return (float) MAX (CLAMP (part * line->widest, low, high) * p->k, 0.6);
}

static void
draw_pass (Painting *p, const ShVeinLine *line, const ShStripPoint *points, ShStripPass pass)
{
  ShStripStyle style = { .pass = pass,
                         .line = line_weight (p, line, CONTOUR_PART, CONTOUR_MIN, CONTOUR_MAX),
                         .rim = line_weight (p, line, RIM_PART, RIM_MIN, RIM_MAX),
                         .hatch_step = MAX (7, (int) (13.0 * p->k + 0.5)) };

  sh_strip_draw (p->pixels, points, line->n, p->painter->looks, &style);
}

/* How far a line's stations lie apart, at most, in pixels: a band must hold what is between. */
static float
longest_gap (const ShStripPoint *points, int n)
{
  float longest = 0;

  for (int i = 0; i + 1 < n; i++)
    longest = MAX (longest, MAX (fabsf (points[i + 1].x - points[i].x),
                                 fabsf (points[i + 1].y - points[i].y)));
  return longest;
}

/* Takes every second station where they lie close: nobody sees that in a soft shadow. */
static int
fewer_points (const Painting *p, const ShStripPoint *points, int n)
{
  int n_fewer = 0;
  int step = longest_gap (points, n) < SHADOW_GAP ? 2 : 1;

  for (int i = 0; i < n - 1; i += step)
    p->painter->fewer[n_fewer++] = points[i];
  p->painter->fewer[n_fewer++] = points[n - 1];
  return n_fewer;
}

/* A soft shadow down and to the right. Veins under the skin lie nearer to the eye and throw theirs
 * farther (art guide 1.5). */
static void
draw_shadow (Painting *p, const ShVeinLine *line, const ShStripPoint *points)
{
  float k = (float) p->k;
  float w = (float) line->widest;
  float lift = line->superficial && !line->twig ? 1.5f : 1.0f;
  ShStripStyle style = { .pass = SH_STRIP_PASS_SHADOW,
                         .dx = k * lift * (1.5f + 0.10f * w),
                         .dy = k * lift * (2.0f + 0.13f * w),
                         .soft = MAX (1.0f, k * lift * (2.0f + 0.17f * w)),
                         .shadow = p->painter->shadow };

  sh_strip_draw (p->pixels, p->painter->fewer, fewer_points (p, points, line->n), NULL, &style);
}

/* Multiplies one pixel's four channels by @weight / 256. */
static inline guint32
scaled (guint32 pixel, guint32 weight)
{
  guint32 rb = ((pixel & 0xff00ff) * weight >> 8) & 0xff00ff;
  guint32 ag = ((pixel >> 8) & 0xff00ff) * weight & 0xff00ff00;

  return rb | ag;
}

/* A pixel as a part @keep of it and the rest @paper would be, both of 256; what it covers stays
 * covered, so that nothing shines through a vein that ends. */
static inline guint32
faded (guint32 pixel, guint32 paper, guint32 keep)
{
  guint32 cover = pixel >> 24;

  return scaled (pixel, keep) + scaled (scaled (paper, 256 - keep), cover + (cover >> 7));
}

/* One pixel of the thigh's cut end at the part @t of the way to where all is seen. */
static inline guint32
fade_pixel (guint32 pixel, guint32 paper, double t)
{
  guint32 keep = (guint32) (256.0 * CLAMP (t, 0, 1));

  return scaled (faded (pixel, paper, keep), (guint32) (256.0 * sh_smooth_step (0, GONE_PART, t)));
}

/* The cut end of the thigh fades into the paper. */
static void
fade_end (ShVeinPainter *painter)
{
  const ShPixels *pixels = &painter->marks.pixels;
  const guint32 paper = sh_strip_pixel (sh_vein_paper (painter->theme));
  cairo_matrix_t back = painter->marks.to_pixels;
  double span = painter->place.fade_from - painter->place.fade_to;

  if (span <= 0 || cairo_matrix_invert (&back) != CAIRO_STATUS_SUCCESS)
    return;
  for (int y = 0; y < pixels->height; y++)
    {
      guint32 *row = pixels->pixels + (gsize) y * (gsize) pixels->stride;
      double left = back.yx * 0.5 + back.yy * (y + 0.5) + back.y0;
      double right = left + back.yx * pixels->width;

      if (MIN (left, right) >= painter->place.fade_from)
        continue;
      for (int x = painter->bands[y / BAND_ROWS].from; x < painter->bands[y / BAND_ROWS].to; x++)
        if (row[x] != 0)
          row[x] = fade_pixel (row[x], paper, (left + back.yx * x - painter->place.fade_to) / span);
    }
}

static void
ensure_surface (ShVeinPainter *painter, int width, int height)
{
  if (painter->surface != NULL && cairo_image_surface_get_width (painter->surface) == width &&
      cairo_image_surface_get_height (painter->surface) == height)
    return;
  g_clear_pointer (&painter->surface, cairo_surface_destroy);
  painter->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  painter->n_bands = (height + BAND_ROWS - 1) / BAND_ROWS;
  g_free (painter->bands);
  painter->bands = g_new0 (Band, painter->n_bands);
}

/* Clears what the last painting left. */
static void
clear_bands (ShVeinPainter *painter, const ShPixels *pixels)
{
  for (int i = 0; i < painter->n_bands; i++)
    {
      Band *band = &painter->bands[i];
      int end = MIN ((i + 1) * BAND_ROWS, pixels->height);

      for (int y = i * BAND_ROWS; band->from < band->to && y < end; y++)
        memset (pixels->pixels + (gsize) y * (gsize) pixels->stride + band->from, 0,
                (gsize) (band->to - band->from) * 4);
      *band = (Band){ pixels->width, 0 };
    }
}

/* Widens the bands by what is painted around a station, no farther than @reach pixels away. */
static void
widen_bands (ShVeinPainter *painter, const ShPixels *pixels, float x, float y, float reach)
{
  int first = MAX (0, (int) floorf (y - reach) / BAND_ROWS);
  int last = MIN (painter->n_bands - 1, (int) ceilf (y + reach) / BAND_ROWS);
  int from = CLAMP ((int) floorf (x - reach), 0, pixels->width);
  int to = CLAMP ((int) ceilf (x + reach), 0, pixels->width);

  for (int i = first; y + reach > 0 && i <= last && from < to; i++)
    {
      painter->bands[i].from = MIN (painter->bands[i].from, from);
      painter->bands[i].to = MAX (painter->bands[i].to, to);
    }
}

static void
ensure_room (ShVeinPainter *painter, const ShVeinNet *net)
{
  int n = 0;

  for (int k = 0; k < net->n_lines; k++)
    n += net->lines[k].n + SH_LINE_SEGMENTS;
  if (n <= painter->n_allocated)
    return;
  painter->points = g_renew (ShStripPoint, painter->points, n);
  painter->fewer = g_renew (ShStripPoint, painter->fewer, n);
  painter->looks = g_renew (ShStripLook, painter->looks, n);
  painter->n_allocated = n;
}

static void
prepare_pixels (Painting *p)
{
  const ShVeinPlace *place = p->place;
  int width = (int) ceil (place->area.width * place->scale);
  int height = (int) ceil (place->area.height * place->scale);
  cairo_surface_t *surface;

  ensure_surface (p->painter, width, height);
  surface = p->painter->surface;
  cairo_surface_flush (surface);
  p->pixels->pixels = (guint32 *) (void *) cairo_image_surface_get_data (surface);
  p->pixels->width = width;
  p->pixels->height = height;
  p->pixels->stride = cairo_image_surface_get_stride (surface) / 4;
  clear_bands (p->painter, p->pixels);
  p->to_pixels = place->to_user;
  p->to_pixels.x0 -= place->area.x;
  p->to_pixels.y0 -= place->area.y;
  {
    cairo_matrix_t device;

    cairo_matrix_init_scale (&device, place->scale, place->scale);
    cairo_matrix_multiply (&p->to_pixels, &p->to_pixels, &device);
  }
  p->k = hypot (p->to_pixels.xx, p->to_pixels.yx);
}

/* The colours of shadows from nothing to the darkest. */
static void
prepare_shadow (Painting *p)
{
  const ShColor tint = p->theme->shadow;

  for (int i = 0; i < 256; i++)
    {
      guint32 a = (guint32) (i * SHADOW_ALPHA + 0.5);

      p->painter->shadow[i] = a << 24 | (guint32) (tint.r * a + 0.5) << 16 |
                              (guint32) (tint.g * a + 0.5) << 8 | (guint32) (tint.b * a + 0.5);
    }
}

/* Shadows reach farthest, and the arrows beside perforators; other marks stay in the lumen. */
static void
prepare_bands (Painting *p, const ShVeinLine *line, const ShStripPoint *points)
{
  float k = (float) p->k;
  float beyond = 3.0f + k * 1.5f * (4.0f + 0.30f * (float) line->widest);
  float gap = longest_gap (points, line->n);

  if (line->segments[0].flow != SH_VALVE_NONE)
    beyond = MAX (beyond, k * (float) SH_FLOW_ARROW_REACH);
  for (int i = 0; i < line->n; i++)
    widen_bands (p->painter, p->pixels, points[i].x, points[i].y, points[i].outer + beyond + gap);
}

static void
draw_pixels (Painting *p)
{
  static const ShStripPass passes[] = { SH_STRIP_PASS_TUBE, SH_STRIP_PASS_BLOOD };
  const ShVeinNet *net = p->net;
  ShStripPoint *points = p->painter->points;

  for (int k = 0; k < net->n_lines; points += net->lines[k].n, k++)
    {
      prepare_points (p, &net->lines[k], points);
      prepare_looks (p, &net->lines[k], points);
      prepare_bands (p, &net->lines[k], points);
      draw_shadow (p, &net->lines[k], points);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (passes); i++)
    {
      points = p->painter->points;
      for (int k = 0; k < net->n_lines; points += net->lines[k].n, k++)
        draw_pass (p, &net->lines[k], points, passes[i]);
    }
}

ShMarks *
sh_vein_painter_begin (ShVeinPainter *painter,
                       cairo_t *cr,
                       const ShVeinNet *net,
                       const ShTheme *theme,
                       const ShVeinPlace *place)
{
  ShMarks *marks = &painter->marks;
  Painting p = {
    .painter = painter, .net = net, .theme = theme, .place = place, .pixels = &marks->pixels
  };

  painter->place = *place;
  painter->net = net;
  painter->theme = theme;
  if (place->vector)
    {
      marks->cr = cr;
      marks->k = hypot (place->to_user.xx, place->to_user.yx) * place->scale;
      sh_vein_paths_begin (cr, net, theme, place);
      return marks;
    }
  marks->cr = NULL;
  ensure_room (painter, net);
  prepare_pixels (&p);
  prepare_shadow (&p);
  draw_pixels (&p);
  marks->to_pixels = p.to_pixels;
  marks->k = p.k;
  return marks;
}

static void
show_pixels (ShVeinPainter *painter, cairo_t *cr)
{
  const cairo_rectangle_t *area = &painter->place.area;
  const double scale = painter->place.scale;

  cairo_surface_mark_dirty (painter->surface);
  cairo_save (cr);
  cairo_translate (cr, area->x, area->y);
  cairo_scale (cr, 1 / scale, 1 / scale);
  cairo_set_source_surface (cr, painter->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  for (int i = 0; i < painter->n_bands; i++)
    if (painter->bands[i].from < painter->bands[i].to)
      cairo_rectangle (cr, painter->bands[i].from, i * BAND_ROWS,
                       painter->bands[i].to - painter->bands[i].from, BAND_ROWS);
  cairo_fill (cr);
  cairo_restore (cr);
}

void
sh_vein_painter_end (ShVeinPainter *painter, cairo_t *cr)
{
  if (painter->place.vector)
    {
      sh_vein_paths_end (cr, painter->net, painter->theme, &painter->place);
      return;
    }
  fade_end (painter);
  show_pixels (painter, cr);
}
