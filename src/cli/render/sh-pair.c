/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-pair.h"

#include <math.h>

#include "sh-command.h"
#include "sh-scene.h"

/* The distance of two points of a chart: no peak of a step is lost. */
#define CHART_STEP_S 0.02

static int
begin_leg (ShPair *pair, int index, const ShScenario *scenario)
{
  ShStatus status = SH_STATUS_NO_MEMORY;

  pair->leg[index] = sh_leg_new ();
  if (pair->leg[index] != NULL)
    status = sh_leg_reset (pair->leg[index], scenario);
  if (status != SH_STATUS_OK)
    return sh_cli_fail_status (status);
  sh_leg_read (pair->leg[index], &pair->frame[index]);
  return 0;
}

int
sh_pair_begin (ShPair *pair, const ShCompareOptions *options)
{
  g_autoptr (GError) error = NULL;
  ShArt *art = sh_art_load (&error);
  int status = 0;

  if (art == NULL)
    return sh_cli_fail_error (SH_EXIT_FAILURE, error);
  pair->painter = sh_compare_painter_new (art);
  sh_art_unref (art);
  sh_compare_painter_configure (pair->painter, options);
  for (int i = 0; i < 2 && status == 0; i++)
    status = begin_leg (pair, i, &options->scenario[i]);
  return status;
}

static void
advance (ShPair *pair, double dt_s)
{
  for (int i = 0; i < 2; i++)
    {
      sh_leg_advance (pair->leg[i], dt_s);
      sh_leg_read (pair->leg[i], &pair->frame[i]);
    }
}

void
sh_pair_run (ShPair *pair, double at_s, ShProgress *progress)
{
  double still_s = fmax (0.0, at_s - SH_SCENE_CELLS_S);
  guint64 n_frames = (guint64) floor ((at_s - still_s) / SH_SCENE_STEP_S);
  guint64 n_seconds = (guint64) floor (still_s);

  for (guint64 i = 0; i < n_seconds; i++)
    {
      advance (pair, 1.0);
      sh_progress_show (progress, (double) i / at_s);
    }
  advance (pair, still_s - (double) n_seconds);
  for (guint64 i = 0; i < n_frames; i++)
    {
      advance (pair, SH_SCENE_STEP_S);
      sh_compare_painter_advance (pair->painter, pair->frame, SH_SCENE_STEP_S);
    }
  advance (pair, at_s - still_s - (double) n_frames * SH_SCENE_STEP_S);
}

ShTraceSheet *
sh_pair_record (ShPair *pair, double at_s, ShProgress *progress)
{
  ShTraceSheet *sheet = sh_trace_sheet_new ();
  double from_s = fmax (0.0, at_s - SH_PAIR_CHART_S);
  guint64 n_seconds = (guint64) floor (from_s);
  guint64 n_rows = (guint64) floor ((at_s - from_s) / CHART_STEP_S + 1e-9);

  for (guint64 i = 0; i < n_seconds; i++)
    {
      advance (pair, 1.0);
      sh_progress_show (progress, (double) i / at_s);
    }
  advance (pair, from_s - (double) n_seconds);
  sh_trace_sheet_add (sheet, &pair->frame[0], &pair->frame[1]);
  for (guint64 i = 0; i < n_rows; i++)
    {
      advance (pair, CHART_STEP_S);
      sh_trace_sheet_add (sheet, &pair->frame[0], &pair->frame[1]);
    }
  return sheet;
}

void
sh_pair_draw (ShPair *pair, cairo_t *cr)
{
  sh_compare_painter_draw_still (pair->painter, cr);
  sh_compare_painter_draw_moving (pair->painter, cr, pair->frame);
}

void
sh_pair_end (ShPair *pair)
{
  g_clear_pointer (&pair->painter, sh_compare_painter_free);
  for (int i = 0; i < 2; i++)
    g_clear_pointer (&pair->leg[i], sh_leg_free);
}
