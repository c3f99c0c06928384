/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-scene-options.h"

void
sh_scene_options_init (ShSceneOptions *options)
{
  /* The level of the calf's greatest girth, 70.5 of the landmark table's 24 to 101. */
  *options = (ShSceneOptions){ .view = SH_VIEW_STAGE,
                               .theme = SH_THEME_LIGHT,
                               .labels = SH_LABELS_FEW,
                               .width = 1280,
                               .height = 800,
                               .scale = 1,
                               .text_scale = 1,
                               .level = 0.6,
                               .valve = SH_VALVE_POPLITEAL_1,
                               .posture = SH_POSTURE_STANDING,
                               .side = SH_SIDE_RIGHT };
}
