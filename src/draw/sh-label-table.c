/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-label-private.h"

/* Marks a text for translation in a context; the sheet translates it when it draws. */
#define NC_(context, text) (text)

/* Landmark table 7. */
const LabelInfo sh_label_infos[N_LABELS] = {
  { "quadriceps", NC_ ("label", "Quadriceps"), SIDE_LEFT, 137, FALSE, SH_LABELS_ALL, SH_RIG_SHANK },
  { "great-saphenous-thigh", NC_ ("label", "Great saphenous vein"), SIDE_LEFT, 127.5, TRUE,
    SH_LABELS_FEW, SH_RIG_VEIN },
  { "patella", NC_ ("label", "Kneecap"), SIDE_LEFT, 109, FALSE, SH_LABELS_ALL, SH_RIG_SHANK },
  { "patellar-ligament", NC_ ("label", "Patellar ligament"), SIDE_LEFT, 99.5, FALSE, SH_LABELS_ALL,
    SH_RIG_SHANK },
  { "tibialis-anterior", NC_ ("label", "Tibialis anterior"), SIDE_LEFT, 76, FALSE, SH_LABELS_ALL,
    SH_RIG_SHANK },
  { "great-saphenous-calf", NC_ ("label", "Great saphenous vein"), SIDE_LEFT, 57, TRUE,
    SH_LABELS_ALL, SH_RIG_VEIN },
  { "skin-fat-fascia", NC_ ("label", "Skin, fat, deep fascia"), SIDE_LEFT, 45, FALSE, SH_LABELS_ALL,
    SH_RIG_SKIN },
  { "tibialis-anterior-tendon", NC_ ("label", "Tendon of tibialis anterior"), SIDE_LEFT, 31, FALSE,
    SH_LABELS_ALL, SH_RIG_TENDON },
  { "femoral", NC_ ("label", "Femoral vein"), SIDE_RIGHT, 143.5, TRUE, SH_LABELS_FEW, SH_RIG_VEIN },
  { "hamstrings", NC_ ("label", "Hamstrings"), SIDE_RIGHT, 131.5, FALSE, SH_LABELS_ALL,
    SH_RIG_SHANK },
  { "popliteal", NC_ ("label", "Popliteal vein"), SIDE_RIGHT, 113, TRUE, SH_LABELS_FEW,
    SH_RIG_VEIN },
  { "fascia", NC_ ("label", "Deep fascia"), SIDE_RIGHT, 97, FALSE, SH_LABELS_ALL, SH_RIG_SKIN },
  { "small-saphenous", NC_ ("label", "Small saphenous vein"), SIDE_RIGHT, 75, TRUE, SH_LABELS_FEW,
    SH_RIG_VEIN },
  { "fat-skin", NC_ ("label", "Fat and skin"), SIDE_RIGHT, 60, FALSE, SH_LABELS_ALL, SH_RIG_SKIN },
  { "posterior-tibial", NC_ ("label", "Posterior tibial veins"), SIDE_RIGHT, 21.5, TRUE,
    SH_LABELS_FEW, SH_RIG_VEIN },
  { "achilles", NC_ ("label", "Achilles tendon"), SIDE_RIGHT, 12, FALSE, SH_LABELS_ALL,
    SH_RIG_TENDON },
};

/* What carries a number, in the order of the key. */
const BadgeInfo sh_label_badges[N_BADGES] = {
  { "gastrocnemius", NC_ ("label", "Calf muscle (gastrocnemius)"), SH_LABELS_FEW },
  { "soleus", NC_ ("label", "Soleus with its sinuses"), SH_LABELS_FEW },
  { "perforator-high", NC_ ("label", "Perforator, high"), SH_LABELS_ALL },
  { "perforator-middle", NC_ ("label", "Perforator, middle"), SH_LABELS_ALL },
  { "perforator-low", NC_ ("label", "Perforator, low"), SH_LABELS_ALL },
};

/* The names that stand on bones. */
const BoneInfo sh_label_bones[N_BONES] = {
  { "femur", NC_ ("label", "Femur"), SH_RIG_SHANK },
  { "tibia", NC_ ("label", "Tibia"), SH_RIG_SHANK },
  { "talus", NC_ ("label", "Talus"), SH_RIG_FOOT },
  { "calcaneus", NC_ ("label", "Heel bone"), SH_RIG_FOOT },
};
