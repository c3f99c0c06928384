/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/**
 * Replaces the file at @path by @length bytes of @contents so that at any time either the old or
 * the new file is whole, also after a crash. A link is followed; a device or a pipe is written to
 * directly.
 *
 * @error: one line that names the file and the reason
 *
 * Returns: whether everything was written.
 */
gboolean sh_atomic_write (const char *path, const char *contents, gsize length, GError **error);

/** A file that appears under its name only when it is whole; for long output. */
typedef struct _ShAtomicFile ShAtomicFile;

/** Opens a new file beside @path. Returns: (transfer full) (nullable) */
ShAtomicFile *sh_atomic_file_open (const char *path, GError **error);

/** Appends; errors are kept and told by sh_atomic_file_commit(). Returns: whether it worked. */
gboolean sh_atomic_file_write (ShAtomicFile *file, const void *bytes, gsize length);

/** Brings everything to the disk, puts the file in its place and frees @file, whatever happens. */
gboolean sh_atomic_file_commit (ShAtomicFile *file, GError **error);

/** Forgets what was written and frees @file; the old file stays as it was. */
void sh_atomic_file_discard (ShAtomicFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShAtomicFile, sh_atomic_file_discard)
