/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-confirm.h>

#include <glib/gi18n-lib.h>

gboolean
bb_field_is_deduced (BbField *self)
{
  g_return_val_if_fail (BB_IS_FIELD (self), FALSE);
  return bb_field_get_cell (self) != NULL && bb_field_get_state (self) == BB_STATE_NUMBER
         && bb_field_get_origin (self) == BB_ORIGIN_DEDUCED;
}

/* Whatever is typed has no source: only a confirmed figure keeps one. */
gboolean
bb_field_is_confirmed (BbField *self)
{
  g_return_val_if_fail (BB_IS_FIELD (self), FALSE);
  return bb_field_get_cell (self) != NULL && bb_field_get_state (self) == BB_STATE_NUMBER
         && bb_field_get_origin (self) == BB_ORIGIN_TYPED && bb_field_get_source (self) != NULL;
}

static gboolean
is_in_scope (const BbForm *form, BbConfirmScope scope, guint wanted, guint cell)
{
  const BbCell *a = &form->cells[wanted];
  const BbCell *b = &form->cells[cell];

  if (scope == BB_CONFIRM_ROW)
    return a->table == b->table && a->block == b->block && a->row == b->row;
  return scope == BB_CONFIRM_ALL || wanted == cell;
}

/* Returns: (transfer container) (element-type BbField) */
static GPtrArray *
list_deduced (BbReport *report, BbConfirmScope scope, guint cell)
{
  const BbForm *form = bb_report_get_form (report);
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < form->n_cells; i++)
    {
      BbField *field = bb_report_get_cell (report, i);

      if (bb_field_is_deduced (field) && is_in_scope (form, scope, cell, i))
        g_ptr_array_add (fields, field);
    }
  return fields;
}

gboolean
bb_confirm_field (BbReport *report, BbField *field)
{
  const char *source;
  g_autofree char *text = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *told = NULL;

  g_return_val_if_fail (BB_IS_REPORT (report), FALSE);
  if (!bb_field_is_deduced (field))
    return FALSE;
  source = bb_field_get_source (field);
  text = g_strdup (bb_field_get_text (field));
  unit = g_strdup (bb_field_get_unit (field));
  if (source == NULL)
    told = g_strdup (_("deduced and confirmed"));
  else
    /* Translators: %s tells how it was deduced: "the only value that fits; table 2, row 4" */
    told = g_strdup_printf (_("deduced and confirmed: %s"), source);
  return bb_report_edit_content (report, field,
                                 &(BbContent) { .text = text, .origin = BB_ORIGIN_TYPED, .source = told, .unit = unit });
}

guint
bb_confirm_count (BbReport *report, BbConfirmScope scope, guint cell)
{
  g_autoptr (GPtrArray) fields = NULL;

  g_return_val_if_fail (BB_IS_REPORT (report), 0);
  fields = list_deduced (report, scope, cell);
  return fields->len;
}

guint
bb_confirm (BbReport *report, BbConfirmScope scope, guint cell)
{
  g_autoptr (GPtrArray) fields = NULL;

  g_return_val_if_fail (BB_IS_REPORT (report), 0);
  fields = list_deduced (report, scope, cell);
  bb_report_barrier (report);
  bb_report_begin_group (report, scope == BB_CONFIRM_CELL ? _("Confirm the Figure") : _("Confirm Deduced Figures"));
  for (guint i = 0; i < fields->len; i++)
    bb_confirm_field (report, fields->pdata[i]);
  bb_report_end_group (report);
  bb_report_barrier (report);
  return fields->len;
}
