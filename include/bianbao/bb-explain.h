/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-check.h>

G_BEGIN_DECLS

/**
 * BbVerdict: how a relation of a cell stands.
 * @BB_VERDICT_HOLDS: it holds
 * @BB_VERDICT_BROKEN: it is an issue
 * @BB_VERDICT_ACCEPTED: it is an issue that somebody accepted with a reason
 * @BB_VERDICT_OPEN: cells that are not filled in keep it from being checked
 */
typedef enum
{
  BB_VERDICT_HOLDS,
  BB_VERDICT_BROKEN,
  BB_VERDICT_ACCEPTED,
  BB_VERDICT_OPEN
} BbVerdict;

/**
 * BbExplanation: one relation that a cell takes part in, and how it stands.
 * @rule_id: of the form
 * @equation: index in the form, -1 when it is no equation
 * @title: translated: what must hold ("自然人: 一、… + 二、… = （七）总计 + 四、…")
 * @detail: (nullable): translated: how it stands ("13 = 13"; "unfilled: …")
 * @issue: (nullable): the issue of the checker's list that says so
 */
typedef struct
{
  const char *rule_id;
  int equation;
  BbVerdict verdict;
  char *title;
  char *detail;
  BbIssue *issue;
} BbExplanation;

void bb_explanation_free (BbExplanation *self);

/**
 * bb_checker_explain_cell: every rule instance that @cell takes part in: what its value must be like, its equations (also those
 * that hold or can't be checked yet), then whatever else the checker says of it.
 *
 * Returns: (transfer full) (element-type BbExplanation)
 */
GPtrArray *bb_checker_explain_cell (BbChecker *self, guint cell);

/** bb_explain_side: Returns: (transfer full): the names of one side of @equation: "一、… + 二、…", or how many there are and the ends. */
char *bb_explain_side (const BbForm *form, const BbEquation *equation, gboolean left);

/**
 * bb_solve: what the input @cell would have to hold for @equation to hold, all its other cells being as they are.
 * @value: (out)
 *
 * Returns: %FALSE when that is no valid number (nothing negative), is what stands there, or when another cell is no valid number
 */
gboolean bb_solve (BbReport *report, const BbEquation *equation, guint cell, BbDecimal *value);

/** bb_solve_label: Returns: (transfer full) (nullable): translated: "Set 自然人 to 5 (now 3)", %NULL where bb_solve() says no. */
char *bb_solve_label (BbReport *report, const BbEquation *equation, guint cell);

/** bb_solve_short_label: Returns: (transfer full) (nullable): the same without the names, for where the cell is known: "Set to 5". */
char *bb_solve_short_label (BbReport *report, const BbEquation *equation, guint cell);

/**
 * bb_solve_step_label: Returns: (transfer full) (nullable): the name of the undo step, "自然人: 5 instead of 3", which also tells
 * what was done; to be asked for before bb_solve_apply(), as the others are %NULL once the equation holds.
 */
char *bb_solve_step_label (BbReport *report, const BbEquation *equation, guint cell);

/** bb_solve_apply: writes what bb_solve() says; one undo step. Returns: %FALSE, with nothing changed, where it says no. */
gboolean bb_solve_apply (BbReport *report, const BbEquation *equation, guint cell);

G_END_DECLS
