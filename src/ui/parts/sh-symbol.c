/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-symbol.h"

/* The icons are drawn on paper of this many units. */
#define SIZE 16

/* One filled path: M and L with a point, C with three, Z with none. */
typedef struct
{
  double opacity;
  const char *commands;
  const float *points;
} ShSymbolOutline;

typedef struct
{
  const char *name;
  const ShSymbolOutline *outlines;
  int n_outlines;
} ShSymbolDrawing;

#include "sh-symbol-outlines.h"

struct _ShSymbol
{
  GObject parent_instance;

  const ShSymbolDrawing *drawing;
};

static void sh_symbol_paintable_init (GdkPaintableInterface *iface);
static void sh_symbol_symbolic_init (GtkSymbolicPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ShSymbol,
                               sh_symbol,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, sh_symbol_paintable_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SYMBOLIC_PAINTABLE,
                                                          sh_symbol_symbolic_init))

static void
trace (cairo_t *cr, const ShSymbolOutline *outline)
{
  const float *p = outline->points;

  for (const char *command = outline->commands; *command != '\0'; command++)
    switch (*command)
      {
      case 'M':
        cairo_move_to (cr, (double) p[0], (double) p[1]);
        p += 2;
        break;
      case 'L':
        cairo_line_to (cr, (double) p[0], (double) p[1]);
        p += 2;
        break;
      case 'C':
        cairo_curve_to (cr, (double) p[0], (double) p[1], (double) p[2], (double) p[3],
                        (double) p[4], (double) p[5]);
        p += 6;
        break;
      default:
        cairo_close_path (cr);
        break;
      }
}

static void
draw (const ShSymbolDrawing *drawing, cairo_t *cr, const GdkRGBA *color)
{
  for (int i = 0; i < drawing->n_outlines; i++)
    {
      trace (cr, &drawing->outlines[i]);
      cairo_set_source_rgba (cr, (double) color->red, (double) color->green, (double) color->blue,
                             (double) color->alpha * drawing->outlines[i].opacity);
      cairo_fill (cr);
    }
}

static void
sh_symbol_snapshot_symbolic (GtkSymbolicPaintable *paintable,
                             GdkSnapshot *snapshot,
                             double width,
                             double height,
                             const GdkRGBA *colors,
                             gsize n_colors)
{
  const GdkRGBA black = { 0.0f, 0.0f, 0.0f, 1.0f };
  ShSymbol *self = SH_SYMBOL (paintable);
  double size = MIN (width, height);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) width, (float) height);
  cairo_t *cr = gtk_snapshot_append_cairo (GTK_SNAPSHOT (snapshot), &bounds);

  cairo_translate (cr, (width - size) / 2.0, (height - size) / 2.0);
  cairo_scale (cr, size / SIZE, size / SIZE);
  draw (self->drawing, cr, n_colors > 0 ? &colors[0] : &black);
  cairo_destroy (cr);
}

static void
sh_symbol_snapshot (GdkPaintable *paintable, GdkSnapshot *snapshot, double width, double height)
{
  sh_symbol_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (paintable), snapshot, width, height, NULL,
                               0);
}

static GdkPaintableFlags
sh_symbol_get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE | GDK_PAINTABLE_STATIC_CONTENTS;
}

static int
sh_symbol_get_size (GdkPaintable *paintable)
{
  return SIZE;
}

static void
sh_symbol_paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = sh_symbol_snapshot;
  iface->get_flags = sh_symbol_get_flags;
  iface->get_intrinsic_width = sh_symbol_get_size;
  iface->get_intrinsic_height = sh_symbol_get_size;
}

static void
sh_symbol_symbolic_init (GtkSymbolicPaintableInterface *iface)
{
  iface->snapshot_symbolic = sh_symbol_snapshot_symbolic;
}

static void
sh_symbol_class_init (ShSymbolClass *klass)
{
}

static void
sh_symbol_init (ShSymbol *self)
{
}

GdkPaintable *
sh_symbol_new (const char *icon_name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (drawings); i++)
    if (g_strcmp0 (icon_name, drawings[i].name) == 0)
      {
        ShSymbol *self = g_object_new (SH_TYPE_SYMBOL, NULL);

        self->drawing = &drawings[i];
        return GDK_PAINTABLE (self);
      }
  return NULL;
}

static void
replace_icon (GtkImage *image)
{
  const char *name = gtk_image_get_icon_name (image);
  g_autoptr (GdkPaintable) symbol = name != NULL ? sh_symbol_new (name) : NULL;

  if (symbol != NULL)
    gtk_image_set_from_paintable (image, symbol);
}

void
sh_symbol_replace_icons (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_IMAGE (root))
    {
      replace_icon (GTK_IMAGE (root));
      g_signal_handlers_disconnect_by_func (root, replace_icon, NULL);
      g_signal_connect (root, "notify::icon-name", G_CALLBACK (replace_icon), NULL);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    sh_symbol_replace_icons (child);
}
