/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-page.h"

#include "export/bb-fit.h"
#include "export/bb-page-closing.h"
#include "export/bb-page-text.h"
#include "export/bb-page-widths.h"

#include <bianbao/bb-text.h>

/* The smallest type that is still read without effort on paper. */
#define SMALLEST_POINTS 6.0

/* A table of so many rows at most stays on one page. */
#define SHORT_TABLE 24
/* Of a longer one, rows that follow another: below the heads, and before the end. */
#define FIRST_ROWS 3
#define LAST_ROWS 3

static void
page_table_free (BbPageTable *table)
{
  if (table == NULL)
    return;

  for (guint i = 0; i < table->table->n_slots; i++)
    {
      g_free (table->slots[i].text);
      g_free (table->slots[i].unit);
    }
  g_free (table->slots);
  g_free (table->cell_slots);
  g_free (table->widths);
  g_free (table);
}

static void
page_block_free (gpointer data)
{
  BbPageBlock *block = data;

  g_free (block->text);
  page_table_free (block->table);
  g_free (block);
}

static BbPageBlock *
add_block (BbPage *page, BbPageKind kind, guint section)
{
  BbPageBlock *block = g_new0 (BbPageBlock, 1);

  block->kind = kind;
  block->section = section;
  g_ptr_array_add (page->blocks, block);

  return block;
}

static void
add_heading (BbPage *page, const BbSection *section)
{
  BbPageBlock *block;

  /* The introduction has none. */
  if (section->title == NULL)
    return;

  block = add_block (page, BB_PAGE_HEADING, section->index);
  block->level = 1;
  block->text = section->number != NULL
    ? g_strdup_printf ("%s、%s", section->number, section->title) : g_strdup (section->title);
}

static void
add_paragraph (BbPage *page, guint section, const char *paragraph)
{
  g_autofree char *clean = bb_page_clean (paragraph);
  BbPageBlock *block = add_block (page, BB_PAGE_PARAGRAPH, section);

  block->level = bb_page_point_level (clean, &block->lead);
  block->text = g_steal_pointer (&clean);
  if (block->level == 2 && block->lead != 0 && block->text[block->lead] == '\0')
    block->kind = BB_PAGE_HEADING;
}

static void
add_narrative (BbPage *page, guint section, const char *text)
{
  g_auto (GStrv) paragraphs = bb_text_paragraphs (text);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    add_paragraph (page, section, paragraphs[i]);
}

static void
fill_cell (BbPageSlot *slot, BbReport *report)
{
  BbField *field = bb_report_get_cell (report, (guint) slot->slot->cell);
  const BbNumber *number = bb_field_get_number (field);

  slot->text = bb_page_clean (bb_field_get_text (field));
  slot->is_number = bb_field_get_value (field, &slot->value);
  slot->follows = bb_field_is_derived (field) && !bb_field_is_pinned (field);
  if (slot->is_number && number->form == BB_NUMBER_OWN_UNIT && number->unit[0] != '\0')
    slot->unit = bb_page_clean (number->unit);
}

/*
 * A unit that is recorded apart from the number (采购总金额 has no national unit) is printed in the head of the column, as
 * the form itself does for the fees: the cell keeps its number, and no reader loses the unit.
 */
static const char *
recorded_unit (BbReport *report, const BbBlock *block, const BbHead *head)
{
  if (!head->is_leaf || block->n_row_leaves != 1)
    return NULL;

  return bb_field_get_unit (bb_report_get_cell (report, block->first_cell + head->first_leaf));
}

static char *
head_text (BbReport *report, const BbTable *table, const BbSlot *slot)
{
  const BbBlock *block = &table->blocks[slot->block];
  const char *unit = recorded_unit (report, block, &block->columns[slot->head]);

  if (unit == NULL || unit[0] == '\0')
    return bb_page_clean (slot->text);

  g_autofree char *text = g_strdup_printf ("%s（单位：%s）", slot->text, unit);

  return bb_page_clean (text);
}

static BbPageTable *
page_table_new (BbReport *report, const BbTable *table)
{
  BbPageTable *result = g_new0 (BbPageTable, 1);

  result->table = table;
  result->slots = g_new0 (BbPageSlot, table->n_slots);
  result->cell_slots = g_new0 (guint, table->n_cells);
  for (guint i = 0; i < table->n_slots; i++)
    {
      BbPageSlot *slot = &result->slots[i];

      slot->slot = &table->slots[i];
      if (slot->slot->role == BB_SLOT_CELL)
        {
          fill_cell (slot, report);
          result->cell_slots[(guint) slot->slot->cell - table->first_cell] = i;
        }
      else if (slot->slot->role == BB_SLOT_COLUMN_HEAD)
        slot->text = head_text (report, table, slot->slot);
      else
        slot->text = bb_page_clean (slot->slot->text);
    }
  result->widths = bb_page_widths_new (result);

  return result;
}

static void
add_section (BbPage *page, BbReport *report, const BbSection *section)
{
  add_heading (page, section);
  add_narrative (page, section->index, bb_field_get_text (bb_report_get_section (report, section->index)));
  if (section->table >= 0)
    add_block (page, BB_PAGE_TABLE, section->index)->table = page_table_new (report, &page->form->tables[section->table]);
}

BbPage *
bb_page_new (BbReport *report)
{
  BbPage *page;
  g_autofree char *title = NULL;

  g_return_val_if_fail (BB_IS_REPORT (report), NULL);

  page = g_new0 (BbPage, 1);
  page->form = bb_report_get_form (report);
  page->year = bb_report_get_year (report);
  page->blocks = g_ptr_array_new_with_free_func (page_block_free);

  title = bb_report_get_title (report);
  page->title = bb_page_clean (title);
  add_block (page, BB_PAGE_TITLE, 0)->text = g_strdup (page->title);
  for (guint i = 0; i < page->form->n_sections; i++)
    add_section (page, report, &page->form->sections[i]);
  bb_page_mark_closing (page->blocks);

  return page;
}

void
bb_page_free (BbPage *page)
{
  if (page == NULL)
    return;

  g_ptr_array_unref (page->blocks);
  g_free (page->title);
  g_free (page);
}

const char *
bb_page_heading (const BbPage *page, guint index)
{
  guint section;

  g_return_val_if_fail (page != NULL && index < page->blocks->len, NULL);

  section = ((const BbPageBlock *) g_ptr_array_index (page->blocks, index))->section;
  for (guint i = index; i > 0; i--)
    {
      const BbPageBlock *block = g_ptr_array_index (page->blocks, i - 1);

      if (block->kind == BB_PAGE_HEADING && block->level == 1 && block->section == section)
        return block->text;
    }

  return page->title;
}

guint
bb_page_n_places (const BbTable *table)
{
  guint widest = 0;

  g_return_val_if_fail (table != NULL, 0);

  for (guint i = 0; i < table->n_blocks; i++)
    widest = MAX (widest, table->blocks[i].n_column_leaves);

  return table->n_label_columns + widest;
}

guint
bb_page_place (const BbForm *form, const BbTable *table, const BbSlot *slot)
{
  g_return_val_if_fail (form != NULL && table != NULL && slot != NULL, 0);

  switch (slot->role)
    {
    case BB_SLOT_COLUMN_HEAD:
      return table->n_label_columns + table->blocks[slot->block].columns[slot->head].first_leaf;
    case BB_SLOT_CELL:
      return table->n_label_columns + form->cells[slot->cell].column;
    case BB_SLOT_BLOCK_TITLE:
    case BB_SLOT_CORNER:
    case BB_SLOT_ROW_HEAD:
    default:
      return slot->column;
    }
}

double
bb_page_slot_width (const double *widths, const BbSlot *slot)
{
  double width = 0;

  g_return_val_if_fail (widths != NULL && slot != NULL, 0);

  for (guint i = 0; i < slot->column_span; i++)
    width += widths[slot->column + i];

  return width;
}

gboolean
bb_page_table_is_short (const BbTable *table)
{
  g_return_val_if_fail (table != NULL, FALSE);

  return table->n_grid_rows <= SHORT_TABLE;
}

gboolean
bb_page_table_keeps_row (const BbTable *table, guint row)
{
  g_return_val_if_fail (table != NULL && row < table->n_grid_rows, FALSE);

  if (row + 1 == table->n_grid_rows)
    return FALSE;

  return bb_page_table_is_short (table) || row < table->n_head_rows + FIRST_ROWS || row + LAST_ROWS >= table->n_grid_rows;
}

static double
text_width (const BbPageTable *table, const BbPageSlot *slot)
{
  return BB_MM_TO_POINTS (bb_page_slot_width (table->widths, slot->slot)) - BB_CELL_BORDER;
}

BbPagePadding
bb_page_slot_padding (const BbPageTable *table, const BbPageSlot *slot)
{
  BbPagePadding padding = { BB_CELL_PADDING, BB_CELL_PADDING, FALSE, 0 };
  guint a_line;

  g_return_val_if_fail (table != NULL && slot != NULL, padding);

  if (bb_style_get (bb_page_slot_style (slot->slot))->align == BB_ALIGN_LEFT)
    return (BbPagePadding) { BB_LABEL_PADDING_LEFT, BB_LABEL_PADDING_RIGHT, FALSE, 0 };
  if (slot->slot->role != BB_SLOT_COLUMN_HEAD)
    return padding;

  a_line = bb_fit_head (slot->text, text_width (table, slot) - 2 * BB_CELL_PADDING, BB_STYLE_HEAD);
  padding.one_line = a_line == 0 && table->table->blocks[slot->slot->block].columns[slot->slot->head].is_leaf;
  if (a_line != 0)
    {
      double rest = text_width (table, slot) - (a_line + 0.5) * bb_style_get (BB_STYLE_HEAD)->points;

      padding.left = padding.right = MAX (BB_CELL_PADDING, rest / 2);
      padding.characters = a_line;
    }

  return padding;
}

double
bb_page_slot_points (const BbPageTable *table, const BbPageSlot *slot)
{
  double points = bb_style_get (bb_page_slot_style (slot->slot))->points;
  BbPagePadding padding = bb_page_slot_padding (table, slot);
  double ems = bb_text_width (slot->text) / 2.0;
  double room = text_width (table, slot) - padding.left - padding.right;

  if (slot->slot->role == BB_SLOT_ROW_HEAD && ems * points > room && ems * (points - 0.5) <= room)
    return points - 0.5;
  if (slot->slot->role == BB_SLOT_CELL && slot->is_number)
    {
      double fitting = bb_fit_size (slot->text, room);

      return CLAMP (fitting, SMALLEST_POINTS, points);
    }

  return points;
}

BbStyleId
bb_page_block_style (const BbPageBlock *block)
{
  g_return_val_if_fail (block != NULL, BB_STYLE_BODY);

  switch (block->kind)
    {
    case BB_PAGE_TITLE:
      return BB_STYLE_TITLE;
    case BB_PAGE_HEADING:
      return block->level == 1 ? BB_STYLE_SECTION : BB_STYLE_POINT;
    case BB_PAGE_ATTACHMENT:
      return BB_STYLE_ATTACHMENT;
    case BB_PAGE_OFFICE:
    case BB_PAGE_DATE:
      return BB_STYLE_SIGNATURE;
    case BB_PAGE_PARAGRAPH:
    case BB_PAGE_TABLE:
    default:
      return BB_STYLE_BODY;
    }
}

BbStyleId
bb_page_slot_style (const BbSlot *slot)
{
  g_return_val_if_fail (slot != NULL, BB_STYLE_VALUE);

  switch (slot->role)
    {
    case BB_SLOT_BLOCK_TITLE:
      return BB_STYLE_BLOCK;
    case BB_SLOT_CORNER:
    case BB_SLOT_COLUMN_HEAD:
      return BB_STYLE_HEAD;
    case BB_SLOT_ROW_HEAD:
      return slot->row_span > 1 ? BB_STYLE_GROUP : BB_STYLE_LABEL;
    case BB_SLOT_CELL:
    default:
      return BB_STYLE_VALUE;
    }
}
