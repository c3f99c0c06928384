/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-label-private.h"

/* Marks a text for translation in a context; the sheet translates it when it draws. */
#define NC_(context, text) (text)

/* Landmark table 7 with the names of the 2002 consensus (Caggiati and others, J Vasc Surg 36:416);
 * the older name stands in brackets where there is one in wide use. */
const LabelInfo sh_label_infos[N_LABELS] = {
  { "quadriceps", NC_ ("label", "Quadriceps"), NULL, SIDE_LEFT, 137, FALSE, SH_LABELS_ALL,
    SH_RIG_SHANK, .slide_x_u = 1, .slide_y_u = -9 },
  { "great-saphenous-thigh", NC_ ("label", "Great saphenous vein"),
    NC_ ("label", "Great saphenous vein (long saphenous vein)"), SIDE_LEFT, 127.5, TRUE,
    SH_LABELS_FEW, SH_RIG_VEIN, "great-saphenous", 104, 149 },
  { "patella", NC_ ("label", "Kneecap"), NC_ ("label", "Kneecap (patella)"), SIDE_LEFT, 109, FALSE,
    SH_LABELS_ALL, SH_RIG_SHANK },
  { "patellar-ligament", NC_ ("label", "Patellar ligament"), NULL, SIDE_LEFT, 99.5, FALSE,
    SH_LABELS_ALL, SH_RIG_SHANK },
  { "tibialis-anterior", NC_ ("label", "Tibialis anterior"), NULL, SIDE_LEFT, 76, FALSE,
    SH_LABELS_ALL, SH_RIG_SHANK, .slide_x_u = 1.4, .slide_y_u = -14 },
  { "great-saphenous-calf", NC_ ("label", "Great saphenous vein"), NULL, SIDE_LEFT, 57, TRUE,
    SH_LABELS_ALL, SH_RIG_VEIN, "great-saphenous", 33, 72 },
  { "skin-fat-fascia", NC_ ("label", "Skin, fat, deep fascia"), NULL, SIDE_LEFT, 45, FALSE,
    SH_LABELS_ALL, SH_RIG_SKIN, .slide_x_u = 1.4, .slide_y_u = -12 },
  { "tibialis-anterior-tendon", NC_ ("label", "Tendon of tibialis anterior"), NULL, SIDE_LEFT, 31,
    FALSE, SH_LABELS_ALL, SH_RIG_TENDON },
  { "femoral", NC_ ("label", "Femoral vein"), NULL, SIDE_RIGHT, 143.5, TRUE, SH_LABELS_FEW,
    SH_RIG_VEIN, "deep", 122, 150 },
  { "hamstrings", NC_ ("label", "Hamstrings"), NULL, SIDE_RIGHT, 131.5, FALSE, SH_LABELS_ALL,
    SH_RIG_SHANK, .slide_x_u = -3, .slide_y_u = -12 },
  { "popliteal", NC_ ("label", "Popliteal vein"), NULL, SIDE_RIGHT, 113, TRUE, SH_LABELS_FEW,
    SH_RIG_VEIN, "deep", 106, 119 },
  { "fascia", NC_ ("label", "Deep fascia"), NC_ ("label", "Deep fascia of the leg (crural fascia)"),
    SIDE_RIGHT, 97, FALSE, SH_LABELS_ALL, SH_RIG_SKIN },
  { "small-saphenous", NC_ ("label", "Small saphenous vein"),
    NC_ ("label", "Small saphenous vein (short saphenous vein)"), SIDE_RIGHT, 75, TRUE,
    SH_LABELS_FEW, SH_RIG_VEIN, "small-saphenous", 36, 90 },
  { "fat-skin", NC_ ("label", "Fat and skin"), NULL, SIDE_RIGHT, 60, FALSE, SH_LABELS_ALL,
    SH_RIG_SKIN },
  { "posterior-tibial", NC_ ("label", "Posterior tibial veins"), NULL, SIDE_RIGHT, 21.5, TRUE,
    SH_LABELS_FEW, SH_RIG_VEIN, "deep", 14.5, 21.8 },
  { "achilles", NC_ ("label", "Achilles tendon"),
    NC_ ("label", "Calcaneal tendon (Achilles tendon)"), SIDE_RIGHT, 12, FALSE, SH_LABELS_ALL,
    SH_RIG_TENDON },
};

/* What carries a number, in the order of the key. */
const BadgeInfo sh_label_badges[N_BADGES] = {
  { "gastrocnemius", NC_ ("label", "Calf muscle (gastrocnemius)"), NULL, SH_LABELS_FEW },
  { "soleus", NC_ ("label", "Soleus with its sinuses"), NULL, SH_LABELS_FEW },
  { "perforator-high", NC_ ("label", "Paratibial perforator"),
    NC_ ("label", "Paratibial perforator (Boyd)"), SH_LABELS_ALL },
  { "perforator-middle", NC_ ("label", "Middle posterior tibial perforator"),
    NC_ ("label", "Middle posterior tibial perforator (Cockett)"), SH_LABELS_ALL },
  { "perforator-low", NC_ ("label", "Lower posterior tibial perforator"),
    NC_ ("label", "Lower posterior tibial perforator (Cockett)"), SH_LABELS_ALL },
};

/* The names that stand on bones. */
const BoneInfo sh_label_bones[N_BONES] = {
  { "femur", NC_ ("label", "Femur"), SH_RIG_SHANK, 13 },
  { "tibia", NC_ ("label", "Tibia"), SH_RIG_SHANK, 11 },
  { "talus", NC_ ("label", "Talus"), SH_RIG_FOOT, 9 },
  { "calcaneus", NC_ ("label", "Heel bone"), SH_RIG_FOOT, 14 },
};
