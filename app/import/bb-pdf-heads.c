/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-regions.h"

#include "import/bb-import-limits.h"

/* A head of more characters stands over several columns, or is none. */
#define LONGEST_HEAD 16

/* Fewer heads on a line may be titles. */
#define FEWEST_REGULAR 3

/* A head and what else stands on its line. @row: which line; @n_beside: heads on it */
typedef struct
{
  BbPdfBox box;
  guint row;
  guint n_beside;
  guint length;
} Head;

static const Head *
get_head (const GArray *heads,
          guint         index)
{
  return &g_array_index (heads, Head, index);
}

static gboolean
overlap (const BbPdfBox *first,
         const BbPdfBox *second)
{
  return first->x1 < second->x2 && second->x1 < first->x2;
}

/* What stands right of @left in the lines from @from up to @to. */
static GArray *
collect (const BbPdfRegion *region,
         guint              from,
         guint              to,
         double             left)
{
  GArray *heads = g_array_new (FALSE, FALSE, sizeof (Head));

  for (guint i = from; i < to; i++)
    {
      g_autoptr (GArray) runs = bb_pdf_line_heads (bb_pdf_region_line (region, i));
      guint first = heads->len;

      for (guint r = 0; r < runs->len; r++)
        {
          const BbPdfRun *run = bb_pdf_run (runs, r);
          Head head = { run->box, i, 0, run->end - run->start };

          if (run->box.x1 > left)
            g_array_append_val (heads, head);
        }
      for (guint h = first; h < heads->len; h++)
        g_array_index (heads, Head, h).n_beside = heads->len - first;
    }
  return heads;
}

/* Nothing stands below it: it is no title over several columns, nor the first line of a head. */
static gboolean
is_lowest (const GArray *heads,
           const Head   *head)
{
  for (guint i = 0; i < heads->len; i++)
    {
      const Head *other = get_head (heads, i);

      if (other->row > head->row && (head->n_beside == 1 || overlap (&other->box, &head->box)))
        return FALSE;
    }
  return TRUE;
}

/* Left of all figures, and left of all heads: over the labels. */
static gboolean
is_corner (const GArray *heads,
           const Head   *head,
           double        first)
{
  const Head *leftmost = head;

  if (head->box.x2 >= first)
    return FALSE;
  for (guint i = 0; i < heads->len; i++)
    if (get_head (heads, i)->box.x1 < leftmost->box.x1)
      leftmost = get_head (heads, i);
  return leftmost == head || overlap (&leftmost->box, &head->box);
}

static gboolean
stands_over_column (const GArray   *columns,
                    const BbPdfBox *box)
{
  for (guint i = 0; i < columns->len; i++)
    if (bb_pdf_column (columns, i)->x1 < box->x2 && box->x1 < bb_pdf_column (columns, i)->x2)
      return TRUE;
  return FALSE;
}

static void
add_columns (GArray       *columns,
             const GArray *heads,
             gboolean      has_labels)
{
  double first = bb_pdf_column (columns, 0)->x1;

  for (guint i = 0; i < heads->len; i++)
    {
      const Head *head = get_head (heads, i);

      if (columns->len < BB_IMPORT_PLACE_LIMIT && head->length <= LONGEST_HEAD && !stands_over_column (columns, &head->box) &&
          is_lowest (heads, head) && !(has_labels && is_corner (heads, head, first)))
        bb_pdf_columns_insert (columns, &head->box);
    }
}

gboolean
bb_pdf_heads_are_regular (const BbPdfRegion *region,
                          guint              index,
                          const GArray      *columns,
                          double             left)
{
  g_autoptr (GArray) heads = region->is_row[index] ? NULL : collect (region, index, index + 1, left);

  if (heads == NULL || columns->len < FEWEST_REGULAR || heads->len != columns->len)
    return FALSE;
  /* The order is the same where each begins behind what stands in the column before it. */
  for (guint i = 1; i < heads->len; i++)
    if (get_head (heads, i)->box.x1 <= bb_pdf_column (columns, i - 1)->x1 || get_head (heads, i - 1)->box.x2 >= bb_pdf_column (columns, i)->x2)
      return FALSE;
  return TRUE;
}

void
bb_pdf_heads_add_columns (const BbPdfRegion *region,
                          GArray            *columns,
                          double             left)
{
  guint from = 0;

  for (guint i = 0; columns->len > 0 && i <= region->lines->len; i++)
    {
      g_autoptr (GArray) heads = NULL;

      /* What stands below the last row is no head; heads alone are those of rows on the next page. */
      if (i < region->lines->len ? !region->is_row[i] : from > 0)
        continue;
      heads = collect (region, from, i, left);
      add_columns (columns, heads, left > -G_MAXDOUBLE);
      from = i + 1;
    }
}
