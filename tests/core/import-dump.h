/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A reading as text, for golden files: one line a row of a table, a section, a note. */

#include <bianbao/bianbao.h>

static inline void
dump_text (GString    *dump,
           const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\n')
      g_string_append (dump, "⏎");
    else
      g_string_append_c (dump, *p);
}

/* Blank `_`, missing `?`, text in quotation marks; `~` in front of a deduced value, `=` of a derived one; a unit behind `|`. */
static inline void
dump_cell (GString *dump,
           BbField *field)
{
  static const char *const origins[] = { "", "", "=", "~" };
  const char *unit = bb_field_get_unit (field);

  switch (bb_field_get_state (field))
    {
    case BB_STATE_BLANK:
      g_string_append (dump, " _");
      return;
    case BB_STATE_MISSING:
      g_string_append (dump, " ?");
      return;
    case BB_STATE_TEXT:
      g_string_append_printf (dump, " “%s”", bb_field_get_text (field));
      return;
    case BB_STATE_NUMBER:
    default:
      g_string_append_printf (dump, " %s%s%s%s", origins[bb_field_get_origin (field)], bb_field_get_text (field),
                              unit != NULL ? "|" : "", unit != NULL ? unit : "");
    }
}

static inline void
dump_tables (GString  *dump,
             BbReport *report)
{
  const BbForm *form = bb_report_get_form (report);

  for (guint i = 0; i < form->n_cells; i++)
    {
      const BbCell *cell = &form->cells[i];
      const BbHead *head = bb_form_row_head (form, i);

      if (cell->column == 0)
        g_string_append_printf (dump, "%s.%s:", form->tables[cell->table].id, head->id);
      dump_cell (dump, bb_report_get_cell (report, i));
      if (cell->column + 1 == form->tables[cell->table].blocks[cell->block].n_column_leaves)
        g_string_append_c (dump, '\n');
    }
}

static inline void
dump_sections (GString  *dump,
               BbReport *report)
{
  const BbForm *form = bb_report_get_form (report);

  for (guint i = 0; i < form->n_sections; i++)
    {
      BbField *field = bb_report_get_section (report, i);

      g_string_append_printf (dump, "%s:%s", form->sections[i].id, bb_field_get_state (field) == BB_STATE_MISSING ? " ?" : "");
      if (*bb_field_get_text (field) != '\0')
        {
          g_string_append_c (dump, ' ');
          dump_text (dump, bb_field_get_text (field));
        }
      g_string_append_c (dump, '\n');
    }
}

static inline void
dump_loose (GString         *dump,
            const BbForm    *form,
            const BbReading *reading)
{
  for (guint i = 0; i < reading->rows->len; i++)
    {
      const BbLooseRow *row = g_ptr_array_index (reading->rows, i);

      g_string_append_printf (dump, "loose %s+%u %s:", form->cells[row->cells[0]].id, row->n_cells - 1, row->place);
      for (guint j = 0; j < row->n_items; j++)
        g_string_append_printf (dump, " [%s]", row->items[j]);
      g_string_append_c (dump, '\n');
    }
  for (guint i = 0; i < reading->sums->len; i++)
    {
      const BbLooseSum *sum = g_ptr_array_index (reading->sums, i);
      g_autofree char *value = bb_decimal_to_string (sum->value);

      g_string_append_printf (dump, "sum %s+%u %s: %s\n", form->cells[sum->cells[0]].id, sum->n_cells - 1, sum->place, value);
    }
}

static inline void
dump_notes (GString  *dump,
            BbReport *report)
{
  static const char *const severities[] = { "hint", "warning", "error" };
  GListModel *notes = bb_report_get_notes (report);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (BbNote) note = g_list_model_get_item (notes, i);
      const char *const *cells = bb_note_get_cells (note);

      g_string_append_printf (dump, "note %s %s %s cells %u: %s\n", bb_note_get_id (note), severities[bb_note_get_severity (note)],
                              bb_note_get_place (note) != NULL ? bb_note_get_place (note) : "-",
                              g_strv_length ((char **) cells), bb_note_get_message (note));
    }
}

static inline char *
dump_reading (const BbReading *reading)
{
  GString *dump = g_string_new (NULL);
  BbReport *report = reading->report;
  g_autofree char *title = bb_report_get_title (report);

  g_string_append_printf (dump, "form %s\nyear %d\norganisation %s\ntitle %s%s\n", bb_report_get_form (report)->id, bb_report_get_year (report),
                          bb_report_get_organisation (report), title,
                          *bb_field_get_text (bb_report_get_meta (report, BB_META_TITLE)) != '\0' ? " (kept)" : "");
  dump_sections (dump, report);
  dump_tables (dump, report);
  dump_loose (dump, bb_report_get_form (report), reading);
  dump_notes (dump, report);
  return g_string_free (dump, FALSE);
}
