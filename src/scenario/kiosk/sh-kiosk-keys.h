/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** How the value of a key is written. */
typedef enum
{
  SH_KIOSK_VALUE_TEXT,
  SH_KIOSK_VALUE_LIST,      /* texts between commas */
  SH_KIOSK_VALUE_LANGUAGES, /* codes between commas */
  SH_KIOSK_VALUE_NUMBER,
  SH_KIOSK_VALUE_SWITCH, /* true or false */
  SH_KIOSK_VALUE_THEME,
  SH_KIOSK_VALUE_HOURS,
  SH_KIOSK_VALUE_CLOCK, /* a time of day, or none */
  SH_KIOSK_VALUE_ZONE,  /* a time zone */
  SH_KIOSK_VALUE_HASH   /* what crypt(3) makes */
} ShKioskValue;

/** One key of the kiosk's configuration. */
typedef struct
{
  const char *section; /* a heading in the shipped file, where one begins */
  const char *key;
  ShKioskValue value;
  gsize offset;        /* in ShKioskConfig */
  double low, high;    /* of a number; high: the most letters of a text */
  const char *initial; /* the default, as it is written */
  const char *allowed; /* of what is no number */
  const char *meaning; /* whole sentences, for the shipped file */
} ShKioskKey;

/** All keys in the order of the shipped file. Returns: (transfer none) (array length=n) */
const ShKioskKey *sh_kiosk_keys (gsize *n);
