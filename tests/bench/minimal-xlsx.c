/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The least that writes the cells of a workbook with libxlsxwriter, the only library it has: what bench-xlsx.py measures
 * `bianbao-cli convert` against, whole process against whole process. It reads no report and knows none.
 *
 * usage: minimal-xlsx CELLS OUTPUT
 *
 * CELLS has a line each for what is written, with tabs between:
 *   F font size border align valign wrap shrink unlocked numbers    a format; those of cells count from 0
 *   S                                                                a sheet
 *   w column width, h row height
 *   m row column last-row last-column format                        merged cells
 *   n row column format value, s … text, f … value =formula, b …    a cell
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

/* A paragraph is a line. */
#define LINE_LIMIT 32768
#define FORMAT_LIMIT 64

typedef struct
{
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  lxw_format *formats[FORMAT_LIMIT];
  int n_formats;
} Writer;

static char *
next (char **rest)
{
  char *field = strsep (rest, "\t");

  if (field == NULL)
    exit (2);
  return field;
}

static int
next_number (char **rest)
{
  return (int) strtol (next (rest), NULL, 10);
}

static void
add_format (Writer *writer, char *rest)
{
  lxw_format *format = workbook_add_format (writer->workbook);

  if (writer->n_formats >= FORMAT_LIMIT)
    exit (2);
  writer->formats[writer->n_formats++] = format;
  format_set_font_name (format, next (&rest));
  format_set_font_size (format, strtod (next (&rest), NULL));
  format_set_border (format, (uint8_t) next_number (&rest));
  format_set_align (format, (uint8_t) next_number (&rest));
  format_set_align (format, (uint8_t) next_number (&rest));
  if (next_number (&rest))
    format_set_text_wrap (format);
  if (next_number (&rest))
    format_set_shrink (format);
  if (next_number (&rest))
    format_set_unlocked (format);
  format_set_num_format (format, next (&rest));
}

static void
write_cell (Writer *writer, char kind, char *rest)
{
  lxw_row_t row = (lxw_row_t) next_number (&rest);
  lxw_col_t column = (lxw_col_t) next_number (&rest);
  int last_row = kind == 'm' ? next_number (&rest) : 0;
  int last_column = kind == 'm' ? next_number (&rest) : 0;
  int number = next_number (&rest);
  lxw_format *format = number < writer->n_formats ? writer->formats[number] : NULL;

  if (kind == 'm')
    worksheet_merge_range (writer->sheet, row, column, (lxw_row_t) last_row, (lxw_col_t) last_column, NULL, format);
  else if (kind == 'n')
    worksheet_write_number (writer->sheet, row, column, strtod (rest, NULL), format);
  else if (kind == 's')
    worksheet_write_string (writer->sheet, row, column, rest, format);
  else if (kind == 'b')
    worksheet_write_blank (writer->sheet, row, column, format);
  else
    {
      double value = strtod (next (&rest), NULL);

      worksheet_write_formula_num (writer->sheet, row, column, rest, format, value);
    }
}

static void
write_line (Writer *writer, char kind, char *rest)
{
  int number;

  switch (kind)
    {
    case 'F':
      add_format (writer, rest);
      return;
    case 'S':
      writer->sheet = workbook_add_worksheet (writer->workbook, NULL);
      return;
    case 'w':
      number = next_number (&rest);
      worksheet_set_column (writer->sheet, (lxw_col_t) number, (lxw_col_t) number, strtod (rest, NULL), NULL);
      return;
    case 'h':
      number = next_number (&rest);
      worksheet_set_row (writer->sheet, (lxw_row_t) number, strtod (rest, NULL), NULL);
      return;
    default:
      write_cell (writer, kind, rest);
    }
}

int
main (int argc, char **argv)
{
  FILE *cells = argc == 3 ? fopen (argv[1], "r") : NULL;
  static char line[LINE_LIMIT];
  Writer writer = { .workbook = NULL };

  if (cells == NULL)
    {
      fprintf (stderr, "usage: minimal-xlsx CELLS OUTPUT\n");
      return 2;
    }
  writer.workbook = workbook_new (argv[2]);
  while (fgets (line, sizeof line, cells) != NULL)
    {
      line[strcspn (line, "\n")] = '\0';
      write_line (&writer, line[0], line[0] != '\0' && line[1] == '\t' ? line + 2 : line + 1);
    }
  return workbook_close (writer.workbook) == LXW_NO_ERROR ? 0 : 1;
}
