/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-check.h"

#include <string.h>

#include "sh-check.h"
#include "sh-lesson-player.h"

/* Whether the text from @text on is "NUMBER:", and what stands behind it. */
static const char *
after_number (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  g_assert_cmpuint (digits, >, 0);
  g_assert_true (text[digits] == ':');
  return text + digits + 1;
}

/* A kiosk passes over a line as a whole, so that its messages name no column. */
static void
check_message (const char *message, ShFileKind kind)
{
  const char *rest;

  g_assert_true (g_str_has_prefix (message, "f:"));
  rest = after_number (message + 2);
  if (kind != SH_FILE_KIOSK)
    rest = after_number (rest);
  g_assert_true (rest[0] == ' ' && strlen (rest) > 10);
  g_assert_null (strchr (message, '\n'));
  g_assert_true (g_utf8_validate (message, -1, NULL));
  g_assert_true (strstr (message, "allowed") != NULL ||
                 (kind == SH_FILE_KIOSK && strstr (message, "nearest") != NULL));
}

/* A lesson that was accepted can be walked through. */
static void
walk (const char *text, gsize length)
{
  g_autoptr (ShMistakes) mistakes = sh_mistakes_new ("f");
  g_autoptr (ShLesson) lesson = sh_lesson_parse (text, length, "f", mistakes);
  g_autoptr (ShLessonPlayer) player = NULL;

  g_assert_nonnull (lesson);
  player = sh_lesson_player_new (lesson);
  for (int i = 0; i < 300 && sh_lesson_player_get_phase (player) != SH_LESSON_FINISHED; i++)
    {
      g_autofree char *caption = sh_lesson_player_caption (player, SH_WORDING_PLAIN);

      g_assert_true (caption[0] != '\0');
      /* What came of a question is left out: its run of the model is not what is tested here. */
      if (sh_lesson_player_get_phase (player) == SH_LESSON_TOLD ||
          sh_lesson_player_get_step (player)->question == NULL)
        sh_lesson_player_next (player);
      else
        sh_lesson_player_go (player, sh_lesson_player_get_index (player) + 1);
      if (i > sh_lesson_n_steps (lesson))
        break;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  /* A copy of just this size, so that a byte read too far is found. */
  g_autofree char *text = g_memdup2 (data, MAX (size, 1));
  g_autoptr (ShMistakes) mistakes = sh_check_text (text, size, "f");

  for (guint i = 0; i < mistakes->messages->len; i++)
    check_message (g_ptr_array_index (mistakes->messages, i), sh_file_kind (text, size));
  g_assert_true (sh_mistakes_none (mistakes) == (mistakes->messages->len == 0));
  if (sh_mistakes_none (mistakes) && sh_file_kind (text, size) == SH_FILE_LESSON)
    walk (text, size);
  return 0;
}
