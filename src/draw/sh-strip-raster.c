/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-strip-raster.h"

#include <math.h>

/* A side of a stretch; it holds the rows whose middles lie in low < y <= high. */
typedef struct
{
  float low, high;
  float x;     /* at the row 0 … */
  float slope; /* … and how much it grows with each row */
} Edge;

/* One stretch between two stations, with everything that the pixels need as affine functions. */
typedef struct
{
  ShPixels *pixels;
  const ShStripStyle *style;
  const ShStripLook *look;
  float corner_x[4], corner_y[4]; /* left and right of the first, right and left of the second */
  Edge edges[4];
  float x0, y0;             /* the first station */
  float along_x, along_y;   /* unit vector of the way divided by its length */
  float across_x, across_y; /* unit vector to the right */
  float outer, outer_more;  /* half width and its growth to the second station */
  float lumen, lumen_more;
  float covered; /* how much narrower than the tube the part is that the tube will cover */
  float margin;  /* how far the stretch reaches beyond the outer half width */
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
static G_ALWAYS_INLINE inline guint32
blend (guint32 under, guint32 over, guint32 weight)
{
  guint32 rest = 256 - ((weight * ((over >> 24) + 1)) >> 8);
  guint32 rb = ((over & 0xff00ff) * weight + (under & 0xff00ff) * rest) >> 8;
  guint32 ag = ((over >> 8) & 0xff00ff) * weight + ((under >> 8) & 0xff00ff) * rest;

  return (rb & 0xff00ff) | (ag & 0xff00ff00);
}

static G_ALWAYS_INLINE inline guint32
weight_of (float coverage)
{
  return coverage >= 1.0f ? 256u : coverage <= 0.0f ? 0u : (guint32) (coverage * 256.0f);
}

/* A soft edge: 1 well inside, 0 well outside. The darkest shadow wins where two overlap. */
static G_ALWAYS_INLINE inline void
shadow_pixel (const Stretch *s, guint32 *pixel, float distance, float outer)
{
  float soft = s->style->soft;
  float t = 0.5f - 0.5f * (distance - outer) / soft;
  guint32 shade;

  if (t <= 0.0f)
    return;
  t = t >= 1.0f ? 1.0f : t * t * (3.0f - 2.0f * t);
  /* A thin tube throws a faint shadow. */
  if (outer < soft)
    t *= outer / soft;
  shade = s->style->shadow[(int) (t * 255.0f)];
  if (shade >> 24 > *pixel >> 24)
    *pixel = shade;
}

/* Mixes two opaque colours. */
static G_ALWAYS_INLINE inline guint32
mix (guint32 a, guint32 b, float t)
{
  return blend (a, b, weight_of (t));
}

/* From outside to inside: outer line, wall, inner line. */
static G_ALWAYS_INLINE inline void
tube_pixel (const Stretch *s, guint32 *pixel, float d, float outer, float lumen)
{
  const int half = SH_STRIP_WALL / 2;
  float distance = fabsf (d);
  float coverage = outer + s->style->line - distance + 0.5f;
  float v = (distance - lumen) * (float) half / MAX (outer - lumen, 0.01f);
  int i = v <= 0.0f ? 0 : v >= (float) half ? half - 1 : (int) v;
  guint32 color;

  if (coverage <= 0.0f || distance < lumen - 1.5f)
    return;
  if (outer < 0.5f)
    coverage *= 2.0f * outer;
  color = mix (s->look->contour, s->look->wall[d < 0 ? half - 1 - i : half + i],
               outer - distance + 0.5f);
  if (lumen > 0.0f)
    color = mix (color, s->look->rim, lumen + s->style->rim - distance + 0.5f);
  *pixel = blend (*pixel, color, weight_of (coverage));
}

/* A mark's strength lies in the stations' lumen. */
static G_ALWAYS_INLINE inline void
mark_pixel (const Stretch *s, guint32 *pixel, float distance, float outer, float strength)
{
  float coverage = outer - distance + 0.5f;

  if (outer < 0.5f)
    coverage *= 2.0f * outer;
  coverage = MIN (coverage, 1.0f) * strength;
  if (coverage > 0.0f)
    *pixel = blend (*pixel, s->style->mark, weight_of (coverage));
}

static G_ALWAYS_INLINE inline void
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
static G_ALWAYS_INLINE inline void
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
      else if (pass == SH_STRIP_PASS_TUBE)
        tube_pixel (s, &row[x], d, outer, lumen);
      else if (pass == SH_STRIP_PASS_MARK)
        mark_pixel (s, &row[x], fabsf (d), outer, lumen);
      else
        blood_pixel (s, &row[x], d, lumen, x, y);
    }
}

/* The pixels of row @y whose centres lie between the stretch's edges. Neighbouring stretches share
 * an edge and compute it alike, so that no pixel is missed or drawn twice. */
static G_ALWAYS_INLINE inline gboolean
row_span (const Stretch *s, int y, int *from, int *to)
{
  float yc = (float) y + 0.5f;
  float low = 1e9f, high = -1e9f;

  for (int i = 0; i < 4; i++)
    {
      const Edge *edge = &s->edges[i];
      float x;

      if (yc <= edge->low || yc > edge->high)
        continue;
      x = edge->x + yc * edge->slope;
      low = MIN (low, x);
      high = MAX (high, x);
    }
  *from = MAX (0, (int) ceilf (low - 0.5f));
  *to = MIN (s->pixels->width, (int) ceilf (high - 0.5f));
  return low < high && *from < *to;
}

/* Half the width of the middle part that this pass leaves alone, a little less than it could be. */
static G_ALWAYS_INLINE inline float
hollow (const Stretch *s, ShStripPass pass)
{
  if (pass == SH_STRIP_PASS_SHADOW)
    return MIN (s->outer, s->outer + s->outer_more) - s->covered;
  if (pass == SH_STRIP_PASS_TUBE)
    return MIN (s->lumen, s->lumen + s->lumen_more) - 2.0f;
  return 0.0f;
}

/* Draws the row's two sides without what lies between them. */
static G_ALWAYS_INLINE inline void
draw_sides (const Stretch *s, ShStripPass pass, int y, int from, int to)
{
  float half = hollow (s, pass) / fabsf (s->across_x);
  float middle = s->x0 - ((float) y + 0.5f - s->y0) * s->across_y / s->across_x;
  int left = CLAMP ((int) ceilf (middle - half), from, to);
  int right = CLAMP ((int) floorf (middle + half), left, to);

  draw_row (s, pass, y, from, left);
  draw_row (s, pass, y, right, to);
}

static G_ALWAYS_INLINE inline void
draw_rows (const Stretch *s, ShStripPass pass)
{
  float low = MIN (MIN (s->corner_y[0], s->corner_y[1]), MIN (s->corner_y[2], s->corner_y[3]));
  float high = MAX (MAX (s->corner_y[0], s->corner_y[1]), MAX (s->corner_y[2], s->corner_y[3]));
  int last = MIN (s->pixels->height - 1, (int) floorf (high));

  for (int y = MAX (0, (int) floorf (low)); y <= last; y++)
    {
      int from, to;

      if (!row_span (s, y, &from, &to))
        continue;
      if (hollow (s, pass) > 1.0f && fabsf (s->across_x) > 0.1f)
        draw_sides (s, pass, y, from, to);
      else
        draw_row (s, pass, y, from, to);
    }
}

/* One function a pass, so that the compiler makes a tight loop of each. */
static G_NO_INLINE void
draw_shadow (const Stretch *s)
{
  draw_rows (s, SH_STRIP_PASS_SHADOW);
}

static G_NO_INLINE void
draw_tube (const Stretch *s)
{
  draw_rows (s, SH_STRIP_PASS_TUBE);
}

static G_NO_INLINE void
draw_mark (const Stretch *s)
{
  draw_rows (s, SH_STRIP_PASS_MARK);
}

static G_NO_INLINE void
draw_blood (const Stretch *s)
{
  draw_rows (s, SH_STRIP_PASS_BLOOD);
}

typedef void (*DrawFunc) (const Stretch *s);

static const DrawFunc draw_funcs[] = {
  [SH_STRIP_PASS_SHADOW] = draw_shadow,
  [SH_STRIP_PASS_TUBE] = draw_tube,
  [SH_STRIP_PASS_MARK] = draw_mark,
  [SH_STRIP_PASS_BLOOD] = draw_blood,
};

/* How far beyond the half width (outer, or the lumen for rim and blood) a pass reaches. */
static float
reach (const ShStripStyle *style)
{
  return 1.0f + (style->pass == SH_STRIP_PASS_SHADOW ? style->soft : style->line);
}

static void
set_edges (Stretch *s)
{
  static const int ends[4][2] = { { 0, 1 }, { 1, 2 }, { 3, 2 }, { 0, 3 } };

  for (int i = 0; i < 4; i++)
    {
      float ax = s->corner_x[ends[i][0]], ay = s->corner_y[ends[i][0]];
      float bx = s->corner_x[ends[i][1]], by = s->corner_y[ends[i][1]];
      Edge *edge = &s->edges[i];

      edge->low = MIN (ay, by);
      edge->high = MAX (ay, by);
      edge->slope = ay == by ? 0.0f : (bx - ax) / (by - ay);
      edge->x = ax - ay * edge->slope;
    }
}

static gboolean
set_stretch (Stretch *s, const ShStripPoint *a, const ShStripPoint *b)
{
  gboolean inner = s->style->pass == SH_STRIP_PASS_BLOOD;
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
  set_edges (s);
  return TRUE;
}

void
sh_strip_draw (ShPixels *pixels,
               const ShStripPoint *points,
               int n_points,
               const ShStripLook *looks,
               const ShStripStyle *style)
{
  Stretch s = { .pixels = pixels,
                .style = style,
                .margin = reach (style),
                .covered = 2.0f + sqrtf (style->dx * style->dx + style->dy * style->dy) };

  for (int i = 0; i + 1 < n_points; i++)
    {
      s.look = looks == NULL ? NULL : &looks[points[i].look];
      if (set_stretch (&s, &points[i], &points[i + 1]))
        draw_funcs[style->pass](&s);
    }
}
