/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-solver.h"

#include <stdbool.h>
#include <string.h>

typedef bool ShGrid[SH_N_SEGMENTS][SH_N_SEGMENTS];

static void
fill_grid (ShGrid grid)
{
  memset (grid, 0, sizeof (ShGrid));
  for (int i = 0; i < SH_N_LINKS; i++)
    {
      const ShLinkParameters *link = sh_link_parameters (i);

      if (link->to == SH_RIGHT_ATRIUM)
        continue;
      grid[link->from][link->to] = true;
      grid[link->to][link->from] = true;
    }
}

static int
least_degree (ShGrid grid, const bool *done)
{
  int best = -1, best_degree = SH_N_SEGMENTS + 1;

  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      int degree = 0;

      if (done[i])
        continue;
      for (int j = 0; j < SH_N_SEGMENTS; j++)
        degree += !done[j] && grid[i][j];
      if (degree < best_degree)
        {
          best = i;
          best_degree = degree;
        }
    }
  return best;
}

/** Chooses the order and marks in @grid where eliminating fills in. */
static void
choose_order (ShSolver *solver, ShGrid grid)
{
  bool done[SH_N_SEGMENTS] = { false };

  for (int k = 0; k < SH_N_SEGMENTS; k++)
    {
      int pivot = least_degree (grid, done);

      done[pivot] = true;
      solver->position[pivot] = (unsigned char) k;
      solver->segment[k] = (unsigned char) pivot;
      for (int i = 0; i < SH_N_SEGMENTS; i++)
        for (int j = 0; j < SH_N_SEGMENTS; j++)
          if (i != j && !done[i] && !done[j] && grid[pivot][i] && grid[pivot][j])
            grid[i][j] = true;
    }
}

static int
find_entry (const ShSolver *solver, int row, int column)
{
  if (row == column)
    return row;
  for (int e = solver->first[column]; e < solver->first[column + 1]; e++)
    if (solver->row_of[e] == row)
      return e;
  return 0;
}

static void
list_entries (ShSolver *solver, ShGrid grid)
{
  int n = SH_N_SEGMENTS;

  for (int k = 0; k < SH_N_SEGMENTS; k++)
    {
      solver->row_of[k] = (unsigned char) k;
      solver->first[k] = (unsigned char) n;
      for (int i = k + 1; i < SH_N_SEGMENTS; i++)
        if (grid[solver->segment[k]][solver->segment[i]])
          solver->row_of[n++] = (unsigned char) i;
    }
  solver->first[SH_N_SEGMENTS] = (unsigned char) n;
  solver->n_entries = n;
}

static void
list_updates (ShSolver *solver)
{
  int n = 0;

  for (int k = 0; k < SH_N_SEGMENTS; k++)
    {
      solver->first_update[k] = (unsigned char) n;
      for (int a = solver->first[k]; a < solver->first[k + 1]; a++)
        for (int b = solver->first[k]; b <= a; b++)
          {
            int target = find_entry (solver, solver->row_of[a], solver->row_of[b]);

            solver->update[n++] =
                (ShUpdate){ (unsigned char) target, (unsigned char) a, (unsigned char) b };
          }
    }
  solver->first_update[SH_N_SEGMENTS] = (unsigned char) n;
  solver->n_updates = n;
}

void
sh_solver_init (ShSolver *solver)
{
  ShGrid grid;

  memset (solver, 0, sizeof *solver);
  fill_grid (grid);
  choose_order (solver, grid);
  list_entries (solver, grid);
  list_updates (solver);
  for (int i = 0; i < SH_N_LINKS; i++)
    {
      const ShLinkParameters *link = sh_link_parameters (i);
      int a, b;

      if (link->to == SH_RIGHT_ATRIUM)
        continue;
      a = solver->position[link->from];
      b = solver->position[link->to];
      solver->entry_of_link[i] = (unsigned char) find_entry (solver, a > b ? a : b, a > b ? b : a);
    }
}

void
sh_solver_solve (const ShSolver *solver, double *entry, double *x)
{
  for (int k = 0; k < SH_N_SEGMENTS; k++)
    {
      double inverse = 1.0 / entry[k];

      entry[k] = inverse;
      for (int u = solver->first_update[k]; u < solver->first_update[k + 1]; u++)
        {
          const ShUpdate *update = &solver->update[u];

          entry[update->target] -= entry[update->a] * entry[update->b] * inverse;
        }
      x[k] *= inverse;
      for (int e = solver->first[k]; e < solver->first[k + 1]; e++)
        x[solver->row_of[e]] -= entry[e] * x[k];
    }
  for (int k = SH_N_SEGMENTS - 1; k >= 0; k--)
    for (int e = solver->first[k]; e < solver->first[k + 1]; e++)
      x[k] -= entry[e] * entry[k] * x[solver->row_of[e]];
}
