/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-cell-private.h"

#include <string.h>

/* The sheet takes what is too much for one cell; not at once, because the text arrives in the middle of an insertion. */
static gboolean
arrived_cb (gpointer user_data)
{
  BbSheetCell *self = user_data;
  g_autofree char *text = g_steal_pointer (&self->arrived);

  self->arrived_id = 0;
  bb_sheet_cell_emit_pasted (self, text);
  return G_SOURCE_REMOVE;
}

static gboolean
has_breaks (const char *text)
{
  return strpbrk (text, "\t\n\r") != NULL;
}

static void
insert_value (BbSheetCell *self, const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (self);
  int position;

  /* One change, not an empty cell in between. */
  g_object_freeze_notify (G_OBJECT (self));
  gtk_editable_delete_selection (editable);
  position = gtk_editable_get_position (editable);
  gtk_editable_insert_text (editable, text, -1, &position);
  gtk_editable_set_position (editable, position);
  g_object_thaw_notify (G_OBJECT (self));
}

/* A drop, the middle button, an input method: tabs and line breaks are never squeezed into one cell. */
static void
insert_text_cb (BbSheetCell *self, const char *text, int length, int *position, GtkEditable *delegate)
{
  g_autofree char *copy = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);

  if (self->updating)
    return;
  if (!has_breaks (copy))
    {
      bb_sheet_cell_replace_all (self, delegate, position);
      return;
    }

  g_signal_stop_emission_by_name (delegate, "insert-text");
  g_free (self->arrived);
  self->arrived = g_steal_pointer (&copy);
  if (self->arrived_id == 0)
    self->arrived_id = g_idle_add (arrived_cb, self);
}

static void
clipboard_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BbSheetCell) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autofree char *trimmed = NULL;

  /* The window may be gone by now. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (text == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  trimmed = bb_text_trim (text);
  if (!has_breaks (trimmed) && bb_sheet_cell_is_input (self))
    insert_value (self, trimmed);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "sheet.paste", NULL);
}

static void
paste_cb (BbSheetCell *self, GtkWidget *delegate)
{
  g_signal_stop_emission_by_name (delegate, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, clipboard_cb, g_object_ref (self));
}

void
bb_sheet_cell_init_paste (BbSheetCell *self)
{
  GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (self));

  g_signal_connect_object (delegate, "insert-text", G_CALLBACK (insert_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (delegate, "paste-clipboard", G_CALLBACK (paste_cb), self, G_CONNECT_SWAPPED);
}

void
bb_sheet_cell_dispose_paste (BbSheetCell *self)
{
  g_clear_handle_id (&self->arrived_id, g_source_remove);
  g_clear_pointer (&self->arrived, g_free);
}
