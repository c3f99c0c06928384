/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-ui.h"

G_BEGIN_DECLS

#define SH_TYPE_APPLICATION (sh_application_get_type ())
G_DECLARE_FINAL_TYPE (ShApplication, sh_application, SH, APPLICATION, GtkApplication)

/** The application object behind sh_application_run(). Returns: (transfer full) */
ShApplication *sh_application_new (const ShApplicationOptions *options);

G_END_DECLS
