/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-private.h"

void
bb_sheet_set_last_year (BbSheet *self, BbLastYear *last)
{
  g_return_if_fail (BB_IS_SHEET (self));

  if (bb_sheet_is_stale (self))
    return;
  if (last != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "with-last");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "with-last");
  for (guint i = 0; i < self->table->n_cells; i++)
    bb_sheet_cell_set_last (self->cells[i], last != NULL ? bb_last_year_get_text (last, self->table->first_cell + i) : NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
