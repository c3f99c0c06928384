/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-valve-walk.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-story.h"

/* Of the ring around a valve, in pixels. */
#define RING_RADIUS 8.0f
#define RING_WIDTH 3.0f

int
sh_valve_walk_direction (guint keyval)
{
  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_Right)
    return 1;
  return keyval == GDK_KEY_Down || keyval == GDK_KEY_Left ? -1 : 0;
}

ShValve
sh_valve_walk (ShValve from, int direction, ShValveShown shown, gpointer picture)
{
  int valve = from != SH_VALVE_NONE ? (int) from : (direction > 0 ? -1 : 0);
  cairo_rectangle_t bounds;

  for (int i = 0; i < SH_N_VALVES; i++)
    {
      valve = (valve + direction + SH_N_VALVES) % SH_N_VALVES;
      if (shown (picture, (ShValve) valve, &bounds))
        return (ShValve) valve;
    }
  return from;
}

char *
sh_valve_walk_name (ShSession *session, ShValve valve)
{
  if (sh_session_get_valve_leak (session, valve) > 0.0)
    /* Translators: %s is the name of a valve. */
    return g_strdup_printf (C_ ("stage", "%s: leaks"), sh_valve_label (valve));
  /* Translators: %s is the name of a valve. */
  return g_strdup_printf (C_ ("stage", "%s: closes"), sh_valve_label (valve));
}

gboolean
sh_ring_around (const cairo_rectangle_t *bounds,
                double distance,
                double width,
                double height,
                graphene_rect_t *ring)
{
  graphene_rect_t all = GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) width, (float) height);

  graphene_rect_init (ring, (float) bounds->x, (float) bounds->y, (float) bounds->width,
                      (float) bounds->height);
  graphene_rect_inset (ring, -(float) distance, -(float) distance);
  graphene_rect_inset (&all, RING_WIDTH, RING_WIDTH);
  return graphene_rect_intersection (ring, &all, ring);
}

void
sh_valve_walk_append_ring (GtkSnapshot *snapshot,
                           ShThemeId theme,
                           const cairo_rectangle_t *bounds,
                           double distance,
                           double width,
                           double height)
{
  const ShColor accent = sh_theme (theme)->accent;
  const GdkRGBA color = { (float) accent.r, (float) accent.g, (float) accent.b, 1.0f };
  graphene_rect_t ring;
  GskRoundedRect outline;

  if (!sh_ring_around (bounds, distance, width, height, &ring))
    return;
  gsk_rounded_rect_init_from_rect (&outline, &ring, RING_RADIUS + (float) distance);
  gtk_snapshot_append_border (snapshot, &outline,
                              (const float[]){ RING_WIDTH, RING_WIDTH, RING_WIDTH, RING_WIDTH },
                              (const GdkRGBA[]){ color, color, color, color });
}
