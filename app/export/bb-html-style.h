/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/bb-style.h"

G_BEGIN_DECLS

/** BB_HTML_WIDE: class of the box around a table that a narrow screen moves sideways. */
#define BB_HTML_WIDE "wide"

/** bb_html_write_style: appends the style sheet of a page (what goes into `<style>`), made from bb-style.h alone. */
void bb_html_write_style (GString *out);

/** bb_html_write_word_style: the same for what is no CSS and only Word and WPS know; it stands where only they look. */
void bb_html_write_word_style (GString *out);

/**
 * bb_html_append_declarations: appends what makes a text of style @id, as it stands in a style attribute: for a page that has
 * no style sheet of ours. Indents and lines follow the size of the type, which the page may change.
 */
void bb_html_append_declarations (GString *out, BbStyleId id);

/** bb_html_append_faces: appends the chain of @face, in single quotation marks: for a style attribute. */
void bb_html_append_faces (GString *out, BbFace face);

/** bb_html_append_number: appends @value with at most two decimals, whatever the locale. */
void bb_html_append_number (GString *out, double value);

G_END_DECLS
