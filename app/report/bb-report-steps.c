/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one door: steps, edits, notes, undo and redo. */
#include "report/bb-links.h"
#include "report/bb-note-private.h"
#include "report/bb-report-private.h"
#include "report/bb-totals.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
touch (BbReport *self, BbField *field)
{
  if (bb_field_remember (field))
    g_ptr_array_add (self->queue, g_object_ref (field));
}

static void
update_pins (BbReport *self, BbField *field)
{
  const BbCell *cell = bb_field_get_cell (field);
  const BbEdition *edition;

  if (cell == NULL)
    return;
  edition = bb_report_get_edition (self, bb_field_get_form (field));
  for (guint i = 0; i < cell->n_equations; i++)
    {
      const BbCell *total = bb_totals_computed_by (edition->form, cell->equations[i]);

      if (total == NULL)
        continue;
      touch (self, edition->cells[total->index]);
      bb_field_set_pinned (edition->cells[total->index], bb_totals_is_pinned (edition, total));
    }
}

static void
store (BbReport *self, BbField *field, BbValue *value)
{
  touch (self, field);
  bb_field_store (field, value);
  update_pins (self, field);
}

static BbNoteState
note_state (BbNote *note)
{
  if (!bb_note_get_listed (note))
    return BB_NOTE_ABSENT;
  return bb_note_get_dismissed (note) ? BB_NOTE_DISMISSED : BB_NOTE_LISTED;
}

/* The last to come is the first to be taken back: it is looked for from the end. */
static void
remove_note (BbReport *self, BbNote *note)
{
  for (guint i = self->notes->len; i-- > 0;)
    if (g_ptr_array_index (self->notes, i) == note)
      {
        g_ptr_array_remove_index (self->notes, i);
        return;
      }
}

static void
store_note (BbReport *self, BbNote *note, BbNoteState state)
{
  gboolean listed = state != BB_NOTE_ABSENT;

  bb_note_set_dismissed (note, state == BB_NOTE_DISMISSED);
  self->notes_differ = TRUE;
  if (bb_note_get_listed (note) == listed)
    return;
  bb_note_set_listed (note, listed);
  if (listed)
    g_ptr_array_add (self->notes, g_object_ref (note));
  else
    remove_note (self, note);
}

static void
apply_change (BbReport *self, const BbChange *change, gboolean forward)
{
  switch (change->kind)
    {
    case BB_CHANGE_FIELD:
      store (self, change->field, forward ? change->after : change->before);
      break;
    case BB_CHANGE_FORM:
      self->edition = bb_report_get_edition (self, forward ? change->form_after : change->form_before);
      break;
    case BB_CHANGE_NOTE:
      store_note (self, change->note, forward ? change->note_after : change->note_before);
      break;
    }
}

static BbField *
first_field (const BbStep *step)
{
  for (guint i = 0; i < step->changes->len; i++)
    {
      const BbChange *change = g_ptr_array_index (step->changes, i);

      if (change->kind == BB_CHANGE_FIELD)
        return change->field;
    }
  return NULL;
}

static const char *
step_label (const BbStep *step)
{
  BbField *field;

  if (step == NULL)
    return NULL;
  if (step->label != NULL)
    return step->label;
  field = first_field (step);
  return field != NULL ? bb_field_get_name (field) : _("Note");
}

/* Values are put back as they were: no rule of editing applies, nothing is recorded, nobody is told before it is done. */
static void
apply_step (BbReport *self, const BbStep *step, gboolean forward)
{
  guint n = step->changes->len;

  self->depth++;
  for (guint i = 0; i < n; i++)
    apply_change (self, g_ptr_array_index (step->changes, forward ? i : n - 1 - i), forward);
  self->depth--;

  self->applied = TRUE;
  g_set_object (&self->applied_field, first_field (step));
  bb_report_announce (self);
}

static gboolean
owns (BbReport *self, BbField *field)
{
  const BbCell *cell = bb_field_get_cell (field);
  int section = bb_field_get_section (field);

  if (cell != NULL)
    return bb_field_get_form (field) == self->edition->form && self->edition->cells[cell->index] == field;
  if (section >= 0)
    return g_ptr_array_index (self->sections, section) == field;
  for (guint i = 0; i < BB_N_META; i++)
    if (self->meta[i] == field)
      return TRUE;
  return FALSE;
}

/* @content: (nullable): %NULL makes a total follow again */
static gboolean
edit (BbReport *self, BbField *field, const BbContent *content)
{
  const BbCell *cell = bb_field_get_cell (field);
  gboolean changed;

  if (content != NULL)
    changed = bb_report_put (self, field, content, TRUE);
  else
    changed = bb_totals_compute (self, cell);
  if (changed && cell != NULL)
    bb_totals_follow (self, cell, content != NULL ? content->origin : BB_ORIGIN_TYPED);
  return changed;
}

void
bb_report_begin (BbReport *self, const char *label)
{
  if (self->depth++ == 0)
    bb_history_open (self->history, label);
  else if (label != NULL)
    bb_history_label (self->history, label);
}

void
bb_report_end (BbReport *self)
{
  if (self->depth == 1)
    bb_links_follow (self);
  if (--self->depth > 0)
    return;
  bb_history_close (self->history);
  bb_report_announce (self);
}

void
bb_report_set_edition (BbReport *self, BbEdition *edition)
{
  g_return_if_fail (!self->read_only);
  bb_history_record_form (self->history, self->edition->form, edition->form);
  self->edition = edition;
}

gboolean
bb_report_put (BbReport *self, BbField *field, const BbContent *content, gboolean explicit)
{
  const BbCell *cell = bb_field_get_cell (field);
  const BbContent *stood = &bb_field_get_stored (field)->content;
  g_autoptr (GArray) links = content->links == NULL ? bb_links_adapt (stood->links, stood->text, content->text) : NULL;
  BbContent whole = *content;
  g_autoptr (BbValue) value = NULL;
  gboolean same, worth_noting;

  if (self->read_only)
    return FALSE;
  if (whole.links == NULL)
    whole.links = links;
  if (whole.remark == NULL)
    whole.remark = stood->remark;
  value = bb_value_new (cell, &whole);
  same = bb_value_equal (bb_field_get_stored (field), value);
  worth_noting = bb_field_is_derived (field) || !same;

  /* That a total was set to what it was already is worth remembering: it is kept in this step, then. */
  if (worth_noting)
    bb_history_record_field (self->history, field, bb_field_get_stored (field), value)->explicit = explicit;
  if (!same)
    store (self, field, value);
  return !same;
}

gboolean
bb_report_edit (BbReport *self, BbField *field, const char *text, BbOrigin origin)
{
  BbContent content = { .text = (char *) text, .origin = origin };
  const BbCell *cell;
  gboolean follow, changed;

  g_return_val_if_fail (BB_IS_REPORT (self), FALSE);
  g_return_val_if_fail (BB_IS_FIELD (field) && owns (self, field), FALSE);
  g_return_val_if_fail (text != NULL || bb_field_is_derived (field), FALSE);
  g_return_val_if_fail (text == NULL || g_utf8_validate (text, -1, NULL), FALSE);
  g_return_val_if_fail (origin != BB_ORIGIN_DERIVED, FALSE);

  if (text != NULL && strlen (text) > BB_TEXT_LIMIT)
    return FALSE;
  cell = bb_field_get_cell (field);
  /* Alone, an empty total is one that somebody is about to type into; in a group nobody is. */
  follow = text == NULL || (self->depth > 0 && *text == '\0' && origin == BB_ORIGIN_TYPED && bb_field_is_derived (field));

  if (self->depth == 0 && cell == NULL && !bb_typing_goes_on (&self->typing, bb_field_get_text (field), text))
    bb_history_barrier (self->history);
  if (self->depth++ == 0)
    bb_history_open_typing (self->history, field, origin);
  changed = edit (self, field, follow ? NULL : &content);
  bb_report_end (self);
  return changed;
}

gboolean
bb_report_edit_content (BbReport *self, BbField *field, const BbContent *content)
{
  gboolean changed;

  g_return_val_if_fail (BB_IS_REPORT (self), FALSE);
  g_return_val_if_fail (BB_IS_FIELD (field) && owns (self, field), FALSE);
  g_return_val_if_fail (content != NULL && content->text != NULL, FALSE);
  g_return_val_if_fail (g_utf8_validate (content->text, -1, NULL), FALSE);
  g_return_val_if_fail (!content->missing || *content->text == '\0', FALSE);
  g_return_val_if_fail (content->origin != BB_ORIGIN_DERIVED || bb_field_is_derived (field), FALSE);

  if (strlen (content->text) > BB_TEXT_LIMIT)
    return FALSE;
  bb_report_begin (self, NULL);
  changed = edit (self, field, content);
  bb_report_end (self);
  return changed;
}

guint
bb_report_follow_totals (BbReport *self)
{
  const BbForm *form;
  guint computed = 0;

  g_return_val_if_fail (BB_IS_REPORT (self), 0);

  form = self->edition->form;
  bb_report_begin (self, _("Compute the totals"));
  for (guint i = 0; i < form->n_derived; i++)
    if (bb_totals_fill (self, &form->cells[form->derived_order[i]]))
      computed++;
  bb_report_end (self);
  return computed;
}

void
bb_report_begin_group (BbReport *self, const char *label)
{
  g_return_if_fail (BB_IS_REPORT (self));
  bb_report_begin (self, label);
}

void
bb_report_end_group (BbReport *self)
{
  g_return_if_fail (BB_IS_REPORT (self));
  g_return_if_fail (self->depth > 0);
  bb_report_end (self);
}

void
bb_report_barrier (BbReport *self)
{
  g_return_if_fail (BB_IS_REPORT (self));
  bb_history_barrier (self->history);
}

gboolean
bb_report_can_undo (BbReport *self)
{
  g_return_val_if_fail (BB_IS_REPORT (self), FALSE);
  return self->depth == 0 && !self->read_only && bb_history_peek_undo (self->history) != NULL;
}

gboolean
bb_report_can_redo (BbReport *self)
{
  g_return_val_if_fail (BB_IS_REPORT (self), FALSE);
  return self->depth == 0 && !self->read_only && bb_history_peek_redo (self->history) != NULL;
}

const char *
bb_report_get_undo_label (BbReport *self)
{
  g_return_val_if_fail (BB_IS_REPORT (self), NULL);
  return step_label (bb_history_peek_undo (self->history));
}

const char *
bb_report_get_redo_label (BbReport *self)
{
  g_return_val_if_fail (BB_IS_REPORT (self), NULL);
  return step_label (bb_history_peek_redo (self->history));
}

void
bb_report_undo (BbReport *self)
{
  g_return_if_fail (BB_IS_REPORT (self));

  if (bb_report_can_undo (self))
    apply_step (self, bb_history_undo (self->history), FALSE);
}

void
bb_report_redo (BbReport *self)
{
  g_return_if_fail (BB_IS_REPORT (self));

  if (bb_report_can_redo (self))
    apply_step (self, bb_history_redo (self->history), TRUE);
}

gboolean
bb_report_get_modified (BbReport *self)
{
  g_return_val_if_fail (BB_IS_REPORT (self), FALSE);
  return bb_history_get_modified (self->history);
}

void
bb_report_mark_saved (BbReport *self)
{
  g_return_if_fail (BB_IS_REPORT (self));
  g_return_if_fail (self->depth == 0);

  bb_history_barrier (self->history);
  bb_history_set_saved (self->history, TRUE);
  bb_report_announce (self);
}

void
bb_report_mark_unsaved (BbReport *self)
{
  g_return_if_fail (BB_IS_REPORT (self));

  bb_history_set_saved (self->history, FALSE);
  bb_report_announce (self);
}

void
bb_report_set_read_only (BbReport *self, gboolean read_only)
{
  g_return_if_fail (BB_IS_REPORT (self));
  g_return_if_fail (self->depth == 0);

  self->read_only = read_only;
  bb_report_announce (self);
}

gboolean
bb_report_get_read_only (BbReport *self)
{
  g_return_val_if_fail (BB_IS_REPORT (self), FALSE);
  return self->read_only;
}

void
bb_report_forget_history (BbReport *self)
{
  g_return_if_fail (BB_IS_REPORT (self));
  g_return_if_fail (self->depth == 0);

  bb_history_forget (self->history);
  bb_report_announce (self);
}

guint64
bb_report_get_state_number (BbReport *self)
{
  g_return_val_if_fail (BB_IS_REPORT (self), 0);
  return bb_history_get_number (self->history);
}

void
bb_report_add_note (BbReport *self, BbNote *note)
{
  g_return_if_fail (BB_IS_REPORT (self));
  g_return_if_fail (BB_IS_NOTE (note) && note_state (note) == BB_NOTE_ABSENT);

  if (self->read_only)
    return;
  bb_report_begin (self, NULL);
  bb_history_record_note (self->history, note, BB_NOTE_ABSENT, BB_NOTE_LISTED);
  store_note (self, note, BB_NOTE_LISTED);
  bb_report_end (self);
}

void
bb_report_dismiss_note (BbReport *self, BbNote *note, gboolean dismissed)
{
  BbNoteState before, after = dismissed ? BB_NOTE_DISMISSED : BB_NOTE_LISTED;

  g_return_if_fail (BB_IS_REPORT (self));
  g_return_if_fail (BB_IS_NOTE (note));
  before = note_state (note);
  g_return_if_fail (before != BB_NOTE_ABSENT);

  if (before == after || self->read_only)
    return;
  bb_report_begin (self, dismissed ? _("Dismiss the note") : _("List the note again"));
  bb_history_record_note (self->history, note, before, after);
  store_note (self, note, after);
  bb_report_end (self);
}
