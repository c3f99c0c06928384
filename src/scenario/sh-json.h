/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** Appends @text as a JSON string with its quotes. */
void sh_json_append_string (GString *json, const char *text);

/** Appends a number, or null for one that does not exist (NaN). */
void sh_json_append_number (GString *json, double number);
