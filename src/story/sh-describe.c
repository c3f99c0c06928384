/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-caption.h"

#include <math.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-names.h"
#include "sh-numbers.h"

/* What is worth a sentence in a description; calibrated for reading. */
#define SWELLING_PERCENT 0.5
#define STOCKING_MMHG 1.0
#define NARROWING 0.1

/* Adds a sentence behind the others, in the way of the language. */
static void
add (GString *text, char *sentence)
{
  if (text->len > 0)
    /* Translators: what stands between two sentences: a space, or nothing. */
    g_string_append (text, C_ ("between sentences", " "));
  g_string_append (text, sentence);
  g_free (sentence);
}

/* Which leg is seen, and what the person does. */
static char *
who (const ShFrame *frame, const ShScenario *scenario)
{
  gboolean moves = frame->moving && !scenario->inactive && frame->activity != SH_ACTIVITY_REST;
  const char *posture = sh_posture_label_translated (frame->posture);

  if (moves && frame->side == SH_SIDE_LEFT)
    return g_strdup_printf (
        C_ ("description", "A left leg, cut open and seen from its inner side. Activity: %s."),
        sh_activity_label (frame->activity));
  if (moves)
    return g_strdup_printf (
        C_ ("description", "A right leg, cut open and seen from its inner side. Activity: %s."),
        sh_activity_label (frame->activity));
  if (frame->side == SH_SIDE_LEFT)
    return g_strdup_printf (
        C_ ("description", "A left leg, cut open and seen from its inner side. Posture: %s."),
        posture);
  return g_strdup_printf (
      C_ ("description", "A right leg, cut open and seen from its inner side. Posture: %s."),
      posture);
}

static char *
numbers (const ShFrame *frame, double ankle_mmhg)
{
  g_autofree char *pressure = sh_quantity_for_people (ankle_mmhg, SH_UNIT_MMHG, 0);
  g_autofree char *blood =
      sh_quantity_for_people (sh_number_of_frame (SH_NUMBER_CALF_BLOOD, frame), SH_UNIT_ML, 0);
  g_autofree char *swelling = sh_quantity_for_people (frame->swelling_percent, SH_UNIT_PERCENT, 1);

  if (frame->swelling_percent < SWELLING_PERCENT)
    return g_strdup_printf (
        C_ ("description",
            "The pressure in the vein at the ankle is %s; the lower leg holds %s of blood."),
        pressure, blood);
  return g_strdup_printf (
      C_ ("description",
          "The pressure in the vein at the ankle is %s; the lower leg holds %s of blood and is %s "
          "larger than in the morning."),
      pressure, blood, swelling);
}

/* The vein that an old clot left narrowest; NULL when none is narrow. */
static const char *
narrowest_vein (const ShScenario *scenario)
{
  int vein = SH_VEIN_NONE;
  double most = NARROWING;

  for (int i = 0; i < SH_N_VEINS; i++)
    if (scenario->narrowing[i] > most)
      {
        most = scenario->narrowing[i];
        vein = i;
      }
  return vein != SH_VEIN_NONE ? sh_vein_label ((ShVein) vein) : NULL;
}

/* Which valves leak, as one sentence for each set of groups. */
static const char *
leaks (unsigned groups)
{
  const unsigned deep = 1u << SH_GROUP_DEEP;
  const unsigned superficial = 1u << SH_GROUP_SUPERFICIAL;
  const unsigned perforator = 1u << SH_GROUP_PERFORATOR;

  if (groups == deep)
    return C_ ("description", "Valves of the deep veins leak.");
  if (groups == superficial)
    return C_ ("description", "Valves of the veins under the skin leak.");
  if (groups == perforator)
    return C_ ("description", "Valves of the connecting veins leak.");
  if (groups == (deep | superficial))
    return C_ ("description", "Valves of the deep veins and of the veins under the skin leak.");
  if (groups == (deep | perforator))
    return C_ ("description", "Valves of the deep and of the connecting veins leak.");
  if (groups == (superficial | perforator))
    return C_ ("description",
               "Valves of the veins under the skin and of the connecting veins leak.");
  if (groups != 0)
    return C_ ("description", "Valves of all kinds of veins leak.");
  return C_ ("description", "All valves close tightly.");
}

char *
sh_describe (const ShFrame *frame, const ShScenario *scenario, double ankle_mmhg, ShWording wording)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (isnan (ankle_mmhg))
    ankle_mmhg = sh_number_of_frame (SH_NUMBER_ANKLE_PRESSURE, frame);

  add (text, who (frame, scenario));
  add (text, sh_caption (frame, scenario, ankle_mmhg, wording));
  add (text, numbers (frame, ankle_mmhg));
  add (text, g_strdup (leaks (sh_leaking_groups (scenario))));
  if (scenario->stocking_mmhg >= STOCKING_MMHG)
    {
      g_autofree char *pressure = sh_stocking_pressure_for_people (scenario->stocking_mmhg);

      add (text, g_strdup_printf (C_ ("description", "A stocking presses with %s at the ankle."),
                                  pressure));
    }
  if (narrowest_vein (scenario) != NULL)
    add (text, g_strdup_printf (C_ ("description", "Narrowed by an old clot: %s."),
                                narrowest_vein (scenario)));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
