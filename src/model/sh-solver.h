/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-parameters.h"

/* The sparse symmetric system of one implicit step: one unknown pressure for each compartment.
 * The network is nearly a tree; eliminated in a good order it fills in a handful of places. */

#define SH_SOLVER_MAX_ENTRIES 96
#define SH_SOLVER_MAX_UPDATES 250

/** One multiplication of the elimination: entry[target] -= entry[a] * entry[b] / diagonal. */
typedef struct
{
  unsigned char target;
  unsigned char a;
  unsigned char b;
} ShUpdate;

/** The order of elimination and where everything stands; made once, then only read. */
typedef struct
{
  int n_entries; /* diagonal first (by elimination order), then below it */
  int n_updates;
  unsigned char row_of[SH_SOLVER_MAX_ENTRIES]; /* elimination index of an entry's row */
  unsigned char position[SH_N_SEGMENTS];       /* segment -> elimination index */
  unsigned char segment[SH_N_SEGMENTS];        /* elimination index -> segment */
  unsigned char entry_of_link[SH_N_LINKS];     /* off-diagonal entry of each link */
  unsigned char first[SH_N_SEGMENTS + 1];      /* entries of each column */
  unsigned char first_update[SH_N_SEGMENTS + 1];
  ShUpdate update[SH_SOLVER_MAX_UPDATES];
} ShSolver;

/** Finds an order with little fill-in (least degree first). */
void sh_solver_init (ShSolver *solver);

/** Solves in place. @entry holds diagonal and off-diagonal values, @x the right-hand side in
 * elimination order, then the solution. */
void sh_solver_solve (const ShSolver *solver, double *entry, double *x);
