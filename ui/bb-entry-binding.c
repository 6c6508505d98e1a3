/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-entry-binding.h"

#include "bb-field-widget.h"

#include <string.h>

struct _BbEntryBinding
{
  GObject parent_instance;

  GtkEditable *editable; /* a weak pointer */
  BbReport *report;
  BbField *field;
  BbEntryText shown;

  gboolean applying; /* one side is changing the other */
  gboolean typing;   /* typed in since the focus came */
};

G_DEFINE_FINAL_TYPE (BbEntryBinding, bb_entry_binding, G_TYPE_OBJECT)

static char *
dup_shown (BbEntryBinding *self)
{
  if (self->shown != NULL)
    return self->shown (self->report);
  return g_strdup (bb_field_get_text (self->field));
}

static void
show_field (BbEntryBinding *self)
{
  g_autofree char *text = dup_shown (self);
  int caret;

  /* Setting an equal text would move the caret to the front. */
  if (self->editable == NULL || strcmp (gtk_editable_get_text (self->editable), text) == 0)
    return;
  caret = gtk_editable_get_position (self->editable);
  self->applying = TRUE;
  gtk_editable_set_text (self->editable, text);
  self->applying = FALSE;
  gtk_editable_set_position (self->editable, MIN (caret, (int) g_utf8_strlen (text, -1)));
}

/* One line of metadata stays one line: a pasted line break becomes a space. */
static char *
join_lines (const char *text)
{
  g_auto (GStrv) lines = NULL;

  if (strpbrk (text, "\r\n") == NULL)
    return g_strdup (text);
  lines = bb_text_paragraphs (text);
  return g_strjoinv (" ", lines);
}

static void
editable_text_cb (BbEntryBinding *self)
{
  g_autofree char *text = NULL;

  if (self->applying || self->editable == NULL)
    return;
  text = join_lines (gtk_editable_get_text (self->editable));
  self->typing = TRUE;
  self->applying = TRUE;
  bb_report_edit (self->report, self->field, text, BB_ORIGIN_TYPED);
  if (strcmp (text, gtk_editable_get_text (self->editable)) != 0)
    gtk_editable_set_text (self->editable, text);
  self->applying = FALSE;
}

static void
field_text_cb (BbEntryBinding *self)
{
  if (self->applying)
    return;
  self->typing = FALSE;
  show_field (self);
}

static void
focus_leave_cb (BbEntryBinding *self)
{
  self->typing = FALSE;
  bb_report_barrier (self->report);
  show_field (self);
}

static void
bb_entry_binding_dispose (GObject *object)
{
  BbEntryBinding *self = BB_ENTRY_BINDING (object);

  g_clear_weak_pointer (&self->editable);
  g_clear_object (&self->field);
  g_clear_object (&self->report);
  G_OBJECT_CLASS (bb_entry_binding_parent_class)->dispose (object);
}

static void
bb_entry_binding_class_init (BbEntryBindingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bb_entry_binding_dispose;
}

static void
bb_entry_binding_init (BbEntryBinding *self)
{
}

BbEntryBinding *
bb_entry_binding_new (GtkEditable *editable, BbReport *report, BbField *field, BbEntryText shown)
{
  BbEntryBinding *self = g_object_new (BB_TYPE_ENTRY_BINDING, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_set_weak_pointer (&self->editable, editable);
  self->report = g_object_ref (report);
  self->field = g_object_ref (field);
  bb_field_widget_mark (GTK_WIDGET (editable), field);
  self->shown = shown;

  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_editable (editable, !bb_report_get_read_only (report));
  show_field (self);
  /* notify::text, because "changed" comes twice, first with "", when the text is set. */
  g_signal_connect_object (editable, "notify::text", G_CALLBACK (editable_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "notify::text", G_CALLBACK (field_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (editable), focus);
  return self;
}

void
bb_entry_binding_refresh (BbEntryBinding *self)
{
  g_return_if_fail (BB_IS_ENTRY_BINDING (self));
  if (!self->typing)
    show_field (self);
}
