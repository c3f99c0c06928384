/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-mistakes.h"

/** What a text turns out to be. */
typedef enum
{
  SH_FILE_SCENARIO,
  SH_FILE_LESSON,
  SH_FILE_KIOSK
} ShFileKind;

/**
 * Checks a scenario, a lesson or a kiosk's configuration, whichever its first group says it is;
 * what has none of these groups is taken for a scenario.
 *
 * @text: (array length=length): may hold any bytes
 * @name: stands for the file in the messages
 *
 * Returns: (transfer full): all that is wrong; empty when all is well
 */
ShMistakes *sh_check_text (const char *text, gsize length, const char *name);

/** As sh_check_text(), from a file; that it cannot be read is a mistake, too.
 * Returns: (transfer full) */
ShMistakes *sh_check_file (const char *path);

/** The kind that the first group of @text says it is. */
ShFileKind sh_file_kind (const char *text, gsize length);
