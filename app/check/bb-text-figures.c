/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-text-figures.h"

#include <string.h>

/* A figure, with 余 or 多 behind it, and what it counts. Thousands of 万 are no exact figures and are left alone. */
#define NUMBER "(?<n>[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]+|[一二两三四五六七八九十百千]+)(?<more>余|多)?\\s*"
#define NUMBER_OF_ITEMS NUMBER "(?:件|宗|份)"
/* Words between, within a clause. */
#define WORDS(most) "[^，。；：！？、（）()0-9０-９\\n]{0," most "}?"

/* Words in the same clause that mean other things than requests for information. */
#define OTHER_MATTERS "复议|诉讼|咨询|留言|来信|来电|信访|提案|建议|投诉|举报|回应|解读|文件|稿件|网站|公众号|许可|处罚|强制"

/*
 * @pattern: with the figure in the group n
 * @unless: (nullable): words in the clause that make it speak of something else
 * @sentence: (nullable): a word that must stand in the sentence up to the figure
 * @cells: ids of cells whose sum it is, for each thing that it may mean; `*` stands for any row
 */
typedef struct
{
  const char *pattern;
  const char *unless;
  const char *sentence;
  const char *cells[BB_TEXT_FIGURE_MEANINGS];
} Phrase;

/* *INDENT-OFF* */
static const Phrase phrases[] = {
  { "(?:新收|收到|受理|接收|收办|接到)" WORDS ("20") "申请(?!人)" WORDS ("6") NUMBER_OF_ITEMS, "复议|诉讼|自然人|法人|结转|行政许可", NULL,
    { "t3.new.total", "t3.new.total t3.carried_in.total" } },
  { "上(?:一)?年(?:度)?结转" WORDS ("20") NUMBER_OF_ITEMS, "复议|诉讼", NULL, { "t3.carried_in.total", NULL } },
  { "(?:办结|答复)" WORDS ("12") NUMBER_OF_ITEMS, OTHER_MATTERS "|结转|自然人|法人", "申请", { "t3.total.total", NULL } },
  { "结转(?:至|到)?下(?:一)?年(?:度)?" WORDS ("10") NUMBER_OF_ITEMS, "复议|诉讼", NULL, { "t3.carried_out.total", NULL } },
  { "(?<!不)予以公开" WORDS ("4") NUMBER_OF_ITEMS, "部分公开|复议|诉讼", "申请", { "t3.granted.total", NULL } },
  { "部分公开" WORDS ("4") NUMBER_OF_ITEMS, "予以公开|复议|诉讼", "申请", { "t3.partial.total", NULL } },
  { "不予公开" WORDS ("4") NUMBER_OF_ITEMS, "部分公开|复议|诉讼", "申请", { "t3.deny.*.total", NULL } },
  { "无法提供" WORDS ("4") NUMBER_OF_ITEMS, "复议|诉讼", "申请", { "t3.unable.*.total", NULL } },
  { "不予处理" WORDS ("4") NUMBER_OF_ITEMS, "复议|诉讼", "申请", { "t3.refuse.*.total", NULL } },
  { "其他处理" WORDS ("4") NUMBER_OF_ITEMS, "复议|诉讼", "申请", { "t3.other*.total", NULL } },
  { "自然人" WORDS ("6") NUMBER_OF_ITEMS, "复议|诉讼|结转|办结|答复", "申请", { "t3.new.natural", "t3.new.natural t3.carried_in.natural" } },
  { "法人(?:或|和|及)(?:者)?其他组织" WORDS ("6") NUMBER_OF_ITEMS, "复议|诉讼|结转|办结|答复", "申请",
    { "t3.new.business t3.new.research t3.new.charity t3.new.legal t3.new.other",
      "t3.new.business t3.new.research t3.new.charity t3.new.legal t3.new.other "
      "t3.carried_in.business t3.carried_in.research t3.carried_in.charity t3.carried_in.legal t3.carried_in.other" } },
  { "行政复议(?:案件)?" WORDS ("4") NUMBER_OF_ITEMS, "诉讼|纠正|维持|审结|后起诉|结转", "信息公开", { "t4.review.total", NULL } },
  { "行政诉讼(?:案件)?" WORDS ("4") NUMBER_OF_ITEMS, "纠正|维持|审结|结转", "信息公开", { "t4.direct.total t4.after_review.total", NULL } },
  { "(?:制发|制定|出台)" WORDS ("10") "规范性文件" WORDS ("3") NUMBER_OF_ITEMS, "解读|公开|废止|有效", NULL, { "t2.normative.made", NULL } },
  { "废止" WORDS ("10") "规范性文件" WORDS ("3") NUMBER_OF_ITEMS, "解读|公开", NULL, { "t2.normative.repealed", NULL } },
  { "现行有效" WORDS ("10") "规范性文件" WORDS ("3") NUMBER_OF_ITEMS, "解读|公开", NULL, { "t2.normative.valid", NULL } },
};
/* *INDENT-ON* */

static GRegex *regexes[G_N_ELEMENTS (phrases)];
static GRegex *exceptions[G_N_ELEMENTS (phrases)];

static void
compile (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      regexes[i] = g_regex_new (phrases[i].pattern, G_REGEX_OPTIMIZE, 0, NULL);
      exceptions[i] = phrases[i].unless != NULL ? g_regex_new (phrases[i].unless, G_REGEX_OPTIMIZE, 0, NULL) : NULL;
      g_assert (regexes[i] != NULL);
    }
  g_once_init_leave (&done, 1);
}

/* ---- numbers ---- */

static int
chinese_digit (gunichar character)
{
  static const char *const digits = "一二三四五六七八九";
  const char *found = g_utf8_strchr (digits, -1, character);

  if (character == 0x4E24) /* 两 */
    return 2;
  return found != NULL ? (int) g_utf8_pointer_to_offset (digits, found) + 1 : 0;
}

static int
chinese_power (gunichar character)
{
  return character == 0x5341 ? 10 : character == 0x767E ? 100 : character == 0x5343 ? 1000 : 0;
}

/* 三, 十二, 二十, 一百零五 without the 零. Returns: FALSE for what is written otherwise. */
static gboolean
read_chinese (const char *text, BbDecimal *value)
{
  gint64 sum = 0;
  gint64 digit = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      int power = chinese_power (character);

      if (power == 0)
        {
          if (digit != 0)
            return FALSE;
          digit = chinese_digit (character);
          continue;
        }
      sum += (digit != 0 ? digit : 1) * power;
      digit = 0;
    }
  *value = bb_decimal_from_int (sum + digit);
  return sum + digit > 0;
}

static gboolean
read_number (const char *text, BbDecimal *value)
{
  BbNumber number = bb_number_read (text, NULL);

  *value = number.value;
  return number.form == BB_NUMBER_PLAIN || read_chinese (text, value);
}

/* ---- the words around ---- */

/* Where what @what lists ends, going back from @end: the begin of the clause or of the sentence. */
static gsize
find_begin (const char *text, gsize end, const char *const *breaks)
{
  for (const char *p = text + end; p > text;)
    {
      p = g_utf8_prev_char (p);
      for (guint i = 0; breaks[i] != NULL; i++)
        if (g_str_has_prefix (p, breaks[i]))
          return (gsize) (p - text) + strlen (breaks[i]);
    }
  return 0;
}

static gboolean
fits (const char *text, gsize start, gsize end, guint phrase)
{
  static const char *const clauses[] = { "，", "。", "；", "、", "：", ",", "\n", NULL };
  static const char *const sentences[] = { "。", "\n", NULL };
  gsize clause = find_begin (text, start, clauses);
  gsize sentence = find_begin (text, start, sentences);
  g_autofree char *words = g_strndup (text + clause, end - clause);
  g_autofree char *all = g_strndup (text + sentence, end - sentence);

  if (exceptions[phrase] != NULL && g_regex_match (exceptions[phrase], words, 0, NULL))
    return FALSE;
  return phrases[phrase].sentence == NULL || strstr (all, phrases[phrase].sentence) != NULL;
}

static void
add_figure (GArray *figures, const char *text, const GMatchInfo *info, guint phrase)
{
  g_autofree char *number = g_match_info_fetch_named (info, "n");
  g_autofree char *more = g_match_info_fetch_named (info, "more");
  BbTextFigure figure = { .phrase = phrase, .at_least = more != NULL && *more != '\0' };
  int start, end, number_start, number_end;

  g_match_info_fetch_pos (info, 0, &start, &end);
  g_match_info_fetch_named_pos (info, "n", &number_start, &number_end);
  if (!read_number (number, &figure.value) || !fits (text, (gsize) start, (gsize) number_start, phrase))
    return;
  figure.start = (guint) g_utf8_pointer_to_offset (text, text + number_start);
  figure.length = (guint) g_utf8_strlen (number, -1);
  figure.excerpt_start = (gsize) start;
  figure.excerpt_length = (gsize) (end - start);
  g_array_append_val (figures, figure);
}

static int
compare_figures (gconstpointer a, gconstpointer b)
{
  const BbTextFigure *first = a;
  const BbTextFigure *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return first->phrase < second->phrase ? -1 : first->phrase > second->phrase;
}

/* Two phrases may claim one figure: the one that says more about it stands first in the table. */
static void
drop_repeated (GArray *figures)
{
  for (guint i = 1; i < figures->len;)
    if (g_array_index (figures, BbTextFigure, i).start == g_array_index (figures, BbTextFigure, i - 1).start)
      g_array_remove_index (figures, i);
    else
      i++;
}

/* Cells by their ids, in the order of the table. Returns: how many. */
static guint
find_cells (const BbForm *form, const char *ids, guint cells[BB_TEXT_FIGURE_CELLS])
{
  g_auto (GStrv) patterns = ids != NULL ? g_strsplit (ids, " ", -1) : NULL;
  guint n = 0;

  for (guint i = 0; patterns != NULL && patterns[i] != NULL; i++)
    for (guint c = 0; c < form->n_cells && n < BB_TEXT_FIGURE_CELLS; c++)
      if (g_pattern_match_simple (patterns[i], form->cells[c].id))
        cells[n++] = c;
  return n;
}

static void
resolve (const BbForm *form, GArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      BbTextFigure *figure = &g_array_index (figures, BbTextFigure, i);

      for (guint m = 0; m < BB_TEXT_FIGURE_MEANINGS; m++)
        figure->n_cells[m] = find_cells (form, phrases[figure->phrase].cells[m], figure->cells[m]);
    }
}

void
bb_text_figures_find (const BbForm *form, const char *text, GArray *figures)
{
  compile ();
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      g_autoptr (GMatchInfo) info = NULL;

      g_regex_match (regexes[i], text, 0, &info);
      for (; g_match_info_matches (info); g_match_info_next (info, NULL))
        add_figure (figures, text, info, i);
    }
  g_array_sort (figures, compare_figures);
  drop_repeated (figures);
  resolve (form, figures);
}

guint
bb_text_figure_cells (const BbTextFigure *figure, guint alternative, guint cells[BB_TEXT_FIGURE_CELLS])
{
  if (alternative >= BB_TEXT_FIGURE_MEANINGS)
    return 0;
  memcpy (cells, figure->cells[alternative], figure->n_cells[alternative] * sizeof *cells);
  return figure->n_cells[alternative];
}
