/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-report.h>

G_BEGIN_DECLS

/**
 * BbLastYear: what last year's report said, kept beside this year's (form.md: what was carried out last year is carried in
 * this year; text.copied, jump, …). It is a reference: no figure of this report, in no export, in no count. The report keeps it in
 * its field "meta.last_year", so that it is saved, recovered and undone with everything else.
 *
 * An object of this type is one reading of that field for the form that the report had then; it does not follow.
 */
typedef struct _BbLastYear BbLastYear;

/** bb_last_year_read: Returns: (transfer full) (nullable): %NULL when the report keeps none, or what it keeps is none. */
BbLastYear *bb_last_year_read (BbReport *report);
BbLastYear *bb_last_year_ref (BbLastYear *self);
void bb_last_year_unref (BbLastYear *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbLastYear, bb_last_year_unref)

/**
 * bb_last_year_set:
 * @last: (nullable): %NULL: nothing any more
 *
 * Keeps what @last says beside @report. A note (`next.other-year`) tells when it is not the report of the year before. One undo step.
 */
void bb_last_year_set (BbReport *report, BbReport *last);

/**
 * bb_last_year_precedes:
 * @last, @year: report years, 0 when not known
 *
 * Returns: %FALSE when both are known and @last is not the year before @year: its figures are nothing to compare with or to carry over.
 */
gboolean bb_last_year_precedes (int last, int year);

/** bb_last_year_get_year: Returns: the year of that report, 0 when it named none. */
int bb_last_year_get_year (BbLastYear *self);
const char *bb_last_year_get_organisation (BbLastYear *self);
/** bb_last_year_get_form: Returns: the edition that it had. */
const BbForm *bb_last_year_get_form (BbLastYear *self);

/** bb_last_year_get_text: @cell: of the report's form. Returns: (nullable): what the cell with the same id and kind held; %NULL when blank, or there is none. */
const char *bb_last_year_get_text (BbLastYear *self, guint cell);
/** bb_last_year_get_value: Returns: %FALSE when it held no number. */
gboolean bb_last_year_get_value (BbLastYear *self, guint cell, BbDecimal *value);

/**
 * BbCopied: a paragraph that stood in last year's report.
 * @start, @length: in characters of the text
 */
typedef struct
{
  guint start;
  guint length;
} BbCopied;

/**
 * bb_last_year_find_copied:
 * @text: a narrative of this report
 *
 * The paragraphs of @text that say the same as one of last year's, whatever white space is in it and even when only the
 * year words moved on (form.md, `text.copied`). Headings and short sentences are the same every year and are left out.
 *
 * Returns: (transfer full) (element-type BbCopied): in their order
 */
GArray *bb_last_year_find_copied (BbLastYear *self, const char *text);

/**
 * bb_next_year_new: a report that begins where @last ends. Nothing is carried over from another year than the one before (bb_last_year_precedes()).
 * @organisation: (nullable): %NULL: the one of @last
 * @year: report year; 0: the one after that of @last
 *
 * The edition follows the year. The organisation and the contact are the same; what was carried over to the next year is
 * carried over from last year, column by column, as deduced figures that name their source; the narratives are those of last
 * year as a draft, their year words moved on; @last is kept as the reference. Notes tell what was taken (`next.carried`), what
 * could not be (`next.not-carried`), which years were moved on (`next.years`), which cells have no successor (`next.no-successor`).
 *
 * Returns: (transfer full): without history, not saved yet; @last is left as it is
 */
BbReport *bb_next_year_new (BbReport *last, const char *organisation, int year);

/**
 * bb_next_year_move:
 * @text: a narrative
 * @from, @to: the report years; the year before @from and the one behind it move by as much
 * @moved: (out) (optional) (element-type utf8): "2024年 → 2025年", each once, in the order found
 *
 * Only years in words (2024年, ２０２４年) move: none in the name of a law or notice (《》〔〕), none in a date that is no
 * first or last day of the year, none of an issue (2024年版).
 *
 * Returns: (transfer full): the text
 */
char *bb_next_year_move (const char *text, int from, int to, GPtrArray **moved);

G_END_DECLS
