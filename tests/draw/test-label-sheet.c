/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-draw.h"
#include "sh-labels.h"
#include "sh-vein-net.h"

#define MOST 40

static gboolean
overlap (const cairo_rectangle_t *a, const cairo_rectangle_t *b)
{
  return a->x < b->x + b->width - 0.5 && b->x < a->x + a->width - 0.5 &&
         a->y < b->y + b->height - 0.5 && b->y < a->y + a->height - 0.5;
}

/* Lays out around a leg of this place and checks that no text touches another or leaves the view.
 */
static int
check_sheet (ShLabelSheet *sheet, const ShLabelPlace *place, const ShVeinNet *net)
{
  const cairo_rectangle_t *rect = &place->rect;
  cairo_rectangle_t boxes[MOST];
  int n;

  sh_label_sheet_lay_out (sheet, place, net);
  n = sh_label_sheet_boxes (sheet, boxes, MOST);
  for (int i = 0; i < n; i++)
    {
      g_assert_cmpfloat (boxes[i].x, >=, rect->x - 0.5);
      g_assert_cmpfloat (boxes[i].y, >=, rect->y - 0.5);
      g_assert_cmpfloat (boxes[i].x + boxes[i].width, <=, rect->x + rect->width + 0.5);
      g_assert_cmpfloat (boxes[i].y + boxes[i].height, <=, rect->y + rect->height + 0.5);
      for (int k = 0; k < i; k++)
        g_assert_false (overlap (&boxes[i], &boxes[k]));
    }
  return n;
}

static void
place_leg (ShLabelPlace *place, double width, double height, double turn, gboolean mirrored)
{
  double k = turn == 0 ? height / 1590 : MIN (width / 1590, height / 800);

  place->rect = (cairo_rectangle_t){ 10, 0, width, height };
  place->turned = turn != 0;
  place->scale = 1;
  cairo_matrix_init_translate (&place->to_user, 10 + 0.5 * width, 0.5 * height);
  cairo_matrix_scale (&place->to_user, mirrored ? -k : k, k);
  cairo_matrix_rotate (&place->to_user, turn);
  cairo_matrix_translate (&place->to_user, -547, -800);
}

static void
for_all (ShLabels labels, int *shown)
{
  static const double sizes[][2] = { { 300, 360 },   { 790, 800 },   { 1190, 1080 },
                                     { 2380, 2160 }, { 1050, 1267 }, { 480, 360 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (ShArt) art = sh_art_load (&error);
  ShVeinNet *net = sh_vein_net_new (art, &error);
  ShLabelSheet *sheet = sh_label_sheet_new (art);

  g_assert_no_error (error);
  *shown = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (double text = 1; text <= 2; text += 0.5)
      for (int turn = 0; turn < 3; turn++)
        for (int mirrored = 0; mirrored < 2; mirrored++)
          {
            ShLabelPlace place = { .labels = labels,
                                   .text_scale = text,
                                   .side = mirrored ? SH_SIDE_LEFT : SH_SIDE_RIGHT };

            place_leg (&place, sizes[i][0], sizes[i][1], turn * 0.9, mirrored);
            *shown += check_sheet (sheet, &place, net);
          }
  sh_label_sheet_free (sheet);
  sh_vein_net_free (net);
}

static void
test_no_labels (void)
{
  int shown;

  for_all (SH_LABELS_NONE, &shown);
  g_assert_cmpint (shown, ==, 0);
}

static void
test_labels (void)
{
  int few, all;

  for_all (SH_LABELS_FEW, &few);
  for_all (SH_LABELS_ALL, &all);
  g_assert_cmpint (few, >, 100);
  g_assert_cmpint (all, >, few);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/labels/none are none", test_no_labels);
  g_test_add_func ("/labels/texts never touch and never leave the view", test_labels);
  return g_test_run ();
}
