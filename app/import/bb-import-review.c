/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-import-review.h>

#define NO_DOUBT -1

/* ---- counting ---- */

static void
count_number (BbField        *field,
              BbImportCounts *counts)
{
  switch (bb_field_get_origin (field))
    {
    case BB_ORIGIN_READ:
      counts->read++;
      break;
    case BB_ORIGIN_DEDUCED:
      counts->deduced++;
      break;
    case BB_ORIGIN_DERIVED:
      counts->computed++;
      break;
    case BB_ORIGIN_TYPED:
    default:
      counts->typed++;
      break;
    }
}

static void
count_cell (BbField        *field,
            BbImportCounts *counts)
{
  counts->cells++;
  switch (bb_field_get_state (field))
    {
    case BB_STATE_NUMBER:
      count_number (field, counts);
      break;
    case BB_STATE_TEXT:
      counts->words++;
      break;
    case BB_STATE_MISSING:
      counts->missing++;
      break;
    case BB_STATE_BLANK:
    default:
      counts->blank++;
      break;
    }
}

void
bb_import_count (BbReport       *report,
                 int             section,
                 BbImportCounts *counts)
{
  const BbForm *form = bb_report_get_form (report);

  *counts = (BbImportCounts) { 0 };
  for (guint i = 0; i < form->n_cells; i++)
    if (section < 0 || (int) form->tables[form->cells[i].table].section == section)
      count_cell (bb_report_get_cell (report, i), counts);
}

/* ---- what is doubtful ---- */

static int
doubt_of (BbField *field)
{
  BbState state = bb_field_get_state (field);

  if (bb_field_get_origin (field) == BB_ORIGIN_TYPED)
    return NO_DOUBT;
  if (state == BB_STATE_TEXT)
    return BB_DOUBT_WORDS;
  if (state == BB_STATE_MISSING)
    return BB_DOUBT_MISSING;
  if (state == BB_STATE_NUMBER && bb_field_get_origin (field) == BB_ORIGIN_DEDUCED)
    return BB_DOUBT_DEDUCED;
  return state == BB_STATE_NUMBER && bb_field_is_pinned (field) ? BB_DOUBT_SUM : NO_DOUBT;
}

static gboolean
goes_on (const BbForm *form,
         guint         cell,
         guint         next,
         int           doubt)
{
  const BbCell *a = &form->cells[cell];
  const BbCell *b = &form->cells[next];

  return a->table == b->table && (doubt == BB_DOUBT_MISSING || (a->block == b->block && a->row == b->row));
}

/*
 * The cell of the note to go to: the first that is doubtful itself, else the first. Returns: -1 when somebody typed into its
 * cells and left none that is doubtful.
 */
static int
find_target (BbReport *report,
             BbNote   *note,
             guint    *last)
{
  int target = -1;
  gboolean is_own = FALSE;
  gboolean is_typed = FALSE;

  for (const char *const *id = bb_note_get_cells (note); *id != NULL; id++)
    {
      BbField *field = bb_report_find_field (report, *id);
      const BbCell *cell = field != NULL ? bb_field_get_cell (field) : NULL;

      if (cell == NULL)
        continue;
      if (target < 0 || (!is_own && doubt_of (field) != NO_DOUBT))
        target = (int) cell->index;
      is_own = is_own || doubt_of (field) != NO_DOUBT;
      is_typed = is_typed || bb_field_get_origin (field) == BB_ORIGIN_TYPED;
      *last = cell->index;
    }
  return is_own || !is_typed ? target : -1;
}

/* @covered: cells of notes about no more than a row, which need no stop of their own. */
static void
add_note (GArray   *stops,
          BbReport *report,
          BbNote   *note,
          gboolean *covered)
{
  const BbForm *form = bb_report_get_form (report);
  guint last = 0;
  int target = bb_note_get_dismissed (note) || bb_note_get_severity (note) == BB_SEVERITY_HINT ? -1 : find_target (report, note, &last);
  BbImportStop stop = { (guint) target, last, BB_DOUBT_NOTED, note };

  if (target < 0)
    return;
  g_array_append_val (stops, stop);
  for (const char *const *id = bb_note_get_cells (note); *id != NULL; id++)
    {
      int cell = bb_form_find_cell (form, *id);

      if (cell >= 0 && goes_on (form, stop.cell, (guint) cell, BB_DOUBT_NOTED) && goes_on (form, last, (guint) cell, BB_DOUBT_NOTED))
        covered[cell] = TRUE;
    }
}

static void
add_cells (GArray         *stops,
           BbReport       *report,
           const gboolean *covered)
{
  const BbForm *form = bb_report_get_form (report);
  guint i = 0;

  while (i < form->n_cells)
    {
      int doubt = covered[i] ? NO_DOUBT : doubt_of (bb_report_get_cell (report, i));
      BbImportStop stop = { i, i, (BbDoubt) doubt, NULL };

      for (i++; doubt != NO_DOUBT && i < form->n_cells && !covered[i] && goes_on (form, stop.cell, i, doubt); i++)
        {
          if (doubt_of (bb_report_get_cell (report, i)) != doubt)
            break;
          stop.last = i;
        }
      if (doubt != NO_DOUBT)
        g_array_append_val (stops, stop);
    }
}

static int
compare_stops (gconstpointer a,
               gconstpointer b)
{
  const BbImportStop *left = a;
  const BbImportStop *right = b;

  if (left->cell != right->cell)
    return left->cell < right->cell ? -1 : 1;
  return (int) left->doubt - (int) right->doubt;
}

GArray *
bb_import_list_stops (BbReport *report)
{
  const BbForm *form = bb_report_get_form (report);
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (BbImportStop));
  g_autofree gboolean *covered = g_new0 (gboolean, form->n_cells);
  GListModel *notes = bb_report_get_notes (report);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (BbNote) note = g_list_model_get_item (notes, i);

      add_note (stops, report, note, covered);
    }
  add_cells (stops, report, covered);
  g_array_sort (stops, compare_stops);
  return stops;
}
