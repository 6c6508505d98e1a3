/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/bb-field-private.h"

#include <glib/gi18n-lib.h>

struct _BbField
{
  GObject parent_instance;

  const char *id;
  const char *label; /* metadata only, untranslated */
  const BbForm *form;
  const BbCell *cell;
  const BbSection *section;

  BbValue *value;
  gboolean pinned;

  /* what was announced last, while a step is under way */
  BbValue *announced;
  gboolean announced_pinned;
};

G_DEFINE_FINAL_TYPE (BbField, bb_field, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_STATE,
  PROP_ORIGIN,
  PROP_SOURCE,
  PROP_UNIT,
  PROP_REMARK,
  PROP_PINNED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static BbField *
field_new (const char *id, const BbCell *cell, BbOrigin origin)
{
  BbField *self = g_object_new (BB_TYPE_FIELD, NULL);
  BbContent blank = { .text = (char *) "", .origin = origin };

  self->id = id;
  self->cell = cell;
  self->value = bb_value_new (cell, &blank);
  return self;
}

static void
notify (BbField *self, guint property, gboolean differs)
{
  if (differs)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
bb_field_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  BbField *self = BB_FIELD (object);

  switch (property)
    {
    case PROP_TEXT:
      g_value_set_string (value, bb_field_get_text (self));
      break;
    case PROP_STATE:
      g_value_set_int (value, bb_field_get_state (self));
      break;
    case PROP_ORIGIN:
      g_value_set_int (value, bb_field_get_origin (self));
      break;
    case PROP_SOURCE:
      g_value_set_string (value, bb_field_get_source (self));
      break;
    case PROP_UNIT:
      g_value_set_string (value, bb_field_get_unit (self));
      break;
    case PROP_REMARK:
      g_value_set_string (value, bb_field_get_remark (self));
      break;
    case PROP_PINNED:
      g_value_set_boolean (value, self->pinned);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
bb_field_finalize (GObject *object)
{
  BbField *self = BB_FIELD (object);

  g_clear_pointer (&self->value, bb_value_unref);
  g_clear_pointer (&self->announced, bb_value_unref);

  G_OBJECT_CLASS (bb_field_parent_class)->finalize (object);
}

static void
bb_field_class_init (BbFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = bb_field_get_property;
  object_class->finalize = bb_field_finalize;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, BB_STATE_NUMBER, BB_STATE_MISSING, BB_STATE_BLANK, flags);
  properties[PROP_ORIGIN] = g_param_spec_int ("origin", NULL, NULL, BB_ORIGIN_TYPED, BB_ORIGIN_DEDUCED, BB_ORIGIN_TYPED, flags);
  properties[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, flags);
  properties[PROP_UNIT] = g_param_spec_string ("unit", NULL, NULL, NULL, flags);
  properties[PROP_REMARK] = g_param_spec_string ("remark", NULL, NULL, NULL, flags);
  properties[PROP_PINNED] = g_param_spec_boolean ("pinned", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bb_field_init (BbField *self)
{
}

BbField *
bb_field_new_cell (const BbForm *form, const BbCell *cell)
{
  BbField *self = field_new (cell->id, cell, cell->derived_from >= 0 ? BB_ORIGIN_DERIVED : BB_ORIGIN_TYPED);

  self->form = form;
  return self;
}

BbField *
bb_field_new_section (const BbSection *section)
{
  BbField *self = field_new (section->id, NULL, BB_ORIGIN_TYPED);

  self->section = section;
  return self;
}

BbField *
bb_field_new_meta (const char *id, const char *label)
{
  BbField *self = field_new (id, NULL, BB_ORIGIN_TYPED);

  self->label = label;
  return self;
}

const BbForm *
bb_field_get_form (BbField *self)
{
  return self->form;
}

BbValue *
bb_field_get_stored (BbField *self)
{
  return self->value;
}

void
bb_field_store (BbField *self, BbValue *value)
{
  bb_value_ref (value);
  bb_value_unref (self->value);
  self->value = value;
}

void
bb_field_set_pinned (BbField *self, gboolean pinned)
{
  self->pinned = pinned;
}

gboolean
bb_field_remember (BbField *self)
{
  if (self->announced != NULL)
    return FALSE;
  self->announced = bb_value_ref (self->value);
  self->announced_pinned = self->pinned;
  return TRUE;
}

gboolean
bb_field_announce (BbField *self)
{
  /* Both sides are held: what a handler does may replace either. */
  g_autoptr (BbValue) old = g_steal_pointer (&self->announced);
  g_autoptr (BbValue) new = bb_value_ref (self->value);
  gboolean pinned_differs = self->announced_pinned != self->pinned;

  if (bb_value_equal (old, new) && !pinned_differs)
    return FALSE;

  notify (self, PROP_TEXT, !g_str_equal (old->content.text, new->content.text));
  notify (self, PROP_STATE, old->state != new->state);
  notify (self, PROP_ORIGIN, old->content.origin != new->content.origin);
  notify (self, PROP_SOURCE, g_strcmp0 (old->content.source, new->content.source) != 0);
  notify (self, PROP_UNIT, g_strcmp0 (old->content.unit, new->content.unit) != 0);
  notify (self, PROP_REMARK, g_strcmp0 (old->content.remark, new->content.remark) != 0);
  notify (self, PROP_PINNED, pinned_differs);
  return TRUE;
}

const char *
bb_field_get_id (BbField *self)
{
  g_return_val_if_fail (BB_IS_FIELD (self), NULL);
  return self->id;
}

const char *
bb_field_get_name (BbField *self)
{
  g_return_val_if_fail (BB_IS_FIELD (self), NULL);

  if (self->cell != NULL)
    return self->cell->name;
  if (self->section != NULL)
    return self->section->title != NULL ? self->section->title : _("Introduction");
  return _(self->label);
}

const BbCell *
bb_field_get_cell (BbField *self)
{
  g_return_val_if_fail (BB_IS_FIELD (self), NULL);
  return self->cell;
}

int
bb_field_get_section (BbField *self)
{
  g_return_val_if_fail (BB_IS_FIELD (self), -1);
  return self->section != NULL ? (int) self->section->index : -1;
}

const char *
bb_field_get_text (BbField *self)
{
  g_return_val_if_fail (BB_IS_FIELD (self), NULL);
  return self->value->content.text;
}

BbState
bb_field_get_state (BbField *self)
{
  g_return_val_if_fail (BB_IS_FIELD (self), BB_STATE_MISSING);
  return self->value->state;
}

BbOrigin
bb_field_get_origin (BbField *self)
{
  g_return_val_if_fail (BB_IS_FIELD (self), BB_ORIGIN_TYPED);
  return self->value->content.origin;
}

const char *
bb_field_get_source (BbField *self)
{
  g_return_val_if_fail (BB_IS_FIELD (self), NULL);
  return self->value->content.source;
}

const char *
bb_field_get_unit (BbField *self)
{
  g_return_val_if_fail (BB_IS_FIELD (self), NULL);
  return self->value->content.unit;
}

const BbLink *
bb_field_get_links (BbField *self, guint *n_links)
{
  const GArray *links;

  g_return_val_if_fail (BB_IS_FIELD (self), NULL);

  links = self->value->content.links;
  *n_links = links != NULL ? links->len : 0;
  return links != NULL ? (const BbLink *) (gpointer) links->data : NULL;
}

const char *
bb_field_get_remark (BbField *self)
{
  g_return_val_if_fail (BB_IS_FIELD (self), NULL);
  return self->value->content.remark;
}

const BbNumber *
bb_field_get_number (BbField *self)
{
  g_return_val_if_fail (BB_IS_FIELD (self), NULL);
  return &self->value->number;
}

gboolean
bb_field_get_value (BbField *self, BbDecimal *value)
{
  g_return_val_if_fail (BB_IS_FIELD (self), FALSE);

  if (self->value->state != BB_STATE_NUMBER)
    return FALSE;
  *value = self->value->number.value;
  return TRUE;
}

gboolean
bb_field_is_derived (BbField *self)
{
  g_return_val_if_fail (BB_IS_FIELD (self), FALSE);
  return self->cell != NULL && self->cell->derived_from >= 0;
}

gboolean
bb_field_is_pinned (BbField *self)
{
  g_return_val_if_fail (BB_IS_FIELD (self), FALSE);
  return self->pinned;
}
