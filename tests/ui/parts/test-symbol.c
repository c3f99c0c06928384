/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-symbol.h"

#include <librsvg/rsvg.h>

#include "sh-names.h"
#include "sh-ui.h"

#define SIZE 64
/* Mean and largest difference of the coverage, of 255: both smooth the edges in their own way. */
#define MEAN_MOST 0.6
#define MOST 40

static cairo_surface_t *
new_surface (void)
{
  return cairo_image_surface_create (CAIRO_FORMAT_A8, SIZE, SIZE);
}

static cairo_surface_t *
draw_symbol (GdkPaintable *symbol)
{
  cairo_surface_t *surface = new_surface ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  cairo_t *cr = cairo_create (surface);

  gdk_paintable_snapshot (symbol, snapshot, SIZE, SIZE);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  return surface;
}

static cairo_surface_t *
draw_svg (const char *name)
{
  cairo_surface_t *surface = new_surface ();
  g_autofree char *path =
      g_strdup_printf ("/io/github/secondheart/SecondHeart/icons/scalable/actions/%s.svg", name);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  RsvgHandle *handle = rsvg_handle_new_from_data (data, length, NULL);
  RsvgRectangle place = { 0.0, 0.0, SIZE, SIZE };
  cairo_t *cr = cairo_create (surface);

  g_assert_true (rsvg_handle_render_document (handle, cr, &place, NULL));
  g_object_unref (handle);
  cairo_destroy (cr);
  return surface;
}

static void
assert_alike (cairo_surface_t *a, cairo_surface_t *b)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (a);
  const guint8 *x = cairo_image_surface_get_data (a);
  const guint8 *y = cairo_image_surface_get_data (b);
  double sum = 0.0, covered = 0.0;

  for (int row = 0; row < SIZE; row++)
    for (int column = 0; column < SIZE; column++)
      {
        gsize at = (gsize) row * stride + (gsize) column;

        g_assert_cmpint (ABS (x[at] - y[at]), <=, MOST);
        sum += ABS (x[at] - y[at]);
        covered += x[at];
      }
  g_assert_cmpfloat (sum / (SIZE * SIZE), <, MEAN_MOST);
  g_assert_cmpfloat (covered / (SIZE * SIZE), >, 2.0);
}

static void
assert_like_its_icon (const char *name)
{
  g_autoptr (GdkPaintable) symbol = sh_symbol_new (name);
  cairo_surface_t *ours, *theirs;

  g_test_message ("%s", name);
  g_assert_nonnull (symbol);
  ours = draw_symbol (symbol);
  theirs = draw_svg (name);
  cairo_surface_flush (ours);
  cairo_surface_flush (theirs);
  assert_alike (ours, theirs);
  cairo_surface_destroy (ours);
  cairo_surface_destroy (theirs);
}

static void
symbols_look_like_their_icons (void)
{
  g_auto (GStrv) files =
      g_resources_enumerate_children ("/io/github/secondheart/SecondHeart/icons/scalable/actions",
                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_cmpuint (g_strv_length (files), >, SH_N_STOPS);
  for (int i = 0; files[i] != NULL; i++)
    {
      files[i][strlen (files[i]) - strlen (".svg")] = '\0';
      assert_like_its_icon (files[i]);
    }
  g_assert_null (sh_symbol_new ("edit-undo-symbolic"));
}

static void
images_show_symbols_whatever_they_are_named (void)
{
  GtkWidget *button = g_object_ref_sink (gtk_button_new_from_icon_name ("sh-play-symbolic"));
  GtkImage *image = GTK_IMAGE (gtk_widget_get_first_child (button));

  sh_symbol_replace_icons (button);
  g_assert_true (SH_IS_SYMBOL (gtk_image_get_paintable (image)));
  gtk_button_set_icon_name (GTK_BUTTON (button), "sh-pause-symbolic");
  g_assert_true (SH_IS_SYMBOL (gtk_image_get_paintable (image)));
  gtk_button_set_icon_name (GTK_BUTTON (button), "edit-undo-symbolic");
  g_assert_null (gtk_image_get_paintable (image));
  g_assert_cmpstr (gtk_image_get_icon_name (image), ==, "edit-undo-symbolic");
  g_object_unref (button);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  sh_ui_register_resources ();
  g_test_add_func ("/symbol/symbols look like their icons", symbols_look_like_their_icons);
  g_test_add_func ("/symbol/images show symbols whatever they are named",
                   images_show_symbols_whatever_they_are_named);
  return g_test_run ();
}
