/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A block that says itself what it is: matched as a file is, by the labels of its rows and columns. */
#include "import/bb-match-cells.h"
#include "import/bb-paste-private.h"

#include <bianbao/bb-number.h>
#include <glib/gi18n-lib.h>

/* Of a row that is told. */
#define LONGEST_EXCERPT 60

static void
take_rows (BbPasteTarget *target,
           BbMatch       *match,
           guint          table)
{
  for (guint i = 0; i < target->form->n_cells; i++)
    {
      BbField *field = bb_report_get_cell (match->report, i);

      /* What was not in the block is missing, or as new; what was is read, be it empty. */
      if (target->form->cells[i].table == table && bb_field_get_origin (field) == BB_ORIGIN_READ && bb_field_get_state (field) != BB_STATE_MISSING)
        bb_paste_target_put (target, i, bb_field_get_text (field));
    }
}

/* A row with fewer or more values than columns: a file is worth a guess that the relations confirm, a paste is not. */
static void
refuse_rows (BbPasteTarget *target,
             BbMatch       *match)
{
  for (guint i = 0; i < match->rows->len; i++)
    {
      const BbLooseRow *row = g_ptr_array_index (match->rows, i);

      for (guint j = 0; j < row->n_cells; j++)
        {
          g_free (target->texts[row->cells[j]]);
          target->texts[row->cells[j]] = NULL;
          g_free (target->reasons[row->cells[j]]);
          target->reasons[row->cells[j]] =
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The row has %u value for %u columns", "The row has %u values for %u columns", row->n_items),
                             row->n_items, row->n_cells);
        }
    }
}

static void
tell_notes (BbPasteTarget *target,
            BbMatch       *match)
{
  for (guint i = 0; i < match->notes->len; i++)
    g_ptr_array_add (target->left_out, g_strdup (bb_note_get_message (g_ptr_array_index (match->notes, i))));
}

static gboolean
has_figure (const BbMatchLine *line)
{
  for (guint i = 0; line->cells != NULL && i < line->cells->len; i++)
    {
      BbNumberForm form = bb_number_read (g_ptr_array_index (line->cells, i), NULL).form;

      if (form == BB_NUMBER_PLAIN || form == BB_NUMBER_OWN_UNIT)
        return TRUE;
    }
  return FALSE;
}

/* Rows of figures that are none of the table: they are lost to this paste, so they are told. */
static void
tell_rest (BbPasteTarget *target,
           const BbMatch *match)
{
  for (guint i = 0; i < match->lines->len; i++)
    {
      const BbMatchLine *line = bb_match_get_line (match, i);
      g_autofree char *excerpt = NULL;

      if (line->use != BB_LINE_FREE || !has_figure (line))
        continue;
      excerpt = bb_match_excerpt (line->text, LONGEST_EXCERPT);
      g_ptr_array_add (target->left_out, g_strdup_printf (_("Nothing in the form fits this: “%s”"), excerpt));
    }
}

static void
count (BbPasteTarget *target)
{
  target->n_texts = target->n_refused = 0;
  for (guint i = 0; i < target->form->n_cells; i++)
    {
      target->n_texts += target->texts[i] != NULL;
      target->n_refused += target->reasons[i] != NULL;
    }
}

/* One table. All lines count as of its section, so that a single row is believed. */
static gboolean
try_table (BbPasteTarget        *target,
           const BbImportSource *source,
           guint                 table)
{
  g_auto (BbMatch) match = { 0 };
  g_autoptr (BbMatchTable) found = NULL;

  bb_match_init (&match, source, "", NULL);
  bb_match_begin (&match, target->form);
  for (guint i = 0; i < match.lines->len; i++)
    bb_match_get_line (&match, i)->section = (int) target->form->tables[table].section;
  bb_report_begin_group (match.report, NULL);
  found = bb_match_table_collect (&match, &target->form->tables[table]);
  if (found->rows->len > 0)
    bb_match_cells_fill (found);
  bb_report_end_group (match.report);
  if (found->rows->len == 0)
    return FALSE;
  take_rows (target, &match, table);
  refuse_rows (target, &match);
  count (target);
  if (target->n_texts + target->n_refused == 0)
    return FALSE;
  tell_notes (target, &match);
  tell_rest (target, &match);
  return TRUE;
}

/* Numbers that stand in one row by themselves are the row of table 4, too, but they say nothing themselves. */
static gboolean
has_words (const BbImportSource *source,
           const BbForm         *form)
{
  g_autoptr (BbLabels) labels = bb_labels_new (form);

  for (guint i = 0; i < source->blocks->len; i++)
    {
      const BbImportBlock *block = g_ptr_array_index (source->blocks, i);

      for (guint r = 0; block->is_grid && r < block->rows->len; r++)
        {
          const BbImportRow *row = g_ptr_array_index (block->rows, r);

          for (guint c = 0; c < row->cells->len; c++)
            for (guint t = 0; t < form->n_tables; t++)
              {
                const char *text = g_ptr_array_index (row->cells, c);

                if (*text != '\0' && (bb_labels_find_row (labels, form->tables[t].id, text, 0) != NULL ||
                                      bb_labels_is_head (labels, form->tables[t].id, text)))
                  return TRUE;
              }
        }
    }
  return FALSE;
}

/* A row of the form that is not the name of a column, too (总计, 其他). */
static const BbLabel *
find_leaf_row (BbLabels     *labels,
               const BbForm *form,
               const char   *text)
{
  for (guint i = 0; *text != '\0' && i < form->n_tables; i++)
    {
      const BbLabel *row = bb_labels_find (labels, form->tables[i].id, BB_LABEL_ROW, text);

      if (row != NULL && row->is_own && !bb_labels_is_head (labels, form->tables[i].id, text))
        return row;
    }
  return NULL;
}

/* The name of a second row beside the first in @row. */
static const char *
find_second_label (BbLabels          *labels,
                   const BbForm      *form,
                   const BbImportRow *row)
{
  const BbLabel *first = NULL;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const char *text = g_ptr_array_index (row->cells, i);
      const BbLabel *found = find_leaf_row (labels, form, text);

      if (found == NULL)
        continue;
      if (first != NULL && (found->block != first->block || found->head != first->head))
        return text;
      first = found;
    }
  return NULL;
}

char *
bb_paste_refuse_turned (const BbImportSource *source,
                        const BbForm         *form)
{
  g_autoptr (BbLabels) labels = bb_labels_new (form);

  for (guint i = 0; i < source->blocks->len; i++)
    {
      const BbImportBlock *block = g_ptr_array_index (source->blocks, i);

      for (guint r = 0; block->is_grid && r < block->rows->len; r++)
        {
          const char *label = find_second_label (labels, form, g_ptr_array_index (block->rows, r));

          if (label != NULL)
            return g_strdup_printf (_("The copied block has the label “%s” where a figure belongs. Nothing was pasted."), label);
        }
    }
  return NULL;
}

static guint
count_figures (const BbPasteTarget *target)
{
  guint n = 0;

  for (guint i = 0; i < target->form->n_cells; i++)
    n += target->texts[i] != NULL && *target->texts[i] != '\0';
  return n;
}

/* Some words stand in several tables (总计, 其他): the table is the one in which most figures find a place. */
gboolean
bb_paste_by_labels (BbPasteTarget        **target,
                    const BbImportSource  *source,
                    guint                  first)
{
  const BbForm *form = (*target)->form;
  g_autoptr (BbPasteTarget) best = NULL;
  guint most = 0;

  if (!has_words (source, form))
    return FALSE;
  bb_paste_drop_columns (*target, source);
  for (guint i = 0; i < form->n_tables; i++)
    {
      g_autoptr (BbPasteTarget) tried = bb_paste_target_new ((*target)->report);
      gboolean found = try_table (tried, source, (first + i) % form->n_tables);
      guint n = found ? count_figures (tried) + tried->n_refused : 0;

      if (!found || (best != NULL && n <= most))
        continue;
      most = n;
      g_clear_pointer (&best, bb_paste_target_free);
      best = g_steal_pointer (&tried);
    }
  if (best == NULL)
    return FALSE;
  for (guint i = 0; i < (*target)->left_out->len; i++)
    g_ptr_array_insert (best->left_out, (int) i, g_strdup (g_ptr_array_index ((*target)->left_out, i)));
  bb_paste_target_free (*target);
  *target = g_steal_pointer (&best);
  return TRUE;
}
