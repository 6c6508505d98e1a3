/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the words of one clause to the cells of which they speak (form.md, "Narrative against tables"). */
#include "check/bb-text-clause.h"

#include <string.h>

#define HAS(state, word) bb_clause_has (&(state)->clause, BB_WORD_##word)

/* ---- labels ---- */

static const BbTextToken *
find_label (const BbClause *clause, BbTextWord word, guint from)
{
  for (guint i = from; i < clause->n_labels; i++)
    if (clause->labels[i]->word == word)
      return clause->labels[i];
  return NULL;
}

static guint
count_labels (const BbClause *clause, BbTextWord word)
{
  guint n = 0;

  for (guint i = 0; i < clause->n_labels; i++)
    n += clause->labels[i]->word == word;
  return n;
}

/* Whether one of the ids in @ids is @id: review is not after_review. */
static gboolean
has_id (const char *ids, const char *id)
{
  gsize length = strlen (id);

  for (const char *found = strstr (ids, id); found != NULL; found = strstr (found + 1, id))
    if ((found == ids || found[-1] == ' ') && (found[length] == ' ' || found[length] == '\0'))
      return TRUE;
  return FALSE;
}

/* 因本机关不掌握……无法提供: the reason says it all; so does 直接起诉 of 行政诉讼. */
static gboolean
is_named_closer (const BbClause *clause, const BbTextToken *label)
{
  gsize length = strlen (label->which);

  for (guint i = 0; i < clause->n_labels; i++)
    {
      const char *other = clause->labels[i]->which;

      if (clause->labels[i]->word != label->word)
        continue;
      if ((g_str_has_prefix (other, label->which) && other[length] == '.') || (strlen (other) < length && has_id (label->which, other)))
        return TRUE;
    }
  return FALSE;
}

/* The ids of all labels of one kind; of 分别, those of one. */
static const char *
join_labels (const BbClause *clause, BbTextWord word, GString *ids)
{
  guint at = 0;

  for (guint i = 0; i < clause->n_labels; i++)
    {
      const BbTextToken *label = clause->labels[i];

      if (label->word != word || is_named_closer (clause, label) || has_id (ids->str, label->which))
        continue;
      if (bb_clause_has (clause, BB_WORD_EACH) && at++ != clause->next_each && count_labels (clause, word) > 1)
        continue;
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", label->which);
    }
  return ids->str;
}

static void
mean (BbSentenceState *state, BbTextFigure *figure, guint meaning, const char *table, const char *rows, const char *columns)
{
  bb_text_figure_add_cells (figure, state->form, meaning, table, rows, columns);
}

/* ---- table four ---- */

/* Cases about the disclosure of information; others are not in the table. */
static gboolean
is_ours (BbSentenceState *state, BbTextFigure *figure)
{
  if (state->is_disputes || state->clause.is_information || state->group_is_ours)
    return TRUE;
  figure->is_hint = state->is_information;
  return state->is_information;
}

static gboolean
mean_disputes (BbSentenceState *state, BbTextFigure *figure)
{
  g_autoptr (GString) groups = g_string_new (NULL);
  g_autoptr (GString) outcomes = g_string_new (NULL);

  join_labels (&state->clause, BB_WORD_GROUP, groups);
  join_labels (&state->clause, BB_WORD_OUTCOME, outcomes);
  if (HAS (state, FOREIGN) || (HAS (state, REQUEST) && !state->clause.is_bare) || HAS (state, CARRIED) || !is_ours (state, figure) ||
      (groups->len == 0 && state->group == NULL))
    return FALSE;
  /* 均为0 */
  if (HAS (state, BOTH) && bb_decimal_sign (figure->value) != 0)
    return FALSE;
  mean (state, figure, 0, "t4", groups->len > 0 ? groups->str : state->group, outcomes->len > 0 ? outcomes->str : "total");
  state->group_is_ours = TRUE;
  return TRUE;
}

/* 行政复议512件，其中涉及政府信息公开44件 */
static gboolean
mean_part_of_disputes (BbSentenceState *state, BbTextFigure *figure)
{
  if (state->group == NULL || !HAS (state, INFORMATION) || HAS (state, REQUEST) || HAS (state, FOREIGN))
    return FALSE;
  mean (state, figure, 0, "t4", state->group, "total");
  state->group_is_ours = TRUE;
  return TRUE;
}

/* ---- table two ---- */

/* 公开规范性文件37件 may be what was made this year, or all that is valid. */
static void
mean_published (BbSentenceState *state, BbTextFigure *figure, const char *nouns)
{
  static const char *const columns[] = { "made", "valid", "published", "public_total" };
  guint meaning = 0;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      mean (state, figure, meaning, "t2", nouns, columns[i]);
      meaning += figure->n_cells[meaning] > 0;
    }
  figure->is_hint = TRUE;
}

static gboolean
mean_files (BbSentenceState *state, BbTextFigure *figure)
{
  g_autoptr (GString) nouns = g_string_new (NULL);
  const BbTextToken *verb = state->clause.verb;

  join_labels (&state->clause, BB_WORD_NOUN, nouns);
  if (HAS (state, FOREIGN) || HAS (state, PART) || (nouns->len == 0 && (verb == NULL || state->noun == NULL)))
    return FALSE;
  if (nouns->len == 0)
    {
      /* 规章13件（含新制定5件）: of what the brackets speak is not sure. */
      figure->is_hint = state->in_brackets;
      g_string_assign (nouns, state->noun);
    }
  if (verb == NULL && !HAS (state, PUBLISH))
    verb = state->verb;
  if (verb != NULL)
    mean (state, figure, 0, "t2", nouns->str, verb->which);
  else if (state->is_proactive || HAS (state, PUBLISH))
    mean_published (state, figure, nouns->str);
  return figure->n_cells[0] > 0;
}

/* What is published of decisions is not how many there were; nor is an application for one. */
static gboolean
mean_decisions (BbSentenceState *state, BbTextFigure *figure)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  join_labels (&state->clause, BB_WORD_DECISION, rows);
  if (HAS (state, FOREIGN) || HAS (state, PUBLISH) || HAS (state, REQUEST) || HAS (state, PART) || HAS (state, GROUP))
    return FALSE;
  if (HAS (state, BOTH) && bb_decimal_sign (figure->value) != 0)
    return FALSE;
  /* A case is a decision most of the time. */
  figure->is_hint = g_str_has_prefix (state->text + find_label (&state->clause, BB_WORD_DECISION, 0)->end, "案件");
  mean (state, figure, 0, "t2", rows->str, "decisions");
  return TRUE;
}

/* ---- table three ---- */

static gboolean
mean_carried (BbSentenceState *state, BbTextFigure *figure, const char *columns)
{
  const BbClause *clause = &state->clause;

  if (HAS (state, NEXT_YEAR) || HAS (state, OPEN_CASES))
    mean (state, figure, 0, "t3", "carried_out", columns);
  else if (HAS (state, LAST_YEAR))
    mean (state, figure, 0, "t3", "carried_in", columns);
  else
    {
      mean (state, figure, 0, "t3", "carried_out", columns);
      mean (state, figure, 1, "t3", "carried_in", columns);
      figure->carried_year = clause->carried_to != 0 ? clause->carried_to - 1 : clause->carried_from;
    }
  state->row = "carried";
  figure->year = 0;
  return TRUE;
}

/* 收到: what is new, or what is new with what was carried over: a city writes the one, a county the other. */
static void
mean_received (BbSentenceState *state, BbTextFigure *figure, const char *columns)
{
  mean (state, figure, 0, "t3", "new", columns);
  mean (state, figure, 1, "t3", "new carried_in", columns);
  state->row = "new";
}

/* A column without its row: of that row of which the sentence spoke last. */
static gboolean
mean_columns (BbSentenceState *state, BbTextFigure *figure, const char *columns)
{
  if (HAS (state, CARRIED) || HAS (state, OPEN_CASES))
    return mean_carried (state, figure, columns);
  state->has_column = TRUE;
  if (HAS (state, DONE) || HAS (state, HANDLE) || g_strcmp0 (state->row, "total") == 0)
    {
      mean (state, figure, 0, "t3", "total", columns);
      mean (state, figure, 1, "t3", "new", columns);
      mean (state, figure, 2, "t3", "new carried_in", columns);
      figure->is_hint = TRUE;
    }
  else if (state->row == NULL || g_str_equal (state->row, "new") || HAS (state, RECEIVE) || HAS (state, NEWLY))
    mean_received (state, figure, columns);
  else
    mean (state, figure, 0, "t3", state->row, columns);
  return figure->n_cells[0] > 0;
}

static gboolean
mean_results (BbSentenceState *state, BbTextFigure *figure, const char *columns)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  join_labels (&state->clause, BB_WORD_ROW, rows);
  if (HAS (state, RECEIVE) || HAS (state, NEWLY))
    return FALSE;
  mean (state, figure, 0, "t3", rows->str, columns);
  state->row = find_label (&state->clause, BB_WORD_ROW, 0)->which;
  return TRUE;
}

static gboolean
mean_requests (BbSentenceState *state, BbTextFigure *figure, const char *columns)
{
  gboolean received = HAS (state, RECEIVE) || HAS (state, NEWLY);

  /* 其中网络申请412件: a part that is not in the table. */
  if (HAS (state, AMONG) && !HAS (state, NEWLY))
    return FALSE;
  if (received)
    {
      mean_received (state, figure, columns);
      if (HAS (state, DONE) || HAS (state, HANDLE))
        mean (state, figure, 2, "t3", "total", columns);
      return TRUE;
    }
  if (HAS (state, DONE) || HAS (state, HANDLE))
    {
      mean (state, figure, 0, "t3", "total", columns);
      if (!HAS (state, DONE))
        mean (state, figure, 1, "t3", "new carried_in", columns);
      state->row = "total";
      return TRUE;
    }
  if (!state->clause.is_bare || HAS (state, PUBLISH))
    return FALSE;
  mean_received (state, figure, columns);
  mean (state, figure, 2, "t3", "total", columns);
  mean (state, figure, 3, "t3", "granted", columns);
  figure->is_hint = TRUE;
  return TRUE;
}

static gboolean
mean_table_three (BbSentenceState *state, BbTextFigure *figure)
{
  g_autoptr (GString) columns = g_string_new (NULL);

  join_labels (&state->clause, BB_WORD_COLUMN, columns);
  if (state->subject != BB_SUBJECT_REQUESTS || HAS (state, FOREIGN) || HAS (state, GROUP) || HAS (state, DECISION) || HAS (state, NOUN))
    return FALSE;
  if (find_label (&state->clause, BB_WORD_ROW, 0) != NULL)
    return mean_results (state, figure, columns->len > 0 ? columns->str : "total");
  if (HAS (state, PART))
    return FALSE;
  if (columns->len > 0)
    return mean_columns (state, figure, columns->str);
  if (HAS (state, CARRIED) || HAS (state, OPEN_CASES))
    return mean_carried (state, figure, "total");
  return mean_requests (state, figure, "total");
}

gboolean
bb_clause_mean (BbSentenceState *state, BbTextFigure *figure)
{
  const BbClause *clause = &state->clause;

  if (state->is_span)
    return FALSE;
  if (find_label (clause, BB_WORD_GROUP, 0) != NULL || (find_label (clause, BB_WORD_OUTCOME, 0) != NULL && state->group != NULL))
    return mean_disputes (state, figure);
  if (find_label (clause, BB_WORD_DECISION, 0) != NULL)
    return mean_decisions (state, figure);
  if (find_label (clause, BB_WORD_NOUN, 0) != NULL || (clause->verb != NULL && state->noun != NULL && !HAS (state, REQUEST)))
    return mean_files (state, figure);
  return mean_table_three (state, figure) || mean_part_of_disputes (state, figure);
}

/* ---- nothing ---- */

/* What stands right behind a word and makes it a power or a duty of the office. */
static gboolean
is_power (const BbSentenceState *state, const BbTextToken *label)
{
  static const char *const powers[] = { "权", "职", "主体", "项目", "的权", "事项" };

  for (guint i = 0; i < G_N_ELEMENTS (powers); i++)
    if (g_str_has_prefix (state->text + label->end, powers[i]))
      return TRUE;
  return FALSE;
}

static gboolean
mean_no_files (BbSentenceState *state, BbTextFigure *figure)
{
  const BbClause *clause = &state->clause;
  g_autoptr (GString) nouns = g_string_new (NULL);

  join_labels (clause, BB_WORD_NOUN, nouns);
  if (clause->verb == NULL || clause->verb->start != clause->none->end || nouns->len == 0)
    return FALSE;
  mean (state, figure, 0, "t2", nouns->str, clause->verb->which);
  return figure->n_cells[0] > 0;
}

static gboolean
mean_no_decisions (BbSentenceState *state, BbTextFigure *figure)
{
  const BbTextToken *last = state->clause.labels[state->clause.n_labels - 1];

  if (is_power (state, last) || HAS (state, PUBLISH) || HAS (state, INFORMATION) || last->start - state->clause.none->end > strlen ("行政许可、行政处罚、发生了"))
    return FALSE;
  return mean_decisions (state, figure);
}

static gboolean
mean_no_requests (BbSentenceState *state, BbTextFigure *figure)
{
  const BbClause *clause = &state->clause;

  if (HAS (state, PART) || HAS (state, ROW) || HAS (state, DONE) || HAS (state, COLUMN))
    return FALSE;
  if (HAS (state, CARRIED))
    return mean_carried (state, figure, "total");
  if (g_strcmp0 (clause->none->which, "received") != 0 && !clause->is_bare_last)
    return FALSE;
  if (!HAS (state, REQUEST))
    return FALSE;
  mean (state, figure, 0, "t3", "new", "total");
  return TRUE;
}

gboolean
bb_clause_mean_none (BbSentenceState *state, BbTextFigure *figure)
{
  const BbClause *clause = &state->clause;

  if (state->is_span || clause->n_numbers > 0)
    return FALSE;
  if (find_label (clause, BB_WORD_OUTCOME, 0) != NULL)
    return FALSE;
  if (find_label (clause, BB_WORD_GROUP, 0) != NULL)
    return mean_disputes (state, figure);
  if (find_label (clause, BB_WORD_DECISION, 0) != NULL)
    return mean_no_decisions (state, figure);
  if (find_label (clause, BB_WORD_NOUN, 0) != NULL)
    return mean_no_files (state, figure);
  return !HAS (state, FOREIGN) && mean_no_requests (state, figure);
}
