/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-tidy-up.h"

#include "bb-text-diff.h"

#include <glib/gi18n.h>

/* Where a range of the old text is in the new one. Returns: FALSE when its own characters changed. */
static gboolean
move_range (const GArray *hunks, guint *start, guint length)
{
  int shift = 0;

  for (guint i = 0; i < hunks->len; i++)
    {
      const BbTextHunk *hunk = &g_array_index (hunks, BbTextHunk, i);

      if (hunk->start >= *start + length)
        break;
      if (hunk->start + hunk->removed > *start)
        return FALSE;
      shift += (int) hunk->n_added - (int) hunk->removed;
    }
  *start = (guint) ((int) *start + shift);
  return TRUE;
}

/* The report itself knows one place that an edit changed; tidying changes many, with figures between them. */
static GArray *
move_links (BbField *field, const char *after)
{
  g_autoptr (GArray) hunks = bb_text_diff (bb_field_get_text (field), after);
  GArray *moved = g_array_new (FALSE, FALSE, sizeof (BbLink));
  guint n_links;
  const BbLink *links = bb_field_get_links (field, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      BbLink link = links[i];

      if (move_range (hunks, &link.start, link.length))
        g_array_append_val (moved, link);
    }
  return moved;
}

static void
tidy_field (BbReport *report, BbField *field, guint totals[BB_N_TIDY])
{
  guint counts[BB_N_TIDY];
  g_autofree char *tidy = bb_tidy (bb_field_get_text (field), counts);
  g_autoptr (GArray) links = NULL;
  BbContent content = { tidy, BB_ORIGIN_TYPED, FALSE, NULL, NULL, NULL, NULL };

  if (g_str_equal (tidy, bb_field_get_text (field)))
    return;
  links = move_links (field, tidy);
  content.links = links;
  bb_report_edit_content (report, field, &content);
  for (guint i = 0; i < BB_N_TIDY; i++)
    totals[i] += counts[i];
}

char *
bb_tidy_up (BbReport *report, int section)
{
  guint totals[BB_N_TIDY] = { 0 };
  guint n_sections;

  g_return_val_if_fail (BB_IS_REPORT (report), NULL);

  n_sections = bb_report_get_form (report)->n_sections;
  bb_report_begin_group (report, _("Tidy Up"));
  for (guint i = 0; i < n_sections; i++)
    if (section < 0 || i == (guint) section)
      tidy_field (report, bb_report_get_section (report, i), totals);
  bb_report_end_group (report);
  return bb_tidy_describe (totals);
}
