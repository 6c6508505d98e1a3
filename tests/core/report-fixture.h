/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report to test with, and what its cells are expected to be. */
#pragma once

#include <bianbao/bb-report.h>

static inline BbReport *
report_new (void)
{
  return bb_report_new (bb_form_get ("2021"));
}

static inline BbField *
field (BbReport *report, const char *id)
{
  BbField *found = bb_report_find_field (report, id);

  g_assert_nonnull (found);
  return found;
}

static inline gboolean
type (BbReport *report, const char *id, const char *text)
{
  return bb_report_edit (report, field (report, id), text, BB_ORIGIN_TYPED);
}

static inline void
read_cell (BbReport *report, const char *id, const char *text)
{
  BbContent content = { .text = (char *) text, .origin = BB_ORIGIN_READ, .source = (char *) "table 3, line 41" };

  bb_report_edit_content (report, field (report, id), &content);
}

static inline void
read_row (BbReport *report, const char *row, const char *const *texts)
{
  static const char *const columns[] = { "natural", "business", "research", "charity", "legal", "other", "total" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *id = g_strdup_printf ("t3.%s.%s", row, columns[i]);

      if (texts[i] != NULL)
        read_cell (report, id, texts[i]);
    }
}

static inline void
assert_cell (BbReport *report, const char *id, const char *text, BbState state, BbOrigin origin)
{
  g_assert_cmpstr (bb_field_get_text (field (report, id)), ==, text);
  g_assert_cmpint (bb_field_get_state (field (report, id)), ==, state);
  g_assert_cmpint (bb_field_get_origin (field (report, id)), ==, origin);
}
