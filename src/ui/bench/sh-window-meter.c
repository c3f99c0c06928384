/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For the page size and the use of the processor beside plain C17. */
#define _DEFAULT_SOURCE 1

#include "sh-window-meter.h"

#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "sh-application.h"
#include "sh-window.h"

/* What is drawn before this counts as starting up, and memory is looked at then. */
#define WARM_UP_S 3.0
/* Paused, the last frame may still be under way, and what unfolds comes to rest. */
#define SETTLE_S 1.0
#define PAUSED_S 3.0
#define SHORT_GAP_US 34000
#define SQUARE 24

const char *const sh_meter_names[SH_N_METERS] = { "empty", "moving", "ours" };

typedef struct
{
  ShMeterOptions options;
  GtkWindow *window;
  GdkFrameClock *clock;
  gboolean shown;    /* the first frame was drawn */
  gboolean counting; /* frames are counted */
  guint frames;
  guint gaps;
  guint gaps_short;
  gint64 gap_worst_us;
  gint64 frame_us; /* the last frame; 0: none since counting began */
  gint64 began_us;
  double began_cores;
} Meter;

static double
processor_s (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

/* The second number of this file counts the pages that are in memory. */
static double
resident_mib (void)
{
  g_autofree char *text = NULL;
  const char *rest;
  guint64 pages;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0.0;
  rest = strchr (text, ' ');
  pages = rest != NULL ? g_ascii_strtoull (rest, NULL, 10) : 0;
  return (double) pages * (double) sysconf (_SC_PAGESIZE) / (1024.0 * 1024.0);
}

static void
print (const char *name, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_print ("%s %s\n", name, g_ascii_formatd (text, sizeof text, "%.3f", value));
}

static void
count_gap (Meter *meter, gint64 now_us)
{
  gint64 gap_us = now_us - meter->frame_us;

  if (meter->frame_us != 0)
    {
      meter->gaps++;
      meter->gaps_short += gap_us < SHORT_GAP_US ? 1 : 0;
      meter->gap_worst_us = MAX (meter->gap_worst_us, gap_us);
    }
  meter->frame_us = now_us;
}

static gboolean warm_cb (gpointer user_data);

static void
painted_cb (Meter *meter, GdkFrameClock *clock)
{
  gint64 now_us = g_get_monotonic_time ();

  if (!meter->shown)
    {
      meter->shown = TRUE;
      print ("first_frame_ms", (double) (now_us - meter->options.started_us) / 1000.0);
      print ("first_frame_cpu_ms", processor_s () * 1000.0);
      g_timeout_add ((guint) (WARM_UP_S * 1000.0), warm_cb, meter);
    }
  if (!meter->counting)
    return;
  meter->frames++;
  count_gap (meter, now_us);
}

static void
begin_counting (Meter *meter)
{
  meter->counting = TRUE;
  meter->frames = meter->gaps = meter->gaps_short = 0;
  meter->frame_us = meter->gap_worst_us = 0;
  meter->began_us = g_get_monotonic_time ();
  meter->began_cores = processor_s ();
}

static gboolean
end_cb (gpointer user_data)
{
  gtk_window_destroy (((Meter *) user_data)->window);
  return G_SOURCE_REMOVE;
}

static gboolean
paused_cb (gpointer user_data)
{
  Meter *meter = user_data;

  print ("paused_frames", meter->frames);
  return end_cb (meter);
}

static gboolean
settled_cb (gpointer user_data)
{
  begin_counting (user_data);
  g_timeout_add ((guint) (PAUSED_S * 1000.0), paused_cb, user_data);
  return G_SOURCE_REMOVE;
}

static void
print_frames (Meter *meter)
{
  double seconds = (double) (g_get_monotonic_time () - meter->began_us) / G_USEC_PER_SEC;

  print ("frames_per_s", meter->frames / seconds);
  print ("cores", (processor_s () - meter->began_cores) / seconds);
  print ("gaps", meter->gaps);
  print ("gaps_short", meter->gaps_short);
  print ("gap_worst_ms", (double) meter->gap_worst_us / 1000.0);
}

static gboolean
counted_cb (gpointer user_data)
{
  Meter *meter = user_data;

  print_frames (meter);
  meter->counting = FALSE;
  if (!SH_IS_WINDOW (meter->window))
    return end_cb (meter);
  g_object_set (sh_window_get_session (SH_WINDOW (meter->window)), "playing", FALSE, NULL);
  g_timeout_add ((guint) (SETTLE_S * 1000.0), settled_cb, meter);
  return G_SOURCE_REMOVE;
}

static gboolean
warm_cb (gpointer user_data)
{
  Meter *meter = user_data;

  print ("resident_mib", resident_mib ());
  if (meter->options.seconds <= 0.0)
    return end_cb (meter);
  begin_counting (meter);
  g_timeout_add ((guint) (meter->options.seconds * 1000.0), counted_cb, meter);
  return G_SOURCE_REMOVE;
}

/* The clock comes with the window's surface. */
static void
realized_cb (Meter *meter, GtkWidget *window)
{
  meter->clock = gtk_widget_get_frame_clock (window);
  g_signal_connect_swapped (meter->clock, "after-paint", G_CALLBACK (painted_cb), meter);
}

static void
unrealized_cb (Meter *meter, GtkWidget *window)
{
  g_signal_handlers_disconnect_by_data (meter->clock, meter);
}

static void
watch (GtkWindow *window, gpointer user_data)
{
  Meter *meter = user_data;

  meter->window = window;
  gtk_window_set_default_size (window, meter->options.width, meter->options.height);
  g_signal_connect_swapped (window, "realize", G_CALLBACK (realized_cb), meter);
  g_signal_connect_swapped (window, "unrealize", G_CALLBACK (unrealized_cb), meter);
}

static gboolean
move_cb (GtkWidget *square, GdkFrameClock *clock, gpointer user_data)
{
  gint64 place = gdk_frame_clock_get_frame_counter (clock) % 200;

  gtk_fixed_move (GTK_FIXED (gtk_widget_get_parent (square)), square, (double) place, 20.0);
  return G_SOURCE_CONTINUE;
}

static GtkWidget *
make_square (void)
{
  GtkWidget *fixed = gtk_fixed_new ();
  GtkWidget *square = gtk_spinner_new ();

  gtk_widget_set_size_request (square, SQUARE, SQUARE);
  gtk_fixed_put (GTK_FIXED (fixed), square, 0.0, 20.0);
  gtk_widget_add_css_class (square, "background");
  gtk_widget_add_tick_callback (square, move_cb, NULL, NULL);
  return fixed;
}

static void
activate_cb (GtkApplication *application, Meter *meter)
{
  GtkWindow *window = GTK_WINDOW (gtk_application_window_new (application));

  if (meter->options.kind == SH_METER_MOVING)
    gtk_window_set_child (window, make_square ());
  watch (window, meter);
  gtk_window_present (window);
}

static int
run_other (Meter *meter)
{
  g_autoptr (GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), meter);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

int
sh_window_meter_run (const ShMeterOptions *options)
{
  Meter meter = { .options = *options };
  ShApplicationOptions ours = { .scenario = options->scenario,
                                .opened = watch,
                                .opened_data = &meter };

  return options->kind == SH_METER_OURS ? sh_application_run (&ours) : run_other (&meter);
}
