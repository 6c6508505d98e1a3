/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/bb-totals.h"

#include "util/bb-decimal.h"

/* What stood in a cell before the open step, or stands there now. */
typedef BbValue *(*ValueOf) (BbReport *report, BbField *field);

static BbValue *
value_now (BbReport *report, BbField *field)
{
  return bb_field_get_stored (field);
}

static BbValue *
value_before (BbReport *report, BbField *field)
{
  const BbChange *change = bb_history_find (report->history, field);

  return change != NULL ? change->before : bb_field_get_stored (field);
}

static gboolean
sum_parts (BbReport *report, const BbEdition *edition, const BbCell *total, ValueOf value_of, BbDecimal *sum)
{
  const BbEquation *equation = &edition->form->equations[total->derived_from];
  BbDecimal result = bb_decimal_from_int (0);

  for (guint i = 0; i < equation->n_right; i++)
    {
      const BbValue *part = value_of (report, edition->cells[equation->right[i]]);

      if (part->state != BB_STATE_NUMBER || !bb_decimal_add (result, part->number.value, &result))
        return FALSE;
    }
  if (!bb_decimal_in_limit (result))
    return FALSE;
  *sum = result;
  return TRUE;
}

static gboolean
is_sum (BbReport *report, const BbEdition *edition, const BbCell *total, ValueOf value_of)
{
  const BbValue *value = value_of (report, edition->cells[total->index]);
  BbDecimal sum;

  return value->state == BB_STATE_NUMBER && sum_parts (report, edition, total, value_of, &sum) &&
         bb_decimal_compare (value->number.value, sum) == 0;
}

static gboolean
is_computed (const BbValue *value)
{
  return value->content.origin == BB_ORIGIN_DERIVED;
}

static gboolean
follows (BbReport *report, const BbCell *total)
{
  BbEdition *edition = report->edition;
  BbField *field = edition->cells[total->index];
  const BbChange *change = bb_history_find (report->history, field);
  const BbValue *before = value_before (report, field);

  if (bb_value_is_empty (bb_field_get_stored (field)))
    return TRUE;
  if (change != NULL && change->explicit)
    return FALSE;
  return is_computed (bb_field_get_stored (field)) || bb_value_is_empty (before) ||
         is_sum (report, edition, total, value_before);
}

/* A number that the program computed may never be left standing beside other parts, whoever changed them. */
static gboolean
is_stale (BbReport *report, const BbCell *total)
{
  const BbValue *value = bb_field_get_stored (report->edition->cells[total->index]);

  return is_computed (value) && !bb_value_is_empty (value);
}

static gboolean
has_changed_part (const BbForm *form, const BbCell *total, const guint8 *changed)
{
  const BbEquation *equation = &form->equations[total->derived_from];

  for (guint i = 0; i < equation->n_right; i++)
    if (changed[equation->right[i]])
      return TRUE;
  return FALSE;
}

gboolean
bb_totals_is_pinned (const BbEdition *edition, const BbCell *cell)
{
  const BbValue *value = bb_field_get_stored (edition->cells[cell->index]);

  if (cell->derived_from < 0 || bb_value_is_empty (value) || is_computed (value))
    return FALSE;
  return !is_sum (NULL, edition, cell, value_now);
}

const BbCell *
bb_totals_computed_by (const BbForm *form, guint equation)
{
  const BbCell *left = &form->cells[form->equations[equation].left[0]];

  return left->derived_from == (int) equation ? left : NULL;
}

void
bb_totals_follow (BbReport *report, const BbCell *cell, BbOrigin origin)
{
  const BbForm *form = report->edition->form;
  g_autofree guint8 *changed = g_new0 (guint8, form->n_cells);
  gboolean by_hand = origin == BB_ORIGIN_TYPED || origin == BB_ORIGIN_DERIVED;

  changed[cell->index] = TRUE;
  for (guint i = 0; i < form->n_derived; i++)
    {
      const BbCell *total = &form->cells[form->derived_order[i]];

      /* What is cheap is asked first: a document has hundreds of cells to read. */
      if (total == cell || (!by_hand && !is_stale (report, total)) || !has_changed_part (form, total, changed))
        continue;
      if (!by_hand || follows (report, total))
        changed[total->index] = bb_totals_compute (report, total);
    }
}

gboolean
bb_totals_compute (BbReport *report, const BbCell *total)
{
  BbEdition *edition = report->edition;
  g_autofree char *text = NULL;
  BbContent content = { .text = (char *) "", .origin = BB_ORIGIN_DERIVED };
  BbDecimal sum;

  if (sum_parts (report, edition, total, value_now, &sum))
    content.text = text = bb_decimal_to_string (sum);
  return bb_report_put (report, edition->cells[total->index], &content, FALSE);
}

gboolean
bb_totals_fill (BbReport *report, const BbCell *total)
{
  const BbEdition *edition = report->edition;
  const BbValue *value = bb_field_get_stored (edition->cells[total->index]);
  BbDecimal sum;

  if (bb_value_is_empty (value) ? sum_parts (report, edition, total, value_now, &sum) : is_computed (value))
    return bb_totals_compute (report, total);
  return FALSE;
}
