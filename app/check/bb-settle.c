/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reading leaves open is settled here: loose rows are aligned, then blanks deduced (form.md, "Aligning and deducing"). */
#include "check/bb-align.h"
#include "check/bb-settle-notes.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  BbReport *report;
  const BbForm *form;
  GPtrArray *rows; /* BbLooseRow; may be NULL */
  BbRelations *relations;
  GPtrArray *alignments; /* BbAlignment */

  BbInterval *given;  /* for each cell: as it stands in the report */
  BbInterval *cells;  /* as the relations leave it */
  gboolean *broken;   /* for each part: contradicts itself */
  gboolean *loose;    /* for each cell: a loose row decides about it */
  gboolean *deduced;  /* for each cell: deduced now */
  gboolean *missing;  /* for each cell: was not in the file */
  char **sources;     /* for each cell: where it stood, before anything is filled in */
  BbSettled result;
} Settling;

static gboolean
is_empty (BbField *field)
{
  return bb_field_get_state (field) == BB_STATE_BLANK || bb_field_get_state (field) == BB_STATE_MISSING;
}

/* A number that can't stand in its cell makes the figures of its part wrong somewhere: nothing may be deduced from them. */
static void
take_cell (Settling *self, guint cell)
{
  BbField *field = bb_report_get_cell (self->report, cell);
  guint part = self->relations->parts[cell];
  BbDecimal value;

  self->given[cell] = BB_INTERVAL_ANY;
  self->sources[cell] = g_strdup (bb_field_get_source (field));
  self->missing[cell] = bb_field_get_state (field) == BB_STATE_MISSING;
  if (bb_field_get_value (field, &value) && !bb_interval_of_number (value, self->form->cells[cell].kind, &self->given[cell]) &&
      part != BB_NO_PART)
    self->broken[part] = TRUE;
}

static void
take_rows (Settling *self)
{
  guint budget = BB_ALIGN_BUDGET;

  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    {
      const BbLooseRow *row = g_ptr_array_index (self->rows, i);

      if (row->n_cells == 0)
        continue;
      g_ptr_array_add (self->alignments, bb_alignment_new (self->form, self->relations, row, &budget));
      for (guint j = 0; j < row->n_cells; j++)
        self->loose[row->cells[j]] = TRUE;
    }
}

static void
settling_init (Settling *self, GPtrArray *sums)
{
  const guint n_cells = self->form->n_cells;

  self->relations = bb_relations_new (self->form, sums);
  self->alignments = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_alignment_free);
  self->given = g_new (BbInterval, n_cells);
  self->broken = g_new0 (gboolean, self->relations->n_parts);
  self->loose = g_new0 (gboolean, n_cells);
  self->deduced = g_new0 (gboolean, n_cells);
  self->missing = g_new0 (gboolean, n_cells);
  self->sources = g_new0 (char *, n_cells);
  for (guint i = 0; i < n_cells; i++)
    take_cell (self, i);
  take_rows (self);
  self->cells = g_memdup2 (self->given, n_cells * sizeof (BbInterval));
}

static void
settling_clear (Settling *self)
{
  g_ptr_array_unref (self->alignments);
  bb_relations_free (self->relations);
  g_free (self->given);
  g_free (self->cells);
  g_free (self->broken);
  g_free (self->loose);
  g_free (self->deduced);
  g_free (self->missing);
  for (guint i = 0; i < self->form->n_cells; i++)
    g_free (self->sources[i]);
  g_free (self->sources);
}

static void
write_cell (Settling *self, guint cell, const char *text, BbOrigin origin, const char *place)
{
  g_autofree char *source = origin == BB_ORIGIN_DEDUCED ? bb_settle_source (place) : g_strdup (place);
  const BbContent content = { .text = (char *) text, .origin = origin, .source = source };

  bb_report_edit_content (self->report, bb_report_get_cell (self->report, cell), &content);
  if (origin != BB_ORIGIN_DEDUCED)
    return;
  self->deduced[cell] = TRUE;
  self->result.deduced++;
}

/* What stands there already — the same row read twice — is not overwritten. */
static void
place_cell (Settling *self, const BbLooseRow *row, guint cell, const BbPlacing *placing)
{
  g_autofree char *number = bb_decimal_to_string (placing->value);

  if (!is_empty (bb_report_get_cell (self->report, cell)))
    return;
  switch (placing->kind)
    {
    case BB_PLACING_WORD:
      write_cell (self, cell, placing->text, BB_ORIGIN_READ, row->source);
      self->result.placed++;
      break;
    case BB_PLACING_READ:
      write_cell (self, cell, placing->text != NULL ? placing->text : number, BB_ORIGIN_READ, row->source);
      self->result.placed++;
      break;
    case BB_PLACING_DEDUCED:
      write_cell (self, cell, number, BB_ORIGIN_DEDUCED, row->source);
      break;
    case BB_PLACING_OPEN:
    case BB_PLACING_EMPTY:
    default:
      /* The row was there, so the cell is blank and no longer missing. */
      write_cell (self, cell, "", BB_ORIGIN_READ, row->source);
      break;
    }
}

static void
place_row (Settling *self, BbAlignment *alignment)
{
  const BbLooseRow *row = bb_alignment_get_row (alignment);
  g_autofree BbPlacing *placings = g_new0 (BbPlacing, row->n_cells);

  bb_alignment_place (alignment, placings);
  for (guint i = 0; i < row->n_cells; i++)
    place_cell (self, row, row->cells[i], &placings[i]);
}

static gboolean
is_deduced (Settling *self, guint cell)
{
  guint part = self->relations->parts[cell];

  return part != BB_NO_PART && !self->broken[part] && !self->loose[cell] && bb_interval_is_point (self->cells[cell]) &&
         is_empty (bb_report_get_cell (self->report, cell));
}

/* A total whose parts are all numbers, or will be, is no deduction: the program computes it. */
static gboolean
is_computed (Settling *self, guint cell)
{
  const BbEquation *equation;

  if (self->form->cells[cell].derived_from < 0)
    return FALSE;
  equation = &self->form->equations[self->form->cells[cell].derived_from];
  for (guint i = 0; i < equation->n_right; i++)
    if (bb_field_get_state (bb_report_get_cell (self->report, equation->right[i])) != BB_STATE_NUMBER &&
        !is_deduced (self, equation->right[i]))
      return FALSE;
  return TRUE;
}

static void
deduce (Settling *self)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint cell = 0; cell < self->form->n_cells; cell++)
    if (is_deduced (self, cell) && !is_computed (self, cell))
      g_array_append_val (found, cell);
  for (guint i = 0; i < found->len; i++)
    {
      guint cell = g_array_index (found, guint, i);
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, self->cells[cell].low);

      write_cell (self, cell, text, BB_ORIGIN_DEDUCED, self->sources[cell]);
    }
}

void
bb_loose_row_free (BbLooseRow *row)
{
  if (row == NULL)
    return;
  for (guint i = 0; i < row->n_items; i++)
    g_free (row->items[i]);
  g_free (row->items);
  g_free (row->cells);
  g_free (row->place);
  g_free (row->source);
  g_free (row);
}

void
bb_loose_sum_free (BbLooseSum *sum)
{
  if (sum == NULL)
    return;
  g_free (sum->cells);
  g_free (sum->place);
  g_free (sum);
}

void
bb_settle (BbReport *report, GPtrArray *rows, GPtrArray *sums, BbSettled *result)
{
  Settling self = { .report = report, .rows = rows };

  g_return_if_fail (BB_IS_REPORT (report));

  self.form = bb_report_get_form (report);
  settling_init (&self, sums);
  bb_align (self.relations, self.alignments, self.given, self.cells, self.broken);
  for (guint i = 0; i < self.relations->n_parts; i++)
    self.result.contradiction |= self.broken[i];

  bb_report_begin_group (report, _("Align and deduce"));
  for (guint i = 0; i < self.alignments->len; i++)
    place_row (&self, g_ptr_array_index (self.alignments, i));
  deduce (&self);
  self.result.derived = bb_report_follow_totals (report);
  for (guint i = 0; i < self.alignments->len; i++)
    self.result.open += bb_settle_note_row (report, g_ptr_array_index (self.alignments, i));
  bb_settle_note_deduced (report, self.deduced, self.missing, self.sources, rows);
  bb_report_end_group (report);

  if (result != NULL)
    *result = self.result;
  settling_clear (&self);
}
