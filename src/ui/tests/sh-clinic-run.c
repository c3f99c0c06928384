/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-clinic-run.h"

#include "sh-companion.h"

ShClinicResult *
sh_clinic_result_ref (ShClinicResult *result)
{
  return g_atomic_rc_box_acquire (result);
}

static void
clear (gpointer data)
{
  ShClinicResult *result = data;

  sh_clinic_record_clear (&result->record);
  sh_clinic_record_clear (&result->healthy_record);
}

void
sh_clinic_result_unref (ShClinicResult *result)
{
  g_atomic_rc_box_release_full (result, clear);
}

/** What the thread is asked for. */
typedef struct
{
  ShTest test;
  ShScenario scenario;
} Job;

/** Writes the curve of one leg while its test goes on. */
typedef struct
{
  ShTest test;
  GCancellable *cancellable; /* (nullable) */
  GArray *time_s;
  GArray *step;
  GArray *value[SH_CLINIC_CURVES];
} Pen;

/* A test that starts anew with a leg starts its curve anew. */
static void
turn_page (Pen *pen)
{
  g_array_set_size (pen->time_s, 0);
  g_array_set_size (pen->step, 0);
  for (int i = 0; i < SH_CLINIC_CURVES; i++)
    g_array_set_size (pen->value[i], 0);
}

static bool
watch_cb (const ShFrame *frame, ShStep step, void *data)
{
  Pen *pen = data;

  if (pen->time_s->len > 0 &&
      frame->time_s < g_array_index (pen->time_s, double, pen->time_s->len - 1))
    turn_page (pen);
  g_array_append_val (pen->time_s, frame->time_s);
  g_array_append_val (pen->step, step);
  for (int i = 0; i < sh_clinic_curves_of (pen->test); i++)
    {
      double value = sh_clinic_curve_value (pen->test, i, frame);

      g_array_append_val (pen->value[i], value);
    }
  return !g_cancellable_is_cancelled (pen->cancellable);
}

static void
take_record (Pen *pen, ShClinicRecord *record)
{
  record->test = pen->test;
  record->n = pen->time_s->len;
  record->n_curves = sh_clinic_curves_of (pen->test);
  record->time_s = (double *) (void *) g_array_free (pen->time_s, FALSE);
  record->step = (ShStep *) (void *) g_array_free (pen->step, FALSE);
  for (int i = 0; i < SH_CLINIC_CURVES; i++)
    record->value[i] = (double *) (void *) g_array_free (pen->value[i], FALSE);
}

static ShStatus
measure_one (const Job *job,
             const ShScenario *scenario,
             GCancellable *cancellable,
             ShMeasure *measure,
             ShClinicRecord *record)
{
  Pen pen = { .test = job->test, .cancellable = cancellable };
  ShMeasureOptions options = { .watch = watch_cb, .watch_data = &pen };
  ShStatus status;

  pen.time_s = g_array_new (FALSE, FALSE, sizeof (double));
  pen.step = g_array_new (FALSE, FALSE, sizeof (ShStep));
  for (int i = 0; i < SH_CLINIC_CURVES; i++)
    pen.value[i] = g_array_new (FALSE, FALSE, sizeof (double));
  status = sh_measure (job->test, scenario, &options, measure);
  take_record (&pen, record);
  return status;
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (ShClinicResult) result = g_atomic_rc_box_new0 (ShClinicResult);
  ShScenario healthy;
  ShStatus status;

  sh_scenario_healthy_twin (&job->scenario, &healthy);
  status = measure_one (job, &job->scenario, cancellable, &result->mine, &result->record);
  if (status == SH_STATUS_OK)
    status = measure_one (job, &healthy, cancellable, &result->healthy, &result->healthy_record);
  if (status == SH_STATUS_OK)
    g_task_return_pointer (task, g_steal_pointer (&result),
                           (GDestroyNotify) sh_clinic_result_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR,
                             status == SH_STATUS_STOPPED ? G_IO_ERROR_CANCELLED : G_IO_ERROR_FAILED,
                             "%s", sh_status_text (status));
}

void
sh_clinic_run_async (ShTest test,
                     const ShScenario *scenario,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new (Job, 1);

  *job = (Job){ test, *scenario };
  g_task_set_task_data (task, job, g_free);
  g_task_run_in_thread (task, run_in_thread);
}

ShClinicResult *
sh_clinic_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
