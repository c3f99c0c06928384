/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-gesture.h"

double
sh_kiosk_gesture_corner (double width, double height)
{
  return MAX (64.0, 0.09 * MIN (width, height));
}

gboolean
sh_kiosk_gesture_tap (
    ShKioskGesture *gesture, double x, double y, double width, double height, double now_s)
{
  double corner = sh_kiosk_gesture_corner (width, height);
  gboolean left = x <= corner && y <= corner;
  gboolean right = x >= width - corner && y <= corner;

  if (gesture->taps > 0 && now_s - gesture->began_s > SH_KIOSK_GESTURE_S)
    gesture->taps = 0;
  if (gesture->taps % 2 == 0 ? !left : !right)
    gesture->taps = 0;
  if (gesture->taps == 0)
    gesture->began_s = now_s;
  if (gesture->taps > 0 || left)
    gesture->taps++;
  if (gesture->taps < SH_KIOSK_GESTURE_TAPS)
    return FALSE;
  gesture->taps = 0;
  return TRUE;
}
