/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/bb-note-private.h"
#include "report/bb-report-private.h"

#include <bianbao/bb-text.h>
#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (BbReport, bb_report, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FORM,
  PROP_MODIFIED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  FIELD_CHANGED,
  CHANGED,
  APPLIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* *INDENT-OFF* */
static const struct
{
  const char *id;
  const char *label;
} meta_fields[BB_N_META] = {
  [BB_META_ORGANISATION] = { "meta.organisation", N_("Organisation") },
  [BB_META_YEAR]         = { "meta.year",         N_("Report year") },
  [BB_META_TITLE]        = { "meta.title",        N_("Title") },
  [BB_META_CONTACT]      = { "meta.contact",      N_("Contact") },
  [BB_META_DATE]         = { "meta.date",         N_("Publication date") },
  [BB_META_DONE]         = { "meta.done",         N_("Sections marked as done") },
  [BB_META_ACCEPTED]     = { "meta.accepted",     N_("Accepted warnings") },
  [BB_META_LAST_YEAR]    = { "meta.last_year",    N_("Last year’s report") },
  [BB_META_UNITS]        = { "meta.units",        N_("Units’ reports") },
};
/* *INDENT-ON* */

#define TITLE_END "政府信息公开工作年度报告"

static void
edition_free (gpointer data)
{
  BbEdition *edition = data;

  for (guint i = 0; i < edition->form->n_cells; i++)
    g_object_unref (edition->cells[i]);
  g_free (edition->cells);
  g_free (edition);
}

static BbEdition *
edition_new (const BbForm *form)
{
  BbEdition *edition = g_new0 (BbEdition, 1);

  edition->form = form;
  edition->cells = g_new0 (BbField *, form->n_cells);
  for (guint i = 0; i < form->n_cells; i++)
    edition->cells[i] = bb_field_new_cell (form, &form->cells[i]);
  return edition;
}

/* Once the report is in another edition, its cells are of no interest to those who show this one. */
static gboolean
is_present (BbReport *self, BbField *field)
{
  const BbForm *form = bb_field_get_form (field);

  return form == NULL || form == self->edition->form;
}

static gboolean
announce_form (BbReport *self)
{
  if (self->announced_form == self->edition->form)
    return FALSE;
  self->announced_form = self->edition->form;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORM]);
  return TRUE;
}

static gpointer
copy_reference (gconstpointer object, gpointer user_data)
{
  return g_object_ref ((gpointer) object);
}

/* Notes come and go at the end of the list, so what differs is a tail. */
static gboolean
announce_notes (BbReport *self)
{
  g_autoptr (GPtrArray) notes = NULL;
  guint n_listed = g_list_model_get_n_items (G_LIST_MODEL (self->listed_notes));
  guint same = 0;

  if (!self->notes_differ)
    return FALSE;
  self->notes_differ = FALSE;

  /* A handler may add notes while these are announced. */
  notes = g_ptr_array_copy (self->notes, copy_reference, NULL);
  g_ptr_array_set_free_func (notes, g_object_unref);
  for (; same < n_listed && same < notes->len; same++)
    {
      g_autoptr (BbNote) listed = g_list_model_get_item (G_LIST_MODEL (self->listed_notes), same);

      if (listed != g_ptr_array_index (notes, same))
        break;
    }
  if (same < notes->len)
    g_list_store_splice (self->listed_notes, same, n_listed - same, &notes->pdata[same], notes->len - same);
  else if (same < n_listed)
    g_list_store_splice (self->listed_notes, same, n_listed - same, NULL, 0);
  for (guint i = 0; i < notes->len; i++)
    bb_note_announce (g_ptr_array_index (notes, i));
  return TRUE;
}

static gboolean
announce_fields (BbReport *self)
{
  g_autoptr (GPtrArray) queue = g_steal_pointer (&self->queue);
  gboolean any = FALSE;

  self->queue = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < queue->len; i++)
    {
      BbField *field = g_ptr_array_index (queue, i);

      if (!bb_field_announce (field))
        continue;
      any = TRUE;
      if (is_present (self, field))
        g_signal_emit (self, signals[FIELD_CHANGED], 0, field);
    }
  return any;
}

static void
announce_flag (BbReport *self, gboolean *announced, gboolean now, guint property)
{
  if (*announced == now)
    return;
  *announced = now;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
announce_flags (BbReport *self)
{
  announce_flag (self, &self->announced_modified, bb_report_get_modified (self), PROP_MODIFIED);
  announce_flag (self, &self->announced_can_undo, bb_report_can_undo (self), PROP_CAN_UNDO);
  announce_flag (self, &self->announced_can_redo, bb_report_can_redo (self), PROP_CAN_REDO);
}

static void
announce_applied (BbReport *self)
{
  g_autoptr (BbField) field = g_steal_pointer (&self->applied_field);

  if (!self->applied)
    return;
  self->applied = FALSE;
  g_signal_emit (self, signals[APPLIED], 0, field);
}

static gboolean
has_something_to_announce (BbReport *self)
{
  return self->queue->len > 0 || self->notes_differ || self->applied || self->announced_form != self->edition->form ||
         self->announced_modified != bb_report_get_modified (self) ||
         self->announced_can_undo != bb_report_can_undo (self) || self->announced_can_redo != bb_report_can_redo (self);
}

static void
bb_report_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  BbReport *self = BB_REPORT (object);

  switch (property)
    {
    case PROP_FORM:
      g_value_set_pointer (value, (gpointer) bb_report_get_form (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, bb_report_get_modified (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, bb_report_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, bb_report_can_redo (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
bb_report_finalize (GObject *object)
{
  BbReport *self = BB_REPORT (object);

  g_ptr_array_unref (self->editions);
  g_ptr_array_unref (self->sections);
  for (guint i = 0; i < BB_N_META; i++)
    g_object_unref (self->meta[i]);
  g_ptr_array_unref (self->notes);
  g_free (self->extra);
  bb_history_free (self->history);
  g_ptr_array_unref (self->queue);
  g_object_unref (self->listed_notes);
  g_clear_object (&self->applied_field);

  G_OBJECT_CLASS (bb_report_parent_class)->finalize (object);
}

static void
bb_report_class_init (BbReportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = bb_report_get_property;
  object_class->finalize = bb_report_finalize;

  properties[PROP_FORM] = g_param_spec_pointer ("form", NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FIELD_CHANGED] = g_signal_new ("field-changed", BB_TYPE_REPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, BB_TYPE_FIELD);
  signals[CHANGED] = g_signal_new ("changed", BB_TYPE_REPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[APPLIED] = g_signal_new ("applied", BB_TYPE_REPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, BB_TYPE_FIELD);
}

static void
bb_report_init (BbReport *self)
{
  self->editions = g_ptr_array_new_with_free_func (edition_free);
  self->sections = g_ptr_array_new_with_free_func (g_object_unref);
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  self->listed_notes = g_list_store_new (BB_TYPE_NOTE);
  self->queue = g_ptr_array_new_with_free_func (g_object_unref);
  self->history = bb_history_new ();
  for (guint i = 0; i < BB_N_META; i++)
    self->meta[i] = bb_field_new_meta (meta_fields[i].id, meta_fields[i].label);
}

BbEdition *
bb_report_get_edition (BbReport *self, const BbForm *form)
{
  BbEdition *edition;

  for (guint i = 0; i < self->editions->len; i++)
    {
      edition = g_ptr_array_index (self->editions, i);
      if (edition->form == form)
        return edition;
    }
  edition = edition_new (form);
  g_ptr_array_add (self->editions, edition);
  return edition;
}

void
bb_report_announce (BbReport *self)
{
  g_autoptr (BbReport) alive = NULL;

  /* A handler that edits ends up here again; the loop below tells what it did once the present round is over. */
  if (self->announcing)
    return;

  alive = g_object_ref (self);
  self->announcing = TRUE;
  while (self->depth == 0 && has_something_to_announce (self))
    {
      gboolean changed = announce_form (self);

      changed |= announce_notes (self);
      changed |= announce_fields (self);
      announce_flags (self);
      if (changed)
        g_signal_emit (self, signals[CHANGED], 0);
      announce_applied (self);
    }
  self->announcing = FALSE;
}

BbReport *
bb_report_new (const BbForm *form)
{
  BbReport *self;

  g_return_val_if_fail (form != NULL, NULL);

  self = g_object_new (BB_TYPE_REPORT, NULL);
  self->edition = bb_report_get_edition (self, form);
  self->announced_form = form;
  for (guint i = 0; i < form->n_sections; i++)
    g_ptr_array_add (self->sections, bb_field_new_section (&form->sections[i]));
  return self;
}

const BbForm *
bb_report_get_form (BbReport *self)
{
  g_return_val_if_fail (BB_IS_REPORT (self), NULL);
  return self->edition->form;
}

BbField *
bb_report_get_cell (BbReport *self, guint cell)
{
  g_return_val_if_fail (BB_IS_REPORT (self), NULL);
  g_return_val_if_fail (cell < self->edition->form->n_cells, NULL);
  return self->edition->cells[cell];
}

BbField *
bb_report_get_section (BbReport *self, guint section)
{
  g_return_val_if_fail (BB_IS_REPORT (self), NULL);
  g_return_val_if_fail (section < self->sections->len, NULL);
  return g_ptr_array_index (self->sections, section);
}

BbField *
bb_report_get_meta (BbReport *self, BbMeta meta)
{
  g_return_val_if_fail (BB_IS_REPORT (self), NULL);
  g_return_val_if_fail (meta < BB_N_META, NULL);
  return self->meta[meta];
}

BbField *
bb_report_find_field (BbReport *self, const char *id)
{
  int index;

  g_return_val_if_fail (BB_IS_REPORT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  index = bb_form_find_cell (self->edition->form, id);
  if (index >= 0)
    return self->edition->cells[index];
  index = bb_form_find_section (self->edition->form, id);
  if (index >= 0)
    return bb_report_get_section (self, index);
  for (guint i = 0; i < BB_N_META; i++)
    if (g_str_equal (id, meta_fields[i].id))
      return self->meta[i];
  return NULL;
}

int
bb_report_get_year (BbReport *self)
{
  BbNumber number;

  g_return_val_if_fail (BB_IS_REPORT (self), 0);

  number = bb_number_read (bb_field_get_text (self->meta[BB_META_YEAR]), "年 年度");
  if (number.form != BB_NUMBER_PLAIN && number.form != BB_NUMBER_OWN_UNIT)
    return 0;
  if (number.value.scale != 0 || number.value.mantissa < 1000 || number.value.mantissa > 9999)
    return 0;
  return number.value.mantissa;
}

const char *
bb_report_get_organisation (BbReport *self)
{
  g_return_val_if_fail (BB_IS_REPORT (self), NULL);
  return bb_field_get_text (self->meta[BB_META_ORGANISATION]);
}

gboolean
bb_report_is_of_other_organisation (BbReport *self, BbReport *other)
{
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  g_return_val_if_fail (BB_IS_REPORT (self), FALSE);
  g_return_val_if_fail (BB_IS_REPORT (other), FALSE);

  ours = bb_text_fold_label (bb_report_get_organisation (self));
  theirs = bb_text_fold_label (bb_report_get_organisation (other));
  return *ours != '\0' && *theirs != '\0' && !g_str_equal (ours, theirs);
}

char *
bb_report_get_title (BbReport *self)
{
  g_autofree char *organisation = NULL;
  int year;

  g_return_val_if_fail (BB_IS_REPORT (self), NULL);

  if (bb_field_get_state (self->meta[BB_META_TITLE]) == BB_STATE_TEXT)
    return g_strdup (bb_field_get_text (self->meta[BB_META_TITLE]));
  organisation = bb_text_trim (bb_report_get_organisation (self));
  year = bb_report_get_year (self);
  if (year == 0)
    return g_strconcat (organisation, TITLE_END, NULL);
  return g_strdup_printf ("%s%d年" TITLE_END, organisation, year);
}

GListModel *
bb_report_get_notes (BbReport *self)
{
  g_return_val_if_fail (BB_IS_REPORT (self), NULL);
  return G_LIST_MODEL (self->listed_notes);
}

const char *
bb_report_get_extra (BbReport *self)
{
  g_return_val_if_fail (BB_IS_REPORT (self), NULL);
  return self->extra;
}

void
bb_report_set_extra (BbReport *self, const char *json)
{
  g_autofree char *old = NULL;

  g_return_if_fail (BB_IS_REPORT (self));

  old = g_steal_pointer (&self->extra);
  self->extra = g_strdup (json);
}
