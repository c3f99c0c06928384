/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-leg-body.h"

#include <math.h>
#include <string.h>

#include "sh-body-painter.h"

/* The resting body covers this part of the plate, shadows included; a foot that points its toes
 * reaches lower. */
#define BODY_LEFT 190.0
#define BODY_RIGHT 900.0
#define BODY_TOP 0.0
/* A foot that points its toes by 45 degrees reaches down to here. */
#define FOOT_BOTTOM 1735.0
/* Poses are kept in these steps, so that a walking leg needs some dozens of pictures, not
 * thousands. A degree of the ankle moves the toes by four device pixels at 1920 × 1080. */
#define ANGLE_STEP_DEG 1.0
#define CALF_STEPS 20.0
#define SHIN_STEPS 4.0
#define SWELLING_STEPS 40.0
/* What all kept pictures together may take. */
#define CACHE_BYTES (24u << 20)

/* A pose in steps. */
typedef struct
{
  gint16 ankle, heel, calf, shin, swelling;
} PoseKey;

/* The plate is cut across into bands: what only calf and swelling change, what everything changes,
 * what only the foot changes. */
typedef enum
{
  BAND_CALF,
  BAND_BOTH,
  BAND_FOOT,
  N_BANDS
} Band;

/* One band in one pose. */
typedef struct
{
  Band band;
  PoseKey key;
  cairo_surface_t *picture;
  guint64 used; /* when it was last shown */
} Patch;

struct _ShLegBody
{
  ShBodyPainter *painter;
  ShLegBodyPlace place;
  gboolean turned;           /* shown turned: by a resampled picture */
  cairo_matrix_t to_picture; /* plate units to pixels of the picture */
  double origin_x, origin_y; /* the picture's corner in device pixels, when not turned */
  cairo_rectangle_int_t bands[N_BANDS];
  cairo_surface_t *resting; /* painted once */
  cairo_surface_t *posed;   /* resting, with the bands of the present pose copied in */
  PoseKey shown[N_BANDS];
  Patch *patches;
  gsize n_patches;
  gsize bytes;
  guint64 clock;
};

ShLegBody *
sh_leg_body_new (ShArt *art)
{
  ShLegBody *body = g_new0 (ShLegBody, 1);

  body->painter = sh_body_painter_new (art);
  return body;
}

/* Throws away every picture. */
static void
forget (ShLegBody *body)
{
  for (gsize i = 0; i < body->n_patches; i++)
    cairo_surface_destroy (body->patches[i].picture);
  g_clear_pointer (&body->patches, g_free);
  g_clear_pointer (&body->resting, cairo_surface_destroy);
  g_clear_pointer (&body->posed, cairo_surface_destroy);
  body->n_patches = 0;
  body->bytes = 0;
  memset (body->shown, 0, sizeof body->shown);
}

void
sh_leg_body_free (ShLegBody *body)
{
  forget (body);
  sh_body_painter_free (body->painter);
  g_free (body);
}

/* The rectangle of picture pixels that holds a rectangle of the plate; edges are rounded alike, so
 * that neighbours meet. */
static cairo_rectangle_int_t
to_pixels (const ShLegBody *body, double left, double top, double right, double bottom)
{
  double x0 = left, y0 = top, x1 = right, y1 = bottom;
  int a, b, c, d;

  cairo_matrix_transform_point (&body->to_picture, &x0, &y0);
  cairo_matrix_transform_point (&body->to_picture, &x1, &y1);
  a = (int) floor (MIN (x0, x1));
  b = (int) floor (MIN (y0, y1) + 0.5);
  c = (int) ceil (MAX (x0, x1));
  d = (int) floor (MAX (y0, y1) + 0.5);
  return (cairo_rectangle_int_t){ a, b, c - a, d - b };
}

static void
clamp_band (cairo_rectangle_int_t *band, const cairo_rectangle_int_t *picture)
{
  int left = MAX (band->x, 0), top = MAX (band->y, 0);
  int right = MIN (band->x + band->width, picture->width);
  int bottom = MIN (band->y + band->height, picture->height);

  *band = (cairo_rectangle_int_t){ left, top, MAX (0, right - left), MAX (0, bottom - top) };
}

static void
cut_bands (ShLegBody *body, const cairo_rectangle_int_t *picture)
{
  cairo_rectangle_t calf, foot;
  double split, end;

  sh_body_patch (TRUE, &calf);
  sh_body_patch (FALSE, &foot);
  split = MIN (foot.y, calf.y + calf.height);
  end = calf.y + calf.height;
  body->bands[BAND_CALF] = to_pixels (body, calf.x, calf.y, calf.x + calf.width, split);
  body->bands[BAND_BOTH] =
      to_pixels (body, MIN (calf.x, foot.x), split, MAX (calf.x + calf.width, foot.x + foot.width),
                 MAX (end, split));
  body->bands[BAND_FOOT] =
      to_pixels (body, foot.x, MAX (end, foot.y), foot.x + foot.width, foot.y + foot.height);
  for (int i = 0; i < N_BANDS; i++)
    clamp_band (&body->bands[i], picture);
}

void
sh_leg_body_place (ShLegBody *body, const ShLegBodyPlace *place)
{
  const cairo_matrix_t *m = &place->to_user;
  double k = hypot (m->xx, m->yx) * place->scale;
  cairo_rectangle_int_t all;
  cairo_rectangle_t foot;

  forget (body);
  body->place = *place;
  body->turned = m->xy != 0 || m->yx != 0;
  if (body->turned)
    cairo_matrix_init (&body->to_picture, k, 0, 0, k, 0, 0);
  else
    cairo_matrix_init (&body->to_picture, m->xx * place->scale, 0, 0, m->yy * place->scale,
                       m->x0 * place->scale, m->y0 * place->scale);
  sh_body_patch (FALSE, &foot);
  all = to_pixels (body, MIN (BODY_LEFT, foot.x), BODY_TOP, MAX (BODY_RIGHT, foot.x + foot.width),
                   FOOT_BOTTOM);
  body->origin_x = all.x;
  body->origin_y = all.y;
  body->to_picture.x0 -= all.x;
  body->to_picture.y0 -= all.y;
  cut_bands (body, &all);
  if (!place->vector)
    body->posed = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, all.width, all.height);
}

static PoseKey
key_of (const ShBodyPose *pose)
{
  return (PoseKey){ .ankle = (gint16) lround (pose->ankle_deg / ANGLE_STEP_DEG),
                    .heel = (gint16) lround (pose->heel_lift_deg / ANGLE_STEP_DEG),
                    .calf = (gint16) lround (pose->calf * CALF_STEPS),
                    .shin = (gint16) lround (pose->shin * SHIN_STEPS),
                    .swelling = (gint16) lround (pose->swelling * SWELLING_STEPS) };
}

/* What of the pose can be seen in a band. */
static PoseKey
key_in_band (PoseKey key, Band band)
{
  if (band == BAND_CALF)
    key.ankle = key.heel = 0;
  if (band == BAND_FOOT)
    key.calf = key.shin = 0;
  return key;
}

static gboolean
same_key (PoseKey a, PoseKey b)
{
  return a.ankle == b.ankle && a.heel == b.heel && a.calf == b.calf && a.shin == b.shin &&
         a.swelling == b.swelling;
}

static void
rig_of (PoseKey key, ShRig *rig)
{
  ShBodyPose pose = { .ankle_deg = key.ankle * ANGLE_STEP_DEG,
                      .heel_lift_deg = key.heel * ANGLE_STEP_DEG,
                      .calf = key.calf / CALF_STEPS,
                      .shin = key.shin / SHIN_STEPS,
                      .swelling = key.swelling / SWELLING_STEPS };

  sh_rig_init (rig, &pose);
}

/* Paints the part @area of the picture in the pose @key. */
static cairo_surface_t *
paint (ShLegBody *body, PoseKey key, const cairo_rectangle_int_t *area)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, area->width, area->height);
  cairo_t *cr = cairo_create (surface);
  ShRig rig;

  rig_of (key, &rig);
  cairo_translate (cr, -area->x, -area->y);
  cairo_transform (cr, &body->to_picture);
  sh_body_paint (body->painter, sh_theme (body->place.theme), &rig, cr, SH_BODY_SHADOW);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gsize
patch_bytes (const Patch *patch)
{
  return (gsize) cairo_image_surface_get_stride (patch->picture) *
         (gsize) cairo_image_surface_get_height (patch->picture);
}

/* Makes room by giving up the pictures that were not shown for longest. */
static void
make_room (ShLegBody *body)
{
  while (body->bytes > CACHE_BYTES && body->n_patches > N_BANDS)
    {
      gsize oldest = 0;

      for (gsize i = 1; i < body->n_patches; i++)
        if (body->patches[i].used < body->patches[oldest].used)
          oldest = i;
      body->bytes -= patch_bytes (&body->patches[oldest]);
      cairo_surface_destroy (body->patches[oldest].picture);
      body->patches[oldest] = body->patches[--body->n_patches];
    }
}

/* The picture of @band in the pose @key, painted when it is not there yet. */
static cairo_surface_t *
find_patch (ShLegBody *body, Band band, PoseKey key)
{
  Patch *patch;

  for (gsize i = 0; i < body->n_patches; i++)
    if (body->patches[i].band == band && same_key (body->patches[i].key, key))
      {
        body->patches[i].used = ++body->clock;
        return body->patches[i].picture;
      }
  body->patches = g_renew (Patch, body->patches, body->n_patches + 1);
  patch = &body->patches[body->n_patches++];
  *patch = (Patch){ .band = band, .key = key, .used = ++body->clock };
  patch->picture = paint (body, key, &body->bands[band]);
  body->bytes += patch_bytes (patch);
  make_room (body);
  return find_patch (body, band, key);
}

/* Copies @area of the posed picture from @source, whose corner lies at (@x, @y) of it. */
static void
copy_pixels (
    ShLegBody *body, cairo_surface_t *source, int x, int y, const cairo_rectangle_int_t *area)
{
  const int from_stride = cairo_image_surface_get_stride (source);
  const int to_stride = cairo_image_surface_get_stride (body->posed);
  const guchar *from = cairo_image_surface_get_data (source);
  guchar *to = cairo_image_surface_get_data (body->posed);

  for (int row = 0; row < area->height; row++)
    memcpy (to + (gsize) (area->y + row) * (gsize) to_stride + (gsize) area->x * 4,
            from + (gsize) (area->y - y + row) * (gsize) from_stride + (gsize) (area->x - x) * 4,
            (gsize) area->width * 4);
}

static void
ensure_resting (ShLegBody *body)
{
  cairo_rectangle_int_t all = { 0, 0, cairo_image_surface_get_width (body->posed),
                                cairo_image_surface_get_height (body->posed) };

  if (body->resting != NULL)
    return;
  body->resting = paint (body, (PoseKey){ 0 }, &all);
  cairo_surface_flush (body->posed);
  copy_pixels (body, body->resting, 0, 0, &all);
  cairo_surface_mark_dirty (body->posed);
}

/* Brings the posed picture into the pose; touches only bands that look different from before. */
static void
pose_picture (ShLegBody *body, const ShRig *rig)
{
  const PoseKey resting = { 0 };
  PoseKey pose = key_of (&rig->pose);

  ensure_resting (body);
  for (Band band = 0; band < N_BANDS; band++)
    {
      const cairo_rectangle_int_t *area = &body->bands[band];
      PoseKey key = key_in_band (pose, band);

      if (area->width == 0 || area->height == 0 || same_key (key, body->shown[band]))
        continue;
      body->shown[band] = key;
      cairo_surface_flush (body->posed);
      if (same_key (key, resting))
        copy_pixels (body, body->resting, 0, 0, area);
      else
        copy_pixels (body, find_patch (body, band, key), area->x, area->y, area);
      cairo_surface_mark_dirty (body->posed);
    }
}

static void
show_picture (ShLegBody *body, cairo_t *cr, double dx, double dy)
{
  const double pixel = 1.0 / body->place.scale;
  cairo_matrix_t matrix;

  cairo_save (cr);
  cairo_translate (cr, dx, dy);
  if (body->turned)
    {
      matrix = body->to_picture;
      cairo_matrix_invert (&matrix);
      cairo_transform (cr, &body->place.to_user);
      cairo_transform (cr, &matrix);
      cairo_set_source_surface (cr, body->posed, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
    }
  else
    {
      cairo_scale (cr, pixel, pixel);
      cairo_set_source_surface (cr, body->posed, body->origin_x, body->origin_y);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
    }
  cairo_paint (cr);
  cairo_restore (cr);
}

void
sh_leg_body_draw (ShLegBody *body, cairo_t *cr, const ShRig *rig, double dx, double dy)
{
  if (body->place.vector)
    {
      cairo_save (cr);
      cairo_translate (cr, dx, dy);
      cairo_transform (cr, &body->place.to_user);
      sh_body_paint (body->painter, sh_theme (body->place.theme), rig, cr,
                     SH_BODY_SHADOW | SH_BODY_VECTOR);
      cairo_restore (cr);
      return;
    }
  pose_picture (body, rig);
  show_picture (body, cr, dx, dy);
}

void
sh_leg_body_draw_front (ShLegBody *body, cairo_t *cr, const ShRig *rig, double dx, double dy)
{
  cairo_save (cr);
  cairo_translate (cr, dx, dy);
  cairo_transform (cr, &body->place.to_user);
  sh_body_paint_front (body->painter, sh_theme (body->place.theme), rig, cr);
  cairo_restore (cr);
}

void
sh_leg_body_draw_ground (ShLegBody *body, cairo_t *cr, const ShRig *rig)
{
  cairo_save (cr);
  cairo_transform (cr, &body->place.to_user);
  sh_body_paint_ground (body->painter, sh_theme (body->place.theme), rig, cr);
  cairo_restore (cr);
}
