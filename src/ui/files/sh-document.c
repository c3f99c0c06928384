/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-document.h"

#include "sh-scenario-floor.h"

struct _ShDocument
{
  GObject parent_instance;

  ShSession *session;
  char *path;
  ShScenario kept; /* what the file holds, or what was begun with */
  gboolean modified;
};

enum
{
  PROP_0,
  PROP_PATH,
  PROP_MODIFIED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShDocument, sh_document, G_TYPE_OBJECT)

static void
changed_cb (ShDocument *self, ShSession *session)
{
  gboolean modified = !sh_scenario_equal (sh_session_get_scenario (session), &self->kept);

  if (modified == self->modified)
    return;
  self->modified = modified;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

/* From now on the session's scenario is the one that @path holds. */
static void
keep (ShDocument *self, const char *path)
{
  self->kept = *sh_session_get_scenario (self->session);
  if (path != self->path)
    {
      g_free (self->path);
      self->path = g_strdup (path);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
  changed_cb (self, self->session);
}

static void
sh_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ShDocument *self = SH_DOCUMENT (object);

  if (id == PROP_PATH)
    g_value_set_string (value, self->path);
  else if (id == PROP_MODIFIED)
    g_value_set_boolean (value, self->modified);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_document_finalize (GObject *object)
{
  ShDocument *self = SH_DOCUMENT (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (sh_document_parent_class)->finalize (object);
}

static void
sh_document_class_init (ShDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = sh_document_finalize;
  object_class->get_property = sh_document_get_property;
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sh_document_init (ShDocument *self)
{
}

ShDocument *
sh_document_new (ShSession *session, const char *path)
{
  ShDocument *self = g_object_new (SH_TYPE_DOCUMENT, NULL);

  self->session = g_object_ref (session);
  keep (self, path);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

const char *
sh_document_get_path (ShDocument *self)
{
  g_return_val_if_fail (SH_IS_DOCUMENT (self), NULL);

  return self->path;
}

gboolean
sh_document_get_modified (ShDocument *self)
{
  g_return_val_if_fail (SH_IS_DOCUMENT (self), FALSE);

  return self->modified;
}

gboolean
sh_document_open (ShDocument *self, const char *path, GError **error)
{
  ShScenario scenario;

  g_return_val_if_fail (SH_IS_DOCUMENT (self), FALSE);

  if (!sh_scenario_load (path, NULL, &scenario, error))
    return FALSE;
  sh_session_begin (self->session, &scenario);
  keep (self, path);
  return TRUE;
}

void
sh_document_open_new (ShDocument *self)
{
  ShScenario scenario;

  g_return_if_fail (SH_IS_DOCUMENT (self));

  sh_session_first_scenario (&scenario);
  sh_session_begin (self->session, &scenario);
  keep (self, NULL);
}

gboolean
sh_document_save (ShDocument *self, const char *path, GError **error)
{
  g_return_val_if_fail (SH_IS_DOCUMENT (self), FALSE);

  if (!sh_scenario_save (sh_session_get_scenario (self->session), path, error))
    return FALSE;
  keep (self, path);
  return TRUE;
}
