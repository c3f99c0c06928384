/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stddef.h>

#include "sh-measure.h"
#include "sh-trace.h"

/* What the tests of the laboratory share; private to this floor. */

/** How often the leg is looked at while something moves, in seconds: quick enough for the shape of
 * one contraction (0.3 s and longer). */
#define SH_SAMPLE_QUICK_S 0.02
/** The same while the leg only fills: its quickest event is a breath of 4 s. */
#define SH_SAMPLE_SLOW_S 0.1
/** Who has not refilled by then never does: the laboratory stops waiting (the contract's limit). */
#define SH_PATIENCE_S 300.0
/** A fall of pressure below this is the swing of breathing (1.5 mmHg at the heart, 2 mmHg in the
 * belly), not a fall. */
#define SH_FALL_MMHG 2.0

/** A leg under examination: the leg, the instant it was last looked at, and the trace so far. */
typedef struct
{
  ShLeg *leg;
  ShFrame frame;
  ShStep step;
  double elapsed_s; /* since the examination began */
  ShStatus status;  /* the first thing that went wrong; nothing goes on after it */
  const ShMeasureOptions *options;
} ShExam;

/** What is read from a frame, such as the pressure in the foot. */
typedef double (*ShSignal) (const ShFrame *frame);

/** The foot's pressure: `dorsal-foot`, mmHg. */
double sh_signal_foot_mmhg (const ShFrame *frame);
/** The ankle's pressure: `great-saphenous-ankle`, mmHg. */
double sh_signal_ankle_mmhg (const ShFrame *frame);
/** Blood and water of the lower leg, mL, from an arbitrary zero. */
double sh_signal_volume_ml (const ShFrame *frame);

/**
 * Lets a person of @scenario be settled and still, and begins. @exam->status tells whether that
 * went well; the calls below do nothing when it did not, so that a test reads straight down.
 */
void sh_exam_begin (ShExam *exam, const ShScenario *scenario, const ShMeasureOptions *options);

/** Lets the person do something else from now on, keeping blood, water and time. */
void sh_exam_configure (ShExam *exam, const ShScenario *scenario, ShStep step);

/** Goes on for @sample_s and looks. Returns: whether to go on. */
bool sh_exam_look (ShExam *exam, double sample_s);

/** Records the present value of @signal into @trace. Returns: whether to go on. */
bool sh_exam_note (ShExam *exam, ShSignal signal, ShTrace *trace);

/** Goes on for @seconds and records @signal into @trace every @sample_s. Returns: whether to go
 * on. */
bool
sh_exam_record (ShExam *exam, double seconds, double sample_s, ShSignal signal, ShTrace *trace);

/**
 * Waits until @signal has come back to @level and stays there, as who reads a paper curve by eye
 * would call it; what @trace holds from @from_s on counts too.
 *
 * Returns: seconds from @from_s, or NaN when SH_PATIENCE_S did not suffice.
 */
double sh_exam_wait (ShExam *exam, ShSignal signal, ShTrace *trace, double from_s, double level);

/** Ends the examination and frees the leg. Returns: how it went. */
ShStatus sh_exam_end (ShExam *exam);

/** Starts the list of results anew. */
void sh_measure_init (ShMeasure *measure, ShTest test);
/** Adds a result. */
void sh_measure_add (ShMeasure *measure, const char *name, double value);
/** Adds the result of a place: "NAME:PLACE". */
void sh_measure_add_at (ShMeasure *measure, const char *name, const char *place, double value);

/** What is left of @scenario for the tests that set posture and movement themselves: standing
 * still. */
ShScenario sh_scenario_standing_still (const ShScenario *scenario);
/** The same with @repetitions heel raises at the laboratory's pace of 60 a minute. */
ShScenario sh_scenario_heel_raises (const ShScenario *scenario, int repetitions);

/* The tests; each header comment stands at its function. */
ShStatus
sh_measure_tiptoe (const ShScenario *scenario, const ShMeasureOptions *options, ShMeasure *measure);
ShStatus
sh_measure_apg (const ShScenario *scenario, const ShMeasureOptions *options, ShMeasure *measure);
ShStatus
sh_measure_steady (const ShScenario *scenario, const ShMeasureOptions *options, ShMeasure *measure);
ShStatus
sh_measure_reflux (const ShScenario *scenario, const ShMeasureOptions *options, ShMeasure *measure);
ShStatus sh_measure_swelling (const ShScenario *scenario,
                              const ShMeasureOptions *options,
                              ShMeasure *measure);
ShStatus
sh_measure_cuff (const ShScenario *scenario, const ShMeasureOptions *options, ShMeasure *measure);
ShStatus
sh_measure_peaks (const ShScenario *scenario, const ShMeasureOptions *options, ShMeasure *measure);
