/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-vein-net.h"

/* A drawn vein is never wider than this times its width in a healthy leg that stands still, so that
 * it does not run into its neighbour; the approach is smooth. */
#define WIDEST_FACTOR 1.4
/* The scar of an old clot is full over this part of its stretch's half length, and ends here. */
#define SCAR_FULL_PART 0.35
#define SCAR_PART 0.85
/* How much of the lost lumen the vein shrinks by outside. */
#define SCAR_SHRINK 0.18
/* What leaves a perforator outward: up to the first it seeps in the model of a healthy leg (its
 * largest in walking, cycling and heel raises is 0.9 mL/s); from the second on it is reflux in full
 * (with no valve it is above 4 mL/s). */
#define SEEP_ML_S 1.0
#define REFLUX_ML_S 2.5
/* A gush through a perforator lasts a fifth of a second; its arrow stays long enough to be read,
 * and fades by the factor e in this time of the model. */
#define ARROW_FADES_S 0.3
/* Half the width of a closed vein's cord, of the vein's width. */
#define CORD_PART 0.16

void
sh_vein_net_pose (ShVeinNet *net, const ShRig *rig)
{
  for (int k = 0; k < net->n_lines; k++)
    {
      ShVeinLine *line = &net->lines[k];

      for (int i = 0; i < line->n; i++)
        line->at[i] = sh_rig_map (rig, line->rest[i], SH_RIG_VEIN);
      sh_vein_line_find_normals (line);
    }
}

/* The drawn width against that of the plate, which is the vein of a healthy person who stands
 * still: the diameter of a round tube of the same open area, with a smooth limit above 1. */
static double
width_factor (double area_ratio, double standing_ratio)
{
  double factor = sqrt (MAX (area_ratio, 0.0) / standing_ratio);
  const double room = WIDEST_FACTOR - 1.0;

  return factor <= 1.0 ? factor : 1.0 + room * tanh ((factor - 1.0) / room);
}

/* The calibre that an old clot leaves at one place. The scar is uneven: it waves to both sides of
 * the model's calibre, which it has in its middle. */
static double
pinch (const ShVeinLine *line, const ShVeinSegment *segment, double arc, double narrowing)
{
  double scar = narrowing * sh_vein_line_scar (line, segment, arc);
  double middle = 0.5 * (line->arc[segment->from] + line->arc[segment->to]);
  double place = (arc - middle) / line->width[segment->from];
  double uneven = sh_smooth_step (0.2, 0.9, fabs (place)) *
                  (0.11 * sin (4.3 * place) + 0.07 * sin (9.1 * place));

  return sqrt (1.0 - scar) * (1.0 + MIN (1.0, 2.0 * scar) * uneven);
}

double
sh_vein_line_scar (const ShVeinLine *line, const ShVeinSegment *segment, double arc)
{
  double from = line->arc[segment->from];
  double to = line->arc[segment->to];
  double t = fabs (arc - 0.5 * (from + to)) / MAX (0.5 * (to - from), 1.0);

  return 1.0 - sh_smooth_step (SCAR_FULL_PART, SCAR_PART, t);
}

/* The cells of a perforator move with what flows through its valve; mL/s over the area of a small
 * group of perforators, as the flow model has them (0.06 to 0.07 cm2), gives cm/s. */
static double
segment_velocity (const ShVeinSegment *segment, const ShFrame *frame)
{
  const double perforator_cm2 = 0.065;

  if (segment->flow != SH_VALVE_NONE)
    return frame->flow_ml_s[segment->flow] / perforator_cm2;
  return frame->velocity_cm_s[segment->vein];
}

/* The speed that the blood's look is taken from. A little blood seeps out through the closed valve
 * of any perforator; only what is more than that is shown as falling back. */
static double
shown_velocity (const ShVeinSegment *segment, const ShFrame *frame)
{
  double back = segment->flow == SH_VALVE_NONE ? 0 : -frame->flow_ml_s[segment->flow];

  if (back <= 0)
    return segment->velocity_cm_s;
  return segment->velocity_cm_s * sh_smooth_step (SEEP_ML_S, REFLUX_ML_S, back);
}

/* Who goes back in time sees no gush that has not been yet. */
static void
segment_arrow (ShVeinSegment *segment, double velocity_cm_s, double time_s)
{
  double since_s = time_s - segment->gush_s;
  double left = since_s >= 0 ? segment->gush_cm_s * exp (-since_s / ARROW_FADES_S) : 0;

  segment->arrow_cm_s = fabs (velocity_cm_s) < fabs (left) ? left : velocity_cm_s;
  if (segment->arrow_cm_s != left)
    {
      segment->gush_cm_s = velocity_cm_s;
      segment->gush_s = time_s;
    }
}

static void
segment_fill (ShVeinSegment *segment,
              const ShVeinLine *line,
              const ShTheme *theme,
              const ShFrame *frame)
{
  ShBloodState state;

  sh_blood_state_of_vein (frame, segment->vein, &state);
  segment->closed = state.closed;
  segment->narrowing = frame->narrowing[segment->vein];
  segment->velocity_cm_s = state.closed ? 0 : segment_velocity (segment, frame);
  segment->area_ratio = state.area_ratio;
  state.superficial = line->superficial;
  state.velocity_cm_s = shown_velocity (segment, frame);
  segment_arrow (segment, state.velocity_cm_s, frame->time_s);
  if (segment->flow != SH_VALVE_NONE)
    state.leak = frame->leak[segment->flow];
  sh_blood_look_falling (theme, &state, segment->falling_s, &segment->look);
}

/* A closed vein shrinks to an uneven cord without a lumen. */
static double
cord (const ShVeinLine *line, int i)
{
  double place = line->arc[i] / line->widest;

  return line->width[i] * (CORD_PART + 0.012 * sin (1.9 * place) + 0.010 * sin (4.7 * place));
}

/* Half inner and outer width of one point, as segment @segment has them. A narrowed vein keeps most
 * of its outer width: the scar fills what the lumen loses. */
static void
point_widths (const ShVeinLine *line,
              const ShVeinSegment *segment,
              const ShFrame *frame,
              int i,
              double *lumen,
              double *outer)
{
  double round = 0.5 * line->lumen_part * line->width[i];
  double wall = 0.5 * (1.0 - line->lumen_part) * line->width[i];
  double narrowing = line->twig ? 0 : frame->narrowing[segment->vein];
  double open;

  if (frame->closed[segment->vein])
    {
      *lumen = 0;
      *outer = cord (line, i);
      return;
    }
  open = round * line->bulge[i] * width_factor (segment->area_ratio, segment->standing_ratio);
  /* What empties draws its wall together, too: thick pale walls would be the loudest thing. */
  wall *= 0.5 + 0.5 * CLAMP (open / (round * line->bulge[i]), 0, 1);
  *lumen = open * pinch (line, segment, line->arc[i], narrowing);
  *outer =
      open * (1.0 - SCAR_SHRINK * narrowing * sh_vein_line_scar (line, segment, line->arc[i])) +
      wall;
}

static void
line_fill (ShVeinLine *line, const ShFrame *frame)
{
  for (int i = 0; i < line->n; i++)
    {
      int own = line->segment[i];
      double mix = fabs (line->blend[i]);

      point_widths (line, &line->segments[own], frame, i, &line->lumen[i], &line->outer[i]);
      if (mix > 0)
        {
          int other = line->blend[i] > 0 ? own + 1 : own - 1;
          double lumen, outer;

          point_widths (line, &line->segments[other], frame, i, &lumen, &outer);
          line->lumen[i] += mix * (lumen - line->lumen[i]);
          line->outer[i] += mix * (outer - line->outer[i]);
        }
    }
}

void
sh_vein_net_fill (ShVeinNet *net, const ShTheme *theme, const ShFrame *frame)
{
  for (int k = 0; k < net->n_lines; k++)
    {
      ShVeinLine *line = &net->lines[k];

      for (int i = 0; i < line->n_segments; i++)
        segment_fill (&line->segments[i], line, theme, frame);
      line_fill (line, frame);
    }
  for (int i = 0; i < net->n_valves; i++)
    {
      net->valves[i].open = CLAMP (frame->opening[net->valves[i].valve], 0, 1);
      net->valves[i].leak = CLAMP (frame->leak[net->valves[i].valve], 0, 1);
    }
}

int
sh_vein_line_index (const ShVeinLine *line, double arc)
{
  int low = 0;
  int high = line->n - 2;

  while (low < high)
    {
      int middle = (low + high + 1) / 2;

      if (line->arc[middle] <= arc)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

/* Index and position between it and the next point. */
static int
find (const ShVeinLine *line, double arc, double *t)
{
  int i = sh_vein_line_index (line, arc);

  *t = CLAMP ((arc - line->arc[i]) / (line->arc[i + 1] - line->arc[i]), 0, 1);
  return i;
}

ShPoint
sh_vein_line_at (const ShVeinLine *line, double arc, double across)
{
  double t;
  int i = find (line, arc, &t);
  double offset = across * (line->lumen[i] + t * (line->lumen[i + 1] - line->lumen[i]));
  double nx = line->normal[i].x + t * (line->normal[i + 1].x - line->normal[i].x);
  double ny = line->normal[i].y + t * (line->normal[i + 1].y - line->normal[i].y);

  return (ShPoint){ line->at[i].x + t * (line->at[i + 1].x - line->at[i].x) + offset * nx,
                    line->at[i].y + t * (line->at[i + 1].y - line->at[i].y) + offset * ny };
}

double
sh_vein_line_width (const ShVeinLine *line, double arc)
{
  double t;
  int i = find (line, arc, &t);

  return line->width[i] + t * (line->width[i + 1] - line->width[i]);
}

double
sh_vein_line_lumen (const ShVeinLine *line, double arc)
{
  double t;
  int i = find (line, arc, &t);

  return line->lumen[i] + t * (line->lumen[i + 1] - line->lumen[i]);
}

const ShVeinSegment *
sh_vein_line_segment (const ShVeinLine *line, double arc)
{
  return &line->segments[line->segment[sh_vein_line_index (line, arc)]];
}

void
sh_vein_net_advance (ShVeinNet *net, const ShFrame *frame, double dt_s)
{
  for (int k = 0; k < net->n_lines; k++)
    for (int i = 0; i < net->lines[k].n_segments; i++)
      {
        ShVeinSegment *segment = &net->lines[k].segments[i];

        sh_blood_falling_advance (segment_velocity (segment, frame), dt_s, &segment->falling_s);
      }
}
