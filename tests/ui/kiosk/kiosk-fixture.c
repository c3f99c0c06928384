/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kiosk-fixture.h"

#include <glib/gstdio.h>

#include "sh-ui.h"

static double
fake_now_s (gpointer data)
{
  return ((FakeClock *) data)->now_s;
}

static GDateTime *
fake_wall (gpointer data, GTimeZone *zone)
{
  FakeClock *clock = data;
  g_autoptr (GDateTime) utc =
      g_date_time_new_from_unix_utc (clock->wall_unix_s + (gint64) fake_now_s (clock));

  return g_date_time_to_timezone (utc, zone);
}

void
turn (double seconds)
{
  gint64 end_us = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);

  do
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
  while (g_get_monotonic_time () < end_us);
}

void
pass (Fixture *fixture, double seconds)
{
  for (double passed = 0.0; passed < seconds; passed += 0.25)
    {
      fixture->clock.now_s += 0.25;
      sh_kiosk_tick (fixture->kiosk);
    }
}

static GtkApplication *
the_application (void)
{
  static GtkApplication *application;

  if (application == NULL)
    {
      application = gtk_application_new ("io.github.secondheart.Test", G_APPLICATION_NON_UNIQUE);
      g_application_set_resource_base_path (G_APPLICATION (application), NULL);
      sh_ui_register_resources ();
      gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                        "/io/github/secondheart/SecondHeart/icons");
      g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
    }
  return application;
}

void
start (Fixture *fixture, const char *settings)
{
  g_autofree char *text = g_strconcat ("[Kiosk]\n", settings, NULL);
  ShKioskOptions options = { fixture->config_path, fixture->folder, &fixture->kiosk_clock };

  g_assert_true (g_file_set_contents (fixture->config_path, text, -1, NULL));
  fixture->kiosk = sh_kiosk_new (fixture->application, &options);
  /* A slow machine takes its time until there is something to touch. Only a hang lasts longer. */
  for (int i = 0; i < 300; i++)
    {
      turn (0.2);
      if (gtk_widget_get_width (GTK_WIDGET (sh_kiosk_get_view (fixture->kiosk))) > 0)
        break;
    }
}

void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->application = the_application ();
  fixture->folder = g_dir_make_tmp (NULL, NULL);
  fixture->config_path = g_build_filename (fixture->folder, "kiosk.conf", NULL);
  fixture->clock = (FakeClock){ .now_s = 1000.0, .wall_unix_s = 1764057600 };
  fixture->kiosk_clock = (ShKioskClock){ fake_now_s, fake_wall, &fixture->clock };
}

void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "kiosk.conf", "kiosk-hours.conf", "kiosk-counts.txt" };
  gpointer window = sh_kiosk_get_window (fixture->kiosk);

  g_object_add_weak_pointer (window, &window);
  g_object_unref (fixture->kiosk);
  turn (0.1);
  g_assert_null (window);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_remove (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->config_path);
}

void
assert_state (Fixture *fixture, ShKioskState state)
{
  g_assert_cmpstr (sh_kiosk_state_name (sh_kiosk_get_state (fixture->kiosk)), ==,
                   sh_kiosk_state_name (state));
}

void
act (Fixture *fixture, const char *action, const char *target)
{
  g_autoptr (GVariant) value =
      target != NULL ? g_variant_ref_sink (g_variant_new_parsed (target)) : NULL;

  gtk_widget_activate_action_variant (GTK_WIDGET (sh_kiosk_get_view (fixture->kiosk)), action,
                                      value);
  turn (0.02);
}

void
touch (Fixture *fixture, double x, double y)
{
  sh_kiosk_window_deed (sh_kiosk_get_window (fixture->kiosk), SH_KIOSK_DEED_TOUCH, x, y);
  turn (0.02);
}

void
tap_corners (Fixture *fixture)
{
  int width = gtk_widget_get_width (GTK_WIDGET (sh_kiosk_get_window (fixture->kiosk)));

  for (int i = 0; i < 6; i++)
    touch (fixture, i % 2 == 0 ? 5.0 : width - 5.0, 5.0);
}

void
give (Fixture *fixture, const char *pin)
{
  for (const char *p = pin; *p != '\0'; p++)
    {
      g_autofree char *digit = g_strdup_printf ("'%c'", *p);

      act (fixture, "staff.digit", digit);
    }
  act (fixture, "staff.enter", NULL);
  turn (0.2);
}

GBytes *
pixels (Fixture *fixture, gsize *n)
{
  GtkWidget *view = GTK_WIDGET (sh_kiosk_get_view (fixture->kiosk));
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (view));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (view);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (view), height = gtk_widget_get_height (view);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guchar *data = g_malloc ((gsize) (width * height) * 4);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_texture_download (texture, data, (gsize) width * 4);
  *n = (gsize) (width * height);
  return g_bytes_new_take (data, *n * 4);
}

void
collect (GtkWidget *widget, GPtrArray *targets)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_BUTTON (widget) || GTK_IS_RANGE (widget))
    g_ptr_array_add (targets, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, targets);
}
