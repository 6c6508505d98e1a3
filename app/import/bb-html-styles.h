/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <gumbo.h>

G_BEGIN_DECLS

/**
 * BbHtmlLook: what declarations do to the text of an element.
 * @BB_HTML_LOOK_GONE: no program shows it
 * @BB_HTML_LOOK_HIDDEN: it takes its place, and that is empty
 * @BB_HTML_LOOK_UNSEEN: it is there for programs that read aloud, or for nobody: of no size, transparent, moved away. Around other
 *   elements this says little: they have looks of their own
 */
typedef enum
{
  BB_HTML_LOOK_GONE = 1 << 0,
  BB_HTML_LOOK_HIDDEN = 1 << 1,
  BB_HTML_LOOK_UNSEEN = 1 << 2,
  BB_HTML_LOOK_STRUCK = 1 << 3,
  BB_HTML_LOOK_RAISED = 1 << 4
} BbHtmlLook;

/** bb_html_look: Returns: what the `style` of @element does to it. */
BbHtmlLook bb_html_look (const GumboElement *element);

/** BbHtmlStyles: what the style sheets inside a page do to its elements. */
typedef struct _BbHtmlStyles BbHtmlStyles;

BbHtmlStyles *bb_html_styles_new (void);
void bb_html_styles_free (BbHtmlStyles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbHtmlStyles, bb_html_styles_free)

/**
 * bb_html_styles_add: a style sheet. Rules for elements as they stand are remembered (`.hide`, `.wrap > #old`, `td span[data-x]`),
 * also inside of `@media all` and `@media screen`; rules of other media, of states (`:hover`) and of positions are of no account.
 */
void bb_html_styles_add (BbHtmlStyles *styles, const char *sheet);

/**
 * bb_html_styles_look: Returns: what they and its `style` do to @element, one outweighing the other as in a browser. Pages hide
 * whole parts that a script shows again (tabs): it is for who asks to believe it of small things only.
 */
BbHtmlLook bb_html_styles_look (BbHtmlStyles *styles, const GumboElement *element);

G_END_DECLS
