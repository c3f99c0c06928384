/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-kiosk-board.h"
#include "sh-kiosk-config.h"
#include "sh-kiosk-staff.h"
#include "sh-session.h"
#include "sh-stage.h"

G_BEGIN_DECLS

#define SH_TYPE_KIOSK_VIEW (sh_kiosk_view_get_type ())
G_DECLARE_FINAL_TYPE (ShKioskView, sh_kiosk_view, SH, KIOSK_VIEW, GtkWidget)

/**
 * Everything that is seen in the kiosk, in one language: when the language changes, a new view is
 * made around the picture of the one before. It only shows; what happens is decided by the actions
 * of the groups "kiosk" and "staff", which stand above it.
 */
typedef struct
{
  const ShKioskConfig *config;
  double text_scale;          /* of this visitor */
  gboolean speech;            /* whether texts can be read aloud */
  const char *const *lessons; /* (nullable): the titles of those to offer */
  int width, height;          /* of the screen, px */
  double height_mm;           /* of the lit picture; 0: not known */
  ShKioskView *before;        /* (nullable): whose picture is taken over: it is slow to make */
} ShKioskViewOptions;

/** Makes all that is seen, in the language spoken now. Returns: (transfer floating) */
GtkWidget *sh_kiosk_view_new (const ShKioskViewOptions *options);

/** Shows the leg of @session from now on. */
void sh_kiosk_view_set_session (ShKioskView *self, ShSession *session);
/** The picture of the leg. Returns: (transfer none) */
ShStage *sh_kiosk_view_get_stage (ShKioskView *self);
/** What places the parts of the screen. Returns: (transfer none) */
ShKioskBoard *sh_kiosk_view_get_board (ShKioskView *self);

/** Shows a scene of the attract loop. */
void sh_kiosk_view_show_scene (ShKioskView *self, int scene);
/** Shows a page of the dock: "home", the name of a choice, "needs", "helps", "free", "lessons",
 * "lesson", "pin", "staff", "hours". */
void sh_kiosk_view_show_page (ShKioskView *self, const char *page);
/** Whether a page is none for visitors. */
gboolean sh_kiosk_view_page_of_staff (const char *page);
/** Makes the staff's pages anew. */
void sh_kiosk_view_set_staff (ShKioskView *self, const ShKioskStaffFacts *facts);
/** Shows a moment of a lesson on the page "lesson". @page: (transfer floating) */
void sh_kiosk_view_set_lesson (ShKioskView *self, GtkWidget *page);
/** Shows how many digits were given and what there is to say about it. */
void sh_kiosk_view_set_pin (ShKioskView *self, guint n_digits, const char *message);
/** Shows the countdown with so many seconds; 0 takes it away. */
void sh_kiosk_view_set_countdown (ShKioskView *self, int seconds);
/** Darkens all and shows @text; NULL brightens it again. @brightness: 0…1 */
void sh_kiosk_view_set_closed (ShKioskView *self, const char *text, double brightness);
/** Moves all by so many pixels, against burn-in. */
void sh_kiosk_view_set_shift (ShKioskView *self, int x, int y);
/** All that there is to read on the present page, for reading aloud. Returns: (transfer full) */
char *sh_kiosk_view_text (ShKioskView *self);

G_END_DECLS
