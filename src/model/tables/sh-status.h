/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* One list of what can go wrong in the model and clinic floors, so that names and texts cannot
 * drift apart. */
#define SH_STATUS_LIST(X)                                                                          \
  X (OK, "no error")                                                                               \
  X (NO_MEMORY, "out of memory")                                                                   \
  X (BAD_VALUE, "a value lies outside its allowed range")                                          \
  X (BAD_POSTURE, "the activity cannot be done in this posture")                                   \
  X (NOT_SETTLED, "no settled state was found")                                                    \
  X (STOPPED, "stopped before the end")

typedef enum
{
#define SH_STATUS_ENUM(name, text) SH_STATUS_##name,
  SH_STATUS_LIST (SH_STATUS_ENUM)
#undef SH_STATUS_ENUM
      SH_N_STATUSES
} ShStatus;

/** The English text of @status, marked for translation. Never NULL. */
const char *sh_status_text (ShStatus status);
