/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <gumbo.h>

G_BEGIN_DECLS

/** BbHtmlStyles: the classes and ids that the style sheets inside a page hide. */
typedef struct _BbHtmlStyles BbHtmlStyles;

BbHtmlStyles *bb_html_styles_new (void);
void bb_html_styles_free (BbHtmlStyles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbHtmlStyles, bb_html_styles_free)

/**
 * bb_html_styles_add: a style sheet. Rules for one class or id (`.hide`, `span.hide`, `#old`) with `display: none` or
 * `visibility: hidden` are remembered; rules of media (`@media print {…}`) are of no account.
 */
void bb_html_styles_add (BbHtmlStyles *styles, const char *sheet);

/**
 * bb_html_styles_hide: Returns: whether one of them hides @element. Pages hide whole parts that a script shows again (tabs):
 * it is for who asks to believe it of small things only.
 */
gboolean bb_html_styles_hide (const BbHtmlStyles *styles, const GumboElement *element);

/** bb_html_style_has: Returns: whether @style (declarations, as written) holds @wanted, in lower case without spaces: "display:none" */
gboolean bb_html_style_has (const char *style, const char *wanted);

/** bb_html_style_is_sizeless: Returns: whether @style makes letters of no size. */
gboolean bb_html_style_is_sizeless (const char *style);

G_END_DECLS
