/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-body-painter.h"
#include "sh-texture.h"

/* What the files of the body painter share; nobody else includes this. */

/** One call of sh_body_paint(): where it paints, and in which pose. */
typedef struct
{
  const ShTheme *theme;
  ShRig rig;
  ShRig deep; /* the same pose without swelling, which stays in the fat */
  cairo_t *cr;
  cairo_matrix_t to_pixel;    /* plate coordinates to the pixels of soft shadows */
  cairo_rectangle_int_t clip; /* in those pixels */
  cairo_rectangle_t view;     /* the clip in plate coordinates */
  double scale;               /* pixels per plate unit */
  double density;             /* pixels per unit of the context's device space */
  gboolean vector;
} ShBodyCanvas;

/** Begins a call of sh_body_paint() on @cr with its present matrix and clip. */
void sh_body_canvas_init (
    ShBodyCanvas *canvas, const ShTheme *theme, const ShRig *rig, cairo_t *cr, ShBodyFlags flags);
/** Whether anything within @margin of the curve can be seen. */
gboolean sh_body_sees (const ShBodyCanvas *canvas, const ShCurve *curve, double margin);

/** The part of the curve's bounds, grown by @margin, that lies within @beyond pixels of the clip;
 * FALSE when the clip does not meet it. */
gboolean sh_body_visible_box (const ShBodyCanvas *canvas,
                              const ShCurve *curve,
                              double margin,
                              int beyond,
                              cairo_rectangle_int_t *box);

/* Soft light, sh-body-light.c. Lengths are plate units. */

/** How round a solid looks. */
typedef struct
{
  ShColor shade;
  ShColor light;
  double shift;      /* how far the light comes from the side */
  double blur;       /* how wide the roll-off is */
  double shading;    /* opacity of the shade, 0…1 */
  double lighting;   /* opacity of the light */
  double rim;        /* width of the dark rim; 0 for none */
  double ramp_light; /* opacity of the light at the lit side of the whole thing */
  double ramp_shade; /* opacity of the shade at its other side */
} ShBodyVolume;

/** The pixels of a filled closed curve, or NULL when none is in sight. */
typedef struct _ShBodyMask ShBodyMask;
ShBodyMask *sh_body_mask_new (const ShBodyCanvas *canvas, const ShCurve *curve, double margin);
void sh_body_mask_free (ShBodyMask *mask);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShBodyMask, sh_body_mask_free)

/** Paints the soft shadow of a shape, moved by @dx and @dy and blurred by @blur plate units. */
void sh_body_cast_shadow (const ShBodyCanvas *canvas,
                          const ShBodyMask *mask,
                          ShColor color,
                          double dx,
                          double dy,
                          double blur,
                          double alpha);
/** Lays light and shade upon a shape that has been painted. @rest is its resting curve, over whose
 * bounds the ramp from the lit side to the other one goes. */
void sh_body_model (const ShBodyCanvas *canvas,
                    const ShBodyMask *mask,
                    const ShBodyVolume *volume,
                    const ShCurve *rest);

/* Curves in the canvas's pose. */
ShCurve *sh_body_moved (const ShBodyCanvas *canvas, const ShCurve *rest, ShRigPart part);
/** The closed outline of two edges that both run from top to bottom, with rounded ends that reach
 * @top and @bottom times the end's width beyond it: half is round, more is pointed. */
ShCurve *sh_body_between (const ShCurve *front, const ShCurve *back, double top, double bottom);
void sh_body_fill (const ShBodyCanvas *canvas, const ShCurve *curve, ShColor color, double alpha);
void sh_body_stroke (
    const ShBodyCanvas *canvas, const ShCurve *curve, ShColor color, double alpha, double width);

/* The parts of the body, each prepared once. */

typedef struct _ShBodyMuscles ShBodyMuscles; /* sh-body-muscle.c: bellies and tendons */
ShBodyMuscles *sh_body_muscles_new (const ShArt *art);
void sh_body_muscles_free (ShBodyMuscles *muscles);
void sh_body_paint_thigh (const ShBodyMuscles *muscles, const ShBodyCanvas *canvas);
void sh_body_paint_flexors (const ShBodyMuscles *muscles, const ShBodyCanvas *canvas);
void sh_body_paint_calf (const ShBodyMuscles *muscles, const ShBodyCanvas *canvas);
void sh_body_paint_tendons (const ShBodyMuscles *muscles, const ShBodyCanvas *canvas);

typedef struct _ShBodyBones ShBodyBones; /* sh-body-bone.c: bones, cartilage, ligaments */
ShBodyBones *sh_body_bones_new (const ShArt *art);
void sh_body_bones_free (ShBodyBones *bones);
void sh_body_paint_fibula (const ShBodyBones *bones, const ShBodyCanvas *canvas);
void sh_body_paint_bones (const ShBodyBones *bones, const ShBodyCanvas *canvas);
void sh_body_paint_patella (const ShBodyBones *bones, const ShBodyCanvas *canvas);

typedef struct _ShBodySkin ShBodySkin; /* sh-body-skin.c: skin, fat, fascia, loose tissue */
ShBodySkin *sh_body_skin_new (const ShArt *art);
void sh_body_skin_free (ShBodySkin *skin);
/** The outline of the skin in the canvas's pose. Returns: (transfer full) */
ShCurve *sh_body_outline (const ShBodySkin *skin, const ShBodyCanvas *canvas);
void sh_body_paint_window (const ShBodySkin *skin, const ShBodyCanvas *canvas);
void sh_body_paint_skin (const ShBodySkin *skin, const ShBodyCanvas *canvas);
void sh_body_paint_lamella (const ShBodySkin *skin, const ShBodyCanvas *canvas);
void sh_body_paint_lips (const ShBodySkin *skin, const ShBodyCanvas *canvas);
void sh_body_paint_nail (const ShBodySkin *skin, const ShBodyCanvas *canvas);

/** The great toe, which keeps its skin: @skin is the resting outline of the whole leg, @nail that
 * of the nail. sh-body-toe.c */
void sh_body_paint_toe (const ShCurve *skin, const ShCurve *nail, const ShBodyCanvas *canvas);

/** Textures of many small strokes are filled with fewer steps of grey, which nobody sees and which
 * is twice as fast. */
void sh_body_begin_texture (const ShBodyCanvas *canvas);
void sh_body_end_texture (const ShBodyCanvas *canvas);
/** Whether a small thing at a place can be seen. */
gboolean sh_body_sees_place (const ShBodyCanvas *canvas, ShPoint place, double reach);
/** Whether a thin stroke can be seen. */
gboolean sh_body_sees_stroke (const ShBodyCanvas *canvas, const ShPoint *points, int n);
