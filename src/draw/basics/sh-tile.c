/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-tile.h"

#include <math.h>

#define MAX_SIZE 320
#define MIN_CELL 2.5

struct _ShTile
{
  int size;
  float *tone; /* size × size, -1 dark … 0 base … 1 light */
};

/** The two nearest of a jittered grid of points, on a torus (after Worley's cellular basis). */
typedef struct
{
  double f1, f2; /* distances, in cells */
  double dx, dy; /* from the nearest point */
  guint32 id;    /* of the nearest point */
} Near;

/** A jittered grid of @n × @n points. */
typedef struct
{
  int n;
  double jitter; /* 0 a lattice … 1 anywhere in its cell */
  double uneven; /* 0 all cells alike … 1 very different sizes */
  guint32 seed;
} Grid;

/* A small integer hash (Wellons' lowbias32 constants), good enough for texture. */
static guint32
hash (guint32 x)
{
  x ^= x >> 16;
  x *= 0x7feb352dU;
  x ^= x >> 15;
  x *= 0x846ca68bU;
  x ^= x >> 16;
  return x;
}

static double
unit (guint32 x)
{
  return hash (x) / 4294967296.0;
}

static Near
nearest (const Grid *grid, double u, double v)
{
  Near near = { 81, 81, 0, 0, 0 }; /* squared until the end */
  int cx = (int) floor (u * grid->n), cy = (int) floor (v * grid->n);

  for (int j = cy - 1; j <= cy + 1; j++)
    for (int i = cx - 1; i <= cx + 1; i++)
      {
        guint32 id = hash (grid->seed + (guint32) ((i + grid->n) % grid->n) * 7919U +
                           (guint32) ((j + grid->n) % grid->n) * 104729U);
        double dx = u * grid->n - (i + 0.5 + grid->jitter * (unit (id + 1) - 0.5));
        double dy = v * grid->n - (j + 0.5 + grid->jitter * (unit (id + 2) - 0.5));
        double weight = 1 + grid->uneven * (unit (id + 3) - 0.5);
        double d = (dx * dx + dy * dy) / (weight * weight);

        if (d < near.f1)
          near = (Near){ d, near.f1, dx / weight, dy / weight, id };
        else if (d < near.f2)
          near.f2 = d;
      }
  near.f1 = sqrt (near.f1);
  near.f2 = sqrt (near.f2);
  return near;
}

static double
ramp (double low, double high, double x)
{
  double t = CLAMP ((x - low) / (high - low), 0.0, 1.0);

  return t * t * (3 - 2 * t);
}

static double
muscle_tone (const Grid *grid, double u, double v)
{
  /* Bundles are about five fascicles across; slow waves break up the evenness of the field. */
  Grid bundles = { MAX (grid->n / 6, 2), 1.0, 0.12, grid->seed + 77 };
  double wave = 0.04 * sin (2 * G_PI * (u + v * 2)) * cos (2 * G_PI * v);
  Near cell = nearest (grid, u + 0.3 * wave, v + 0.3 * wave);
  Near bundle = nearest (&bundles, u + wave, v - wave);
  double gap = 1 - ramp (0.04, 0.20, cell.f2 - cell.f1);
  double septum = 0.55 * (1 - ramp (0.005, 0.05, bundle.f2 - bundle.f1));
  double tone = 0.30 * (unit (cell.id + 9) - 0.5) + 0.26 * (unit (bundle.id + 9) - 0.5);

  tone += 0.10 * (-cell.dx - cell.dy) - 0.34 * gap;
  return tone * (1 - septum) + septum * (0.42 + 0.2 * unit (bundle.id));
}

static double
fat_tone (const Grid *grid, double u, double v)
{
  Grid big = { MAX (grid->n / 6, 2), 0.95, 0.4, grid->seed + 5 };
  Near cell = nearest (grid, u, v);
  Near lobe = nearest (&big, u, v);
  double edge = 1 - ramp (0.02, 0.22, cell.f2 - cell.f1);
  double dome = -(cell.dx + cell.dy) * 0.42;
  double spot = ramp (0.30, 0.0, hypot (cell.dx + 0.20, cell.dy + 0.20)) * 0.55;
  double septum = 1 - ramp (0.01, 0.05, lobe.f2 - lobe.f1);
  double tone = 0.34 * (unit (cell.id + 9) - 0.5) + 0.24 * (unit (lobe.id + 9) - 0.5) + dome +
                spot - 0.75 * edge;

  return tone * (1 - septum) + septum * 0.75;
}

static double
marrow_tone (const Grid *grid, double u, double v)
{
  Near cell = nearest (grid, u, v);
  double edge = 1 - ramp (0.02, 0.25, cell.f2 - cell.f1);

  return 0.5 * (unit (cell.id + 9) - 0.5) - (cell.dx + cell.dy) * 0.35 - 0.55 * edge;
}

static double
compact_tone (const Grid *grid, double u, double v)
{
  /* An osteon: a dark canal with a light twin at its upper left, as strokes on the plates have. */
  Near cell = nearest (grid, u, v);
  double size = 0.10 + 0.10 * unit (cell.id + 4);
  double canal = ramp (size, 0.3 * size, cell.f1);
  double twin = ramp (size, 0.3 * size, hypot (cell.dx + 0.12, cell.dy + 0.12));

  return 0.10 * (unit (cell.id + 9) - 0.5) - 0.55 * canal + 0.30 * twin * (1 - canal);
}

static double
spongy_tone (const Grid *grid, double u, double v)
{
  Near cell = nearest (grid, u, v);
  double strut = 1 - ramp (0.05, 0.34, cell.f2 - cell.f1);
  double shade = (cell.dx + cell.dy) * 0.35;

  return 0.35 * strut + (1 - strut) * (-0.42 + shade + 0.25 * (unit (cell.id + 9) - 0.5));
}

static double
loose_tone (const Grid *grid, double u, double v)
{
  Near cell = nearest (grid, u + 0.02 * sin (12.566 * v), v);
  double wisp = 1 - ramp (0.0, 0.10, cell.f2 - cell.f1);

  return 0.30 * (unit (cell.id + 9) - 0.5) + 0.45 * wisp;
}

static double
tone_at (ShTileKind kind, const Grid *grid, double u, double v)
{
  switch (kind)
    {
    case SH_TILE_MUSCLE:
      return muscle_tone (grid, u, v);
    case SH_TILE_FAT:
      return fat_tone (grid, u, v);
    case SH_TILE_MARROW:
      return marrow_tone (grid, u, v);
    case SH_TILE_COMPACT:
      return compact_tone (grid, u, v);
    case SH_TILE_SPONGY:
      return spongy_tone (grid, u, v);
    case SH_TILE_LOOSE:
    case SH_N_TILES:
    default:
      return loose_tone (grid, u, v);
    }
}

ShTile *
sh_tile_new (ShTileKind kind, double cell, guint32 seed)
{
  static const double jitter[SH_N_TILES] = { 0.95, 1.0, 0.9, 1.0, 1.0, 1.0 };
  static const double uneven[SH_N_TILES] = { 0.45, 0.7, 0.3, 0.2, 0.5, 0.5 };
  ShTile *tile = g_new0 (ShTile, 1);
  double wanted = MAX (cell, MIN_CELL);
  int n = (int) CLAMP (240 / wanted, 6, 64);
  Grid grid = { n, jitter[kind], uneven[kind], hash (seed + (guint32) kind * 31U) };

  tile->size = (int) CLAMP (round (n * wanted), 16, MAX_SIZE * 2);
  tile->tone = g_new (float, tile->size * tile->size);
  for (int y = 0; y < tile->size; y++)
    for (int x = 0; x < tile->size; x++)
      tile->tone[y * tile->size + x] =
          (float) tone_at (kind, &grid, (x + 0.5) / tile->size, (y + 0.5) / tile->size);
  return tile;
}

void
sh_tile_free (ShTile *tile)
{
  if (tile == NULL)
    return;
  g_free (tile->tone);
  g_free (tile);
}

static guint32
pack (ShColor c)
{
  return 0xff000000U | (guint32) (c.r * 255 + 0.5) << 16 | (guint32) (c.g * 255 + 0.5) << 8 |
         (guint32) (c.b * 255 + 0.5);
}

cairo_pattern_t *
sh_tile_pattern (const ShTile *tile, ShColor dark, ShColor base, ShColor light)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, tile->size, tile->size);
  cairo_pattern_t *pattern;
  guint32 ramp_of[256];
  guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int i = 0; i < 256; i++)
    {
      double t = (i - 128) / 127.0;

      ramp_of[i] =
          pack (t < 0 ? sh_color_mix (base, dark, MIN (-t, 1)) : sh_color_mix (base, light, t));
    }
  cairo_surface_flush (surface);
  for (int y = 0; y < tile->size; y++)
    {
      guint32 *row = (guint32 *) (void *) (data + y * stride);

      for (int x = 0; x < tile->size; x++)
        row[x] = ramp_of[(int) (128 + 127 * CLAMP (tile->tone[y * tile->size + x], -1.0F, 1.0F))];
    }
  cairo_surface_mark_dirty (surface);
  pattern = cairo_pattern_create_for_surface (surface);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_FAST);
  cairo_surface_destroy (surface);
  return pattern;
}
