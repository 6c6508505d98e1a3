/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sections marked as done, and how much of their tables is filled in. */
#include "report/bb-report-private.h"

#include <glib/gi18n-lib.h>

static gboolean
lists (const char *ids, const char *id)
{
  g_auto (GStrv) parts = g_strsplit_set (ids, " \t\n", -1);

  return g_strv_contains ((const char *const *) parts, id);
}

gboolean
bb_report_get_section_done (BbReport *self, guint section)
{
  g_return_val_if_fail (BB_IS_REPORT (self), FALSE);
  g_return_val_if_fail (section < self->edition->form->n_sections, FALSE);

  return lists (bb_field_get_text (self->meta[BB_META_DONE]), self->edition->form->sections[section].id);
}

void
bb_report_set_section_done (BbReport *self, guint section, gboolean done)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  const BbForm *form;

  g_return_if_fail (BB_IS_REPORT (self));
  form = self->edition->form;
  g_return_if_fail (section < form->n_sections);

  if (bb_report_get_section_done (self, section) == !!done)
    return;
  for (guint i = 0; i < form->n_sections; i++)
    if (i == section ? done : bb_report_get_section_done (self, i))
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", form->sections[i].id);

  bb_report_begin (self, done ? _("Mark the section as done") : _("Mark the section as not done"));
  bb_report_edit (self, self->meta[BB_META_DONE], ids->str, BB_ORIGIN_TYPED);
  bb_report_end (self);
}

/* A word or a stroke where a figure belongs is none (form.md, `cell.valid`); one with a remark is (`cell.unit`). */
static gboolean
has_figure (BbField *field)
{
  return bb_field_get_state (field) == BB_STATE_NUMBER ||
         (bb_field_get_state (field) == BB_STATE_TEXT && bb_field_get_number (field)->form == BB_NUMBER_REMARK);
}

void
bb_report_count_inputs (BbReport *self, int section, guint *filled, guint *total)
{
  const BbForm *form;
  guint n_filled = 0, n_total = 0;

  g_return_if_fail (BB_IS_REPORT (self));
  form = self->edition->form;
  g_return_if_fail (section >= -1 && section < (int) form->n_sections);

  for (guint i = 0; i < form->n_cells; i++)
    {
      if (form->cells[i].derived_from >= 0)
        continue;
      if (section >= 0 && form->tables[form->cells[i].table].section != (guint) section)
        continue;
      n_total++;
      if (has_figure (self->edition->cells[i]))
        n_filled++;
    }
  *filled = n_filled;
  *total = n_total;
}
