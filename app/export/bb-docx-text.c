/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-docx-text.h"

#include "export/bb-docx-parts.h"
#include "export/bb-docx-styles.h"
#include "export/bb-docx-table.h"
#include "export/bb-docx-xml.h"
#include "export/bb-fit-title.h"
#include "export/bb-page-closing.h"

#include <math.h>

/* Air above and below a table, in points. It is given to the table's neighbours: tables have no margins. */
#define BEFORE_TABLE 6.0
#define AFTER_TABLE 14.0

/* Programs round lengths to their own units: room for that, or the 22nd line would go to the next page. In twips. */
#define ROUNDING 6

/* From the lower edge of the sheet to the page number: its dash stands 7 mm below the text (GB/T 9704-2012, 7.5). */
#define FOOTER_MM 24.5

static const BbPageBlock *
get_block (const BbPage *page, guint index)
{
  return index < page->blocks->len ? g_ptr_array_index (page->blocks, index) : NULL;
}

static gboolean
is_table (const BbPageBlock *block)
{
  return block != NULL && block->kind == BB_PAGE_TABLE;
}

/* Air is given to the paragraph by its neighbours: 0 for what the style says. */
static void
append_air (const BbPage *page, guint index, GString *out)
{
  const BbPageBlock *block = get_block (page, index);
  const BbStyle *style = bb_style_get (bb_page_block_style (block));
  double above = index > 0 && is_table (get_block (page, index - 1)) ? AFTER_TABLE : block->opens ? style->pitch : 0;
  double below = is_table (get_block (page, index + 1)) ? BEFORE_TABLE : 0;

  if (above == 0 && below == 0)
    return;

  g_string_append (out, "<w:spacing");
  if (above != 0)
    g_string_append_printf (out, " w:before=\"%ld\"", bb_docx_twips (style->above + above));
  if (below != 0)
    g_string_append_printf (out, " w:after=\"%ld\"", bb_docx_twips (style->below + below));
  g_string_append (out, "/>");
}

/* As in a style, in characters and, for who can't count so, as a length. */
static void
append_length (GString *out, const char *name, double characters)
{
  g_string_append_printf (out, " w:%sChars=\"%ld\" w:%s=\"%ld\"", name, lround (characters * 100), name,
                          bb_docx_twips (characters * BB_MM_TO_POINTS (BB_SHEET_TEXT_WIDTH) / BB_SHEET_CHARACTERS));
}

static void
append_place (const BbPage *page, guint index, GString *out)
{
  const BbPageBlock *block = get_block (page, index);

  if (block->kind == BB_PAGE_ATTACHMENT)
    {
      double hang = bb_page_attachment_hang (block, bb_page_estimate, NULL);

      g_string_append (out, "<w:ind");
      append_length (out, "left", hang);
      append_length (out, "hanging", hang - block->indent);
      g_string_append (out, "/>");
    }
  else if (block->kind == BB_PAGE_OFFICE || block->kind == BB_PAGE_DATE)
    {
      g_string_append (out, "<w:ind");
      append_length (out, "left", BB_SHEET_CHARACTERS - bb_page_signature_width (page, index, bb_page_estimate, NULL));
      g_string_append (out, "/>");
    }
}

/* Only what differs from the style is said, so that a paragraph changes with its style. */
static void
append_paragraph_properties (const BbPage *page, guint index, GString *out)
{
  BbStyleId id = bb_page_block_style (get_block (page, index));
  g_autoptr (GString) properties = g_string_new (NULL);

  if (id != BB_STYLE_BODY)
    g_string_append_printf (properties, "<w:pStyle w:val=\"%s\"/>", bb_docx_style_id (id));
  if (bb_page_keeps_next (page, index))
    g_string_append (properties, "<w:keepNext/>");
  append_air (page, index, properties);
  append_place (page, index, properties);
  if (properties->len > 0)
    g_string_append_printf (out, "<w:pPr>%s</w:pPr>", properties->str);
}

/* The breaks are the lines', not the text's: whoever reads a title leaves them out. */
static void
append_title (const char *title, GString *out)
{
  gsize ends[BB_FIT_TITLE_LINES];
  guint n_lines = bb_fit_title (title, bb_fit_title_columns (), ends);
  gsize first = 0;

  for (guint i = 0; i + 1 < n_lines; i++)
    {
      bb_docx_append_run (out, NULL, 0, title + first, (gssize) (ends[i] - first));
      g_string_append (out, "<w:r><w:br/></w:r>");
      first = ends[i];
    }
  bb_docx_append_run (out, NULL, 0, title + first, -1);
}

static void
append_paragraph (const BbPage *page, guint index, GString *out)
{
  const BbPageBlock *block = get_block (page, index);
  gsize lead = block->kind == BB_PAGE_PARAGRAPH && block->level == 2 ? block->lead : 0;

  g_string_append (out, "<w:p>");
  append_paragraph_properties (page, index, out);
  if (block->kind == BB_PAGE_TITLE)
    append_title (block->text, out);
  else
    {
      bb_docx_append_run (out, BB_DOCX_STYLE_LEAD, 0, block->text, (gssize) lead);
      bb_docx_append_run (out, NULL, 0, block->text + lead, -1);
    }
  g_string_append (out, "</w:p>\n");
}

/* The text of a page ends where its 22 lines end. */
static void
append_sheet (GString *out)
{
  long pitch = bb_docx_twips (BB_SHEET_LINE_PITCH);
  long width = bb_docx_twips_from_mm (BB_SHEET_WIDTH), height = bb_docx_twips_from_mm (BB_SHEET_HEIGHT);
  long left = bb_docx_twips_from_mm (BB_SHEET_LEFT), text_width = bb_docx_twips_from_mm (BB_SHEET_TEXT_WIDTH);
  long top = bb_docx_twips_from_mm (BB_SHEET_TOP);

  g_string_append_printf (out, "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"" BB_DOCX_ID_FOOTER_ODD "\"/>"
                               "<w:footerReference w:type=\"even\" r:id=\"" BB_DOCX_ID_FOOTER_EVEN "\"/>"
                               "<w:pgSz w:w=\"%ld\" w:h=\"%ld\"/>", width, height);
  g_string_append_printf (out, "<w:pgMar w:top=\"%ld\" w:right=\"%ld\" w:bottom=\"%ld\" w:left=\"%ld\" w:header=\"851\" "
                               "w:footer=\"%ld\" w:gutter=\"0\"/>",
                          top, width - left - text_width, height - top - BB_SHEET_LINES * pitch - ROUNDING, left,
                          bb_docx_twips_from_mm (FOOTER_MM));
  g_string_append_printf (out, "<w:docGrid w:type=\"lines\" w:linePitch=\"%ld\"/></w:sectPr>\n", pitch);
}

void
bb_docx_write_text (const BbPage *page, GString *out)
{
  g_string_append (out, BB_DOCX_HEAD "<w:document " BB_DOCX_SPACE " xmlns:r=\"" BB_DOCX_RELATIONS "\"><w:body>\n");
  for (guint i = 0; i < page->blocks->len; i++)
    {
      if (is_table (get_block (page, i)))
        bb_docx_write_table (get_block (page, i)->table, bb_page_heading (page, i), out);
      else
        append_paragraph (page, i, out);
    }
  append_sheet (out);
  g_string_append (out, "</w:body></w:document>\n");
}
