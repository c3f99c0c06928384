/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-mistakes.h"

/** One "key=value" of a lesson file, with its place. */
typedef struct
{
  char *key;
  char *value;
  guint line;
  guint column;
  guint value_column;
} ShBlockLine;

/** A group of a lesson file with its lines; the same group may stand there many times. */
typedef struct
{
  char *group; /* without brackets */
  guint line;
  GPtrArray *lines; /* (element-type ShBlockLine) */
} ShBlock;

/**
 * Reads text that consists of groups, which may repeat, comments (#), blank lines and KEY=VALUE. A
 * line that starts with a space goes on with the value of the line before.
 *
 * @text: (array length=length): may hold any bytes
 * @mistakes: what is no such line is told there and left out
 *
 * Returns: (transfer full) (element-type ShBlock): in the order of the file
 */
GPtrArray *sh_blocks_read (const char *text, gsize length, ShMistakes *mistakes);

/** The line of @key in @block; a second one of the same key is told as a mistake by
 * sh_blocks_read(). Returns: (transfer none) (nullable) */
const ShBlockLine *sh_block_find (const ShBlock *block, const char *key);
