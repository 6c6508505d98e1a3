/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-regroup.h"

#include "import/bb-match-row.h"

#include <bianbao/bb-number.h>
#include <string.h>

/* Longer lines are sentences. */
#define LONGEST_LINE 400

/* A label is broken over so many lines above its figures, or below them. */
#define MOST_PARTS 6

/* Lines are put together in so many ways in one table: a page of nothing but pieces is none. */
#define MOST_TRIES 8192

/* Returns: where the figures at the end of @text begin; its end when there are none. @n: (out): how many there are. */
static gsize
find_figures (const char *text,
              guint      *n)
{
  gsize end = strlen (text);
  gsize start = end;

  *n = 0;
  while (end > 0)
    {
      gsize word;
      g_autofree char *last = NULL;

      while (end > 0 && g_ascii_isspace (text[end - 1]))
        end--;
      for (word = end; word > 0 && !g_ascii_isspace (text[word - 1]); word--)
        ;
      last = g_strndup (text + word, end - word);
      if (word == 0 || bb_number_read (last, NULL).form != BB_NUMBER_PLAIN)
        break;
      start = end = word;
      ++*n;
    }
  return start;
}

static gboolean
is_candidate (const BbMatchLine *line)
{
  return line->cells == NULL && line->use == BB_LINE_FREE && line->n_filled > 0 && line->joined == NULL && strlen (line->text) <= LONGEST_LINE &&
         strstr (line->text, "。") == NULL;
}

/* A row of the table with all its figures, known by its whole label. */
static gboolean
is_row (BbMatch       *match,
        const BbTable *table,
        const char    *text,
        guint         *order)
{
  g_auto (BbRowReading) reading = { 0 };

  bb_row_read_text (match->labels, table->id, text, *order, &reading);
  if (reading.kind != BB_ROW_DATA || reading.label->kind != BB_LABEL_ROW || !reading.label->is_own || reading.is_guessed ||
      bb_row_count_values (&reading) != reading.label->block->n_column_leaves)
    return FALSE;
  *order = reading.label->order;
  return TRUE;
}

/* @index: of the line with the figures, @part: of that with the other part of the label. */
static gboolean
join_label (BbMatch       *match,
            const BbTable *table,
            guint          index,
            guint          part,
            guint         *order)
{
  BbMatchLine *line = bb_match_get_line (match, index);
  BbMatchLine *other = bb_match_get_line (match, part);
  guint n;
  gsize figures = find_figures (line->text, &n);
  g_autofree char *label = g_strndup (line->text, figures);
  g_autofree char *joined = NULL;

  g_strstrip (label);
  joined = part < index ? g_strconcat (other->text, label, "  ", line->text + figures, NULL) : g_strconcat (label, other->text, "  ", line->text + figures, NULL);
  if (!is_row (match, table, joined, order))
    return FALSE;
  line->joined = g_steal_pointer (&joined);
  other->use = BB_LINE_TABLE;
  return TRUE;
}

/* A line that is a label of its own goes with no other. */
static gboolean
can_be_part (BbMatch       *match,
             const BbTable *table,
             guint          index)
{
  guint n;
  const BbMatchLine *line = index < match->lines->len ? bb_match_get_line (match, index) : NULL;

  if (line == NULL || !is_candidate (line))
    return FALSE;
  find_figures (line->text, &n);
  return n == 0 && bb_labels_find_row (match->labels, table->id, line->text, 0) == NULL;
}

/* ---- figures on a line of their own ---- */

/* Returns: how many figures stand on the line when nothing else does; else 0. */
static guint
count_figures (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (bb_number_read (words[i], NULL).form != BB_NUMBER_PLAIN)
        return 0;
      n++;
    }
  return n;
}

/* The lines from @first up to @end but for that of the figures, as one text with the figures behind it. */
static char *
join_texts (BbMatch *match,
            guint    first,
            guint    end,
            guint    index)
{
  GString *text = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    if (i != index)
      g_string_append (text, bb_match_get_line (match, i)->text);
  g_string_append_printf (text, "  %s", bb_match_get_line (match, index)->text);
  return g_string_free (text, FALSE);
}

static gboolean
join_lines (BbMatch       *match,
            const BbTable *table,
            guint          first,
            guint          end,
            guint          index,
            guint         *order)
{
  g_autofree char *joined = join_texts (match, first, end, index);

  if (!is_row (match, table, joined, order))
    return FALSE;
  for (guint i = first; i < end; i++)
    if (i != index)
      bb_match_get_line (match, i)->use = BB_LINE_TABLE;
  bb_match_get_line (match, index)->joined = g_steal_pointer (&joined);
  return TRUE;
}

/*
 * As text comes out of a PDF file: the lines of a label, then its figures; or the figures between the lines. Several lines make one
 * label together, and only a whole one counts.
 */
static void
join_around (BbMatch       *match,
             const BbTable *table,
             guint          index,
             guint         *order,
             guint         *tries)
{
  guint above = 0;
  guint below = 0;

  while (above < MIN (index, MOST_PARTS) && can_be_part (match, table, index - above - 1))
    above++;
  while (below < MOST_PARTS && can_be_part (match, table, index + below + 1))
    below++;
  for (guint n = 1; n <= above; n++)
    for (guint m = n == 1 ? 1 : 0; m <= MIN (below, n + 1) && (*tries)++ < MOST_TRIES; m++)
      if (join_lines (match, table, index - n, index + m + 1, index, order))
        return;
}

/* ---- figures above their labels ---- */

static gboolean
is_figures (BbMatch       *match,
            const BbTable *table,
            guint          index)
{
  const BbMatchLine *line = bb_match_get_line (match, index);

  return is_candidate (line) && count_figures (line->text) == table->blocks[0].n_column_leaves;
}

/* Whether the lines from @first up to @end are a label, or would be one but for the figures among them at @index. */
static gboolean
is_label (BbMatch       *match,
          const BbTable *table,
          guint          first,
          guint          end,
          guint          index)
{
  g_autofree char *joined = join_texts (match, first, end, index);
  guint order = 0;

  return is_row (match, table, joined, &order);
}

/* A label right above the figures at @index, or around them. */
static gboolean
has_label_above (BbMatch       *match,
                 const BbTable *table,
                 guint          index)
{
  for (guint n = 1; n <= MIN (index, MOST_PARTS) && !is_figures (match, table, index - n); n++)
    for (guint m = 0; m <= n + 1 && index + m < match->lines->len && (m == 0 || !is_figures (match, table, index + m)); m++)
      if (is_label (match, table, index - n, index + m + 1, index))
        return TRUE;
  return FALSE;
}

static gboolean
has_label_below (BbMatch       *match,
                 const BbTable *table,
                 guint          index)
{
  for (guint m = 1; m <= MOST_PARTS && index + m < match->lines->len && !is_figures (match, table, index + m); m++)
    if (is_label (match, table, index, index + m + 1, index))
      return TRUE;
  return FALSE;
}

/*
 * Whatever sorts the lines of a page by where they begin may put each row's figures a little above its label. Below the label above
 * them they would be the figures of the row before: none is taken when no label is above the first of them, and one below the last.
 */
static void
leave_open_above (BbMatch       *match,
                  const BbTable *table)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < match->lines->len; i++)
    if (is_figures (match, table, i))
      g_array_append_val (lines, i);
  if (lines->len < 2 || table->blocks[0].n_column_leaves < 2 ||
      has_label_above (match, table, g_array_index (lines, guint, 0)) || !has_label_below (match, table, g_array_index (lines, guint, 0)) ||
      !has_label_below (match, table, g_array_index (lines, guint, lines->len - 1)))
    return;
  for (guint i = 0; i < lines->len; i++)
    {
      BbMatchLine *line = bb_match_get_line (match, g_array_index (lines, guint, i));

      line->use = BB_LINE_NOTED;
      bb_match_note_unmatched (match, line, line->text);
    }
}

static void
join_labels (BbMatch       *match,
             const BbTable *table)
{
  guint order = 0;
  guint tries = 0;

  for (guint i = 0; i < match->lines->len; i++)
    {
      const BbMatchLine *line = bb_match_get_line (match, i);
      guint n = 0;

      if (is_figures (match, table, i))
        {
          join_around (match, table, i, &order, &tries);
          continue;
        }
      if (!is_candidate (line) || strlen (line->text) <= find_figures (line->text, &n) || n != table->blocks[0].n_column_leaves)
        continue;
      if (is_row (match, table, line->text, &order))
        continue;
      if (i > 0 && can_be_part (match, table, i - 1) && join_label (match, table, i, i - 1, &order))
        continue;
      if (can_be_part (match, table, i + 1))
        join_label (match, table, i, i + 1, &order);
    }
}

void
bb_match_wrapped_join (BbMatch *match)
{
  for (guint t = 0; t < match->form->n_tables; t++)
    if (match->form->tables[t].n_label_columns > 0 && match->form->tables[t].n_blocks == 1)
      {
        leave_open_above (match, &match->form->tables[t]);
        join_labels (match, &match->form->tables[t]);
      }
}
