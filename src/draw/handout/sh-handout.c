/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-handout.h"

#include <math.h>
#include <string.h>

#include <cairo-pdf.h>

#include "sh-page.h"
#include "sh-photo.h"
#include "sh-qr.h"
#include "sh-stage-painter.h"

/* Pixels of a photograph for one point: 300 for each inch. */
#define PHOTO_SCALE (300.0 / 72.0)
/* In points. */
#define MARGIN 40.0
#define GAP 16.0
#define CLINIC_PT 15.0
#define TITLE_PT 20.0
#define HEADING_PT 12.5
#define TEXT_PT 10.5
#define SENTENCE_PT 12.0
#define SMALL_PT 8.5
#define LOGO_PT 40.0
#define QR_PT 62.0
#define PADDING 9.0
/* The part of the width that each picture takes. */
#define PICTURE_PART 0.315

/* The pictures are never lower than this; before that the letters get smaller, to a limit. */
#define LEAST_PICTURE_PT 250.0
#define MOST_PICTURE_PT 350.0
#define LEAST_SCALE 0.68

/* How long both legs have walked, and in how many seconds after that the instant is looked for in
 * which most blood falls back. */
#define WALK_S 20.0
#define SEARCH_S 2.0
#define STEP_S (1.0 / 30.0)

struct _ShHandout
{
  ShArt *art;
  ShHandoutText *text;
  ShScenario scenario[2]; /* this leg and the healthy one */
  ShFrame frame[2];
  double at_s;
};

void
sh_sheet_size (ShSheet sheet, double *width_pt, double *height_pt)
{
  *width_pt = sheet == SH_SHEET_A4 ? 210 / 25.4 * 72 : 612;
  *height_pt = sheet == SH_SHEET_A4 ? 297 / 25.4 * 72 : 792;
}

const char *
sh_sheet_name (ShSheet sheet)
{
  return sheet == SH_SHEET_A4 ? "a4" : "letter";
}

/* The instant that tells most: that in which most blood falls back in this leg. */
static double
find_instant (ShLeg *leg)
{
  double best_s = WALK_S;
  double most = -1;

  sh_leg_advance (leg, WALK_S);
  for (double s = 0; s < SEARCH_S; s += STEP_S)
    {
      ShFrame frame;

      sh_leg_advance (leg, STEP_S);
      sh_leg_read (leg, &frame);
      if (frame.below_knee_down_ml_s > most)
        {
          most = frame.below_knee_down_ml_s;
          best_s = frame.time_s;
        }
    }
  return best_s;
}

static gboolean
run_legs (ShHandout *handout)
{
  ShLeg *leg = sh_leg_new ();
  gboolean good = leg != NULL && sh_leg_reset (leg, &handout->scenario[0]) == SH_STATUS_OK;

  if (good)
    handout->at_s = find_instant (leg);
  for (int i = 0; i < 2 && good; i++)
    {
      good = sh_leg_reset (leg, &handout->scenario[i]) == SH_STATUS_OK;
      /* Who sits all day is shown after two hours. */
      sh_leg_advance (leg, handout->scenario[i].inactive ? 7200 : handout->at_s);
      sh_leg_read (leg, &handout->frame[i]);
    }
  g_clear_pointer (&leg, sh_leg_free);
  return good;
}

ShHandout *
sh_handout_new (ShArt *art, const ShScenario *scenario)
{
  g_autoptr (ShHandout) handout = g_new0 (ShHandout, 1);

  handout->art = sh_art_ref (art);
  handout->text = sh_handout_text_new (scenario);
  sh_handout_scenario (scenario, &handout->scenario[0]);
  sh_handout_healthy (&handout->scenario[0], &handout->scenario[1]);
  return run_legs (handout) ? g_steal_pointer (&handout) : NULL;
}

void
sh_handout_free (ShHandout *handout)
{
  sh_handout_text_free (handout->text);
  sh_art_unref (handout->art);
  g_free (handout);
}

const ShHandoutText *
sh_handout_get_text (ShHandout *handout)
{
  return handout->text;
}

/* What one drawing of the page needs to know. */
typedef struct
{
  ShHandout *handout;
  const ShHandoutText *text;
  const ShBranding *branding;
  ShPage page;
  double scale;
  gboolean vector;
  double sentences_pt; /* how high the three sentences are */
} Drawing;

static gboolean
has (const char *text)
{
  return text != NULL && text[0] != '\0';
}

/* The clinic's name and sentence, in the middle of the logo's height. */
static void
draw_names (Drawing *drawing, double top, double height)
{
  ShPage *page = &drawing->page;
  const ShBranding *branding = drawing->branding;
  double own = 0;

  if (has (branding->clinic))
    own += sh_page_text_height (page, branding->clinic, CLINIC_PT, SH_INK_BOLD);
  if (has (branding->sentence))
    own += sh_page_text_height (page, branding->sentence, TEXT_PT, SH_INK_QUIET);
  page->y = top + fmax (0, (height - own) / 2);
  if (has (branding->clinic))
    sh_page_text (page, branding->clinic, CLINIC_PT, SH_INK_BOLD);
  if (has (branding->sentence))
    sh_page_text (page, branding->sentence, TEXT_PT, SH_INK_QUIET);
}

static void
draw_header (Drawing *drawing)
{
  ShPage *page = &drawing->page;
  const ShBranding *branding = drawing->branding;
  double left = page->left;
  double top = page->y;
  double height = branding->logo != NULL ? LOGO_PT : 0;

  if (branding->logo == NULL && !has (branding->clinic) && !has (branding->sentence))
    return;
  if (branding->logo != NULL)
    {
      double width = fmin (LOGO_PT * sh_logo_aspect (branding->logo), 160);

      if (page->draws)
        sh_logo_draw (branding->logo, page->cr, sh_page_x (page, left, width), top, width, LOGO_PT,
                      page->rtl);
      page->left += width + GAP * 0.75;
    }
  draw_names (drawing, top, height);
  page->left = left;
  page->y = fmax (page->y, top + height) + 6;
  sh_page_rule (page);
  sh_page_space (page, 10);
}

static void
draw_sentences (Drawing *drawing)
{
  for (int i = 0; i < 3; i++)
    {
      sh_page_text (&drawing->page, drawing->text->sentences[i], SENTENCE_PT, SH_INK_TEXT);
      sh_page_space (&drawing->page, 8);
    }
}

/* A ring with a mark in white around it is seen on dark and on light, in colour and without. */
static void
draw_ring (cairo_t *cr, double x, double y)
{
  static const double widths[] = { 4.0, 1.8 };

  for (int i = 0; i < 2; i++)
    {
      cairo_new_path (cr);
      cairo_arc (cr, x, y, 7.5, 0, 2 * G_PI);
      cairo_set_source_rgb (cr, i == 0 ? 1 : 0.70, i == 0 ? 1 : 0.22, i == 0 ? 1 : 0.06);
      cairo_set_line_width (cr, widths[i]);
      cairo_stroke (cr);
    }
}

static void
draw_rings (ShStagePainter *painter, const ShScenario *scenario, cairo_t *cr)
{
  for (int i = 0; i < SH_N_VALVES; i++)
    {
      cairo_rectangle_t place;

      if (scenario->leak[i] < 0.05 || !sh_stage_painter_valve_bounds (painter, (ShValve) i, &place))
        continue;
      draw_ring (cr, place.x + place.width / 2, place.y + place.height / 2);
    }
}

/* The blood cells are spread by the last seconds before the instant. */
static void
spread_cells (Drawing *drawing, int index, ShStagePainter *painter)
{
  const ShScenario *scenario = &drawing->handout->scenario[index];
  double to_s = drawing->handout->frame[index].time_s;
  ShLeg *leg = sh_leg_new ();
  ShFrame frame;

  if (leg == NULL || sh_leg_reset (leg, scenario) != SH_STATUS_OK)
    return;
  sh_leg_advance (leg, fmax (0, to_s - 5));
  for (double s = 0; s < 5; s += STEP_S)
    {
      sh_leg_advance (leg, STEP_S);
      sh_leg_read (leg, &frame);
      sh_stage_painter_advance (painter, &frame, STEP_S);
    }
  sh_leg_free (leg);
}

static void
paint_leg (Drawing *drawing, int index, ShStagePainter *painter, cairo_t *cr)
{
  sh_stage_painter_draw_still (painter, cr);
  sh_stage_painter_draw_moving (painter, cr, &drawing->handout->frame[index]);
}

/* In a PDF or an SVG the leg is one photograph: the shaded veins as curves make the file
 * several times as large, and at this size no printer shows the difference. */
static void
paint_photo (
    Drawing *drawing, int index, ShStagePainter *painter, double width, double height, cairo_t *cr)
{
  cairo_surface_t *picture = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) ceil (width * PHOTO_SCALE), (int) ceil (height * PHOTO_SCALE));
  cairo_t *inner = cairo_create (picture);
  cairo_surface_t *photo;

  cairo_scale (inner, PHOTO_SCALE, PHOTO_SCALE);
  paint_leg (drawing, index, painter, inner);
  cairo_destroy (inner);
  photo = sh_photo_new (picture, sh_theme (SH_THEME_LIGHT)->paper);
  cairo_save (cr);
  cairo_scale (cr, 1 / PHOTO_SCALE, 1 / PHOTO_SCALE);
  cairo_set_source_surface (cr, photo, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (photo);
  cairo_surface_destroy (picture);
}

static void
draw_leg (Drawing *drawing, int index, double x, double width, double height)
{
  g_autoptr (ShStagePainter) painter = sh_stage_painter_new (drawing->handout->art);
  const ShScenario *scenario = &drawing->handout->scenario[index];
  cairo_t *cr = drawing->page.cr;
  ShSceneOptions options;

  sh_scene_options_init (&options);
  options.view = SH_VIEW_LEG;
  options.labels = SH_LABELS_NONE;
  options.width = width;
  options.height = height;
  options.scale = drawing->vector ? PHOTO_SCALE : drawing->scale;
  options.posture = scenario->posture;
  options.side = scenario->side;
  sh_stage_painter_configure (painter, &options);
  spread_cells (drawing, index, painter);
  cairo_save (cr);
  cairo_translate (cr, x, drawing->page.y);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  if (drawing->vector)
    paint_photo (drawing, index, painter, width, height, cr);
  else
    paint_leg (drawing, index, painter, cr);
  draw_rings (painter, scenario, cr);
  cairo_restore (cr);
  cairo_rectangle (cr, x, drawing->page.y, width, height);
  cairo_set_source_rgb (cr, 0.62, 0.62, 0.66);
  cairo_set_line_width (cr, 0.6);
  cairo_stroke (cr);
}

static void
draw_picture (Drawing *drawing, int index, double height)
{
  ShPage *page = &drawing->page;
  double width = page->right - page->left;

  sh_page_text (page, index == 0 ? drawing->text->this_leg : drawing->text->healthy_leg, TEXT_PT,
                SH_INK_BOLD);
  sh_page_space (page, 3);
  if (page->draws)
    draw_leg (drawing, index, sh_page_x (page, page->left, width), width, height);
  page->y += height;
}

/* The sentences, and beside them both legs. */
static void
draw_row (Drawing *drawing, double height)
{
  ShPage *page = &drawing->page;
  double left = page->left;
  double right = page->right;
  double picture = (right - left) * PICTURE_PART;
  double top = page->y;
  double bottom;

  page->right = right - 2 * (picture + GAP);
  draw_sentences (drawing);
  bottom = page->y;
  drawing->sentences_pt = bottom - top;
  for (int i = 0; i < 2; i++)
    {
      page->y = top;
      page->left = right - (2 - i) * picture - (1 - i) * GAP;
      page->right = page->left + picture;
      draw_picture (drawing, i, height);
      bottom = fmax (bottom, page->y);
    }
  page->left = left;
  page->right = right;
  page->y = bottom + 4;
}

static void
draw_key (Drawing *drawing)
{
  ShPage *page = &drawing->page;
  gboolean leaks = FALSE;

  for (int i = 0; i < SH_N_VALVES; i++)
    leaks = leaks || drawing->handout->scenario[0].leak[i] >= 0.05;
  sh_page_text (page, leaks ? drawing->text->key_leaks : drawing->text->key, SMALL_PT,
                SH_INK_QUIET);
  sh_page_space (page, 7);
}

static void
draw_columns (Drawing *drawing)
{
  ShPage *page = &drawing->page;
  const struct
  {
    const char *title;
    const GPtrArray *texts;
  } columns[] = { { drawing->text->helps_title, drawing->text->helps },
                  { drawing->text->care_title, drawing->text->care } };
  double whole_left = page->left;
  double whole_right = page->right;
  double width = (whole_right - whole_left - GAP) / 2;
  double top = page->y;
  double bottom = top;

  for (int i = 0; i < 2; i++)
    {
      page->y = top;
      page->left = whole_left + i * (width + GAP);
      page->right = page->left + width;
      sh_page_text (page, columns[i].title, HEADING_PT, SH_INK_HEADING);
      sh_page_space (page, 2);
      sh_page_list (page, columns[i].texts, TEXT_PT);
      bottom = fmax (bottom, page->y);
    }
  page->left = whole_left;
  page->right = whole_right;
  page->y = bottom + 4;
}

static void
draw_urgent (Drawing *drawing)
{
  ShPage *page = &drawing->page;
  double top = page->y;

  page->left += PADDING;
  page->right -= PADDING;
  sh_page_space (page, PADDING * 0.7);
  sh_page_text (page, drawing->text->urgent_title, HEADING_PT, SH_INK_BOLD);
  sh_page_space (page, 2);
  sh_page_list (page, drawing->text->urgent, TEXT_PT);
  sh_page_space (page, PADDING * 0.4);
  page->left -= PADDING;
  page->right += PADDING;
  sh_page_frame (page, top, 1.6);
  sh_page_space (page, 7);
}

/* The clinic's contact, and at the end of the row the code of its address. */
static void
draw_footer (Drawing *drawing)
{
  ShPage *page = &drawing->page;
  const ShBranding *branding = drawing->branding;
  double top = page->y;
  gboolean code = has (branding->address);

  if (code)
    page->right -= QR_PT + GAP;
  if (has (branding->contact))
    {
      sh_page_text (page, branding->contact, TEXT_PT, SH_INK_TEXT);
      sh_page_space (page, 3);
    }
  if (code)
    {
      sh_page_text (page, branding->address, TEXT_PT, SH_INK_TEXT);
      sh_page_space (page, 3);
    }
  sh_page_text (page, drawing->text->education, SMALL_PT + 0.5, SH_INK_TEXT);
  if (!code)
    return;
  page->right += QR_PT + GAP;
  if (page->draws)
    sh_qr_draw (page->cr, branding->address, sh_page_x (page, page->right - QR_PT, QR_PT), top,
                QR_PT);
  page->y = fmax (page->y, top + QR_PT);
}

static void
compose (Drawing *drawing, double picture_height)
{
  draw_header (drawing);
  sh_page_text (&drawing->page, drawing->text->title, TITLE_PT, SH_INK_HEADING);
  sh_page_space (&drawing->page, 7);
  draw_row (drawing, picture_height);
  draw_key (drawing);
  draw_columns (drawing);
  draw_urgent (drawing);
  draw_footer (drawing);
}

/* What is left for the pictures when all else stands; less than nothing where the words alone, with
 * the sentences beside the pictures, do not leave the margin below free. */
static double
find_room (Drawing *drawing)
{
  ShPage before = drawing->page;
  double below, room;

  drawing->page.draws = FALSE;
  compose (drawing, 0);
  below = drawing->page.height - MARGIN * 0.8 - drawing->page.y;
  room = below + drawing->sentences_pt -
         sh_page_text_height (&before, drawing->text->this_leg, TEXT_PT, SH_INK_BOLD) - 3;
  drawing->page = before;
  return below < 0 ? below : room;
}

void
sh_handout_draw (ShHandout *handout,
                 const ShBranding *branding,
                 ShSheet sheet,
                 double scale,
                 gboolean vector,
                 cairo_t *cr)
{
  Drawing drawing = { .handout = handout,
                      .text = handout->text,
                      .branding = branding,
                      .scale = scale,
                      .vector = vector };
  double width, height, room;

  sh_sheet_size (sheet, &width, &height);
  sh_page_init (&drawing.page, cr, width, height, MARGIN, handout->text->sentences[0]);
  room = find_room (&drawing);
  while (room < LEAST_PICTURE_PT && drawing.page.scale > LEAST_SCALE)
    {
      drawing.page.scale -= 0.04;
      room = find_room (&drawing);
    }
  cairo_save (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  compose (&drawing, CLAMP (room, 60, MOST_PICTURE_PT));
  cairo_restore (cr);
}

cairo_status_t
sh_handout_write_pdf (ShHandout *handout,
                      const ShBranding *branding,
                      ShSheet sheet,
                      cairo_write_func_t write,
                      gpointer closure)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  sh_sheet_size (sheet, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write, closure, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, handout->text->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, handout->text->education);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
  cr = cairo_create (surface);
  sh_handout_draw (handout, branding, sheet, 4, TRUE, cr);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}
