/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-figure-parts.h"

#include <math.h>
#include <string.h>

/* Pixels of figure.svg for one metre. */
#define FILE_UNITS 400.0

static const char *const part_names[SH_FIGURE_N_DRAWN] = { "thigh", "shank", "foot",      "toes",
                                                           "trunk", "head",  "upper-arm", "forearm",
                                                           "hand",  "heart", "hair" };
static const char *const part_joints[SH_FIGURE_N_DRAWN] = { "hip",   "knee",  "ankle",    "ball",
                                                            "hip",   "neck",  "shoulder", "elbow",
                                                            "wrist", "heart", "neck" };

/* Clothes are pieces of the body between two heights above the part's joint, in metres, and stand
 * off it by so much. */
static const struct
{
  ShFigurePart from;
  double low, high;
  double off;
} clothes[] = {
  [SH_FIGURE_SHIRT - SH_FIGURE_N_DRAWN] = { SH_FIGURE_TRUNK, 0.045, 0.485, 0.004 },
  [SH_FIGURE_SHORTS - SH_FIGURE_N_DRAWN] = { SH_FIGURE_TRUNK, -1, 0.065, 0.003 },
  [SH_FIGURE_SHORTS_LEG - SH_FIGURE_N_DRAWN] = { SH_FIGURE_THIGH, -0.23, 1, 0.007 },
  [SH_FIGURE_SLEEVE - SH_FIGURE_N_DRAWN] = { SH_FIGURE_UPPER_ARM, -0.15, 1, 0.006 },
  [SH_FIGURE_STOCKING - SH_FIGURE_N_DRAWN] = { SH_FIGURE_SHANK, -1, -0.03, 0.006 },
};

static ShPoint
joint (const ShArt *art, const char *name)
{
  g_autofree char *id = g_strconcat ("figure.joint.", name, NULL);
  ShPoint place = { 0, 0 };

  sh_art_place (art, id, &place);
  return place;
}

/* From the file (facing left, y down) to metres, forward and up. */
static ShPoint
metres (ShPoint from, ShPoint to)
{
  return (ShPoint){ (from.x - to.x) / FILE_UNITS, (from.y - to.y) / FILE_UNITS };
}

/* Finds the normals and the width of an outline whose points are set. */
static void
finish_outline (ShFigureOutline *outline)
{
  const int n = outline->n;
  double area = 0;

  outline->half_width = 0;
  for (int i = 0; i < n; i++)
    {
      ShPoint a = outline->point[(i + n - 1) % n], b = outline->point[(i + 1) % n];
      double length = MAX (hypot (b.x - a.x, b.y - a.y), 1e-9);

      outline->half_width = MAX (outline->half_width, fabs (outline->point[i].x));
      area += a.x * b.y - b.x * a.y;
      outline->normal[i] = (ShPoint){ (b.y - a.y) / length, -(b.x - a.x) / length };
    }
  for (int i = 0; area < 0 && i < n; i++)
    outline->normal[i] = (ShPoint){ -outline->normal[i].x, -outline->normal[i].y };
}

static void
read_outline (const ShArt *art, ShFigurePart part, ShFigureOutline *outline)
{
  g_autofree char *id = g_strconcat ("figure.", part_names[part], NULL);
  const ShCurve *curve = sh_art_curve (art, id);
  ShPoint centre = joint (art, part_joints[part]);

  if (curve == NULL)
    return;
  outline->n = SH_FIGURE_POINTS;
  for (int i = 0; i < SH_FIGURE_POINTS; i++)
    outline->point[i] =
        metres (centre, sh_curve_at (curve, sh_curve_total (curve) * i / SH_FIGURE_POINTS, 0));
  finish_outline (outline);
}

/* Where the side from @a to @b crosses a height. */
static ShPoint
crossing (ShPoint a, ShPoint b, double height)
{
  double t = (height - a.y) / (b.y - a.y);

  return (ShPoint){ a.x + t * (b.x - a.x), height };
}

/* Keeps what lies above a height (@sign 1) or below it (-1). */
static int
cut (const ShPoint *from, int n, double height, double sign, ShPoint *to)
{
  int kept = 0;

  for (int i = 0; i < n; i++)
    {
      ShPoint a = from[i], b = from[(i + 1) % n];
      gboolean a_in = sign * (a.y - height) >= 0, b_in = sign * (b.y - height) >= 0;

      if (a_in)
        to[kept++] = a;
      if (a_in != b_in)
        to[kept++] = crossing (a, b, height);
    }
  return kept;
}

static void
cut_clothes (ShFigureOutline *parts, ShFigurePart part)
{
  const ShFigureOutline *from = &parts[clothes[part - SH_FIGURE_N_DRAWN].from];
  ShFigureOutline *outline = &parts[part];
  double off = clothes[part - SH_FIGURE_N_DRAWN].off;
  ShPoint grown[SH_FIGURE_POINTS], half[2 * SH_FIGURE_POINTS], whole[2 * SH_FIGURE_POINTS];
  int n;

  for (int i = 0; i < from->n; i++)
    grown[i] = (ShPoint){ from->point[i].x + off * from->normal[i].x,
                          from->point[i].y + off * from->normal[i].y };
  n = cut (grown, from->n, clothes[part - SH_FIGURE_N_DRAWN].low, 1, half);
  n = cut (half, n, clothes[part - SH_FIGURE_N_DRAWN].high, -1, whole);
  outline->n = MIN (n, SH_FIGURE_POINTS);
  memcpy (outline->point, whole, (gsize) outline->n * sizeof (ShPoint));
  finish_outline (outline);
}

void
sh_figure_read (const ShArt *art, ShFigureOutline part[SH_FIGURE_N_PARTS], ShFigureBody *body)
{
  ShPoint hip = joint (art, "hip"), knee = joint (art, "knee"), ankle = joint (art, "ankle");
  ShPoint shoulder = joint (art, "shoulder"), elbow = joint (art, "elbow");

  for (int i = 0; i < SH_FIGURE_N_DRAWN; i++)
    read_outline (art, (ShFigurePart) i, &part[i]);
  for (int i = SH_FIGURE_N_DRAWN; i < SH_FIGURE_N_PARTS; i++)
    cut_clothes (part, (ShFigurePart) i);
  body->thigh = metres (knee, hip).y;
  body->shank = metres (ankle, knee).y;
  body->upper_arm = metres (elbow, shoulder).y;
  body->forearm = metres (joint (art, "wrist"), elbow).y;
  body->ankle_to_ball = metres (ankle, joint (art, "ball"));
  body->ankle_height = 0.93 - body->thigh - body->shank;
  body->shoulder = metres (hip, shoulder);
  body->trunk = body->shoulder.y;
  body->neck = metres (hip, joint (art, "neck"));
  body->heart = metres (hip, joint (art, "heart"));
}
