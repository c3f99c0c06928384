/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-stage-painter.h"

#include "sh-figure-painter.h"
#include "sh-labels.h"
#include "sh-leg-view.h"
#include "sh-lens-painter.h"
#include "sh-paper.h"
#include "sh-phase-strip.h"
#include "sh-slice-painter.h"
#include "sh-stage-layout.h"

struct _ShStagePainter
{
  ShArt *art;
  ShLegView *leg;
  ShSlicePainter *slice;
  ShFigurePainter *figure;
  ShLensPainter *lens;
  ShSceneOptions options;
  ShStageLayout layout;
  gboolean configured;
  ShStageWatch watch;
  gpointer watch_data;
};

ShStagePainter *
sh_stage_painter_new (ShArt *art)
{
  ShStagePainter *painter = g_new0 (ShStagePainter, 1);

  painter->art = sh_art_ref (art);
  painter->leg = sh_leg_view_new (art);
  painter->slice = sh_slice_painter_new (art);
  painter->figure = sh_figure_painter_new (art);
  painter->lens = sh_lens_painter_new ();
  sh_scene_options_init (&painter->options);
  return painter;
}

void
sh_stage_painter_free (ShStagePainter *painter)
{
  sh_leg_view_free (painter->leg);
  sh_slice_painter_free (painter->slice);
  sh_figure_painter_free (painter->figure);
  sh_lens_painter_free (painter->lens);
  sh_art_unref (painter->art);
  g_free (painter);
}

static gboolean
shown (const cairo_rectangle_t *rect)
{
  return rect->width > 0;
}

static gboolean
configure_leg (ShStagePainter *painter, const ShSceneOptions *o)
{
  ShLegOptions leg = { .rect = painter->layout.leg,
                       .theme = o->theme,
                       .labels = o->labels,
                       .side = o->side,
                       .posture = o->posture,
                       .text_scale = o->text_scale,
                       .scale = o->scale,
                       .level = o->level,
                       .level_line = o->view == SH_VIEW_STAGE,
                       .vector = o->vector,
                       .in_worker = o->prepare_in_worker };

  return shown (&painter->layout.leg) && sh_leg_view_configure (painter->leg, &leg);
}

/* The small views' letters grow with the picture as those around the leg do. */
static double
small_text_scale (const ShSceneOptions *o)
{
  return o->text_scale * sh_label_size (o->width, o->height, 1) / SH_LABEL_LEAST;
}

static gboolean
configure_slice (ShStagePainter *painter, const ShSceneOptions *o)
{
  ShSliceOptions slice = { .rect = painter->layout.slice,
                           .theme = o->theme,
                           .side = o->side,
                           .labels = o->labels,
                           .level = o->level,
                           .text_scale = small_text_scale (o),
                           .scale = o->scale,
                           .vector = o->vector };

  return shown (&painter->layout.slice) && sh_slice_painter_configure (painter->slice, &slice);
}

static gboolean
configure_figure (ShStagePainter *painter, const ShSceneOptions *o)
{
  ShFigureOptions figure = { .rect = painter->layout.figure,
                             .theme = o->theme,
                             .side = o->side,
                             .labels = o->labels,
                             .text_scale = small_text_scale (o),
                             .scale = o->scale };

  return shown (&painter->layout.figure) && sh_figure_painter_configure (painter->figure, &figure);
}

static gboolean
configure_lens (ShStagePainter *painter, const ShSceneOptions *o)
{
  ShLensOptions lens = { .rect = painter->layout.lens,
                         .theme = o->theme,
                         .valve = o->valve,
                         .labels = o->labels,
                         .text_scale = o->text_scale,
                         .scale = o->scale,
                         .vector = o->vector };

  return shown (&painter->layout.lens) && sh_lens_painter_configure (painter->lens, &lens);
}

gboolean
sh_stage_painter_configure (ShStagePainter *painter, const ShSceneOptions *options)
{
  const ShSceneOptions *old = &painter->options;
  gboolean again = !painter->configured || old->view != options->view ||
                   old->width != options->width || old->height != options->height ||
                   old->theme != options->theme || old->scale != options->scale;

  painter->options = *options;
  painter->configured = TRUE;
  sh_stage_layout (options, &painter->layout);
  again |= configure_leg (painter, options);
  again |= configure_slice (painter, options);
  again |= configure_figure (painter, options);
  again |= configure_lens (painter, options);
  return again;
}

void
sh_stage_painter_advance (ShStagePainter *painter, const ShFrame *frame, double dt_s)
{
  sh_leg_view_advance (painter->leg, frame, dt_s);
  sh_slice_painter_advance (painter->slice, frame, dt_s);
  if (shown (&painter->layout.lens))
    sh_lens_painter_advance (painter->lens, frame, dt_s);
}

void
sh_stage_painter_draw_still (ShStagePainter *painter, cairo_t *cr)
{
  sh_paper_draw (cr, sh_theme (painter->options.theme), painter->options.width,
                 painter->options.height);
  if (shown (&painter->layout.leg))
    sh_leg_view_draw_still (painter->leg, cr);
  if (shown (&painter->layout.slice))
    sh_slice_painter_draw_still (painter->slice, cr);
  if (shown (&painter->layout.figure))
    sh_figure_painter_draw_still (painter->figure, cr);
  if (shown (&painter->layout.lens))
    sh_lens_painter_draw_still (painter->lens, cr);
}

static void
drawn (ShStagePainter *painter, ShStagePart part)
{
  if (painter->watch != NULL)
    painter->watch (part, painter->watch_data);
}

void
sh_stage_painter_set_watch (ShStagePainter *painter, ShStageWatch watch, gpointer user_data)
{
  painter->watch = watch;
  painter->watch_data = user_data;
  sh_leg_view_set_watch (painter->leg, watch, user_data);
}

static void
draw_phase (ShStagePainter *painter, cairo_t *cr, const ShFrame *frame)
{
  const ShSceneOptions *o = &painter->options;

  sh_phase_strip_draw (frame, sh_theme (o->theme), o->labels, &painter->layout.figure,
                       sh_label_size (o->width, o->height, o->text_scale), cr);
}

void
sh_stage_painter_draw_moving (ShStagePainter *painter, cairo_t *cr, const ShFrame *frame)
{
  if (shown (&painter->layout.leg))
    sh_leg_view_draw_moving (painter->leg, cr, frame);
  if (shown (&painter->layout.slice))
    sh_slice_painter_draw_moving (painter->slice, cr, frame);
  drawn (painter, SH_PART_SLICE);
  if (shown (&painter->layout.figure))
    sh_figure_painter_draw_moving (painter->figure, cr, frame);
  if (shown (&painter->layout.figure) && painter->options.reduced_motion)
    draw_phase (painter, cr, frame);
  drawn (painter, SH_PART_FIGURE);
  if (shown (&painter->layout.lens))
    sh_lens_painter_draw_moving (painter->lens, cr, frame);
  drawn (painter, SH_PART_LENS);
}

ShPending
sh_stage_painter_pending (ShStagePainter *painter)
{
  return shown (&painter->layout.leg) ? sh_leg_view_pending (painter->leg) : SH_PENDING_NOTHING;
}

static void
grow (cairo_rectangle_t *all, const cairo_rectangle_t *part)
{
  double right = MAX (all->x + all->width, part->x + part->width);
  double bottom = MAX (all->y + all->height, part->y + part->height);

  if (all->width <= 0)
    {
      *all = *part;
      return;
    }
  all->x = MIN (all->x, part->x);
  all->y = MIN (all->y, part->y);
  all->width = right - all->x;
  all->height = bottom - all->y;
}

int
sh_stage_painter_moving_areas (ShStagePainter *painter, cairo_rectangle_t areas[SH_STAGE_AREAS])
{
  int n = 0;

  if (shown (&painter->layout.leg))
    sh_leg_view_moving_bounds (painter->leg, &areas[n++]);
  if (shown (&painter->layout.slice))
    sh_slice_painter_moving_bounds (painter->slice, &areas[n++]);
  if (shown (&painter->layout.figure))
    sh_figure_painter_moving_bounds (painter->figure, &areas[n++]);
  if (shown (&painter->layout.lens))
    sh_lens_painter_moving_bounds (painter->lens, &areas[n++]);
  return n;
}

void
sh_stage_painter_moving_bounds (ShStagePainter *painter, cairo_rectangle_t *bounds)
{
  cairo_rectangle_t areas[SH_STAGE_AREAS];
  int n = sh_stage_painter_moving_areas (painter, areas);

  *bounds = (cairo_rectangle_t){ 0, 0, 0, 0 };
  for (int i = 0; i < n; i++)
    grow (bounds, &areas[i]);
}

static gboolean
inside (const cairo_rectangle_t *rect, double x, double y)
{
  return x >= rect->x && y >= rect->y && x < rect->x + rect->width && y < rect->y + rect->height;
}

ShHit
sh_stage_painter_pick (ShStagePainter *painter, double x, double y)
{
  if (inside (&painter->layout.leg, x, y))
    return sh_leg_view_pick (painter->leg, x, y);
  if (inside (&painter->layout.slice, x, y))
    return sh_slice_painter_pick (painter->slice, x, y);
  return (ShHit){ SH_HIT_NOTHING, -1 };
}

gboolean
sh_stage_painter_valve_bounds (ShStagePainter *painter, ShValve valve, cairo_rectangle_t *bounds)
{
  return shown (&painter->layout.leg) && sh_leg_view_valve_bounds (painter->leg, valve, bounds);
}

/* Parts of the picture lie close; this much inside of its border, in user units, a part ends. */
#define PART_BORDER 12.0

/* Whether a part is shown; then @bounds is its place. */
static gboolean
take_part (const cairo_rectangle_t *part, cairo_rectangle_t *bounds)
{
  *bounds = (cairo_rectangle_t){ part->x + PART_BORDER, part->y + PART_BORDER,
                                 MAX (part->width - 2.0 * PART_BORDER, 1.0),
                                 MAX (part->height - 2.0 * PART_BORDER, 1.0) };
  return shown (part);
}

gboolean
sh_stage_painter_target_bounds (ShStagePainter *painter,
                                const ShTarget *target,
                                const ShFrame *frame,
                                cairo_rectangle_t *bounds)
{
  const ShStageLayout *layout = &painter->layout;

  switch (target->kind)
    {
    case SH_TARGET_VALVE:
      return sh_stage_painter_valve_bounds (painter, target->valve, bounds);
    case SH_TARGET_VEIN:
      return shown (&layout->leg)
                 ? sh_leg_view_vein_bounds (painter->leg, target->vein, bounds)
                 : shown (&layout->slice) &&
                       sh_slice_painter_vein_bounds (painter->slice, target->vein, bounds);
    case SH_TARGET_MUSCLE:
      if (!shown (&layout->leg))
        return take_part (&layout->slice, bounds);
      sh_leg_view_calf_bounds (painter->leg, bounds);
      return TRUE;
    case SH_TARGET_SLICE:
      /* A ring around all that there is would say nothing. */
      return shown (&layout->leg) && take_part (&layout->slice, bounds);
    case SH_TARGET_FIGURE:
      /* The note above the figure reaches the edge of its part: a ring goes between it and the
       * slice's last label. */
      take_part (&layout->figure, bounds);
      bounds->y -= PART_BORDER / 2.0;
      bounds->height += PART_BORDER / 2.0;
      return shown (&layout->figure);
    case SH_TARGET_HEART:
      if (shown (&layout->figure))
        sh_figure_painter_heart_bounds (painter->figure, frame, bounds);
      return shown (&layout->figure);
    case SH_TARGET_NOTHING:
    case SH_TARGET_PRESSURE:
    case SH_TARGET_VOLUME:
    case SH_TARGET_SWELLING:
    default:
      return FALSE;
    }
}

double
sh_stage_painter_level_at (ShStagePainter *painter, double x, double y)
{
  return shown (&painter->layout.leg) ? sh_leg_view_level_at (painter->leg, x, y)
                                      : painter->options.level;
}
