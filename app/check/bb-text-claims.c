/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-text-claims.h"

#include <string.h>

#define FIGURE "(?<![0-9０-９.．,，])(?<n>[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]+)"
#define UNITS "件次|人次|件|条|次|篇|个|份|期|场|项|起|宗|例"

/* A figure, the words behind it in its clause, and the word that opens the list of its parts. */
#define WHOLE FIGURE "\\s*(?<unit>" UNITS ")(?![0-9０-９])[^，。；：！？（(0-9０-９\\n]{0,16}[，,:：（(；;。]\\s*(?:其中|包括)[：:，,]?"
#define PART FIGURE "\\s*(?<unit>" UNITS "|[万余多])"

/* Words with which a list may leave something out, or goes on to something else. */
#define OPEN_END "等|其余|其他方面|主要|以上|以下|余|多|近|约|占|同比|比上年|上年|结转|办结|答复"

/* 全部办结, and what may stand in the same clause without being about requests for information. */
#define CLOSED "(?:全部|均|均已|都已|已全部)(?:依法|依规|及时|妥善|规范|予以|进行|完成|了|、)*(?:办结|答复|办理完毕)|" \
  "(?<!按期)(?<!按时)(?<!及时)(?<!限期内)(?<!时限内)(?<!期限内)(?:办结|答复|办理)率(?:达到?|均?为|均?达到?|保持|：)?\\s*(?:100|１００)\\s*[%％]"
#define OTHER_MATTERS "复议|诉讼|咨询|留言|来信|来电|信访|提案|建议|投诉|举报|问题|信箱|事项|工单|网民|热线|按期|按时|结转|其余|除"

/* What the clauses before it may have been about. */
#define OTHER_SUBJECTS "申请|复议|诉讼|咨询|留言|来信|来电|信访|提案|建议|投诉|举报|热线|工单|诉求"

/* A sentence that begins with a year, and words with which it may well speak of another one. */
#define LEADING_YEAR \
  "(?:^|[。\\n；])[\\s\\x{3000}]*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|[0-9]+[.．、])?" \
  "(?<year>(?<n>[12][0-9]{3}|[１２][０-９]{3})\\s*年)(?!\\s*[0-9０-９]+\\s*月)[^。\\n]*"
#define LOOKS_BACK "较|相比|同比|对比|结转|上年|上一年|去年|以来|至今|起施行|印发|制定|年底前|存在的|存在问题|整改"

static GRegex *whole;
static GRegex *part;
static GRegex *open_end;
static GRegex *closed;
static GRegex *other_matters;
static GRegex *other_subjects;
static GRegex *leading_year;
static GRegex *looks_back;

static void
compile (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  whole = g_regex_new (WHOLE, G_REGEX_OPTIMIZE, 0, NULL);
  part = g_regex_new (PART, G_REGEX_OPTIMIZE, 0, NULL);
  open_end = g_regex_new (OPEN_END, G_REGEX_OPTIMIZE, 0, NULL);
  closed = g_regex_new (CLOSED, G_REGEX_OPTIMIZE, 0, NULL);
  other_matters = g_regex_new (OTHER_MATTERS, G_REGEX_OPTIMIZE, 0, NULL);
  other_subjects = g_regex_new (OTHER_SUBJECTS, G_REGEX_OPTIMIZE, 0, NULL);
  leading_year = g_regex_new (LEADING_YEAR, G_REGEX_OPTIMIZE, 0, NULL);
  looks_back = g_regex_new (LOOKS_BACK, G_REGEX_OPTIMIZE, 0, NULL);
  g_assert (leading_year != NULL && looks_back != NULL);
  g_assert (whole != NULL && part != NULL && open_end != NULL && closed != NULL && other_matters != NULL);
  g_once_init_leave (&done, 1);
}

static gboolean
fetch_figure (const GMatchInfo *info, BbDecimal *value)
{
  g_autofree char *digits = g_match_info_fetch_named (info, "n");
  BbNumber number = bb_number_read (digits, NULL);

  *value = number.value;
  return number.form == BB_NUMBER_PLAIN;
}

/* Where the sentence ends, or the first of @stops, from @from on. */
static gsize
find_end (const char *text, gsize from, const char *const *stops)
{
  gsize end = strlen (text);

  for (guint i = 0; stops[i] != NULL; i++)
    {
      const char *found = strstr (text + from, stops[i]);

      if (found != NULL && (gsize) (found - text) < end)
        end = (gsize) (found - text);
    }
  return end;
}

/* What a list says in brackets belongs to the part before it. */
static char *
without_brackets (const char *text, gsize start, gsize end)
{
  GString *plain = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == '(' || character == 0xFF08)
        depth++;
      else if (character == ')' || character == 0xFF09)
        depth -= depth > 0;
      else if (depth == 0)
        g_string_append_unichar (plain, character);
    }
  return g_string_free (plain, FALSE);
}

/* Adds up the figures of @list that count in @unit. Returns: how many there are; 0 for a list that nobody can add up. */
static guint
add_parts (const char *list, const char *unit, BbDecimal *sum)
{
  g_autoptr (GMatchInfo) info = NULL;
  guint n = 0;

  *sum = bb_decimal_from_int (0);
  if (g_regex_match (open_end, list, 0, NULL))
    return 0;
  g_regex_match (part, list, 0, &info);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      g_autofree char *own = g_match_info_fetch_named (info, "unit");
      BbDecimal value;

      if (!g_str_equal (own, unit))
        continue;
      if (!fetch_figure (info, &value) || !bb_decimal_add (*sum, value, sum))
        return 0;
      n++;
    }
  return n;
}

static void
add_claim (GArray *claims, const char *text, gsize start, gsize end, const BbTextClaim *claim)
{
  BbTextClaim added = *claim;

  added.words_start = start;
  added.words_length = end - start;
  added.start = (guint) g_utf8_pointer_to_offset (text, text + start);
  added.length = (guint) g_utf8_pointer_to_offset (text + start, text + end);
  g_array_append_val (claims, added);
}

static void
judge_whole (const char *text, const GMatchInfo *info, GArray *claims)
{
  static const char *const stops[] = { "。", "；", ";", "\n", "其中", NULL };
  static const char *const inner_stops[] = { "）", ")", "。", "；", ";", "\n", "其中", NULL };
  g_autofree char *unit = g_match_info_fetch_named (info, "unit");
  g_autofree char *opening = NULL;
  g_autofree char *list = NULL;
  gboolean bracketed;
  BbTextClaim claim = { 0 };
  int start, end;
  gsize stop;
  guint n;
  int order;

  g_match_info_fetch_pos (info, 0, &start, &end);
  opening = g_match_info_fetch (info, 0);
  bracketed = strstr (opening, "（") != NULL || strchr (opening, '(') != NULL;
  stop = find_end (text, (gsize) end, bracketed ? inner_stops : stops);
  list = without_brackets (text, (gsize) end, stop);
  n = add_parts (list, unit, &claim.parts);
  if (n < 2 || !fetch_figure (info, &claim.whole))
    return;
  order = bb_decimal_compare (claim.parts, claim.whole);
  if (order == 0 || (order < 0 && n < 3))
    return;
  add_claim (claims, text, (gsize) start, stop, &claim);
}

void
bb_text_claims_find_parts (const char *text, GArray *claims)
{
  g_autoptr (GMatchInfo) info = NULL;

  /* Most texts have no such list; looking for one word is cheaper than for all figures. */
  if (strstr (text, "其中") == NULL && strstr (text, "包括") == NULL)
    return;
  compile ();
  g_regex_match (whole, text, 0, &info);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    judge_whole (text, info, claims);
}

/* Where the words around @place begin: behind the last of @breaks before it. */
static gsize
find_begin (const char *text, gsize place, const char *const *breaks)
{
  gsize begin = 0;

  for (guint i = 0; breaks[i] != NULL; i++)
    {
      const char *found = g_strrstr_len (text, (gssize) place, breaks[i]);

      if (found != NULL && (gsize) (found - text) + strlen (breaks[i]) > begin)
        begin = (gsize) (found - text) + strlen (breaks[i]);
    }
  return begin;
}

/* 办理提案86件，全部办结；收到申请……: whether what was spoken of last before the words is 申请; or they come first. */
static gboolean
is_about_requests (const char *sentence, gsize before)
{
  g_autoptr (GMatchInfo) info = NULL;
  gboolean last = TRUE;

  g_regex_match_full (other_subjects, sentence, (gssize) before, 0, 0, &info, NULL);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      int start, end;

      g_match_info_fetch_pos (info, 0, &start, &end);
      last = g_str_has_prefix (sentence + start, "申请");
    }
  return last;
}

gboolean
bb_text_claims_find_closed (const char *text, BbTextClaim *claim)
{
  static const char *const clauses[] = { "，", "。", "；", "\n", NULL };
  static const char *const sentences[] = { "。", "\n", NULL };
  g_autoptr (GMatchInfo) info = NULL;

  compile ();
  g_regex_match (closed, text, 0, &info);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      g_autofree char *clause = NULL;
      g_autofree char *sentence = NULL;
      int start, end;

      g_match_info_fetch_pos (info, 0, &start, &end);
      clause = g_strndup (text + find_begin (text, (gsize) start, clauses), (gsize) end - find_begin (text, (gsize) start, clauses));
      sentence = g_strndup (text + find_begin (text, (gsize) start, sentences), (gsize) end - find_begin (text, (gsize) start, sentences));
      if (strstr (sentence, "申请") == NULL || g_regex_match (other_matters, clause, 0, NULL) ||
          !is_about_requests (sentence, strlen (sentence) - (gsize) (end - start)))
        continue;
      *claim = (BbTextClaim) { 0 };
      claim->start = (guint) g_utf8_pointer_to_offset (text, text + start);
      claim->length = (guint) g_utf8_pointer_to_offset (text + start, text + end);
      claim->words_start = (gsize) start;
      claim->words_length = (gsize) (end - start);
      return TRUE;
    }
  return FALSE;
}

/* 2023年收到651件，2024年收到703件: the sentence goes on to the year that follows. */
static gboolean
names_year_after (const char *sentence, BbDecimal year)
{
  g_autofree char *after = g_strdup_printf ("%" G_GINT64_FORMAT "年", year.mantissa + 1);

  return strstr (sentence, after) != NULL;
}

void
bb_text_claims_find_leading_years (const char *text, GArray *claims)
{
  g_autoptr (GMatchInfo) info = NULL;

  compile ();
  g_regex_match (leading_year, text, 0, &info);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      g_autofree char *sentence = g_match_info_fetch (info, 0);
      BbTextClaim claim = { 0 };
      int start, end;

      if (g_regex_match (looks_back, sentence, 0, NULL) || !fetch_figure (info, &claim.whole) ||
          !g_match_info_fetch_named_pos (info, "year", &start, &end) || names_year_after (sentence, claim.whole))
        continue;
      add_claim (claims, text, (gsize) start, (gsize) end, &claim);
    }
}
