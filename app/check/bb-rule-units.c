/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A government's report beside those of its units (form.md, `parent.sum`). Silent without them. */
#include "check/bb-run.h"

#include "check/bb-labels.h"

/*
 * Whether the cell can't be what the units make together. Where one of them has no number yet, the others' is the least
 * that it can be; what may be negative can be anything then.
 */
static gboolean
contradicts (BbRun *run, guint cell, BbDecimal *sum, gboolean *complete)
{
  const BbSeen *seen = &run->cells[cell];
  const BbCell *what = &run->form->cells[cell];
  const char *unit = bb_field_get_unit (bb_report_get_cell (run->report, cell));

  /* Totals follow from their parts, and another rule tells when they do not. */
  if (what->derived_from >= 0 || what->kind == BB_KIND_TEXT || seen->state != BB_STATE_NUMBER || (unit != NULL && *unit != '\0'))
    return FALSE;
  *complete = bb_units_sum (run->units, cell, sum);
  if (*complete)
    return bb_decimal_compare (seen->value, *sum) != 0;
  return what->kind != BB_KIND_SIGNED && bb_decimal_compare (seen->value, *sum) < 0;
}

static void
add_cell (BbRun *run, GString *list, guint cell, BbDecimal sum, gboolean complete)
{
  g_autofree char *number = bb_decimal_to_string (sum);

  g_string_append_printf (list, "%s%s %s %s %s", list->len > 0 ? BB_DETAIL_BREAK : "", bb_label_in_row (run->form, cell),
                          bb_field_get_text (bb_report_get_cell (run->report, cell)), complete ? "≠" : "<", number);
}

/* One finding a row, and one repair for those of its cells whose sum is known. */
static void
look_at_row (BbRun *run, const BbRule *rule, guint first, guint n)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) list = g_string_new (NULL);
  BbFinding *finding;
  BbSlice repaired;

  for (guint i = first; i < first + n; i++)
    {
      gboolean complete = FALSE;
      BbDecimal sum;

      if (!contradicts (run, i, &sum, &complete))
        continue;
      g_array_append_val (cells, i);
      if (complete)
        g_array_append_val (known, i);
      add_cell (run, list, i, sum, complete);
    }
  if (cells->len == 0)
    return;
  first = g_array_index (cells, guint, 0);
  repaired = bb_run_cells (run, (const guint *) (gpointer) known->data, known->len);
  finding = bb_run_add (run, rule, BB_WORDING_PARENT_SUM, bb_form_cell_section (run->form, first)->index, run->form->cells[first].id);
  finding->cells = bb_run_cells (run, (const guint *) (gpointer) cells->data, cells->len);
  finding->detail = g_string_chunk_insert (run->strings, list->str);
  if (known->len > 0)
    bb_run_plan (finding, BB_FIX_TAKE_UNITS, repaired, bb_decimal_from_int (0));
}

void
bb_rule_parent_sum (BbRun *run, const BbRule *rule)
{
  if (run->units != NULL)
    bb_run_each_row (run, rule, look_at_row);
}
