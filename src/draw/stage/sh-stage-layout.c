/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-stage-layout.h"

#include <math.h>

/* Shares of the stage, chosen by eye at 1280 × 800 and 1080 × 1920 (calibrated). */
#define LEG_SHARE_WIDE 0.62
#define LEG_SHARE_HIGH 0.66
#define SLICE_SHARE_WIDE 0.61
#define SLICE_SHARE_HIGH 0.52
#define MARGIN_SHARE 0.012
/* Names beside the leg need a stage that is wider than high. Without any the leg may stand beside
 * the others on one that is nearly square, where it would be small above them. */
#define LEAST_WIDE 1.05
#define LEAST_WIDE_NAMELESS 0.72
/* A leg that lies is long and low. */
#define LEG_SHARE_WIDE_LYING 0.68
#define LEG_SHARE_HIGH_LYING 0.43
#define SLICE_SHARE_HIGH_LYING 0.35

static cairo_rectangle_t
rectangle (double x0, double y0, double x1, double y1)
{
  double left = floor (x0 + 0.5), top = floor (y0 + 0.5);

  return (cairo_rectangle_t){ left, top, MAX (1, floor (x1 + 0.5) - left),
                              MAX (1, floor (y1 + 0.5) - top) };
}

/* Leg at the left, slice above figure at the right. */
static void
lay_out_wide (double width, double height, double margin, gboolean lies, ShStageLayout *layout)
{
  double split = (lies ? LEG_SHARE_WIDE_LYING : LEG_SHARE_WIDE) * width;
  double middle = SLICE_SHARE_WIDE * height;

  layout->leg = rectangle (margin, 0, split, height);
  layout->slice = rectangle (split, margin, width - margin, middle);
  layout->figure = rectangle (split, middle + margin, width - margin, height - margin);
}

/* Leg above, slice and figure side by side below. */
static void
lay_out_high (double width, double height, double margin, ShStageLayout *layout)
{
  double split = LEG_SHARE_HIGH * height;
  double middle = SLICE_SHARE_HIGH * width;

  layout->leg = rectangle (margin, 0, width - margin, split);
  layout->slice = rectangle (margin, split + margin, middle, height - margin);
  layout->figure = rectangle (middle + margin, split + margin, width - margin, height - margin);
}

/* A leg that lies: leg, slice and figure one below the other, each as wide as the picture. */
static void
lay_out_high_lying (double width, double height, double margin, ShStageLayout *layout)
{
  double first = LEG_SHARE_HIGH_LYING * height;
  double second = first + SLICE_SHARE_HIGH_LYING * height;

  layout->leg = rectangle (margin, 0, width - margin, first);
  layout->slice = rectangle (margin, first + margin, width - margin, second);
  layout->figure = rectangle (margin, second + margin, width - margin, height - margin);
}

static gboolean
lies (const ShSceneOptions *options)
{
  return options->posture == SH_POSTURE_LYING || options->posture == SH_POSTURE_LYING_LEG_UP;
}

static double
least_wide (const ShSceneOptions *options)
{
  return options->labels == SH_LABELS_NONE ? LEAST_WIDE_NAMELESS : LEAST_WIDE;
}

void
sh_stage_layout (const ShSceneOptions *options, ShStageLayout *layout)
{
  double width = options->width;
  double height = options->height;
  double margin = MARGIN_SHARE * MIN (width, height);
  cairo_rectangle_t all = rectangle (0, 0, width, height);
  cairo_rectangle_t inset = rectangle (margin, margin, width - margin, height - margin);

  *layout = (ShStageLayout){ 0 };
  switch (options->view)
    {
    case SH_VIEW_LEG:
      layout->leg = all;
      break;
    case SH_VIEW_SLICE:
      layout->slice = inset;
      break;
    case SH_VIEW_FIGURE:
      layout->figure = inset;
      break;
    case SH_VIEW_LENS:
      layout->lens = inset;
      break;
    case SH_VIEW_STAGE:
    case SH_N_VIEWS:
    default:
      if (width > least_wide (options) * height)
        lay_out_wide (width, height, margin, lies (options), layout);
      else if (lies (options))
        lay_out_high_lying (width, height, margin, layout);
      else
        lay_out_high (width, height, margin, layout);
      break;
    }
}
