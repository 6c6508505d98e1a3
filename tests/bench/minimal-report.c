/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The least that reads a report and writes its cells with libxlsxwriter: numbers and strings in one format, no formulas, merged
 * cells, widths or rules. What bench-xlsx.py measures `bianbao-cli convert` against, whole process against whole process.
 *
 * usage: minimal-report REPORT OUTPUT
 */
#include <bianbao/bianbao.h>
#include <stdio.h>
#include <xlsxwriter.h>

static void
write_texts (BbReport *report, lxw_worksheet *sheet, lxw_format *format)
{
  const BbForm *form = bb_report_get_form (report);
  g_autofree char *title = bb_report_get_title (report);
  lxw_row_t row = 0;

  worksheet_write_string (sheet, row++, 0, title, format);
  for (guint i = 0; i < form->n_sections; i++)
    {
      const char *text = bb_field_get_text (bb_report_get_section (report, i));
      g_auto (GStrv) paragraphs = bb_text_paragraphs (text);

      if (form->sections[i].title != NULL)
        worksheet_write_string (sheet, row++, 0, form->sections[i].title, format);
      for (guint n = 0; paragraphs[n] != NULL; n++)
        worksheet_write_string (sheet, row++, 0, paragraphs[n], format);
    }
}

static void
write_table (BbReport *report, const BbTable *table, lxw_worksheet *sheet, lxw_format *format)
{
  for (guint i = 0; i < table->n_slots; i++)
    {
      const BbSlot *slot = &table->slots[i];
      BbField *field = slot->cell >= 0 ? bb_report_get_cell (report, (guint) slot->cell) : NULL;
      lxw_col_t column = (lxw_col_t) slot->column;
      BbDecimal value;

      if (field != NULL && bb_field_get_value (field, &value))
        worksheet_write_number (sheet, slot->row, column, bb_decimal_to_double (value), format);
      else
        worksheet_write_string (sheet, slot->row, column, field != NULL ? bb_field_get_text (field) : slot->text, format);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BbOpened) opened = argc == 3 ? bb_open_path (argv[1], BB_OPEN_DEFAULT, NULL, &error) : NULL;
  const BbForm *form;
  lxw_workbook *workbook;
  lxw_format *format;

  if (opened == NULL)
    {
      fprintf (stderr, "minimal-report: %s\n", error != NULL ? error->message : "usage: minimal-report REPORT OUTPUT");
      return 2;
    }
  workbook = workbook_new (argv[2]);
  format = workbook_add_format (workbook);
  format_set_border (format, LXW_BORDER_THIN);
  write_texts (opened->report, workbook_add_worksheet (workbook, NULL), format);
  form = bb_report_get_form (opened->report);
  for (guint i = 0; i < form->n_tables; i++)
    write_table (opened->report, &form->tables[i], workbook_add_worksheet (workbook, NULL), format);
  return workbook_close (workbook) == LXW_NO_ERROR ? 0 : 1;
}
