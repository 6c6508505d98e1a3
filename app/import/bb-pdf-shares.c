/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-shares.h"

/* Of the distance between lines: what stands at the height of a row; what is the next line of a cell. */
#define SAME_HEIGHT 0.25
#define NEXT_FROM 0.75
#define NEXT_TO 1.25

/* A line of a column of values. */
typedef struct
{
  double y;
  GArray *glyphs;
} Entry;

/*
 * @columns: (element-type GPtrArray): of each column its lines (Entry)
 * @counts: of each column and band, how many lines it has
 * @is_doubtful: a figure stands in several columns
 */
struct _BbPdfShares
{
  const BbPdfPlan *plan;
  const GArray *bands;
  GPtrArray *columns;
  guint *counts;
  gboolean is_doubtful;
};

static Entry *
get_entry (const GPtrArray *column,
           guint            index)
{
  return g_ptr_array_index (column, index);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_array_unref (entry->glyphs);
  g_free (entry);
}

static void
add_entry (BbPdfShares    *shares,
           guint           at,
           const BbPdfRun *run)
{
  GPtrArray *column = g_ptr_array_index (shares->columns, at);
  Entry *entry = column->len > 0 ? get_entry (column, column->len - 1) : NULL;
  double y = bb_pdf_middle_y (&run->box);

  if (entry == NULL || ABS (entry->y - y) > BB_PDF_LEVEL * run->line->size)
    {
      entry = g_new0 (Entry, 1);
      entry->y = y;
      entry->glyphs = g_array_new (FALSE, FALSE, sizeof (BbPdfGlyph));
      g_ptr_array_add (column, entry);
    }
  g_array_append_vals (entry->glyphs, bb_pdf_glyph (run->line->glyphs, run->start), run->end - run->start);
}

/* What reaches over several columns are cells that touch one another: it is parted where it can be. */
static void
add_run (BbPdfShares    *shares,
         const BbPdfRun *run)
{
  guint first = bb_pdf_columns_find (shares->plan->columns, run->box.x1, run->box.x1);
  guint last = bb_pdf_columns_find (shares->plan->columns, run->box.x2, run->box.x2);
  g_autoptr (GArray) parts = first != last ? bb_pdf_plan_part (shares->plan, run) : NULL;

  if (parts == NULL)
    add_entry (shares, first, run);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const BbPdfRun *part = bb_pdf_run (parts, i);

      shares->is_doubtful = shares->is_doubtful || bb_pdf_plan_span (shares->plan, part, &first) > 1;
      add_entry (shares, bb_pdf_columns_find (shares->plan->columns, part->box.x1, part->box.x2), part);
    }
}

static void
collect_columns (BbPdfShares       *shares,
                 const BbPdfRegion *region,
                 guint              first,
                 const gboolean    *apart)
{
  shares->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < shares->plan->columns->len; i++)
    g_ptr_array_add (shares->columns, g_ptr_array_new_with_free_func (entry_free));
  for (guint i = first; i < region->lines->len; i++)
    {
      g_autoptr (GArray) runs = apart[i] ? NULL : bb_pdf_plan_runs (shares->plan, bb_pdf_region_line (region, i));

      for (guint r = 0; runs != NULL && r < runs->len; r++)
        if (!bb_pdf_plan_is_label (shares->plan, bb_pdf_run (runs, r)))
          add_run (shares, bb_pdf_run (runs, r));
    }
}

/* Returns: how many lines from @at on stand around the middle of @band, one below the other; 0 when none do. */
static guint
count_lines (const BbPdfShares *shares,
             const GPtrArray   *column,
             guint              at,
             const BbPdfBand   *band)
{
  double pitch = shares->plan->pitch;

  for (guint n = 1; n <= band->most && at + n <= column->len; n++)
    {
      double last = get_entry (column, at + n - 1)->y;
      double step = n > 1 ? last - get_entry (column, at + n - 2)->y : pitch;

      if (step < NEXT_FROM * pitch || step > NEXT_TO * pitch)
        return 0;
      if (ABS ((get_entry (column, at)->y + last) / 2 - band->y) <= SAME_HEIGHT * pitch)
        return n;
    }
  return 0;
}

/* The last row of a page may go on on the next one: then its cells begin where its label does. */
static guint
count_rest (const BbPdfShares *shares,
            const GPtrArray   *column,
            guint              at,
            const BbPdfBand   *band)
{
  double pitch = shares->plan->pitch;

  if (at >= column->len || ABS (get_entry (column, at)->y - band->label->top) > SAME_HEIGHT * pitch)
    return 0;
  for (guint i = at + 1; i < column->len; i++)
    if (get_entry (column, i)->y - get_entry (column, i - 1)->y > NEXT_TO * pitch)
      return 0;
  return column->len - at;
}

/* Shares the lines of a column out among the rows, into @counts. Returns: %FALSE when one is left over. */
static gboolean
share_out (const BbPdfShares *shares,
           const GPtrArray   *column,
           guint             *counts)
{
  guint at = 0;

  for (guint i = 0; i < shares->bands->len; i++)
    {
      counts[i] = count_lines (shares, column, at, bb_pdf_band (shares->bands, i));
      if (i + 1 == shares->bands->len && at + counts[i] < column->len)
        counts[i] = count_rest (shares, column, at, bb_pdf_band (shares->bands, i));
      at += counts[i];
    }
  return at == column->len;
}

/* ---- public API ---- */

BbPdfShares *
bb_pdf_shares_new (const BbPdfRegion *region,
                   const BbPdfPlan   *plan,
                   const GArray      *bands,
                   guint              first,
                   const gboolean    *apart)
{
  g_autoptr (BbPdfShares) shares = g_new0 (BbPdfShares, 1);

  shares->plan = plan;
  shares->bands = bands;
  collect_columns (shares, region, first, apart);
  if (shares->is_doubtful)
    return NULL;
  shares->counts = g_new0 (guint, (gsize) shares->columns->len * bands->len);
  for (guint i = 0; i < shares->columns->len; i++)
    if (!share_out (shares, g_ptr_array_index (shares->columns, i), shares->counts + i * bands->len))
      return NULL;
  return g_steal_pointer (&shares);
}

void
bb_pdf_shares_free (BbPdfShares *shares)
{
  if (shares == NULL)
    return;
  g_ptr_array_unref (shares->columns);
  g_free (shares->counts);
  g_free (shares);
}

void
bb_pdf_shares_fill (const BbPdfShares *shares,
                    guint              band,
                    BbPdfRow          *row)
{
  for (guint c = 0; c < shares->columns->len; c++)
    {
      const GPtrArray *column = g_ptr_array_index (shares->columns, c);
      const guint *counts = shares->counts + c * shares->bands->len;
      GArray **cell = &row->cells[BB_PDF_N_LABEL_COLUMNS + c];
      guint at = 0;

      for (guint i = 0; i < band; i++)
        at += counts[i];
      for (guint n = counts[band]; n > 0; n--)
        {
          const GArray *glyphs = get_entry (column, at++)->glyphs;

          if (*cell == NULL)
            *cell = g_array_new (FALSE, FALSE, sizeof (BbPdfGlyph));
          g_array_append_vals (*cell, glyphs->data, glyphs->len);
        }
    }
}
