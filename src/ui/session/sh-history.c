/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-history.h"

#include <string.h>

struct _ShHistory
{
  ShFrame *frames; /* capacity */
  guint capacity;
  guint first; /* place of the oldest */
  guint length;
};

ShHistory *
sh_history_new (guint capacity)
{
  ShHistory *history;

  g_return_val_if_fail (capacity > 0, NULL);

  history = g_new0 (ShHistory, 1);
  history->frames = g_new (ShFrame, capacity);
  history->capacity = capacity;
  return history;
}

void
sh_history_free (ShHistory *history)
{
  g_free (history->frames);
  g_free (history);
}

void
sh_history_clear (ShHistory *history)
{
  history->first = 0;
  history->length = 0;
}

void
sh_history_add (ShHistory *history, const ShFrame *frame)
{
  guint place = (history->first + history->length) % history->capacity;

  history->frames[place] = *frame;
  if (history->length < history->capacity)
    history->length++;
  else
    history->first = (history->first + 1) % history->capacity;
}

void
sh_history_copy (ShHistory *history, const ShHistory *other)
{
  g_return_if_fail (history->capacity == other->capacity);

  /* A ring that is not yet full begins at its first place. */
  memcpy (history->frames, other->frames, other->length * sizeof *history->frames);
  history->first = other->first;
  history->length = other->length;
}

guint
sh_history_length (const ShHistory *history)
{
  return history->length;
}

const ShFrame *
sh_history_get (const ShHistory *history, guint index)
{
  g_return_val_if_fail (index < history->length, NULL);

  return &history->frames[(history->first + index) % history->capacity];
}

const ShFrame *
sh_history_newest (const ShHistory *history)
{
  return history->length > 0 ? sh_history_get (history, history->length - 1) : NULL;
}

guint
sh_history_find (const ShHistory *history, double time_s)
{
  guint low = 0, high = history->length;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (sh_history_get (history, middle)->time_s <= time_s)
        low = middle;
      else
        high = middle;
    }
  return low;
}

gboolean
sh_history_at (const ShHistory *history, double time_s, ShFrame *frame)
{
  const ShFrame *a, *b;
  double span;
  guint index;

  if (history->length == 0)
    return FALSE;
  index = sh_history_find (history, time_s);
  a = sh_history_get (history, index);
  b = sh_history_get (history, MIN (index + 1, history->length - 1));
  span = b->time_s - a->time_s;
  sh_frame_lerp (a, b, span > 0.0 ? CLAMP ((time_s - a->time_s) / span, 0.0, 1.0) : 0.0, frame);
  return TRUE;
}

double
sh_history_mean (const ShHistory *history,
                 ShFrameNumber number,
                 gpointer user_data,
                 double end_s,
                 double span_s,
                 double otherwise)
{
  double sum = 0.0;
  guint n = 0, index;

  if (history->length == 0)
    return otherwise;
  index = sh_history_find (history, end_s);
  for (guint i = index + 1; i-- > 0;)
    {
      const ShFrame *frame = sh_history_get (history, i);

      if (n > 0 && frame->time_s <= end_s - span_s)
        break;
      sum += number (frame, user_data);
      n++;
    }
  return sum / n;
}
