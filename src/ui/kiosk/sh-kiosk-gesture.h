/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** How many taps the staff's gesture has, and how long it may take in all. */
#define SH_KIOSK_GESTURE_TAPS 6
#define SH_KIOSK_GESTURE_S 8.0

/**
 * The staff's gesture: the two upper corners of the screen tapped in turn, upper left first, six
 * taps within eight seconds. There is nothing to press in the upper corners, so nothing else
 * happens on the way; and hardly anyone makes it by chance. Pure. All zero is the beginning.
 */
typedef struct
{
  int taps;
  double began_s;
} ShKioskGesture;

/** The width and height of a corner, in pixels of a screen of this size. */
double sh_kiosk_gesture_corner (double width, double height);
/** A tap at @x, @y. Returns: whether it completed the gesture. */
gboolean sh_kiosk_gesture_tap (
    ShKioskGesture *gesture, double x, double y, double width, double height, double now_s);
