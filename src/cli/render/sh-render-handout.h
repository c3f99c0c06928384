/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-model.h"

/** What the command line says about a hand-out; every text may be NULL. */
typedef struct
{
  char *sheet; /* "a4" or "letter" */
  char *clinic;
  char *contact;
  char *address;
  char *logo; /* a file */
} ShHandoutWords;

/** Frees the texts. */
void sh_handout_words_clear (ShHandoutWords *words);

/**
 * Draws the hand-out of @scenario into the file @path, whose ending tells the format.
 *
 * @width_px: of a PNG; 0 for two pixels a point
 *
 * Returns: the exit status
 */
int sh_render_handout (const ShHandoutWords *words,
                       const ShScenario *scenario,
                       double width_px,
                       const char *path);

/**
 * Draws the worksheet of a lesson into the file @path: all pages of a PDF, and side by side in a
 * picture.
 *
 * @lesson: (nullable): a file, or the name of a shipped lesson
 *
 * Returns: the exit status
 */
int sh_render_worksheet (const ShHandoutWords *words,
                         const char *lesson,
                         double width_px,
                         const char *path);
