/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* The calibrated numbers of the model, all of them: what no measurement gives directly and what was
 * chosen so that the published tests come out (section 10A of the physiology page), by hand within
 * plausible bounds and then by tests/model/calibrate. One set for one standard adult; every
 * scenario is computed with the same set.
 *
 * X (name, value, lowest plausible, highest plausible, unit and meaning) */
#define SH_TUNING_LIST(X)                                                                          \
  X (sinus_stretch, 1.291, 0.8, 2, "times the stretch of soleal and gastrocnemius sinuses")        \
  X (axial_stretch, 0.32, 0.25, 1.5, "times the stretch of the tibial and fibular veins")          \
  X (skin_stretch, 0.3219, 0.2, 1.5, "times the stretch of the saphenous veins below the knee")    \
  X (foot_stretch, 0.8512, 0.2, 1.5, "times the stretch of the foot's veins")                      \
  X (stiffness, 1.273, 0.5, 2.0, "times the stiffness of every vein's wall")                       \
  X (stretch_start, 2.2, 0.1, 3.0, "how linear stretching starts: share in the tube law")          \
  X (skin_inflow, 1.472, 0.5, 2.0, "times the inflow through skin below the knee")                 \
  X (muscle_inflow, 1.264, 0.5, 2.0, "times the inflow through muscle below the knee")             \
  X (hyperaemia, 1.2, 0.7, 1.5, "times the rise of muscle inflow with activity")                   \
  X (pump_resistance, 0.225, 0.1, 2.5, "times the resistance from sinuses to popliteal vein")      \
  X (foot_resistance, 2.5, 0.4, 3, "times the resistance out of the foot")                         \
  X (saphenous_resistance, 0.9564, 0.4, 2.5, "times the resistance of the saphenous veins")        \
  X (perforator_resistance, 0.9407, 0.4, 2.5, "times the resistance of the named perforators")     \
  X (sinus_perforator_resistance, 0.8, 0.4, 2.5, "times that of the small ones into muscle")       \
  X (perforator_leak, 0.015, 0.0, 0.1, "part of a healthy perforator open outward")                \
  X (skin_leak_open, 0.45, 0.2, 1, "part of the way back left by a lost superficial valve")        \
  X (trunk_leak_open, 1, 0.5, 1, "the same for popliteal and femoral valves")                      \
  X (deep_leak_open, 1, 0.2, 1, "the same for tibial, fibular and plantar valves")                 \
  X (sinus_leak_open, 0.0177, 0.01, 0.3, "the same for the outlets of a muscle's sinuses")         \
  X (jet_loss, 0.1449, 0.1, 1, "part of the dynamic head lost at each valve")                      \
  X (skin_widening, 1.954, 0.6, 2.5, "area that a wholly leaking superficial vein gains")          \
  X (deep_widening, 1.45, 0.2, 1.8, "area that a wholly leaking deep vein gains")                  \
  X (stocking_calibre, 0.03, 0.004, 0.05, "stretch lost per mmHg of stocking")                     \
  X (stocking_deep, 0.25, 0.1, 1, "part of that felt by deep veins")                               \
  X (stocking_leak, 0.25, 0.02, 0.4, "how much tighter a leak per mmHg of stocking")               \
  X (stocking_muscle, 0.45, 0, 0.6, "part of muscle pressure gained by the strongest stocking")    \
  X (stocking_press, 0.18, 0, 0.25,                                                                \
     "part of muscle pressure that the strongest stocking adds beside it")                         \
  X (reflex, 0.414, 0.3, 0.5, "part of the inflow that the veno-arteriolar reflex takes")          \
  X (filtration, 1.5, 0.6, 2.5, "times the capillary filtration coefficient")                      \
  X (tissue_mmhg, 400, 200.0, 2000.0, "mmHg of back pressure per part of swelling")                \
  X (lymph_water, 30, 10.0, 120.0, "growth of lymph per part of swelling")                         \
  X (tissue_pump, 5.2, 0.0, 8.0, "part of a weak muscle pressure that wrings the tissue out")

/** The calibrated numbers, by name. */
typedef struct
{
#define SH_TUNING_FIELD(name, value, low, high, text) double name;
  SH_TUNING_LIST (SH_TUNING_FIELD)
#undef SH_TUNING_FIELD
} ShTuning;

/** The set that the program uses. */
const ShTuning *sh_tuning_default (void);
