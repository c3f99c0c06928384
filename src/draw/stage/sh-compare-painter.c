/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-compare-painter.h"

#include <math.h>

#include "sh-compare-facts.h"
#include "sh-compare-strip.h"
#include "sh-labels.h"
#include "sh-leg-view.h"
#include "sh-legend.h"
#include "sh-paper.h"
#include "sh-text.h"

/* Shares of the picture, chosen by eye at 1280 × 800 and 1080 × 1920 (calibrated). */
#define STRIP_SHARE_WIDE 0.27
#define STRIP_SHARE_HIGH 0.26
#define GAP 14.0
/* The box of a standing leg on the plate, and the part of it at the toes' side that even a heel
 * raise leaves free beside the thigh. */
#define LEG_WIDTH 685.0
#define LEG_HEIGHT 1586.0
#define FREE_OF_LEG 95.0
/* A gauge wants this much height, in sizes of the letters, before a legend stands below. */
#define GAUGE_LEAST 13.0
/* Below this height its letters shrink. */
#define GAUGE_TIGHT 9.5
/* Letters as small as this can still be read; those of the facts are at most this part of the
 * picture's height, which leaves some of it for the legs. */
#define LEAST_LETTERS 10.5
#define FACTS_PART (1.0 / 15.0)
/* How wide facts beside a thigh are, in sizes of the letters. */
#define FACTS_LEAST 11.0
#define FACTS_MOST 17.0
/* Ankle pressure is the mean of about this long: a few steps. */
#define MEAN_S 2.0

typedef struct
{
  double size; /* of the letters */
  cairo_rectangle_t facts[2];
  cairo_rectangle_t leg[2];
  ShCompareStrip strip;
  cairo_rectangle_t legend; /* no width: none */
} Layout;

struct _ShComparePainter
{
  ShLegView *leg[2];
  ShCompareOptions options;
  ShCompareFacts facts[2];
  Layout layout;
  gboolean configured;
  gboolean has_mean;
  double mean_mmhg[2];
};

void
sh_compare_options_init (ShCompareOptions *options)
{
  *options = (ShCompareOptions){ .theme = SH_THEME_LIGHT,
                                 .labels = SH_LABELS_FEW,
                                 .width = 1280,
                                 .height = 800,
                                 .scale = 1,
                                 .text_scale = 1 };
  sh_scenario_init (&options->scenario[0]);
  sh_scenario_init (&options->scenario[1]);
}

ShComparePainter *
sh_compare_painter_new (ShArt *art)
{
  ShComparePainter *painter = g_new0 (ShComparePainter, 1);

  for (int i = 0; i < 2; i++)
    painter->leg[i] = sh_leg_view_new (art);
  return painter;
}

void
sh_compare_painter_free (ShComparePainter *painter)
{
  for (int i = 0; i < 2; i++)
    {
      sh_leg_view_free (painter->leg[i]);
      sh_compare_facts_clear (&painter->facts[i]);
    }
  g_free (painter);
}

static cairo_rectangle_t
rectangle (double x0, double y0, double x1, double y1)
{
  double left = floor (x0 + 0.5), top = floor (y0 + 0.5);

  return (cairo_rectangle_t){ left, top, MAX (1, floor (x1 + 0.5) - left),
                              MAX (1, floor (y1 + 0.5) - top) };
}

static gboolean
lies (const ShScenario *scenario)
{
  return scenario->posture == SH_POSTURE_LYING || scenario->posture == SH_POSTURE_LYING_LEG_UP;
}

/* Legs that lie are long and low: one above the other. */
static gboolean
is_stacked (const ShCompareOptions *o)
{
  return lies (&o->scenario[0]) && lies (&o->scenario[1]);
}

/* How much of the field's width is free beside the thigh of a leg that stands, at its toes' side,
 * when the leg is as high as the field and moved to the other side. */
static double
free_beside_thigh (const ShCompareOptions *o, int index, const cairo_rectangle_t *field)
{
  double k = field->height / LEG_HEIGHT;

  return lies (&o->scenario[index]) ? 0 : field->width - LEG_WIDTH * k + FREE_OF_LEG * k - 2 * GAP;
}

/* The facts stand beside the thigh where both legs leave the room, and the legs are as high as can
 * be. */
static gboolean
put_facts_beside (ShComparePainter *painter, int index, const cairo_rectangle_t *field)
{
  Layout *layout = &painter->layout;
  gboolean left = painter->options.scenario[index].side == SH_SIDE_RIGHT;
  double size = layout->size;
  double width = free_beside_thigh (&painter->options, index, field);
  double leg_width = LEG_WIDTH * field->height / LEG_HEIGHT;
  double spare = MAX (width - FACTS_MOST * size, 0), from, to;

  if (width < FACTS_LEAST * size)
    return FALSE;
  width = MIN (width, FACTS_MOST * size);
  from = field->x + 0.5 * spare;
  to = field->x + field->width - 0.5 * spare;
  layout->facts[index] =
      rectangle (left ? from + GAP : to - GAP - width, field->y + GAP,
                 left ? from + GAP + width : to - GAP, field->y + 0.5 * field->height);
  layout->leg[index] = rectangle (left ? to - leg_width : from, field->y,
                                  left ? to : from + leg_width, field->y + field->height);
  return TRUE;
}

/* Else the facts' height is taken from the top of the field. */
static void
put_facts_above (ShComparePainter *painter, int index, const cairo_rectangle_t *field, cairo_t *cr)
{
  Layout *layout = &painter->layout;
  double height = 0;

  if (painter->options.labels != SH_LABELS_NONE)
    for (int i = 0; i < 2; i++)
      height = MAX (height, sh_compare_facts_height (&painter->facts[i], cr, layout->size,
                                                     field->width - 2 * GAP));
  height = MIN (height + (height > 0 ? 1.2 * GAP : 0), 0.4 * field->height);
  layout->facts[index] = rectangle (field->x + GAP, field->y + 0.8 * GAP,
                                    field->x + field->width - GAP, field->y + height);
  layout->leg[index] = rectangle (field->x, field->y + height, field->x + field->width,
                                  field->y + field->height - 0.3 * GAP);
}

static void
divide_fields (ShComparePainter *painter, const cairo_rectangle_t field[2], cairo_t *cr)
{
  if (painter->options.labels != SH_LABELS_NONE && put_facts_beside (painter, 0, &field[0]) &&
      put_facts_beside (painter, 1, &field[1]))
    return;
  for (int i = 0; i < 2; i++)
    put_facts_above (painter, i, &field[i], cr);
}

/* The strip of numbers between the legs, or at the right of legs that lie. */
static void
lay_out_wide (const ShCompareOptions *o, double size, cairo_rectangle_t field[2], Layout *layout)
{
  double w = o->width, h = o->height;
  double strip = CLAMP (STRIP_SHARE_WIDE * w, MIN (17 * size, 0.4 * w), 26 * size);
  double left = 0.5 * (w - strip);

  if (is_stacked (o))
    {
      field[0] = rectangle (0, 0, w - strip, 0.5 * h);
      field[1] = rectangle (0, 0.5 * h, w - strip, h);
      left = w - strip - GAP;
    }
  else
    {
      field[0] = rectangle (0, 0, left, h);
      field[1] = rectangle (left + strip, 0, w, h);
    }
  layout->strip.rect = rectangle (left, 1.5 * GAP, left + strip, h - GAP);
}

/* The legs side by side, or one above the other when they lie, and the numbers below. */
static void
lay_out_high (const ShCompareOptions *o, cairo_rectangle_t field[2], Layout *layout)
{
  double w = o->width, split = (1 - STRIP_SHARE_HIGH) * o->height;

  if (is_stacked (o))
    {
      field[0] = rectangle (0, 0, w, 0.5 * split);
      field[1] = rectangle (0, 0.5 * split, w, split);
    }
  else
    {
      field[0] = rectangle (0, 0, 0.5 * w, split);
      field[1] = rectangle (0.5 * w, 0, w, split);
    }
  layout->strip.row = TRUE;
  layout->strip.rect = rectangle (GAP, split + 2 * GAP, w - GAP, o->height - GAP);
}

/* The legend takes the foot of a strip that is high enough for it. */
static void
place_legend (ShComparePainter *painter, cairo_t *cr)
{
  Layout *layout = &painter->layout;
  ShCompareStrip *strip = &layout->strip;
  double width = strip->rect.width - 2 * GAP;
  double height = sh_legend_height (cr, strip->size, width);

  if (!strip->words || strip->row ||
      (strip->rect.height - height) / strip->n < GAUGE_LEAST * strip->size)
    return;
  strip->rect.height -= height + GAP;
  layout->legend = (cairo_rectangle_t){ strip->rect.x + GAP,
                                        strip->rect.y + strip->rect.height + GAP, width, height };
}

/* A low picture shows fewer gauges, the pressure first, rather than letters too small to read. */
static void
fit_strip (ShCompareStrip *strip, double size)
{
  double height = strip->rect.height;

  strip->n = SH_N_GAUGES;
  while (!strip->row && strip->n > 1 && height / strip->n / GAUGE_TIGHT < MIN (size, LEAST_LETTERS))
    strip->n--;
  strip->size = MIN (size, height / (strip->row ? 1 : strip->n) / GAUGE_TIGHT);
}

static void
lay_out (ShComparePainter *painter)
{
  const ShCompareOptions *o = &painter->options;
  double size = sh_label_size (o->width, o->height, o->text_scale);
  cairo_surface_t *scratch = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (scratch);
  cairo_rectangle_t field[2];

  painter->layout = (Layout){
    .size = MIN (size, MAX (LEAST_LETTERS, FACTS_PART * o->height)),
    .strip = { .theme = o->theme, .size = size, .words = o->labels != SH_LABELS_NONE }
  };
  if (o->width > 1.05 * o->height)
    lay_out_wide (o, size, field, &painter->layout);
  else
    lay_out_high (o, field, &painter->layout);
  divide_fields (painter, field, cr);
  fit_strip (&painter->layout.strip, size);
  place_legend (painter, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (scratch);
}

static void
configure_leg (ShComparePainter *painter, int index)
{
  const ShCompareOptions *o = &painter->options;
  ShLegOptions leg = { .rect = painter->layout.leg[index],
                       .theme = o->theme,
                       .labels = SH_LABELS_NONE,
                       .side = o->scenario[index].side,
                       .posture = o->scenario[index].posture,
                       .text_scale = o->text_scale,
                       .scale = o->scale,
                       .vector = o->vector,
                       .in_worker = o->prepare_in_worker };

  sh_leg_view_configure (painter->leg[index], &leg);
}

static gboolean
same_options (const ShCompareOptions *a, const ShCompareOptions *b)
{
  return a->theme == b->theme && a->labels == b->labels && a->width == b->width &&
         a->height == b->height && a->scale == b->scale && a->text_scale == b->text_scale &&
         a->vector == b->vector && a->prepare_in_worker == b->prepare_in_worker &&
         sh_scenario_equal (&a->scenario[0], &b->scenario[0]) &&
         sh_scenario_equal (&a->scenario[1], &b->scenario[1]);
}

gboolean
sh_compare_painter_configure (ShComparePainter *painter, const ShCompareOptions *options)
{
  gboolean same = painter->configured && same_options (&painter->options, options);

  for (int i = 0; i < 2; i++)
    {
      ShCompareFacts facts;

      sh_compare_facts_init (&facts, i, options->title[i], &options->scenario[i]);
      same = same && g_str_equal (facts.title, painter->facts[i].title);
      sh_compare_facts_clear (&painter->facts[i]);
      painter->facts[i] = facts;
    }
  if (same)
    return FALSE;
  painter->options = *options;
  /* Only the facts keep titles, which belong to the caller. */
  painter->options.title[0] = painter->options.title[1] = NULL;
  painter->configured = TRUE;
  lay_out (painter);
  for (int i = 0; i < 2; i++)
    configure_leg (painter, i);
  return TRUE;
}

static double
ankle_mmhg (const ShFrame *frame)
{
  return frame->pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE];
}

void
sh_compare_painter_reset (ShComparePainter *painter)
{
  painter->has_mean = FALSE;
}

void
sh_compare_painter_advance (ShComparePainter *painter, const ShFrame frames[2], double dt_s)
{
  double part = painter->has_mean ? 1 - exp (-dt_s / MEAN_S) : 1;

  for (int i = 0; i < 2; i++)
    {
      sh_leg_view_advance (painter->leg[i], &frames[i], dt_s);
      painter->mean_mmhg[i] += part * (ankle_mmhg (&frames[i]) - painter->mean_mmhg[i]);
    }
  painter->has_mean = TRUE;
}

void
sh_compare_painter_draw_still (ShComparePainter *painter, cairo_t *cr)
{
  const ShCompareOptions *o = &painter->options;

  sh_paper_draw (cr, sh_theme (o->theme), o->width, o->height);
  sh_compare_strip_draw_still (&painter->layout.strip, cr);
  if (painter->layout.legend.width > 0)
    sh_legend_draw (cr, o->theme, painter->layout.legend.x, painter->layout.legend.y,
                    painter->layout.strip.size, painter->layout.legend.width);
  for (int i = 0; i < 2; i++)
    {
      const cairo_rectangle_t *rect = &painter->layout.facts[i];

      sh_leg_view_draw_still (painter->leg[i], cr);
      if (o->labels != SH_LABELS_NONE)
        sh_compare_facts_draw (&painter->facts[i], cr, o->theme, painter->layout.size, rect);
    }
}

static void
read_values (const ShComparePainter *painter, const ShFrame frames[2], ShCompareValues *values)
{
  for (int i = 0; i < 2; i++)
    {
      double now = ankle_mmhg (&frames[i]);
      double mean = painter->has_mean ? painter->mean_mmhg[i] : now;

      values->value[SH_GAUGE_PRESSURE][i] = mean;
      values->now[SH_GAUGE_PRESSURE][i] = now;
      values->value[SH_GAUGE_BLOOD][i] = frames[i].calf_blood_ml;
      values->now[SH_GAUGE_BLOOD][i] = NAN;
      values->value[SH_GAUGE_SWELLING][i] = frames[i].swelling_percent;
      values->now[SH_GAUGE_SWELLING][i] = NAN;
    }
}

void
sh_compare_painter_draw_moving (ShComparePainter *painter, cairo_t *cr, const ShFrame frames[2])
{
  ShCompareValues values;

  for (int i = 0; i < 2; i++)
    sh_leg_view_draw_moving (painter->leg[i], cr, &frames[i]);
  read_values (painter, frames, &values);
  sh_compare_strip_draw_moving (&painter->layout.strip, &values, cr);
}

ShPending
sh_compare_painter_pending (ShComparePainter *painter)
{
  ShPending first = sh_leg_view_pending (painter->leg[0]);
  ShPending second = sh_leg_view_pending (painter->leg[1]);

  /* What is ready is worth drawing at once. */
  return MAX (first, second);
}

int
sh_compare_painter_moving_areas (ShComparePainter *painter,
                                 cairo_rectangle_t areas[SH_COMPARE_AREAS])
{
  for (int i = 0; i < 2; i++)
    areas[i] = painter->layout.leg[i];
  areas[2] = painter->layout.strip.rect;
  return SH_COMPARE_AREAS;
}

gboolean
sh_compare_painter_valve_bounds (ShComparePainter *painter,
                                 int leg,
                                 ShValve valve,
                                 cairo_rectangle_t *bounds)
{
  const cairo_rectangle_t *rect = &painter->layout.leg[leg];

  return sh_leg_view_valve_bounds (painter->leg[leg], valve, bounds) &&
         bounds->y + bounds->height > rect->y && bounds->y < rect->y + rect->height;
}

ShHit
sh_compare_painter_pick (ShComparePainter *painter, double x, double y, int *leg)
{
  for (int i = 0; i < 2; i++)
    {
      const cairo_rectangle_t *rect = &painter->layout.leg[i];

      *leg = i;
      if (x >= rect->x && y >= rect->y && x < rect->x + rect->width && y < rect->y + rect->height)
        return sh_leg_view_pick (painter->leg[i], x, y);
    }
  return (ShHit){ SH_HIT_NOTHING, -1 };
}

/* The part of @bounds that lies in the leg's own place. */
static gboolean
clip_to_leg (ShComparePainter *painter, int leg, cairo_rectangle_t *bounds)
{
  const cairo_rectangle_t *all = &painter->layout.leg[leg];
  double right = MIN (bounds->x + bounds->width, all->x + all->width);
  double bottom = MIN (bounds->y + bounds->height, all->y + all->height);

  bounds->x = MAX (bounds->x, all->x);
  bounds->y = MAX (bounds->y, all->y);
  bounds->width = right - bounds->x;
  bounds->height = bottom - bounds->y;
  return bounds->width > 0.0 && bounds->height > 0.0;
}

gboolean
sh_compare_painter_target_bounds (ShComparePainter *painter,
                                  int leg,
                                  const ShTarget *target,
                                  cairo_rectangle_t *bounds)
{
  switch (target->kind)
    {
    case SH_TARGET_VALVE:
      return sh_leg_view_valve_bounds (painter->leg[leg], target->valve, bounds) &&
             clip_to_leg (painter, leg, bounds);
    case SH_TARGET_VEIN:
      return sh_leg_view_vein_bounds (painter->leg[leg], target->vein, bounds) &&
             clip_to_leg (painter, leg, bounds);
    case SH_TARGET_MUSCLE:
      sh_leg_view_calf_bounds (painter->leg[leg], bounds);
      return clip_to_leg (painter, leg, bounds);
    case SH_TARGET_PRESSURE:
    case SH_TARGET_VOLUME:
    case SH_TARGET_SWELLING:
      sh_compare_strip_gauge (&painter->layout.strip,
                              (ShGauge) (SH_GAUGE_PRESSURE + (target->kind - SH_TARGET_PRESSURE)),
                              bounds);
      return TRUE;
    case SH_TARGET_NOTHING:
    case SH_TARGET_SLICE:
    case SH_TARGET_FIGURE:
    case SH_TARGET_HEART:
    default:
      return FALSE;
    }
}
