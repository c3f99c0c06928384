/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* How hard an English text is to read, after Flesch and Kincaid: 0.39 × words a sentence + 11.8 ×
 * syllables a word − 15.59 (Kincaid and others 1975), the grade of a school in the United States.
 */

typedef struct
{
  guint words;
  guint syllables;
  guint sentences;
} ReadCount;

/** The syllables of a word, guessed from its vowels. */
guint read_syllables (const char *word, gsize length);
/** Adds the words, syllables and sentences of @text to @result. */
void read_count (const char *text, ReadCount *result);
/** The grade of what was counted. */
double read_grade (const ReadCount *c);
