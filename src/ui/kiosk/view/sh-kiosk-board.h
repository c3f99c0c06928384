/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-kiosk-plan.h"

G_BEGIN_DECLS

/** The parts of the kiosk's screen. */
typedef enum
{
  SH_KIOSK_PART_HEADER,
  SH_KIOSK_PART_PICTURE,
  SH_KIOSK_PART_CAPTION,
  SH_KIOSK_PART_DOCK, /* everything that can be touched */
  SH_KIOSK_N_PARTS
} ShKioskPart;

#define SH_TYPE_KIOSK_BOARD (sh_kiosk_board_get_type ())
G_DECLARE_FINAL_TYPE (ShKioskBoard, sh_kiosk_board, SH, KIOSK_BOARD, GtkWidget)

/**
 * Places the parts of the kiosk's screen as sh_kiosk_plan() has it, upright and across, and shifts
 * the whole by a few pixels against burn-in. It takes any size that the screen has.
 */
GtkWidget *sh_kiosk_board_new (void);

/** Puts @child into a part that has none yet. */
void sh_kiosk_board_set_part (ShKioskBoard *self, ShKioskPart part, GtkWidget *child);
/** Takes a part out again, for another board. Returns: (transfer full) (nullable) */
GtkWidget *sh_kiosk_board_take_part (ShKioskBoard *self, ShKioskPart part);
/** Says how high the lit picture is and how high it hangs, in mm; see ShKioskPlace. */
void sh_kiosk_board_set_screen (ShKioskBoard *self, double height_mm, double bottom_mm);
/** Whether nobody is there and the picture is large. */
void sh_kiosk_board_set_attract (ShKioskBoard *self, gboolean attract);
/** Whether the staff's pages are shown, which need the picture's room in landscape. */
void sh_kiosk_board_set_staff (ShKioskBoard *self, gboolean staff);
/** Moves everything out of its place by so many pixels. */
void sh_kiosk_board_set_shift (ShKioskBoard *self, int x, int y);
/** Whether all that can be touched lies where everyone reaches it, or that is not known. */
gboolean sh_kiosk_board_get_within_reach (ShKioskBoard *self);

G_END_DECLS
