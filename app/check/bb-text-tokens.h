/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-number.h>

G_BEGIN_DECLS

/*
 * A narrative as the words and numbers that say something about the tables, in one pass over its characters: it is searched at each
 * keystroke. Which words these are stands in one table in bb-text-tokens.c, and comes from form.md, "Narrative against tables".
 */

/** BbTextWord: what a word says. The comments name the text that stands with it in the table ("which"). */
typedef enum
{
  BB_WORD_NOTHING,    /* a word that holds another one, and says nothing itself (申请人, 无正当理由) */
  BB_WORD_STOP,       /* 。！？ and the end of a paragraph */
  BB_WORD_PARAGRAPH,
  BB_WORD_SEMICOLON,
  BB_WORD_COMMA,      /* ，and brackets, which begin another clause */
  BB_WORD_OPEN,
  BB_WORD_CLOSE,
  BB_WORD_LIST,       /* 、 */
  BB_WORD_NUMBER,
  BB_WORD_ROW,        /* which row of table three */
  BB_WORD_RECEIVE,    /* 收到, 受理: needs 申请 */
  BB_WORD_NEWLY,      /* 新收 */
  BB_WORD_HANDLE,     /* 办理: needs 申请 */
  BB_WORD_DONE,       /* 办结, 答复 */
  BB_WORD_CARRIED,    /* 结转 */
  BB_WORD_LAST_YEAR,
  BB_WORD_NEXT_YEAR,
  BB_WORD_OPEN_CASES, /* 尚在办理 */
  BB_WORD_COLUMN,     /* which columns of table three */
  BB_WORD_GROUP,      /* which groups of table four */
  BB_WORD_OUTCOME,    /* which column of each group */
  BB_WORD_NOUN,       /* which row of table two */
  BB_WORD_VERB,       /* which column of it */
  BB_WORD_DECISION,   /* 行政许可, 行政处罚: which row */
  BB_WORD_FEE,
  BB_WORD_REQUEST,    /* 申请 */
  BB_WORD_INFORMATION,
  BB_WORD_FOREIGN,    /* what is counted is something else */
  BB_WORD_PART,       /* by which way, about what: a part that no table has */
  BB_WORD_UNIT,       /* 部门, 街道: a part of the whole that reports */
  BB_WORD_WHOLE,      /* 全县 */
  BB_WORD_AMONG,
  BB_WORD_EACH,       /* 分别 */
  BB_WORD_BOTH,       /* 均 */
  BB_WORD_UP,
  BB_WORD_DOWN,
  BB_WORD_REACHES,    /* 增加到: what follows is this year's figure */
  BB_WORD_SHARE,
  BB_WORD_COMPARE,
  BB_WORD_NONE,       /* 没有, 未 */
  BB_WORD_SPAN,       /* of several years, or of a part of one: the sentence is left alone */
  BB_WORD_PUBLISH,
  BB_WORD_RATE
} BbTextWord;

/** BbTextUnit: what a number counts. */
typedef enum
{
  BB_TEXT_UNIT_NONE,
  BB_TEXT_UNIT_ITEMS,
  BB_TEXT_UNIT_OTHER,
  BB_TEXT_UNIT_YUAN,
  BB_TEXT_UNIT_PERCENT,
  BB_TEXT_UNIT_YEAR,
  BB_TEXT_UNIT_MONTH,
  BB_TEXT_UNIT_DAY
} BbTextUnit;

/**
 * BbTextToken:
 * @which: (nullable): what the word's kind asks for, space-separated
 * @start, @end: in bytes of the text; of a number, its unit included
 * @digits_end: of a number: where its digits end
 * @value: in items or yuan, whatever 万 stood behind the digits; @step: what one more in the last digit would add
 * @at_least: 余 or 多 behind, 超 before; @is_vague: 近, 约 before: nothing can be said of it
 */
typedef struct
{
  BbTextWord word;
  const char *which;
  gsize start;
  gsize end;
  gsize digits_end;
  BbDecimal value;
  BbDecimal step;
  BbTextUnit unit;
  gboolean at_least;
  gboolean is_vague;
} BbTextToken;

/** bb_text_tokens_find: appends the tokens of @text (UTF-8) to @tokens (element-type BbTextToken); names in 《》 and 〔〕 are left out. */
void bb_text_tokens_find (const char *text, GArray *tokens);

G_END_DECLS
