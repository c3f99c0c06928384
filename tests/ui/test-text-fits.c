/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include <libintl.h>

#include "sh-application.h"
#include "sh-config.h"
#include "sh-readout.h"
#include "sh-window.h"

/* Walks all widgets of the window in every size and text size that it promises, and finds texts
 * that are cut off, shortened with dots, outside of what shows them, or over each other. Which
 * language it is in, LANGUAGE says. */

typedef struct
{
  int width;
  int height;
  double text_size;
} Case;

static const Case cases[] = {
  { 800, 600, 1.0 },   { 800, 600, 1.5 },   { 800, 600, 2.0 },   { 1280, 800, 1.0 },
  { 1280, 800, 2.0 },  { 1920, 1080, 1.0 }, { 1920, 1080, 2.0 }, { 1080, 1920, 1.0 },
  { 1080, 1920, 2.0 }, { 3840, 2160, 1.0 }, { 3840, 2160, 2.0 },
};

/* One text that is shown. */
typedef struct
{
  GtkWidget *label;
  graphene_rect_t place; /* in the window */
} Text;

/* Sizes in which the other places of the window are looked at. */
static const Case few[] = { { 800, 600, 2.0 }, { 1280, 800, 1.0 } };

static GtkApplication *application;
static ShWindow *window;
static int n_mistakes;
static int n_cards;

static void
wait_s (double seconds)
{
  gint64 end_us = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);

  while (g_get_monotonic_time () < end_us)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
complain (const Case *at, GtkWidget *label, const char *what)
{
  n_mistakes++;
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
check_inside (const Case *at, GtkLabel *label)
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
check_ancestors (const Case *at, GtkWidget *label, graphene_rect_t *box)
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

static void
gather (const Case *at, GtkWidget *widget, GArray *texts)
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
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      gather (at, child, texts);
}

static void
check_overlaps (const Case *at, const GArray *texts)
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

/* The window may not need more room than it was given. */
static void
check_size (const Case *at)
{
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  int height = gtk_widget_get_height (GTK_WIDGET (window));

  if (width <= at->width && height <= at->height)
    return;
  n_mistakes++;
  g_printerr ("%d×%d text %.1f: the window is %d×%d\n", at->width, at->height, at->text_size, width,
              height);
}

static guint
check_texts (const Case *at, GtkWidget *root)
{
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (Text));

  gather (at, root, texts);
  check_overlaps (at, texts);
  return texts->len;
}

/* On a slow machine the first frame may take its time. */
static void
wait_for_window (void)
{
  for (int i = 0; i < 100 && gtk_widget_get_width (GTK_WIDGET (sh_window_get_stage (window))) == 0;
       i++)
    wait_s (0.1);
  wait_s (0.3);
}

static void
check (const Case *at)
{
  wait_for_window ();
  check_size (at);
  if (check_texts (at, GTK_WIDGET (window)) <= 5)
    n_mistakes++;
}

/* Unfolds everything that can be unfolded. */
static void
unfold (GtkWidget *widget)
{
  if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    unfold (child);
}

static void
resize (const Case *at)
{
  n_mistakes = 0;
  g_object_set (sh_window_get_preferences (window), "text-size", at->text_size, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), at->width, at->height);
}

static void
check_case (gconstpointer data)
{
  const Case *at = data;

  resize (at);
  check (at);
  for (int i = 0; i < 5 && n_mistakes > 0; i++)
    {
      /* On a slow machine a frame may still be under way: what is wrong stays wrong. */
      n_mistakes = 0;
      wait_s (0.5);
      check (at);
    }
  if (n_mistakes > 0)
    g_test_fail ();
}

/* On a slow machine a frame may still be under way: what is wrong stays wrong. */
static void
check_calm (const Case *at, GtkWidget *root)
{
  for (int i = 0; i < 8; i++)
    {
      guint n_texts;

      wait_s (0.5);
      n_mistakes = 0;
      n_texts = check_texts (at, root);
      if (n_mistakes == 0 && (n_texts > 0 || !gtk_widget_get_mapped (root)))
        return;
    }
  g_test_fail ();
}

/* Turns to the page of the panel with this name. */
static void
turn_to (GtkWidget *widget, const char *page)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) &&
      g_strcmp0 (g_object_get_data (G_OBJECT (widget), "page"), page) == 0)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    turn_to (child, page);
}

static void
set_mode (const char *mode)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.mode", "s", mode);
}

static void
check_page (gconstpointer page)
{
  turn_to (GTK_WIDGET (window), page);
  for (gsize i = 0; i < G_N_ELEMENTS (few); i++)
    {
      resize (&few[i]);
      check_calm (&few[i], GTK_WIDGET (window));
      check_size (&few[i]);
      if (n_mistakes > 0)
        g_test_fail ();
    }
  turn_to (GTK_WIDGET (window), "leg");
}

static void
check_mode (gconstpointer mode)
{
  set_mode (mode);
  for (gsize i = 0; i < G_N_ELEMENTS (few); i++)
    {
      resize (&few[i]);
      check_calm (&few[i], GTK_WIDGET (window));
      check_size (&few[i]);
      if (n_mistakes > 0)
        g_test_fail ();
    }
  set_mode (SH_MODE_EXPLORE);
}

static void
check_comparison (void)
{
  turn_to (GTK_WIDGET (window), "numbers");
  g_object_set (sh_window_get_session (window), "compare", SH_COMPARE_HEALTHY, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (few); i++)
    {
      resize (&few[i]);
      check_calm (&few[i], GTK_WIDGET (window));
    }
  g_object_set (sh_window_get_session (window), "compare", SH_COMPARE_NONE, NULL);
  turn_to (GTK_WIDGET (window), "leg");
}

/* Opens the card of each number that is shown, one after the other. */
static void
check_cards_below (const Case *at, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && SH_IS_READOUT (widget))
      {
        gtk_popover_popup (GTK_POPOVER (child));
        check_calm (at, child);
        gtk_popover_popdown (GTK_POPOVER (child));
        n_cards++;
      }
    else
      check_cards_below (at, child);
}

static void
check_cards (gconstpointer page)
{
  turn_to (GTK_WIDGET (window), page);
  n_cards = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (few); i++)
    {
      resize (&few[i]);
      wait_for_window ();
      check_cards_below (&few[i], GTK_WIDGET (window));
    }
  g_assert_cmpint (n_cards, >, 0);
  turn_to (GTK_WIDGET (window), "leg");
}

static GtkWidget *
other_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) one = g_list_model_get_item (windows, i);

      if (one != GTK_WIDGET (window) && gtk_widget_get_mapped (one))
        return one;
    }
  return NULL;
}

/* A window that an action opens. */
static void
check_window (gconstpointer action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (few); i++)
    {
      GtkWidget *other;

      resize (&few[i]);
      gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
      for (int k = 0; k < 100 && other_window () == NULL; k++)
        wait_s (0.1);
      other = other_window ();
      g_assert_nonnull (other);
      check_calm (&few[i], other);
      gtk_window_close (GTK_WINDOW (other));
      wait_s (0.2);
    }
}

static void
add_places (void)
{
  g_test_add_data_func ("/text fits/numbers", "numbers", check_page);
  g_test_add_data_func ("/text fits/tests", "tests", check_page);
  g_test_add_data_func ("/text fits/lessons", SH_MODE_LESSON, check_mode);
  g_test_add_data_func ("/text fits/exam room", SH_MODE_EXAM, check_mode);
  g_test_add_data_func ("/text fits/cards beside the curve", "leg", check_cards);
  g_test_add_data_func ("/text fits/cards of all numbers", "numbers", check_cards);
  g_test_add_func ("/text fits/two legs", check_comparison);
  g_test_add_data_func ("/text fits/preferences", "app.preferences", check_window);
  g_test_add_data_func ("/text fits/about", "app.about", check_window);
  g_test_add_data_func ("/text fits/shortcuts", "win.show-help-overlay", check_window);
}

int
main (int argc, char **argv)
{
  ShApplicationOptions options = { 0 };
  int status;

  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (SH_GETTEXT_DOMAIN, g_getenv ("SH_TEST_LOCALE_DIR"));
  bind_textdomain_codeset (SH_GETTEXT_DOMAIN, "UTF-8");
  application = GTK_APPLICATION (sh_application_new (&options));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_activate (G_APPLICATION (application));
  window = SH_WINDOW (gtk_application_get_active_window (application));
  /* Everything is open, on a bicycle with leaking valves, and stands still. */
  g_object_set (sh_window_get_session (window), "leak-deep", TRUE, "leak-superficial", TRUE, "stop",
                9, "playing", FALSE, NULL);
  unfold (GTK_WIDGET (window));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/text fits/%d×%d text %.1f", cases[i].width,
                                               cases[i].height, cases[i].text_size);

      g_test_add_data_func (name, &cases[i], check_case);
    }
  add_places ();
  status = g_test_run ();
  gtk_window_destroy (GTK_WINDOW (window));
  wait_s (0.1);
  g_object_unref (application);
  return status;
}
