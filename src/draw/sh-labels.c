/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-labels.h"

#include <math.h>
#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-legend.h"
#include "sh-text.h"

/* Texts on the left end, those on the right begin on one line each (landmark table 7), left of
 * where a heel raise carries the thigh. */
#define LEFT_COLUMN 300.0
#define RIGHT_COLUMN 905.0
/* A leader runs level out of its text for this long before it bends, in plate units. */
#define LEVEL_RUN 22.0
#define MARGIN 10.0

typedef enum
{
  SIDE_LEFT, /* of the plate; a left leg mirrors it */
  SIDE_RIGHT
} PlateSide;

typedef struct
{
  const char *anchor; /* the SVG's circle "label.<anchor>" */
  const char *text;   /* marked in context "label" */
  PlateSide side;
  double height_u; /* of the text, landmark table 7 */
  gboolean vein;
  ShLabels from; /* shown from this setting on */
  ShRigPart part;
} LabelInfo;

static const LabelInfo infos[] = {
  { "quadriceps", NC_ ("label", "Quadriceps"), SIDE_LEFT, 137, FALSE, SH_LABELS_ALL, SH_RIG_SHANK },
  { "great-saphenous-thigh", NC_ ("label", "Great saphenous vein"), SIDE_LEFT, 127.5, TRUE,
    SH_LABELS_FEW, SH_RIG_VEIN },
  { "patella", NC_ ("label", "Kneecap"), SIDE_LEFT, 109, FALSE, SH_LABELS_ALL, SH_RIG_SHANK },
  { "patellar-ligament", NC_ ("label", "Patellar ligament"), SIDE_LEFT, 99.5, FALSE, SH_LABELS_ALL,
    SH_RIG_SHANK },
  { "tibialis-anterior", NC_ ("label", "Tibialis anterior"), SIDE_LEFT, 76, FALSE, SH_LABELS_ALL,
    SH_RIG_SHANK },
  { "great-saphenous-calf", NC_ ("label", "Great saphenous vein"), SIDE_LEFT, 57, TRUE,
    SH_LABELS_ALL, SH_RIG_VEIN },
  { "skin-fat-fascia", NC_ ("label", "Skin, fat, deep fascia"), SIDE_LEFT, 45, FALSE, SH_LABELS_ALL,
    SH_RIG_SKIN },
  { "tibialis-anterior-tendon", NC_ ("label", "Tendon of tibialis anterior"), SIDE_LEFT, 31, FALSE,
    SH_LABELS_ALL, SH_RIG_TENDON },
  { "femoral", NC_ ("label", "Femoral vein"), SIDE_RIGHT, 143.5, TRUE, SH_LABELS_FEW, SH_RIG_VEIN },
  { "hamstrings", NC_ ("label", "Hamstrings"), SIDE_RIGHT, 131.5, FALSE, SH_LABELS_ALL,
    SH_RIG_SHANK },
  { "popliteal", NC_ ("label", "Popliteal vein"), SIDE_RIGHT, 113, TRUE, SH_LABELS_FEW,
    SH_RIG_VEIN },
  { "fascia", NC_ ("label", "Deep fascia"), SIDE_RIGHT, 97, FALSE, SH_LABELS_ALL, SH_RIG_SKIN },
  { "small-saphenous", NC_ ("label", "Small saphenous vein"), SIDE_RIGHT, 75, TRUE, SH_LABELS_FEW,
    SH_RIG_VEIN },
  { "fat-skin", NC_ ("label", "Fat and skin"), SIDE_RIGHT, 60, FALSE, SH_LABELS_ALL, SH_RIG_SKIN },
  { "posterior-tibial", NC_ ("label", "Posterior tibial veins"), SIDE_RIGHT, 21.5, TRUE,
    SH_LABELS_FEW, SH_RIG_VEIN },
  { "achilles", NC_ ("label", "Achilles tendon"), SIDE_RIGHT, 12, FALSE, SH_LABELS_ALL,
    SH_RIG_TENDON },
};
#define N_LABELS ((int) G_N_ELEMENTS (infos))

/* What carries a number, in the order of the key. */
static const struct
{
  const char *anchor;
  const char *text;
  ShLabels from;
} badges[] = {
  { "gastrocnemius", NC_ ("label", "Calf muscle (gastrocnemius)"), SH_LABELS_FEW },
  { "soleus", NC_ ("label", "Soleus with its sinuses"), SH_LABELS_FEW },
  { "perforator-high", NC_ ("label", "Perforator, high"), SH_LABELS_ALL },
  { "perforator-middle", NC_ ("label", "Perforator, middle"), SH_LABELS_ALL },
  { "perforator-low", NC_ ("label", "Perforator, low"), SH_LABELS_ALL },
};
#define N_BADGES ((int) G_N_ELEMENTS (badges))
/* Heights of key and legend on the plate, where the leg leaves room beside it. */
#define KEY_HEIGHT_U 47.0
#define LEGEND_HEIGHT_U 25.0

/* The names that stand on bones. */
static const struct
{
  const char *anchor;
  const char *text;
  ShRigPart part;
} bones[] = {
  { "femur", NC_ ("label", "Femur"), SH_RIG_SHANK },
  { "tibia", NC_ ("label", "Tibia"), SH_RIG_SHANK },
  { "talus", NC_ ("label", "Talus"), SH_RIG_FOOT },
  { "calcaneus", NC_ ("label", "Heel bone"), SH_RIG_FOOT },
};
#define N_BONES ((int) G_N_ELEMENTS (bones))

typedef enum
{
  ITEM_LABEL,
  ITEM_KEY,
  ITEM_LEGEND
} ItemKind;

/* A text block in a column. */
typedef struct
{
  ItemKind kind;
  int index;  /* of a label */
  double top; /* in user units */
  double height;
  double wanted; /* the middle it would like to have */
  gboolean shown;
} Item;

#define ITEMS_MOST (N_LABELS + 2)

/* One of the two columns, as it stands on the screen. */
typedef struct
{
  double edge;  /* where texts begin or end */
  double width; /* what a text may take */
  double align; /* 1: texts end at the edge, 0: they begin there */
  double top, bottom;
  Item items[ITEMS_MOST];
  int n_items;
} Column;

/* A small picture that moves with the leg. */
typedef struct
{
  ShPoint anchor; /* on the resting plate */
  ShRigPart part;
  cairo_surface_t *picture;
  double half_width, half_height; /* user units */
} Sprite;

/* A text above or below a leg that lies. */
typedef struct
{
  int index;
  cairo_rectangle_t box;
  gboolean above;
} RowLabel;

struct _ShLabelSheet
{
  ShArt *art;
  ShLabelPlace place;
  double size;
  Column columns[2]; /* by PlateSide */
  double title_width;
  RowLabel rows[N_LABELS]; /* of a leg that lies */
  int n_rows;
  cairo_rectangle_t blocks[3]; /* title; of a leg that lies: legend, key; none when empty */
  Sprite sprites[N_BADGES + N_BONES];
  int n_sprites;
};

ShLabelSheet *
sh_label_sheet_new (ShArt *art)
{
  ShLabelSheet *sheet = g_new0 (ShLabelSheet, 1);

  sheet->art = sh_art_ref (art);
  return sheet;
}

static void
clear_sprites (ShLabelSheet *sheet)
{
  for (int i = 0; i < sheet->n_sprites; i++)
    g_clear_pointer (&sheet->sprites[i].picture, cairo_surface_destroy);
  sheet->n_sprites = 0;
}

void
sh_label_sheet_free (ShLabelSheet *sheet)
{
  clear_sprites (sheet);
  sh_art_unref (sheet->art);
  g_free (sheet);
}

double
sh_label_size (double width, double height, double text_scale)
{
  /* Art guide 9: 17 of 1600, on screen never below 12. */
  return MAX (12.0, 0.0118 * MIN (height, 1.25 * width)) * text_scale;
}

static const ShTheme *
theme_of (const ShLabelSheet *sheet)
{
  return sh_theme (sheet->place.theme);
}

static const char *
translated (const char *text)
{
  return g_dpgettext2 (SH_GETTEXT_DOMAIN, "label", text);
}

static ShTextStyle
label_style (const ShLabelSheet *sheet, int index, const Column *column)
{
  const ShTheme *theme = theme_of (sheet);

  return (ShTextStyle){ .size = sheet->size,
                        .align = column->align,
                        .bold = infos[index].vein,
                        .width = column->width,
                        .color = infos[index].vein ? theme->vein_text : theme->text };
}

static double
key_height (const ShLabelSheet *sheet)
{
  int lines = sheet->place.labels == SH_LABELS_ALL ? N_BADGES : 2;

  return lines * 1.5 * sheet->size;
}

static double
plate_to_user_y (const ShLabelSheet *sheet, double height_u)
{
  double x = 655, y = 1535 - 10 * height_u;

  cairo_matrix_transform_point (&sheet->place.to_user, &x, &y);
  return y;
}

static void
add_item (Column *column, ItemKind kind, int index, double wanted, double height)
{
  column->items[column->n_items++] =
      (Item){ .kind = kind, .index = index, .wanted = wanted, .height = height, .shown = TRUE };
}

static void
collect_labels (ShLabelSheet *sheet, PlateSide side, cairo_t *cr)
{
  Column *column = &sheet->columns[side];

  for (int i = 0; i < N_LABELS; i++)
    {
      ShTextStyle style = label_style (sheet, i, column);
      double width, height;

      if (infos[i].side != side || sheet->place.labels < infos[i].from)
        continue;
      sh_text_measure (cr, translated (infos[i].text), &style, &width, &height);
      if (width <= column->width)
        add_item (column, ITEM_LABEL, i, plate_to_user_y (sheet, infos[i].height_u), height);
    }
}

static int
compare_items (const void *a, const void *b)
{
  double x = ((const Item *) a)->wanted, y = ((const Item *) b)->wanted;

  return x < y ? -1 : x > y;
}

static double
gap_between (const ShLabelSheet *sheet)
{
  return 0.45 * sheet->size;
}

/* Pushes the items apart: first downward from the top, then upward from the bottom. Takes the least
 * important one out when they do not fit. */
static gboolean
spread (ShLabelSheet *sheet, Column *column)
{
  double gap = gap_between (sheet);
  double limit = column->top;

  for (int i = 0; i < column->n_items; i++)
    {
      Item *item = &column->items[i];

      item->top = MAX (item->wanted - 0.5 * item->height, limit);
      limit = item->top + item->height + gap;
    }
  limit = column->bottom;
  for (int i = column->n_items - 1; i >= 0; i--)
    {
      Item *item = &column->items[i];

      item->top = MIN (item->top, limit - item->height);
      limit = item->top - gap;
    }
  return column->n_items == 0 || column->items[0].top >= column->top - 0.5;
}

/* Veins are more important than what lies around them, and the legend comes first of all. */
static int
importance (const Item *item)
{
  return item->kind == ITEM_LEGEND ? 3 : item->kind == ITEM_KEY ? 2 : infos[item->index].vein;
}

static void
remove_item (Column *column, int index)
{
  for (int i = index; i + 1 < column->n_items; i++)
    column->items[i] = column->items[i + 1];
  column->n_items--;
}

static void
remove_least (Column *column)
{
  int least = column->n_items - 1;

  for (int i = column->n_items - 1; i >= 0; i--)
    if (importance (&column->items[i]) < importance (&column->items[least]))
      least = i;
  remove_item (column, least);
}

static ShPoint
anchor_of (const ShLabelSheet *sheet, const char *name)
{
  g_autofree char *id = g_strdup_printf ("label.%s", name);
  ShPoint place = { 0, 0 };

  sh_art_place (sheet->art, id, &place);
  return place;
}

/* The three points of a label's leader in user units, in the pose of @rig. */
static void
leader_points (const ShLabelSheet *sheet,
               const Column *column,
               const Item *item,
               const ShRig *rig,
               double dx,
               double dy,
               ShPoint points[3])
{
  const LabelInfo *info = &infos[item->index];
  ShPoint end = anchor_of (sheet, info->anchor);
  double away = column->align > 0.5 ? 1 : -1;
  double run = LEVEL_RUN * hypot (sheet->place.to_user.xx, sheet->place.to_user.yx);

  if (rig != NULL)
    end = sh_rig_map (rig, end, info->part);
  cairo_matrix_transform_point (&sheet->place.to_user, &end.x, &end.y);
  points[0] = (ShPoint){ column->edge + away * 0.5 * sheet->size,
                         item->top + MIN (0.5 * item->height, 0.68 * sheet->size) };
  points[1] = (ShPoint){ points[0].x + away * run, points[0].y };
  points[2] = (ShPoint){ end.x + dx, end.y + dy };
}

/* Whether the leader runs over a vein before it reaches its end. */
static gboolean
leader_crosses (const ShLabelSheet *sheet, const ShVeinNet *net, const ShPoint points[3])
{
  const double k = hypot (sheet->place.to_user.xx, sheet->place.to_user.yx);
  const int steps = 60;

  for (int s = 0; s < steps - 3; s++)
    for (int l = 0; l < net->n_lines; l++)
      for (int i = 0; !net->lines[l].twig && i < net->lines[l].n; i++)
        {
          double t = (double) s / steps;
          double x = net->lines[l].rest[i].x, y = net->lines[l].rest[i].y;

          cairo_matrix_transform_point (&sheet->place.to_user, &x, &y);
          x -= points[1].x + t * (points[2].x - points[1].x);
          y -= points[1].y + t * (points[2].y - points[1].y);
          if (hypot (x, y) < 0.4 * k * net->lines[l].width[i] &&
              t * hypot (points[2].x - points[1].x, points[2].y - points[1].y) + 6 * k <
                  hypot (points[2].x - points[1].x, points[2].y - points[1].y))
            return TRUE;
        }
  return FALSE;
}

static void
drop_crossing (ShLabelSheet *sheet, Column *column, const ShVeinNet *net)
{
  for (int i = column->n_items - 1; i >= 0; i--)
    {
      ShPoint points[3];

      if (column->items[i].kind != ITEM_LABEL)
        continue;
      leader_points (sheet, column, &column->items[i], NULL, 0, 0, points);
      if (leader_crosses (sheet, net, points))
        remove_item (column, i);
    }
}

static void
arrange (ShLabelSheet *sheet, Column *column, const ShVeinNet *net)
{
  qsort (column->items, (size_t) column->n_items, sizeof (Item), compare_items);
  while (!spread (sheet, column) && column->n_items > 0)
    remove_least (column);
  drop_crossing (sheet, column, net);
}

/* Where the columns' edges lie on the screen. A mirrored plate has its left side at the right. */
static void
set_columns (ShLabelSheet *sheet)
{
  const cairo_rectangle_t *rect = &sheet->place.rect;

  for (int side = 0; side < 2; side++)
    {
      Column *column = &sheet->columns[side];
      double x = side == SIDE_LEFT ? LEFT_COLUMN : RIGHT_COLUMN, y = 0;

      *column = (Column){ .top = rect->y + MARGIN, .bottom = rect->y + rect->height - MARGIN };
      cairo_matrix_transform_point (&sheet->place.to_user, &x, &y);
      column->align = (side == SIDE_LEFT) == (sheet->place.to_user.xx > 0) ? 1 : 0;
      column->edge = x;
      column->width = (column->align > 0.5 ? x - rect->x : rect->x + rect->width - x) - MARGIN;
    }
}

/* Title and subtitle, at the upper left of the view whatever the leg's side. */
static void
title_styles (const ShLabelSheet *sheet, ShTextStyle *title, ShTextStyle *note)
{
  const ShTheme *theme = theme_of (sheet);

  *title = (ShTextStyle){ .size = 1.55 * sheet->size,
                          .width = sheet->title_width,
                          .color = theme->text };
  *note = (ShTextStyle){ .size = 0.88 * sheet->size,
                         .width = sheet->title_width,
                         .color = theme->text_quiet };
}

static const char *
title_text (void)
{
  return C_ ("stage title", "The calf muscle pump");
}

static const char *
note_text (const ShLabelSheet *sheet)
{
  return sheet->place.side == SH_SIDE_LEFT
             ? C_ ("stage",
                   "Left leg from the inner side, cut open lengthwise. Veins are drawn 2.5 times "
                   "as wide as in life, swelling 4 times as large.")
             : C_ ("stage",
                   "Right leg from the inner side, cut open lengthwise. Veins are drawn 2.5 times "
                   "as wide as in life, swelling 4 times as large.");
}

/* How far down the title reaches. */
static double
title_bottom (const ShLabelSheet *sheet, cairo_t *cr)
{
  const char *note = note_text (sheet);
  ShTextStyle title_style, note_style;
  double title_height, note_height;

  title_styles (sheet, &title_style, &note_style);
  sh_text_measure (cr, title_text (), &title_style, NULL, &title_height);
  sh_text_measure (cr, note, &note_style, NULL, &note_height);
  return sheet->place.rect.y + 1.6 * MARGIN + title_height + note_height;
}

static Column *
column_on_screen (ShLabelSheet *sheet, gboolean left)
{
  gboolean mirrored = sheet->place.to_user.xx < 0;

  return &sheet->columns[left != mirrored ? SIDE_LEFT : SIDE_RIGHT];
}

/* Prepares a small picture of a badge or a bone's name. */
static void
add_sprite (
    ShLabelSheet *sheet, const char *anchor, ShRigPart part, double half_width, double half_height)
{
  Sprite *sprite = &sheet->sprites[sheet->n_sprites++];

  *sprite = (Sprite){ .anchor = anchor_of (sheet, anchor),
                      .part = part,
                      .half_width = half_width,
                      .half_height = half_height };
}

static void
draw_badge (const ShLabelSheet *sheet, cairo_t *cr, double x, double y, int number)
{
  const ShTheme *theme = theme_of (sheet);
  g_autofree char *text = g_strdup_printf ("%d", number);
  ShTextStyle style = {
    .size = 0.85 * sheet->size, .align = 0.5, .bold = TRUE, .color = theme->text
  };

  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, 0.62 * sheet->size, 0, 2 * G_PI);
  sh_set_color (cr, theme->paper, 0.96);
  cairo_fill_preserve (cr);
  sh_set_color (cr, theme->text, 0.8);
  cairo_set_line_width (cr, 1.1);
  cairo_stroke (cr);
  sh_text_draw (cr, text, x, y + 0.31 * sheet->size, &style);
}

static void
draw_bone_name (const ShLabelSheet *sheet, cairo_t *cr, double x, double y, int bone)
{
  const ShTheme *theme = theme_of (sheet);
  ShTextStyle style = { .size = 0.85 * sheet->size,
                        .align = 0.5,
                        .spacing = 0.08 * sheet->size,
                        .halo = TRUE,
                        .color = theme->bone_edge,
                        .halo_color = theme->bone };

  sh_text_draw (cr, translated (bones[bone].text), x, y + 0.3 * sheet->size, &style);
}

static void
draw_sprite_content (const ShLabelSheet *sheet, cairo_t *cr, double x, double y, int index)
{
  int n_badges = sheet->place.labels == SH_LABELS_ALL ? N_BADGES : 2;

  if (index < n_badges)
    draw_badge (sheet, cr, x, y, index + 1);
  else
    draw_bone_name (sheet, cr, x, y, index - n_badges);
}

static void
paint_sprites (ShLabelSheet *sheet)
{
  const double scale = sheet->place.scale;

  for (int i = 0; i < sheet->n_sprites; i++)
    {
      Sprite *sprite = &sheet->sprites[i];
      cairo_t *cr;

      sprite->picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                    (int) ceil (2 * sprite->half_width * scale),
                                                    (int) ceil (2 * sprite->half_height * scale));
      cairo_surface_set_device_scale (sprite->picture, scale, scale);
      cr = cairo_create (sprite->picture);
      draw_sprite_content (sheet, cr, sprite->half_width, sprite->half_height, i);
      cairo_destroy (cr);
    }
}

static void
make_sprites (ShLabelSheet *sheet, cairo_t *cr)
{
  const gboolean all = sheet->place.labels == SH_LABELS_ALL;
  double width;

  clear_sprites (sheet);
  for (int i = 0; i < N_BADGES; i++)
    if (sheet->place.labels >= badges[i].from)
      add_sprite (sheet, badges[i].anchor, SH_RIG_VEIN, 0.8 * sheet->size, 0.8 * sheet->size);
  for (int i = 0; all && !sheet->place.turned && i < N_BONES; i++)
    {
      ShTextStyle style = { .size = 0.85 * sheet->size, .spacing = 0.08 * sheet->size };

      sh_text_measure (cr, translated (bones[i].text), &style, &width, NULL);
      add_sprite (sheet, bones[i].anchor, bones[i].part, 0.5 * width + sheet->size,
                  0.8 * sheet->size);
    }
  if (!sheet->place.vector)
    paint_sprites (sheet);
}

static void
lay_out_columns (ShLabelSheet *sheet, const ShVeinNet *net, cairo_t *cr)
{
  Column *left, *right;

  set_columns (sheet);
  left = column_on_screen (sheet, TRUE);
  right = column_on_screen (sheet, FALSE);
  sheet->title_width = left->width - MARGIN;
  if (sheet->title_width < 9 * sheet->size)
    return;
  left->top = title_bottom (sheet, cr) + sheet->size;
  sheet->blocks[0] =
      (cairo_rectangle_t){ sheet->place.rect.x + MARGIN, sheet->place.rect.y, sheet->title_width,
                           left->top - sheet->size - sheet->place.rect.y };
  for (int side = 0; side < 2; side++)
    collect_labels (sheet, (PlateSide) side, cr);
  add_item (left, ITEM_LEGEND, 0, plate_to_user_y (sheet, LEGEND_HEIGHT_U),
            sh_legend_height (cr, sheet->size, left->width - MARGIN));
  if (right->width > 9 * sheet->size)
    add_item (right, ITEM_KEY, 0, plate_to_user_y (sheet, KEY_HEIGHT_U), key_height (sheet));
  arrange (sheet, left, net);
  arrange (sheet, right, net);
}

static gboolean
overlap (const cairo_rectangle_t *a, const cairo_rectangle_t *b, double gap)
{
  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap &&
         a->y < b->y + b->height + 0.3 * gap && b->y < a->y + a->height + 0.3 * gap;
}

/* How far up (or down) the skin of the resting leg reaches between @from and @to. */
static double
skin_edge (const ShLabelSheet *sheet, double from, double to, gboolean above)
{
  const ShCurve *skin = sh_art_curve (sheet->art, "silhouette");
  double edge = above ? G_MAXDOUBLE : -G_MAXDOUBLE;

  for (int i = 0; i < skin->n; i++)
    {
      double x = skin->point[i].x, y = skin->point[i].y;

      cairo_matrix_transform_point (&sheet->place.to_user, &x, &y);
      if (x >= from && x <= to)
        edge = above ? MIN (edge, y) : MAX (edge, y);
    }
  return edge;
}

/* The leader of a text above or below the leg, straight up or down. */
static void
row_leader (const ShLabelSheet *sheet,
            const RowLabel *row,
            const ShRig *rig,
            double dx,
            double dy,
            ShPoint points[3])
{
  const LabelInfo *info = &infos[row->index];
  ShPoint end = anchor_of (sheet, info->anchor);
  double margin = 0.5 * sheet->size;

  if (rig != NULL)
    end = sh_rig_map (rig, end, info->part);
  cairo_matrix_transform_point (&sheet->place.to_user, &end.x, &end.y);
  points[2] = (ShPoint){ end.x + dx, end.y + dy };
  points[0].x = CLAMP (points[2].x, row->box.x + margin, row->box.x + row->box.width - margin);
  points[0].y = row->above ? row->box.y + row->box.height : row->box.y;
  points[1] = points[0];
}

/* Whether an upright leader runs through a text. */
static gboolean
leader_hits (const ShPoint points[3], const cairo_rectangle_t *box)
{
  return points[0].x > box->x - 4 && points[0].x < box->x + box->width + 4 &&
         MIN (points[0].y, points[2].y) < box->y + box->height &&
         MAX (points[0].y, points[2].y) > box->y;
}

static gboolean
row_is_free (const ShLabelSheet *sheet, const RowLabel *row)
{
  const cairo_rectangle_t *rect = &sheet->place.rect;
  const cairo_rectangle_t *box = &row->box;
  ShPoint own[3], other[3];

  if (box->y < rect->y + MARGIN || box->y + box->height > rect->y + rect->height - MARGIN)
    return FALSE;
  row_leader (sheet, row, NULL, 0, 0, own);
  for (gsize i = 0; i < G_N_ELEMENTS (sheet->blocks); i++)
    if (sheet->blocks[i].width > 0 && overlap (box, &sheet->blocks[i], sheet->size))
      return FALSE;
  for (int i = 0; i < sheet->n_rows; i++)
    {
      row_leader (sheet, &sheet->rows[i], NULL, 0, 0, other);
      if (overlap (box, &sheet->rows[i].box, sheet->size) ||
          leader_hits (own, &sheet->rows[i].box) || leader_hits (other, box))
        return FALSE;
    }
  return TRUE;
}

/* Finds a free row above or below the leg for one text, as near to it as can be. */
static void
place_row (ShLabelSheet *sheet, int index, const ShVeinNet *net, cairo_t *cr)
{
  const cairo_rectangle_t *rect = &sheet->place.rect;
  ShTextStyle style = { .size = sheet->size, .bold = infos[index].vein };
  RowLabel row = { .index = index, .above = infos[index].side == SIDE_LEFT };
  ShPoint anchor = anchor_of (sheet, infos[index].anchor);
  ShPoint points[3];
  double edge;

  sh_text_measure (cr, translated (infos[index].text), &style, &row.box.width, &row.box.height);
  cairo_matrix_transform_point (&sheet->place.to_user, &anchor.x, &anchor.y);
  row.box.x = CLAMP (anchor.x - 0.5 * row.box.width, rect->x + MARGIN,
                     MAX (rect->x + MARGIN, rect->x + rect->width - MARGIN - row.box.width));
  edge = skin_edge (sheet, row.box.x - 20, row.box.x + row.box.width + 20, row.above);
  for (int line = 0; line < 6; line++)
    {
      double away = (1.2 + 1.6 * line) * sheet->size;

      row.box.y = row.above ? edge - away - row.box.height : edge + away;
      row_leader (sheet, &row, NULL, 0, 0, points);
      if (!row_is_free (sheet, &row) || leader_crosses (sheet, net, points))
        continue;
      sheet->rows[sheet->n_rows++] = row;
      return;
    }
}

/* Title at the upper left, legend and key below, texts in rows above and below a leg that lies. */
static void
lay_out_rows (ShLabelSheet *sheet, const ShVeinNet *net, cairo_t *cr)
{
  const cairo_rectangle_t *rect = &sheet->place.rect;
  double half = 0.5 * rect->width - 2 * MARGIN;
  double height;

  if (rect->width < 36 * sheet->size)
    return;
  sheet->title_width = MIN (0.8 * rect->width, 40 * sheet->size);
  sheet->blocks[0] = (cairo_rectangle_t){ rect->x + MARGIN, rect->y, sheet->title_width,
                                          title_bottom (sheet, cr) - rect->y };
  height = sh_legend_height (cr, sheet->size, half);
  sheet->blocks[1] = (cairo_rectangle_t){ rect->x + MARGIN,
                                          rect->y + rect->height - height - MARGIN, half, height };
  height = key_height (sheet);
  sheet->blocks[2] = (cairo_rectangle_t){ rect->x + 0.5 * rect->width + MARGIN,
                                          rect->y + rect->height - height - MARGIN, half, height };
  for (int pass = 0; pass < 2; pass++)
    for (int i = 0; i < N_LABELS; i++)
      if (infos[i].vein == (pass == 0) &&
          sheet->place.labels >= infos[i].from
          /* The toes of a lying leg move where this text would stand. */
          && infos[i].part != SH_RIG_TENDON)
        place_row (sheet, i, net, cr);
}

void
sh_label_sheet_lay_out (ShLabelSheet *sheet, const ShLabelPlace *place, const ShVeinNet *net)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);

  sheet->place = *place;
  sheet->size = sh_label_size (place->rect.width, place->rect.height, place->text_scale);
  sheet->title_width = 0;
  sheet->columns[0].n_items = sheet->columns[1].n_items = 0;
  sheet->n_rows = 0;
  memset (sheet->blocks, 0, sizeof sheet->blocks);
  clear_sprites (sheet);
  if (place->labels != SH_LABELS_NONE)
    {
      if (place->turned)
        lay_out_rows (sheet, net, cr);
      else
        lay_out_columns (sheet, net, cr);
      make_sprites (sheet, cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* @edge: where the key begins (@align 0) or ends (1). */
static void
draw_key (const ShLabelSheet *sheet, cairo_t *cr, double edge, double align, double top)
{
  ShTextStyle style = { .size = sheet->size, .align = align, .color = theme_of (sheet)->text };
  double toward = align > 0.5 ? -1 : 1;
  int line = 0;

  for (int i = 0; i < N_BADGES; i++)
    {
      double y = top + (line + 0.7) * 1.5 * sheet->size;

      if (sheet->place.labels < badges[i].from)
        continue;
      draw_badge (sheet, cr, edge + toward * 0.6 * sheet->size, y, i + 1);
      sh_text_draw (cr, translated (badges[i].text), edge + toward * 1.7 * sheet->size,
                    y + 0.35 * sheet->size, &style);
      line++;
    }
}

static void
draw_rows (const ShLabelSheet *sheet, cairo_t *cr)
{
  const ShTheme *theme = theme_of (sheet);
  const cairo_rectangle_t *legend = &sheet->blocks[1], *key = &sheet->blocks[2];

  if (legend->width <= 0)
    return;
  sh_legend_draw (cr, sheet->place.theme, legend->x, legend->y, sheet->size, legend->width);
  draw_key (sheet, cr, key->x, 0, key->y);
  for (int i = 0; i < sheet->n_rows; i++)
    {
      const RowLabel *row = &sheet->rows[i];
      const LabelInfo *info = &infos[row->index];
      ShTextStyle style = { .size = sheet->size,
                            .bold = info->vein,
                            .color = info->vein ? theme->vein_text : theme->text };

      sh_text_draw (cr, translated (info->text), row->box.x, row->box.y + sheet->size, &style);
    }
}

static void
draw_item (const ShLabelSheet *sheet, cairo_t *cr, const Column *column, const Item *item)
{
  if (item->kind == ITEM_KEY)
    draw_key (sheet, cr, column->edge, column->align, item->top);
  else if (item->kind == ITEM_LEGEND)
    sh_legend_draw (cr, sheet->place.theme, sheet->place.rect.x + MARGIN, item->top, sheet->size,
                    column->width - MARGIN);
  else
    {
      ShTextStyle style = label_style (sheet, item->index, column);

      sh_text_draw (cr, translated (infos[item->index].text), column->edge, item->top + sheet->size,
                    &style);
    }
}

static void
draw_title (const ShLabelSheet *sheet, cairo_t *cr)
{
  const char *note = note_text (sheet);
  ShTextStyle title_style, note_style;
  double x = sheet->place.rect.x + MARGIN;
  double y = sheet->place.rect.y + 1.6 * MARGIN;
  double height;

  title_styles (sheet, &title_style, &note_style);
  sh_text_measure (cr, title_text (), &title_style, NULL, &height);
  sh_text_draw (cr, title_text (), x, y + title_style.size, &title_style);
  sh_text_draw (cr, note, x, y + height + note_style.size, &note_style);
}

void
sh_label_sheet_draw_texts (ShLabelSheet *sheet, cairo_t *cr)
{
  if (sheet->place.labels == SH_LABELS_NONE)
    return;
  if (sheet->title_width > 9 * sheet->size)
    draw_title (sheet, cr);
  draw_rows (sheet, cr);
  for (int side = 0; side < 2; side++)
    for (int i = 0; i < sheet->columns[side].n_items; i++)
      draw_item (sheet, cr, &sheet->columns[side], &sheet->columns[side].items[i]);
}

static void
leader_path (cairo_t *cr, const ShPoint points[3], gboolean dot)
{
  cairo_new_sub_path (cr);
  if (dot)
    cairo_arc (cr, points[2].x, points[2].y, 2.2, 0, 2 * G_PI);
  else
    for (int k = 0; k < 3; k++)
      cairo_line_to (cr, points[k].x, points[k].y);
}

static void
leaders_path (
    ShLabelSheet *sheet, cairo_t *cr, const ShRig *rig, double dx, double dy, gboolean dots)
{
  ShPoint points[3];

  for (int side = 0; side < 2; side++)
    for (int i = 0; i < sheet->columns[side].n_items; i++)
      {
        const Column *column = &sheet->columns[side];

        if (column->items[i].kind != ITEM_LABEL)
          continue;
        leader_points (sheet, column, &column->items[i], rig, dx, dy, points);
        leader_path (cr, points, dots);
      }
  for (int i = 0; i < sheet->n_rows; i++)
    {
      row_leader (sheet, &sheet->rows[i], rig, dx, dy, points);
      leader_path (cr, points, dots);
    }
}

void
sh_label_sheet_draw_leaders (
    ShLabelSheet *sheet, cairo_t *cr, const ShRig *rig, double dx, double dy)
{
  const ShTheme *theme = theme_of (sheet);

  if (sheet->place.labels == SH_LABELS_NONE)
    return;
  cairo_save (cr);
  leaders_path (sheet, cr, rig, dx, dy, FALSE);
  cairo_set_line_width (cr, 2.6);
  sh_set_color (cr, theme->paper, 0.75);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, 0.95);
  sh_set_color (cr, theme->text, 0.9);
  cairo_stroke (cr);
  leaders_path (sheet, cr, rig, dx, dy, TRUE);
  sh_set_color (cr, theme->text, 1);
  cairo_fill (cr);
  cairo_restore (cr);
}

void
sh_label_sheet_draw_badges (
    ShLabelSheet *sheet, cairo_t *cr, const ShRig *rig, double dx, double dy)
{
  const double scale = sheet->place.scale;

  for (int i = 0; i < sheet->n_sprites; i++)
    {
      const Sprite *sprite = &sheet->sprites[i];
      ShPoint at = sh_rig_map (rig, sprite->anchor, sprite->part);

      cairo_matrix_transform_point (&sheet->place.to_user, &at.x, &at.y);
      at.x += dx;
      at.y += dy;
      if (sprite->picture == NULL)
        {
          draw_sprite_content (sheet, cr, at.x, at.y, i);
          continue;
        }
      cairo_set_source_surface (cr, sprite->picture,
                                round ((at.x - sprite->half_width) * scale) / scale,
                                round ((at.y - sprite->half_height) * scale) / scale);
      cairo_paint (cr);
    }
}

int
sh_label_sheet_boxes (ShLabelSheet *sheet, cairo_rectangle_t *boxes, int most)
{
  int n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (sheet->blocks) && n < most; i++)
    if (sheet->blocks[i].width > 0)
      boxes[n++] = sheet->blocks[i];
  for (int i = 0; i < sheet->n_rows && n < most; i++)
    boxes[n++] = sheet->rows[i].box;
  for (int side = 0; side < 2; side++)
    for (int i = 0; i < sheet->columns[side].n_items && n < most; i++)
      {
        const Column *column = &sheet->columns[side];
        double x = column->align > 0.5 ? column->edge - column->width : column->edge;

        boxes[n++] =
            (cairo_rectangle_t){ x, column->items[i].top, column->width, column->items[i].height };
      }
  return n;
}
