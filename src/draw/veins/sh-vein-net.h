/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-art.h"
#include "sh-blood-look.h"
#include "sh-model.h"
#include "sh-rig.h"
#include "sh-theme.h"

/**
 * The veins of the lengthwise view as geometry: centre-lines that ride with the leg, the widths
 * that the model's volumes give them, and the valves that stand in them. No drawing here.
 *
 * A line is one continuous centre-line from the foot toward the heart. It may run through several
 * of the model's veins (segments): the deep trunk is posterior tibial, popliteal and femoral vein.
 * All in plate units.
 */

/** One stretch of a line that belongs to one vein of the model. */
typedef struct
{
  ShVein vein;           /* whose volume gives the width */
  ShValve flow;          /* a perforator's valve whose flow moves the cells, else SH_VALVE_NONE */
  int from;              /* index of the first point */
  int to;                /* index of the last point */
  double standing_ratio; /* the area ratio at which the vein has its width of the plate */
  double falling_s;      /* how long its blood has been going the wrong way */
  double velocity_cm_s;  /* now, + toward the heart */
  double arrow_cm_s;     /* what a perforator's arrow tells: its latest gush, fading */
  double gush_cm_s;      /* that gush as it was, */
  double gush_s;         /* at this time of the model */
  double area_ratio;     /* now */
  double narrowing;      /* part of the open area that an old clot took */
  gboolean closed;       /* treated */
  ShBloodLook look;      /* now */
} ShVeinSegment;

#define SH_LINE_SEGMENTS 4

/** One continuous centre-line, with everything a painter needs at each of its points. */
typedef struct
{
  const char *name;
  int n;
  ShPoint *rest;   /* the resting plate */
  ShPoint *at;     /* in the present pose */
  ShPoint *normal; /* in the present pose, to the right of the way to the heart */
  double *arc;     /* arc length at rest from the foot's end */
  double *width;   /* outer width of a round vein, drawn larger than life */
  double *bulge;   /* times this: the sinuses above the valves, the waists below */
  double *lumen;   /* half the inner width now */
  double *outer;   /* half the outer width now */
  guint8 *segment; /* which segment a point belongs to */
  double *blend;   /* 0…1 how much of the next segment is mixed in (0.5 at the border) */
  ShVeinSegment segments[SH_LINE_SEGMENTS];
  int n_segments;
  gboolean superficial;
  gboolean twig;     /* a small side branch: neither cells nor shading */
  double widest;     /* largest resting width */
  double lumen_part; /* inner width of the outer one */
} ShVeinLine;

/** A valve as drawn. */
typedef struct
{
  ShValve valve;
  int line;
  double arc;  /* of the leaflets' base */
  double open; /* 0…1 now */
  double leak; /* 0…1 now */
} ShNetValve;

typedef struct
{
  ShVeinLine *lines; /* thin ones first */
  int n_lines;
  ShNetValve valves[SH_N_VALVES];
  int n_valves;
} ShVeinNet;

/** Reads all lines and valves from @art. Returns: (transfer full), NULL with @error when a named
 * path is missing. */
ShVeinNet *sh_vein_net_new (const ShArt *art, GError **error);
/** One vein alone with one valve, for the lens: @course from the foot's end to the heart's, all
 * of it @width wide, the leaflets' base at @base along it. Returns: (transfer full) */
ShVeinNet *sh_vein_net_new_single (const ShCurve *course, double width, ShValve valve, double base);
void sh_vein_net_free (ShVeinNet *net);

/** Finds the normals of a line's points as they are; for the files of the network only. */
void sh_vein_line_find_normals (ShVeinLine *line);

/** Puts all centre-lines into the pose of @rig. */
void sh_vein_net_pose (ShVeinNet *net, const ShRig *rig);
/** Takes widths, looks and valves from @frame. */
void sh_vein_net_fill (ShVeinNet *net, const ShTheme *theme, const ShFrame *frame);

/** How much of the scar of an old clot in @segment lies at @arc: 1 in its middle, 0 at its ends. */
double sh_vein_line_scar (const ShVeinLine *line, const ShVeinSegment *segment, double arc);

/** Carries on for how long blood has been falling back, by @dt_s seconds of shown time. Until this
 * is called for the first time, blood that falls counts as having done so for long. */
void sh_vein_net_advance (ShVeinNet *net, const ShFrame *frame, double dt_s);

/** A place in a line now: @arc from the foot's end, @across in half inner widths (+ right). */
ShPoint sh_vein_line_at (const ShVeinLine *line, double arc, double across);
/** The resting outer width at @arc. */
double sh_vein_line_width (const ShVeinLine *line, double arc);
/** Half the inner width at @arc now. */
double sh_vein_line_lumen (const ShVeinLine *line, double arc);
/** The index of the last point at or before @arc. */
int sh_vein_line_index (const ShVeinLine *line, double arc);
/** The segment that @arc lies in. */
const ShVeinSegment *sh_vein_line_segment (const ShVeinLine *line, double arc);
