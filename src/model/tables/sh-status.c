/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-status.h"

const char *
sh_status_text (ShStatus status)
{
  static const char *const texts[SH_N_STATUSES] = {
#define SH_STATUS_TEXT(name, text) [SH_STATUS_##name] = text,
    SH_STATUS_LIST (SH_STATUS_TEXT)
#undef SH_STATUS_TEXT
  };

  if ((unsigned) status >= SH_N_STATUSES)
    return "unknown status";
  return texts[status];
}
