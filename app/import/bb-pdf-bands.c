/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-pdf-bands.h"

#include "import/bb-pdf-shares.h"

#include <string.h>

/*
 * Where labels are numbered, each is a row, however many lines it or any cell beside it is broken over: what stands in a row stands
 * around one height. So it is known what belongs to a row even where lines of a cell are as far apart as rows. All of it must fit:
 * if a single line is at no row's height, the table is read by its figures.
 */

/* Of the distance between lines: by how much labels may reach into one another; labels that may be one. */
#define OVERLAP 0.35
#define NEXT_TO 1.25

/* No cell is broken over more lines. */
#define MOST_LINES 12

/* In halves of a line: the first row may reach so far above its label. */
#define MOST_ABOVE 4

/* A title over all columns has so many characters. */
#define SHORTEST_TITLE 6

/* @bands: (element-type BbPdfBand); @apart: of each line, whether it is a title between rows */
typedef struct
{
  const BbPdfRegion *region;
  const BbPdfPlan *plan;
  GArray *bands;
  gboolean *apart;
} Bands;

static BbPdfBand *
get_band (const Bands *bands,
          guint        index)
{
  return bb_pdf_band (bands->bands, index);
}

static void
bands_clear (Bands *bands)
{
  g_array_unref (bands->bands);
  g_free (bands->apart);
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
  const BbPdfBand *first = a;
  const BbPdfBand *second = b;

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
      BbPdfBand band = { label, label_middle (label), (guint) ((label->bottom - label->top) / pitch + 1.5), MOST_LINES };

      if (label->is_point && !is_title (labels, label, pitch))
        g_array_append_val (bands->bands, band);
    }
  g_array_sort (bands->bands, compare_bands);
}

/* Two rows share the room between their middles. */
static guint
measure_room (const BbPdfBand *band,
              const BbPdfBand *other,
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
      BbPdfBand *band = get_band (bands, i);

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

/* ---- the whole ---- */

/* ---- labels without numbers ---- */

/* A label that has no room for another character may go on in the next line. */
static gboolean
may_go_on (const GPtrArray  *labels,
           const BbPdfLabel *label,
           double            pitch)
{
  double right = label->box.x2;
  gboolean has_next = FALSE;

  for (guint i = 0; i < labels->len; i++)
    {
      const BbPdfLabel *other = g_ptr_array_index (labels, i);

      right = MAX (right, other->box.x2);
      has_next = has_next || (other->top > label->top && other->top - label->top <= NEXT_TO * pitch &&
                              other->box.x1 < label->box.x2 && label->box.x1 < other->box.x2);
    }
  return has_next && label->box.x2 > right - label->size;
}

static gboolean
is_title_line (const BbPdfLine *line)
{
  if (line->glyphs->len < SHORTEST_TITLE)
    return FALSE;
  for (guint i = 0; i < line->glyphs->len; i++)
    {
      const BbPdfGlyph *glyph = bb_pdf_glyph (line->glyphs, i);

      if (!g_unichar_iswide (glyph->character) || g_unichar_isdigit (glyph->character))
        return FALSE;
      if (i > 0 && glyph->box.x1 - bb_pdf_glyph (line->glyphs, i - 1)->box.x2 > BB_PDF_PART * line->size)
        return FALSE;
    }
  return TRUE;
}

/* Each line of labels is a row, where none may be the second line of another; titles stand between them. */
static GPtrArray *
find_plain_bands (Bands *bands)
{
  const BbPdfRegion *region = bands->region;
  g_autofree gboolean *none = g_new0 (gboolean, region->lines->len);
  g_autoptr (GPtrArray) labels = bb_pdf_labels_new (region->labels, none, none, 0);

  for (guint i = 0; i < region->lines->len; i++)
    bands->apart[i] = ((GArray *) g_ptr_array_index (region->labels, i))->len == 0 && is_title_line (bb_pdf_region_line (region, i));
  for (guint i = 0; i < labels->len; i++)
    {
      BbPdfLabel *label = g_ptr_array_index (labels, i);
      BbPdfBand band = { label, label->top, 1, MOST_LINES };

      if (may_go_on (labels, label, bands->plan->pitch))
        return NULL;
      g_array_append_val (bands->bands, band);
    }
  g_array_sort (bands->bands, compare_bands);
  return g_steal_pointer (&labels);
}

/* ---- the whole ---- */

static void
add_rows (const Bands       *bands,
          const BbPdfShares *shares,
          GPtrArray         *rows)
{
  guint n_cells = BB_PDF_N_LABEL_COLUMNS + bands->plan->columns->len;

  for (guint i = 0; i < bands->bands->len; i++)
    {
      BbPdfRow *row = bb_pdf_rows_add (rows, get_band (bands, i)->y, TRUE, n_cells);

      row->cells[BB_PDF_LABEL_COLUMN] = g_array_ref (get_band (bands, i)->label->glyphs);
      get_band (bands, i)->label->is_used = TRUE;
      bb_pdf_shares_fill (shares, i, row);
    }
  for (guint i = 0; i < bands->region->lines->len; i++)
    {
      const BbPdfLine *line = bb_pdf_region_line (bands->region, i);
      BbPdfRow *row = bands->apart[i] ? bb_pdf_rows_add (rows, bb_pdf_middle_y (&line->box), FALSE, n_cells) : NULL;

      if (row == NULL)
        continue;
      row->is_title = TRUE;
      row->cells[BB_PDF_N_LABEL_COLUMNS] = g_array_ref (line->glyphs);
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

GPtrArray *
bb_pdf_bands_take_labels (const BbPdfRegion *region,
                          const BbPdfPlan   *plan,
                          guint              first,
                          GPtrArray         *body)
{
  g_autoptr (GPtrArray) above = g_ptr_array_new ();
  /* Behind the last line there is none. */
  double y = first < region->lines->len ? bb_pdf_middle_y (&bb_pdf_region_line (region, first)->box) : G_MAXDOUBLE;
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

/* Returns: (nullable): the labels, when they are rows of a table, one below the other. */
static GPtrArray *
find_rows (Bands *bands)
{
  g_autofree gboolean *none = g_new0 (gboolean, bands->region->lines->len);
  g_autoptr (GPtrArray) labels = bb_pdf_labels_new (bands->region->labels, none, none, bands->plan->pitch);

  find_bands (bands, labels);
  if (bands->bands->len > 0)
    return measure_bands (bands) && !has_others (bands, labels) ? g_steal_pointer (&labels) : NULL;
  g_clear_pointer (&labels, g_ptr_array_unref);
  labels = find_plain_bands (bands);
  return labels != NULL && measure_bands (bands) ? g_steal_pointer (&labels) : NULL;
}

GPtrArray *
bb_pdf_bands_find (const BbPdfRegion *region,
                   const BbPdfPlan   *plan,
                   GPtrArray         *rows,
                   guint             *first)
{
  g_auto (Bands) bands = { region, plan, g_array_new (FALSE, FALSE, sizeof (BbPdfBand)), g_new0 (gboolean, region->lines->len) };
  g_autoptr (GPtrArray) labels = find_rows (&bands);

  for (guint above = 0; labels != NULL && above <= MOST_ABOVE; above++)
    {
      const BbPdfBand *top = get_band (&bands, 0);
      guint begin = find_line (region, top->y - (top->n_lines + above) * plan->pitch / 2);
      g_autoptr (BbPdfShares) shares = NULL;

      while (begin > 0 && bands.apart[begin - 1])
        begin--;
      shares = bb_pdf_shares_new (region, plan, bands.bands, begin, bands.apart);

      if (shares == NULL)
        continue;
      /* What stands above them is a head. */
      memset (bands.apart, 0, begin * sizeof *bands.apart);
      add_rows (&bands, shares, rows);
      *first = begin;
      return bb_pdf_bands_take_labels (region, plan, begin, labels);
    }
  return NULL;
}
