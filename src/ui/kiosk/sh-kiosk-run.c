/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk.h"

#include <locale.h>

#include "sh-config.h"

#include "sh-kiosk-language.h"
#include "sh-ui.h"

typedef struct
{
  const ShKioskOptions *options;
  ShKiosk *kiosk;
} ShKioskRun;

void
sh_kiosk_prepare_environment (void)
{
  static const char *const dangerous[] = {
    "GTK_DEBUG", "GTK_INSPECTOR_DISPLAY", "GTK_INSPECTOR_RENDERER", "GTK_MODULES",
    "GTK_PATH",  "GTK_EXE_PREFIX",        "GTK_DATA_PREFIX",        "GTK_THEME",
    "GTK_CSD",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (dangerous); i++)
    g_unsetenv (dangerous[i]);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  /* This makes LANGUAGE before any thread runs; later only its value is exchanged. */
  sh_kiosk_language_prepare ();
}

static void
startup_cb (GApplication *application, ShKioskRun *run)
{
  sh_ui_register_resources ();
}

static void
activate_cb (GApplication *application, ShKioskRun *run)
{
  if (run->kiosk == NULL)
    run->kiosk = sh_kiosk_new (GTK_APPLICATION (application), run->options);
}

int
sh_kiosk_run (const ShKioskOptions *options)
{
  ShKioskRun run = { options, NULL };
  g_autoptr (GtkApplication) application =
      g_object_new (GTK_TYPE_APPLICATION, "application-id", SH_APP_ID, "flags",
                    G_APPLICATION_NON_UNIQUE, "resource-base-path", SH_RESOURCE_PREFIX, NULL);
  int status;

  g_signal_connect (application, "startup", G_CALLBACK (startup_cb), &run);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &run);
  status = g_application_run (G_APPLICATION (application), 0, NULL);
  if (run.kiosk != NULL && status == 0)
    status = sh_kiosk_get_exit_status (run.kiosk);
  g_clear_object (&run.kiosk);
  return status;
}
