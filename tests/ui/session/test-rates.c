/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-rates.h"

static ShHistory *
history_of_flows (void)
{
  ShHistory *history = sh_history_new (200);

  for (int i = 0; i < 100; i++)
    {
      ShFrame frame = { 0 };

      frame.time_s = i * 0.1;
      frame.totals.below_knee_up_ml = 5.0 * frame.time_s;
      frame.totals.below_knee_down_ml = 2.0 * frame.time_s;
      frame.calf_blood_ml = i % 10 < 5 ? 100.0 : 70.0;
      frame.moving = true;
      sh_history_add (history, &frame);
    }
  return history;
}

static void
flows_are_counted_per_minute (void)
{
  g_autoptr (ShHistory) history = history_of_flows ();
  ShRates rates;

  sh_rates (history, 9.9, 5.0, &rates);
  g_assert_cmpfloat_with_epsilon (rates.up_ml_min, 300.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (rates.down_ml_min, 120.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (rates.net_ml_min, 180.0, 1e-6);
}

static void
short_history_gives_no_number (void)
{
  g_autoptr (ShHistory) empty = sh_history_new (10);
  g_autoptr (ShHistory) history = history_of_flows ();
  ShRates rates;

  sh_rates (empty, 1.0, 5.0, &rates);
  g_assert_true (isnan (rates.up_ml_min) && isnan (rates.down_ml_min) && isnan (rates.net_ml_min));
  sh_rates (history, 0.5, 5.0, &rates);
  g_assert_true (isnan (rates.net_ml_min));
  g_assert_true (isnan (sh_pump_fraction (empty, 1.0, 3.0, 0.0)));
}

static void
pump_fraction_is_of_what_can_be_pumped (void)
{
  g_autoptr (ShHistory) history = history_of_flows ();

  g_assert_cmpfloat_with_epsilon (sh_pump_fraction (history, 9.9, 3.0, 40.0), 50.0, 1e-9);
  g_assert_true (isnan (sh_pump_fraction (history, 9.9, 3.0, 100.0)));
}

static void
who_stands_still_pumps_nothing (void)
{
  g_autoptr (ShHistory) history = sh_history_new (10);
  ShFrame frame = { .time_s = 0.0, .calf_blood_ml = 100.0 };

  sh_history_add (history, &frame);
  g_assert_true (isnan (sh_pump_fraction (history, 0.0, 3.0, 0.0)));
}

static void
raised_leg_holds_less_than_a_standing_one (void)
{
  ShScenario scenario;
  ShLeg *leg = sh_leg_new ();
  ShFrame frame;
  double empty_ml;

  sh_scenario_init (&scenario);
  sh_leg_read (leg, &frame);
  empty_ml = sh_emptied_leg_ml (&scenario);
  g_assert_cmpfloat (empty_ml, >, 0.0);
  g_assert_cmpfloat (empty_ml, <, frame.calf_blood_ml / 2.0);
  sh_leg_free (leg);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/rates/" name, function)
  ADD ("flows are counted per minute", flows_are_counted_per_minute);
  ADD ("short history gives no number", short_history_gives_no_number);
  ADD ("pump fraction is of what can be pumped", pump_fraction_is_of_what_can_be_pumped);
  ADD ("who stands still pumps nothing", who_stands_still_pumps_nothing);
  ADD ("raised leg holds less than a standing one", raised_leg_holds_less_than_a_standing_one);
  return g_test_run ();
}
