/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-field-widget.h"

#include "sheet/bb-sheet-cell.h"

#define FIELD_KEY "bb-field"

void
bb_field_widget_mark (GtkWidget *widget, BbField *field)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (BB_IS_FIELD (field));
  g_object_set_data_full (G_OBJECT (widget), FIELD_KEY, g_object_ref (field), g_object_unref);
}

BbField *
bb_field_widget_get (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  if (BB_IS_SHEET_CELL (widget))
    return bb_sheet_cell_get_field (BB_SHEET_CELL (widget));
  return g_object_get_data (G_OBJECT (widget), FIELD_KEY);
}

GtkWidget *
bb_field_widget_find (GtkWidget *root, BbField *field)
{
  g_return_val_if_fail (GTK_IS_WIDGET (root), NULL);
  if (bb_field_widget_get (root) == field)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = bb_field_widget_find (child, field);

      if (found != NULL)
        return found;
    }
  return NULL;
}
