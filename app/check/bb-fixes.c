/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-fixes.h"

#include "check/bb-text-figure-judgement.h"
#include "check/bb-template.h"

#include <bianbao/bb-explain.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* A repair that is being carried out. */
typedef struct
{
  BbReport *report;
  const BbForm *form;
  const BbFinding *finding;
  const GArray *pool;
  const BbPlan *plan;
} Repair;

static guint
cell_at (const GArray *pool, BbSlice slice, guint i)
{
  return g_array_index (pool, guint, slice.first + i);
}

static BbField *
field_at (const Repair *repair, guint i)
{
  return bb_report_get_cell (repair->report, cell_at (repair->pool, repair->plan->cells, i));
}

static gboolean
is_empty (BbField *field)
{
  return bb_field_get_state (field) == BB_STATE_BLANK || bb_field_get_state (field) == BB_STATE_MISSING;
}

static gboolean
sum_cells (BbReport *report, const guint *cells, guint n, BbDecimal *sum)
{
  gboolean complete = TRUE;

  *sum = bb_decimal_from_int (0);
  for (guint i = 0; i < n; i++)
    {
      BbDecimal value;

      if (!bb_field_get_value (bb_report_get_cell (report, cells[i]), &value) || !bb_decimal_add (*sum, value, sum))
        complete = FALSE;
    }
  return complete;
}

/* The sum that the program would compute for a total. */
static gboolean
sum_of_parts (const Repair *repair, const BbCell *cell, BbDecimal *sum)
{
  const BbEquation *equation;

  if (cell->derived_from < 0)
    return FALSE;
  equation = &repair->form->equations[cell->derived_from];
  return sum_cells (repair->report, equation->right, equation->n_right, sum);
}

/* Both sides of the finding's equation are what they were. */
static gboolean
sides_stand (const Repair *repair)
{
  const BbFinding *finding = repair->finding;
  const BbEquation *equation = &repair->form->equations[finding->equation];
  BbDecimal left, right;

  sum_cells (repair->report, equation->left, equation->n_left, &left);
  sum_cells (repair->report, equation->right, equation->n_right, &right);
  return bb_decimal_compare (left, finding->left) == 0 && bb_decimal_compare (right, finding->right) == 0;
}

/* Where following the parts again gives the number, that is better than writing it: the total stays right afterwards. */
static void
set_total (const Repair *repair, BbField *field, BbDecimal value)
{
  g_autofree char *text = bb_decimal_to_string (value);
  BbDecimal sum;
  gboolean follow = sum_of_parts (repair, bb_field_get_cell (field), &sum) && bb_decimal_compare (sum, value) == 0;

  bb_report_edit (repair->report, field, follow ? NULL : text, BB_ORIGIN_TYPED);
}

static gboolean
total_fits (const Repair *repair)
{
  BbDecimal sum;

  if (repair->finding->equation >= 0)
    return sides_stand (repair);
  for (guint i = 0; i < repair->plan->cells.n; i++)
    if (!is_empty (field_at (repair, i)) || !sum_of_parts (repair, bb_field_get_cell (field_at (repair, i)), &sum))
      return FALSE;
  return TRUE;
}

static void
total_apply (const Repair *repair)
{
  for (guint i = 0; i < repair->plan->cells.n; i++)
    {
      BbField *field = field_at (repair, i);
      BbDecimal sum = repair->plan->value;

      if (repair->finding->equation < 0)
        sum_of_parts (repair, bb_field_get_cell (field), &sum);
      set_total (repair, field, sum);
    }
}

static char *
total_label (const BbRun *run, const BbFinding *finding, const BbPlan *plan)
{
  g_autofree char *value = bb_decimal_to_string (plan->value);

  if (finding->equation >= 0)
    return bb_template_fill (_("Set the total to {number}"), "number", value, NULL);
  return g_strdup_printf (ngettext ("Compute the total from its parts", "Compute %u totals from their parts", plan->cells.n),
                          plan->cells.n);
}

static gboolean
zero_fits (const Repair *repair)
{
  for (guint i = 0; i < repair->plan->cells.n; i++)
    if (!is_empty (field_at (repair, i)))
      return FALSE;
  return repair->finding->equation < 0 || sides_stand (repair);
}

static void
zero_apply (const Repair *repair)
{
  for (guint i = 0; i < repair->plan->cells.n; i++)
    bb_report_edit (repair->report, field_at (repair, i), "0", BB_ORIGIN_TYPED);
}

static char *
zero_label (const BbRun *run, const BbFinding *finding, const BbPlan *plan)
{
  return g_strdup_printf (ngettext ("Write 0 into the blank cell", "Write 0 into the %u blank cells", plan->cells.n),
                          plan->cells.n);
}

static gboolean
take_fits (const Repair *repair)
{
  return g_strcmp0 (bb_field_get_text (field_at (repair, 0)), repair->finding->detail) == 0;
}

/* Where the form names no unit (采购总金额) the number alone would lose what it counts: the unit is kept beside it. */
static void
take_apply (const Repair *repair)
{
  BbField *field = field_at (repair, 0);
  const BbNumber *number = bb_field_get_number (field);
  g_autofree char *text = bb_decimal_to_string (repair->plan->value);
  g_autofree char *unit = g_strdup (number->unit);
  BbContent content = { .text = text, .origin = BB_ORIGIN_TYPED };

  if (bb_field_get_cell (field)->unit == NULL && *unit != '\0')
    content.unit = unit;
  bb_report_edit_content (repair->report, field, &content);
}

static char *
take_label (const BbRun *run, const BbFinding *finding, const BbPlan *plan)
{
  guint cell = cell_at (run->pool, plan->cells, 0);
  const BbNumber *number = bb_field_get_number (bb_report_get_cell (run->report, cell));
  g_autofree char *value = bb_decimal_to_string (plan->value);
  const char *unit = run->form->cells[cell].unit;
  g_autofree char *first = unit != NULL ? g_strndup (unit, strcspn (unit, " ")) : NULL;

  if (unit == NULL && *number->unit != '\0')
    return bb_template_fill (_("Write {number} and note “{unit}” as its unit"), "number", value, "unit", number->unit, NULL);
  if (finding->wording == BB_WORDING_UNIT_OFFER && unit != NULL)
    return bb_template_fill (_("Write {number} ({unit})"), "number", value, "unit", first, NULL);
  return bb_template_fill (_("Write {number}"), "number", value, NULL);
}

static gboolean
checked_fits (const Repair *repair)
{
  GListModel *notes = bb_report_get_notes (repair->report);

  if (bb_note_get_dismissed (repair->finding->note))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (BbNote) note = g_list_model_get_item (notes, i);

      if (note == repair->finding->note)
        return TRUE;
    }
  return FALSE;
}

static void
checked_apply (const Repair *repair)
{
  bb_report_dismiss_note (repair->report, repair->finding->note, TRUE);
}

static char *
checked_label (const BbRun *run, const BbFinding *finding, const BbPlan *plan)
{
  return g_strdup (_("I have checked this; drop it"));
}

/* The relations are asked again: another cell may have changed in between. */
static gboolean
solve_fits (const Repair *repair)
{
  const BbCell *cell = bb_field_get_cell (field_at (repair, 0));

  if (!is_empty (field_at (repair, 0)))
    return FALSE;
  for (guint i = 0; i < cell->n_equations; i++)
    {
      BbDecimal value;

      if (bb_solve (repair->report, &repair->form->equations[cell->equations[i]], cell->index, &value)
          && bb_decimal_compare (value, repair->plan->value) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
solve_apply (const Repair *repair)
{
  g_autofree char *text = bb_decimal_to_string (repair->plan->value);

  bb_report_edit (repair->report, field_at (repair, 0), text, BB_ORIGIN_TYPED);
}

static char *
solve_label (const BbRun *run, const BbFinding *finding, const BbPlan *plan)
{
  g_autofree char *value = bb_decimal_to_string (plan->value);

  return bb_template_fill (_("Write {number}, the only figure that fits"), "number", value, NULL);
}

static gboolean
title_fits (const Repair *repair)
{
  const char *text = bb_field_get_text (bb_report_get_meta (repair->report, BB_META_TITLE));

  return g_strcmp0 (text, repair->finding->detail) == 0;
}

/* An empty title is the generated one. */
static void
title_apply (const Repair *repair)
{
  bb_report_edit (repair->report, bb_report_get_meta (repair->report, BB_META_TITLE), "", BB_ORIGIN_TYPED);
}

static char *
title_label (const BbRun *run, const BbFinding *finding, const BbPlan *plan)
{
  return g_strdup (_("Make the title of organisation and year"));
}

/* The cell still holds what was found wrong; the finding's detail names that first. */
static gboolean
last_fits (const Repair *repair)
{
  const char *text = bb_field_get_text (field_at (repair, 0));
  gsize length = strcspn (repair->finding->detail, BB_DETAIL_BREAK);

  return strlen (text) == length && strncmp (text, repair->finding->detail, length) == 0;
}

static void
last_apply (const Repair *repair)
{
  g_autofree char *text = bb_decimal_to_string (repair->plan->value);

  bb_report_edit (repair->report, field_at (repair, 0), text, BB_ORIGIN_TYPED);
}

static char *
last_label (const BbRun *run, const BbFinding *finding, const BbPlan *plan)
{
  g_autofree char *value = bb_decimal_to_string (plan->value);

  return bb_template_fill (_("Write {number} as last year’s report has it"), "number", value, NULL);
}

/* The cells still hold what was found wrong: none is what the units make by now. */
static gboolean
units_fit (const Repair *repair)
{
  g_autoptr (BbUnits) units = bb_units_read (repair->report);

  for (guint i = 0; units != NULL && i < repair->plan->cells.n; i++)
    {
      BbDecimal sum, value;

      if (!bb_units_sum (units, cell_at (repair->pool, repair->plan->cells, i), &sum) ||
          !bb_field_get_value (field_at (repair, i), &value) || bb_decimal_compare (sum, value) == 0)
        return FALSE;
    }
  return units != NULL;
}

static void
units_apply (const Repair *repair)
{
  g_autoptr (BbUnits) units = bb_units_read (repair->report);

  for (guint i = 0; i < repair->plan->cells.n; i++)
    {
      g_autofree char *text = NULL;
      BbDecimal sum;

      bb_units_sum (units, cell_at (repair->pool, repair->plan->cells, i), &sum);
      text = bb_decimal_to_string (sum);
      bb_report_edit (repair->report, field_at (repair, i), text, BB_ORIGIN_TYPED);
    }
}

static char *
units_label (const BbRun *run, const BbFinding *finding, const BbPlan *plan)
{
  return g_strdup_printf (ngettext ("Write the sum of the units’ reports", "Write the %u sums of the units’ reports", plan->cells.n),
                          plan->cells.n);
}

static BbField *
section_of (const Repair *repair)
{
  return bb_report_get_section (repair->report, repair->finding->section);
}

/* The words are still there, and the cell still holds what they should say. */
static gboolean
link_fits (const Repair *repair)
{
  const char *text = bb_field_get_text (section_of (repair));
  BbDecimal value;

  return g_utf8_strlen (text, -1) >= (glong) (repair->finding->text_start + repair->finding->text_length) &&
         strstr (text, repair->finding->detail) != NULL && bb_field_get_value (field_at (repair, 0), &value) &&
         bb_decimal_compare (value, repair->plan->value) == 0;
}

static void
link_apply (const Repair *repair)
{
  bb_report_insert_link (repair->report, section_of (repair), repair->finding->text_start, repair->finding->text_length,
                         cell_at (repair->pool, repair->plan->cells, 0));
}

static char *
link_label (const BbRun *run, const BbFinding *finding, const BbPlan *plan)
{
  g_autofree char *value = bb_decimal_to_string (plan->value);

  return bb_template_fill (_("Write {number} into the text, linked to the cell"), "number", value, NULL);
}

static gboolean
links_fit (const Repair *repair)
{
  return TRUE;
}

static void
links_apply (const Repair *repair)
{
  bb_text_figure_link_all (repair->report, section_of (repair));
}

static char *
links_label (const BbRun *run, const BbFinding *finding, const BbPlan *plan)
{
  return g_strdup_printf (ngettext ("Link the figure with its cell", "Link %u figures with their cells", plan->cells.n), plan->cells.n);
}

/* *INDENT-OFF* */
static const struct
{
  const char *id;
  gboolean (*fits) (const Repair *repair);
  void (*apply) (const Repair *repair);
  char *(*label) (const BbRun *run, const BbFinding *finding, const BbPlan *plan);
} fixes[BB_N_FIXES] = {
  [BB_FIX_TOTAL_TO_SUM]   = { "total-to-sum",   total_fits,   total_apply,   total_label },
  [BB_FIX_BLANKS_TO_ZERO] = { "blanks-to-zero", zero_fits,    zero_apply,    zero_label },
  [BB_FIX_TAKE_NUMBER]    = { "take-number",    take_fits,    take_apply,    take_label },
  [BB_FIX_CHECKED]        = { "checked",        checked_fits, checked_apply, checked_label },
  [BB_FIX_SOLVE]          = { "solve",          solve_fits,   solve_apply,   solve_label },
  [BB_FIX_USUAL_TITLE]    = { "usual-title",    title_fits,   title_apply,   title_label },
  [BB_FIX_TAKE_LAST]      = { "take-last-year", last_fits,    last_apply,    last_label },
  [BB_FIX_TAKE_UNITS]     = { "take-units",     units_fit,    units_apply,   units_label },
  [BB_FIX_LINK_FIGURE]    = { "link-figure",    link_fits,    link_apply,    link_label },
  [BB_FIX_LINK_FIGURES]   = { "link-figures",   links_fit,    links_apply,   links_label },
};
/* *INDENT-ON* */

const char *
bb_fix_id (BbFixKind kind)
{
  return fixes[kind].id;
}

char *
bb_fix_label (const BbRun *run, const BbFinding *finding, const BbPlan *plan)
{
  return fixes[plan->kind].label (run, finding, plan);
}

gboolean
bb_fix_apply (BbReport *report, const BbForm *form, const BbFinding *finding, const GArray *pool, const BbPlan *plan,
              const char *label)
{
  const Repair repair = { report, form, finding, pool, plan };

  if (bb_report_get_form (report) != form || !fixes[plan->kind].fits (&repair))
    return FALSE;
  bb_report_begin_group (report, label);
  fixes[plan->kind].apply (&repair);
  bb_report_end_group (report);
  return TRUE;
}
