/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-html-writer.h"

#include "export/bb-fit-title.h"
#include "export/bb-fit.h"
#include "export/bb-html-style.h"
#include "export/bb-markup.h"
#include "export/bb-page-closing.h"

#include <string.h>

/* Word processors keep borders, padding and alignment only where they stand on the cell itself. */
#define CELL_STYLE "border:1px solid #000; vertical-align:middle; padding:"

#define ROW_STYLE "page-break-inside:avoid"

/* Air around a table is given by its neighbours: margins of the table itself are dropped. */
#define BEFORE_TABLE 6.0
#define AFTER_TABLE 14.0

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

/* @is_fragment: goes into a page that is not ours: no style sheet, so everything stands on the elements themselves */
typedef struct
{
  GString *out;
  gboolean is_fragment;
} Html;

/*
 * Where a text stands: between others, and in the line. @left is where its lines begin, @first how far from there the first one does;
 * @strip is the width of lines that end at the right margin, @most that of lines in the middle; all in characters, 0 for what the
 * style says.
 */
typedef struct
{
  gboolean after_table;
  gboolean before_table;
  gboolean keeps_next;
  double above;
  double left;
  double first;
  double strip;
  double most;
  gboolean keeps_words;
} Place;

/* Quotation marks stay in texts: what is copied from the source is then what was typed. */
static void
append_escaped (GString *out, const char *text, gssize length)
{
  bb_markup_append (out, text, length, FALSE);
}

static void
append_attribute (GString *out, const char *name, const char *text)
{
  g_string_append_printf (out, " %s=\"", name);
  bb_markup_append (out, text, -1, TRUE);
  g_string_append_c (out, '"');
}

/* Pages show one space for several; people put them between the words of a list that they want below each other. */
static void
append_spaces (const Html *html, gsize n)
{
  for (gsize i = 1; i < n; i++)
    g_string_append (html->out, "&#160;");
  g_string_append_c (html->out, ' ');
}

/* A browser breaks no address: the line before it would be empty, or the whole page be printed smaller. Word processors do as they like. */
static void
append_prose (const Html *html, const char *text)
{
  gunichar two_before = 0, before = 0;
  const char *kept = text;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      gsize n_spaces = strspn (p, " ");

      if (n_spaces > 1)
        {
          append_escaped (html->out, kept, p - kept);
          append_spaces (html, n_spaces);
          p += n_spaces - 1;
          kept = p + 1;
        }
      else if (!html->is_fragment && bb_fit_breaks_address (two_before, before, character))
        {
          append_escaped (html->out, kept, p - kept);
          g_string_append (html->out, "<wbr>");
          kept = p;
        }
      two_before = before;
      before = character;
    }
  append_escaped (html->out, kept, -1);
}

static void
append_length (const Html *html, const char *name, double characters)
{
  g_string_append_printf (html->out, "; %s:", name);
  bb_html_append_number (html->out, html->is_fragment ? characters : BB_MM_TO_POINTS (BB_SHEET_TEXT_WIDTH) / BB_SHEET_CHARACTERS * characters);
  g_string_append (html->out, html->is_fragment ? "em" : "pt");
}

/* In a page that is not ours the strip is as wide as it needs, or as the page when that is less. */
static void
append_place (const Html *html, Place place)
{
  if (place.left != 0)
    append_length (html, "margin-left", place.left);
  if (place.first != 0)
    append_length (html, "text-indent", place.first);
  if (place.strip != 0 && html->is_fragment)
    {
      append_length (html, "width", place.strip);
      g_string_append (html->out, "; max-width:100%; margin-left:auto");
    }
  else if (place.strip != 0)
    append_length (html, "margin-left", BB_SHEET_CHARACTERS - place.strip);
  if (place.most != 0)
    {
      append_length (html, "max-width", place.most);
      g_string_append (html->out, "; margin-left:auto; margin-right:auto");
    }
  if (place.keeps_words)
    g_string_append (html->out, "; word-break:keep-all");
  if (place.keeps_next)
    g_string_append (html->out, "; page-break-after:avoid");
}

/* Opens <h1>, <p class="…">: headings have no class, the style sheet takes them by element. @points: 0 for those of the style. */
static void
open_text (const Html *html, const char *element, BbStyleId id, double points, gboolean with_class, Place place)
{
  const BbStyle *style = bb_style_get (id);
  GString *out = html->out;

  g_string_append_printf (out, "<%s", element);
  if (with_class && !html->is_fragment)
    g_string_append_printf (out, " class=\"%s\"", style->id);
  g_string_append (out, " style=\"");
  if (html->is_fragment)
    bb_html_append_declarations (out, id);
  g_string_append (out, "margin-top:");
  bb_html_append_number (out, style->above + (place.after_table ? AFTER_TABLE : place.above));
  g_string_append (out, "pt; margin-bottom:");
  bb_html_append_number (out, style->below + (place.before_table ? BEFORE_TABLE : 0));
  if (points != 0 && points != style->points)
    {
      g_string_append (out, "pt; font-size:");
      bb_html_append_number (out, points);
    }
  g_string_append (out, "pt");
  append_place (html, place);
  g_string_append (out, "\">");
}

/*
 * Word processors know only the breaks. In a browser each line is a piece that is not parted before it must be: a phone, which has
 * no room for the lines of the sheet, fills its own with them. A space at the end of a line is lost in a page: there is no break then.
 */
static void
write_title (const Html *html, const char *title, Place place)
{
  gsize ends[BB_FIT_TITLE_LINES];
  guint n_lines = bb_fit_title (title, bb_fit_title_columns (), ends);
  gsize first = 0;

  open_text (html, "h1", BB_STYLE_TITLE, 0, FALSE, place);
  for (guint i = 0; i + 1 < n_lines; i++)
    {
      g_string_append (html->out, "<span style=\"display:inline-block\">");
      append_escaped (html->out, title + first, (gssize) (ends[i] - first));
      g_string_append (html->out, title[ends[i] - 1] == ' ' ? "</span>" : "</span><br>");
      first = ends[i];
    }
  if (n_lines > 1)
    g_string_append (html->out, "<span style=\"display:inline-block\">");
  append_escaped (html->out, title + first, -1);
  g_string_append (html->out, n_lines > 1 ? "</span></h1>\n" : "</h1>\n");
}

static void
write_heading (const Html *html, const BbPageBlock *block, Place place)
{
  const char *element = block->level == 1 ? "h2" : "h3";

  open_text (html, element, bb_page_block_style (block), 0, FALSE, place);
  append_escaped (html->out, block->text, -1);
  g_string_append_printf (html->out, "</%s>\n", element);
}

/* The face stands on the element: LibreOffice knows no classes of spans, and takes one name only. */
static void
write_lead (const Html *html, const char *text, gsize length)
{
  BbFace face = bb_style_get (BB_STYLE_POINT)->face;

  g_string_append (html->out, "<span style=\"font-family:");
  if (html->is_fragment)
    bb_html_append_faces (html->out, face);
  else
    g_string_append_printf (html->out, "'%s'", bb_face_get (face)->name);
  g_string_append (html->out, "\">");
  append_escaped (html->out, text, (gssize) length);
  g_string_append (html->out, "</span>");
}

static void
write_paragraph (const Html *html, const BbPageBlock *block, Place place)
{
  gsize lead = block->level == 2 ? block->lead : 0;

  open_text (html, "p", bb_page_block_style (block), 0, TRUE, place);
  if (lead != 0)
    write_lead (html, block->text, lead);
  append_prose (html, block->text + lead);
  g_string_append (html->out, "</p>\n");
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
keeps_row (const Html *html, const BbTable *table, guint row)
{
  return !html->is_fragment && !bb_page_table_is_short (table) && bb_page_table_keeps_row (table, row);
}

static void
write_slot (const Html *html, const BbPageTable *table, const BbPageSlot *slot)
{
  const RoleWriting *role = &roles[slot->slot->role];
  GString *out = html->out;
  BbPagePadding padding = bb_page_slot_padding (table, slot);
  Place place = { .keeps_next = keeps_row (html, table->table, slot->slot->row), .keeps_words = is_group (table, slot) };

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
  open_text (html, "p", bb_page_slot_style (slot->slot), html->is_fragment ? 0 : bb_page_slot_points (table, slot), TRUE,
             place);
  if (slot->text[0] != '\0')
    append_escaped (out, slot->text, -1);
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
open_room (const Html *html)
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
close_room (const Html *html)
{
  g_string_append (html->out, html->is_fragment ? "</div>\n</div>\n" : "</div>\n");
}

static void
open_table (const Html *html, const BbPageTable *table, const char *title)
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
static void
write_table (const Html *html, const BbPageTable *table, const char *title)
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

static gboolean
is_table (const BbPage *page, guint index)
{
  return index < page->blocks->len && ((const BbPageBlock *) g_ptr_array_index (page->blocks, index))->kind == BB_PAGE_TABLE;
}

static Place
find_place (const BbPage *page, guint index)
{
  const BbPageBlock *block = g_ptr_array_index (page->blocks, index);
  Place place = {
    .after_table = index > 0 && is_table (page, index - 1),
    .before_table = is_table (page, index + 1),
    .keeps_next = bb_page_keeps_next (page, index),
    .above = block->opens ? bb_style_get (bb_page_block_style (block))->pitch : 0,
  };

  if (block->kind == BB_PAGE_ATTACHMENT)
    {
      place.left = bb_page_attachment_hang (block, bb_page_estimate, NULL);
      place.first = block->indent - place.left;
    }
  else if (block->kind == BB_PAGE_OFFICE || block->kind == BB_PAGE_DATE)
    place.strip = bb_page_signature_width (page, index, bb_page_estimate, NULL);

  return place;
}

static void
write_block (const Html *html, const BbPage *page, guint index)
{
  const BbPageBlock *block = g_ptr_array_index (page->blocks, index);
  Place place = find_place (page, index);

  switch (block->kind)
    {
    case BB_PAGE_TITLE:
      write_title (html, block->text, place);
      break;
    case BB_PAGE_HEADING:
      write_heading (html, block, place);
      break;
    case BB_PAGE_PARAGRAPH:
    case BB_PAGE_ATTACHMENT:
    case BB_PAGE_OFFICE:
    case BB_PAGE_DATE:
      write_paragraph (html, block, place);
      break;
    case BB_PAGE_TABLE:
      write_table (html, block->table, bb_page_heading (page, index));
      break;
    default:
      g_assert_not_reached ();
    }
}

void
bb_html_write (const BbPage *page, GString *out)
{
  const Html html = { out, FALSE };

  /* The old writing of the character set: every word processor knows it, and HTML 5 allows it. */
  g_string_append (out, "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n"
                        "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">\n"
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  append_escaped (out, page->title, -1);
  g_string_append (out, "</title>\n<style>\n");
  bb_html_write_style (out);
  g_string_append (out, "</style>\n<!--[if gte mso 9]><style>\n");
  bb_html_write_word_style (out);
  g_string_append (out, "</style><![endif]-->\n</head>\n<body>\n<div class=\"report\">\n");
  for (guint i = 0; i < page->blocks->len; i++)
    write_block (&html, page, i);
  g_string_append (out, "</div>\n</body>\n</html>\n");
}

void
bb_html_write_fragment (const BbPage *page, GString *out)
{
  const Html html = { out, TRUE };

  g_string_append (out, "<div lang=\"zh-CN\" style=\"overflow-wrap:anywhere\">\n");
  for (guint i = 0; i < page->blocks->len; i++)
    write_block (&html, page, i);
  g_string_append (out, "</div>\n");
}
