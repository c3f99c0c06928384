/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-test-words.h"

#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-names.h"
#include "sh-numbers.h"

/* Sources of what people are shown: papers that were read. */
#define PERRY_1986 "Perry 1986, J Appl Physiol 60:2114"
#define STICK_1992 "Stick and others 1992, J Appl Physiol 72:2063"
#define POLLACK_1949 "Pollack and others 1949, J Clin Invest 28:559"
#define PADBERG_2004 "Padberg and others 2004, J Vasc Surg 39:79"
#define LABROPOULOS_2003 "Labropoulos and others 2003, J Vasc Surg 38:793"

typedef struct
{
  const char *name;
  ShResultWords words; /* label and usual marked in context "test result", unit in "unit" */
  const char *in_kpa;  /* the usual pressure for a reader of kPa */
} Row;

#define MMHG NC_ ("unit", "%s mmHg")
#define KPA NC_ ("unit", "%s kPa")
#define PERCENT NC_ ("unit", "%s %%")
#define ML NC_ ("unit", "%s mL")
#define ML_S NC_ ("unit", "%s mL/s")
#define ML_MIN NC_ ("unit", "%s mL/min")
#define CM_S NC_ ("unit", "%s cm/s")
#define SECONDS NC_ ("unit", "%s s")

static const Row rows[] = {
  { "rest_mmhg",
    { NC_ ("test result", "Foot pressure standing still"),
      NC_ ("test result", "about 95 in healthy people"), PERRY_1986, MMHG, 0 },
    NC_ ("test result", "about 12.7 in healthy people") },
  { "avp_mmhg", { NC_ ("test result", "Lowest foot pressure"), NULL, NULL, MMHG, 0 } },
  { "fall_percent", { NC_ ("test result", "Fall of the pressure"), NULL, NULL, PERCENT, 0 } },
  { "rt90_s", { NC_ ("test result", "Refill time (90 %)"), NULL, NULL, SECONDS, 0 } },
  { "vv_ml", { NC_ ("test result", "Venous volume (VV)"), NULL, NULL, ML, 0 } },
  { "vft90_s", { NC_ ("test result", "Filling time (VFT90)"), NULL, NULL, SECONDS, 0 } },
  { "vfi_ml_s",
    { NC_ ("test result", "Filling index (VFI)"), NC_ ("test result", "up to 2"), PADBERG_2004,
      ML_S, 1 } },
  { "ev_ml", { NC_ ("test result", "Ejected volume (EV)"), NULL, NULL, ML, 0 } },
  { "ef_percent", { NC_ ("test result", "Ejection fraction (EF)"), NULL, NULL, PERCENT, 0 } },
  { "rv_ml", { NC_ ("test result", "Residual volume (RV)"), NULL, NULL, ML, 0 } },
  { "rvf_percent", { NC_ ("test result", "Residual fraction (RVF)"), NULL, NULL, PERCENT, 0 } },
  { "ankle_mean_mmhg",
    { NC_ ("test result", "Mean ankle pressure"),
      NC_ ("test result", "about 24 in a slow walk, 84 standing still"), STICK_1992, MMHG, 0 },
    NC_ ("test result", "about 3.2 in a slow walk, 11.2 standing still") },
  { "ankle_min_mmhg", { NC_ ("test result", "Lowest ankle pressure"), NULL, NULL, MMHG, 0 } },
  { "fall_mmhg",
    { NC_ ("test result", "Fall from standing still"),
      NC_ ("test result", "64 (54 to 71) in walking"), POLLACK_1949, MMHG, 0 },
    NC_ ("test result", "8.5 (7.2 to 9.5) in walking") },
  { "recovery_s",
    { NC_ ("test result", "Time back to 90 %"), NC_ ("test result", "31 (8 to 57) after walking"),
      POLLACK_1949, SECONDS, 0 } },
  { "popliteal_velocity_cm_s",
    { NC_ ("test result", "Blood speed behind the knee"), NULL, NULL, CM_S, 1 } },
  { "sent_up_ml_min", { NC_ ("test result", "Sent up"), NULL, NULL, ML_MIN, 0 } },
  { "fell_back_ml_min", { NC_ ("test result", "Fell back"), NULL, NULL, ML_MIN, 0 } },
  { "net_ml_min", { NC_ ("test result", "Net"), NULL, NULL, ML_MIN, 0 } },
};

/* Reflux is usual up to a limit that depends on the vein: the test gives it with the result. */
static gboolean
reflux_words (const char *valve_name, ShResultWords *words)
{
  ShValve valve = sh_valve_from_name (valve_name);

  if (valve == SH_VALVE_NONE)
    return FALSE;
  *words = (ShResultWords){ sh_valve_label (valve), NULL, LABROPOULOS_2003,
                            g_dpgettext2 (SH_GETTEXT_DOMAIN, "unit", SECONDS), 2 };
  return TRUE;
}

/* A result's unit is the end of its name. */
static gboolean
is_pressure (const char *name)
{
  return g_str_has_suffix (name, "_mmhg");
}

gboolean
sh_result_words (const char *name, ShResultWords *words)
{
  if (g_str_has_prefix (name, "reflux_s:"))
    return reflux_words (name + strlen ("reflux_s:"), words);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].name, name))
      {
        *words = rows[i].words;
        words->label = g_dpgettext2 (SH_GETTEXT_DOMAIN, "test result", words->label);
        if (is_pressure (name))
          words->unit = sh_pressure_words ("unit", MMHG, KPA);
        else
          words->unit = g_dpgettext2 (SH_GETTEXT_DOMAIN, "unit", words->unit);
        if (rows[i].in_kpa != NULL)
          words->usual = sh_pressure_words ("test result", words->usual, rows[i].in_kpa);
        else if (words->usual != NULL)
          words->usual = g_dpgettext2 (SH_GETTEXT_DOMAIN, "test result", words->usual);
        return TRUE;
      }
  return FALSE;
}

/* The unit's text has a %s for the number and %% for a percent sign, as printf () has. */
char *
sh_result_text (const char *name, double value)
{
  ShResultWords words;
  g_autoptr (GString) text = NULL;
  g_autofree char *number = NULL;

  if (!sh_result_words (name, &words))
    return sh_number_for_people (value, 0);
  number = is_pressure (name) ? sh_pressure_number_for_people (value, words.decimals)
                              : sh_number_for_people (value, words.decimals);
  if (value != value) /* no number has no unit */
    return g_steal_pointer (&number);
  text = g_string_new (words.unit);
  g_string_replace (text, "%%", "%", 0);
  g_string_replace (text, "%s", number, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

const char *
sh_test_sentence (ShTest test)
{
  switch (test)
    {
    case SH_TEST_TIPTOE:
      return C_ ("test", "A needle in a foot vein: stand still, raise the heels ten times, stand "
                         "still again. How far does the pressure fall, how fast does it return?");
    case SH_TEST_APG:
      return C_ ("test", "A cuff of air measures the lower leg's volume: leg up, stand until it is "
                         "full, one heel raise, full again, ten raises.");
    case SH_TEST_STEADY:
      return C_ ("test", "What this person does now for two minutes, then stillness: pressure and "
                         "flow once nothing changes any more.");
    case SH_TEST_REFLUX:
      return C_ ("test", "Ultrasound listens at each valve while a cuff squeezes the calf and lets "
                         "go: for how long does blood fall back?");
    case SH_TEST_SWELLING:
    case SH_TEST_CUFF:
    case SH_TEST_PEAKS:
    case SH_N_TESTS:
    case SH_TEST_NONE:
    default:
      return "";
    }
}
