/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** How many digits a PIN has. */
#define SH_KIOSK_PIN_LEAST 4
#define SH_KIOSK_PIN_MOST 12

/** What came of trying a PIN. */
typedef enum
{
  SH_KIOSK_PIN_RIGHT,
  SH_KIOSK_PIN_WRONG,
  SH_KIOSK_PIN_WAIT,  /* too soon after a wrong one: it was not looked at */
  SH_KIOSK_PIN_LOCKED /* too many wrong ones: it was not looked at */
} ShKioskPinResult;

/** How often one may try. Pure but for crypt(3): time comes in. All zero, with @attempts and
 * @lock_s set, is the beginning. */
typedef struct
{
  int attempts;  /* wrong ones until the lock */
  double lock_s; /* how long the lock lasts */
  int wrong;
  double next_s; /* before this nothing is looked at */
} ShKioskPin;

/** Whether @pin is one: four to twelve digits. */
gboolean sh_kiosk_pin_is (const char *pin);
/** The crypt(3) hash of a PIN by the system's best method; NULL when the system has none. Returns:
 * (transfer full) (nullable) */
char *sh_kiosk_pin_hash (const char *pin);
/** Whether @hash was made of @pin; never for an empty or a broken hash. */
gboolean sh_kiosk_pin_check (const char *pin, const char *hash);

/** Tries @pin at @now_s. After each wrong one the next has to wait twice as long, from one second
 * on; after too many the lock begins. */
ShKioskPinResult
sh_kiosk_pin_try (ShKioskPin *self, const char *pin, const char *hash, double now_s);
/** How many seconds until the next attempt; 0 when one may try. */
double sh_kiosk_pin_wait_s (const ShKioskPin *self, double now_s);
