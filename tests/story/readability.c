/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "readability.h"

#include <ctype.h>
#include <string.h>

guint
read_syllables (const char *word, gsize length)
{
  guint n = 0;
  gboolean before = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      gboolean vowel = strchr ("aeiouy", tolower ((guchar) word[i])) != NULL;

      n += vowel && !before;
      before = vowel;
    }
  /* A silent e, or ed, at the end. */
  if (n > 1 && length > 2 && word[length - 1] == 'e' && word[length - 2] != 'l')
    n--;
  if (n > 1 && length > 3 && strncmp (word + length - 2, "ed", 2) == 0 &&
      strchr ("td", word[length - 3]) == NULL)
    n--;
  return MAX (n, 1);
}

void
read_count (const char *text, ReadCount *result)
{
  for (const char *p = text; *p != '\0';)
    {
      gsize length = 0;

      while (isalpha ((guchar) p[length]) || p[length] == '\'')
        length++;
      if (length > 0)
        {
          result->words++;
          result->syllables += read_syllables (p, length);
          p += length;
          continue;
        }
      /* A colon divides what is read in one go as a full stop does. */
      result->sentences += strchr (".:;?!", *p) != NULL;
      p++;
    }
}

double
read_grade (const ReadCount *c)
{
  return 0.39 * c->words / MAX (c->sentences, 1) + 11.8 * c->syllables / MAX (c->words, 1) - 15.59;
}
