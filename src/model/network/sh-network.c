/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-network.h"

#include <math.h>
#include <string.h>

/* Height of joints above the sole in parts of body height: 0.47, 0.90 and 1.22 m at 1.75 m. */
#define SH_STANDARD_HEIGHT_M 1.75
#define SH_KNEE_M 0.47
#define SH_HIP_M 0.90
#define SH_ATRIUM_M 1.22
#define SH_ANKLE_M 0.10

/* Lower leg of 3.3 L (calf 2.3, foot and ankle 1.0): usual water displacement of an adult. */
#define SH_FOOT_TISSUE_ML 1000.0
#define SH_CALF_TISSUE_ML 2300.0
/* Capillary filtration: 2.6-2.9e-3 mL/(100 mL min mmHg). */
#define SH_FILTRATION_PER_ML_S (0.0027 / 100.0 / 60.0)
/* Lymph at rest 0.04 mL/(100 mL min). */
#define SH_LYMPH_PER_ML_S (0.04 / 100.0 / 60.0)

/* The part of a vein's length that an old clot narrows: working value. */
#define SH_NARROWED_PART 0.5
/* A wall resists the speed of its strain, so that a short vein's damps a millilitre more than a
 * long one's; from this volume on the tissue around it is what damps. Working value. */
#define SH_DAMPED_ML 12.0
/* The stocking whose hold on a working muscle is half of what stockings can do: working value. */
#define SH_STOCKING_HALF_MMHG 12.0
/* How much wider a wholly leaking perforator is (subfascial > 3.9 mm, Labropoulos 1999). */
#define SH_PERFORATOR_WIDENING 0.3
/* What growing takes from a collateral's resistance: working values (an old clot of the popliteal
 * vein alone tests like normal, Labropoulos 1997; a closed iliac vein leaves the resting pressure
 * within some 10 mmHg of usual). */
#define SH_KNEE_GROWTH 0.4
#define SH_PELVIC_GROWTH 0.85

/** Height above the sole (upright, standard body) to height above the ground in the posture. */
static double
place (const ShInclination *inclination, double height_m, double scale)
{
  double z = inclination->shank * (height_m < SH_KNEE_M ? height_m : SH_KNEE_M);

  if (inclination->shank <= 0.0)
    z = 0.0;
  if (height_m > SH_KNEE_M)
    z += inclination->thigh * ((height_m < SH_HIP_M ? height_m : SH_HIP_M) - SH_KNEE_M);
  if (height_m > SH_HIP_M)
    z += inclination->trunk * (height_m - SH_HIP_M);
  /* The leg that is raised hangs from the hip: the foot is its highest point. */
  if (inclination->shank < 0.0)
    z = -inclination->shank * (SH_HIP_M - (height_m < SH_HIP_M ? height_m : SH_HIP_M));
  return z * scale;
}

static ShGroup
group_of (int segment)
{
  return sh_vein_info (sh_segment_parameters (segment)->vein)->group;
}

static double
stocking_at (const ShScenario *scenario, double height_m)
{
  /* Graduated: all of it at the ankle, 70 % at the calf's greatest girth, nothing above the knee
   * (RAL-GZ 387: at most 80 % at the calf for classes I and II). */
  if (height_m > 0.45)
    return 0.0;
  if (height_m < 0.10)
    return scenario->stocking_mmhg;
  return scenario->stocking_mmhg * (1.0 - 0.3 * (height_m - 0.10) / 0.21);
}

/** The way of the column: the largest leak through which blood from above reaches each segment, the
 * tightest valve on each way counting. What always has blood to give is not in the way: the pelvis,
 * and for a superficial vein the deep one that it ends in. A single lost valve below one that holds
 * therefore carries no column, and does not widen its vein. */
static void
find_columns (const ShScenario *scenario, double column[SH_N_SEGMENTS])
{
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    column[i] = 0.0;
  column[SH_SEGMENT_COMMON_FEMORAL_B] = column[SH_SEGMENT_ILIAC] = 1.0;
  /* As many passes as the longest way has valves. */
  for (int pass = 0; pass < 8; pass++)
    for (int e = 0; e < SH_VALVE_PERFORATOR_LOW; e++)
      {
        const ShLinkParameters *p = sh_link_parameters (e);
        bool mouth =
            group_of (p->from) == SH_GROUP_SUPERFICIAL && group_of (p->to) == SH_GROUP_DEEP;
        double way = mouth ? 1.0 : column[p->to];

        column[p->from] = fmax (column[p->from], fmin (scenario->leak[e], way));
      }
  /* The pelvis has always carried it, and is not widened by it. */
  column[SH_SEGMENT_COMMON_FEMORAL_B] = column[SH_SEGMENT_ILIAC] = 0.0;
}

/* The top of what a leak has to reach to fill the calf. */
#define CALF_TOP_M 0.32

double
sh_network_calf_column (const ShScenario *scenario)
{
  ShScenario open = *scenario;
  double column[SH_N_SEGMENTS];
  double calf = 0.0;

  for (int i = 0; i < SH_N_VALVES; i++)
    {
      const ShValveInfo *info = sh_valve_info ((ShValve) i);

      if (scenario->closed[info->below] || scenario->closed[info->above])
        open.leak[i] = 0.0;
    }
  if (scenario->tourniquet == SH_TOURNIQUET_IDEAL)
    open.leak[SH_VALVE_GREAT_SAPHENOUS_3] = open.leak[SH_VALVE_SMALL_SAPHENOUS_2] = 0.0;
  find_columns (&open, column);
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    if (sh_segment_parameters (i)->height_m < CALF_TOP_M)
      calf = fmax (calf, column[i]);
  return calf;
}

/** How much area the column gives a vein over the years. Sinuses lie inside the muscle, which holds
 * them; what widens is conduits. */
static double
widened (const ShTuning *tuning, ShVein vein, double column)
{
  if (vein == SH_VEIN_SOLEAL || vein == SH_VEIN_GASTROCNEMIUS)
    return 1.0;
  if (sh_vein_info (vein)->group == SH_GROUP_SUPERFICIAL)
    return 1.0 + tuning->skin_widening * column;
  return 1.0 + tuning->deep_widening * column;
}

/** How much wider than the healthy vein its round cross section is (area). */
static double
calibre (const ShTuning *tuning,
         const ShScenario *scenario,
         const ShSegmentParameters *p,
         double column)
{
  bool superficial = sh_vein_info (p->vein)->group == SH_GROUP_SUPERFICIAL;
  double area = widened (tuning, p->vein, column);
  double warm = superficial ? 0.01 * (scenario->room_temperature_c - 22.0) : 0.0;

  area *= 1.0 + warm;
  /* An old clot narrows a part of the vein's length. */
  area *= 1.0 - SH_NARROWED_PART * scenario->narrowing[p->vein];
  return area;
}

/** The part of its stretch that a stocking leaves to a vein: it holds the distended vein narrower,
 * and does nothing to an emptied one. Under the fascia it is felt less. */
static double
held_stretch (const ShTuning *tuning, const ShScenario *scenario, const ShSegmentParameters *p)
{
  bool superficial = sh_vein_info (p->vein)->group == SH_GROUP_SUPERFICIAL;
  double felt = superficial ? 1.0 : tuning->stocking_deep;

  return 1.0 / (1.0 + felt * tuning->stocking_calibre * stocking_at (scenario, p->height_m));
}

/** What calibration does to a segment: its stretch and its inflows. */
static void
scale_segment (const ShTuning *tuning, int i, double *stretch, double *skin, double *muscle)
{
  if (i >= SH_N_SEGMENTS_BELOW_KNEE)
    return;
  *skin = tuning->skin_inflow;
  *muscle = tuning->muscle_inflow;
  if (i == SH_SEGMENT_PLANTAR || i == SH_SEGMENT_DORSAL_FOOT)
    *stretch = tuning->foot_stretch;
  else if (i == SH_SEGMENT_SOLEAL || i == SH_SEGMENT_GASTROCNEMIUS)
    *stretch = tuning->sinus_stretch;
  else if (sh_vein_info (sh_segment_parameters (i)->vein)->group == SH_GROUP_SUPERFICIAL)
    *stretch = tuning->skin_stretch;
  else
    *stretch = tuning->axial_stretch;
}

/** What calibration does to a link's resistance. */
static double
scale_link (const ShTuning *tuning, int link)
{
  if (link == SH_VALVE_PLANTAR_1 || link == SH_LINK_DORSAL_TO_ANTERIOR_TIBIAL ||
      (link >= SH_LINK_DORSAL_TO_GREAT_SAPHENOUS && link <= SH_LINK_PLANTAR_TO_DORSAL))
    return tuning->foot_resistance;
  if (link >= SH_VALVE_ANTERIOR_TIBIAL_1 && link <= SH_VALVE_GASTROCNEMIUS_1)
    return tuning->pump_resistance;
  if (link >= SH_VALVE_GREAT_SAPHENOUS_1 && link <= SH_VALVE_SMALL_SAPHENOUS_2)
    return tuning->saphenous_resistance;
  if (link >= SH_VALVE_PERFORATOR_LOW && link <= SH_VALVE_PERFORATOR_HIGH)
    return tuning->perforator_resistance;
  if (link >= SH_LINK_INTO_SOLEAL && link <= SH_LINK_INTO_GASTROCNEMIUS)
    return tuning->sinus_perforator_resistance;
  return 1.0;
}

/** What the remains of a lost deep valve leave open: much in the wide trunks, little at the narrow
 * mouths of a muscle's sinuses. */
static double
deep_leak_open (const ShTuning *tuning, int link)
{
  if (link >= SH_VALVE_SOLEAL_1 && link <= SH_VALVE_GASTROCNEMIUS_1)
    return tuning->sinus_leak_open;
  return link >= SH_VALVE_POPLITEAL_1 ? tuning->trunk_leak_open : tuning->deep_leak_open;
}

/** How much of a vein's way is lost: 0 open … 1 shut. */
static double
lost_way (const ShScenario *scenario, ShVein vein)
{
  return scenario->closed[vein] ? 1.0 : scenario->narrowing[vein];
}

/** What a collateral keeps of its resistance when it has grown around the worst of the veins that
 * it goes around. */
static double
grown (const ShScenario *scenario, int link)
{
  double around = 0.0;

  if (link == SH_LINK_COLLATERAL)
    around = fmax (lost_way (scenario, SH_VEIN_POPLITEAL), lost_way (scenario, SH_VEIN_FEMORAL));
  else if (link == SH_LINK_GROIN_COLLATERAL || link == SH_LINK_EPIGASTRIC)
    around = lost_way (scenario, SH_VEIN_COMMON_FEMORAL);
  else if (link == SH_LINK_PELVIC_COLLATERAL)
    around = lost_way (scenario, SH_VEIN_ILIAC);
  if (link == SH_LINK_COLLATERAL)
    return 1.0 - SH_KNEE_GROWTH * around;
  return 1.0 - SH_PELVIC_GROWTH * around;
}

/** How far small perforators and the small saphenous vein give way outward because the popliteal
 * vein is as good as shut: only then does blood of the calf take the way through the skin. */
static double
outward (const ShScenario *scenario)
{
  return 0.2 * pow (lost_way (scenario, SH_VEIN_POPLITEAL), 24.0);
}

/** The part of a valve that stays open backward: what leaks, less what a stocking brings together.
 */
static double
leak_of (const ShTuning *tuning, const ShScenario *scenario, int link)
{
  const ShLinkParameters *p = sh_link_parameters (link);
  double height = p->to == SH_RIGHT_ATRIUM ? 2.0 : sh_segment_parameters (p->from)->height_m;
  double together = 1.0 + tuning->stocking_leak * stocking_at (scenario, height);
  double leak = 0.0, open = tuning->skin_leak_open;

  if (link < SH_N_VALVES)
    {
      leak = scenario->leak[link];
      if (link == SH_VALVE_SMALL_SAPHENOUS_1)
        leak = fmax (leak, outward (scenario));
      if (sh_valve_info ((ShValve) link)->group == SH_GROUP_DEEP)
        open = deep_leak_open (tuning, link);
    }
  else if (link >= SH_LINK_INTO_SOLEAL && link <= SH_LINK_INTO_GASTROCNEMIUS)
    /* The small perforators share the fate of the three that are named. */
    leak = (scenario->leak[SH_VALVE_PERFORATOR_LOW] + scenario->leak[SH_VALVE_PERFORATOR_MIDDLE] +
            scenario->leak[SH_VALVE_PERFORATOR_HIGH]) /
           3.0;
  else if (link == SH_LINK_DORSAL_TO_ANTERIOR_TIBIAL)
    {
      leak = fmax (scenario->leak[SH_VALVE_ANTERIOR_TIBIAL_1], outward (scenario));
      open = tuning->deep_leak_open;
    }
  else if (link != SH_LINK_COLLATERAL)
    return 1.0; /* no valve */
  leak *= open / together;
  if ((link >= SH_VALVE_PERFORATOR_LOW && link <= SH_VALVE_PERFORATOR_HIGH) ||
      (link >= SH_LINK_INTO_SOLEAL && link <= SH_LINK_INTO_GASTROCNEMIUS))
    leak = fmax (fmax (leak, tuning->perforator_leak), outward (scenario));
  return leak < SH_VALVE_TIGHT ? SH_VALVE_TIGHT : leak;
}

/** A stocking holds the skin against the bulging calf: part of the muscle's pressure that reaches
 * veins beside it, on top of what reaches them anyway. */
static double
firmly_held (const ShTuning *tuning, const ShScenario *scenario, const ShSegmentParameters *p)
{
  double stocking = stocking_at (scenario, p->height_m);

  if (p->height_m < 0.09) /* the foot: no muscle bulges there */
    return 0.0;
  /* Elastic fabric gives way: under the strongest the skin's pressure rises by a few mmHg. */
  return (1.0 - p->press[SH_PRESS_CALF]) * tuning->stocking_press * stocking /
         (stocking + SH_STOCKING_HALF_MMHG);
}

static void
init_compartment (
    ShNetwork *network, const ShTuning *tuning, const ShScenario *scenario, double column, int i)
{
  const ShSegmentParameters *p = sh_segment_parameters (i);
  ShCompartment *c = &network->compartment[i];
  double scale = scenario->body_height_m / SH_STANDARD_HEIGHT_M;
  double size = scale * scale;
  double area = calibre (tuning, scenario, p, column);
  ShInclination inclination = sh_gait_inclination (scenario);
  double z = place (&inclination, p->height_m, scale);
  bool upright = scenario->posture >= SH_POSTURE_SITTING;
  double depth = scenario->water_depth_m - z;
  /* Skin takes twice the blood per 13 K of warmth (working value: it doubles with heat). */
  double warmth = pow (2.0, (scenario->room_temperature_c - 22.0) / 13.0);
  double inflow = scenario->closed[p->vein] ? 0.0 : p->inflow_ml_s * size;

  double stretch = 1.0, skin = 1.0, muscle = 1.0;

  scale_segment (tuning, i, &stretch, &skin, &muscle);
  network->reference_round_ml[i] = p->round_ml * size;
  c->round_ml = p->round_ml * size * area;
  c->stretch_ml = p->stretch_ml * stretch * size * area * held_stretch (tuning, scenario, p);
  c->per_round_ml = 1.0 / c->round_ml;
  c->per_stretch_ml = 1.0 / c->stretch_ml;
  c->stiffness_mmhg = tuning->stiffness * p->stiffness_mmhg / (1.0 + tuning->stretch_start);
  c->stretch_start = tuning->stretch_start;
  c->reference_ml = (p->round_ml + 0.4 * p->stretch_ml * stretch) * size *
                    (1.0 - SH_NARROWED_PART * scenario->narrowing[p->vein]);
  /* An old clot's narrowing counts in its links; a deep vein that has lost its valves is slack, not
   * a better conduit. */
  if (sh_vein_info (p->vein)->group == SH_GROUP_DEEP)
    c->reference_ml *= widened (tuning, p->vein, column);
  c->damping = SH_WALL_DAMPING * fmax (1.0, SH_DAMPED_ML / c->round_ml);
  c->column_mmhg = SH_RHO_G_MMHG_M * z;
  c->outside_mmhg = upright && depth > 0.0 ? SH_RHO_G_WATER_MMHG_M * depth : 0.0;
  memcpy (c->press, p->press, sizeof c->press);
  c->press[SH_PRESS_CALF] += firmly_held (tuning, scenario, p);
  c->arterial_mmhg = SH_ARTERY_MMHG + SH_RHO_G_MMHG_M * (network->atrium_height_m - z);
  c->skin_inflow = inflow * p->skin * warmth * skin;
  c->muscle_inflow = inflow * (1.0 - p->skin) * muscle;
  c->tissue = p->height_m < 0.12 ? SH_TISSUE_FOOT : SH_TISSUE_CALF;
  c->filtration =
      p->filtration * network->tissue_ml[c->tissue] * SH_FILTRATION_PER_ML_S * tuning->filtration;
  /* A muscle's water comes out of the blood that its sinuses gather. */
  c->draught = i == SH_SEGMENT_SOLEAL ? 0.6 : i == SH_SEGMENT_GASTROCNEMIUS ? 0.4 : 0.0;
  c->frozen = scenario->closed[p->vein];
  if (c->frozen)
    c->filtration = c->draught = 0.0;
  c->under_cuff = p->height_m > 0.13 && p->height_m < 0.42;
  c->compress_mmhg = stocking_at (scenario, p->height_m);
}

static bool
pipe_is_shut (const ShScenario *scenario, int link)
{
  const ShLinkParameters *p = sh_link_parameters (link);
  bool at_knee = link == SH_VALVE_GREAT_SAPHENOUS_3 || link == SH_VALVE_SMALL_SAPHENOUS_2;

  if (at_knee && scenario->tourniquet == SH_TOURNIQUET_IDEAL)
    return true;
  if (p->to != SH_RIGHT_ATRIUM && scenario->closed[sh_segment_parameters (p->to)->vein])
    return true;
  return scenario->closed[sh_segment_parameters (p->from)->vein];
}

/** The part of its area that a link keeps: an old clot sits in the vein that the link leaves. */
static double
stenosis (const ShScenario *scenario, const ShLinkParameters *p)
{
  return 1.0 - scenario->narrowing[sh_segment_parameters (p->from)->vein];
}

static void
init_pipe (ShNetwork *network, const ShTuning *tuning, const ShScenario *scenario, int link)
{
  const ShLinkParameters *p = sh_link_parameters (link);
  ShPipe *pipe = &network->pipe[link];
  double scale = scenario->body_height_m / SH_STANDARD_HEIGHT_M;
  double area_m2 = p->area_cm2 * 1e-4 * scale * scale;
  bool around = link == SH_LINK_COLLATERAL ||
                (link >= SH_LINK_DEEP_FEMORAL && link <= SH_LINK_PELVIC_COLLATERAL);
  double open = around ? 1.0 : stenosis (scenario, p);
  double to_mmhg = p->to == SH_RIGHT_ATRIUM ? SH_RHO_G_MMHG_M * network->atrium_height_m
                                            : network->compartment[p->to].column_mmhg;
  double wide = 1.0;

  if (link >= SH_VALVE_PERFORATOR_LOW && link <= SH_VALVE_PERFORATOR_HIGH)
    wide = 1.0 + SH_PERFORATOR_WIDENING *
                     scenario->leak[link]; /* leaking perforators are wide (subfascial > 3.9 mm) */
  pipe->from = p->from;
  pipe->to = p->to;
  pipe->resistance = scale_link (tuning, link) * p->resistance /
                     (scale * scale * scale * open * open * wide * wide);
  pipe->inertance =
      SH_BLOOD_DENSITY * p->length_cm * 0.01 * scale / area_m2 / SH_PASCAL_PER_MMHG * 1e-6;
  pipe->jet_back = 0.5 * SH_BLOOD_DENSITY / (area_m2 * area_m2) / SH_PASCAL_PER_MMHG * 1e-12 /
                   (open * open * wide * wide);
  pipe->jet = tuning->jet_loss * pipe->jet_back;
  pipe->drop_mmhg = network->compartment[p->from].column_mmhg - to_mmhg;
  /* Collaterals grow around an old clot. */
  pipe->resistance *= grown (scenario, link);
  pipe->leak = leak_of (tuning, scenario, link);
  pipe->per_slip_ml = 1.0 / (SH_VALVE_SLIP_CM * area_m2 * 1e4);
  pipe->shut = pipe_is_shut (scenario, link);
}

/** Water neither comes nor goes in the morning, after a night lying: the capillary pressure at
 * which filtration equals the lymph of rest. */
static void
init_water (ShNetwork *network, const ShTuning *tuning)
{
  /* Venous pressure lying, over the column that a vein 5 cm below the atrium carries. */
  double lying_mmhg = SH_ATRIUM_MMHG + SH_RHO_G_MMHG_M * 0.05 + 0.5;

  for (int i = 0; i < SH_N_TISSUES; i++)
    {
      network->lymph_ml_s[i] = network->tissue_ml[i] * SH_LYMPH_PER_ML_S;
      network->tissue_mmhg_per_ml[i] = tuning->tissue_mmhg / network->tissue_ml[i];
    }
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    network->compartment[i].filtration_zero_mmhg = SH_CAPILLARY_GAIN * lying_mmhg +
                                                   SH_CAPILLARY_MMHG -
                                                   SH_LYMPH_PER_ML_S / SH_FILTRATION_PER_ML_S;
}

void
sh_network_init (ShNetwork *network, const ShTuning *tuning, const ShScenario *scenario)
{
  double scale = scenario->body_height_m / SH_STANDARD_HEIGHT_M;
  ShInclination inclination = sh_gait_inclination (scenario);
  double column[SH_N_SEGMENTS];

  find_columns (scenario, column);
  memset (network, 0, sizeof *network);
  network->tissue_ml[SH_TISSUE_FOOT] = SH_FOOT_TISSUE_ML * scale * scale;
  network->tissue_ml[SH_TISSUE_CALF] = SH_CALF_TISSUE_ML * scale * scale;
  network->muscle_water_ml = SH_MUSCLE_WATER * network->tissue_ml[SH_TISSUE_CALF];
  network->atrium_mmhg = SH_ATRIUM_MMHG;
  network->lymph_water = tuning->lymph_water;
  network->reflex = tuning->reflex;
  network->tissue_pump = tuning->tissue_pump;
  network->muscle_gain = 1.0 + tuning->stocking_muscle * stocking_at (scenario, 0.30) /
                                   (stocking_at (scenario, 0.30) + SH_STOCKING_HALF_MMHG);
  network->atrium_height_m = place (&inclination, SH_ATRIUM_M, scale) + inclination.atrium_m;
  network->ankle_height_m = place (&inclination, SH_ANKLE_M, scale);
  for (int i = 0; i < SH_N_VEINS; i++)
    network->column_of_vein_mmhg[i] =
        SH_RHO_G_MMHG_M * place (&inclination, sh_vein_info ((ShVein) i)->height_m, scale);
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    init_compartment (network, tuning, scenario, column[i], i);
  for (int i = 0; i < SH_N_LINKS; i++)
    init_pipe (network, tuning, scenario, i);
  init_water (network, tuning);
}
