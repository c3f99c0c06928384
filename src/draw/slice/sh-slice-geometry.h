/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-art.h"
#include "sh-model.h"

/**
 * The shapes of the calf cut across at any height, mixed from the sections of slice.svg.
 *
 * Coordinates are those of the landmark table: units of 4.7 mm (body of 1.75 m), origin in the
 * middle of the section, x positive to the inner side, y positive to the front.
 */

typedef enum
{
  SH_SLICE_SKIN,
  SH_SLICE_FAT,
  SH_SLICE_FASCIA,
  SH_SLICE_PAD, /* fat between the structures inside the fascia */
  SH_SLICE_MUSCLE,
  SH_SLICE_TENDON,
  SH_SLICE_SHEET, /* a septum or membrane: an open line */
  SH_SLICE_BONE,
  SH_SLICE_MARROW,
  SH_SLICE_ARTERY,
  SH_SLICE_NERVE,
  SH_SLICE_VEIN
} ShSliceKind;

/** What moves a muscle. */
typedef enum
{
  SH_SLICE_PASSIVE,
  SH_SLICE_CALF,
  SH_SLICE_SHIN
} ShSliceMover;

/** One structure of the calf, the same at every level. */
typedef struct
{
  const char *name;  /* after "slice.<section>." */
  const char *label; /* English name, marked for translation in context "slice"; or NULL */
  ShSliceKind kind;
  double from_u;   /* height above the floor where it begins, in landmark units; 0 = below */
  double to_u;     /* where it ends; 0 = above. It tapers over SH_SLICE_FADE_U inside of them */
  double tendon_u; /* a muscle turns into its tendon below this height; 0 = never */
  ShSliceMover mover;
  ShVein vein; /* whose filling it shows */
} ShSliceInfo;

#define SH_SLICE_FADE_U 4.0
#define SH_SLICE_ANKLE_U 24.0 /* level 0 */
#define SH_SLICE_KNEE_U 101.0 /* level 1 */

#define SH_SLICE_POINTS 120
#define SH_SLICE_MAX_PARTS 64

/** One structure at one level. */
typedef struct
{
  const ShSliceInfo *info;
  double alpha;  /* 0 not there … 1 there */
  double tendon; /* 0 muscle … 1 tendon */
  int n;         /* points of the outline; vessels have none */
  ShPoint point[SH_SLICE_POINTS];
  ShPoint centre;
  double radius; /* of the circle of the same area */
  double angle;  /* radians: direction of the long axis, in which a vein flattens */
} ShSlicePart;

/** The whole section at one level, in painting order. */
typedef struct
{
  int n;
  double height_u; /* above the floor */
  ShPoint front;   /* middle of the muscles in front; far away where there are none */
  ShSlicePart part[SH_SLICE_MAX_PARTS];
} ShSliceSection;

typedef struct _ShSliceGeometry ShSliceGeometry;

/** Reads the sections from @art. Returns: (transfer full) */
ShSliceGeometry *sh_slice_geometry_new (const ShArt *art);
void sh_slice_geometry_free (ShSliceGeometry *geometry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShSliceGeometry, sh_slice_geometry_free)

/** Height above the floor of a level 0…1, in landmark units. */
double sh_slice_height_u (double level);
/** The vein of the model that the great saphenous section shows at a height; other structures show
 * the one of their info. */
ShVein sh_slice_vein_at (const ShSliceInfo *info, double height_u);

/** Mixes the section at @level (0 ankle … 1 knee) at rest. */
void sh_slice_geometry_at (const ShSliceGeometry *geometry, double level, ShSliceSection *section);

/**
 * Moves a section as the living calf does: @calf and @shin (0…1) thicken the contracting
 * compartments, and everything inside rides along; @swelling (0…1) lets the skin stand off as far
 * as in the lengthwise view at that height.
 */
void sh_slice_section_pose (ShSliceSection *section, double calf, double shin, double swelling);

/** Whether the outline of a part holds the point. */
gboolean sh_slice_part_holds (const ShSlicePart *part, double x, double y);
/** The part whose outline holds the point, topmost first; NULL when there is none. */
const ShSlicePart *sh_slice_section_find (const ShSliceSection *section, double x, double y);
/** The part of that name; NULL when there is none. */
const ShSlicePart *sh_slice_section_part (const ShSliceSection *section, const char *name);
