/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-command.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-pair.h"
#include "sh-picture-file.h"
#include "sh-render-handout.h"
#include "sh-scenario-floor.h"
#include "sh-scene.h"

/* The largest picture: cairo's own limit of an image surface is 32767. */
#define LARGEST_SIDE 16384
#define SMALLEST_SIDE 16

/* The views of the stage's painter, and those that have painters of their own. */
enum
{
  VIEW_COMPARE = SH_N_VIEWS,
  VIEW_CHARTS,
  VIEW_HANDOUT,
  VIEW_WORKSHEET,
  N_ALL_VIEWS
};

/* What the command line said, as texts. */
typedef struct
{
  char **settings;
  char *against;
  char *at;
  char *view;
  char *size;
  char *theme;
  char *labels;
  char *level;
  char *valve;
  char *text_scale;
  gboolean reduced_motion;
  char *path;
  ShHandoutWords handout;
} Texts;

static void
texts_clear (Texts *texts)
{
  g_strfreev (texts->settings);
  g_free (texts->against);
  g_free (texts->at);
  g_free (texts->view);
  g_free (texts->size);
  g_free (texts->theme);
  g_free (texts->labels);
  g_free (texts->level);
  g_free (texts->valve);
  g_free (texts->text_scale);
  g_free (texts->path);
  sh_handout_words_clear (&texts->handout);
}

static gboolean
read_size (const char *text, ShSceneOptions *options)
{
  g_auto (GStrv) parts = NULL;
  guint64 width = 0;
  guint64 height = 0;
  g_autofree char *message = NULL;

  if (text == NULL)
    return TRUE;
  parts = g_strsplit (text, "x", 3);
  if (g_strv_length (parts) == 2 &&
      g_ascii_string_to_unsigned (parts[0], 10, SMALLEST_SIDE, LARGEST_SIDE, &width, NULL) &&
      g_ascii_string_to_unsigned (parts[1], 10, SMALLEST_SIDE, LARGEST_SIDE, &height, NULL))
    {
      options->width = (double) width;
      options->height = (double) height;
      return TRUE;
    }
  message = g_strdup_printf (
      C_ ("command", "wrong value \"%s\" for --size; allowed: WIDTHxHEIGHT, each from %d to %d"),
      text, SMALLEST_SIDE, LARGEST_SIDE);
  sh_cli_fail (SH_EXIT_USAGE, message);
  return FALSE;
}

static gboolean
read_valve (const char *text, ShSceneOptions *options)
{
  const char *names[SH_N_VALVES];
  int valve = (int) options->valve;

  for (int i = 0; i < SH_N_VALVES; i++)
    names[i] = sh_valve_info ((ShValve) i)->name;
  if (!sh_cli_choice ("--valve", text, names, SH_N_VALVES, &valve))
    return FALSE;
  options->valve = (ShValve) valve;
  return TRUE;
}

static gboolean
read_format (const char *path, ShPictureFormat *format)
{
  g_autofree char *message = NULL;

  if (path != NULL && sh_picture_format_of (path, format))
    return TRUE;
  if (path == NULL)
    message =
        g_strdup (C_ ("command", "--output is missing; allowed: FILE.png, FILE.svg, FILE.pdf"));
  else
    message = g_strdup_printf (
        C_ ("command", "wrong value \"%s\" for --output; allowed: FILE.png, FILE.svg, FILE.pdf"),
        path);
  sh_cli_fail (SH_EXIT_USAGE, message);
  return FALSE;
}

/* What is to be drawn: a picture of the stage's painter with its options, or another view. */
typedef struct
{
  int view;
  ShSceneOptions options;
  ShScenario scenario;
  ShScenario against; /* compare, charts: the other leg */
  gboolean has_against;
  double at_s;
  ShPictureFormat format;
  const char *path;
} Wish;

/* An option that the view has no use for is a mistake, not silence. */
static gboolean
check_view (const Texts *texts, int view)
{
  if (texts->against == NULL || view == VIEW_COMPARE || view == VIEW_CHARTS)
    return TRUE;
  sh_cli_fail (
      SH_EXIT_USAGE,
      C_ ("command", "--against is only for --view compare or charts; leave one of them out"));
  return FALSE;
}

static gboolean
read_texts (const Texts *texts, Wish *wish)
{
  static const char *const views[] = { "stage",   "leg",    "slice",   "lens",     "figure",
                                       "compare", "charts", "handout", "worksheet" };
  static const char *const themes[] = { "light", "dark", "projector", "dark-contrast" };
  static const char *const labels[] = { "none", "few", "all" };
  ShSceneOptions *options = &wish->options;
  int theme = (int) options->theme;
  int label = (int) options->labels;

  G_STATIC_ASSERT (G_N_ELEMENTS (views) == N_ALL_VIEWS && G_N_ELEMENTS (themes) == SH_N_THEMES);
  if (!sh_cli_choice ("--view", texts->view, views, N_ALL_VIEWS, &wish->view) ||
      !check_view (texts, wish->view) ||
      !sh_cli_choice ("--theme", texts->theme, themes, SH_N_THEMES, &theme) ||
      !sh_cli_choice ("--labels", texts->labels, labels, G_N_ELEMENTS (labels), &label) ||
      !sh_cli_number ("--at", texts->at, 0, 1e6, &wish->at_s) ||
      !sh_cli_number ("--level", texts->level, 0, 1, &options->level) ||
      !sh_cli_number ("--text-scale", texts->text_scale, 1, 2, &options->text_scale) ||
      !read_size (texts->size, options) || !read_valve (texts->valve, options) ||
      !read_format (texts->path, &wish->format))
    return FALSE;
  if (wish->view < SH_N_VIEWS)
    options->view = (ShView) wish->view;
  options->theme = (ShThemeId) theme;
  options->labels = (ShLabels) label;
  options->vector = wish->format != SH_PICTURE_PNG;
  options->reduced_motion = texts->reduced_motion;
  wish->path = texts->path;
  return TRUE;
}

static gboolean
write_cb (const void *bytes, gsize length, gpointer user_data)
{
  return sh_output_write (user_data, bytes, length);
}

/* What a picture shows can be run again: both legs where two are compared. */
static char *
scenario_text (const Wish *wish)
{
  g_autofree char *text = sh_scenario_to_text (&wish->scenario);
  g_autofree char *against = wish->view >= SH_N_VIEWS ? sh_scenario_to_text (&wish->against) : NULL;

  return against != NULL ? g_strconcat (text, "\n", against, NULL) : g_steal_pointer (&text);
}

static int
write_picture (ShPicturePaint paint, gpointer picture, const Wish *wish, ShOutput *output)
{
  g_autofree char *scenario = scenario_text (wish);
  g_autoptr (GError) error = NULL;

  sh_picture_write (wish->format, wish->options.width, wish->options.height, scenario, paint,
                    picture, write_cb, output, &error);
  if (error == NULL)
    return sh_output_close (output);
  sh_output_discard (output);
  return sh_cli_fail_error (SH_EXIT_FAILURE, error);
}

static void
draw_scene (cairo_t *cr, gpointer picture)
{
  sh_scene_draw (picture, cr);
}

static int
render_scene (const Wish *wish)
{
  ShScene scene = { 0 };
  ShProgress progress;
  int status = sh_scene_begin (&scene, &wish->scenario, &wish->options);
  ShOutput *output = status == 0 ? sh_output_open (wish->path) : NULL;

  if (output != NULL)
    {
      sh_progress_begin (&progress, output);
      sh_scene_run (&scene, wish->at_s, &progress);
      sh_progress_end (&progress);
      status = write_picture (draw_scene, &scene, wish, output);
    }
  else
    status = SH_EXIT_FAILURE;
  sh_scene_end (&scene);
  return status;
}

static void
draw_pair (cairo_t *cr, gpointer picture)
{
  sh_pair_draw (picture, cr);
}

/* The traces of both legs, and how they are to be drawn. */
typedef struct
{
  ShTraceSheet *sheet;
  ShTraceSheetOptions options;
} Charts;

static void
draw_charts (cairo_t *cr, gpointer picture)
{
  Charts *charts = picture;

  sh_trace_sheet_draw (charts->sheet, cr, &charts->options);
}

/* Runs both legs and draws what the wish asks for. */
static int
run_pair (ShPair *pair, const Wish *wish, ShOutput *output)
{
  ShProgress progress;
  Charts charts = { .options = { .theme = wish->options.theme,
                                 .labels = wish->options.labels,
                                 .width = wish->options.width,
                                 .height = wish->options.height,
                                 .text_scale = wish->options.text_scale } };
  int status;

  sh_progress_begin (&progress, output);
  if (wish->view == VIEW_CHARTS)
    charts.sheet = sh_pair_record (pair, wish->at_s, &progress);
  else
    sh_pair_run (pair, wish->at_s, &progress);
  sh_progress_end (&progress);
  if (wish->view != VIEW_CHARTS)
    return write_picture (draw_pair, pair, wish, output);
  if (wish->has_against)
    charts.options.other = C_ ("chart", "The other leg");
  status = write_picture (draw_charts, &charts, wish, output);
  sh_trace_sheet_free (charts.sheet);
  return status;
}

static int
render_pair (const Wish *wish)
{
  ShCompareOptions options = { .theme = wish->options.theme,
                               .labels = wish->options.labels,
                               .width = wish->options.width,
                               .height = wish->options.height,
                               .scale = wish->options.scale,
                               .text_scale = wish->options.text_scale,
                               .scenario = { wish->scenario, wish->against },
                               .vector = wish->options.vector };
  ShPair pair = { 0 };
  int status = sh_pair_begin (&pair, &options);
  ShOutput *output = status == 0 ? sh_output_open (wish->path) : NULL;

  if (output != NULL)
    status = run_pair (&pair, wish, output);
  else if (status == 0)
    status = SH_EXIT_FAILURE;
  sh_pair_end (&pair);
  return status;
}

/* Without another leg the comparison is with a healthy one of the same person, who does the same.
 */
static void
make_healthy (ShScenario *scenario)
{
  ShScenario healthy;

  sh_scenario_init (&healthy);
  memcpy (scenario->leak, healthy.leak, sizeof healthy.leak);
  memcpy (scenario->narrowing, healthy.narrowing, sizeof healthy.narrowing);
  memcpy (scenario->closed, healthy.closed, sizeof healthy.closed);
  scenario->calf_strength = healthy.calf_strength;
  scenario->stocking_mmhg = healthy.stocking_mmhg;
  scenario->tourniquet = healthy.tourniquet;
}

static int
render (const Texts *texts, Wish *wish)
{
  int status = 0;

  if (wish->view < SH_N_VIEWS)
    {
      wish->options.posture = wish->scenario.posture;
      wish->options.side = wish->scenario.side;
      return render_scene (wish);
    }
  if (wish->view == VIEW_HANDOUT)
    return sh_render_handout (&texts->handout, &wish->scenario,
                              texts->size != NULL ? wish->options.width : 0, wish->path);
  wish->against = wish->scenario;
  wish->has_against = texts->against != NULL;
  if (!wish->has_against)
    make_healthy (&wish->against);
  else
    status = sh_cli_scenario (texts->against, NULL, &wish->against);
  return status == 0 ? render_pair (wish) : status;
}

/* A worksheet is made of a lesson, everything else of a scenario. */
static int
render_file (const Texts *texts, Wish *wish, const char *file)
{
  double width_px = texts->size != NULL ? wish->options.width : 0;
  int status;

  if (wish->view == VIEW_WORKSHEET)
    return sh_render_worksheet (&texts->handout, file, width_px, wish->path);
  status = sh_cli_scenario (file, texts->settings, &wish->scenario);
  return status == 0 ? render (texts, wish) : status;
}

static int
run_render (int argc, char **argv)
{
  Texts texts = { 0 };
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &texts.settings,
      NC_ ("option", "set a key of the scenario"), "KEY=VALUE" },
    { "at", 0, 0, G_OPTION_ARG_STRING, &texts.at,
      NC_ ("option", "the instant of the run, in seconds (0)"), "S" },
    { "view", 0, 0, G_OPTION_ARG_STRING, &texts.view,
      NC_ ("option", "stage, leg, slice, lens, figure, compare, charts, handout or worksheet"),
      "VIEW" },
    { "against", 0, 0, G_OPTION_ARG_FILENAME, &texts.against,
      NC_ ("option", "compare, charts: the scenario of the other leg (a healthy one)"), "FILE" },
    { "size", 0, 0, G_OPTION_ARG_STRING, &texts.size,
      NC_ ("option", "size of the picture (1280x800)"), "WxH" },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &texts.theme,
      NC_ ("option", "light, dark, projector or dark-contrast"), "THEME" },
    { "labels", 0, 0, G_OPTION_ARG_STRING, &texts.labels, NC_ ("option", "none, few or all"),
      "LABELS" },
    { "level", 0, 0, G_OPTION_ARG_STRING, &texts.level,
      NC_ ("option", "height of the slice, from ankle (0) to knee (1)"), "LEVEL" },
    { "valve", 0, 0, G_OPTION_ARG_STRING, &texts.valve, NC_ ("option", "the valve under the lens"),
      "NAME" },
    { "text-scale", 0, 0, G_OPTION_ARG_STRING, &texts.text_scale,
      NC_ ("option", "size of the texts, from 1 to 2"), "SCALE" },
    { "reduced-motion", 0, 0, G_OPTION_ARG_NONE, &texts.reduced_motion,
      NC_ ("option", "mark the phase of the movement, for a row of key frames"), NULL },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &texts.handout.sheet,
      NC_ ("option", "handout: a4 or letter"), "SHEET" },
    { "clinic", 0, 0, G_OPTION_ARG_STRING, &texts.handout.clinic,
      NC_ ("option", "handout: the clinic's name"), "NAME" },
    { "contact", 0, 0, G_OPTION_ARG_STRING, &texts.handout.contact,
      NC_ ("option", "handout: where the clinic is and how it is called"), "TEXT" },
    { "address", 0, 0, G_OPTION_ARG_STRING, &texts.handout.address,
      NC_ ("option", "handout: the clinic's web address, as a QR code, too"), "ADDRESS" },
    { "logo", 0, 0, G_OPTION_ARG_FILENAME, &texts.handout.logo,
      NC_ ("option", "handout: the clinic's logo, a PNG or an SVG"), "FILE" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &texts.path,
      NC_ ("option", "the picture: FILE.png, FILE.svg or FILE.pdf"), "FILE" },
    { NULL }
  };
  Wish wish = { .view = SH_VIEW_STAGE, .format = SH_PICTURE_PNG };
  int status = SH_EXIT_USAGE;

  sh_scene_options_init (&wish.options);
  if (sh_cli_parse (&sh_command_render_info, "[FILE]", entries, &argc, &argv, 1) &&
      read_texts (&texts, &wish))
    status = render_file (&texts, &wish, argc > 1 ? argv[1] : NULL);
  texts_clear (&texts);
  return status;
}

const ShCommand sh_command_render_info = { "render",
                                           NC_ ("command", "Draws one instant as PNG, SVG or PDF."),
                                           run_render };
