/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/bb-history.h"

/* Numbers of states begin behind this one, so it is never the present state: "saved nowhere". */
#define NO_STATE 0

static const char form_key[] = "form";

struct _BbHistory
{
  GPtrArray *steps; /* done ones up to @position, undone ones behind */
  guint position;

  BbStep *open;
  gboolean reopened;     /* @open is the last done step still, taken up again */
  gboolean touched;      /* something was recorded since it was opened */
  GHashTable *by_object; /* BbField, BbNote or form_key → BbChange of @open */

  guint64 number;
  guint64 last_number;
  guint64 saved_number;
};

static void
change_free (gpointer data)
{
  BbChange *change = data;

  g_clear_object (&change->field);
  g_clear_pointer (&change->before, bb_value_unref);
  g_clear_pointer (&change->after, bb_value_unref);
  g_clear_object (&change->note);
  g_free (change);
}

static BbStep *
step_new (const char *label, guint64 number_before)
{
  BbStep *step = g_new0 (BbStep, 1);

  step->changes = g_ptr_array_new_with_free_func (change_free);
  step->label = g_strdup (label);
  step->number_before = number_before;
  return step;
}

static void
step_free (gpointer data)
{
  BbStep *step = data;

  g_ptr_array_unref (step->changes);
  g_clear_object (&step->typed_into);
  g_free (step->label);
  g_free (step);
}

static gboolean
change_is_idle (const BbChange *change)
{
  switch (change->kind)
    {
    case BB_CHANGE_FIELD:
      return bb_value_equal (change->before, change->after);
    case BB_CHANGE_FORM:
      return change->form_before == change->form_after;
    case BB_CHANGE_NOTE:
      return change->note_before == change->note_after;
    }
  g_assert_not_reached ();
}

static void
drop_idle_changes (BbStep *step)
{
  for (guint i = step->changes->len; i-- > 0;)
    if (change_is_idle (g_ptr_array_index (step->changes, i)))
      g_ptr_array_remove_index (step->changes, i);
}

/* The change of @key in the open step. Returns: whether it is a new one, whose "before" the caller has to set. */
static gboolean
take_change (BbHistory *self, BbChangeKind kind, gconstpointer key, BbChange **change)
{
  *change = g_hash_table_lookup (self->by_object, key);
  if (*change != NULL)
    return FALSE;

  *change = g_new0 (BbChange, 1);
  (*change)->kind = kind;
  g_ptr_array_add (self->open->changes, *change);
  g_hash_table_insert (self->by_object, (gpointer) key, *change);
  return TRUE;
}

static BbStep *
get_step (BbHistory *self, guint index)
{
  return index < self->steps->len ? g_ptr_array_index (self->steps, index) : NULL;
}

/* What was undone can't be done again once something else was done. */
static void
drop_redo (BbHistory *self)
{
  g_ptr_array_set_size (self->steps, self->position);
}

static void
close_reopened (BbHistory *self, BbStep *step)
{
  if (!self->touched)
    return;
  if (step->changes->len == 0)
    {
      self->number = step->number_before;
      self->position--;
      g_ptr_array_remove_index (self->steps, self->position);
    }
  else
    self->number = step->number_after = ++self->last_number;
}

static void
close_fresh (BbHistory *self, BbStep *step)
{
  if (step->changes->len == 0)
    {
      step_free (step);
      return;
    }
  drop_redo (self);
  g_ptr_array_add (self->steps, step);
  self->position++;
  self->number = step->number_after = ++self->last_number;
}

BbHistory *
bb_history_new (void)
{
  BbHistory *self = g_new0 (BbHistory, 1);

  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->by_object = g_hash_table_new (NULL, NULL);
  self->number = self->last_number = self->saved_number = NO_STATE + 1;
  return self;
}

void
bb_history_free (BbHistory *self)
{
  if (self->open != NULL && !self->reopened)
    step_free (self->open);
  g_hash_table_unref (self->by_object);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

void
bb_history_open (BbHistory *self, const char *label)
{
  g_return_if_fail (self->open == NULL);

  self->open = step_new (label, self->number);
  self->reopened = FALSE;
  self->touched = FALSE;
}

void
bb_history_open_typing (BbHistory *self, BbField *field, BbOrigin origin)
{
  BbStep *last = self->position > 0 ? get_step (self, self->position - 1) : NULL;

  g_return_if_fail (self->open == NULL);

  if (last == NULL || last->typed_into != field || last->typed_origin != origin)
    {
      bb_history_open (self, NULL);
      self->open->typed_into = g_object_ref (field);
      self->open->typed_origin = origin;
      return;
    }
  self->open = last;
  self->reopened = TRUE;
  self->touched = FALSE;
  for (guint i = 0; i < last->changes->len; i++)
    {
      BbChange *change = g_ptr_array_index (last->changes, i);

      if (change->kind == BB_CHANGE_FIELD)
        g_hash_table_insert (self->by_object, change->field, change);
    }
}

void
bb_history_label (BbHistory *self, const char *label)
{
  g_return_if_fail (self->open != NULL);

  if (self->open->label == NULL)
    self->open->label = g_strdup (label);
}

void
bb_history_close (BbHistory *self)
{
  BbStep *step = g_steal_pointer (&self->open);

  g_return_if_fail (step != NULL);

  g_hash_table_remove_all (self->by_object);
  drop_idle_changes (step);
  if (self->reopened)
    close_reopened (self, step);
  else
    close_fresh (self, step);
}

BbChange *
bb_history_record_field (BbHistory *self, BbField *field, BbValue *before, BbValue *after)
{
  BbChange *change;

  g_return_val_if_fail (self->open != NULL, NULL);

  if (take_change (self, BB_CHANGE_FIELD, field, &change))
    {
      change->field = g_object_ref (field);
      change->before = bb_value_ref (before);
    }
  self->touched |= !bb_value_equal (before, after);
  g_clear_pointer (&change->after, bb_value_unref);
  change->after = bb_value_ref (after);
  return change;
}

void
bb_history_record_form (BbHistory *self, const BbForm *before, const BbForm *after)
{
  BbChange *change;

  g_return_if_fail (self->open != NULL);

  if (take_change (self, BB_CHANGE_FORM, form_key, &change))
    change->form_before = before;
  change->form_after = after;
  self->touched = TRUE;
}

void
bb_history_record_note (BbHistory *self, BbNote *note, BbNoteState before, BbNoteState after)
{
  BbChange *change;

  g_return_if_fail (self->open != NULL);

  if (take_change (self, BB_CHANGE_NOTE, note, &change))
    {
      change->note = g_object_ref (note);
      change->note_before = before;
    }
  change->note_after = after;
  self->touched = TRUE;
}

BbChange *
bb_history_find (BbHistory *self, BbField *field)
{
  return g_hash_table_lookup (self->by_object, field);
}

void
bb_history_barrier (BbHistory *self)
{
  BbStep *last = self->position > 0 ? get_step (self, self->position - 1) : NULL;

  if (last != NULL)
    g_clear_object (&last->typed_into);
}

void
bb_history_forget (BbHistory *self)
{
  g_return_if_fail (self->open == NULL);

  g_ptr_array_set_size (self->steps, 0);
  self->position = 0;
}

const BbStep *
bb_history_peek_undo (BbHistory *self)
{
  return self->position > 0 ? get_step (self, self->position - 1) : NULL;
}

const BbStep *
bb_history_peek_redo (BbHistory *self)
{
  return get_step (self, self->position);
}

const BbStep *
bb_history_undo (BbHistory *self)
{
  const BbStep *step = bb_history_peek_undo (self);

  g_return_val_if_fail (self->open == NULL && step != NULL, NULL);

  /* Typing behind an undo is a new step, also when this one is typing and is done again. */
  bb_history_barrier (self);
  self->position--;
  bb_history_barrier (self);
  self->number = step->number_before;
  return step;
}

const BbStep *
bb_history_redo (BbHistory *self)
{
  const BbStep *step = bb_history_peek_redo (self);

  g_return_val_if_fail (self->open == NULL && step != NULL, NULL);

  self->position++;
  bb_history_barrier (self);
  self->number = step->number_after;
  return step;
}

guint64
bb_history_get_number (BbHistory *self)
{
  return self->number;
}

gboolean
bb_history_get_modified (BbHistory *self)
{
  return self->number != self->saved_number;
}

void
bb_history_set_saved (BbHistory *self, gboolean saved)
{
  self->saved_number = saved ? self->number : NO_STATE;
}
