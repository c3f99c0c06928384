/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The equations against what can be worked out by hand. */

#include <glib.h>
#include <math.h>

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
            leg->pressure_mmhg[i] + leg->network.compartment[i].column_mmhg, atrium, 1e-3);
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
  sh_leg_drive (leg, &drive);
  drive.belly_mmhg = 0.0;
  drive.atrium_mmhg = 5.0;
  start = 70.0;
  leg->state.volume_ml[SH_SEGMENT_ILIAC] = start;
  for (int n = 0; n < 4000; n++)
    {
      /* A resistance that does not change with the volume. */
      double volume = leg->state.volume_ml[SH_SEGMENT_ILIAC];

      leg->history.known = false;
      pipe->resistance = 1.0 / sh_narrow (c->reference_ml, volume);
      sh_leg_flow_step (leg, &drive, 0.0005);
    }
  expected = emptied (c, start, 1.0, drive.atrium_mmhg, 2.0);
  g_assert_cmpfloat (expected, <, start - 5.0);
  g_assert_cmpfloat_with_epsilon (leg->state.volume_ml[SH_SEGMENT_ILIAC], expected, 0.02);
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

/** Multiplies the symmetric matrix that the solver was given with a vector. */
static void
test_solver (void)
{
  ShSolver solver;
  double entry[SH_SOLVER_MAX_ENTRIES] = { 0.0 }, x[SH_N_SEGMENTS],
         full[SH_N_SEGMENTS][SH_N_SEGMENTS];
  GRand *rand = g_rand_new_with_seed (3);

  sh_solver_init (&solver);
  memset (full, 0, sizeof full);
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    full[i][i] = g_rand_double_range (rand, 0.1, 2.0);
  for (int e = 0; e < SH_N_LINKS; e++)
    {
      const ShLinkParameters *link = sh_link_parameters (e);
      double g = g_rand_double_range (rand, 0.0, 5.0);

      full[link->from][link->from] += g;
      if (link->to == SH_RIGHT_ATRIUM)
        continue;
      full[link->to][link->to] += g;
      full[link->from][link->to] -= g;
      full[link->to][link->from] -= g;
      entry[solver.entry_of_link[e]] -= g;
    }
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      entry[solver.position[i]] = full[i][i];
      x[solver.position[i]] = 0.0;
      for (int j = 0; j < SH_N_SEGMENTS; j++)
        x[solver.position[i]] += full[i][j] * (j + 1);
    }
  sh_solver_solve (&solver, entry, x);
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    g_assert_cmpfloat_with_epsilon (x[solver.position[i]], i + 1, 1e-9);
  g_rand_free (rand);
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
  g_test_add_func ("/model/exact/the sparse solver solves what was put in", test_solver);
  g_test_add_func ("/model/exact/the sine is a sine", test_sine);
  return g_test_run ();
}
