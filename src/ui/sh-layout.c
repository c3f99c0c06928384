/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-layout.h"

/* Part of the window's width that the panel takes, and its limits in pixels. */
#define PANEL_PART 0.29
#define PANEL_MOST 520
/* Below this a picture beside the panel is too narrow to be read. */
#define PICTURE_LEAST 400
/* Part of an upright window's height that the picture gets. */
#define PICTURE_PART 0.60
/* The readouts with their strip charts take at most this part of the window's height. */
#define READOUTS_PART 0.5
/* An upright window this many panels wide has readouts and controls side by side. */
#define PANELS_SIDE_BY_SIDE 2
/* Below the readouts the controls need this much height to be of use: the buttons of the panel's
 * pages and two rows. Where it is not there, the readouts make room; the page "Numbers" of the
 * panel has them all. */
#define CONTROLS_LEAST 200

struct _ShLayout
{
  GtkWidget parent_instance;

  GtkWidget *picture;
  GtkWidget *readouts;
  GtkWidget *controls;
};

static void sh_layout_buildable_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (ShLayout,
                               sh_layout,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, sh_layout_buildable_init))

static int
least (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int minimum;

  gtk_widget_measure (widget, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
natural (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int size;

  gtk_widget_measure (widget, orientation, for_size, NULL, &size, NULL, NULL);
  return size;
}

static int
panel_least (ShLayout *self)
{
  return MAX (least (self->readouts, GTK_ORIENTATION_HORIZONTAL, -1),
              least (self->controls, GTK_ORIENTATION_HORIZONTAL, -1));
}

gboolean
sh_layout_is_portrait (int width, int height, int panel, int picture_width)
{
  return width < panel + MAX (PICTURE_LEAST, picture_width) || width < height;
}

int
sh_layout_panel_width (int width, int panel)
{
  return MAX (panel, MIN ((int) (width * PANEL_PART), PANEL_MOST));
}

/* The readouts stand above the controls, as far as both have room. */
static void
plan_column (const GdkRectangle *column, const ShLayoutNeeds *needs, ShLayoutPlan *plan)
{
  int readouts = MIN (needs->readouts_wanted, column->height - CONTROLS_LEAST);

  if (readouts < needs->readouts_least)
    readouts = 0;
  plan->readouts = (GdkRectangle){ column->x, column->y, column->width, readouts };
  plan->controls = (GdkRectangle){ column->x, column->y + readouts, column->width,
                                   MAX (column->height - readouts, 0) };
}

static void
plan_landscape (int width, int height, const ShLayoutNeeds *needs, ShLayoutPlan *plan)
{
  int panel_width = sh_layout_panel_width (width, needs->panel);
  const GdkRectangle column = { width - panel_width, 0, panel_width, height };

  plan->picture = (GdkRectangle){ 0, 0, column.x, height };
  plan_column (&column, needs, plan);
}

static void
plan_portrait (int width, int height, const ShLayoutNeeds *needs, ShLayoutPlan *plan)
{
  int picture_least = MIN (needs->picture_height, height);
  int picture = MAX ((int) (height * PICTURE_PART), picture_least);
  GdkRectangle below = { 0, picture, width, height - picture };

  /* A small window gives the controls what the picture can spare. */
  if (below.height < CONTROLS_LEAST)
    {
      below.y = MAX (picture_least, height - CONTROLS_LEAST);
      below.height = height - below.y;
    }
  plan->picture = (GdkRectangle){ 0, 0, width, below.y };
  if (width >= PANELS_SIDE_BY_SIDE * needs->panel && below.height >= needs->readouts_least)
    {
      int half = width / 2;

      plan->readouts = (GdkRectangle){ 0, below.y, half, below.height };
      plan->controls = (GdkRectangle){ half, below.y, width - half, below.height };
    }
  else
    plan_column (&below, needs, plan);
}

void
sh_layout_plan (int width, int height, const ShLayoutNeeds *needs, ShLayoutPlan *plan)
{
  plan->portrait = sh_layout_is_portrait (width, height, needs->panel, needs->picture_width);
  if (plan->portrait)
    plan_portrait (width, height, needs, plan);
  else
    plan_landscape (width, height, needs, plan);
}

static gboolean
is_whole (ShLayout *self)
{
  return self->picture != NULL && self->readouts != NULL && self->controls != NULL;
}

/* How wide the picture is in a window of this width: it tells how many lines its caption takes. */
static int
picture_width (ShLayout *self, int width)
{
  int panel = panel_least (self);
  int beside = width - sh_layout_panel_width (width, panel);
  int narrowest = least (self->picture, GTK_ORIENTATION_HORIZONTAL, -1);

  if (width < 0)
    return -1;
  return MAX (beside < MAX (PICTURE_LEAST, narrowest) ? width : beside, narrowest);
}

static void
sh_layout_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum_size,
                   int *natural_size,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  ShLayout *self = SH_LAYOUT (widget);

  *minimum_size = *natural_size = 0;
  if (!is_whole (self))
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum_size = MAX (least (self->picture, GTK_ORIENTATION_HORIZONTAL, -1), panel_least (self));
  else
    *minimum_size = least (self->picture, GTK_ORIENTATION_VERTICAL, picture_width (self, for_size));
  *natural_size = *minimum_size;
}

static GtkSizeRequestMode
sh_layout_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The widget gets its place, mirrored where one reads from the right; never less than it needs. */
static void
place (ShLayout *self, GtkWidget *child, GdkRectangle place, int width)
{
  place.width = MAX (place.width, least (child, GTK_ORIENTATION_HORIZONTAL, -1));
  place.height = MAX (place.height, least (child, GTK_ORIENTATION_VERTICAL, place.width));
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    place.x = width - place.x - place.width;
  gtk_widget_size_allocate (child, &place, -1);
}

/* What the readouts get: what they wish for, what the controls can spare, but no more than their
 * part of the window unless they need it. */
static int
wanted_readouts_height (ShLayout *self, int width, int height)
{
  int wished = natural (self->readouts, GTK_ORIENTATION_VERTICAL, width);
  int spare = height - natural (self->controls, GTK_ORIENTATION_VERTICAL, width);
  int most = (int) (height * READOUTS_PART);

  return MAX (least (self->readouts, GTK_ORIENTATION_VERTICAL, width),
              MIN (MAX (wished, spare), most));
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
sh_layout_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ShLayout *self = SH_LAYOUT (widget);
  ShLayoutPlan plan;
  ShLayoutNeeds needs = { 0 };
  int readouts_width;

  if (!is_whole (self))
    return;
  needs.panel = panel_least (self);
  needs.picture_width = least (self->picture, GTK_ORIENTATION_HORIZONTAL, -1);
  needs.picture_height = least (self->picture, GTK_ORIENTATION_VERTICAL, width);
  readouts_width = sh_layout_is_portrait (width, height, needs.panel, needs.picture_width)
                       ? width
                       : sh_layout_panel_width (width, needs.panel);
  needs.readouts_least = least (self->readouts, GTK_ORIENTATION_VERTICAL, readouts_width);
  needs.readouts_wanted = wanted_readouts_height (self, readouts_width, height);
  sh_layout_plan (width, height, &needs, &plan);
  if (plan.portrait != gtk_widget_has_css_class (widget, "portrait"))
    {
      set_class (widget, "portrait", plan.portrait);
      set_class (widget, "landscape", !plan.portrait);
    }
  place (self, self->picture, plan.picture, width);
  gtk_widget_set_child_visible (self->readouts, plan.readouts.height > 0);
  if (plan.readouts.height > 0)
    place (self, self->readouts, plan.readouts, width);
  place (self, self->controls, plan.controls, width);
}

static void
take_child (ShLayout *self, GtkWidget **place, GtkWidget *child)
{
  *place = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
sh_layout_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  ShLayout *self = SH_LAYOUT (buildable);

  if (g_strcmp0 (type, "picture") == 0)
    take_child (self, &self->picture, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "readouts") == 0)
    take_child (self, &self->readouts, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "controls") == 0)
    take_child (self, &self->controls, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
sh_layout_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = sh_layout_add_child;
}

static void
sh_layout_dispose (GObject *object)
{
  ShLayout *self = SH_LAYOUT (object);

  g_clear_pointer (&self->picture, gtk_widget_unparent);
  g_clear_pointer (&self->readouts, gtk_widget_unparent);
  g_clear_pointer (&self->controls, gtk_widget_unparent);
  G_OBJECT_CLASS (sh_layout_parent_class)->dispose (object);
}

static void
sh_layout_class_init (ShLayoutClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sh_layout_dispose;
  widget_class->get_request_mode = sh_layout_get_request_mode;
  widget_class->measure = sh_layout_measure;
  widget_class->size_allocate = sh_layout_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "layout");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sh_layout_init (ShLayout *self)
{
}
