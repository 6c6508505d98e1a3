/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-text-binding.h"

#include "bb-field-widget.h"

#include <glib/gi18n.h>
#include <string.h>

/* A step of undo ends with a sentence: a whole section typed in one go is too much to take back at once. */
#define SENTENCE_ENDS "\n。！？；.!?;"

typedef enum
{
  CHANGE_NONE,
  CHANGE_INSERT,
  CHANGE_DELETE
} Change;

struct _BbTextBinding
{
  GObject parent_instance;

  GtkTextView *view; /* a weak pointer */
  GtkTextBuffer *buffer;
  BbReport *report;
  BbField *field;

  gboolean applying; /* one side is changing the other */

  /* Where typing should go on; elsewhere a new undo step begins */
  Change last_change;
  int next_offset;

  int changed_offset; /* end of the last change from elsewhere, -1 for none */
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

/* Lengths of the common beginning and end, in bytes, both on character boundaries. */
static void
find_common (const char *a, const char *b, gsize *prefix, gsize *suffix)
{
  gsize length_a = strlen (a);
  gsize length_b = strlen (b);
  gsize most = MIN (length_a, length_b);
  gsize p = 0;
  gsize s = 0;

  while (p < most && a[p] == b[p])
    p++;
  while (p > 0 && ((a[p] & 0xc0) == 0x80 || (b[p] & 0xc0) == 0x80))
    p--;
  while (s < most - p && a[length_a - s - 1] == b[length_b - s - 1])
    s++;
  while (s > 0 && (a[length_a - s] & 0xc0) == 0x80)
    s--;
  *prefix = p;
  *suffix = s;
}

static void
replace_difference (BbTextBinding *self, const char *text)
{
  g_autofree char *old = dup_buffer_text (self->buffer);
  gsize prefix;
  gsize suffix;
  GtkTextIter start;
  GtkTextIter end;
  int first;

  if (strcmp (old, text) == 0)
    return;
  find_common (old, text, &prefix, &suffix);
  first = (int) g_utf8_strlen (old, (gssize) prefix);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, first);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end,
                                      first + (int) g_utf8_strlen (old + prefix, (gssize) (strlen (old) - prefix - suffix)));
  self->applying = TRUE;
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, text + prefix, (int) (strlen (text) - prefix - suffix));
  gtk_text_buffer_end_user_action (self->buffer);
  self->applying = FALSE;
  self->changed_offset = gtk_text_iter_get_offset (&start);
  self->last_change = CHANGE_NONE;
}

static void
field_text_cb (BbTextBinding *self)
{
  if (!self->applying)
    replace_difference (self, bb_field_get_text (self->field));
}

static void
buffer_changed_cb (BbTextBinding *self)
{
  g_autofree char *text = NULL;

  if (self->applying)
    return;
  text = dup_buffer_text (self->buffer);
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
insert_text_cb (BbTextBinding *self, GtkTextIter *location, const char *text, int length)
{
  int offset = gtk_text_iter_get_offset (location);
  const char *last;

  if (self->applying || length <= 0)
    return;
  if (self->last_change != CHANGE_INSERT || offset != self->next_offset)
    bb_report_barrier (self->report);
  last = g_utf8_find_prev_char (text, text + length);
  self->last_change = CHANGE_INSERT;
  self->next_offset = offset + (int) g_utf8_strlen (text, length);
  if (last != NULL && g_utf8_strchr (SENTENCE_ENDS, -1, g_utf8_get_char (last)) != NULL)
    self->last_change = CHANGE_NONE;
}

static void
delete_range_cb (BbTextBinding *self, GtkTextIter *start, GtkTextIter *end)
{
  int first = gtk_text_iter_get_offset (start);
  int last = gtk_text_iter_get_offset (end);

  if (self->applying)
    return;
  /* BackSpace goes on at its end, Delete at its beginning. */
  if (self->last_change != CHANGE_DELETE || (last != self->next_offset && first != self->next_offset))
    bb_report_barrier (self->report);
  self->last_change = CHANGE_DELETE;
  self->next_offset = first;
}

static void
focus_leave_cb (BbTextBinding *self)
{
  self->last_change = CHANGE_NONE;
  bb_report_barrier (self->report);
}

static void
bb_text_binding_dispose (GObject *object)
{
  BbTextBinding *self = BB_TEXT_BINDING (object);

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
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (insert_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "delete-range", G_CALLBACK (delete_range_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "notify::text", G_CALLBACK (field_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), focus);
  bb_field_widget_mark (GTK_WIDGET (view), field);
  return self;
}

void
bb_text_binding_reveal (BbTextBinding *self)
{
  GtkTextIter caret;

  g_return_if_fail (BB_IS_TEXT_BINDING (self));
  if (self->view == NULL)
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
