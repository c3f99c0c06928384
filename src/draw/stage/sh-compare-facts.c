/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-compare-facts.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-names.h"
#include "sh-numbers.h"
#include "sh-text.h"
#include "sh-valve-painter.h"

#define TITLE 1.45
#define ROW 1.0
/* A narrowing from here on is worth a row, in parts of the open area. */
#define NARROWING 0.1

static int
count_leaks (const ShScenario *scenario)
{
  int n = 0;

  for (int i = 0; i < SH_N_VALVES; i++)
    n += scenario->leak[i] > SH_VALVE_LEAK_MARKED;
  return n;
}

static ShVein
narrowest (const ShScenario *scenario)
{
  ShVein vein = SH_VEIN_NONE;

  for (ShVein i = 0; i < SH_N_VEINS; i++)
    if (scenario->narrowing[i] > (vein == SH_VEIN_NONE ? NARROWING : scenario->narrowing[vein]))
      vein = i;
  return vein;
}

static ShVein
closed_vein (const ShScenario *scenario)
{
  for (ShVein i = 0; i < SH_N_VEINS; i++)
    if (scenario->closed[i])
      return i;
  return SH_VEIN_NONE;
}

static gboolean
is_healthy (const ShScenario *scenario)
{
  return count_leaks (scenario) == 0 && narrowest (scenario) == SH_VEIN_NONE &&
         closed_vein (scenario) == SH_VEIN_NONE && scenario->calf_strength > 0.95;
}

static const char *
title_of (int index, const ShScenario *scenario)
{
  if (index == 0)
    return C_ ("compare", "This leg");
  return is_healthy (scenario) && scenario->stocking_mmhg < 1 ? C_ ("compare", "Healthy leg")
                                                              : C_ ("compare", "The other leg");
}

static void
add (ShCompareFacts *facts, char *row)
{
  if (facts->n < SH_FACTS_MOST)
    facts->row[facts->n++] = row;
  else
    g_free (row);
}

static void
add_valves (ShCompareFacts *facts, const ShScenario *scenario)
{
  int leaks = count_leaks (scenario);

  if (leaks == 0)
    {
      add (facts, g_strdup (C_ ("compare", "All valves close")));
      return;
    }
  facts->leaking = facts->n;
  add (facts, g_strdup_printf (C_ ("compare", "Valves that leak: %d"), leaks));
}

void
sh_compare_facts_init (ShCompareFacts *facts,
                       int index,
                       const char *title,
                       const ShScenario *scenario)
{
  gboolean moves = !scenario->inactive && scenario->activity != SH_ACTIVITY_REST;
  ShVein narrow = narrowest (scenario), closed = closed_vein (scenario);

  *facts = (ShCompareFacts){ .leaking = -1 };
  facts->title = g_strdup (title != NULL ? title : title_of (index, scenario));
  add (facts, g_strdup (moves ? sh_activity_label (scenario->activity)
                              : sh_posture_label_translated (scenario->posture)));
  add_valves (facts, scenario);
  if (scenario->stocking_mmhg >= 1)
    {
      g_autofree char *mmhg = sh_stocking_pressure_for_people (scenario->stocking_mmhg);

      add (facts, g_strdup_printf (C_ ("compare", "Stocking: %s"), mmhg));
    }
  if (narrow != SH_VEIN_NONE)
    add (facts,
         g_strdup_printf (C_ ("compare", "Narrowed by an old clot: %s"), sh_vein_label (narrow)));
  if (closed != SH_VEIN_NONE)
    add (facts,
         g_strdup_printf (C_ ("compare", "Closed by treatment: %s"), sh_vein_label (closed)));
  if (scenario->calf_strength <= 0.95)
    add (facts, g_strdup (C_ ("compare", "Weak calf muscle")));
}

void
sh_compare_facts_clear (ShCompareFacts *facts)
{
  g_free (facts->title);
  for (int i = 0; i < facts->n; i++)
    g_free (facts->row[i]);
  *facts = (ShCompareFacts){ .leaking = -1 };
}

static ShTextStyle
style_of (const ShTheme *theme, double size, double width, gboolean title)
{
  return (ShTextStyle){ .size = (title ? TITLE : ROW) * size,
                        .width = width,
                        .color = title ? theme->text : theme->text_quiet };
}

/* The rows begin behind a sign where they speak of leaking valves. */
static double
indent (const ShCompareFacts *facts, int row, double size)
{
  return row == facts->leaking ? 1.3 * size : 0;
}

double
sh_compare_facts_height (const ShCompareFacts *facts, cairo_t *cr, double size, double width)
{
  const ShTheme *theme = sh_theme (SH_THEME_LIGHT);
  ShTextStyle style = style_of (theme, size, width, TRUE);
  double sum, height;

  sh_text_measure (cr, facts->title, &style, NULL, &sum);
  for (int i = 0; i < facts->n; i++)
    {
      style = style_of (theme, size, width - indent (facts, i, size), FALSE);
      style.bold = i == facts->leaking;
      sh_text_measure (cr, facts->row[i], &style, NULL, &height);
      sum += height + 0.1 * size;
    }
  return sum;
}

void
sh_compare_facts_draw (const ShCompareFacts *facts,
                       cairo_t *cr,
                       ShThemeId theme_id,
                       double size,
                       const cairo_rectangle_t *rect)
{
  const ShTheme *theme = sh_theme (theme_id);
  ShTextStyle style = style_of (theme, size, rect->width, TRUE);
  double y = rect->y, height;

  sh_text_measure (cr, facts->title, &style, NULL, &height);
  sh_text_draw (cr, facts->title, rect->x, y + style.size, &style);
  y += height;
  for (int i = 0; i < facts->n; i++)
    {
      double shift = indent (facts, i, size);

      style = style_of (theme, size, rect->width - shift, FALSE);
      style.bold = i == facts->leaking;
      sh_text_measure (cr, facts->row[i], &style, NULL, &height);
      if (y + height > rect->y + rect->height + 0.5)
        return;
      if (i == facts->leaking)
        {
          style.color = theme->accent;
          sh_valve_sign_draw (cr, theme, rect->x + 0.5 * size, y + 0.7 * size, 0.5 * size);
        }
      sh_text_draw (cr, facts->row[i], rect->x + shift, y + style.size, &style);
      y += height + 0.1 * size;
    }
}
