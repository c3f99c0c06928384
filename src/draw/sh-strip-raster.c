/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-strip-raster.h"

#include <math.h>

/* One stretch between two stations, with everything that the pixels need as affine functions. */
typedef struct
{
  ShPixels *pixels;
  const ShStripStyle *style;
  const ShStripLook *look;
  float corner_x[4], corner_y[4]; /* left and right of the first, right and left of the second */
  float x0, y0;                   /* the first station */
  float along_x, along_y;         /* unit vector of the way divided by its length */
  float across_x, across_y;       /* unit vector to the right */
  float outer, outer_more;        /* half width and its growth to the second station */
  float lumen, lumen_more;
  float margin; /* how far the stretch reaches beyond the outer half width */
} Stretch;

guint32
sh_strip_pixel (ShColor color)
{
  guint32 r = (guint32) (CLAMP (color.r, 0, 1) * 255.0 + 0.5);
  guint32 g = (guint32) (CLAMP (color.g, 0, 1) * 255.0 + 0.5);
  guint32 b = (guint32) (CLAMP (color.b, 0, 1) * 255.0 + 0.5);

  return 0xff000000u | r << 16 | g << 8 | b;
}

/* @under covered by the opaque or translucent premultiplied @over at @weight 0…256. */
static inline guint32
blend (guint32 under, guint32 over, guint32 weight)
{
  guint32 rest = 256 - ((weight * ((over >> 24) + 1)) >> 8);
  guint32 rb = ((over & 0xff00ff) * weight + (under & 0xff00ff) * rest) >> 8;
  guint32 ag = ((over >> 8) & 0xff00ff) * weight + ((under >> 8) & 0xff00ff) * rest;

  return (rb & 0xff00ff) | (ag & 0xff00ff00);
}

static inline guint32
weight_of (float coverage)
{
  return coverage >= 1.0f ? 256u : coverage <= 0.0f ? 0u : (guint32) (coverage * 256.0f);
}

/* A soft edge: 1 well inside, 0 well outside. The darkest shadow wins where two overlap. */
static inline void
shadow_pixel (const Stretch *s, guint32 *pixel, float distance, float outer)
{
  float t = 0.5f - 0.5f * (distance - outer) / s->style->soft;
  guint32 alpha, tint;

  if (t <= 0.0f)
    return;
  t = t >= 1.0f ? 1.0f : t * t * (3.0f - 2.0f * t);
  /* A thin tube throws a faint shadow. */
  t *= outer >= s->style->soft ? 1.0f : outer / s->style->soft;
  alpha = (guint32) (t * (float) s->style->shadow);
  if (alpha <= *pixel >> 24)
    return;
  tint = s->style->tint;
  *pixel = alpha << 24 | (((tint >> 16 & 0xff) * alpha / 255) << 16) |
           (((tint >> 8 & 0xff) * alpha / 255) << 8) | ((tint & 0xff) * alpha / 255);
}

static inline void
contour_pixel (const Stretch *s, guint32 *pixel, float distance, float outer)
{
  float edge = outer + s->style->line;
  float coverage = edge - distance + 0.5f;

  if (edge < 0.5f)
    coverage *= 2.0f * edge;
  if (coverage > 0.0f && distance > outer - 1.5f)
    *pixel = blend (*pixel, s->look->contour, weight_of (coverage));
}

static inline void
wall_pixel (const Stretch *s, guint32 *pixel, float d, float outer, float lumen)
{
  float distance = fabsf (d);
  float coverage = outer - distance + 0.5f;
  float v = (distance - lumen) / MAX (outer - lumen, 0.01f);
  int half = SH_STRIP_WALL / 2;
  int i;

  if (coverage <= 0.0f || distance < lumen - 1.5f)
    return;
  if (outer < 0.5f)
    coverage *= 2.0f * outer;
  i = (int) (CLAMP (v, 0.0f, 0.999f) * (float) half);
  i = d < 0 ? half - 1 - i : half + i;
  *pixel = blend (*pixel, s->look->wall[i], weight_of (coverage));
}

static inline void
rim_pixel (const Stretch *s, guint32 *pixel, float distance, float lumen)
{
  float edge = lumen + s->style->line;
  float coverage = edge - distance + 0.5f;

  if (edge < 0.5f)
    coverage *= 2.0f * MAX (edge, 0.0f);
  if (coverage > 0.0f && distance > lumen - 1.5f)
    *pixel = blend (*pixel, s->look->rim, weight_of (coverage));
}

static inline void
blood_pixel (const Stretch *s, guint32 *pixel, float d, float lumen, int x, int y)
{
  float coverage = lumen - fabsf (d) + 0.5f;
  float u;
  guint32 color;

  if (coverage <= 0.0f)
    return;
  if (lumen < 0.5f)
    coverage *= 2.0f * lumen;
  u = d / MAX (lumen, 0.01f);
  color = s->look->blood[(int) (CLAMP (0.5f + 0.5f * u, 0.0f, 0.999f) * SH_STRIP_BLOOD)];
  if (s->look->hatch_strength > 0)
    {
      int step = s->style->hatch_step;
      int width = MAX (1, step / 5);

      if ((unsigned) (x + y) % (unsigned) step < (unsigned) width ||
          (unsigned) (x - y + 4096 * step) % (unsigned) step < (unsigned) width)
        color = blend (color, s->look->hatch, (guint32) s->look->hatch_strength);
    }
  *pixel = blend (*pixel, color, weight_of (coverage));
}

/* One row of a stretch; @pass is a constant where this is inlined. */
static inline void
draw_row (const Stretch *s, ShStripPass pass, int y, int from, int to)
{
  guint32 *row = s->pixels->pixels + (gsize) y * (gsize) s->pixels->stride;
  float px = (float) from + 0.5f - s->x0;
  float py = (float) y + 0.5f - s->y0;
  float d = px * s->across_x + py * s->across_y;
  float t = px * s->along_x + py * s->along_y;

  for (int x = from; x < to; x++, d += s->across_x, t += s->along_x)
    {
      float along = CLAMP (t, 0.0f, 1.0f);
      float outer = s->outer + along * s->outer_more;
      float lumen = s->lumen + along * s->lumen_more;

      if (pass == SH_STRIP_PASS_SHADOW)
        shadow_pixel (s, &row[x], fabsf (d), outer);
      else if (pass == SH_STRIP_PASS_CONTOUR)
        contour_pixel (s, &row[x], fabsf (d), outer);
      else if (pass == SH_STRIP_PASS_WALL)
        wall_pixel (s, &row[x], d, outer, lumen);
      else if (pass == SH_STRIP_PASS_RIM)
        rim_pixel (s, &row[x], fabsf (d), lumen);
      else
        blood_pixel (s, &row[x], d, lumen, x, y);
    }
}

/* The pixels of row @y whose centres lie between the stretch's edges. Neighbouring stretches share
 * an edge and compute it alike, so that no pixel is missed or drawn twice. */
static gboolean
row_span (const Stretch *s, int y, int *from, int *to)
{
  static const int ends[4][2] = { { 0, 1 }, { 1, 2 }, { 3, 2 }, { 0, 3 } };
  float yc = (float) y + 0.5f;
  float low = 1e9f, high = -1e9f;

  for (int i = 0; i < 4; i++)
    {
      float ax = s->corner_x[ends[i][0]], ay = s->corner_y[ends[i][0]];
      float bx = s->corner_x[ends[i][1]], by = s->corner_y[ends[i][1]];
      float x;

      if ((ay <= yc) == (by <= yc))
        continue;
      x = ax + (yc - ay) * (bx - ax) / (by - ay);
      low = MIN (low, x);
      high = MAX (high, x);
    }
  *from = MAX (0, (int) ceilf (low - 0.5f));
  *to = MIN (s->pixels->width, (int) ceilf (high - 0.5f));
  return low < high && *from < *to;
}

static inline void
draw_rows (const Stretch *s, ShStripPass pass)
{
  float low = MIN (MIN (s->corner_y[0], s->corner_y[1]), MIN (s->corner_y[2], s->corner_y[3]));
  float high = MAX (MAX (s->corner_y[0], s->corner_y[1]), MAX (s->corner_y[2], s->corner_y[3]));
  int last = MIN (s->pixels->height - 1, (int) floorf (high));

  for (int y = MAX (0, (int) floorf (low)); y <= last; y++)
    {
      int from, to;

      if (row_span (s, y, &from, &to))
        draw_row (s, pass, y, from, to);
    }
}

static void
draw_stretch (const Stretch *s)
{
  switch (s->style->pass)
    {
    case SH_STRIP_PASS_SHADOW:
      draw_rows (s, SH_STRIP_PASS_SHADOW);
      break;
    case SH_STRIP_PASS_CONTOUR:
      draw_rows (s, SH_STRIP_PASS_CONTOUR);
      break;
    case SH_STRIP_PASS_WALL:
      draw_rows (s, SH_STRIP_PASS_WALL);
      break;
    case SH_STRIP_PASS_RIM:
      draw_rows (s, SH_STRIP_PASS_RIM);
      break;
    case SH_STRIP_PASS_BLOOD:
    default:
      draw_rows (s, SH_STRIP_PASS_BLOOD);
      break;
    }
}

/* How far beyond the half width (outer, or the lumen for rim and blood) a pass reaches. */
static float
reach (const ShStripStyle *style)
{
  return 1.0f + (style->pass == SH_STRIP_PASS_SHADOW ? style->soft : style->line);
}

static gboolean
set_stretch (Stretch *s, const ShStripPoint *a, const ShStripPoint *b)
{
  gboolean inner = s->style->pass == SH_STRIP_PASS_RIM || s->style->pass == SH_STRIP_PASS_BLOOD;
  float ha = (inner ? a->lumen : a->outer) + s->margin;
  float hb = (inner ? b->lumen : b->outer) + s->margin;
  float dx = b->x - a->x, dy = b->y - a->y;
  float length = sqrtf (dx * dx + dy * dy);
  float sx = s->style->dx, sy = s->style->dy;
  float side;

  if (length < 1e-4f || (inner && a->lumen <= 0.0f && b->lumen <= 0.0f))
    return FALSE;
  s->x0 = a->x + sx;
  s->y0 = a->y + sy;
  s->along_x = dx / (length * length);
  s->along_y = dy / (length * length);
  side = a->ny * dx - a->nx * dy >= 0.0f ? 1.0f / length : -1.0f / length;
  s->across_x = -dy * side;
  s->across_y = dx * side;
  s->outer = a->outer;
  s->outer_more = b->outer - a->outer;
  s->lumen = a->lumen;
  s->lumen_more = b->lumen - a->lumen;
  s->corner_x[0] = a->x + sx - ha * a->nx;
  s->corner_y[0] = a->y + sy - ha * a->ny;
  s->corner_x[1] = a->x + sx + ha * a->nx;
  s->corner_y[1] = a->y + sy + ha * a->ny;
  s->corner_x[2] = b->x + sx + hb * b->nx;
  s->corner_y[2] = b->y + sy + hb * b->ny;
  s->corner_x[3] = b->x + sx - hb * b->nx;
  s->corner_y[3] = b->y + sy - hb * b->ny;
  return TRUE;
}

void
sh_strip_draw (ShPixels *pixels,
               const ShStripPoint *points,
               int n_points,
               const ShStripLook *looks,
               const ShStripStyle *style)
{
  Stretch s = { .pixels = pixels, .style = style, .margin = reach (style) };

  for (int i = 0; i + 1 < n_points; i++)
    {
      s.look = &looks[points[i].look];
      if (set_stretch (&s, &points[i], &points[i + 1]))
        draw_stretch (&s);
    }
}
