/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-copy.h>

#include "export/bb-html-style.h"
#include "export/bb-page-text.h"
#include "export/bb-page.h"

#include <bianbao/bb-text.h>
#include <string.h>

/* What Excel and Word read on each cell; without them Excel takes 1-1 for a date, and Word draws no lines. */
#define CELL_STYLE "border:0.5pt solid #000;padding:1pt 3pt;vertical-align:middle;"
#define AS_TEXT "mso-number-format:'\\@';"

/*
 * @whole: with heads and spans; else the cells alone, one beside the other
 * @first, @n_places: plain columns that are used, for the text
 */
typedef struct
{
  BbReport *report;
  const BbForm *form;
  const BbTable *table;
  BbCopyArea area;
  gboolean whole;
  guint first;
  guint n_places;
} Job;

static gboolean
is_in (const Job *job, const BbSlot *slot)
{
  const BbCopyArea *area = &job->area;

  return slot->row >= area->row && slot->row < area->row + area->n_rows && slot->column >= area->column &&
         slot->column < area->column + area->n_columns && (job->whole || slot->role == BB_SLOT_CELL);
}

static gboolean
holds_all_cells (const BbTable *table, const BbCopyArea *area)
{
  for (guint i = 0; i < table->n_slots; i++)
    {
      const BbSlot *slot = &table->slots[i];

      if (slot->role == BB_SLOT_CELL && (slot->row < area->row || slot->row >= area->row + area->n_rows || slot->column < area->column ||
                                         slot->column >= area->column + area->n_columns))
        return FALSE;
    }
  return TRUE;
}

static const char *
get_text (const Job *job, const BbSlot *slot)
{
  return slot->cell >= 0 ? bb_field_get_text (bb_report_get_cell (job->report, (guint) slot->cell)) : slot->text;
}

static gboolean
is_number (const Job *job, const BbSlot *slot)
{
  return slot->cell >= 0 && bb_field_get_state (bb_report_get_cell (job->report, (guint) slot->cell)) == BB_STATE_NUMBER;
}

/* ---- the page ---- */

static void
append_size (GString *out, const Job *job, const BbSlot *slot)
{
  const BbStyle *style = bb_style_get (bb_page_slot_style (slot));

  g_string_append_printf (out, "width:%ldpx;font-size:", bb_whole_pixels (BB_MM_TO_PIXELS (bb_page_slot_width (job->table->widths, slot))));
  bb_html_append_number (out, style->points);
  g_string_append_printf (out, "pt;font-family:%s;text-align:%s;", bb_face_get (style->face)->name,
                          style->align == BB_ALIGN_CENTRE ? "center" : "left");
}

static void
append_slot (GString *out, const Job *job, const BbSlot *slot)
{
  g_autofree char *clean = bb_page_clean (get_text (job, slot));
  g_autofree char *escaped = g_markup_escape_text (clean, -1);
  gboolean is_head = slot->role != BB_SLOT_CELL;

  g_string_append_printf (out, "<td");
  if (job->whole && slot->column_span > 1)
    g_string_append_printf (out, " colspan=%u", slot->column_span);
  if (job->whole && slot->row_span > 1)
    g_string_append_printf (out, " rowspan=%u", slot->row_span);
  g_string_append (out, " style=\"" CELL_STYLE);
  append_size (out, job, slot);
  if (!is_head && !is_number (job, slot) && *clean != '\0')
    g_string_append (out, AS_TEXT);
  g_string_append_printf (out, "\">%s</td>", *escaped != '\0' ? escaped : "&nbsp;");
}

static char *
write_page (const Job *job)
{
  GString *out = g_string_new ("<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"></head><body><!--StartFragment-->"
                               "<table border=1 cellspacing=0 cellpadding=0 style=\"border-collapse:collapse\">");

  for (guint row = job->area.row; row < job->area.row + job->area.n_rows; row++)
    {
      g_autoptr (GString) cells = g_string_new (NULL);

      for (guint i = 0; i < job->table->n_slots; i++)
        if (job->table->slots[i].row == row && is_in (job, &job->table->slots[i]))
          append_slot (cells, job, &job->table->slots[i]);
      /* A row that only merged cells from above reach into is a row all the same. */
      if (job->whole || cells->len > 0)
        g_string_append_printf (out, "<tr>%s</tr>", cells->str);
    }
  g_string_append (out, "</table><!--EndFragment--></body></html>");
  return g_string_free (out, FALSE);
}

/* ---- rows of text ---- */

static void
append_quoted (GString *out, const char *text, gboolean is_text)
{
  g_autofree char *guarded = is_text ? bb_text_guard_formula (text) : g_strdup (text);
  g_autoptr (GString) cell = g_string_new (guarded);

  if (strpbrk (cell->str, "\t\n\r\"") != NULL)
    {
      g_string_replace (cell, "\"", "\"\"", 0);
      g_string_append_printf (out, "\"%s\"", cell->str);
    }
  else
    g_string_append (out, cell->str);
}

static void
append_plain (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    g_string_append_c (out, strchr ("\t\n\r", *p) != NULL ? ' ' : *p);
}

static void
find_places (Job *job)
{
  guint end = 0;

  job->first = G_MAXUINT;
  for (guint i = 0; i < job->table->n_slots; i++)
    if (is_in (job, &job->table->slots[i]))
      {
        guint place = bb_page_place (job->form, job->table, &job->table->slots[i]);

        job->first = MIN (job->first, place);
        end = MAX (end, place + 1);
      }
  job->n_places = end > job->first ? end - job->first : 0;
}

static gboolean
fill_row (const Job *job, guint row, const BbSlot **slots)
{
  gboolean any = FALSE;

  for (guint i = 0; i < job->table->n_slots; i++)
    {
      const BbSlot *slot = &job->table->slots[i];

      if (slot->row != row || !is_in (job, slot))
        continue;
      slots[bb_page_place (job->form, job->table, slot) - job->first] = slot;
      any = TRUE;
    }
  return any;
}

static char *
write_rows (const Job *job, gboolean quoted)
{
  GString *out = g_string_new (NULL);

  for (guint row = job->area.row; row < job->area.row + job->area.n_rows; row++)
    {
      g_autofree const BbSlot **slots = g_new0 (const BbSlot *, job->n_places + 1);

      if (!fill_row (job, row, slots))
        continue;
      if (out->len > 0)
        g_string_append_c (out, '\n');
      for (guint i = 0; i < job->n_places; i++)
        {
          const char *text = slots[i] != NULL ? get_text (job, slots[i]) : "";

          if (i > 0)
            g_string_append_c (out, '\t');
          if (quoted)
            append_quoted (out, text, slots[i] != NULL && !is_number (job, slots[i]));
          else
            append_plain (out, text);
        }
    }
  return g_string_free (out, FALSE);
}

BbCopy *
bb_copy_table (BbReport *report, guint table, const BbCopyArea *area)
{
  Job job = { .report = report };
  BbCopy *copy;

  g_return_val_if_fail (BB_IS_REPORT (report), NULL);
  job.form = bb_report_get_form (report);
  g_return_val_if_fail (table < job.form->n_tables, NULL);

  job.table = &job.form->tables[table];
  job.whole = area == NULL || (job.table->n_cells > 1 && holds_all_cells (job.table, area));
  job.area = job.whole ? (BbCopyArea) { 0, 0, job.table->n_grid_rows, job.table->n_grid_columns } : *area;
  find_places (&job);
  copy = g_new0 (BbCopy, 1);
  copy->html = write_page (&job);
  copy->tsv = write_rows (&job, TRUE);
  copy->text = write_rows (&job, FALSE);
  return copy;
}

void
bb_copy_free (BbCopy *copy)
{
  if (copy == NULL)
    return;
  g_free (copy->html);
  g_free (copy->tsv);
  g_free (copy->text);
  g_free (copy);
}
