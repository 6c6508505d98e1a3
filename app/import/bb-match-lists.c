/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-regroup.h"

#include <string.h>

/* The longest group of the form has eight rows; a whole table may stand in one row of places. */
#define MOST_ROWS 40

static guint
count_lines (const char *text)
{
  guint n = 1;

  for (const char *p = strchr (text, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    n++;
  return *text != '\0' ? n : 0;
}

/* Whether each line of @text is the label of another row of the table. */
static gboolean
is_label_list (BbMatch       *match,
               const BbTable *table,
               const char    *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", MOST_ROWS + 1);
  guint after = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const BbLabel *label = i < MOST_ROWS ? bb_labels_find_row (match->labels, table->id, lines[i], after) : NULL;

      if (label == NULL || label->kind != BB_LABEL_ROW || !label->is_own || label->order <= after)
        return FALSE;
      after = label->order;
    }
  return lines[0] != NULL && lines[1] != NULL;
}

/* Returns: the place of such a list of labels with as many figures beside it everywhere, or -1. */
static int
find_list (BbMatch           *match,
           const BbTable     *table,
           const BbMatchLine *line)
{
  int place = -1;
  guint n = 0;

  for (guint i = 0; i < line->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (line->cells, i);

      if (place >= 0 && *cell != '\0' && count_lines (cell) != n)
        return -1;
      if (place < 0 && count_lines (cell) > 1 && is_label_list (match, table, cell))
        {
          place = (int) i;
          n = count_lines (cell);
        }
    }
  return place >= 0 && line->n_filled > 1 ? place : -1;
}

/* Line @index of each list; what stands left of the labels stands there once. */
static void
put_line (BbMatch         *match,
          BbMatchLine     *line,
          const GPtrArray *lists,
          const GArray    *where,
          guint            place,
          guint            index)
{
  GPtrArray *cells = g_ptr_array_new ();
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (BbImportSpot));

  g_array_append_vals (spots, where->data, where->len);
  for (guint i = 0; i < lists->len; i++)
    {
      char *text = g_ptr_array_index (lists, i);
      const char *start = text;

      for (guint k = 0; i >= place && k < index && *text != '\0'; k++)
        start = strchr (start, '\n') + 1;
      if (i < place)
        g_ptr_array_add (cells, index == 0 ? text : (char *) bb_import_covered);
      else
        g_ptr_array_add (cells, *text == '\0' ? text : bb_match_text (match, start, (gssize) strcspn (start, "\n")));
    }
  bb_match_line_put (match, line, cells, spots);
}

static void
split_line (BbMatch *match,
            guint    index,
            guint    place)
{
  BbMatchLine *line = bb_match_get_line (match, index);
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  g_autoptr (GArray) where = g_array_new (FALSE, FALSE, sizeof (BbImportSpot));
  guint n = count_lines (g_ptr_array_index (line->cells, place));

  for (guint i = 0; i < line->cells->len; i++)
    {
      BbImportSpot spot = bb_match_line_spot (line, i);

      g_ptr_array_add (lists, g_ptr_array_index (line->cells, i));
      g_array_append_val (where, spot);
    }
  put_line (match, line, lists, where, place, 0);
  for (guint i = 1; i < n; i++)
    put_line (match, bb_match_line_add_below (match, index + i - 1), lists, where, place, i);
}

void
bb_match_lists_split (BbMatch *match)
{
  for (guint t = 0; t < match->form->n_tables; t++)
    for (guint i = 0; i < match->lines->len; i++)
      {
        const BbMatchLine *line = bb_match_get_line (match, i);
        int place = line->use == BB_LINE_FREE && line->cells != NULL ? find_list (match, &match->form->tables[t], line) : -1;

        if (place >= 0)
          split_line (match, i, (guint) place);
      }
}
