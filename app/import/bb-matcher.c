/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-matcher.h"

#include "import/bb-headings.h"
#include "import/bb-import-map-private.h"
#include "import/bb-match-cells.h"
#include "import/bb-match-lost.h"
#include "import/bb-match-regroup.h"
#include "import/bb-match-table.h"
#include "import/bb-match.h"
#include "import/bb-narrative.h"
#include "import/bb-other-report.h"
#include "import/bb-other-tables.h"
#include "import/bb-page-parts.h"
#include "import/bb-title.h"

#include <glib/gi18n-lib.h>

/* ---- the edition ---- */

static void
count_editions (BbLabels          *labels,
                const BbMatchLine *line,
                GHashTable        *counts)
{
  for (guint i = 0; line->cells != NULL && i < line->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (line->cells, i);
      const BbForm *form = *cell != '\0' ? bb_labels_edition (labels, cell) : NULL;

      if (form != NULL)
        g_hash_table_insert (counts, (gpointer) form, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, form)) + 1));
    }
}

/* Without a year, the edition whose own words stand most often in the tables; the newest when none do. */
static const BbForm *
find_edition (BbMatch *match)
{
  const BbForm *const *forms = bb_form_list ();
  const BbForm *best = bb_form_for_year (G_MAXINT);
  g_autoptr (BbLabels) labels = bb_labels_new (best);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < match->lines->len; i++)
    count_editions (labels, bb_match_get_line (match, i), counts);
  for (guint i = 0; forms[i] != NULL; i++)
    if (GPOINTER_TO_UINT (g_hash_table_lookup (counts, forms[i])) > GPOINTER_TO_UINT (g_hash_table_lookup (counts, best)))
      best = forms[i];
  bb_match_note (match, "read.form", BB_SEVERITY_WARNING, NULL, 0, 0,
                 g_strdup_printf (_("Without a report year the form of %s was taken, going by the rows found"), best->id));
  return best;
}

/* ---- metadata ---- */

static void
put_meta (BbMatch    *match,
          BbMeta      meta,
          const char *text)
{
  bb_report_edit (match->report, bb_report_get_meta (match->report, meta), text, BB_ORIGIN_READ);
}

/* The title is kept only when it is another one than the program would write. */
static void
put_title (BbMatch       *match,
           const BbTitle *title)
{
  g_autofree char *generated = NULL;
  g_autofree char *year = title->year != 0 ? g_strdup_printf ("%d", title->year) : NULL;

  put_meta (match, BB_META_ORGANISATION, title->organisation);
  if (year != NULL)
    put_meta (match, BB_META_YEAR, year);
  generated = bb_report_get_title (match->report);
  if (title->title != NULL && !g_str_equal (title->title, generated))
    put_meta (match, BB_META_TITLE, title->title);
}

/* ---- the whole ---- */

/* Returns: how many tables were found. */
static guint
read_tables (BbMatch *match)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_match_table_free);
  guint n = 0;

  bb_other_tables_set_apart (match);
  bb_match_years_part (match);
  bb_match_lists_split (match);
  bb_match_wrapped_join (match);
  bb_match_beside_join (match);
  for (guint i = 0; i < match->form->n_tables; i++)
    g_ptr_array_add (tables, bb_match_table_collect (match, &match->form->tables[i]));
  for (guint i = 0; i < tables->len; i++)
    {
      BbMatchTable *table = g_ptr_array_index (tables, i);

      n += table->rows->len > 0 || table->heads->len > 0;
      bb_match_cells_fill (table);
    }
  bb_other_tables_leave_out (match, tables);
  bb_match_lost_tell (match, tables);
  return n;
}

static void
add_notes (BbMatch *match)
{
  bb_match_note_more (match);
  for (guint i = 0; i < match->source->notes->len; i++)
    bb_report_add_note (match->report, g_ptr_array_index (match->source->notes, i));
  for (guint i = 0; i < match->notes->len; i++)
    bb_report_add_note (match->report, g_ptr_array_index (match->notes, i));
}

static gboolean
refuse (const BbMatch  *match,
        GError        **error)
{
  const char *reason = _("Nothing of an annual report was found: no title, no section, no table");

  if (match->source->blocks->len == 0)
    reason = _("There is no text in the file. If it shows pictures of pages, open the file that they were made from: figures are not guessed from pictures");
  g_set_error_literal (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_NO_REPORT, reason);
  return FALSE;
}

static gboolean
read_body (BbMatch        *match,
           const BbTitle  *title,
           GError        **error)
{
  guint n_sections;
  guint n_tables;

  bb_other_report_set_apart (match, title);
  n_sections = bb_headings_find (match, title->first);
  if (n_sections > 0)
    bb_page_parts_set_apart (match, title->first);
  n_tables = read_tables (match);
  if (g_cancellable_set_error_if_cancelled (match->cancellable, error))
    return FALSE;
  if (n_sections == 0 && n_tables == 0 && title->title == NULL)
    return refuse (match, error);
  if (!bb_narrative_fill (match, error))
    return FALSE;
  put_title (match, title);
  add_notes (match);
  return TRUE;
}

static BbReading *
take_reading (BbMatch *match)
{
  BbReading *reading = g_new0 (BbReading, 1);

  reading->report = g_steal_pointer (&match->report);
  reading->rows = g_steal_pointer (&match->rows);
  reading->sums = g_steal_pointer (&match->sums);
  reading->map = bb_import_map_new (match);
  bb_report_forget_history (reading->report);
  bb_report_mark_unsaved (reading->report);
  return reading;
}

BbReading *
bb_matcher_read (const BbImportSource  *source,
                 const char            *name,
                 GCancellable          *cancellable,
                 GError               **error)
{
  g_auto (BbMatch) match = { 0 };
  g_auto (BbTitle) title = { 0 };
  gboolean done;

  bb_match_init (&match, source, name, cancellable);
  bb_title_find (&match, bb_other_report_find_start (&match), &title);
  match.year = title.year;
  bb_match_begin (&match, title.year != 0 ? bb_form_for_year (title.year) : find_edition (&match));
  bb_report_begin_group (match.report, _("Read"));
  done = read_body (&match, &title, error);
  bb_report_end_group (match.report);
  return done ? take_reading (&match) : NULL;
}
