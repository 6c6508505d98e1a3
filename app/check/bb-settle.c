/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reading leaves open is settled here: loose rows are aligned, then blanks deduced (form.md, "Aligning and deducing"). */
#include <bianbao/bb-check.h>

#include "check/bb-align.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  BbReport *report;
  const BbForm *form;
  BbRelations *relations;
  GPtrArray *rows; /* of BbLooseRow, may be NULL */
  BbSettled result;
} Settling;

/* ---- words for notes ---- */

static char *
row_name (const BbForm *form, guint cell)
{
  const BbHead *head = bb_form_row_head (form, cell);

  if (*head->title != '\0')
    return g_strdup (head->title);
  return g_strdup (bb_form_cell_section (form, cell)->title);
}

static char *
join_items (const BbLooseRow *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->n_items; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", *row->items[i] != '\0' ? row->items[i] : "␣");
  return g_string_free (text, FALSE);
}

/* "自然人 3、总计 3": the cells of a row by their columns. */
static char *
list_cells (BbReport *report, const guint *cells, guint n_cells)
{
  const BbForm *form = bb_report_get_form (report);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_cells; i++)
    g_string_append_printf (text, "%s%s %s", i > 0 ? "、" : "", bb_form_column_head (form, cells[i])->title,
                            bb_field_get_text (bb_report_get_cell (report, cells[i])));
  return g_string_free (text, FALSE);
}

static void
add_note (Settling *self, const char *id, BbSeverity severity, const guint *cells, guint n_cells, const char *message, const char *place)
{
  g_autoptr (BbNote) note = NULL;
  g_auto (GStrv) ids = g_new0 (char *, n_cells + 1);

  for (guint i = 0; i < n_cells; i++)
    ids[i] = g_strdup (self->form->cells[cells[i]].id);
  note = bb_note_new (id, severity, (const char *const *) ids, message, place);
  bb_report_add_note (self->report, note);
}

/* ---- alignment ---- */

static gboolean
place_cell (Settling *self, const BbLooseRow *row, guint cell, const BbPlacing *placing)
{
  BbField *field = bb_report_get_cell (self->report, cell);
  g_autofree char *number = NULL;
  g_autofree char *source = NULL;
  const char *text = "";
  BbContent content = { NULL, BB_ORIGIN_READ, FALSE, row->source, NULL };

  /* A row that stands twice: what was read first is not overwritten. */
  if (bb_field_get_state (field) == BB_STATE_NUMBER || bb_field_get_state (field) == BB_STATE_TEXT)
    return TRUE;
  if (placing->word)
    text = placing->item;
  else if (placing->known)
    {
      number = g_strdup_printf ("%" G_GINT64_FORMAT, placing->value);
      text = placing->read && placing->item != NULL ? placing->item : number;
      if (!placing->read)
        {
          content.origin = BB_ORIGIN_DEDUCED;
          /* Translators: how a figure was found; then the place in the file. */
          source = g_strdup_printf (_("the only value that fits; %s"), row->source != NULL ? row->source : row->place);
          content.source = source;
        }
    }
  content.text = (char *) text;
  bb_report_edit_content (self->report, field, &content);
  return *text != '\0';
}

static char *
outcome_text (const BbLooseRow *row, guint survivors, guint open)
{
  if (survivors == 0 && open > 0)
    return g_strdup (_("No way to place them agrees with the sums, so the row is left open."));
  if (open > 0)
    return g_strdup_printf (ngettext ("%u cell is left open because several ways to place them agree with the sums.",
                                      "%u cells are left open because several ways to place them agree with the sums.", open),
                            open);
  return g_strdup (_("The sums leave only one figure for each column."));
}

static void
note_row (Settling *self, const BbLooseRow *row, guint survivors, guint open)
{
  gboolean shorter = row->n_items <= row->n_cells;
  g_autofree char *name = row_name (self->form, row->cells[0]);
  g_autofree char *items = join_items (row);
  g_autofree char *outcome = outcome_text (row, survivors, open);
  g_autofree char *message = NULL;

  /* Translators: a row of a table, what stood in it, and how it came out. */
  message = g_strdup_printf (_("The row “%s” has %u values for %u columns (%s). %s"), name, row->n_items, row->n_cells, items, outcome);
  add_note (self, shorter ? "read.short-row" : "read.extra-value", open > 0 ? BB_SEVERITY_WARNING : BB_SEVERITY_HINT,
            row->cells, row->n_cells, message, row->place);
}

static void
place_row (Settling *self, BbAlignment *alignment)
{
  const BbLooseRow *row = alignment->row;
  guint open = 0;

  for (guint i = 0; i < row->n_cells; i++)
    {
      BbPlacing placing = bb_alignment_get_placing (self->form, alignment, i);

      if (!place_cell (self, row, row->cells[i], &placing))
        open++;
      else if (placing.known && !placing.read)
        self->result.deduced++;
      else
        self->result.placed++;
    }
  self->result.open += open;
  note_row (self, row, alignment->survivors, open);
}

static void
align_rows (Settling *self)
{
  g_autoptr (GPtrArray) alignments = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_alignment_free);
  g_autofree BbInterval *cells = g_new (BbInterval, self->form->n_cells);

  for (guint i = 0; i < self->form->n_cells; i++)
    cells[i] = bb_interval_of_field (bb_report_get_cell (self->report, i));
  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (alignments, bb_alignment_new (g_ptr_array_index (self->rows, i)));
  bb_align (self->form, self->relations, alignments, cells);
  for (guint i = 0; i < alignments->len; i++)
    place_row (self, g_ptr_array_index (alignments, i));
}

/* ---- deduction ---- */

static gboolean
is_open (BbField *field)
{
  BbState state = bb_field_get_state (field);

  return state == BB_STATE_BLANK || state == BB_STATE_MISSING;
}

static char *
place_of (Settling *self, guint cell)
{
  const char *source = bb_field_get_source (bb_report_get_cell (self->report, cell));
  const char *colon = source != NULL ? strchr (source, ':') : NULL;

  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    {
      const BbLooseRow *row = g_ptr_array_index (self->rows, i);

      for (guint j = 0; j < row->n_cells; j++)
        if (row->cells[j] == cell)
          return g_strdup (row->place);
    }
  if (source == NULL)
    return NULL;
  return colon != NULL ? g_strndup (source, (gsize) (colon - source)) : g_strdup (source);
}

static void
deduce_cell (Settling *self, guint cell, gint64 value)
{
  BbField *field = bb_report_get_cell (self->report, cell);
  const char *before = bb_field_get_source (field);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  g_autofree char *source = NULL;

  source = before != NULL ? g_strdup_printf (_("the only value that fits; %s"), before) : g_strdup (_("the only value that fits"));
  bb_report_edit_content (self->report, field, &(BbContent) { text, BB_ORIGIN_DEDUCED, FALSE, source, NULL });
  self->result.deduced++;
}

static gboolean
same_row (const BbForm *form, guint a, guint b)
{
  return form->cells[a].table == form->cells[b].table && form->cells[a].block == form->cells[b].block
         && form->cells[a].row == form->cells[b].row;
}

/* One note a row of a table: thirty notes for thirty cells would be read by nobody. */
static void
note_deduced (Settling *self, const gboolean *deduced)
{
  for (guint first = 0; first < self->form->n_cells;)
    {
      g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint));
      guint next = first;

      for (; next < self->form->n_cells && same_row (self->form, first, next); next++)
        if (deduced[next])
          g_array_append_val (cells, next);
      first = next;
      if (cells->len > 0)
        {
          const guint *indices = (const guint *) cells->data;
          g_autofree char *name = row_name (self->form, indices[0]);
          g_autofree char *list = list_cells (self->report, indices, cells->len);
          g_autofree char *place = place_of (self, indices[0]);
          /* Translators: a row of a table, then its columns with the figures. */
          g_autofree char *message = g_strdup_printf (_("Deduced in the row “%s”, where nothing certain stood: %s"), name, list);

          add_note (self, "read.deduced", BB_SEVERITY_HINT, indices, cells->len, message, place);
        }
    }
}

static void
deduce (Settling *self)
{
  g_autofree BbInterval *cells = g_new (BbInterval, self->form->n_cells);
  g_autofree gboolean *contradictory = g_new0 (gboolean, self->relations->n_parts + 1);

  for (guint i = 0; i < self->form->n_cells; i++)
    cells[i] = bb_interval_of_field (bb_report_get_cell (self->report, i));
  bb_relations_propagate (self->relations, cells, contradictory);
  for (guint i = 0; i < self->relations->n_parts; i++)
    self->result.contradiction |= contradictory[i];
  for (guint i = 0; i < self->form->n_cells; i++)
    {
      guint part = self->relations->parts[i];

      if (part == G_MAXUINT || contradictory[part] || !bb_interval_is_point (cells[i]))
        continue;
      if (is_open (bb_report_get_cell (self->report, i)))
        deduce_cell (self, i, cells[i].low);
    }
}

static void
note_all_deduced (Settling *self)
{
  g_autofree gboolean *deduced = g_new0 (gboolean, self->form->n_cells);

  for (guint i = 0; i < self->form->n_cells; i++)
    {
      BbField *field = bb_report_get_cell (self->report, i);

      deduced[i] = bb_field_get_origin (field) == BB_ORIGIN_DEDUCED && bb_field_get_state (field) == BB_STATE_NUMBER;
    }
  note_deduced (self, deduced);
}

/* ---- public API ---- */

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
  g_autoptr (BbRelations) relations = NULL;
  Settling self = { .report = report, .form = bb_report_get_form (report), .rows = rows };

  g_return_if_fail (BB_IS_REPORT (report));

  relations = self.relations = bb_relations_new (self.form, sums);
  bb_report_begin_group (report, _("Align and Deduce"));
  if (rows != NULL && rows->len > 0)
    align_rows (&self);
  self.result.derived += bb_report_follow_totals (report);
  deduce (&self);
  self.result.derived += bb_report_follow_totals (report);
  note_all_deduced (&self);
  bb_report_end_group (report);
  if (result != NULL)
    *result = self.result;
}
