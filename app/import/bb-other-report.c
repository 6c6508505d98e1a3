/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-other-report.h"

#include "import/bb-page-parts.h"

#include <bianbao/bb-number.h>
#include <bianbao/bb-text.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define EXCERPT 60

/* A page of all years has twenty; running titles are on each page. */
#define MOST_TITLES 500

/* Of a row of table 3 or 4. */
#define FEWEST_FIGURES 5

/* 附件1：…, 附：…: what stands in front of the title of an enclosed report. */
static const char *
skip_enclosure (const char *text)
{
  static const char *const colons[] = { "：", ":" };

  for (guint i = 0; g_str_has_prefix (text, "附") && i < G_N_ELEMENTS (colons); i++)
    {
      const char *colon = strstr (text, colons[i]);

      if (colon != NULL && g_utf8_pointer_to_offset (text, colon) < 6)
        return colon + strlen (colons[i]);
    }
  return text;
}

static gboolean
is_other_name (const char *a,
               const char *b)
{
  g_autofree char *folded = bb_text_fold_label (a != NULL ? a : "");
  g_autofree char *other = bb_text_fold_label (b != NULL ? b : "");

  return *folded != '\0' && *other != '\0' && !g_str_equal (folded, other);
}

static gboolean
is_other_title (const BbMatchLine *line,
                const BbTitle     *title)
{
  const char *text = skip_enclosure (line->text);
  g_auto (BbTitle) other = { 0 };

  if (line->use != BB_LINE_FREE || line->n_filled != 1 || bb_title_classify (text, FALSE) != BB_TITLE_FULL)
    return FALSE;
  bb_title_read (&other, text);
  return is_other_name (title->organisation, other.organisation) || (title->year != 0 && other.year != 0 && title->year != other.year);
}

/* The title of another report has a report below it; in a list of links it has not. Returns: the last row of a table, or 0. */
static guint
find_last_row (const BbMatch *match)
{
  guint i = match->lines->len;

  while (i > 0 && !bb_page_parts_is_of_table (match, bb_match_get_line (match, i - 1)))
    i--;
  return i > 0 ? i - 1 : 0;
}

static void
leave_out (BbMatch *match,
           guint    first,
           guint    end)
{
  for (guint i = first; i < end; i++)
    if (bb_match_get_line (match, i)->use == BB_LINE_FREE)
      bb_match_get_line (match, i)->use = BB_LINE_NOTED;
}

static void
tell (BbMatch    *match,
      guint       index,
      const char *format)
{
  const BbMatchLine *line = bb_match_get_line (match, index);
  g_autofree char *excerpt = bb_match_excerpt (line->text, EXCERPT);

  bb_match_note (match, "read.other-report", BB_SEVERITY_WARNING, NULL, 0, line->line, g_strdup_printf (format, excerpt));
}

/* ---- which of several ---- */

/* One of several reports in the file: on line @index its title begins. */
typedef struct
{
  guint index;
  int year;
  char *organisation;
} Report;

static void
report_clear (gpointer data)
{
  g_free (((Report *) data)->organisation);
}

static Report *
get_report (const GArray *reports,
            guint         index)
{
  return &g_array_index (reports, Report, index);
}

/* The form is not known yet. */
static gboolean
has_figures (const BbMatchLine *line)
{
  guint n = 0;

  for (guint i = 0; line->cells != NULL && i < line->cells->len; i++)
    n += bb_number_read (g_ptr_array_index (line->cells, i), NULL).form == BB_NUMBER_PLAIN;
  return n >= FEWEST_FIGURES;
}

static gboolean
is_enclosed_title (const BbMatchLine *line)
{
  const char *text = skip_enclosure (line->text);

  return line->cells == NULL && text != line->text && bb_title_classify (text, FALSE) == BB_TITLE_FULL;
}

/* Titles with tables below them; a title that comes again is the same report's, on a new page. */
static GArray *
find_reports (const BbMatch *match)
{
  GArray *reports = g_array_new (FALSE, FALSE, sizeof (Report));
  g_auto (BbTitle) title = { 0 };
  guint index = 0;
  guint n_titles = 0;

  g_array_set_clear_func (reports, report_clear);
  for (guint i = 0; i < match->lines->len && n_titles < MOST_TITLES; i++)
    {
      const BbMatchLine *line = bb_match_get_line (match, i);
      guint n = line->cells == NULL ? bb_title_read_at (match, i, &title) : 0;
      const Report *last = reports->len > 0 ? get_report (reports, reports->len - 1) : NULL;

      if (n > 0)
        {
          index = i;
          i += n - 1;
          n_titles++;
        }
      /* An enclosed report is no choice, and its tables belong to no title above it. */
      else if (is_enclosed_title (line))
        bb_title_clear (&title);
      else if (title.organisation != NULL && has_figures (line) &&
               (last == NULL || last->year != title.year || is_other_name (last->organisation, title.organisation)))
        {
          Report report = { index, title.year, g_strdup (title.organisation) };

          g_array_append_val (reports, report);
        }
    }
  return reports;
}

/* How much of @report is in @text, the name of the file or of the page: its year, its office. */
static guint
count_named (const Report *report,
             const char   *text)
{
  g_autofree char *year = g_strdup_printf ("%d", report->year);

  if (text == NULL)
    return 0;
  return (strstr (text, year) != NULL) + (*report->organisation != '\0' && strstr (text, report->organisation) != NULL);
}

/* Of @a before @b: what page and file are named by decides; of the reports of one office it is the latest. */
static gboolean
is_better (const BbMatch *match,
           const Report  *a,
           const Report  *b)
{
  guint named_a = count_named (a, match->source->title);
  guint named_b = count_named (b, match->source->title);

  if (named_a == named_b && match->name != NULL)
    {
      named_a = count_named (a, match->name);
      named_b = count_named (b, match->name);
    }
  if (named_a != named_b)
    return named_a > named_b;
  return !is_other_name (a->organisation, b->organisation) && a->year > b->year;
}

guint
bb_other_report_find_start (const BbMatch *match)
{
  g_autoptr (GArray) reports = find_reports (match);
  guint best = 0;

  for (guint i = 1; i < reports->len; i++)
    if (is_better (match, get_report (reports, i), get_report (reports, best)))
      best = i;
  /* The line above may be the office. */
  return best > 0 ? get_report (reports, best)->index - 1 : 0;
}

/* ---- what is left out ---- */

static void
set_above_apart (BbMatch       *match,
                 const BbTitle *title)
{
  g_auto (BbTitle) other = { 0 };

  if (title->start == 0)
    return;
  leave_out (match, 0, title->start + 1);
  for (guint i = 0; i < title->start; i++)
    if (bb_title_read_at (match, i, &other) > 0)
      {
        tell (match, i, _("Another report stands above this one and was left out: “%s”"));
        return;
      }
}

void
bb_other_report_set_apart (BbMatch       *match,
                           const BbTitle *title)
{
  gboolean has_table = FALSE;
  guint last = find_last_row (match);

  set_above_apart (match, title);
  for (guint i = title->first; i < last; i++)
    {
      const BbMatchLine *line = bb_match_get_line (match, i);

      if (has_table && is_other_title (line, title))
        {
          leave_out (match, i, match->lines->len);
          tell (match, i, _("Another report begins here and was left out: “%s”"));
          return;
        }
      has_table = has_table || bb_page_parts_is_of_table (match, line);
    }
}
