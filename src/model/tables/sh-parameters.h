/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-activity.h"
#include "sh-anatomy.h"

/* The one table of numbers that the flow model works with: a standard adult of 1.75 m. Nothing in
 * it depends on a scenario; what a scenario changes, it changes in sh-network.c by a stated rule.
 */

/** A stretch of vein between two valves: the compartments of the model. Veins with a valve in
 * their middle are cut in two, lower (A) and upper (B), so that every valve acts by itself. */
typedef enum
{
  SH_SEGMENT_PLANTAR,
  SH_SEGMENT_DORSAL_FOOT,
  SH_SEGMENT_POSTERIOR_TIBIAL_A,
  SH_SEGMENT_POSTERIOR_TIBIAL_B,
  SH_SEGMENT_PERONEAL_A,
  SH_SEGMENT_PERONEAL_B,
  SH_SEGMENT_ANTERIOR_TIBIAL,
  SH_SEGMENT_SOLEAL,
  SH_SEGMENT_GASTROCNEMIUS,
  SH_SEGMENT_GREAT_SAPHENOUS_ANKLE,
  SH_SEGMENT_GREAT_SAPHENOUS_CALF_A,
  SH_SEGMENT_GREAT_SAPHENOUS_CALF_B,
  SH_SEGMENT_SMALL_SAPHENOUS_A,
  SH_SEGMENT_SMALL_SAPHENOUS_B,
  SH_SEGMENT_POPLITEAL_A,
  SH_N_SEGMENTS_BELOW_KNEE,
  SH_SEGMENT_POPLITEAL_B = SH_N_SEGMENTS_BELOW_KNEE,
  SH_SEGMENT_FEMORAL_A,
  SH_SEGMENT_FEMORAL_B,
  SH_SEGMENT_COMMON_FEMORAL_A,
  SH_SEGMENT_COMMON_FEMORAL_B,
  SH_SEGMENT_GREAT_SAPHENOUS_THIGH_A,
  SH_SEGMENT_GREAT_SAPHENOUS_THIGH_B,
  SH_SEGMENT_ILIAC,
  SH_N_SEGMENTS,
  SH_RIGHT_ATRIUM = SH_N_SEGMENTS /* not a compartment: a given pressure */
} ShSegment;

/** What blood flows through: one link for each valve, in the order of ShValve, and links that have
 * no valve. */
typedef enum
{
  SH_LINK_COLLATERAL = SH_N_VALVES, /* around the knee to the deep femoral vein */
  SH_LINK_INTO_SOLEAL,              /* the many small perforators into the muscle's sinuses */
  SH_LINK_INTO_SOLEAL_INNER,
  SH_LINK_INTO_GASTROCNEMIUS,
  SH_LINK_DORSAL_TO_ANTERIOR_TIBIAL, /* with the lower valves of the anterior tibial veins */
  SH_N_VALVED_LINKS,
  SH_LINK_DORSAL_TO_GREAT_SAPHENOUS = SH_N_VALVED_LINKS,
  SH_LINK_DORSAL_TO_SMALL_SAPHENOUS,
  SH_LINK_PLANTAR_TO_DORSAL,
  SH_LINK_DEEP_FEMORAL,      /* popliteal to the deep femoral vein, without a valve */
  SH_LINK_GROIN_COLLATERAL,  /* around the common femoral vein by the thigh and the buttock */
  SH_LINK_EPIGASTRIC,        /* from the mouth of the great saphenous vein over the belly wall */
  SH_LINK_PELVIC_COLLATERAL, /* around the iliac vein; it matters when that is closed */
  SH_LINK_GROIN_TO_ILIAC,
  SH_LINK_ILIAC_TO_ATRIUM,
  SH_N_LINKS
} ShLink;

/** The muscles and the weight that press on veins, each with a pressure of its own. */
typedef enum
{
  SH_PRESS_CALF,
  SH_PRESS_SHIN,
  SH_PRESS_FOOT,
  SH_PRESS_THIGH,
  SH_N_PRESSES
} ShPress;

/** Tissue that holds interstitial water. */
typedef enum
{
  SH_TISSUE_FOOT,
  SH_TISSUE_CALF,
  SH_N_TISSUES
} ShTissue;

/** One compartment of the standard adult. */
typedef struct
{
  ShVein vein;                /* the vein it belongs to */
  double height_m;            /* its middle above the sole, upright */
  double round_ml;            /* volume of the round, unstretched tube, transmural pressure 0 */
  double stretch_ml;          /* what stretching can add at most */
  double stiffness_mmhg;      /* transmural pressure scale of stretching */
  double press[SH_N_PRESSES]; /* part of each pressure that reaches the vein */
  double inflow_ml_s;         /* arterial inflow at rest lying, before temperature */
  double skin;                /* part of that inflow that goes through skin */
  double filtration;          /* part of its tissue's capillaries that drain into it */
} ShSegmentParameters;

/** One link of the standard adult. Resistance, inertance and jet loss are those of the donor at
 * its half-stretched volume. */
typedef struct
{
  ShSegment from;
  ShSegment to;
  double resistance; /* mmHg s/mL */
  double length_cm;  /* for inertance */
  double area_cm2;   /* for inertance, jet loss and velocity */
} ShLinkParameters;

/** The numbers of one segment of the network. Owned by the program, never NULL. */
const ShSegmentParameters *sh_segment_parameters (int segment);
/** The numbers of one link of the network. Owned by the program, never NULL. */
const ShLinkParameters *sh_link_parameters (int link);

/** The segment whose pressure stands for the vein. */
ShSegment sh_vein_main_segment (ShVein vein);
/** Open area of the vein (all its parallel branches together), half stretched, in cm2. */
double sh_vein_area_cm2 (ShVein vein);

/* Blood and gravity. */
#define SH_RHO_G_MMHG_M 78.0       /* blood of 1060 kg/m3: physiology page, units */
#define SH_RHO_G_WATER_MMHG_M 73.5 /* water of 1000 kg/m3 */
#define SH_BLOOD_DENSITY 1060.0    /* kg/m3 */
#define SH_PASCAL_PER_MMHG 133.322

/* The heart's side. */
#define SH_ATRIUM_MMHG 3.0        /* usual right atrial pressure */
#define SH_ATRIUM_BREATH_MMHG 1.5 /* swing with breathing */
#define SH_BELLY_MMHG 2.0         /* abdominal pressure on the iliac vein */
#define SH_BELLY_BREATH_MMHG 2.0  /* its rise with the diaphragm */
#define SH_BREATH_HZ 0.25
#define SH_ARTERY_MMHG 95.0 /* mean arterial pressure at heart level */

/* Tube law. */
#define SH_LARGEST_STRETCH 0.9
#define SH_COLLAPSE_MMHG 0.7 /* P0 of the collapsed branch; Moreno 1970 gives 0.7-1.9 */
#define SH_WALL_DAMPING 0.05 /* mmHg s/mL: 0.02-0.05 (derived) */

#define SH_NARROWEST 50.0 /* most that a flattened vein resists, times its usual: calibrated */

/* Valves: opening 0.27 s, closing 0.41 s at 1 mmHg (Lurie 2003); under large pressures never
 * faster than 0.025 s: calibrated, so that healthy valves close within 0.5 s. */
#define SH_VALVE_OPENING_PER_MMHG_S 10.7
#define SH_VALVE_CLOSING_PER_MMHG_S 7.3
#define SH_VALVE_FASTEST_PER_S 40.0
#define SH_VALVE_SLIP_CM 0.3 /* blood slips back this far while leaflets close: calibrated */
#define SH_VALVE_TIGHT 1e-4  /* open part of a closed healthy valve: numerically tight */

/* Hyperaemia: rise 5 s, decay 20-30 s (physiology page, 7.5). */
#define SH_HYPERAEMIA_RISE_S 5.0
#define SH_HYPERAEMIA_DECAY_S 22.0
/* Below this difference between artery and vein the arterioles stand wide open (usual range). */
#define SH_AUTOREGULATION_MMHG 60.0
/* The veno-arteriolar reflex takes 30-50 % of the inflow above 40 mmHg (Henriksen). */
#define SH_REFLEX_LOW_MMHG 25.0
#define SH_REFLEX_HIGH_MMHG 55.0
#define SH_REFLEX_S 10.0
/* The ankle's mean forgets in this time: a chosen window, no measurement. */
#define SH_ANKLE_MEAN_S 120.0
/* A muscle's pressure follows its excitation with an electromechanical delay of about 30 ms. */
#define SH_PRESS_LAG_S 0.03
/* Capillary pressure 1.2 Pv + 1.6 (Perry 1986). */
#define SH_CAPILLARY_GAIN 1.2
#define SH_CAPILLARY_MMHG 1.6
/* How much stiffer tissue grows for each part of its volume that it has lost: working value. */
#define SH_DRY_STIFFNESS 80.0
/* The muscle pressure at which wringing out the tissue is half of what it can be: working value. */
#define SH_WRUNG_MMHG 30.0
/* Hard work leaves metabolites in a muscle, which draw water out of the blood and let it go again.
 * Running swells the calf by 2.5 % until minute 7 (Stick 1992); slow walking and cycling do not.
 * Work is the peak pressure times the contractions a second, mmHg/s; water is a part of the calf's
 * tissue at the work of running. Calibrated. */
#define SH_EASY_WORK 90.0
#define SH_RUNNING_WORK 359.0
#define SH_MUSCLE_WATER 0.080
#define SH_STRAIN_S 75.0
#define SH_MUSCLE_WATER_S 75.0
/* Lymph: +83 % with movement. */
#define SH_LYMPH_MOVE_GAIN 0.83
