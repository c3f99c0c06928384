/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-art.h"
#include "sh-rig.h"
#include "sh-scene-options.h"
#include "sh-theme.h"
#include "sh-vein-net.h"

/**
 * The names around the leg: two columns of texts that never touch each other, with thin leaders to
 * what they name, a title, a legend of the blood's looks, and a key for the numbers on muscles and
 * perforators, which veins fence in so that no leader could reach them.
 *
 * Texts stand still; leaders, numbers and the names on bones move with the leg.
 */
typedef struct _ShLabelSheet ShLabelSheet;

typedef struct
{
  cairo_rectangle_t rect; /* the view, in user units */
  cairo_matrix_t to_user; /* plate units to user units */
  ShThemeId theme;
  ShLabels labels;
  ShSide side;
  double text_scale;
  double scale; /* device pixels per user unit */
  gboolean turned;
  gboolean vector;
} ShLabelPlace;

/** Returns: (transfer full) */
ShLabelSheet *sh_label_sheet_new (ShArt *art);
void sh_label_sheet_free (ShLabelSheet *sheet);

/** Finds a place for everything that fits; what does not fit is left out. */
void sh_label_sheet_lay_out (ShLabelSheet *sheet, const ShLabelPlace *place, const ShVeinNet *net);

/** The still part: texts, title, legend, key. */
void sh_label_sheet_draw_texts (ShLabelSheet *sheet, cairo_t *cr);
/** Leaders, which lie under the veins; the leg has travelled by @dx, @dy user units. */
void sh_label_sheet_draw_leaders (
    ShLabelSheet *sheet, cairo_t *cr, const ShRig *rig, double dx, double dy);
/** Numbers and bones' names, which lie over everything. */
void sh_label_sheet_draw_badges (
    ShLabelSheet *sheet, cairo_t *cr, const ShRig *rig, double dx, double dy);

/** The rectangles that texts, title, legend and key take, at most @most of them; none of them
 * overlap. Returns how many there are. */
int sh_label_sheet_boxes (ShLabelSheet *sheet, cairo_rectangle_t *boxes, int most);

/** A line from a text to what it names. */
typedef struct
{
  ShPoint points[3];  /* in user units: out of the text, the bend, the end */
  const char *line;   /* (nullable): the vein line that it names */
  const char *anchor; /* the label's name */
} ShLabelLeader;
/** The leaders in the pose of @rig when the leg has travelled by @dx, @dy user units, at most @most
 * of them. Returns how many there are. */
int sh_label_sheet_leaders (
    ShLabelSheet *sheet, const ShRig *rig, double dx, double dy, ShLabelLeader *leaders, int most);

/** No letters are smaller than this, in user units. */
#define SH_LABEL_LEAST 12.0
/** The size of the letters around a view of this size, in user units. */
double sh_label_size (double width, double height, double text_scale);
