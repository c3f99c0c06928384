/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-row.h"

struct _ShRow
{
  GtkWidget parent_instance;

  int spacing;
  gboolean homogeneous;
};

enum
{
  PROP_0,
  PROP_SPACING,
  PROP_HOMOGENEOUS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkBuildableIface *parent_buildable;

static void sh_row_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ShRow,
                               sh_row,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, sh_row_buildable_init))

/* The children that take part, one after the other: the first after NULL. */
static GtkWidget *
next_child (ShRow *self, GtkWidget *child)
{
  do
    child = child == NULL ? gtk_widget_get_first_child (GTK_WIDGET (self))
                          : gtk_widget_get_next_sibling (child);
  while (child != NULL && !gtk_widget_should_layout (child));
  return child;
}

/* Fills in what each child needs and wishes for; returns how many there are. */
static int
ask_widths (ShRow *self, GtkRequestedSize *sizes)
{
  int n = 0;

  for (GtkWidget *child = next_child (self, NULL); child != NULL; child = next_child (self, child))
    {
      if (sizes != NULL)
        {
          sizes[n].data = child;
          gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &sizes[n].minimum_size,
                              &sizes[n].natural_size, NULL, NULL);
        }
      n++;
    }
  return n;
}

static void
share_evenly (GtkRequestedSize *sizes, int n, int width)
{
  for (int i = 0; i < n; i++)
    sizes[i].minimum_size = width / n + (i < width % n ? 1 : 0);
}

static void
share_by_wish (GtkRequestedSize *sizes, int n, int width)
{
  int left = width, expanding = 0;

  for (int i = 0; i < n; i++)
    {
      left -= sizes[i].minimum_size;
      expanding += gtk_widget_compute_expand (sizes[i].data, GTK_ORIENTATION_HORIZONTAL) ? 1 : 0;
    }
  left = gtk_distribute_natural_allocation (MAX (left, 0), (guint) n, sizes);
  for (int i = 0; i < n; i++)
    if (gtk_widget_compute_expand (sizes[i].data, GTK_ORIENTATION_HORIZONTAL))
      {
        sizes[i].minimum_size += left / expanding;
        left -= left / expanding;
        expanding--;
      }
}

/* Makes `minimum_size` the width that each child gets of @width. */
static void
share (ShRow *self, GtkRequestedSize *sizes, int n, int width)
{
  width -= (n - 1) * self->spacing;
  if (self->homogeneous)
    share_evenly (sizes, n, width);
  else
    share_by_wish (sizes, n, width);
}

static void
measure_width (ShRow *self, const GtkRequestedSize *sizes, int n, int *minimum, int *natural)
{
  int widest = 0, widest_wish = 0;

  for (int i = 0; i < n; i++)
    {
      *minimum += sizes[i].minimum_size;
      *natural += sizes[i].natural_size;
      widest = MAX (widest, sizes[i].minimum_size);
      widest_wish = MAX (widest_wish, sizes[i].natural_size);
    }
  if (self->homogeneous)
    {
      *minimum = n * widest;
      *natural = n * widest_wish;
    }
  *minimum += (n - 1) * self->spacing;
  *natural += (n - 1) * self->spacing;
}

static void
sh_row_measure (GtkWidget *widget,
                GtkOrientation orientation,
                int for_size,
                int *minimum,
                int *natural,
                int *minimum_baseline,
                int *natural_baseline)
{
  ShRow *self = SH_ROW (widget);
  int n = ask_widths (self, NULL);
  g_autofree GtkRequestedSize *sizes = g_new (GtkRequestedSize, (gsize) MAX (n, 1));

  *minimum = *natural = 0;
  if (n == 0)
    return;
  ask_widths (self, sizes);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, sizes, n, minimum, natural);
      return;
    }
  if (for_size >= 0)
    share (self, sizes, n, for_size);
  for (int i = 0; i < n; i++)
    {
      int least, wish;

      gtk_widget_measure (sizes[i].data, orientation, for_size >= 0 ? sizes[i].minimum_size : -1,
                          &least, &wish, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wish);
    }
}

static void
sh_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ShRow *self = SH_ROW (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int n = ask_widths (self, NULL), x = 0;
  g_autofree GtkRequestedSize *sizes = g_new (GtkRequestedSize, (gsize) MAX (n, 1));

  if (n == 0)
    return;
  ask_widths (self, sizes);
  share (self, sizes, n, width);
  for (int i = 0; i < n; i++)
    {
      GdkRectangle place = { x, 0, sizes[i].minimum_size, 0 };

      gtk_widget_measure (sizes[i].data, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height,
                          NULL, NULL);
      place.height = MIN (place.height, height);
      place.y = (height - place.height) / 2;
      if (mirrored)
        place.x = width - x - place.width;
      gtk_widget_size_allocate (sizes[i].data, &place, -1);
      x += sizes[i].minimum_size + self->spacing;
    }
}

static GtkSizeRequestMode
sh_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sh_row_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    sh_row_append (SH_ROW (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
sh_row_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = sh_row_add_child;
}

static void
sh_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ShRow *self = SH_ROW (object);

  switch (id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_HOMOGENEOUS:
      g_value_set_boolean (value, self->homogeneous);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sh_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ShRow *self = SH_ROW (object);

  switch (id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_HOMOGENEOUS:
      self->homogeneous = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
sh_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sh_row_parent_class)->dispose (object);
}

static void
sh_row_class_init (ShRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sh_row_dispose;
  object_class->get_property = sh_row_get_property;
  object_class->set_property = sh_row_set_property;
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 1000, 0, flags);
  properties[PROP_HOMOGENEOUS] = g_param_spec_boolean ("homogeneous", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  widget_class->get_request_mode = sh_row_get_request_mode;
  widget_class->measure = sh_row_measure;
  widget_class->size_allocate = sh_row_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "box");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sh_row_init (ShRow *self)
{
}

GtkWidget *
sh_row_new (int spacing)
{
  return g_object_new (SH_TYPE_ROW, "spacing", spacing, NULL);
}

void
sh_row_append (ShRow *self, GtkWidget *child)
{
  g_return_if_fail (SH_IS_ROW (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}
