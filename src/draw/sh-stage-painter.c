/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-stage-painter.h"

#include <math.h>

#include "sh-leg-view.h"

struct _ShStagePainter
{
  ShArt *art;
  ShLegView *leg;
  ShSceneOptions options;
  gboolean configured;
};

void
sh_scene_options_init (ShSceneOptions *options)
{
  *options = (ShSceneOptions){ .view = SH_VIEW_STAGE,
                               .theme = SH_THEME_LIGHT,
                               .labels = SH_LABELS_FEW,
                               .width = 1280,
                               .height = 800,
                               .scale = 1,
                               .text_scale = 1,
                               .level = 0.6,
                               .valve = SH_VALVE_POPLITEAL_1,
                               .posture = SH_POSTURE_STANDING,
                               .side = SH_SIDE_RIGHT };
}

ShStagePainter *
sh_stage_painter_new (ShArt *art)
{
  ShStagePainter *painter = g_new0 (ShStagePainter, 1);

  painter->art = sh_art_ref (art);
  painter->leg = sh_leg_view_new (art);
  sh_scene_options_init (&painter->options);
  return painter;
}

void
sh_stage_painter_free (ShStagePainter *painter)
{
  sh_leg_view_free (painter->leg);
  sh_art_unref (painter->art);
  g_free (painter);
}

gboolean
sh_stage_painter_configure (ShStagePainter *painter, const ShSceneOptions *options)
{
  ShLegOptions leg = { .rect = { 0, 0, options->width, options->height },
                       .theme = options->theme,
                       .labels = options->labels,
                       .side = options->side,
                       .posture = options->posture,
                       .text_scale = options->text_scale,
                       .scale = options->scale,
                       .level = options->level,
                       .level_line = options->view == SH_VIEW_STAGE,
                       .vector = options->vector };

  painter->options = *options;
  return sh_leg_view_configure (painter->leg, &leg);
}

void
sh_stage_painter_advance (ShStagePainter *painter, const ShFrame *frame, double dt_s)
{
  sh_leg_view_advance (painter->leg, frame, dt_s);
}

void
sh_stage_painter_draw_still (ShStagePainter *painter, cairo_t *cr)
{
  sh_set_color (cr, sh_theme (painter->options.theme)->paper, 1);
  cairo_rectangle (cr, 0, 0, painter->options.width, painter->options.height);
  cairo_fill (cr);
}

void
sh_stage_painter_draw_moving (ShStagePainter *painter, cairo_t *cr, const ShFrame *frame)
{
  sh_leg_view_draw_moving (painter->leg, cr, frame);
}

void
sh_stage_painter_moving_bounds (ShStagePainter *painter, cairo_rectangle_t *bounds)
{
  sh_leg_view_moving_bounds (painter->leg, bounds);
}

ShHit
sh_stage_painter_pick (ShStagePainter *painter, double x, double y)
{
  return sh_leg_view_pick (painter->leg, x, y);
}

gboolean
sh_stage_painter_valve_bounds (ShStagePainter *painter, ShValve valve, cairo_rectangle_t *bounds)
{
  return sh_leg_view_valve_bounds (painter->leg, valve, bounds);
}

double
sh_stage_painter_level_at (ShStagePainter *painter, double x, double y)
{
  return sh_leg_view_level_at (painter->leg, x, y);
}
