/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-html-writer.h"

#include "export/bb-html-style.h"
#include <math.h>
#include <string.h>

/* Word processors keep borders, padding and alignment only where they stand on the cell itself. */
#define CELL_STYLE "border:1px solid #000; vertical-align:middle; padding:1pt "

#define ROW_STYLE "page-break-inside:avoid"

/* Air around a table is given by its neighbours: margins of the table itself are dropped. */
#define BEFORE_TABLE 6.0
#define AFTER_TABLE 14.0

typedef struct
{
  const char *element;
  const char *scope;
} RoleWriting;

/* *INDENT-OFF* */
static const RoleWriting roles[] = {
  [BB_SLOT_BLOCK_TITLE] = { "th", "rowgroup" },
  [BB_SLOT_CORNER]      = { "th", "col" },
  [BB_SLOT_COLUMN_HEAD] = { "th", "col" },
  [BB_SLOT_ROW_HEAD]    = { "th", "row" },
  [BB_SLOT_CELL]        = { "td", NULL },
};
/* *INDENT-ON* */

/* Where a block stands between others. */
typedef struct
{
  gboolean after_table;
  gboolean before_table;
} Neighbours;

/* Only texts are written, never attributes: quotation marks stay, not every reader of HTML knows &apos;. */
static void
append_escaped (GString *out, const char *text, gssize length)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);

  for (const char *p = text; p < end; p++)
    {
      switch (*p)
        {
        case '&':
          g_string_append (out, "&amp;");
          break;
        case '<':
          g_string_append (out, "&lt;");
          break;
        case '>':
          g_string_append (out, "&gt;");
          break;
        default:
          g_string_append_c (out, *p);
        }
    }
}

/* Opens <h1>, <p class="…">: headings have no class, the style sheet takes them by element. */
static void
open_text (GString *out, const char *element, BbStyleId id, gboolean with_class, Neighbours neighbours)
{
  const BbStyle *style = bb_style_get (id);

  g_string_append_printf (out, "<%s", element);
  if (with_class)
    g_string_append_printf (out, " class=\"%s\"", style->id);
  g_string_append (out, " style=\"margin-top:");
  bb_html_append_number (out, style->above + (neighbours.after_table ? AFTER_TABLE : 0));
  g_string_append (out, "pt; margin-bottom:");
  bb_html_append_number (out, style->below + (neighbours.before_table ? BEFORE_TABLE : 0));
  g_string_append (out, "pt\">");
}

static void
write_heading (const BbPageBlock *block, Neighbours neighbours, GString *out)
{
  const char *element = block->level == 1 ? "h2" : "h3";

  open_text (out, element, block->level == 1 ? BB_STYLE_SECTION : BB_STYLE_POINT, FALSE, neighbours);
  append_escaped (out, block->text, -1);
  g_string_append_printf (out, "</%s>\n", element);
}

static void
write_paragraph (const BbPageBlock *block, Neighbours neighbours, GString *out)
{
  gsize lead = block->level == 2 ? block->lead : 0;

  open_text (out, "p", BB_STYLE_BODY, TRUE, neighbours);
  if (lead != 0)
    {
      /* On the element: LibreOffice knows no classes of spans. */
      g_string_append_printf (out, "<span style=\"font-family:'%s'\">", bb_face_get (bb_style_get (BB_STYLE_POINT)->face)->name);
      append_escaped (out, block->text, (gssize) lead);
      g_string_append (out, "</span>");
    }
  append_escaped (out, block->text + lead, -1);
  g_string_append (out, "</p>\n");
}

static void
write_slot (const BbTable *table, const BbPageSlot *slot, GString *out)
{
  const RoleWriting *role = &roles[slot->slot->role];
  gboolean one_line = FALSE;
  double padding = bb_page_head_padding (table, slot, &one_line);

  g_string_append_printf (out, "<%s", role->element);
  if (role->scope != NULL)
    g_string_append_printf (out, " scope=\"%s\"", role->scope);
  if (slot->slot->column_span > 1)
    g_string_append_printf (out, " colspan=\"%u\"", slot->slot->column_span);
  if (slot->slot->row_span > 1)
    g_string_append_printf (out, " rowspan=\"%u\"", slot->slot->row_span);
  if (one_line)
    g_string_append (out, " nowrap");
  g_string_append (out, " style=\"" CELL_STYLE);
  bb_html_append_number (out, padding);
  g_string_append (out, "pt\">");
  open_text (out, "p", bb_page_slot_style (slot->slot), TRUE, (Neighbours) { FALSE, FALSE });
  if (slot->text[0] != '\0')
    append_escaped (out, slot->text, -1);
  else
    g_string_append (out, "<br>");
  g_string_append_printf (out, "</p></%s>\n", role->element);
}

/* Rounded from the left edge, so that the widths add up to the table's: what is left over goes to the first column. */
static void
write_columns (const BbTable *table, GString *out)
{
  double edge = 0;
  long last = 0;

  g_string_append (out, "<colgroup>");
  for (guint i = 0; i < table->n_grid_columns; i++)
    {
      long here;

      edge += BB_MM_TO_PIXELS (table->widths[i]);
      here = lround (edge);
      g_string_append_printf (out, "<col width=\"%ld\">", here - last);
      last = here;
    }
  g_string_append (out, "</colgroup>\n");
}

/* Which part of the table a row opens: the head, or a body for each block; NULL when it goes on with the part before. */
static const char *
part_at (const BbPageTable *table, guint slot_index)
{
  const BbSlot *slot = table->slots[slot_index].slot;
  guint n_head_rows = table->table->n_head_rows;

  if (slot->row == 0)
    return n_head_rows > 0 ? "thead" : "tbody";
  if (slot->row == n_head_rows || slot->role == BB_SLOT_BLOCK_TITLE)
    return "tbody";

  return NULL;
}

/* Slots come row by row; each grid row becomes a <tr>, also one that only slots from above reach into. */
static void
write_table (const BbPageTable *table, GString *out)
{
  const char *part = NULL;
  guint i = 0;

  /* Without these attributes, LibreOffice adds its own room to every column. */
  g_string_append_printf (out, "<table cellspacing=\"0\" cellpadding=\"0\" width=\"%ld\">\n",
                          lround (BB_MM_TO_PIXELS (BB_SHEET_TEXT_WIDTH)));
  write_columns (table->table, out);
  for (guint row = 0; row < table->table->n_grid_rows; row++)
    {
      const char *next = i < table->table->n_slots && table->slots[i].slot->row == row ? part_at (table, i) : NULL;

      if (next != NULL && part != NULL)
        g_string_append_printf (out, "</%s>\n", part);
      if (next != NULL)
        {
          part = next;
          g_string_append_printf (out, "<%s>\n", part);
        }
      g_string_append (out, "<tr style=\"" ROW_STYLE "\">\n");
      for (; i < table->table->n_slots && table->slots[i].slot->row == row; i++)
        write_slot (table->table, &table->slots[i], out);
      g_string_append (out, "</tr>\n");
    }
  if (part != NULL)
    g_string_append_printf (out, "</%s>\n", part);
  g_string_append (out, "</table>\n");
}

static void
write_block (const BbPageBlock *block, Neighbours neighbours, GString *out)
{
  switch (block->kind)
    {
    case BB_PAGE_TITLE:
      open_text (out, "h1", BB_STYLE_TITLE, FALSE, neighbours);
      append_escaped (out, block->text, -1);
      g_string_append (out, "</h1>\n");
      break;
    case BB_PAGE_HEADING:
      write_heading (block, neighbours, out);
      break;
    case BB_PAGE_PARAGRAPH:
      write_paragraph (block, neighbours, out);
      break;
    case BB_PAGE_TABLE:
      write_table (block->table, out);
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_table (const BbPage *page, guint index)
{
  return index < page->blocks->len && ((const BbPageBlock *) g_ptr_array_index (page->blocks, index))->kind == BB_PAGE_TABLE;
}

void
bb_html_write (const BbPage *page, GString *out)
{
  /* The old writing of the character set: every word processor knows it, and HTML 5 allows it. */
  g_string_append (out, "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n"
                        "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">\n<title>");
  append_escaped (out, page->title, -1);
  g_string_append (out, "</title>\n<style>\n");
  bb_html_write_style (out);
  g_string_append (out, "</style>\n</head>\n<body>\n<div class=\"report\">\n");
  for (guint i = 0; i < page->blocks->len; i++)
    write_block (g_ptr_array_index (page->blocks, i),
                 (Neighbours) { i > 0 && is_table (page, i - 1), is_table (page, i + 1) }, out);
  g_string_append (out, "</div>\n</body>\n</html>\n");
}
