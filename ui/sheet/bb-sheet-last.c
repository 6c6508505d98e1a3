/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-private.h"

#include "bb-cell-facts.h"

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
    {
      guint cell = self->table->first_cell + i;
      g_autofree char *words = bb_cell_describe_last (last, cell);

      bb_sheet_cell_set_last (self->cells[i], last != NULL ? bb_last_year_get_text (last, cell) : NULL, words);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
