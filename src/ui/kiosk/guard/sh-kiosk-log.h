/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** Sends the program's messages to a file from now on. At @most_kib KiB the file is begun anew and
 * the one before is kept beside it as ".1", so that both together stay below twice that size. An
 * empty @path leaves the messages where they went: to the journal where there is one. There they
 * go as well while the file cannot be written, which is told once. */
void sh_kiosk_log_to (const char *path, double most_kib);
