/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-paste.h"
#include "sheet/bb-sheet-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is half typed in the cell is part of what an action works on. */
static gboolean
begin (BbSheet *self)
{
  if (self->selection.anchor < 0 || bb_sheet_is_stale (self))
    return FALSE;

  bb_sheet_cell_commit (bb_sheet_get_cell (self, (guint) self->selection.anchor));
  bb_report_barrier (self->report);
  return TRUE;
}

static void
end (BbSheet *self, gboolean changed)
{
  bb_report_barrier (self->report);
  if (!changed)
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Rows and columns of the selection as they lie in the table, totals included. */
static char *
selected_text (BbSheet *self)
{
  const BbSheetSelection *selection = &self->selection;
  const BbSheetArea *area = &selection->area;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint row = area->row; row < area->row + area->n_rows; row++)
    {
      gboolean any = FALSE;

      for (guint column = area->column; column < area->column + area->n_columns; column++)
        {
          guint index = selection->slots[row * self->table->n_grid_columns + column];
          const BbSlot *slot = &self->table->slots[index];

          if (slot->cell < 0 || slot->row != row || slot->column != column)
            continue;
          if (any)
            g_string_append_c (text, '\t');
          g_string_append (text, bb_field_get_text (bb_report_get_cell (self->report, (guint) slot->cell)));
          any = TRUE;
        }
      if (any)
        g_string_append_c (text, '\n');
    }
  if (!bb_sheet_selection_is_many (selection) && text->len > 0)
    g_string_truncate (text, text->len - 1);
  return g_strdup (text->str);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BbSheet *self = BB_SHEET (widget);
  g_autofree char *text = NULL;

  if (!begin (self))
    return;

  text = selected_text (self);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
cut_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BbSheet *self = BB_SHEET (widget);

  copy_cb (widget, name, parameter);
  if (begin (self))
    end (self, bb_sheet_fill_with (self, "", _("Cut")));
}

static void
clear_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BbSheet *self = BB_SHEET (widget);

  if (begin (self))
    end (self, bb_sheet_fill_with (self, "", _("Clear Cells")));
}

static void
fill_down_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BbSheet *self = BB_SHEET (widget);

  if (begin (self))
    end (self, bb_sheet_fill_down (self));
}

static void
select_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bb_sheet_select_all (BB_SHEET (widget));
}

/* One figure goes into every selected cell, a block over the cells from the first selected one on. */
static void
paste_text (BbSheet *self, const char *text)
{
  g_autofree char *trimmed = bb_text_trim (text);
  g_autofree char *refusal = NULL;

  if (strpbrk (trimmed, "\t\n\r") == NULL)
    {
      end (self, bb_sheet_fill_with (self, trimmed, _("Paste")));
      return;
    }

  {
    g_autoptr (GArray) cells = bb_sheet_selection_get_cells (&self->selection);

    refusal = bb_sheet_paste (self->report, g_array_index (cells, guint, 0), text);
  }
  if (refusal != NULL)
    bb_sheet_emit_refused (self, refusal);
}

static void
clipboard_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BbSheet) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  /* The window may be gone by now. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL || !begin (self))
    return;
  if (text != NULL)
    paste_text (self, text);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, clipboard_cb, g_object_ref (widget));
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BbSheet *self = BB_SHEET (widget);

  if (self->selection.anchor < 0)
    return;
  bb_sheet_go_to (self, (guint) self->selection.anchor);
  bb_sheet_cell_begin_edit (bb_sheet_get_cell (self, (guint) self->selection.anchor));
}

static void
select_row_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bb_sheet_expand (BB_SHEET (widget), TRUE);
}

static void
select_column_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bb_sheet_expand (BB_SHEET (widget), FALSE);
}

/* Those of the cell: "sheet.confirm" is its "cell.confirm". */
static void
cell_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BbSheet *self = BB_SHEET (widget);
  g_autofree char *action = g_strconcat ("cell", strchr (name, '.'), NULL);

  if (self->selection.anchor >= 0)
    gtk_widget_activate_action (GTK_WIDGET (bb_sheet_get_cell (self, (guint) self->selection.anchor)), action, NULL);
}

void
bb_sheet_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sheet.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "sheet.cut", NULL, cut_cb);
  gtk_widget_class_install_action (widget_class, "sheet.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "sheet.clear", NULL, clear_cb);
  gtk_widget_class_install_action (widget_class, "sheet.fill-down", NULL, fill_down_cb);
  gtk_widget_class_install_action (widget_class, "sheet.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "sheet.select-all", NULL, select_all_cb);
  gtk_widget_class_install_action (widget_class, "sheet.select-row", NULL, select_row_cb);
  gtk_widget_class_install_action (widget_class, "sheet.select-column", NULL, select_column_cb);
  gtk_widget_class_install_action (widget_class, "sheet.confirm", NULL, cell_cb);
  gtk_widget_class_install_action (widget_class, "sheet.follow", NULL, cell_cb);
  gtk_widget_class_install_action (widget_class, "sheet.override", NULL, cell_cb);
}

/* What applies to the cell with the focus. */
void
bb_sheet_update_actions (BbSheet *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  BbField *field = self->selection.anchor >= 0 ? bb_sheet_cell_get_field (bb_sheet_get_cell (self, (guint) self->selection.anchor)) : NULL;
  gboolean derived = field != NULL && bb_field_is_derived (field);
  gboolean deduced = field != NULL && bb_field_get_state (field) == BB_STATE_NUMBER && bb_field_get_origin (field) == BB_ORIGIN_DEDUCED;

  gtk_widget_action_set_enabled (widget, "sheet.edit", field != NULL && !derived);
  gtk_widget_action_set_enabled (widget, "sheet.confirm", deduced && !derived);
  gtk_widget_action_set_enabled (widget, "sheet.follow", field != NULL && bb_field_is_pinned (field));
  gtk_widget_action_set_enabled (widget, "sheet.override", derived);
}
