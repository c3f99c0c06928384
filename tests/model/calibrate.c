/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The calibration: finds the numbers of sh-tuning.h again, where the cost of sh-calibration.h is
 * lowest, with a derivative-free optimiser (NLopt's BOBYQA). A tool for whoever changes the model;
 * it is not part of the program.
 *
 *   calibrate START [SEED]
 *
 * START says where it begins: `priors`; `corners`, every number 30 % of its plausible range to one
 * side of its prior, the sides drawn from SEED; `random`, every number anywhere in the inner 80 %
 * of its range; `set`, what the program uses; any
 * other word is a file that this tool has written: it goes on from the last set in it.
 *
 * The cost is far steeper in some directions than in others, and no optimiser gets far along the
 * flat ones as long as it does not know them. So each round looks at every row once along every
 * number, and takes from that (as Gauss and Newton do) the coordinates in which the cost is a round
 * bowl, and a step towards its bottom. When rounds gain no more, BOBYQA looks for the lowest point
 * in those coordinates.
 *
 * It prints each round, and at the end the set in the form of sh-tuning.h, and how well the rows
 * determine each number. */

#include <math.h>
#include <nlopt.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sh-calibration.h"
#include "sh-validation.h"

#define N SH_N_TUNING
/* How far a look along one number goes, in half ranges: well above what steps of the model blur. */
#define SH_LOOK 0.04
/* No number moves further than this in one round. */
#define SH_LONGEST_STEP 0.7
/* A step is worth another when it gains this part of the cost. */
#define SH_GAIN 0.001
#define SH_MAX_STEPS 16
#define SH_MAX_ROUNDS 24
#define SH_ROUGH_ROUNDS 2
/* BOBYQA's first steps in the round bowl, whose cost rises by the square; where it ends; and the
 * most looks it takes. */
#define SH_FIRST_STEP 0.25
#define SH_LAST_STEP 0.01
#define SH_MAX_POLISH 260
/* All is done when it gains less than this part of the cost. */
#define SH_WORTH_POLISHING 0.01

/* A point, and what its rows and priors are off by. */
typedef struct
{
  double place[N];
  double off[SH_MAX_OFFS];
  double cost;
  int out_of_range;
} ShPoint;

/* How the cost bends around a point: the slopes J of what rows and priors are off by along every
 * number, J'J, its root (J'J = L L'), and half the cost's slope J'f. */
typedef struct
{
  double slopes[N][SH_MAX_OFFS];
  double bend[N][N];
  double root[N][N];
  double slope[N];
} ShBowl;

static int n_off, n_looks;

static void
look (ShPoint *point, bool swelling)
{
  point->cost =
      sh_calibration_cost (point->place, swelling, point->off, &n_off, &point->out_of_range);
  n_looks++;
}

/** Cholesky's root of @bend with @damping times its diagonal added. */
static void
find_root (ShBowl *bowl, double damping)
{
  for (int i = 0; i < N; i++)
    for (int j = 0; j <= i; j++)
      {
        double sum = bowl->bend[i][j] * (i == j ? 1.0 + damping : 1.0);

        for (int k = 0; k < j; k++)
          sum -= bowl->root[i][k] * bowl->root[j][k];
        bowl->root[i][j] = i == j ? sqrt (sum) : sum / bowl->root[j][j];
      }
}

/** x = L^-1 b. */
static void
solve_forward (const ShBowl *bowl, const double *b, double *x)
{
  for (int i = 0; i < N; i++)
    {
      double sum = b[i];

      for (int k = 0; k < i; k++)
        sum -= bowl->root[i][k] * x[k];
      x[i] = sum / bowl->root[i][i];
    }
}

/** x = L'^-1 b: from the round bowl to numbers. */
static void
solve_backward (const ShBowl *bowl, const double *b, double *x)
{
  for (int i = N - 1; i >= 0; i--)
    {
      double sum = b[i];

      for (int k = i + 1; k < N; k++)
        sum -= bowl->root[k][i] * x[k];
      x[i] = sum / bowl->root[i][i];
    }
}

/** Looks along every number, to alternating sides. The first rounds do rows of swelling only along
 * the numbers of water, which takes a third of the time. */
static void
find_slopes (const ShPoint *point, int round, ShBowl *bowl)
{
  for (int i = 0; i < N; i++)
    {
      double way = (i + round) % 2 == 0 ? SH_LOOK : -SH_LOOK;
      ShPoint beside = *point;

      beside.place[i] += way;
      look (&beside, round > SH_ROUGH_ROUNDS || i >= SH_FIRST_OF_WATER);
      for (int r = 0; r < n_off; r++)
        if (!isnan (beside.off[r]))
          bowl->slopes[i][r] = (beside.off[r] - point->off[r]) / way;
    }
}

/** Broyden's rule: what a step from @point to @next has shown, the slopes foretell from now on. */
static void
learn_from_step (const ShPoint *point, const ShPoint *next, ShBowl *bowl)
{
  double length = 0.0;

  for (int i = 0; i < N; i++)
    length += (next->place[i] - point->place[i]) * (next->place[i] - point->place[i]);
  for (int r = 0; r < n_off; r++)
    {
      double missed = next->off[r] - point->off[r];

      for (int i = 0; i < N; i++)
        missed -= bowl->slopes[i][r] * (next->place[i] - point->place[i]);
      for (int i = 0; i < N; i++)
        bowl->slopes[i][r] += missed * (next->place[i] - point->place[i]) / length;
    }
}

/** The bowl around @point from the slopes. */
static void
find_bowl (const ShPoint *point, ShBowl *bowl)
{
  memset (bowl->bend, 0, sizeof bowl->bend);
  memset (bowl->slope, 0, sizeof bowl->slope);
  for (int i = 0; i < N; i++)
    for (int r = 0; r < n_off; r++)
      {
        bowl->slope[i] += bowl->slopes[i][r] * point->off[r];
        for (int j = 0; j < N; j++)
          bowl->bend[i][j] += bowl->slopes[i][r] * bowl->slopes[j][r];
      }
}

/** To the bottom of the bowl, a shorter way and more along the slope the more it is damped. */
static void
step_down (ShBowl *bowl, double damping, ShPoint *point)
{
  double y[N], step[N], longest = 0.0;

  find_root (bowl, damping);
  solve_forward (bowl, bowl->slope, y);
  solve_backward (bowl, y, step);
  for (int i = 0; i < N; i++)
    longest = fmax (longest, fabs (step[i]));
  for (int i = 0; i < N; i++)
    point->place[i] -= step[i] * fmin (1.0, SH_LONGEST_STEP / longest);
  look (point, true);
}

/** Steps down from @point until none gains more. */
static void
walk_down (ShPoint *point, ShBowl *bowl)
{
  double damping = 0.01;

  for (int tried = 0; tried < SH_MAX_STEPS && damping < 100.0; tried++)
    {
      ShPoint next = *point;
      bool gained;

      find_bowl (point, bowl);
      step_down (bowl, damping, &next);
      gained = next.cost < point->cost * (1.0 - SH_GAIN);
      learn_from_step (point, &next, bowl);
      damping = fmax (0.01, damping * (gained ? 0.2 : 8.0));
      if (next.cost < point->cost)
        *point = next;
    }
}

static double
cost_of_priors (const ShPoint *point)
{
  double sum = 0.0;

  for (int i = n_off - N; i < n_off; i++)
    sum += point->off[i] * point->off[i];
  return sum;
}

/** Rows that cost most: what still pulls. */
static void
print_rows (const ShPoint *point)
{
  for (int i = 0; i < n_off - N; i++)
    if (fabs (point->off[i]) > 0.8)
      printf ("%s off %.2f\n", sh_validation_row (i)->id, point->off[i]);
}

/** One round. Returns: whether it gained anything worth another. */
static bool
go_round (ShPoint *point, int round, ShBowl *bowl)
{
  double before = point->cost;

  find_slopes (point, round, bowl);
  walk_down (point, bowl);
  printf ("round %d: cost %.4f (priors %.2f), %d rows out of range, %d looks\n", round, point->cost,
          cost_of_priors (point), point->out_of_range, n_looks);
  print_rows (point);
  return point->cost < before * (1.0 - 4.0 * SH_GAIN);
}

/* What BOBYQA looks at: the round bowl around a point, and the best seen. */
typedef struct
{
  const ShBowl *bowl;
  ShPoint middle;
  ShPoint best;
} ShPolish;

static double
polish_cost (unsigned n, const double *y, double *gradient, void *data)
{
  ShPolish *polish = data;
  ShPoint point = polish->middle;
  double step[N];

  solve_backward (polish->bowl, y, step);
  for (unsigned i = 0; i < n; i++)
    point.place[i] += step[i];
  look (&point, true);
  if (point.cost < polish->best.cost)
    polish->best = point;
  return point.cost;
}

static void
polish (ShPoint *point, const ShBowl *bowl)
{
  ShPolish data = { bowl, *point, *point };
  nlopt_opt optimiser = nlopt_create (NLOPT_LN_BOBYQA, N);
  double y[N] = { 0.0 }, cost;

  nlopt_set_min_objective (optimiser, polish_cost, &data);
  nlopt_set_lower_bounds1 (optimiser, -5.0);
  nlopt_set_upper_bounds1 (optimiser, 5.0);
  nlopt_set_initial_step1 (optimiser, SH_FIRST_STEP);
  nlopt_set_xtol_abs1 (optimiser, SH_LAST_STEP);
  nlopt_set_maxeval (optimiser, SH_MAX_POLISH);
  if (nlopt_optimize (optimiser, y, &cost) < 0)
    fprintf (stderr, "the optimiser gave up\n");
  nlopt_destroy (optimiser);
  *point = data.best;
  printf ("polished: cost %.4f, %d rows out of range, %d looks\n", point->cost, point->out_of_range,
          n_looks);
}

/** Between -1 and 1, the same on every machine. */
static double
draw (unsigned long long *state)
{
  *state = *state * 6364136223846793005ULL + 1442695040888963407ULL;
  return (double) (*state >> 33) / (double) (1ULL << 30) - 1.0;
}

/** Takes the last set that stands in a file. Returns: whether it could be read. */
static bool
go_on_from (const char *file, ShPoint *point)
{
  FILE *stream = fopen (file, "r");
  char line[256], name[64];
  double value;

  if (stream == NULL)
    return false;
  while (fgets (line, sizeof line, stream) != NULL)
    if (sscanf (line, "%63s %lf", name, &value) == 2)
      for (int i = 0; i < N; i++)
        if (strcmp (name, sh_calibrated (i)->name) == 0)
          point->place[i] = sh_calibration_place (i, value);
  fclose (stream);
  return true;
}

/** Where number @index starts. */
static double
start_of (int index, const char *where, double drawn)
{
  const ShCalibrated *number = sh_calibrated (index);
  double prior = sh_calibration_place (index, number->prior);

  if (strcmp (where, "corners") == 0)
    return prior + (drawn > 0.0 ? 0.6 : -0.6);
  if (strcmp (where, "random") == 0)
    return 0.8 * drawn;
  return strcmp (where, "set") == 0 ? sh_calibration_place (index, number->value) : prior;
}

/** Returns: whether @where is a start, or a file that could be read. */
static bool
start (ShPoint *point, const char *where, unsigned long long seed)
{
  static const char *const words[] = { "priors", "corners", "random", "set" };
  unsigned long long state = seed;
  bool known = false;

  for (int i = 0; i < 4; i++)
    known = known || strcmp (where, words[i]) == 0;
  for (int i = 0; i < N; i++)
    {
      draw (&state); /* neighbors in the row of draws are alike */
      point->place[i] = start_of (i, where, draw (&state));
    }
  if (!known && !go_on_from (where, point))
    return false;
  look (point, true);
  printf ("start %s %llu: cost %.4f, %d rows out of range\n", where, seed, point->cost,
          point->out_of_range);
  return true;
}

/** The set, and for each number the half range within which the rows and the prior leave it: 1 /
 * the root of the cost's bend; without rows that would be the prior's alone. */
static void
print_set (const ShPoint *point, const ShBowl *bowl)
{
  double loose = sqrt (1.0 / SH_PRIOR_WEIGHT);

  printf ("%-28s %9s %9s %9s %9s\n", "number", "value", "prior", "place", "loose");
  for (int i = 0; i < N; i++)
    {
      double e[N] = { 0.0 }, y[N], sum = 0.0;

      e[i] = 1.0;
      solve_forward (bowl, e, y);
      for (int k = 0; k < N; k++)
        sum += y[k] * y[k];
      printf ("%-28s %9.4g %9.4g %9.3f %8.0f%%\n", sh_calibrated (i)->name,
              sh_calibration_value (i, point->place[i]), sh_calibrated (i)->prior, point->place[i],
              100.0 * sqrt (sum) / loose);
    }
}

int
main (int argc, char **argv)
{
  static ShPoint point;
  static ShBowl bowl;

  setvbuf (stdout, NULL, _IOLBF, 0);
  if (argc < 2 || !start (&point, argv[1], argc > 2 ? strtoull (argv[2], NULL, 10) : 1))
    {
      fprintf (stderr, "usage: calibrate priors|corners|random|set|FILE [SEED]\n");
      return 2;
    }
  for (int round = 1; round <= SH_MAX_ROUNDS; round++)
    if (!go_round (&point, round, &bowl) && round > SH_ROUGH_ROUNDS)
      {
        double before = point.cost;

        find_bowl (&point, &bowl);
        find_root (&bowl, 0.0);
        polish (&point, &bowl);
        print_set (&point, &bowl);
        print_rows (&point);
        if (point.cost > before * (1.0 - SH_WORTH_POLISHING))
          break;
      }
  return 0;
}
