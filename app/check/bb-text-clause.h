/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/bb-text-figures.h"

G_BEGIN_DECLS

/** BB_CLAUSE_LABELS: the most words that one clause may name cells with. */
#define BB_CLAUSE_LABELS 8

/** BbSubject: what a figure without words of its own is about. */
typedef enum
{
  BB_SUBJECT_UNKNOWN,
  BB_SUBJECT_REQUESTS,
  BB_SUBJECT_OTHER
} BbSubject;

/**
 * BbClause: what was said since the last comma.
 * @labels: words that name rows, columns, groups … and that no number took yet
 * @seen: a bit for each BbTextWord that stood in it
 * @gap: how many bytes of words that say nothing stand before the first word of comparing; @relates: whether one stood
 * @carried_from, @carried_to: years before and behind 结转
 * @next_each: of 分别: which label the next number belongs to
 * @year: that it names before the number
 */
typedef struct
{
  const BbTextToken *labels[BB_CLAUSE_LABELS];
  guint n_labels;
  guint64 seen;
  gsize gap;
  gboolean relates;
  const BbTextToken *first;
  const BbTextToken *none;
  const BbTextToken *verb;
  gboolean is_bare;
  gboolean is_bare_last;
  gboolean is_information;
  int carried_from;
  int carried_to;
  guint n_numbers;
  guint next_each;
  int year;
} BbClause;

/**
 * BbSentenceState: what the text so far says about the next figure.
 * @anchor: (nullable index + 1): the figure that 同比增长 and 占 speak of
 * @row: (nullable): the row of table three that was last spoken of; @group, @noun: of tables four and two
 * @read_to: where the last token ended; @behind_to: where the words behind a number do
 * @is_unit: it is about a part of the whole that reports
 * @group_is_ours: its cases are about the disclosure of information
 */
typedef struct
{
  const BbForm *form;
  const char *text;
  GArray *figures;
  BbClause clause;
  BbClause outer;
  gboolean in_brackets;
  gboolean is_requests, is_disputes, is_proactive;
  BbSubject subject;
  gboolean is_span;
  gboolean is_information;
  gboolean is_comparing;
  gboolean is_unit;
  gboolean has_column;
  guint anchor;
  const BbTextToken *anchor_token;
  gsize read_to;
  gsize behind_to;
  const char *row;
  const char *group;
  gboolean group_is_ours;
  const char *noun;
  const BbTextToken *verb;
  int year;
  BbDecimal largest;
} BbSentenceState;

static inline gboolean
bb_clause_has (const BbClause *clause, BbTextWord word)
{
  return (clause->seen & (G_GUINT64_CONSTANT (1) << word)) != 0;
}

/**
 * bb_clause_mean: finds out which cells the words of the clause mean, with what the sentence said before.
 * @figure: gets its meanings and whether they are doubtful
 *
 * Returns: %FALSE when they mean none, or something that the tables do not have
 */
gboolean bb_clause_mean (BbSentenceState *state, BbTextFigure *figure);

/** bb_clause_mean_none: the same for words that say there is none of it. */
gboolean bb_clause_mean_none (BbSentenceState *state, BbTextFigure *figure);

G_END_DECLS
