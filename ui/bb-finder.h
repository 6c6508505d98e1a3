/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

#define BB_TYPE_FINDER (bb_finder_get_type ())
/**
 * BbFinder: what is looked for in a report, where it stands, and which of the places is the present one. It follows the report.
 *
 * Signals:
 * - `changed ()`: the places or the present one are others than before
 */
G_DECLARE_FINAL_TYPE (BbFinder, bb_finder, BB, FINDER, GObject)

BbFinder *bb_finder_new (BbReport *report);
BbReport *bb_finder_get_report (BbFinder *self);

/**
 * bb_finder_set_query: looks for @text, "" for nothing. Nothing is the present place then until bb_finder_step() or
 * bb_finder_go_near() was called, if the one before is none any more.
 */
void bb_finder_set_query (BbFinder *self, const char *text, BbSearchFlags flags);
const char *bb_finder_get_query (BbFinder *self);

guint bb_finder_get_count (BbFinder *self);
/** bb_finder_get_found: (transfer none): valid until the next `changed`. */
const BbFound *bb_finder_get_found (BbFinder *self, guint index);

/** bb_finder_get_current: Returns: index of the present place, -1 for none. */
int bb_finder_get_current (BbFinder *self);
/** bb_finder_step: the next (1) or previous (-1) place, around the ends. Returns: %FALSE when there is none at all. */
gboolean bb_finder_step (BbFinder *self, int step);
/** bb_finder_go_near: makes the first place at or behind character @start of @field the present one, around the end. Returns: %FALSE when there is none. */
gboolean bb_finder_go_near (BbFinder *self, BbField *field, guint start);

/**
 * bb_finder_replace: puts @text in the present place, as one undo step, and goes on to the next one.
 * Returns: %FALSE when there is no present place, or it can't be changed (bb_search_can_replace())
 */
gboolean bb_finder_replace (BbFinder *self, const char *text);

/**
 * bb_finder_replace_all: puts @text in all places, as one undo step.
 * @left_out: (out): how many can't be changed
 * Returns: how many were replaced
 */
guint bb_finder_replace_all (BbFinder *self, const char *text, guint *left_out);

G_END_DECLS
