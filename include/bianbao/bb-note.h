/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-form.h>
#include <glib-object.h>

G_BEGIN_DECLS

#define BB_TYPE_NOTE (bb_note_get_type ())
/**
 * BbNote: something that reading found and people should know: kept in the report, saved, listed until dismissed.
 * Immutable but for `dismissed` (boolean property, changed only through bb_report_dismiss_note()). Belongs to one report.
 *
 * Ids: `read.short-row`, `read.extra-value`, `read.deduced`, `read.unmatched-line`, `read.encoding`, … (contract.md).
 * A note whose id is a rule of the form (`form.mixed`, `form.sections`) is a finding that only reading can make;
 * the checker shows it as an issue of that rule while it is not dismissed, and it is no note of reading then.
 * Readers need not note a section that is not in the file: the checker sees it missing. Rows and tables that are not there are
 * noted (`read.lost`), with where figures stand that may be theirs. A `form.mixed` note that names cells of a missing row (（六） as one row in a 2021 report) stands for the checker's own issue of that row.
 */
G_DECLARE_FINAL_TYPE (BbNote, bb_note, BB, NOTE, GObject)

/**
 * bb_note_new:
 * @cells: (array zero-terminated=1) (nullable): ids of the cells it is about
 * @message: one sentence in the user's language, with what stood there
 * @place: (nullable): where in the file ("line 41")
 */
BbNote *bb_note_new (const char *id, BbSeverity severity, const char *const *cells, const char *message, const char *place);

const char *bb_note_get_id (BbNote *self);
BbSeverity bb_note_get_severity (BbNote *self);
/** bb_note_get_cells: (array zero-terminated=1): never %NULL. */
const char *const *bb_note_get_cells (BbNote *self);
const char *bb_note_get_message (BbNote *self);
const char *bb_note_get_place (BbNote *self);
gboolean bb_note_get_dismissed (BbNote *self);

G_END_DECLS
