/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "fuzz-check.h"

/* Shipped files with mistakes put in: the same ones each time, so that a failure can be had again.
 * tests/fuzz/run-libfuzzer.sh looks for more. */

#define MUTANTS 4000
#define LONGEST_S 1.0

static GPtrArray *seeds; /* (element-type GBytes) */

static void
read_folder (const char *folder)
{
  g_autofree char *path = g_build_filename (RESOURCES, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      char *text = NULL;
      gsize length = 0;

      if (!g_str_has_suffix (name, ".md") && g_file_get_contents (file, &text, &length, NULL))
        g_ptr_array_add (seeds, g_bytes_new_take (text, length));
    }
}

static int
compare_seeds (gconstpointer a, gconstpointer b)
{
  return g_bytes_compare (*(GBytes *const *) a, *(GBytes *const *) b);
}

/* Cuts, doubles, swaps or overwrites a piece, or pushes in a piece of another file. */
static void
mutate (GRand *rand, GString *text)
{
  static const char *const pieces[] = { "[Step]\n",
                                        "=",
                                        "\n",
                                        "activity=",
                                        "[",
                                        "]",
                                        "#",
                                        "-1",
                                        "1e999",
                                        "choice.below-",
                                        "\xff",
                                        "\xe2\x80",
                                        " ",
                                        "[Question]\nask=Q\nkind=curve\nbecause=B\n",
                                        "start=fresh\n",
                                        "against=x\n",
                                        "leak.all=1\n" };
  gsize at = text->len > 0 ? (gsize) g_rand_int_range (rand, 0, (gint32) text->len) : 0;
  gsize wanted = (gsize) g_rand_int_range (rand, 1, 40);
  gsize length = MIN (wanted, text->len - at);
  const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      g_string_erase (text, (gssize) at, (gssize) length);
      break;
    case 1:
      {
        g_autofree char *copy = g_strndup (text->str + at, length);

        g_string_insert (text, (gssize) at, copy);
        break;
      }
    case 2:
      if (at < text->len)
        text->str[at] = (char) g_rand_int_range (rand, 0, 256);
      break;
    default:
      g_string_insert (text, (gssize) at, piece);
    }
}

static void
test_mutants (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  double longest_s = 0;

  g_assert_cmpuint (seeds->len, >=, 18);
  for (int i = 0; i < MUTANTS; i++)
    {
      GBytes *seed = g_ptr_array_index (seeds, g_rand_int_range (rand, 0, (gint32) seeds->len));
      gsize length = 0;
      const char *bytes = g_bytes_get_data (seed, &length);
      g_autoptr (GString) text = g_string_new_len (bytes, (gssize) length);
      gint64 start_us = g_get_monotonic_time ();

      for (int j = g_rand_int_range (rand, 1, 6); j > 0; j--)
        mutate (rand, text);
      LLVMFuzzerTestOneInput ((const uint8_t *) text->str, text->len);
      longest_s = MAX (longest_s, (double) (g_get_monotonic_time () - start_us) / 1e6);
    }
  g_test_message ("longest %.3f s", longest_s);
  /* Against hangs: such a file takes less than a millisecond. */
  g_assert_cmpfloat (longest_s, <, LONGEST_S);
}

static void
test_seeds_are_right (void)
{
  for (guint i = 0; i < seeds->len; i++)
    {
      gsize length = 0;
      const void *bytes = g_bytes_get_data (g_ptr_array_index (seeds, i), &length);

      LLVMFuzzerTestOneInput (bytes, length);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  read_folder ("lessons");
  read_folder ("scenarios");
  read_folder ("../data/kiosk");
  /* The order of a folder differs from machine to machine. */
  g_ptr_array_sort (seeds, compare_seeds);
  g_test_add_func ("/fuzz/shipped files are read", test_seeds_are_right);
  g_test_add_func ("/fuzz/every mistake in four thousand files is told with its line",
                   test_mutants);
  status = g_test_run ();
  g_ptr_array_unref (seeds);
  return status;
}
