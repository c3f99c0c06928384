/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-slider-unit.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include <math.h>

#include "sh-numbers.h"

G_DEFINE_ENUM_TYPE (ShSliderUnit,
                    sh_slider_unit,
                    G_DEFINE_ENUM_VALUE (SH_SLIDER_UNIT_PERCENT, "percent"),
                    G_DEFINE_ENUM_VALUE (SH_SLIDER_UNIT_REPETITIONS, "repetitions"),
                    G_DEFINE_ENUM_VALUE (SH_SLIDER_UNIT_STEPS, "steps"),
                    G_DEFINE_ENUM_VALUE (SH_SLIDER_UNIT_CRANK_TURNS, "crank-turns"),
                    G_DEFINE_ENUM_VALUE (SH_SLIDER_UNIT_KICKS, "kicks"),
                    G_DEFINE_ENUM_VALUE (SH_SLIDER_UNIT_METRES, "metres"),
                    G_DEFINE_ENUM_VALUE (SH_SLIDER_UNIT_CELSIUS, "celsius"))

ShSliderUnit
sh_slider_unit_of_activity (ShActivity activity)
{
  switch (activity)
    {
    case SH_ACTIVITY_CYCLING:
      return SH_SLIDER_UNIT_CRANK_TURNS;
    case SH_ACTIVITY_SWIMMING:
      return SH_SLIDER_UNIT_KICKS;
    case SH_ACTIVITY_WALKING:
    case SH_ACTIVITY_HIKING:
    case SH_ACTIVITY_STAIRS:
    case SH_ACTIVITY_RUNNING:
      return SH_SLIDER_UNIT_STEPS;
    case SH_ACTIVITY_REST:
    case SH_ACTIVITY_ANKLE_PUMPS:
    case SH_ACTIVITY_HEEL_RAISES:
    case SH_N_ACTIVITIES:
    case SH_ACTIVITY_NONE:
    default:
      return SH_SLIDER_UNIT_REPETITIONS;
    }
}

/* A number that has decimal places, put where the text has its %s. */
static char *
metres (double value, const char *format)
{
  g_autofree char *number = sh_number_for_people (value, 2);
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "%s", number, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
sh_slider_unit_text (ShSliderUnit unit, double value)
{
  int whole = (int) lround (unit == SH_SLIDER_UNIT_PERCENT ? value * 100.0 : value);

  switch (unit)
    {
    case SH_SLIDER_UNIT_PERCENT:
      return g_strdup_printf (C_ ("value", "%d %%"), whole);
    case SH_SLIDER_UNIT_STEPS:
      return g_strdup_printf (C_ ("value", "%d steps/min"), whole);
    case SH_SLIDER_UNIT_CRANK_TURNS:
      return g_strdup_printf (C_ ("value", "%d turns/min"), whole);
    case SH_SLIDER_UNIT_KICKS:
      return g_strdup_printf (C_ ("value", "%d kicks/min"), whole);
    case SH_SLIDER_UNIT_METRES:
      return metres (value, C_ ("value", "%s m"));
    case SH_SLIDER_UNIT_CELSIUS:
      return g_strdup_printf (C_ ("value", "%d °C"), whole);
    case SH_SLIDER_UNIT_REPETITIONS:
    default:
      return g_strdup_printf (C_ ("value", "%d per min"), whole);
    }
}

char *
sh_slider_unit_spoken_text (ShSliderUnit unit, double value)
{
  int whole = (int) lround (unit == SH_SLIDER_UNIT_PERCENT ? value * 100.0 : value);

  switch (unit)
    {
    case SH_SLIDER_UNIT_PERCENT:
      return g_strdup_printf (C_ ("spoken value", "%d percent"), whole);
    case SH_SLIDER_UNIT_STEPS:
      return g_strdup_printf (C_ ("spoken value", "%d steps per minute"), whole);
    case SH_SLIDER_UNIT_CRANK_TURNS:
      return g_strdup_printf (C_ ("spoken value", "%d crank turns per minute"), whole);
    case SH_SLIDER_UNIT_KICKS:
      return g_strdup_printf (C_ ("spoken value", "%d kicks per minute"), whole);
    case SH_SLIDER_UNIT_METRES:
      return metres (value, C_ ("spoken value", "%s meters"));
    case SH_SLIDER_UNIT_CELSIUS:
      return g_strdup_printf (C_ ("spoken value", "%d degrees Celsius"), whole);
    case SH_SLIDER_UNIT_REPETITIONS:
    default:
      return g_strdup_printf (C_ ("spoken value", "%d times per minute"), whole);
    }
}

char *
sh_slider_unit_usual_text (double low, double high)
{
  /* Translators: the usual range of a pace, such as "usual 80–120". */
  return g_strdup_printf (C_ ("value", "usual %d–%d"), (int) lround (low), (int) lround (high));
}

char *
sh_slider_unit_hours_text (double seconds)
{
  int minutes = (int) floor (seconds / 60.0);

  if (minutes < 60)
    return g_strdup_printf (C_ ("clock", "%d min"), minutes);
  return g_strdup_printf (C_ ("clock", "%d h %02d min"), minutes / 60, minutes % 60);
}
