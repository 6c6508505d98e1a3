/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-xlsx-sheet.h"

#include "import/bb-import-limits.h"
#include "import/bb-run-text.h"
#include "import/bb-xlsx-merges.h"
#include "import/bb-xlsx-text.h"
#include "util/bb-check-row.h"

#include <bianbao/bb-text.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* The last row and column that Excel has. */
#define LAST_ROW 1048576
#define LAST_COLUMN 16384

/* Of a title or a head inside a table: 第二十条第（一）项, or the note over the rows of table 3. */
#define LONGEST_TITLE 60

/* Cells with something in them, of one sheet. */
#define CELL_LIMIT 200000

typedef struct
{
  guint row;
  guint column;
  char *text;
} Cell;

/*
 * @row, @column: where reading is, from 1; cells may leave their address out
 * @ranges: (element-type BbXlsxRange): the merged cells as they come; @merges: the same when all is read
 * @ends: (element-type guint): for each row its last column in the file: what a row does not reach is not there, blank or not
 * @value: of the open cell, a number or text; @type its `t`; @style its `s`
 */
typedef struct
{
  const BbXlsxBook *book;
  GArray *cells;
  GArray *ranges;
  BbXlsxMerges *merges;
  GHashTable *ends;
  guint row;
  guint column;
  BbXlsxText value;
  char *type;
  guint style;
  gboolean has_formula;
  guint n_uncounted;
  guint first_uncounted;
  GError *stop;
} Reader;

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
}

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->cells, g_array_unref);
  g_clear_pointer (&reader->merges, bb_xlsx_merges_free);
  g_clear_pointer (&reader->ranges, g_array_unref);
  g_clear_pointer (&reader->ends, g_hash_table_unref);
  g_clear_pointer (&reader->type, g_free);
  g_string_free (reader->value.text, TRUE);
  g_clear_error (&reader->stop);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* ---- addresses ---- */

/* "AB12". Returns: behind it, or NULL when it is no address. */
static const char *
read_address (const char *p,
              guint      *row,
              guint      *column)
{
  *row = *column = 0;
  for (; g_ascii_isalpha (*p) && *column <= LAST_COLUMN; p++)
    *column = *column * 26 + (guint) (g_ascii_toupper (*p) - 'A' + 1);
  for (; g_ascii_isdigit (*p) && *row <= LAST_ROW; p++)
    *row = *row * 10 + (guint) (*p - '0');
  return *row >= 1 && *row <= LAST_ROW && *column >= 1 && *column <= LAST_COLUMN ? p : NULL;
}

static void
add_merge (Reader             *reader,
           const BbXmlElement *element)
{
  const char *address = bb_xml_attribute (element, "ref");
  BbXlsxRange range;
  const char *p = address != NULL ? read_address (address, &range.top, &range.left) : NULL;

  if (p != NULL && *p == ':' && read_address (p + 1, &range.bottom, &range.right) != NULL && reader->ranges->len < CELL_LIMIT)
    g_array_append_val (reader->ranges, range);
}

/* ---- cells ---- */

static void
begin_row (Reader             *reader,
           const BbXmlElement *element)
{
  reader->row = bb_xml_attribute_uint (element, "r", LAST_ROW, reader->row + 1);
  reader->column = 0;
}

static void
begin_cell (Reader             *reader,
            const BbXmlElement *element)
{
  const char *address = bb_xml_attribute (element, "r");
  guint row;
  guint column;

  reader->column++;
  if (address != NULL && read_address (address, &row, &column) != NULL)
    {
      reader->row = row;
      reader->column = column;
    }
  g_free (reader->type);
  reader->type = g_strdup (bb_xml_attribute (element, "t"));
  reader->style = bb_xml_attribute_uint (element, "s", G_MAXUINT16, 0);
  reader->has_formula = FALSE;
  bb_xlsx_text_begin (&reader->value);
}

static char *
get_text (const Reader *reader)
{
  const char *value = reader->value.text->str;
  guint64 index;

  if (reader->type == NULL || g_str_equal (reader->type, "n"))
    return bb_xlsx_number_text (value, bb_xlsx_formats_get (reader->book->formats, reader->style), reader->book->is_1904);
  if (g_str_equal (reader->type, "s"))
    return g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT, &index, NULL) && index < reader->book->strings->len
             ? g_strdup (g_ptr_array_index (reader->book->strings, index)) : g_strdup ("");
  if (g_str_equal (reader->type, "b"))
    return g_strdup (g_str_equal (value, "0") ? "FALSE" : "TRUE");
  return g_strdup (value);
}

static guint
get_row_end (const Reader *reader,
             guint         row)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (reader->ends, GUINT_TO_POINTER (row)));
}

static void
end_cell (Reader *reader)
{
  g_autofree char *text = reader->value.text->len > 0 ? get_text (reader) : g_strdup ("");
  Cell cell = { reader->row, reader->column, NULL };

  /* An empty string is a result, too: of a total whose parts are not all there, in our own workbooks. */
  if (reader->has_formula && reader->value.text->len == 0 && g_strcmp0 (reader->type, "str") != 0 && reader->n_uncounted++ == 0)
    reader->first_uncounted = reader->row;
  cell.text = bb_text_trim (text);
  if (get_row_end (reader, cell.row) < cell.column && g_hash_table_size (reader->ends) < CELL_LIMIT)
    g_hash_table_insert (reader->ends, GUINT_TO_POINTER (cell.row), GUINT_TO_POINTER (cell.column));
  if (*cell.text == '\0')
    g_free (cell.text);
  else
    g_array_append_val (reader->cells, cell);
  if (reader->cells->len > CELL_LIMIT && reader->stop == NULL)
    g_set_error (&reader->stop, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE, _("A sheet has more than %d cells"), CELL_LIMIT);
}

static void
start_cb (const BbXmlElement *element,
          gpointer            data)
{
  Reader *reader = data;

  if (element->space != BB_XML_SHEET)
    return;
  if (g_str_equal (element->name, "row"))
    begin_row (reader, element);
  else if (g_str_equal (element->name, "c"))
    begin_cell (reader, element);
  else if (g_str_equal (element->name, "v"))
    reader->value.collects = TRUE;
  else if (g_str_equal (element->name, "f"))
    reader->has_formula = TRUE;
  else if (g_str_equal (element->name, "mergeCell"))
    add_merge (reader, element);
  else
    bb_xlsx_text_start (&reader->value, element);
}

static void
end_cb (const BbXmlElement *element,
        gpointer            data)
{
  Reader *reader = data;

  if (element->space != BB_XML_SHEET)
    return;
  if (g_str_equal (element->name, "c"))
    end_cell (reader);
  else if (g_str_equal (element->name, "v"))
    reader->value.collects = FALSE;
  else
    bb_xlsx_text_end (&reader->value, element);
}

static void
text_cb (const char *text,
         gsize       length,
         gpointer    data)
{
  bb_xlsx_text_add (&((Reader *) data)->value, text, length);
}

/* ---- blocks ---- */

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  const Cell *first = a;
  const Cell *second = b;

  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  return first->column < second->column ? -1 : first->column > second->column;
}

static const Cell *
get_cell (const Reader *reader,
          guint         index)
{
  return &g_array_index (reader->cells, Cell, index);
}

/* What stands in a merged cell but in its first place is shown by no program. */
static gboolean
is_covered (const Reader *reader,
            guint         row,
            guint         column)
{
  const BbXlsxRange *range = bb_xlsx_merges_find (reader->merges, row, column);

  return range != NULL && (row != range->top || column != range->left);
}

static BbXlsxRange
find_used (const Reader *reader)
{
  BbXlsxRange used = { G_MAXUINT, G_MAXUINT, 0, 0 };

  for (guint i = 0; i < reader->cells->len; i++)
    {
      const Cell *cell = get_cell (reader, i);

      used.left = MIN (used.left, cell->column);
      used.right = MAX (used.right, cell->column);
    }
  return used;
}

/* In a sheet of one column everything is a paragraph; else a text over the whole width that is longer than any title in a table. */
static gboolean
is_paragraph (const Reader      *reader,
              const BbXlsxRange *used,
              guint              first,
              guint              end)
{
  const Cell *cell = get_cell (reader, first);
  const BbXlsxRange *range = bb_xlsx_merges_find (reader->merges, cell->row, cell->column);

  if (end - first != 1)
    return FALSE;
  return used->left == used->right || (range != NULL && g_utf8_strlen (cell->text, -1) > LONGEST_TITLE && range->left <= used->left && range->right >= used->right);
}

static void
emit_row (const Reader      *reader,
          BbImportBlock     *grid,
          guint              line,
          const BbXlsxRange *used,
          guint              first,
          guint              end)
{
  BbImportRow *row = bb_import_block_add_row (grid, line, NULL);
  guint number = get_cell (reader, first)->row;
  guint last = get_row_end (reader, number);
  guint next = first;

  for (guint column = used->left; column <= used->right; column++)
    {
      const Cell *cell = next < end && get_cell (reader, next)->column == column ? get_cell (reader, next++) : NULL;

      if (is_covered (reader, number, column))
        bb_import_row_cover (row);
      else if (column > last)
        break;
      else
        bb_import_row_add_cell (row, cell != NULL ? cell->text : "", -1);
    }
}

/* What our own workbooks show beside the figures, and is no part of the report. */
static gboolean
is_check_row (const Reader *reader,
              guint         first)
{
  return g_str_equal (get_cell (reader, first)->text, BB_CHECK_ROW_LABEL);
}

/* Lays out the merged cells, over what has something in it: a bomb has a corner at the end of the sheet. */
static gboolean
lay_out (Reader  *reader,
         GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  BbXlsxRange used = find_used (reader);

  for (guint i = 0; i < reader->cells->len; i++)
    {
      guint row = get_cell (reader, i)->row;

      if ((i == 0 || get_cell (reader, i - 1)->row != row) && !is_check_row (reader, i))
        g_array_append_val (rows, row);
    }
  if (rows->len > BB_IMPORT_ROW_LIMIT || (rows->len > 0 && used.right - used.left >= BB_IMPORT_PLACE_LIMIT))
    {
      g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE,
                   _("A sheet has more than %d rows or %d columns with something in them"), BB_IMPORT_ROW_LIMIT, BB_IMPORT_PLACE_LIMIT);
      return FALSE;
    }
  reader->merges = bb_xlsx_merges_new (reader->ranges, rows, used.left, used.right, error);
  return reader->merges != NULL;
}

static void
emit (const Reader   *reader,
      BbImportSource *source,
      guint           sheet)
{
  BbXlsxRange used = find_used (reader);
  BbImportBlock *grid = NULL;
  guint end;

  for (guint i = 0; i < reader->cells->len; i = end)
    {
      guint row = get_cell (reader, i)->row;
      guint line = bb_import_source_add_place (source, sheet, row);

      for (end = i + 1; end < reader->cells->len && get_cell (reader, end)->row == row; end++)
        ;
      if (is_check_row (reader, i))
        continue;
      if (is_paragraph (reader, &used, i, end))
        {
          bb_import_source_add_paragraph (source, line, get_cell (reader, i)->text);
          grid = NULL;
          continue;
        }
      if (grid == NULL)
        grid = bb_import_source_add_grid (source, line);
      emit_row (reader, grid, line, &used, i, end);
    }
}

static void
note_uncounted (const Reader   *reader,
                BbImportSource *source,
                guint           sheet)
{
  g_autofree char *message = NULL;
  g_autofree char *place = NULL;

  if (reader->n_uncounted == 0)
    return;
  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u formula has no result in the file; its cell was read as empty. Open the file in Excel or WPS, save it, and open it again",
                                          "%u formulas have no result in the file; their cells were read as empty. Open the file in Excel or WPS, save it, and open it again",
                                          reader->n_uncounted), reader->n_uncounted);
  place = bb_import_source_place (source, bb_import_source_add_place (source, sheet, reader->first_uncounted));
  g_ptr_array_add (source->notes, bb_note_new ("read.formula", BB_SEVERITY_WARNING, NULL, message, place));
}

gboolean
bb_xlsx_sheet_read (BbImportSource    *source,
                    guint              sheet,
                    GBytes            *part,
                    const BbXlsxBook  *book,
                    GCancellable      *cancellable,
                    GError           **error)
{
  static const BbXmlHandler handler = { start_cb, end_cb, text_cb };
  g_auto (Reader) reader = { .book = book, .value.text = g_string_new (NULL) };

  reader.cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (reader.cells, cell_clear);
  reader.ranges = g_array_new (FALSE, FALSE, sizeof (BbXlsxRange));
  reader.ends = g_hash_table_new (NULL, NULL);
  if (!bb_xml_parse (part, &handler, &reader, &reader.stop, cancellable, error))
    return FALSE;
  g_array_sort (reader.cells, compare_cells);
  note_uncounted (&reader, source, sheet);
  bb_run_text_note_struck (source, reader.value.n_struck);
  if (!lay_out (&reader, error))
    return FALSE;
  emit (&reader, source, sheet);
  return TRUE;
}
