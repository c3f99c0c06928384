/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/** The heights above the floor between which everyone reaches a target, in millimetres: a person in
 * a wheelchair reaching to the side or forward over a low table. (2010 ADA Standards for Accessible
 * Design, 308: 15 to 48 inches.) */
#define SH_KIOSK_REACH_LOW_MM 380.0
#define SH_KIOSK_REACH_HIGH_MM 1220.0

/** What the places depend on. */
typedef struct
{
  int width, height;  /* of the window, px */
  double height_mm;   /* of the lit picture; 0: not known */
  double bottom_mm;   /* its lower edge above the floor; below 0: not known */
  gboolean attract;   /* nobody there: the picture is large, little can be touched */
  gboolean staff;     /* beside the staff's pages there is no picture in landscape */
  int header_height;  /* what the clinic's line needs, px */
  int caption_height; /* what the caption needs at the picture's width, px */
} ShKioskPlace;

/** Where everything goes. Rectangles are for left-to-right. */
typedef struct
{
  gboolean portrait;
  gboolean within_reach; /* the dock lies in the band that everyone reaches, or nothing is known */
  GdkRectangle header;
  GdkRectangle picture;
  GdkRectangle caption;
  GdkRectangle dock; /* everything that can be touched */
} ShKioskPlan;

/** Plans the places: the dock below the picture in portrait and beside it in landscape, inside the
 * band that everyone reaches. Pure. */
void sh_kiosk_plan (const ShKioskPlace *place, ShKioskPlan *plan);
/** The width that the caption will have. */
int sh_kiosk_plan_caption_width (const ShKioskPlace *place);

/** The band of heights that everyone reaches, in pixels from the top. Returns: whether it is known
 * and part of the screen lies in it. */
gboolean sh_kiosk_reach (int height, double height_mm, double bottom_mm, int *top, int *bottom);

/** The size of letters that can be read from three metres, in pixels per em: a capital letter of
 * 20 minutes of arc, the middle of what ISO 9241-303 prefers. A height that is not known counts as
 * that of a screen with 96 dots per inch. */
double sh_kiosk_far_text_px (int width, int height, double height_mm);
/** The size of letters in front of the screen, in pixels per em. */
double sh_kiosk_near_text_px (int width, int height);

/** How far the picture stands from its middle against burn-in, in pixels, in the @minute since the
 * start: a slow walk over a square of three by three places. */
void sh_kiosk_shift (guint minute, int *x, int *y);
/** The widest shift. */
#define SH_KIOSK_SHIFT_PX 3
