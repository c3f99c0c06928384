/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-lesson.h"

/** A quick fact, always with who says so. */
typedef struct
{
  const char *text;   /* translated */
  const char *source; /* translated: "According to …" */
} ShFactCard;

/** Fills @card with the words of @fact; FALSE for SH_FACT_NONE. */
gboolean sh_fact_card (ShFact fact, ShFactCard *card);
