/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "sh-leg-private.h"

/* A movement that starts or stops is taken up in this time by the joints. */
#define SH_POSE_BLEND_S 0.5

/* The calibres of the anatomy tables are those of veins filled to this times their round volume. */
#define SH_FILLED_AREA_RATIO 2.2

/** The links whose mean flow is the flow through a vein; the same twice when there is only one. */
static const int through[SH_N_VEINS][2] = {
  [SH_VEIN_PLANTAR] = { SH_VALVE_PLANTAR_1, SH_VALVE_PLANTAR_1 },
  [SH_VEIN_DORSAL_FOOT] = { SH_LINK_DORSAL_TO_GREAT_SAPHENOUS, SH_LINK_DORSAL_TO_GREAT_SAPHENOUS },
  [SH_VEIN_ANTERIOR_TIBIAL] = { SH_VALVE_ANTERIOR_TIBIAL_1, SH_VALVE_ANTERIOR_TIBIAL_1 },
  [SH_VEIN_POSTERIOR_TIBIAL] = { SH_VALVE_POSTERIOR_TIBIAL_1, SH_VALVE_POSTERIOR_TIBIAL_2 },
  [SH_VEIN_PERONEAL] = { SH_VALVE_PERONEAL_1, SH_VALVE_PERONEAL_2 },
  [SH_VEIN_SOLEAL] = { SH_VALVE_SOLEAL_1, SH_VALVE_SOLEAL_2 },
  [SH_VEIN_GASTROCNEMIUS] = { SH_VALVE_GASTROCNEMIUS_1, SH_VALVE_GASTROCNEMIUS_1 },
  [SH_VEIN_POPLITEAL] = { SH_VALVE_POPLITEAL_1, SH_VALVE_POPLITEAL_2 },
  [SH_VEIN_FEMORAL] = { SH_VALVE_FEMORAL_1, SH_VALVE_FEMORAL_2 },
  [SH_VEIN_COMMON_FEMORAL] = { SH_LINK_GROIN_TO_ILIAC, SH_VALVE_COMMON_FEMORAL_1 },
  [SH_VEIN_ILIAC] = { SH_LINK_GROIN_TO_ILIAC, SH_LINK_ILIAC_TO_ATRIUM },
  [SH_VEIN_GREAT_SAPHENOUS_ANKLE] = { SH_VALVE_GREAT_SAPHENOUS_1,
                                      SH_LINK_DORSAL_TO_GREAT_SAPHENOUS },
  [SH_VEIN_GREAT_SAPHENOUS_CALF] = { SH_VALVE_GREAT_SAPHENOUS_2, SH_VALVE_GREAT_SAPHENOUS_3 },
  [SH_VEIN_GREAT_SAPHENOUS_THIGH] = { SH_VALVE_GREAT_SAPHENOUS_4, SH_VALVE_GREAT_SAPHENOUS_5 },
  [SH_VEIN_SMALL_SAPHENOUS] = { SH_VALVE_SMALL_SAPHENOUS_1, SH_VALVE_SMALL_SAPHENOUS_2 },
};

static void
read_volumes (const ShLeg *leg, const ShMoment *now, ShFrame *frame)
{
  memset (frame->volume_ml, 0, sizeof frame->volume_ml);
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      ShVein vein = sh_segment_parameters (i)->vein;

      frame->volume_ml[vein] += now->state.volume_ml[i];
      if (i < SH_N_SEGMENTS_BELOW_KNEE)
        frame->calf_blood_ml += now->state.volume_ml[i];
    }
  for (int v = 0; v < SH_N_VEINS; v++)
    {
      int main_segment = sh_vein_main_segment ((ShVein) v);

      frame->area_ratio[v] =
          now->state.volume_ml[main_segment] / leg->network.reference_round_ml[main_segment];
    }
}

/** The pressure at the vein's own measuring place: that of its compartment, moved along the column
 * of blood. A treated vein holds no column; its place then shows what its neighbours carry. */
static void
read_pressures (const ShLeg *leg, const ShMoment *now, const ShDrive *drive, ShFrame *frame)
{
  const ShNetwork *network = &leg->network;

  for (int v = 0; v < SH_N_VEINS; v++)
    {
      int segment = sh_vein_main_segment ((ShVein) v);
      const ShCompartment *c = &network->compartment[segment];
      int source = leg->scenario.closed[v] && segment < SH_N_SEGMENTS_BELOW_KNEE
                       ? SH_SEGMENT_DORSAL_FOOT
                       : segment;
      double outside = sh_outside_mmhg (network, &now->state, drive, segment);

      frame->pressure_mmhg[v] = now->pressure_mmhg[source] +
                                network->compartment[source].column_mmhg -
                                network->column_of_vein_mmhg[v];
      frame->transmural_mmhg[v] = frame->pressure_mmhg[v] - outside - c->compress_mmhg;
    }
}

static void
read_flows (const ShLeg *leg, const ShMoment *now, ShFrame *frame)
{
  const double *flow = now->state.flow_ml_s;
  double scale = leg->scenario.body_height_m / 1.75;

  for (int v = 0; v < SH_N_VEINS; v++)
    {
      double sum = 0.5 * (flow[through[v][0]] + flow[through[v][1]]);
      double area = sh_vein_area_cm2 ((ShVein) v) * scale * scale *
                    sh_open_part (frame->area_ratio[v] / SH_FILLED_AREA_RATIO);

      if (v == SH_VEIN_SOLEAL)
        sum *= 2.0; /* two outlets side by side, not one behind the other */
      frame->velocity_cm_s[v] = leg->scenario.closed[v] ? 0.0 : sum / area;
    }
  for (int i = 0; i < SH_N_VALVES; i++)
    {
      frame->flow_ml_s[i] = flow[i];
      frame->opening[i] = now->state.opening[i];
      frame->leak[i] = leg->scenario.leak[i];
    }
}

static void
read_exchange (const ShLeg *leg, const ShMoment *now, ShFrame *frame)
{
  frame->inflow_ml_s = now->sums.inflow_ml_s;
  frame->outflow_ml_s = sh_leg_outflow_ml_s (now->state.flow_ml_s);
  frame->filtration_ml_s = now->sums.filtration_ml_s;
  frame->lymph_ml_s = now->sums.lymph_ml_s;
  for (int t = 0; t < SH_N_TISSUES; t++)
    frame->interstitial_ml += now->state.water_ml[t];
  frame->muscle_water_ml = now->state.muscle_water_ml;
  for (int k = 0; k < SH_N_SECTION_LINKS; k++)
    {
      double q = now->state.flow_ml_s[sh_section_links[k]];

      if (q > 0.0)
        frame->below_knee_up_ml_s += q;
      else
        frame->below_knee_down_ml_s -= q;
    }
  frame->totals = now->totals;
}

/** Where the movement is. The cycle that ends the activity at this very instant is over. */
static void
read_movement (const ShLeg *leg, ShFrame *frame)
{
  ShBeat beat = sh_leg_beat_at (leg, frame->time_s);
  double pose_s = (double) (leg->now_ns - leg->pose_from_ns) / SH_NS_PER_S;

  frame->moving = leg->moving;
  frame->phase = beat.phase;
  frame->cycles = beat.cycles;
  sh_gait_pose (&leg->scenario, beat.phase, leg->moving, &frame->pose);
  if (pose_s < SH_POSE_BLEND_S)
    {
      double u = pose_s / SH_POSE_BLEND_S;

      sh_pose_lerp (&leg->pose_from, &frame->pose, u * u * (3.0 - 2.0 * u), &frame->pose);
    }
}

static void
read_person (const ShLeg *leg, ShFrame *frame)
{
  const ShScenario *s = &leg->scenario;

  frame->activity = s->activity;
  frame->posture = s->posture;
  frame->inactive = s->inactive;
  frame->side = s->side;
  frame->stocking_mmhg = s->stocking_mmhg;
  memcpy (frame->narrowing, s->narrowing, sizeof frame->narrowing);
  memcpy (frame->closed, s->closed, sizeof frame->closed);
  frame->body_height_m = s->body_height_m;
  frame->heart_height_m = leg->network.atrium_height_m;
  frame->ankle_height_m = leg->network.ankle_height_m;
  frame->breath = sh_sin_turns (SH_BREATH_HZ * frame->time_s);
}

void
sh_leg_read (const ShLeg *leg, ShFrame *frame)
{
  ShMoment now;
  ShDrive drive;
  double blood;

  memset (frame, 0, sizeof *frame);
  sh_leg_now (leg, &now);
  frame->time_s = (double) leg->now_ns / SH_NS_PER_S;
  sh_leg_drive_at (leg, frame->time_s, &drive);
  read_volumes (leg, &now, frame);
  read_pressures (leg, &now, &drive, frame);
  read_flows (leg, &now, frame);
  read_exchange (leg, &now, frame);
  read_person (leg, frame);
  read_movement (leg, frame);
  frame->muscle_mmhg = now.state.press_mmhg[SH_PRESS_CALF];
  frame->foot_mmhg = now.state.press_mmhg[SH_PRESS_FOOT];
  frame->ankle_minutes_mmhg = now.state.ankle_minutes_mmhg;
  blood = frame->calf_blood_ml - leg->morning_blood_ml;
  frame->swelling_percent =
      100.0 * (blood + frame->interstitial_ml) /
      (leg->network.tissue_ml[SH_TISSUE_FOOT] + leg->network.tissue_ml[SH_TISSUE_CALF]);
}

double
sh_leg_valve_velocity_cm_s (const ShLeg *leg, ShValve valve)
{
  const ShLinkParameters *link = sh_link_parameters (valve);
  ShMoment now;
  double flow, area;
  int donor;

  sh_leg_now (leg, &now);
  flow = now.state.flow_ml_s[valve];
  donor = flow >= 0.0 ? link->from : link->to;
  area = link->area_cm2 *
         sh_open_part (now.state.volume_ml[donor] / leg->network.compartment[donor].reference_ml);
  return flow / area;
}
