/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-report.h>

G_BEGIN_DECLS

/**
 * BbUnits: what the reports of a government's units say, kept beside the government's own: its figures are the sums of theirs, cell
 * by cell (form.md, `parent.sum`). Only figures are kept, no texts. They are a reference: no figure of this report, in no export, in
 * no count. The report keeps them in its field "meta.units", so that they are saved, recovered and undone with everything else.
 *
 * An object of this type is one reading of that field for the form and year that the report had then; it does not follow.
 */
typedef struct _BbUnits BbUnits;

/** BB_UNITS_MOST: as many units a report can keep. */
#define BB_UNITS_MOST 1000

/**
 * BbUnitFit: what becomes of a unit's report
 * @BB_UNIT_NEW: it is added
 * @BB_UNIT_AGAIN: it takes the place of the unit of the same name
 * @BB_UNIT_SAME: it is there already, with the same figures
 * @BB_UNIT_NAMED_ALIKE: there is a unit of that name, with other figures: a corrected report, or another unit's (办公室)
 * @BB_UNIT_EMPTY: it has no figures at all: a form that nobody filled in
 * @BB_UNIT_NO_NAME: no organisation is known
 * @BB_UNIT_SELF: it is a report of the organisation that adds up
 * @BB_UNIT_OTHER_YEAR: it is for another year
 * @BB_UNIT_OTHER_EDITION: its form has other cells
 * @BB_UNIT_TOO_MANY: there are %BB_UNITS_MOST already
 */
typedef enum
{
  BB_UNIT_NEW,
  BB_UNIT_AGAIN,
  BB_UNIT_SAME,
  BB_UNIT_NAMED_ALIKE,
  BB_UNIT_EMPTY,
  BB_UNIT_NO_NAME,
  BB_UNIT_SELF,
  BB_UNIT_OTHER_YEAR,
  BB_UNIT_OTHER_EDITION,
  BB_UNIT_TOO_MANY
} BbUnitFit;

/**
 * BbUnitAlike: what is done with a report that has the name of a unit that is there, but other figures
 * @BB_UNIT_ALIKE_REFUSE: nothing
 * @BB_UNIT_ALIKE_REPLACE: it takes that one's place
 * @BB_UNIT_ALIKE_APART: it is another unit; its name gets the other one behind it, in brackets
 */
typedef enum
{
  BB_UNIT_ALIKE_REFUSE,
  BB_UNIT_ALIKE_REPLACE,
  BB_UNIT_ALIKE_APART
} BbUnitAlike;

/** bb_units_read: Returns: (transfer full) (nullable): %NULL when the report keeps none. */
BbUnits *bb_units_read (BbReport *report);
void bb_units_free (BbUnits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbUnits, bb_units_free)

/**
 * bb_units_add:
 * @unit: the report of a unit, left as it is
 * @name: (nullable): what to call the unit where @unit does not name it, or not alone
 *
 * Keeps the figures of @unit beside @report. One undo step. A report without a year is taken for one of the same year.
 *
 * Returns: what became of it; nothing changed unless that is %BB_UNIT_NEW or %BB_UNIT_AGAIN
 */
BbUnitFit bb_units_add (BbReport *report, BbReport *unit, const char *name, BbUnitAlike alike);

/** bb_unit_name_for_file: @file: in the encoding of file names. Returns: (transfer full): what to call a unit whose report names none. */
char *bb_unit_name_for_file (const char *file);

/** bb_unit_fit_tell: Returns: (transfer full): what became of @unit beside @report, as one translated sentence. */
char *bb_unit_fit_tell (BbUnitFit fit, BbReport *report, BbReport *unit);

/** bb_units_remove: @index: which of bb_units_read(). Forgets that unit. One undo step. */
void bb_units_remove (BbReport *report, guint index);

/**
 * bb_units_fill: writes the sum into each cell of @report that is blank or not there, where every unit has a number: as
 * a deduced figure that names its source. Totals follow. Cells that a unit leaves open stay as they are; a note
 * (`units.open`) names them. One undo step.
 *
 * @open: (out) (optional): how many cells are blank still because a unit has no number there
 * Returns: how many cells were written
 */
guint bb_units_fill (BbReport *report, guint *open);

guint bb_units_get_n (BbUnits *self);
const char *bb_units_get_organisation (BbUnits *self, guint index);
/** bb_units_find: @unit, @name: as in bb_units_add(). Returns: which unit has its name, -1 when none. */
int bb_units_find (BbUnits *self, BbReport *unit, const char *name);
/** bb_units_get_year: Returns: 0 when its report named none. */
int bb_units_get_year (BbUnits *self, guint index);
/** bb_units_counts: %FALSE when the unit's report is for another year or edition than the report is now: it is in no sum. */
gboolean bb_units_counts (BbUnits *self, guint index);
/** bb_units_count_open: Returns: how many of the cells that people fill in have no number in that unit's report. */
guint bb_units_count_open (BbUnits *self, guint index);

/**
 * bb_units_sum:
 * @cell: of the report's form
 * @sum: (out): of the numbers that there are
 *
 * Returns: whether at least one unit counts, each that does has a number there, and a cell can have the sum (safety.md: 10^12)
 */
gboolean bb_units_sum (BbUnits *self, guint cell, BbDecimal *sum);

G_END_DECLS
