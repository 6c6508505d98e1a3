/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

#include <stdio.h>
#include <string.h>

/* For tests of where the cells of a report stood in a file. */

static inline const char *
text_at (const BbImportMap *map, const BbImportSpot *spot)
{
  const BbImportBlock *block = bb_import_map_get_block (map, spot->block);
  const BbImportRow *row;

  if (!block->is_grid)
    return block->text;
  row = g_ptr_array_index (block->rows, spot->row);
  return spot->column >= 0 ? g_ptr_array_index (row->cells, spot->column) : row->text;
}

/* Every cell that was read stands where the map says, and is found from there. */
static inline void
assert_cell (BbReading *reading, guint cell, const char *about)
{
  BbField *field = bb_report_get_cell (reading->report, cell);
  const char *id = bb_field_get_id (field);
  BbImportSpot spot;

  if (bb_field_get_state (field) == BB_STATE_MISSING)
    return;
  if (!bb_import_map_find_field (reading->map, id, &spot) || spot.column < 0)
    g_error ("%s: %s stands nowhere", about, id);
  if (!g_str_equal (text_at (reading->map, &spot), bb_field_get_text (field)))
    g_error ("%s: %s holds “%s”, where the map says stands “%s”", about, id, bb_field_get_text (field), text_at (reading->map, &spot));
  g_assert_cmpstr (bb_import_map_find_id (reading->map, &spot), ==, id);
}

/* The place of a cell as people read it: @page is 0 in a format without pages, @table in one that counts lines. */
typedef struct
{
  guint page;
  guint table;
  guint row;
} CellPlace;

static inline gboolean
find_place (BbReading *reading, const char *id, CellPlace *place)
{
  const BbImportMap *map = reading->map;
  BbImportSpot spot;
  int line = bb_import_map_find_field (map, id, &spot) ? bb_import_map_find_line (map, &spot) : -1;
  g_autofree char *text = line >= 0 ? bb_import_map_dup_place (map, bb_import_map_get_line (map, (guint) line)) : NULL;
  const char *row = text != NULL ? strstr (text, "row ") : NULL;

  *place = (CellPlace) { 0, 0, 0 };
  if (row == NULL)
    return FALSE;
  if (sscanf (text, "page %u, table %u, row %u", &place->page, &place->table, &place->row) == 3 ||
      sscanf (text, "table %u, row %u", &place->table, &place->row) == 2)
    return TRUE;
  return sscanf (row, "row %u", &place->row) == 1;
}

/* Page, table and row of the cells come in the order of the form: the next row of a table stands below the one before it. */
static inline void
assert_places (BbReading *reading, const char *about)
{
  const BbForm *form = bb_report_get_form (reading->report);
  CellPlace last = { 0, 0, 0 };

  for (guint i = 0; i < form->n_cells; i++)
    {
      const BbCell *before = i > 0 ? &form->cells[i - 1] : NULL;
      const BbCell *cell = &form->cells[i];
      gboolean is_same = before != NULL && before->table == cell->table && before->block == cell->block && before->row == cell->row;
      CellPlace place;

      if (bb_field_get_state (bb_report_get_cell (reading->report, i)) == BB_STATE_MISSING)
        continue;
      if (!find_place (reading, cell->id, &place))
        g_error ("%s: %s has no place", about, cell->id);
      if (place.page < last.page || place.table < last.table || (is_same && memcmp (&place, &last, sizeof place) != 0) ||
          (!is_same && place.table == last.table && place.page == last.page && before != NULL && before->table == cell->table &&
           place.row <= last.row))
        g_error ("%s: %s stands on page %u, table %u, row %u, behind page %u, table %u, row %u", about, cell->id, place.page, place.table,
                 place.row, last.page, last.table, last.row);
      last = place;
    }
}
