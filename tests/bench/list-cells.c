/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cells of a report as lines for minimal-xlsx, one each: sheet, row, column, "n" or "s", value, with tabs between.
 *
 * usage: list-cells REPORT
 */
#include <bianbao/bianbao.h>
#include <stdio.h>

static void
list_text (guint sheet, guint row, guint column, const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text != NULL ? text : ""), "\t\r\n", ' ');

  printf ("%u\t%u\t%u\ts\t%s\n", sheet, row, column, line);
}

static void
list_narrative (BbReport *report)
{
  const BbForm *form = bb_report_get_form (report);
  g_autofree char *title = bb_report_get_title (report);
  guint row = 0;

  list_text (0, row++, 0, title);
  for (guint i = 0; i < form->n_sections; i++)
    {
      g_auto (GStrv) paragraphs = bb_text_paragraphs (bb_field_get_text (bb_report_get_section (report, i)));

      if (form->sections[i].title != NULL)
        list_text (0, row++, 0, form->sections[i].title);
      for (guint n = 0; paragraphs[n] != NULL; n++)
        list_text (0, row++, 0, paragraphs[n]);
    }
}

static void
list_table (BbReport *report, const BbTable *table, guint sheet)
{
  for (guint i = 0; i < table->n_slots; i++)
    {
      const BbSlot *slot = &table->slots[i];
      BbField *field = slot->cell >= 0 ? bb_report_get_cell (report, (guint) slot->cell) : NULL;
      BbDecimal value;
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      if (field != NULL && bb_field_get_value (field, &value))
        printf ("%u\t%u\t%u\tn\t%s\n", sheet, slot->row, slot->column, g_ascii_dtostr (number, sizeof number, bb_decimal_to_double (value)));
      else
        list_text (sheet, slot->row, slot->column, field != NULL ? bb_field_get_text (field) : slot->text);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BbOpened) opened = argc == 2 ? bb_open_path (argv[1], BB_OPEN_DEFAULT, NULL, &error) : NULL;
  const BbForm *form;

  if (opened == NULL)
    {
      fprintf (stderr, "list-cells: %s\n", error != NULL ? error->message : "usage: list-cells REPORT");
      return 2;
    }
  list_narrative (opened->report);
  form = bb_report_get_form (opened->report);
  for (guint i = 0; i < form->n_tables; i++)
    list_table (opened->report, &form->tables[i], i + 1);
  return 0;
}
