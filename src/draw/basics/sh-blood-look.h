/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "sh-model.h"
#include "sh-theme.h"

/**
 * How the blood in one stretch of vein looks: the one mapping from numbers to colours and patterns
 * that the lengthwise view, the slice, the lens and the small figure share.
 *
 * Blood that falls back is violet in the middle of the stream; along the wall it keeps the colour
 * of its vein, deep or under the skin.
 *
 * Colour follows transmural pressure (pale when nearly empty, darker and more violet as it rises);
 * every state has a pattern too, so that it reads without colour: marks that travel for moving
 * blood, resting discs for standing blood, hatching for blood that falls back.
 */

/** What the model says about one stretch of vein. */
typedef struct
{
  double transmural_mmhg;
  double velocity_cm_s; /* + toward the heart */
  double area_ratio;    /* open area / area of the round, unstretched tube */
  gboolean
      superficial; /* under the skin: lighter and greener than the deep veins, in every state */
  gboolean closed; /* treated: no blood any more */
  double leak;     /* 0…1, of the worst valve that lets blood into this stretch or out of it */
} ShBloodState;

/** What a painter needs. Strengths are 0…1 and change smoothly with the state. */
typedef struct
{
  ShColor fill;     /* middle of the stream */
  ShColor dark;     /* the side that the near wall shades, and the middle of a full vein */
  ShColor light;    /* the lift on the side away from the light */
  ShColor edge;     /* along the wall: what the vein's blood is when it does not fall back */
  ShColor wall;     /* the vein's wall */
  ShColor contour;  /* its outer line */
  double moving;    /* strength of comet marks */
  double standing;  /* strength of the resting discs */
  double backflow;  /* strength of cross hatching and of the marks' chevrons */
  double emptiness; /* how far the walls have drawn together: they shine through the blood */
  double load;      /* how far transmural pressure has darkened the blood */
} ShBloodLook;

/** The look of blood in @state in @theme, written to @look. Pure; allocates nothing. */
void sh_blood_look (const ShTheme *theme, const ShBloodState *state, ShBloodLook *look);

/** Reads the state of @vein from @frame. */
void sh_blood_state_of_vein (const ShFrame *frame, ShVein vein, ShBloodState *state);

/* Closing valves let a little blood slip back in anyone, and healthy perforators carry blood both
 * ways; blood that goes on falling is reflux. The clinic counts what its probe can hear (from about
 * 3 cm/s), for more than 0.35 s in perforators and half a second in other veins (Labropoulos 2003);
 * between the two reflux fades in. */
#define SH_REFLUX_HEARD_CM_S 3.0
#define SH_REFLUX_FROM_S 0.35
#define SH_REFLUX_FULL_S 0.5

/** Carries on @falling_s, for how long blood has been falling back so fast that a probe would hear
 * it, by @dt_s seconds of shown time. What cannot be heard adds nothing; blood that turns back up
 * ends it. */
void sh_blood_falling_advance (double velocity_cm_s, double dt_s, double *falling_s);

/** As sh_blood_look(), but blood that has been falling back only for @falling_s seconds is not yet
 * shown as reflux. The clinic has to wait, for it does not see the valve; here a valve is known to
 * leak, and what falls through it is shown at once: between two steps there is no half second. */
void sh_blood_look_falling (const ShTheme *theme,
                            const ShBloodState *state,
                            double falling_s,
                            ShBloodLook *look);

/** 0 at and below @low, 1 at and above @high, smooth between (3t² − 2t³). */
double sh_smooth_step (double low, double high, double x);
