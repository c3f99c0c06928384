/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints one number made of every bit of many frames. It is built from the model's sources several
 * times, with different compilers and optimisations; test-determinism compares what they print. */

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "sh-model.h"

static uint64_t
add (uint64_t hash, const ShFrame *frame)
{
  const double *row = &frame->time_s;
  size_t n = (offsetof (ShFrame, activity) - offsetof (ShFrame, time_s)) / sizeof (double);

  for (size_t i = 0; i < n; i++)
    {
      uint64_t bits;

      memcpy (&bits, &row[i], sizeof bits);
      hash = (hash ^ bits) * UINT64_C (0x100000001b3); /* FNV-1a, by words */
    }
  return hash;
}

static uint64_t
run (ShLeg *leg, const ShScenario *scenario, uint64_t hash)
{
  ShFrame frame;

  if (sh_leg_reset (leg, scenario) != SH_STATUS_OK)
    return 0;
  for (int i = 0; i < 300; i++)
    {
      sh_leg_advance (leg, 0.02);
      sh_leg_read (leg, &frame);
      hash = add (hash, &frame);
    }
  return hash;
}

int
main (void)
{
  ShLeg *leg = sh_leg_new ();
  ShScenario scenario;
  uint64_t hash = UINT64_C (0xcbf29ce484222325);

  for (int activity = 0; activity < SH_N_ACTIVITIES; activity++)
    for (int leak = 0; leak < 3; leak++)
      {
        sh_scenario_init (&scenario);
        sh_scenario_set_activity (&scenario, (ShActivity) activity);
        for (int i = 0; i < SH_N_VALVES; i++)
          scenario.leak[i] = 0.5 * leak;
        scenario.stocking_mmhg = 10.0 * leak;
        scenario.narrowing[SH_VEIN_FEMORAL] = 0.4 * leak;
        scenario.room_temperature_c = 22.0 + 3.3 * leak;
        hash = run (leg, &scenario, hash);
      }
  printf ("%016" PRIx64 "\n", hash);
  sh_leg_free (leg);
  return 0;
}
