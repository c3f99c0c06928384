/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SH_TYPE_LAYOUT (sh_layout_get_type ())
G_DECLARE_FINAL_TYPE (ShLayout, sh_layout, SH, LAYOUT, GtkWidget)

/**
 * Places the picture, the readouts and the controls so that hands never cover the leg: the controls
 * beside the picture when there is width for it, below it when the window is upright. Where there
 * is no room for readouts and controls, the readouts are not shown.
 *
 * Child types for GtkBuilder: "picture", "readouts", "controls". It has the style class
 * "landscape" or "portrait".
 */

/** Where everything goes in a window of a given size. Rectangles are for left-to-right. */
typedef struct
{
  gboolean portrait;
  GdkRectangle picture;
  GdkRectangle readouts; /* no height: they are not shown */
  GdkRectangle controls;
} ShLayoutPlan;

/** What the parts need, in pixels. */
typedef struct
{
  int panel;          /* the smallest width that readouts and controls can have */
  int picture_width;  /* the smallest size of the picture with what stands below it */
  int picture_height; /* in the whole width */
  int readouts_least; /* heights of the readouts at the panel's width */
  int readouts_wanted;
} ShLayoutNeeds;

/** Plans the places: a pure function, so that it can be tested without a window. */
void sh_layout_plan (int width, int height, const ShLayoutNeeds *needs, ShLayoutPlan *plan);

/** The width of the panel beside the picture in a window of this width. */
int sh_layout_panel_width (int width, int panel_least);
/** Whether a window of this size has its controls below the picture. */
gboolean sh_layout_is_portrait (int width, int height, int panel_least, int picture_width);

G_END_DECLS
