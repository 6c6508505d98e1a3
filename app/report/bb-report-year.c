/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report year, and the move to another edition that may come with it. */
#include "report/bb-report-private.h"
#include "report/bb-totals.h"

#include <glib/gi18n-lib.h>

/* The cell of @edition that means the same as @cell of another edition: the same id, holding the same kind of thing. */
static BbField *
find_counterpart (const BbEdition *edition, const BbCell *cell)
{
  int index = bb_form_find_cell (edition->form, cell->id);

  if (index < 0 || edition->form->cells[index].kind != cell->kind)
    return NULL;
  return edition->cells[index];
}

static gboolean
is_computed (BbField *field)
{
  return bb_field_is_derived (field) && bb_field_get_origin (field) == BB_ORIGIN_DERIVED;
}

static void
carry_cell (BbReport *self, const BbEdition *from, BbField *field)
{
  BbField *source = find_counterpart (from, bb_field_get_cell (field));
  BbContent carried = { .text = (char *) "", .origin = bb_field_is_derived (field) ? BB_ORIGIN_DERIVED : BB_ORIGIN_TYPED };
  gboolean is_carried = source != NULL && bb_field_is_derived (source) == bb_field_is_derived (field) && !is_computed (source);
  const char *remark = source != NULL ? bb_field_get_remark (source) : NULL;

  if (is_carried)
    carried = bb_field_get_stored (source)->content;
  carried.remark = (char *) (remark != NULL ? remark : "");
  bb_report_put (self, field, &carried, is_carried);
}

static void
note_cell_left_behind (BbReport *self, const BbEdition *to, BbField *field)
{
  const BbCell *cell = bb_field_get_cell (field);
  const char *cells[] = { cell->id, NULL };
  const char *remark = bb_field_get_remark (field);
  gboolean is_empty = bb_value_is_empty (bb_field_get_stored (field)) || is_computed (field);
  g_autofree char *message = NULL;
  g_autoptr (BbNote) note = NULL;

  if ((is_empty && remark == NULL) || find_counterpart (to, cell) != NULL)
    return;

  if (remark != NULL)
    /* Translators: 1: the cell's name in Chinese, 2: "2021" or "2019", 3: what the cell held, 4: what somebody noted to it */
    message = g_strdup_printf (_("“%1$s” has no place in the %2$s edition of the form. It held: %3$s. Note to it: %4$s"),
                               cell->name, to->form->id, bb_field_get_text (field), remark);
  else
    /* Translators: 1: the cell's name in Chinese, 2: "2021" or "2019", 3: what the cell held */
    message = g_strdup_printf (_("“%1$s” has no place in the %2$s edition of the form. It held: %3$s"),
                               cell->name, to->form->id, bb_field_get_text (field));
  note = bb_note_new ("convert.no-successor", BB_SEVERITY_WARNING, cells, message, NULL);
  bb_report_add_note (self, note);
}

static void
convert (BbReport *self, const BbForm *form)
{
  const BbEdition *from = self->edition;
  BbEdition *to = bb_report_get_edition (self, form);

  bb_report_set_edition (self, to);
  for (guint i = 0; i < form->n_cells; i++)
    carry_cell (self, from, to->cells[i]);
  for (guint i = 0; i < form->n_derived; i++)
    bb_totals_fill (self, &form->cells[form->derived_order[i]]);
  for (guint i = 0; i < from->form->n_cells; i++)
    note_cell_left_behind (self, to, from->cells[i]);
}

void
bb_report_set_year (BbReport *self, int year, gboolean convert_form)
{
  g_autofree char *text = NULL;

  g_return_if_fail (BB_IS_REPORT (self));
  g_return_if_fail (year == 0 || (year >= 1000 && year <= 9999));

  if (self->read_only)
    return;
  text = year != 0 ? g_strdup_printf ("%d", year) : g_strdup ("");
  bb_report_begin (self, _("Change the report year"));
  if (year == 0 || bb_report_get_year (self) != year)
    bb_report_edit (self, self->meta[BB_META_YEAR], text, BB_ORIGIN_TYPED);
  if (convert_form && year != 0 && bb_form_for_year (year) != self->edition->form)
    convert (self, bb_form_for_year (year));
  bb_report_end (self);
}
