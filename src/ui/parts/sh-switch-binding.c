/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-switch-binding.h"

static gboolean
tell_what_is_new (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_autoptr (GObject) target = g_binding_dup_target (binding);
  gboolean wanted = g_value_get_boolean (from);

  g_value_set_boolean (to, wanted);
  return target != NULL && gtk_switch_get_active (GTK_SWITCH (target)) != wanted;
}

void
sh_switch_bind (GBindingGroup *group, const char *from, GtkWidget *target)
{
  g_binding_group_bind_full (group, from, target, "active",
                             G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL, tell_what_is_new,
                             NULL, NULL, NULL);
}
