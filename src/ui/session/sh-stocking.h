/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** The choices of compression stocking that the window offers, by their pressure at the ankle. */
typedef enum
{
  SH_STOCKING_NONE,
  SH_STOCKING_8_15,
  SH_STOCKING_15_20,
  SH_STOCKING_20_30,
  SH_STOCKING_30_40,
  SH_N_STOCKINGS
} ShStocking;

/** The pressure that a choice stands for, mmHg: the middle of its range, as the contract has it. */
double sh_stocking_mmhg (ShStocking stocking);
/** The choice whose middle is nearest to a pressure. */
ShStocking sh_stocking_nearest (double mmhg);
/** Its translated name. Returns: (transfer none) */
const char *sh_stocking_label (ShStocking stocking);
