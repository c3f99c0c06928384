/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-number-text.h"

#include <errno.h>
#include <math.h>
#include <string.h>

gboolean
sh_number_parse (const char *text, double *number)
{
  char *end = NULL;
  double value;

  if (text[0] == '\0' || text[strspn (text, "0123456789+-.eE")] != '\0')
    return FALSE;
  errno = 0;
  value = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !isfinite (value))
    return FALSE;
  *number = value;
  return TRUE;
}

gboolean
sh_whole_parse (const char *text, guint64 *number)
{
  if (text[0] == '\0' || text[strspn (text, "0123456789")] != '\0')
    return FALSE;
  return g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, number, NULL);
}

char *
sh_number_to_text (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];
      double back;

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (text, sizeof text, format, number);
      back = g_ascii_strtod (text, NULL);
      if (!(back < number) && !(back > number))
        break;
    }
  return g_strdup (text);
}
