/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-tuning.h"

static const ShTuning standard = {
#define SH_TUNING_VALUE(name, value, prior, low, high, text, why) .name = (value),
  SH_TUNING_LIST (SH_TUNING_VALUE)
#undef SH_TUNING_VALUE
};

const ShTuning *
sh_tuning_default (void)
{
  return &standard;
}
