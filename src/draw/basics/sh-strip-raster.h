/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "sh-theme.h"

/**
 * Draws tubes into a picture in memory, pixel by pixel: colour across the tube comes from a table,
 * edges are smooth, shadows soft. A tube costs a few nanoseconds a pixel, a fifth of what nested
 * Cairo fills of the same look cost, and it changes shape 60 times a second.
 *
 * Pixels are premultiplied ARGB32 in native byte order, as in a cairo image surface.
 */
typedef struct
{
  guint32 *pixels;
  int width;
  int height;
  int stride; /* in pixels */
} ShPixels;

/** One station along a tube, in pixels. */
typedef struct
{
  float x, y;   /* centre */
  float nx, ny; /* unit normal, to the right of the way */
  float outer;  /* half the outer width */
  float lumen;  /* half the inner width */
  guint16 look; /* index of the look of the stretch that follows */
} ShStripPoint;

#define SH_STRIP_BLOOD 64
#define SH_STRIP_WALL 24

/** The colours across a tube, from left (the lit side) to right. */
typedef struct
{
  guint32 contour;             /* outer line */
  guint32 rim;                 /* line between wall and blood */
  guint32 wall[SH_STRIP_WALL]; /* first half: left wall, outside to inside; then the right wall,
                                  inside to outside */
  guint32 blood[SH_STRIP_BLOOD];
  guint32 hatch;      /* colour of the cross hatching */
  int hatch_strength; /* 0…256 */
} ShStripLook;

typedef enum
{
  SH_STRIP_PASS_SHADOW,
  SH_STRIP_PASS_TUBE,  /* outer line, wall and inner line */
  SH_STRIP_PASS_BLOOD, /* what fills the inner width */
  SH_STRIP_PASS_MARK   /* one colour over the outer width, as strong as the stations' lumen */
} ShStripPass;

/** Numbers of one pass, in pixels. */
typedef struct
{
  ShStripPass pass;
  float line;            /* width of the tube's outer line */
  float rim;             /* width of its inner line */
  float dx, dy;          /* offset of a shadow */
  float soft;            /* half width of a shadow's soft edge */
  const guint32 *shadow; /* 256 premultiplied pixels, from nothing to the darkest */
  guint32 mark;          /* colour of a mark, opaque */
  int hatch_step;        /* distance of the hatching's lines */
} ShStripStyle;

/** Draws one pass of the tube through @points; @looks is indexed by their look. */
void sh_strip_draw (ShPixels *pixels,
                    const ShStripPoint *points,
                    int n_points,
                    const ShStripLook *looks,
                    const ShStripStyle *style);

/** An opaque pixel of @color. */
guint32 sh_strip_pixel (ShColor color);
