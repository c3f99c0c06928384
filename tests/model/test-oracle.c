/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The same equations, integrated by an independent integrator (SUNDIALS CVODE, variable order and
 * step, tight tolerances): the model's own steps must stay within 1 % of full scale. The rates are
 * written here again as plain sums, without the implicit step's algebra.
 *
 * Full scale is, for pressures, the highest pressure of any vein in the run so far, at least 100
 * mmHg; for volumes, the most that the compartment can hold, round and stretched. Both are looked
 * at every SH_LOOK_S in all compartments, at instants that fall on no step of either integrator. */

#include <cvode/cvode.h>
#include <glib.h>
#include <math.h>
#include <nvector/nvector_serial.h>
#include <string.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>

#include "sh-leg-private.h"
#include "sh-test-legs.h"

#define SH_N_STATE ((int) (sizeof (ShState) / sizeof (double)))
#define SH_LOOK_S 0.02

/** One run: the leg gives network and movement, its state is never stepped. */
typedef struct
{
  ShLeg *leg;
} ShOracle;

/** What each compartment gains per second; also returns flows into @exchange. */
static void
gains (const ShNetwork *network, const ShState *state, const ShExchange *exchange, double *gain)
{
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    gain[i] = exchange->inflow_ml_s[i] - exchange->filtration_ml_s[i];
  for (int e = 0; e < SH_N_LINKS; e++)
    {
      const ShPipe *pipe = &network->pipe[e];

      gain[pipe->from] -= state->flow_ml_s[e];
      if (pipe->to != SH_RIGHT_ATRIUM)
        gain[pipe->to] += state->flow_ml_s[e];
    }
}

static void
flow_rates (const ShNetwork *network,
            const ShState *state,
            const ShDrive *drive,
            const double *pressure,
            ShState *rate)
{
  for (int e = 0; e < SH_N_LINKS; e++)
    {
      const ShPipe *pipe = &network->pipe[e];
      double q = state->flow_ml_s[e];
      int donor = q < 0.0 && pipe->to != SH_RIGHT_ATRIUM ? pipe->to : pipe->from;
      double narrow = sh_narrow (network->compartment[donor].reference_ml, state->volume_ml[donor]);
      double to = pipe->to == SH_RIGHT_ATRIUM ? drive->atrium_mmhg : pressure[pipe->to];
      double drop = pressure[pipe->from] - to + pipe->drop_mmhg;
      double open = 1.0;

      if (e < SH_N_VALVED_LINKS)
        {
          double way = sh_valve_rate (drop, q, pipe->per_slip_ml);

          open = pipe->leak + (1.0 - pipe->leak) * state->opening[e];
          rate->opening[e] = way > 0.0 ? way * (1.0 - state->opening[e]) : way * state->opening[e];
        }
      rate->flow_ml_s[e] = pipe->shut
                               ? 0.0
                               : (drop - pipe->resistance * narrow / open * q -
                                  sh_pipe_jet (pipe, q) * narrow / (open * open) * fabs (q) * q) /
                                     pipe->inertance;
    }
}

static void
slow_rates (const ShNetwork *network,
            const ShState *state,
            const ShDrive *drive,
            const double *pressure,
            const ShExchange *exchange,
            ShState *rate)
{
  static const int felt[SH_N_TISSUES] = { SH_SEGMENT_DORSAL_FOOT,
                                          SH_SEGMENT_GREAT_SAPHENOUS_CALF_A };
  double tau = drive->hyperaemia > state->hyperaemia ? SH_HYPERAEMIA_RISE_S : SH_HYPERAEMIA_DECAY_S;

  for (int k = 0; k < SH_N_PRESSES; k++)
    rate->press_mmhg[k] = (drive->press_mmhg[k] - state->press_mmhg[k]) / SH_PRESS_LAG_S;
  rate->hyperaemia = (drive->hyperaemia - state->hyperaemia) / tau;
  for (int t = 0; t < SH_N_TISSUES; t++)
    {
      double x =
          (pressure[felt[t]] - SH_REFLEX_LOW_MMHG) / (SH_REFLEX_HIGH_MMHG - SH_REFLEX_LOW_MMHG);

      x = CLAMP (x, 0.0, 1.0);
      rate->tone[t] =
          (1.0 - network->reflex * x * x * (3.0 - 2.0 * x) - state->tone[t]) / SH_REFLEX_S;
      rate->water_ml[t] = -exchange->lymph_ml_s[t];
    }
  rate->strain = (drive->strain - state->strain) / SH_STRAIN_S;
  rate->muscle_water_ml = exchange->drawn_ml_s;
  rate->ankle_minutes_mmhg =
      (sh_ankle_mmhg (network, pressure) - state->ankle_minutes_mmhg) / SH_ANKLE_MEAN_S;
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    rate->water_ml[network->compartment[i].tissue] += exchange->filtration_ml_s[i];
}

static int
rates (realtype t, N_Vector y, N_Vector dydt, void *data)
{
  ShOracle *oracle = data;
  const ShNetwork *network = &oracle->leg->network;
  ShState *state = (ShState *) N_VGetArrayPointer (y),
          *rate = (ShState *) N_VGetArrayPointer (dydt);
  double pressure[SH_N_SEGMENTS], slope;
  ShExchange exchange;
  ShDrive drive;

  sh_leg_drive_at (oracle->leg, t, &drive);
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      if (state->volume_ml[i] <= 0.0)
        return 1; /* ask for a shorter step */
      pressure[i] = sh_outside_mmhg (network, state, &drive, i) +
                    sh_tube_pressure (&network->compartment[i], state->volume_ml[i], &slope);
    }
  sh_exchange (network, state, &drive, pressure, &exchange);
  gains (network, state, &exchange, rate->volume_ml);
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    pressure[i] += network->compartment[i].damping * rate->volume_ml[i];
  flow_rates (network, state, &drive, pressure, rate);
  slow_rates (network, state, &drive, pressure, &exchange, rate);
  return 0;
}

/** The largest differences so far, as parts of full scale. */
typedef struct
{
  double pressure;
  double volume;
  int where_pressure;
  int looks; /* pressures compared */
  int where_volume;
} ShWorst;

static void
compare (ShOracle *oracle, ShLeg *leg, const ShState *exact, double t, double scale, ShWorst *worst)
{
  const ShNetwork *network = &leg->network;
  double gain[SH_N_SEGMENTS], slope;
  ShExchange exchange;
  ShMoment now;
  ShDrive drive;

  sh_leg_now (leg, &now);
  sh_leg_drive_at (oracle->leg, t, &drive);
  sh_exchange (network, exact, &drive, now.pressure_mmhg, &exchange);
  gains (network, exact, &exchange, gain);
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      const ShCompartment *c = &network->compartment[i];
      double pressure = sh_outside_mmhg (network, exact, &drive, i) +
                        sh_tube_pressure (c, exact->volume_ml[i], &slope) + c->damping * gain[i];
      double dp = fabs (pressure - now.pressure_mmhg[i]) / scale;
      double dv =
          fabs (exact->volume_ml[i] - now.state.volume_ml[i]) / (c->round_ml + c->stretch_ml);

      worst->looks++;
      if (dp > worst->pressure)
        worst->where_pressure = i;
      if (dv > worst->volume)
        worst->where_volume = i;
      worst->pressure = fmax (worst->pressure, dp);
      worst->volume = fmax (worst->volume, dv);
    }
}

/** An integrator of CVODE over the leg's state. */
typedef struct
{
  SUNContext context;
  N_Vector y;
  SUNMatrix matrix;
  SUNLinearSolver solver;
  void *cvode;
} ShIntegrator;

static void
integrator_init (ShIntegrator *g, ShOracle *oracle, const ShState *state, double tolerance)
{
  g_assert_cmpint (SUNContext_Create (NULL, &g->context), ==, 0);
  g->y = N_VNew_Serial (SH_N_STATE, g->context);
  memcpy (N_VGetArrayPointer (g->y), state, sizeof *state);
  g->cvode = CVodeCreate (CV_BDF, g->context);
  g_assert_cmpint (CVodeInit (g->cvode, rates, 0.0, g->y), ==, CV_SUCCESS);
  CVodeSStolerances (g->cvode, tolerance, tolerance);
  CVodeSetUserData (g->cvode, oracle);
  CVodeSetMaxNumSteps (g->cvode, 1000000);
  CVodeSetMaxStep (g->cvode, 0.02);
  g->matrix = SUNDenseMatrix (SH_N_STATE, SH_N_STATE, g->context);
  g->solver = SUNLinSol_Dense (g->y, g->matrix, g->context);
  CVodeSetLinearSolver (g->cvode, g->solver, g->matrix);
}

static void
integrator_clear (ShIntegrator *g)
{
  CVodeFree (&g->cvode);
  SUNLinSolFree (g->solver);
  SUNMatDestroy (g->matrix);
  N_VDestroy (g->y);
  SUNContext_Free (&g->context);
}

/* Every pressure and every volume at every look, without exception. */
static void
judge (const ShWorst *worst)
{
  g_assert_cmpfloat (worst->volume, <, 0.01);
  g_assert_cmpfloat (worst->pressure, <, 0.01);
}

/** Runs @scenario both ways, from the settled state of @from, and returns the largest errors. */
static ShWorst
race (const ShScenario *from, const ShScenario *scenario, double seconds)
{
  ShLeg *leg = sh_leg_new (), *other = sh_leg_new ();
  ShOracle oracle = { .leg = other };
  ShWorst worst = { 0 };
  ShIntegrator g;
  ShFrame frame;
  double scale = 100.0;

  g_assert_cmpint (sh_leg_reset (leg, from), ==, SH_STATUS_OK);
  sh_leg_configure (leg, scenario);
  sh_leg_copy (other, leg);
  integrator_init (&g, &oracle, &leg->head.state, 1e-7);
  for (int n = 1; n * SH_LOOK_S <= seconds + 1e-9; n++)
    {
      double t = n * SH_LOOK_S, reached;

      sh_leg_advance (leg, SH_LOOK_S);
      g_assert_cmpint (CVode (g.cvode, t, g.y, &reached, CV_NORMAL), >=, 0);
      sh_leg_read (leg, &frame);
      for (int v = 0; v < SH_N_VEINS; v++)
        scale = fmax (scale, frame.pressure_mmhg[v]);
      compare (&oracle, leg, (const ShState *) N_VGetArrayPointer (g.y), t, scale, &worst);
      if (other->moving && !frame.moving)
        {
          /* The last repetition is over: the drive jumps, so the integrator starts anew. */
          sh_leg_copy (other, leg);
          CVodeReInit (g.cvode, t, g.y);
        }
    }
  g_test_message ("pressure %.3f %% of %.0f mmHg (segment %d), volume %.3f %% (segment %d), "
                  "%d looks, %.0f steps a second",
                  100.0 * worst.pressure, scale, worst.where_pressure, 100.0 * worst.volume,
                  worst.where_volume, worst.looks, (double) leg->steps / seconds);
  integrator_clear (&g);
  sh_leg_free (other);
  sh_leg_free (leg);
  return worst;
}

static void
check_scenario (const ShScenario *scenario, double seconds)
{
  ShWorst worst = race (scenario, scenario, seconds);

  judge (&worst);
}

static void
check (ShActivity activity, int repetitions, double leak, double seconds)
{
  ShScenario scenario;

  sh_test_scenario (&scenario, activity);
  scenario.repetitions = repetitions;
  sh_test_leak_all (&scenario, leak);
  check_scenario (&scenario, seconds);
}

static void
test_heel_raises (void)
{
  check (SH_ACTIVITY_HEEL_RAISES, 10, 0.0, 12.0);
  check (SH_ACTIVITY_HEEL_RAISES, 10, 1.0, 12.0);
}

static void
test_walking (void)
{
  check (SH_ACTIVITY_WALKING, 0, 0.0, 6.0);
  check (SH_ACTIVITY_WALKING, 0, 1.0, 6.0);
}

/* Half leaks let leaflets move and blood through at once. */
static void
test_half_leaks (void)
{
  check (SH_ACTIVITY_HEEL_RAISES, 0, 0.5, 4.0);
  check (SH_ACTIVITY_WALKING, 0, 0.5, 3.0);
}

static void
test_great_saphenous (void)
{
  ShScenario scenario;

  sh_test_scenario (&scenario, SH_ACTIVITY_WALKING);
  for (int v = SH_VALVE_GREAT_SAPHENOUS_1; v <= SH_VALVE_GREAT_SAPHENOUS_5; v++)
    scenario.leak[v] = 1.0;
  check_scenario (&scenario, 3.0);
}

static void
test_running (void)
{
  check (SH_ACTIVITY_RUNNING, 0, 0.0, 3.0);
  check (SH_ACTIVITY_RUNNING, 0, 1.0, 3.0);
}

static void
test_standing_up (void)
{
  for (int leak = 0; leak < 2; leak++)
    {
      ShScenario lying, standing;
      ShWorst worst;

      sh_scenario_init (&standing);
      sh_test_leak_all (&standing, leak);
      lying = standing;
      lying.posture = SH_POSTURE_LYING;
      worst = race (&lying, &standing, 6.0);
      judge (&worst);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/oracle/ten heel raises agree with CVODE", test_heel_raises);
  g_test_add_func ("/model/oracle/walking agrees with CVODE", test_walking);
  g_test_add_func ("/model/oracle/half leaks agree with CVODE", test_half_leaks);
  g_test_add_func ("/model/oracle/a leaking great saphenous vein agrees with CVODE",
                   test_great_saphenous);
  g_test_add_func ("/model/oracle/running agrees with CVODE", test_running);
  g_test_add_func ("/model/oracle/standing up agrees with CVODE", test_standing_up);
  return g_test_run ();
}
