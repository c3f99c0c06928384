/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "sh-kiosk-hours.h"

/** The kiosk's palette when no visitor has asked for more contrast. */
typedef enum
{
  SH_KIOSK_THEME_LIGHT,
  SH_KIOSK_THEME_DARK,
  SH_KIOSK_THEME_PROJECTOR
} ShKioskTheme;

/** Everything that an operator can set. Texts are never NULL; an empty one means "none". */
typedef struct
{
  char *clinic_name;
  char *clinic_sentence;
  char *clinic_logo;       /* path of a picture */
  char *clinic_address;    /* what the QR code says */
  char **languages;        /* codes such as "en"; the first is the one the kiosk goes back to */
  char **lessons;          /* names or paths of lessons; none: all that were shipped */
  char *monitor;           /* name of a connector, or "all" */
  double screen_height_mm; /* height of the lit picture; 0: as the screen says */
  double screen_bottom_mm; /* its lower edge above the floor; below 0: not known */
  double text_percent;     /* 100: as computed for the screen */
  int theme;               /* ShKioskTheme */
  double idle_s;
  double countdown_s;
  gboolean reading_pause;
  double reading_s; /* the longest that reading puts the countdown off */
  double scene_s;   /* how long one scene of the attract loop stays */
  gboolean read_aloud;
  double volume_percent;
  gboolean pixel_shift;
  ShKioskHours hours;
  char *time_zone; /* as in "Europe/Berlin"; empty: the machine's */
  double closed_brightness_percent;
  int restart_min; /* minutes after midnight of the nightly restart; -1: none */
  gboolean counts;
  char *counts_file;
  double counts_days;
  char *staff_pin; /* crypt(3) hash; empty: nobody gets in */
  double pin_attempts;
  double pin_lock_s;
  char *log_file;
  double log_kib;
  double memory_limit_mib; /* 0: no limit */
} ShKioskConfig;

/**
 * Reads the configuration. This never fails: whatever cannot be understood is told in @problems and
 * replaced by its default, so that a kiosk always starts.
 *
 * @path: (nullable): the file; NULL for the defaults alone
 * @problems: (element-type utf8): one line is appended for each mistake: file, line, what was
 *   found, what is allowed, what is used instead
 *
 * Returns: (transfer full)
 */
ShKioskConfig *sh_kiosk_config_load (const char *path, GPtrArray *problems);
/** As sh_kiosk_config_load(), from text; @name stands for the file in messages. */
ShKioskConfig *
sh_kiosk_config_parse (const char *text, gsize length, const char *name, GPtrArray *problems);
void sh_kiosk_config_free (ShKioskConfig *config);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShKioskConfig, sh_kiosk_config_free)

/** What staff changed at the kiosk itself (the opening hours) is kept in a file of its own in the
 * same form. Reads it over @config; a missing file changes nothing, a broken one is told. */
void sh_kiosk_config_overlay (ShKioskConfig *config, const char *path, GPtrArray *problems);
/** Keeps the opening hours in such a file, atomically. */
gboolean sh_kiosk_config_keep_hours (const ShKioskHours *hours, const char *path, GError **error);

/** Where the configuration is: the user's folder first, then the system's ones. NULL when there is
 * none. Returns: (transfer full) (nullable) */
char *sh_kiosk_config_find (void);

/** A file that names every key with what it means, what is allowed, and its default. The shipped
 * file is this text. Returns: (transfer full) */
char *sh_kiosk_config_sample (void);
/** Whether @text is the content of a kiosk configuration rather than of another file. */
gboolean sh_kiosk_config_is (const char *text, gsize length);
