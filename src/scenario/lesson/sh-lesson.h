/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "sh-mistakes.h"
#include "sh-model.h"

/* A lesson: steps that each set up the leg, say something about it, may ask what will happen, and
 * run for a while. The format of the files is told in resources/lessons/README.md. Texts are kept
 * as the file has them; whoever shows them passes them through sh_lesson_words(). */

/** What a step shows. */
typedef enum
{
  SH_LESSON_VIEW_STAGE,
  SH_LESSON_VIEW_LEG,
  SH_LESSON_VIEW_SLICE,
  SH_LESSON_VIEW_LENS,
  SH_LESSON_VIEW_FIGURE,
  SH_LESSON_VIEW_COMPARE,
  SH_LESSON_VIEW_CHARTS,
  SH_N_LESSON_VIEWS
} ShLessonView;

/** Quick facts that a step can show; their words are in the story floor. */
typedef enum
{
  SH_FACT_MANY_PEOPLE,
  SH_FACT_ONE_IN_THREE,
  SH_FACT_CALF_RARE,
  SH_FACT_VALVES_COMMON,
  SH_FACT_STILLNESS_COMMON,
  SH_FACT_ONLY_WHEN_ACTIVE,
  SH_N_FACTS,
  SH_FACT_NONE = -1
} ShFact;

/** What a step points at. */
typedef enum
{
  SH_POINT_NOTHING,
  SH_POINT_MUSCLE,
  SH_POINT_FIGURE,
  SH_POINT_HEART,
  SH_POINT_SLICE,
  SH_POINT_PRESSURE, /* the readout of ankle pressure */
  SH_POINT_VOLUME,
  SH_POINT_SWELLING,
  SH_POINT_CHART,
  SH_POINT_VALVE, /* with an id */
  SH_POINT_VEIN   /* with an id */
} ShPointKind;

typedef struct
{
  ShPointKind kind;
  int id; /* ShValve or ShVein */
} ShLessonPoint;

/** What a question asks for, read from the run of its step. */
typedef enum
{
  SH_LESSON_ANKLE_PRESSURE, /* mmHg */
  SH_LESSON_FOOT_PRESSURE,  /* mmHg */
  SH_LESSON_CALF_BLOOD,     /* mL */
  SH_LESSON_SWELLING,       /* % */
  SH_LESSON_SENT_UP,        /* mL/min */
  SH_LESSON_FELL_BACK,      /* mL/min */
  SH_LESSON_NET,            /* mL/min */
  SH_N_LESSON_MEASURES
} ShLessonMeasure;

/** Which value of the run counts. */
typedef enum
{
  SH_WHEN_MEAN, /* over the second half, when the start has died away */
  SH_WHEN_END,  /* over the last two seconds */
  SH_WHEN_LOWEST,
  SH_WHEN_HIGHEST,
  SH_N_WHENS
} ShLessonWhen;

/** What a choice says will happen. */
typedef enum
{
  SH_OUTCOME_FALLS,
  SH_OUTCOME_STAYS,
  SH_OUTCOME_RISES,
  SH_OUTCOME_BAND /* the value lies from low to high */
} ShOutcome;

typedef struct
{
  ShOutcome outcome;
  double low; /* of a band; -INFINITY without one */
  double high;
  char *text;    /* what the visitor chooses */
  char *because; /* why it is so when it is so */
} ShLessonChoice;

#define SH_LESSON_CHOICES_MAX 5

typedef struct
{
  char *ask;
  gboolean curve; /* the visitor draws the measure over the run instead of choosing */
  ShLessonMeasure measure;
  ShLessonWhen when;
  int against;   /* the step whose run the value is compared with; -1 for bands and curves */
  double within; /* what counts as the same, or as near, in the measure's unit */
  int n_choices;
  ShLessonChoice choices[SH_LESSON_CHOICES_MAX];
  char *because; /* of a curve */
} ShLessonQuestion;

typedef struct
{
  char *name;     /* (nullable): that later steps speak of */
  char *caption;  /* plain words */
  char *clinical; /* (nullable) */
  ShFact fact;    /* SH_FACT_NONE without one */
  gboolean fresh; /* a new run, settled and still, instead of going on */
  ShScenario scenario;
  ShLessonView view;
  ShValve valve; /* under the lens */
  double level;  /* of the slice, 0…1 */
  gboolean has_against;
  ShScenario against; /* the other leg of the compare view */
  ShLessonPoint point;
  double duration_s;          /* of shown time, until the step is over by itself */
  double speed;               /* 0.1…1: slow motion */
  ShLessonQuestion *question; /* (nullable) */
} ShLessonStep;

typedef struct
{
  char *id; /* the file's name without its ending */
  char *title;
  char *summary;    /* (nullable) */
  GPtrArray *steps; /* (element-type ShLessonStep) */
} ShLesson;

/** Lessons never change once read and may be held by many. */
ShLesson *sh_lesson_ref (ShLesson *lesson);
void sh_lesson_unref (ShLesson *lesson);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShLesson, sh_lesson_unref)

/** Step @index of @lesson, or NULL beyond the last. Returns: (transfer none) */
const ShLessonStep *sh_lesson_step (const ShLesson *lesson, int index);
/** How many steps there are; at least one. */
int sh_lesson_n_steps (const ShLesson *lesson);

/** How many seconds of the model one shown second of a step is: its speed, times an hour in a
 * minute while the person is inactive and still. */
double sh_lesson_step_rate (const ShLessonStep *step);

/** A text of a lesson in the reader's language. Returns: (transfer none): @text itself when there
 * is no translation. */
const char *sh_lesson_words (const char *text);

/** The words that a file has for views, as in resources/lessons/README.md, in the order of their
 * values. Returns: (transfer none) (array zero-terminated=1) */
const char *const *sh_lesson_view_names (void);
/** The same for what a question measures. */
const char *const *sh_lesson_measure_names (void);
/** The same for when it is measured. */
const char *const *sh_lesson_when_names (void);
/** The same for quick facts. */
const char *const *sh_lesson_fact_names (void);

/**
 * Reads a lesson.
 *
 * @text: (array length=length): may hold any bytes
 * @id: the lesson's name
 * @mistakes: everything that is wrong is told there
 *
 * Returns: (transfer full) (nullable): NULL when anything is wrong; a half-read lesson is never
 * used.
 */
ShLesson *sh_lesson_parse (const char *text, gsize length, const char *id, ShMistakes *mistakes);

/** As sh_lesson_parse(), from a file, with the first mistake as the error.
 * Returns: (transfer full) (nullable) */
ShLesson *sh_lesson_load (const char *path, GError **error);
