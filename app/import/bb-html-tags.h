/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-html-styles.h"

G_BEGIN_DECLS

/**
 * BbHtmlRole: what an element does to the text in it.
 * @BB_HTML_STRUCK: no longer valid, a line goes through it
 * @BB_HTML_RAISED: small and above the line
 * @BB_HTML_LINES: shown line by line, as it is written
 * @BB_HTML_ENTRY: an entry of a form, whose text is none of the page
 * @BB_HTML_STYLE: a style sheet
 * @BB_HTML_DRAWING: a drawing, in whose own way figures may be written
 * @BB_HTML_BLANK: an empty place of a row: what stands in it is not shown
 */
typedef enum
{
  BB_HTML_INLINE,
  BB_HTML_BLOCK,
  BB_HTML_BREAK,
  BB_HTML_SKIPPED,
  BB_HTML_TABLE,
  BB_HTML_ROW,
  BB_HTML_CELL,
  BB_HTML_TITLE,
  BB_HTML_STRUCK,
  BB_HTML_RAISED,
  BB_HTML_LINES,
  BB_HTML_ENTRY,
  BB_HTML_STYLE,
  BB_HTML_DRAWING,
  BB_HTML_BLANK
} BbHtmlRole;

/**
 * bb_html_role: the role of @element; an element that no browser shows is %BB_HTML_SKIPPED.
 * @look: what its style, and the style sheets of the page, do to it, as far as that is believed
 */
BbHtmlRole bb_html_role (const GumboElement *element, BbHtmlLook look);

/** bb_html_number: Returns: the attribute @name as a number, @fallback when it is none. */
guint bb_html_number (const GumboElement *element, const char *name, guint fallback);

/**
 * bb_html_is_bearable: whether @html may be given to the parser: it calls itself for each level of elements, so that a page
 * of nothing but opened elements would end the program.
 */
gboolean bb_html_is_bearable (const char *html);

/**
 * bb_html_drop_pictures: pictures can be written into a page as the value of an attribute, each larger than all the rest, and
 * none of them is looked at.
 *
 * Returns: (transfer full) (nullable): @html without those values; %NULL when it has none
 */
char *bb_html_drop_pictures (const char *html);

G_END_DECLS
