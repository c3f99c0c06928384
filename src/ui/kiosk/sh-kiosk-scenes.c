/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-scenes.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-leaks.h"

#define LEAK 0.8

#define REST(posture)                                                                              \
  {                                                                                                \
    SH_ACTIVITY_REST, posture, 0.0, SH_STOCKING_NONE, FALSE                                        \
  }
#define STILL(posture)                                                                             \
  {                                                                                                \
    SH_ACTIVITY_REST, posture, 0.0, SH_STOCKING_NONE, TRUE                                         \
  }
#define MOVE(activity)                                                                             \
  {                                                                                                \
    activity, SH_POSTURE_NONE, 0.0, SH_STOCKING_NONE, FALSE                                        \
  }
#define LEAKY(activity, leak)                                                                      \
  {                                                                                                \
    activity, SH_POSTURE_NONE, leak, SH_STOCKING_NONE, FALSE                                       \
  }

static const ShKioskScene scenes[] = {
  { NC_ ("kiosk", "Your calf is your second heart"),
    NC_ ("kiosk", "Each step squeezes blood up the leg, back to the heart."),
    MOVE (SH_ACTIVITY_WALKING) },
  { NC_ ("kiosk", "Sit still, and the pump stops"),
    NC_ ("kiosk", "Blood gathers in the veins of the leg."), STILL (SH_POSTURE_SITTING) },
  { NC_ ("kiosk", "Move your feet, and it starts again"),
    NC_ ("kiosk", "It works on a chair, in a bus, at a desk."), MOVE (SH_ACTIVITY_ANKLE_PUMPS) },
  { NC_ ("kiosk", "Leaky valves let blood fall back"),
    NC_ ("kiosk", "Healthy valves in the veins let it up and not down."),
    LEAKY (SH_ACTIVITY_HEEL_RAISES, LEAK) },
  { NC_ ("kiosk", "Climb, cycle, swim, walk"),
    NC_ ("kiosk", "Whenever the muscles of feet and legs work, the pump works."),
    MOVE (SH_ACTIVITY_STAIRS) },
};

static const ShKioskChoice choices[] = {
  { "pump",
    NC_ ("kiosk", "See the pump"),
    NC_ ("kiosk", "The calf muscle squeezes the veins. The valves let blood up and not down."),
    "sh-activity-walking-symbolic",
    FALSE,
    4,
    { { NC_ ("kiosk", "Walk"), "sh-activity-walking-symbolic", MOVE (SH_ACTIVITY_WALKING) },
      { NC_ ("kiosk", "Raise your heels"), "sh-activity-heel-raises-symbolic",
        MOVE (SH_ACTIVITY_HEEL_RAISES) },
      { NC_ ("kiosk", "Stand still"), "sh-activity-standing-symbolic", REST (SH_POSTURE_STANDING) },
      { NC_ ("kiosk", "Put your leg up"), "sh-activity-lying-leg-up-symbolic",
        REST (SH_POSTURE_LYING_LEG_UP) } } },
  { "sit",
    NC_ ("kiosk", "Sit all day"),
    NC_ ("kiosk", "Stay still and watch the clock. Then move, and see what changes."),
    "sh-activity-sitting-symbolic",
    FALSE,
    4,
    { { NC_ ("kiosk", "Sit still"), "sh-activity-sitting-symbolic", STILL (SH_POSTURE_SITTING) },
      { NC_ ("kiosk", "Move your feet"), "sh-activity-ankle-pumps-symbolic",
        MOVE (SH_ACTIVITY_ANKLE_PUMPS) },
      { NC_ ("kiosk", "Get up and walk"), "sh-activity-walking-symbolic",
        MOVE (SH_ACTIVITY_WALKING) },
      { NC_ ("kiosk", "Stand still"), "sh-activity-standing-symbolic",
        STILL (SH_POSTURE_STANDING) } } },
  { "leaky",
    NC_ ("kiosk", "Leaky valves"),
    NC_ ("kiosk", "When valves do not close, blood falls back after each squeeze."),
    "sh-kiosk-valve-symbolic",
    FALSE,
    4,
    { { NC_ ("kiosk", "Valves leak"), "sh-kiosk-valve-symbolic",
        LEAKY (SH_ACTIVITY_HEEL_RAISES, LEAK) },
      { NC_ ("kiosk", "Valves close"), "sh-activity-heel-raises-symbolic",
        LEAKY (SH_ACTIVITY_HEEL_RAISES, 0.0) },
      { NC_ ("kiosk", "Walk with leaky valves"), "sh-activity-walking-symbolic",
        LEAKY (SH_ACTIVITY_WALKING, LEAK) },
      { NC_ ("kiosk", "Walk with healthy valves"), "sh-activity-walking-symbolic",
        LEAKY (SH_ACTIVITY_WALKING, 0.0) } } },
  { "stocking",
    NC_ ("kiosk", "Wear a stocking"),
    NC_ ("kiosk", "A stocking presses on the leg, most at the ankle. Watch the veins under it."),
    "sh-kiosk-stocking-symbolic",
    TRUE,
    4,
    { { NC_ ("kiosk", "With a stocking"),
        "sh-kiosk-stocking-symbolic",
        { SH_ACTIVITY_WALKING, SH_POSTURE_NONE, LEAK, SH_STOCKING_20_30, FALSE } },
      { NC_ ("kiosk", "Without"),
        "sh-activity-walking-symbolic",
        { SH_ACTIVITY_WALKING, SH_POSTURE_NONE, LEAK, SH_STOCKING_NONE, FALSE } },
      { NC_ ("kiosk", "Sit with a stocking"),
        "sh-activity-sitting-symbolic",
        { SH_ACTIVITY_REST, SH_POSTURE_SITTING, LEAK, SH_STOCKING_20_30, TRUE } },
      { NC_ ("kiosk", "Sit without"),
        "sh-activity-sitting-symbolic",
        { SH_ACTIVITY_REST, SH_POSTURE_SITTING, LEAK, SH_STOCKING_NONE, TRUE } } } },
  { "move",
    NC_ ("kiosk", "Move!"),
    NC_ ("kiosk", "Choose a movement. On the bicycle it helps to point the toes."),
    "sh-activity-running-symbolic",
    FALSE,
    6,
    { { NC_ ("kiosk", "Run"), "sh-activity-running-symbolic", MOVE (SH_ACTIVITY_RUNNING) },
      { NC_ ("kiosk", "Hike"), "sh-activity-hiking-symbolic", MOVE (SH_ACTIVITY_HIKING) },
      { NC_ ("kiosk", "Climb stairs"), "sh-activity-stairs-symbolic", MOVE (SH_ACTIVITY_STAIRS) },
      { NC_ ("kiosk", "Cycle"), "sh-activity-cycling-symbolic", MOVE (SH_ACTIVITY_CYCLING) },
      { NC_ ("kiosk", "Swim"), "sh-activity-swimming-symbolic", MOVE (SH_ACTIVITY_SWIMMING) },
      { NC_ ("kiosk", "Move your feet"), "sh-activity-ankle-pumps-symbolic",
        MOVE (SH_ACTIVITY_ANKLE_PUMPS) } } },
};

/* How common each is, as the clinic's article has it that this program tells. */
static const ShKioskNeed needs[SH_KIOSK_N_NEEDS] = {
  { NC_ ("kiosk", "A healthy calf muscle"), NC_ ("kiosk", "The calf muscle is not healthy"),
    NC_ ("kiosk", "very rare") },
  { NC_ ("kiosk", "Vein valves that work"), NC_ ("kiosk", "The valves leak"),
    NC_ ("kiosk", "very common") },
  { NC_ ("kiosk", "Movement"), NC_ ("kiosk", "Too little movement"), NC_ ("kiosk", "very common") },
};

const ShKioskScene *
sh_kiosk_scenes (int *n)
{
  *n = G_N_ELEMENTS (scenes);
  return scenes;
}

const ShKioskChoice *
sh_kiosk_choices (int *n)
{
  *n = G_N_ELEMENTS (choices);
  return choices;
}

const ShKioskNeed *
sh_kiosk_need (int index)
{
  g_return_val_if_fail (index >= 0 && index < SH_KIOSK_N_NEEDS, &needs[0]);
  return &needs[index];
}

const char *
sh_kiosk_text (const char *text)
{
  return g_dpgettext2 (SH_GETTEXT_DOMAIN, "kiosk", text);
}

void
sh_kiosk_setting_scenario (const ShKioskSetting *setting, ShScenario *scenario)
{
  ShLeaks leaks;

  sh_scenario_init (scenario);
  if (setting->posture != SH_POSTURE_NONE)
    scenario->posture = setting->posture;
  sh_scenario_set_activity (scenario, setting->activity);
  scenario->stocking_mmhg = sh_stocking_mmhg (setting->stocking);
  scenario->inactive = setting->inactive != FALSE;
  sh_leaks_init (&leaks);
  if (setting->leak <= 0.0)
    return;
  sh_leaks_set_group (&leaks, SH_GROUP_SUPERFICIAL, TRUE);
  sh_leaks_set_severity (&leaks, SH_GROUP_SUPERFICIAL, setting->leak);
  sh_leaks_set_group (&leaks, SH_GROUP_DEEP, FALSE);
  sh_leaks_set_group (&leaks, SH_GROUP_PERFORATOR, FALSE);
  sh_leaks_apply (&leaks, scenario);
}
