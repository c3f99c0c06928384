/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "sh-session.h"

G_BEGIN_DECLS

#define SH_TYPE_DOCUMENT (sh_document_get_type ())
G_DECLARE_FINAL_TYPE (ShDocument, sh_document, SH, DOCUMENT, GObject)

/**
 * The file behind a session: where its scenario came from or went to, and whether it has changed
 * since.
 *
 * Properties to read: `path` (the file; NULL while there is none), `modified`.
 *
 * Returns: (transfer full)
 */
ShDocument *sh_document_new (ShSession *session, const char *path);

/** The file; NULL while there is none. Returns: (transfer none) (nullable) */
const char *sh_document_get_path (ShDocument *self);
/** Whether the leg is another than the one that was opened, saved or begun with. */
gboolean sh_document_get_modified (ShDocument *self);

/** Begins anew with the scenario of a file. When it cannot be read, nothing has changed, and
 * @error says in one line where and why. */
gboolean sh_document_open (ShDocument *self, const char *path, GError **error);
/** Begins anew with a healthy person walking, and no file. */
void sh_document_open_new (ShDocument *self);
/** Saves to a file, which is the session's own from then on. The old file stands until the new one
 * is whole. */
gboolean sh_document_save (ShDocument *self, const char *path, GError **error);

G_END_DECLS
