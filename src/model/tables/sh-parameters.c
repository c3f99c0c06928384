/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-parameters.h"

/* Heights follow the anatomy table. Volumes, resistances and inflows are calibrated inside the
 * bounds that anatomy and measurements leave: conduits alone hold about 75 mL, the pump's
 * 60-100 mL sit in sinuses and venules; 100-150 mL leave the lower leg when it is raised
 * (Christopoulos 1987); the calf takes 1.2-2.2 mL/s at rest. Parts of pressure that reach a vein:
 * sinuses all of it, axial veins 50-80 %, superficial veins about 5 % (model-derived). */
#define SEGMENT(id, vein, height, round, stretch, stiffness, calf, shin, foot, thigh, inflow,      \
                skin, filtration)                                                                  \
  [SH_SEGMENT_##id] = { SH_VEIN_##vein, height,    round,                                          \
                        stretch,        stiffness, { calf, shin, foot, thigh },                    \
                        inflow,         skin,      filtration }

/* clang-format off */
static const ShSegmentParameters segments[SH_N_SEGMENTS] = {
  /*       segment                 vein                  height round stretch stiff calf  shin  foot thigh inflow skin filtr. */
  SEGMENT (PLANTAR,                PLANTAR,               0.03,  4.0, 20.0, 120.0, 0.00, 0.00, 1.00, 0.00, 0.16, 0.5, 0.50),
  SEGMENT (DORSAL_FOOT,            DORSAL_FOOT,           0.06,  4.0, 20.0, 120.0, 0.02, 0.00, 0.00, 0.00, 0.16, 0.9, 0.50),
  SEGMENT (POSTERIOR_TIBIAL_A,     POSTERIOR_TIBIAL,      0.11,  1.5,  6.0, 120.0, 0.57, 0.00, 0.10, 0.00, 0.02, 0.2, 0.04),
  SEGMENT (POSTERIOR_TIBIAL_B,     POSTERIOR_TIBIAL,      0.28,  2.5, 14.0, 120.0, 0.55, 0.05, 0.00, 0.00, 0.10, 0.0, 0.10),
  SEGMENT (PERONEAL_A,             PERONEAL,              0.15,  1.0,  5.0, 120.0, 0.30, 0.00, 0.00, 0.00, 0.03, 0.0, 0.04),
  SEGMENT (PERONEAL_B,             PERONEAL,              0.30,  2.5, 16.0, 120.0, 0.60, 0.05, 0.00, 0.00, 0.12, 0.0, 0.10),
  SEGMENT (ANTERIOR_TIBIAL,        ANTERIOR_TIBIAL,       0.25,  2.5, 12.0, 120.0, 0.15, 0.80, 0.00, 0.00, 0.14, 0.1, 0.12),
  SEGMENT (SOLEAL,                 SOLEAL,                0.29,  8.0, 80.0, 120.0, 1.00, 0.05, 0.00, 0.00, 0.26, 0.0, 0.20),
  SEGMENT (GASTROCNEMIUS,          GASTROCNEMIUS,         0.37,  5.0, 50.0, 120.0, 0.92, 0.00, 0.00, 0.00, 0.18, 0.0, 0.14),
  SEGMENT (GREAT_SAPHENOUS_ANKLE,  GREAT_SAPHENOUS_ANKLE, 0.10,  2.0,  7.0, 110.0, 0.02, 0.00, 0.00, 0.00, 0.07, 1.0, 0.06),
  SEGMENT (GREAT_SAPHENOUS_CALF_A, GREAT_SAPHENOUS_CALF,  0.22,  2.5, 10.0, 110.0, 0.05, 0.00, 0.00, 0.00, 0.08, 1.0, 0.06),
  SEGMENT (GREAT_SAPHENOUS_CALF_B, GREAT_SAPHENOUS_CALF,  0.37,  2.5,  9.0, 110.0, 0.05, 0.00, 0.00, 0.00, 0.07, 1.0, 0.05),
  SEGMENT (SMALL_SAPHENOUS_A,      SMALL_SAPHENOUS,       0.16,  2.5,  9.0, 110.0, 0.04, 0.00, 0.00, 0.00, 0.08, 1.0, 0.05),
  SEGMENT (SMALL_SAPHENOUS_B,      SMALL_SAPHENOUS,       0.34,  2.5,  9.0, 110.0, 0.06, 0.00, 0.00, 0.00, 0.08, 1.0, 0.04),
  SEGMENT (POPLITEAL_A,            POPLITEAL,             0.44,  1.8,  6.0, 120.0, 0.10, 0.00, 0.00, 0.00, 0.03, 0.2, 0.00),
  SEGMENT (POPLITEAL_B,            POPLITEAL,             0.50,  4.0, 12.0, 120.0, 0.00, 0.00, 0.00, 0.05, 0.10, 0.2, 0.00),
  SEGMENT (FEMORAL_A,              FEMORAL,               0.59,  5.0, 16.0, 100.0, 0.00, 0.00, 0.00, 0.20, 0.40, 0.1, 0.00),
  SEGMENT (FEMORAL_B,              FEMORAL,               0.73, 18.0, 55.0, 100.0, 0.00, 0.00, 0.00, 0.25, 1.30, 0.1, 0.00),
  SEGMENT (COMMON_FEMORAL_A,       COMMON_FEMORAL,        0.87, 12.0, 40.0, 100.0, 0.00, 0.00, 0.00, 0.10, 1.60, 0.1, 0.00),
  SEGMENT (COMMON_FEMORAL_B,       COMMON_FEMORAL,        0.90,  5.0, 14.0, 100.0, 0.00, 0.00, 0.00, 0.00, 0.00, 0.0, 0.00),
  SEGMENT (GREAT_SAPHENOUS_THIGH_A,GREAT_SAPHENOUS_THIGH, 0.53,  2.0,  9.0, 100.0, 0.00, 0.00, 0.00, 0.02, 0.10, 1.0, 0.00),
  SEGMENT (GREAT_SAPHENOUS_THIGH_B,GREAT_SAPHENOUS_THIGH, 0.74,  3.5, 16.0, 100.0, 0.00, 0.00, 0.00, 0.02, 0.15, 1.0, 0.00),
  SEGMENT (ILIAC,                  ILIAC,                 1.00, 24.0, 60.0, 100.0, 0.00, 0.00, 0.00, 0.00, 0.00, 0.0, 0.00),
};

#define VALVE_LINK(id, from, to, resistance, length, area)                                         \
  [SH_VALVE_##id] = { SH_SEGMENT_##from, SH_SEGMENT_##to, resistance, length, area }
#define LINK(id, from, to, resistance, length, area)                                               \
  [SH_LINK_##id] = { SH_SEGMENT_##from, to, resistance, length, area }

/* Lengths and areas are anatomical (ADAN-86 vein table: popliteal r 3.8 mm, femoral 5.7, posterior
 * tibial 1.7 twice, anterior tibial 1.2 twice, great saphenous 1.8-2.2); resistances are near
 * Poiseuille's for these, larger where many small veins feed the trunk (calibrated). */
static const ShLinkParameters links[SH_N_LINKS] = {
  VALVE_LINK (PLANTAR_1,         PLANTAR,                 POSTERIOR_TIBIAL_A,      1.20, 10.0, 0.18),
  VALVE_LINK (ANTERIOR_TIBIAL_1, ANTERIOR_TIBIAL,         POPLITEAL_A,             1.50, 20.0, 0.12),
  VALVE_LINK (POSTERIOR_TIBIAL_1,POSTERIOR_TIBIAL_A,      POSTERIOR_TIBIAL_B,      0.60, 16.0, 0.20),
  VALVE_LINK (POSTERIOR_TIBIAL_2,POSTERIOR_TIBIAL_B,      POPLITEAL_A,             0.35, 15.0, 0.25),
  VALVE_LINK (PERONEAL_1,        PERONEAL_A,              PERONEAL_B,              0.60, 15.0, 0.20),
  VALVE_LINK (PERONEAL_2,        PERONEAL_B,              POPLITEAL_A,             0.30, 14.0, 0.30),
  VALVE_LINK (SOLEAL_1,          SOLEAL,                  POSTERIOR_TIBIAL_B,      0.45,  5.0, 0.40),
  VALVE_LINK (SOLEAL_2,          SOLEAL,                  PERONEAL_B,              0.40,  5.0, 0.40),
  VALVE_LINK (GASTROCNEMIUS_1,   GASTROCNEMIUS,           POPLITEAL_B,             0.35,  8.0, 0.35),
  VALVE_LINK (POPLITEAL_1,       POPLITEAL_A,             POPLITEAL_B, 0.030,  8.0, 0.62),
  VALVE_LINK (POPLITEAL_2,       POPLITEAL_B,             FEMORAL_A, 0.030,  9.0, 0.66),
  VALVE_LINK (FEMORAL_1,         FEMORAL_A,               FEMORAL_B, 0.020, 14.0, 0.90),
  VALVE_LINK (FEMORAL_2,         FEMORAL_B,               COMMON_FEMORAL_A, 0.015, 14.0, 1.00),
  VALVE_LINK (COMMON_FEMORAL_1,  COMMON_FEMORAL_A,        COMMON_FEMORAL_B, 0.010,  4.0, 1.20),
  VALVE_LINK (GREAT_SAPHENOUS_1, GREAT_SAPHENOUS_ANKLE,   GREAT_SAPHENOUS_CALF_A,  1.60, 15.0, 0.10),
  VALVE_LINK (GREAT_SAPHENOUS_2, GREAT_SAPHENOUS_CALF_A,  GREAT_SAPHENOUS_CALF_B,  1.60, 15.0, 0.10),
  VALVE_LINK (GREAT_SAPHENOUS_3, GREAT_SAPHENOUS_CALF_B,  GREAT_SAPHENOUS_THIGH_A, 2.20, 16.0, 0.11),
  VALVE_LINK (GREAT_SAPHENOUS_4, GREAT_SAPHENOUS_THIGH_A, GREAT_SAPHENOUS_THIGH_B, 0.90, 20.0, 0.13),
  VALVE_LINK (GREAT_SAPHENOUS_5, GREAT_SAPHENOUS_THIGH_B, COMMON_FEMORAL_B,        0.60, 16.0, 0.17),
  VALVE_LINK (SMALL_SAPHENOUS_1, SMALL_SAPHENOUS_A,       SMALL_SAPHENOUS_B,       1.60, 18.0, 0.08),
  VALVE_LINK (SMALL_SAPHENOUS_2, SMALL_SAPHENOUS_B,       POPLITEAL_B,             2.00, 15.0, 0.08),
  VALVE_LINK (PERFORATOR_LOW,    GREAT_SAPHENOUS_ANKLE,   POSTERIOR_TIBIAL_A,      2.50,  3.0, 0.06),
  VALVE_LINK (PERFORATOR_MIDDLE, GREAT_SAPHENOUS_CALF_A,  POSTERIOR_TIBIAL_B,      2.00,  3.0, 0.07),
  VALVE_LINK (PERFORATOR_HIGH,   GREAT_SAPHENOUS_CALF_B,  POSTERIOR_TIBIAL_B,      2.00,  3.0, 0.07),
  LINK (DORSAL_TO_GREAT_SAPHENOUS, DORSAL_FOOT,      SH_SEGMENT_GREAT_SAPHENOUS_ANKLE, 1.40,  8.0, 0.10),
  LINK (DORSAL_TO_SMALL_SAPHENOUS, DORSAL_FOOT,      SH_SEGMENT_SMALL_SAPHENOUS_A,     2.50, 10.0, 0.07),
  LINK (PLANTAR_TO_DORSAL,         PLANTAR,          SH_SEGMENT_DORSAL_FOOT,             8.0,  4.0, 0.06),
  LINK (DORSAL_TO_ANTERIOR_TIBIAL, DORSAL_FOOT,      SH_SEGMENT_ANTERIOR_TIBIAL,        3.0, 15.0, 0.05),
  LINK (COLLATERAL,                PERONEAL_B,       SH_SEGMENT_COMMON_FEMORAL_A,      1.20, 40.0, 0.15),
  LINK (INTO_SOLEAL,               SMALL_SAPHENOUS_A,       SH_SEGMENT_SOLEAL,              15.0,  3.0, 0.05),
  LINK (INTO_SOLEAL_INNER,         GREAT_SAPHENOUS_CALF_A,  SH_SEGMENT_SOLEAL,              15.0,  3.0, 0.05),
  LINK (INTO_GASTROCNEMIUS,        SMALL_SAPHENOUS_B,       SH_SEGMENT_GASTROCNEMIUS,       15.0,  3.0, 0.05),
  LINK (DEEP_FEMORAL,              POPLITEAL_B,      SH_SEGMENT_COMMON_FEMORAL_A,      3.00, 35.0, 0.12),
  LINK (GROIN_COLLATERAL,          FEMORAL_B,        SH_SEGMENT_ILIAC,                 10.0, 30.0, 0.20),
  LINK (EPIGASTRIC,                GREAT_SAPHENOUS_THIGH_B, SH_SEGMENT_ILIAC,          30.0, 30.0, 0.05),
  LINK (PELVIC_COLLATERAL,         COMMON_FEMORAL_B, SH_RIGHT_ATRIUM,                  7.00, 40.0, 0.20),
  LINK (GROIN_TO_ILIAC,            COMMON_FEMORAL_B, SH_SEGMENT_ILIAC,                 0.01, 10.0, 1.30),
  LINK (ILIAC_TO_ATRIUM,           ILIAC,            SH_RIGHT_ATRIUM,                  0.03, 25.0, 1.80),
};

static const ShSegment main_segments[SH_N_VEINS] = {
  [SH_VEIN_PLANTAR] = SH_SEGMENT_PLANTAR,
  [SH_VEIN_DORSAL_FOOT] = SH_SEGMENT_DORSAL_FOOT,
  [SH_VEIN_ANTERIOR_TIBIAL] = SH_SEGMENT_ANTERIOR_TIBIAL,
  [SH_VEIN_POSTERIOR_TIBIAL] = SH_SEGMENT_POSTERIOR_TIBIAL_B,
  [SH_VEIN_PERONEAL] = SH_SEGMENT_PERONEAL_B,
  [SH_VEIN_SOLEAL] = SH_SEGMENT_SOLEAL,
  [SH_VEIN_GASTROCNEMIUS] = SH_SEGMENT_GASTROCNEMIUS,
  [SH_VEIN_POPLITEAL] = SH_SEGMENT_POPLITEAL_B,
  [SH_VEIN_FEMORAL] = SH_SEGMENT_FEMORAL_B,
  [SH_VEIN_COMMON_FEMORAL] = SH_SEGMENT_COMMON_FEMORAL_B,
  [SH_VEIN_ILIAC] = SH_SEGMENT_ILIAC,
  [SH_VEIN_GREAT_SAPHENOUS_ANKLE] = SH_SEGMENT_GREAT_SAPHENOUS_ANKLE,
  [SH_VEIN_GREAT_SAPHENOUS_CALF] = SH_SEGMENT_GREAT_SAPHENOUS_CALF_B,
  [SH_VEIN_GREAT_SAPHENOUS_THIGH] = SH_SEGMENT_GREAT_SAPHENOUS_THIGH_B,
  [SH_VEIN_SMALL_SAPHENOUS] = SH_SEGMENT_SMALL_SAPHENOUS_B,
};

/* Sum of the parallel branches, for velocities: radii as above; sinuses and foot veins are many. */
static const double areas_cm2[SH_N_VEINS] = {
  [SH_VEIN_PLANTAR] = 0.20,
  [SH_VEIN_DORSAL_FOOT] = 0.12,
  [SH_VEIN_ANTERIOR_TIBIAL] = 0.12,
  [SH_VEIN_POSTERIOR_TIBIAL] = 0.25,
  [SH_VEIN_PERONEAL] = 0.30,
  [SH_VEIN_SOLEAL] = 0.80,
  [SH_VEIN_GASTROCNEMIUS] = 0.40,
  [SH_VEIN_POPLITEAL] = 0.60,
  [SH_VEIN_FEMORAL] = 0.95,
  [SH_VEIN_COMMON_FEMORAL] = 1.10,
  [SH_VEIN_ILIAC] = 1.25,
  [SH_VEIN_GREAT_SAPHENOUS_ANKLE] = 0.09,
  [SH_VEIN_GREAT_SAPHENOUS_CALF] = 0.10,
  [SH_VEIN_GREAT_SAPHENOUS_THIGH] = 0.13,
  [SH_VEIN_SMALL_SAPHENOUS] = 0.08,
};
/* clang-format on */

const ShSegmentParameters *
sh_segment_parameters (int segment)
{
  return &segments[segment];
}

const ShLinkParameters *
sh_link_parameters (int link)
{
  return &links[link];
}

ShSegment
sh_vein_main_segment (ShVein vein)
{
  return main_segments[vein];
}

double
sh_vein_area_cm2 (ShVein vein)
{
  return areas_cm2[vein];
}
