/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-style.h"

G_BEGIN_DECLS

/* What all elements of a page begin with. */

/**
 * BbHtml: what is written to.
 * @is_fragment: goes into a page that is not ours: no style sheet, so everything stands on the elements themselves
 */
typedef struct
{
  GString *out;
  gboolean is_fragment;
} BbHtml;

/**
 * BbHtmlPlace: where a text stands: between others, and in the line. @left is where its lines begin, @first how far from there the first one does;
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
} BbHtmlPlace;

/** bb_html_append_escaped: appends @length bytes of @text, -1 for all; what is copied from the source is then what was typed. */
void bb_html_append_escaped (GString *out, const char *text, gssize length);

/**
 * bb_html_open_text: opens <h1>, <p class="…">: headings have no class, the style sheet takes them by element.
 *
 * @points: 0 for those of the style
 */
void bb_html_open_text (const BbHtml *html, const char *element, BbStyleId id, double points, gboolean with_class, BbHtmlPlace place);

G_END_DECLS
