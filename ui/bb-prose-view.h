/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-text-binding.h"

G_BEGIN_DECLS

/** BB_PROSE_CHARACTERS: characters a line, BB_PROSE_PITCH: from line to line in body sizes (GB/T 9704: 22 lines × 28 characters on 225 mm × 156 mm). */
#define BB_PROSE_CHARACTERS 28
#define BB_PROSE_PITCH 1.8125

#define BB_TYPE_PROSE_VIEW (bb_prose_view_get_type ())
/**
 * BbProseView: where the text of a section is written, on every page that has one.
 *
 * Shows a text as the published report will: indent of two characters and headings in their faces come from its paragraphs
 * and are never stored. Pasting takes paragraphs over and leaves the dress behind.
 *
 * Properties:
 * - `paper` (boolean, construct-only): body size and line pitch of a printed page; else a smaller text for a corner of a page
 * - `measure` (int, read-only): width of BB_PROSE_CHARACTERS characters and both margins, in pixels; follows face and size
 */
G_DECLARE_FINAL_TYPE (BbProseView, bb_prose_view, BB, PROSE_VIEW, GtkTextView)

/** bb_prose_view_bind: shows @field of @report from now on; once a view. */
void bb_prose_view_bind (BbProseView *self, BbReport *report, BbField *field);

/** bb_prose_view_get_binding: (transfer none) (nullable): %NULL before bb_prose_view_bind(). */
BbTextBinding *bb_prose_view_get_binding (BbProseView *self);

/** bb_prose_view_get_measure: see the property. */
int bb_prose_view_get_measure (BbProseView *self);

G_END_DECLS
