/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-frame-meter.h"

#include <time.h>

/* The size that the project's limits are stated for, and the frame that GTK counts in. */
#define MEASURED_WIDTH 1280
#define MEASURED_HEIGHT 800
#define FRAME 10
/* What is drawn before this counts as starting up. */
#define WARM_UP_S 1.0

typedef enum
{
  STATE_WARM_UP,
  STATE_PLAYING,
  STATE_SETTLING, /* paused, the last frame still under way */
  STATE_PAUSED
} State;

typedef struct
{
  ShWindow *window; /* (weak): NULL when it was closed meanwhile */
  State state;
  double seconds;
  gint64 began_us;
  guint64 began_frames;
  double began_cpu_s;
} ShFrameMeter;

static gboolean next_cb (gpointer user_data);

static double
cpu_s (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

static void
begin (ShFrameMeter *meter, State state, double seconds)
{
  meter->state = state;
  meter->began_us = g_get_monotonic_time ();
  meter->began_frames = sh_stage_get_frames_drawn (sh_window_get_stage (meter->window));
  meter->began_cpu_s = cpu_s ();
  g_timeout_add ((guint) (seconds * 1000.0), next_cb, meter);
}

static void
report (ShFrameMeter *meter, const char *what)
{
  GtkWidget *stage = GTK_WIDGET (sh_window_get_stage (meter->window));
  double seconds = (double) (g_get_monotonic_time () - meter->began_us) / G_USEC_PER_SEC;
  guint64 frames = sh_stage_get_frames_drawn (SH_STAGE (stage)) - meter->began_frames;

  g_print ("%s: %.1f frames per second (%" G_GUINT64_FORMAT " frames in %.1f s), %.2f of one core, "
           "window %d×%d, stage %d×%d\n",
           what, (double) frames / seconds, frames, seconds,
           (cpu_s () - meter->began_cpu_s) / seconds,
           gtk_widget_get_width (GTK_WIDGET (meter->window)),
           gtk_widget_get_height (GTK_WIDGET (meter->window)), gtk_widget_get_width (stage),
           gtk_widget_get_height (stage));
}

static void
finish (ShFrameMeter *meter)
{
  if (meter->window != NULL)
    {
      g_object_remove_weak_pointer (G_OBJECT (meter->window), (gpointer *) &meter->window);
      gtk_window_destroy (GTK_WINDOW (meter->window));
    }
  g_free (meter);
}

static gboolean
next_cb (gpointer user_data)
{
  ShFrameMeter *meter = user_data;

  if (meter->window == NULL)
    finish (meter);
  else if (meter->state == STATE_WARM_UP)
    begin (meter, STATE_PLAYING, meter->seconds);
  else if (meter->state == STATE_PLAYING)
    {
      report (meter, "playing");
      g_object_set (sh_window_get_session (meter->window), "playing", FALSE, NULL);
      begin (meter, STATE_SETTLING, WARM_UP_S);
    }
  else if (meter->state == STATE_SETTLING)
    begin (meter, STATE_PAUSED, meter->seconds);
  else
    {
      report (meter, "paused");
      finish (meter);
    }
  return G_SOURCE_REMOVE;
}

void
sh_frame_meter_start (ShWindow *window, double seconds)
{
  ShFrameMeter *meter = g_new0 (ShFrameMeter, 1);

  gtk_window_set_default_size (GTK_WINDOW (window), MEASURED_WIDTH + FRAME,
                               MEASURED_HEIGHT + FRAME);
  meter->window = window;
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &meter->window);
  meter->seconds = seconds;
  begin (meter, STATE_WARM_UP, WARM_UP_S);
}
