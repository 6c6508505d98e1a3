/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The least that writes cells with libxlsxwriter: nothing but the library, numbers and strings in one format, no formulas, merged
 * cells, widths or rules. What bench-xlsx.py measures `bianbao-cli convert` against, whole process against whole process.
 *
 * usage: minimal-xlsx CELLS OUTPUT, where CELLS is what list-cells wrote
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

/* A paragraph is a line. */
#define LINE_LIMIT 32768

static void
write_cell (lxw_worksheet *sheet, const char *line, lxw_format *format)
{
  unsigned int row, column;
  char kind;
  int start = 0;

  if (sscanf (line, "%*u\t%u\t%u\t%c\t%n", &row, &column, &kind, &start) != 3 || start == 0)
    exit (2);
  if (kind == 'n')
    worksheet_write_number (sheet, row, (lxw_col_t) column, strtod (line + start, NULL), format);
  else
    worksheet_write_string (sheet, row, (lxw_col_t) column, line + start, format);
}

static int
write_cells (FILE *cells, const char *output)
{
  lxw_workbook *workbook = workbook_new (output);
  lxw_format *format = workbook_add_format (workbook);
  lxw_worksheet *sheet = NULL;
  long n_sheets = 0;
  static char line[LINE_LIMIT];

  format_set_border (format, LXW_BORDER_THIN);
  while (fgets (line, sizeof line, cells) != NULL)
    {
      line[strcspn (line, "\n")] = '\0';
      for (; strtol (line, NULL, 10) >= n_sheets; n_sheets++)
        sheet = workbook_add_worksheet (workbook, NULL);
      write_cell (sheet, line, format);
    }
  return workbook_close (workbook) == LXW_NO_ERROR ? 0 : 1;
}

int
main (int argc, char **argv)
{
  FILE *cells = argc == 3 ? fopen (argv[1], "r") : NULL;

  if (cells == NULL)
    {
      fprintf (stderr, "usage: minimal-xlsx CELLS OUTPUT\n");
      return 2;
    }
  return write_cells (cells, argv[2]);
}
