/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-blood-look.h"
#include "sh-curve.h"
#include "sh-theme.h"

/**
 * A vein cut across: a wall of constant length around a lumen of given area. Full, it is a circle
 * that grows; emptying, an ellipse, then a dumb-bell whose two ends stay open (physiology page,
 * section 6: the table of area ratio against shape at constant perimeter).
 */

#define SH_VEIN_SECTION_POINTS 64

/** Ready-made outlines for all fillings, so that drawing a frame solves nothing. */
typedef struct _ShVeinSections ShVeinSections;

/** Returns: (transfer full) */
ShVeinSections *sh_vein_sections_new (void);
void sh_vein_sections_free (ShVeinSections *sections);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShVeinSections, sh_vein_sections_free)

/** The lumen's outline at @area_ratio, SH_VEIN_SECTION_POINTS points, long axis along x; the round,
 * unstretched lumen has radius 1. */
void sh_vein_sections_outline (const ShVeinSections *sections, double area_ratio, ShPoint *outline);

/** How a vein's section is to be drawn. */
typedef struct
{
  ShPoint centre; /* in user units */
  double radius;  /* outer radius of the round, unstretched vein, in user units */
  double angle;   /* direction of the long axis, radians, clockwise on the screen */
  double area_ratio;
  double seed; /* turns the resting cells, so that neighbours differ */
} ShVeinSection;

/** As many as one call draws. */
#define SH_VEIN_SECTIONS_MAX 32

/** Draws @n veins, each with its look: shadows, walls, lumens, and the pattern of the blood's
 * state. Veins that touch open into each other. Onto an upright picture of pixels, walls are kept
 * as pictures, at most one for each of the @n places and each filling, and veins stand on whole
 * pixels. */
void sh_vein_sections_draw (ShVeinSections *sections,
                            const ShVeinSection *veins,
                            const ShBloodLook *looks,
                            int n,
                            const ShTheme *theme,
                            cairo_t *cr);
