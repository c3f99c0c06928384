/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For the processor's clock beside plain C17. */
#define _DEFAULT_SOURCE 1

#include "sh-command.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "sh-config.h"
#ifdef SH_HAVE_MALLINFO2
#include <malloc.h>
#endif
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-scenario-floor.h"
#include "sh-scene.h"
#include "sh-table.h"
#include "sh-bench-figures.h"
#include "sh-bench-window.h"

/* What is measured: enough to be steady, little enough to be waited for. */
#define MODEL_RUNS 15
#define MODEL_RUN_S 4.0
/* The loop that travels between machines: so many systems of so many equations. */
#define REFERENCE_RUNS 15
#define REFERENCE_SOLVES 500
#define REFERENCE_N 23
#define FRAMES 300
#define FRAMES_MIN 10
#define FRAMES_MAX 100000
/* The frames that are measured are drawn once before, so many of them at most: then everything that
 * is kept for them is there, and nothing may be added. */
#define WARM_FRAMES 2000
#define SMALLEST_SIZE_PX 64
#define LARGEST_SIZE_PX 8192
#define STILL_RUNS 5
/* Three steps of the slowest walk. */
#define FIRST_FRAMES 200
#define PAINT_RUNS 51

typedef struct
{
  const char *name;
  int width;
  int height;
} Size;

static const Size sizes[] = { { "1920x1080", 1920, 1080 }, { "3840x2160", 3840, 2160 } };

/* Time of this thread on its core, in ms: what others do meanwhile does not count. */
static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec * 1e-6;
}

/* A symmetric matrix as full as can be, and a right-hand side, made of @salt. */
static void
reference_system (double a[REFERENCE_N][REFERENCE_N], double *x, int salt)
{
  for (int i = 0; i < REFERENCE_N; i++)
    {
      for (int j = 0; j < REFERENCE_N; j++)
        a[i][j] = 1.0 / (1.0 + i + j + salt % 7);
      a[i][i] += REFERENCE_N;
      x[i] = i + 1.0;
    }
}

/* Cholesky's way as it stands in the books. */
static double
reference_solve (double a[REFERENCE_N][REFERENCE_N], double *x)
{
  for (int j = 0; j < REFERENCE_N; j++)
    for (int i = j; i < REFERENCE_N; i++)
      {
        double sum = a[i][j];

        for (int k = 0; k < j; k++)
          sum -= a[i][k] * a[j][k];
        a[i][j] = i == j ? sqrt (sum) : sum / a[j][j];
      }
  for (int i = 0; i < REFERENCE_N; i++)
    {
      for (int k = 0; k < i; k++)
        x[i] -= a[i][k] * x[k];
      x[i] /= a[i][i];
    }
  return x[REFERENCE_N - 1];
}

/* What plain arithmetic costs on this machine: the measure beside which the model is read. */
static double
bench_reference (void)
{
  volatile double seen = 0.0; /* so that nothing is left out as unused */
  double cost[REFERENCE_RUNS];
  double a[REFERENCE_N][REFERENCE_N], x[REFERENCE_N];

  for (int run = 0; run < REFERENCE_RUNS; run++)
    {
      double begin = now_ms ();

      for (int n = 0; n < REFERENCE_SOLVES; n++)
        {
          reference_system (a, x, n);
          seen = reference_solve (a, x);
        }
      cost[run] = now_ms () - begin;
    }
  return seen > 0.0 ? sh_bench_quantile (cost, REFERENCE_RUNS, 0.5) : 0.0;
}

static int
bench_model (ShTable *table, const ShScenario *scenario)
{
  double cost[MODEL_RUNS];
  double median;
  double reference = bench_reference ();
  ShLeg *leg = sh_leg_new ();
  ShStatus status = leg != NULL ? sh_leg_reset (leg, scenario) : SH_STATUS_NO_MEMORY;

  if (status != SH_STATUS_OK)
    {
      sh_leg_free (leg);
      return sh_cli_fail_status (status);
    }
  for (int i = 0; i < MODEL_RUNS; i++)
    {
      double begin = now_ms ();

      sh_leg_advance (leg, MODEL_RUN_S);
      cost[i] = (now_ms () - begin) / MODEL_RUN_S;
    }
  sh_leg_free (leg);
  median = sh_bench_quantile (cost, MODEL_RUNS, 0.5);
  sh_bench_add (table, "model_second", "", median, "ms");
  sh_bench_add (table, "model_speed", "", 1000.0 / median, "x real time");
  sh_bench_add (table, "reference_loop", "", reference, "ms");
  sh_bench_add (table, "model_second_in_reference_loops", "", median / reference, "");
  return 0;
}

/* What one paint of the whole surface costs: the measure beside which the others are read. */
static double
bench_paint (cairo_t *cr, const Size *size)
{
  cairo_surface_t *image =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size->width, size->height);
  cairo_t *fill = cairo_create (image);
  double cost[PAINT_RUNS];

  /* Half transparent, so that each pixel is really mixed and not just copied or left out. */
  cairo_set_source_rgba (fill, 0.4, 0.5, 0.6, 0.5);
  cairo_paint (fill);
  cairo_destroy (fill);
  for (int i = 0; i < PAINT_RUNS; i++)
    {
      double begin = now_ms ();

      cairo_set_source_surface (cr, image, 0, 0);
      cairo_paint (cr);
      cairo_surface_flush (cairo_get_target (cr));
      cost[i] = now_ms () - begin;
    }
  cairo_surface_destroy (image);
  return sh_bench_quantile (cost, PAINT_RUNS, 0.5);
}

static double
bench_still (ShScene *scene, cairo_t *cr)
{
  double cost[STILL_RUNS];

  for (int i = 0; i < STILL_RUNS; i++)
    {
      double begin = now_ms ();

      sh_stage_painter_draw_still (scene->painter, cr);
      cairo_surface_flush (cairo_get_target (cr));
      cost[i] = now_ms () - begin;
    }
  return sh_bench_quantile (cost, STILL_RUNS, 0.5);
}

/* How the drawing of one frame shares its time. */
typedef struct
{
  double last_ms;            /* when the part before was drawn */
  double spent[SH_N_PARTS];  /* ms, in this frame */
  double *costs[SH_N_PARTS]; /* of each frame; NULL for nobody */
} Shares;

static void
part_cb (ShStagePart part, gpointer user_data)
{
  Shares *shares = user_data;
  double now = now_ms ();

  shares->spent[part] += now - shares->last_ms;
  shares->last_ms = now;
}

/* Draws the moving layer of one frame and returns its cost. Before, the picture is made empty,
 * unmeasured, as the window does by drawing onto a node of its own. */
static double
bench_frame (ShScene *scene, cairo_t *cr, Shares *shares)
{
  double begin;

  sh_scene_step (scene);
  cairo_save (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_restore (cr);
  memset (shares->spent, 0, sizeof shares->spent);
  begin = shares->last_ms = now_ms ();
  sh_stage_painter_draw_moving (scene->painter, cr, &scene->frame);
  cairo_surface_flush (cairo_get_target (cr));
  return now_ms () - begin;
}

/* The first movements, in which everything is prepared that is kept later: a thread paints it, as
 * in the window, so frames are let pass at the window's pace. Returns the worst frame. */
static double
bench_first_cycles (ShScene *scene, cairo_t *cr, Shares *shares, int n)
{
  double worst = 0;
  gint64 begin = g_get_monotonic_time ();

  for (int i = 0; i < n; i++)
    {
      gint64 due = begin + (gint64) (i * SH_SCENE_STEP_S * G_USEC_PER_SEC);
      /* Asked once: a second look at the clock could turn a short wait into an endless one. */
      gint64 wait = due - g_get_monotonic_time ();

      if (wait > 0)
        g_usleep ((gulong) wait);
      worst = MAX (worst, bench_frame (scene, cr, shares));
    }
  return worst;
}

/* Bytes that are allocated now; 0 where the C library does not tell. */
static double
allocated (void)
{
#ifdef SH_HAVE_MALLINFO2
  struct mallinfo2 info = mallinfo2 ();

  return (double) info.uordblks + (double) info.hblkhd;
#else
  return 0;
#endif
}

/* Draws the frames that are measured afterwards, and goes back to their beginning. */
static void
warm_up (ShScene *scene, const ShScenario *scenario, cairo_t *cr, Shares *shares, int n)
{
  sh_leg_reset (scene->leg, scenario);
  for (int i = 0; i < n; i++)
    bench_frame (scene, cr, shares);
  sh_leg_reset (scene->leg, scenario);
}

static void
bench_moving (ShTable *table,
              ShScene *scene,
              const ShScenario *scenario,
              cairo_t *cr,
              const char *size,
              int n)
{
  static const char *const parts[SH_N_PARTS] = { "body",  "leaders", "veins",  "cells",
                                                 "front", "slice",   "figure", "lens" };
  g_autofree double *cost = g_new (double, (gsize) n);
  Shares shares = { 0 };
  double before;

  for (int part = 0; part < SH_N_PARTS; part++)
    shares.costs[part] = g_new (double, (gsize) n);
  sh_stage_painter_set_watch (scene->painter, part_cb, &shares);
  /* The very first frame paints the body without which there is nothing to show. */
  sh_bench_add (table, "stage_first_frame", size, bench_frame (scene, cr, &shares), "ms");
  sh_bench_add (table, "stage_first_cycles_worst", size,
                bench_first_cycles (scene, cr, &shares, MIN (n, FIRST_FRAMES)), "ms");
  warm_up (scene, scenario, cr, &shares, MIN (n, WARM_FRAMES));
  before = allocated ();
  for (int i = 0; i < n; i++)
    {
      cost[i] = bench_frame (scene, cr, &shares);
      for (int part = 0; part < SH_N_PARTS; part++)
        shares.costs[part][i] = shares.spent[part];
    }
  sh_bench_add (table, "stage_growth", size, allocated () - before, "bytes");
  sh_bench_add (table, "stage_moving", size, sh_bench_quantile (cost, n, 0.5), "ms");
  sh_bench_add (table, "stage_moving_95_percent", size, sh_bench_quantile (cost, n, 0.95), "ms");
  for (int part = 0; part < SH_N_PARTS; part++)
    {
      g_autofree char *name = g_strconcat ("stage_moving:", parts[part], NULL);

      if (part != SH_PART_LENS)
        sh_bench_add (table, name, size, sh_bench_quantile (shares.costs[part], n, 0.5), "ms");
      g_free (shares.costs[part]);
    }
  sh_stage_painter_set_watch (scene->painter, NULL, NULL);
}

static int
bench_stage (ShTable *table, const ShScenario *scenario, const Size *size, int n_frames)
{
  ShSceneOptions options;
  ShScene scene = { 0 };
  int status;

  sh_scene_options_init (&options);
  options.width = size->width;
  options.height = size->height;
  options.posture = scenario->posture;
  options.side = scenario->side;
  options.prepare_in_worker = TRUE;
  status = sh_scene_begin (&scene, scenario, &options);
  if (status == 0)
    {
      cairo_surface_t *surface =
          cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size->width, size->height);
      cairo_t *cr = cairo_create (surface);

      sh_bench_add (table, "stage_still", size->name, bench_still (&scene, cr), "ms");
      bench_moving (table, &scene, scenario, cr, size->name, n_frames);
      sh_bench_add (table, "full_surface_paint", size->name, bench_paint (cr, size), "ms");
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  sh_scene_end (&scene);
  return status;
}

/* Reads what was said about the size; both are measured when nothing was. */
static gboolean
read_size (const char *text, Size *size)
{
  g_autofree char *message = NULL;
  int length = 0;

  size->name = text;
  if (text == NULL || (sscanf (text, "%dx%d%n", &size->width, &size->height, &length) == 2 &&
                       text[length] == '\0' && size->width >= SMALLEST_SIZE_PX &&
                       size->height >= SMALLEST_SIZE_PX && size->width <= LARGEST_SIZE_PX &&
                       size->height <= LARGEST_SIZE_PX))
    return TRUE;
  message = g_strdup_printf (
      C_ ("command", "wrong value \"%s\" for --size; allowed: WIDTHxHEIGHT, each from %d to %d"),
      text, SMALLEST_SIZE_PX, LARGEST_SIZE_PX);
  sh_cli_fail (SH_EXIT_USAGE, message);
  return FALSE;
}

/* What the command line said about windows. */
typedef struct
{
  char *seconds_text;
  char *meter; /* this process is one of those that are measured */
  gint64 started_us;
  double seconds;
} WindowWish;

/* One window, in the process that the benchmark started for it. */
static int
run_meter (const WindowWish *wish, const char *size, const ShScenario *scenario)
{
  ShMeterOptions options = { .seconds = wish->seconds,
                             .started_us = wish->started_us,
                             .scenario = scenario };
  int kind = 0;

  if (!sh_cli_choice ("--meter", wish->meter, sh_meter_names, SH_N_METERS, &kind))
    return SH_EXIT_USAGE;
  if (size == NULL || sscanf (size, "%dx%d", &options.width, &options.height) != 2)
    return sh_cli_fail (SH_EXIT_USAGE, C_ ("command", "--meter needs --size"));
  options.kind = (ShMeterKind) kind;
  return sh_window_meter_run (&options);
}

/* Without a window: the model and the pictures of each size, or of one. */
static int
bench_drawing (ShTable *table, const ShScenario *scenario, const Size *only, int n_frames)
{
  int status = bench_model (table, scenario);

  if (only->name != NULL)
    return status == 0 ? bench_stage (table, scenario, only, n_frames) : status;
  for (gsize i = 0; i < G_N_ELEMENTS (sizes) && status == 0; i++)
    status = bench_stage (table, scenario, &sizes[i], n_frames);
  return status;
}

static int
run_bench (int argc, char **argv)
{
  static const char *const columns[] = { "name", "size", "value", "unit" };
  WindowWish window = { 0 };
  g_auto (GStrv) settings = NULL;
  g_autofree char *format_text = NULL;
  g_autofree char *frames_text = NULL;
  g_autofree char *size = NULL;
  g_autoptr (ShTable) table = sh_table_new (columns, G_N_ELEMENTS (columns));
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &settings,
      NC_ ("option", "set a key of the scenario"), "KEY=VALUE" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_text, NC_ ("option", "table or json"),
      "FORMAT" },
    { "frames", 0, 0, G_OPTION_ARG_STRING, &frames_text,
      NC_ ("option", "frames to draw of each size (300)"), "N" },
    { "size", 0, 0, G_OPTION_ARG_STRING, &size,
      NC_ ("option", "only of this size, such as 1920x1080"), "WxH" },
    { "window", 0, 0, G_OPTION_ARG_STRING, &window.seconds_text,
      NC_ ("option", "measure the window instead, beside an empty one; frames for some seconds"),
      "S" },
    { "meter", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &window.meter, NULL, NULL },
    { "started", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_INT64, &window.started_us, NULL, NULL },
    { NULL }
  };
  ShScenario scenario;
  Size only = { 0 };
  double frames = FRAMES;
  int format = 0;
  int status;

  if (!sh_cli_parse (&sh_command_bench_info, "[FILE]", entries, &argc, &argv, 1) ||
      !read_size (size, &only) ||
      !sh_cli_number ("--frames", frames_text, FRAMES_MIN, FRAMES_MAX, &frames) ||
      !sh_cli_number ("--window", window.seconds_text, 0, 3600, &window.seconds) ||
      !sh_cli_choice ("--format", format_text, sh_table_formats, 2, &format))
    return SH_EXIT_USAGE;
  status = sh_cli_scenario (argc > 1 ? argv[1] : NULL, settings, &scenario);
  /* Nothing said means walking, the scenario that the limits are stated for. */
  if (status == 0 && argc < 2 && settings == NULL)
    sh_scenario_set_activity (&scenario, SH_ACTIVITY_WALKING);
  if (status == 0 && window.meter != NULL)
    status = run_meter (&window, size, &scenario);
  else if (status == 0 && window.seconds_text != NULL)
    status = sh_bench_window (table, &scenario, window.seconds);
  else if (status == 0)
    status = bench_drawing (table, &scenario, &only, (int) frames);
  /* The process that is measured has printed its figures itself. */
  if (status == 0 && window.meter == NULL)
    status = sh_table_finish (table, format);
  g_free (window.seconds_text);
  g_free (window.meter);
  return status;
}

const ShCommand sh_command_bench_info = {
  "bench", NC_ ("command", "Measures what model and pictures cost on this machine."), run_bench
};
