/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-xlsx-blocks.h"

#include "import/bb-package.h"
#include "import/bb-run-text.h"
#include "import/bb-xlsx-sheet.h"
#include "import/bb-xml.h"

#include <glib/gi18n-lib.h>

#define SHEET_LIMIT 200

typedef struct
{
  char *name;
  char *relation;
  gboolean is_hidden;
} Sheet;

typedef struct
{
  GArray *sheets;
  gboolean is_1904;
} Workbook;

static void
sheet_clear (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->relation);
}

static void
start_cb (const BbXmlElement *element,
          gpointer            data)
{
  Workbook *workbook = data;

  if (element->space != BB_XML_SHEET)
    return;
  if (g_str_equal (element->name, "sheet") && workbook->sheets->len < SHEET_LIMIT)
    {
      const char *state = bb_xml_attribute (element, "state");
      const char *name = bb_xml_attribute (element, "name");
      Sheet sheet = { g_strdup (name != NULL ? name : ""), g_strdup (bb_xml_attribute (element, "id")),
                      state != NULL && !g_str_equal (state, "visible") };

      g_array_append_val (workbook->sheets, sheet);
    }
  else if (g_str_equal (element->name, "workbookPr"))
    {
      const char *is_1904 = bb_xml_attribute (element, "date1904");

      workbook->is_1904 = is_1904 != NULL && (g_str_equal (is_1904, "1") || g_str_equal (is_1904, "true"));
    }
}

static void
note_hidden (BbImportSource *source,
             const Sheet    *sheet)
{
  /* Translators: %s is the name of a sheet in a workbook. */
  g_autofree char *message = g_strdup_printf (_("The sheet “%s” is hidden and was not read"), sheet->name);

  g_ptr_array_add (source->notes, bb_note_new ("read.hidden-sheet", BB_SEVERITY_HINT, NULL, message, NULL));
}

static GBytes *
find_part (BbZip      *zip,
           const char *workbook,
           const char *type,
           const char *id)
{
  g_autofree char *name = bb_package_find_part (zip, workbook, type, id);

  return name != NULL ? bb_zip_get (zip, name) : NULL;
}

static gboolean
read_sheet (BbImportSource    *source,
            BbZip             *zip,
            const char        *workbook,
            const Sheet       *sheet,
            const BbXlsxBook  *book,
            GCancellable      *cancellable,
            GError           **error)
{
  GBytes *part = sheet->relation != NULL ? find_part (zip, workbook, NULL, sheet->relation) : NULL;

  g_ptr_array_add (source->sheets, g_strdup (sheet->name));
  if (sheet->is_hidden)
    {
      note_hidden (source, sheet);
      return TRUE;
    }
  if (part != NULL)
    return bb_xlsx_sheet_read (source, source->sheets->len, part, book, cancellable, error);
  g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_DAMAGED, _("The file is damaged: its sheet “%s” is not there"), sheet->name);
  return FALSE;
}

static BbImportSource *
read_workbook (BbZip         *zip,
               const char    *name,
               Workbook      *workbook,
               GCancellable  *cancellable,
               GError       **error)
{
  guint n_struck = 0;
  g_autoptr (GPtrArray) strings = bb_xlsx_strings_read (find_part (zip, name, "sharedStrings", NULL), &n_struck, cancellable, error);
  g_autoptr (GArray) formats = bb_xlsx_formats_read (find_part (zip, name, "styles", NULL));
  BbXlsxBook book = { strings, formats, workbook->is_1904 };
  g_autoptr (BbImportSource) source = bb_import_source_new (NULL);

  if (strings == NULL)
    return NULL;
  source->sheets = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < workbook->sheets->len; i++)
    if (!read_sheet (source, zip, name, &g_array_index (workbook->sheets, Sheet, i), &book, cancellable, error))
      return NULL;
  bb_run_text_note_struck (source, n_struck);
  return g_steal_pointer (&source);
}

BbImportSource *
bb_xlsx_blocks_read (GBytes        *bytes,
                     GCancellable  *cancellable,
                     GError       **error)
{
  static const BbXmlHandler handler = { start_cb, NULL, NULL };
  g_autoptr (BbZip) zip = bb_package_open (bytes, cancellable, error);
  g_autofree char *name = zip != NULL ? bb_package_find_part (zip, NULL, "officeDocument", NULL) : NULL;
  g_autoptr (GArray) sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  Workbook workbook = { .sheets = sheets };
  GBytes *part;

  if (zip == NULL)
    return NULL;
  g_array_set_clear_func (sheets, sheet_clear);
  part = bb_zip_get (zip, name != NULL ? name : "xl/workbook.xml");
  if (part == NULL)
    {
      g_set_error_literal (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_DAMAGED, _("The file is damaged: it has no list of sheets"));
      return NULL;
    }
  if (!bb_xml_parse (part, &handler, &workbook, NULL, cancellable, error))
    return NULL;
  return read_workbook (zip, name != NULL ? name : "xl/workbook.xml", &workbook, cancellable, error);
}
