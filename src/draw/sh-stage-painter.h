/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-art.h"
#include "sh-model.h"
#include "sh-theme.h"

typedef enum
{
  SH_VIEW_STAGE, /* leg, slice and the small figure together */
  SH_VIEW_LEG,
  SH_VIEW_SLICE,
  SH_VIEW_LENS,
  SH_VIEW_FIGURE,
  SH_N_VIEWS
} ShView;

typedef enum
{
  SH_LABELS_NONE,
  SH_LABELS_FEW,
  SH_LABELS_ALL
} ShLabels;

/** How a picture is to be drawn, apart from what happens in it. */
typedef struct
{
  ShView view;
  ShThemeId theme;
  ShLabels labels;
  double width; /* of the whole picture, in user units of the cairo_t (pixels, points) */
  double height;
  double scale;            /* device pixels per user unit, for the resolution of cached layers */
  double text_scale;       /* 1…2 */
  double level;            /* the slice's level: 0 ankle … 1 knee */
  ShValve valve;           /* under the lens */
  ShPosture posture;       /* lying turns the leg, so that gravity is seen */
  ShSide side;             /* a left leg is the mirror picture */
  gboolean reduced_motion; /* key frames: the phase of the movement is marked beside the figure */
  gboolean vector; /* onto a vector surface: cached pixel layers only where vectors make no sense */
  /* Costly pictures are painted in a thread, and the nearest ones stand in until they are ready:
   * for a window. Without it every picture is a pure function of frame and options. */
  gboolean prepare_in_worker;
} ShSceneOptions;

/** Fills @options with the defaults of the command line: the stage, light, few names, 1280×800. */
void sh_scene_options_init (ShSceneOptions *options);

/** What lies under a point of the stage. */
typedef enum
{
  SH_HIT_NOTHING,
  SH_HIT_VEIN,
  SH_HIT_VALVE,
  SH_HIT_LEVEL, /* the slice's level line on the leg */
  SH_HIT_MUSCLE
} ShHitKind;

typedef struct
{
  ShHitKind kind;
  int id; /* ShVein or ShValve */
} ShHit;

/**
 * Paints a view in two layers: the still one, to be rendered once per size and theme and kept, and
 * the moving one, drawn from a frame every time. Drawing the first and then the second gives the
 * whole picture.
 *
 * Blood cells travel: sh_stage_painter_advance() moves them by the frame's velocities, and tells
 * blood that goes on falling back from a valve that closes; everything else is a pure function of
 * frame and options.
 */
typedef struct _ShStagePainter ShStagePainter;

/** Returns: (transfer full) */
ShStagePainter *sh_stage_painter_new (ShArt *art);
void sh_stage_painter_free (ShStagePainter *painter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShStagePainter, sh_stage_painter_free)

/** Lays the view out for @options. Returns whether the still layer has to be drawn again. */
gboolean sh_stage_painter_configure (ShStagePainter *painter, const ShSceneOptions *options);

/** Moves the blood cells on by @dt_s seconds of shown time with the velocities of @frame. */
void sh_stage_painter_advance (ShStagePainter *painter, const ShFrame *frame, double dt_s);

/** Draws the still layer onto the whole picture, paper included. */
void sh_stage_painter_draw_still (ShStagePainter *painter, cairo_t *cr);
/** Draws the moving layer for @frame over the still one, inside its bounds only. */
void sh_stage_painter_draw_moving (ShStagePainter *painter, cairo_t *cr, const ShFrame *frame);

/** The parts of the moving layer, in the order in which they are drawn. */
typedef enum
{
  SH_PART_BODY,
  SH_PART_LEADERS, /* with the level */
  SH_PART_VEINS,
  SH_PART_CELLS, /* with the valves */
  SH_PART_FRONT, /* what covers the veins, and the badges */
  SH_PART_SLICE,
  SH_PART_FIGURE,
  SH_PART_LENS,
  SH_N_PARTS
} ShStagePart;
/** Is told whenever a part of the moving layer has been drawn. */
typedef void (*ShStageWatch) (ShStagePart part, gpointer user_data);
/** Sets who wants to know; for measuring. @watch: (nullable) */
void sh_stage_painter_set_watch (ShStagePainter *painter, ShStageWatch watch, gpointer user_data);

/** What the last drawn moving layer still waits for. */
typedef enum
{
  SH_PENDING_NOTHING, /* it is what it should be */
  SH_PENDING_WAITING, /* something stands in for what is being painted */
  SH_PENDING_READY    /* drawn again, it would be better */
} ShPending;
/** Whether to draw the moving layer again though the frame is the same; only with
 * prepare_in_worker anything but SH_PENDING_NOTHING. */
ShPending sh_stage_painter_pending (ShStagePainter *painter);

/** The smallest rectangle of whole units that holds everything the moving layer may touch. */
void sh_stage_painter_moving_bounds (ShStagePainter *painter, cairo_rectangle_t *bounds);

/** The most areas that the moving layer consists of. */
#define SH_STAGE_AREAS 4
/** The same as separate rectangles (leg, slice, figure) that do not overlap, for someone who wants
 * to pay only for these. Returns how many there are. */
int sh_stage_painter_moving_areas (ShStagePainter *painter,
                                   cairo_rectangle_t areas[SH_STAGE_AREAS]);

/** What lies under a point of the picture, in user units. Nothing is SH_HIT_NOTHING. */
ShHit sh_stage_painter_pick (ShStagePainter *painter, double x, double y);
/** Where a valve is drawn, for hot spots and focus rings; FALSE when this view does not show it. */
gboolean
sh_stage_painter_valve_bounds (ShStagePainter *painter, ShValve valve, cairo_rectangle_t *bounds);

/** What a lesson can point at in the picture. */
typedef enum
{
  SH_TARGET_NOTHING,
  SH_TARGET_VALVE,
  SH_TARGET_VEIN,
  SH_TARGET_MUSCLE, /* the calf's belly; in the slice alone, all of it */
  SH_TARGET_SLICE,  /* beside the leg */
  SH_TARGET_FIGURE,
  SH_TARGET_HEART,    /* of the small figure */
  SH_TARGET_PRESSURE, /* these three are numbers beside two legs */
  SH_TARGET_VOLUME,
  SH_TARGET_SWELLING
} ShTargetKind;

typedef struct
{
  ShTargetKind kind;
  ShValve valve; /* of SH_TARGET_VALVE */
  ShVein vein;   /* of SH_TARGET_VEIN */
} ShTarget;

/** Where a target is drawn at the instant of @frame, in user units; FALSE when this view does not
 * show it. */
gboolean sh_stage_painter_target_bounds (ShStagePainter *painter,
                                         const ShTarget *target,
                                         const ShFrame *frame,
                                         cairo_rectangle_t *bounds);
/** The slice's level at the height @y of the leg, 0…1. */
double sh_stage_painter_level_at (ShStagePainter *painter, double x, double y);
