/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdbool.h>

/* Every vein, valve and group that the program knows, by the names of the scenario file. The model,
 * the picture, the lists, the captions and the accessible names all refer to these ids. */

/** Which set of veins a vein or valve belongs to; `leak.deep`, `leak.superficial` and
 * `leak.perforator` speak of these. */
typedef enum
{
  SH_GROUP_DEEP,
  SH_GROUP_SUPERFICIAL,
  SH_GROUP_PERFORATOR,
  SH_N_GROUPS
} ShGroup;

/** The veins that hold blood, from the foot upward. */
typedef enum
{
  SH_VEIN_PLANTAR,
  SH_VEIN_DORSAL_FOOT,
  SH_VEIN_ANTERIOR_TIBIAL,
  SH_VEIN_POSTERIOR_TIBIAL,
  SH_VEIN_PERONEAL,
  SH_VEIN_SOLEAL,
  SH_VEIN_GASTROCNEMIUS,
  SH_VEIN_POPLITEAL,
  SH_VEIN_FEMORAL,
  SH_VEIN_COMMON_FEMORAL,
  SH_VEIN_ILIAC,
  SH_VEIN_GREAT_SAPHENOUS_ANKLE,
  SH_VEIN_GREAT_SAPHENOUS_CALF,
  SH_VEIN_GREAT_SAPHENOUS_THIGH,
  SH_VEIN_SMALL_SAPHENOUS,
  SH_N_VEINS,
  SH_VEIN_NONE = -1
} ShVein;

/** The valves, numbered from below within each vein, and the valves of the three perforators. */
typedef enum
{
  SH_VALVE_PLANTAR_1,
  SH_VALVE_ANTERIOR_TIBIAL_1,
  SH_VALVE_POSTERIOR_TIBIAL_1,
  SH_VALVE_POSTERIOR_TIBIAL_2,
  SH_VALVE_PERONEAL_1,
  SH_VALVE_PERONEAL_2,
  SH_VALVE_SOLEAL_1,
  SH_VALVE_SOLEAL_2,
  SH_VALVE_GASTROCNEMIUS_1,
  SH_VALVE_POPLITEAL_1,
  SH_VALVE_POPLITEAL_2,
  SH_VALVE_FEMORAL_1,
  SH_VALVE_FEMORAL_2,
  SH_VALVE_COMMON_FEMORAL_1,
  SH_VALVE_GREAT_SAPHENOUS_1,
  SH_VALVE_GREAT_SAPHENOUS_2,
  SH_VALVE_GREAT_SAPHENOUS_3,
  SH_VALVE_GREAT_SAPHENOUS_4,
  SH_VALVE_GREAT_SAPHENOUS_5,
  SH_VALVE_SMALL_SAPHENOUS_1,
  SH_VALVE_SMALL_SAPHENOUS_2,
  SH_VALVE_PERFORATOR_LOW,
  SH_VALVE_PERFORATOR_MIDDLE,
  SH_VALVE_PERFORATOR_HIGH,
  SH_N_VALVES,
  SH_VALVE_NONE = -1
} ShValve;

/** One vein as a named place of the anatomy. */
typedef struct
{
  const char *name;  /* scenario name, such as "great-saphenous-calf" */
  const char *label; /* English name for people, marked for translation in context "vein" */
  ShGroup group;     /* deep or superficial */
  double height_m;   /* height of its middle above the sole, body of 1.75 m, upright */
  double bottom_m;   /* height of its lower end */
  double top_m;      /* height of its upper end */
} ShVeinInfo;

/** One valve as a named place of the anatomy. */
typedef struct
{
  const char *name;  /* scenario name, such as "popliteal-1" */
  const char *label; /* English name for people, marked for translation in context "valve" */
  const char *vein;  /* scenario name of the vein or perforator that it stands in */
  ShGroup group;
  ShVein below;    /* the vein that blood comes from when the valve works */
  ShVein above;    /* the vein that blood goes to; inward for a perforator */
  double height_m; /* height above the sole, body of 1.75 m, upright */
} ShValveInfo;

/** The row of the table for a vein. Owned by the program, never NULL. */
const ShVeinInfo *sh_vein_info (ShVein vein);
/** The row of the table for a valve. Owned by the program, never NULL. */
const ShValveInfo *sh_valve_info (ShValve valve);

/** Finds a vein by its scenario name; SH_VEIN_NONE when there is none. */
ShVein sh_vein_from_name (const char *name);
/** Finds a valve by its scenario name; SH_VALVE_NONE when there is none. */
ShValve sh_valve_from_name (const char *name);

/** The scenario name of a group: "deep", "superficial", "perforator". */
const char *sh_group_name (ShGroup group);

/** Whether @name names @vein: its own name, or "great-saphenous" for its three parts. */
bool sh_vein_matches (ShVein vein, const char *name);
/** Whether @name names the vein that @valve stands in ("great-saphenous", "perforator-low"…). */
bool sh_valve_in_vein (ShValve valve, const char *name);
