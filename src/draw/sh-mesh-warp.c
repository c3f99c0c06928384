/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-mesh-warp.h"

#include <math.h>

/* Places in the source are kept in 1/65536 pixels. */
#define ONE 65536.0

/* One triangle with the affine map from target to source. */
typedef struct
{
  const ShPixels *source;
  ShPixels *target;
  ShPoint corner[3];
  double ux, uy, u0; /* source x = ux · x + uy · y + u0 */
  double vx, vy, v0; /* source y */
} Triangle;

static inline guint32
pixel_at (const ShPixels *source, int x, int y)
{
  if ((unsigned) x >= (unsigned) source->width || (unsigned) y >= (unsigned) source->height)
    return 0;
  return source->pixels[(gsize) y * (gsize) source->stride + (gsize) x];
}

/* Two channels at a time: @a and @b mixed by @t of 256. */
static inline guint32
mix_pixels (guint32 a, guint32 b, guint32 t)
{
  guint32 rb = ((a & 0xff00ff) * (256 - t) + (b & 0xff00ff) * t) >> 8;
  guint32 ag = ((a >> 8) & 0xff00ff) * (256 - t) + ((b >> 8) & 0xff00ff) * t;

  return (rb & 0xff00ff) | (ag & 0xff00ff00);
}

/* The four channels of a pixel, each with room to grow to 16 bits. */
static inline guint64
spread (guint32 pixel)
{
  return (pixel & 0xff00ff) | (guint64) ((pixel >> 8) & 0xff00ff) << 32;
}

static inline guint32
gathered (guint64 channels)
{
  return (guint32) (channels >> 8 & 0xff00ff) | (guint32) (channels >> 32 & 0xff00ff00);
}

/* The source between four pixels; @u, @v in 1/65536 pixels from the first pixel's middle. All
 * channels are weighed at once. */
static inline guint32
sample (const ShPixels *source, gint32 u, gint32 v)
{
  int x = u >> 16, y = v >> 16;
  guint64 s = (guint32) (u >> 8) & 0xff, t = (guint32) (v >> 8) & 0xff;
  guint64 both = s * t >> 8;
  guint32 a, b, c, d;

  if ((unsigned) x < (unsigned) source->width - 1 && (unsigned) y < (unsigned) source->height - 1)
    {
      const guint32 *p = source->pixels + (gsize) y * (gsize) source->stride + (gsize) x;

      a = p[0];
      b = p[1];
      c = p[source->stride];
      d = p[source->stride + 1];
    }
  else
    {
      a = pixel_at (source, x, y);
      b = pixel_at (source, x + 1, y);
      c = pixel_at (source, x, y + 1);
      d = pixel_at (source, x + 1, y + 1);
    }
  if ((a | b | c | d) == 0)
    return 0;
  return gathered (spread (a) * (256 - s - t + both) + spread (b) * (s - both) +
                   spread (c) * (t - both) + spread (d) * both);
}

/* Where the edge from the upper to the lower of two points crosses the row's middle; the same
 * number for both triangles that share the edge. */
static gboolean
cross (const ShPoint *a, const ShPoint *b, double middle, double *x)
{
  const ShPoint *upper = a->y < b->y || (a->y == b->y && a->x < b->x) ? a : b;
  const ShPoint *lower = upper == a ? b : a;

  if (middle <= upper->y || middle > lower->y)
    return FALSE;
  *x = upper->x + (middle - upper->y) * (lower->x - upper->x) / (lower->y - upper->y);
  return TRUE;
}

static void
draw_row (const Triangle *t, int y, int from, int to)
{
  guint32 *row = t->target->pixels + (gsize) y * (gsize) t->target->stride;
  double px = from + 0.5, py = y + 0.5;
  /* A hair is added, so that what does not move is not shifted by rounding. */
  gint32 u = (gint32) floor ((t->ux * px + t->uy * py + t->u0 - 0.5) * ONE + 64.0);
  gint32 v = (gint32) floor ((t->vx * px + t->vy * py + t->v0 - 0.5) * ONE + 64.0);
  const gint32 du = (gint32) floor (t->ux * ONE + 0.5);
  const gint32 dv = (gint32) floor (t->vx * ONE + 0.5);

  for (int x = from; x < to; x++, u += du, v += dv)
    row[x] = sample (t->source, u, v);
}

static void
draw_triangle (const Triangle *t)
{
  double low = MIN (MIN (t->corner[0].y, t->corner[1].y), t->corner[2].y);
  double high = MAX (MAX (t->corner[0].y, t->corner[1].y), t->corner[2].y);
  int last = MIN (t->target->height - 1, (int) floor (high));

  for (int y = MAX (0, (int) floor (low)); y <= last; y++)
    {
      double left = G_MAXDOUBLE, right = -G_MAXDOUBLE;
      int from, to;

      for (int i = 0; i < 3; i++)
        {
          double x;

          if (!cross (&t->corner[i], &t->corner[(i + 1) % 3], y + 0.5, &x))
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

void
sh_mix_pixels (ShPixels *target, const ShPixels *a, const ShPixels *b, double mix, double strength)
{
  guint32 t = (guint32) (CLAMP (mix, 0, 1) * 256.0 + 0.5);
  guint32 s = (guint32) (CLAMP (strength, 0, 1) * 256.0 + 0.5);

  for (int y = 0; y < target->height; y++)
    {
      guint32 *row = target->pixels + (gsize) y * (gsize) target->stride;
      const guint32 *first = a->pixels + (gsize) y * (gsize) a->stride;
      const guint32 *second = b->pixels + (gsize) y * (gsize) b->stride;

      for (int x = 0; x < target->width; x++)
        if ((row[x] | first[x] | second[x]) != 0)
          row[x] = mix_pixels (row[x], mix_pixels (first[x], second[x], t), s);
    }
}
