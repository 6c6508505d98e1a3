/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-text-clause.h"

#include <string.h>

/* So many bytes of other words may stand before the one that compares: 数量同比增长, not 访问量同比增长. */
#define COMPARING_WORDS 6

/* ---- clauses and sentences ---- */

static void
begin_clause (BbSentenceState *state)
{
  memset (&state->clause, 0, sizeof state->clause);
}

static void
begin_sentence (BbSentenceState *state)
{
  begin_clause (state);
  state->is_span = state->is_information = state->is_comparing = state->has_column = state->group_is_ours = FALSE;
  state->in_brackets = state->is_unit = FALSE;
  state->anchor = 0;
  state->row = state->group = state->noun = NULL;
  state->verb = NULL;
  state->year = 0;
  state->largest = bb_decimal_from_int (0);
}

static void
place (BbSentenceState *state, BbTextFigure *figure, gsize start, gsize end)
{
  figure->start = (guint) start;
  figure->length = (guint) (end - start);
}

static void
append_figure (BbSentenceState *state, const BbTextFigure *figure)
{
  g_array_append_val (state->figures, *figure);
}

/* Words that say there is none of it: 未收到政府信息公开申请. */
static void
end_clause (BbSentenceState *state, gsize end)
{
  BbTextFigure figure = { .kind = BB_TEXT_FIGURE_NONE, .value = bb_decimal_from_int (0), .step = bb_decimal_from_int (1) };
  const BbClause *clause = &state->clause;

  if (clause->none != NULL && bb_clause_mean_none (state, &figure))
    {
      gsize start = clause->none->start;

      if (clause->n_labels > 0 && clause->labels[0]->start < start)
        start = clause->labels[0]->start;
      figure.year = clause->year != 0 ? clause->year : state->year;
      figure.excerpt_start = start;
      figure.excerpt_length = end - start;
      place (state, &figure, start, end);
      append_figure (state, &figure);
    }
  /* 2023年，收到……: the rest of the sentence is about that year; 与2023年相比 is not. */
  if (clause->year != 0 && !bb_clause_has (clause, BB_WORD_COMPARE) && !bb_clause_has (clause, BB_WORD_CARRIED))
    state->year = clause->year;
  else if (clause->first != NULL && clause->first->word == BB_WORD_LAST_YEAR && clause->first->end == end && clause->gap == 0)
    state->year = BB_TEXT_FIGURE_LAST_YEAR;
  if (clause->verb != NULL)
    state->verb = clause->verb;
}

/* ---- figures ---- */

/* 去年收到……; 上年结转 is this year's figure, 较上年增加 is none of last year's. */
static gboolean
names_last_year (const BbClause *clause)
{
  return bb_clause_has (clause, BB_WORD_LAST_YEAR) && !bb_clause_has (clause, BB_WORD_CARRIED) && !bb_clause_has (clause, BB_WORD_UP) &&
         !bb_clause_has (clause, BB_WORD_DOWN);
}

static BbTextFigure
begin_figure (BbSentenceState *state, const BbTextToken *number, BbTextFigureKind kind)
{
  const BbClause *clause = &state->clause;
  gsize start = clause->first != NULL && clause->first->start < number->start ? clause->first->start : number->start;
  gsize end = state->behind_to > number->end ? state->behind_to : number->end;
  BbTextFigure figure = { .kind = kind, .value = number->value, .step = number->step, .at_least = number->at_least };

  figure.is_less = bb_clause_has (clause, BB_WORD_DOWN);
  figure.of_unit = state->is_unit;
  figure.year = clause->year != 0 ? clause->year : state->year;
  if (names_last_year (clause) && !bb_clause_has (clause, BB_WORD_COMPARE))
    figure.year = BB_TEXT_FIGURE_LAST_YEAR;
  figure.excerpt_start = start;
  figure.excerpt_length = end - start;
  place (state, &figure, number->start, number->digits_end);
  return figure;
}

/* The number took the words before it; of a list, the verb goes on (制定规章2部、规范性文件37件). */
static void
take_words (BbSentenceState *state)
{
  BbClause *clause = &state->clause;

  clause->n_numbers++;
  clause->first = NULL;
  if (bb_clause_has (clause, BB_WORD_EACH))
    {
      clause->next_each++;
      return;
    }
  clause->n_labels = 0;
}

static void
remember_labels (BbSentenceState *state)
{
  for (guint i = 0; i < state->clause.n_labels; i++)
    {
      const BbTextToken *label = state->clause.labels[i];

      if (label->word == BB_WORD_GROUP)
        state->group = label->which;
      else if (label->word == BB_WORD_NOUN)
        state->noun = label->which;
    }
}

static void
forget_anchor (BbSentenceState *state)
{
  state->anchor = 0;
  if (bb_clause_has (&state->clause, BB_WORD_FOREIGN))
    state->subject = BB_SUBJECT_OTHER;
}

static void
mean_same (BbSentenceState *state, BbTextFigure *figure)
{
  const BbTextFigure *anchor = &g_array_index (state->figures, BbTextFigure, state->anchor - 1);

  memcpy (figure->cells, anchor->cells, sizeof figure->cells);
  memcpy (figure->n_cells, anchor->n_cells, sizeof figure->n_cells);
  figure->is_hint = anchor->is_hint;
}

/* What the words of the clause mean; of 由上年的651件增至703件, what the figure before meant. */
static gboolean
mean_count (BbSentenceState *state, BbTextFigure *figure)
{
  if (bb_clause_mean (state, figure))
    return TRUE;
  if (state->anchor == 0 || !bb_clause_has (&state->clause, BB_WORD_REACHES))
    return FALSE;
  mean_same (state, figure);
  return TRUE;
}

static void
state_count (BbSentenceState *state, const BbTextToken *number)
{
  BbTextFigure figure = begin_figure (state, number, BB_TEXT_FIGURE_COUNT);

  if (number->is_vague || !mean_count (state, &figure))
    {
      forget_anchor (state);
      return;
    }
  append_figure (state, &figure);
  state->anchor = state->figures->len;
  state->anchor_token = number;
  if (bb_decimal_compare (number->value, state->largest) > 0)
    state->largest = number->value;
}

static gboolean
is_of_last_year (const BbSentenceState *state)
{
  const BbClause *clause = state->in_brackets && state->clause.n_labels == 0 && state->clause.seen == 0 ? &state->outer : &state->clause;

  return bb_clause_has (clause, BB_WORD_LAST_YEAR) && !bb_clause_has (clause, BB_WORD_CARRIED) && bb_clause_has (clause, BB_WORD_COMPARE);
}

/* What a clause of comparing speaks of: its own words, else the figure before it. Returns: %FALSE when that is not clear. */
static gboolean
mean_anchor (BbSentenceState *state, BbTextFigure *figure)
{
  const BbClause *clause = &state->clause;

  if (clause->n_labels > 0 || bb_clause_has (clause, BB_WORD_NEWLY) || bb_clause_has (clause, BB_WORD_REQUEST))
    return bb_clause_mean (state, figure);
  /* 满意率同比提升2%, 占全市的12% */
  if (bb_clause_has (clause, BB_WORD_RATE) || (bb_clause_has (clause, BB_WORD_SHARE) && bb_clause_has (clause, BB_WORD_WHOLE)))
    return FALSE;
  if (state->anchor == 0 || bb_clause_has (clause, BB_WORD_FOREIGN) || bb_clause_has (clause, BB_WORD_PUBLISH) ||
      (clause->n_numbers == 0 && clause->gap > COMPARING_WORDS))
    return FALSE;
  mean_same (state, figure);
  figure->stated[figure->n_stated++] = g_array_index (state->figures, BbTextFigure, state->anchor - 1).value;
  return TRUE;
}

static void
state_relation (BbSentenceState *state, const BbTextToken *number, BbTextFigureKind kind)
{
  BbTextFigure figure = begin_figure (state, number, kind);

  if (number->is_vague || !mean_anchor (state, &figure))
    return;
  if (kind == BB_TEXT_FIGURE_SHARE && figure.n_stated > 0)
    figure.stated[figure.n_stated++] = state->largest;
  if (kind == BB_TEXT_FIGURE_COUNT)
    figure.year = BB_TEXT_FIGURE_LAST_YEAR;
  append_figure (state, &figure);
}

/* 比上年多52件 */
static void
read_direction (BbSentenceState *state, const BbTextToken *number)
{
  static const struct
  {
    const char *text;
    BbTextWord word;
  } directions[] = { { "多", BB_WORD_UP }, { "多了", BB_WORD_UP }, { "增", BB_WORD_UP }, { "少", BB_WORD_DOWN }, { "少了", BB_WORD_DOWN }, { "减", BB_WORD_DOWN } };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      gsize length = strlen (directions[i].text);

      if (number->start >= length && strncmp (state->text + number->start - length, directions[i].text, length) == 0)
        state->clause.seen |= G_GUINT64_CONSTANT (1) << directions[i].word;
    }
}

static void
read_items (BbSentenceState *state, const BbTextToken *number)
{
  gboolean moves;

  if (bb_clause_has (&state->clause, BB_WORD_COMPARE))
    read_direction (state, number);
  moves = bb_clause_has (&state->clause, BB_WORD_UP) || bb_clause_has (&state->clause, BB_WORD_DOWN);

  remember_labels (state);
  if (moves && (state->is_comparing || bb_clause_has (&state->clause, BB_WORD_LAST_YEAR)))
    state_relation (state, number, BB_TEXT_FIGURE_DIFFERENCE);
  else if (!moves && is_of_last_year (state))
    state_relation (state, number, BB_TEXT_FIGURE_COUNT);
  else
    state_count (state, number);
  take_words (state);
}

static void
read_percent (BbSentenceState *state, const BbTextToken *number, const BbTextToken *before)
{
  const BbClause *clause = &state->clause;
  gboolean is_beside = state->in_brackets && before != NULL && before->word == BB_WORD_OPEN && state->outer.n_numbers > 0;

  if (bb_clause_has (clause, BB_WORD_UP) || bb_clause_has (clause, BB_WORD_DOWN))
    state_relation (state, number, BB_TEXT_FIGURE_GROWTH);
  else if (bb_clause_has (clause, BB_WORD_SHARE) || is_beside || (bb_clause_has (clause, BB_WORD_RATE) && bb_clause_has (clause, BB_WORD_ROW)))
    state_relation (state, number, BB_TEXT_FIGURE_SHARE);
  take_words (state);
}

static void
read_yuan (BbSentenceState *state, const BbTextToken *number)
{
  BbTextFigure figure = begin_figure (state, number, BB_TEXT_FIGURE_COUNT);

  if (!number->is_vague && bb_clause_has (&state->clause, BB_WORD_FEE) && !bb_clause_has (&state->clause, BB_WORD_FOREIGN) && !state->is_span)
    {
      bb_text_figure_add_cells (&figure, state->form, 0, "t2", "fees", "amount");
      append_figure (state, &figure);
    }
  state->anchor = 0;
  take_words (state);
}

/* 1月1日, 12月31日 and 12月底 are the ends of the year; another month says that the figure is of a part of it. */
static gboolean
is_end_of_year (const BbSentenceState *state, const BbTextToken *month, const BbTextToken *behind)
{
  const char *rest = state->text + month->end;

  if (month->value.mantissa != 1 && month->value.mantissa != 12)
    return FALSE;
  return (behind != NULL && behind->unit == BB_TEXT_UNIT_DAY && behind->start == month->end) || g_str_has_prefix (rest, "底") ||
         g_str_has_prefix (rest, "末");
}

static void
read_date (BbSentenceState *state, const BbTextToken *number, const BbTextToken *before, const BbTextToken *behind)
{
  gint64 value = number->value.mantissa;

  /* 2019年至2024年, 2019—2024年 */
  if (number->unit == BB_TEXT_UNIT_YEAR && before != NULL && before->word == BB_WORD_NUMBER && before->value.mantissa > 1900 &&
      before->value.mantissa < value && number->start - before->end <= strlen ("至"))
    state->is_span = TRUE;
  if (number->unit == BB_TEXT_UNIT_YEAR && value > 1000)
    {
      if (bb_clause_has (&state->clause, BB_WORD_CARRIED))
        state->clause.carried_to = (int) value;
      else
        state->clause.carried_from = (int) value;
      state->clause.year = (int) value;
    }
  else if (number->unit == BB_TEXT_UNIT_YEAR)
    state->is_span = TRUE;
  else if (number->unit == BB_TEXT_UNIT_MONTH)
    state->is_span |= !is_end_of_year (state, number, behind);
}

static void
read_number (BbSentenceState *state, const BbTextToken *number, const BbTextToken *before, const BbTextToken *behind)
{
  switch (number->unit)
    {
    case BB_TEXT_UNIT_ITEMS:
      read_items (state, number);
      break;
    case BB_TEXT_UNIT_PERCENT:
      read_percent (state, number, before);
      break;
    case BB_TEXT_UNIT_YUAN:
      read_yuan (state, number);
      break;
    case BB_TEXT_UNIT_YEAR:
    case BB_TEXT_UNIT_MONTH:
    case BB_TEXT_UNIT_DAY:
      read_date (state, number, before, behind);
      break;
    case BB_TEXT_UNIT_NONE:
    case BB_TEXT_UNIT_OTHER:
    default:
      forget_anchor (state);
      take_words (state);
    }
}

/* ---- words ---- */

static void
see (BbSentenceState *state, const BbTextToken *token)
{
  BbClause *clause = &state->clause;

  clause->seen |= G_GUINT64_CONSTANT (1) << token->word;
  clause->relates |= token->word == BB_WORD_COMPARE || token->word == BB_WORD_UP || token->word == BB_WORD_DOWN ||
                     token->word == BB_WORD_SHARE || token->word == BB_WORD_LAST_YEAR;
  if (clause->first == NULL && token->word != BB_WORD_NOTHING)
    clause->first = token;
}

static void
read_label (BbSentenceState *state, const BbTextToken *token)
{
  BbClause *clause = &state->clause;

  if (token->word == BB_WORD_COLUMN && g_str_equal (token->which, "other") && !state->has_column)
    return;
  if (token->word == BB_WORD_GROUP)
    state->subject = BB_SUBJECT_OTHER;
  if (clause->n_labels < BB_CLAUSE_LABELS)
    clause->labels[clause->n_labels++] = token;
}

/* 申请 is about information unless the clause says of what it is. */
static void
read_request (BbSentenceState *state, const BbTextToken *token)
{
  BbClause *clause = &state->clause;

  if (bb_clause_has (clause, BB_WORD_GROUP) || bb_clause_has (clause, BB_WORD_DECISION) || bb_clause_has (clause, BB_WORD_FOREIGN))
    return;
  state->subject = BB_SUBJECT_REQUESTS;
  clause->is_bare |= token->which != NULL;
  clause->is_bare_last = token->which != NULL;
  clause->is_information |= token->which != NULL;
  state->is_information |= token->which != NULL;
}

/* 增加到: what follows is this year's figure, whatever was said of the last one. */
static void
forget_comparison (BbClause *clause)
{
  static const BbTextWord words[] = { BB_WORD_LAST_YEAR, BB_WORD_COMPARE, BB_WORD_UP, BB_WORD_DOWN };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    clause->seen &= ~(G_GUINT64_CONSTANT (1) << words[i]);
  clause->year = 0;
}

/* Words that say something about the sentence. */
static void
read_remark (BbSentenceState *state, const BbTextToken *token)
{
  BbClause *clause = &state->clause;

  switch (token->word)
    {
    case BB_WORD_VERB:
      clause->verb = token;
      break;
    case BB_WORD_INFORMATION:
      clause->is_information = state->is_information = TRUE;
      break;
    case BB_WORD_NONE:
      if (clause->none == NULL)
        clause->none = token;
      break;
    case BB_WORD_SPAN:
      state->is_span = TRUE;
      break;
    case BB_WORD_COMPARE:
      state->is_comparing = TRUE;
      break;
    case BB_WORD_REACHES:
      forget_comparison (clause);
      break;
    case BB_WORD_UNIT:
    case BB_WORD_WHOLE:
      state->is_unit = token->word == BB_WORD_UNIT;
      break;
    default:
      break;
    }
}

static gboolean
is_label (BbTextWord word)
{
  return word == BB_WORD_ROW || word == BB_WORD_COLUMN || word == BB_WORD_GROUP || word == BB_WORD_OUTCOME || word == BB_WORD_NOUN ||
         word == BB_WORD_DECISION;
}

static void
read_word (BbSentenceState *state, const BbTextToken *token)
{
  BbClause *clause = &state->clause;

  /* 行政许可信息 is what is published of them; 政府信息 says nothing. */
  if (token->word == BB_WORD_FOREIGN && token->which != NULL && !bb_clause_has (clause, BB_WORD_DECISION))
    return;
  see (state, token);
  if (token->word == BB_WORD_REQUEST)
    {
      read_request (state, token);
      return;
    }
  if (is_label (token->word))
    read_label (state, token);
  else
    read_remark (state, token);
  clause->is_bare_last = FALSE;
}

/* In a list what was said of the part before no longer holds, once it had its number; the verb does. */
static void
read_list (BbSentenceState *state)
{
  BbClause *clause = &state->clause;
  guint64 kept = 0;

  if (clause->n_numbers == 0 || bb_clause_has (clause, BB_WORD_EACH))
    return;
  kept = G_GUINT64_CONSTANT (1) << BB_WORD_AMONG | G_GUINT64_CONSTANT (1) << BB_WORD_PUBLISH | G_GUINT64_CONSTANT (1) << BB_WORD_INFORMATION;
  clause->seen &= kept;
  clause->n_labels = 0;
  clause->gap = 0;
  clause->relates = FALSE;
}

static void
open_brackets (BbSentenceState *state)
{
  if (!state->in_brackets)
    state->outer = state->clause;
  state->in_brackets = TRUE;
  begin_clause (state);
}

/* 行政诉讼（复议后起诉）15件: words in brackets that no number took say which of it is meant. */
static void
keep_labels (BbClause *outer, const BbClause *inner)
{
  for (guint i = 0; i < inner->n_labels && inner->n_numbers == 0 && outer->n_labels > 0 && outer->n_labels < BB_CLAUSE_LABELS; i++)
    outer->labels[outer->n_labels++] = inner->labels[i];
}

static void
close_brackets (BbSentenceState *state, const BbTextToken *token)
{
  end_clause (state, token->start);
  if (state->in_brackets)
    {
      keep_labels (&state->outer, &state->clause);
      state->clause = state->outer;
    }
  else
    begin_clause (state);
  state->in_brackets = FALSE;
}

/* Returns: %FALSE when it is no border of a clause. */
static gboolean
read_border (BbSentenceState *state, const BbTextToken *token)
{
  switch (token->word)
    {
    case BB_WORD_PARAGRAPH:
    case BB_WORD_STOP:
      end_clause (state, token->start);
      begin_sentence (state);
      if (token->word == BB_WORD_PARAGRAPH)
        state->subject = state->is_requests ? BB_SUBJECT_REQUESTS : BB_SUBJECT_UNKNOWN;
      return TRUE;
    case BB_WORD_COMMA:
    case BB_WORD_SEMICOLON:
      end_clause (state, token->start);
      begin_clause (state);
      if (token->word == BB_WORD_SEMICOLON)
        state->anchor = 0;
      return TRUE;
    case BB_WORD_OPEN:
      open_brackets (state);
      return TRUE;
    case BB_WORD_CLOSE:
      close_brackets (state, token);
      return TRUE;
    case BB_WORD_LIST:
      read_list (state);
      return TRUE;
    default:
      return FALSE;
    }
}

/* What a number can count, behind it: 276件予以公开, 318件规范性文件, 12件投诉. */
static gboolean
may_stand_behind (BbTextWord word)
{
  static const BbTextWord words[] = { BB_WORD_NOTHING, BB_WORD_ROW, BB_WORD_CARRIED, BB_WORD_NEXT_YEAR, BB_WORD_OPEN_CASES, BB_WORD_COLUMN, BB_WORD_GROUP,
                                      BB_WORD_NOUN, BB_WORD_DECISION, BB_WORD_REQUEST, BB_WORD_INFORMATION, BB_WORD_FOREIGN, BB_WORD_PART };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] == word)
      return TRUE;
  return FALSE;
}

/* The words behind a number belong to it when none stood before; behind 已答复的 only 申请. Returns: how many were taken. */
static guint
read_words_behind (BbSentenceState *state, const BbTextToken *tokens, guint n)
{
  const BbClause *clause = &state->clause;
  gboolean is_bare = clause->is_bare;
  gboolean is_said = bb_clause_has (clause, BB_WORD_CARRIED) || bb_clause_has (clause, BB_WORD_DONE);
  guint i;

  if (clause->n_labels > 0 || bb_clause_has (clause, BB_WORD_UP) || bb_clause_has (clause, BB_WORD_DOWN) || tokens[0].unit != BB_TEXT_UNIT_ITEMS)
    return 0;
  for (i = 1; i < n; i++)
    {
      BbTextWord word = tokens[i].word;

      if (!may_stand_behind (word) || (is_said && word != BB_WORD_REQUEST) || tokens[i].start - tokens[i - 1].end > strlen ("政府信息的"))
        break;
      read_word (state, &tokens[i]);
      state->behind_to = tokens[i].end;
    }
  /* 对12件政府信息公开申请进行补正: a part of them. */
  state->clause.is_bare = is_bare;
  return i - 1;
}

static void
read_tokens (BbSentenceState *state, GArray *found)
{
  const BbTextToken *tokens = (const BbTextToken *) (gpointer) found->data;
  guint skipped = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const BbTextToken *token = &tokens[i];

      if (!state->clause.relates)
        state->clause.gap += token->start - state->read_to;
      state->read_to = token->end;
      if (skipped > 0)
        skipped--;
      else if (token->word == BB_WORD_NUMBER)
        {
          skipped = read_words_behind (state, token, found->len - i);
          read_number (state, token, i > 0 ? token - 1 : NULL, i + 1 < found->len ? token + 1 : NULL);
        }
      else if (!read_border (state, token))
        read_word (state, token);
    }
}

/* Bytes become characters, in one pass: the figures stand in their order. */
static void
count_characters (const char *text, GArray *figures, guint first)
{
  const char *p = text;
  guint n = 0;

  for (guint i = first; i < figures->len; i++)
    {
      BbTextFigure *figure = &g_array_index (figures, BbTextFigure, i);
      const char *start = text + figure->start;
      guint length = (guint) g_utf8_strlen (start, figure->length);

      /* Words around brackets may begin before a figure in these. */
      if (start < p)
        n -= (guint) g_utf8_strlen (start, p - start);
      else
        n += (guint) g_utf8_strlen (p, start - p);
      p = start;
      figure->start = n;
      figure->length = length;
    }
}

void
bb_text_figures_find (const BbForm *form, guint section, const char *text, GArray *figures)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (BbTextToken));
  BbSentenceState state = { .form = form, .text = text, .figures = figures };
  const char *id = section < form->n_sections ? form->sections[section].id : "";
  guint first = figures->len;
  gsize length = strlen (text);

  bb_text_tokens_find (text, tokens);
  if (tokens->len == 0)
    return;
  state.is_requests = g_str_equal (id, "requests");
  state.is_disputes = g_str_equal (id, "disputes");
  state.is_proactive = g_str_equal (id, "proactive");
  state.subject = state.is_requests ? BB_SUBJECT_REQUESTS : BB_SUBJECT_UNKNOWN;
  begin_sentence (&state);
  read_tokens (&state, tokens);
  end_clause (&state, length);
  count_characters (text, figures, first);
}
