/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-html-writer.h"

#include "export/bb-fit-title.h"
#include "export/bb-fit.h"
#include "export/bb-html-style.h"
#include "export/bb-html-table.h"
#include "export/bb-page-closing.h"

#include <string.h>

/* Pages show one space for several; people put them between the words of a list that they want below each other. */
static void
append_spaces (const BbHtml *html, gsize n)
{
  for (gsize i = 1; i < n; i++)
    g_string_append (html->out, "&#160;");
  g_string_append_c (html->out, ' ');
}

/* A browser breaks no address: the line before it would be empty, or the whole page be printed smaller. Word processors do as they like. */
static void
append_prose (const BbHtml *html, const char *text)
{
  gunichar two_before = 0, before = 0;
  const char *kept = text;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      gsize n_spaces = strspn (p, " ");

      if (n_spaces > 1)
        {
          bb_html_append_escaped (html->out, kept, p - kept);
          append_spaces (html, n_spaces);
          p += n_spaces - 1;
          kept = p + 1;
        }
      else if (!html->is_fragment && bb_fit_breaks_address (two_before, before, character))
        {
          bb_html_append_escaped (html->out, kept, p - kept);
          g_string_append (html->out, "<wbr>");
          kept = p;
        }
      two_before = before;
      before = character;
    }
  bb_html_append_escaped (html->out, kept, -1);
}

/*
 * Word processors know only the breaks. In a browser each line is a piece that is not parted before it must be: a phone, which has
 * no room for the lines of the sheet, fills its own with them. A space at the end of a line is lost in a page: there is no break then.
 */
static void
write_title (const BbHtml *html, const char *title, BbHtmlPlace place)
{
  gsize ends[BB_FIT_TITLE_LINES];
  guint n_lines = bb_fit_title (title, bb_fit_title_columns (), ends);
  gsize first = 0;

  bb_html_open_text (html, "h1", BB_STYLE_TITLE, 0, FALSE, place);
  for (guint i = 0; i + 1 < n_lines; i++)
    {
      g_string_append (html->out, "<span style=\"display:inline-block\">");
      bb_html_append_escaped (html->out, title + first, (gssize) (ends[i] - first));
      g_string_append (html->out, title[ends[i] - 1] == ' ' ? "</span>" : "</span><br>");
      first = ends[i];
    }
  if (n_lines > 1)
    g_string_append (html->out, "<span style=\"display:inline-block\">");
  bb_html_append_escaped (html->out, title + first, -1);
  g_string_append (html->out, n_lines > 1 ? "</span></h1>\n" : "</h1>\n");
}

static void
write_heading (const BbHtml *html, const BbPageBlock *block, BbHtmlPlace place)
{
  const char *element = block->level == 1 ? "h2" : "h3";

  bb_html_open_text (html, element, bb_page_block_style (block), 0, FALSE, place);
  bb_html_append_escaped (html->out, block->text, -1);
  g_string_append_printf (html->out, "</%s>\n", element);
}

/* The face stands on the element: LibreOffice knows no classes of spans, and takes one name only. */
static void
write_lead (const BbHtml *html, const char *text, gsize length)
{
  BbFace face = bb_style_get (BB_STYLE_POINT)->face;

  g_string_append (html->out, "<span style=\"font-family:");
  if (html->is_fragment)
    bb_html_append_faces (html->out, face);
  else
    g_string_append_printf (html->out, "'%s'", bb_face_get (face)->name);
  g_string_append (html->out, "\">");
  bb_html_append_escaped (html->out, text, (gssize) length);
  g_string_append (html->out, "</span>");
}

static void
write_paragraph (const BbHtml *html, const BbPageBlock *block, BbHtmlPlace place)
{
  gsize lead = block->level == 2 ? block->lead : 0;

  bb_html_open_text (html, "p", bb_page_block_style (block), 0, TRUE, place);
  if (lead != 0)
    write_lead (html, block->text, lead);
  append_prose (html, block->text + lead);
  g_string_append (html->out, "</p>\n");
}

static gboolean
is_table (const BbPage *page, guint index)
{
  return index < page->blocks->len && ((const BbPageBlock *) g_ptr_array_index (page->blocks, index))->kind == BB_PAGE_TABLE;
}

static BbHtmlPlace
find_place (const BbPage *page, guint index)
{
  const BbPageBlock *block = g_ptr_array_index (page->blocks, index);
  BbHtmlPlace place = {
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
write_block (const BbHtml *html, const BbPage *page, guint index)
{
  const BbPageBlock *block = g_ptr_array_index (page->blocks, index);
  BbHtmlPlace place = find_place (page, index);

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
      bb_html_write_table (html, block->table, bb_page_heading (page, index));
      break;
    default:
      g_assert_not_reached ();
    }
}

void
bb_html_write (const BbPage *page, GString *out)
{
  const BbHtml html = { out, FALSE };

  /* The old writing of the character set: every word processor knows it, and HTML 5 allows it. */
  g_string_append (out, "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n"
                        "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">\n"
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  bb_html_append_escaped (out, page->title, -1);
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
  const BbHtml html = { out, TRUE };

  g_string_append (out, "<div lang=\"zh-CN\" style=\"overflow-wrap:anywhere\">\n");
  for (guint i = 0; i < page->blocks->len; i++)
    write_block (&html, page, i);
  g_string_append (out, "</div>\n");
}
