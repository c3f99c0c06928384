/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-stocking.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include <math.h>
#include <string.h>

static const struct
{
  const char *label;
  double mmhg;
} stockings[SH_N_STOCKINGS] = {
  [SH_STOCKING_NONE] = { NC_ ("stocking", "None"), 0.0 },
  [SH_STOCKING_8_15] = { NC_ ("stocking", "8–15 mmHg"), 12.0 },
  [SH_STOCKING_15_20] = { NC_ ("stocking", "15–20 mmHg"), 18.0 },
  [SH_STOCKING_20_30] = { NC_ ("stocking", "20–30 mmHg"), 25.0 },
  [SH_STOCKING_30_40] = { NC_ ("stocking", "30–40 mmHg"), 35.0 },
};

double
sh_stocking_mmhg (ShStocking stocking)
{
  g_return_val_if_fail (stocking < SH_N_STOCKINGS, 0.0);

  return stockings[stocking].mmhg;
}

ShStocking
sh_stocking_nearest (double mmhg)
{
  ShStocking best = SH_STOCKING_NONE;

  for (int i = 1; i < SH_N_STOCKINGS; i++)
    if (fabs (stockings[i].mmhg - mmhg) < fabs (stockings[best].mmhg - mmhg))
      best = (ShStocking) i;
  return best;
}

const char *
sh_stocking_label (ShStocking stocking)
{
  g_return_val_if_fail (stocking < SH_N_STOCKINGS, NULL);

  return g_dpgettext2 (SH_GETTEXT_DOMAIN, "stocking", stockings[stocking].label);
}

/* Ranges of RAL-GZ 387, mmHg; the last one has no end. */
static const struct
{
  double low;
  double high;
  double mmhg;
} classes[SH_N_STOCKING_CLASSES] = {
  { 0.0, 0.0, 0.0 },    { 18.0, 21.0, 20.0 },     { 23.0, 32.0, 28.0 },
  { 34.0, 46.0, 40.0 }, { 49.0, INFINITY, 49.0 },
};

double
sh_stocking_class_mmhg (guint stocking_class)
{
  g_return_val_if_fail (stocking_class < SH_N_STOCKING_CLASSES, 0.0);

  return classes[stocking_class].mmhg;
}

static double
distance_to_class (guint stocking_class, double mmhg)
{
  return fmax (0.0, fmax (classes[stocking_class].low - mmhg, mmhg - classes[stocking_class].high));
}

guint
sh_stocking_class_of (double mmhg)
{
  guint best = 0;

  for (guint i = 1; i < SH_N_STOCKING_CLASSES; i++)
    if (distance_to_class (i, mmhg) < distance_to_class (best, mmhg))
      best = i;
  return best;
}

gboolean
sh_stocking_goes_by_class (const char *const *languages)
{
  /* German-speaking countries, for which the standard was made, and their neighbors and the north
   * that sell by it. */
  static const char *const countries[] = { "AT", "BE", "CH", "CZ", "DE", "DK", "FI", "HU", "IT",
                                           "LI", "LU", "NL", "NO", "PL", "SE", "SI", "SK", NULL };
  g_auto (GStrv) parts = NULL;

  if (languages == NULL || languages[0] == NULL)
    return FALSE;
  parts = g_strsplit_set (languages[0], "_.@", 3);
  if (parts[0] != NULL && parts[1] != NULL && strlen (parts[1]) == 2)
    return g_strv_contains (countries, parts[1]);
  return g_strcmp0 (parts[0], "de") == 0;
}
