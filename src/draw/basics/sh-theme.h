/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

typedef enum
{
  SH_THEME_LIGHT,
  SH_THEME_DARK,
  SH_THEME_PROJECTOR,     /* also the light one of high contrast */
  SH_THEME_DARK_CONTRAST, /* the dark one of high contrast */
  SH_N_THEMES
} ShThemeId;

typedef struct
{
  double r, g, b;
} ShColor;

/** The colours of one palette by role; every painter takes its colours from here. */
typedef struct
{
  const char *name; /* "light", "dark", "projector" */
  ShColor paper, paper_light, paper_dark;
  ShColor skin, skin_edge, skin_light;
  ShColor fat, fat_light, fat_dark, fat_edge;
  ShColor fascia, fascia_edge;
  ShColor window; /* loose tissue behind everything */
  ShColor muscle, muscle_light, muscle_dark, muscle_contracted;
  ShColor tendon, tendon_dark;
  ShColor bone, bone_light, bone_dark, bone_edge, marrow, cartilage;
  ShColor wall, wall_light, wall_dark, contour;
  ShColor blood, blood_dark, blood_light;                         /* moving, deep veins */
  ShColor blood_surface, blood_surface_dark, blood_surface_light; /* moving, superficial veins */
  ShColor loaded, loaded_surface;     /* standing, under high pressure, deep and superficial */
  ShColor backflow, backflow_surface; /* falling back */
  ShColor empty, empty_surface;       /* nearly empty */
  ShColor leaflet, leaflet_dark, leaflet_leaking;
  ShColor cell; /* blood cells and comet marks */
  ShColor artery, nerve;
  ShColor text, text_quiet, vein_text, heart_text;
  ShColor shadow, outline;
  ShColor hair;   /* of the small figure: seen on the paper and on the skin */
  ShColor accent; /* focus, markers, the slice's level line */
} ShTheme;

/** The palette of a theme. Returns: (transfer none) */
const ShTheme *sh_theme (ShThemeId id);
/** The theme by its name; FALSE when there is none. */
gboolean sh_theme_from_name (const char *name, ShThemeId *id);

/** The colour between two, part by part in sRGB: @mix 0 gives @a, 1 gives @b. */
ShColor sh_color_mix (ShColor a, ShColor b, double mix);
/** Makes a colour the source of @cr, with @alpha from 0 (clear) to 1 (full). */
void sh_set_color (cairo_t *cr, ShColor color, double alpha);
/** Contrast ratio of the sRGB relative luminances, 1…21. */
double sh_color_contrast (ShColor a, ShColor b);
