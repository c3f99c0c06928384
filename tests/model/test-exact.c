/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The equations against what can be worked out by hand. */

#include <glib.h>
#include <math.h>

#include "sh-flow-lines.h"
#include "sh-leg-private.h"

/** A leg without inflow and filtration. */
static ShLeg *
quiet_leg (const ShScenario *scenario)
{
  ShLeg *leg = sh_leg_new ();

  g_assert_cmpint (sh_leg_reset (leg, scenario), ==, SH_STATUS_OK);
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      leg->network.compartment[i].skin_inflow = 0.0;
      leg->network.compartment[i].muscle_inflow = 0.0;
      leg->network.compartment[i].filtration = 0.0;
    }
  sh_flow_plan_init (&leg->plan, &leg->network);
  return leg;
}

static void
test_column (void)
{
  ShScenario scenario;

  sh_scenario_init (&scenario);
  for (int posture = 0; posture < SH_N_POSTURES; posture++)
    {
      ShLeg *leg;
      double atrium;

      scenario.posture = (ShPosture) posture;
      leg = quiet_leg (&scenario);
      g_assert_true (sh_leg_settle (leg));
      atrium = SH_ATRIUM_MMHG + SH_RHO_G_MMHG_M * leg->network.atrium_height_m;
      for (int i = 0; i < SH_N_SEGMENTS; i++)
        g_assert_cmpfloat_with_epsilon (
            leg->head.pressure_mmhg[i] + leg->network.compartment[i].column_mmhg, atrium, 1e-3);
      sh_leg_free (leg);
    }
}

static double
tube (const ShCompartment *c, double volume)
{
  double slope;

  return sh_tube_pressure (c, volume, &slope);
}

/** The iliac vein alone, emptying into the atrium through a plain resistance, by fourth-order
 * Runge-Kutta with tiny steps. */
static double
emptied (const ShCompartment *c, double volume, double resistance, double back, double seconds)
{
  int n = 20000;
  double h = seconds / n;

  for (int i = 0; i < n; i++)
    {
      double k1 = -(tube (c, volume) - back) / resistance;
      double k2 = -(tube (c, volume + 0.5 * h * k1) - back) / resistance;
      double k3 = -(tube (c, volume + 0.5 * h * k2) - back) / resistance;
      double k4 = -(tube (c, volume + h * k3) - back) / resistance;

      volume += h * (k1 + 2.0 * k2 + 2.0 * k3 + k4) / 6.0;
    }
  return volume;
}

static void
test_emptying (void)
{
  ShScenario scenario;
  ShLeg *leg;
  ShDrive drive;
  ShCompartment *c;
  ShPipe *pipe;
  double start, expected;

  sh_scenario_init (&scenario);
  scenario.posture = SH_POSTURE_LYING;
  leg = quiet_leg (&scenario);
  c = &leg->network.compartment[SH_SEGMENT_ILIAC];
  c->damping = 0.0;
  for (int i = 0; i < SH_N_LINKS; i++)
    leg->network.pipe[i].shut = i != SH_LINK_ILIAC_TO_ATRIUM;
  pipe = &leg->network.pipe[SH_LINK_ILIAC_TO_ATRIUM];
  pipe->inertance = 0.0;
  pipe->jet = 0.0;
  pipe->drop_mmhg = 0.0;
  sh_leg_drive_at (leg, 0.0, &drive);
  drive.belly_mmhg = 0.0;
  drive.atrium_mmhg = 5.0;
  start = 70.0;
  leg->head.state.volume_ml[SH_SEGMENT_ILIAC] = start;
  for (int n = 0; n < 4000; n++)
    {
      /* A resistance that does not change with the volume. */
      double volume = leg->head.state.volume_ml[SH_SEGMENT_ILIAC];

      pipe->resistance = 1.0 / sh_narrow (c->reference_ml, volume);
      sh_flow_plan_init (&leg->plan, &leg->network);
      sh_leg_flow_plain (leg, &drive, 0.0005);
    }
  expected = emptied (c, start, 1.0, drive.atrium_mmhg, 2.0);
  g_assert_cmpfloat (expected, <, start - 5.0);
  g_assert_cmpfloat_with_epsilon (leg->head.state.volume_ml[SH_SEGMENT_ILIAC], expected, 0.02);
  sh_leg_free (leg);
}

static void
test_tube_law (void)
{
  ShScenario scenario;
  ShLeg *leg = sh_leg_new ();
  const ShCompartment *c = &leg->network.compartment[SH_SEGMENT_SOLEAL];

  sh_scenario_init (&scenario);
  g_assert_cmpfloat_with_epsilon (tube (c, c->round_ml), 0.0, 1e-12);
  for (double v = 0.05 * c->round_ml; v < c->round_ml + 0.95 * c->stretch_ml; v *= 1.03)
    {
      double slope, p = sh_tube_pressure (c, v, &slope), h = 1e-6 * v;

      g_assert_cmpfloat (slope, >, 0.0);
      if (fabs (v - c->round_ml) > 2.0 * h)
        g_assert_cmpfloat_with_epsilon ((tube (c, v + h) - tube (c, v - h)) / (2.0 * h), slope,
                                        1e-5 * slope);
      g_assert_cmpfloat_with_epsilon (sh_tube_volume (c, p), v, 1e-6 * v);
    }
  sh_leg_free (leg);
}

/** The matrix of a random network, whole: what the straight lines solve without ever having it. */
static void
fill_matrix (double full[SH_N_SEGMENTS][SH_N_SEGMENTS], const double *own, const double *g)
{
  memset (full, 0, SH_N_SEGMENTS * sizeof *full);
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    full[i][i] = own[i];
  for (int e = 0; e < SH_N_LINKS; e++)
    {
      const ShLinkParameters *link = sh_link_parameters (e);

      full[link->from][link->from] += g[e];
      if (link->to == SH_RIGHT_ATRIUM)
        continue;
      full[link->to][link->to] += g[e];
      full[link->from][link->to] -= g[e];
      full[link->to][link->from] -= g[e];
    }
}

static void
fill_random (GRand *rand, double low, double high, double *row, int n)
{
  for (int i = 0; i < n; i++)
    row[i] = g_rand_double_range (rand, low, high);
}

/** Puts the pressures 1, 2, 3… into the whole equations and finds the right-hand side for them. */
static void
test_lines (void)
{
  double own[SH_N_SEGMENTS], right[SH_N_SEGMENTS], x[SH_N_SEGMENTS + 1], g[SH_N_LINKS],
      push[SH_N_LINKS], full[SH_N_SEGMENTS][SH_N_SEGMENTS], atrium = 7.0;
  GRand *rand = g_rand_new_with_seed (3);

  fill_random (rand, 0.1, 2.0, own, SH_N_SEGMENTS);
  fill_random (rand, 0.0, 5.0, g, SH_N_LINKS);
  fill_random (rand, -3.0, 3.0, push, SH_N_LINKS);
  fill_matrix (full, own, g);
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      right[i] = 0.0;
      for (int j = 0; j < SH_N_SEGMENTS; j++)
        right[i] += full[i][j] * (j + 1);
    }
  for (int e = 0; e < SH_N_LINKS; e++)
    {
      const ShLinkParameters *link = sh_link_parameters (e);

      right[link->from] += push[e] - (link->to == SH_RIGHT_ATRIUM ? g[e] * atrium : 0.0);
      if (link->to != SH_RIGHT_ATRIUM)
        right[link->to] -= push[e];
    }
  sh_lines_solve (own, right, g, push, atrium, x);
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    g_assert_cmpfloat_with_epsilon (x[i], i + 1, 1e-9);
  g_assert_cmpfloat (x[SH_RIGHT_ATRIUM], ==, atrium);
  g_rand_free (rand);
}

/** What the plan says presses from outside is what the equations say. */
static void
test_outside (void)
{
  ShScenario scenario;
  ShLeg *leg = sh_leg_new ();
  GRand *rand = g_rand_new_with_seed (5);
  ShDrive drive;
  ShState state;

  sh_scenario_init (&scenario);
  scenario.stocking_mmhg = 30.0;
  scenario.water_depth_m = 0.5;
  g_assert_cmpint (sh_leg_reset (leg, &scenario), ==, SH_STATUS_OK);
  for (int n = 0; n < 50; n++)
    {
      memset (&drive, 0, sizeof drive);
      memset (&state, 0, sizeof state);
      fill_random (rand, 0.0, 200.0, state.press_mmhg, SH_N_PRESSES);
      drive.belly_mmhg = g_rand_double_range (rand, 0.0, 9.0);
      drive.cuff_mmhg = g_rand_double_range (rand, 0.0, 99.0);
      for (int i = 0; i < SH_N_SEGMENTS; i++)
        {
          const ShTubes *tubes = &leg->plan.tubes;
          double sum = tubes->outside_mmhg[i] + tubes->belly[i] * drive.belly_mmhg +
                       tubes->cuff[i] * drive.cuff_mmhg;

          for (int k = 0; k < SH_N_PRESSES; k++)
            sum += tubes->press[k][i] * state.press_mmhg[k];
          g_assert_cmpfloat_with_epsilon (sum, sh_outside_mmhg (&leg->network, &state, &drive, i),
                                          1e-9);
        }
    }
  g_rand_free (rand);
  sh_leg_free (leg);
}

static void
test_sine (void)
{
  for (double turns = -3.0; turns < 3.0; turns += 0.001)
    g_assert_cmpfloat_with_epsilon (sh_sin_turns (turns), sin (2.0 * G_PI * turns), 1e-6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/exact/blood at rest without inflow is one column in every posture",
                   test_column);
  g_test_add_func ("/model/exact/a tube empties through a resistance as Runge and Kutta say",
                   test_emptying);
  g_test_add_func ("/model/exact/the tube law rises, has the slope it says, and has an inverse",
                   test_tube_law);
  g_test_add_func ("/model/exact/the straight lines solve what was put in", test_lines);
  g_test_add_func ("/model/exact/what presses from outside is a weighted sum", test_outside);
  g_test_add_func ("/model/exact/the sine is a sine", test_sine);
  return g_test_run ();
}
