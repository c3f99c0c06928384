/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "sh-blur.h"
#include "sh-body-private.h"

/* On a vector surface soft shadows are pictures of this many pixels a user unit. */
#define VECTOR_RESOLUTION 2.0

/* Coverage of a shape, one byte a pixel, at a place in the pixels of the canvas. */
struct _ShBodyMask
{
  cairo_rectangle_int_t box;
  cairo_rectangle_int_t tight; /* the part of it that the shape can cover */
  int stride;
  guint8 *pixels;
};

static void
rectangle_to_pixels (const cairo_matrix_t *matrix,
                     const cairo_rectangle_t *rectangle,
                     double *left,
                     double *top,
                     double *right,
                     double *bottom)
{
  *left = *top = G_MAXDOUBLE;
  *right = *bottom = -G_MAXDOUBLE;
  for (int i = 0; i < 4; i++)
    {
      double x = rectangle->x + (i % 2) * rectangle->width;
      double y = rectangle->y + (i / 2) * rectangle->height;

      cairo_matrix_transform_point (matrix, &x, &y);
      *left = MIN (*left, x);
      *right = MAX (*right, x);
      *top = MIN (*top, y);
      *bottom = MAX (*bottom, y);
    }
}

void
sh_body_canvas_init (
    ShBodyCanvas *canvas, const ShTheme *theme, const ShRig *rig, cairo_t *cr, ShBodyFlags flags)
{
  ShBodyPose pose = rig->pose;
  cairo_rectangle_t clip;
  cairo_matrix_t density;
  double x1, y1, x2, y2;

  canvas->theme = theme;
  canvas->rig = *rig;
  pose.swelling = 0;
  sh_rig_init (&canvas->deep, &pose);
  canvas->cr = cr;
  canvas->vector = (flags & SH_BODY_VECTOR) != 0;

  cairo_surface_get_device_scale (cairo_get_target (cr), &density.xx, &density.yy);
  canvas->density = canvas->vector ? VECTOR_RESOLUTION : density.xx;
  cairo_matrix_init_scale (&density, canvas->density, canvas->density);
  cairo_get_matrix (cr, &canvas->to_pixel);
  cairo_matrix_multiply (&canvas->to_pixel, &canvas->to_pixel, &density);
  canvas->scale = sqrt (
      fabs (canvas->to_pixel.xx * canvas->to_pixel.yy - canvas->to_pixel.xy * canvas->to_pixel.yx));

  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  clip = (cairo_rectangle_t){ x1, y1, x2 - x1, y2 - y1 };
  canvas->view = clip;
  rectangle_to_pixels (&canvas->to_pixel, &clip, &x1, &y1, &x2, &y2);
  canvas->clip.x = (int) floor (x1);
  canvas->clip.y = (int) floor (y1);
  canvas->clip.width = (int) ceil (x2) - canvas->clip.x;
  canvas->clip.height = (int) ceil (y2) - canvas->clip.y;
}

gboolean
sh_body_visible_box (const ShBodyCanvas *canvas,
                     const ShCurve *curve,
                     double margin,
                     int beyond,
                     cairo_rectangle_int_t *box)
{
  const cairo_rectangle_int_t *clip = &canvas->clip;
  int border = (int) ceil (margin * canvas->scale) + 2;
  int left, top, right, bottom;
  cairo_rectangle_t bounds;
  double x1, y1, x2, y2;

  sh_curve_bounds (curve, &bounds);
  rectangle_to_pixels (&canvas->to_pixel, &bounds, &x1, &y1, &x2, &y2);
  left = (int) floor (x1) - border;
  top = (int) floor (y1) - border;
  right = (int) ceil (x2) + border;
  bottom = (int) ceil (y2) + border;
  if (left >= clip->x + clip->width || right <= clip->x || top >= clip->y + clip->height ||
      bottom <= clip->y)
    return FALSE;
  left = MAX (left, clip->x - beyond);
  top = MAX (top, clip->y - beyond);
  right = MIN (right, clip->x + clip->width + beyond);
  bottom = MIN (bottom, clip->y + clip->height + beyond);
  *box = (cairo_rectangle_int_t){ left, top, right - left, bottom - top };
  return TRUE;
}

gboolean
sh_body_sees_place (const ShBodyCanvas *canvas, ShPoint place, double reach)
{
  const cairo_rectangle_t *view = &canvas->view;

  return place.x > view->x - reach && place.x < view->x + view->width + reach &&
         place.y > view->y - reach && place.y < view->y + view->height + reach;
}

gboolean
sh_body_sees_stroke (const ShBodyCanvas *canvas, const ShPoint *points, int n)
{
  const cairo_rectangle_t *view = &canvas->view;
  ShPoint low = points[0], high = points[0];
  const double reach = 4;

  for (int i = 1; i < n; i++)
    {
      low.x = MIN (low.x, points[i].x);
      low.y = MIN (low.y, points[i].y);
      high.x = MAX (high.x, points[i].x);
      high.y = MAX (high.y, points[i].y);
    }
  return high.x > view->x - reach && low.x < view->x + view->width + reach &&
         high.y > view->y - reach && low.y < view->y + view->height + reach;
}

void
sh_body_begin_texture (const ShBodyCanvas *canvas)
{
  cairo_set_antialias (canvas->cr, CAIRO_ANTIALIAS_FAST);
}

void
sh_body_end_texture (const ShBodyCanvas *canvas)
{
  cairo_set_antialias (canvas->cr, CAIRO_ANTIALIAS_DEFAULT);
}

gboolean
sh_body_sees (const ShBodyCanvas *canvas, const ShCurve *curve, double margin)
{
  cairo_rectangle_int_t box;

  return sh_body_visible_box (canvas, curve, margin, 0, &box);
}

ShBodyMask *
sh_body_mask_new (const ShBodyCanvas *canvas, const ShCurve *curve, double margin)
{
  cairo_rectangle_int_t box;
  ShBodyMask *mask;
  cairo_surface_t *surface;
  cairo_matrix_t matrix = canvas->to_pixel;
  int border = (int) ceil (margin * canvas->scale) + 2;
  cairo_t *cr;

  if (!sh_body_visible_box (canvas, curve, margin, border, &box))
    return NULL;
  mask = g_new0 (ShBodyMask, 1);
  mask->box = box;
  sh_body_visible_box (canvas, curve, 0, border, &mask->tight);
  mask->stride = cairo_format_stride_for_width (CAIRO_FORMAT_A8, box.width);
  mask->pixels = g_malloc0 ((gsize) mask->stride * box.height);
  surface = cairo_image_surface_create_for_data (mask->pixels, CAIRO_FORMAT_A8, box.width,
                                                 box.height, mask->stride);
  cr = cairo_create (surface);
  matrix.x0 -= box.x;
  matrix.y0 -= box.y;
  cairo_set_matrix (cr, &matrix);
  sh_curve_path (curve, cr);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return mask;
}

void
sh_body_mask_free (ShBodyMask *mask)
{
  if (mask == NULL)
    return;
  g_free (mask->pixels);
  g_free (mask);
}

/* From here the context paints in the canvas's pixels, from the corner of @box on. */
static void
begin_pixels (const ShBodyCanvas *canvas, const cairo_rectangle_int_t *box, int dx, int dy)
{
  cairo_save (canvas->cr);
  cairo_identity_matrix (canvas->cr);
  cairo_scale (canvas->cr, 1 / canvas->density, 1 / canvas->density);
  cairo_translate (canvas->cr, box->x + dx, box->y + dy);
}

static int
to_pixels (const ShBodyCanvas *canvas, double length)
{
  return (int) lround (length * canvas->scale);
}

static guint8 *
blurred (const ShBodyMask *mask, double sigma)
{
  guint8 *pixels = g_memdup2 (mask->pixels, (gsize) mask->stride * mask->box.height);

  sh_blur (pixels, mask->box.width, mask->box.height, mask->stride, sigma);
  return pixels;
}

/* The shadow as a picture with colours of its own: some readers of SVG take a mask of pure coverage
 * for one of brightness. */
static cairo_surface_t *
colored (const ShBodyMask *mask, const guint8 *cover, ShColor color, double alpha)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, mask->box.width, mask->box.height);
  guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < mask->box.height; y++)
    for (int x = 0; x < mask->box.width; x++)
      {
        double a = alpha * cover[(gsize) y * mask->stride + x];
        guint32 *pixel = (guint32 *) (void *) (data + (gsize) y * stride) + x;

        *pixel = (guint32) a << 24 | (guint32) (a * color.r) << 16 | (guint32) (a * color.g) << 8 |
                 (guint32) (a * color.b);
      }
  cairo_surface_mark_dirty (surface);
  return surface;
}

void
sh_body_cast_shadow (const ShBodyCanvas *canvas,
                     const ShBodyMask *mask,
                     ShColor color,
                     double dx,
                     double dy,
                     double blur,
                     double alpha)
{
  g_autofree guint8 *pixels = NULL;
  cairo_surface_t *surface;

  if (mask == NULL)
    return;
  pixels = blurred (mask, blur * canvas->scale);
  begin_pixels (canvas, &mask->box, to_pixels (canvas, dx), to_pixels (canvas, dy));
  if (canvas->vector)
    {
      surface = colored (mask, pixels, color, alpha);
      cairo_set_source_surface (canvas->cr, surface, 0, 0);
      cairo_paint (canvas->cr);
    }
  else
    {
      surface = cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_A8, mask->box.width,
                                                     mask->box.height, mask->stride);
      sh_set_color (canvas->cr, color, alpha);
      cairo_mask_surface (canvas->cr, surface, 0, 0);
    }
  cairo_restore (canvas->cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

/* The terms of model_row() for every byte of coverage, in 1/65536. */
typedef struct
{
  guint32 shade[256]; /* what a blurred shape of this coverage leaves of the light */
  guint32 rim[256];
  guint32 light[256];      /* how much light falls */
  guint32 ramp_shade[256]; /* from the lit side of the whole thing to the other */
  guint32 ramp_light[256];
  double ramp_start[2]; /* where on the ramp the first pixel is, and the step of a row */
  double ramp_step;     /* of a pixel */
  guint32 shade_rgb[3];
  guint32 light_rgb[3];
} ModelTable;

static void
model_table_init (ModelTable *table, const ShBodyVolume *volume)
{
  const double shade[3] = { volume->shade.r, volume->shade.g, volume->shade.b };
  const double light[3] = { volume->light.r, volume->light.g, volume->light.b };

  for (int i = 0; i < 256; i++)
    {
      double outside = 1 - i / 255.0;

      table->shade[i] = (guint32) (65536 * (1 - volume->shading * outside));
      table->rim[i] = (guint32) (65536 * (1 - 0.55 * volume->shading * outside));
      table->light[i] = (guint32) (65536 * volume->lighting * outside);
      table->ramp_light[i] = (guint32) (65536 * volume->ramp_light * MAX (0, 1 - i / 102.0));
      table->ramp_shade[i] =
          (guint32) (65536 * (1 - volume->ramp_shade * MAX (0, (i - 102) / 153.0)));
    }
  for (int k = 0; k < 3; k++)
    {
      table->shade_rgb[k] = (guint32) (255 * shade[k]);
      table->light_rgb[k] = (guint32) (255 * light[k]);
    }
}

/* Lays the ramp over the bounds of the resting shape, a little inclined, as the light falls; so a
 * moving foot does not change the light on the knee. */
static void
model_table_place_ramp (ModelTable *table,
                        const ShBodyCanvas *canvas,
                        const ShBodyMask *mask,
                        const ShCurve *rest)
{
  cairo_rectangle_t bounds;
  double left, top, right, bottom, slope, square;

  sh_curve_bounds (rest, &bounds);
  rectangle_to_pixels (&canvas->to_pixel, &bounds, &left, &top, &right, &bottom);
  slope = 80 * canvas->scale;
  square = MAX (1, (right - left) * (right - left) + slope * slope);
  table->ramp_step = 255 * (right - left) / square;
  table->ramp_start[1] = 255 * slope / square;
  table->ramp_start[0] = (mask->box.x - left) * table->ramp_step +
                         (mask->box.y - (top + bottom) / 2 + slope / 2) * table->ramp_start[1];
}

/* The bytes of a row of the blurred shape, moved by @dx and @dy; NULL beyond its edges. */
static const guint8 *
row_of (const ShBodyMask *mask, const guint8 *pixels, int y)
{
  return y >= 0 && y < mask->box.height ? pixels + (gsize) y * mask->stride : NULL;
}

static guint8
byte_of (const guint8 *row, int x, int width)
{
  return row && x >= 0 && x < width ? row[x] : 0;
}

/* One row of the overlay: shade where the light cannot come from, light where it falls, and a thin
 * dark rim; all inside the shape only. Premultiplied ARGB. */
static void
model_row (guint32 *out,
           int y,
           const ShBodyMask *mask,
           const guint8 *wide,
           const guint8 *narrow,
           const ModelTable *table,
           int shift_x,
           int shift_y)
{
  int width = mask->box.width;
  const guint8 *cover = mask->pixels + (gsize) y * mask->stride;
  const guint8 *rim = narrow ? narrow + (gsize) y * mask->stride : cover;
  const guint8 *dark = row_of (mask, wide, y + shift_y);
  const guint8 *bright = row_of (mask, wide, y - shift_y * 2 / 3);

  const double start = table->ramp_start[0] + y * table->ramp_start[1];

  for (int x = 0; x < width; x++)
    {
      guint32 inside = cover[x] + (cover[x] >> 7);
      guint32 kept, shade, light, pixel = 0;

      if (inside > 0)
        {
          double place = start + x * table->ramp_step;
          int ramp = (int) CLAMP (place, 0, 255);

          kept =
              (table->shade[byte_of (dark, x + shift_x, width)] >> 1) * (table->rim[rim[x]] >> 1) >>
              14;
          kept = (kept >> 1) * (table->ramp_shade[ramp] >> 1) >> 14;
          light =
              table->light[byte_of (bright, x - shift_x * 2 / 3, width)] + table->ramp_light[ramp];
          light = MIN (light, 65535);
          light = (light >> 8) * (kept >> 8) * inside >> 8;
          shade = (65536 - MIN (kept, 65536)) * inside >> 8;
          pixel = (shade + light) * 255 >> 16;
          for (int k = 0; k < 3; k++)
            pixel =
                pixel << 8 | ((shade * table->shade_rgb[k] + light * table->light_rgb[k]) >> 16);
        }
      out[x] = pixel;
    }
}

/* The shape without the wide border that its shadow needs: only @keep pixels of it, as far as the
 * blurred shape is looked up beyond the shape itself. */
static ShBodyMask *
trimmed (const ShBodyMask *mask, int keep)
{
  ShBodyMask *trim = g_new0 (ShBodyMask, 1);
  int left = MAX (mask->tight.x - keep, mask->box.x);
  int top = MAX (mask->tight.y - keep, mask->box.y);
  int right = MIN (mask->tight.x + mask->tight.width + keep, mask->box.x + mask->box.width);
  int bottom = MIN (mask->tight.y + mask->tight.height + keep, mask->box.y + mask->box.height);

  trim->box = (cairo_rectangle_int_t){ left, top, MAX (right - left, 0), MAX (bottom - top, 0) };
  /* A shape outside the canvas has no pixels at all. */
  if (trim->box.width == 0)
    trim->box.height = 0;
  trim->tight = trim->box;
  trim->stride = (trim->box.width + 3) & ~3;
  trim->pixels = g_malloc ((gsize) trim->stride * trim->box.height);
  /* A mask that lies outside the box leaves nothing to copy, and no memory to copy it to. */
  for (int y = 0; trim->pixels != NULL && y < trim->box.height; y++)
    memcpy (trim->pixels + (gsize) y * trim->stride,
            mask->pixels + (gsize) (y + top - mask->box.y) * mask->stride + (left - mask->box.x),
            trim->box.width);
  return trim;
}

void
sh_body_model (const ShBodyCanvas *canvas,
               const ShBodyMask *whole,
               const ShBodyVolume *volume,
               const ShCurve *rest)
{
  g_autoptr (ShBodyMask) mask = NULL;
  g_autofree guint8 *wide = NULL;
  g_autofree guint8 *narrow = NULL;
  cairo_surface_t *surface;
  ModelTable table;
  guint8 *data;
  int stride;

  if (whole == NULL)
    return;
  mask = trimmed (whole, ABS (to_pixels (canvas, volume->shift)));
  if (mask->box.width == 0 || mask->box.height == 0)
    return;
  model_table_init (&table, volume);
  model_table_place_ramp (&table, canvas, mask, rest);
  wide = blurred (mask, volume->blur * canvas->scale);
  if (volume->rim > 0)
    narrow = blurred (mask, volume->rim * canvas->scale);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, mask->box.width, mask->box.height);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < mask->box.height; y++)
    model_row ((guint32 *) (void *) (data + (gsize) y * stride), y, mask, wide, narrow, &table,
               to_pixels (canvas, volume->shift), to_pixels (canvas, 0.8 * volume->shift));
  cairo_surface_mark_dirty (surface);
  begin_pixels (canvas, &mask->box, 0, 0);
  cairo_set_source_surface (canvas->cr, surface, 0, 0);
  if (!canvas->vector)
    cairo_pattern_set_filter (cairo_get_source (canvas->cr), CAIRO_FILTER_NEAREST);
  cairo_paint (canvas->cr);
  cairo_restore (canvas->cr);
  cairo_surface_destroy (surface);
}
