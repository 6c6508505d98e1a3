/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-look.h"

#include "check/bb-acceptances.h"
#include "check/bb-text-figures.h"
#include "check/bb-issue.h"

#include <string.h>

static void
lifted_free (gpointer data)
{
  BbLifted *lifted = data;

  g_object_unref (lifted->note);
  g_free (lifted->cells);
  g_free (lifted);
}

/* Cells that the present form does not have are left out: the note may stem from before a change of the edition. */
static BbLifted *
lift (const BbForm *form, BbNote *note, guint rule)
{
  const char *const *ids = bb_note_get_cells (note);
  BbLifted *lifted = g_new0 (BbLifted, 1);

  lifted->note = g_object_ref (note);
  lifted->rule = rule;
  lifted->cells = g_new (guint, g_strv_length ((char **) ids) + 1);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      int cell = bb_form_find_cell (form, ids[i]);

      if (cell >= 0)
        lifted->cells[lifted->n_cells++] = cell;
    }
  return lifted;
}

static void
look_at_notes (BbLook *self)
{
  GListModel *notes = bb_report_get_notes (self->run.report);

  if (self->notes_known)
    return;
  self->notes_known = TRUE;
  g_ptr_array_set_size (self->run.lifted, 0);
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (BbNote) note = g_list_model_get_item (notes, i);
      int rule = bb_form_find_rule (self->run.form, bb_note_get_id (note));

      if (rule >= 0)
        g_ptr_array_add (self->run.lifted, lift (self->run.form, note, rule));
    }
}

static void
find_copied (BbLook *self, guint section)
{
  const char *text = bb_field_get_text (bb_report_get_section (self->run.report, section));

  g_array_unref (g_ptr_array_index (self->copied, section));
  g_ptr_array_index (self->copied, section) = self->run.last != NULL ? bb_last_year_find_copied (self->run.last, text)
                                                                     : g_array_new (FALSE, FALSE, sizeof (BbCopied));
}

/* Before the texts: what is copied in one that is looked at anew is asked here. */
static void
look_at_last_year (BbLook *self)
{
  if (self->last_known)
    return;
  self->last_known = TRUE;
  g_clear_pointer (&self->run.last, bb_last_year_unref);
  self->run.last = bb_last_year_read (self->run.report);
  for (guint i = 0; i < self->run.form->n_sections; i++)
    if (self->years_known[i])
      find_copied (self, i);
}

static void
look_at_units (BbLook *self)
{
  if (self->units_known)
    return;
  self->units_known = TRUE;
  g_clear_pointer (&self->run.units, bb_units_free);
  self->run.units = bb_units_read (self->run.report);
}

/* The texts may be long: each is searched once after it changed (bb-years.c). */
static void
look_at_texts (BbLook *self)
{
  if (!self->title_known)
    {
      g_autofree char *title = bb_report_get_title (self->run.report);

      self->run.title_year = bb_years_of_title (title);
      self->title_known = TRUE;
    }
  for (guint i = 0; i < self->run.form->n_sections; i++)
    if (!self->years_known[i])
      {
        bb_years_of_text (bb_field_get_text (bb_report_get_section (self->run.report, i)), &self->years[i]);
        self->years_known[i] = TRUE;
        find_copied (self, i);
        bb_text_facts_find (g_ptr_array_index (self->facts, i), &self->run.form->sections[i],
                            bb_field_get_text (bb_report_get_section (self->run.report, i)));
        g_array_set_size (g_ptr_array_index (self->figures, i), 0);
        bb_text_figures_find (self->run.form, i, bb_field_get_text (bb_report_get_section (self->run.report, i)),
                              g_ptr_array_index (self->figures, i));
      }
}

static void
look_at_cells (BbLook *self, BbCheckMode mode)
{
  for (guint i = 0; i < self->run.form->n_cells; i++)
    {
      BbField *field = bb_report_get_cell (self->run.report, i);
      const BbNumber *number = bb_field_get_number (field);

      self->seen[i] = (BbSeen) { bb_field_get_state (field), number->form, number->value };
    }
  for (guint i = 0; i < self->run.form->n_sections; i++)
    self->counts_empty[i] = mode == BB_CHECK_COMPLETE || bb_report_get_section_done (self->run.report, i);
}

/* Each figure of the texts beside its cells: several rules ask. */
static void
look_at_figures (BbLook *self)
{
  BbRun *run = &self->run;
  gboolean may_compare = run->last != NULL && bb_last_year_precedes (bb_last_year_get_year (run->last), bb_report_get_year (run->report));

  for (guint s = 0; s < run->form->n_sections; s++)
    {
      GArray *judgements = g_ptr_array_index (self->judgements, s);

      g_array_set_size (judgements, run->figures[s]->len);
      for (guint i = 0; i < run->figures[s]->len; i++)
        bb_text_figure_judge (run->report, may_compare ? run->last : NULL, bb_report_get_section (run->report, s),
                              &g_array_index (run->figures[s], BbTextFigure, i), &g_array_index (judgements, BbJudgement, i));
    }
}

static int
compare_findings (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const BbRun *run = user_data;

  return bb_finding_compare (a, run->pool, b, run->pool);
}

void
bb_look_init (BbLook *self)
{
  self->run.lifted = g_ptr_array_new_with_free_func (lifted_free);
  self->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_text_facts_free);
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->judgements = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->copied = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->run.findings = g_array_new (FALSE, FALSE, sizeof (BbFinding));
  self->run.pool = g_array_new (FALSE, FALSE, sizeof (guint));
  self->run.strings = g_string_chunk_new (256);
}

void
bb_look_clear (BbLook *self)
{
  g_ptr_array_unref (self->run.lifted);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->judgements);
  g_ptr_array_unref (self->copied);
  g_clear_pointer (&self->run.last, bb_last_year_unref);
  g_clear_pointer (&self->run.units, bb_units_free);
  g_array_unref (self->run.findings);
  g_array_unref (self->run.pool);
  g_string_chunk_free (self->run.strings);
  g_clear_pointer (&self->acceptances, bb_acceptances_free);
  g_free (self->seen);
  g_free (self->counts_empty);
  g_free (self->years);
  g_free (self->years_known);
}

void
bb_look_set_form (BbLook *self, const BbForm *form)
{
  self->run.form = form;
  self->seen = g_renew (BbSeen, self->seen, form->n_cells);
  self->counts_empty = g_renew (gboolean, self->counts_empty, form->n_sections);
  self->years = g_renew (BbYears, self->years, form->n_sections);
  self->years_known = g_renew (gboolean, self->years_known, form->n_sections);
  memset (self->years_known, 0, form->n_sections * sizeof (gboolean));
  while (self->facts->len < form->n_sections)
    g_ptr_array_add (self->facts, bb_text_facts_new ());
  while (self->figures->len < form->n_sections)
    g_ptr_array_add (self->figures, g_array_new (FALSE, FALSE, sizeof (BbTextFigure)));
  while (self->judgements->len < form->n_sections)
    g_ptr_array_add (self->judgements, g_array_new (FALSE, FALSE, sizeof (BbJudgement)));
  while (self->copied->len < form->n_sections)
    g_ptr_array_add (self->copied, g_array_new (FALSE, FALSE, sizeof (BbCopied)));
  self->title_known = FALSE;
  self->notes_known = FALSE;
  self->last_known = FALSE;
  self->units_known = FALSE;

  self->run.cells = self->seen;
  self->run.counts_empty = self->counts_empty;
  self->run.years = self->years;
  self->run.facts = (BbTextFacts *const *) self->facts->pdata;
  self->run.figures = (GArray *const *) self->figures->pdata;
  self->run.judgements = (GArray *const *) self->judgements->pdata;
  self->run.copied = (GArray *const *) self->copied->pdata;
}

void
bb_look_forget_field (BbLook *self, BbField *field)
{
  int section = bb_field_get_section (field);

  if (section >= 0)
    self->years_known[section] = FALSE;
  else if (field == bb_report_get_meta (self->run.report, BB_META_ACCEPTED))
    g_clear_pointer (&self->acceptances, bb_acceptances_free);
  else if (bb_field_get_cell (field) == NULL)
    self->title_known = self->last_known = self->units_known = FALSE;
}

void
bb_look_forget_notes (BbLook *self)
{
  self->notes_known = FALSE;
}

void
bb_look_run (BbLook *self, BbCheckMode mode)
{
  BbRun *run = &self->run;

  look_at_notes (self);
  look_at_last_year (self);
  look_at_units (self);
  look_at_texts (self);
  look_at_cells (self, mode);
  look_at_figures (self);
  g_array_set_size (run->findings, 0);
  g_array_set_size (run->pool, 0);
  g_string_chunk_clear (run->strings);
  for (guint i = 0; i < run->form->n_rules; i++)
    bb_run_rule (run, &run->form->rules[i]);
  if (self->acceptances == NULL)
    self->acceptances = bb_acceptances_read (run->report);
  bb_acceptances_apply (self->acceptances, run);
  g_array_sort_with_data (run->findings, compare_findings, run);
}
