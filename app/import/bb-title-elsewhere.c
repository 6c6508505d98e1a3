/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Organisation and year of a report whose title does not say them. */
#include "import/bb-title.h"
#include "import/bb-year.h"

#include <bianbao/bb-text.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Of an office. */
#define LONGEST_NAME 40

/* Behind the title so many lines may say who publishes the page. */
#define MOST_LINES 20

static void
take_organisation (BbMatch *match,
                   BbTitle *title,
                   BbTitle *other,
                   guint    line,
                   char    *message)
{
  g_free (title->organisation);
  title->organisation = g_steal_pointer (&other->organisation);
  bb_match_note (match, "read.organisation", BB_SEVERITY_WARNING, NULL, 0, line, message);
}

static void
take_year (BbMatch *match,
           BbTitle *title,
           int      year,
           guint    line,
           char    *message)
{
  title->year = year;
  bb_match_note (match, "read.year", BB_SEVERITY_WARNING, NULL, 0, line, message);
}

/* What @other says and the title does not. @organisation, @year: messages with what was found. */
static void
take_rest (BbMatch    *match,
           BbTitle    *title,
           BbTitle    *other,
           const char *organisation,
           const char *year)
{
  if (title->year == 0 && other->year != 0)
    take_year (match, title, other->year, 0, g_strdup_printf (year, other->year));
  if (*title->organisation == '\0' && *other->organisation != '\0')
    {
      char *message = g_strdup_printf (organisation, other->organisation);

      take_organisation (match, title, other, 0, message);
    }
}

/* ---- the title of the page ---- */

/* At what sites put between a page's title and their own names. */
static char **
split_parts (const char *text)
{
  static const char *const marks[] = { "_", "|", "-", "—", "–", ">", "»" };
  g_autoptr (GString) lines = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_replace (lines, marks[i], "\n", 0);
  return g_strsplit (lines->str, "\n", -1);
}

/* The parts of 某局2023年…年度报告_信息公开_某市政府网: the surest is taken. Returns: (transfer full) (nullable). */
static char *
find_part (const char *text)
{
  g_auto (GStrv) parts = split_parts (text);
  g_autofree char *best = bb_text_trim (text);
  BbTitleClass class = bb_title_classify (best, TRUE);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = bb_text_trim (parts[i]);

      if (bb_title_classify (part, TRUE) >= class)
        continue;
      class = bb_title_classify (part, TRUE);
      g_free (best);
      best = g_steal_pointer (&part);
    }
  return class != BB_TITLE_NONE ? g_steal_pointer (&best) : NULL;
}

char *
bb_title_find_in_page (const BbMatch *match)
{
  return match->source->title != NULL ? find_part (match->source->title) : NULL;
}

static void
look_in_page_title (BbMatch *match,
                    BbTitle *title)
{
  g_autofree char *text = bb_title_find_in_page (match);
  g_auto (BbTitle) other = { NULL };

  if (text == NULL)
    return;
  bb_title_read (&other, text);
  if (title->title == NULL)
    title->title = g_strdup (text);
  take_rest (match, title, &other, _("The title names no organisation; “%s” was taken from the title of the page"),
             _("The title names no year; %d was taken from the title of the page"));
}

/* ---- the name of the file ---- */

/* A file is often named like its report. */
static void
look_in_name (BbMatch *match,
              BbTitle *title)
{
  g_autofree char *base = g_path_get_basename (match->name);
  char *dot = strrchr (base, '.');
  g_auto (BbTitle) other = { NULL };

  if (dot != NULL)
    *dot = '\0';
  if (!g_utf8_validate (base, -1, NULL) || bb_title_classify (base, TRUE) == BB_TITLE_NONE)
    return;
  bb_title_read (&other, base);
  take_rest (match, title, &other, _("The title names no organisation; “%s” was taken from the name of the file"),
             _("The title names no year; %d was taken from the name of the file"));
}

/* ---- the text ---- */

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
look_for_year (BbMatch *match,
               BbTitle *title)
{
  guint line = 0;
  int year = find_year_in_text (match, &line);

  if (year != 0)
    {
      take_year (match, title, year, line, g_strdup_printf (_("The title names no year; %d is the year that the text speaks of"), year));
      return;
    }
  /* Four digits in a file's name may be the date of its publication. */
  year = bb_year_find_bare (match->name);
  if (year != 0)
    take_year (match, title, year, 0, g_strdup_printf (_("Title and text name no year; %d was taken from the name of the file"), year));
}

static const char *const publisher_words[] = {
  "发布机构", "公开机构", "制发机关", "发文机关", "发文机构", "发布单位", "编制单位", "公开主体", NULL
};

/* 发布机构：某局　发布日期：…. Returns: (transfer full) (nullable): the name, "" when nothing stands behind the word. */
static char *
read_publisher (const char *text)
{
  for (guint i = 0; publisher_words[i] != NULL; i++)
    {
      const char *p = strstr (text, publisher_words[i]);
      const char *end;

      if (p == NULL)
        continue;
      p += strlen (publisher_words[i]);
      while (*p != '\0' && g_utf8_strchr (" ：:　\t", -1, g_utf8_get_char (p)) != NULL)
        p = g_utf8_next_char (p);
      for (end = p; *end != '\0' && g_utf8_strchr (" 　\t\n", -1, g_utf8_get_char (end)) == NULL; end = g_utf8_next_char (end))
        ;
      return g_strndup (p, end - p);
    }
  return NULL;
}

static char *
read_publisher_cells (const GPtrArray *cells)
{
  gboolean is_next = FALSE;

  for (guint i = 0; i < cells->len; i++)
    {
      const char *cell = g_ptr_array_index (cells, i);
      g_autofree char *name = NULL;

      if (*cell == '\0')
        continue;
      if (is_next)
        return g_strdup (cell);
      name = read_publisher (cell);
      if (name != NULL && *name != '\0')
        return g_steal_pointer (&name);
      is_next = name != NULL;
    }
  return NULL;
}

/* Returns: (transfer full) (nullable): the office that a page names as its publisher on this line. */
static char *
find_publisher (const BbMatchLine *line)
{
  g_autofree char *name = line->cells != NULL ? read_publisher_cells (line->cells) : read_publisher (line->text);

  return name != NULL && *name != '\0' && g_utf8_strlen (name, -1) <= LONGEST_NAME ? g_steal_pointer (&name) : NULL;
}

static void
look_for_publisher (BbMatch *match,
                    BbTitle *title)
{
  for (guint i = 0; i < MIN (match->lines->len, title->first + MOST_LINES); i++)
    {
      const BbMatchLine *line = bb_match_get_line (match, i);
      g_auto (BbTitle) other = { .organisation = find_publisher (line) };

      if (other.organisation == NULL)
        continue;
      take_organisation (match, title, &other, line->line,
                         g_strdup_printf (_("The title names no organisation; “%s” was taken from the head of the page"), other.organisation));
      return;
    }
}

void
bb_title_look_elsewhere (BbMatch *match,
                         BbTitle *title)
{
  gboolean found = title->title != NULL;

  if (!found || title->year == 0 || *title->organisation == '\0')
    look_in_page_title (match, title);
  if (!found && title->title != NULL)
    bb_match_note (match, "read.title", BB_SEVERITY_HINT, NULL, 0, 0,
                   g_strdup_printf (_("The text has no title; “%s” is the title of the page"), title->title));
  else if (!found)
    bb_match_note (match, "read.title", BB_SEVERITY_WARNING, NULL, 0, 0, g_strdup (_("No title “…年政府信息公开工作年度报告” was found")));
  if (title->year == 0 || *title->organisation == '\0')
    look_in_name (match, title);
  if (title->year == 0)
    look_for_year (match, title);
  if (*title->organisation == '\0')
    look_for_publisher (match, title);
  if (title->year == 0)
    bb_match_note (match, "read.year", BB_SEVERITY_WARNING, NULL, 0, 0, g_strdup (_("No report year was found; enter it on the first page")));
}
