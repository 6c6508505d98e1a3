/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/bb-note-private.h"

struct _BbNote
{
  GObject parent_instance;

  char *id;
  BbSeverity severity;
  char **cells;
  char *message;
  char *place;
  gboolean listed;
  gboolean dismissed;
  gboolean announced;
};

G_DEFINE_FINAL_TYPE (BbNote, bb_note, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_SEVERITY,
  PROP_MESSAGE,
  PROP_PLACE,
  PROP_DISMISSED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
bb_note_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  BbNote *self = BB_NOTE (object);

  switch (property)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_SEVERITY:
      g_value_set_int (value, self->severity);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    case PROP_DISMISSED:
      g_value_set_boolean (value, self->dismissed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
bb_note_finalize (GObject *object)
{
  BbNote *self = BB_NOTE (object);

  g_free (self->id);
  g_strfreev (self->cells);
  g_free (self->message);
  g_free (self->place);

  G_OBJECT_CLASS (bb_note_parent_class)->finalize (object);
}

static void
bb_note_class_init (BbNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = bb_note_get_property;
  object_class->finalize = bb_note_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_SEVERITY] =
    g_param_spec_int ("severity", NULL, NULL, BB_SEVERITY_HINT, BB_SEVERITY_ERROR, BB_SEVERITY_HINT, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  properties[PROP_DISMISSED] = g_param_spec_boolean ("dismissed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bb_note_init (BbNote *self)
{
}

void
bb_note_set_listed (BbNote *self, gboolean listed)
{
  self->listed = listed;
}

gboolean
bb_note_get_listed (BbNote *self)
{
  return self->listed;
}

void
bb_note_set_dismissed (BbNote *self, gboolean dismissed)
{
  self->dismissed = dismissed;
}

void
bb_note_announce (BbNote *self)
{
  if (self->announced == self->dismissed)
    return;
  self->announced = self->dismissed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DISMISSED]);
}

BbNote *
bb_note_new (const char *id, BbSeverity severity, const char *const *cells, const char *message, const char *place)
{
  static const char *const no_cells[] = { NULL };
  BbNote *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (message != NULL, NULL);

  self = g_object_new (BB_TYPE_NOTE, NULL);
  self->id = g_strdup (id);
  self->severity = severity;
  self->cells = g_strdupv ((char **) (cells != NULL ? cells : no_cells));
  self->message = g_strdup (message);
  self->place = g_strdup (place);
  return self;
}

const char *
bb_note_get_id (BbNote *self)
{
  g_return_val_if_fail (BB_IS_NOTE (self), NULL);
  return self->id;
}

BbSeverity
bb_note_get_severity (BbNote *self)
{
  g_return_val_if_fail (BB_IS_NOTE (self), BB_SEVERITY_HINT);
  return self->severity;
}

const char *const *
bb_note_get_cells (BbNote *self)
{
  g_return_val_if_fail (BB_IS_NOTE (self), NULL);
  return (const char *const *) self->cells;
}

const char *
bb_note_get_message (BbNote *self)
{
  g_return_val_if_fail (BB_IS_NOTE (self), NULL);
  return self->message;
}

const char *
bb_note_get_place (BbNote *self)
{
  g_return_val_if_fail (BB_IS_NOTE (self), NULL);
  return self->place;
}

gboolean
bb_note_get_dismissed (BbNote *self)
{
  g_return_val_if_fail (BB_IS_NOTE (self), FALSE);
  return self->dismissed;
}
