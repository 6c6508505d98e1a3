/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-import-map-private.h"

#include <bianbao/bb-import.h>

#include <glib/gi18n-lib.h>

void
bb_reading_free (BbReading *reading)
{
  if (reading == NULL)
    return;
  g_clear_object (&reading->report);
  g_clear_pointer (&reading->rows, g_ptr_array_unref);
  g_clear_pointer (&reading->sums, g_ptr_array_unref);
  g_clear_pointer (&reading->map, bb_import_map_unref);
  g_free (reading->encoding);
  g_free (reading);
}

static void
note_row (BbReport         *report,
          const BbLooseRow *row)
{
  const BbForm *form = bb_report_get_form (report);
  const char *id = row->n_items <= row->n_cells ? "read.short-row" : "read.extra-value";
  g_autoptr (GString) items = g_string_new (NULL);
  g_autofree char *message = NULL;
  g_autofree const char **cells = g_new0 (const char *, row->n_cells + 1);
  g_autoptr (BbNote) note = NULL;

  for (guint i = 0; i < row->n_cells; i++)
    cells[i] = form->cells[row->cells[i]].id;
  for (guint i = 0; i < row->n_items; i++)
    g_string_append_printf (items, "%s%s", i > 0 ? " " : "", row->items[i]);
  message = g_strdup_printf (_("%u values instead of %u stand in this row; none of them was placed: %s"), row->n_items, row->n_cells, items->str);
  note = bb_note_new (id, BB_SEVERITY_WARNING, cells, message, row->place);
  bb_report_add_note (report, note);
}

void
bb_reading_note_rows (BbReading *reading)
{
  for (guint i = 0; i < reading->rows->len; i++)
    note_row (reading->report, g_ptr_array_index (reading->rows, i));
  bb_report_forget_history (reading->report);
}

void
bb_reading_settled (BbReading *reading)
{
  bb_import_map_settle (reading->map, reading->report);
}
