/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-rivals.h"

#include "import/bb-match-head.h"
#include "import/bb-year.h"

#include <bianbao/bb-number.h>
#include <bianbao/bb-text.h>
#include <stdlib.h>
#include <string.h>

/* Tables with fewer columns have no row that is too short for them. */
#define FEWEST_COLUMNS 5

#define YEAR_DIGITS 4

/* What is longer above a table is a sentence. */
#define LONGEST_CAPTION 40

static gboolean
has_figures (const BbMatchLine *line)
{
  for (guint i = 0; i < line->cells->len; i++)
    if (bb_number_read (g_ptr_array_index (line->cells, i), NULL).form == BB_NUMBER_PLAIN)
      return TRUE;
  return FALSE;
}

/* Returns: the index of the line that @row stands on, or -1 for a paragraph. */
static int
find_line (const BbMatch    *match,
           const BbMatchRow *row)
{
  const BbImportSpot *spot = row->spots->len > 0 ? &g_array_index (row->spots, BbImportSpot, 0) : NULL;

  for (guint i = 0; spot != NULL && i < match->lines->len; i++)
    {
      const BbMatchLine *line = bb_match_get_line (match, i);

      if (line->spot.block == spot->block && line->spot.row == spot->row)
        return line->cells != NULL ? (int) i : -1;
    }
  return -1;
}

/* The first line above without figures: heads, which nothing was made of. */
static gboolean
stands_under_other_heads (const BbMatch *match,
                          int            index)
{
  guint block = bb_match_get_line (match, (guint) index)->spot.block;

  for (int i = index - 1; i >= 0; i--)
    {
      const BbMatchLine *line = bb_match_get_line (match, (guint) i);

      if (line->cells == NULL || line->spot.block != block)
        return FALSE;
      if (!has_figures (line))
        return line->use == BB_LINE_FREE && line->n_filled > 1;
    }
  return FALSE;
}

/* ---- other years ---- */

/* Whether @text names another year than the report's, and not the report's. */
static gboolean
names_other_year (const BbMatch *match,
                  const char    *text)
{
  static const char *const words[] = { "上年", "上一年", "去年", "往年", "前一年" };
  gboolean is_other = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    is_other = is_other || strstr (text, words[i]) != NULL;
  for (const char *p = text; *p != '\0'; p++)
    {
      gsize n = strspn (p, "0123456789");

      if (n == YEAR_DIGITS && g_str_has_prefix (p, "20"))
        {
          if (match->year == 0 || atoi (p) == match->year)
            return FALSE;
          is_other = TRUE;
        }
      p += n > 0 ? n - 1 : 0;
    }
  return is_other;
}

/* A short line right above the grid says whose figures it holds. */
static gboolean
has_other_caption (const BbMatch *match,
                   guint          index)
{
  guint block = bb_match_get_line (match, index)->spot.block;

  for (guint i = index; i > 0; i--)
    {
      const BbMatchLine *line = bb_match_get_line (match, i - 1);

      if (line->spot.block == block || line->n_filled == 0)
        continue;
      return line->cells == NULL && line->use == BB_LINE_FREE && g_utf8_strlen (line->text, -1) <= LONGEST_CAPTION &&
             strstr (line->text, "。") == NULL && strstr (line->text, "《") == NULL && names_other_year (match, line->text);
    }
  return FALSE;
}

/* 2022, or 上年, between the label and the first column. */
static gboolean
has_other_year (const BbMatchTable *table,
                const BbMatchRow   *row)
{
  const BbHeadFit *fit = row->label != NULL ? bb_head_fit (table, row->head, row->label->block) : NULL;
  guint first = fit != NULL && fit->heads->len > 0 ? g_array_index (fit->heads, BbFittedHead, 0).place : 0;

  for (guint i = (guint) (row->label_place + 1); row->has_places && i < first && i < row->cells->len; i++)
    if (names_other_year (table->match, g_ptr_array_index (row->cells, i)))
      return TRUE;
  return FALSE;
}

/* Returns: the place of the head over years, or -1. */
static int
find_year_head (const BbMatchHead *head)
{
  for (guint i = 0; i < head->cells->len; i++)
    {
      const BbHeadCell *cell = &g_array_index (head->cells, BbHeadCell, i);
      g_autofree char *folded = bb_text_fold_label (cell->text);

      if (g_str_equal (folded, "年度") || g_str_equal (folded, "年份"))
        return (int) cell->place;
    }
  return -1;
}

/* @bare: whether four digits alone are one. */
static gboolean
is_year (const char *text,
         gboolean    bare)
{
  static const char *const words[] = { "本年", "本年度", "上年", "上年度", "上一年", "去年", "今年" };
  g_autofree char *folded = bb_text_fold_label (text);
  const char *start = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (folded, words[i]))
      return TRUE;
  if (bb_year_find (folded, &start, NULL) != 0 && start == folded)
    return TRUE;
  return bare && strlen (folded) == YEAR_DIGITS && bb_year_find_bare (folded) != 0;
}

/* A year in another place than under the head of years, or left of all heads: the row is shifted, and each figure another column's. */
static gboolean
begins_with_year (const BbMatchTable *table,
                  const BbMatchRow   *row)
{
  const BbHeadFit *fit = row->label != NULL && row->has_places ? bb_head_fit (table, row->head, row->label->block) : NULL;
  int place = row->label_place + 1;
  int years = find_year_head (row->head);

  while (place < (int) row->cells->len && *(const char *) g_ptr_array_index (row->cells, (guint) place) == '\0')
    place++;
  if (fit == NULL || fit->heads->len == 0 || place >= (int) row->cells->len || !is_year (g_ptr_array_index (row->cells, (guint) place), years >= 0))
    return FALSE;
  return years >= 0 ? place != years : place >= (int) g_array_index (fit->heads, BbFittedHead, 0).place;
}

/* Returns: whether @row has figures of this year. */
static gboolean
look_at_row (BbMatchTable *table,
             BbMatchRow   *row)
{
  guint n = row->label != NULL ? row->label->block->n_column_leaves : 0;
  g_autoptr (GPtrArray) items = bb_match_row_items (row);
  int index = items->len > 0 ? find_line (table->match, row) : -1;

  if (index < 0)
    return items->len > 0;
  if (has_other_year (table, row) || begins_with_year (table, row) || (n >= FEWEST_COLUMNS && 2 * items->len < n && stands_under_other_heads (table->match, index)))
    row->is_doubtful = TRUE;
  row->is_other_year = row->is_doubtful || has_other_caption (table->match, (guint) index);
  return !row->is_other_year;
}

/* Where this year's table is, another year's gives nothing to it, also where a row is missing. */
void
bb_match_rivals_doubt (BbMatchTable *table)
{
  gboolean has_own = FALSE;

  for (guint i = 0; table->table->n_label_columns > 0 && i < table->rows->len; i++)
    if (look_at_row (table, g_ptr_array_index (table->rows, i)))
      has_own = TRUE;
  for (guint i = 0; has_own && i < table->rows->len; i++)
    {
      BbMatchRow *row = g_ptr_array_index (table->rows, i);

      row->is_doubtful = row->is_doubtful || row->is_other_year;
    }
}
