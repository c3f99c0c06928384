/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-curve.h"

/** Chance with a fixed seed, so that the same picture comes out every time and everywhere. */
typedef struct
{
  guint32 state;
} ShChance;

/** Begins the row of numbers that belongs to @seed. */
void sh_chance_init (ShChance *chance, guint32 seed);
/** Evenly spread, low included, high excluded. */
double sh_chance_between (ShChance *chance, double low, double high);
/** A whole number from 0 to n - 1. */
int sh_chance_pick (ShChance *chance, int n);

/** How dark or light a stroke of a texture is; strokes of one tone are painted together. */
typedef enum
{
  SH_TONE_DARK_STRONG,
  SH_TONE_DARK,
  SH_TONE_LIGHT,
  SH_TONE_LIGHT_STRONG,
  SH_N_TONES
} ShTone;

/** A hair line across a muscle or along a tendon, in the coordinates of the two edges. */
typedef struct
{
  double at;   /* 0 at the upper end … 1 at the lower end; across for a tendon */
  double from; /* 0 at the front edge … 1 at the back edge; along for a tendon */
  double to;
  double width; /* plate units */
  ShTone tone;
} ShFibre;

/** @n fibres between @low and @high. Returns: (transfer full): array of ShFibre */
GArray *sh_texture_fibres (
    guint32 seed, int n, double low, double high, double width_min, double width_max);

/** A grain of fat: an uneven ellipse. */
typedef struct
{
  ShPoint place;
  double along; /* half axes */
  double across;
  double angle;
  guint32 seed;
  ShTone tone;
} ShLobule;

/** Fills a closed curve with grains of about @radius that stay inside it.
 * Returns: (transfer full): array of ShLobule */
GArray *sh_texture_lobules (guint32 seed, const ShCurve *outline, double radius);

/** Whether a place lies inside a closed curve. */
gboolean sh_texture_inside (const ShCurve *outline, double x, double y);

/** Appends a stroke that is @width wide in its middle and pointed at both ends. */
void sh_texture_sliver (cairo_t *cr, const ShPoint *points, int n, double width);
/** Appends the uneven ellipse of a lobule about @centre, @grow times its size. */
void sh_texture_lobule (cairo_t *cr, const ShLobule *lobule, ShPoint centre, double grow);
