/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For crypt_r() and its relatives beside plain C17. */
#define _DEFAULT_SOURCE 1

#include "sh-kiosk-pin.h"

#include <crypt.h>
#include <string.h>

gboolean
sh_kiosk_pin_is (const char *pin)
{
  gsize length = strlen (pin);

  return length >= SH_KIOSK_PIN_LEAST && length <= SH_KIOSK_PIN_MOST &&
         strspn (pin, "0123456789") == length;
}

/* Returns: (transfer full) (nullable): NULL when @setting is none. */
static char *
hash_with (const char *pin, const char *setting)
{
  g_autofree struct crypt_data *data = g_new0 (struct crypt_data, 1);
  const char *hash = crypt_r (pin, setting, data);

  return hash != NULL && hash[0] != '*' ? g_strdup (hash) : NULL;
}

char *
sh_kiosk_pin_hash (const char *pin)
{
  char setting[CRYPT_GENSALT_OUTPUT_SIZE];

  if (crypt_gensalt_rn (NULL, 0, NULL, 0, setting, sizeof setting) == NULL)
    return NULL;
  return hash_with (pin, setting);
}

gboolean
sh_kiosk_pin_check (const char *pin, const char *hash)
{
  g_autofree char *made = hash[0] != '\0' ? hash_with (pin, hash) : NULL;
  unsigned char difference = 0;

  if (made == NULL || strlen (made) != strlen (hash))
    return FALSE;
  for (gsize i = 0; hash[i] != '\0'; i++)
    difference |= (unsigned char) (made[i] ^ hash[i]);
  return difference == 0;
}

ShKioskPinResult
sh_kiosk_pin_try (ShKioskPin *self, const char *pin, const char *hash, double now_s)
{
  if (now_s < self->next_s)
    return self->wrong >= self->attempts ? SH_KIOSK_PIN_LOCKED : SH_KIOSK_PIN_WAIT;
  if (self->wrong >= self->attempts)
    self->wrong = 0;
  if (sh_kiosk_pin_check (pin, hash))
    {
      self->wrong = 0;
      return SH_KIOSK_PIN_RIGHT;
    }
  self->wrong++;
  if (self->wrong >= self->attempts)
    self->next_s = now_s + self->lock_s;
  else
    self->next_s = now_s + (double) (1 << MIN (self->wrong - 1, 6));
  return SH_KIOSK_PIN_WRONG;
}

double
sh_kiosk_pin_wait_s (const ShKioskPin *self, double now_s)
{
  return MAX (self->next_s - now_s, 0.0);
}
