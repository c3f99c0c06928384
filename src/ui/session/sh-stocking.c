/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-stocking.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include <math.h>

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
