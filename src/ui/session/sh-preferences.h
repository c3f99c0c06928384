/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** Which palette the user wants. */
typedef enum
{
  SH_PALETTE_SYSTEM, /* light or dark as the desktop has it */
  SH_PALETTE_LIGHT,
  SH_PALETTE_DARK,
  SH_PALETTE_PROJECTOR
} ShPalette;

/** In which unit pressures are shown. */
typedef enum
{
  SH_UNITS_MMHG,
  SH_UNITS_KPA
} ShUnits;

/** How compression stockings are named. */
typedef enum
{
  SH_STOCKING_NAMES_PRESSURE, /* by their pressure, as in the United States */
  SH_STOCKING_NAMES_CLASS     /* by their class, as in Europe */
} ShStockingNames;

#define SH_TYPE_UNITS (sh_units_get_type ())
/** ShUnits as a GObject enumeration, nicks as in the settings. */
GType sh_units_get_type (void);
#define SH_TYPE_STOCKING_NAMES (sh_stocking_names_get_type ())
/** ShStockingNames as a GObject enumeration, nicks as in the settings. */
GType sh_stocking_names_get_type (void);
#define SH_TYPE_PALETTE (sh_palette_get_type ())
/** ShPalette as a GObject enumeration, nicks as in the settings. */
GType sh_palette_get_type (void);
#define SH_TYPE_WORDING (sh_wording_get_type ())
/** ShWording as a GObject enumeration, nicks as in the settings. */
GType sh_wording_get_type (void);
#define SH_TYPE_LABELS (sh_labels_get_type ())
/** ShLabels as a GObject enumeration, nicks as in the settings. */
GType sh_labels_get_type (void);

#define SH_TYPE_PREFERENCES (sh_preferences_get_type ())
G_DECLARE_FINAL_TYPE (ShPreferences, sh_preferences, SH, PREFERENCES, GObject)

/**
 * What the user prefers, kept in GSettings when the schema is found, installed or beside the build
 * folder, and for this run alone when it is not: the program never needs the schema.
 *
 * Properties: `palette`, `wording`, `labels`, `units`, `stocking-names`, `text-size` (1…2 times the
 * desktop's), `more-contrast`, `reduced-motion`, `window-width`, `window-height`,
 * `maximized`; of the clinic that gives hand-outs away: `clinic-name`, `clinic-sentence`,
 * `clinic-contact`, `clinic-address` (of the web), `clinic-logo` (a file); `letter-paper`.
 *
 * Returns: (transfer full)
 */
ShPreferences *sh_preferences_new (void);

/** Whether the values come from and go to GSettings. */
gboolean sh_preferences_get_stored (ShPreferences *self);

G_END_DECLS
