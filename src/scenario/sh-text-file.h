/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/** What is larger than this is no text of this program's: 256 KiB. */
#define SH_TEXT_FILE_LARGEST (256 * 1024)

/**
 * Reads a whole small text file, never more than SH_TEXT_FILE_LARGEST, so that a device without an
 * end is refused, too, and so is a pipe out of which nothing comes for five seconds.
 *
 * @text: (out) (transfer full): with a zero behind it
 * @error: one line that names the file and the reason
 *
 * Returns: whether @text was written.
 */
gboolean sh_text_file_read (const char *path, char **text, gsize *length, GError **error);
