/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-cautions.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* The contraindications follow the 2020 consensus on compression (Rabe and others), the signs of a
 * clot the advice of national health services. */

const char *
sh_caution_stocking (void)
{
  return C_ ("caution", "Ask a doctor first if the arteries of your legs are narrow or have a "
                        "bypass. Ask, too, if you have severe heart failure, diabetes with nerve "
                        "damage, numb feet, sore or infected skin, or an allergy to the fabric. "
                        "Stockings should be measured and fitted by someone trained.");
}

const char *
sh_caution_education (void)
{
  return C_ ("caution",
             "Simplified model, for education only. Not a diagnosis and not a treatment plan.");
}

const char *
sh_caution_same_day (void)
{
  return C_ ("caution",
             "See a doctor the same day if one leg has new pain, swelling, warmth, or a change of "
             "color. Do not massage it.");
}

const char *
sh_caution_emergency (void)
{
  return C_ ("caution", "Call the emergency number at once if you are suddenly short of breath, "
                        "have chest pain when breathing, cough up blood, or faint.");
}
