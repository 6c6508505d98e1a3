/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/* Sentences with figures in them, to be told right and wrong (tests/data/narrative/sentences.tsv says how they are written). */

/**
 * BbNarrativeKind: what stands in a place of a sentence.
 * @BB_SLOT_FIGURE: a sum of cells
 * @BB_SLOT_LAST: one of last year's report
 * @BB_SLOT_SHARE: what part of another sum a sum is, in percent
 * @BB_SLOT_GROWTH: how much more or less than last year, in percent
 * @BB_SLOT_DIFFERENCE: the same in items
 * @BB_SLOT_NONE: words that say there is nothing
 */
typedef enum
{
  BB_SLOT_FIGURE,
  BB_SLOT_LAST,
  BB_SLOT_SHARE,
  BB_SLOT_GROWTH,
  BB_SLOT_DIFFERENCE,
  BB_SLOT_NONE
} BbNarrativeKind;

/**
 * BbNarrativeSlot:
 * @before: the words of the sentence before it
 * @right: what is right to stand there; @others: (element-type utf8) what is right as well
 * @cells: (array zero-terminated=1): ids of the cells that it is about
 */
typedef struct
{
  BbNarrativeKind kind;
  char *before;
  char *right;
  GPtrArray *others;
  char *format;
  char **cells;
} BbNarrativeSlot;

/** BbSentence: @slots: (element-type BbNarrativeSlot); @end: the words behind the last of them. */
typedef struct
{
  GPtrArray *slots;
  char *end;
} BbSentence;

/** bb_narrative_report: the report of @set in tests/data/narrative/figures.tsv, last year's beside it when there is one. */
BbReport *bb_narrative_report (const char *set);

/** bb_sentence_parse: @last: (nullable): last year's figures. */
BbSentence *bb_sentence_parse (BbReport *report, const char *template);
void bb_sentence_free (BbSentence *sentence);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbSentence, bb_sentence_free)

/**
 * bb_sentence_write:
 * @changed: the slot in which @instead stands; -1 for the right sentence
 * @start, @length: (out): of that slot, in characters
 */
char *bb_sentence_write (BbSentence *sentence, int changed, const char *instead, guint *start, guint *length);

/** bb_slot_wrong: (transfer full) (element-type utf8): one unit more, two digits swapped, the figures of other cells; none of them is right. */
GPtrArray *bb_slot_wrong (BbReport *report, BbNarrativeSlot *slot);

G_END_DECLS
