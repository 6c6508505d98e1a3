/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/bb-text-facts.h"
#include "check/bb-text-figure-judgement.h"
#include "check/bb-years.h"

#include <bianbao/bb-check.h>
#include <bianbao/bb-last-year.h>
#include <bianbao/bb-units.h>

G_BEGIN_DECLS

/*
 * One run of all rules. Rules read the cells from an array taken once, and leave findings: plain records in arrays that
 * the next run uses again. An issue object is only made of a finding that was not there before (bb-checker.c), so a
 * keystroke that changes no verdict costs neither objects nor messages.
 */

/** BbSeen: a cell as this run sees it; @value counts only in %BB_STATE_NUMBER. */
typedef struct
{
  BbState state;
  BbNumberForm form;
  BbDecimal value;
} BbSeen;

/** BbWording: which sentence a finding is told in; each is a row of the table in bb-wording.c. */
typedef enum
{
  BB_WORDING_SUM,
  BB_WORDING_SUM_UNFILLED,
  BB_WORDING_SUM_NEGATIVE,
  BB_WORDING_BALANCE,
  BB_WORDING_BALANCE_LEFT_UNFILLED,
  BB_WORDING_BALANCE_RIGHT_UNFILLED,
  BB_WORDING_VALID,
  BB_WORDING_VALID_EMPTY,
  BB_WORDING_VALID_NO_ROW,
  BB_WORDING_UNIT_OWN,
  BB_WORDING_UNIT_OFFER,
  BB_WORDING_UNIT_REMARK,
  BB_WORDING_DECIMALS,
  BB_WORDING_PLAIN,
  BB_WORDING_NO_TABLE,
  BB_WORDING_NO_SECTION,
  BB_WORDING_EDITION,
  BB_WORDING_TITLE,
  BB_WORDING_NO_ORGANISATION,
  BB_WORDING_NO_YEAR,
  BB_WORDING_ORGANISATION,
  BB_WORDING_NO_ROW,
  BB_WORDING_NOTE,
  BB_WORDING_YEAR_TITLE,
  BB_WORDING_YEAR_TEXT,
  BB_WORDING_YEAR_TEXT_TITLE,
  BB_WORDING_YEAR_TEXTS,
  BB_WORDING_TEXT_TABLE,
  BB_WORDING_TEXT_LAST,
  BB_WORDING_TEXT_DIFFERENCE,
  BB_WORDING_TEXT_GROWTH,
  BB_WORDING_TEXT_SHARE,
  BB_WORDING_TEXT_UNLINKED,
  BB_WORDING_TEXT_LINK,
  BB_WORDING_LENGTH,
  BB_WORDING_TOPICS,
  BB_WORDING_NO_TOPICS,
  BB_WORDING_NO_WORDS,
  BB_WORDING_NOT_A_WORD,
  BB_WORDING_FEW_WORDS,
  BB_WORDING_TYPOGRAPHY,
  BB_WORDING_FEES_STATED,
  BB_WORDING_NO_FEES,
  BB_WORDING_FEES_UNPAID,
  BB_WORDING_NO_FEES_UNPAID,
  BB_WORDING_FEES_UNIT,
  BB_WORDING_TEXT_PARTS,
  BB_WORDING_TEXT_ALLCLOSED,
  BB_WORDING_VALID_MADE,
  BB_WORDING_RULES_POWER,
  BB_WORDING_CARRY_REQUESTS,
  BB_WORDING_CARRY_VALID,
  BB_WORDING_DISPUTES_PENDING,
  BB_WORDING_JUMP,
  BB_WORDING_TEXT_YEAR,
  BB_WORDING_TEXT_COPIED,
  BB_WORDING_PARENT_SUM,
  BB_N_WORDINGS
} BbWording;

/** BbFixKind: the repairs; each is a row of the table in bb-fixes.c. */
typedef enum
{
  BB_FIX_TOTAL_TO_SUM,
  BB_FIX_BLANKS_TO_ZERO,
  BB_FIX_TAKE_NUMBER,
  BB_FIX_CHECKED,
  BB_FIX_LINK_FIGURE,
  BB_FIX_LINK_FIGURES,
  BB_FIX_SOLVE,
  BB_FIX_USUAL_TITLE,
  BB_FIX_TAKE_LAST,
  BB_FIX_TAKE_UNITS,
  BB_N_FIXES
} BbFixKind;

/** BbSlice: a run of cell indices in BbRun.pool (in a BbIssue: in its own copy). */
typedef struct
{
  guint first;
  guint n;
} BbSlice;

/** BbPlan: a repair that fits. @value: the number to be set; @detail of the finding has the texts that it relies on. */
typedef struct
{
  BbFixKind kind;
  BbSlice cells;
  BbDecimal value;
} BbPlan;

#define BB_MAX_PLANS 2

/**
 * BbFinding:
 * @cells: left ones first; @n_left: 0 when it is no equation
 * @target: id of the field to jump to; belongs to the form, or is static
 * @detail: (nullable): whatever else the message says that is not in the other members: two findings are the same
 *   when all members are. In the run's string chunk
 * @number: a further number of the message (a year, a limit)
 * @text_start, @text_length: the characters of its section's text that it is about; 0 and 0 for none
 * @note: (nullable): the finding of reading that it repeats
 * @acceptance, @reason: (nullable): set when all rules have run (bb-acceptances.h)
 */
typedef struct
{
  guint rule;
  BbWording wording;
  BbSeverity severity;
  guint section;
  BbSlice cells;
  guint n_left;
  BbSlice unfilled;
  int equation;
  gboolean has_sides;
  BbDecimal left;
  BbDecimal right;
  BbDecimal difference;
  const char *target;
  const char *detail;
  int number;
  guint text_start;
  guint text_length;
  BbNote *note;
  BbAcceptance acceptance;
  const char *reason;
  guint n_plans;
  BbPlan plans[BB_MAX_PLANS];
} BbFinding;

/** BB_DETAIL_BREAK: stands between the parts of a detail; a control character, which no cell's number holds. */
#define BB_DETAIL_BREAK "\x1f"

/**
 * BbLifted: a note whose id is a rule, with its cells resolved.
 */
typedef struct
{
  BbNote *note;
  guint rule;
  guint *cells;
  guint n_cells;
} BbLifted;

typedef struct
{
  BbReport *report;
  const BbForm *form;
  const BbSeen *cells;          /* of the form */
  const gboolean *counts_empty; /* for each section: whether its empty cells are issues */
  const BbYears *years;         /* of each section's text */
  GArray *const *figures;       /* (element-type BbTextFigure): of each section's text */
  GArray *const *judgements;    /* (element-type BbJudgement): of each of these figures, as the cells are now */
  BbTextFacts *const *facts;    /* of each section's text */
  int title_year;
  BbLastYear *last;             /* (nullable): the report of the year before */
  BbUnits *units;               /* (nullable): the reports of the units of a government */
  GArray *const *copied;        /* (element-type BbCopied): of each section's text; all empty without @last */
  GPtrArray *lifted; /* BbLifted */
  GArray *findings;  /* BbFinding */
  GArray *pool;      /* guint */
  GStringChunk *strings;
} BbRun;

/** bb_run_add: Returns: a new finding of @rule with the rule's severity and nothing else; valid until the next one is added. */
BbFinding *bb_run_add (BbRun *run, const BbRule *rule, BbWording wording, guint section, const char *target);

/** bb_run_cells: appends @n cells to the pool. */
BbSlice bb_run_cells (BbRun *run, const guint *cells, guint n);

/** bb_run_plan: offers a repair. */
void bb_run_plan (BbFinding *finding, BbFixKind kind, BbSlice cells, BbDecimal value);

/** BbRowFunc: looks at the row of @n cells from @first on. */
typedef void (*BbRowFunc) (BbRun *run, const BbRule *rule, guint first, guint n);

/** bb_run_each_row: calls @look for each row of each table. */
void bb_run_each_row (BbRun *run, const BbRule *rule, BbRowFunc look);

/** bb_run_is_empty: blank or missing. */
static inline gboolean
bb_run_is_empty (const BbRun *run, guint cell)
{
  return run->cells[cell].state == BB_STATE_BLANK || run->cells[cell].state == BB_STATE_MISSING;
}

/** bb_run_sum: adds up the numbers among @cells. Returns: %FALSE when one of them is none. @sum: (out): of the others. */
gboolean bb_run_sum (const BbRun *run, const guint *cells, guint n, BbDecimal *sum);

/** bb_run_is_valid_number: form.md: counts are whole and ≥ 0, amounts ≥ 0, 本年增/减 whole. */
gboolean bb_run_is_valid_number (const BbCell *cell, BbDecimal value);

/**
 * bb_run_breaks_carry: whether the 现行有效件数 in @valid is not last year's with what was made and without what was repealed since
 * (form.md, `carry.valid`). @last: (out): last year's; @sum: (out): what it should be. %FALSE when that can't be known.
 */
gboolean bb_run_breaks_carry (const BbRun *run, guint valid, BbDecimal *last, BbDecimal *sum);

/** bb_run_awaits_parts: whether @cell is a total that is only empty because its parts are not all numbers. */
gboolean bb_run_awaits_parts (const BbRun *run, guint cell);

/** bb_run_is_row_missing: whether the row of @n cells from @first on was not in the file that was read. */
gboolean bb_run_is_row_missing (const BbRun *run, guint first, guint n);

/**
 * bb_run_judges_text: whether what is not in the text of @section is an issue. Not in one that nobody began, or whose sentence
 * somebody is typing just now, unless its section is done; nor in one that the file that was read did not have.
 */
gboolean bb_run_judges_text (const BbRun *run, guint section);

/** bb_run_is_text_empty: whether @section has no words at all: then the message says that, not what they lack. */
gboolean bb_run_is_text_empty (const BbRun *run, guint section);

/** bb_run_lacks_topic: whether words could show that the text of @section deals with topic @number of the form, and none does. */
gboolean bb_run_lacks_topic (const BbRun *run, guint section, guint number);

/** bb_run_rule: runs one rule of the form, and repeats what reading noted under its id. */
void bb_run_rule (BbRun *run, const BbRule *rule);

/* The rule kinds, one function each. */
void bb_rule_balance (BbRun *run, const BbRule *rule);
void bb_rule_sum (BbRun *run, const BbRule *rule);
void bb_rule_valid (BbRun *run, const BbRule *rule);
void bb_rule_unit (BbRun *run, const BbRule *rule);
void bb_rule_plain (BbRun *run, const BbRule *rule);
void bb_rule_decimals (BbRun *run, const BbRule *rule);
void bb_rule_sections (BbRun *run, const BbRule *rule);
void bb_rule_mixed (BbRun *run, const BbRule *rule);
void bb_rule_year (BbRun *run, const BbRule *rule);
void bb_rule_text_table (BbRun *run, const BbRule *rule);
void bb_rule_text_unlinked (BbRun *run, const BbRule *rule);
void bb_rule_text_link (BbRun *run, const BbRule *rule);
void bb_rule_length (BbRun *run, const BbRule *rule);
void bb_rule_topics (BbRun *run, const BbRule *rule);
void bb_rule_substance (BbRun *run, const BbRule *rule);
void bb_rule_typography (BbRun *run, const BbRule *rule);
void bb_rule_text_parts (BbRun *run, const BbRule *rule);
void bb_rule_text_allclosed (BbRun *run, const BbRule *rule);
void bb_rule_valid_made (BbRun *run, const BbRule *rule);
void bb_rule_rules_power (BbRun *run, const BbRule *rule);
void bb_rule_carry_requests (BbRun *run, const BbRule *rule);
void bb_rule_carry_valid (BbRun *run, const BbRule *rule);
void bb_rule_disputes_pending (BbRun *run, const BbRule *rule);
void bb_rule_jump (BbRun *run, const BbRule *rule);
void bb_rule_text_year (BbRun *run, const BbRule *rule);
void bb_rule_text_copied (BbRun *run, const BbRule *rule);
void bb_rule_parent_sum (BbRun *run, const BbRule *rule);
void bb_rule_fees_stated (BbRun *run, const BbRule *rule);
void bb_rule_fees_unpaid (BbRun *run, const BbRule *rule);
void bb_rule_fees_unit (BbRun *run, const BbRule *rule);

G_END_DECLS
