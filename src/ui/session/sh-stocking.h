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

/** Classes I to IV of the German standard RAL-GZ 387, which much of Europe goes by: 18–21, 23–32,
 * 34–46, and 49 mmHg or more at the ankle. 0 is no stocking. */
#define SH_N_STOCKING_CLASSES 5

/** The pressure that a class stands for, mmHg: the middle of its range; the least of the last one,
 * which has no end. */
double sh_stocking_class_mmhg (guint stocking_class);
/** The class whose range is nearest to a pressure. */
guint sh_stocking_class_of (double mmhg);
/** Whether stockings go by class where @languages (array zero-terminated=1) are spoken, names of
 * locales as g_get_language_names() has them: by the first one's country, or else its language.
 * Where other national classes are in use, as in France and Britain, a pressure is what is
 * understood. */
gboolean sh_stocking_goes_by_class (const char *const *languages);
