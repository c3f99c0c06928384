/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-phase-strip.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-text.h"

#define STEPS 8
/* A muscle that is this active is said to work. */
#define WORKS 0.35
/* The strip takes this part of the width, and no more than this many sizes of the letters. */
#define SHARE 0.42
#define WIDEST 17.0

/* What happens, by the muscles alone: the frame knows no more of the cycle. */
static const char *
words (const ShFrame *frame)
{
  const ShLegPose *leg = &frame->pose.leg[0];

  if (leg->calf >= WORKS)
    return C_ ("phase", "The calf squeezes its veins");
  if (leg->shin >= WORKS)
    return C_ ("phase", "The foot is lifted, the calf rests");
  return C_ ("phase", "The calf rests, its veins fill");
}

static void
draw_steps (const ShFrame *frame,
            const ShTheme *theme,
            double x,
            double y,
            double width,
            double size,
            cairo_t *cr)
{
  int now = (int) (CLAMP (frame->phase, 0.0, 0.999) * STEPS);
  double step = width / STEPS;

  for (int i = 0; i < STEPS; i++)
    {
      double height = i == now ? 0.7 * size : 0.3 * size;

      cairo_rectangle (cr, x + i * step + 1, y + 0.5 * (0.7 * size - height), step - 2, height);
      sh_set_color (cr, i == now ? theme->accent : theme->text_quiet, i == now ? 1 : 0.45);
      cairo_fill (cr);
    }
}

void
sh_phase_strip_draw (const ShFrame *frame,
                     const ShTheme *theme,
                     ShLabels labels,
                     const cairo_rectangle_t *rect,
                     double size,
                     cairo_t *cr)
{
  double width = MIN (SHARE * rect->width, WIDEST * size);
  ShTextStyle style = { .size = size, .width = width, .color = theme->text };
  double x = rect->x + 0.3 * size, y = rect->y + 0.4 * size;

  if (!frame->moving || frame->activity == SH_ACTIVITY_REST)
    return;
  draw_steps (frame, theme, x, y, width, size, cr);
  if (labels != SH_LABELS_NONE)
    sh_text_draw (cr, words (frame), x, y + 2.0 * size, &style);
}
