/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "sh-model.h"
#include "sh-situation.h"

typedef enum
{
  SH_WORDING_PLAIN, /* about grade 6 */
  SH_WORDING_CLINICAL
} ShWording;

/**
 * The one line that says what happens now and why, translated.
 *
 * The caption follows slow facts (activity, posture, leaks, trend over seconds), not single frames;
 * the caller keeps a shown caption for at least sh_caption_hold_s() before it shows another.
 *
 * @frame: the instant
 * @scenario: what the leg lives by
 * @ankle_mmhg: the ankle pressure that the reader is shown, a mean over about two steps; NaN to
 * take the instant's
 *
 * Returns: (transfer full): never empty.
 */
char *
sh_caption (const ShFrame *frame, const ShScenario *scenario, double ankle_mmhg, ShWording wording);

/** The words for one situation; with sh_situation() and the situation shown before, a caption keeps
 * still where a value stays at a limit. Returns: (transfer full): never empty. */
char *sh_caption_of (ShSituation situation, ShWording wording);

/** How long a caption of this text has to stay so that it can be read, in seconds. */
double sh_caption_hold_s (const char *caption);

/** A longer description of the picture for someone who does not see it. @ankle_mmhg: as
 * sh_caption() takes it. Returns: (transfer full) */
char *sh_describe (const ShFrame *frame,
                   const ShScenario *scenario,
                   double ankle_mmhg,
                   ShWording wording);
