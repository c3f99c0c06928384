/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-parameters.h"

/**
 * The rate in 1/s at which a valve opens (> 0, toward 1) or closes (< 0, toward 0), after the state
 * variable of Mynard 2012: proportional to the pressure difference @drop_mmhg, bounded where that
 * is large. Closing is helped by the blood that already falls back: leaflets ride on it and have
 * closed when it has slipped back by a few millimetres (1 / @per_slip_ml).
 */
static inline double
sh_valve_rate (double drop_mmhg, double flow_ml_s, double per_slip_ml)
{
  double fast = drop_mmhg > 0.0 ? SH_VALVE_OPENING_PER_MMHG_S : -SH_VALVE_CLOSING_PER_MMHG_S;
  double rate = fast * drop_mmhg;

  rate = SH_VALVE_FASTEST_PER_S * rate / (SH_VALVE_FASTEST_PER_S + rate);
  rate = drop_mmhg > 0.0 ? rate : -rate;
  return flow_ml_s < 0.0 ? rate + flow_ml_s * per_slip_ml : rate;
}
