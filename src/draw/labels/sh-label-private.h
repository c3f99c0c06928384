/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-labels.h"
#include "sh-text.h"

/* What the files of the label sheet share; nobody else includes this. */

/* Nothing stands nearer to the view's edge, in user units. */
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
  const char *full;   /* (nullable): with the older name, where all labels are shown */
  PlateSide side;
  double height_u; /* of the text, landmark table 7 */
  gboolean vein;
  ShLabels from; /* shown from this setting on */
  ShRigPart part;
  const char *line;     /* (nullable): the vein line that it names, */
  double low_u, high_u; /* between these heights */
  double slide_x_u;     /* else: how far the leader's end may leave the anchor */
  double slide_y_u;
} LabelInfo;

/** What carries a number; the key lists them in this order. */
typedef struct
{
  const char *anchor;
  const char *text;
  const char *full; /* (nullable): as for a label */
  ShLabels from;
} BadgeInfo;

/** A name that stands on a bone. */
typedef struct
{
  const char *anchor;
  const char *text;
  ShRigPart part;
  double width_u; /* what the bone offers */
} BoneInfo;

#define N_LABELS 16
#define N_BADGES 5
#define N_BONES 4
extern const LabelInfo sh_label_infos[N_LABELS];
extern const BadgeInfo sh_label_badges[N_BADGES];
extern const BoneInfo sh_label_bones[N_BONES];

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

/* What a label names, as a line on the resting plate: its leader ends where that is nearest. */
#define COURSE_MOST 48
typedef struct
{
  ShPoint rest[COURSE_MOST];
  int n;
} Course;

/* The poses in which leaders are checked. */
#define SH_LABEL_POSES 7

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
  int content;    /* badge, or N_BADGES + bone */
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
  Course courses[N_LABELS];
  double title_width;
  double legend_size;      /* of its letters, beside a leg that stands */
  RowLabel rows[N_LABELS]; /* of a leg that lies */
  int n_rows;
  cairo_rectangle_t blocks[3]; /* title; of a leg that lies: legend, key; none when empty */
  Sprite sprites[N_BADGES + N_BONES];
  int n_sprites;
};

/** The palette of the sheet. */
const ShTheme *sh_label_theme_of (const ShLabelSheet *sheet);
/** A text of the tables in the reader's language. */
const char *sh_label_translated (const char *text);
/** How high the key to the numbers is when it may take @width. */
double sh_label_key_height (const ShLabelSheet *sheet, cairo_t *cr, double width);
/** The place of the resting plate that the circle "label.<name>" marks. */
ShPoint sh_label_anchor_of (const ShLabelSheet *sheet, const char *name);
/** How far down the title reaches, with letters as @cr measures them. */
double sh_label_title_bottom (const ShLabelSheet *sheet, cairo_t *cr);
/** The letters of a text in @column. */
ShTextStyle sh_label_label_style (const ShLabelSheet *sheet, int index, const Column *column);
/** The text of a label or badge in the reader's language, with the older name where all labels are
 * shown. @full: (nullable) */
const char *sh_label_words (const ShLabelSheet *sheet, const char *text, const char *full);

/* Leaders, sh-label-leader.c. */

/** One of the poses that leaders must be right in, with how far the leg travels in user units. */
void sh_label_pose (const ShLabelSheet *sheet, int index, ShRig *rig, ShPoint *travel);
/** Reads what the labels name from the veins and the anchors. */
void sh_label_take_courses (ShLabelSheet *sheet, const ShVeinNet *net);
/** The three points of a label's leader in user units, in the pose of @rig (nullable: at rest). */
void sh_label_leader_points (const ShLabelSheet *sheet,
                             const Column *column,
                             const Item *item,
                             const ShRig *rig,
                             double dx,
                             double dy,
                             ShPoint points[3]);
/** Whether the leader of label @index runs over a vein that it does not name. @rig: (nullable) */
gboolean sh_label_leader_crosses (const ShLabelSheet *sheet,
                                  const ShVeinNet *net,
                                  int index,
                                  const ShRig *rig,
                                  ShPoint travel,
                                  const ShPoint points[3]);
/** Whether two leaders cross each other. */
gboolean sh_label_leaders_meet (const ShPoint a[3], const ShPoint b[3]);
/** The leader of a text above or below a leg that lies, straight up or down. */
void sh_label_row_leader (const ShLabelSheet *sheet,
                          const RowLabel *row,
                          const ShRig *rig,
                          double dx,
                          double dy,
                          ShPoint points[3]);
/** Finds places in two columns beside a leg that stands. */
void sh_label_lay_out_columns (ShLabelSheet *sheet, const ShVeinNet *net, cairo_t *cr);
/** Finds places above and below a leg that lies. */
void sh_label_lay_out_rows (ShLabelSheet *sheet, const ShVeinNet *net, cairo_t *cr);
