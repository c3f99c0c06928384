/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-texture.h"

#include <math.h>

void
sh_chance_init (ShChance *chance, guint32 seed)
{
  chance->state = seed * 2654435769u + 1;
}

/* Mulberry32: a counter and a mixer (T. Ettinger, public domain); good enough for textures. */
static guint32
chance_next (ShChance *chance)
{
  guint32 z = chance->state += 0x6d2b79f5u;

  z = (z ^ (z >> 15)) * (z | 1u);
  z ^= z + (z ^ (z >> 7)) * (z | 61u);
  return z ^ (z >> 14);
}

double
sh_chance_between (ShChance *chance, double low, double high)
{
  return low + (high - low) * (chance_next (chance) / 4294967296.0);
}

int
sh_chance_pick (ShChance *chance, int n)
{
  return (int) (chance_next (chance) % (guint32) n);
}

GArray *
sh_texture_fibres (guint32 seed, int n, double low, double high, double width_min, double width_max)
{
  GArray *fibres = g_array_sized_new (FALSE, FALSE, sizeof (ShFibre), (guint) n);
  ShChance chance;

  sh_chance_init (&chance, seed);
  for (int i = 0; i < n; i++)
    {
      ShFibre fibre;

      /* Even spread with a jitter: pure chance would leave bald places. */
      fibre.at = low + (high - low) * (i + sh_chance_between (&chance, -1.5, 2.5)) / n;
      fibre.from = sh_chance_between (&chance, -0.1, 0.5);
      fibre.to = fibre.from + sh_chance_between (&chance, 0.3, 0.8);
      fibre.from = MAX (fibre.from, 0);
      fibre.to = MIN (fibre.to, 1);
      fibre.width = sh_chance_between (&chance, width_min, width_max);
      fibre.tone = (ShTone) sh_chance_pick (&chance, SH_N_TONES);
      g_array_append_val (fibres, fibre);
    }
  return fibres;
}

gboolean
sh_texture_inside (const ShCurve *outline, double x, double y)
{
  gboolean inside = FALSE;

  for (int i = 0, j = outline->n - 1; i < outline->n; j = i++)
    {
      ShPoint a = outline->point[i], b = outline->point[j];

      if ((a.y > y) != (b.y > y) && x < a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y))
        inside = !inside;
    }
  return inside;
}

GArray *
sh_texture_lobules (guint32 seed, const ShCurve *outline, double radius)
{
  GArray *lobules = g_array_new (FALSE, FALSE, sizeof (ShLobule));
  g_autoptr (ShCurve) coarse = sh_curve_resample (outline, 100);
  double step_x = radius * 1.75, step_y = radius * 1.5;
  cairo_rectangle_t box;
  ShChance chance;
  int row = 0;

  sh_chance_init (&chance, seed);
  sh_curve_bounds (outline, &box);
  for (double y = box.y; y < box.y + box.height; y += step_y, row++)
    for (double x = box.x + (row % 2) * step_x / 2; x < box.x + box.width; x += step_x)
      {
        ShLobule lobule = { .along = radius * sh_chance_between (&chance, 0.75, 1.2),
                            .across = radius * sh_chance_between (&chance, 0.65, 0.95),
                            .angle = sh_chance_between (&chance, 0, G_PI),
                            .seed = (guint32) sh_chance_pick (&chance, 1 << 30),
                            .tone = (ShTone) sh_chance_pick (&chance, SH_N_TONES) };

        lobule.place.x = x + step_x * sh_chance_between (&chance, -0.3, 0.3);
        lobule.place.y = y + step_y * sh_chance_between (&chance, -0.3, 0.3);
        if (sh_texture_inside (coarse, lobule.place.x, lobule.place.y))
          g_array_append_val (lobules, lobule);
      }
  return lobules;
}

void
sh_texture_sliver (cairo_t *cr, const ShPoint *points, int n, double width)
{
  ShPoint back[32];

  g_return_if_fail (n >= 2 && n <= (int) G_N_ELEMENTS (back));

  cairo_move_to (cr, points[0].x, points[0].y);
  for (int i = 1; i < n - 1; i++)
    {
      double dx = points[i + 1].x - points[i - 1].x, dy = points[i + 1].y - points[i - 1].y;
      double length = hypot (dx, dy);
      double t = (double) i / (n - 1);
      double half = length > 0 ? width * 2 * sqrt (t * (1 - t)) / (2 * length) : 0;

      cairo_line_to (cr, points[i].x - dy * half, points[i].y + dx * half);
      back[i] = (ShPoint){ points[i].x + dy * half, points[i].y - dx * half };
    }
  cairo_line_to (cr, points[n - 1].x, points[n - 1].y);
  for (int i = n - 2; i > 0; i--)
    cairo_line_to (cr, back[i].x, back[i].y);
  cairo_close_path (cr);
}

void
sh_texture_lobule (cairo_t *cr, const ShLobule *lobule, ShPoint centre, double grow)
{
  /* Nobody counts the corners of a spot of light. */
  const int n = grow < 0.5 ? 5 : 9;
  double sine = sin (lobule->angle), cosine = cos (lobule->angle);
  ShChance chance;

  sh_chance_init (&chance, lobule->seed);
  cairo_new_sub_path (cr);
  for (int i = 0; i < n; i++)
    {
      double angle = 2 * G_PI * i / n;
      double far = grow * sh_chance_between (&chance, 0.88, 1.1);
      double x = far * lobule->along * cos (angle), y = far * lobule->across * sin (angle);

      cairo_line_to (cr, centre.x + cosine * x - sine * y, centre.y + sine * x + cosine * y);
    }
  cairo_close_path (cr);
}
