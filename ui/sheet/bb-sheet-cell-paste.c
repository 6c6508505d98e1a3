/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-cell-private.h"

#include <glib/gi18n.h>
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

/* Where a paste goes: the program that owns the clipboard may answer when somebody is elsewhere already. */
typedef struct
{
  BbSheetCell *cell;
  char *text; /* that stood there */
  int start;  /* of what was selected */
  int end;
} Paste;

static Paste *
paste_new (BbSheetCell *cell)
{
  Paste *self = g_new (Paste, 1);
  GtkEditable *editable = GTK_EDITABLE (cell);

  self->cell = g_object_ref (cell);
  self->text = g_strdup (gtk_editable_get_text (editable));
  /* Also when another program took the selection away. */
  if (cell->mode == BB_SHEET_CELL_READY)
    {
      self->start = 0;
      self->end = (int) g_utf8_strlen (self->text, -1);
    }
  else if (!gtk_editable_get_selection_bounds (editable, &self->start, &self->end))
    self->start = self->end = gtk_editable_get_position (editable);
  return self;
}

static void
paste_free (Paste *self)
{
  g_object_unref (self->cell);
  g_free (self->text);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

/* Its context menu is a part of it. */
static gboolean
is_left (BbSheetCell *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* One change, not an empty cell in between. */
static void
insert_value (const Paste *paste, const char *value)
{
  GtkEditable *editable = GTK_EDITABLE (paste->cell);
  g_autoptr (GString) text = g_string_new_len (paste->text, g_utf8_offset_to_pointer (paste->text, paste->start) - paste->text);

  g_string_append (text, value);
  g_string_append (text, g_utf8_offset_to_pointer (paste->text, paste->end));
  gtk_editable_set_text (editable, text->str);
  gtk_editable_set_position (editable, paste->start + (int) g_utf8_strlen (value, -1));
  if (is_left (paste->cell))
    bb_sheet_cell_rest (paste->cell);
}

/* What is typed in the middle of it is a figure that nobody wrote. */
static void
take_value (const Paste *paste, const char *value)
{
  if (paste->cell->composing || !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (paste->cell)), paste->text))
    gtk_widget_activate_action (GTK_WIDGET (paste->cell), "win.toast", "s",
                                _("The report changed in the meantime. Nothing was pasted; paste again."));
  else
    insert_value (paste, value);
}

static void
clipboard_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) paste = user_data;
  BbSheetCell *self = paste->cell;
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
    take_value (paste, trimmed);
  else if (is_left (self))
    bb_sheet_cell_emit_pasted (self, trimmed);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "sheet.paste", NULL);
}

static void
paste_cb (BbSheetCell *self, GtkWidget *delegate)
{
  g_signal_stop_emission_by_name (delegate, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, clipboard_cb, paste_new (self));
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
