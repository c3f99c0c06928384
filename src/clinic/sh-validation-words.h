/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-validation.h"

/* Clinical words, each defined once as a scenario; private to this floor. A grade of 1 is leaflets
 * that do not meet at all. */

/* 3 km/h are 80-95 steps a minute (Tudor-Locke 2019). */
#define SLOW_WALK "activity=walking pace=85"
/* Great saphenous vein incompetent from groin to ankle; perforators and deep veins competent. */
#define SAPHENOUS "leak.great-saphenous=1"
/* "Moderate varicose veins": the same vein with leaflets that still meet for a third, and
 * perforators that have begun to give way. */
#define MODERATE_VARICOSE "leak.great-saphenous=0.7 leak.perforator=0.3"
/* Deep reflux through the knee: femoral, popliteal and calf veins incompetent. */
#define DEEP "leak.deep=1"
/* Old clot of pelvis and groin in a leg with varicose veins: a fifth of the way is open again, and
 * no valve has survived. */
#define POST_THROMBOTIC "leak.all=1 narrowing.iliac=0.8 narrowing.common-femoral=0.8"
/* The same clot in a leg whose valves below it all close. */
#define CLOT_ABOVE "narrowing.iliac=0.8 narrowing.common-femoral=0.8"
/* Old clot from knee to groin with little recanalisation. */
#define OBSTRUCTION                                                                                \
  "narrowing.popliteal=0.95 narrowing.femoral=0.95 narrowing.common-femoral=0.9 leak.deep=0.5"

/* What a row's source gives as its value: a mean, a median, or the middle of a range. */
#define AIM(value) .has_aim = true, .aim = (value)

#define MINUTES(n) ((n) *60.0)

/** The rows of the public targets, A1 to A15. Returns: (transfer none) (array length=n_rows) */
const ShValidationRow *sh_validation_public_rows (int *n_rows);
/** The first rows of our own. Returns: (transfer none) (array length=n_rows) */
const ShValidationRow *sh_validation_own_rows (int *n_rows);
/** The other rows of our own: diseased legs, stockings and long runs. Returns: (transfer none)
 * (array length=n_rows) */
const ShValidationRow *sh_validation_disease_rows (int *n_rows);
