/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** Which names the painters look for in the files of the anatomy. */

typedef enum
{
  SH_ART_PATH,
  SH_ART_WIDE_PATH, /* a path with a data-width */
  SH_ART_PLACE      /* a circle */
} ShArtKind;

typedef struct
{
  const char *id;
  ShArtKind kind;
} ShArtName;

typedef struct
{
  const char *file; /* under resources/anatomy */
  const ShArtName *names;
  gsize n_names;
  const char *open_family; /* (nullable): ids that begin so may be added and removed freely */
} ShArtFile;

extern const ShArtFile sh_art_files[];
extern const gsize sh_art_n_files;
