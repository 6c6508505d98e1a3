/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-title.h"

#include "import/bb-year.h"

#include <bianbao/bb-text.h>
#include <string.h>

/* Titles stand at the top, above 一; after many other lines a report is only spoken of. */
#define FARTHEST_LINE 1000
#define LONGEST_TITLE 80
#define LONGEST_PART 40
#define MOST_LINES 3

/* What a sentence has and a title has not; `>` stands in the path of a web site. */
static const char *const sentence_marks[] = { "。", "，", "；", "：", "？", "！", ">", "»", "›", NULL };

/* What an office is called at its end, so that a line of its own above the title is known to be its name. */
static const char *const office_ends[] = {
  "政府", "局", "委", "会", "府", "室", "院", "厅", "部", "处", "镇", "乡", "街道", "办", "中心", "公司",
  "大学", "学院", "学校", "中学", "小学", "幼儿园", "馆", "队", "集团", "区", "县", "市", "站", "所", "署", "行", "）", ")", NULL
};

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

BbTitleClass
bb_title_classify (const char *text,
                   gboolean    is_first)
{
  static const char *const annual[] = { "年度报告", "年报", NULL };
  static const char *const any[] = { "报告", "年报", NULL };
  g_autofree char *folded = NULL;
  gsize length;
  char *bracket;

  if (g_utf8_strlen (text, -1) > LONGEST_TITLE || (!is_first && contains_any (text, sentence_marks)))
    return BB_TITLE_NONE;
  folded = bb_text_fold_label (text);
  length = strlen (folded);
  bracket = length > 0 && folded[length - 1] == ')' ? strrchr (folded, '(') : NULL;
  if (bracket != NULL)
    *bracket = '\0';
  if (strstr (folded, "信息公开") == NULL || !ends_with_any (folded, any))
    return BB_TITLE_NONE;
  if (bb_year_find (text, NULL, NULL) == 0)
    return ends_with_any (folded, annual) ? BB_TITLE_NO_YEAR : BB_TITLE_NONE;
  return ends_with_any (folded, annual) ? BB_TITLE_FULL : BB_TITLE_OTHER_WORD;
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

void
bb_title_read (BbTitle    *title,
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

/* ---- the lines ---- */

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

/* Where the body has begun, a title is only spoken of, or repeated on a new page. */
static gboolean
is_body (const char *text)
{
  return strstr (text, "。") != NULL || g_str_has_prefix (text, "一、");
}

/* @n lines from @index on that read as a title together. */
typedef struct
{
  guint index;
  guint n;
  BbTitleClass class;
  char *text;
} Candidate;

static void
candidate_clear (gpointer data)
{
  g_free (((Candidate *) data)->text);
}

/* What a site calls a list of reports: a title without year and without office is none, when there is another. */
static gboolean
is_rubric (const Candidate *candidate)
{
  g_autofree char *organisation = candidate->class == BB_TITLE_NO_YEAR ? organisation_after (candidate->text) : NULL;

  return organisation != NULL && *organisation == '\0';
}

/* As few lines as possible: a line that is a title alone is none with the line above. */
static gboolean
find_candidate (const BbMatch *match,
                guint          index,
                Candidate     *candidate)
{
  for (guint n = 1; n <= MOST_LINES; n++)
    {
      g_autofree char *text = join_lines (match, index, n);
      BbTitleClass class = text != NULL ? bb_title_classify (text, index == 0) : BB_TITLE_NONE;

      if (n > 1 && bb_title_classify (bb_match_get_line (match, MIN (index + n, match->lines->len) - 1)->text, FALSE) <= class)
        return FALSE;
      if (class == BB_TITLE_NONE)
        continue;
      *candidate = (Candidate) { index, n, class, g_steal_pointer (&text) };
      return TRUE;
    }
  return FALSE;
}

/* All above the body, once one is there: what is spoken of further down is another matter. */
static GArray *
find_candidates (const BbMatch *match)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  guint n_lines = count_head_lines (match);

  g_array_set_clear_func (candidates, candidate_clear);
  for (guint i = 0; i < n_lines; i++)
    {
      Candidate candidate;

      if (candidates->len > 0 && is_body (bb_match_get_line (match, i)->text))
        break;
      if (!find_candidate (match, i, &candidate))
        continue;
      g_array_append_val (candidates, candidate);
      /* The end of a title over several lines is no title of its own. */
      i += candidate.n - 1;
    }
  return candidates;
}

/* Whether the title of the page says the same. */
static gboolean
is_confirmed (const BbMatch   *match,
              const Candidate *candidate)
{
  g_autofree char *folded = bb_text_fold_label (candidate->text);
  g_autofree char *page = match->source->title != NULL ? bb_text_fold_label (match->source->title) : NULL;

  return page != NULL && candidate->class < BB_TITLE_NO_YEAR && strstr (page, folded) != NULL;
}

/*
 * A page lists the reports of other years, and repeats its title above the report: the last one above the body is the
 * report's, one that the page itself is titled by before any other.
 */
static const Candidate *
choose_candidate (const BbMatch *match,
                  GArray        *candidates)
{
  const Candidate *chosen = NULL;

  for (guint i = candidates->len; i > 0; i--)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i - 1);

      if (is_confirmed (match, candidate))
        return candidate;
      if (chosen == NULL || (is_rubric (chosen) && !is_rubric (candidate)))
        chosen = candidate;
    }
  return chosen;
}

/* The chosen title, and where it stands once more above. */
static void
mark_titles (BbMatch         *match,
             GArray          *candidates,
             const Candidate *chosen)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      for (guint n = 0; n < candidate->n && g_str_equal (candidate->text, chosen->text); n++)
        bb_match_get_line (match, candidate->index + n)->use = BB_LINE_TITLE;
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

void
bb_title_find (BbMatch *match,
               BbTitle *title)
{
  g_autoptr (GArray) candidates = find_candidates (match);
  const Candidate *chosen = choose_candidate (match, candidates);

  title->organisation = g_strdup ("");
  if (chosen != NULL)
    {
      mark_titles (match, candidates, chosen);
      title->title = g_strdup (chosen->text);
      title->first = chosen->index + chosen->n;
      bb_title_read (title, title->title);
      take_office_line (match, title, chosen->index);
    }
  bb_title_look_elsewhere (match, title);
}

void
bb_title_clear (BbTitle *title)
{
  g_clear_pointer (&title->title, g_free);
  g_clear_pointer (&title->organisation, g_free);
}
