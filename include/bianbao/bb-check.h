/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-report.h>

G_BEGIN_DECLS

/**
 * BbFix: one repair that an issue offers.
 * @id: "total-to-sum", "blanks-to-zero" (blank and missing inputs, never a text), "take-number" (of a text with a unit or
 *   remark), "checked" (dismisses the note of reading that the issue repeats), "solve" (the only figure that a blank can be),
 *   "usual-title" (the title is generated again)
 * @label: translated; says what it will change ("Set the total to 14147")
 */
typedef struct
{
  const char *id;
  const char *label;
} BbFix;

/**
 * BbAcceptance: whether somebody accepted an issue with a reason.
 * @BB_ACCEPTANCE_NONE: nobody did
 * @BB_ACCEPTANCE_VALID: accepted: listed behind the others of its severity, and counted nowhere
 * @BB_ACCEPTANCE_STALE: accepted once, but for other figures: open again
 */
typedef enum
{
  BB_ACCEPTANCE_NONE,
  BB_ACCEPTANCE_VALID,
  BB_ACCEPTANCE_STALE
} BbAcceptance;

/*
 * Figures of the narrative (form.md, "Narrative against tables"): `text.table` compares what a text says with the cells of which its words
 * speak: so many, none, so many more than last year, in percent, or as a part of the whole. Doubtful words make a hint; several years,
 * a part of the year, parts of a government and other matters are left alone. `text.parts` adds up lists whose figures no table has;
 * a figure is told by one of both.
 */

#define BB_TYPE_ISSUE (bb_issue_get_type ())
/**
 * BbIssue: one thing that a rule found. Immutable. Properties for lists: `message`, `rule-id`, `severity` (int), `section` (uint).
 */
G_DECLARE_FINAL_TYPE (BbIssue, bb_issue, BB, ISSUE, GObject)

const char *bb_issue_get_rule_id (BbIssue *self);
BbSeverity bb_issue_get_severity (BbIssue *self);
/** bb_issue_get_section: index of the section it belongs to; metadata (title, year) counts as section 0 (intro, the Report page). */
guint bb_issue_get_section (BbIssue *self);
/** bb_issue_get_cells: exactly the cells of the rule's instance, left ones first, in the order of form.md. */
const guint *bb_issue_get_cells (BbIssue *self, guint *n_cells);
/** bb_issue_get_n_left: how many of the cells stand on the left side; 0 when it is no equation. */
guint bb_issue_get_n_left (BbIssue *self);
/** bb_issue_get_unfilled: the cells without a number. */
const guint *bb_issue_get_unfilled (BbIssue *self, guint *n_cells);
/** bb_issue_get_sides: sums of the filled cells and left − right. Returns: %FALSE when it is no equation. */
gboolean bb_issue_get_sides (BbIssue *self, BbDecimal *left, BbDecimal *right, BbDecimal *difference);
/** bb_issue_get_equation: Returns: index of the equation of the form that does not hold, -1 when it is none. */
int bb_issue_get_equation (BbIssue *self);
/** bb_issue_get_target: (transfer none): id of the field to jump to ("t3.new.natural", "meta.year", "overview"). */
const char *bb_issue_get_target (BbIssue *self);
/** bb_issue_get_text_range: @start, @length: (out): characters of the text of the target, a section, that it is about. Returns: %FALSE when it is about none. */
gboolean bb_issue_get_text_range (BbIssue *self, guint *start, guint *length);
/** bb_issue_get_message: one translated sentence: what is reported, what it should be, what is unfilled. */
const char *bb_issue_get_message (BbIssue *self);
/** bb_issue_get_fixes: (transfer none). */
const BbFix *bb_issue_get_fixes (BbIssue *self, guint *n_fixes);

/**
 * bb_issue_apply_fix: carries the fix out as one undoable group.
 * Returns: %FALSE when the fix is not there or the report changed so that it no longer fits; nothing is changed then.
 */
gboolean bb_issue_apply_fix (BbIssue *self, BbReport *report, const char *fix_id);

/** bb_issue_can_accept: warnings and hints can be accepted (form.md: "may be accepted with a written reason"); of the errors only `carry.requests`. */
gboolean bb_issue_can_accept (BbIssue *self);
/**
 * bb_issue_accept: accepts the issue for the figures as they are now. One undo step, kept in the document.
 * @reason: becomes one line
 * Returns: %FALSE, with nothing changed, for an error, an empty reason, or when the report is of another edition now
 */
gboolean bb_issue_accept (BbIssue *self, BbReport *report, const char *reason);
/** bb_issue_withdraw: takes bb_issue_accept() back; one undo step. Returns: %FALSE when it was not accepted. */
gboolean bb_issue_withdraw (BbIssue *self, BbReport *report);
BbAcceptance bb_issue_get_acceptance (BbIssue *self);
/** bb_issue_get_reason: (nullable): why it was accepted, also when that is stale. */
const char *bb_issue_get_reason (BbIssue *self);

/**
 * BbCheckMode:
 * @BB_CHECK_LIVE: while filling in: cells not yet filled are no issue unless their section is marked done (design.md)
 * @BB_CHECK_COMPLETE: `check`, export: they are
 */
typedef enum
{
  BB_CHECK_LIVE,
  BB_CHECK_COMPLETE
} BbCheckMode;

#define BB_TYPE_CHECKER (bb_checker_get_type ())
/**
 * BbChecker: a list model of BbIssue that follows a report: re-run after each `changed`, and only the difference
 * is announced (issues that stay are the same objects). Order: severity (errors first), accepted ones last, section, rule,
 * first cell. Accepted ones count neither here nor for their cells.
 * Counts and severities of cells are right already when the first difference is announced. An issue of cell.valid names a
 * computed total only when its parts are complete: else it is blank because they are.
 * Properties: `report`, `mode`, `errors` (uint), `warnings` (uint), `hints` (uint), `accepted` (uint).
 */
G_DECLARE_FINAL_TYPE (BbChecker, bb_checker, BB, CHECKER, GObject)

/** bb_checker_new: holds a reference on @report. */
BbChecker *bb_checker_new (BbReport *report, BbCheckMode mode);
BbCheckMode bb_checker_get_mode (BbChecker *self);
void bb_checker_set_mode (BbChecker *self, BbCheckMode mode);
/** bb_checker_count: how many issues of @severity; @section -1 for all. */
guint bb_checker_count (BbChecker *self, int section, BbSeverity severity);
/** bb_checker_count_like: how many open issues there are of the rule and the section of @issue, itself included when it is open. */
guint bb_checker_count_like (BbChecker *self, BbIssue *issue);
/**
 * bb_checker_accept_like: as bb_issue_accept() for all that bb_checker_count_like() counts, in one undo step.
 * Returns: how many were accepted; 0, with nothing changed, as there
 */
guint bb_checker_accept_like (BbChecker *self, BbIssue *issue, const char *reason);
/** bb_checker_count_accepted: how many issues are accepted for the figures as they are. */
guint bb_checker_count_accepted (BbChecker *self);
/** bb_checker_cell_severity: the worst severity over @cell, -1 when none names it; O(1). */
int bb_checker_cell_severity (BbChecker *self, guint cell);
/** bb_checker_run: runs all rules now (the bench target measures this). */
void bb_checker_run (BbChecker *self);

/**
 * BbLooseRow: a row of which a reader knows the label but not which value stands in which column.
 * @cells: the cells of the row, in column order
 * @items: (array length=n_items): what stood there, in order, "" for an empty place; outer empty places are left out
 * @place: "line 41"
 * @source: what to write as the source of the cells
 *
 * form.md, "Aligning and deducing".
 */
typedef struct
{
  guint *cells;
  guint n_cells;
  char **items;
  guint n_items;
  char *place;
  char *source;
} BbLooseRow;

/**
 * BbLooseSum: a value read for which this edition has no cell of its own, only several whose sum it is
 * (（六） as one row in a 2021 report).
 */
typedef struct
{
  guint *cells;
  guint n_cells;
  BbDecimal value;
  char *place;
} BbLooseSum;

void bb_loose_row_free (BbLooseRow *row);
void bb_loose_sum_free (BbLooseSum *sum);

/**
 * BbSettled: what bb_settle() did.
 * @placed: values of loose rows that found their cell
 * @deduced: cells filled because only one value fits
 * @derived: totals computed from complete parts
 * @open: cells of loose rows that stay open, each row with a note
 * @contradiction: whether an equation can't hold whatever the blanks are; nothing is deduced in its part of the form then
 */
typedef struct
{
  guint placed;
  guint deduced;
  guint derived;
  guint open;
  gboolean contradiction;
} BbSettled;

/**
 * bb_settle: aligns the loose rows, then deduces blanks, as one undoable group; each deduced cell gets a source that
 * says why, and a `read.deduced` note. Fills blank and missing, never text. Reading calls it as a step of its own.
 *
 * @rows: (element-type BbLooseRow) (nullable); @sums: (element-type BbLooseSum) (nullable)
 * @result: (out) (optional)
 */
void bb_settle (BbReport *report, GPtrArray *rows, GPtrArray *sums, BbSettled *result);

G_END_DECLS
