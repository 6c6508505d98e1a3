/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-title.h"

#include "import/bb-year.h"

#include <bianbao/bb-text.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Titles stand at the top, above 一; after many other lines a report is only spoken of. */
#define FARTHEST_LINE 200
#define LONGEST_TITLE 80
#define LONGEST_PART 40
#define MOST_LINES 3

/* What a sentence has and a title has not; `>` stands in the path of a web site. */
static const char *const sentence_marks[] = { "。", "，", "；", "：", "？", "！", ">", "»", "›", NULL };

/* What an office is called at its end, so that a line of its own above the title is known to be its name. */
static const char *const office_ends[] = {
  "政府", "局", "委", "会", "府", "室", "院", "厅", "部", "处", "镇", "乡", "街道", "办", "中心", "公司", "大学", "学院", "学校", "区", "县", "市", "站", "所", "署", "行", "）", ")", NULL
};

/*
 * How surely a text is the title, the surest first.
 */
typedef enum
{
  CLASS_FULL,       /* year, 信息公开, 年度报告 */
  CLASS_OTHER_WORD, /* year, 信息公开, some report */
  CLASS_NO_YEAR,    /* 信息公开, 年度报告 */
  CLASS_NONE
} TitleClass;

static gboolean
ends_with_any (const char        *text,
               const char *const *ends)
{
  for (guint i = 0; ends[i] != NULL; i++)
    if (g_str_has_suffix (text, ends[i]))
      return TRUE;
  return FALSE;
}

static gboolean
contains_any (const char        *text,
              const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* @is_first: the first line of all may be a title with a comma in the name of the office. */
static TitleClass
classify (const char *text,
          gboolean    is_first)
{
  static const char *const annual[] = { "年度报告", "年报", NULL };
  static const char *const any[] = { "报告", "年报", NULL };
  g_autofree char *folded = NULL;
  gsize length;
  char *bracket;

  if (g_utf8_strlen (text, -1) > LONGEST_TITLE || (!is_first && contains_any (text, sentence_marks)))
    return CLASS_NONE;
  folded = bb_text_fold_label (text);
  length = strlen (folded);
  bracket = length > 0 && folded[length - 1] == ')' ? strrchr (folded, '(') : NULL;
  if (bracket != NULL)
    *bracket = '\0';
  if (strstr (folded, "信息公开") == NULL || !ends_with_any (folded, any))
    return CLASS_NONE;
  if (bb_year_find (text, NULL, NULL) == 0)
    return ends_with_any (folded, annual) ? CLASS_NO_YEAR : CLASS_NONE;
  return ends_with_any (folded, annual) ? CLASS_FULL : CLASS_OTHER_WORD;
}

/* @n lines from @index on as one text, or NULL where they can't be one title. */
static char *
join_lines (const BbMatch *match,
            guint          index,
            guint          n)
{
  GString *text = g_string_new (NULL);

  for (guint i = index; i < index + n; i++)
    {
      const BbMatchLine *line = i < match->lines->len ? bb_match_get_line (match, i) : NULL;

      if (line == NULL || line->n_filled != 1 || (n > 1 && g_utf8_strlen (line->text, -1) > LONGEST_PART) ||
          (i + 1 < index + n && contains_any (line->text, sentence_marks)))
        {
          g_string_free (text, TRUE);
          return NULL;
        }
      g_string_append (text, line->text);
    }
  return g_string_free (text, FALSE);
}

static guint
count_head_lines (const BbMatch *match)
{
  guint n = 0;

  while (n < MIN (match->lines->len, FARTHEST_LINE) && !g_str_has_prefix (bb_match_get_line (match, n)->text, "一、"))
    n++;
  return n;
}

/* Finds the first lines that are a title of @class. */
static char *
find_lines (const BbMatch *match,
            TitleClass     class,
            guint          n,
            guint         *index)
{
  guint n_lines = count_head_lines (match);

  for (*index = 0; *index < n_lines; (*index)++)
    {
      g_autofree char *text = join_lines (match, *index, n);

      if (text != NULL && classify (text, *index == 0) == class)
        return g_steal_pointer (&text);
    }
  return NULL;
}

/* Where the body has begun, a title is only spoken of, or repeated on a new page. */
static gboolean
is_body (const char *text)
{
  return strstr (text, "。") != NULL || g_str_has_prefix (text, "一、");
}

/* A page repeats its title above the report; the last one is the report's. */
static guint
skip_repeated (BbMatch *match,
               guint    index)
{
  const char *text = bb_match_get_line (match, index)->text;
  guint last = index;

  for (guint i = index + 1; i < match->lines->len && !is_body (bb_match_get_line (match, i)->text); i++)
    if (g_str_equal (bb_match_get_line (match, i)->text, text))
      {
        bb_match_get_line (match, last)->use = BB_LINE_TITLE;
        last = i;
      }
  return last;
}

/* ---- the organisation ---- */

static void
cut_end (char       *text,
         const char *end)
{
  if (g_str_has_suffix (text, end))
    text[strlen (text) - strlen (end)] = '\0';
}

static char *
organisation_before (const char *text,
                     const char *year)
{
  g_autofree char *before = g_strndup (text, year - text);
  g_autofree char *organisation = bb_text_trim (before);

  /* …政府信息公开2021年年度报告, …信息公开工作报告（2021年）: the subject is no part of the name. */
  g_strlcpy (before, organisation, strlen (before) + 1);
  if (strstr (before, "信息公开") != NULL)
    {
      char *subject = g_strrstr (before, "政府信息公开");

      if (subject == NULL)
        subject = g_strrstr (before, "信息公开");
      *subject = '\0';
    }
  cut_end (before, "（");
  cut_end (before, "(");
  return bb_text_trim (before);
}

static char *
organisation_after (const char *behind_year)
{
  const char *subject = g_strrstr (behind_year, "政府信息公开");
  g_autofree char *organisation = NULL;
  g_autofree char *trimmed = NULL;

  if (subject == NULL)
    return g_strdup ("");
  organisation = g_strndup (behind_year, subject - behind_year);
  trimmed = bb_text_trim (organisation);
  /* 某县人民政府信息公开: the word serves twice. */
  return g_str_has_suffix (trimmed, "人民") ? g_strconcat (trimmed, "政府", NULL) : g_steal_pointer (&trimmed);
}

static void
read_title (BbTitle    *title,
            const char *text)
{
  const char *start = NULL;
  const char *end = NULL;

  title->year = bb_year_find_last (text, &start, &end);
  g_free (title->organisation);
  title->organisation = title->year != 0 ? organisation_before (text, start) : organisation_after (text);
  if (title->year != 0 && *title->organisation == '\0')
    {
      g_free (title->organisation);
      title->organisation = organisation_after (end);
    }
}

/* The line right above the title, where the title names no office. */
static void
take_office_line (BbMatch *match,
                  BbTitle *title,
                  guint    index)
{
  BbMatchLine *above = index > 0 ? bb_match_get_line (match, index - 1) : NULL;
  char *joined;

  if (above == NULL || above->use != BB_LINE_FREE || above->n_filled != 1 || *title->organisation != '\0' ||
      g_utf8_strlen (above->text, -1) > LONGEST_PART || contains_any (above->text, sentence_marks) ||
      !ends_with_any (above->text, office_ends))
    return;
  joined = g_strconcat (above->text, title->title, NULL);
  g_free (title->organisation);
  title->organisation = g_strdup (above->text);
  g_free (title->title);
  title->title = joined;
  above->use = BB_LINE_TITLE;
}

/* ---- the year, when the title has none ---- */

/* The year that stands most often in the text, the first of them when several do. A period 1月1日…12月31日 settles it. */
static int
find_year_in_text (const BbMatch *match,
                   guint         *line)
{
  guint counts[100] = { 0 };
  guint lines[100] = { 0 };
  guint best = 0;

  for (guint i = 0; i < match->lines->len; i++)
    {
      const BbMatchLine *here = bb_match_get_line (match, i);
      const char *p = here->text;

      for (int year = bb_year_find (p, NULL, &p); year != 0; year = bb_year_find (p, NULL, &p))
        {
          guint n = (guint) year % 100;

          if (counts[n]++ == 0)
            lines[n] = here->line;
          if (g_str_has_prefix (p, "1月1日"))
            counts[n] += match->lines->len;
          if (counts[n] > counts[best] || (counts[n] == counts[best] && lines[n] < lines[best]))
            best = n;
        }
    }
  *line = lines[best];
  return counts[best] > 0 ? 2000 + (int) best : 0;
}

static void
find_year_elsewhere (BbMatch *match,
                     BbTitle *title)
{
  guint line = 0;

  title->year = find_year_in_text (match, &line);
  if (title->year != 0)
    {
      bb_match_note (match, "read.year", BB_SEVERITY_WARNING, NULL, 0, line,
                     g_strdup_printf (_("The title names no year; %d is the year that the text speaks of"), title->year));
      return;
    }
  title->year = bb_year_find_bare (match->name);
  if (title->year != 0)
    bb_match_note (match, "read.year", BB_SEVERITY_WARNING, NULL, 0, 0,
                   g_strdup_printf (_("Title and text name no year; %d was taken from the name of the file"), title->year));
}

/* A file is often named like its report. */
static void
find_organisation_in_name (BbMatch *match,
                           BbTitle *title)
{
  g_autofree char *base = g_path_get_basename (match->name);
  char *dot = strrchr (base, '.');
  g_auto (BbTitle) named = { NULL };

  if (dot != NULL)
    *dot = '\0';
  if (!g_utf8_validate (base, -1, NULL) || classify (base, TRUE) == CLASS_NONE)
    return;
  read_title (&named, base);
  if (*named.organisation == '\0')
    return;
  g_free (title->organisation);
  title->organisation = g_steal_pointer (&named.organisation);
  bb_match_note (match, "read.organisation", BB_SEVERITY_WARNING, NULL, 0, 0,
                 g_strdup_printf (_("The title names no organisation; “%s” was taken from the name of the file"), title->organisation));
}

static void
note_gaps (BbMatch *match,
           BbTitle *title)
{
  if (title->title == NULL)
    bb_match_note (match, "read.title", BB_SEVERITY_WARNING, NULL, 0, 0,
                   g_strdup (_("No title “…年政府信息公开工作年度报告” was found")));
  if (title->year == 0)
    find_year_elsewhere (match, title);
  if (*title->organisation == '\0')
    find_organisation_in_name (match, title);
  if (title->year == 0)
    bb_match_note (match, "read.year", BB_SEVERITY_WARNING, NULL, 0, 0, g_strdup (_("No report year was found; enter it on the first page")));
}

void
bb_title_find (BbMatch *match,
               BbTitle *title)
{
  guint index = 0;
  guint n = 1;

  title->organisation = g_strdup ("");
  for (TitleClass class = CLASS_FULL; title->title == NULL && class < CLASS_NONE; class++)
    for (n = 0; title->title == NULL && n < MOST_LINES;)
      title->title = find_lines (match, class, ++n, &index);
  if (title->title != NULL)
    {
      index = n == 1 ? skip_repeated (match, index) : index;
      for (guint i = index; i < index + n; i++)
        bb_match_get_line (match, i)->use = BB_LINE_TITLE;
      title->first = index + n;
      read_title (title, title->title);
      take_office_line (match, title, index);
    }
  note_gaps (match, title);
}

void
bb_title_clear (BbTitle *title)
{
  g_clear_pointer (&title->title, g_free);
  g_clear_pointer (&title->organisation, g_free);
}
