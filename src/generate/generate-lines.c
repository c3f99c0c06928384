/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes sh-flow-lines.h while the program is built: the sums over the network's links and the
 * elimination of the sparse system of one implicit step, each as straight lines of C without loops
 * and indices. They follow from the table of links in sh-parameters.c alone.
 *
 * The system has one unknown pressure for each compartment and is symmetric. The network is nearly
 * a tree: eliminated in a good order (least degree first) it fills in at a handful of places. */

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "sh-parameters.h"

#define N SH_N_SEGMENTS

/** The order of elimination, and which pairs of rows are not zero, filled-in ones included. */
typedef struct
{
  bool pair[N][N];
  int order[N];
} ShPattern;

static void
find_pairs (ShPattern *pattern)
{
  for (int e = 0; e < SH_N_LINKS; e++)
    {
      const ShLinkParameters *link = sh_link_parameters (e);

      if (link->to == SH_RIGHT_ATRIUM)
        continue;
      pattern->pair[link->from][link->to] = true;
      pattern->pair[link->to][link->from] = true;
    }
}

static int
least_degree (const ShPattern *pattern, const bool *done)
{
  int best = -1, best_degree = N + 1;

  for (int i = 0; i < N; i++)
    {
      int degree = 0;

      if (done[i])
        continue;
      for (int j = 0; j < N; j++)
        degree += !done[j] && pattern->pair[i][j];
      if (degree < best_degree)
        {
          best = i;
          best_degree = degree;
        }
    }
  return best;
}

static void
choose_order (ShPattern *pattern)
{
  bool done[N] = { false };

  for (int k = 0; k < N; k++)
    {
      int pivot = least_degree (pattern, done);

      done[pivot] = true;
      pattern->order[k] = pivot;
      for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
          if (i != j && !done[i] && !done[j] && pattern->pair[pivot][i] && pattern->pair[pivot][j])
            pattern->pair[i][j] = true;
    }
}

typedef struct
{
  char text[24];
} ShName;

/** The name of the entry of two rows: the same whichever comes first. */
static ShName
entry (int i, int j)
{
  ShName name;

  snprintf (name.text, sizeof name.text, "a%d_%d", i < j ? i : j, i < j ? j : i);
  return name;
}

static void
write_head (const char *text, const char *signature)
{
  printf ("\n/** %s */\nstatic inline void\n%s\n{\n", text, signature);
}

static void
write_differences (void)
{
  write_head ("The difference of @at, by segment with the atrium last, along each link.",
              "sh_lines_differences (const double *restrict at, double *restrict difference)");
  for (int e = 0; e < SH_N_LINKS; e++)
    printf ("  difference[%d] = at[%d] - at[%d];\n", e, sh_link_parameters (e)->from,
            sh_link_parameters (e)->to);
  printf ("}\n");
}

static void
write_donors (void)
{
  write_head ("What @at says of the segment that gives, for each link; the atrium never does.",
              "sh_lines_donors (const double *restrict flow, const double *restrict at,\n"
              "                 double *restrict donor)");
  for (int e = 0; e < SH_N_LINKS; e++)
    {
      const ShLinkParameters *link = sh_link_parameters (e);

      if (link->to == SH_RIGHT_ATRIUM)
        printf ("  donor[%d] = at[%d];\n", e, link->from);
      else
        printf ("  donor[%d] = at[flow[%d] < 0.0 ? %d : %d];\n", e, e, link->to, link->from);
    }
  printf ("}\n");
}

/** Writes what every link adds to the row of segment @i: @out where it leaves, @in where it comes.
 */
static void
write_terms (int i, const char *out, const char *in, const char *name)
{
  for (int e = 0; e < SH_N_LINKS; e++)
    if ((int) sh_link_parameters (e)->from == i)
      printf (" %s %s[%d]", out, name, e);
    else if ((int) sh_link_parameters (e)->to == i)
      printf (" %s %s[%d]", in, name, e);
}

static void
write_sums (void)
{
  write_head ("What each segment gains: @source and the flows of its links.",
              "sh_lines_gains (const double *restrict source, const double *restrict flow,\n"
              "                double *restrict gain)");
  for (int i = 0; i < N; i++)
    {
      printf ("  gain[%d] = source[%d]", i, i);
      write_terms (i, "-", "+", "flow");
      printf (";\n");
    }
  printf ("}\n");
}

/** The system's entries and right-hand side out of the links. */
static void
write_system (const ShPattern *pattern)
{
  for (int i = 0; i < N; i++)
    {
      printf ("  double d%d = own[%d]", i, i);
      write_terms (i, "+", "+", "conductance");
      printf (";\n  double x%d = right[%d]", i, i);
      write_terms (i, "-", "+", "push");
      for (int e = 0; e < SH_N_LINKS; e++)
        if ((int) sh_link_parameters (e)->from == i &&
            sh_link_parameters (e)->to == SH_RIGHT_ATRIUM)
          printf (" + conductance[%d] * atrium", e);
      printf (";\n");
    }
  for (int i = 0; i < N; i++)
    for (int j = i + 1; j < N; j++)
      if (pattern->pair[i][j])
        {
          printf ("  double %s = 0.0", entry (i, j).text);
          for (int e = 0; e < SH_N_LINKS; e++)
            {
              int from = sh_link_parameters (e)->from, to = sh_link_parameters (e)->to;

              if ((from == i && to == j) || (from == j && to == i))
                printf (" - conductance[%d]", e);
            }
          printf (";\n");
        }
}

/** Eliminates the k-th pivot from all rows that come later. */
static void
write_pivot (const ShPattern *pattern, int k)
{
  int p = pattern->order[k];

  printf ("  d%d = 1.0 / d%d;\n", p, p);
  for (int a = k + 1; a < N; a++)
    {
      int i = pattern->order[a];

      if (!pattern->pair[p][i])
        continue;
      printf ("  const double l%d_%d = %s * d%d;\n", p, i, entry (p, i).text, p);
      printf ("  d%d -= %s * l%d_%d;\n", i, entry (p, i).text, p, i);
      printf ("  x%d -= l%d_%d * x%d;\n", i, p, i, p);
      for (int b = k + 1; b < a; b++)
        {
          int j = pattern->order[b];

          if (pattern->pair[p][j])
            printf ("  %s -= %s * l%d_%d;\n", entry (i, j).text, entry (p, j).text, p, i);
        }
    }
}

static void
write_solve (const ShPattern *pattern)
{
  write_head ("Solves for the pressures @x, the atrium's last: @own is the diagonal without links.",
              "sh_lines_solve (const double *restrict own, const double *restrict right,\n"
              "                const double *restrict conductance, const double *restrict push,\n"
              "                double atrium, double *restrict x)");
  write_system (pattern);
  for (int k = 0; k < N; k++)
    write_pivot (pattern, k);
  for (int k = N - 1; k >= 0; k--)
    {
      int p = pattern->order[k];

      printf ("  x%d = x%d * d%d", p, p, p);
      for (int a = k + 1; a < N; a++)
        if (pattern->pair[p][pattern->order[a]])
          printf (" - l%d_%d * x%d", p, pattern->order[a], pattern->order[a]);
      printf (";\n");
    }
  for (int i = 0; i < N; i++)
    printf ("  x[%d] = x%d;\n", i, i);
  printf ("  x[%d] = atrium;\n}\n", SH_RIGHT_ATRIUM);
}

int
main (void)
{
  ShPattern pattern;

  memset (&pattern, 0, sizeof pattern);
  find_pairs (&pattern);
  choose_order (&pattern);
  printf ("/* Written by generate-lines.c from the table of links. */\n\n#pragma once\n");
  write_differences ();
  write_donors ();
  write_sums ();
  write_solve (&pattern);
  return 0;
}
