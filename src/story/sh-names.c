/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-names.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const ShStop stops[SH_N_STOPS] = {
  { SH_ACTIVITY_REST, SH_POSTURE_LYING_LEG_UP, "sh-activity-lying-leg-up-symbolic" },
  { SH_ACTIVITY_REST, SH_POSTURE_LYING, "sh-activity-lying-symbolic" },
  { SH_ACTIVITY_REST, SH_POSTURE_SITTING, "sh-activity-sitting-symbolic" },
  { SH_ACTIVITY_REST, SH_POSTURE_STANDING, "sh-activity-standing-symbolic" },
  { SH_ACTIVITY_ANKLE_PUMPS, SH_POSTURE_SITTING, "sh-activity-ankle-pumps-symbolic" },
  { SH_ACTIVITY_HEEL_RAISES, SH_POSTURE_STANDING, "sh-activity-heel-raises-symbolic" },
  { SH_ACTIVITY_WALKING, SH_POSTURE_STANDING, "sh-activity-walking-symbolic" },
  { SH_ACTIVITY_HIKING, SH_POSTURE_STANDING, "sh-activity-hiking-symbolic" },
  { SH_ACTIVITY_STAIRS, SH_POSTURE_STANDING, "sh-activity-stairs-symbolic" },
  { SH_ACTIVITY_CYCLING, SH_POSTURE_SITTING, "sh-activity-cycling-symbolic" },
  { SH_ACTIVITY_RUNNING, SH_POSTURE_STANDING, "sh-activity-running-symbolic" },
  { SH_ACTIVITY_SWIMMING, SH_POSTURE_LYING, "sh-activity-swimming-symbolic" },
};

const char *
sh_vein_label (ShVein vein)
{
  return g_dpgettext2 (SH_GETTEXT_DOMAIN, "vein", sh_vein_info (vein)->label);
}

const char *
sh_valve_label (ShValve valve)
{
  return g_dpgettext2 (SH_GETTEXT_DOMAIN, "valve", sh_valve_info (valve)->label);
}

const char *
sh_activity_label (ShActivity activity)
{
  return g_dpgettext2 (SH_GETTEXT_DOMAIN, "activity", sh_activity_info (activity)->label);
}

const char *
sh_posture_label_translated (ShPosture posture)
{
  return g_dpgettext2 (SH_GETTEXT_DOMAIN, "posture", sh_posture_label (posture));
}

const char *
sh_pace_unit_label (ShActivity activity)
{
  switch (activity)
    {
    case SH_ACTIVITY_ANKLE_PUMPS:
    case SH_ACTIVITY_HEEL_RAISES:
      return C_ ("pace unit", "repetitions a minute");
    case SH_ACTIVITY_WALKING:
    case SH_ACTIVITY_HIKING:
    case SH_ACTIVITY_STAIRS:
    case SH_ACTIVITY_RUNNING:
      return C_ ("pace unit", "steps a minute");
    case SH_ACTIVITY_CYCLING:
      return C_ ("pace unit", "crank turns a minute");
    case SH_ACTIVITY_SWIMMING:
      return C_ ("pace unit", "kicks a minute");
    case SH_ACTIVITY_REST:
    case SH_N_ACTIVITIES:
    case SH_ACTIVITY_NONE:
    default:
      return "";
    }
}

const ShStop *
sh_stop (int index)
{
  g_return_val_if_fail (index >= 0 && index < SH_N_STOPS, &stops[0]);
  return &stops[index];
}

int
sh_stop_of (const ShScenario *scenario)
{
  for (int i = 0; i < SH_N_STOPS; i++)
    if (stops[i].activity == scenario->activity &&
        (scenario->activity != SH_ACTIVITY_REST || stops[i].posture == scenario->posture))
      return i;
  return 0;
}

const char *
sh_stop_label (int index)
{
  const ShStop *stop = sh_stop (index);

  return stop->activity == SH_ACTIVITY_REST ? sh_posture_label_translated (stop->posture)
                                            : sh_activity_label (stop->activity);
}
