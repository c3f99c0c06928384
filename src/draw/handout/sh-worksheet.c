/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-worksheet.h"

#include <math.h>

#include <cairo-pdf.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-answer-axes.h"
#include "sh-cautions.h"
#include "sh-lesson-feedback.h"
#include "sh-lesson-player.h"
#include "sh-page.h"
#include "sh-stage-painter.h"

/* In points. */
#define MARGIN 44.0
#define GAP 18.0
#define TITLE_PT 20.0
#define HEADING_PT 12.5
#define TEXT_PT 11.0
#define SMALL_PT 9.0
#define PICTURE_HEIGHT_PT 262.0
#define BOX_PT 10.0
#define LINE_PT 22.0 /* between two lines to write on */
#define AXES_HEIGHT_PT 140.0

struct _ShWorksheet
{
  ShArt *art;
  ShLesson *lesson;
  ShLessonPlayer *player; /* works out the answers */
  ShSheet sheet;
  char *title;
  int n_pages;
};

/* Goes through all pages and draws the one that is wanted. */
typedef struct
{
  ShWorksheet *worksheet;
  ShPage page;
  int number;
  int wanted; /* -1: none, only count */
  double scale;
  gboolean vector;
} Pager;

static void
draw_foot (Pager *pager)
{
  double y = pager->page.y;

  pager->page.y = pager->page.height - MARGIN * 0.75;
  sh_page_text (&pager->page, sh_caution_education (), SMALL_PT, SH_INK_QUIET);
  pager->page.y = y;
}

static void
begin_page (Pager *pager, int number)
{
  pager->number = number;
  pager->page.draws = number == pager->wanted;
  pager->page.y = MARGIN;
  draw_foot (pager);
}

/* Turns the page when @height does not fit any more. */
static void
need (Pager *pager, double height)
{
  if (pager->page.y + height > pager->page.height - MARGIN)
    begin_page (pager, pager->number + 1);
}

static const ShLessonStep *
step_of (Pager *pager, int index)
{
  return sh_lesson_step (pager->worksheet->lesson, index);
}

/* The step that is pictured: the first one that is asked about, just before its question. */
static int
pictured_step (const ShLesson *lesson)
{
  for (int i = 1; i < sh_lesson_n_steps (lesson); i++)
    if (sh_lesson_step (lesson, i)->question != NULL)
      return i - 1;
  return 0;
}

static void
draw_picture (Pager *pager, double left, double width)
{
  const ShLessonStep *step = step_of (pager, pictured_step (pager->worksheet->lesson));
  g_autoptr (ShStagePainter) painter = sh_stage_painter_new (pager->worksheet->art);
  cairo_t *cr = pager->page.cr;
  ShLeg *leg = sh_leg_new ();
  ShSceneOptions options;
  ShFrame frame;

  sh_scene_options_init (&options);
  options.view = SH_VIEW_LEG;
  options.labels = SH_LABELS_FEW;
  options.width = width;
  options.height = PICTURE_HEIGHT_PT;
  options.scale = pager->scale;
  options.vector = pager->vector;
  options.posture = step->scenario.posture;
  options.side = step->scenario.side;
  options.text_scale = 1;
  sh_stage_painter_configure (painter, &options);
  if (leg != NULL && sh_leg_reset (leg, &step->scenario) == SH_STATUS_OK)
    for (double s = 0; s < 8; s += 1.0 / 30)
      {
        sh_leg_advance (leg, 1.0 / 30);
        sh_leg_read (leg, &frame);
        sh_stage_painter_advance (painter, &frame, 1.0 / 30);
      }
  cairo_save (cr);
  cairo_translate (cr, sh_page_x (&pager->page, left, width), pager->page.y);
  cairo_rectangle (cr, 0, 0, width, PICTURE_HEIGHT_PT);
  cairo_clip (cr);
  sh_stage_painter_draw_still (painter, cr);
  sh_stage_painter_draw_moving (painter, cr, &frame);
  cairo_restore (cr);
  g_clear_pointer (&leg, sh_leg_free);
}

/* What happens, step by step, beside the picture; as many steps as there is room for. */
static void
draw_story (Pager *pager, double bottom)
{
  ShPage *page = &pager->page;

  for (int i = 0; i < sh_lesson_n_steps (pager->worksheet->lesson); i++)
    {
      const char *caption = sh_lesson_words (step_of (pager, i)->caption);
      /* Translators: a step's number and its words. */
      g_autofree char *row = g_strdup_printf (C_ ("worksheet", "%1$d. %2$s"), i + 1, caption);

      if (page->y + sh_page_text_height (page, row, TEXT_PT - 0.5, SH_INK_TEXT) > bottom)
        return;
      sh_page_text (page, row, TEXT_PT - 0.5, SH_INK_TEXT);
      sh_page_space (page, 5);
    }
}

static void
draw_head (Pager *pager)
{
  ShPage *page = &pager->page;
  const ShLesson *lesson = pager->worksheet->lesson;
  double left = page->left;
  double width = (page->right - page->left) * 0.5;
  double top;

  sh_page_text (page, sh_lesson_words (lesson->title), TITLE_PT, SH_INK_HEADING);
  if (lesson->summary != NULL)
    sh_page_text (page, sh_lesson_words (lesson->summary), TEXT_PT, SH_INK_QUIET);
  sh_page_space (page, 8);
  sh_page_rule (page);
  sh_page_space (page, 10);
  top = page->y;
  if (page->draws)
    draw_picture (pager, left, width);
  page->left = left + width + GAP;
  sh_page_text (page, C_ ("worksheet", "What you will see"), HEADING_PT, SH_INK_HEADING);
  sh_page_space (page, 4);
  draw_story (pager, top + PICTURE_HEIGHT_PT);
  page->left = left;
  page->y = top + PICTURE_HEIGHT_PT + 14;
}

static void
draw_lines (Pager *pager, int n)
{
  ShPage *page = &pager->page;

  for (int i = 0; i < n; i++)
    {
      sh_page_space (page, LINE_PT);
      sh_page_rule (page);
    }
  sh_page_space (page, 12);
}

/* A choice with a box to tick; the right one is ticked among the answers. */
static void
draw_choice (Pager *pager, const ShLessonChoice *choice, gboolean ticked)
{
  ShPage *page = &pager->page;
  double left = page->left;
  double x = sh_page_x (page, left + 4, BOX_PT);

  if (page->draws)
    {
      cairo_set_source_rgb (page->cr, 0.12, 0.12, 0.14);
      cairo_set_line_width (page->cr, 0.9);
      cairo_rectangle (page->cr, x, page->y + 3, BOX_PT, BOX_PT);
      if (ticked)
        {
          cairo_move_to (page->cr, x + 2, page->y + 8);
          cairo_rel_line_to (page->cr, 2.5, 3);
          cairo_rel_line_to (page->cr, 4.5, -7);
        }
      cairo_stroke (page->cr);
    }
  page->left = left + BOX_PT + 12;
  sh_page_text (page, sh_lesson_words (choice->text), TEXT_PT, ticked ? SH_INK_BOLD : SH_INK_TEXT);
  page->left = left;
  sh_page_space (page, 2);
}

/* The axes, with the step's run among the answers, and without it to draw into. */
static void
draw_axes (Pager *pager, const ShLessonStep *step, const ShLessonRun *run)
{
  ShPage *page = &pager->page;
  double width = (page->right - page->left) * 0.8;
  const ShAnswerAxes axes = { .measure = step->question->measure,
                              .duration_s = sh_lesson_run_duration_s (step),
                              .rect = { sh_page_x (page, page->left, width), page->y, width,
                                        AXES_HEIGHT_PT },
                              .size = SMALL_PT,
                              .ink = { 0.12, 0.12, 0.14 } };

  if (page->draws)
    sh_answer_axes_draw (&axes, page->cr);
  if (page->draws && run != NULL)
    {
      cairo_set_source_rgb (page->cr, 0.10, 0.17, 0.36);
      cairo_set_line_width (page->cr, 1.4);
      sh_answer_axes_stroke (&axes, page->cr, run->value[axes.measure], run->n);
    }
  sh_page_space (page, AXES_HEIGHT_PT);
}

static double
question_height (Pager *pager, const ShLessonQuestion *question)
{
  double height =
      sh_page_text_height (&pager->page, sh_lesson_words (question->ask), TEXT_PT, SH_INK_BOLD);

  if (question->curve)
    height += AXES_HEIGHT_PT;
  for (int i = 0; i < question->n_choices; i++)
    height += 2 + sh_page_text_height (&pager->page, sh_lesson_words (question->choices[i].text),
                                       TEXT_PT, SH_INK_BOLD);
  return height + 2 * LINE_PT + 28;
}

static void
draw_ask (Pager *pager, const ShLessonQuestion *question, int number)
{
  /* Translators: a question's number and its words. */
  g_autofree char *ask =
      g_strdup_printf (C_ ("worksheet", "%1$d. %2$s"), number, sh_lesson_words (question->ask));

  sh_page_text (&pager->page, ask, TEXT_PT, SH_INK_BOLD);
  sh_page_space (&pager->page, 3);
}

static void
draw_question (Pager *pager, const ShLessonStep *step, int number)
{
  const ShLessonQuestion *question = step->question;

  need (pager, question_height (pager, question));
  draw_ask (pager, question, number);
  for (int i = 0; i < question->n_choices; i++)
    draw_choice (pager, &question->choices[i], FALSE);
  if (question->curve)
    draw_axes (pager, step, NULL);
  sh_page_space (&pager->page, 3);
  sh_page_text (&pager->page, C_ ("worksheet", "Why do you think so?"), SMALL_PT, SH_INK_QUIET);
  draw_lines (pager, 2);
}

/* Why it is so, and what the model measured. */
static void
explain (Pager *pager, const ShLessonStep *step, const ShLessonAnswer *answer, int index)
{
  ShPage *page = &pager->page;
  const ShLessonQuestion *question = step->question;
  g_autoptr (GPtrArray) texts = sh_lesson_explained (
      question, answer, sh_lesson_player_get_run (pager->worksheet->player, index));
  const char *because =
      question->curve ? question->because : question->choices[answer->came].because;

  sh_page_text (page, sh_lesson_words (because), TEXT_PT, SH_INK_TEXT);
  sh_page_space (page, 3);
  for (guint i = 0; i < texts->len; i++)
    sh_page_text (page, g_ptr_array_index (texts, i), TEXT_PT, SH_INK_TEXT);
}

static void
write_answer (Pager *pager, int index, int number, const ShLessonAnswer *answer)
{
  const ShLessonStep *step = step_of (pager, index);
  const ShLessonQuestion *question = step->question;

  draw_ask (pager, question, number);
  for (int i = 0; i < question->n_choices; i++)
    draw_choice (pager, &question->choices[i], i == answer->came);
  if (question->curve)
    draw_axes (pager, step, sh_lesson_player_get_run (pager->worksheet->player, index));
  sh_page_space (&pager->page, 3);
  explain (pager, step, answer, index);
  sh_page_space (&pager->page, 14);
}

static void
draw_answer (Pager *pager, int index, int number)
{
  ShLessonPlayer *player = pager->worksheet->player;
  gboolean draws = pager->page.draws;
  double y = pager->page.y;
  double height;
  ShLessonAnswer answer;

  /* To the question, past it, and past its run. */
  sh_lesson_player_go (player, index);
  sh_lesson_player_next (player);
  sh_lesson_player_next (player);
  if (!sh_lesson_player_get_answer (player, &answer))
    return;
  /* Once to see how high it is, so that it stays together. */
  pager->page.draws = FALSE;
  write_answer (pager, index, number, &answer);
  height = pager->page.y - y;
  pager->page.draws = draws;
  pager->page.y = y;
  need (pager, height);
  write_answer (pager, index, number, &answer);
}

/* What is left of the page is room to write. */
static void
draw_notes (Pager *pager)
{
  double room = pager->page.height - MARGIN - pager->page.y - HEADING_PT * 2;
  int n = (int) (room / LINE_PT);

  if (n < 3)
    return;
  sh_page_text (&pager->page, C_ ("worksheet", "What I saw"), HEADING_PT, SH_INK_HEADING);
  draw_lines (pager, n - 1);
}

static void
draw_questions (Pager *pager)
{
  int number = 0;

  need (pager, 80);
  sh_page_text (&pager->page, C_ ("worksheet", "What will happen?"), HEADING_PT, SH_INK_HEADING);
  sh_page_space (&pager->page, 6);
  for (int i = 0; i < sh_lesson_n_steps (pager->worksheet->lesson); i++)
    if (step_of (pager, i)->question != NULL)
      draw_question (pager, step_of (pager, i), ++number);
  draw_notes (pager);
}

/* How a clinician says what the steps show, for whoever is asked more than the page says. */
static void
draw_clinical (Pager *pager)
{
  ShPage *page = &pager->page;

  need (pager, 60);
  sh_page_space (page, 6);
  sh_page_text (page, C_ ("worksheet", "The steps in clinical words"), HEADING_PT, SH_INK_HEADING);
  sh_page_space (page, 4);
  for (int i = 0; i < sh_lesson_n_steps (pager->worksheet->lesson); i++)
    {
      const ShLessonStep *step = step_of (pager, i);
      const char *words = sh_lesson_words (step->clinical != NULL ? step->clinical : step->caption);
      g_autofree char *row = g_strdup_printf (C_ ("worksheet", "%1$d. %2$s"), i + 1, words);

      need (pager, sh_page_text_height (page, row, TEXT_PT - 0.5, SH_INK_TEXT));
      sh_page_text (page, row, TEXT_PT - 0.5, SH_INK_TEXT);
      sh_page_space (page, 3);
    }
}

static void
draw_answers (Pager *pager)
{
  int number = 0;

  begin_page (pager, pager->number + 1);
  sh_page_text (&pager->page, C_ ("worksheet", "Answers"), TITLE_PT, SH_INK_HEADING);
  sh_page_text (&pager->page, sh_lesson_words (pager->worksheet->lesson->title), TEXT_PT,
                SH_INK_QUIET);
  sh_page_space (&pager->page, 12);
  for (int i = 0; i < sh_lesson_n_steps (pager->worksheet->lesson); i++)
    if (step_of (pager, i)->question != NULL)
      draw_answer (pager, i, ++number);
  draw_clinical (pager);
}

/* Returns how many pages there are. */
static int
walk (ShWorksheet *worksheet, int wanted, double scale, gboolean vector, cairo_t *cr)
{
  Pager pager = { .worksheet = worksheet, .wanted = wanted, .scale = scale, .vector = vector };
  double width, height;

  sh_sheet_size (worksheet->sheet, &width, &height);
  sh_page_init (&pager.page, cr, width, height, MARGIN, sh_lesson_words (worksheet->lesson->title));
  begin_page (&pager, 0);
  draw_head (&pager);
  draw_questions (&pager);
  draw_answers (&pager);
  return pager.number + 1;
}

ShWorksheet *
sh_worksheet_new (ShArt *art, ShLesson *lesson, ShSheet sheet)
{
  ShWorksheet *worksheet = g_new0 (ShWorksheet, 1);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  worksheet->art = sh_art_ref (art);
  worksheet->lesson = sh_lesson_ref (lesson);
  worksheet->player = sh_lesson_player_new (lesson);
  worksheet->sheet = sheet;
  /* Translators: %s is the title of a lesson. */
  worksheet->title =
      g_strdup_printf (C_ ("worksheet", "Worksheet: %s"), sh_lesson_words (lesson->title));
  worksheet->n_pages = walk (worksheet, -1, 1, TRUE, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return worksheet;
}

void
sh_worksheet_free (ShWorksheet *worksheet)
{
  sh_lesson_player_free (worksheet->player);
  sh_lesson_unref (worksheet->lesson);
  sh_art_unref (worksheet->art);
  g_free (worksheet->title);
  g_free (worksheet);
}

int
sh_worksheet_n_pages (ShWorksheet *worksheet)
{
  return worksheet->n_pages;
}

const char *
sh_worksheet_title (ShWorksheet *worksheet)
{
  return worksheet->title;
}

void
sh_worksheet_draw (ShWorksheet *worksheet, int page, double scale, gboolean vector, cairo_t *cr)
{
  double width, height;

  sh_sheet_size (worksheet->sheet, &width, &height);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  walk (worksheet, page, scale, vector, cr);
  cairo_restore (cr);
}

cairo_status_t
sh_worksheet_write_pdf (ShWorksheet *worksheet, cairo_write_func_t write, gpointer closure)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  sh_sheet_size (worksheet->sheet, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write, closure, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, worksheet->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, sh_caution_education ());
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
  cr = cairo_create (surface);
  for (int i = 0; i < worksheet->n_pages; i++)
    {
      sh_worksheet_draw (worksheet, i, 4, TRUE, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}
