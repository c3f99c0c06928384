/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-plan.h"

#include <math.h>

/* A capital letter is this part of an em in the fonts in use (Noto Sans: 714 of 1000 units). */
#define CAPITAL_EM 0.714
#define FAR_MM 3000.0
#define FAR_ANGLE (20.0 / 60.0 * G_PI / 180.0)
#define MM_PER_PX (25.4 / 96.0)

/* Parts of the screen that the dock takes. */
#define DOCK_PORTRAIT 0.49
#define DOCK_PORTRAIT_ATTRACT 0.13
#define DOCK_LANDSCAPE 0.42
#define DOCK_LANDSCAPE_ATTRACT 0.2
/* Two columns of buttons with words in them need so much; the picture needs the other. */
#define DOCK_LEAST_WIDTH 624
#define PICTURE_LEAST_WIDTH 320
/* A dock lower than this cannot hold a page; then the whole screen is used. */
#define DOCK_LEAST_HEIGHT 220

double
sh_kiosk_far_text_px (int width, int height, double height_mm)
{
  double px_per_mm = height_mm > 0.0 ? height / height_mm : 1.0 / MM_PER_PX;
  double wanted = FAR_MM * tan (FAR_ANGLE) / CAPITAL_EM * px_per_mm;

  double column = height > width ? width : DOCK_LANDSCAPE * width;

  /* Larger than this a long word would not fit any more. */
  return CLAMP (wanted, 20.0, MIN (MIN (width, height) / 11.0, column / 9.0));
}

double
sh_kiosk_near_text_px (int width, int height)
{
  return CLAMP (MIN (width, height) / 42.0, 14.0, 72.0);
}

gboolean
sh_kiosk_reach (int height, double height_mm, double bottom_mm, int *top, int *bottom)
{
  double px_per_mm;

  *top = 0;
  *bottom = height;
  if (height_mm <= 0.0 || bottom_mm < 0.0)
    return FALSE;
  px_per_mm = height / height_mm;
  *top = (int) ceil (height - (SH_KIOSK_REACH_HIGH_MM - bottom_mm) * px_per_mm);
  *bottom = (int) floor (height - (SH_KIOSK_REACH_LOW_MM - bottom_mm) * px_per_mm);
  *top = CLAMP (*top, 0, height);
  *bottom = CLAMP (*bottom, 0, height);
  return *bottom > *top;
}

/* The band for the dock: the whole screen where nothing is known or the band is too narrow. */
static gboolean
band (const ShKioskPlace *place, int *top, int *bottom)
{
  gboolean known = place->height_mm > 0.0 && place->bottom_mm >= 0.0;

  if (sh_kiosk_reach (place->height, place->height_mm, place->bottom_mm, top, bottom) &&
      *bottom - *top >= DOCK_LEAST_HEIGHT)
    return TRUE;
  *top = 0;
  *bottom = place->height;
  return !known;
}

static gboolean
is_portrait (const ShKioskPlace *place)
{
  return place->height > place->width;
}

static int
dock_width (const ShKioskPlace *place)
{
  int least = place->attract ? 0 : DOCK_LEAST_WIDTH;
  int wanted = MAX ((int) (place->width * DOCK_LANDSCAPE), least);

  return MAX (MIN (wanted, place->width - PICTURE_LEAST_WIDTH), place->width / 2);
}

int
sh_kiosk_plan_caption_width (const ShKioskPlace *place)
{
  if (is_portrait (place))
    return place->width;
  return place->attract ? dock_width (place) : place->width - dock_width (place);
}

/* The picture gets what the caption leaves of a column between @top and @bottom. */
static void
fill_column (const ShKioskPlace *place, int width, int top, int bottom, ShKioskPlan *plan)
{
  int caption = MIN (place->caption_height, MAX (bottom - top, 0) * 2 / 3);

  plan->picture = (GdkRectangle){ 0, top, width, MAX (bottom - top - caption, 1) };
  plan->caption = (GdkRectangle){ 0, bottom - caption, width, caption };
}

static void
plan_portrait (const ShKioskPlace *place, int top, int bottom, ShKioskPlan *plan)
{
  double part = place->attract ? DOCK_PORTRAIT_ATTRACT : DOCK_PORTRAIT;
  int height = MIN ((int) (place->height * part), bottom - MAX (top, place->header_height));

  plan->dock = (GdkRectangle){ 0, bottom - height, place->width, height };
  fill_column (place, place->width, place->header_height, plan->dock.y, plan);
}

/* While nobody is there the caption stands beside the picture, above what can be touched. */
static void
plan_landscape_attract (const ShKioskPlace *place, int top, int bottom, ShKioskPlan *plan)
{
  int width = dock_width (place), left = place->width - width;
  int height = MIN ((int) (place->height * DOCK_LANDSCAPE_ATTRACT), bottom - top);
  int dock = bottom - height;
  int room = dock - place->header_height;
  /* Where the band lies high, the caption comes below the dock. */
  gboolean below = room < place->height - bottom;

  plan->picture =
      (GdkRectangle){ 0, place->header_height, left, place->height - place->header_height };
  plan->dock = (GdkRectangle){ left, dock, width, height };
  plan->caption = (GdkRectangle){ left, below ? bottom : place->header_height, width,
                                  MAX (below ? place->height - bottom : room, 1) };
}

static void
plan_landscape (const ShKioskPlace *place, int top, int bottom, ShKioskPlan *plan)
{
  int width = place->staff ? place->width : dock_width (place);
  int column = place->width - width;

  plan->dock = (GdkRectangle){ column, top, width, bottom - top };
  fill_column (place, column, place->header_height, place->height, plan);
}

void
sh_kiosk_plan (const ShKioskPlace *place, ShKioskPlan *plan)
{
  int top, bottom;

  plan->within_reach = band (place, &top, &bottom);
  plan->portrait = is_portrait (place);
  plan->header = (GdkRectangle){ 0, 0, place->width, place->header_height };
  if (plan->portrait)
    plan_portrait (place, top, bottom, plan);
  else if (place->attract)
    plan_landscape_attract (place, MAX (top, place->header_height), bottom, plan);
  else
    plan_landscape (place, MAX (top, place->header_height), bottom, plan);
}

void
sh_kiosk_shift (guint minute, int *x, int *y)
{
  /* Each step goes to a neighbouring place, and the walk closes. */
  static const signed char walk[][2] = { { 0, 0 },  { 1, 0 },   { 1, 1 },  { 0, 1 },  { -1, 1 },
                                         { -1, 0 }, { -1, -1 }, { 0, -1 }, { 1, -1 }, { 1, 0 } };
  guint step = minute % G_N_ELEMENTS (walk);

  *x = walk[step][0] * SH_KIOSK_SHIFT_PX;
  *y = walk[step][1] * SH_KIOSK_SHIFT_PX;
}
