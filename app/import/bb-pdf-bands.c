/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-bands.h"

/*
 * Where labels are numbered, each is a row, however many lines it or any cell beside it is broken over: what stands in a row stands
 * around one height. So it is known what belongs to a row even where lines of a cell are as far apart as rows. All of it must fit:
 * if a single line is at no row's height, the table is read by its figures.
 */

/* Of the distance between lines: what stands at the height of a row; by how much labels may reach into one another; next lines. */
#define SAME_HEIGHT 0.25
#define OVERLAP 0.35
#define NEXT_FROM 0.75
#define NEXT_TO 1.25

/* No cell is broken over more lines. */
#define MOST_LINES 12

/* In halves of a line: the first row may reach so far above its label. */
#define MOST_ABOVE 4

/* A row: @y: its middle; @n_lines: of its label; @most: so many lines find room between the labels above and below */
typedef struct
{
  BbPdfLabel *label;
  double y;
  guint n_lines;
  guint most;
} Band;

/* A line of a column of values. */
typedef struct
{
  double y;
  GArray *glyphs;
} Entry;

typedef struct
{
  const BbPdfRegion *region;
  const BbPdfPlan *plan;
  GArray *bands;
  GPtrArray *columns;
  guint first;
} Bands;

static Band *
get_band (const Bands *bands,
          guint        index)
{
  return &g_array_index (bands->bands, Band, index);
}

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
bands_clear (Bands *bands)
{
  g_array_unref (bands->bands);
  g_clear_pointer (&bands->columns, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bands, bands_clear)

/* ---- rows ---- */

static double
label_middle (const BbPdfLabel *label)
{
  return (label->top + label->bottom) / 2;
}

static gboolean
stand_beside (const BbPdfLabel *first,
              const BbPdfLabel *second,
              double            pitch)
{
  double shared = MIN (first->bottom, second->bottom) - MAX (first->top, second->top) + pitch;

  return shared > OVERLAP * pitch;
}

/* A label further right stands beside it: it is the title of a group. */
static gboolean
is_title (const GPtrArray  *labels,
          const BbPdfLabel *label,
          double            pitch)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const BbPdfLabel *other = g_ptr_array_index (labels, i);

      if (other->is_point && other->box.x1 > label->box.x1 + label->size && stand_beside (label, other, pitch))
        return TRUE;
    }
  return FALSE;
}

static int
compare_bands (gconstpointer a,
               gconstpointer b)
{
  const Band *first = a;
  const Band *second = b;

  return first->y < second->y ? -1 : first->y > second->y;
}

static void
find_bands (Bands           *bands,
            const GPtrArray *labels)
{
  double pitch = bands->plan->pitch;

  for (guint i = 0; i < labels->len; i++)
    {
      BbPdfLabel *label = g_ptr_array_index (labels, i);
      Band band = { label, label_middle (label), (guint) ((label->bottom - label->top) / pitch + 1.5), MOST_LINES };

      if (label->is_point && !is_title (labels, label, pitch))
        g_array_append_val (bands->bands, band);
    }
  g_array_sort (bands->bands, compare_bands);
}

/* Two rows share the room between their middles. */
static guint
measure_room (const Band *band,
              const Band *other,
              double      pitch)
{
  double room = 2 * ABS (band->y - other->y) / pitch - other->n_lines;

  return room < 0 ? 0 : (guint) MIN (room + OVERLAP, MOST_LINES);
}

static gboolean
measure_bands (Bands *bands)
{
  for (guint i = 0; i < bands->bands->len; i++)
    {
      Band *band = get_band (bands, i);

      for (guint j = i > 0 ? i - 1 : i; j <= i + 1 && j < bands->bands->len; j++)
        {
          guint room = j != i ? measure_room (band, get_band (bands, j), bands->plan->pitch) : MOST_LINES;

          band->most = MIN (band->most, room);
        }
      if (band->most < band->n_lines)
        return FALSE;
    }
  return bands->bands->len > 0;
}

/* Words among the labels that are neither a row nor beside one belong to a table of another kind. */
static gboolean
has_others (const Bands     *bands,
            const GPtrArray *labels)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const BbPdfLabel *label = g_ptr_array_index (labels, i);
      gboolean is_beside = label_middle (label) < get_band (bands, 0)->y;

      for (guint b = 0; b < bands->bands->len && !is_beside; b++)
        is_beside = stand_beside (label, get_band (bands, b)->label, bands->plan->pitch);
      if (!is_beside)
        return TRUE;
    }
  return FALSE;
}

/* ---- columns ---- */

static void
add_entry (Bands          *bands,
           guint           at,
           const BbPdfRun *run)
{
  GPtrArray *column = g_ptr_array_index (bands->columns, at);
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
add_run (Bands          *bands,
         const BbPdfRun *run)
{
  guint first = bb_pdf_columns_find (bands->plan->columns, run->box.x1, run->box.x1);
  guint last = bb_pdf_columns_find (bands->plan->columns, run->box.x2, run->box.x2);
  g_autoptr (GArray) parts = first != last ? bb_pdf_run_part (run) : NULL;

  if (parts == NULL)
    add_entry (bands, first, run);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const BbPdfRun *part = bb_pdf_run (parts, i);

      add_entry (bands, bb_pdf_columns_find (bands->plan->columns, part->box.x1, part->box.x2), part);
    }
}

static void
collect_columns (Bands *bands)
{
  g_clear_pointer (&bands->columns, g_ptr_array_unref);
  bands->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < bands->plan->columns->len; i++)
    g_ptr_array_add (bands->columns, g_ptr_array_new_with_free_func (entry_free));
  for (guint i = bands->first; i < bands->region->lines->len; i++)
    {
      g_autoptr (GArray) runs = bb_pdf_plan_runs (bands->plan, bb_pdf_region_line (bands->region, i));

      for (guint r = 0; r < runs->len; r++)
        if (!bb_pdf_plan_is_label (bands->plan, bb_pdf_run (runs, r)))
          add_run (bands, bb_pdf_run (runs, r));
    }
}

/* Returns: how many lines from @at on stand around the middle of @band, one below the other; 0 when none do. */
static guint
count_lines (const Bands     *bands,
             const GPtrArray *column,
             guint            at,
             const Band      *band)
{
  double pitch = bands->plan->pitch;

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
count_rest (const Bands     *bands,
            const GPtrArray *column,
            guint            at,
            const Band      *band)
{
  double pitch = bands->plan->pitch;

  if (at >= column->len || ABS (get_entry (column, at)->y - band->label->top) > SAME_HEIGHT * pitch)
    return 0;
  for (guint i = at + 1; i < column->len; i++)
    if (get_entry (column, i)->y - get_entry (column, i - 1)->y > NEXT_TO * pitch)
      return 0;
  return column->len - at;
}

/* Shares the lines of a column out among the rows, into @counts. Returns: %FALSE when one is left over. */
static gboolean
share_out (const Bands     *bands,
           const GPtrArray *column,
           guint           *counts)
{
  guint at = 0;

  for (guint i = 0; i < bands->bands->len; i++)
    {
      counts[i] = count_lines (bands, column, at, get_band (bands, i));
      if (i + 1 == bands->bands->len && at + counts[i] < column->len)
        counts[i] = count_rest (bands, column, at, get_band (bands, i));
      at += counts[i];
    }
  return at == column->len;
}

static guint *
share_out_all (const Bands *bands)
{
  g_autofree guint *counts = g_new0 (guint, bands->columns->len * bands->bands->len + 1);

  for (guint i = 0; i < bands->columns->len; i++)
    if (!share_out (bands, g_ptr_array_index (bands->columns, i), counts + i * bands->bands->len))
      return NULL;
  return g_steal_pointer (&counts);
}

/* ---- the whole ---- */

static void
add_rows (const Bands *bands,
          const guint *counts,
          GPtrArray   *rows)
{
  guint first = rows->len;

  for (guint i = 0; i < bands->bands->len; i++)
    {
      BbPdfRow *row = bb_pdf_rows_add (rows, get_band (bands, i)->y, TRUE, BB_PDF_N_LABEL_COLUMNS + bands->columns->len);

      row->cells[BB_PDF_LABEL_COLUMN] = g_array_ref (get_band (bands, i)->label->glyphs);
      get_band (bands, i)->label->is_used = TRUE;
    }
  for (guint c = 0; c < bands->columns->len; c++)
    {
      const GPtrArray *column = g_ptr_array_index (bands->columns, c);
      guint at = 0;

      for (guint i = 0; i < bands->bands->len; i++)
        for (guint n = counts[c * bands->bands->len + i]; n > 0; n--)
          {
            GArray **cell = &((BbPdfRow *) g_ptr_array_index (rows, first + i))->cells[BB_PDF_N_LABEL_COLUMNS + c];
            const GArray *glyphs = get_entry (column, at++)->glyphs;

            if (*cell == NULL)
              *cell = g_array_new (FALSE, FALSE, sizeof (BbPdfGlyph));
            g_array_append_vals (*cell, glyphs->data, glyphs->len);
          }
    }
}

/* The first line below @y. */
static guint
find_line (const BbPdfRegion *region,
           double             y)
{
  guint i = 0;

  while (i < region->lines->len && bb_pdf_middle_y (&bb_pdf_region_line (region, i)->box) < y)
    i++;
  return i;
}

/* Labels above @first are those of heads, which are read alike on each page, whatever stands below them. */
static GPtrArray *
find_labels (const BbPdfRegion *region,
             const BbPdfPlan   *plan,
             guint              first,
             GPtrArray         *body)
{
  g_autoptr (GPtrArray) above = g_ptr_array_new ();
  double y = bb_pdf_middle_y (&bb_pdf_region_line (region, first)->box);
  GPtrArray *labels;

  for (guint i = 0; i < first; i++)
    g_ptr_array_add (above, g_ptr_array_index (region->labels, i));
  labels = bb_pdf_labels_new (above, region->is_row, region->is_closed, plan->pitch);
  while (body->len > 0)
    {
      BbPdfLabel *label = g_ptr_array_steal_index (body, body->len - 1);

      if (label->bottom >= y - BB_PDF_LEVEL * label->size)
        g_ptr_array_add (labels, label);
      else
        bb_pdf_label_free (label);
    }
  return labels;
}

GPtrArray *
bb_pdf_bands_find (const BbPdfRegion *region,
                   const BbPdfPlan   *plan,
                   GPtrArray         *rows,
                   guint             *first)
{
  g_autofree gboolean *none = g_new0 (gboolean, region->lines->len);
  g_autoptr (GPtrArray) labels = bb_pdf_labels_new (region->labels, none, none, plan->pitch);
  g_auto (Bands) bands = { region, plan, g_array_new (FALSE, FALSE, sizeof (Band)), NULL, 0 };

  find_bands (&bands, labels);
  if (!measure_bands (&bands) || has_others (&bands, labels))
    return NULL;
  for (guint above = 0; above <= MOST_ABOVE; above++)
    {
      const Band *top = get_band (&bands, 0);
      g_autofree guint *counts = NULL;

      bands.first = find_line (region, top->y - (top->n_lines + above) * plan->pitch / 2);
      collect_columns (&bands);
      counts = share_out_all (&bands);
      if (counts == NULL)
        continue;
      add_rows (&bands, counts, rows);
      *first = bands.first;
      return find_labels (region, plan, bands.first, labels);
    }
  return NULL;
}
