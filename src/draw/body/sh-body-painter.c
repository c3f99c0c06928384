/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-body-painter.h"

#include <math.h>

#include "sh-body-private.h"
#include "sh-photo.h"

/* The thigh fades out upward over 15 units, with a soft knee in the ramp (art guide, section 2). */
#define FADE_TOP 14.0
#define FADE_BOTTOM 164.0
#define FADE_KNEE 0.45
#define FADE_KNEE_ALPHA 0.47
/* Pixels of a vector file's picture for one plate unit: 2000 over the leg's length, 270 for each
 * inch on half a page; more makes files that are too large to send. */
#define PHOTO_SCALE 1.25

/* Stations of the course on the far side, its widths in plate units, and over which stretch of the
 * foot, from toes to heel, it comes into sight. */
#define FAR_VEIN_POINTS 40
#define FAR_VEIN_WIDE 13.0
#define FAR_VEIN_NARROW 8.5
#define FAR_VEIN_FADE_FROM 590.0
#define FAR_VEIN_FADE_TO 660.0

struct _ShBodyPainter
{
  ShBodyMuscles *muscles;
  ShBodyBones *bones;
  ShBodySkin *skin;
  ShCurve *far_vein; /* where the small saphenous vein comes from */
  ShCurve *bounds;   /* the corners of what any pose can cover */
};

ShBodyPainter *
sh_body_painter_new (ShArt *art)
{
  /* A foot that points its toes reaches below the floor. */
  const ShPoint corners[] = { { 160, 0 }, { 900, 1900 } };
  ShBodyPainter *body = g_new0 (ShBodyPainter, 1);

  body->muscles = sh_body_muscles_new (art);
  body->bones = sh_body_bones_new (art);
  body->skin = sh_body_skin_new (art);
  body->far_vein = sh_curve_resample (sh_art_curve (art, "far.small-saphenous"), FAR_VEIN_POINTS);
  body->bounds = sh_curve_from_points (corners, NULL, 2, FALSE);
  return body;
}

void
sh_body_painter_free (ShBodyPainter *body)
{
  if (body == NULL)
    return;
  sh_body_muscles_free (body->muscles);
  sh_body_bones_free (body->bones);
  sh_body_skin_free (body->skin);
  sh_curve_free (body->far_vein);
  sh_curve_free (body->bounds);
  g_free (body);
}

ShCurve *
sh_body_moved (const ShBodyCanvas *canvas, const ShCurve *rest, ShRigPart part)
{
  ShCurve *curve = sh_curve_copy (rest);

  if (part == SH_RIG_SHANK)
    return curve;
  for (int i = 0; i < curve->n; i++)
    curve->point[i] = sh_rig_map (&canvas->rig, curve->point[i], part);
  sh_curve_update (curve);
  return curve;
}

/* A rounded end from @a to @b that reaches @cap times their distance away from @inner. */
static void
append_cap (GArray *points, ShPoint a, ShPoint b, ShPoint inner, double cap)
{
  double width = hypot (b.x - a.x, b.y - a.y);
  double dx = (a.x + b.x) / 2 - inner.x, dy = (a.y + b.y) / 2 - inner.y;
  double length = MAX (hypot (dx, dy), 1e-6);

  for (int i = 1; i < 8; i++)
    {
      double t = i / 8.0;
      double out = cap * width * 2 * sqrt (t * (1 - t));
      ShPoint p = { a.x + (b.x - a.x) * t + dx / length * out,
                    a.y + (b.y - a.y) * t + dy / length * out };

      g_array_append_val (points, p);
    }
}

static ShPoint
middle_of (const ShCurve *front, const ShCurve *back, int i)
{
  int j = (int) ((gint64) i * (back->n - 1) / (front->n - 1));

  return (ShPoint){ (front->point[i].x + back->point[j].x) / 2,
                    (front->point[i].y + back->point[j].y) / 2 };
}

ShCurve *
sh_body_between (const ShCurve *front, const ShCurve *back, double top, double bottom)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (ShPoint));

  g_array_append_vals (points, front->point, (guint) front->n);
  append_cap (points, front->point[front->n - 1], back->point[back->n - 1],
              middle_of (front, back, front->n * 7 / 8), bottom);
  for (int i = back->n - 1; i >= 0; i--)
    g_array_append_val (points, back->point[i]);
  append_cap (points, back->point[0], front->point[0], middle_of (front, back, front->n / 8), top);
  return sh_curve_from_points ((const ShPoint *) (void *) points->data, NULL, (int) points->len,
                               TRUE);
}

void
sh_body_fill (const ShBodyCanvas *canvas, const ShCurve *curve, ShColor color, double alpha)
{
  sh_curve_path (curve, canvas->cr);
  sh_set_color (canvas->cr, color, alpha);
  cairo_fill (canvas->cr);
}

void
sh_body_stroke (
    const ShBodyCanvas *canvas, const ShCurve *curve, ShColor color, double alpha, double width)
{
  sh_curve_path (curve, canvas->cr);
  sh_set_color (canvas->cr, color, alpha);
  cairo_set_line_width (canvas->cr, width);
  cairo_stroke (canvas->cr);
}

static void
stroke_far (const ShBodyCanvas *canvas, const ShCurve *curve, ShColor c, double alpha, double width)
{
  ShPoint from = sh_rig_map (&canvas->rig, (ShPoint){ FAR_VEIN_FADE_FROM, 1450 }, SH_RIG_FOOT);
  ShPoint to = sh_rig_map (&canvas->rig, (ShPoint){ FAR_VEIN_FADE_TO, 1430 }, SH_RIG_FOOT);
  cairo_pattern_t *fade = cairo_pattern_create_linear (from.x, from.y, to.x, to.y);

  cairo_pattern_add_color_stop_rgba (fade, 0, c.r, c.g, c.b, 0);
  cairo_pattern_add_color_stop_rgba (fade, 1, c.r, c.g, c.b, alpha);
  sh_curve_path (curve, canvas->cr);
  cairo_set_source (canvas->cr, fade);
  cairo_set_line_width (canvas->cr, width);
  cairo_stroke (canvas->cr);
  cairo_pattern_destroy (fade);
}

/* J9: the small saphenous vein comes from the outer edge of the foot and passes behind the outer
 * ankle, on the far side of what is cut here: it shines through, without a lumen. */
static void
paint_far_vein (const ShBodyPainter *body, const ShBodyCanvas *canvas)
{
  g_autoptr (ShCurve) curve = sh_body_moved (canvas, body->far_vein, SH_RIG_VEIN);

  if (!sh_body_sees (canvas, curve, FAR_VEIN_WIDE))
    return;
  stroke_far (canvas, curve, canvas->theme->contour, 0.3, FAR_VEIN_WIDE);
  stroke_far (canvas, curve, canvas->theme->blood_surface, 0.5, FAR_VEIN_NARROW);
}

static void
paint_inside (const ShBodyPainter *body, const ShBodyCanvas *canvas)
{
  sh_body_paint_window (body->skin, canvas);
  sh_body_paint_thigh (body->muscles, canvas);
  sh_body_paint_flexors (body->muscles, canvas);
  sh_body_paint_fibula (body->bones, canvas);
  sh_body_paint_calf (body->muscles, canvas);
  sh_body_paint_bones (body->bones, canvas);
  sh_body_paint_tendons (body->muscles, canvas);
  sh_body_paint_patella (body->bones, canvas);
  paint_far_vein (body, canvas);
}

static void
paint_paper_shadow (const ShBodyCanvas *canvas, const ShCurve *outline)
{
  g_autoptr (ShBodyMask) mask = sh_body_mask_new (canvas, outline, 46);

  sh_body_cast_shadow (canvas, mask, canvas->theme->shadow, 9, 10, 12, 0.28);
}

/* What has been painted into the group stays inside the skin, whose line reaches a little beyond
 * the outline. */
static void
pop_inside (cairo_t *cr, const ShCurve *outline)
{
  g_autoptr (ShCurve) border = sh_curve_offset (outline, -0.8);

  cairo_pop_group_to_source (cr);
  sh_curve_path (border, cr);
  cairo_fill (cr);
}

/* The tissues up to the skin's line. */
static void
paint_tissue (ShBodyPainter *body, const ShBodyCanvas *canvas)
{
  cairo_set_line_join (canvas->cr, CAIRO_LINE_JOIN_ROUND);
  paint_inside (body, canvas);
  sh_body_paint_skin (body->skin, canvas);
  sh_body_paint_nail (body->skin, canvas);
  sh_body_paint_lamella (body->skin, canvas);
}

/* Everything but the fade of the thigh. */
static void
paint_all (ShBodyPainter *body, const ShBodyCanvas *canvas, ShBodyFlags flags)
{
  g_autoptr (ShCurve) outline = sh_body_outline (body->skin, canvas);

  if (flags & SH_BODY_SHADOW)
    paint_paper_shadow (canvas, outline);
  cairo_push_group (canvas->cr);
  paint_tissue (body, canvas);
  pop_inside (canvas->cr, outline);
}

/* The tissues as one picture within the skin's exact line. */
static void
paint_photo (ShBodyPainter *body, const ShBodyCanvas *canvas, const ShCurve *outline)
{
  g_autoptr (ShCurve) border = sh_curve_offset (outline, -0.8);
  cairo_surface_t *picture, *photo;
  double left, top, right, bottom;
  ShBodyCanvas inner;
  cairo_t *cr;

  sh_curve_path (border, canvas->cr);
  cairo_path_extents (canvas->cr, &left, &top, &right, &bottom);
  picture =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (PHOTO_SCALE * (right - left)),
                                  (int) ceil (PHOTO_SCALE * (bottom - top)));
  cr = cairo_create (picture);
  cairo_scale (cr, PHOTO_SCALE, PHOTO_SCALE);
  cairo_translate (cr, -left, -top);
  sh_body_canvas_init (&inner, canvas->theme, &canvas->rig, cr, SH_BODY_PLAIN);
  paint_tissue (body, &inner);
  cairo_destroy (cr);
  photo = sh_photo_new (picture, canvas->theme->skin);
  cairo_save (canvas->cr);
  cairo_clip (canvas->cr);
  cairo_translate (canvas->cr, left, top);
  cairo_scale (canvas->cr, 1 / PHOTO_SCALE, 1 / PHOTO_SCALE);
  cairo_set_source_surface (canvas->cr, photo, 0, 0);
  cairo_paint (canvas->cr);
  cairo_restore (canvas->cr);
  cairo_surface_destroy (photo);
  cairo_surface_destroy (picture);
}

static void
paint_vector (ShBodyPainter *body, const ShBodyCanvas *canvas, ShBodyFlags flags)
{
  g_autoptr (ShCurve) outline = sh_body_outline (body->skin, canvas);
  double travel = sh_rig_travel (&canvas->rig).y;
  cairo_pattern_t *fade =
      cairo_pattern_create_linear (0, FADE_TOP - travel, 0, FADE_BOTTOM - travel);

  cairo_pattern_add_color_stop_rgba (fade, 0, 0, 0, 0, 0);
  cairo_pattern_add_color_stop_rgba (fade, FADE_KNEE, 0, 0, 0, FADE_KNEE_ALPHA);
  cairo_pattern_add_color_stop_rgba (fade, 1, 0, 0, 0, 1);
  cairo_push_group (canvas->cr);
  if (flags & SH_BODY_SHADOW)
    paint_paper_shadow (canvas, outline);
  cairo_new_path (canvas->cr);
  paint_photo (body, canvas, outline);
  cairo_pop_group_to_source (canvas->cr);
  cairo_mask (canvas->cr, fade);
  cairo_pattern_destroy (fade);
}

/* What the fade leaves at the height @y of the plate, 0…256. */
static guint32
fade_at (double y)
{
  double t = (y - FADE_TOP) / (FADE_BOTTOM - FADE_TOP);

  if (t < FADE_KNEE)
    t = FADE_KNEE_ALPHA * t / FADE_KNEE;
  else
    t = FADE_KNEE_ALPHA + (1 - FADE_KNEE_ALPHA) * (t - FADE_KNEE) / (1 - FADE_KNEE);
  return (guint32) (256 * CLAMP (t, 0, 1));
}

/* The same fade in pixels, at a tenth of the cost of a mask. */
static void
fade_pixels (cairo_surface_t *picture, const cairo_matrix_t *to_pixel)
{
  int width = cairo_image_surface_get_width (picture);
  int height = cairo_image_surface_get_height (picture);
  int stride = cairo_image_surface_get_stride (picture);
  guint8 *data = cairo_image_surface_get_data (picture);
  cairo_matrix_t to_plate = *to_pixel;

  cairo_matrix_invert (&to_plate);
  cairo_surface_flush (picture);
  for (int row = 0; row < height; row++)
    {
      guint32 *pixels = (guint32 *) (void *) (data + (gsize) row * stride);
      double left = to_plate.yx * 0.5 + to_plate.yy * (row + 0.5) + to_plate.y0;
      double right = left + to_plate.yx * width;

      if (MIN (left, right) >= FADE_BOTTOM)
        continue;
      for (int x = 0; x < width; x++)
        {
          guint32 keep = fade_at (left + to_plate.yx * x), p = pixels[x];

          pixels[x] =
              ((p & 0xff00ff) * keep >> 8 & 0xff00ff) | ((p >> 8 & 0xff00ff) * keep & 0xff00ff00);
        }
    }
  cairo_surface_mark_dirty (picture);
}

void
sh_body_fade (cairo_surface_t *unfaded,
              cairo_surface_t *faded,
              const cairo_matrix_t *to_pixel,
              double before_y,
              double travel_y)
{
  /* Below both fades nothing changes. */
  int last = (int) ceil ((FADE_BOTTOM - MIN (before_y, travel_y)) * to_pixel->yy + to_pixel->y0);
  int rows = CLAMP (last, 0, cairo_image_surface_get_height (unfaded));
  int width = cairo_image_surface_get_width (unfaded);
  int from_stride = cairo_image_surface_get_stride (unfaded);
  int to_stride = cairo_image_surface_get_stride (faded);
  const guint8 *from = cairo_image_surface_get_data (unfaded);
  guint8 *to = cairo_image_surface_get_data (faded);

  for (int row = 0; row < rows; row++)
    {
      const guint32 *source = (const guint32 *) (const void *) (from + (gsize) row * from_stride);
      guint32 *target = (guint32 *) (void *) (to + (gsize) row * to_stride);
      guint32 keep = fade_at ((row + 0.5 - to_pixel->y0) / to_pixel->yy + travel_y);

      for (int x = 0; x < width; x++)
        target[x] = ((source[x] & 0xff00ff) * keep >> 8 & 0xff00ff) |
                    ((source[x] >> 8 & 0xff00ff) * keep & 0xff00ff00);
    }
}

int
sh_body_fade_rows (const cairo_matrix_t *to_pixel)
{
  return (int) ceil ((FADE_BOTTOM + SH_RIG_MOST_TRAVEL) * to_pixel->yy + to_pixel->y0);
}

/* Paints into a picture of its own that reaches a little beyond the clip: Cairo rounds coverage
 * differently in the last pixels of a clip, and a patch must not show its border. */
static void
paint_pixels (ShBodyPainter *body,
              const ShBodyCanvas *outer,
              const cairo_rectangle_int_t *box,
              ShBodyFlags flags)
{
  cairo_surface_t *picture =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, box->width, box->height);
  cairo_matrix_t matrix = outer->to_pixel;
  cairo_t *cr = cairo_create (picture);
  ShBodyCanvas canvas;

  matrix.x0 -= box->x;
  matrix.y0 -= box->y;
  cairo_set_matrix (cr, &matrix);
  sh_body_canvas_init (&canvas, outer->theme, &outer->rig, cr, flags);
  paint_all (body, &canvas, flags);
  cairo_destroy (cr);
  if (!(flags & SH_BODY_UNFADED))
    fade_pixels (picture, &matrix);

  cairo_save (outer->cr);
  cairo_identity_matrix (outer->cr);
  cairo_scale (outer->cr, 1 / outer->density, 1 / outer->density);
  cairo_set_source_surface (outer->cr, picture, box->x, box->y);
  cairo_pattern_set_filter (cairo_get_source (outer->cr), CAIRO_FILTER_NEAREST);
  cairo_paint (outer->cr);
  cairo_restore (outer->cr);
  cairo_surface_destroy (picture);
}

void
sh_body_paint (
    ShBodyPainter *body, const ShTheme *theme, const ShRig *rig, cairo_t *cr, ShBodyFlags flags)
{
  ShBodyCanvas canvas;
  cairo_rectangle_int_t box;

  cairo_save (cr);
  sh_body_canvas_init (&canvas, theme, rig, cr, flags);
  if (canvas.vector)
    paint_vector (body, &canvas, flags);
  else if (sh_body_visible_box (&canvas, body->bounds, 40, 3, &box))
    paint_pixels (body, &canvas, &box, flags);
  cairo_restore (cr);
}

void
sh_body_paint_front (ShBodyPainter *body, const ShTheme *theme, const ShRig *rig, cairo_t *cr)
{
  ShBodyCanvas canvas;

  cairo_save (cr);
  sh_body_canvas_init (&canvas, theme, rig, cr, SH_BODY_PLAIN);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  sh_body_paint_lips (body->skin, &canvas);
  cairo_restore (cr);
}

/* A soft dark ellipse on the ground. */
static void
contact (cairo_t *cr, const ShTheme *theme, double x, double rx, double ry, double alpha)
{
  cairo_pattern_t *pattern;
  ShColor c = theme->shadow;

  cairo_save (cr);
  cairo_translate (cr, x, 1541);
  cairo_scale (cr, rx, ry);
  pattern = cairo_pattern_create_radial (0, 0, 0, 0, 0, 1);
  cairo_pattern_add_color_stop_rgba (pattern, 0, c.r, c.g, c.b, alpha);
  cairo_pattern_add_color_stop_rgba (pattern, 0.5, c.r, c.g, c.b, 0.55 * alpha);
  cairo_pattern_add_color_stop_rgba (pattern, 0.8, c.r, c.g, c.b, 0.12 * alpha);
  cairo_pattern_add_color_stop_rgba (pattern, 1, c.r, c.g, c.b, 0);
  cairo_set_source (cr, pattern);
  cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
  cairo_restore (cr);
}

void
sh_body_paint_ground (ShBodyPainter *body, const ShTheme *theme, const ShRig *rig, cairo_t *cr)
{
  double heel = CLAMP (rig->pose.heel_lift_deg / 20, 0, 1);
  /* The shadow of a lifted foot is paler and wider. */
  double near = 1 / (1 + rig->pose.lift / 14);
  double wide = 1.15 - 0.15 * near;
  /* The dark under heel, ball and toe is there only where they touch. */
  double touch = near * near * near;

  contact (cr, theme, 535 - 40 * heel, (330 - 30 * heel) * wide, 26, 0.36 * (0.35 + 0.65 * near));
  contact (cr, theme, 735 - 30 * heel, 105 + 60 * heel, 13 + 8 * heel,
           0.5 * touch * (1 - 0.85 * heel));
  contact (cr, theme, 385, 52, 11, 0.5 * touch);
  contact (cr, theme, 265, 40, 9, 0.4 * touch);
}

void
sh_body_region_bounds (ShBodyRegion region, cairo_rectangle_t *bounds)
{
  static const cairo_rectangle_t regions[SH_N_BODY_REGIONS] = {
    [SH_BODY_REGION_CALF] = { 680, 460, 220, 720 },
    [SH_BODY_REGION_FOOT] = { 100, 1180, 800, 640 },
    [SH_BODY_REGION_SHIN] = { 520, 560, 110, 620 },
  };

  *bounds = regions[region];
}
