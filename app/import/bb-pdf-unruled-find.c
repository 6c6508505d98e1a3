/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-unruled.h"

#include "import/bb-pdf-lines.h"
#include "import/bb-pdf-regions.h"

/* Of the size of the font: another size is another text; lines of a table are no further apart, and heads no further above it. */
#define OTHER_SIZE 1.3
#define FAR_BELOW 3.6
#define FAR_ABOVE 2.6

/* A line of more characters that reaches into the columns is a sentence. */
#define LONGEST_HEAD 20

/* So many heads stand side by side, at least, to be known without a row. */
#define FEWEST_HEADS 3

/* Of the size: two that stand so far apart are heads as well. */
#define FAR_BESIDE 4.0

/* One row alone has so many figures at least. */
#define FEWEST_ALONE 3

/* A line of smaller letters with words in it has so many figures, where it is a row. */
#define FEWEST_SMALLER 3

/* A numbered line stands between two tables when the rows behind it have so many figures more, or fewer, than those before. */
#define OTHER_FIGURES 3
#define MOST_HEAD_LINES 10

/* Heads stand no more lines below the numbered line over them. */
#define HEADING_LINES 2

/* A table without rules has no more lines on a page. */
#define LINE_LIMIT 500

/* What becomes a table: items from @from up to @to. @n_last: figures of its last row. */
typedef struct
{
  guint from;
  guint to;
  guint n_rows;
  guint n_values;
  guint n_last;
  double size;
  double left;
} Span;

static const BbPdfLine *
get_line (const GPtrArray *items,
          guint            index)
{
  return bb_pdf_item (items, index)->line;
}

static double
distance (const GPtrArray *items,
          guint            index)
{
  return bb_pdf_middle_y (&get_line (items, index + 1)->box) - bb_pdf_middle_y (&get_line (items, index)->box);
}

/* Whether the lines at @index and behind it stand on one page, one near the other. */
static gboolean
are_near (const GPtrArray *items,
          guint            index,
          double           far)
{
  const BbPdfItem *item = bb_pdf_item (items, index);
  const BbPdfItem *next = bb_pdf_item (items, index + 1);

  return item->line != NULL && next->line != NULL && item->page == next->page && distance (items, index) <= far;
}

static gboolean
is_other_size (const BbPdfLine *line,
               const Span      *span)
{
  return MAX (line->size, span->size) > OTHER_SIZE * MIN (line->size, span->size);
}

/* Figures made smaller so that they fit into their columns, and the size of their line with them: alone, or so many that it is a row. */
static gboolean
are_smaller_figures (const BbPdfLine *line,
                     const Span      *span)
{
  g_autoptr (GArray) runs = bb_pdf_runs_new (line, BB_PDF_PART);
  g_autoptr (GArray) values = bb_pdf_line_values (runs);

  if (values->len < 2 || (values->len < runs->len && values->len < FEWEST_SMALLER))
    return FALSE;
  return line->size < span->size && bb_pdf_run (values, 0)->box.x1 > span->left - 2 * span->size;
}

/* A figure that touches its label. */
static gboolean
ends_with_value (const BbPdfLine *line,
                 const Span      *span)
{
  g_autoptr (GArray) parts = bb_pdf_line_heads (line);
  const BbPdfRun *last = bb_pdf_run (parts, parts->len - 1);

  return parts->len > 1 && bb_pdf_run_is_value (last) && last->box.x1 > span->left - line->size;
}

/* Words that reach from the labels into the columns, and go on, or begin with a number as headings do. */
static gboolean
is_sentence (const BbPdfLine *line,
             const Span      *span)
{
  g_autoptr (GArray) runs = bb_pdf_runs_new (line, BB_PDF_PART);
  g_autofree char *text = runs->len == 1 ? bb_pdf_run_text (bb_pdf_run (runs, 0)) : NULL;

  if (text == NULL || line->box.x1 > span->left - line->size || line->box.x2 < span->left || ends_with_value (line, span))
    return FALSE;
  return line->glyphs->len > LONGEST_HEAD || bb_pdf_has_number (text);
}

static gboolean
belongs (const BbPdfLine *line,
         const Span      *span)
{
  return !is_other_size (line, span) && !is_sentence (line, span);
}

/* How many runs stand where the figures of the rows above do. */
static guint
count_in_columns (const BbPdfLine *line,
                  const Span      *span)
{
  g_autoptr (GArray) runs = bb_pdf_runs_new (line, BB_PDF_PART);
  guint n = 0;

  for (guint i = 0; i < runs->len; i++)
    n += bb_pdf_run (runs, i)->box.x1 > span->left - line->size;
  return n;
}

static void
count_row (const BbPdfLine *line,
           Span            *span)
{
  g_autoptr (GArray) runs = bb_pdf_runs_new (line, BB_PDF_PART);
  gboolean is_first = TRUE;
  guint before = span->n_values;

  span->n_rows++;
  for (guint i = 0; i < runs->len; i++)
    {
      if (!bb_pdf_run_is_value (bb_pdf_run (runs, i)))
        continue;
      span->n_values++;
      if (is_first)
        span->left = MIN (span->left, bb_pdf_run (runs, i)->box.x1);
      is_first = FALSE;
    }
  span->n_last = span->n_values - before;
}

/* Words side by side: heads of a table. Labels that are broken have none between them and their row. */
static gboolean
has_heads (const BbPdfLine *line)
{
  g_autoptr (GArray) runs = bb_pdf_runs_new (line, BB_PDF_PART);
  guint n = 0;

  for (guint i = 0; i < runs->len; i++)
    n += !bb_pdf_run_is_value (bb_pdf_run (runs, i));
  return n > 1 && n == runs->len;
}

/* How many figures the next row has that is not far below, with heads over it; 0 when there is none. */
static guint
count_next_row (const GPtrArray *items,
                guint            index,
                const Span      *span)
{
  Span next = { .left = G_MAXDOUBLE };
  gboolean are_heads_over = FALSE;

  for (guint i = index; i + 1 < items->len && i - index < MOST_HEAD_LINES && are_near (items, i, FAR_BELOW * span->size); i++)
    if (bb_pdf_unruled_is_row (get_line (items, i + 1)))
      {
        count_row (get_line (items, i + 1), &next);
        return are_heads_over ? next.n_values : 0;
      }
    else
      are_heads_over = are_heads_over || has_heads (get_line (items, i + 1));
  return 0;
}

/* 三、收到和处理政府信息公开申请情况 between the rows of two tables; 三、本年度办理结果 stands between rows that are alike. */
static gboolean
is_heading_between (const GPtrArray *items,
                    guint            index,
                    const Span      *span)
{
  g_autoptr (GArray) runs = bb_pdf_runs_new (get_line (items, index), BB_PDF_PART);
  g_autofree char *text = runs->len == 1 ? bb_pdf_run_text (bb_pdf_run (runs, 0)) : NULL;
  guint next = text != NULL && bb_pdf_has_number (text) ? count_next_row (items, index, span) : 0;

  return next > 0 && MAX (next, span->n_last) >= MIN (next, span->n_last) + OTHER_FIGURES;
}

/* A numbered line, and heads below it, at the foot of a page: of a table whose rows stand on the next one. */
static gboolean
is_heading_at_foot (const GPtrArray *items,
                    guint            index,
                    const Span      *span)
{
  g_autoptr (GArray) runs = bb_pdf_runs_new (get_line (items, index), BB_PDF_PART);
  g_autofree char *text = runs->len == 1 ? bb_pdf_run_text (bb_pdf_run (runs, 0)) : NULL;

  gboolean are_heads_over = FALSE;

  if (text == NULL || !bb_pdf_has_number (text))
    return FALSE;
  for (guint i = index; i + 1 < items->len && i - index < MOST_HEAD_LINES && are_near (items, i, FAR_BELOW * span->size); i++)
    {
      const BbPdfLine *line = get_line (items, i + 1);

      if (bb_pdf_unruled_is_row (line))
        return FALSE;
      /* Labels stand side by side as well, but not in the columns. */
      are_heads_over = are_heads_over || (i - index < HEADING_LINES && has_heads (line) && count_in_columns (line, span) > 0);
    }
  return are_heads_over;
}

/* Among the labels, or where the figures do, and nothing across: the second lines of a row. */
static gboolean
stands_in_columns (const BbPdfLine *line,
                   const Span      *span)
{
  g_autoptr (GArray) runs = bb_pdf_runs_new (line, BB_PDF_PART);

  for (guint i = 0; i < runs->len; i++)
    if (bb_pdf_run (runs, i)->box.x2 >= span->left && bb_pdf_run (runs, i)->box.x1 <= span->left - span->size)
      return FALSE;
  return TRUE;
}

/* From the row at @index to the last one below it, and the lines of its label and cells. */
static void
find_end (const GPtrArray *items,
          guint            index,
          Span            *span)
{
  *span = (Span) { .from = index, .to = index + 1, .size = get_line (items, index)->size, .left = G_MAXDOUBLE };
  count_row (get_line (items, index), span);
  for (guint i = index; i + 1 < items->len && i - index < LINE_LIMIT; i++)
    {
      if (!are_near (items, i, FAR_BELOW * span->size))
        break;
      if (bb_pdf_unruled_is_row (get_line (items, i + 1)) &&
          (!is_other_size (get_line (items, i + 1), span) || are_smaller_figures (get_line (items, i + 1), span)))
        {
          count_row (get_line (items, i + 1), span);
          span->to = i + 2;
        }
      else if (!belongs (get_line (items, i + 1), span) || is_heading_between (items, i + 1, span) || is_heading_at_foot (items, i + 1, span))
        break;
      /* A row with words for figures has several. */
      else if (count_in_columns (get_line (items, i + 1), span) > 1)
        span->to = i + 2;
    }
  while (span->to < items->len && are_near (items, span->to - 1, 1.5 * span->size) && belongs (get_line (items, span->to), span) &&
         !is_heading_at_foot (items, span->to, span) && stands_in_columns (get_line (items, span->to), span))
    span->to++;
}

/* The heads above it. What stood above another table is behind that. */
static void
find_beginning (const GPtrArray *items,
                guint            least,
                Span            *span)
{
  while (span->from > least && are_near (items, span->from - 1, FAR_ABOVE * span->size) && belongs (get_line (items, span->from - 1), span))
    span->from--;
}

/* Several heads, or the corner and a head: far apart, as words of a text are not. */
static gboolean
are_heads (const GArray *runs,
           double        size)
{
  if (runs->len >= FEWEST_HEADS)
    return TRUE;
  return runs->len > 1 && bb_pdf_run (runs, 1)->box.x1 - bb_pdf_run (runs, 0)->box.x2 > FAR_BESIDE * size;
}

static gboolean
stand_beside (const GPtrArray *items,
              const Span      *heads)
{
  for (guint i = heads->from; i < heads->to; i++)
    {
      g_autoptr (GArray) runs = bb_pdf_runs_new (get_line (items, i), BB_PDF_PART);

      if (are_heads (runs, heads->size))
        return TRUE;
    }
  return FALSE;
}

/* Heads at the foot of a page, whose rows stand on the next one. */
static gboolean
find_heads (const GPtrArray *items,
            guint            least,
            const Span      *span,
            Span            *heads)
{
  *heads = *span;
  heads->to = span->from;
  if (span->from <= least || bb_pdf_item (items, span->from - 1)->page + 1 != bb_pdf_item (items, span->from)->page ||
      get_line (items, span->from - 1) == NULL || !belongs (get_line (items, span->from - 1), span))
    return FALSE;
  heads->from = span->from - 1;
  find_beginning (items, least, heads);
  return stand_beside (items, heads);
}

static gboolean
is_table (const Span *span)
{
  return span->n_rows > 1 || span->n_values >= FEWEST_ALONE;
}

static GArray *
find_spans (const GPtrArray *items)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  guint done = 0;

  for (guint i = 0; i < items->len; i++)
    {
      Span span;
      Span heads;

      if (get_line (items, i) == NULL || !bb_pdf_unruled_is_row (get_line (items, i)))
        continue;
      find_end (items, i, &span);
      find_beginning (items, done, &span);
      if (is_table (&span) && find_heads (items, done, &span, &heads))
        g_array_append_val (spans, heads);
      if (is_table (&span))
        g_array_append_val (spans, span);
      done = i = span.to;
      i--;
    }
  return spans;
}

/* ---- tables over pages ---- */

/* The table ends at the foot of a page, and the next one begins at the top of the page after it, with no heading of its own. */
static gboolean
goes_on (const GPtrArray *items,
         const Span      *span,
         const Span      *next)
{
  return span->to == next->from && bb_pdf_item (items, span->from)->page + 1 == bb_pdf_item (items, next->from)->page
    && !is_heading_between (items, next->from, span);
}

static GPtrArray *
take_lines (const GPtrArray *items,
            const Span      *span)
{
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = span->from; i < span->to; i++)
    g_ptr_array_add (lines, (gpointer) get_line (items, i));
  return lines;
}

/* The tables of @n spans from @first on replace their lines. */
static void
replace (GPtrArray *items,
         GArray    *spans,
         guint      first,
         guint      n)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) tables = NULL;
  g_autofree guint *pages = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      const Span *span = &g_array_index (spans, Span, first + i);

      g_ptr_array_add (pieces, take_lines (items, span));
      pages[i] = bb_pdf_item (items, span->from)->page;
    }
  tables = bb_pdf_unruled_build (pieces, pages);
  for (guint i = n; i > 0; i--)
    {
      const Span *span = &g_array_index (spans, Span, first + i - 1);
      BbPdfTable *table = g_ptr_array_steal_index (tables, i - 1);
      BbPdfItem *item = bb_pdf_item (items, span->from);

      table->group = first + 1;
      g_clear_pointer (&item->line, bb_pdf_line_free);
      item->table = table;
      if (span->to - span->from > 1)
        g_ptr_array_remove_range (items, span->from + 1, span->to - span->from - 1);
    }
}

void
bb_pdf_unruled_find (GPtrArray *items)
{
  g_autoptr (GArray) spans = find_spans (items);

  /* From the end, so that the places of those before stay what they are. */
  for (guint end = spans->len; end > 0;)
    {
      guint first = end - 1;

      while (first > 0 && goes_on (items, &g_array_index (spans, Span, first - 1), &g_array_index (spans, Span, first)))
        first--;
      replace (items, spans, first, end - first);
      end = first;
    }
}
