/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* What has to stand beside pictures and controls, translated. Returns: (transfer none) */

/** Who must not wear a stocking without asking; stands wherever a stocking can be chosen. */
const char *sh_caution_stocking (void);
/** That all this is a simplified model for education. */
const char *sh_caution_education (void);
/** The signs for which one goes to a doctor on the same day. */
const char *sh_caution_same_day (void);
/** The signs for which one calls for help at once. */
const char *sh_caution_emergency (void);
