/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-lesson-private.h"

#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-key-lines.h"
#include "sh-scenario-keys.h"
#include "sh-scenario-resolve.h"

/* A step is shown for ten seconds when nothing is said, at most for ten minutes. */
#define DURATION_S 10.0
#define LONGEST_S 600.0

static const char *const keys[] = { "name",  "start", "caption", "clinical", "fact",     "view",
                                    "valve", "level", "against", "point",    "duration", "speed" };

static const char *const views[SH_N_LESSON_VIEWS] = { "stage",  "leg",     "slice", "lens",
                                                      "figure", "compare", "charts" };

/* In the order of ShPointKind. */
static const char *const points[] = { "nothing",  "muscle", "figure",   "heart", "slice",
                                      "pressure", "volume", "swelling", "chart" };

/* In the order of ShFact. */
static const char *const facts[SH_N_FACTS] = { "many-people",      "one-in-three",
                                               "calf-rare",        "valves-common",
                                               "stillness-common", "only-when-active" };

const char *const *
sh_lesson_fact_names (void)
{
  return facts;
}

const char *const *
sh_lesson_view_names (void)
{
  return views;
}

void
sh_lesson_step_free (ShLessonStep *step)
{
  g_free (step->name);
  g_free (step->caption);
  g_free (step->clinical);
  if (step->question != NULL)
    sh_lesson_question_free (step->question);
  g_free (step);
}

/* What is being read. */
typedef struct
{
  ShLessonStep *step;
  const GPtrArray *steps;
  GPtrArray *lines; /* of the scenario */
  ShMistakes *mistakes;
  const ShBlock *block;
} Reader;

static gboolean
is_step_key (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (keys[i], key) == 0)
      return TRUE;
  return FALSE;
}

static void
read_start (Reader *reader)
{
  static const char *const starts[] = { "go-on", "fresh" };
  const ShBlockLine *line = sh_block_find (reader->block, "start");
  int start = 0;

  if (line != NULL)
    sh_lesson_read_name (reader->mistakes, line, starts, G_N_ELEMENTS (starts), &start);
  reader->step->fresh = start == 1 || reader->steps->len == 0;
  if (reader->step->fresh)
    g_ptr_array_set_size (reader->lines, 0);
}

static void
read_words (Reader *reader)
{
  const struct
  {
    const char *key;
    char **text;
  } texts[] = {
    { "caption", &reader->step->caption },
    { "clinical", &reader->step->clinical },
    { "name", &reader->step->name },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const ShBlockLine *line = sh_block_find (reader->block, texts[i].key);

      if (line != NULL)
        *texts[i].text = sh_lesson_read_text (reader->mistakes, line);
      else if (i == 0)
        sh_lesson_missing (reader->mistakes, reader->block, texts[i].key);
    }
}

static void
check_step_name (Reader *reader)
{
  const ShBlockLine *line = sh_block_find (reader->block, "name");

  if (reader->step->name == NULL || sh_lesson_find_step (reader->steps, reader->step->name) < 0)
    return;
  sh_lesson_wrong_value (reader->mistakes, line,
                         C_ ("lesson file", "a name that no other step has"), NULL, 0);
}

static void
read_numbers (Reader *reader)
{
  const struct
  {
    const char *key;
    double low;
    double high;
    double *number;
  } numbers[] = {
    { "level", 0.0, 1.0, &reader->step->level },
    { "duration", 1.0, LONGEST_S, &reader->step->duration_s },
    { "speed", 0.1, 1.0, &reader->step->speed },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      const ShBlockLine *line = sh_block_find (reader->block, numbers[i].key);

      if (line != NULL)
        sh_lesson_read_number (reader->mistakes, line, numbers[i].low, numbers[i].high,
                               numbers[i].number);
    }
}

static void
read_view (Reader *reader)
{
  const ShBlockLine *view = sh_block_find (reader->block, "view");
  const ShBlockLine *valve = sh_block_find (reader->block, "valve");
  const ShBlockLine *fact = sh_block_find (reader->block, "fact");
  const char *names[SH_N_VALVES];
  int index = (int) reader->step->view;

  if (view != NULL &&
      sh_lesson_read_name (reader->mistakes, view, views, SH_N_LESSON_VIEWS, &index))
    reader->step->view = (ShLessonView) index;
  for (int i = 0; i < SH_N_VALVES; i++)
    names[i] = sh_valve_info ((ShValve) i)->name;
  if (valve != NULL && sh_lesson_read_name (reader->mistakes, valve, names, SH_N_VALVES, &index))
    reader->step->valve = (ShValve) index;
  if (fact != NULL && sh_lesson_read_name (reader->mistakes, fact, facts, SH_N_FACTS, &index))
    reader->step->fact = (ShFact) index;
}

static void
read_point (Reader *reader)
{
  const ShBlockLine *line = sh_block_find (reader->block, "point");
  const char *names[G_N_ELEMENTS (points) + SH_N_VALVES + SH_N_VEINS];
  gsize n = 0;

  if (line == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    names[n++] = points[i];
  for (int i = 0; i < SH_N_VALVES; i++)
    names[n++] = sh_valve_info ((ShValve) i)->name;
  for (int i = 0; i < SH_N_VEINS; i++)
    names[n++] = sh_vein_info ((ShVein) i)->name;
  for (gsize i = 0; i < n; i++)
    if (strcmp (names[i], line->value) == 0)
      {
        gsize valve = G_N_ELEMENTS (points);
        gsize vein = valve + SH_N_VALVES;

        reader->step->point.kind = i < valve  ? (ShPointKind) i
                                   : i < vein ? SH_POINT_VALVE
                                              : SH_POINT_VEIN;
        reader->step->point.id = i < valve ? 0 : (int) (i < vein ? i - valve : i - vein);
        return;
      }
  sh_lesson_wrong_value (reader->mistakes, line,
                         C_ ("lesson file", "nothing, muscle, figure, heart, slice, pressure, "
                                            "volume, swelling, chart, or the name of a valve or a "
                                            "vein"),
                         names, n);
}

/* A new activity brings its own posture and pace: what earlier steps said of them is over. */
static void
forget_manner (GPtrArray *lines)
{
  static const char *const manner[] = { "posture",     "pace",         "repetitions", "effort",
                                        "ankle-range", "toe-pointing", "inactive" };

  for (guint i = lines->len; i > 0; i--)
    {
      const ShKeyLine *line = g_ptr_array_index (lines, i - 1);

      for (gsize j = 0; j < G_N_ELEMENTS (manner); j++)
        if (strcmp (line->key, manner[j]) == 0)
          {
            g_ptr_array_remove_index (lines, i - 1);
            break;
          }
    }
}

static void
unknown_key (Reader *reader, const ShBlockLine *line)
{
  gsize n_scenario = 0;
  const ShScenarioKey *scenario = sh_scenario_keys (&n_scenario);
  const char *names[G_N_ELEMENTS (keys) + SH_N_KEYS];
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    names[n++] = keys[i];
  for (gsize i = 0; i < n_scenario; i++)
    names[n++] = scenario[i].key;
  sh_lesson_unknown_key (reader->mistakes, line,
                         C_ ("lesson file",
                             "name, start, caption, clinical, fact, view, valve, level, against, "
                             "point, duration, speed, or a key of the scenario (second-heart list "
                             "keys)"),
                         names, n);
}

static void
read_scenario_line (Reader *reader, const ShBlockLine *line)
{
  g_autofree char *where =
      g_strdup_printf ("%s:%u:%u", reader->mistakes->file, line->line, line->column);
  g_autofree char *value_where =
      g_strdup_printf ("%s:%u:%u", reader->mistakes->file, line->line, line->value_column);
  ShKeyLine *setting = sh_key_line_new (line->key, line->value, where, value_where);
  g_autoptr (GError) error = NULL;

  if (sh_scenario_check_line (setting, &error))
    {
      g_ptr_array_add (reader->lines, setting);
      return;
    }
  if (g_error_matches (error, SH_SCENARIO_ERROR, SH_SCENARIO_ERROR_KEY))
    unknown_key (reader, line);
  else
    sh_mistakes_add_message (reader->mistakes, error->message);
  sh_key_line_free (setting);
}

/* Works on copies, for the lines go on to the next step. */
static void
resolve (Reader *reader)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func ((GDestroyNotify) sh_key_line_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < reader->lines->len; i++)
    {
      const ShKeyLine *line = g_ptr_array_index (reader->lines, i);

      g_ptr_array_add (copies,
                       sh_key_line_new (line->key, line->value, line->where, line->value_where));
    }
  if (!sh_scenario_resolve (copies, &reader->step->scenario, &error))
    sh_mistakes_add_message (reader->mistakes, error->message);
}

static void
read_scenario (Reader *reader)
{
  if (sh_block_find (reader->block, "activity") != NULL)
    forget_manner (reader->lines);
  for (guint i = 0; i < reader->block->lines->len; i++)
    {
      const ShBlockLine *line = g_ptr_array_index (reader->block->lines, i);

      if (!is_step_key (line->key))
        read_scenario_line (reader, line);
    }
  resolve (reader);
}

/* The other leg of the compare view: a healthy one that does the same, or an earlier step's. */
static void
read_against (Reader *reader)
{
  const ShBlockLine *line = sh_block_find (reader->block, "against");
  ShLessonStep *step = reader->step;
  int index = line != NULL ? sh_lesson_find_step (reader->steps, line->value) : -1;

  step->has_against = line != NULL || step->view == SH_LESSON_VIEW_COMPARE;
  step->against = step->scenario;
  if (index >= 0)
    step->against = ((const ShLessonStep *) g_ptr_array_index (reader->steps, index))->scenario;
  else if (line == NULL || strcmp (line->value, "healthy") == 0)
    {
      memset (step->against.leak, 0, sizeof step->against.leak);
      memset (step->against.narrowing, 0, sizeof step->against.narrowing);
      memset (step->against.closed, 0, sizeof step->against.closed);
      step->against.calf_strength = 1.0;
      step->against.stocking_mmhg = 0.0;
    }
  else
    sh_lesson_wrong_value (reader->mistakes, line,
                           C_ ("lesson file", "healthy, or the name of an earlier step"), NULL, 0);
}

ShLessonStep *
sh_lesson_step_read (const ShBlock *block,
                     const GPtrArray *steps,
                     GPtrArray *lines,
                     ShMistakes *mistakes)
{
  ShLessonStep *step = g_new0 (ShLessonStep, 1);
  Reader reader = { step, steps, lines, mistakes, block };
  guint before = mistakes->n;

  step->duration_s = DURATION_S;
  step->speed = 1.0;
  step->level = 0.6;
  step->valve = SH_VALVE_POPLITEAL_1;
  step->fact = SH_FACT_NONE;
  read_start (&reader);
  read_words (&reader);
  check_step_name (&reader);
  read_numbers (&reader);
  read_view (&reader);
  read_point (&reader);
  read_scenario (&reader);
  read_against (&reader);
  if (mistakes->n == before)
    return step;
  sh_lesson_step_free (step);
  return NULL;
}
