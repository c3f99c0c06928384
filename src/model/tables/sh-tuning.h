/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* The calibrated numbers of the model, all of them: what no measurement gives directly. One set for
 * one standard adult; every scenario is computed with the same set. The values are what
 * tests/model/calibrate finds, rounded; nobody sets them by hand. Each has a prior: what one would
 * take before any test of the laboratory, and why ("the table" is sh-parameters.c; S-numbers are
 * those of the physiology page). Calibration pulls weakly to the prior, and strongly to what was
 * measured; the lowest and highest plausible values are half a range away from its middle.
 *
 * X (name, value, prior, lowest plausible, highest plausible, unit and meaning, why the prior) */
#define SH_TUNING_LIST(X)                                                                          \
  X (sinus_stretch, 1.15, 1, 0.8, 2, "times the stretch of soleal and gastrocnemius sinuses",      \
     "the table: an ejection of 60-100 mL (Christopoulos 1987) sits in sinuses")                   \
  X (axial_stretch, 0.262, 1, 0.25, 1.5, "times the stretch of the tibial and fibular veins",      \
     "the table: deep leg veins give 0.015 of their area per mmHg of tilt (S93)")                  \
  X (skin_stretch, 0.412, 1, 0.2, 1.5, "times the stretch of the saphenous veins below the knee",  \
     "the table: great saphenous vein 0.012 per mmHg of tilt (S93)")                               \
  X (foot_stretch, 0.887, 1, 0.2, 1.5, "times the stretch of the foot's veins",                    \
     "the table: a foot pump of 20-30 mL (Gardner & Fox, from memory)")                            \
  X (stiffness, 1.77, 1, 0.5, 2.0, "times the stiffness of every vein's wall",                     \
     "the table: -Pc ln(1 - x) with Pc 25-45 mmHg at half the stretch")                            \
  X (stretch_start, 2.94, 1.5, 0.1, 3.0, "how linear stretching starts: share in the tube law",    \
     "leg veins are roughly linear over a tilt (S93), which the larger values are")                \
  X (skin_inflow, 0.919, 1, 0.5, 2.0, "times the inflow through skin below the knee",              \
     "the table: 1.2-2.2 mL/s below the knee at rest (S46, S68)")                                  \
  X (muscle_inflow, 1.28, 1, 0.5, 2.0, "times the inflow through muscle below the knee",           \
     "the same")                                                                                   \
  X (hyperaemia, 1.02, 1, 0.7, 1.5, "times the rise of muscle inflow with activity",               \
     "the table of activities: measured rises (S69-S71)")                                          \
  X (pump_resistance, 0.252, 1, 0.1, 2.5, "times the resistance from sinuses to popliteal vein",   \
     "Poiseuille at anatomical radii (S75)")                                                       \
  X (foot_resistance, 2.77, 1, 0.4, 3, "times the resistance out of the foot", "the same")         \
  X (saphenous_resistance, 1.16, 1, 0.4, 2.5, "times the resistance of the saphenous veins",       \
     "the same")                                                                                   \
  X (perforator_resistance, 1.44, 1, 0.4, 2.5, "times the resistance of the named perforators",    \
     "the same")                                                                                   \
  X (sinus_perforator_resistance, 0.572, 1, 0.4, 2.5, "times that of the small ones into muscle",  \
     "the same")                                                                                   \
  X (perforator_leak, 0.00918, 0.02, 0.0, 0.1, "part of a healthy perforator open outward",        \
     "healthy ones flow outward for 0.17 s (S36): little")                                         \
  X (skin_leak_open, 0.56, 0.6, 0.2, 1, "part of the way back left by a lost superficial valve",   \
     "no measurement: remains of leaflets stay, the middle of what is possible")                   \
  X (trunk_leak_open, 0.992, 0.9, 0.5, 1, "the same for popliteal and femoral valves",             \
     "no measurement: little of a lost leaflet stands in a wide trunk")                            \
  X (deep_leak_open, 0.989, 0.9, 0.2, 1, "the same for tibial, fibular and plantar valves",        \
     "the same")                                                                                   \
  X (sinus_leak_open, 0.0132, 0.05, 0.01, 0.3, "the same for the outlets of a muscle's sinuses",   \
     "no measurement: the middle of the range, by its logarithm")                                  \
  X (jet_loss, 0.117, 0.3, 0.1, 1, "part of the dynamic head lost at each valve",                  \
     "Borda and Carnot: leaflets leave 65 % of the way (Lurie 2003, from memory)")                 \
  X (skin_widening, 1.85, 1.2, 0.6, 2.5, "area that a wholly leaking superficial vein gains",      \
     "calibres 5.0 to 6.4, 7.5 to 10.9, 3.7 to 6.3 mm (S82, S83)")                                 \
  X (deep_widening, 1.78, 1, 0.2, 1.8, "area that a wholly leaking deep vein gains",               \
     "popliteal 6 to 11.4 mm in legs with ulcers (S84): +2.6 at the worst")                        \
  X (stocking_calibre, 0.0154, 0.015, 0.004, 0.05, "stretch lost per mmHg of stocking",            \
     "the venous volume falls by 8 % under 14 mmHg (S26), fullest in the skin's veins")            \
  X (stocking_deep, 0.336, 0.3, 0.1, 1, "part of that felt by deep veins",                         \
     "no measurement: the middle of the range, by its logarithm")                                  \
  X (stocking_leak, 0.381, 0.1, 0.02, 0.4, "how much tighter a leak per mmHg of stocking",         \
     "the filling index falls by 40 % under 14 mmHg (S26): a leak by about 60 %")                  \
  X (stocking_muscle, 0.499, 0.25, 0, 0.6,                                                         \
     "part of muscle pressure gained by the strongest stocking",                                   \
     "ejection rises by a seventh under 14 mmHg (S26)")                                            \
  X (stocking_press, 0.151, 0.06, 0, 0.25,                                                         \
     "part of muscle pressure that the strongest stocking adds beside it",                         \
     "elastic fabric gives way: a few mmHg of 150")                                                \
  X (reflex, 0.328, 0.4, 0.3, 0.5, "part of the inflow that the veno-arteriolar reflex takes",     \
     "30-50 % (Henriksen, from memory)")                                                           \
  X (filtration, 1.16, 1.2, 0.6, 2.5, "times the capillary filtration coefficient",                \
     "2.6-2.9, after repeated congestion 3.5-4 uL/(100 mL min mmHg) (S98)")                        \
  X (tissue_mmhg, 389, 650, 200.0, 2000.0, "mmHg of back pressure per part of swelling",           \
     "5-8 mmHg per 1 % (working value of the physiology page)")                                    \
  X (lymph_water, 19.7, 40, 10.0, 120.0, "growth of lymph per part of swelling",                   \
     "0.04 to 0.09-0.12 mL/(100 mL min) (S98) over a swelling of 4 %")                             \
  X (tissue_pump, 4.83, 4, 0.0, 8.0, "part of a weak muscle pressure that wrings the tissue out",  \
     "no measurement: the middle of the range")

/** The calibrated numbers, by name. */
typedef struct
{
#define SH_TUNING_FIELD(name, value, prior, low, high, text, why) double name;
  SH_TUNING_LIST (SH_TUNING_FIELD)
#undef SH_TUNING_FIELD
} ShTuning;

/** The set that the program uses. */
const ShTuning *sh_tuning_default (void);
