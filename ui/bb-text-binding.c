/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-text-binding.h"

#include "bb-field-widget.h"
#include "bb-text-diff.h"
#include "bb-text-links.h"

#include <glib/gi18n.h>
#include <string.h>

struct _BbTextBinding
{
  GObject parent_instance;

  GtkTextView *view; /* a weak pointer */
  GtkTextBuffer *buffer;
  BbReport *report;
  BbField *field;
  BbTextLinks *links;

  gboolean applying;  /* one side is changing the other */
  gboolean in_action; /* the buffer is in the middle of what a user did */
  gboolean held;      /* the user's action goes on after the buffer's */
  gboolean unpushed;  /* the report does not have the last change yet */

  gboolean composing; /* an input method has something half typed */

  int caret; /* where the last change left it */

  int changed_offset; /* end of the first place of the last change from elsewhere, -1 for none */
};

G_DEFINE_FINAL_TYPE (BbTextBinding, bb_text_binding, G_TYPE_OBJECT)

static char *
dup_buffer_text (GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* From the last to the first, so that the places of the others stay what they are. */
static void
apply_hunks (GtkTextBuffer *buffer, const GArray *hunks)
{
  GtkTextIter start;
  GtkTextIter end;

  for (guint i = hunks->len; i-- > 0;)
    {
      const BbTextHunk *hunk = &g_array_index (hunks, BbTextHunk, i);

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) hunk->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) (hunk->start + hunk->removed));
      gtk_text_buffer_delete (buffer, &start, &end);
      gtk_text_buffer_insert (buffer, &start, hunk->added, (int) hunk->n_bytes);
    }
}

static void
replace_difference (BbTextBinding *self, const char *text)
{
  g_autofree char *old = dup_buffer_text (self->buffer);
  g_autoptr (GArray) hunks = bb_text_diff (old, text);
  const BbTextHunk *first;

  if (hunks->len == 0)
    return;
  first = &g_array_index (hunks, BbTextHunk, 0);
  self->changed_offset = (int) (first->start + first->n_added);
  self->applying = TRUE;
  gtk_text_buffer_begin_user_action (self->buffer);
  apply_hunks (self->buffer, hunks);
  gtk_text_buffer_end_user_action (self->buffer);
  self->applying = FALSE;
}

/* Takes what stands in the buffer over into the report. */
static void
push (BbTextBinding *self)
{
  g_autofree char *text = dup_buffer_text (self->buffer);

  self->unpushed = FALSE;
  self->applying = TRUE;
  bb_report_edit (self->report, self->field, text, BB_ORIGIN_TYPED);
  self->applying = FALSE;
  self->changed_offset = -1;
  if (strcmp (bb_field_get_text (self->field), text) == 0)
    return;
  /* Refused: past the limit of a section. Never leave on the screen what the report does not hold. */
  replace_difference (self, bb_field_get_text (self->field));
  if (self->view != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "win.toast", "s",
                                _("The text is too long: a section holds at most 1 MiB"));
}

static void
field_text_cb (BbTextBinding *self)
{
  if (self->applying)
    return;
  /* What was dragged is not half of a step any more when something else happens: it is a step of its own. */
  if (self->unpushed)
    push (self);
  else
    replace_difference (self, bb_field_get_text (self->field));
}

static void
buffer_changed_cb (BbTextBinding *self)
{
  if (self->applying)
    return;
  self->unpushed = TRUE;
  if (!self->in_action && !self->held)
    push (self);
}

/* Typing over a selection is one step, not a deletion and an insertion. */
static void
begin_action_cb (BbTextBinding *self)
{
  self->in_action = TRUE;
}

static void
end_action_cb (BbTextBinding *self)
{
  self->in_action = FALSE;
  if (self->unpushed && !self->held && !self->applying)
    push (self);
}

/* A new step begins, unless what was changed before and is not in the report yet belongs to this one. */
static void
begin_step (BbTextBinding *self)
{
  if (!self->unpushed)
    bb_report_barrier (self->report);
}

static void
insert_text_cb (BbTextBinding *self, GtkTextIter *location, const char *text, int length)
{
  self->caret = gtk_text_iter_get_offset (location) + (int) g_utf8_strlen (text, length);
}

static void
delete_range_cb (BbTextBinding *self, GtkTextIter *start, GtkTextIter *end)
{
  self->caret = gtk_text_iter_get_offset (start);
}

/* Within a word the history knows how far a step goes; who goes elsewhere and comes back begins anew. */
static void
cursor_position_cb (BbTextBinding *self)
{
  int position;

  g_object_get (self->buffer, "cursor-position", &position, NULL);
  if (self->applying || position == self->caret)
    return;
  self->caret = position;
  begin_step (self);
}

static void
preedit_changed_cb (BbTextBinding *self, const char *preedit)
{
  self->composing = *preedit != '\0';
}

static void
focus_leave_cb (BbTextBinding *self)
{
  begin_step (self);
}

static void
bb_text_binding_dispose (GObject *object)
{
  BbTextBinding *self = BB_TEXT_BINDING (object);

  g_clear_object (&self->links);
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->buffer);
  g_clear_object (&self->field);
  g_clear_object (&self->report);
  G_OBJECT_CLASS (bb_text_binding_parent_class)->dispose (object);
}

static void
bb_text_binding_class_init (BbTextBindingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bb_text_binding_dispose;
}

static void
bb_text_binding_init (BbTextBinding *self)
{
  self->changed_offset = -1;
}

BbTextBinding *
bb_text_binding_new (GtkTextView *view, BbReport *report, BbField *field)
{
  BbTextBinding *self = g_object_new (BB_TYPE_TEXT_BINDING, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkTextIter start;

  g_set_weak_pointer (&self->view, view);
  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  self->report = g_object_ref (report);
  self->field = g_object_ref (field);

  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_buffer_set_text (self->buffer, bb_field_get_text (field), -1);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "begin-user-action", G_CALLBACK (begin_action_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "end-user-action", G_CALLBACK (end_action_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (cursor_position_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (insert_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "delete-range", G_CALLBACK (delete_range_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "notify::text", G_CALLBACK (field_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "preedit-changed", G_CALLBACK (preedit_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), focus);
  bb_field_widget_mark (GTK_WIDGET (view), field);
  self->links = bb_text_links_new (view, report, field);
  return self;
}

GtkTextView *
bb_text_binding_get_view (BbTextBinding *self)
{
  g_return_val_if_fail (BB_IS_TEXT_BINDING (self), NULL);
  return self->view;
}

BbField *
bb_text_binding_get_field (BbTextBinding *self)
{
  g_return_val_if_fail (BB_IS_TEXT_BINDING (self), NULL);
  return self->field;
}

BbReport *
bb_text_binding_get_report (BbTextBinding *self)
{
  g_return_val_if_fail (BB_IS_TEXT_BINDING (self), NULL);
  return self->report;
}

void
bb_text_binding_hold (BbTextBinding *self, gboolean hold)
{
  g_return_if_fail (BB_IS_TEXT_BINDING (self));
  self->held = hold;
  if (!hold && self->unpushed)
    push (self);
}

void
bb_text_binding_reveal (BbTextBinding *self)
{
  GtkTextIter caret;

  g_return_if_fail (BB_IS_TEXT_BINDING (self));
  if (self->view == NULL)
    return;
  /* Moving the caret would throw away what is half typed; it stands in the text's view already. */
  if (self->composing && gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (self->changed_offset >= 0)
    {
      gtk_text_buffer_get_iter_at_offset (self->buffer, &caret, self->changed_offset);
      gtk_text_buffer_place_cursor (self->buffer, &caret);
      self->changed_offset = -1;
    }
  gtk_text_buffer_get_iter_at_mark (self->buffer, &caret, gtk_text_buffer_get_insert (self->buffer));
  /* A view that has no size yet would scroll a short text out of sight. */
  if (gtk_text_iter_is_start (&caret))
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), 0);
  else
    gtk_text_view_scroll_mark_onscreen (self->view, gtk_text_buffer_get_insert (self->buffer));
}

void
bb_text_binding_select_range (BbTextBinding *self, guint start, guint length)
{
  guint total;
  GtkTextIter first;
  GtkTextIter last;

  g_return_if_fail (BB_IS_TEXT_BINDING (self));
  total = (guint) gtk_text_buffer_get_char_count (self->buffer);
  start = MIN (start, total);
  length = MIN (length, total - start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &first, (int) start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &last, (int) (start + length));
  /* The caret stands at the beginning: who corrects a place reads on from there. */
  gtk_text_buffer_select_range (self->buffer, &first, &last);
  self->changed_offset = -1;
  if (self->view != NULL)
    gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (self->buffer), 0.15, FALSE, 0, 0);
}
