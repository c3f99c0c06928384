/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * The name among @candidates that differs least from @found, counting inserted, lost, replaced and
 * swapped letters, so that a mistake can be answered with the right spelling.
 *
 * @found: what was written
 * @candidates: (array length=n): the right names
 *
 * Returns: (transfer none) (nullable): NULL only when there are no candidates.
 */
const char *sh_nearest_name (const char *found, const char *const *candidates, gsize n);

/** How many single-letter changes lead from @a to @b; a swap of neighbours counts as one. */
guint sh_edit_distance (const char *a, const char *b);
