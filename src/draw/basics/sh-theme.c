/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-theme.h"

#include <math.h>

/* A colour as it is written in the art guide's palette: 0xRRGGBB. */
#define RGB(hex)                                                                                   \
  {                                                                                                \
    (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex) &0xff) / 255.0           \
  }

/* The colours of paper, skin, fat, fascia, muscle, bone, vein wall, blood in its states, leaflets
 * and text are the art guide's palette (section 3), with the contrast ratios that it states; the
 * others are derived from them by eye (calibrated). */
static const ShTheme themes[SH_N_THEMES] = {
  [SH_THEME_LIGHT] = {
    .name = "light",
    .paper = RGB (0xf6f1e6), .paper_light = RGB (0xfbf8f1), .paper_dark = RGB (0xe9e1d0),
    .skin = RGB (0xe9c3a6), .skin_edge = RGB (0x7a4e3c), .skin_light = RGB (0xf6dcc6),
    .fat = RGB (0xedd28a), .fat_light = RGB (0xf7e7ae), .fat_dark = RGB (0xdfba6b),
    .fat_edge = RGB (0xb98d45),
    .fascia = RGB (0xf6eee0), .fascia_edge = RGB (0x8d7660),
    .window = RGB (0xb58468),
    .muscle = RGB (0xbe8274), .muscle_light = RGB (0xe9beac), .muscle_dark = RGB (0x6d3531),
    .muscle_contracted = RGB (0x8f443e),
    .tendon = RGB (0xede3cf), .tendon_dark = RGB (0x75614c),
    .bone = RGB (0xf1e5c9), .bone_light = RGB (0xfbf5e4), .bone_dark = RGB (0xc9b083),
    .bone_edge = RGB (0x6f5438), .marrow = RGB (0xe0bd91), .cartilage = RGB (0xcfe0e2),
    .wall = RGB (0xc9cbe0), .wall_light = RGB (0xf2f3fb), .wall_dark = RGB (0x8286ac),
    .contour = RGB (0x1a2148),
    .blood = RGB (0x445096), .blood_dark = RGB (0x1a2760), .blood_light = RGB (0x6e86c6),
    .blood_surface = RGB (0x337aab), .blood_surface_dark = RGB (0x174682),
    .blood_surface_light = RGB (0x8ec4e2),
    .loaded = RGB (0x141a45), .loaded_surface = RGB (0x0a4c90),
    .backflow = RGB (0xa98bd0), .backflow_surface = RGB (0xbb87ee),
    .empty = RGB (0xbec9cf), .empty_surface = RGB (0xc7d9de),
    .leaflet = RGB (0xfbf4e6), .leaflet_dark = RGB (0x8f866f), .leaflet_leaking = RGB (0xe8a33d),
    .cell = RGB (0xe4e9fb),
    .artery = RGB (0xc24c42), .nerve = RGB (0xe6cf6a),
    .text = RGB (0x4b4038), .text_quiet = RGB (0x756a5e), .vein_text = RGB (0x22305c),
    .heart_text = RGB (0xa6332d),
    .shadow = RGB (0x4a3420), .outline = RGB (0x5a2a2a), .hair = RGB (0x643530),
    .accent = RGB (0xb4561c),
  },
  [SH_THEME_DARK] = {
    .name = "dark",
    .paper = RGB (0x15171c), .paper_light = RGB (0x20232a), .paper_dark = RGB (0x0d0e12),
    .skin = RGB (0x9a7561), .skin_edge = RGB (0x5a4034), .skin_light = RGB (0xc29d86),
    .fat = RGB (0xbd9a62), .fat_light = RGB (0xd8bd88), .fat_dark = RGB (0x9a784a),
    .fat_edge = RGB (0x6e4f30),
    .fascia = RGB (0xd8cfbf), .fascia_edge = RGB (0x0e0f12),
    .window = RGB (0x7a5446),
    .muscle = RGB (0x8a534b), .muscle_light = RGB (0xb27f74), .muscle_dark = RGB (0x45211f),
    .muscle_contracted = RGB (0x522725),
    .tendon = RGB (0xb0a690), .tendon_dark = RGB (0x3d3427),
    .bone = RGB (0xcdbf9f), .bone_light = RGB (0xe2d7bb), .bone_dark = RGB (0x8b7c5a),
    .bone_edge = RGB (0x2f261a), .marrow = RGB (0x8d6f4f), .cartilage = RGB (0x8fa7ab),
    .wall = RGB (0xd7dbf0), .wall_light = RGB (0xf6f7ff), .wall_dark = RGB (0x7f86ad),
    .contour = RGB (0x05070f),
    .blood = RGB (0x4a68bc), .blood_dark = RGB (0x1d2b66), .blood_light = RGB (0x8ba3e6),
    .blood_surface = RGB (0x4b89bc), .blood_surface_dark = RGB (0x1a4a88),
    .blood_surface_light = RGB (0xa4d0ee),
    .loaded = RGB (0x1b2860), .loaded_surface = RGB (0x105396),
    .backflow = RGB (0xc79fe6), .backflow_surface = RGB (0xc89dff),
    .empty = RGB (0xd0d8dc), .empty_surface = RGB (0xcde4e9),
    .leaflet = RGB (0xfff8ea), .leaflet_dark = RGB (0x8d8571), .leaflet_leaking = RGB (0xffb648),
    .cell = RGB (0xeef1ff),
    .artery = RGB (0xd65b50), .nerve = RGB (0xd8c25e),
    .text = RGB (0xe9e3d7), .text_quiet = RGB (0xa9a296), .vein_text = RGB (0xb4c4ff),
    .heart_text = RGB (0xe07a70),
    .shadow = RGB (0x000000), .outline = RGB (0x241110), .hair = RGB (0x6f5142),
    .accent = RGB (0xffa45c),
  },
  [SH_THEME_PROJECTOR] = {
    .name = "projector",
    .paper = RGB (0xffffff), .paper_light = RGB (0xffffff), .paper_dark = RGB (0xf1f1f1),
    .skin = RGB (0xf3cdae), .skin_edge = RGB (0x5a3426), .skin_light = RGB (0xffe6d2),
    .fat = RGB (0xf5da84), .fat_light = RGB (0xfff0b4), .fat_dark = RGB (0xe3bf5c),
    .fat_edge = RGB (0xa87a24),
    .fascia = RGB (0xffffff), .fascia_edge = RGB (0x5a4330),
    .window = RGB (0xcf9a80),
    .muscle = RGB (0xd9a596), .muscle_light = RGB (0xf4d4c8), .muscle_dark = RGB (0x8d4c42),
    .muscle_contracted = RGB (0x842f29),
    .tendon = RGB (0xfaf2de), .tendon_dark = RGB (0x5f4c38),
    .bone = RGB (0xfff4d6), .bone_light = RGB (0xfffdf4), .bone_dark = RGB (0xdcc493),
    .bone_edge = RGB (0x4f3820), .marrow = RGB (0xecc592), .cartilage = RGB (0xc3e0e6),
    .wall = RGB (0xe1e6f8), .wall_light = RGB (0xffffff), .wall_dark = RGB (0x8e97c4),
    .contour = RGB (0x060a24),
    .blood = RGB (0x374dad), .blood_dark = RGB (0x0f1f66), .blood_light = RGB (0x6f8fe8),
    .blood_surface = RGB (0x0b7ead), .blood_surface_dark = RGB (0x0a4080),
    .blood_surface_light = RGB (0x80c8f0),
    .loaded = RGB (0x080d33), .loaded_surface = RGB (0x0a417c),
    .backflow = RGB (0xc08ae8), .backflow_surface = RGB (0xce87fa),
    .empty = RGB (0xbfcdd4), .empty_surface = RGB (0xcce0e9),
    .leaflet = RGB (0xffffff), .leaflet_dark = RGB (0x8a8478), .leaflet_leaking = RGB (0xff9a00),
    .cell = RGB (0xf2f5ff),
    .artery = RGB (0xd0402f), .nerve = RGB (0xe8cc48),
    .text = RGB (0x1c1712), .text_quiet = RGB (0x544b42), .vein_text = RGB (0x0f2170),
    .heart_text = RGB (0xb0241c),
    .shadow = RGB (0x3a2818), .outline = RGB (0x4a1f1c), .hair = RGB (0x4f251f),
    .accent = RGB (0xa8440a),
  },
  [SH_THEME_DARK_CONTRAST] = {
    .name = "dark-contrast",
    .paper = RGB (0x000000), .paper_light = RGB (0x0a0a0c), .paper_dark = RGB (0x000000),
    .skin = RGB (0xb58a73), .skin_edge = RGB (0x5a4034), .skin_light = RGB (0xe0b79d),
    .fat = RGB (0xd3b076), .fat_light = RGB (0xd8bd88), .fat_dark = RGB (0x9a784a),
    .fat_edge = RGB (0x6e4f30),
    .fascia = RGB (0xd8cfbf), .fascia_edge = RGB (0x0e0f12),
    .window = RGB (0x7a5446),
    .muscle = RGB (0x8a534b), .muscle_light = RGB (0xb27f74), .muscle_dark = RGB (0x45211f),
    .muscle_contracted = RGB (0x522725),
    .tendon = RGB (0xb0a690), .tendon_dark = RGB (0x3d3427),
    .bone = RGB (0xe6d8b6), .bone_light = RGB (0xe2d7bb), .bone_dark = RGB (0x8b7c5a),
    .bone_edge = RGB (0x2f261a), .marrow = RGB (0x8d6f4f), .cartilage = RGB (0xa9c4c9),
    .wall = RGB (0xf0f3ff), .wall_light = RGB (0xffffff), .wall_dark = RGB (0x7f86ad),
    .contour = RGB (0x000000),
    .blood = RGB (0x4a68bc), .blood_dark = RGB (0x1d2b66), .blood_light = RGB (0x8ba3e6),
    .blood_surface = RGB (0x4b89bc), .blood_surface_dark = RGB (0x1a4a88),
    .blood_surface_light = RGB (0xa4d0ee),
    .loaded = RGB (0x1b2860), .loaded_surface = RGB (0x105396),
    .backflow = RGB (0xc79fe6), .backflow_surface = RGB (0xc89dff),
    .empty = RGB (0xd0d8dc), .empty_surface = RGB (0xcde4e9),
    .leaflet = RGB (0xfff8ea), .leaflet_dark = RGB (0x8d8571), .leaflet_leaking = RGB (0xffb648),
    .cell = RGB (0xeef1ff),
    .artery = RGB (0xd65b50), .nerve = RGB (0xd8c25e),
    .text = RGB (0xffffff), .text_quiet = RGB (0xdcdcdc), .vein_text = RGB (0xd6e0ff),
    .heart_text = RGB (0xffa79e),
    .shadow = RGB (0x000000), .outline = RGB (0x000000), .hair = RGB (0x7d5c4a),
    .accent = RGB (0xffc078),
  },
};

const ShTheme *
sh_theme (ShThemeId id)
{
  g_return_val_if_fail ((int) id >= 0 && id < SH_N_THEMES, &themes[SH_THEME_LIGHT]);

  return &themes[id];
}

gboolean
sh_theme_from_name (const char *name, ShThemeId *id)
{
  for (int i = 0; i < SH_N_THEMES; i++)
    if (g_strcmp0 (themes[i].name, name) == 0)
      {
        *id = (ShThemeId) i;
        return TRUE;
      }
  return FALSE;
}

ShColor
sh_color_mix (ShColor a, ShColor b, double mix)
{
  return (ShColor){ a.r + (b.r - a.r) * mix, a.g + (b.g - a.g) * mix, a.b + (b.b - a.b) * mix };
}

void
sh_set_color (cairo_t *cr, ShColor color, double alpha)
{
  cairo_set_source_rgba (cr, color.r, color.g, color.b, alpha);
}

/* Linear light of one sRGB channel (IEC 61966-2-1, as used by WCAG 2). */
static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (ShColor color)
{
  return 0.2126 * linear (color.r) + 0.7152 * linear (color.g) + 0.0722 * linear (color.b);
}

double
sh_color_contrast (ShColor a, ShColor b)
{
  double first = luminance (a) + 0.05, second = luminance (b) + 0.05;

  return MAX (first, second) / MIN (first, second);
}
