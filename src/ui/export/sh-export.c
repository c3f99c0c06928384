/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-export.h"

#include <string.h>

#include "sh-cautions.h"
#include "sh-export-private.h"
#include "sh-scenario-file.h"
#include "sh-trace-file.h"

/* How much of the past moves the blood cells to where they are. */
#define PAST_S 20.0
/* Progress is told this often, and rows of a table are written at this rate. */
#define TELL_EVERY_US (G_USEC_PER_SEC / 10)
#define ROWS_HZ 50.0

const char *
sh_export_ending (ShExportKind kind)
{
  static const char *const endings[SH_N_EXPORTS] = {
    [SH_EXPORT_PNG] = ".png", [SH_EXPORT_SVG] = ".svg", [SH_EXPORT_PDF] = ".pdf",
    [SH_EXPORT_CSV] = ".csv", [SH_EXPORT_GIF] = ".gif", [SH_EXPORT_FRAMES] = ""
  };

  g_return_val_if_fail (kind < SH_N_EXPORTS, "");

  return endings[kind];
}

static void
job_free (gpointer data)
{
  ShExportJob *job = data;

  g_clear_pointer (&job->painter, sh_stage_painter_free);
  g_clear_pointer (&job->leg, sh_leg_free);
  g_clear_pointer (&job->past, g_array_unref);
  g_clear_object (&job->cancellable);
  g_free (job->scenario_text);
  g_free (job->path);
  g_free (job);
}

/* Copies what the work needs from the session, which goes on without it. */
static ShExportJob *
job_new (const ShExportOptions *options, ShSession *session, const char *path)
{
  ShExportJob *job = g_new0 (ShExportJob, 1);
  const ShHistory *history = sh_session_get_history (session);
  guint n = sh_history_length (history);

  job->options = *options;
  job->options.scene.prepare_in_worker = FALSE;
  job->options.scene.scale = 1.0;
  job->scenario = *sh_session_get_scenario (session);
  job->scenario_text = sh_scenario_to_text (&job->scenario);
  job->path = g_strdup (path);
  job->leg = sh_session_copy_leg (session);
  job->shown = *sh_session_get_frame (session);
  job->past = g_array_new (FALSE, FALSE, sizeof (ShFrame));
  for (guint i = sh_history_find (history, job->shown.time_s - PAST_S); i < n; i++)
    if (sh_history_get (history, i)->time_s <= job->shown.time_s)
      g_array_append_vals (job->past, sh_history_get (history, i), 1);
  return job;
}

typedef struct
{
  ShExportProgress progress;
  gpointer user_data;
  GCancellable *cancellable;
  double part;
} Told;

static gboolean
told_cb (gpointer data)
{
  Told *told = data;

  /* Who cancelled may be gone. */
  if (!g_cancellable_is_cancelled (told->cancellable))
    told->progress (told->part, told->user_data);
  g_clear_object (&told->cancellable);
  g_free (told);
  return G_SOURCE_REMOVE;
}

gboolean
sh_export_go_on (ShExportJob *job, double part, GError **error)
{
  gint64 now_us = g_get_monotonic_time ();
  Told *told;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return FALSE;
  if (job->progress == NULL || now_us - job->told_us < TELL_EVERY_US)
    return TRUE;
  job->told_us = now_us;
  told = g_new0 (Told, 1);
  told->progress = job->progress;
  told->user_data = job->progress_data;
  told->cancellable = g_object_ref (job->cancellable);
  told->part = part;
  g_main_context_invoke (NULL, told_cb, told);
  return TRUE;
}

typedef struct
{
  ShExportJob *job;
  ShAtomicFile *file;
} Table;

static gboolean
rows_cb (const char *text, gsize length, gpointer user_data)
{
  return sh_atomic_file_write (((Table *) user_data)->file, text, length);
}

static gboolean
rows_progress_cb (double part, gpointer user_data)
{
  return sh_export_go_on (((Table *) user_data)->job, part, NULL);
}

/* The scenario beside the numbers, with what they are. */
static gboolean
write_beside (ShExportJob *job, GError **error)
{
  g_autofree char *path = g_strconcat (job->path, ".scenario", NULL);
  g_autofree char *text =
      g_strconcat ("# ", sh_caution_education (), "\n", job->scenario_text, NULL);

  return sh_atomic_write (path, text, strlen (text), error);
}

static gboolean
export_csv (ShExportJob *job, GError **error)
{
  ShTraceRows rows = { .duration_s = job->options.seconds, .rate_hz = ROWS_HZ };
  Table table = { job, sh_atomic_file_open (job->path, error) };
  g_autoptr (ShAtomicFile) file = table.file;

  if (file == NULL)
    return FALSE;
  /* From the start, so that anyone can run it again and gets these numbers. */
  sh_leg_reset (job->leg, &job->scenario);
  sh_trace_write (job->leg, &rows, rows_cb, rows_progress_cb, &table);
  if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return FALSE;
  return sh_atomic_file_commit (g_steal_pointer (&file), error) && write_beside (job, error);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  static gboolean (*const ways[SH_N_EXPORTS]) (ShExportJob *, GError **) = {
    [SH_EXPORT_PNG] = sh_export_picture, [SH_EXPORT_SVG] = sh_export_picture,
    [SH_EXPORT_PDF] = sh_export_picture, [SH_EXPORT_CSV] = export_csv,
    [SH_EXPORT_GIF] = sh_export_gif,     [SH_EXPORT_FRAMES] = sh_export_frames
  };
  ShExportJob *job = data;
  GError *error = NULL;

  if (ways[job->options.kind](job, &error))
    g_task_return_boolean (task, TRUE);
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_error_if_cancelled (task);
}

void
sh_export_async (const ShExportOptions *options,
                 ShSession *session,
                 const char *path,
                 ShExportProgress progress,
                 gpointer progress_data,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  ShExportJob *job = job_new (options, session, path);

  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  job->progress = progress;
  job->progress_data = progress_data;
  g_task_set_task_data (task, job, job_free);
  /* The work itself cleans up before it ends, so its end is waited for. */
  g_task_set_return_on_cancel (task, FALSE);
  g_task_run_in_thread (task, work);
}

gboolean
sh_export_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
