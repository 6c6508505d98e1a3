/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-html-table.h"

#include "export/bb-fit.h"
#include "export/bb-html-style.h"
#include "export/bb-markup.h"

/* Word processors keep borders, padding and alignment only where they stand on the cell itself. */
#define CELL_STYLE "border:1px solid #000; vertical-align:middle; padding:"

#define ROW_STYLE "page-break-inside:avoid"

/* On a phone the sheet shrinks to half, and less: a narrower column, in mm, has then no room for four digits. */
#define NARROW_COLUMN 17.0

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

static void
append_attribute (GString *out, const char *name, const char *text)
{
  g_string_append_printf (out, " %s=\"", name);
  bb_markup_append (out, text, -1, TRUE);
  g_string_append_c (out, '"');
}

static void
append_padding (GString *out, BbPagePadding padding)
{
  const double sides[] = { BB_CELL_AIR, padding.right, BB_CELL_AIR, padding.left };
  guint n = padding.left == padding.right ? 2 : G_N_ELEMENTS (sides);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (out, i > 0 ? " " : "");
      bb_html_append_number (out, sides[i]);
      g_string_append (out, "pt");
    }
  g_string_append (out, "\">");
}

/* （三）不予公开 breaks behind its number, as in print. */
static gboolean
is_group (const BbPageTable *table, const BbPageSlot *slot)
{
  double width = BB_MM_TO_POINTS (bb_page_slot_width (table->widths, slot->slot));

  return slot->slot->role == BB_SLOT_ROW_HEAD && slot->slot->row_span > 1 && bb_fit_group (slot->text, width) > 0;
}

/* A site has no pages, and a short table is whole anyway. */
static gboolean
keeps_row (const BbHtml *html, const BbTable *table, guint row)
{
  return !html->is_fragment && !bb_page_table_is_short (table) && bb_page_table_keeps_row (table, row);
}

static void
write_slot (const BbHtml *html, const BbPageTable *table, const BbPageSlot *slot)
{
  const RoleWriting *role = &roles[slot->slot->role];
  GString *out = html->out;
  BbPagePadding padding = bb_page_slot_padding (table, slot);
  BbHtmlPlace place = { .keeps_next = keeps_row (html, table->table, slot->slot->row), .keeps_words = is_group (table, slot) };

  /* How wide a column is on a site, nobody knows: a head in two lines is as wide as they are, whatever its column is. */
  if (html->is_fragment && padding.characters > 0)
    {
      padding.left = padding.right = BB_CELL_PADDING;
      place.most = padding.characters + 0.5;
    }
  g_string_append_printf (out, "<%s", role->element);
  if (role->scope != NULL)
    g_string_append_printf (out, " scope=\"%s\"", role->scope);
  if (slot->slot->column_span > 1)
    g_string_append_printf (out, " colspan=\"%u\"", slot->slot->column_span);
  if (slot->slot->row_span > 1)
    g_string_append_printf (out, " rowspan=\"%u\"", slot->slot->row_span);
  if (padding.one_line && !html->is_fragment)
    g_string_append (out, " nowrap");
  g_string_append (out, " style=\"" CELL_STYLE);
  append_padding (out, padding);
  bb_html_open_text (html, "p", bb_page_slot_style (slot->slot), html->is_fragment ? 0 : bb_page_slot_points (table, slot), TRUE,
             place);
  if (slot->text[0] != '\0')
    bb_html_append_escaped (out, slot->text, -1);
  else
    g_string_append (out, "<br>");
  g_string_append_printf (out, "</p></%s>\n", role->element);
}

/* Rounded from the left edge, so that the widths add up to the table's: what is left over goes to the first column. */
static void
write_columns (const BbPageTable *table, GString *out)
{
  double edge = 0;
  long last = 0;

  g_string_append (out, "<colgroup>");
  for (guint i = 0; i < table->table->n_grid_columns; i++)
    {
      long here;

      edge += BB_MM_TO_PIXELS (table->widths[i]);
      here = bb_whole_pixels (edge);
      g_string_append_printf (out, "<col width=\"%ld\">", here - last);
      last = here;
    }
  g_string_append (out, "</colgroup>\n");
}

/* A page of a site is as wide as it is: the columns share what there is. */
static void
write_shares (const BbPageTable *table, GString *out)
{
  g_string_append (out, "<colgroup>");
  for (guint i = 0; i < table->table->n_grid_columns; i++)
    {
      g_string_append (out, "<col style=\"width:");
      bb_html_append_number (out, 100 * table->widths[i] / BB_SHEET_TEXT_WIDTH);
      g_string_append (out, "%\">");
    }
  g_string_append (out, "</colgroup>\n");
}

/* Whether the columns of a table are too narrow for their figures when they share the width of a phone. */
static gboolean
is_wide (const BbTable *table)
{
  for (guint i = 0; i < table->n_grid_columns; i++)
    if (table->widths[i] < NARROW_COLUMN)
      return TRUE;

  return FALSE;
}

/*
 * The least width stands on a box around the table, not on the table: a site that takes away boxes, or what they say, has the
 * table as wide as its page.
 */
static void
open_room (const BbHtml *html)
{
  if (!html->is_fragment)
    {
      g_string_append (html->out, "<div class=\"" BB_HTML_WIDE "\">\n");
      return;
    }
  g_string_append (html->out, "<div style=\"overflow-x:auto\">\n<div style=\"min-width:");
  g_string_append_printf (html->out, "%ldpx\">\n", bb_whole_pixels (BB_MM_TO_PIXELS (BB_SHEET_TEXT_WIDTH)));
}

static void
close_room (const BbHtml *html)
{
  g_string_append (html->out, html->is_fragment ? "</div>\n</div>\n" : "</div>\n");
}

static void
open_table (const BbHtml *html, const BbPageTable *table, const char *title)
{
  GString *out = html->out;

  if (is_wide (table->table))
    open_room (html);
  if (html->is_fragment)
    {
      g_string_append (out, "<table style=\"border-collapse:collapse; width:100%; table-layout:fixed\"");
      append_attribute (out, "aria-label", title);
      g_string_append (out, ">\n");
      write_shares (table, out);
      return;
    }

  /* Without these attributes, LibreOffice adds its own room to every column. */
  g_string_append_printf (out, "<table cellspacing=\"0\" cellpadding=\"0\" width=\"%ld\"%s>\n<caption id=\"%s\"",
                          bb_whole_pixels (BB_MM_TO_PIXELS (BB_SHEET_TEXT_WIDTH)),
                          bb_page_table_is_short (table->table) ? " style=\"page-break-inside:avoid\"" : "", table->table->id);
  append_attribute (out, "data-title", title);
  g_string_append (out, "></caption>\n");
  write_columns (table, out);
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
void
bb_html_write_table (const BbHtml *html, const BbPageTable *table, const char *title)
{
  GString *out = html->out;
  const char *part = NULL;
  guint i = 0;

  open_table (html, table, title);
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
        write_slot (html, table, &table->slots[i]);
      g_string_append (out, "</tr>\n");
    }
  if (part != NULL)
    g_string_append_printf (out, "</%s>\n", part);
  g_string_append (out, "</table>\n");
  if (is_wide (table->table))
    close_room (html);
}
