/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-scenario-file.h"

/* The rules behind the keys of a scenario; the reader, the writer and the lists share them. */

typedef enum
{
  SH_KEY_POSTURE,
  SH_KEY_ACTIVITY,
  SH_KEY_INACTIVE,
  SH_KEY_PACE,
  SH_KEY_REPETITIONS,
  SH_KEY_EFFORT,
  SH_KEY_ANKLE_RANGE,
  SH_KEY_TOE_POINTING,
  SH_KEY_CALF_STRENGTH,
  SH_KEY_STOCKING,
  SH_KEY_TOURNIQUET,
  SH_KEY_ROOM_TEMPERATURE,
  SH_KEY_BODY_HEIGHT,
  SH_KEY_WATER_DEPTH,
  SH_KEY_SIDE,
  SH_KEY_LEAK,
  SH_KEY_NARROWING,
  SH_KEY_CLOSED,
  SH_KEY_SEED,
  SH_N_KEYS
} ShKey;

typedef enum
{
  SH_KEY_KIND_NAME,   /* one of a few names */
  SH_KEY_KIND_NUMBER, /* a number inside a range */
  SH_KEY_KIND_WHOLE,  /* a whole number inside a range */
  SH_KEY_KIND_SWITCH  /* true or false */
} ShKeyKind;

typedef struct
{
  ShKeyKind kind;
  const char *prefix; /* "leak." for the keys with a name behind the dot, else NULL */
  double low;         /* allowed range of numbers; the pace's depends on the activity */
  double high;
  gsize offset; /* of the double in ShScenario that a plain number sets; 0 for the others */
} ShKeyRule;

/** What a key of the contract accepts. Owned by the program, never NULL. */
const ShKeyRule *sh_key_rule (ShKey key);

/** The most repetitions a scenario accepts: a day of heel raises. */
#define SH_REPETITIONS_MAX 1000000

/** Finds the key that @text is, or starts with when a name follows; SH_N_KEYS when there is none.
 * @name: (out) (nullable): the part of @text behind the dot, NULL for plain keys */
ShKey sh_key_find (const char *text, const char **name);

/** The allowed names of a key of SH_KEY_KIND_NAME, in the order of their enum.
 * Returns: (transfer none) (array length=n) */
const char *const *sh_key_names (ShKey key, gsize *n);

/** How exactly a name after `leak.` speaks: the higher one wins. -1 when there is no such name. */
int sh_leak_level (const char *name);
/** Whether @name speaks of @valve. */
gboolean sh_leak_matches (ShValve valve, const char *name);

/** The same for a name after `narrowing.` and `closed.`: 0 for "great-saphenous", 1 for a vein. */
int sh_vein_level (const char *name);

/** All names that may stand after the dot of @key. Returns: (transfer container) */
GPtrArray *sh_key_targets (ShKey key);
