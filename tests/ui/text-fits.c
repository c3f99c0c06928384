/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text-fits.h"

/* One text that is shown. */
typedef struct
{
  GtkWidget *label;
  graphene_rect_t place; /* in the window */
} Text;

int fits_mistakes;

void
fits_wait_s (double seconds)
{
  gint64 end_us = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);

  while (g_get_monotonic_time () < end_us)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
complain (const FitsCase *at, GtkWidget *label, const char *what)
{
  fits_mistakes++;
  g_printerr ("%d×%d text %.1f: “%s” %s\n", at->width, at->height, at->text_size,
              gtk_label_get_text (GTK_LABEL (label)), what);
}

/* Where the letters are, in the label's own coordinates: their ink, for lines may stand closer than
 * their heights, but not where the last letter of a line leans out of its own width. */
static graphene_rect_t
letters (GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  PangoRectangle ink, lines;
  int x, y, left, right;

  pango_layout_get_pixel_extents (layout, &ink, &lines);
  gtk_label_get_layout_offsets (label, &x, &y);
  left = MAX (ink.x, lines.x);
  right = MIN (ink.x + ink.width, lines.x + lines.width);
  return GRAPHENE_RECT_INIT ((float) (x + left), (float) (y + ink.y), (float) (right - left),
                             (float) ink.height);
}

static void
check_inside (const FitsCase *at, GtkLabel *label)
{
  PangoRectangle box;
  int width = gtk_widget_get_width (GTK_WIDGET (label));
  int height = gtk_widget_get_height (GTK_WIDGET (label));

  pango_layout_get_pixel_extents (gtk_label_get_layout (label), NULL, &box);
  if (pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    complain (at, GTK_WIDGET (label), "is shortened");
  if (box.width > width + 1 || box.height > height + 1)
    complain (at, GTK_WIDGET (label), "is cut off");
}

/* A table with long words has a bar to move it by. */
static gboolean
scrolls_sideways (GtkWidget *widget)
{
  GtkAdjustment *adjustment =
      GTK_IS_SCROLLABLE (widget) ? gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (widget)) : NULL;

  return adjustment != NULL &&
         gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 1.0;
}

/* A text may lie below what a scrolled window shows at present, never beside it. */
static gboolean
check_ancestors (const FitsCase *at, GtkWidget *label, graphene_rect_t *box)
{
  GtkWidget *child = label;

  for (GtkWidget *parent = gtk_widget_get_parent (label); parent != NULL && !GTK_IS_NATIVE (child);
       child = parent, parent = gtk_widget_get_parent (parent))
    {
      graphene_point_t moved;
      graphene_rect_t shown;

      if (!gtk_widget_compute_point (child, parent, &box->origin, &moved))
        return FALSE;
      box->origin = moved;
      graphene_rect_init (&shown, 0.0f, 0.0f, (float) gtk_widget_get_width (parent),
                          (float) gtk_widget_get_height (parent));
      /* The names of marks stand out over the ends of their scale. */
      if (gtk_widget_get_ancestor (parent, GTK_TYPE_SCALE) != NULL)
        {
          if (GTK_IS_SCALE (parent) && !graphene_rect_intersection (box, &shown, box))
            return FALSE;
          continue;
        }
      if (scrolls_sideways (parent))
        {
          if (!graphene_rect_intersection (box, &shown, box))
            return FALSE;
          continue;
        }
      if (box->origin.x < -1.0f || box->origin.x + box->size.width > shown.size.width + 1.0f)
        {
          complain (at, label, "sticks out sideways");
          return FALSE;
        }
      if (GTK_IS_SCROLLABLE (parent) || GTK_IS_REVEALER (parent))
        {
          if (!graphene_rect_intersection (box, &shown, box))
            return FALSE;
        }
      else if (box->origin.y < -1.0f || box->origin.y + box->size.height > shown.size.height + 1.0f)
        {
          complain (at, label, "sticks out above or below");
          return FALSE;
        }
    }
  return TRUE;
}

/* How far a ring around what has the focus stands out: it is drawn around these, not in them. */
#define RING 3.0f

static gboolean
has_ring (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (!gtk_widget_get_focusable (widget) || !gtk_widget_is_sensitive (widget))
    return FALSE;
  return GTK_IS_SWITCH (widget) || GTK_IS_EXPANDER (widget) ||
         (GTK_IS_BUTTON (widget) && !gtk_widget_has_css_class (parent, "segments"));
}

/* The ring may not be cut off by what its widget lies in; what scrolls may be scrolled. */
static void
check_ring (const FitsCase *at, GtkWidget *widget)
{
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL && !GTK_IS_ROOT (parent);
       parent = gtk_widget_get_parent (parent))
    {
      graphene_rect_t box;
      GtkBorder padding;

      if (GTK_IS_SCROLLABLE (parent) || GTK_IS_NATIVE (parent))
        return;
      if (gtk_widget_get_overflow (parent) != GTK_OVERFLOW_HIDDEN ||
          !gtk_widget_compute_bounds (widget, parent, &box))
        continue;
      gtk_style_context_get_padding (gtk_widget_get_style_context (parent), &padding);
      if (box.origin.x - RING < (float) -padding.left ||
          box.origin.y - RING < (float) -padding.top ||
          box.origin.x + box.size.width + RING >
              (float) (gtk_widget_get_width (parent) + padding.right) ||
          box.origin.y + box.size.height + RING >
              (float) (gtk_widget_get_height (parent) + padding.bottom))
        {
          fits_mistakes++;
          g_printerr ("%d×%d text %.1f: the ring of a %s is cut off by a %s\n", at->width,
                      at->height, at->text_size, G_OBJECT_TYPE_NAME (widget),
                      G_OBJECT_TYPE_NAME (parent));
        }
    }
}

static void
gather (const FitsCase *at, GtkWidget *widget, GArray *texts)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (GTK_IS_LABEL (widget) && gtk_label_get_text (GTK_LABEL (widget))[0] != '\0')
    {
      Text text = { widget, letters (GTK_LABEL (widget)) };

      check_inside (at, GTK_LABEL (widget));
      if (check_ancestors (at, widget, &text.place))
        g_array_append_val (texts, text);
    }
  if (has_ring (widget))
    check_ring (at, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      gather (at, child, texts);
}

static void
check_overlaps (const FitsCase *at, const GArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    for (guint k = i + 1; k < texts->len; k++)
      {
        const Text *a = &g_array_index (texts, Text, i), *b = &g_array_index (texts, Text, k);
        graphene_rect_t both;

        if (graphene_rect_intersection (&a->place, &b->place, &both) && both.size.width > 2.0f &&
            both.size.height > 2.0f)
          {
            g_autofree char *what =
                g_strdup_printf ("overlaps “%s”", gtk_label_get_text (GTK_LABEL (b->label)));

            complain (at, a->label, what);
          }
      }
}

guint
fits_check_texts (const FitsCase *at, GtkWidget *root)
{
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (Text));

  gather (at, root, texts);
  check_overlaps (at, texts);
  return texts->len;
}

/* Frames that are begun from here on show what was changed, and by then what slides has arrived. */
static void
wait_for_frames (GtkWidget *root)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (root);
  gint64 first = clock != NULL ? gdk_frame_clock_get_frame_counter (clock) : 0;

  fits_wait_s (0.25);
  for (int i = 0; i < 500 && clock != NULL && gdk_frame_clock_get_frame_counter (clock) < first + 3;
       i++)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      fits_wait_s (0.01);
    }
}

void
fits_check_calm (const FitsCase *at, GtkWidget *root)
{
  const gint64 end_us = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  /* On a slow machine a frame may still be under way: what is wrong stays wrong. */
  while (g_get_monotonic_time () < end_us)
    {
      guint n_texts;

      wait_for_frames (root);
      fits_mistakes = 0;
      n_texts = fits_check_texts (at, root);
      if (fits_mistakes == 0 && (n_texts > 0 || !gtk_widget_get_mapped (root)))
        return;
    }
  g_test_fail ();
}
