/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the ids of rows and columns to cells; a group of rows stands for all of them. */
#include "check/bb-text-figures.h"

#include <string.h>

static gboolean
add_cell (BbTextFigure *figure, const BbForm *form, guint meaning, const char *id)
{
  int cell = bb_form_find_cell (form, id);

  if (cell < 0)
    return FALSE;
  for (guint i = 0; i < figure->n_cells[meaning]; i++)
    if (figure->cells[meaning][i] == (guint) cell)
      return TRUE;
  if (figure->n_cells[meaning] < BB_TEXT_FIGURE_CELLS)
    figure->cells[meaning][figure->n_cells[meaning]++] = (guint) cell;
  return TRUE;
}

static void
add_row (BbTextFigure *figure, const BbForm *form, guint meaning, const char *table, const char *row, const char *column)
{
  char id[64];

  g_snprintf (id, sizeof id, "%s.%s.%s", table, row, column);
  if (add_cell (figure, form, meaning, id))
    return;
  for (guint i = 1;; i++)
    {
      g_snprintf (id, sizeof id, "%s.%s.%u.%s", table, row, i, column);
      if (!add_cell (figure, form, meaning, id))
        return;
    }
}

/* Returns: the next of the words separated by spaces in @ids, %NULL behind the last; @word: (array): it */
static const char *
next_id (const char *ids, char word[16])
{
  gsize length = strcspn (ids, " ");

  if (length == 0 || length >= 16)
    return NULL;
  memcpy (word, ids, length);
  word[length] = '\0';
  return ids + length + (ids[length] == ' ');
}

void
bb_text_figure_add_cells (BbTextFigure *figure, const BbForm *form, guint meaning, const char *table, const char *rows, const char *columns)
{
  char row[16];

  g_return_if_fail (meaning < BB_TEXT_FIGURE_MEANINGS);
  while ((rows = next_id (rows, row)) != NULL)
    {
      const char *rest = columns;
      char column[16];

      while ((rest = next_id (rest, column)) != NULL)
        add_row (figure, form, meaning, table, row, column);
    }
}

guint
bb_text_figure_cells (const BbTextFigure *figure, guint alternative, guint cells[BB_TEXT_FIGURE_CELLS])
{
  if (alternative >= BB_TEXT_FIGURE_MEANINGS)
    return 0;
  memcpy (cells, figure->cells[alternative], figure->n_cells[alternative] * sizeof *cells);
  return figure->n_cells[alternative];
}
