/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-settle-notes.h"

#include "check/bb-labels.h"
#include "check/bb-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How a loose row came out, as people are told. */
typedef enum
{
  OUTCOME_PLACED,
  OUTCOME_DROPPED,
  OUTCOME_DROPPED_EMPTY,
  OUTCOME_DEDUCED,
  OUTCOME_PARTLY,
  OUTCOME_OPEN,
  OUTCOME_NONE,
  OUTCOME_TOO_MANY,
  OUTCOME_ALONE,
  N_OUTCOMES
} Outcome;

/* Translators: words in braces stand for what is put in there; keep them as they are. */
/* *INDENT-OFF* */
static const char *const outcomes[N_OUTCOMES] = {
  [OUTCOME_PLACED] = N_("{row}: {n} instead of {columns} values ({items}). Only one way of placing them agrees with the relations"),
  [OUTCOME_DROPPED] = N_("{row}: {n} instead of {columns} values ({items}). Only without “{dropped}” do they agree with the relations"),
  [OUTCOME_DROPPED_EMPTY] = N_("{row}: {n} instead of {columns} values ({items}). The empty places too many were left out"),
  [OUTCOME_DEDUCED] = N_("{row}: {n} instead of {columns} values ({items}). Every way of placing them that agrees with the relations gives the same numbers"),
  [OUTCOME_PARTLY] = N_("{row}: {n} instead of {columns} values ({items}). Not every place can be told; left open: {open}"),
  [OUTCOME_OPEN] = N_("{row}: {n} instead of {columns} values ({items}). Several ways of placing them agree with the relations; left open: {open}"),
  [OUTCOME_NONE] = N_("{row}: {n} instead of {columns} values ({items}). No way of placing them agrees with the relations; left open: {open}"),
  [OUTCOME_TOO_MANY] = N_("{row}: {n} instead of {columns} values ({items}). There are too many ways of placing them; left open: {open}"),
  [OUTCOME_ALONE] = N_("{row}: {n} instead of {columns} values ({items}). Other figures of the table contradict one another and cannot tell their places; left open: {open}"),
};
/* *INDENT-ON* */

static void
add_note (BbReport *report, const char *id, BbSeverity severity, const guint *cells, guint n_cells, const char *message, const char *place)
{
  const BbForm *form = bb_report_get_form (report);
  g_autofree const char **ids = g_new0 (const char *, n_cells + 1);
  g_autoptr (BbNote) note = NULL;

  for (guint i = 0; i < n_cells; i++)
    ids[i] = form->cells[cells[i]].id;
  note = bb_note_new (id, severity, ids, message, place);
  bb_report_add_note (report, note);
}

static gboolean
is_empty (BbReport *report, guint cell)
{
  BbState state = bb_field_get_state (bb_report_get_cell (report, cell));

  return state == BB_STATE_BLANK || state == BB_STATE_MISSING;
}

static char *
join_items (char **items, guint n_items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_items; i++)
    {
      if (i > 0)
        g_string_append (text, " | ");
      /* Translators: stands for an empty place among values. */
      g_string_append (text, *items[i] != '\0' ? items[i] : _("empty"));
    }
  return g_string_free (text, FALSE);
}

static char *
list_open (BbReport *report, const BbLooseRow *row, guint *n_open)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < row->n_cells; i++)
    if (is_empty (report, row->cells[i]))
      g_ptr_array_add (labels, g_strdup (bb_label_in_row (bb_report_get_form (report), row->cells[i])));
  *n_open = labels->len;
  return bb_label_list (labels);
}

static gboolean
any_deduced (BbReport *report, const BbLooseRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (bb_field_get_origin (bb_report_get_cell (report, row->cells[i])) == BB_ORIGIN_DEDUCED)
      return TRUE;
  return FALSE;
}

static gboolean
are_empty (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (*(const char *) g_ptr_array_index (items, i) != '\0')
      return FALSE;
  return TRUE;
}

static Outcome
outcome_when_filled (BbReport *report, BbAlignment *alignment, GPtrArray *dropped)
{
  if (any_deduced (report, bb_alignment_get_row (alignment)))
    return OUTCOME_DEDUCED;
  if (dropped != NULL)
    return are_empty (dropped) ? OUTCOME_DROPPED_EMPTY : OUTCOME_DROPPED;
  return bb_alignment_count (alignment) == 1 ? OUTCOME_PLACED : OUTCOME_DEDUCED;
}

static Outcome
outcome_of (BbReport *report, BbAlignment *alignment, guint n_open, GPtrArray *dropped)
{
  if (n_open == 0)
    return outcome_when_filled (report, alignment, dropped);
  switch (bb_alignment_get_verdict (alignment))
    {
    case BB_VERDICT_NONE:
      return OUTCOME_NONE;
    case BB_VERDICT_TOO_MANY:
      return OUTCOME_TOO_MANY;
    case BB_VERDICT_ALONE:
      return OUTCOME_ALONE;
    case BB_VERDICT_OPEN:
    default:
      return n_open < bb_alignment_get_row (alignment)->n_cells ? OUTCOME_PARTLY : OUTCOME_OPEN;
    }
}

guint
bb_settle_note_row (BbReport *report, BbAlignment *alignment)
{
  const BbLooseRow *row = bb_alignment_get_row (alignment);
  guint n_open;
  g_autofree char *open = list_open (report, row, &n_open);
  g_autofree char *label = bb_label_row (bb_report_get_form (report), row->cells[0]);
  g_autofree char *items = join_items (row->items, row->n_items);
  g_autofree char *n = g_strdup_printf ("%u", row->n_items);
  g_autofree char *columns = g_strdup_printf ("%u", row->n_cells);
  g_autoptr (GPtrArray) dropped = bb_alignment_get_dropped (alignment);
  g_autofree char *dropped_text =
    dropped != NULL ? join_items ((char **) dropped->pdata, dropped->len) : g_strdup ("");
  Outcome outcome = outcome_of (report, alignment, n_open, dropped);
  g_autofree char *message = bb_template_fill (_(outcomes[outcome]), "row", label, "n", n, "columns", columns, "items", items,
                                               "open", open, "dropped", dropped_text, NULL);

  add_note (report, row->n_items <= row->n_cells ? "read.short-row" : "read.extra-value",
            n_open > 0 ? BB_SEVERITY_WARNING : BB_SEVERITY_HINT, row->cells, row->n_cells, message, row->place);
  return n_open;
}

/* "table 3, line 41" without the excerpt behind it. */
static char *
place_in (const char *source)
{
  const char *end = source != NULL ? strstr (source, ": ") : NULL;

  return end != NULL ? g_strndup (source, end - source) : g_strdup (source);
}

/* Where a row stood: what its reader said, else what stood at one of its cells. */
static char *
place_of_row (const guint *range, char **sources, GPtrArray *rows)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const BbLooseRow *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < row->n_cells; j++)
        if (row->cells[j] >= range[0] && row->cells[j] < range[1])
          return g_strdup (row->place);
    }
  for (guint cell = range[0]; cell < range[1]; cell++)
    if (sources[cell] != NULL)
      return place_in (sources[cell]);
  return NULL;
}

static void
note_deduced_in_row (BbReport *report, const guint *range, const gboolean *deduced, const gboolean *missing, char **sources,
                     GPtrArray *rows)
{
  const BbForm *form = bb_report_get_form (report);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *label = bb_label_row (form, range[0]);
  g_autofree char *list = NULL;
  g_autofree char *place = NULL;
  g_autofree char *message = NULL;
  gboolean no_row = TRUE;

  for (guint cell = range[0]; cell < range[1]; cell++)
    if (deduced[cell])
      {
        g_array_append_val (cells, cell);
        g_ptr_array_add (labels, g_strdup_printf ("%s %s", bb_label_in_row (form, cell),
                                                  bb_field_get_text (bb_report_get_cell (report, cell))));
        no_row &= missing[cell];
      }
  if (cells->len == 0)
    return;

  list = bb_label_list (labels);
  place = place_of_row (range, sources, rows);
  message = bb_template_fill (no_row && place == NULL ? _("{row}: was not in the file; deduced as the only values that fit: {cells}")
                                                      : _("{row}: deduced as the only values that fit: {cells}"),
                              "row", label, "cells", list, NULL);
  add_note (report, "read.deduced", BB_SEVERITY_HINT, &g_array_index (cells, guint, 0), cells->len, message, place);
}

void
bb_settle_note_deduced (BbReport *report, const gboolean *deduced, const gboolean *missing, char **sources, GPtrArray *rows)
{
  const BbForm *form = bb_report_get_form (report);

  for (guint t = 0; t < form->n_tables; t++)
    for (guint b = 0; b < form->tables[t].n_blocks; b++)
      {
        const BbBlock *block = &form->tables[t].blocks[b];

        for (guint row = 0; row < block->n_row_leaves; row++)
          {
            const guint first = block->first_cell + row * block->n_column_leaves;

            note_deduced_in_row (report, (const guint[]) { first, first + block->n_column_leaves }, deduced, missing, sources,
                                 rows);
          }
      }
}

char *
bb_settle_source (const char *place)
{
  if (place == NULL)
    return g_strdup (_("the only value that fits"));
  return bb_template_fill (_("the only value that fits; {place}"), "place", place, NULL);
}
