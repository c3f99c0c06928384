/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-preferences.h"
#include "sh-theme.h"

G_BEGIN_DECLS

#define SH_TYPE_APPEARANCE (sh_appearance_get_type ())
G_DECLARE_FINAL_TYPE (ShAppearance, sh_appearance, SH, APPEARANCE, GObject)

/**
 * How the program looks on a display: loads the style sheets and follows the user's palette and the
 * desktop's wishes for dark colours and for less motion.
 *
 * Properties to read: `theme` (ShThemeId) that painters use; `reduced-motion`, wished for by the
 * user or by the desktop.
 *
 * Returns: (transfer full)
 */
ShAppearance *sh_appearance_new (GdkDisplay *display, ShPreferences *preferences);

/** The palette that is shown. */
ShThemeId sh_appearance_get_theme (ShAppearance *self);
/** Whether still pictures are wished for instead of a moving one. */
gboolean sh_appearance_get_reduced_motion (ShAppearance *self);

G_END_DECLS
