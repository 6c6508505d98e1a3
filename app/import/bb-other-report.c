/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-other-report.h"

#include "import/bb-page-parts.h"

#include <bianbao/bb-text.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define EXCERPT 60

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

/* The title of another report has a report below it; in a list of links it has not. */
static gboolean
has_table_below (const BbMatch *match,
                 guint          index)
{
  for (guint i = index + 1; i < match->lines->len; i++)
    if (bb_page_parts_is_of_table (match, bb_match_get_line (match, i)))
      return TRUE;
  return FALSE;
}

static void
leave_out (BbMatch *match,
           guint    first)
{
  g_autofree char *excerpt = bb_match_excerpt (bb_match_get_line (match, first)->text, EXCERPT);

  for (guint i = first; i < match->lines->len; i++)
    if (bb_match_get_line (match, i)->use == BB_LINE_FREE)
      bb_match_get_line (match, i)->use = BB_LINE_NOTED;
  bb_match_note (match, "read.other-report", BB_SEVERITY_WARNING, NULL, 0, bb_match_get_line (match, first)->line,
                 g_strdup_printf (_("Another report begins here and was left out: “%s”"), excerpt));
}

void
bb_other_report_set_apart (BbMatch       *match,
                           const BbTitle *title)
{
  gboolean has_table = FALSE;

  for (guint i = title->first; i < match->lines->len; i++)
    {
      const BbMatchLine *line = bb_match_get_line (match, i);

      if (has_table && is_other_title (line, title) && has_table_below (match, i))
        {
          leave_out (match, i);
          return;
        }
      has_table = has_table || bb_page_parts_is_of_table (match, line);
    }
}
