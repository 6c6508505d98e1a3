/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-private.h"

#include "bb-confirming.h"

#include <glib/gi18n.h>

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

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BbSheet *self = BB_SHEET (widget);

  if (begin (self))
    bb_sheet_copy_selection (self);
}

static void
empty (BbSheet *self, const char *label)
{
  g_autoptr (GArray) cells = bb_sheet_selection_get_cells (&self->selection);

  end (self, bb_sheet_fill_with (self, cells, "", label));
}

static void
cut_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BbSheet *self = BB_SHEET (widget);

  copy_cb (widget, name, parameter);
  if (begin (self))
    empty (self, _("Cut"));
}

static void
clear_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BbSheet *self = BB_SHEET (widget);

  if (begin (self))
    empty (self, _("Clear Cells"));
}

static void
fill_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BbSheet *self = BB_SHEET (widget);

  if (begin (self))
    end (self, bb_sheet_fill (self, g_str_equal (name, "sheet.fill-right")));
}

static void
select_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bb_sheet_select_all (BB_SHEET (widget));
}

static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bb_sheet_paste_clipboard (BB_SHEET (widget));
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

/* Those of the row, or of all tables. */
static void
confirm_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BbSheet *self = BB_SHEET (widget);

  if (begin (self))
    bb_confirming_apply (widget, self->report, g_str_equal (name, "sheet.confirm-row") ? BB_CONFIRM_ROW : BB_CONFIRM_ALL,
                         (guint) self->selection.anchor);
}

void
bb_sheet_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sheet.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "sheet.cut", NULL, cut_cb);
  gtk_widget_class_install_action (widget_class, "sheet.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "sheet.clear", NULL, clear_cb);
  gtk_widget_class_install_action (widget_class, "sheet.fill-down", NULL, fill_cb);
  gtk_widget_class_install_action (widget_class, "sheet.fill-right", NULL, fill_cb);
  gtk_widget_class_install_action (widget_class, "sheet.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "sheet.select-all", NULL, select_all_cb);
  gtk_widget_class_install_action (widget_class, "sheet.select-row", NULL, select_row_cb);
  gtk_widget_class_install_action (widget_class, "sheet.select-column", NULL, select_column_cb);
  gtk_widget_class_install_action (widget_class, "sheet.confirm", NULL, cell_cb);
  gtk_widget_class_install_action (widget_class, "sheet.confirm-row", NULL, confirm_cb);
  gtk_widget_class_install_action (widget_class, "sheet.confirm-all", NULL, confirm_cb);
  gtk_widget_class_install_action (widget_class, "sheet.follow", NULL, cell_cb);
  gtk_widget_class_install_action (widget_class, "sheet.override", NULL, cell_cb);
}

static const char *const of_selection[] = { "sheet.copy", "sheet.select-row", "sheet.select-column" };
static const char *const of_changes[] = { "sheet.cut", "sheet.paste", "sheet.clear", "sheet.fill-down", "sheet.fill-right" };

/* More than the one figure that is confirmed alone. */
static void
update_confirming (BbSheet *self, BbField *field)
{
  gboolean open = field != NULL && !bb_report_get_read_only (self->report);
  guint one = open && bb_field_is_deduced (field) ? 1 : 0;
  guint row = open ? bb_confirm_count (self->report, BB_CONFIRM_ROW, bb_field_get_cell (field)->index) : 0;
  guint all = open ? bb_confirm_count (self->report, BB_CONFIRM_ALL, 0) : 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.confirm", one > 0 && !bb_field_is_derived (field));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.confirm-row", row > one);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.confirm-all", all > one);
}

/* What applies to the selection, and to the cell with the focus. */
void
bb_sheet_update_actions (BbSheet *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  BbField *field = self->selection.anchor >= 0 ? bb_sheet_cell_get_field (bb_sheet_get_cell (self, (guint) self->selection.anchor)) : NULL;
  gboolean open = field != NULL && !bb_report_get_read_only (self->report);
  gboolean derived = open && bb_field_is_derived (field);

  for (guint i = 0; i < G_N_ELEMENTS (of_selection); i++)
    gtk_widget_action_set_enabled (widget, of_selection[i], field != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (of_changes); i++)
    gtk_widget_action_set_enabled (widget, of_changes[i], open);
  gtk_widget_action_set_enabled (widget, "sheet.edit", open && !derived);
  update_confirming (self, field);
  gtk_widget_action_set_enabled (widget, "sheet.follow", open && bb_field_is_pinned (field));
  gtk_widget_action_set_enabled (widget, "sheet.override", derived);
}
