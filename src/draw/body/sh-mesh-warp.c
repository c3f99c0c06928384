/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-mesh-warp.h"

#include <math.h>
#include <string.h>

/* Places in the source are kept in 1/65536 pixels. */
#define ONE 65536.0
/* The part of such a place that says how much of each neighbour is seen. */
#define WEIGHT_BITS 0xff00

/* One triangle with the affine map from target to source. */
typedef struct
{
  const ShPixels *source;
  ShPixels *target;
  ShPoint corner[3];
  double ux, uy, u0; /* source x = ux · x + uy · y + u0 */
  double vx, vy, v0; /* source y */
  gint32 du, dv;     /* how far the place in the source goes on with each pixel of a row */
} Triangle;

static inline guint32
pixel_at (const ShPixels *source, int x, int y)
{
  if ((unsigned) x >= (unsigned) source->width || (unsigned) y >= (unsigned) source->height)
    return 0;
  return source->pixels[(gsize) y * (gsize) source->stride + (gsize) x];
}

/** Two neighbouring pixels, as they lie in memory, and their channels with room for a weight. */
typedef guint8 Pair __attribute__ ((vector_size (8)));
typedef guint16 WidePair __attribute__ ((vector_size (16)));

static inline WidePair
widened (const guint32 pixels[2])
{
  Pair pair;

  memcpy (&pair, pixels, sizeof pair);
  return __builtin_convertvector(pair, WidePair);
}

/* Mixes a pair with the pair under it and then the two pixels of what comes out: all channels at
 * once. @s and @t tell how much of the right and of the lower ones, of 256. */
static inline guint32
between (const guint32 upper[2], const guint32 lower[2], guint16 s, guint16 t)
{
  const WidePair left = { 256, 256, 256, 256, 0, 0, 0, 0 };
  const WidePair rightward = { 0xffff, 0xffff, 0xffff, 0xffff, 1, 1, 1, 1 };
  WidePair column = (widened (upper) * (guint16) (256 - t) + widened (lower) * t) >> 8;
  WidePair weighed = column * (left + rightward * s);
  WidePair swapped = __builtin_shufflevector (weighed, weighed, 4, 5, 6, 7, 0, 1, 2, 3);
  Pair bytes = __builtin_convertvector((weighed + swapped) >> 8, Pair);
  guint32 pixel;

  memcpy (&pixel, &bytes, sizeof pixel);
  return pixel;
}

/* The source between four pixels; @u, @v in 1/65536 pixels from the first pixel's middle. */
static inline guint32
sample (const ShPixels *source, gint32 u, gint32 v)
{
  int x = u >> 16, y = v >> 16;
  guint16 s = (guint16) ((u >> 8) & 0xff), t = (guint16) ((v >> 8) & 0xff);

  if ((unsigned) x < (unsigned) source->width - 1 && (unsigned) y < (unsigned) source->height - 1)
    {
      const guint32 *p = source->pixels + (gsize) y * (gsize) source->stride + (gsize) x;

      return between (p, p + source->stride, s, t);
    }
  return between ((guint32[]){ pixel_at (source, x, y), pixel_at (source, x + 1, y) },
                  (guint32[]){ pixel_at (source, x, y + 1), pixel_at (source, x + 1, y + 1) }, s,
                  t);
}

/** A side of a triangle; it holds the rows whose middles lie in top < y <= bottom. */
typedef struct
{
  double top, bottom;
  double x; /* at the top */
  double slope;
} Edge;

/* The same numbers for both triangles that share the edge. */
static Edge
edge_between (const ShPoint *a, const ShPoint *b)
{
  const ShPoint *upper = a->y < b->y || (a->y == b->y && a->x < b->x) ? a : b;
  const ShPoint *lower = upper == a ? b : a;
  double height = lower->y - upper->y;

  return (Edge){ upper->y, lower->y, upper->x, height > 0 ? (lower->x - upper->x) / height : 0 };
}

/* Whether a place and its right and lower neighbours are pixels of @source. */
static inline gboolean
is_inside (const ShPixels *source, gint32 u, gint32 v)
{
  return (unsigned) (u >> 16) < (unsigned) source->width - 1 &&
         (unsigned) (v >> 16) < (unsigned) source->height - 1;
}

static void
draw_row (const Triangle *t, int y, int from, int to)
{
  guint32 *row = t->target->pixels + (gsize) y * (gsize) t->target->stride;
  double px = from + 0.5, py = y + 0.5;
  /* A hair is added, so that what does not move is not shifted by rounding. */
  gint32 u = (gint32) floor ((t->ux * px + t->uy * py + t->u0 - 0.5) * ONE + 64.0);
  gint32 v = (gint32) floor ((t->vx * px + t->vy * py + t->v0 - 0.5) * ONE + 64.0);
  const gint32 du = t->du, dv = t->dv;

  /* What stands still is copied: most of the leg above a foot that moves. */
  if (du == (gint32) ONE && dv == 0 && ((u | v) & WEIGHT_BITS) == 0 &&
      is_inside (t->source, u, v) && is_inside (t->source, u + (to - 1 - from) * du, v))
    {
      memcpy (row + from,
              t->source->pixels + (gsize) (v >> 16) * (gsize) t->source->stride + (u >> 16),
              (gsize) (to - from) * sizeof (guint32));
      return;
    }
  for (int x = from; x < to; x++, u += du, v += dv)
    row[x] = sample (t->source, u, v);
}

static void
draw_triangle (const Triangle *t)
{
  double low = MIN (MIN (t->corner[0].y, t->corner[1].y), t->corner[2].y);
  double high = MAX (MAX (t->corner[0].y, t->corner[1].y), t->corner[2].y);
  int last = MIN (t->target->height - 1, (int) floor (high));
  Edge edges[3];

  for (int i = 0; i < 3; i++)
    edges[i] = edge_between (&t->corner[i], &t->corner[(i + 1) % 3]);
  for (int y = MAX (0, (int) floor (low)); y <= last; y++)
    {
      double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, middle = y + 0.5;
      int from, to;

      for (int i = 0; i < 3; i++)
        {
          double x = edges[i].x + (middle - edges[i].top) * edges[i].slope;

          if (middle <= edges[i].top || middle > edges[i].bottom)
            continue;
          left = MIN (left, x);
          right = MAX (right, x);
        }
      if (left >= right)
        continue;
      from = MAX (0, (int) ceil (left - 0.5));
      to = MIN (t->target->width, (int) ceil (right - 0.5));
      if (from < to)
        draw_row (t, y, from, to);
    }
}

/* Finds the map that takes the three corners of the target to those of the source. */
static gboolean
set_map (Triangle *t, const ShPoint *source)
{
  const ShPoint *c = t->corner;
  double ax = c[1].x - c[0].x, ay = c[1].y - c[0].y;
  double bx = c[2].x - c[0].x, by = c[2].y - c[0].y;
  double area = ax * by - ay * bx;
  double u1 = source[1].x - source[0].x, u2 = source[2].x - source[0].x;
  double v1 = source[1].y - source[0].y, v2 = source[2].y - source[0].y;

  if (fabs (area) < 1e-9)
    return FALSE;
  t->ux = (u1 * by - u2 * ay) / area;
  t->uy = (u2 * ax - u1 * bx) / area;
  t->u0 = source[0].x - t->ux * c[0].x - t->uy * c[0].y;
  t->vx = (v1 * by - v2 * ay) / area;
  t->vy = (v2 * ax - v1 * bx) / area;
  t->v0 = source[0].y - t->vx * c[0].x - t->vy * c[0].y;
  t->du = (gint32) floor (t->ux * ONE + 0.5);
  t->dv = (gint32) floor (t->vx * ONE + 0.5);
  return TRUE;
}

static void
warp_triangle (const ShPixels *source, ShPixels *target, const ShPoint from[3], const ShPoint to[3])
{
  Triangle triangle = { .source = source, .target = target };

  for (int i = 0; i < 3; i++)
    triangle.corner[i] = to[i];
  if (set_map (&triangle, from))
    draw_triangle (&triangle);
}

static gboolean
holds_anything (const ShPixels *source, int left, int top, int right, int bottom)
{
  for (int y = MAX (top, 0); y < MIN (bottom, source->height); y++)
    for (int x = MAX (left, 0); x < MIN (right, source->width); x++)
      if (pixel_at (source, x, y) != 0)
        return TRUE;
  return FALSE;
}

void
sh_mesh_find_filled (
    const ShPixels *source, const ShPoint *from, int columns, int rows, gboolean *filled)
{
  for (int i = 0; i < columns * rows; i++)
    {
      const ShPoint *a = &from[i / columns * (columns + 1) + i % columns];
      const ShPoint *b = a + 1, *c = a + columns + 1, *d = c + 1;

      /* A pixel more on every side, because a pixel is sampled between its neighbours. */
      filled[i] =
          holds_anything (source, (int) floor (MIN (MIN (a->x, b->x), MIN (c->x, d->x))) - 1,
                          (int) floor (MIN (MIN (a->y, b->y), MIN (c->y, d->y))) - 1,
                          (int) ceil (MAX (MAX (a->x, b->x), MAX (c->x, d->x))) + 2,
                          (int) ceil (MAX (MAX (a->y, b->y), MAX (c->y, d->y))) + 2);
    }
}

void
sh_mesh_warp (const ShPixels *source,
              ShPixels *target,
              const ShPoint *from,
              const ShPoint *to,
              const gboolean *filled,
              int columns,
              int rows)
{
  for (int row = 0; row < rows; row++)
    for (int column = 0; column < columns; column++)
      {
        int a = row * (columns + 1) + column;
        int b = a + 1, c = a + columns + 1, d = c + 1;

        if (filled != NULL && !filled[row * columns + column])
          continue;
        warp_triangle (source, target, (ShPoint[]){ from[a], from[b], from[c] },
                       (ShPoint[]){ to[a], to[b], to[c] });
        warp_triangle (source, target, (ShPoint[]){ from[b], from[d], from[c] },
                       (ShPoint[]){ to[b], to[d], to[c] });
      }
}

/* Two pixels mixed with two others by @t of 256. */
static inline WidePair
mixed (WidePair a, WidePair b, guint16 t)
{
  return (a * (guint16) (256 - t) + b * t) >> 8;
}

/* Lays a mixture of @a and @b over a pair of pixels. */
static inline void
mix_pair (guint32 *row, const guint32 *a, const guint32 *b, guint16 t, guint16 strength)
{
  WidePair over = mixed (widened (a), widened (b), t);
  Pair bytes = __builtin_convertvector(mixed (widened (row), over, strength), Pair);

  memcpy (row, &bytes, sizeof bytes);
}

void
sh_mix_pixels (ShPixels *target, const ShPixels *a, const ShPixels *b, double mix, double strength)
{
  guint16 t = (guint16) (CLAMP (mix, 0, 1) * 256.0 + 0.5);
  guint16 s = (guint16) (CLAMP (strength, 0, 1) * 256.0 + 0.5);

  for (int y = 0; y < target->height; y++)
    {
      guint32 *row = target->pixels + (gsize) y * (gsize) target->stride;
      const guint32 *first = a->pixels + (gsize) y * (gsize) a->stride;
      const guint32 *second = b->pixels + (gsize) y * (gsize) b->stride;
      int x = 0;

      for (; x + 1 < target->width; x += 2)
        if ((row[x] | first[x] | second[x] | row[x + 1] | first[x + 1] | second[x + 1]) != 0)
          mix_pair (row + x, first + x, second + x, t, s);
      if (x < target->width)
        {
          /* The last of an odd number is mixed beside nothing. */
          guint32 last[2] = { row[x], 0 };

          mix_pair (last, (guint32[]){ first[x], 0 }, (guint32[]){ second[x], 0 }, t, s);
          row[x] = last[0];
        }
    }
}
