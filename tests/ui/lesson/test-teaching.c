/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hand.h"
#include "sh-lesson-shelf.h"
#include "sh-pen.h"
#include "sh-presenter.h"

/* The lessons in a real window, driven as a hand would: by the buttons that stand there. */

/* Whoever holds @widget has given it and all its neighbours their room. */
static void
assert_room (GtkWidget *widget)
{
  GtkWidget *box = gtk_widget_get_parent (widget);
  int least = 0;

  /* A slow machine takes a while to the next layout. */
  for (int i = 0; i < 50 && gtk_widget_get_height (box) == 0; i++)
    hand_wait_s (0.1);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, >, 20);
  g_assert_cmpint (gtk_widget_get_height (box), >=, least);
}

static void
test_a_lesson_in_the_panel (Hand *fixture, gconstpointer data)
{
  ShScenario before = *sh_session_get_scenario (fixture->session);

  hand_press (fixture, "Lessons");
  hand_press (fixture, "Cycling with flat feet");
  g_assert_cmpint (sh_session_get_scenario (fixture->session)->posture, ==, SH_POSTURE_SITTING);
  hand_press (fixture, "Next");
  g_assert_cmpint (sh_session_get_scenario (fixture->session)->activity, ==, SH_ACTIVITY_CYCLING);
  hand_press (fixture, "Next");
  /* The leg waits while something is asked. */
  g_assert_false (sh_session_get_playing (fixture->session));
  g_assert_cmpfloat (sh_session_get_scenario (fixture->session)->toe_pointing, ==, 1.0);
  assert_room (hand_find (GTK_WIDGET (fixture->window), "It goes up."));
  hand_press (fixture, "It goes up.");
  g_assert_true (sh_session_get_playing (fixture->session));
  g_assert_cmpfloat (sh_session_get_scenario (fixture->session)->toe_pointing, ==, 0.0);
  hand_press (fixture, "Next");
  g_assert_nonnull (hand_find (GTK_WIDGET (fixture->window), "It goes up."));
  hand_press (fixture, "All lessons");
  g_assert_true (sh_scenario_equal (sh_session_get_scenario (fixture->session), &before));
}

static gboolean
is_pointed_at (GtkWidget *widget)
{
  if (gtk_widget_has_css_class (widget, "pointed"))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_pointed_at (child))
      return TRUE;
  return FALSE;
}

/* The heart, the muscle, the slice and the pressure, as the lesson of the calf pump names them. */
static void
test_a_lesson_points (Hand *fixture, gconstpointer data)
{
  ShStage *stage = sh_window_get_stage (fixture->window);
  GtkWidget *readouts = GTK_WIDGET (sh_window_get_readouts (fixture->window));
  graphene_rect_t heart, muscle, ring;

  g_assert_false (sh_stage_get_ring (stage, &ring));
  hand_press (fixture, "Lessons");
  hand_press (fixture, "What the calf pump is");
  g_assert_true (sh_stage_get_ring (stage, &heart));
  hand_press (fixture, "Next");
  g_assert_true (sh_stage_get_ring (stage, &muscle));
  g_assert_cmpfloat ((double) muscle.size.height, >, 3.0 * (double) heart.size.height);
  hand_press (fixture, "Show it");
  hand_press (fixture, "Next"); /* to what came of it */
  hand_press (fixture, "Next");
  g_assert_true (sh_stage_get_ring (stage, &ring));
  g_assert_false (is_pointed_at (readouts));
  hand_press (fixture, "Next");
  g_assert_false (sh_stage_get_ring (stage, &ring));
  g_assert_true (is_pointed_at (readouts));
  hand_press (fixture, "Explore");
  g_assert_false (is_pointed_at (readouts));
}

/* Where two legs are compared, the same place of both, or a number between them. */
static void
test_a_lesson_points_into_two_legs (Hand *fixture, gconstpointer data)
{
  ShCompareStage *compare = sh_window_get_compare_stage (fixture->window);
  graphene_rect_t muscle, vein, other, number;

  hand_press (fixture, "Lessons");
  hand_press (fixture, "Three needs, three causes");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (compare)));
  hand_press (fixture, "Next");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (compare)));
  g_assert_true (sh_compare_stage_get_ring (compare, 0, &muscle));
  hand_press (fixture, "Next");
  g_assert_true (sh_compare_stage_get_ring (compare, 0, &vein));
  g_assert_true (sh_compare_stage_get_ring (compare, 1, &other));
  g_assert_false (graphene_rect_intersection (&vein, &other, NULL));
  /* A vein is long. */
  g_assert_cmpfloat ((double) vein.size.height, >, 2.0 * (double) vein.size.width);
  hand_press (fixture, "Next");
  hand_press (fixture, "Show it");
  g_assert_true (sh_compare_stage_get_ring (compare, 0, &number));
  g_assert_true (sh_compare_stage_get_ring (compare, 1, &other));
  g_assert_true (graphene_rect_equal (&number, &other));
  g_assert_false (graphene_rect_intersection (&number, &vein, NULL));
  hand_press (fixture, "Explore");
  g_assert_false (sh_compare_stage_get_ring (compare, 0, &number));
}

/* A class draws its guess by the keyboard; the clicker hands it in. */
static void
test_a_line_is_drawn_in_front_of_a_class (Hand *fixture, gconstpointer data)
{
  g_autoptr (ShLesson) lesson = sh_lesson_shipped ("the-calf-pump");
  ShPresenter *presenter = SH_PRESENTER (sh_presenter_new (GTK_WINDOW (fixture->window), lesson));
  ShCurvePad *pad = sh_presenter_get_pad (presenter);
  const double *values = sh_curve_pad_get_values (pad);

  gtk_window_present (GTK_WINDOW (presenter));
  /* Past the heel raises' question, what came of it, and the rest. */
  for (int i = 0; i < 5; i++)
    g_assert_true (sh_presenter_key (presenter, GDK_KEY_Page_Down, 0));
  hand_wait_s (0.4);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (pad)));
  g_assert_cmpint (sh_presenter_get_step (presenter), ==, 3);
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_Up, 0));
  for (int i = 0; i < 3; i++)
    g_assert_true (sh_presenter_key (presenter, GDK_KEY_Right, 0));
  for (int i = 0; i < 5; i++)
    g_assert_true (sh_presenter_key (presenter, GDK_KEY_Down, 0));
  g_assert_cmpint (sh_presenter_get_step (presenter), ==, 3);
  /* The line goes on as it was before the cursor, and lower behind it. */
  g_assert_cmpfloat (values[17] - values[18], >, 20.0);
  g_assert_cmpfloat (values[0], ==, values[17]);
  g_assert_cmpfloat (values[18], ==, values[SH_CURVE_PAD_N - 1]);
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_Page_Down, 0));
  /* While it runs, the line stands and the arrows lead through the lesson again. */
  g_assert_false (sh_curve_pad_key (pad, GDK_KEY_Down));
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_Right, 0));
  g_assert_cmpint (sh_presenter_get_step (presenter), ==, 3);
  g_assert_true (sh_curve_pad_is_drawn (pad));
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_Escape, 0));
  hand_wait_s (0.1);
}

static void
test_presenter_has_a_pen (Hand *fixture, gconstpointer data)
{
  g_autoptr (ShLesson) lesson = sh_lesson_shipped ("cycling");
  ShPresenter *presenter = SH_PRESENTER (sh_presenter_new (GTK_WINDOW (fixture->window), lesson));
  ShPen *pen = sh_presenter_get_pen (presenter);

  gtk_window_present (GTK_WINDOW (presenter));
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_p, 0));
  g_assert_true (sh_pen_get_active (pen));
  sh_pen_begin (pen, 10, 10);
  sh_pen_begin (pen, 20, 10);
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_cmpuint (sh_pen_get_n_strokes (pen), ==, 1);
  /* The next step has another picture. */
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_Page_Down, 0));
  g_assert_cmpuint (sh_pen_get_n_strokes (pen), ==, 0);
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_Escape, 0));
  hand_wait_s (0.1);
}

static void
test_presenter_follows_a_clicker (Hand *fixture, gconstpointer data)
{
  g_autoptr (ShLesson) lesson = sh_lesson_shipped ("cycling");
  ShPresenter *presenter = SH_PRESENTER (sh_presenter_new (GTK_WINDOW (fixture->window), lesson));

  gtk_window_present (GTK_WINDOW (presenter));
  hand_wait_s (0.4);
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_Page_Down, 0));
  g_assert_cmpint (sh_presenter_get_step (presenter), ==, 1);
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_Page_Up, 0));
  g_assert_cmpint (sh_presenter_get_step (presenter), ==, 0);
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_b, 0));
  g_assert_true (sh_presenter_get_black (presenter));
  /* The next click brings the picture back and does not skip a step. */
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_Page_Down, 0));
  g_assert_false (sh_presenter_get_black (presenter));
  g_assert_cmpint (sh_presenter_get_step (presenter), ==, 0);
  g_assert_false (sh_presenter_key (presenter, GDK_KEY_F7, 0));
  /* The window's own leg goes on as it was. */
  g_assert_cmpint (sh_session_get_scenario (fixture->session)->activity, ==, SH_ACTIVITY_WALKING);
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_Escape, 0));
  hand_wait_s (0.1);
}

static void
test_pen_has_undo (void)
{
  ShPen *pen = g_object_ref_sink (SH_PEN (sh_pen_new ()));

  g_assert_false (gtk_widget_get_can_target (GTK_WIDGET (pen)));
  sh_pen_set_active (pen, TRUE);
  g_assert_true (gtk_widget_get_can_target (GTK_WIDGET (pen)));
  sh_pen_undo (pen);
  for (int i = 0; i < 3; i++)
    {
      sh_pen_begin (pen, i, i);
      sh_pen_draw_to (pen, i + 5, i);
    }
  sh_pen_undo (pen);
  g_assert_cmpuint (sh_pen_get_n_strokes (pen), ==, 2);
  sh_pen_clear (pen);
  g_assert_cmpuint (sh_pen_get_n_strokes (pen), ==, 0);
  for (int i = 0; i < 600; i++)
    sh_pen_begin (pen, i, i);
  g_assert_cmpuint (sh_pen_get_n_strokes (pen), ==, 500);
  g_object_unref (pen);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
#define TEST(sentence, function)                                                                   \
  g_test_add ("/teaching/" sentence, Hand, NULL, hand_set_up, function, hand_tear_down)
  TEST ("a lesson runs in the panel and gives the leg back", test_a_lesson_in_the_panel);
  TEST ("a lesson points at what it speaks of", test_a_lesson_points);
  TEST ("a lesson points into two legs", test_a_lesson_points_into_two_legs);
  TEST ("the presenter follows a clicker", test_presenter_follows_a_clicker);
  TEST ("a line is drawn in front of a class", test_a_line_is_drawn_in_front_of_a_class);
  TEST ("the presenter has a pen", test_presenter_has_a_pen);
#undef TEST
  g_test_add_func ("/teaching/the pen has undo", test_pen_has_undo);
  return g_test_run ();
}
