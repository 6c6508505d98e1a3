/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-deform.h"

#include "bb-sound.h"

static const char *const organisations[] = { "临江市人民政府", "云岭县教育局", "高新区(近海镇)", "临江市工业和信息化局·大数据局" };

/* *INDENT-OFF* */
static const char *const sentences[] = {
  "本年度各项工作按照规定有序开展，公开内容及时更新，渠道保持畅通。",
  "全年通过门户网站公开信息3826条，回应关切12次，组织培训3次。",
  "按照要求完善制度，明确责任，统计期限自1月1日起至12月31日止。",
};
/* *INDENT-ON* */

/* ---- parts ---- */

BbDeformCell *
bb_deform_cell_new (const char *text, guint rows, guint columns)
{
  BbDeformCell *cell = g_new0 (BbDeformCell, 1);

  cell->text = g_strdup (text);
  cell->rows = rows;
  cell->columns = columns;
  cell->role = BB_SLOT_COLUMN_HEAD;
  cell->cell = cell->leaf = -1;
  return cell;
}

static void
cell_free (gpointer data)
{
  BbDeformCell *cell = data;

  g_free (cell->text);
  g_free (cell->markup);
  g_free (cell);
}

void
bb_deform_item_free (BbDeformItem *item)
{
  g_free (item->text);
  g_free (item->markup);
  g_clear_pointer (&item->rows, g_ptr_array_unref);
  g_free (item);
}

void
bb_deform_cell_set (BbDeformCell *cell, const char *text)
{
  char *copy = g_strdup (text);

  g_free (cell->text);
  cell->text = copy;
}

BbDeformItem *
bb_deform_item_text (const char *text, guint level)
{
  BbDeformItem *item = g_new0 (BbDeformItem, 1);

  item->text = g_strdup (text);
  item->level = level;
  item->table = -1;
  return item;
}

BbDeformItem *
bb_deform_item_markup (const char *markup)
{
  BbDeformItem *item = bb_deform_item_text (NULL, 0);

  item->markup = g_strdup (markup);
  return item;
}

GPtrArray *
bb_deform_insert_row (BbDeformItem *item, guint index)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (cell_free);

  g_ptr_array_insert (item->rows, (int) index, row);
  return row;
}

static GPtrArray *
add_row (BbDeformItem *item)
{
  return bb_deform_insert_row (item, item->rows->len);
}

BbDeformItem *
bb_deform_item_table (const char *text)
{
  BbDeformItem *item = bb_deform_item_text (NULL, 0);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  item->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      GPtrArray *row = add_row (item);
      g_auto (GStrv) cells = g_strsplit (lines[i], "|", -1);

      for (guint j = 0; cells[j] != NULL; j++)
        g_ptr_array_add (row, bb_deform_cell_new (cells[j], 1, 1));
    }
  return item;
}

void
bb_deform_insert (BbDeform *deform, guint index, BbDeformItem *item)
{
  g_ptr_array_insert (deform->items, (int) index, item);
}

void
bb_deform_add (BbDeform *deform, BbDeformItem *item)
{
  g_ptr_array_add (deform->items, item);
}

BbDeformItem *
bb_deform_find_table (BbDeform *deform, const char *id, guint *index)
{
  for (guint i = 0; i < deform->items->len; i++)
    {
      BbDeformItem *item = bb_deform_item (deform, i);

      if (item->table < 0 || !g_str_equal (deform->form->tables[item->table].id, id))
        continue;
      if (index != NULL)
        *index = i;
      return item;
    }
  return NULL;
}

guint
bb_deform_find_heading (BbDeform *deform, guint n)
{
  guint found = 0;

  for (guint i = 0; i < deform->items->len; i++)
    if (bb_deform_item (deform, i)->level == 2 && ++found == n)
      return i;
  g_assert_not_reached ();
}

gboolean
bb_deform_has_values (GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    if (bb_deform_cell (row, i)->cell >= 0)
      return TRUE;
  return FALSE;
}

guint
bb_deform_first_row (BbDeformItem *item)
{
  for (guint i = 0; i < item->rows->len; i++)
    if (bb_deform_has_values (bb_deform_row (item, i)))
      return i;
  return item->rows->len;
}

BbDeformCell *
bb_deform_leaf_label (GPtrArray *row)
{
  BbDeformCell *label = NULL;

  for (guint i = 0; i < row->len && bb_deform_cell (row, i)->cell < 0; i++)
    if (bb_deform_cell (row, i)->role == BB_SLOT_ROW_HEAD)
      label = bb_deform_cell (row, i);
  return label;
}

/* ---- the grid ---- */

static void
put_place (GPtrArray *grid, guint row, guint column, BbDeformCell *cell, gboolean is_first)
{
  BbDeformPlace place = { cell, is_first };
  GArray *places;

  if (row >= grid->len)
    return;
  places = g_ptr_array_index (grid, row);
  if (column >= places->len)
    g_array_set_size (places, column + 1);
  g_array_index (places, BbDeformPlace, column) = place;
}

static gboolean
is_taken (GPtrArray *grid, guint row, guint column)
{
  const GArray *places = g_ptr_array_index (grid, row);

  return column < places->len && g_array_index (places, BbDeformPlace, column).cell != NULL;
}

GPtrArray *
bb_deform_lay_out (BbDeformItem *item)
{
  GPtrArray *grid = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint r = 0; r < item->rows->len; r++)
    g_ptr_array_add (grid, g_array_new (FALSE, TRUE, sizeof (BbDeformPlace)));
  for (guint r = 0; r < item->rows->len; r++)
    {
      GPtrArray *row = bb_deform_row (item, r);
      guint column = 0;

      for (guint i = 0; i < row->len; i++)
        {
          BbDeformCell *cell = bb_deform_cell (row, i);

          while (is_taken (grid, r, column))
            column++;
          for (guint y = 0; y < cell->rows; y++)
            for (guint x = 0; x < cell->columns; x++)
              put_place (grid, r + y, column + x, cell, x == 0 && y == 0);
          column += cell->columns;
        }
    }
  return grid;
}

void
bb_deform_split_spans (BbDeformItem *item, guint row, gboolean labels)
{
  g_autoptr (GPtrArray) grid = bb_deform_lay_out (item);
  const GArray *places = g_ptr_array_index (grid, row);
  guint n = 0;

  for (guint c = 0; c < places->len; c++)
    {
      BbDeformPlace place = g_array_index (places, BbDeformPlace, c);
      guint top = row;
      BbDeformCell *rest;

      if (place.cell == NULL || (c > 0 && g_array_index (places, BbDeformPlace, c - 1).cell == place.cell))
        continue;
      while (top > 0 && c < ((GArray *) g_ptr_array_index (grid, top - 1))->len &&
             g_array_index ((GArray *) g_ptr_array_index (grid, top - 1), BbDeformPlace, c).cell == place.cell)
        top--;
      if (top == row)
        {
          n++;
          continue;
        }
      rest = bb_deform_cell_new (labels ? place.cell->text : "", place.cell->rows - (row - top), place.cell->columns);
      rest->role = BB_SLOT_ROW_HEAD;
      place.cell->rows = row - top;
      g_ptr_array_insert (bb_deform_row (item, row), (int) n++, rest);
    }
}

/* ---- figures ---- */

gboolean
bb_deform_chance (BbDeform *deform, int percent)
{
  return g_rand_int_range (deform->random, 0, 100) < percent;
}

guint
bb_deform_pick (BbDeform *deform, guint n)
{
  return (guint) g_rand_int_range (deform->random, 0, (gint32) n);
}

char *
bb_deform_get_value (BbDeform *deform, guint cell)
{
  return bb_decimal_to_string (deform->values[cell]);
}

/* Mostly zeros, as in real reports, with figures of all sizes; in one report of four hardly any. */
static gint64
random_count (BbDeform *deform, int zeros)
{
  return bb_deform_chance (deform, zeros) ? 0 : g_rand_int_range (deform->random, 1, 1 << g_rand_int_range (deform->random, 1, 13));
}

static void
make_values (BbDeform *deform)
{
  static const int shares[] = { 0, 30, 60, 90 };
  const BbForm *form = deform->form;
  int zeros = shares[bb_deform_pick (deform, G_N_ELEMENTS (shares))];
  g_autofree gint64 *values = g_new0 (gint64, form->n_cells);

  for (guint i = 0; i < form->n_cells; i++)
    values[i] = random_count (deform, zeros);
  bb_sound_add_totals (form, values);
  for (guint i = 0; i < form->n_equations; i++)
    if (form->rules[form->equations[i].rule].kind == BB_RULE_BALANCE)
      bb_sound_balance (form, &form->equations[i], values);
  bb_sound_add_totals (form, values);
  deform->values = g_new0 (BbDecimal, form->n_cells);
  for (guint i = 0; i < form->n_cells; i++)
    {
      deform->values[i] = bb_decimal_from_int (values[i]);
      if (form->cells[i].kind == BB_KIND_AMOUNT && bb_deform_chance (deform, 70))
        deform->values[i] = (BbDecimal) { values[i] * 10000 + g_rand_int_range (deform->random, 1, 9999), 4 };
      else if (form->cells[i].kind == BB_KIND_SIGNED && bb_deform_chance (deform, 40))
        deform->values[i].mantissa *= -1;
    }
}

void
bb_deform_write (BbDeform *deform, guint cell, const char *text)
{
  char *copy = g_strdup (text);

  g_free (g_ptr_array_index (deform->written, cell));
  g_ptr_array_index (deform->written, cell) = copy;
  for (guint i = 0; copy != NULL && i < deform->items->len; i++)
    for (guint r = 0; bb_deform_item (deform, i)->rows != NULL && r < bb_deform_item (deform, i)->rows->len; r++)
      {
        GPtrArray *row = bb_deform_row (bb_deform_item (deform, i), r);

        for (guint c = 0; c < row->len; c++)
          if (bb_deform_cell (row, c)->cell == (int) cell)
            bb_deform_cell_set (bb_deform_cell (row, c), copy);
      }
}

/* ---- the report as the form says ---- */

static BbDeformItem *
lay_table (BbDeform *deform, const BbTable *table)
{
  BbDeformItem *item = bb_deform_item_text (NULL, 0);

  item->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  item->table = (int) table->index;
  for (guint i = 0; i < table->n_grid_rows; i++)
    add_row (item);
  for (guint i = 0; i < table->n_slots; i++)
    {
      const BbSlot *slot = &table->slots[i];
      BbDeformCell *cell = bb_deform_cell_new (slot->text, slot->row_span, slot->column_span);

      cell->role = slot->role;
      cell->cell = slot->cell;
      if (slot->cell >= 0)
        {
          cell->leaf = (int) deform->form->cells[slot->cell].row;
          bb_deform_cell_set (cell, g_ptr_array_index (deform->written, slot->cell));
        }
      g_ptr_array_add (bb_deform_row (item, slot->row), cell);
    }
  return item;
}

static void
add_sections (BbDeform *deform)
{
  for (guint i = 0; i < deform->form->n_sections; i++)
    {
      const BbSection *section = &deform->form->sections[i];
      g_autofree char *heading = section->title != NULL ? g_strdup_printf ("%s、%s", section->number, section->title) : NULL;

      if (heading == NULL)
        continue;
      bb_deform_add (deform, bb_deform_item_text (heading, 2));
      if (section->table < 0 || bb_deform_chance (deform, 30))
        bb_deform_add (deform, bb_deform_item_text (sentences[bb_deform_pick (deform, G_N_ELEMENTS (sentences))], 0));
      if (section->table >= 0)
        bb_deform_add (deform, lay_table (deform, &deform->form->tables[section->table]));
    }
}

BbDeform *
bb_deform_new (const char *form, guint32 seed)
{
  BbDeform *deform = g_new0 (BbDeform, 1);
  g_autofree char *title = NULL;

  deform->random = g_rand_new_with_seed (seed);
  deform->form = bb_form_get (form);
  deform->year = g_str_equal (form, "2019") ? 2019 + (int) bb_deform_pick (deform, 2) : 2021 + (int) bb_deform_pick (deform, 5);
  deform->organisation = g_strdup (organisations[bb_deform_pick (deform, G_N_ELEMENTS (organisations))]);
  deform->name = g_strdup ("t20250120_1934");
  deform->items = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_deform_item_free);
  deform->written = g_ptr_array_new_with_free_func (g_free);
  deform->is_one_sheet = bb_deform_chance (deform, 50);
  deform->are_texts = bb_deform_chance (deform, 30);
  make_values (deform);
  for (guint i = 0; i < deform->form->n_cells; i++)
    g_ptr_array_add (deform->written, bb_deform_get_value (deform, i));
  title = g_strdup_printf ("%s%d年政府信息公开工作年度报告", deform->organisation, deform->year);
  deform->page_title = g_strdup (title);
  bb_deform_add (deform, bb_deform_item_text (title, 1));
  add_sections (deform);
  return deform;
}

void
bb_deform_free (BbDeform *deform)
{
  if (deform == NULL)
    return;
  g_rand_free (deform->random);
  g_ptr_array_unref (deform->items);
  g_ptr_array_unref (deform->written);
  g_free (deform->values);
  g_free (deform->organisation);
  g_free (deform->page_title);
  g_free (deform->name);
  g_free (deform->before);
  g_free (deform->after);
  g_free (deform);
}
