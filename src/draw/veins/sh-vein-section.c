/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-vein-section.h"

#include <math.h>

#define N_SHAPES 48
#define LEAST_RATIO 0.03
#define N SH_VEIN_SECTION_POINTS
/* A wall stretches hardly at all; beyond this the picture would burst its neighbours. */
#define MOST_RATIO 1.8
/* Physiology page, section 6: an ellipse down to an area ratio of about 0.36, then the walls draw
 * together in the middle. */
#define DUMB_BELL_FROM 0.36
/* The narrowest waist, relative to the height of the two lobes. Real walls touch; a hair of light
 * between them keeps the shape readable. */
#define LEAST_WAIST 0.10
/* Wall relative to the outer radius (the plates draw the wall thicker than life). */
#define WALL 0.17

#define END_POINTS 0.32
/* Walls are kept as pictures at this many fillings for each unit of the area ratio: the wall moves
 * by less than half a pixel from one to the next. */
#define WALL_STEPS 32.0
#define N_WALLS 58 /* up to MOST_RATIO */
/* A wall grows darker while its vein empties; within one step it does so by no more than this in
 * any channel, which nobody sees. */
#define SAME_COLOR 0.02

/** The picture of a vein's wall, with its shadow, at one filling. */
typedef struct
{
  cairo_surface_t *picture; /* NULL for none */
  const ShTheme *theme;
  double radius, angle, scale;
  ShColor wall;
  double reach; /* of the picture from the vein's middle, in user units */
} Wall;

struct _ShVeinSections
{
  ShPoint shape[N_SHAPES][N];
  Wall walls[SH_VEIN_SECTIONS_MAX][N_WALLS];
};

static double
waist_at (double ratio)
{
  double t = sh_smooth_step (0.17, DUMB_BELL_FROM, ratio);

  return LEAST_WAIST + (1 - LEAST_WAIST) * t;
}

/* A flattened tube before its scale is known: half axes 1 and @flat, drawn together in the middle
 * to @waist of its height. */
static void
raw_outline (double flat, double waist, ShPoint *outline)
{
  /* The two ends that stay open are round, not pointed. */
  double blunt = 1 - 0.5 * (1 - waist);

  for (int i = 0; i < N; i++)
    {
      double s = 2 * G_PI * i / N;
      /* More points at the ends, where a flat tube turns sharply. */
      double t = s - END_POINTS * sin (2 * s);
      double u = cos (t);
      double open = sh_smooth_step (0, 0.72, fabs (u));

      outline[i].x = u;
      outline[i].y =
          flat * copysign (pow (fabs (sin (t)), blunt), sin (t)) * (waist + (1 - waist) * open);
    }
}

static void
measure (const ShPoint *p, double *area, double *perimeter)
{
  *area = *perimeter = 0;
  for (int i = 0; i < N; i++)
    {
      ShPoint a = p[i], b = p[(i + 1) % N];

      *area += (a.x * b.y - b.x * a.y) / 2;
      *perimeter += hypot (b.x - a.x, b.y - a.y);
    }
}

/* Finds the flatness that gives @ratio at constant perimeter, by halving. */
static void
solve_outline (double ratio, ShPoint *outline)
{
  double waist = waist_at (ratio);
  double low = 0.001, high = ratio < DUMB_BELL_FROM ? 3 : 1, area, perimeter;

  for (int i = 0; i < 50; i++)
    {
      double flat = (low + high) / 2;

      raw_outline (flat, waist, outline);
      measure (outline, &area, &perimeter);
      /* Area of the circle of the same perimeter: perimeter² / 4π. */
      if (area * 4 * G_PI / (perimeter * perimeter) < ratio)
        low = flat;
      else
        high = flat;
    }
  for (int i = 0; i < N; i++)
    {
      outline[i].x *= 2 * G_PI / perimeter;
      outline[i].y *= 2 * G_PI / perimeter;
    }
}

static double
ratio_of_shape (double index)
{
  return LEAST_RATIO + (1 - LEAST_RATIO) * index / (N_SHAPES - 1);
}

ShVeinSections *
sh_vein_sections_new (void)
{
  ShVeinSections *sections = g_new0 (ShVeinSections, 1);

  for (int i = 0; i < N_SHAPES; i++)
    solve_outline (ratio_of_shape (i), sections->shape[i]);
  return sections;
}

void
sh_vein_sections_free (ShVeinSections *sections)
{
  for (int i = 0; i < SH_VEIN_SECTIONS_MAX; i++)
    for (int k = 0; k < N_WALLS; k++)
      g_clear_pointer (&sections->walls[i][k].picture, cairo_surface_destroy);
  g_free (sections);
}

void
sh_vein_sections_outline (const ShVeinSections *sections, double area_ratio, ShPoint *outline)
{
  double place =
      (CLAMP (area_ratio, LEAST_RATIO, 1.0) - LEAST_RATIO) / (1 - LEAST_RATIO) * (N_SHAPES - 1);
  int low = MIN ((int) place, N_SHAPES - 2);
  double mix = place - low;
  double grow = area_ratio > 1 ? sqrt (MIN (area_ratio, MOST_RATIO)) : 1;

  for (int i = 0; i < N; i++)
    {
      const ShPoint *a = &sections->shape[low][i], *b = &sections->shape[low + 1][i];

      outline[i].x = grow * (a->x + mix * (b->x - a->x));
      outline[i].y = grow * (a->y + mix * (b->y - a->y));
    }
}

/** What drawing one section needs: the lumen's outline and its normals, in user units. */
typedef struct
{
  int n;
  ShPoint centre;
  ShPoint point[N];
  ShPoint normal[N]; /* outward */
  double radius;     /* of the round lumen */
  double wall;
  double line;
  double flat; /* height against length, for what is drawn inside */
} Tube;

/* Shapes are filled, never stroked: filling a polygon of 64 corners costs a fifth. */
static void
tube_path (const Tube *tube, double outward, double shift, cairo_t *cr)
{
  for (int i = 0; i < tube->n; i++)
    cairo_line_to (cr, tube->point[i].x + outward * tube->normal[i].x + shift,
                   tube->point[i].y + outward * tube->normal[i].y + shift);
  cairo_close_path (cr);
}

static gboolean
same_wall (const ShBloodLook *a, const ShBloodLook *b)
{
  return a->wall.r == b->wall.r && a->wall.g == b->wall.g && a->contour.r == b->contour.r &&
         a->contour.g == b->contour.g;
}

static void
make_tube (const ShVeinSections *sections, const ShVeinSection *section, Tube *tube)
{
  ShPoint outline[N];
  int step = section->radius < 14 ? 2 : 1;
  double c = cos (section->angle), s = sin (section->angle);
  double x1 = 0, y1 = 0;

  tube->n = N / step;
  tube->centre = section->centre;
  tube->wall = MAX (WALL * section->radius, 1.0);
  tube->line = CLAMP (0.055 * section->radius, 0.8, 2.4);
  tube->radius = MAX (section->radius - tube->wall, 0.4);
  sh_vein_sections_outline (sections, section->area_ratio, outline);
  for (int i = 0; i < tube->n; i++)
    {
      double x = outline[i * step].x * tube->radius, y = outline[i * step].y * tube->radius;

      x1 = MAX (x1, x);
      y1 = MAX (y1, y);
      tube->point[i] = (ShPoint){ tube->centre.x + x * c - y * s, tube->centre.y + x * s + y * c };
    }
  tube->flat = y1 / MAX (x1, 1e-6);
  for (int i = 0; i < tube->n; i++)
    {
      ShPoint a = tube->point[(i + tube->n - 1) % tube->n], b = tube->point[(i + 1) % tube->n];
      double length = MAX (hypot (b.x - a.x, b.y - a.y), 1e-9);

      tube->normal[i] = (ShPoint){ (b.y - a.y) / length, -(b.x - a.x) / length };
    }
}

/* One layer of all tubes: they then open into each other where veins meet. Small fills one by one
 * are cheaper than a large sparse one. */
static void
fill_tubes (
    const Tube *tubes, int n, double wall, double line, double outer, double shift, cairo_t *cr)
{
  for (int i = 0; i < n; i++)
    {
      const Tube *tube = &tubes[i];
      double radius = tube->radius + tube->wall;

      tube_path (tube, wall * tube->wall + line * tube->line + outer * radius, shift * radius, cr);
      cairo_fill (cr);
    }
}

/* Shadow, contour, wall with its lit side (art guide, section 6). */
static void
draw_walls (const Tube *tubes, int n, const ShTheme *theme, const ShBloodLook *look, cairo_t *cr)
{
  sh_set_color (cr, theme->shadow, 0.24);
  fill_tubes (tubes, n, 1, 0, 0.12, 0.09, cr);
  sh_set_color (cr, look->contour, 1);
  fill_tubes (tubes, n, 1, 1, 0, 0, cr);
  sh_set_color (cr, look->wall, 1);
  fill_tubes (tubes, n, 1, 0, 0, 0, cr);
  sh_set_color (cr, theme->wall_light, 0.8);
  fill_tubes (tubes, n, 0.72, 0, 0, -0.03, cr);
}

/* Device pixels for a user unit when the picture is an upright one of pixels; 0 for any other. */
static double
pixel_scale (cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_matrix_t matrix;
  double sx, sy;

  cairo_get_matrix (cr, &matrix);
  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE || matrix.xy != 0 ||
      matrix.yx != 0 || matrix.xx != matrix.yy || matrix.xx <= 0)
    return 0;
  cairo_surface_get_device_scale (target, &sx, &sy);
  return matrix.xx * sx;
}

/* Moves a vein to the middle of whole pixels, and to a filling whose wall is kept. */
static void
snap (ShVeinSection *vein, double scale, cairo_t *cr)
{
  double x = vein->centre.x, y = vein->centre.y;
  double sx, sy;

  cairo_surface_get_device_scale (cairo_get_group_target (cr), &sx, &sy);
  cairo_user_to_device (cr, &x, &y);
  vein->centre.x += (round (x * sx) - x * sx) / scale;
  vein->centre.y += (round (y * sy) - y * sy) / scale;
  vein->area_ratio = round (CLAMP (vein->area_ratio, 0, MOST_RATIO) * WALL_STEPS) / WALL_STEPS;
}

static gboolean
looks_alike (ShColor a, ShColor b)
{
  return fabs (a.r - b.r) <= SAME_COLOR && fabs (a.g - b.g) <= SAME_COLOR &&
         fabs (a.b - b.b) <= SAME_COLOR;
}

static gboolean
fits (const Wall *wall,
      const ShVeinSection *vein,
      const ShBloodLook *look,
      const ShTheme *theme,
      double scale)
{
  return wall->picture != NULL && wall->theme == theme && wall->radius == vein->radius &&
         wall->angle == vein->angle && wall->scale == scale && looks_alike (wall->wall, look->wall);
}

/* Paints the wall that belongs to @tube into a picture of its own. */
static void
paint_wall (Wall *wall,
            const Tube *tube,
            const ShVeinSection *vein,
            const ShBloodLook *look,
            const ShTheme *theme,
            double scale)
{
  Tube moved = *tube;
  double reach = 0;
  int size;
  cairo_t *cr;

  for (int i = 0; i < tube->n; i++)
    reach =
        MAX (reach, hypot (tube->point[i].x - tube->centre.x, tube->point[i].y - tube->centre.y));
  size = 2 * (int) ceil ((reach + 0.5 * (tube->radius + tube->wall) + tube->wall) * scale + 2);
  g_clear_pointer (&wall->picture, cairo_surface_destroy);
  *wall = (Wall){ .picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size),
                  .theme = theme,
                  .radius = vein->radius,
                  .angle = vein->angle,
                  .scale = scale,
                  .wall = look->wall,
                  .reach = 0.5 * size / scale };
  for (int i = 0; i < moved.n; i++)
    {
      moved.point[i].x += wall->reach - tube->centre.x;
      moved.point[i].y += wall->reach - tube->centre.y;
    }
  cr = cairo_create (wall->picture);
  cairo_scale (cr, scale, scale);
  draw_walls (&moved, 1, theme, look, cr);
  cairo_destroy (cr);
}

/* The wall's picture at its place, painted when it has not been seen yet. */
static void
show_wall (Wall *wall,
           const Tube *tube,
           const ShVeinSection *vein,
           const ShBloodLook *look,
           const ShTheme *theme,
           double scale,
           cairo_t *cr)
{
  int size;

  if (!fits (wall, vein, look, theme, scale))
    paint_wall (wall, tube, vein, look, theme, scale);
  size = cairo_image_surface_get_width (wall->picture);
  cairo_save (cr);
  cairo_translate (cr, tube->centre.x - wall->reach, tube->centre.y - wall->reach);
  cairo_scale (cr, 1 / scale, 1 / scale);
  cairo_set_source_surface (cr, wall->picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_rectangle (cr, 0, 0, size, size);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* Along the wall blood that falls back keeps the colour of its vein. */
#define EDGE_PART 0.24

static double
edge_width (const Tube *tube)
{
  return EDGE_PART * tube->radius * MIN (tube->flat, 1.0);
}

static void
fill_edge (const Tube *tube, const ShBloodLook *look, cairo_t *cr)
{
  sh_set_color (cr, sh_color_mix (look->fill, look->edge, look->backflow), 1);
  tube_path (tube, 0, 0, cr);
  cairo_fill (cr);
}

/* The near wall shades the blood on the lit side; the far side lifts (art guide, section 5). */
static void
fill_lumen (const Tube *tube, const ShBloodLook *look, cairo_t *cr)
{
  double reach = 0.72 * (tube->radius + tube->wall);
  ShPoint c = tube->centre;
  cairo_pattern_t *light =
      cairo_pattern_create_linear (c.x - reach, c.y - reach, c.x + reach, c.y + reach);

  cairo_pattern_add_color_stop_rgb (light, 0, look->dark.r, look->dark.g, look->dark.b);
  cairo_pattern_add_color_stop_rgb (light, 0.5, look->fill.r, look->fill.g, look->fill.b);
  cairo_pattern_add_color_stop_rgb (light, 1, look->light.r, look->light.g, look->light.b);
  if (look->backflow > 0.05)
    fill_edge (tube, look, cr);
  tube_path (tube, look->backflow > 0.05 ? -edge_width (tube) : 0, 0, cr);
  cairo_set_source (cr, light);
  cairo_fill (cr);
  cairo_pattern_destroy (light);
}

/* Cross hatching at 45 degrees: blood that falls back, readable without colour. */
static void
draw_hatch (const Tube *tube, double strength, const ShTheme *theme, cairo_t *cr)
{
  double r = 1.6 * tube->radius;
  double step = MAX (0.36 * tube->radius, 3.6);

  cairo_save (cr);
  cairo_translate (cr, -tube->centre.x, -tube->centre.y);
  tube_path (tube, 0, 0, cr);
  cairo_translate (cr, tube->centre.x, tube->centre.y);
  cairo_clip (cr);
  for (double d = -2 * r; d <= 2 * r; d += step)
    {
      cairo_move_to (cr, d - r, -r);
      cairo_line_to (cr, d + r, r);
      cairo_move_to (cr, d + r, -r);
      cairo_line_to (cr, d - r, r);
    }
  sh_set_color (cr, theme->contour, 0.5 * strength);
  cairo_set_line_width (cr, MAX (0.06 * tube->radius, 0.8));
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* A stream is seen from below as a light core; resting blood as a few discs. */
static void
draw_marks (const Tube *tube,
            const ShVeinSection *section,
            const ShTheme *theme,
            const ShBloodLook *look,
            cairo_t *cr)
{
  double stream = look->moving * (1 - look->backflow);
  double r = tube->radius;

  cairo_save (cr);
  cairo_rotate (cr, section->angle);
  cairo_scale (cr, 1, MAX (tube->flat, 0.05));
  if (stream > 0.05)
    {
      int rings = r < 12 ? 1 : 3;

      for (int i = rings; i >= 1; i--)
        {
          cairo_arc (cr, 0, 0, 0.45 * r * i / rings * (rings > 1 ? 1 : 0.7), 0, 2 * G_PI);
          sh_set_color (cr, theme->cell, (rings > 1 ? 0.22 : 0.4) * stream);
          cairo_fill (cr);
        }
    }
  if (look->standing > 0.05 && r > 6)
    {
      for (int i = 0; i < 6; i++)
        {
          double turn = section->seed + i * 2.4; /* the golden angle spreads them evenly */
          double away = r * 0.72 * sqrt ((i + 0.5) / 6.0);

          cairo_new_sub_path (cr);
          cairo_arc (cr, away * cos (turn), away * sin (turn), 0.085 * r, 0, 2 * G_PI);
        }
      sh_set_color (cr, theme->cell, 0.34 * look->standing);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

/* What is inside one vein. */
static void
draw_blood (const Tube *tube,
            const ShVeinSection *section,
            const ShTheme *theme,
            const ShBloodLook *look,
            cairo_t *cr)
{
  fill_lumen (tube, look, cr);
  cairo_save (cr);
  cairo_translate (cr, tube->centre.x, tube->centre.y);
  if (look->backflow > 0.05)
    draw_hatch (tube, look->backflow, theme, cr);
  if (look->emptiness < 0.9)
    draw_marks (tube, section, theme, look, cr);
  cairo_restore (cr);
}

/* Draws walls without keeping them. Runs of veins of one look share their fills; a treated vein has
 * colours of its own. */
static void
draw_all_walls (
    const Tube *tubes, int n, const ShBloodLook *looks, const ShTheme *theme, cairo_t *cr)
{
  for (int from = 0, to; from < n; from = to)
    {
      to = from + 1;
      while (to < n && same_wall (&looks[from], &looks[to]))
        to++;
      draw_walls (&tubes[from], to - from, theme, &looks[from], cr);
    }
}

void
sh_vein_sections_draw (ShVeinSections *sections,
                       const ShVeinSection *veins,
                       const ShBloodLook *looks,
                       int n_veins,
                       const ShTheme *theme,
                       cairo_t *cr)
{
  Tube tubes[SH_VEIN_SECTIONS_MAX];
  ShVeinSection shown[SH_VEIN_SECTIONS_MAX];
  int n = MIN (n_veins, SH_VEIN_SECTIONS_MAX);
  double scale = pixel_scale (cr);

  for (int i = 0; i < n; i++)
    {
      shown[i] = veins[i];
      if (scale > 0)
        snap (&shown[i], scale, cr);
      make_tube (sections, &shown[i], &tubes[i]);
    }
  if (scale == 0)
    draw_all_walls (tubes, n, looks, theme, cr);
  for (int i = 0; scale > 0 && i < n; i++)
    show_wall (&sections->walls[i][(int) (shown[i].area_ratio * WALL_STEPS + 0.5)], &tubes[i],
               &shown[i], &looks[i], theme, scale, cr);
  for (int i = 0; i < n; i++)
    {
      sh_set_color (cr, looks[i].contour, 0.9);
      fill_tubes (&tubes[i], 1, 0, 0.7, 0, 0, cr);
    }
  for (int i = 0; i < n; i++)
    draw_blood (&tubes[i], &shown[i], theme, &looks[i], cr);
}
