/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-clinic-run.h"

#include "sh-session.h"

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Runs a test and waits for its end. Returns: (transfer full) */
static ShClinicResult *
run (ShTest test, const ShScenario *scenario, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) done = NULL;

  sh_clinic_run_async (test, scenario, cancellable, done_cb, &done);
  while (done == NULL)
    g_main_context_iteration (NULL, TRUE);
  return sh_clinic_run_finish (done, error);
}

static void
tests_give_curves_and_results_of_both_legs (void)
{
  const ShTest tests[] = { SH_TEST_TIPTOE, SH_TEST_APG, SH_TEST_REFLUX, SH_TEST_STEADY };
  ShScenario scenario;

  sh_session_first_scenario (&scenario);
  for (int i = 0; i < SH_N_VALVES; i++)
    scenario.leak[i] = 0.8;
  for (gsize t = 0; t < G_N_ELEMENTS (tests); t++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ShClinicResult) result = run (tests[t], &scenario, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (result->record.n_curves, >=, 1);
      g_assert_cmpuint (result->record.n, >, 100);
      g_assert_cmpuint (result->healthy_record.n, >, 100);
      g_assert_cmpint (result->mine.n_results, ==, result->healthy.n_results);
      for (gsize i = 1; i < result->record.n; i++)
        g_assert_cmpfloat (result->record.time_s[i], >=, result->record.time_s[i - 1]);
    }
}

static void
thread_gives_what_the_laboratory_gives (void)
{
  g_autoptr (ShClinicResult) result = NULL;
  ShScenario scenario;
  ShMeasure measure;

  sh_session_first_scenario (&scenario);
  scenario.leak[SH_VALVE_POPLITEAL_1] = 1.0;
  result = run (SH_TEST_TIPTOE, &scenario, NULL, NULL);
  g_assert_cmpint (sh_measure (SH_TEST_TIPTOE, &scenario, NULL, &measure), ==, SH_STATUS_OK);
  for (int i = 0; i < measure.n_results; i++)
    g_assert_cmpfloat (result->mine.results[i].value, ==, measure.results[i].value);
  /* The lowest point of the curve is the lowest pressure of the result. */
  {
    double lowest = G_MAXDOUBLE;

    for (gsize i = 0; i < result->record.n; i++)
      lowest = MIN (lowest, result->record.value[0][i]);
    g_assert_cmpfloat_with_epsilon (lowest, sh_measure_get (&measure, "avp_mmhg"), 0.01);
  }
}

static void
cancelled_test_gives_nothing (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  ShScenario scenario;

  sh_session_first_scenario (&scenario);
  g_cancellable_cancel (cancellable);
  g_assert_null (run (SH_TEST_APG, &scenario, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
impossible_leg_is_an_error (void)
{
  g_autoptr (GError) error = NULL;
  ShScenario scenario;

  sh_session_first_scenario (&scenario);
  scenario.leak[0] = 7.0;
  g_assert_null (run (SH_TEST_TIPTOE, &scenario, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/clinic/" name, function)
  ADD ("tests give curves and results of both legs", tests_give_curves_and_results_of_both_legs);
  ADD ("thread gives what the laboratory gives", thread_gives_what_the_laboratory_gives);
  ADD ("cancelled test gives nothing", cancelled_test_gives_nothing);
  ADD ("impossible leg is an error", impossible_leg_is_an_error);
  return g_test_run ();
}
