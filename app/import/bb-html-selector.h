/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <gumbo.h>

G_BEGIN_DECLS

/**
 * BbHtmlSelector: one selector of a style sheet: names, classes, ids and attributes of an element and of those around and before
 * it. One that speaks of states or positions (`:hover`, `:nth-child`) is not understood, and then there is none.
 */
typedef struct _BbHtmlSelector BbHtmlSelector;

/** bb_html_selector_new: Returns: (transfer full) (nullable): @text, between the commas; %NULL when it is not understood. */
BbHtmlSelector *bb_html_selector_new (const char *text);
void bb_html_selector_free (BbHtmlSelector *selector);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbHtmlSelector, bb_html_selector_free)

/** bb_html_selector_weight: Returns: how much it counts against others: ids before classes and attributes before names. */
guint bb_html_selector_weight (const BbHtmlSelector *selector);

/**
 * bb_html_selector_key: Returns: (transfer none): what an element must have for it to be worth while to look at all: "#id", ".class" or "name" in
 * lower case, "*" when any could do.
 */
const char *bb_html_selector_key (const BbHtmlSelector *selector);

/**
 * bb_html_selector_matches:
 * @steps: (inout): how many elements may still be looked at: selectors can be written to try every one around every other
 */
gboolean bb_html_selector_matches (const BbHtmlSelector *selector, const GumboElement *element, guint *steps);

G_END_DECLS
