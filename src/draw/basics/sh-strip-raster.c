/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-strip-raster.h"

#include <math.h>

/* Rows whose ends are worked out together. */
#define SPAN_ROWS 64
/* A row along which the stretch goes on by less than this part of itself has one width. */
#define ACROSS_MOST 0.4f

/* A shadow that reaches less than this many pixels beyond the lit side of its tube is left out. */
#define LIT_SIDE_LEAST 3.5f

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

/* The tube at one place along a stretch. */
typedef struct
{
  float outer, lumen;
  float per_soft, per_wall, per_lumen; /* reciprocals, because a division a pixel is dear */
  float faint;                         /* index of the shadow's darkest shade */
  float thin;                          /* coverage of what is narrower than a pixel */
  float pale;                          /* how much of a wall shows: a thin one would flicker */
} Across;

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
shadow_pixel (const Stretch *s, guint32 *pixel, const Across *a, float d)
{
  float t = 0.5f - (fabsf (d) - a->outer) * a->per_soft;
  guint32 shade;

  if (t <= 0.0f)
    return;
  t = t >= 1.0f ? 1.0f : t * t * (3.0f - 2.0f * t);
  shade = s->style->shadow[(int) (t * a->faint)];
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
tube_pixel (const Stretch *s, guint32 *pixel, const Across *a, float d)
{
  const int half = SH_STRIP_WALL / 2;
  float distance = fabsf (d);
  float coverage = a->outer + s->style->line - distance + 0.5f;
  float inside = a->outer - distance + 0.5f;
  float rim = a->lumen + s->style->rim - distance + 0.5f;
  int i;
  guint32 color;

  if (coverage <= 0.0f || distance < a->lumen - 1.5f)
    return;
  i = CLAMP ((int) ((distance - a->lumen) * a->per_wall), 0, half - 1);
  color = s->look->wall[d < 0 ? half - 1 - i : half + i];
  inside = MIN (inside, 1.0f) * a->pale;
  if (inside < 1.0f)
    color = mix (s->look->contour, color, inside);
  if (a->lumen > 0.0f && rim > 0.0f)
    color = mix (color, s->look->rim, rim);
  coverage *= a->thin;
  *pixel = coverage >= 1.0f ? color : blend (*pixel, color, weight_of (coverage));
}

/* A mark's strength lies in the stations' lumen. */
static G_ALWAYS_INLINE inline void
mark_pixel (const Stretch *s, guint32 *pixel, const Across *a, float d)
{
  float coverage = (a->outer - fabsf (d) + 0.5f) * a->thin;

  coverage = MIN (coverage, 1.0f) * a->lumen;
  if (coverage > 0.0f)
    *pixel = blend (*pixel, s->style->mark, weight_of (coverage));
}

static G_ALWAYS_INLINE inline guint32
hatched (const Stretch *s, guint32 color, int x, int y)
{
  int step = s->style->hatch_step;
  int width = MAX (1, step / 5);

  if ((unsigned) (x + y) % (unsigned) step < (unsigned) width ||
      (unsigned) (x - y + 4096 * step) % (unsigned) step < (unsigned) width)
    return blend (color, s->look->hatch, (guint32) s->look->hatch_strength);
  return color;
}

static G_ALWAYS_INLINE inline void
blood_pixel (const Stretch *s, guint32 *pixel, const Across *a, float d, int x, int y)
{
  float coverage = (a->lumen - fabsf (d) + 0.5f) * a->thin;
  guint32 color;
  int i;

  if (coverage <= 0.0f)
    return;
  i = (int) ((float) SH_STRIP_BLOOD / 2 + d * a->per_lumen);
  color = s->look->blood[CLAMP (i, 0, SH_STRIP_BLOOD - 1)];
  if (s->look->hatch_strength > 0)
    color = hatched (s, color, x, y);
  *pixel = coverage >= 1.0f ? color : blend (*pixel, color, weight_of (coverage));
}

/* What a pass needs at one place along the stretch. */
static G_ALWAYS_INLINE inline void
set_across (const Stretch *s, ShStripPass pass, float t, Across *a)
{
  float along = CLAMP (t, 0.0f, 1.0f);

  a->outer = s->outer + along * s->outer_more;
  a->lumen = s->lumen + along * s->lumen_more;
  /* What is narrower than a pixel covers only a part of it. */
  a->thin = MIN (1.0f, 2.0f * (pass == SH_STRIP_PASS_BLOOD ? a->lumen : a->outer));
  if (pass == SH_STRIP_PASS_SHADOW)
    {
      /* A thin tube throws a faint shadow. */
      a->per_soft = 0.5f / s->style->soft;
      a->faint = 255.0f * MIN (1.0f, a->outer / s->style->soft);
    }
  else if (pass == SH_STRIP_PASS_TUBE)
    {
      a->per_wall = (float) SH_STRIP_WALL / 2 / MAX (a->outer - a->lumen, 0.01f);
      a->pale = CLAMP (0.3f + 0.45f * (a->outer - a->lumen), 0.4f, 1.0f);
    }
  else if (pass == SH_STRIP_PASS_BLOOD)
    a->per_lumen = (float) SH_STRIP_BLOOD / 2 / MAX (a->lumen, 0.01f);
}

static G_ALWAYS_INLINE inline void
draw_pixel (
    const Stretch *s, ShStripPass pass, guint32 *pixel, const Across *a, float d, int x, int y)
{
  if (pass == SH_STRIP_PASS_SHADOW)
    shadow_pixel (s, pixel, a, d);
  else if (pass == SH_STRIP_PASS_TUBE)
    tube_pixel (s, pixel, a, d);
  else if (pass == SH_STRIP_PASS_MARK)
    mark_pixel (s, pixel, a, d);
  else
    blood_pixel (s, pixel, a, d, x, y);
}

/* One row of a stretch; @pass is a constant where this is inlined. A row that crosses the tube has
 * one width; one that runs along it has another at every pixel. */
static G_ALWAYS_INLINE inline void
draw_row (const Stretch *s, ShStripPass pass, int y, int from, int to)
{
  guint32 *row = s->pixels->pixels + (gsize) y * (gsize) s->pixels->stride;
  float px = (float) from + 0.5f - s->x0;
  float py = (float) y + 0.5f - s->y0;
  float d = px * s->across_x + py * s->across_y;
  float t = px * s->along_x + py * s->along_y;
  float more = (float) (to - from) * s->along_x;
  Across a;

  if (fabsf (more) < ACROSS_MOST)
    {
      set_across (s, pass, t + 0.5f * more, &a);
      for (int x = from; x < to; x++, d += s->across_x)
        draw_pixel (s, pass, &row[x], &a, d, x, y);
      return;
    }
  for (int x = from; x < to; x++, d += s->across_x, t += s->along_x)
    {
      set_across (s, pass, t, &a);
      draw_pixel (s, pass, &row[x], &a, d, x, y);
    }
}

/* The library's functions cost a call each, which is much for a narrow row. */
static G_ALWAYS_INLINE inline int
floor_int (float x)
{
  int i = (int) x;

  return i - ((float) i > x);
}

static G_ALWAYS_INLINE inline int
ceil_int (float x)
{
  int i = (int) x;

  return i + ((float) i < x);
}

/* Where the rows of a part of a stretch begin and end. */
typedef struct
{
  float low[SPAN_ROWS], high[SPAN_ROWS];
} Spans;

/* Widens the rows @first…@last by the stretch's edges. Neighbouring stretches share an edge and
 * compute it alike, so that no pixel is missed or drawn twice. */
static G_ALWAYS_INLINE inline void
span_rows (const Stretch *s, int first, int last, Spans *spans)
{
  for (int i = 0; i <= last - first; i++)
    {
      spans->low[i] = 1e9f;
      spans->high[i] = -1e9f;
    }
  for (int k = 0; k < 4; k++)
    {
      const Edge *edge = &s->edges[k];
      /* The rows whose middles lie above the low end and not above the high one. */
      int from = MAX (first, floor_int (edge->low - 0.5f) + 1);
      int to = MIN (last, floor_int (edge->high - 0.5f));

      for (int y = from; y <= to; y++)
        {
          float x = edge->x + ((float) y + 0.5f) * edge->slope;

          spans->low[y - first] = MIN (spans->low[y - first], x);
          spans->high[y - first] = MAX (spans->high[y - first], x);
        }
    }
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

/* Whether the shadow's lit side lies so nearly under the tube that nobody misses it. */
static G_ALWAYS_INLINE inline gboolean
hides_lit_side (const Stretch *s, ShStripPass pass)
{
  float away = s->style->dx * s->across_x + s->style->dy * s->across_y;

  return pass == SH_STRIP_PASS_SHADOW && s->style->soft - away < LIT_SIDE_LEAST;
}

/* Draws the row's two sides without what lies between them. */
static G_ALWAYS_INLINE inline void
draw_sides (const Stretch *s, ShStripPass pass, int y, int from, int to)
{
  float half = hollow (s, pass) / fabsf (s->across_x);
  float middle = s->x0 - ((float) y + 0.5f - s->y0) * s->across_y / s->across_x;
  int left = CLAMP (ceil_int (middle - half), from, to);
  int right = CLAMP (floor_int (middle + half), left, to);

  if (!hides_lit_side (s, pass) || s->across_x < 0)
    draw_row (s, pass, y, from, left);
  if (!hides_lit_side (s, pass) || s->across_x > 0)
    draw_row (s, pass, y, right, to);
}

static G_ALWAYS_INLINE inline void
draw_spans (const Stretch *s, ShStripPass pass, int first, int last, gboolean sides)
{
  Spans spans;

  span_rows (s, first, last, &spans);
  for (int y = first; y <= last; y++)
    {
      int from = MAX (0, ceil_int (spans.low[y - first] - 0.5f));
      int to = MIN (s->pixels->width, ceil_int (spans.high[y - first] - 0.5f));

      if (from >= to)
        continue;
      if (sides)
        draw_sides (s, pass, y, from, to);
      else
        draw_row (s, pass, y, from, to);
    }
}

static G_ALWAYS_INLINE inline void
draw_rows (const Stretch *s, ShStripPass pass)
{
  float low = MIN (MIN (s->corner_y[0], s->corner_y[1]), MIN (s->corner_y[2], s->corner_y[3]));
  float high = MAX (MAX (s->corner_y[0], s->corner_y[1]), MAX (s->corner_y[2], s->corner_y[3]));
  int last = MIN (s->pixels->height - 1, floor_int (high));
  gboolean sides = hollow (s, pass) > 1.0f && fabsf (s->across_x) > 0.1f;

  for (int y = MAX (0, floor_int (low)); y <= last; y += SPAN_ROWS)
    draw_spans (s, pass, y, MIN (y + SPAN_ROWS - 1, last), sides);
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
