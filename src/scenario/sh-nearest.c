/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-nearest.h"

#include <string.h>

/* Names are short; what is longer than this is compared by its beginning. */
#define LONGEST 64

guint
sh_edit_distance (const char *a, const char *b)
{
  gsize na = MIN (strlen (a), LONGEST);
  gsize nb = MIN (strlen (b), LONGEST);
  guint row[3][LONGEST + 1]; /* the last row but one, the last and the present one */

  memset (row, 0, sizeof row);
  for (gsize j = 0; j <= nb; j++)
    row[1][j] = (guint) j;
  for (gsize i = 1; i <= na; i++)
    {
      row[2][0] = (guint) i;
      for (gsize j = 1; j <= nb; j++)
        {
          guint best = row[1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);

          best = MIN (best, MIN (row[1][j], row[2][j - 1]) + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            best = MIN (best, row[0][j - 2] + 1);
          row[2][j] = best;
        }
      memcpy (row[0], row[1], sizeof row[0]);
      memcpy (row[1], row[2], sizeof row[1]);
    }
  return row[1][nb];
}

const char *
sh_nearest_name (const char *found, const char *const *candidates, gsize n)
{
  const char *nearest = NULL;
  guint least = G_MAXUINT;

  for (gsize i = 0; i < n; i++)
    {
      guint distance = sh_edit_distance (found, candidates[i]);

      if (distance < least)
        {
          least = distance;
          nearest = candidates[i];
        }
    }
  return nearest;
}
