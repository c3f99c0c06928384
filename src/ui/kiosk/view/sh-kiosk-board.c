/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-board.h"

struct _ShKioskBoard
{
  GtkWidget parent_instance;

  GtkWidget *part[SH_KIOSK_N_PARTS];
  double height_mm;
  double bottom_mm;
  gboolean attract;
  gboolean staff;
  gboolean within_reach;
  int shift_x, shift_y;
};

G_DEFINE_FINAL_TYPE (ShKioskBoard, sh_kiosk_board, GTK_TYPE_WIDGET)

static int
height_of (GtkWidget *widget, int width)
{
  int natural = 0;

  if (widget != NULL && gtk_widget_should_layout (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static void
sh_kiosk_board_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  ShKioskBoard *self = SH_KIOSK_BOARD (widget);

  /* The screen decides, never what is shown: else a long text would push the window over its edge.
   * The parts are asked all the same, because GTK wants it before it places them. */
  for (int i = 0; i < SH_KIOSK_N_PARTS; i++)
    if (self->part[i] != NULL)
      gtk_widget_measure (self->part[i], orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = 1;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 600;
}

static void
place_part (
    ShKioskBoard *self, ShKioskPart part, const GdkRectangle *where, int width, int x, int y)
{
  GtkWidget *widget = self->part[part];
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GskTransform *transform;
  int least = 0;
  int left = mirrored ? width - where->x - where->width : where->x;

  if (widget == NULL || !gtk_widget_should_layout (widget))
    return;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  least = MAX (least, where->width);
  transform = gsk_transform_translate (
      NULL, &GRAPHENE_POINT_INIT ((float) (left + x), (float) (where->y + y)));
  gtk_widget_allocate (widget, least, MAX (where->height, 1), -1, transform);
}

static void
sh_kiosk_board_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ShKioskBoard *self = SH_KIOSK_BOARD (widget);
  const int inner_width = MAX (width - 2 * SH_KIOSK_SHIFT_PX, 1);
  const int inner_height = MAX (height - 2 * SH_KIOSK_SHIFT_PX, 1);
  const int x = SH_KIOSK_SHIFT_PX + self->shift_x, y = SH_KIOSK_SHIFT_PX + self->shift_y;
  ShKioskPlace place = { inner_width,     inner_height,  self->height_mm,
                         self->bottom_mm, self->attract, self->staff };
  ShKioskPlan plan;

  place.header_height = height_of (self->part[SH_KIOSK_PART_HEADER], inner_width);
  place.caption_height =
      height_of (self->part[SH_KIOSK_PART_CAPTION], sh_kiosk_plan_caption_width (&place));
  sh_kiosk_plan (&place, &plan);
  self->within_reach = plan.within_reach;
  place_part (self, SH_KIOSK_PART_HEADER, &plan.header, inner_width, x, y);
  place_part (self, SH_KIOSK_PART_PICTURE, &plan.picture, inner_width, x, y);
  place_part (self, SH_KIOSK_PART_CAPTION, &plan.caption, inner_width, x, y);
  place_part (self, SH_KIOSK_PART_DOCK, &plan.dock, inner_width, x, y);
}

static void
sh_kiosk_board_dispose (GObject *object)
{
  ShKioskBoard *self = SH_KIOSK_BOARD (object);

  for (int i = 0; i < SH_KIOSK_N_PARTS; i++)
    g_clear_pointer (&self->part[i], gtk_widget_unparent);
  G_OBJECT_CLASS (sh_kiosk_board_parent_class)->dispose (object);
}

static void
sh_kiosk_board_class_init (ShKioskBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sh_kiosk_board_dispose;
  widget_class->measure = sh_kiosk_board_measure;
  widget_class->size_allocate = sh_kiosk_board_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "kioskboard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sh_kiosk_board_init (ShKioskBoard *self)
{
  self->bottom_mm = -1.0;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
sh_kiosk_board_new (void)
{
  return g_object_new (SH_TYPE_KIOSK_BOARD, NULL);
}

void
sh_kiosk_board_set_part (ShKioskBoard *self, ShKioskPart part, GtkWidget *child)
{
  g_return_if_fail (SH_IS_KIOSK_BOARD (self) && self->part[part] == NULL);

  self->part[part] = child;
  gtk_widget_set_overflow (child, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

GtkWidget *
sh_kiosk_board_take_part (ShKioskBoard *self, ShKioskPart part)
{
  GtkWidget *child;

  g_return_val_if_fail (SH_IS_KIOSK_BOARD (self), NULL);

  child = g_steal_pointer (&self->part[part]);
  if (child == NULL)
    return NULL;
  g_object_ref (child);
  gtk_widget_unparent (child);
  return child;
}

void
sh_kiosk_board_set_screen (ShKioskBoard *self, double height_mm, double bottom_mm)
{
  g_return_if_fail (SH_IS_KIOSK_BOARD (self));

  self->height_mm = height_mm;
  self->bottom_mm = bottom_mm;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
sh_kiosk_board_set_attract (ShKioskBoard *self, gboolean attract)
{
  g_return_if_fail (SH_IS_KIOSK_BOARD (self));

  if (self->attract == attract)
    return;
  self->attract = attract;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
sh_kiosk_board_set_staff (ShKioskBoard *self, gboolean staff)
{
  g_return_if_fail (SH_IS_KIOSK_BOARD (self));

  if (self->staff == staff)
    return;
  self->staff = staff;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
sh_kiosk_board_set_shift (ShKioskBoard *self, int x, int y)
{
  g_return_if_fail (SH_IS_KIOSK_BOARD (self));

  if (self->shift_x == x && self->shift_y == y)
    return;
  self->shift_x = x;
  self->shift_y = y;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gboolean
sh_kiosk_board_get_within_reach (ShKioskBoard *self)
{
  g_return_val_if_fail (SH_IS_KIOSK_BOARD (self), FALSE);

  return self->within_reach;
}
