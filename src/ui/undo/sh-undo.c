/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-undo.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Key presses on a slider that follow each other this closely are one movement. */
#define TOGETHER_US (G_USEC_PER_SEC * 8 / 10)
/* Steps that are remembered; a step is about a kilobyte. */
#define MOST_STEPS 500

/* One state of the leg, and what was changed to come to it. */
typedef struct
{
  ShScenario scenario;
  ShChange change;
  guint press; /* during which press of a button; 0: none */
} Step;

struct _ShUndo
{
  GObject parent_instance;

  ShSession *session;
  GArray *steps; /* Step; the first one is the beginning */
  guint at;      /* the step that is shown */
  guint presses; /* counted, so that each has a number */
  gboolean held;
  gboolean applying;
  gint64 changed_us;
};

enum
{
  PROP_0,
  PROP_UNDO_TEXT,
  PROP_REDO_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShUndo, sh_undo, G_TYPE_OBJECT)

static const struct
{
  const char *undo;
  const char *redo;
} texts[SH_N_CHANGES] = {
  [SH_CHANGE_ACTIVITY] = { NC_ ("undo", "Undo: other activity"),
                           NC_ ("undo", "Redo: other activity") },
  [SH_CHANGE_PACE] = { NC_ ("undo", "Undo: other pace"), NC_ ("undo", "Redo: other pace") },
  [SH_CHANGE_EFFORT] = { NC_ ("undo", "Undo: other effort"), NC_ ("undo", "Redo: other effort") },
  [SH_CHANGE_ANKLE_RANGE] = { NC_ ("undo", "Undo: other ankle movement"),
                              NC_ ("undo", "Redo: other ankle movement") },
  [SH_CHANGE_TOES] = { NC_ ("undo", "Undo: other toe pointing"),
                       NC_ ("undo", "Redo: other toe pointing") },
  [SH_CHANGE_STRENGTH] = { NC_ ("undo", "Undo: other calf strength"),
                           NC_ ("undo", "Redo: other calf strength") },
  [SH_CHANGE_STOCKING] = { NC_ ("undo", "Undo: other stocking"),
                           NC_ ("undo", "Redo: other stocking") },
  [SH_CHANGE_INACTIVE] = { NC_ ("undo", "Undo: staying still"),
                           NC_ ("undo", "Redo: staying still") },
  [SH_CHANGE_VALVES] = { NC_ ("undo", "Undo: other leaky valves"),
                         NC_ ("undo", "Redo: other leaky valves") },
  [SH_CHANGE_SEVERITY] = { NC_ ("undo", "Undo: how much valves leak"),
                           NC_ ("undo", "Redo: how much valves leak") },
  [SH_CHANGE_NARROWING] = { NC_ ("undo", "Undo: other narrowed vein"),
                            NC_ ("undo", "Redo: other narrowed vein") },
  [SH_CHANGE_CLOSED] = { NC_ ("undo", "Undo: other closed vein"),
                         NC_ ("undo", "Redo: other closed vein") },
  [SH_CHANGE_PERSON] = { NC_ ("undo", "Undo: another person or room"),
                         NC_ ("undo", "Redo: another person or room") },
  [SH_CHANGE_SEVERAL] = { NC_ ("undo", "Undo: several changes"),
                          NC_ ("undo", "Redo: several changes") },
};

static gboolean
is_slider (ShChange change)
{
  switch ((int) change)
    {
    case SH_CHANGE_PACE:
    case SH_CHANGE_EFFORT:
    case SH_CHANGE_ANKLE_RANGE:
    case SH_CHANGE_TOES:
    case SH_CHANGE_STRENGTH:
    case SH_CHANGE_SEVERITY:
    case SH_CHANGE_NARROWING:
    case SH_CHANGE_PERSON:
      return TRUE;
    default:
      return FALSE;
    }
}

static Step *
step_at (ShUndo *self, guint index)
{
  return &g_array_index (self->steps, Step, index);
}

static void
notify_texts (ShUndo *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_TEXT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_TEXT]);
}

/* Whether a change of this kind goes on with the newest step. */
static gboolean
goes_on (ShUndo *self, ShChange change)
{
  const Step *last = step_at (self, self->at);

  if (self->at == 0 || self->at + 1 != self->steps->len || last->change != change)
    return FALSE;
  if (self->held)
    return last->press == self->presses;
  return is_slider (change) && g_get_monotonic_time () - self->changed_us < TOGETHER_US;
}

/* The movement goes on: its step ends elsewhere now, or was nothing when it came back. */
static void
go_on (ShUndo *self, const ShScenario *now)
{
  step_at (self, self->at)->scenario = *now;
  if (!sh_scenario_equal (now, &step_at (self, self->at - 1)->scenario))
    return;
  g_array_set_size (self->steps, self->at);
  self->at--;
}

static void
add_step (ShUndo *self, const ShScenario *now, ShChange change)
{
  Step step = { .scenario = *now, .change = change, .press = self->held ? self->presses : 0 };

  g_array_set_size (self->steps, self->at + 1);
  if (self->steps->len == MOST_STEPS)
    g_array_remove_index (self->steps, 0);
  g_array_append_val (self->steps, step);
  self->at = self->steps->len - 1;
}

static void
changed_cb (ShUndo *self, ShSession *session)
{
  const ShScenario *now = sh_session_get_scenario (session);
  ShChange change = sh_change_between (&step_at (self, self->at)->scenario, now);

  if (self->applying || change == SH_CHANGE_NONE)
    return;
  if (goes_on (self, change))
    go_on (self, now);
  else
    add_step (self, now, change);
  self->changed_us = g_get_monotonic_time ();
  notify_texts (self);
}

static gboolean
go_to (ShUndo *self, guint index)
{
  gboolean done;

  self->applying = TRUE;
  done = sh_session_set_scenario (self->session, &step_at (self, index)->scenario);
  self->applying = FALSE;
  self->changed_us = 0;
  if (!done)
    return FALSE;
  self->at = index;
  notify_texts (self);
  return TRUE;
}

static void
sh_undo_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ShUndo *self = SH_UNDO (object);

  if (id == PROP_UNDO_TEXT)
    g_value_set_string (value, sh_undo_get_undo_text (self));
  else if (id == PROP_REDO_TEXT)
    g_value_set_string (value, sh_undo_get_redo_text (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_undo_finalize (GObject *object)
{
  ShUndo *self = SH_UNDO (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->steps, g_array_unref);
  G_OBJECT_CLASS (sh_undo_parent_class)->finalize (object);
}

static void
sh_undo_class_init (ShUndoClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = sh_undo_finalize;
  object_class->get_property = sh_undo_get_property;
  properties[PROP_UNDO_TEXT] = g_param_spec_string ("undo-text", NULL, NULL, NULL, flags);
  properties[PROP_REDO_TEXT] = g_param_spec_string ("redo-text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sh_undo_init (ShUndo *self)
{
  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
}

ShUndo *
sh_undo_new (ShSession *session)
{
  ShUndo *self = g_object_new (SH_TYPE_UNDO, NULL);

  self->session = g_object_ref (session);
  sh_undo_clear (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
sh_undo_set_held (ShUndo *self, gboolean held)
{
  g_return_if_fail (SH_IS_UNDO (self));

  if (held)
    self->presses++;
  self->held = held;
}

gboolean
sh_undo_undo (ShUndo *self)
{
  g_return_val_if_fail (SH_IS_UNDO (self), FALSE);

  return self->at > 0 && go_to (self, self->at - 1);
}

gboolean
sh_undo_redo (ShUndo *self)
{
  g_return_val_if_fail (SH_IS_UNDO (self), FALSE);

  return self->at + 1 < self->steps->len && go_to (self, self->at + 1);
}

void
sh_undo_clear (ShUndo *self)
{
  Step beginning = { .change = SH_CHANGE_NONE };

  g_return_if_fail (SH_IS_UNDO (self));

  beginning.scenario = *sh_session_get_scenario (self->session);
  g_array_set_size (self->steps, 0);
  g_array_append_val (self->steps, beginning);
  self->at = 0;
  notify_texts (self);
}

const char *
sh_undo_get_undo_text (ShUndo *self)
{
  g_return_val_if_fail (SH_IS_UNDO (self), NULL);

  return self->at > 0 ? g_dpgettext2 (SH_GETTEXT_DOMAIN, "undo",
                                      texts[step_at (self, self->at)->change].undo)
                      : NULL;
}

const char *
sh_undo_get_redo_text (ShUndo *self)
{
  g_return_val_if_fail (SH_IS_UNDO (self), NULL);

  return self->at + 1 < self->steps->len
             ? g_dpgettext2 (SH_GETTEXT_DOMAIN, "undo",
                             texts[step_at (self, self->at + 1)->change].redo)
             : NULL;
}
