/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-facts.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define FROM_SOCIETY                                                                               \
  NC_ ("fact source", "According to an article by a vein clinic that cites the Society for "       \
                      "Vascular Medicine.")
#define FROM_ARTICLE NC_ ("fact source", "According to an article by a vein clinic.")

static const ShFactCard facts[SH_N_FACTS] = {
  [SH_FACT_MANY_PEOPLE] = { NC_ ("fact",
                                 "More than 30 million Americans have a disease of the "
                                 "veins. Only about 1 in 10 of them seeks treatment."),
                            FROM_SOCIETY },
  [SH_FACT_ONE_IN_THREE] = { NC_ ("fact", "About 1 person in 3 has a vein condition."),
                             FROM_ARTICLE },
  [SH_FACT_CALF_RARE] = { NC_ ("fact", "A calf muscle that is itself not healthy is very rare."),
                          FROM_ARTICLE },
  [SH_FACT_VALVES_COMMON] = { NC_ ("fact", "Valves that do not work are very common."),
                              FROM_ARTICLE },
  [SH_FACT_STILLNESS_COMMON] = { NC_ ("fact",
                                      "A pump that stands still because we do is very "
                                      "common."),
                                 FROM_ARTICLE },
  [SH_FACT_ONLY_WHEN_ACTIVE] = { NC_ ("fact",
                                      "The pump works only while the muscles of feet and "
                                      "legs work."),
                                 FROM_ARTICLE },
};

gboolean
sh_fact_card (ShFact fact, ShFactCard *card)
{
  if (fact <= SH_FACT_NONE || fact >= SH_N_FACTS)
    return FALSE;
  card->text = g_dpgettext2 (SH_GETTEXT_DOMAIN, "fact", facts[fact].text);
  card->source = g_dpgettext2 (SH_GETTEXT_DOMAIN, "fact source", facts[fact].source);
  return TRUE;
}
