/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-figure-words.h"

#include <math.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-text.h"

#define NOTE_SIZE 12.5
/* Smaller than this part of its size the heart's level is not written in one row. */
#define LEVEL_LEAST 0.9
/* The words about the mark stand beside the person, who is this wide. */
#define PERSON_M 0.62

ShFigureArrangement
sh_figure_arrange (const ShFrame *frame)
{
  if (frame->activity == SH_ACTIVITY_SWIMMING)
    return (ShFigureArrangement){ -1.12, 0, FALSE, TRUE };
  if (frame->posture <= SH_POSTURE_LYING)
    return (ShFigureArrangement){ 1.04, 0, TRUE, FALSE };
  if (frame->activity == SH_ACTIVITY_CYCLING)
    return (ShFigureArrangement){ -0.86, 0.30, FALSE, FALSE };
  if (frame->activity == SH_ACTIVITY_RUNNING)
    return (ShFigureArrangement){ -0.70, 0.45, FALSE, FALSE };
  return (ShFigureArrangement){ -0.70, 0.20, FALSE, FALSE };
}

/* How wide a word is; letters that are too large for the room are made smaller. */
static double
fit_word (cairo_t *cr, const char *text, double room, ShTextStyle *style)
{
  double width;

  room = MAX (room, 1);
  sh_text_measure (cr, text, style, &width, NULL);
  if (width <= room)
    return width;
  style->size *= room / width;
  return room;
}

/* The name of the heart's level in two rows where one would be too small to read beside the person.
 * Returns: how wide it is; @rise is how far its first row stands above its last. */
static double
fit_level (cairo_t *cr, const char *text, double room, ShTextStyle *style, double *rise)
{
  ShTextStyle rows = *style;
  double width, height, line;

  *rise = 0;
  sh_text_measure (cr, text, style, &width, &line);
  if (LEVEL_LEAST * width <= room)
    return fit_word (cr, text, room, style);
  rows.width = MAX (room, 1);
  sh_text_measure (cr, text, &rows, &width, &height);
  if (width > room || height > 2.5 * line)
    return fit_word (cr, text, room, style);
  *style = rows;
  *rise = height - line;
  return width;
}

void
sh_figure_words_draw (const ShFigureView *view,
                      const ShFigureOptions *options,
                      const ShFrame *frame,
                      const ShFigureArrangement *place,
                      double heart_y,
                      double ankle_y,
                      cairo_t *cr)
{
  double size = NOTE_SIZE * options->text_scale;
  double x = view->origin.x - view->mirror * place->x_m * view->unit;
  gboolean level_right = place->level_back == (view->mirror > 0);
  double cm = round ((frame->heart_height_m - frame->ankle_height_m) * 100);
  g_autofree char *number = g_strdup_printf ("%s%.0f", cm < -0.5 ? "\xe2\x88\x92" : "", fabs (cm));
  /* Translators: the height of the heart above the ankle, such as "120 cm". */
  g_autofree char *text = g_strdup_printf (C_ ("figure", "%s cm"), number);
  ShTextStyle level = { .size = size,
                        .align = level_right ? 1 : 0,
                        .color = view->theme->heart_text };
  ShTextStyle column = { .size = 1.15 * size,
                         .align = 0.5,
                         .bold = TRUE,
                         .tabular = TRUE,
                         .color = view->theme->vein_text };
  const char *level_text = C_ ("figure", "heart level");
  double room = view->right - view->left - 8;
  /* Somebody upright has the name of the level before the chest. */
  double before =
      place->level_back || place->level_below ? room : 0.5 * room - place->chest_m * view->unit;
  double rise, level_width = fit_level (cr, level_text, before, &level, &rise);
  double half = fit_word (cr, text, room, &column) / 2;
  double level_x = level_right ? view->right - 4 : view->left + 4;
  /* Someone lying is about 0.2 m high on both sides of the line. */
  double body = place->level_back || place->level_below ? 0.19 * view->unit : 0;
  double level_y = place->level_below ? body + 1.0 * size : -body - 0.45 * size - rise;

  double lifted_y;
  gboolean crowded = FALSE, has_room;
  double column_y = place->level_below ? MAX (heart_y, ankle_y) + body + 0.9 * column.size
                                       : MIN (heart_y, ankle_y) - 1.3 * body - 0.5 * size;

  x = CLAMP (x, view->left + half + 4, view->right - half - 4);
  /* Where both words do not fit beside each other, the height stands in a line of its own, away
   * from the level's. */
  if (fabs (heart_y + level_y - column_y) < 1.6 * size + rise &&
      (level_right ? x + half > level_x - level_width - 0.4 * size
                   : x - half < level_x + level_width + 0.4 * size))
    crowded = TRUE;
  lifted_y = heart_y + level_y + (place->level_below ? 1.6 : -1.6) * size;
  has_room =
      lifted_y - column.size > options->rect.y && lifted_y < options->rect.y + options->rect.height;
  if (crowded && has_room)
    column_y = lifted_y;
  /* In a view too low for a word above the column it stands beside it. */
  if (column_y - column.size < options->rect.y)
    {
      double beside = half + 0.5 * MAX (0.035 * view->unit, 4) + 4;

      column_y = options->rect.y + 0.95 * column.size;
      x += x + beside + half < view->right ? beside : -beside;
    }
  /* In a view too small for both words the height is the one that tells more. */
  if (!crowded || has_room)
    sh_text_draw (cr, level_text, level_x, heart_y + level_y, &level);
  /* The column's height stands on top of it; under it where a kicking foot is above. */
  sh_text_draw (cr, text, x, column_y, &column);
}

/* What the mark means, above the line of the heart's level and behind the head, where no
 * posture puts anything else; nothing where there is no room for it. */
void
sh_figure_words_draw_mark (const ShFigureView *view, const ShFigureOptions *options, cairo_t *cr)
{
  const cairo_rectangle_t *rect = &options->rect;
  double size = NOTE_SIZE * options->text_scale, height;
  gboolean right = view->mirror > 0;
  ShTextStyle style = { .size = 0.92 * size,
                        .align = right ? 1 : 0,
                        .width = 0.5 * (rect->width - PERSON_M * view->unit) - 4,
                        .color = view->theme->text_quiet };
  const char *text = C_ ("figure", "Marked: the leg that is drawn large.");
  double level = view->origin.y - 1.35 * view->unit - 1.5 * size;

  if (style.width < 7 * size)
    return;
  sh_text_measure (cr, text, &style, NULL, &height);
  if (rect->y + height > level)
    return;
  sh_text_draw (cr, text, right ? view->right - 4 : view->left + 4, rect->y + style.size, &style);
}
