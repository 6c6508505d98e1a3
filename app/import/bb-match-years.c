/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-match-regroup.h"

#include "import/bb-year.h"

#include <bianbao/bb-number.h>
#include <bianbao/bb-text.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* A grid with more places is no table of the form. */
#define MOST_PLACES 80

/* Rows of heads that may stand above the one with the years. */
#define MOST_ABOVE 3

#define EXCERPT 40

/* In bytes: the longest head that a year can stand in front of. Longer texts are not worth folding. */
#define LONGEST_HEAD 160

/* Whose figures stand under a head. */
typedef enum
{
  YEAR_NONE,
  YEAR_OWN,
  YEAR_OTHER,
  YEAR_CHANGE
} Year;

/* *INDENT-OFF* */
static const struct { const char *word; Year year; } words[] = {
  { "本年", YEAR_OWN },       { "本年度", YEAR_OWN },     { "今年", YEAR_OWN },       { "本期", YEAR_OWN },         { "本年数", YEAR_OWN },
  { "上年", YEAR_OTHER },     { "上年度", YEAR_OTHER },   { "去年", YEAR_OTHER },     { "上一年", YEAR_OTHER },     { "上一年度", YEAR_OTHER },
  { "上期", YEAR_OTHER },     { "上年同期", YEAR_OTHER }, { "去年同期", YEAR_OTHER }, { "同期", YEAR_OTHER },       { "上年数", YEAR_OTHER },
  { "增减", YEAR_CHANGE },    { "增减数", YEAR_CHANGE },  { "增减率", YEAR_CHANGE },  { "增减(%)", YEAR_CHANGE },   { "同比", YEAR_CHANGE },
  { "同比增减", YEAR_CHANGE }, { "增长率", YEAR_CHANGE }, { "增幅", YEAR_CHANGE },    { "较上年", YEAR_CHANGE },    { "较上年增减", YEAR_CHANGE },
  { "比上年增减", YEAR_CHANGE }, { "同比(%)", YEAR_CHANGE }, { "同比增长", YEAR_CHANGE }, { "变化", YEAR_CHANGE },
};
/* *INDENT-ON* */

/* @rest: (out): what stands behind a year, at the end of the text when it is nothing else; @bare: (out): the year is four digits alone. */
static Year
year_of (const BbMatch  *match,
         const char     *folded,
         const char    **rest,
         gboolean       *bare)
{
  const char *start = NULL;
  const char *end = NULL;
  int year = bb_year_find (folded, &start, &end);

  *rest = folded + strlen (folded);
  *bare = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (folded, words[i].word))
      return words[i].year;
  if (year == 0 && strlen (folded) == 4 && (year = bb_year_find_bare (folded)) != 0)
    *bare = TRUE;
  else if (year == 0 || start != folded)
    return YEAR_NONE;
  else
    *rest = end;
  return match->year == 0 ? YEAR_NONE : year == match->year ? YEAR_OWN : YEAR_OTHER;
}

static gboolean
is_column (BbMatch    *match,
           const char *text)
{
  for (guint i = 0; i < match->form->n_tables; i++)
    if (bb_labels_find (match->labels, match->form->tables[i].id, BB_LABEL_COLUMN, text) != NULL ||
        bb_labels_find (match->labels, match->form->tables[i].id, BB_LABEL_COLUMN_GROUP, text) != NULL)
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full) (nullable): the head that the text behind a year is, with its unit: 2023年收费金额（元） is 本年收费金额（元）. */
static char *
find_column (BbMatch    *match,
             const char *rest)
{
  g_autofree char *own = g_strconcat ("本年", rest, NULL);

  return is_column (match, rest) ? g_strdup (rest) : is_column (match, own) ? g_steal_pointer (&own) : NULL;
}

/*
 * A row of heads with the report's year and others. Years that are four digits alone may be figures: then nothing else but
 * words stands in the row.
 * @years: (out) (array length=n): for each place
 */
static gboolean
read_year_row (BbMatch           *match,
               const BbMatchLine *line,
               guint              n,
               Year              *years)
{
  guint n_of[YEAR_CHANGE + 1] = { 0 };
  gboolean has_bare = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const char *cell = bb_grid_cell (line, i);
      g_autofree char *folded = strlen (cell) <= LONGEST_HEAD ? bb_text_fold_label (cell) : g_strdup ("");
      g_autofree char *column = NULL;
      const char *rest = folded + strlen (folded);
      gboolean bare = FALSE;

      years[i] = cell == bb_import_covered && i > 0 ? years[i - 1] : *cell != '\0' ? year_of (match, folded, &rest, &bare) : YEAR_NONE;
      if (cell == bb_import_covered || *cell == '\0')
        continue;
      column = years[i] != YEAR_NONE && *rest != '\0' ? find_column (match, rest) : NULL;
      if (*rest != '\0' && column == NULL)
        years[i] = YEAR_NONE;
      if (years[i] == YEAR_NONE && bb_number_read (cell, NULL).form != BB_NUMBER_TEXT)
        return FALSE;
      has_bare = has_bare || bare;
      n_of[years[i]]++;
    }
  return n_of[YEAR_OWN] > 0 && n_of[YEAR_OTHER] > 0 && (!has_bare || n_of[YEAR_OWN] == n_of[YEAR_OTHER]);
}

static gboolean
has_block_title (BbMatch           *match,
                 const BbMatchLine *line)
{
  for (guint i = 0; i < match->form->n_tables; i++)
    for (guint k = 0; k < line->cells->len; k++)
      {
        const char *cell = g_ptr_array_index (line->cells, k);

        if (*cell != '\0' && bb_labels_find (match->labels, match->form->tables[i].id, BB_LABEL_BLOCK_TITLE, cell) != NULL)
          return TRUE;
      }
  return FALSE;
}

/* ---- columns ---- */

static gboolean
is_left_out (Year year)
{
  return year == YEAR_OTHER || year == YEAR_CHANGE;
}

/* A figure over both years would be neither's. */
static gboolean
has_common_figure (const BbMatchLine *line,
                   const Year        *years,
                   guint              n)
{
  guint start = 0;

  for (guint i = 0; i < n && i < line->cells->len; i++)
    {
      start = g_ptr_array_index (line->cells, i) != bb_import_covered ? i : start;
      if (is_left_out (years[i]) != is_left_out (years[start]) && bb_number_read (bb_grid_cell (line, start), NULL).form == BB_NUMBER_PLAIN)
        return TRUE;
    }
  return FALSE;
}

/*
 * Behind the label a figure stands under a year, or the row is shifted, and what stands under a year may be the other one's; so may
 * it be when nothing stands under the report's.
 */
static gboolean
is_shifted (const BbMatchLine *line,
            const Year        *years,
            guint              n)
{
  gboolean has_label = FALSE;
  guint n_own = 0;
  guint n_other = 0;

  for (guint i = 0; i < line->cells->len; i++)
    {
      BbNumberForm form = bb_number_read (g_ptr_array_index (line->cells, i), NULL).form;

      if (has_label && form != BB_NUMBER_BLANK && form != BB_NUMBER_TEXT && (i >= n || years[i] == YEAR_NONE))
        return TRUE;
      has_label = has_label || form == BB_NUMBER_TEXT;
      n_own += form == BB_NUMBER_PLAIN && i < n && years[i] == YEAR_OWN;
      n_other += form == BB_NUMBER_PLAIN && i < n && is_left_out (years[i]);
    }
  return n_other > 0 && n_own == 0;
}

/* A head over both years stands over the one that stays. Years themselves are no heads of the form: 2023年处理决定数量 is 本年处理决定数量. */
static char *
take_cell (BbMatch           *match,
           const BbMatchLine *line,
           const Year        *years,
           guint              place,
           gboolean           is_year_row)
{
  char *cell = g_ptr_array_index (line->cells, place);
  guint start = place;
  g_autofree char *folded = NULL;
  g_autofree char *column = NULL;
  const char *rest = NULL;
  gboolean bare;

  while (start > 0 && g_ptr_array_index (line->cells, start) == bb_import_covered && is_left_out (years[start - 1]))
    start--;
  if (cell == bb_import_covered && is_left_out (years[start]))
    cell = g_ptr_array_index (line->cells, start);
  if (!is_year_row || *cell == '\0')
    return cell;
  folded = bb_text_fold_label (cell);
  if (year_of (match, folded, &rest, &bare) == YEAR_NONE)
    return cell;
  column = *rest != '\0' ? find_column (match, rest) : NULL;
  return column != NULL ? bb_match_text (match, column, -1) : (char *) bb_import_covered;
}

static void
keep_own (BbMatch     *match,
          BbMatchLine *line,
          const Year  *years,
          gboolean     is_year_row)
{
  GPtrArray *cells = g_ptr_array_new ();
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (BbImportSpot));

  for (guint i = 0; i < line->cells->len; i++)
    {
      BbImportSpot spot = bb_match_line_spot (line, i);

      if (i < MOST_PLACES && is_left_out (years[i]))
        continue;
      g_ptr_array_add (cells, take_cell (match, line, years, i, is_year_row));
      g_array_append_val (spots, spot);
    }
  bb_match_line_put (match, line, cells, spots);
}

static void
tell (BbMatch           *match,
      const BbMatchLine *line,
      const char        *what)
{
  g_autofree char *excerpt = bb_match_excerpt (what, EXCERPT);

  bb_match_note (match, "read.other-year", BB_SEVERITY_WARNING, NULL, 0, line->line,
                 g_strdup_printf (_("Figures of another year stand beside those of the report and were left out: %s"), excerpt));
}

/* Heads of columns again, below rows. */
static gboolean
has_new_heads (BbMatch           *match,
               const BbMatchLine *line)
{
  guint n = 0;

  for (guint i = 0; i < line->cells->len; i++)
    n += *bb_grid_cell (line, i) != '\0' && is_column (match, bb_grid_cell (line, i));
  return n > 1 && !bb_grid_has_figure (line, 0);
}

/* The rows that the years of row @index stand over, and heads above them. */
static void
find_extent (BbMatch         *match,
             const BbGridRun *run,
             guint            index,
             guint           *first,
             guint           *end)
{
  Year years[MOST_PLACES];
  gboolean has_rows = FALSE;

  for (*first = index; *first > run->first && index - *first < MOST_ABOVE; --*first)
    {
      const BbMatchLine *line = bb_match_get_line (match, *first - 1);

      if (bb_grid_has_figure (line, 0) || has_block_title (match, line))
        break;
    }
  for (*end = index + 1; *end < run->end; ++*end)
    {
      const BbMatchLine *line = bb_match_get_line (match, *end);

      if (has_block_title (match, line) || read_year_row (match, line, run->n_places, years) || (has_rows && has_new_heads (match, line)))
        break;
      has_rows = has_rows || bb_grid_has_figure (line, 0);
    }
}

/* Returns: the index behind the rows that were looked at. */
static guint
part_columns (BbMatch         *match,
              const BbGridRun *run,
              guint            index,
              const Year      *years)
{
  BbMatchLine *head = bb_match_get_line (match, index);
  g_autoptr (GString) others = g_string_new (NULL);
  guint first;
  guint end;
  guint n_rows = 0;

  find_extent (match, run, index, &first, &end);
  for (guint i = index + 1; i < end; i++)
    {
      n_rows += bb_grid_has_figure (bb_match_get_line (match, i), 0);
      if (has_common_figure (bb_match_get_line (match, i), years, run->n_places))
        return end;
    }
  if (n_rows == 0)
    return end;
  for (guint i = 0; i < head->cells->len && i < run->n_places; i++)
    if (is_left_out (years[i]) && *bb_grid_cell (head, i) != '\0' && strstr (others->str, bb_grid_cell (head, i)) == NULL)
      g_string_append_printf (others, "%s%s", others->len > 0 ? " · " : "", bb_grid_cell (head, i));
  tell (match, head, others->str);
  for (guint i = first; i < end; i++)
    if (i <= index || !is_shifted (bb_match_get_line (match, i), years, run->n_places))
      keep_own (match, bb_match_get_line (match, i), years, i == index);
  return end;
}

/* ---- rows ---- */

/* Returns: the place under the head 年度, -1 when there is none. */
static int
find_year_column (const BbMatchLine *line)
{
  static const char *const heads[] = { "年度", "年份", "报告年度", "统计年度", "年" };

  for (guint i = 0; i < line->cells->len && i < MOST_PLACES; i++)
    {
      const char *cell = g_ptr_array_index (line->cells, i);
      g_autofree char *folded = *cell != '\0' && strlen (cell) <= LONGEST_HEAD ? bb_text_fold_label (cell) : NULL;

      for (guint k = 0; folded != NULL && k < G_N_ELEMENTS (heads); k++)
        if (g_str_equal (folded, heads[k]))
          return (int) i;
    }
  return -1;
}

static Year
year_at (const BbMatch     *match,
         const BbMatchLine *line,
         guint              place)
{
  g_autofree char *folded = bb_text_fold_label (bb_grid_cell (line, place));
  const char *rest = NULL;
  gboolean bare = FALSE;
  Year year = *folded != '\0' ? year_of (match, folded, &rest, &bare) : YEAR_NONE;

  return rest != NULL && *rest == '\0' ? year : YEAR_NONE;
}

/* The label of several years' rows stands beside the first of them. */
static char *
find_label_above (const BbMatch *match,
                  guint          index,
                  guint          place,
                  guint          column)
{
  for (guint i = index; i > 0; i--)
    {
      const BbMatchLine *line = bb_match_get_line (match, i - 1);

      if (line->cells == NULL || !is_left_out (year_at (match, line, column)))
        break;
      if (*bb_grid_cell (line, place) != '\0')
        return g_ptr_array_index (line->cells, place);
    }
  return (char *) bb_import_covered;
}

static void
take_label (BbMatch *match,
            guint    index,
            guint    column)
{
  BbMatchLine *line = bb_match_get_line (match, index);
  GPtrArray *cells = g_ptr_array_new ();
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (BbImportSpot));

  for (guint i = 0; i < line->cells->len; i++)
    {
      char *cell = g_ptr_array_index (line->cells, i);
      BbImportSpot spot = bb_match_line_spot (line, i);

      if (i < column && *cell == '\0')
        cell = find_label_above (match, index, i, column);
      g_ptr_array_add (cells, i == column ? (char *) bb_import_covered : cell);
      g_array_append_val (spots, spot);
    }
  bb_match_line_put (match, line, cells, spots);
}

static void
part_rows (BbMatch         *match,
           const BbGridRun *run,
           guint            column)
{
  BbMatchLine *other = NULL;
  guint n_own = 0;

  for (guint i = run->first; i < run->end; i++)
    {
      BbMatchLine *line = bb_match_get_line (match, i);
      Year year = year_at (match, line, column);

      n_own += year == YEAR_OWN;
      if (is_left_out (year) && other == NULL)
        other = line;
    }
  if (n_own == 0 || other == NULL)
    return;
  tell (match, other, bb_grid_cell (other, column));
  for (guint i = run->first; i < run->end; i++)
    if (year_at (match, bb_match_get_line (match, i), column) == YEAR_OWN)
      take_label (match, i, column);
  for (guint i = run->first; i < run->end; i++)
    if (is_left_out (year_at (match, bb_match_get_line (match, i), column)))
      bb_match_get_line (match, i)->use = BB_LINE_NOTED;
}

static void
part_grid (BbMatch         *match,
           const BbGridRun *run)
{
  Year years[MOST_PLACES];

  if (run->n_places > MOST_PLACES)
    return;
  for (guint i = run->first; i < run->end;)
    {
      const BbMatchLine *line = bb_match_get_line (match, i);
      int column = find_year_column (line);

      if (column >= 0)
        {
          part_rows (match, run, (guint) column);
          return;
        }
      i = read_year_row (match, line, run->n_places, years) ? part_columns (match, run, i, years) : i + 1;
    }
}

void
bb_match_years_part (BbMatch *match)
{
  BbGridRun run;

  for (guint i = 0; bb_grid_run_find (match, i, &run); i = run.end)
    part_grid (match, &run);
}
