/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-blur.h"

/* The loops over whole rows are worth vector instructions even in a build for debugging. */
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC optimize("O3")
#endif

#include <math.h>
#include <string.h>

/* Two running means make a triangle, which the eye cannot tell from a Gaussian at these sizes. */
#define N_PASSES 2

/* The radius of the running mean whose passes have the variance of the Gaussian: one pass over
 * 2 r + 1 pixels has (r² + r) / 3. */
static int
radius_of (double sigma)
{
  double radius = (sqrt (1 + 12 * sigma * sigma / N_PASSES) - 1) / 2;

  return (int) lround (MAX (radius, 0));
}

int
sh_blur_reach (double sigma)
{
  return N_PASSES * radius_of (sigma);
}

static void
mean_of_row (guint8 *to, const guint8 *from, int width, int radius, guint32 factor)
{
  guint32 sum = 0;

  for (int x = 0; x < MIN (radius, width); x++)
    sum += from[x];
  for (int x = 0; x < width; x++)
    {
      if (x + radius < width)
        sum += from[x + radius];
      to[x] = (guint8) ((sum * factor + (1u << 15)) >> 16);
      if (x - radius >= 0)
        sum -= from[x - radius];
    }
}

static void
add_row (guint32 *sums, const guint8 *row, int width)
{
  for (int x = 0; x < width; x++)
    sums[x] += row[x];
}

static void
subtract_row (guint32 *sums, const guint8 *row, int width)
{
  for (int x = 0; x < width; x++)
    sums[x] -= row[x];
}

static void
mean_of_columns (guint8 *to,
                 const guint8 *from,
                 guint32 *sums,
                 int width,
                 int height,
                 int stride,
                 int radius,
                 guint32 factor)
{
  memset (sums, 0, sizeof *sums * (gsize) width);
  for (int y = 0; y < MIN (radius, height); y++)
    add_row (sums, from + (gsize) y * stride, width);
  for (int y = 0; y < height; y++)
    {
      guint8 *out = to + (gsize) y * stride;

      if (y + radius < height)
        add_row (sums, from + (gsize) (y + radius) * stride, width);
      for (int x = 0; x < width; x++)
        out[x] = (guint8) ((sums[x] * factor + (1u << 15)) >> 16);
      if (y - radius >= 0)
        subtract_row (sums, from + (gsize) (y - radius) * stride, width);
    }
}

void
sh_blur (guint8 *pixels, int width, int height, int stride, double sigma)
{
  int radius = radius_of (sigma);
  guint32 factor = 65536u / (guint32) (2 * radius + 1);
  g_autofree guint8 *other = NULL;
  g_autofree guint32 *sums = NULL;

  if (radius < 1 || width < 1 || height < 1)
    return;
  other = g_malloc ((gsize) stride * height);
  sums = g_new (guint32, width);
  for (int pass = 0; pass < N_PASSES; pass++)
    {
      for (int y = 0; y < height; y++)
        mean_of_row (other + (gsize) y * stride, pixels + (gsize) y * stride, width, radius,
                     factor);
      mean_of_columns (pixels, other, sums, width, height, stride, radius, factor);
    }
}
