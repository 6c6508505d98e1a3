/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <gumbo.h>

G_BEGIN_DECLS

/**
 * BbHtmlLook: what declarations do to the text of an element.
 * @BB_HTML_LOOK_HIDDEN: no program shows it
 * @BB_HTML_LOOK_UNSEEN: it is there for programs that read aloud, or for nobody: of no size, transparent, moved away. Around other
 *   elements this says little: they have looks of their own
 */
typedef enum
{
  BB_HTML_LOOK_HIDDEN = 1 << 0,
  BB_HTML_LOOK_UNSEEN = 1 << 1,
  BB_HTML_LOOK_STRUCK = 1 << 2,
  BB_HTML_LOOK_RAISED = 1 << 3
} BbHtmlLook;

/** bb_html_look: Returns: what @declarations (of a `style`, as written) do. */
BbHtmlLook bb_html_look (const char *declarations);

/** BbHtmlStyles: what the style sheets inside a page do to classes and ids. */
typedef struct _BbHtmlStyles BbHtmlStyles;

BbHtmlStyles *bb_html_styles_new (void);
void bb_html_styles_free (BbHtmlStyles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbHtmlStyles, bb_html_styles_free)

/**
 * bb_html_styles_add: a style sheet. Rules for one class or id (`.hide`, `span.hide`, `#old`) are remembered, also inside of
 * `@media all` and `@media screen`; rules of other media are of no account.
 */
void bb_html_styles_add (BbHtmlStyles *styles, const char *sheet);

/**
 * bb_html_styles_look: Returns: what they do to @element. Pages hide whole parts that a script shows again (tabs): it is for
 * who asks to believe it of small things only.
 */
BbHtmlLook bb_html_styles_look (const BbHtmlStyles *styles, const GumboElement *element);

G_END_DECLS
