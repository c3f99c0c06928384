/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A few numbers of a dozen legs, kept in answers.ini: whoever changes what the model computes sees
 * here what it changes. Run with SH_RENEW_ANSWERS=1 the test writes the file anew instead. The
 * same legs are integrated in steps half as long and must answer the same. */

#include <glib.h>
#include <math.h>

#include "sh-leg-private.h"
#include "sh-test-legs.h"

/* What the stored numbers may differ by: other processors and libraries round otherwise, and a
 * valve may then shut a step earlier. */
#define STORED_PART 0.002
/* What steps of half the length may change: a part of the number, or of full scale below it. */
#define HALVED_PART 0.01

typedef struct
{
  const char *name;
  ShActivity activity;
  ShPosture posture; /* SH_POSTURE_NONE: the activity's own */
  double leak;       /* of every valve */
  double stocking_mmhg;
  double iliac; /* narrowing */
  int repetitions;
  double seconds;
} ShCase;

#define OWN SH_POSTURE_NONE

/* clang-format off */
static const ShCase cases[] = {
  /* name                     activity                  posture              leak stock iliac  n  seconds */
  { "standing",               SH_ACTIVITY_REST,         SH_POSTURE_STANDING, 0.0,  0.0, 0.0,   0,  30.0 },
  { "lying-all-leak",         SH_ACTIVITY_REST,         SH_POSTURE_LYING,    1.0,  0.0, 0.0,   0,  30.0 },
  { "ten-heel-raises",        SH_ACTIVITY_HEEL_RAISES,  OWN,                 0.0,  0.0, 0.0,  10,  20.0 },
  { "heel-raises-half-leak",  SH_ACTIVITY_HEEL_RAISES,  OWN,                 0.5,  0.0, 0.0,  10,  20.0 },
  { "heel-raises-all-leak",   SH_ACTIVITY_HEEL_RAISES,  OWN,                 1.0,  0.0, 0.0,  10,  20.0 },
  { "walking",                SH_ACTIVITY_WALKING,      OWN,                 0.0,  0.0, 0.0,   0,  30.0 },
  { "walking-all-leak",       SH_ACTIVITY_WALKING,      OWN,                 1.0,  0.0, 0.0,   0,  30.0 },
  { "walking-stocking",       SH_ACTIVITY_WALKING,      OWN,                 0.7, 25.0, 0.0,   0,  30.0 },
  { "walking-pelvic-clot",    SH_ACTIVITY_WALKING,      OWN,                 0.3,  0.0, 0.8,   0,  30.0 },
  { "cycling",                SH_ACTIVITY_CYCLING,      OWN,                 0.0,  0.0, 0.0,   0,  30.0 },
  { "running",                SH_ACTIVITY_RUNNING,      OWN,                 0.0,  0.0, 0.0,   0,  20.0 },
  { "ankle-pumps-sitting",    SH_ACTIVITY_ANKLE_PUMPS,  SH_POSTURE_SITTING,  0.2,  0.0, 0.0,   0,  30.0 },
};
/* clang-format on */

enum
{
  FOOT_MEAN_MMHG,
  FOOT_LOWEST_MMHG,
  POPLITEAL_HIGHEST_MMHG,
  CALF_MEAN_ML,
  CALF_LAST_ML,
  SENT_UP_ML,
  FELL_BACK_ML,
  INFLOW_ML,
  N_ANSWERS
};

static const char *const names[N_ANSWERS] = { "foot_mean_mmhg",         "foot_lowest_mmhg",
                                              "popliteal_highest_mmhg", "calf_mean_ml",
                                              "calf_last_ml",           "sent_up_ml",
                                              "fell_back_ml",           "inflow_ml" };
/* Full scale of each, for what is near zero. */
static const double scales[N_ANSWERS] = { 100.0, 100.0, 100.0, 100.0, 100.0, 100.0, 100.0, 100.0 };

static void
configure (const ShCase *c, ShScenario *scenario)
{
  sh_test_scenario (scenario, c->activity);
  if (c->posture != SH_POSTURE_NONE)
    scenario->posture = c->posture;
  sh_test_leak_all (scenario, c->leak);
  scenario->stocking_mmhg = c->stocking_mmhg;
  scenario->narrowing[SH_VEIN_ILIAC] = c->iliac;
  scenario->repetitions = c->repetitions;
}

static void
answer (const ShCase *c, const ShFineness *fineness, double answers[N_ANSWERS])
{
  ShLeg *leg = sh_leg_new ();
  ShScenario scenario;
  ShFrame frame;
  int n = (int) lround (c->seconds * 50.0);

  configure (c, &scenario);
  sh_leg_set_fineness (leg, fineness);
  g_assert_cmpint (sh_leg_reset (leg, &scenario), ==, SH_STATUS_OK);
  memset (answers, 0, N_ANSWERS * sizeof *answers);
  answers[FOOT_LOWEST_MMHG] = 1e3;
  for (int i = 0; i < n; i++)
    {
      sh_leg_advance (leg, 0.02);
      sh_leg_read (leg, &frame);
      answers[FOOT_MEAN_MMHG] += frame.pressure_mmhg[SH_VEIN_DORSAL_FOOT] / n;
      answers[FOOT_LOWEST_MMHG] =
          MIN (answers[FOOT_LOWEST_MMHG], frame.pressure_mmhg[SH_VEIN_DORSAL_FOOT]);
      answers[POPLITEAL_HIGHEST_MMHG] =
          MAX (answers[POPLITEAL_HIGHEST_MMHG], frame.pressure_mmhg[SH_VEIN_POPLITEAL]);
      answers[CALF_MEAN_ML] += frame.calf_blood_ml / n;
    }
  answers[CALF_LAST_ML] = frame.calf_blood_ml;
  answers[SENT_UP_ML] = frame.totals.below_knee_up_ml;
  answers[FELL_BACK_ML] = frame.totals.below_knee_down_ml;
  answers[INFLOW_ML] = frame.totals.inflow_ml;
  sh_leg_free (leg);
}

static char *
stored_path (void)
{
  return g_test_build_filename (G_TEST_DIST, "model", "answers.ini", NULL);
}

static void
renew (void)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = stored_path ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double answers[N_ANSWERS];

      answer (&cases[i], &sh_fineness_usual, answers);
      for (int k = 0; k < N_ANSWERS; k++)
        {
          char text[G_ASCII_DTOSTR_BUF_SIZE];

          g_ascii_formatd (text, sizeof text, "%.6g", answers[k]);
          g_key_file_set_string (file, cases[i].name, names[k], text);
        }
    }
  g_key_file_set_comment (file, NULL, NULL,
                          " SPDX-FileCopyrightText: The Second Heart authors\n"
                          " SPDX-License-Identifier: GPL-3.0-or-later\n"
                          " Written by test-model-answers with SH_RENEW_ANSWERS=1.",
                          &error);
  g_assert_no_error (error);
  g_key_file_save_to_file (file, path, &error);
  g_assert_no_error (error);
}

static void
test_stored (void)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = stored_path ();

  if (g_getenv ("SH_RENEW_ANSWERS") != NULL)
    renew ();
  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double answers[N_ANSWERS];

      answer (&cases[i], &sh_fineness_usual, answers);
      for (int k = 0; k < N_ANSWERS; k++)
        {
          double stored = g_key_file_get_double (file, cases[i].name, names[k], &error);

          g_assert_no_error (error);
          if (fabs (answers[k] - stored) > STORED_PART * fmax (fabs (stored), 0.1 * scales[k]))
            {
              g_test_message ("%s of %s: %g, stored %g. When that is meant, look at the others too "
                              "and run SH_RENEW_ANSWERS=1 meson test -C _build answers",
                              names[k], cases[i].name, answers[k], stored);
              g_test_fail ();
            }
        }
    }
}

static void
test_halved (void)
{
  ShFineness half = sh_fineness_usual;
  double worst = 0.0;

  half.tolerance_mmhg /= 4.0; /* it grows with the square of the step */
  half.shortest_ns /= 2;
  half.longest_ns /= 2;
  half.longest_still_ns /= 2;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double whole[N_ANSWERS], halved[N_ANSWERS];

      answer (&cases[i], &sh_fineness_usual, whole);
      answer (&cases[i], &half, halved);
      for (int k = 0; k < N_ANSWERS; k++)
        {
          double part = fabs (whole[k] - halved[k]) / fmax (fabs (halved[k]), scales[k]);

          worst = fmax (worst, part);
          if (part > HALVED_PART)
            {
              g_test_message ("%s of %s: %g, in half steps %g", names[k], cases[i].name, whole[k],
                              halved[k]);
              g_test_fail ();
            }
        }
    }
  g_test_message ("half the step changes the answers by %.2f %% at most", 100.0 * worst);
}

/** Steps of 1 and of 2 ms, whatever the error. */
static void
test_even_steps (void)
{
  double worst = 0.0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ShCase c = cases[i];
      double answers[2][N_ANSWERS];

      c.seconds = 6.0;
      for (int k = 0; k < 2; k++)
        {
          int64_t step_ns = (k + 1) * (SH_NS_PER_S / 1000);
          ShFineness even = { 1e6, step_ns, step_ns, step_ns };

          answer (&c, &even, answers[k]);
        }
      for (int k = 0; k < N_ANSWERS; k++)
        worst = fmax (worst, fabs (answers[0][k] - answers[1][k]) /
                                 fmax (fabs (answers[0][k]), scales[k]));
    }
  g_test_message ("steps of 1 and 2 ms differ by %.2f %% at most", 100.0 * worst);
  g_assert_cmpfloat (worst, <, 0.005);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/answers/they are the stored ones", test_stored);
  g_test_add_func ("/model/answers/half the step gives the same", test_halved);
  g_test_add_func ("/model/answers/one and two milliseconds give the same", test_even_steps);
  return g_test_run ();
}
