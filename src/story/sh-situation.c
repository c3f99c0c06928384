/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-situation.h"

#include <math.h>

/* What is worth a word. These limits choose between texts; they are calibrated for reading. */
#define LEAK_WORTH 0.05       /* from here on the picture marks a valve as leaking */
#define STRONG_LEAK 0.3       /* so large a leak shows before the pump has come to its end */
#define NARROWING_WORTH 0.4   /* part of the open area lost */
#define WEAK_CALF 0.6         /* part of a healthy calf's strength */
#define SMALL_MOVEMENT 0.4    /* part of the usual effort or of the ankle's range */
#define FLAT_FOOT 0.35        /* toe pointing on the bicycle */
#define STOCKING_MMHG 6.0     /* weaker than the lightest class that is sold */
#define WATER_M 0.5           /* the water reaches the knee */
#define WATER_ML 15.0         /* tissue water that makes about half a percent of a lower leg */
#define LONG_WATER_ML 45.0    /* and what a quarter of an hour of sitting or standing brings */
#define REFILL_ENTER 0.80     /* part of the still pressure below which the veins refill */
#define REFILL_LEAVE 0.88     /* and above which they have refilled */
#define REFILL_HALF 0.60      /* above it words about how fast it goes are not taken back */
#define REFLUX_ENTER_ML_S 1.5 /* blood that falls past the knee though the pressure is back */
#define REFLUX_LEAVE_ML_S 1.0 /* breathing moves up to 0.9 mL/s in a leg without valves */
#define REFLUX_SLOW_ML_S 0.4  /* less adds little to the 1.4 mL/s of the arteries */
/* Words about a pressure are left so much later than entered: the mean that is shown swings by up
 * to 4 mmHg with the steps of someone on stairs. */
#define LOW_SLACK 1.2
#define HIGH_SLACK 1.25
#define STILL_PRESSURE_MMHG 3.0 /* of the right atrium: physiology, section 7.6 */
/* Which pressures are called low and high, as parts of the pressure in stillness: healthy walkers
 * come to 0.3, a leaking great saphenous vein to 0.55 (anchors A1, A2). Where there is no column,
 * lying or in the water, any pressure below the healthy walker's upright one is low and none is
 * high. */
#define LOW_PART 0.5
#define HIGH_PART 0.4
#define LOW_ANYWHERE_MMHG 25.0
#define STARTING_CYCLES 8 /* within so many a healthy pump has brought the pressure down */
#define BLOOD_COLUMN_MMHG_PER_M 78.0 /* weight of blood, 1060 kg/m³ */

double
sh_still_ankle_mmhg (const ShFrame *frame)
{
  double column_m = frame->heart_height_m - frame->ankle_height_m;

  return STILL_PRESSURE_MMHG + BLOOD_COLUMN_MMHG_PER_M * (column_m > 0 ? column_m : 0);
}

static bool
is_closed (const ShScenario *scenario, ShVein vein)
{
  return vein != SH_VEIN_NONE && scenario->closed[vein];
}

unsigned
sh_leaking_groups (const ShScenario *scenario)
{
  unsigned groups = 0;

  for (int i = 0; i < SH_N_VALVES; i++)
    {
      const ShValveInfo *info = sh_valve_info ((ShValve) i);

      if (scenario->leak[i] >= LEAK_WORTH && !is_closed (scenario, info->below) &&
          !is_closed (scenario, info->above))
        groups |= 1u << info->group;
    }
  return groups;
}

/* Whether valves of a closed vein would leak: what the treatment did is then worth a word. */
static bool
leak_is_closed_off (const ShScenario *scenario)
{
  for (int i = 0; i < SH_N_VALVES; i++)
    {
      const ShValveInfo *info = sh_valve_info ((ShValve) i);

      if (scenario->leak[i] >= LEAK_WORTH &&
          (is_closed (scenario, info->below) || is_closed (scenario, info->above)))
        return true;
    }
  return false;
}

static bool
deep_veins_are_narrowed (const ShScenario *scenario)
{
  for (int i = 0; i < SH_N_VEINS; i++)
    if (sh_vein_info ((ShVein) i)->group == SH_GROUP_DEEP &&
        scenario->narrowing[i] >= NARROWING_WORTH)
      return true;
  return false;
}

static bool
was_refilling (ShSituation previous)
{
  return previous == SH_SITUATION_REFILLING || previous == SH_SITUATION_REFILLING_LEAKING ||
         previous == SH_SITUATION_REFILLING_LEAKING_SLOW;
}

/* The ankle's pressure as a part of what it is when nothing moves. */
static double
part_of_still (const ShFrame *frame)
{
  return frame->pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE] / sh_still_ankle_mmhg (frame);
}

/* Blood comes back after the pump stopped: only upright, where there is a column to fill. Through
 * lost valves it still falls when the pressure at the ankle is nearly back. */
static bool
is_refilling (const ShFrame *frame, bool leaking, ShSituation previous)
{
  bool before = was_refilling (previous);

  if (part_of_still (frame) < (before ? REFILL_LEAVE : REFILL_ENTER))
    return true;
  return leaking && frame->below_knee_down_ml_s > (before ? REFLUX_LEAVE_ML_S : REFLUX_ENTER_ML_S);
}

/* Whether leaking valves make veins refill fast: as one sees it from the blood that falls past the
 * knee; in the first instants, while the muscle lets go, from the leaks. A leak below a tight
 * valve, one of a perforator, or one behind a tourniquet lets hardly any blood back. */
static bool
refills_fast (const ShFrame *frame, const ShScenario *scenario, ShSituation previous)
{
  bool column = sh_leg_calf_column (scenario) >= LEAK_WORTH;
  bool slow = frame->below_knee_down_ml_s < REFLUX_SLOW_ML_S &&
              frame->below_knee_up_ml_s < REFLUX_LEAVE_ML_S;

  if (previous == SH_SITUATION_REFILLING_LEAKING)
    return !slow || part_of_still (frame) > REFILL_HALF;
  if (previous == SH_SITUATION_REFILLING_LEAKING_SLOW)
    return column && frame->below_knee_down_ml_s > REFLUX_LEAVE_ML_S;
  return column && !(previous == SH_SITUATION_NONE && slow);
}

static ShSituation
refilling (const ShFrame *frame, const ShScenario *scenario, bool leaking, ShSituation previous)
{
  if (!leaking)
    return SH_SITUATION_REFILLING;
  return refills_fast (frame, scenario, previous) ? SH_SITUATION_REFILLING_LEAKING
                                                  : SH_SITUATION_REFILLING_LEAKING_SLOW;
}

/* Whether so much water has gathered in the tissue, or a little less when it was spoken of before.
 */
static bool
is_swollen (const ShFrame *frame, double water_ml, ShSituation previous)
{
  bool before = previous == SH_SITUATION_MOVING_SWOLLEN || previous == SH_SITUATION_SITTING_LONG ||
                previous == SH_SITUATION_STANDING_LONG || previous == SH_SITUATION_LYING_SWOLLEN ||
                previous == SH_SITUATION_LEG_UP_SWOLLEN;

  return frame->interstitial_ml - frame->muscle_water_ml > (before ? 0.8 : 1.0) * water_ml;
}

static ShSituation
standing_still (const ShFrame *frame, const ShScenario *scenario, bool swollen)
{
  if (swollen)
    return SH_SITUATION_STANDING_LONG;
  if (sh_leaking_groups (scenario) != 0)
    return SH_SITUATION_STANDING_LEAKING;
  if (scenario->water_depth_m >= WATER_M)
    return SH_SITUATION_STANDING_WATER;
  if (scenario->stocking_mmhg >= STOCKING_MMHG)
    return SH_SITUATION_STANDING_STOCKING;
  return SH_SITUATION_STANDING;
}

static ShSituation
still (const ShFrame *frame, const ShScenario *scenario, ShSituation previous)
{
  bool leaking = sh_leaking_groups (scenario) != 0;
  bool swollen = is_swollen (frame, WATER_ML, previous);

  if (frame->posture == SH_POSTURE_LYING_LEG_UP)
    return swollen ? SH_SITUATION_LEG_UP_SWOLLEN : SH_SITUATION_LEG_UP;
  if (frame->posture == SH_POSTURE_LYING)
    return swollen ? SH_SITUATION_LYING_SWOLLEN : SH_SITUATION_LYING;
  if (is_refilling (frame, leaking, previous))
    return refilling (frame, scenario, leaking, previous);
  swollen = is_swollen (frame, LONG_WATER_ML, previous);
  if (frame->posture == SH_POSTURE_STANDING)
    return standing_still (frame, scenario, swollen);
  if (swollen)
    return SH_SITUATION_SITTING_LONG;
  return leaking ? SH_SITUATION_SITTING_LEAKING : SH_SITUATION_SITTING;
}

static bool
lies (const ShFrame *frame)
{
  return frame->posture == SH_POSTURE_LYING || frame->posture == SH_POSTURE_LYING_LEG_UP;
}

/* What leaking veins upright do, by their kind. A leak below a tight valve is not spoken of here;
 * a small one is not said to keep the pressure high before the pump has shown how far it copes. */
static ShSituation
leaking_veins (const ShFrame *frame, const ShScenario *scenario, unsigned groups)
{
  double column = sh_leg_calf_column (scenario);

  if (groups == 1u << SH_GROUP_PERFORATOR)
    return SH_SITUATION_MOVING_PERFORATOR;
  if (column < LEAK_WORTH)
    return SH_SITUATION_NONE;
  if (column < STRONG_LEAK && frame->cycles < STARTING_CYCLES)
    return SH_SITUATION_MOVING_LEAKS_COPING;
  if (groups == 1u << SH_GROUP_SUPERFICIAL)
    return SH_SITUATION_MOVING_SUPERFICIAL;
  return groups == 1u << SH_GROUP_DEEP ? SH_SITUATION_MOVING_DEEP : SH_SITUATION_MOVING_LEAKS;
}

/* What leaking valves do while the pump works; NONE when none leaks, or none that shows. */
static ShSituation
leaking (const ShFrame *frame, const ShScenario *scenario)
{
  unsigned groups = sh_leaking_groups (scenario);

  if (groups == 0)
    return leak_is_closed_off (scenario) ? SH_SITUATION_MOVING_CLOSED : SH_SITUATION_NONE;
  if (groups == 1u << SH_GROUP_SUPERFICIAL && scenario->tourniquet == SH_TOURNIQUET_IDEAL)
    return SH_SITUATION_MOVING_TOURNIQUET;
  if (scenario->stocking_mmhg >= STOCKING_MMHG)
    return SH_SITUATION_MOVING_LEAKS_STOCKING;
  if (lies (frame))
    return SH_SITUATION_MOVING_LEAKS_LYING;
  return leaking_veins (frame, scenario, groups);
}

/* Why the muscle itself moves little blood; NONE when it works well, or lying, where the blood runs
 * home without it. */
static ShSituation
weak (const ShFrame *frame, const ShScenario *scenario)
{
  if (lies (frame))
    return SH_SITUATION_NONE;
  if (scenario->calf_strength < WEAK_CALF)
    return SH_SITUATION_MOVING_WEAK;
  if (scenario->activity == SH_ACTIVITY_CYCLING && scenario->toe_pointing < FLAT_FOOT)
    return SH_SITUATION_CYCLING_FLAT;
  if (scenario->effort < SMALL_MOVEMENT || scenario->ankle_range < SMALL_MOVEMENT)
    return SH_SITUATION_MOVING_SMALL;
  return SH_SITUATION_NONE;
}

static ShSituation
healthy (const ShFrame *frame)
{
  static const ShSituation own[SH_N_ACTIVITIES] = {
    [SH_ACTIVITY_REST] = SH_SITUATION_STANDING,
    [SH_ACTIVITY_ANKLE_PUMPS] = SH_SITUATION_ANKLE_PUMPS,
    [SH_ACTIVITY_HEEL_RAISES] = SH_SITUATION_HEEL_RAISES,
    [SH_ACTIVITY_WALKING] = SH_SITUATION_WALKING,
    [SH_ACTIVITY_HIKING] = SH_SITUATION_HIKING,
    [SH_ACTIVITY_STAIRS] = SH_SITUATION_STAIRS,
    [SH_ACTIVITY_CYCLING] = SH_SITUATION_CYCLING,
    [SH_ACTIVITY_RUNNING] = SH_SITUATION_RUNNING,
    [SH_ACTIVITY_SWIMMING] = SH_SITUATION_SWIMMING,
  };

  if (frame->activity == SH_ACTIVITY_ANKLE_PUMPS && lies (frame))
    return SH_SITUATION_ANKLE_PUMPS_LYING;
  return own[frame->activity];
}

static ShSituation
moving (const ShFrame *frame, const ShScenario *scenario, ShSituation previous)
{
  ShSituation situation = SH_SITUATION_NONE;

  if (frame->posture == SH_POSTURE_STANDING && scenario->water_depth_m >= WATER_M)
    return SH_SITUATION_MOVING_WATER;
  if (deep_veins_are_narrowed (scenario))
    return SH_SITUATION_MOVING_CLOT;
  situation = leaking (frame, scenario);
  if (situation == SH_SITUATION_NONE)
    situation = weak (frame, scenario);
  if (situation == SH_SITUATION_NONE && is_swollen (frame, WATER_ML, previous))
    situation = SH_SITUATION_MOVING_SWOLLEN;
  if (situation == SH_SITUATION_NONE && sh_leaking_groups (scenario) != 0)
    situation = SH_SITUATION_MOVING_LEAKS_COPING;
  if (situation == SH_SITUATION_NONE && scenario->stocking_mmhg >= STOCKING_MMHG)
    situation = SH_SITUATION_MOVING_STOCKING;
  return situation != SH_SITUATION_NONE ? situation : healthy (frame);
}

ShClaim
sh_situation_claim (ShSituation situation)
{
  static const ShClaim claims[SH_N_SITUATIONS] = {
    [SH_SITUATION_LYING] = SH_CLAIM_LOW,
    [SH_SITUATION_LEG_UP] = SH_CLAIM_LOW,
    [SH_SITUATION_ANKLE_PUMPS_LYING] = SH_CLAIM_LOW,
    [SH_SITUATION_WALKING] = SH_CLAIM_LOW,
    [SH_SITUATION_HIKING] = SH_CLAIM_LOW,
    [SH_SITUATION_STAIRS] = SH_CLAIM_LOW,
    [SH_SITUATION_MOVING_TOURNIQUET] = SH_CLAIM_LOW,
    [SH_SITUATION_MOVING_LEAKS_LYING] = SH_CLAIM_LOW,
    [SH_SITUATION_MOVING_LEAKS_COPING] = SH_CLAIM_LOW,
    [SH_SITUATION_MOVING_CLOT_COPING] = SH_CLAIM_LOW,
    [SH_SITUATION_STANDING] = SH_CLAIM_HIGH,
    [SH_SITUATION_MOVING_WEAK] = SH_CLAIM_HIGH,
    [SH_SITUATION_MOVING_SUPERFICIAL] = SH_CLAIM_HIGH,
    [SH_SITUATION_MOVING_DEEP] = SH_CLAIM_HIGH,
    [SH_SITUATION_MOVING_LEAKS] = SH_CLAIM_HIGH,
    [SH_SITUATION_MOVING_CLOT] = SH_CLAIM_HIGH,
  };

  return situation >= 0 && situation < SH_N_SITUATIONS ? claims[situation] : SH_CLAIM_NONE;
}

static bool
holds (ShClaim claim, const ShFrame *frame, double ankle_mmhg, bool before)
{
  double still_mmhg = sh_still_ankle_mmhg (frame);
  double low_mmhg = fmax (LOW_ANYWHERE_MMHG, LOW_PART * still_mmhg);
  double high_mmhg = fmax (LOW_ANYWHERE_MMHG, HIGH_PART * still_mmhg);

  if (claim == SH_CLAIM_LOW)
    return ankle_mmhg <= (before ? LOW_SLACK : 1.0) * low_mmhg;
  if (claim == SH_CLAIM_HIGH)
    return ankle_mmhg >= high_mmhg / (before ? HIGH_SLACK : 1.0);
  return true;
}

bool
sh_claim_holds (ShClaim claim, const ShFrame *frame, double ankle_mmhg)
{
  return holds (claim, frame, ankle_mmhg, false);
}

/* What to say where the usual words would claim what the number beside them does not show. */
static ShSituation
without_claim (ShSituation situation, const ShFrame *frame)
{
  switch ((int) situation)
    {
    case SH_SITUATION_LYING:
    case SH_SITUATION_LEG_UP:
    case SH_SITUATION_ANKLE_PUMPS_LYING:
    case SH_SITUATION_MOVING_LEAKS_LYING:
      return SH_SITUATION_LYING_DOWN;
    case SH_SITUATION_STANDING:
      return SH_SITUATION_REFILLING;
    case SH_SITUATION_MOVING_WEAK:
      return SH_SITUATION_MOVING_WEAK_COPING;
    case SH_SITUATION_MOVING_SUPERFICIAL:
    case SH_SITUATION_MOVING_DEEP:
    case SH_SITUATION_MOVING_LEAKS:
      return SH_SITUATION_MOVING_LEAKS_COPING;
    case SH_SITUATION_MOVING_CLOT:
      return SH_SITUATION_MOVING_CLOT_COPING;
    default:
      return frame->cycles < STARTING_CYCLES ? SH_SITUATION_MOVING_STARTING
                                             : SH_SITUATION_MOVING_LABORS;
    }
}

ShSituation
sh_situation (const ShFrame *frame,
              const ShScenario *scenario,
              double ankle_mmhg,
              ShSituation previous)
{
  bool moves = frame->moving && !scenario->inactive && frame->activity != SH_ACTIVITY_REST;
  ShSituation situation =
      moves ? moving (frame, scenario, previous) : still (frame, scenario, previous);

  if (isnan (ankle_mmhg))
    ankle_mmhg = frame->pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE];
  if (!holds (sh_situation_claim (situation), frame, ankle_mmhg, situation == previous))
    return without_claim (situation, frame);
  return situation;
}
