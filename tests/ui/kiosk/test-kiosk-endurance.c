/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kiosk-fixture.h"

#include <time.h>

#include "sh-kiosk-watch.h"

/* What a kiosk has to bear. SH_LONG=1 touches it 100,000 times and soaks it for a day of its own
 * time; SH_TOUCHES, SH_SEED and SH_HOURS ask for more or fewer touches, other ones, and another
 * day. */

static gboolean
is_long (void)
{
  return g_strcmp0 (g_getenv ("SH_LONG"), "1") == 0;
}

/* Presses whatever lies at a place, as the gesture of its button would. */
static void
press_at (Fixture *fixture, double x, double y)
{
  GtkWidget *window = GTK_WIDGET (sh_kiosk_get_window (fixture->kiosk));
  GtkWidget *hit;

  if (sh_kiosk_window_deed (SH_KIOSK_WINDOW (window), SH_KIOSK_DEED_TOUCH, x, y))
    return;
  hit = gtk_widget_pick (window, x, y, GTK_PICK_DEFAULT);
  while (hit != NULL && !GTK_IS_BUTTON (hit) && !GTK_IS_RANGE (hit))
    hit = gtk_widget_get_parent (hit);
  if (GTK_IS_BUTTON (hit) && gtk_widget_is_sensitive (hit))
    g_signal_emit_by_name (hit, "clicked");
  else if (GTK_IS_RANGE (hit))
    {
      gboolean handled;

      g_signal_emit_by_name (hit, "change-value", GTK_SCROLL_JUMP, x / 100.0, &handled);
    }
}

/* A number from the environment, for long runs. */
static int
wish (const char *name, int usual)
{
  const char *text = g_getenv (name);

  return text != NULL ? (int) g_ascii_strtoll (text, NULL, 10) : usual;
}

/* Somebody whose finger comes down anywhere. The X server is told by xdotool, and what comes back
 * are the events of a real pointer. */
typedef struct
{
  GRand *rand;
  GSubprocess *xdotool;
  GOutputStream *commands;
  int width, height;
  int released; /* how many releases have come back */
} Finger;

static gboolean
released_cb (GtkEventControllerLegacy *controller, GdkEvent *event, Finger *finger)
{
  if (gdk_event_get_event_type (event) == GDK_BUTTON_RELEASE)
    finger->released++;
  return FALSE;
}

static gboolean
begin_finger (Fixture *fixture, Finger *finger)
{
  GtkWidget *window = GTK_WIDGET (sh_kiosk_get_window (fixture->kiosk));
  GtkEventController *events = gtk_event_controller_legacy_new ();

  finger->xdotool = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE, NULL, "xdotool", "-", NULL);
  if (finger->xdotool == NULL)
    return FALSE;
  finger->commands = g_subprocess_get_stdin_pipe (finger->xdotool);
  finger->width = gtk_widget_get_width (window);
  finger->height = gtk_widget_get_height (window);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (released_cb), finger);
  gtk_widget_add_controller (window, events);
  return TRUE;
}

static void
end_finger (Finger *finger)
{
  g_assert_true (g_output_stream_close (finger->commands, NULL, NULL));
  g_assert_true (g_subprocess_wait_check (finger->xdotool, NULL, NULL));
  g_clear_object (&finger->xdotool);
}

/* Most touches only tap; one in eight draws the finger along. */
static void
append_touch (Finger *finger, GString *commands)
{
  g_string_append_printf (commands, "mousemove %d %d mousedown 1",
                          g_rand_int_range (finger->rand, 0, finger->width),
                          g_rand_int_range (finger->rand, 0, finger->height));
  if (g_rand_int_range (finger->rand, 0, 8) == 0)
    g_string_append_printf (commands, " mousemove %d %d",
                            g_rand_int_range (finger->rand, 0, finger->width),
                            g_rand_int_range (finger->rand, 0, finger->height));
  g_string_append (commands, " mouseup 1\n");
}

/* Touches @n times in a row and waits until all has come back and was handled. */
static void
touch_in_a_row (Finger *finger, int n)
{
  const gint64 end_us = g_get_monotonic_time () + 600 * G_USEC_PER_SEC;
  const int wanted = finger->released + n;
  GString *commands = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    append_touch (finger, commands);
  g_assert_true (
      g_output_stream_write_all (finger->commands, commands->str, commands->len, NULL, NULL, NULL));
  g_string_free (commands, TRUE);
  while (finger->released < wanted)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      turn (0.001);
    }
}

/* Touches @n times, some of them in a row before the next frame, and one more after each such row
 * through the gestures alone. Returns: how many those were. */
static int
touch_at_random (Fixture *fixture, Finger *finger, int n)
{
  int in_code = 0;

  for (int done = 0; done < n; in_code++)
    {
      const int row = MIN (g_rand_int_range (finger->rand, 1, 40), n - done);

      touch_in_a_row (finger, row);
      done += row;
      press_at (fixture, g_rand_double_range (finger->rand, 0.0, finger->width),
                g_rand_double_range (finger->rand, 0.0, finger->height));
      fixture->clock.now_s += g_rand_double_range (finger->rand, 0.0, 2.0 * row);
      turn (0.004);
    }
  return in_code;
}

static void
random_touches_always_end_at_the_start (Fixture *fixture, gconstpointer data)
{
  const int touches = wish ("SH_TOUCHES", is_long () ? 100000 : 400);
  const int section = MIN (touches, 1000);
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) wish ("SH_SEED", 11));
  Finger finger = { .rand = rand };
  int in_code = 0, returns = 0;

  start (fixture, "languages=en,en_XA\nstaff-pin=\nscreen-bottom-mm=-1\n");
  if (!begin_finger (fixture, &finger))
    {
      g_test_skip ("xdotool is not installed");
      return;
    }
  for (int done = 0; done < touches; done += section)
    {
      in_code += touch_at_random (fixture, &finger, section);
      /* Longer than anybody may read, or staff may stay. */
      pass (fixture, 181.0);
      pass (fixture, 22.0);
      assert_state (fixture, SH_KIOSK_ATTRACT);
      returns++;
      if (touches >= 10000 && (done + section) % (touches / 10) == 0)
        g_print ("# %d touches: resident %" G_GUINT64_FORMAT " KiB\n", done + section,
                 sh_kiosk_watch_memory_kib ());
    }
  end_finger (&finger);
  g_print ("# %d touches of the pointer, %d more in code, %d times back at the start\n",
           returns * section, in_code, returns);
}

/* One visitor: begins, looks at some pages, changes the language now and then, and goes away. */
static void
visit (Fixture *fixture, GRand *rand)
{
  static const char *const pages[] = { "'pump'", "'sit'",   "'leaky'", "'stocking'",
                                       "'move'", "'needs'", "'free'" };

  touch (fixture, 300.0, 300.0);
  for (int i = 0; i < 3; i++)
    {
      act (fixture, "kiosk.page", pages[g_rand_int_range (rand, 0, G_N_ELEMENTS (pages))]);
      act (fixture, "kiosk.option", i % 2 ? "1" : "0");
    }
  if (g_rand_boolean (rand))
    act (fixture, "kiosk.language", "'en_XA'");
}

/* Brings the model on to kiosk time @t: the stage's own ticks give it only real time. These come
 * from far ahead of the real clock, so that each counts for a tenth of a second. */
static void
bring_model_on (Fixture *fixture, double t, double *model_s)
{
  static gint64 ahead_us = (gint64) 1 << 50;

  for (; *model_s < t; *model_s += 0.1)
    {
      ahead_us += G_USEC_PER_SEC / 10;
      sh_session_tick (sh_kiosk_get_session (fixture->kiosk), ahead_us);
    }
}

static guint64
frames (Fixture *fixture)
{
  return sh_stage_get_frames_drawn (sh_kiosk_view_get_stage (sh_kiosk_get_view (fixture->kiosk)));
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

/* What a day shows: what each frame cost, how large the memory was once in a minute, whatever was
 * being drawn just then, and how large each time when the kiosk had come back to its start, where
 * it gives back what was freed. */
typedef struct
{
  GArray *frame_ms, *any_kib, *resident_kib, *heap_kib; /* of double */
  double paint_s;                                       /* when the present frame began */
} Samples;

/* The median of the first or the last quarter. */
static double
quarter (GArray *samples, gboolean last)
{
  const guint n = MAX (samples->len / 4, 1);
  g_autoptr (GArray) part = g_array_new (FALSE, FALSE, sizeof (double));

  g_assert_cmpuint (samples->len, >, 0);
  g_array_append_vals (part, &g_array_index (samples, double, last ? samples->len - n : 0), n);
  g_array_sort (part, compare);
  return g_array_index (part, double, n / 2);
}

/* This thread's time on the processor, not that of the wall: other programs run on the machine. */
static double
thread_s (void)
{
  struct timespec time;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time), ==, 0);
  return (double) time.tv_sec + (double) time.tv_nsec * 1e-9;
}

static void
before_paint_cb (Samples *samples)
{
  samples->paint_s = thread_s ();
}

static void
after_paint_cb (Samples *samples)
{
  const double frame_ms = 1000.0 * (thread_s () - samples->paint_s);

  g_array_append_val (samples->frame_ms, frame_ms);
}

static void
begin_samples (Samples *samples, Fixture *fixture)
{
  GdkFrameClock *clock =
      gtk_widget_get_frame_clock (GTK_WIDGET (sh_kiosk_get_window (fixture->kiosk)));

  samples->any_kib = g_array_new (FALSE, FALSE, sizeof (double));
  samples->resident_kib = g_array_new (FALSE, FALSE, sizeof (double));
  samples->heap_kib = g_array_new (FALSE, FALSE, sizeof (double));
  samples->frame_ms = g_array_new (FALSE, FALSE, sizeof (double));
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), samples);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), samples);
}

static void
end_samples (Samples *samples, Fixture *fixture)
{
  g_signal_handlers_disconnect_by_data (
      gtk_widget_get_frame_clock (GTK_WIDGET (sh_kiosk_get_window (fixture->kiosk))), samples);
  g_array_unref (samples->any_kib);
  g_array_unref (samples->resident_kib);
  g_array_unref (samples->heap_kib);
  g_array_unref (samples->frame_ms);
}

static void
sample (GArray *samples, guint64 kib)
{
  const double value = (double) kib;

  g_array_append_val (samples, value);
}

static void
print_samples (double hours, const Samples *samples)
{
  g_print ("# %5.1f h: resident %" G_GUINT64_FORMAT " KiB, allocated %" G_GUINT64_FORMAT
           " KiB, %u frames so far\n",
           hours, sh_kiosk_watch_memory_kib (), sh_kiosk_watch_heap_kib (), samples->frame_ms->len);
}

/* Waits until the stage has drawn a frame. Nothing but a hang takes so long. Returns: how many. */
static guint64
draw_frame (Fixture *fixture)
{
  const gint64 end_us = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  const guint64 before = frames (fixture);

  while (frames (fixture) == before)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      turn (0.001);
    }
  return frames (fixture) - before;
}

static void
print_quarters (const char *what, GArray *samples)
{
  g_print ("# median %s: %.1f in the first quarter, %.1f in the last, of %u\n", what,
           quarter (samples, FALSE), quarter (samples, TRUE), samples->len);
}

/* Nothing may grow after the first hour. The short version ends before the C library has settled,
 * so that only what is allocated is held against the limit. */
static void
assert_nothing_grew (const Samples *samples)
{
  print_quarters ("resident KiB at any time", samples->any_kib);
  print_quarters ("resident KiB at the start", samples->resident_kib);
  print_quarters ("allocated KiB at the start", samples->heap_kib);
  print_quarters ("ms of the processor a frame", samples->frame_ms);
  /* A sanitizer keeps what was freed for a while; its build looks for leaks by itself. */
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpfloat (quarter (samples->heap_kib, TRUE), <,
                     quarter (samples->heap_kib, FALSE) + 2048.0);
  if (!is_long ())
    return;
  g_assert_cmpfloat (quarter (samples->resident_kib, TRUE), <,
                     quarter (samples->resident_kib, FALSE) + 2048.0);
  g_assert_cmpfloat (quarter (samples->frame_ms, TRUE), <,
                     quarter (samples->frame_ms, FALSE) * 1.25);
#endif
}

/* Goes on by @seconds, and looks at the memory when the kiosk has just come back to its start. */
static void
go_on (Fixture *fixture, double seconds, Samples *samples)
{
  const ShKioskState before = sh_kiosk_get_state (fixture->kiosk);

  fixture->clock.now_s += seconds;
  sh_kiosk_tick (fixture->kiosk);
  if (before == SH_KIOSK_WARN && sh_kiosk_get_state (fixture->kiosk) == SH_KIOSK_ATTRACT)
    {
      sample (samples->resident_kib, sh_kiosk_watch_memory_kib ());
      sample (samples->heap_kib, sh_kiosk_watch_heap_kib ());
    }
}

/* Forgets what the first hour showed. */
static void
forget (Samples *samples)
{
  g_array_set_size (samples->frame_ms, 0);
  g_array_set_size (samples->resident_kib, 0);
  g_array_set_size (samples->heap_kib, 0);
}

/* A day in the waiting room: each frame that was really drawn brings the kiosk's clock and the
 * model on by the same time. */
static void
a_day_leaves_memory_and_frames_as_they_were (Fixture *fixture, gconstpointer data)
{
  const double day_s = is_long () ? wish ("SH_HOURS", 25) * 3600.0 : 0.3 * 3600.0;
  const double first_s = is_long () ? 3600.0 : 300.0;
  const double frame_s = is_long () ? 12.0 : 18.0;
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  double begin_s, next_visit_s = 0.0, told_s = 0.0, sampled_s, model_s = 0.0;
  Samples samples;
  guint64 drawn = 0;
  int visits = 0;

  start (fixture, "languages=en,en_XA\nscene-seconds=300\n");
  begin_s = fixture->clock.now_s;
  begin_samples (&samples, fixture);
  sampled_s = first_s;
  for (double t = 0.0; t < day_s; t = fixture->clock.now_s - begin_s)
    {
      bring_model_on (fixture, t, &model_s);
      drawn += draw_frame (fixture);
      go_on (fixture, frame_s, &samples);
      if (t >= next_visit_s && sh_kiosk_get_state (fixture->kiosk) == SH_KIOSK_ATTRACT)
        {
          visit (fixture, rand);
          visits++;
          next_visit_s = t + (is_long () ? 600.0 : 150.0);
        }
      if (t < first_s)
        forget (&samples);
      else if (t >= sampled_s)
        {
          sample (samples.any_kib, sh_kiosk_watch_memory_kib ());
          sampled_s = t + 60.0;
        }
      if (is_long () && t >= told_s)
        {
          print_samples (t / 3600.0, &samples);
          told_s += 3600.0;
        }
    }
  g_print ("# %.1f h of kiosk time, %d visits, %" G_GUINT64_FORMAT " frames drawn\n",
           day_s / 3600.0, visits, drawn);
  g_assert_cmpuint (drawn, >=, 50);
  assert_nothing_grew (&samples);
  end_samples (&samples, fixture);
}

int
main (int argc, char **argv)
{
  sh_kiosk_prepare_environment ();
  gtk_test_init (&argc, &argv, NULL);
#define ADD(test) g_test_add ("/kiosk/" #test, Fixture, NULL, set_up, test, tear_down)
  ADD (random_touches_always_end_at_the_start);
  ADD (a_day_leaves_memory_and_frames_as_they_were);
  return g_test_run ();
}
