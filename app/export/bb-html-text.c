/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-html-text.h"

#include "export/bb-html-style.h"
#include "export/bb-markup.h"

/* Air around a table is given by its neighbours: margins of the table itself are dropped. */
#define BEFORE_TABLE 6.0
#define AFTER_TABLE 14.0

/* Quotation marks stay in texts. */
void
bb_html_append_escaped (GString *out, const char *text, gssize length)
{
  bb_markup_append (out, text, length, FALSE);
}

static void
append_length (const BbHtml *html, const char *name, double characters)
{
  g_string_append_printf (html->out, "; %s:", name);
  bb_html_append_number (html->out, html->is_fragment ? characters : BB_MM_TO_POINTS (BB_SHEET_TEXT_WIDTH) / BB_SHEET_CHARACTERS * characters);
  g_string_append (html->out, html->is_fragment ? "em" : "pt");
}

/* In a page that is not ours the strip is as wide as it needs, or as the page when that is less. */
static void
append_place (const BbHtml *html, BbHtmlPlace place)
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

void
bb_html_open_text (const BbHtml *html, const char *element, BbStyleId id, double points, gboolean with_class, BbHtmlPlace place)
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
