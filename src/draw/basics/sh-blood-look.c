/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-blood-look.h"

/* The picture's own thresholds, calibrated by eye so that a walking leg (ankle near 25 mmHg) and a
 * standing one (80-100 mmHg) are told apart at a glance. */
#define LOAD_FROM_MMHG 12.0
#define LOAD_FULL_MMHG 82.0
/* A full vein under pressure keeps this much of its standing colour, so that veins that lie side by
 * side do not run together into one dark bundle. */
#define LOADED_MIX 0.8
/* The table of area against shape in the physiology page: the walls touch near 0.27, an ellipse is
 * about 2.2 : 1 at 0.8. */
#define EMPTY_FROM_RATIO 0.55
#define EMPTY_FULL_RATIO 0.18
/* Resting venous flow is a few cm/s (popliteal about 5); below half a cm/s blood counts as still.
 */
#define MOVING_FROM_CM_S 0.4
#define MOVING_FULL_CM_S 3.0
/* Closing valves let a little blood back in anyone; only faster backflow is shown as such. */
#define BACK_FROM_CM_S 0.6
#define BACK_FULL_CM_S 3.0

/* From the first to the second leak of a valve its blood no longer waits to be shown as falling. */
#define LEAK_FROM 0.05
#define LEAK_FULL 0.30

double
sh_smooth_step (double low, double high, double x)
{
  double t = CLAMP ((x - low) / (high - low), 0.0, 1.0);

  return t * t * (3.0 - 2.0 * t);
}

/* A treated vein is a thin grey cord: no blue is left in it. */
static void
closed_look (const ShTheme *theme, ShBloodLook *look)
{
  ShColor cord = sh_color_mix (theme->fascia_edge, theme->wall, 0.55);

  *look = (ShBloodLook){ .fill = cord,
                         .dark = sh_color_mix (cord, theme->contour, 0.25),
                         .light = sh_color_mix (cord, theme->wall_light, 0.5),
                         .edge = cord,
                         .wall = sh_color_mix (cord, theme->wall, 0.4),
                         .contour = theme->fascia_edge,
                         .emptiness = 1.0 };
}

void
sh_blood_look (const ShTheme *theme, const ShBloodState *state, ShBloodLook *look)
{
  const ShColor moving = state->superficial ? theme->blood_surface : theme->blood;
  const ShColor dark = state->superficial ? theme->blood_surface_dark : theme->blood_dark;
  const ShColor light = state->superficial ? theme->blood_surface_light : theme->blood_light;
  const ShColor loaded = state->superficial ? theme->loaded_surface : theme->loaded;
  const ShColor empty = state->superficial ? theme->empty_surface : theme->empty;
  const ShColor backflow = state->superficial ? theme->backflow_surface : theme->backflow;
  ShColor fill;

  if (state->closed)
    {
      closed_look (theme, look);
      return;
    }
  look->load = sh_smooth_step (LOAD_FROM_MMHG, LOAD_FULL_MMHG, state->transmural_mmhg);
  look->emptiness = 1.0 - sh_smooth_step (EMPTY_FULL_RATIO, EMPTY_FROM_RATIO, state->area_ratio);
  look->backflow = sh_smooth_step (BACK_FROM_CM_S, BACK_FULL_CM_S, -state->velocity_cm_s);
  look->moving = sh_smooth_step (MOVING_FROM_CM_S, MOVING_FULL_CM_S, ABS (state->velocity_cm_s));
  look->standing = 1.0 - look->moving;

  fill = sh_color_mix (moving, loaded, LOADED_MIX * look->load);
  fill = sh_color_mix (fill, empty, 0.85 * look->emptiness);
  look->edge = fill;
  look->fill = sh_color_mix (fill, backflow, 0.8 * look->backflow);
  look->dark = sh_color_mix (look->fill, sh_color_mix (dark, theme->contour, look->load), 0.7);
  look->light = sh_color_mix (look->fill, light, 0.75 - 0.6 * look->load);
  look->wall = sh_color_mix (theme->wall, theme->wall_dark, 0.55 * look->emptiness);
  look->contour = theme->contour;
}

/* The leak of the worst valve at either end of @vein or in it. */
static double
worst_leak (const ShFrame *frame, ShVein vein)
{
  ShGroup group = sh_vein_info (vein)->group;
  double worst = 0;

  for (ShValve valve = 0; valve < SH_N_VALVES; valve++)
    {
      const ShValveInfo *info = sh_valve_info (valve);

      if (frame->leak[valve] > worst && info->group == group &&
          (info->below == vein || info->above == vein))
        worst = frame->leak[valve];
    }
  return worst;
}

void
sh_blood_state_of_vein (const ShFrame *frame, ShVein vein, ShBloodState *state)
{
  *state = (ShBloodState){ .transmural_mmhg = frame->transmural_mmhg[vein],
                           .velocity_cm_s = frame->velocity_cm_s[vein],
                           .area_ratio = frame->area_ratio[vein],
                           .superficial = sh_vein_info (vein)->group == SH_GROUP_SUPERFICIAL,
                           .closed = frame->closed[vein],
                           .leak = worst_leak (frame, vein) };
}

void
sh_blood_falling_advance (double velocity_cm_s, double dt_s, double *falling_s)
{
  if (velocity_cm_s >= 0)
    *falling_s = 0;
  else if (velocity_cm_s < -SH_REFLUX_HEARD_CM_S)
    *falling_s = MIN (*falling_s + dt_s, 2 * SH_REFLUX_FULL_S);
}

void
sh_blood_look_falling (const ShTheme *theme,
                       const ShBloodState *state,
                       double falling_s,
                       ShBloodLook *look)
{
  ShBloodState shown = *state;
  double waited_s =
      falling_s + SH_REFLUX_FULL_S * sh_smooth_step (LEAK_FROM, LEAK_FULL, state->leak);
  double moving;

  sh_blood_look (theme, state, look);
  if (state->velocity_cm_s >= 0 || waited_s >= SH_REFLUX_FULL_S)
    return;
  moving = look->moving;
  shown.velocity_cm_s *= sh_smooth_step (SH_REFLUX_FROM_S, SH_REFLUX_FULL_S, waited_s);
  sh_blood_look (theme, &shown, look);
  look->moving = moving;
  look->standing = 1.0 - moving;
}
