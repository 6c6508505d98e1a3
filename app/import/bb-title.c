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

gboolean
bb_title_is_office (const char *text)
{
  return g_utf8_strlen (text, -1) <= LONGEST_PART && !contains_any (text, sentence_marks) && ends_with_any (text, office_ends);
}

/* 关于…年度报告的公示: how far the title goes without what is done with it. */
static gboolean
cut_notice (char *folded)
{
  static const char *const ends[] = { "的公示", "的公告", "的通告", "的通知", "的报告", "公示", "公告" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (folded, ends[i]))
      {
        folded[strlen (folded) - strlen (ends[i])] = '\0';
        return TRUE;
      }
  return FALSE;
}

/* The year itself may stand in a bracket at the end. */
static void
cut_bracket (char *folded)
{
  gsize length = strlen (folded);
  char *bracket = length > 0 && folded[length - 1] == ')' ? strrchr (folded, '(') : NULL;

  if (bracket != NULL)
    *bracket = '\0';
}

/* 关于印发《某局…年度报告》的通知, 《某局…年度报告》: elsewhere a report in quotes is only spoken of. Returns: (transfer full). */
static char *
fold_quoted (const char *quote,
             const char *close,
             gboolean    is_all,
             gboolean   *is_notice)
{
  g_autofree char *inner = g_strndup (quote, close - quote);
  g_autofree char *behind = bb_text_fold_label (close + strlen ("》"));

  *is_notice = cut_notice (behind);
  return *behind == '\0' && (is_all || *is_notice) ? bb_text_fold_label (inner) : g_strdup ("");
}

/* Returns: (transfer full): the title alone, to compare. @is_notice: (out): more was said of it. */
static char *
fold_title (const char *text,
            gboolean   *is_notice)
{
  const char *quote = strstr (text, "《");
  const char *close = g_strrstr (text, "》");
  char *folded;

  if (quote != NULL && close != NULL && close > quote)
    return fold_quoted (quote + strlen ("《"), close, quote == text, is_notice);
  folded = bb_text_fold_label (text);
  cut_bracket (folded);
  *is_notice = cut_notice (folded);
  if (g_str_has_suffix (folded, "全文"))
    folded[strlen (folded) - strlen ("全文")] = '\0';
  return folded;
}

BbTitleClass
bb_title_classify (const char *text,
                   gboolean    is_first)
{
  static const char *const annual[] = { "年度报告", "年报", NULL };
  static const char *const any[] = { "报告", "年报", NULL };
  g_autofree char *folded = NULL;
  gboolean is_notice = FALSE;

  if (g_utf8_strlen (text, -1) > LONGEST_TITLE || (!is_first && contains_any (text, sentence_marks)))
    return BB_TITLE_NONE;
  folded = fold_title (text, &is_notice);
  if (strstr (folded, "信息公开") == NULL || !ends_with_any (folded, any))
    return BB_TITLE_NONE;
  if (is_notice)
    return ends_with_any (folded, annual) && bb_year_find (text, NULL, NULL) != 0 ? BB_TITLE_NOTICE : BB_TITLE_NONE;
  if (bb_year_find (text, NULL, NULL) == 0)
    return ends_with_any (folded, annual) ? BB_TITLE_NO_YEAR : BB_TITLE_NONE;
  return ends_with_any (folded, annual) ? BB_TITLE_FULL : BB_TITLE_OTHER_WORD;
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
count_head_lines (const BbMatch *match,
                  guint          start)
{
  guint n = start;

  while (n < MIN (match->lines->len, start + FARTHEST_LINE) && !g_str_has_prefix (bb_match_get_line (match, n)->text, "一、"))
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
  g_auto (BbTitle) title = { 0 };

  if (candidate->class != BB_TITLE_NO_YEAR)
    return FALSE;
  bb_title_read (&title, candidate->text);
  return *title.organisation == '\0';
}

/* The title itself before a notice of it, and that before a rubric. */
static guint
rank (const Candidate *candidate)
{
  if (candidate->class == BB_TITLE_NOTICE)
    return 1;
  return is_rubric (candidate) ? 2 : 0;
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

      BbTitleClass alone = bb_title_classify (bb_match_get_line (match, MIN (index + n, match->lines->len) - 1)->text, FALSE);

      if (n > 1 && alone != BB_TITLE_NONE && alone <= class)
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
find_candidates (const BbMatch *match,
                 guint          start)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  guint n_lines = count_head_lines (match, start);

  g_array_set_clear_func (candidates, candidate_clear);
  for (guint i = start; i < n_lines; i++)
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
      if (chosen == NULL || rank (candidate) < rank (chosen))
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
      !bb_title_is_office (above->text))
    return;
  joined = g_strconcat (above->text, title->title, NULL);
  g_free (title->organisation);
  title->organisation = g_strdup (above->text);
  g_free (title->title);
  title->title = joined;
  above->use = BB_LINE_TITLE;
}

/*
 * The lines above, as far as the title of the page has them, too, and nothing between: the name of an office may take several
 * lines, and what stands above a report may as well be the name of the site.
 */
static void
take_lines_above (BbMatch         *match,
                  BbTitle         *title,
                  const Candidate *chosen)
{
  const char *page = match->source->title;
  g_autoptr (GString) text = g_string_new (chosen->text);

  for (guint i = chosen->index; page != NULL && i > 0 && *bb_match_get_line (match, i - 1)->text != '\0'; i--)
    {
      BbMatchLine *above = bb_match_get_line (match, i - 1);

      g_string_prepend (text, above->text);
      if (above->use != BB_LINE_FREE || above->n_filled != 1 || strstr (page, text->str) == NULL)
        return;
      above->use = BB_LINE_TITLE;
      bb_title_clear (title);
      title->title = g_strdup (text->str);
      bb_title_read (title, title->title);
    }
}

/* Under the site's name, the name of the list and the title of the page says more: that of the report. */
static gboolean
is_list_of (const BbMatch   *match,
            const Candidate *chosen)
{
  g_auto (BbTitle) page = { 0 };
  g_autofree char *text = is_rubric (chosen) ? bb_title_find_in_page (match) : NULL;

  if (text == NULL || bb_title_classify (text, TRUE) != BB_TITLE_FULL)
    return FALSE;
  bb_title_read (&page, text);
  return *page.organisation != '\0';
}

void
bb_title_find (BbMatch *match,
               guint    start,
               BbTitle *title)
{
  g_autoptr (GArray) candidates = find_candidates (match, start);
  const Candidate *chosen = choose_candidate (match, candidates);

  title->organisation = g_strdup ("");
  title->start = start;
  if (chosen != NULL)
    {
      mark_titles (match, candidates, chosen);
      title->first = chosen->index + chosen->n;
    }
  if (chosen != NULL && !is_list_of (match, chosen))
    {
      title->title = g_strdup (chosen->text);
      bb_title_read (title, title->title);
      take_lines_above (match, title, chosen);
      take_office_line (match, title, chosen->index);
    }
  bb_title_look_elsewhere (match, title);
}

/* Quickly, of lines that may be a title together: most are not. */
static gboolean
may_be_title (const BbMatch *match,
              guint          index)
{
  for (guint i = index; i < MIN (index + MOST_LINES, match->lines->len); i++)
    if (strstr (bb_match_get_line (match, i)->text, "信") != NULL)
      return TRUE;
  return FALSE;
}

guint
bb_title_read_at (const BbMatch *match,
                  guint          index,
                  BbTitle       *title)
{
  Candidate candidate;
  guint n;

  if (!may_be_title (match, index) || !find_candidate (match, index, &candidate))
    return 0;
  n = candidate.class == BB_TITLE_FULL ? candidate.n : 0;
  if (n > 0)
    bb_title_read (title, candidate.text);
  candidate_clear (&candidate);
  return n;
}

void
bb_title_clear (BbTitle *title)
{
  g_clear_pointer (&title->title, g_free);
  g_clear_pointer (&title->organisation, g_free);
}
