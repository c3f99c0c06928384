/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-bench-window.h"

#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-bench-figures.h"
#include "sh-command.h"
#include "sh-number-text.h"
#include "sh-scenario-floor.h"
#include "sh-ui.h"

/* Starting up is measured this often, ours and the empty window in turn: the middle one counts. */
#define STARTS 5
/* Sizes and limits as the project states them. */
#define MEMORY_WIDTH 1920
#define MEMORY_HEIGHT 1080
#define FRAMES_WIDTH 1280
#define FRAMES_HEIGHT 800

/* The figures that one window printed. */
typedef struct
{
  char *text;
} Figures;

static double
figure (const Figures *figures, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (figures->text, "\n", -1);
  double value = 0.0;

  for (int i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], name) && lines[i][strlen (name)] == ' ')
      sh_number_parse (lines[i] + strlen (name) + 1, &value);
  return value;
}

/* Opens a window in a process of its own and waits until it is measured. */
static gboolean
measure (
    ShMeterKind kind, int width, int height, double seconds, const char *scenario, Figures *figures)
{
  g_autofree char *size = g_strdup_printf ("%dx%d", width, height);
  g_autofree char *seconds_text = sh_number_to_text (seconds);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *started = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program != NULL ? program : "second-heart", "bench",
      "--meter", sh_meter_names[kind], "--size", size, "--window", seconds_text, "--started",
      started, scenario, NULL);

  figures->text = NULL;
  if (process != NULL &&
      g_subprocess_communicate_utf8 (process, NULL, NULL, &figures->text, NULL, &error) &&
      g_subprocess_get_successful (process))
    return TRUE;
  sh_cli_fail (SH_EXIT_FAILURE,
               error != NULL ? error->message : C_ ("command", "a window could not be measured"));
  g_clear_pointer (&figures->text, g_free);
  return FALSE;
}

static gboolean
measure_start (ShTable *table, const char *scenario)
{
  double first_ms[SH_N_METERS][STARTS], resident_mib[SH_N_METERS][STARTS];
  double first[SH_N_METERS], resident[SH_N_METERS];
  const ShMeterKind kinds[] = { SH_METER_EMPTY, SH_METER_OURS };

  for (int i = 0; i < STARTS; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
      {
        Figures figures;

        if (!measure (kinds[k], MEMORY_WIDTH, MEMORY_HEIGHT, 0.0, scenario, &figures))
          return FALSE;
        first_ms[kinds[k]][i] = figure (&figures, "first_frame_ms");
        resident_mib[kinds[k]][i] = figure (&figures, "resident_mib");
        g_free (figures.text);
      }
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      first[kinds[k]] = sh_bench_quantile (first_ms[kinds[k]], STARTS, 0.5);
      resident[kinds[k]] = sh_bench_quantile (resident_mib[kinds[k]], STARTS, 0.5);
    }
  sh_bench_add (table, "first_frame:empty", "1920x1080", first[SH_METER_EMPTY], "ms");
  sh_bench_add (table, "first_frame:ours", "1920x1080", first[SH_METER_OURS], "ms");
  sh_bench_add (table, "first_frame_ratio", "1920x1080",
                first[SH_METER_OURS] / first[SH_METER_EMPTY], "at most 1.6");
  sh_bench_add (table, "resident:empty", "1920x1080", resident[SH_METER_EMPTY], "MiB");
  sh_bench_add (table, "resident:ours", "1920x1080", resident[SH_METER_OURS], "MiB");
  sh_bench_add (table, "resident_above", "1920x1080",
                resident[SH_METER_OURS] - resident[SH_METER_EMPTY], "MiB, at most 60");
  return TRUE;
}

static void
add_frames (ShTable *table, const char *kind, const Figures *figures)
{
  static const struct
  {
    const char *name;
    const char *unit;
  } rows[] = { { "frames_per_s", "at least 50" },
               { "cores", "of one core, below 0.7" },
               { "gap_worst_ms", "ms" } };
  double gaps = figure (figures, "gaps");
  g_autofree char *short_name = g_strdup_printf ("gaps_below_34_ms:%s", kind);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s:%s", rows[i].name, kind);

      sh_bench_add (table, name, "1280x800", figure (figures, rows[i].name), rows[i].unit);
    }
  sh_bench_add (table, short_name, "1280x800",
                gaps > 0 ? 100.0 * figure (figures, "gaps_short") / gaps : 0.0, "%, at least 99.5");
}

static gboolean
measure_frames (ShTable *table, const char *scenario, double seconds)
{
  const ShMeterKind kinds[] = { SH_METER_MOVING, SH_METER_OURS };

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      Figures figures;

      if (!measure (kinds[k], FRAMES_WIDTH, FRAMES_HEIGHT, seconds, scenario, &figures))
        return FALSE;
      add_frames (table, sh_meter_names[kinds[k]], &figures);
      if (kinds[k] == SH_METER_OURS)
        sh_bench_add (table, "paused_frames:ours", "1280x800", figure (&figures, "paused_frames"),
                      "at most 0");
      g_free (figures.text);
    }
  return TRUE;
}

int
sh_bench_window (ShTable *table, const ShScenario *scenario, double seconds)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  gboolean done;

  if (!sh_ui_display_available ())
    return sh_cli_fail (SH_EXIT_FAILURE, C_ ("command", "there is no display to open a window on"));
  file = g_file_new_tmp ("second-heart-XXXXXX.scenario", &stream, &error);
  if (file == NULL)
    return sh_cli_fail_error (SH_EXIT_FAILURE, error);
  path = g_file_get_path (file);
  done = sh_scenario_save (scenario, path, &error);
  if (!done)
    sh_cli_fail_error (SH_EXIT_FAILURE, error);
  done = done && measure_start (table, path) && measure_frames (table, path, seconds);
  g_file_delete (file, NULL, NULL);
  return done ? 0 : SH_EXIT_FAILURE;
}
