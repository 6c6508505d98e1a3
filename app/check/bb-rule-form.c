/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-run.h"

#include <bianbao/bb-text.h>
#include <string.h>

static gboolean
is_table_missing (const BbRun *run, const BbTable *table)
{
  for (guint cell = table->first_cell; cell < table->first_cell + table->n_cells; cell++)
    if (run->form->cells[cell].derived_from < 0 && run->cells[cell].state != BB_STATE_MISSING)
      return FALSE;
  return TRUE;
}

static void
find_missing_tables (BbRun *run, const BbRule *rule)
{
  for (guint t = 0; t < run->form->n_tables; t++)
    {
      const BbTable *table = &run->form->tables[t];
      BbFinding *finding;

      if (!is_table_missing (run, table))
        continue;
      finding = bb_run_add (run, rule, BB_WORDING_NO_TABLE, table->section, run->form->cells[table->first_cell].id);
      finding->number = t;
    }
}

/* The introduction has no number and may be left out. */
static void
find_missing_sections (BbRun *run, const BbRule *rule)
{
  for (guint s = 0; s < run->form->n_sections; s++)
    {
      const BbSection *section = &run->form->sections[s];

      if (section->number != NULL && bb_field_get_state (bb_report_get_section (run->report, s)) == BB_STATE_MISSING)
        bb_run_add (run, rule, BB_WORDING_NO_SECTION, s, section->id);
    }
}

/* What every title ends with, whatever stands between its characters (form.md, "Sections"). */
#define TITLE_WORDS "政府信息公开工作年度报告"

static gboolean
has_title_words (const char *title)
{
  g_auto (GStrv) pieces = g_regex_split_simple ("\\s+", title, 0, 0);
  g_autofree char *joined = g_strjoinv ("", pieces);

  return strstr (joined, TITLE_WORDS) != NULL;
}

/* A title that is generated is right by itself. Another may be meant so: a hint. */
static void
check_title (BbRun *run, const BbRule *rule)
{
  BbField *title = bb_report_get_meta (run->report, BB_META_TITLE);
  const char *text = bb_field_get_text (title);
  int year = bb_report_get_year (run->report);
  BbFinding *finding;

  if (*text == '\0' || (run->title_year != 0 && has_title_words (text)))
    return;
  finding = bb_run_add (run, rule, BB_WORDING_TITLE, 0, "meta.title");
  finding->severity = BB_SEVERITY_HINT;
  finding->detail = g_string_chunk_insert (run->strings, text);
  finding->number = year;
  if (year != 0 && *bb_report_get_organisation (run->report) != '\0')
    bb_run_plan (finding, BB_FIX_USUAL_TITLE, (BbSlice) { 0, 0 }, bb_decimal_from_int (0));
}

static const char *const file_suffixes[] = {
  ".bianbao", ".csv", ".doc", ".docx", ".et", ".htm", ".html", ".json", ".md", ".mht", ".mhtml", ".odt", ".ods", ".pdf", ".rtf",
  ".tsv", ".txt", ".wps", ".xls", ".xlsx", ".zip", NULL
};

/* A name may have one stroke in it: two offices behind one door (科技局/知识产权局). */
static gboolean
is_file_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  const char *stroke = strchr (name, '/');

  for (guint i = 0; file_suffixes[i] != NULL; i++)
    if (g_str_has_suffix (lower, file_suffixes[i]))
      return TRUE;
  if (strchr (name, '\\') != NULL || (g_ascii_isalpha (name[0]) && name[1] == ':' && name[2] == '/'))
    return TRUE;
  return stroke != NULL && (stroke == name || (stroke - name == 1 && strchr ("~.", *name) != NULL) || strchr (stroke + 1, '/') != NULL);
}

/*
 * It stands in the title and in every export: a report without it has no author, and what was pasted there by mistake would
 * be published. It is typed on the page of the introduction.
 */
static void
check_organisation (BbRun *run, const BbRule *rule)
{
  g_autofree char *name = bb_text_trim (bb_report_get_organisation (run->report));
  BbFinding *finding;

  if (*name == '\0' && run->counts_empty[0])
    bb_run_add (run, rule, BB_WORDING_NO_ORGANISATION, 0, "meta.organisation");
  if (!is_file_name (name))
    return;
  finding = bb_run_add (run, rule, BB_WORDING_ORGANISATION, 0, "meta.organisation");
  finding->severity = BB_SEVERITY_WARNING;
  finding->detail = g_string_chunk_insert (run->strings, name);
  finding->number = bb_report_get_year (run->report);
}

void
bb_rule_sections (BbRun *run, const BbRule *rule)
{
  int year = bb_report_get_year (run->report);

  check_organisation (run, rule);
  if (year == 0 && run->counts_empty[0])
    bb_run_add (run, rule, BB_WORDING_NO_YEAR, 0, "meta.year");
  check_title (run, rule);
  find_missing_sections (run, rule);
  find_missing_tables (run, rule);
  if (year != 0 && bb_form_for_year (year) != run->form)
    bb_run_add (run, rule, BB_WORDING_EDITION, 0, "meta.year")->number = year;
}

static gboolean
names_any (const BbLifted *lifted, guint first, guint n)
{
  for (guint i = 0; i < lifted->n_cells; i++)
    if (lifted->cells[i] >= first && lifted->cells[i] < first + n)
      return TRUE;
  return FALSE;
}

/* Reading may have said why a row is not there (（六） as one row): once is enough, also after it was dismissed. */
static gboolean
is_explained (const BbRun *run, const BbRule *rule, guint first, guint n)
{
  for (guint i = 0; i < run->lifted->len; i++)
    {
      const BbLifted *lifted = g_ptr_array_index (run->lifted, i);

      if (lifted->rule == rule->index && names_any (lifted, first, n))
        return TRUE;
    }
  return FALSE;
}

static void
find_missing_rows (BbRun *run, const BbRule *rule, const BbTable *table, const BbBlock *block)
{
  guint n = block->n_column_leaves;

  for (guint row = 0; row < block->n_row_leaves; row++)
    {
      guint first = block->first_cell + row * n;
      BbFinding *finding;
      BbSlice cells;

      if (!bb_run_is_row_missing (run, first, n) || is_explained (run, rule, first, n))
        continue;
      cells.first = run->pool->len;
      cells.n = n;
      for (guint cell = first; cell < first + n; cell++)
        g_array_append_val (run->pool, cell);
      finding = bb_run_add (run, rule, BB_WORDING_NO_ROW, table->section, run->form->cells[first].id);
      finding->cells = cells;
    }
}

void
bb_rule_mixed (BbRun *run, const BbRule *rule)
{
  for (guint t = 0; t < run->form->n_tables; t++)
    {
      const BbTable *table = &run->form->tables[t];

      if ((rule->table >= 0 && rule->table != (int) t) || is_table_missing (run, table))
        continue;
      for (guint b = 0; b < table->n_blocks; b++)
        find_missing_rows (run, rule, table, &table->blocks[b]);
    }
}
