/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "sh-number-text.h"

static void
test_plain_numbers (void)
{
  static const struct
  {
    const char *text;
    double number;
  } rows[] = { { "0", 0 },    { "1.5", 1.5 }, { "-2", -2 },    { "+3", 3 },     { "1e3", 1000 },
               { ".5", 0.5 }, { "60.", 60 },  { "0.30", 0.3 }, { "1E-2", 0.01 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double number = -99;

      g_assert_true (sh_number_parse (rows[i].text, &number));
      g_assert_cmpfloat (number, ==, rows[i].number);
    }
}

static void
test_other_texts_are_refused (void)
{
  static const char *const texts[] = { "",       " 1",   "1 ", "1,5", "0x10",  "nan",
                                       "inf",    "-inf", "1e", "--1", "1.2.3", "1e999",
                                       "1 mmHg", "e",    "+",  "." };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double number = -99;

      g_assert_false (sh_number_parse (texts[i], &number));
      g_assert_cmpfloat (number, ==, -99);
    }
}

static void
test_whole_numbers (void)
{
  guint64 number = 7;

  g_assert_true (sh_whole_parse ("18446744073709551615", &number));
  g_assert_cmpuint (number, ==, G_MAXUINT64);
  g_assert_false (sh_whole_parse ("18446744073709551616", &number));
  g_assert_false (sh_whole_parse ("-1", &number));
  g_assert_false (sh_whole_parse ("1.0", &number));
  g_assert_false (sh_whole_parse ("", &number));
}

static void
test_text_reads_back (void)
{
  static const double numbers[] = { 0, 1, 0.1, 1.0 / 3.0, 1e-12, 123456.789, 0.99, 1e300 };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = sh_number_to_text (numbers[i]);
      double number = -99;

      g_assert_true (sh_number_parse (text, &number));
      g_assert_cmpfloat (number, ==, numbers[i]);
    }
}

static void
test_text_is_short (void)
{
  g_autofree char *tenth = sh_number_to_text (0.1);
  g_autofree char *height = sh_number_to_text (1.75);

  g_assert_cmpstr (tenth, ==, "0.1");
  g_assert_cmpstr (height, ==, "1.75");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/plain decimal numbers are read", test_plain_numbers);
  g_test_add_func ("/number/anything else is refused", test_other_texts_are_refused);
  g_test_add_func ("/number/whole numbers up to the largest are read", test_whole_numbers);
  g_test_add_func ("/number/a written number reads back to the same bits", test_text_reads_back);
  g_test_add_func ("/number/a written number is as short as can be", test_text_is_short);
  return g_test_run ();
}
