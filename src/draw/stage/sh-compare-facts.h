/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-model.h"
#include "sh-theme.h"

/** What stands above each leg of a comparison: its title, what the person does, and in what the leg
 * is not as a healthy one. */

#define SH_FACTS_MOST 5

typedef struct
{
  char *title;
  char *row[SH_FACTS_MOST];
  int n;
  int leaking; /* the row that speaks of leaking valves, or -1 */
} ShCompareFacts;

/** Collects the facts of leg @index (0, 1). @title: (nullable) */
void sh_compare_facts_init (ShCompareFacts *facts,
                            int index,
                            const char *title,
                            const ShScenario *scenario);
void sh_compare_facts_clear (ShCompareFacts *facts);

/** How high the facts are with letters of @size in a column of @width. */
double
sh_compare_facts_height (const ShCompareFacts *facts, cairo_t *cr, double size, double width);
/** Draws them at the top of @rect; rows that do not fit its height are left out. */
void sh_compare_facts_draw (const ShCompareFacts *facts,
                            cairo_t *cr,
                            ShThemeId theme,
                            double size,
                            const cairo_rectangle_t *rect);
