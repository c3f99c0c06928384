/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-anatomy.h"

#include <stddef.h>
#include <string.h>

/* Marks a text for translation; whoever shows it translates it in this context. */
#define NC_(context, text) text

/* Heights come from the landmark table of the plate: 1 unit = 4.7 mm for a body of 1.75 m. Names
 * are those of the 2002 consensus on the nomenclature of leg veins (Caggiati et al.), the old ones
 * in brackets. */
static const ShVeinInfo veins[SH_N_VEINS] = {
  [SH_VEIN_PLANTAR] = { "plantar", NC_ ("vein", "Plantar veins"), SH_GROUP_DEEP, 0.03, 0.01, 0.05 },
  [SH_VEIN_DORSAL_FOOT] = { "dorsal-foot", NC_ ("vein", "Dorsal veins of the foot"),
                            SH_GROUP_SUPERFICIAL, 0.06, 0.03, 0.09 },
  [SH_VEIN_ANTERIOR_TIBIAL] = { "anterior-tibial", NC_ ("vein", "Anterior tibial veins"),
                                SH_GROUP_DEEP, 0.25, 0.08, 0.42 },
  [SH_VEIN_POSTERIOR_TIBIAL] = { "posterior-tibial", NC_ ("vein", "Posterior tibial veins"),
                                 SH_GROUP_DEEP, 0.24, 0.05, 0.43 },
  [SH_VEIN_PERONEAL] = { "peroneal", NC_ ("vein", "Fibular (peroneal) veins"), SH_GROUP_DEEP, 0.26,
                         0.10, 0.42 },
  [SH_VEIN_SOLEAL] = { "soleal", NC_ ("vein", "Soleal veins"), SH_GROUP_DEEP, 0.29, 0.16, 0.38 },
  [SH_VEIN_GASTROCNEMIUS] = { "gastrocnemius", NC_ ("vein", "Gastrocnemius veins"), SH_GROUP_DEEP,
                              0.37, 0.27, 0.47 },
  [SH_VEIN_POPLITEAL] = { "popliteal", NC_ ("vein", "Popliteal vein"), SH_GROUP_DEEP, 0.50, 0.43,
                          0.57 },
  [SH_VEIN_FEMORAL] = { "femoral", NC_ ("vein", "Femoral vein"), SH_GROUP_DEEP, 0.70, 0.57, 0.86 },
  [SH_VEIN_COMMON_FEMORAL] = { "common-femoral", NC_ ("vein", "Common femoral vein"), SH_GROUP_DEEP,
                               0.90, 0.86, 0.93 },
  [SH_VEIN_ILIAC] = { "iliac", NC_ ("vein", "Iliac veins"), SH_GROUP_DEEP, 1.00, 0.93, 1.08 },
  [SH_VEIN_GREAT_SAPHENOUS_ANKLE] = { "great-saphenous-ankle",
                                      NC_ ("vein", "Great saphenous vein at the ankle"),
                                      SH_GROUP_SUPERFICIAL, 0.10, 0.07, 0.17 },
  [SH_VEIN_GREAT_SAPHENOUS_CALF] = { "great-saphenous-calf",
                                     NC_ ("vein", "Great saphenous vein at the calf"),
                                     SH_GROUP_SUPERFICIAL, 0.31, 0.17, 0.46 },
  [SH_VEIN_GREAT_SAPHENOUS_THIGH] = { "great-saphenous-thigh",
                                      NC_ ("vein", "Great saphenous vein at the thigh"),
                                      SH_GROUP_SUPERFICIAL, 0.68, 0.46, 0.90 },
  [SH_VEIN_SMALL_SAPHENOUS] = { "small-saphenous", NC_ ("vein", "Small saphenous vein"),
                                SH_GROUP_SUPERFICIAL, 0.29, 0.09, 0.49 },
};

#define VALVE(id, name, label, vein, group, below, above, height)                                  \
  [SH_VALVE_##                                                                                     \
      id] = { name, label, vein, SH_GROUP_##group, SH_VEIN_##below, SH_VEIN_##above, height }

static const ShValveInfo valves[SH_N_VALVES] = {
  VALVE (PLANTAR_1,
         "plantar-1",
         NC_ ("valve", "Valve of the plantar veins"),
         "plantar",
         DEEP,
         PLANTAR,
         POSTERIOR_TIBIAL,
         0.045),
  VALVE (ANTERIOR_TIBIAL_1,
         "anterior-tibial-1",
         NC_ ("valve", "Valve of the anterior tibial veins"),
         "anterior-tibial",
         DEEP,
         ANTERIOR_TIBIAL,
         POPLITEAL,
         0.42),
  VALVE (POSTERIOR_TIBIAL_1,
         "posterior-tibial-1",
         NC_ ("valve", "Lower valve of the posterior tibial veins"),
         "posterior-tibial",
         DEEP,
         PLANTAR,
         POSTERIOR_TIBIAL,
         0.17),
  VALVE (POSTERIOR_TIBIAL_2,
         "posterior-tibial-2",
         NC_ ("valve", "Upper valve of the posterior tibial veins"),
         "posterior-tibial",
         DEEP,
         POSTERIOR_TIBIAL,
         POPLITEAL,
         0.39),
  VALVE (PERONEAL_1,
         "peroneal-1",
         NC_ ("valve", "Lower valve of the fibular veins"),
         "peroneal",
         DEEP,
         PERONEAL,
         PERONEAL,
         0.20),
  VALVE (PERONEAL_2,
         "peroneal-2",
         NC_ ("valve", "Upper valve of the fibular veins"),
         "peroneal",
         DEEP,
         PERONEAL,
         POPLITEAL,
         0.40),
  VALVE (SOLEAL_1,
         "soleal-1",
         NC_ ("valve", "Valve of the lower soleal veins"),
         "soleal",
         DEEP,
         SOLEAL,
         POSTERIOR_TIBIAL,
         0.28),
  VALVE (SOLEAL_2,
         "soleal-2",
         NC_ ("valve", "Valve of the upper soleal veins"),
         "soleal",
         DEEP,
         SOLEAL,
         PERONEAL,
         0.375),
  VALVE (GASTROCNEMIUS_1,
         "gastrocnemius-1",
         NC_ ("valve", "Valve of the gastrocnemius veins"),
         "gastrocnemius",
         DEEP,
         GASTROCNEMIUS,
         POPLITEAL,
         0.415),
  VALVE (POPLITEAL_1,
         "popliteal-1",
         NC_ ("valve", "Lower valve of the popliteal vein"),
         "popliteal",
         DEEP,
         POPLITEAL,
         POPLITEAL,
         0.45),
  VALVE (POPLITEAL_2,
         "popliteal-2",
         NC_ ("valve", "Upper valve of the popliteal vein"),
         "popliteal",
         DEEP,
         POPLITEAL,
         FEMORAL,
         0.53),
  VALVE (FEMORAL_1,
         "femoral-1",
         NC_ ("valve", "Lower valve of the femoral vein"),
         "femoral",
         DEEP,
         FEMORAL,
         FEMORAL,
         0.61),
  VALVE (FEMORAL_2,
         "femoral-2",
         NC_ ("valve", "Upper valve of the femoral vein"),
         "femoral",
         DEEP,
         FEMORAL,
         COMMON_FEMORAL,
         0.84),
  VALVE (COMMON_FEMORAL_1,
         "common-femoral-1",
         NC_ ("valve", "Valve of the common femoral vein"),
         "common-femoral",
         DEEP,
         COMMON_FEMORAL,
         ILIAC,
         0.88),
  VALVE (GREAT_SAPHENOUS_1,
         "great-saphenous-1",
         NC_ ("valve", "Ankle valve of the great saphenous vein"),
         "great-saphenous",
         SUPERFICIAL,
         GREAT_SAPHENOUS_ANKLE,
         GREAT_SAPHENOUS_CALF,
         0.12),
  VALVE (GREAT_SAPHENOUS_2,
         "great-saphenous-2",
         NC_ ("valve", "Calf valve of the great saphenous vein"),
         "great-saphenous",
         SUPERFICIAL,
         GREAT_SAPHENOUS_CALF,
         GREAT_SAPHENOUS_CALF,
         0.31),
  VALVE (GREAT_SAPHENOUS_3,
         "great-saphenous-3",
         NC_ ("valve", "Knee valve of the great saphenous vein"),
         "great-saphenous",
         SUPERFICIAL,
         GREAT_SAPHENOUS_CALF,
         GREAT_SAPHENOUS_THIGH,
         0.43),
  VALVE (GREAT_SAPHENOUS_4,
         "great-saphenous-4",
         NC_ ("valve", "Thigh valve of the great saphenous vein"),
         "great-saphenous",
         SUPERFICIAL,
         GREAT_SAPHENOUS_THIGH,
         GREAT_SAPHENOUS_THIGH,
         0.60),
  VALVE (GREAT_SAPHENOUS_5,
         "great-saphenous-5",
         NC_ ("valve", "Terminal valve of the great saphenous vein at the groin"),
         "great-saphenous",
         SUPERFICIAL,
         GREAT_SAPHENOUS_THIGH,
         COMMON_FEMORAL,
         0.90),
  VALVE (SMALL_SAPHENOUS_1,
         "small-saphenous-1",
         NC_ ("valve", "Lower valve of the small saphenous vein"),
         "small-saphenous",
         SUPERFICIAL,
         SMALL_SAPHENOUS,
         SMALL_SAPHENOUS,
         0.22),
  VALVE (SMALL_SAPHENOUS_2,
         "small-saphenous-2",
         NC_ ("valve", "Upper valve of the small saphenous vein"),
         "small-saphenous",
         SUPERFICIAL,
         SMALL_SAPHENOUS,
         POPLITEAL,
         0.42),
  VALVE (PERFORATOR_LOW,
         "perforator-low",
         NC_ ("valve", "Lower posterior tibial perforator (Cockett)"),
         "perforator-low",
         PERFORATOR,
         GREAT_SAPHENOUS_ANKLE,
         POSTERIOR_TIBIAL,
         0.14),
  VALVE (PERFORATOR_MIDDLE,
         "perforator-middle",
         NC_ ("valve", "Middle posterior tibial perforator (Cockett)"),
         "perforator-middle",
         PERFORATOR,
         GREAT_SAPHENOUS_CALF,
         POSTERIOR_TIBIAL,
         0.21),
  VALVE (PERFORATOR_HIGH,
         "perforator-high",
         NC_ ("valve", "Paratibial perforator (Boyd)"),
         "perforator-high",
         PERFORATOR,
         GREAT_SAPHENOUS_CALF,
         POSTERIOR_TIBIAL,
         0.35),
};

static const char *const group_names[SH_N_GROUPS] = { "deep", "superficial", "perforator" };

const ShVeinInfo *
sh_vein_info (ShVein vein)
{
  return &veins[vein];
}

const ShValveInfo *
sh_valve_info (ShValve valve)
{
  return &valves[valve];
}

ShVein
sh_vein_from_name (const char *name)
{
  for (int i = 0; i < SH_N_VEINS; i++)
    if (strcmp (veins[i].name, name) == 0)
      return (ShVein) i;
  return SH_VEIN_NONE;
}

ShValve
sh_valve_from_name (const char *name)
{
  for (int i = 0; i < SH_N_VALVES; i++)
    if (strcmp (valves[i].name, name) == 0)
      return (ShValve) i;
  return SH_VALVE_NONE;
}

const char *
sh_group_name (ShGroup group)
{
  return group_names[group];
}

bool
sh_vein_matches (ShVein vein, const char *name)
{
  size_t length = strlen (name);

  if (strcmp (veins[vein].name, name) == 0)
    return true;
  return strcmp (name, "great-saphenous") == 0 && strncmp (veins[vein].name, name, length) == 0;
}

bool
sh_valve_in_vein (ShValve valve, const char *name)
{
  return strcmp (valves[valve].vein, name) == 0;
}
