/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-field.h>
#include <bianbao/bb-note.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BbMeta: the metadata of a report; each is a field with id "meta.<name>".
 * @BB_META_ORGANISATION: organisation ("meta.organisation")
 * @BB_META_YEAR: report year, four digits ("meta.year")
 * @BB_META_TITLE: title; empty text = generated from organisation and year ("meta.title"), see bb_report_get_title()
 * @BB_META_CONTACT: contact ("meta.contact")
 * @BB_META_DATE: publication date, as written ("meta.date")
 * @BB_META_DONE: ids of the sections marked done, separated by spaces ("meta.done")
 * @BB_META_ACCEPTED: warnings accepted with a reason ("meta.accepted"); bb_issue_accept() writes it, nobody else
 * @BB_META_LAST_YEAR: what last year's report said ("meta.last_year"); bb_last_year_set() writes it, nobody else
 * @BB_META_UNITS: the figures of the units' reports ("meta.units"); bb_units_add() and bb_units_remove() write it, nobody else
 */
typedef enum
{
  BB_META_ORGANISATION,
  BB_META_YEAR,
  BB_META_TITLE,
  BB_META_CONTACT,
  BB_META_DATE,
  BB_META_DONE,
  BB_META_ACCEPTED,
  BB_META_LAST_YEAR,
  BB_META_UNITS,
  BB_N_META
} BbMeta;

#define BB_TYPE_REPORT (bb_report_get_type ())
/**
 * BbReport: one annual report: its form, its fields, its notes and its history.
 *
 * One door: everything that changes goes through bb_report_edit(), bb_report_edit_content(), bb_report_set_year()
 * or bb_report_dismiss_note(); each is one undo step unless a group is open. Totals that follow their parts are
 * recomputed in the same step.
 *
 * A total follows its parts when, before the step, it was empty, computed, or equal to their sum, and the step did not
 * set it itself. One that differs from the sum, or holds a text, stays as it is until it is edited (bb_field_is_pinned()).
 * Edits with %BB_ORIGIN_READ and %BB_ORIGIN_DEDUCED move no total that was read or typed and fill none:
 * bb_report_follow_totals() does, once everything is read.
 *
 * The getters of fields and notes tell at once what an edit did. All signals and notifications, those of fields and notes
 * and of the list of notes too, wait until the outermost step is over; what changed and changed back is not announced. A handler
 * may edit, undo or redo: that is a step of its own, done at once and announced when the round under way is over.
 *
 * Signals, in this order:
 * - `notify::form`: the edition changed; cell fields are other objects now
 * - `field-changed (BbField *field)`: its content, or whether it is pinned, changed (also by undo); only for fields of
 *   the present form
 * - `notify::modified`, `notify::can-undo`, `notify::can-redo`
 * - `changed ()`: once after each outermost step, undo or redo that changed something; fields and totals agree again
 * - `applied (BbField *field)`: undo or redo changed @field first: show and focus it (%NULL when it changed no field)
 */
G_DECLARE_FINAL_TYPE (BbReport, bb_report, BB, REPORT, GObject)

/** bb_report_new: a blank report of edition @form: inputs blank, totals following. */
BbReport *bb_report_new (const BbForm *form);

const BbForm *bb_report_get_form (BbReport *self);
/** bb_report_get_cell: (transfer none): the field of cell @cell of the present form. */
BbField *bb_report_get_cell (BbReport *self, guint cell);
/** bb_report_get_section: (transfer none): the narrative of section @section of the form; its table's cells are apart. */
BbField *bb_report_get_section (BbReport *self, guint section);
BbField *bb_report_get_meta (BbReport *self, BbMeta meta);
/** bb_report_find_field: (transfer none) (nullable): by id; a hash look-up. */
BbField *bb_report_find_field (BbReport *self, const char *id);

/** bb_report_get_year: Returns: the report year (1000–9999), 0 when none is known. */
int bb_report_get_year (BbReport *self);
const char *bb_report_get_organisation (BbReport *self);
/**
 * bb_report_is_of_other_organisation: whether both reports name their organisation and the names differ, other than by spaces and
 * the width of characters.
 */
gboolean bb_report_is_of_other_organisation (BbReport *self, BbReport *other);
/** bb_report_get_title: (transfer full): the title as read or edited, else organisation and `YYYY年政府信息公开工作年度报告`. */
char *bb_report_get_title (BbReport *self);

/* ---- the one door ---- */

/** BB_TEXT_LIMIT: the largest text of a field, 1 MiB (safety.md, "Limits"). */
#define BB_TEXT_LIMIT (1024 * 1024)

/**
 * bb_report_edit:
 * @text: the raw text, kept verbatim; %NULL on a total means "follow the parts again". A total that is left empty
 *   follows with the next edit of a part; in a group an empty typed text means %NULL at once (pasting over totals)
 * @origin: %BB_ORIGIN_TYPED, %BB_ORIGIN_READ or %BB_ORIGIN_DEDUCED
 *
 * Drops source and unit. Edits of the same cell with the same origin merge into one step until a barrier; those of a text
 * merge as long as one word is typed or deleted, character by character: a paste, or a phrase from an input method, is a step of its own.
 * Text that is not UTF-8 is a programming error; more than %BB_TEXT_LIMIT bytes are refused.
 *
 * Returns: %FALSE when nothing changed.
 */
gboolean bb_report_edit (BbReport *self, BbField *field, const char *text, BbOrigin origin);

/**
 * bb_report_edit_content: as bb_report_edit() with source, unit and missing; @content is copied. Never merges.
 * The origin may be %BB_ORIGIN_DERIVED for a total (a document read back); the content is stored as it stands all the same.
 */
gboolean bb_report_edit_content (BbReport *self, BbField *field, const BbContent *content);

/**
 * bb_report_insert_link:
 * @section: the field of a section
 * @start, @length: characters of its text that the figure replaces
 * @cell: index of a cell of the present form
 *
 * Writes the number of @cell into the text, linked: from then on it follows the cell, within the step that changes it. An
 * edit of its own characters makes it plain text. One undo step.
 *
 * Returns: %FALSE, and nothing is changed, when the cell holds no number
 */
gboolean bb_report_insert_link (BbReport *self, BbField *section, guint start, guint length, guint cell);

/** bb_report_remove_link: makes the link that character @start belongs to plain text. One undo step. Returns: %FALSE when there is none. */
gboolean bb_report_remove_link (BbReport *self, BbField *section, guint start);

/** bb_report_set_remark: @remark: a person's note to @field, kept whatever becomes of the text; "" takes it away. One undo step. Returns: %FALSE when nothing changed. */
gboolean bb_report_set_remark (BbReport *self, BbField *field, const char *remark);

/**
 * bb_report_follow_totals: computes every total that is blank or missing although its parts are all numbers, and every
 * computed one anew; the others stay. One undo step. Reading calls it when all values are placed and deduced (contract.md).
 * Returns: how many totals changed
 */
guint bb_report_follow_totals (BbReport *self);

/**
 * bb_report_set_year:
 * @convert: what to do when the year belongs to another edition: %TRUE changes the form, carries every cell over that
 *   has a successor (the same id and kind), and adds a note `convert.no-successor` for each filled cell that has none,
 *   which names the cell and what it held (its id is not one of the new form); %FALSE only sets the year
 *
 * @year 0 clears it. One undo step. form.md: the edition follows the report year.
 */
void bb_report_set_year (BbReport *self, int year, gboolean convert);

/** bb_report_begin_group: everything until the matching bb_report_end_group() is one undo step; @label (translated) names it. Groups nest. */
void bb_report_begin_group (BbReport *self, const char *label);
void bb_report_end_group (BbReport *self);
/** bb_report_barrier: the next edit starts a new step (focus-out, save). */
void bb_report_barrier (BbReport *self);

gboolean bb_report_can_undo (BbReport *self);
gboolean bb_report_can_redo (BbReport *self);
/** bb_report_get_undo_label: (nullable): what undo would take back, translated ("Paste", or the field's name). */
const char *bb_report_get_undo_label (BbReport *self);
const char *bb_report_get_redo_label (BbReport *self);
void bb_report_undo (BbReport *self);
void bb_report_redo (BbReport *self);

/** bb_report_get_modified: whether the present state is another than the saved one. Undoing back to the save is clean. */
gboolean bb_report_get_modified (BbReport *self);
/** bb_report_mark_saved: the present state is on disk now; also a barrier. */
void bb_report_mark_saved (BbReport *self);
/** bb_report_mark_unsaved: nothing on disk holds this (a report read from a foreign file, a recovered one). */
void bb_report_mark_unsaved (BbReport *self);
/**
 * bb_report_set_read_only: somebody else works on the file of this report. Whatever would change the report does nothing then and says
 * that nothing changed; there is nothing to undo. Not announced: who shows the report begins anew.
 */
void bb_report_set_read_only (BbReport *self, gboolean read_only);
gboolean bb_report_get_read_only (BbReport *self);
/** bb_report_forget_history: drops undo and redo, e.g. after reading. */
void bb_report_forget_history (BbReport *self);
/** bb_report_get_state_number: a number that is the same exactly when the content is the same state of this history. */
guint64 bb_report_get_state_number (BbReport *self);

/**
 * bb_report_take_over: replaces what @self holds by what @from holds: metadata, texts, cells with their origins and sources, notes.
 * Contact and date stay where @from has none; notes of @self are dismissed, no section is done any more. One undo step.
 *
 * Returns: %FALSE, and nothing is changed, when the edition of @from is not that of its year: then @self could not become one
 */
gboolean bb_report_take_over (BbReport *self, BbReport *from);

/* ---- notes ---- */

/** bb_report_get_notes: (transfer none): a list model of BbNote, dismissed ones included, in the order found; it follows when a step is over. */
GListModel *bb_report_get_notes (BbReport *self);
/** bb_report_add_note: takes no reference of the caller's; one undo step, part of an open group. */
void bb_report_add_note (BbReport *self, BbNote *note);
/** bb_report_dismiss_note: one undo step. */
void bb_report_dismiss_note (BbReport *self, BbNote *note, gboolean dismissed);

/* ---- sections ---- */

/** bb_report_get_section_done: whether somebody marked the section as done: its blanks are issues from then on. */
gboolean bb_report_get_section_done (BbReport *self, guint section);
void bb_report_set_section_done (BbReport *self, guint section, gboolean done);
/**
 * bb_report_count_inputs: "12 of 166".
 * @section: -1: the whole report
 * @filled: (out): inputs that hold a figure, also one with a unit or remark; a word, a stroke (`/`) and what can't be read as a number
 *   are none: they have to be put right (form.md, `cell.valid`)
 * @total: (out): inputs of the section's table (0 and 0 for narrative)
 */
void bb_report_count_inputs (BbReport *self, int section, guint *filled, guint *total);

/**
 * bb_report_get_extra: (nullable): members of the document file that this version does not know, as JSON, kept for writing back.
 */
const char *bb_report_get_extra (BbReport *self);
void bb_report_set_extra (BbReport *self, const char *json);

/**
 * bb_report_equal:
 * Round-trip equality (design.md): value, text, blank ≡ missing, narrative by paragraphs, title, organisation, year, form;
 * not origin, source, unit, notes, contact or date. White space at both ends does not count; tabs and line breaks inside
 * a text count as spaces.
 * @difference: (out) (optional) (transfer full): the first difference, for messages
 */
gboolean bb_report_equal (BbReport *a, BbReport *b, char **difference);

G_END_DECLS
