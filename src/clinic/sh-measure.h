/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <math.h>
#include <stdbool.h>

#include "sh-model.h"

/** The tests of the laboratory. */
typedef enum
{
  SH_TEST_TIPTOE,   /* pressure in a foot vein over ten heel raises */
  SH_TEST_APG,      /* air plethysmography: volume of the lower leg */
  SH_TEST_STEADY,   /* an activity until it is steady, then stillness */
  SH_TEST_REFLUX,   /* duplex ultrasound: how long each valve lets blood fall back */
  SH_TEST_SWELLING, /* strain gauge: how the lower leg swells */
  SH_TEST_CUFF,     /* which pressure from outside narrows and closes the calf's veins */
  SH_TEST_PEAKS,    /* highest and lowest values while the scenario runs */
  SH_N_TESTS,
  SH_TEST_NONE = -1
} ShTest;

/** The name of @test on the command line, such as "tiptoe". */
const char *sh_test_name (ShTest test);
/** What @test is called by people: English, marked for translation in context "test". */
const char *sh_test_label (ShTest test);
/** Finds a test by its name; SH_TEST_NONE when there is none. */
ShTest sh_test_from_name (const char *name);

/** The longest name of a result, with its end: "narrowing_mmhg:great-saphenous-thigh". */
#define SH_RESULT_NAME_SIZE 48
/** More results than this has no test: `reflux` has two for each valve. */
#define SH_MEASURE_SIZE (2 * SH_N_VALVES + 4)

/** The value of a result that does not exist: no fall, never refilled, never closed. */
#define SH_NO_RESULT ((double) NAN)

/** One number that a test gives. */
typedef struct
{
  char name[SH_RESULT_NAME_SIZE]; /* with its unit: "rt90_s", "reflux_s:popliteal-1" */
  double value;                   /* SH_NO_RESULT when the result does not exist */
} ShResult;

/** What a test gives, in the order in which it is reported. */
typedef struct
{
  ShTest test;
  int n_results;
  ShResult results[SH_MEASURE_SIZE];
} ShMeasure;

/** The part of a test that goes on at present, for whoever draws its curve. */
typedef enum
{
  SH_STEP_STILL,   /* before anything is done, or waiting for the leg to fill */
  SH_STEP_MOVING,  /* the exercise, or the squeeze */
  SH_STEP_RECOVERY /* still again */
} ShStep;

/**
 * Sees the leg at every sample of a test: for drawing the laboratory's own curve.
 *
 * @frame: the instant; its time starts anew whenever the test starts anew with a leg
 * @step: which part of the test goes on
 * @data: as given
 *
 * Returns: whether the test goes on; false ends it with SH_STATUS_STOPPED.
 */
typedef bool (*ShWatch) (const ShFrame *frame, ShStep step, void *data);

/** How a test is done. All zero is the usual way. */
typedef struct
{
  double duration_s; /* `swelling` and `peaks`: how long; 0 takes sh_test_duration_s() */
  ShWatch watch;     /* (nullable) */
  void *watch_data;
} ShMeasureOptions;

/** How long @test runs a scenario when nothing is said, in seconds; 0 for the tests that find
 * their end themselves. */
double sh_test_duration_s (ShTest test);

/**
 * Does a test on a leg that lives by @scenario; what the test keeps of it stands in
 * sh-exam.h at each test's own function.
 *
 * @options: (nullable): NULL is the usual way
 * @measure: (out caller-allocates): only whole when SH_STATUS_OK is returned
 *
 * Returns: SH_STATUS_OK, SH_STATUS_STOPPED when the watcher wanted no more, or why the leg could
 * not be made.
 */
ShStatus sh_measure (ShTest test,
                     const ShScenario *scenario,
                     const ShMeasureOptions *options,
                     ShMeasure *measure);

/** The value of the result called @name; NaN when it does not exist or there is none of the name.
 */
double sh_measure_get (const ShMeasure *measure, const char *name);
/** Whether the measure has a result called @name, be its value NaN or not. */
bool sh_measure_has (const ShMeasure *measure, const char *name);
