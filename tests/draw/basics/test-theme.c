/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stddef.h>

#include "sh-theme.h"

#define COLOR(name) offsetof (ShTheme, name)

/* The contrast ratios that the art guide states for its palette (section 3): light, dark,
 * projector; behind them those of the dark palette of high contrast, as computed. Blood that is
 * nearly empty, and in the dark palette blood that falls back, are lighter than there: people with
 * two kinds of cones took one for the other. In the dark palettes contracted muscle is darker than
 * muscle at rest as in the others, so that one who has learned the sign in one of them can read the
 * others, and both are dark enough for the paper. */
static const struct
{
  gsize a, b;
  double ratio[SH_N_THEMES];
} pairs[] = {
  { COLOR (text), COLOR (paper), { 8.9, 14.0, 17.8, 21.0 } },
  { COLOR (vein_text), COLOR (paper), { 11.3, 10.5, 14.3, 16.0 } },
  { COLOR (muscle), COLOR (muscle_contracted), { 2.2, 2.0, 4.0, 2.0 } },
  { COLOR (wall), COLOR (muscle), { 2.0, 4.5, 1.7, 5.5 } },
  { COLOR (wall), COLOR (muscle_contracted), { 4.3, 9.1, 7.0, 11.3 } },
  { COLOR (wall), COLOR (bone), { 1.3, 1.3, 1.1, 1.3 } },
  { COLOR (contour), COLOR (bone), { 12.4, 11.1, 17.8, 14.9 } },
  { COLOR (blood), COLOR (muscle), { 2.3, 1.2, 3.5, 1.2 } },
  { COLOR (blood), COLOR (muscle_contracted), { 1.1, 2.4, 1.2, 2.4 } },
  { COLOR (wall), COLOR (blood), { 4.6, 3.8, 6.0, 4.7 } },
  { COLOR (wall), COLOR (loaded), { 10.4, 10.1, 15.1, 12.5 } },
  { COLOR (blood), COLOR (loaded), { 2.2, 2.6, 2.5, 2.6 } },
  { COLOR (blood), COLOR (backflow), { 2.6, 2.4, 2.8, 2.4 } },
  { COLOR (loaded), COLOR (backflow), { 5.8, 6.3, 7.2, 6.3 } },
  { COLOR (blood), COLOR (empty), { 4.4, 3.6, 4.6, 3.6 } },
  { COLOR (leaflet), COLOR (blood), { 6.8, 5.0, 7.4, 5.0 } },
  { COLOR (leaflet), COLOR (loaded), { 15.2, 13.1, 18.8, 13.1 } },
  { COLOR (leaflet_leaking), COLOR (blood), { 3.4, 3.0, 3.5, 3.0 } },
};

static ShColor
color_at (const ShTheme *theme, gsize offset)
{
  return *(const ShColor *) (const void *) ((const char *) theme + offset);
}

static void
test_palettes_have_the_stated_contrasts (void)
{
  for (ShThemeId id = 0; id < SH_N_THEMES; id++)
    for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
      {
        const ShTheme *theme = sh_theme (id);
        double ratio =
            sh_color_contrast (color_at (theme, pairs[i].a), color_at (theme, pairs[i].b));

        g_assert_cmpfloat_with_epsilon (ratio, pairs[i].ratio[id], 0.051);
      }
}

static void
test_every_text_can_be_read (void)
{
  /* 4.5 : 1 is what WCAG 2.1 asks of running text. */
  for (ShThemeId id = 0; id < SH_N_THEMES; id++)
    {
      const ShTheme *theme = sh_theme (id);
      const ShColor papers[] = { theme->paper, theme->paper_light, theme->paper_dark };

      for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
        {
          g_assert_cmpfloat (sh_color_contrast (theme->text, papers[i]), >=, 4.5);
          g_assert_cmpfloat (sh_color_contrast (theme->vein_text, papers[i]), >=, 4.5);
          g_assert_cmpfloat (sh_color_contrast (theme->text_quiet, papers[i]), >=, 4.0);
        }
      g_assert_cmpfloat (sh_color_contrast (theme->text_quiet, theme->paper), >=, 4.5);
      /* The palettes of high contrast keep to what WCAG 2 calls enhanced. */
      if (id == SH_THEME_PROJECTOR || id == SH_THEME_DARK_CONTRAST)
        g_assert_cmpfloat (sh_color_contrast (theme->text_quiet, theme->paper), >=, 7.0);
      g_assert_cmpfloat (sh_color_contrast (theme->accent, theme->paper), >=, 3.0);
      g_assert_cmpfloat (sh_color_contrast (theme->heart_text, theme->paper), >=, 4.5);
    }
}

/* Hair is the thinnest dark part of the small figure. */
static void
test_hair_is_seen (void)
{
  for (ShThemeId id = 0; id < SH_N_THEMES; id++)
    {
      const ShTheme *theme = sh_theme (id);

      g_assert_cmpfloat (sh_color_contrast (theme->hair, theme->paper), >=, 2.3);
      g_assert_cmpfloat (sh_color_contrast (theme->hair, theme->skin), >=, 1.6);
    }
}

static void
test_contrast_is_that_of_the_standard (void)
{
  const ShColor black = { 0, 0, 0 }, white = { 1, 1, 1 };

  g_assert_cmpfloat_with_epsilon (sh_color_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (sh_color_contrast (white, white), 1, 1e-9);
}

static void
test_themes_are_found_by_name (void)
{
  for (ShThemeId id = 0; id < SH_N_THEMES; id++)
    {
      ShThemeId found = SH_N_THEMES;

      g_assert_true (sh_theme_from_name (sh_theme (id)->name, &found));
      g_assert_cmpint (found, ==, id);
    }
  g_assert_false (sh_theme_from_name ("sepia", &(ShThemeId){ 0 }));
  g_assert_false (sh_theme_from_name (NULL, &(ShThemeId){ 0 }));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theme/palettes-have-the-stated-contrasts",
                   test_palettes_have_the_stated_contrasts);
  g_test_add_func ("/theme/every-text-can-be-read", test_every_text_can_be_read);
  g_test_add_func ("/theme/hair-is-seen", test_hair_is_seen);
  g_test_add_func ("/theme/contrast-is-that-of-the-standard",
                   test_contrast_is_that_of_the_standard);
  g_test_add_func ("/theme/themes-are-found-by-name", test_themes_are_found_by_name);
  return g_test_run ();
}
