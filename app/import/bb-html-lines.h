/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-flow.h"

#include <gumbo.h>

G_BEGIN_DECLS

/** bb_html_text: Returns: (transfer full): all text in @element, as written; what is longer than @limit bytes is cut there. */
char *bb_html_text (const GumboElement *element, gsize limit);

/** bb_html_drawn: Returns: (transfer full): what is written in a drawing in a page, without its title and its programs; cut as by bb_html_text(). */
char *bb_html_drawn (const GumboElement *drawing, gsize limit);

/** bb_html_has: Returns: whether there is an element @tag in @element. */
gboolean bb_html_has (const GumboElement *element, GumboTag tag);

/**
 * bb_html_lines_read: text that is shown line by line (`pre`): a line with tabs is a row of a table, any other a paragraph.
 * There is no element in it that makes lines of its own.
 */
void bb_html_lines_read (const GumboElement *element, BbFlow *flow);

/**
 * bb_html_entered: what an entry in a table holds: some pages print their figures in entries that nobody can type in.
 * Returns: (transfer full) (nullable): %NULL for what is no figure, mark or blank, such as the hint of a search entry
 */
char *bb_html_entered (const GumboElement *element);

G_END_DECLS
