/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-docx-blocks.h"

#include "import/bb-docx-looks.h"
#include "import/bb-docx-numbers.h"
#include "import/bb-flow.h"
#include "import/bb-package.h"
#include "import/bb-run-text.h"
#include "import/bb-xml.h"

#include <glib/gi18n-lib.h>

/*
 * A paragraph that is open; in a text box one stands inside another.
 * @list, @level, @style: what it says of its number
 */
typedef struct
{
  GString *text;
  char *style;
  guint list;
  guint level;
} Paragraph;

/*
 * @skipped: how many elements are open whose text is not part of the document
 * @in_run: below w:r: properties are of the run, not of the paragraph's mark
 * @is_hidden, @is_struck, @is_raised: what the properties of the run say; @n_struck: runs that a line goes through
 * @collects: inside w:t
 * @n_inside: files inside it
 * @has_begun: there was a paragraph with text
 * @cell_*, @row_*: what the properties of the open cell and row say; a cell begins with its first content
 */
typedef struct
{
  BbFlow *flow;
  BbDocxNumbers *numbers;
  BbDocxLooks *looks;
  GPtrArray *paragraphs;
  GError *stop;
  guint skipped;
  gboolean in_run;
  gboolean is_hidden;
  gboolean is_struck;
  gboolean is_raised;
  guint n_struck;
  gboolean collects;
  gboolean in_row_properties;
  gboolean cell_waits;
  guint cell_span;
  gboolean cell_continues;
  guint n_tables;
  guint n_inside;
  gboolean has_begun;
} Reader;

typedef struct
{
  const char *name;
  void (*start) (Reader *reader, const BbXmlElement *element);
  void (*end) (Reader *reader);
} Handler;

static void
paragraph_free (gpointer data)
{
  Paragraph *paragraph = data;

  g_string_free (paragraph->text, TRUE);
  g_free (paragraph->style);
  g_free (paragraph);
}

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->flow, bb_flow_free);
  g_clear_pointer (&reader->numbers, bb_docx_numbers_free);
  g_clear_pointer (&reader->looks, bb_docx_looks_free);
  g_clear_pointer (&reader->paragraphs, g_ptr_array_unref);
  g_clear_error (&reader->stop);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static Paragraph *
open_paragraph (Reader *reader)
{
  return reader->paragraphs->len > 0 ? g_ptr_array_index (reader->paragraphs, reader->paragraphs->len - 1) : NULL;
}

static void
append (Reader     *reader,
        const char *text,
        gssize      length)
{
  Paragraph *paragraph = open_paragraph (reader);

  if (paragraph == NULL || reader->skipped > 0 || reader->is_hidden || reader->is_struck)
    return;
  if (reader->is_raised)
    {
      g_autofree char *raised = bb_run_text_raise (text, length);

      g_string_append (paragraph->text, raised);
    }
  else
    g_string_append_len (paragraph->text, text, length);
}

/* ---- cells: their properties come before their content ---- */

static void
begin_waiting_cell (Reader *reader)
{
  if (!reader->cell_waits)
    return;
  reader->cell_waits = FALSE;
  if (reader->cell_continues)
    bb_flow_continue_cell (reader->flow, reader->cell_span);
  else
    bb_flow_begin_cell (reader->flow, 1, reader->cell_span);
}

/* ---- paragraphs and runs ---- */

static void
paragraph_start (Reader             *reader,
                 const BbXmlElement *element)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);

  begin_waiting_cell (reader);
  paragraph->text = g_string_new (NULL);
  paragraph->list = paragraph->level = BB_DOCX_NO_NUMBER;
  g_ptr_array_add (reader->paragraphs, paragraph);
  reader->in_run = FALSE;
}

static void
paragraph_end (Reader *reader)
{
  Paragraph *paragraph = open_paragraph (reader);

  if (paragraph == NULL)
    return;
  if (paragraph->text->len > 0)
    {
      g_autofree char *number = bb_docx_numbers_next (reader->numbers, paragraph->style, paragraph->list, paragraph->level);

      g_string_prepend (paragraph->text, number);
      reader->has_begun = TRUE;
      bb_flow_paragraph (reader->flow, paragraph->text->str);
    }
  g_ptr_array_set_size (reader->paragraphs, (int) reader->paragraphs->len - 1);
  /* Behind a text box the run around it goes on. */
  reader->in_run = reader->paragraphs->len > 0;
  if (reader->stop == NULL)
    bb_flow_check (reader->flow, &reader->stop);
}

static void
run_start (Reader             *reader,
           const BbXmlElement *element)
{
  reader->in_run = TRUE;
  reader->is_hidden = reader->is_struck = reader->is_raised = FALSE;
}

static void
run_end (Reader *reader)
{
  reader->in_run = FALSE;
  reader->is_hidden = reader->is_struck = reader->is_raised = FALSE;
}

/* It comes before what the run itself says. */
static void
run_style_start (Reader             *reader,
                 const BbXmlElement *element)
{
  guint look = bb_docx_looks_get (reader->looks, bb_xml_attribute (element, "val"));

  if (!reader->in_run)
    return;
  reader->is_hidden = (look & BB_DOCX_LOOK_HIDDEN) != 0;
  reader->is_struck = (look & BB_DOCX_LOOK_STRUCK) != 0;
  reader->is_raised = (look & BB_DOCX_LOOK_RAISED) != 0;
}

static void
vanish_start (Reader             *reader,
              const BbXmlElement *element)
{
  if (reader->in_run)
    reader->is_hidden = bb_xml_attribute_flag (element);
}

static void
strike_start (Reader             *reader,
              const BbXmlElement *element)
{
  if (reader->in_run)
    reader->is_struck = bb_xml_attribute_flag (element);
}

static void
align_start (Reader             *reader,
             const BbXmlElement *element)
{
  if (reader->in_run)
    reader->is_raised = g_strcmp0 (bb_xml_attribute (element, "val"), "superscript") == 0;
}

/* Half points above the line. */
static void
position_start (Reader             *reader,
                const BbXmlElement *element)
{
  if (reader->in_run)
    reader->is_raised = reader->is_raised || bb_xml_attribute_uint (element, "val", G_MAXINT, 0) > 0;
}

static void
text_start (Reader             *reader,
            const BbXmlElement *element)
{
  reader->collects = TRUE;
  reader->n_struck += reader->is_struck && reader->skipped == 0;
}

static void
text_end (Reader *reader)
{
  reader->collects = FALSE;
}

static void
tab_start (Reader             *reader,
           const BbXmlElement *element)
{
  /* In the properties of a paragraph it is the position of a stop. */
  if (reader->in_run)
    append (reader, "\t", 1);
}

/* A page that a word processor has saved has no title, but a heading of the first level before all other text. */
static gboolean
is_title (const Reader    *reader,
          const Paragraph *paragraph)
{
  static const char *const first_level[] = { "Heading1", "1", NULL };

  if (g_strcmp0 (paragraph->style, "Title") == 0)
    return TRUE;
  return !reader->has_begun && paragraph->style != NULL && g_strv_contains (first_level, paragraph->style);
}

/* A title that is broken for its looks is one text. */
static void
break_start (Reader             *reader,
             const BbXmlElement *element)
{
  const Paragraph *paragraph = open_paragraph (reader);

  if (paragraph == NULL || !is_title (reader, paragraph))
    append (reader, "\n", 1);
}

static void
hyphen_start (Reader             *reader,
              const BbXmlElement *element)
{
  append (reader, "-", 1);
}

/* A character of a symbol face has no meaning outside it; that one stood there is shown. */
static void
symbol_start (Reader             *reader,
              const BbXmlElement *element)
{
  append (reader, "\xef\xbf\xbd", 3);
}

static void
skip_start (Reader             *reader,
            const BbXmlElement *element)
{
  reader->skipped++;
}

static void
skip_end (Reader *reader)
{
  if (reader->skipped > 0)
    reader->skipped--;
}

/* ---- properties of a paragraph ---- */

static void
style_start (Reader             *reader,
             const BbXmlElement *element)
{
  Paragraph *paragraph = open_paragraph (reader);

  if (paragraph == NULL)
    return;
  g_free (paragraph->style);
  paragraph->style = g_strdup (bb_xml_attribute (element, "val"));
}

static void
list_start (Reader             *reader,
            const BbXmlElement *element)
{
  Paragraph *paragraph = open_paragraph (reader);

  if (paragraph != NULL)
    paragraph->list = bb_xml_attribute_uint (element, "val", G_MAXINT, BB_DOCX_NO_NUMBER);
}

static void
level_start (Reader             *reader,
             const BbXmlElement *element)
{
  Paragraph *paragraph = open_paragraph (reader);

  if (paragraph != NULL)
    paragraph->level = bb_xml_attribute_uint (element, "val", G_MAXINT, BB_DOCX_NO_NUMBER);
}

/* ---- tables ---- */

static void
table_start (Reader             *reader,
             const BbXmlElement *element)
{
  begin_waiting_cell (reader);
  reader->n_tables++;
  bb_flow_begin_table (reader->flow);
}

static void
table_end (Reader *reader)
{
  if (reader->n_tables == 0)
    return;
  reader->n_tables--;
  reader->cell_waits = FALSE;
  bb_flow_end_table (reader->flow);
}

static void
row_start (Reader             *reader,
           const BbXmlElement *element)
{
  if (reader->n_tables > 0)
    bb_flow_begin_row (reader->flow);
}

static void
row_properties_start (Reader             *reader,
                      const BbXmlElement *element)
{
  reader->in_row_properties = TRUE;
}

static void
row_properties_end (Reader *reader)
{
  reader->in_row_properties = FALSE;
}

/* Columns that the row leaves out at its left. */
static void
before_start (Reader             *reader,
              const BbXmlElement *element)
{
  guint span = bb_xml_attribute_uint (element, "val", G_MAXINT, 0);

  if (span > 0 && reader->in_row_properties)
    bb_flow_continue_cell (reader->flow, span);
}

static void
cell_start (Reader             *reader,
            const BbXmlElement *element)
{
  reader->cell_waits = reader->n_tables > 0;
  reader->cell_span = 1;
  reader->cell_continues = FALSE;
}

static void
cell_end (Reader *reader)
{
  begin_waiting_cell (reader);
}

static void
span_start (Reader             *reader,
            const BbXmlElement *element)
{
  reader->cell_span = bb_xml_attribute_uint (element, "val", G_MAXINT, 1);
}

static void
merge_start (Reader             *reader,
             const BbXmlElement *element)
{
  reader->cell_continues = g_strcmp0 (bb_xml_attribute (element, "val"), "restart") != 0;
}

/* Programs of offices put a whole page into a Word document that has nothing else in it. */
static void
inside_start (Reader             *reader,
              const BbXmlElement *element)
{
  reader->n_inside += reader->skipped == 0;
}

static void
note_inside (BbImportSource *source,
             guint           n)
{
  if (n > 0)
    g_ptr_array_add (source->notes, bb_note_new ("read.inside", BB_SEVERITY_WARNING, NULL,
                                                 _("A part of the Word document is another file inside it and was not read. Open it in Word or WPS, save it as .docx, and open that"),
                                                 NULL));
}

/* *INDENT-OFF* */
static const Handler handlers[] = {
  { "p",             paragraph_start,      paragraph_end },
  { "r",             run_start,            run_end },
  { "t",             text_start,           text_end },
  { "tab",           tab_start,            NULL },
  { "ptab",          tab_start,            NULL },
  { "br",            break_start,          NULL },
  { "cr",            break_start,          NULL },
  { "noBreakHyphen", hyphen_start,         NULL },
  { "sym",           symbol_start,         NULL },
  { "rStyle",        run_style_start,      NULL },
  { "vanish",        vanish_start,         NULL },
  { "strike",        strike_start,         NULL },
  { "dstrike",       strike_start,         NULL },
  { "vertAlign",     align_start,          NULL },
  { "position",      position_start,       NULL },
  { "del",           skip_start,           skip_end },
  { "moveFrom",      skip_start,           skip_end },
  { "rt",            skip_start,           skip_end },
  { "pStyle",        style_start,          NULL },
  { "numId",         list_start,           NULL },
  { "ilvl",          level_start,          NULL },
  { "altChunk",      inside_start,         NULL },
  { "tbl",           table_start,          table_end },
  { "tr",            row_start,            NULL },
  { "trPr",          row_properties_start, row_properties_end },
  { "gridBefore",    before_start,         NULL },
  { "tc",            cell_start,           cell_end },
  { "gridSpan",      span_start,           NULL },
  { "vMerge",        merge_start,          NULL },
};
/* *INDENT-ON* */

/* A number that was set as a formula is a number. */
static const Handler math_text = { "t", text_start, text_end };

static const Handler *
find_handler (const BbXmlElement *element)
{
  if (element->space == BB_XML_MATH && g_str_equal (element->name, "t"))
    return &math_text;
  for (guint i = 0; element->space == BB_XML_WORD && i < G_N_ELEMENTS (handlers); i++)
    if (g_str_equal (element->name, handlers[i].name))
      return &handlers[i];
  return NULL;
}

static void
start_cb (const BbXmlElement *element,
          gpointer            data)
{
  const Handler *handler = find_handler (element);

  if (handler != NULL)
    handler->start (data, element);
}

static void
end_cb (const BbXmlElement *element,
        gpointer            data)
{
  const Handler *handler = find_handler (element);

  if (handler != NULL && handler->end != NULL)
    handler->end (data);
}

static void
text_cb (const char *text,
         gsize       length,
         gpointer    data)
{
  Reader *reader = data;

  if (reader->collects)
    append (reader, text, (gssize) length);
}

static GBytes *
find_part (BbZip      *zip,
           const char *document,
           const char *type)
{
  g_autofree char *name = bb_package_find_part (zip, document, type, NULL);

  return name != NULL ? bb_zip_get (zip, name) : NULL;
}

BbImportSource *
bb_docx_blocks_read (GBytes        *bytes,
                     GCancellable  *cancellable,
                     GError       **error)
{
  static const BbXmlHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (BbZip) zip = bb_package_open (bytes, cancellable, error);
  g_autofree char *name = zip != NULL ? bb_package_find_part (zip, NULL, "officeDocument", NULL) : NULL;
  g_autoptr (BbImportSource) source = NULL;
  g_auto (Reader) reader = { 0 };
  GBytes *document;

  if (zip == NULL)
    return NULL;
  document = bb_zip_get (zip, name != NULL ? name : "word/document.xml");
  if (document == NULL)
    {
      g_set_error_literal (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_DAMAGED, _("The file is damaged: it has no text part"));
      return NULL;
    }
  source = bb_import_source_new (NULL);
  reader.flow = bb_flow_new (source);
  reader.paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  reader.numbers = bb_docx_numbers_new (find_part (zip, name, "numbering"), find_part (zip, name, "styles"));
  reader.looks = bb_docx_looks_new (find_part (zip, name, "styles"));
  if (!bb_xml_parse (document, &handler, &reader, &reader.stop, cancellable, error) || !bb_flow_check (reader.flow, error))
    return NULL;
  bb_run_text_note_struck (source, reader.n_struck);
  note_inside (source, reader.n_inside);
  return g_steal_pointer (&source);
}
