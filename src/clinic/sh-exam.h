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

/* The tests. Each starts with a leg that lives by @scenario, or by what it keeps of it, and takes
 * and returns what sh_measure() does; the names of its results are those that it adds. */

/**
 * Ambulatory venous pressure: a needle in a vein on the back of the foot, standing still, ten heel
 * raises at one a second, standing still again (Nicolaides & Zukowski 1986 World J Surg; Nicolaides
 * 2000 Circulation 102:e126). RT90 runs from the end of the tenth raise until 90 % of the fall is
 * made good and stays so.
 *
 * Keeps all of the scenario but posture, activity, pace and repetitions.
 */
ShStatus
sh_measure_tiptoe (const ShScenario *scenario, const ShMeasureOptions *options, ShMeasure *measure);

/**
 * Air plethysmography of the lower leg, blood and water from knee joint to sole (Christopoulos 1987
 * J Vasc Surg 5:148): the leg is raised until it is empty, then the person stands with the weight
 * on the other leg until it is full (VV; VFI = 90 % of VV / the time that took, from the moment the
 * leg comes down; getting up takes a few seconds); one heel raise
 * gives the ejected volume EV and EF = EV / VV; full again, ten raises give the residual volume RV
 * above the empty leg and RVF = RV / VV.
 *
 * Keeps all of the scenario but posture, activity, pace and repetitions.
 */
ShStatus
sh_measure_apg (const ShScenario *scenario, const ShMeasureOptions *options, ShMeasure *measure);

/**
 * An activity until it is steady, as on the treadmill of the 1949 studies of the saphenous vein at
 * the ankle (J Clin Invest 1949; Stick 1992 J Appl Physiol 72:2063): 120 s, means over the last
 * 30 s, then still. The fall is reckoned from standing still whatever the posture, so that
 * activities can be compared; the recovery is that to 90 % of the fall in the activity's own
 * posture.
 *
 * Keeps all of the scenario.
 */
ShStatus
sh_measure_steady (const ShScenario *scenario, const ShMeasureOptions *options, ShMeasure *measure);

/**
 * Duplex ultrasound of every valve: standing still, a cuff squeezes the calf with 100 mmHg for a
 * second and lets go within 0.3 s (van Bemmelen's cuff method; cut-offs of Labropoulos 2003). The
 * reflux time is how long blood runs backward through the valve after the release; 0 when it does
 * not, NaN when it never ends or the vein is closed. A perforator runs backward when it runs
 * outward.
 *
 * Keeps all of the scenario but posture and activity.
 */
ShStatus
sh_measure_reflux (const ShScenario *scenario, const ShMeasureOptions *options, ShMeasure *measure);

/**
 * Strain gauge around the calf while the scenario runs (Stick 1989, 1990): the slow swelling from
 * minute 2, when the veins have filled, to minute 12, and to the end; volumes are those of the
 * lower leg, blood and water apart and together. What begins after the run has ended does not
 * exist.
 *
 * Keeps all of the scenario; runs for @options->duration_s.
 */
ShStatus sh_measure_swelling (const ShScenario *scenario,
                              const ShMeasureOptions *options,
                              ShMeasure *measure);

/**
 * Which pressure from outside it takes: still in the scenario's posture, an even pressure over the
 * calf rises slowly while the veins are watched by ultrasound (Partsch & Partsch 2005). A vein is
 * narrowed at half of the area it had without the cuff and closed at a tenth.
 *
 * Keeps all of the scenario but the activity.
 */
ShStatus
sh_measure_cuff (const ShScenario *scenario, const ShMeasureOptions *options, ShMeasure *measure);

/**
 * What single veins do while the scenario runs from stillness: the value before the first movement,
 * the lowest, the mean and the highest of pressures, of the velocity in the popliteal vein and at
 * the groin, and of the inflow.
 *
 * Keeps all of the scenario; runs for @options->duration_s.
 */
ShStatus
sh_measure_peaks (const ShScenario *scenario, const ShMeasureOptions *options, ShMeasure *measure);
