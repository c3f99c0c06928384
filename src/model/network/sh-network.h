/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-gait.h"
#include "sh-parameters.h"
#include "sh-scenario.h"
#include "sh-tuning.h"

/* The leg's equations with one scenario's numbers put in: what stays constant between two changes
 * of a control. Built once by sh_network_init, then only read. */

/** One compartment: tube law, gravity, what presses on it, what feeds it. */
typedef struct
{
  double round_ml;       /* V0: volume at transmural pressure 0 */
  double stretch_ml;     /* Vx: what stretching can add */
  double per_round_ml;   /* 1/V0 */
  double per_stretch_ml; /* 1/Vx */
  double stiffness_mmhg; /* Pc / (1 + stretch_start) */
  double stretch_start;
  double reference_ml; /* the volume at which link resistances hold */
  double damping;      /* mmHg s/mL of the wall */
  double column_mmhg;  /* rho g z: height above the ground as pressure */
  double outside_mmhg; /* steady pressure from outside: water */
  double press[SH_N_PRESSES];
  double arterial_mmhg;        /* mean arterial pressure at its height */
  double skin_inflow;          /* mL/s per mmHg of arterial minus venous pressure */
  double muscle_inflow;        /* the same for muscle, before hyperaemia */
  double filtration;           /* mL/s per mmHg */
  double draught;              /* part of the water that the working calf draws, from here */
  double filtration_zero_mmhg; /* capillary pressure with no filtration at morning water */
  ShTissue tissue;
  bool frozen;          /* a treated vein: nothing enters or leaves */
  bool under_cuff;      /* where the clinic's calf cuff lies */
  double compress_mmhg; /* stocking pressure there, for transmural pressure and filtration */
} ShCompartment;

/** One link: resistance, inertance and jet loss at the donor's reference volume, gravity. */
typedef struct
{
  ShSegment from;
  ShSegment to;
  double resistance; /* R: mmHg s/mL */
  double jet;        /* B upward: mmHg s2/mL2; leaflets and sinus lead the blood on */
  double jet_back;   /* B downward, where remains of a valve lead nothing: all of the jet is lost */
  double inertance;  /* L: mmHg s2/mL */
  double drop_mmhg;  /* rho g (z_from - z_to) */
  double leak;       /* part left open when the valve is closed */
  double per_slip_ml; /* 1 / blood that slips back while the leaflets close */
  bool shut;          /* no flow at all: tourniquet, closed vein */
} ShPipe;

typedef struct
{
  ShCompartment compartment[SH_N_SEGMENTS];
  ShPipe pipe[SH_N_LINKS];
  double atrium_mmhg;                       /* at the atrium's own height */
  double reference_round_ml[SH_N_SEGMENTS]; /* V0 of the healthy vein: area_ratio refers to it */
  double tissue_ml[SH_N_TISSUES];           /* volume of the tissue itself */
  double muscle_water_ml;                   /* what running draws into the calf muscle */
  double tissue_mmhg_per_ml[SH_N_TISSUES];  /* back pressure of water */
  double lymph_water;                       /* growth of lymph per part of water */
  double reflex;                   /* part of the inflow that the veno-arteriolar reflex takes */
  double tissue_pump;              /* part of the muscle's pressure that tissue water feels */
  double muscle_gain;              /* by a stocking's firm hold */
  double lymph_ml_s[SH_N_TISSUES]; /* at morning water, at rest */
  double column_of_vein_mmhg[SH_N_VEINS]; /* rho g z at the vein's measuring place */
  double atrium_height_m;
  double ankle_height_m;
} ShNetwork;

/** Puts the calibrated numbers and those of @scenario into the equations. @scenario is checked
 * already. */
void sh_network_init (ShNetwork *network, const ShTuning *tuning, const ShScenario *scenario);

/** See sh_leg_calf_column (). */
double sh_network_calf_column (const ShScenario *scenario);
