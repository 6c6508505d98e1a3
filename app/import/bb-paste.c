/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-paste-private.h"

#include <bianbao/bb-text.h>
#include <glib/gi18n-lib.h>

/* Filled places of a block whose labels are looked at; a report has some hundreds with all its heads. Looking up a hundred times as
 * many would keep the window waiting. */
#define MOST_FILLED 3000

/* ---- targets ---- */

BbPasteTarget *
bb_paste_target_new (BbReport *report)
{
  BbPasteTarget *target = g_new0 (BbPasteTarget, 1);

  target->report = report;
  target->form = bb_report_get_form (report);
  target->texts = g_new0 (char *, target->form->n_cells);
  target->reasons = g_new0 (char *, target->form->n_cells);
  target->left_out = g_ptr_array_new_with_free_func (g_free);
  return target;
}

void
bb_paste_target_free (BbPasteTarget *target)
{
  if (target == NULL)
    return;
  for (guint i = 0; i < target->form->n_cells; i++)
    {
      g_free (target->texts[i]);
      g_free (target->reasons[i]);
    }
  g_free (target->texts);
  g_free (target->reasons);
  g_ptr_array_unref (target->left_out);
  g_free (target);
}

void
bb_paste_target_put (BbPasteTarget *target,
                     guint          cell,
                     const char    *text)
{
  g_free (target->texts[cell]);
  target->texts[cell] = bb_text_trim (text);
  target->n_texts++;
}

/* ---- what comes out ---- */

static gboolean
read_figure (const BbCell *cell,
             const char   *text,
             BbDecimal    *value)
{
  BbNumber number = bb_number_read (text, cell->unit);

  *value = number.value;
  return number.form == BB_NUMBER_PLAIN || number.form == BB_NUMBER_OWN_UNIT;
}

static gboolean sum_after (const BbPasteTarget *target, const BbCell *total, BbDecimal *sum);

/* What a cell will hold once the block is in. */
static gboolean
value_after (const BbPasteTarget *target,
             const BbCell        *cell,
             BbDecimal           *value)
{
  BbField *field = bb_report_get_cell (target->report, cell->index);
  const char *text = target->texts[cell->index];

  if (cell->derived_from < 0)
    return text != NULL ? read_figure (cell, text, value) : bb_field_get_value (field, value);
  /* A total that is kept stays, unless the block says that it is the sum. */
  if (bb_field_is_pinned (field) && (text == NULL || *text == '\0'))
    return bb_field_get_value (field, value);
  return sum_after (target, cell, value);
}

static gboolean
sum_after (const BbPasteTarget *target,
           const BbCell        *total,
           BbDecimal           *sum)
{
  const BbEquation *equation = &target->form->equations[total->derived_from];

  *sum = bb_decimal_from_int (0);
  for (guint i = 0; i < equation->n_right; i++)
    {
      BbDecimal part;

      if (!value_after (target, &target->form->cells[equation->right[i]], &part) || !bb_decimal_add (*sum, part, sum))
        return FALSE;
    }
  return TRUE;
}

/* ---- places ---- */

static void
place_free (gpointer data)
{
  BbPastePlace *place = data;

  g_free (place->before);
  g_free (place->after);
  g_free (place->reason);
  g_free (place);
}

static void
judge_total (const BbPasteTarget *target,
             const BbCell        *cell,
             BbPastePlace        *place)
{
  BbDecimal sum;
  BbDecimal said;

  place->kind = BB_PASTE_DIFFERS;
  if (!sum_after (target, cell, &sum))
    place->reason = g_strdup (_("A total whose parts are not all numbers"));
  else if (read_figure (cell, place->after, &said) && bb_decimal_compare (said, sum) == 0)
    place->kind = BB_PASTE_COMPARED;
  else
    {
      g_autofree char *written = bb_decimal_to_string (sum);

      place->reason = g_strdup_printf (_("The parts add up to %s"), written);
    }
}

static void
judge_input (BbPastePlace *place,
             BbField      *field)
{
  if (g_str_equal (place->before, place->after))
    place->kind = BB_PASTE_SAME;
  else
    place->kind = *place->after == '\0' ? BB_PASTE_BLANKED : BB_PASTE_SET;
}

static void
add_place (BbPastePlan         *plan,
           const BbPasteTarget *target,
           guint                index)
{
  const BbCell *cell = &target->form->cells[index];
  BbField *field = bb_report_get_cell (target->report, index);
  const char *text = target->texts[index];
  BbPastePlace *place;

  if (text == NULL && target->reasons[index] == NULL)
    return;
  /* An empty place over a total says nothing. */
  if (cell->derived_from >= 0 && (text == NULL || *text == '\0'))
    return;
  place = g_new0 (BbPastePlace, 1);
  place->cell = index;
  place->before = g_strdup (bb_field_get_text (field));
  place->after = g_strdup (text != NULL ? text : "");
  g_ptr_array_add (plan->places, place);
  if (text == NULL)
    {
      place->kind = BB_PASTE_REFUSED;
      place->reason = g_strdup (target->reasons[index]);
    }
  else if (cell->derived_from >= 0)
    judge_total (target, cell, place);
  else
    judge_input (place, field);
}

static void
take_target (BbPastePlan         *plan,
             const BbPasteTarget *target,
             gboolean             by_labels)
{
  plan->by_labels = by_labels;
  for (guint i = 0; i < target->form->n_cells; i++)
    add_place (plan, target, i);
  for (guint i = 0; i < target->left_out->len; i++)
    g_ptr_array_add (plan->left_out, g_strdup (g_ptr_array_index (target->left_out, i)));
}

/* More than any table of the form has, with heads and columns of somebody's own: a whole sheet of something else. */
static gboolean
is_too_much (const BbImportSource *source)
{
  guint n = 0;

  for (guint i = 0; i < source->blocks->len; i++)
    {
      const BbImportBlock *block = g_ptr_array_index (source->blocks, i);

      for (guint r = 0; block->is_grid && r < block->rows->len; r++)
        {
          const BbImportRow *row = g_ptr_array_index (block->rows, r);

          for (guint c = 0; c < row->cells->len; c++)
            n += *(const char *) g_ptr_array_index (row->cells, c) != '\0';
        }
    }
  return n > MOST_FILLED;
}

/* Labels decide when they place every row; then the position, where that fits; then labels that place some of the rows. */
static void
make_plan (BbPastePlan          *plan,
           BbReport             *report,
           const BbImportSource *source,
           guint                 cell)
{
  g_autoptr (BbPasteTarget) labelled = bb_paste_target_new (report);
  g_autoptr (BbPasteTarget) positioned = bb_paste_target_new (report);
  gboolean too_much = is_too_much (source);
  g_autofree char *refusal = too_much ? NULL : bb_paste_refuse_turned (source, labelled->form);
  gboolean has_labels;

  if (refusal != NULL)
    {
      plan->refusal = g_steal_pointer (&refusal);
      return;
    }
  has_labels = !too_much && bb_paste_by_labels (&labelled, source, labelled->form->cells[cell].table);
  if (has_labels && labelled->n_refused == 0)
    {
      take_target (plan, labelled, TRUE);
      return;
    }
  refusal = bb_paste_by_position (positioned, source, cell);
  if (refusal == NULL)
    take_target (plan, positioned, FALSE);
  else if (has_labels && labelled->n_texts > 0)
    take_target (plan, labelled, TRUE);
  else
    plan->refusal = g_steal_pointer (&refusal);
}

BbPastePlan *
bb_paste_plan_new (BbReport   *report,
                   guint       cell,
                   BbClipping *clipping)
{
  g_autoptr (BbClipping) owned = clipping;
  g_autoptr (BbImportSource) source = NULL;
  BbPastePlan *plan;

  g_return_val_if_fail (BB_IS_REPORT (report), NULL);
  g_return_val_if_fail (cell < bb_report_get_form (report)->n_cells, NULL);
  g_return_val_if_fail (clipping != NULL, NULL);

  plan = g_new0 (BbPastePlan, 1);
  plan->places = g_ptr_array_new_with_free_func (place_free);
  plan->left_out = g_ptr_array_new_with_free_func (g_free);
  source = bb_clipping_take_blocks (owned, &plan->refusal);
  if (source != NULL)
    make_plan (plan, report, source, cell);
  return plan;
}

void
bb_paste_plan_free (BbPastePlan *plan)
{
  if (plan == NULL)
    return;
  g_ptr_array_unref (plan->places);
  g_ptr_array_unref (plan->left_out);
  g_free (plan->refusal);
  g_free (plan);
}

guint
bb_paste_plan_count (const BbPastePlan *plan,
                     BbPasteKind        kind)
{
  guint n = 0;

  for (guint i = 0; i < plan->places->len; i++)
    n += ((const BbPastePlace *) g_ptr_array_index (plan->places, i))->kind == kind;
  return n;
}

gboolean
bb_paste_plan_is_plain (const BbPastePlan *plan)
{
  if (plan->refusal != NULL || plan->by_labels || plan->left_out->len > 0)
    return FALSE;
  for (guint i = 0; i < plan->places->len; i++)
    {
      const BbPastePlace *place = g_ptr_array_index (plan->places, i);

      if (place->kind == BB_PASTE_BLANKED || place->kind == BB_PASTE_DIFFERS || place->kind == BB_PASTE_REFUSED ||
          (place->kind == BB_PASTE_SET && *place->before != '\0' && plan->places->len > 1))
        return FALSE;
    }
  return TRUE;
}

guint
bb_paste_plan_apply (const BbPastePlan *plan,
                     BbReport          *report)
{
  guint n_cells;
  guint n = 0;

  g_return_val_if_fail (BB_IS_REPORT (report), 0);

  n_cells = bb_report_get_form (report)->n_cells;
  bb_report_begin_group (report, _("Paste"));
  for (guint i = 0; i < plan->places->len; i++)
    {
      const BbPastePlace *place = g_ptr_array_index (plan->places, i);
      BbField *field = place->cell < n_cells ? bb_report_get_cell (report, place->cell) : NULL;

      if (field == NULL)
        continue;
      if (place->kind == BB_PASTE_SET || place->kind == BB_PASTE_BLANKED)
        n += bb_report_edit (report, field, place->after, BB_ORIGIN_TYPED);
      else if (place->kind == BB_PASTE_COMPARED && bb_field_is_pinned (field))
        n += bb_report_edit (report, field, NULL, BB_ORIGIN_TYPED);
    }
  bb_report_end_group (report);
  bb_report_barrier (report);
  return n;
}
