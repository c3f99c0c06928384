/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-first-frame.h"
#include "sh-folding.h"
#include "sh-pages.h"
#include "sh-row.h"

static GtkWidget *
text (const char *words)
{
  return g_object_new (GTK_TYPE_LABEL, "label", words, "wrap", TRUE, "xalign", 0.0, NULL);
}

static int
width_of (GtkWidget *widget, gboolean wished)
{
  int least, wish;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wish, NULL, NULL);
  return wished ? wish : least;
}

static int
height_of (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

/* A row of a long text, which gets what is left, and a short one. */
static GtkWidget *
new_row (GtkWidget **first, GtkWidget **second)
{
  GtkWidget *row = g_object_ref_sink (sh_row_new (10));

  *first = text ("Standing in water that reaches up to");
  *second = text ("the knee");
  gtk_widget_set_hexpand (*first, TRUE);
  sh_row_append (SH_ROW (row), *first);
  sh_row_append (SH_ROW (row), *second);
  return row;
}

static void
allocate (GtkWidget *widget, int width, int height)
{
  gtk_widget_allocate (widget, width, height, -1, NULL);
}

static double
left_of (GtkWidget *child, GtkWidget *row)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, row, &bounds));
  return (double) bounds.origin.x;
}

static void
a_row_gives_what_is_left_to_who_wants_it (void)
{
  GtkWidget *first, *second, *row = new_row (&first, &second);
  int wide = width_of (first, TRUE) + 10 + width_of (second, TRUE) + 100;

  g_assert_cmpint (width_of (row, TRUE), ==, wide - 100);
  g_assert_cmpint (width_of (row, FALSE), ==,
                   width_of (first, FALSE) + 10 + width_of (second, FALSE));
  allocate (row, wide, height_of (row, wide));
  g_assert_cmpint (gtk_widget_get_width (first), ==, width_of (first, TRUE) + 100);
  g_assert_cmpint (gtk_widget_get_width (second), ==, width_of (second, TRUE));
  g_assert_cmpfloat (left_of (second, row), ==, gtk_widget_get_width (first) + 10);
  g_object_unref (row);
}

/* Whatever the width, all texts have the height they need, and a narrow row is higher. */
static void
a_row_is_as_high_as_its_texts (void)
{
  GtkWidget *first, *second, *row = new_row (&first, &second);
  int narrow = width_of (row, FALSE), wide = width_of (row, TRUE);

  for (int width = narrow; width <= wide; width += 7)
    {
      int height = height_of (row, width);

      allocate (row, width, height);
      g_assert_cmpint (gtk_widget_get_height (first), >=,
                       height_of (first, gtk_widget_get_width (first)));
      g_assert_cmpint (gtk_widget_get_height (second), >=,
                       height_of (second, gtk_widget_get_width (second)));
      g_assert_cmpint (gtk_widget_get_width (first) + 10 + gtk_widget_get_width (second), ==,
                       width);
    }
  g_assert_cmpint (height_of (row, narrow), >, height_of (row, wide));
  g_object_unref (row);
}

static void
a_row_reads_from_the_right_where_one_does (void)
{
  GtkWidget *first, *second, *row = new_row (&first, &second);
  int wide = width_of (row, TRUE);

  gtk_widget_set_direction (row, GTK_TEXT_DIR_RTL);
  allocate (row, wide, height_of (row, wide));
  g_assert_cmpfloat (left_of (second, row), ==, 0.0);
  g_assert_cmpfloat (left_of (first, row), ==, gtk_widget_get_width (second) + 10);
  g_object_unref (row);
}

static void
a_row_can_share_evenly (void)
{
  GtkWidget *first, *second, *row = new_row (&first, &second);
  int width;

  g_object_set (row, "homogeneous", TRUE, NULL);
  width = width_of (row, TRUE);
  g_assert_cmpint (width, ==, 2 * width_of (first, TRUE) + 10);
  allocate (row, width + 1, height_of (row, width + 1));
  g_assert_cmpint (gtk_widget_get_width (first), ==, gtk_widget_get_width (second) + 1);
  gtk_widget_set_visible (first, FALSE);
  g_assert_cmpint (width_of (row, TRUE), ==, width_of (second, TRUE));
  gtk_widget_set_visible (second, FALSE);
  g_assert_cmpint (width_of (row, TRUE), ==, 0);
  g_object_unref (row);
}

static void
what_is_folded_away_is_not_there (void)
{
  GtkWidget *child = text ("Folded");
  GtkWidget *revealer = g_object_ref_sink (gtk_revealer_new ());
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));

  gtk_revealer_set_child (GTK_REVEALER (revealer), child);
  gtk_box_append (GTK_BOX (box), revealer);
  sh_folding_hide_below (box);
  g_assert_false (gtk_widget_get_visible (child));
  gtk_revealer_set_reveal_child (GTK_REVEALER (revealer), TRUE);
  g_assert_true (gtk_widget_get_visible (child));
  gtk_revealer_set_reveal_child (GTK_REVEALER (revealer), FALSE);
  g_assert_false (gtk_widget_get_visible (child));
  g_object_unref (box);
  g_object_unref (revealer);
}

static GtkWidget *
make_child (gpointer user_data)
{
  ++*(int *) user_data;
  return text ("Unfolded");
}

static void
what_unfolds_is_made_when_it_is_unfolded (void)
{
  GtkExpander *expander = GTK_EXPANDER (g_object_ref_sink (gtk_expander_new ("More")));
  int made = 0;

  sh_folding_make_later (expander, make_child, &made);
  g_assert_null (gtk_expander_get_child (expander));
  for (int i = 0; i < 4; i++)
    gtk_expander_set_expanded (expander, i % 2 == 0);
  g_assert_cmpint (made, ==, 1);
  g_assert_nonnull (gtk_expander_get_child (expander));
  g_object_unref (expander);
}

static void
call (GtkWidget *widget)
{
  gtk_widget_set_name (widget, "called");
}

static void
the_first_frame_is_waited_for (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = text ("Waits");

  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_false (sh_first_frame_is_past (label));
  sh_first_frame_then (label, call);
  while (!sh_first_frame_is_past (label))
    {
      g_assert_cmpstr (gtk_widget_get_name (label), !=, "called");
      g_main_context_iteration (NULL, TRUE);
    }
  while (!g_str_equal (gtk_widget_get_name (label), "called"))
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
make_page (gpointer user_data)
{
  ++*(int *) user_data;
  return text ("A page");
}

static void
a_page_is_made_when_it_is_turned_to (void)
{
  GtkStack *stack = GTK_STACK (g_object_ref_sink (gtk_stack_new ()));
  int made[2] = { 0, 0 };

  sh_pages_add (stack, "one", make_page, &made[0]);
  sh_pages_add (stack, "two", make_page, &made[1]);
  g_assert_null (sh_pages_get_made (stack, "one"));
  g_assert_true (sh_pages_show (stack, "one"));
  g_assert_true (sh_pages_show (stack, "one"));
  g_assert_cmpint (made[0], ==, 1);
  g_assert_cmpint (made[1], ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "one");
  g_assert_true (sh_pages_show (stack, "two"));
  g_assert_cmpint (made[1], ==, 1);
  g_assert_true (gtk_stack_get_visible_child (stack) == sh_pages_get_made (stack, "two"));
  g_assert_false (sh_pages_show (stack, "three"));
  g_object_unref (stack);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row/gives what is left to who wants it",
                   a_row_gives_what_is_left_to_who_wants_it);
  g_test_add_func ("/row/is as high as its texts", a_row_is_as_high_as_its_texts);
  g_test_add_func ("/row/reads from the right where one does",
                   a_row_reads_from_the_right_where_one_does);
  g_test_add_func ("/row/can share evenly", a_row_can_share_evenly);
  g_test_add_func ("/folding/what is folded away is not there", what_is_folded_away_is_not_there);
  g_test_add_func ("/folding/what unfolds is made when it is unfolded",
                   what_unfolds_is_made_when_it_is_unfolded);
  g_test_add_func ("/first frame/is waited for", the_first_frame_is_waited_for);
  g_test_add_func ("/pages/a page is made when it is turned to",
                   a_page_is_made_when_it_is_turned_to);
  return g_test_run ();
}
