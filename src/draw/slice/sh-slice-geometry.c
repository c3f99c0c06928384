/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-slice-geometry.h"

#include <math.h>

#include "sh-blood-look.h"
#include "sh-rig.h"
#include "sh-slice-parts.h"

/* Units of slice.svg for one unit of the landmark table. */
#define FILE_UNITS 40.0
#define N_SECTIONS 5

static const char *const section_names[N_SECTIONS] = { "ankle", "mid-calf", "max-girth",
                                                       "below-knee", "knee" };
/* Landmark table, section 9: the levels of its sections; 90 is the tibial tuberosity (B3). */
static const double section_heights[N_SECTIONS] = { SH_SLICE_ANKLE_U, 50, 70.5, 90,
                                                    SH_SLICE_KNEE_U };

/** One structure in one section of the file. */
typedef struct
{
  gboolean present;
  int n;
  ShPoint point[SH_SLICE_POINTS];
  ShPoint centre;
  double radius;
  double angle;
} Shape;

struct _ShSliceGeometry
{
  Shape shape[SH_SLICE_MAX_PARTS][N_SECTIONS];
};

static gboolean
is_vessel (ShSliceKind kind)
{
  return kind == SH_SLICE_VEIN || kind == SH_SLICE_ARTERY || kind == SH_SLICE_NERVE;
}

static double
signed_area (const ShPoint *p, int n)
{
  double sum = 0;

  for (int i = 0; i < n; i++)
    sum += p[i].x * p[(i + 1) % n].y - p[(i + 1) % n].x * p[i].y;
  return sum / 2;
}

/* Centre, radius of the circle of the same area, and the long axis from the second moments. */
static void
measure (Shape *shape)
{
  double xx = 0, yy = 0, xy = 0, x = 0, y = 0;

  for (int i = 0; i < shape->n; i++)
    {
      x += shape->point[i].x / shape->n;
      y += shape->point[i].y / shape->n;
    }
  for (int i = 0; i < shape->n; i++)
    {
      double dx = shape->point[i].x - x, dy = shape->point[i].y - y;

      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
  shape->centre = (ShPoint){ x, y };
  shape->radius = sqrt (fabs (signed_area (shape->point, shape->n)) / G_PI);
  shape->angle = 0.5 * atan2 (2 * xy, xx - yy);
}

static void
reverse (ShPoint *p, int n)
{
  /* The first point stays the first. */
  for (int i = 1, j = n - 1; i < j; i++, j--)
    {
      ShPoint swap = p[i];

      p[i] = p[j];
      p[j] = swap;
    }
}

static void
read_shape (const ShCurve *curve, ShPoint origin, ShSliceKind kind, Shape *shape)
{
  gboolean open = kind == SH_SLICE_SHEET;
  double total = sh_curve_total (curve);
  int n = is_vessel (kind) ? 48 : open ? 40 : SH_SLICE_POINTS;

  shape->present = TRUE;
  shape->n = n;
  for (int i = 0; i < n; i++)
    {
      ShPoint p = sh_curve_at (curve, total * i / (open ? n - 1 : n), 0);

      shape->point[i].x = (p.x - origin.x) / FILE_UNITS;
      shape->point[i].y = (origin.y - p.y) / FILE_UNITS;
    }
  if (!open && signed_area (shape->point, n) > 0)
    reverse (shape->point, n);
  measure (shape);
}

ShSliceGeometry *
sh_slice_geometry_new (const ShArt *art)
{
  ShSliceGeometry *geometry = g_new0 (ShSliceGeometry, 1);

  for (int s = 0; s < N_SECTIONS; s++)
    {
      g_autofree char *origin_id = g_strdup_printf ("slice.%s.origin", section_names[s]);
      ShPoint origin = { 0, 0 };

      sh_art_place (art, origin_id, &origin);
      for (int i = 0; i < sh_slice_n_parts; i++)
        {
          g_autofree char *id =
              g_strdup_printf ("slice.%s.%s", section_names[s], sh_slice_parts[i].name);
          const ShCurve *curve = sh_art_curve (art, id);

          if (curve != NULL)
            read_shape (curve, origin, sh_slice_parts[i].kind, &geometry->shape[i][s]);
        }
    }
  return geometry;
}

void
sh_slice_geometry_free (ShSliceGeometry *geometry)
{
  g_free (geometry);
}

double
sh_slice_height_u (double level)
{
  return SH_SLICE_ANKLE_U + CLAMP (level, 0.0, 1.0) * (SH_SLICE_KNEE_U - SH_SLICE_ANKLE_U);
}

ShVein
sh_slice_vein_at (const ShSliceInfo *info, double height_u)
{
  /* One landmark unit of a body of 1.75 m is 4.7 mm. */
  double height_m = height_u * 0.0047;

  if (info->vein != SH_VEIN_GREAT_SAPHENOUS_CALF)
    return info->vein;
  if (height_m < sh_vein_info (SH_VEIN_GREAT_SAPHENOUS_CALF)->bottom_m)
    return SH_VEIN_GREAT_SAPHENOUS_ANKLE;
  if (height_m > sh_vein_info (SH_VEIN_GREAT_SAPHENOUS_THIGH)->bottom_m)
    return SH_VEIN_GREAT_SAPHENOUS_THIGH;
  return SH_VEIN_GREAT_SAPHENOUS_CALF;
}

/* The nearest sections at or below and at or above a height that hold the structure. */
static gboolean
find_pair (const Shape *shapes, double height_u, int *low, int *high)
{
  *low = *high = -1;
  for (int s = 0; s < N_SECTIONS; s++)
    {
      if (!shapes[s].present)
        continue;
      if (section_heights[s] <= height_u || *low < 0)
        *low = s;
      if (section_heights[s] >= height_u && *high < 0)
        *high = s;
    }
  if (*high < 0)
    *high = *low;
  if (*low > *high)
    *low = *high;
  return *low >= 0;
}

static double
presence (const ShSliceInfo *info, double height_u)
{
  double alpha = 1;

  if (info->from_u > 0)
    alpha *= sh_smooth_step (info->from_u, info->from_u + SH_SLICE_FADE_U, height_u);
  if (info->to_u > 0)
    alpha *= 1 - sh_smooth_step (info->to_u - SH_SLICE_FADE_U, info->to_u, height_u);
  return alpha;
}

/* The mean direction of two axes, which are the same after half a turn. */
static double
mix_angle (double a, double b, double mix)
{
  double difference = remainder (b - a, G_PI);

  return a + mix * difference;
}

/* Muscles taper where they end and vessels where they branch: what fades, shrinks. */
static void
shrink (ShSlicePart *part, double scale)
{
  for (int i = 0; i < part->n; i++)
    {
      part->point[i].x = part->centre.x + scale * (part->point[i].x - part->centre.x);
      part->point[i].y = part->centre.y + scale * (part->point[i].y - part->centre.y);
    }
  part->radius *= scale;
}

static void
mix_shapes (const Shape *a, const Shape *b, double mix, ShSlicePart *part)
{
  part->n = a->n;
  for (int i = 0; i < a->n; i++)
    {
      part->point[i].x = a->point[i].x + mix * (b->point[i].x - a->point[i].x);
      part->point[i].y = a->point[i].y + mix * (b->point[i].y - a->point[i].y);
    }
  part->centre.x = a->centre.x + mix * (b->centre.x - a->centre.x);
  part->centre.y = a->centre.y + mix * (b->centre.y - a->centre.y);
  part->radius = a->radius + mix * (b->radius - a->radius);
  part->angle = mix_angle (a->angle, b->angle, mix);
}

void
sh_slice_geometry_at (const ShSliceGeometry *geometry, double level, ShSliceSection *section)
{
  double height_u = sh_slice_height_u (level);

  section->n = 0;
  section->front = (ShPoint){ 0, 100 };
  section->height_u = height_u;
  for (int i = 0; i < sh_slice_n_parts; i++)
    {
      const ShSliceInfo *info = &sh_slice_parts[i];
      ShSlicePart *part = &section->part[section->n];
      double alpha = presence (info, height_u);
      int low, high;
      double span;

      if (alpha < 0.01 || !find_pair (geometry->shape[i], height_u, &low, &high))
        continue;
      span = section_heights[high] - section_heights[low];
      mix_shapes (&geometry->shape[i][low], &geometry->shape[i][high],
                  span > 0 ? (height_u - section_heights[low]) / span : 0, part);
      part->info = info;
      part->alpha = alpha;
      if (alpha < 1 && info->kind != SH_SLICE_SHEET)
        shrink (part, sqrt (alpha));
      part->tendon = info->kind == SH_SLICE_TENDON ? 1
                     : info->tendon_u > 0
                         ? 1 - sh_smooth_step (info->tendon_u - 5, info->tendon_u + 5, height_u)
                         : 0;
      if (g_str_equal (info->name, "tibialis-anterior"))
        section->front = part->centre;
      section->n++;
    }
}

/* How far the back of the calf moves outward in full contraction, in units, by height: row C3 of
 * the landmark table (skin S09-S14 against its place at rest). */
static double
calf_bulge_u (double height_u)
{
  static const double heights[] = { 30, 48, 55.5, 63, 70.5, 77.5, 85, 92.5, 101 };
  static const double bulges[] = { 0, -0.1, -0.2, 0.0, 0.5, 1.0, 1.1, 0.6, 0.1 };

  if (height_u <= heights[0])
    return 0;
  for (gsize i = 1; i < G_N_ELEMENTS (heights); i++)
    if (height_u <= heights[i])
      return bulges[i - 1] + (bulges[i] - bulges[i - 1]) * (height_u - heights[i - 1]) /
                                 (heights[i] - heights[i - 1]);
  return bulges[G_N_ELEMENTS (bulges) - 1];
}

/** One pose as a warp of the plane: what lies together stays together. */
typedef struct
{
  double bulge;  /* units, at the very back */
  double press;  /* units, forward, on the deep compartment: row C2 */
  double shin;   /* units, at the front muscles */
  double swell;  /* units, outward, at the back of the skin */
  double back_u; /* y of the back of the skin */
  ShPoint front; /* middle of the front muscles */
} Warp;

/* Water lies between skin and fascia: the skin stands off, what is inside stays, as in the
 * lengthwise view. */
static ShPoint
swell_point (const Warp *warp, ShPoint p)
{
  double away = MAX (hypot (p.x, p.y), 1e-6);
  double in_front = sh_smooth_step (-0.5, 0.5, p.y / away);
  double grow = warp->swell / away * (1 - (1 - SH_RIG_SWELLING_FRONT) * in_front);

  return (ShPoint){ (1 + grow) * p.x, (1 + grow) * p.y };
}

static ShPoint
warp_point (const Warp *warp, ShPoint p, gboolean outside)
{
  double behind = sh_smooth_step (0, 1, p.y / warp->back_u);
  double deep = sh_smooth_step (-8, -2.5, p.y) * (1 - sh_smooth_step (-2.5, 2.0, p.y));
  double dx = p.x - warp->front.x, dy = p.y - warp->front.y;
  double near_front = exp (-(dx * dx + dy * dy) / 14.0);

  p.y -= warp->bulge * behind;
  p.x *= 1 + 0.012 * warp->bulge * behind;
  p.y += warp->press * deep;
  p.x += warp->shin * near_front * dx * 0.16;
  p.y += warp->shin * near_front * dy * 0.16;
  return outside ? swell_point (warp, p) : p;
}

void
sh_slice_section_pose (ShSliceSection *section, double calf, double shin, double swelling)
{
  Warp warp = { .bulge = calf * calf_bulge_u (section->height_u),
                .press = calf * 0.5 * sh_smooth_step (36, 48, section->height_u) *
                         (1 - sh_smooth_step (84, 92, section->height_u)),
                .shin = shin,
                .swell = sh_rig_swelling_u (swelling, section->height_u),
                .back_u = -14,
                .front = section->front };

  for (int i = 0; i < section->n; i++)
    {
      ShSlicePart *part = &section->part[i];
      gboolean bone = part->info->kind == SH_SLICE_BONE || part->info->kind == SH_SLICE_MARROW;
      gboolean outside = part->info->kind <= SH_SLICE_FAT;

      if (bone)
        continue;
      part->centre = warp_point (&warp, part->centre, outside);
      for (int k = 0; k < part->n; k++)
        part->point[k] = warp_point (&warp, part->point[k], outside);
    }
}

gboolean
sh_slice_part_holds (const ShSlicePart *part, double x, double y)
{
  gboolean inside = FALSE;

  for (int i = 0, j = part->n - 1; i < part->n; j = i++)
    {
      ShPoint a = part->point[i], b = part->point[j];

      if ((a.y > y) != (b.y > y) && x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x)
        inside = !inside;
    }
  return inside;
}

const ShSlicePart *
sh_slice_section_find (const ShSliceSection *section, double x, double y)
{
  for (int i = section->n - 1; i >= 0; i--)
    {
      const ShSlicePart *part = &section->part[i];

      if (part->alpha > 0.5 && part->info->kind != SH_SLICE_SHEET &&
          sh_slice_part_holds (part, x, y))
        return part;
    }
  return NULL;
}

const ShSlicePart *
sh_slice_section_part (const ShSliceSection *section, const char *name)
{
  for (int i = 0; i < section->n; i++)
    if (g_str_equal (section->part[i].info->name, name))
      return &section->part[i];
  return NULL;
}
