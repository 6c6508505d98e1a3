/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-import-map-private.h"

struct _BbImportMap
{
  BbImportSource *source;
  const BbForm *form;
  GArray *lines;      /* (element-type BbImportLine) */
  GHashTable *starts; /* number of a block -> index of its first line */
  BbMatchSpots *spots;
  GHashTable *fields; /* id -> BbImportSpot: what is no cell */
};

/* ---- from the matcher's lines ---- */

static void
line_clear (gpointer data)
{
  g_free (((BbImportLine *) data)->text);
}

static BbImportUse
use_of (const BbMatchLine *line)
{
  switch (line->use)
    {
    case BB_LINE_TITLE:
      return BB_IMPORT_USE_TITLE;
    case BB_LINE_HEADING:
      return BB_IMPORT_USE_HEADING;
    case BB_LINE_CONTENTS:
      return BB_IMPORT_USE_CONTENTS;
    case BB_LINE_TABLE:
      return BB_IMPORT_USE_TABLE;
    case BB_LINE_NOTED:
      return BB_IMPORT_USE_NONE;
    case BB_LINE_FREE:
    default:
      return line->n_filled > 0 ? BB_IMPORT_USE_TEXT : BB_IMPORT_USE_BLANK;
    }
}

static void
set_field (BbImportMap        *self,
           const char         *id,
           const BbImportSpot *spot,
           gboolean            replace)
{
  if (id != NULL && (replace || !g_hash_table_contains (self->fields, id)))
    g_hash_table_insert (self->fields, (gpointer) id, g_memdup2 (spot, sizeof *spot));
}

static void
take_lines (BbImportMap *self,
            BbMatch     *match)
{
  g_autofree gboolean *has_text = g_new0 (gboolean, self->form->n_sections);

  for (guint i = 0; i < match->lines->len; i++)
    {
      BbMatchLine *found = bb_match_get_line (match, i);
      BbImportLine line = { found->spot, found->section, found->line, use_of (found), NULL };
      const char *id = line.section >= 0 ? self->form->sections[line.section].id : NULL;

      if (found->is_added)
        continue;
      line.text = g_steal_pointer (&found->text);
      if (!g_hash_table_contains (self->starts, GUINT_TO_POINTER (line.spot.block)))
        g_hash_table_insert (self->starts, GUINT_TO_POINTER (line.spot.block), GUINT_TO_POINTER (self->lines->len));
      if (line.use == BB_IMPORT_USE_TITLE)
        set_field (self, "meta.title", &line.spot, FALSE);
      if (id != NULL && line.use == BB_IMPORT_USE_HEADING)
        set_field (self, id, &line.spot, FALSE);
      if (id != NULL && line.use == BB_IMPORT_USE_TEXT && !has_text[line.section])
        {
          has_text[line.section] = TRUE;
          set_field (self, id, &line.spot, TRUE);
        }
      g_array_append_val (self->lines, line);
    }
}

BbImportMap *
bb_import_map_new (BbMatch *match)
{
  BbImportMap *self = g_atomic_rc_box_new0 (BbImportMap);

  self->form = match->form;
  self->lines = g_array_new (FALSE, FALSE, sizeof (BbImportLine));
  g_array_set_clear_func (self->lines, line_clear);
  self->starts = g_hash_table_new (NULL, NULL);
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->spots = g_steal_pointer (&match->spots);
  take_lines (self, match);
  return self;
}

void
bb_import_map_take_source (BbImportMap    *self,
                           BbImportSource *source)
{
  self->source = source;
}

/* ---- loose rows ---- */

/* What the cell holds, when it was read and not filled in. */
static const char *
read_text (BbReport *report,
           guint     cell)
{
  BbField *field = bb_report_get_cell (report, cell);
  const char *text = bb_field_get_text (field);

  return bb_field_get_origin (field) == BB_ORIGIN_READ && *text != '\0' ? text : NULL;
}

/* The leftmost way to find the texts of the cells among the values, in their order. Returns: whether there is one. */
static gboolean
fit_from_left (const BbLooseSpots *loose,
               BbReport           *report,
               int                *found)
{
  guint next = 0;

  for (guint i = 0; i < loose->n_cells; i++)
    {
      const char *text = read_text (report, loose->cells[i]);

      found[i] = -1;
      if (text == NULL)
        continue;
      while (next < loose->n_items && !g_str_equal (loose->items[next], text))
        next++;
      if (next == loose->n_items)
        return FALSE;
      found[i] = (int) next++;
    }
  return TRUE;
}

static void
fit_from_right (const BbLooseSpots *loose,
                BbReport           *report,
                int                *found)
{
  int next = (int) loose->n_items - 1;

  for (guint i = loose->n_cells; i-- > 0;)
    {
      const char *text = read_text (report, loose->cells[i]);

      found[i] = -1;
      if (text == NULL)
        continue;
      while (next >= 0 && !g_str_equal (loose->items[next], text))
        next--;
      found[i] = next--;
    }
}

/* Where the leftmost and the rightmost way agree there is only one. */
static void
settle_row (BbImportMap        *self,
            const BbLooseSpots *loose,
            BbReport           *report)
{
  g_autofree int *left = g_new (int, loose->n_cells);
  g_autofree int *right = g_new (int, loose->n_cells);

  if (!fit_from_left (loose, report, left))
    return;
  fit_from_right (loose, report, right);
  for (guint i = 0; i < loose->n_cells; i++)
    if (left[i] >= 0 && left[i] == right[i])
      *bb_match_spots_get (self->spots, loose->cells[i]) = loose->spots[left[i]];
}

void
bb_import_map_settle (BbImportMap *self,
                      BbReport    *report)
{
  for (guint i = 0; i < self->spots->loose->len; i++)
    settle_row (self, g_ptr_array_index (self->spots->loose, i), report);
}

/* ---- public ---- */

static void
map_clear (gpointer data)
{
  BbImportMap *self = data;

  bb_import_source_free (self->source);
  g_array_unref (self->lines);
  g_hash_table_unref (self->starts);
  g_hash_table_unref (self->fields);
  bb_match_spots_free (self->spots);
}

BbImportMap *
bb_import_map_ref (BbImportMap *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
bb_import_map_unref (BbImportMap *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, map_clear);
}

guint
bb_import_map_get_n_blocks (const BbImportMap *self)
{
  return self->source->blocks->len;
}

const BbImportBlock *
bb_import_map_get_block (const BbImportMap *self,
                         guint              block)
{
  g_return_val_if_fail (block < self->source->blocks->len, NULL);
  return g_ptr_array_index (self->source->blocks, block);
}

guint
bb_import_map_get_n_lines (const BbImportMap *self)
{
  return self->lines->len;
}

const BbImportLine *
bb_import_map_get_line (const BbImportMap *self,
                        guint              index)
{
  g_return_val_if_fail (index < self->lines->len, NULL);
  return &g_array_index (self->lines, BbImportLine, index);
}

int
bb_import_map_find_line (const BbImportMap  *self,
                         const BbImportSpot *spot)
{
  gpointer start;
  guint index;

  if (!g_hash_table_lookup_extended (self->starts, GUINT_TO_POINTER (spot->block), NULL, &start))
    return -1;
  index = GPOINTER_TO_UINT (start) + spot->row;
  return index < self->lines->len && bb_import_map_get_line (self, index)->spot.block == spot->block ? (int) index : -1;
}

char *
bb_import_map_dup_place (const BbImportMap  *self,
                         const BbImportLine *line)
{
  return bb_import_source_place (self->source, line->place);
}

gboolean
bb_import_map_find_field (const BbImportMap *self,
                          const char        *id,
                          BbImportSpot      *spot)
{
  int cell = bb_form_find_cell (self->form, id);
  const BbImportSpot *found = cell >= 0 ? bb_match_spots_get (self->spots, (guint) cell) : g_hash_table_lookup (self->fields, id);

  if (found == NULL || found->block == BB_SPOT_NONE)
    return FALSE;
  *spot = *found;
  return TRUE;
}

const char *
bb_import_map_find_id (const BbImportMap  *self,
                       const BbImportSpot *spot)
{
  for (guint i = 0; spot->column >= 0 && i < self->form->n_cells; i++)
    {
      const BbImportSpot *found = bb_match_spots_get (self->spots, i);

      if (found->block == spot->block && found->row == spot->row && found->column == spot->column)
        return self->form->cells[i].id;
    }
  return NULL;
}

static gboolean
is_covered (const BbImportRow *row,
            guint              place)
{
  return place < row->cells->len && g_ptr_array_index (row->cells, place) == bb_import_covered;
}

static gboolean
is_from_above (const BbImportRow *row,
               guint              place)
{
  for (guint i = 0; row->above != NULL && i < row->above->len; i++)
    if (g_array_index (row->above, guint, i) == place)
      return TRUE;
  return FALSE;
}

gboolean
bb_import_map_get_span (const BbImportMap  *self,
                        const BbImportSpot *spot,
                        guint              *rows,
                        guint              *columns)
{
  const BbImportBlock *grid = bb_import_map_get_block (self, spot->block);
  const BbImportRow *row = g_ptr_array_index (grid->rows, spot->row);
  guint place = (guint) spot->column;

  *rows = 1;
  *columns = 1;
  if (is_covered (row, place))
    return FALSE;
  while (is_covered (row, place + *columns) && !is_from_above (row, place + *columns))
    (*columns)++;
  while (spot->row + *rows < grid->rows->len && is_from_above (g_ptr_array_index (grid->rows, spot->row + *rows), place))
    (*rows)++;
  return TRUE;
}
