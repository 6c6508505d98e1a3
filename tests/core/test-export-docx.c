/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The Word document, part by part: elements stand where the schema allows them, each table covers its grid exactly as the form
 * says, styles carry the dress, and nothing of the machine is in the file.
 */
#include "docx-schema.h"
#include "export-fixture.h"
#include "export-zip.h"
#include "read-here.h"
#include "xml-tree.h"

#include "export/bb-page.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

#define TEXT_WIDTH "8844"

static GBytes *
export_docx (BbReport *report)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = bb_export_bytes (report, BB_EXPORT_DOCX, &error);

  g_assert_no_error (error);
  return bytes;
}

/* Returns: (transfer full): name → text of each part. */
static GHashTable *
export_parts (BbReport *report)
{
  g_autoptr (GBytes) bytes = export_docx (report);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  GHashTable *parts;
  int file = g_file_open_tmp ("bianbao-XXXXXX.docx", &path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  parts = zip_read (path);
  g_assert_cmpint (g_remove (path), ==, 0);
  return parts;
}

static XmlNode *
parse_part (GHashTable *parts, const char *name)
{
  const char *text = g_hash_table_lookup (parts, name);

  if (text == NULL)
    g_error ("there is no %s", name);
  return xml_parse (text, name);
}

static GPtrArray *
find_all (const XmlNode *node, const char *name)
{
  GPtrArray *found = g_ptr_array_new ();

  xml_find_all (node, name, found);
  return found;
}

/* ---- the schema ---- */

static void
test_schema (gconstpointer data)
{
  static const char *const names[] = { "word/document.xml", "word/styles.xml", "word/settings.xml", "word/fontTable.xml",
                                       "word/footer1.xml", "word/footer2.xml", NULL };
  g_autoptr (BbReport) report = fixture_report_named (data);
  g_autoptr (GHashTable) parts = export_parts (report);

  docx_schema_check (parts, names);
}

/* ---- the package ---- */

static void
check_targets (GHashTable *parts, const char *relations, const char *folder, guint n_targets)
{
  g_autoptr (XmlNode) top = parse_part (parts, relations);
  g_autoptr (GPtrArray) found = find_all (top, "Relationship");

  g_assert_cmpuint (found->len, ==, n_targets);
  for (guint i = 0; i < found->len; i++)
    {
      const XmlNode *node = g_ptr_array_index (found, i);
      g_autofree char *target = g_strconcat (folder, xml_value (node, "Target"), NULL);

      g_assert_null (xml_value (node, "TargetMode"));
      g_assert_true (g_hash_table_contains (parts, target));
    }
}

/* Every part has a type, every relation a part, and all parts are well-formed. */
static void
test_package (void)
{
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (GHashTable) parts = export_parts (report);
  g_autoptr (XmlNode) types = parse_part (parts, "[Content_Types].xml");
  g_autoptr (GPtrArray) overrides = find_all (types, "Override");
  GHashTableIter iter;
  gpointer name;

  g_assert_cmpuint (g_hash_table_size (parts), ==, 11);
  g_assert_cmpuint (overrides->len, ==, 8);
  for (guint i = 0; i < overrides->len; i++)
    g_assert_true (g_hash_table_contains (parts, xml_value (g_ptr_array_index (overrides, i), "PartName") + 1));
  check_targets (parts, "_rels/.rels", "", 3);
  check_targets (parts, "word/_rels/document.xml.rels", "word/", 5);
  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    xml_node_free (parse_part (parts, name));
}

/* ---- tables ---- */

static char *
node_text (const XmlNode *node)
{
  g_autoptr (GPtrArray) texts = find_all (node, "w:t");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append (text, ((const XmlNode *) g_ptr_array_index (texts, i))->text->str);
  return g_string_free (text, FALSE);
}

static const char *
paragraph_style (const XmlNode *paragraph)
{
  const char *style = xml_value (xml_child (xml_child (paragraph, "w:pPr"), "w:pStyle"), "w:val");

  return style != NULL ? style : "Normal";
}

static const BbPageSlot *
slot_at (const BbPageTable *expected, guint row, guint column)
{
  for (guint i = 0; i < expected->table->n_slots; i++)
    {
      const BbSlot *slot = expected->slots[i].slot;

      if (row >= slot->row && row < slot->row + slot->row_span && column >= slot->column && column < slot->column + slot->column_span)
        return &expected->slots[i];
    }

  g_assert_not_reached ();
}

static long
span_width (const GPtrArray *columns, guint first, guint n)
{
  long width = 0;

  for (guint i = first; i < first + n; i++)
    width += atol (xml_value (g_ptr_array_index (columns, i), "w:w"));
  return width;
}

/* Returns: how many grid columns it takes. */
static guint
check_cell (const BbPageTable *expected, const GPtrArray *columns, const XmlNode *cell, guint row, guint column)
{
  const BbPageSlot *slot = slot_at (expected, row, column);
  const XmlNode *properties = xml_child (cell, "w:tcPr");
  const char *span = xml_value (xml_child (properties, "w:gridSpan"), "w:val");
  const XmlNode *merge = xml_child (properties, "w:vMerge");
  g_autofree char *text = node_text (cell);
  gboolean begins = slot->slot->row == row;

  g_assert_cmpuint (column, ==, slot->slot->column);
  g_assert_cmpint (span != NULL ? atoi (span) : 1, ==, (int) slot->slot->column_span);
  g_assert_cmpint (atol (xml_value (xml_child (properties, "w:tcW"), "w:w")), ==, span_width (columns, column, slot->slot->column_span));
  g_assert_true ((merge != NULL) == (slot->slot->row_span > 1));
  g_assert_cmpstr (xml_value (merge, "w:val"), ==, merge != NULL && begins ? "restart" : NULL);
  g_assert_cmpstr (text, ==, begins ? slot->text : "");
  g_assert_nonnull (xml_child (cell, "w:p"));
  return slot->slot->column_span;
}

static void
check_table (const BbPageTable *expected, const XmlNode *node)
{
  const BbTable *table = expected->table;
  const XmlNode *properties = xml_child (node, "w:tblPr");
  g_autoptr (GPtrArray) columns = find_all (node, "w:gridCol");
  g_autoptr (GPtrArray) rows = find_all (node, "w:tr");

  g_assert_cmpstr (xml_value (xml_child (properties, "w:tblW"), "w:w"), ==, TEXT_WIDTH);
  g_assert_cmpstr (xml_value (xml_child (properties, "w:tblLayout"), "w:type"), ==, "fixed");
  g_assert_nonnull (xml_value (xml_child (properties, "w:tblCaption"), "w:val"));
  g_assert_cmpuint (columns->len, ==, table->n_grid_columns);
  g_assert_cmpint (span_width (columns, 0, columns->len), ==, atol (TEXT_WIDTH));
  g_assert_cmpuint (rows->len, ==, table->n_grid_rows);
  for (guint row = 0; row < rows->len; row++)
    {
      const XmlNode *row_node = g_ptr_array_index (rows, row);
      const XmlNode *row_properties = xml_child (row_node, "w:trPr");
      guint column = 0;

      g_assert_nonnull (xml_child (row_properties, "w:cantSplit"));
      g_assert_true ((xml_child (row_properties, "w:tblHeader") != NULL) == (row < table->n_head_rows));
      for (guint i = 1; i < row_node->children->len; i++)
        column += check_cell (expected, columns, g_ptr_array_index (row_node->children, i), row, column);
      g_assert_cmpuint (column, ==, table->n_grid_columns);
    }
}

static void
test_tables (gconstpointer data)
{
  g_autoptr (BbReport) report = fixture_report_named (data);
  g_autoptr (BbPage) page = bb_page_new (report);
  g_autoptr (GHashTable) parts = export_parts (report);
  g_autoptr (XmlNode) top = parse_part (parts, "word/document.xml");
  g_autoptr (GPtrArray) tables = find_all (top, "w:tbl");
  guint n_tables = 0;

  for (guint i = 0; i < page->blocks->len; i++)
    {
      const BbPageBlock *block = g_ptr_array_index (page->blocks, i);

      if (block->kind == BB_PAGE_TABLE)
        check_table (block->table, g_ptr_array_index (tables, n_tables++));
    }
  g_assert_cmpuint (n_tables, ==, 3);
  g_assert_cmpuint (tables->len, ==, 3);
}

/* In half points; 0 where @figure has the size of its style. */
static int
size_of_figure (BbReport *report, const char *figure)
{
  g_autoptr (GHashTable) parts = export_parts (report);
  const char *text = g_hash_table_lookup (parts, "word/document.xml");
  g_autofree char *run = g_strdup_printf (">%s</w:t>", figure);
  const char *at = strstr (text, run);
  const char *size;

  g_assert_nonnull (at);
  size = g_strrstr_len (text, at - text, "<w:sz ");
  return size != NULL && at - size < 80 ? atoi (strchr (size, '"') + 1) : 0;
}

/* A number that is too wide for its column has room from the others; where none has any, all are set smaller, none is broken. */
static void
test_wide_number (void)
{
  static const char *const columns[] = { "natural", "business", "research", "charity", "legal", "other" };
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  int size;

  bb_report_edit (report, bb_report_find_field (report, "t3.new.other"), "1234567", BB_ORIGIN_TYPED);
  g_assert_cmpint (size_of_figure (report, "1234567"), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *id = g_strconcat ("t3.new.", columns[i], NULL);

      bb_report_edit (report, bb_report_find_field (report, id), "123456789", BB_ORIGIN_TYPED);
    }
  size = size_of_figure (report, "123456789");
  g_assert_cmpint (size, <, 18);
  g_assert_cmpint (size, >=, 12);
}

/* ---- paragraphs and styles ---- */

typedef struct
{
  const char *style;
  const char *text;
} Paragraph;

static void
test_paragraphs (void)
{
  static const Paragraph wanted[] = {
    { "Title", "示例县人民政府办公室2023年政府信息公开工作年度报告" },
    { "Normal", "本报告按年度编制。" },
    { "Heading1", "一、总体情况" },
    { "Normal", "全年工作平稳有序。" },
    { "Normal", "（一）机制。成立工作小组，明确1.5名专职人员的职责。" },
    { "Heading2", "（二）平台建设" },
    { "Normal", "1.门户网站改版，栏目由9个增至12个。" },
  };
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (GHashTable) parts = export_parts (report);
  g_autoptr (XmlNode) top = parse_part (parts, "word/document.xml");
  const XmlNode *body = xml_child (g_ptr_array_index (top->children, 0), "w:body");
  const XmlNode *point;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      const XmlNode *node = g_ptr_array_index (body->children, i);
      g_autofree char *text = node_text (node);

      g_assert_cmpstr (node->name, ==, "w:p");
      g_assert_cmpstr (paragraph_style (node), ==, wanted[i].style);
      g_assert_cmpstr (text, ==, wanted[i].text);
    }
  point = g_ptr_array_index (body->children, 4);
  g_assert_cmpstr (xml_value (xml_child (xml_child (xml_child (point, "w:r"), "w:rPr"), "w:rStyle"), "w:val"), ==, "PointLead");
}

/* A title that needs two lines breaks before its year, and is one text all the same. */
static void
test_title (void)
{
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (GHashTable) parts = export_parts (report);
  const char *text = g_hash_table_lookup (parts, "word/document.xml");
  g_autoptr (GBytes) bytes = export_docx (report);
  g_autoptr (GError) error = NULL;
  g_autoptr (BbReading) reading = read_here (bytes, "report.docx", &error);
  g_autofree char *title = NULL;

  g_assert_no_error (error);
  title = bb_report_get_title (reading->report);
  g_assert_cmpstr (title, ==, "示例县人民政府办公室2023年政府信息公开工作年度报告");
  g_assert_nonnull (strstr (text, "示例县人民政府办公室</w:t></w:r><w:r><w:br/></w:r>"));

  g_clear_pointer (&parts, g_hash_table_unref);
  bb_report_edit (report, bb_report_get_meta (report, BB_META_ORGANISATION), "示例局", BB_ORIGIN_TYPED);
  parts = export_parts (report);
  g_assert_null (strstr (g_hash_table_lookup (parts, "word/document.xml"), "<w:br/>"));
}

typedef struct
{
  const char *id;
  const char *shown;
  const char *face;
  const char *half_points;
  const char *line;
  const char *indent;
  const char *outline;
} WantedStyle;

static const XmlNode *
find_style (const GPtrArray *styles, const char *id)
{
  for (guint i = 0; i < styles->len; i++)
    if (g_str_equal (xml_value (g_ptr_array_index (styles, i), "w:styleId"), id))
      return g_ptr_array_index (styles, i);

  g_error ("there is no style %s", id);
}

static void
check_style (const XmlNode *style, const WantedStyle *wanted)
{
  const XmlNode *paragraph = xml_child (style, "w:pPr");
  const XmlNode *run = xml_child (style, "w:rPr");
  const char *name = xml_value (xml_child (style, "w:name"), "w:val");
  const char *alias = xml_value (xml_child (style, "w:aliases"), "w:val");

  g_assert_cmpstr (alias != NULL ? alias : name, ==, wanted->shown);
  g_assert_cmpstr (xml_value (xml_child (run, "w:rFonts"), "w:eastAsia"), ==, wanted->face);
  g_assert_cmpstr (xml_value (xml_child (run, "w:rFonts"), "w:ascii"), ==, wanted->face);
  g_assert_cmpstr (xml_value (xml_child (run, "w:sz"), "w:val"), ==, wanted->half_points);
  g_assert_cmpstr (xml_value (xml_child (paragraph, "w:spacing"), "w:line"), ==, wanted->line);
  g_assert_cmpstr (xml_value (xml_child (paragraph, "w:spacing"), "w:lineRule"), ==, "exact");
  g_assert_cmpstr (xml_value (xml_child (paragraph, "w:ind"), "w:firstLineChars"), ==, wanted->indent);
  g_assert_cmpstr (xml_value (xml_child (paragraph, "w:outlineLvl"), "w:val"), ==, wanted->outline);
}

/* GB/T 9704-2012, as form.md gives it. */
static void
test_styles (void)
{
  static const WantedStyle wanted[] = {
    { "Title", "Title", "方正小标宋简体", "44", "720", "0", NULL },
    { "Heading1", "一级标题", "黑体", "32", "580", "200", "0" },
    { "Heading2", "二级标题", "楷体_GB2312", "32", "580", "200", "1" },
    { "Normal", "Normal", "仿宋_GB2312", "32", "580", "200", NULL },
    { "TableText", "表格文字", "宋体", "18", "240", "0", NULL },
    { "TableHead", "表格列标题", "黑体", "18", "240", "0", NULL },
  };
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (GHashTable) parts = export_parts (report);
  g_autoptr (XmlNode) top = parse_part (parts, "word/styles.xml");
  g_autoptr (GPtrArray) styles = find_all (top, "w:style");
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < styles->len; i++)
    g_assert_true (g_hash_table_add (ids, (char *) xml_value (g_ptr_array_index (styles, i), "w:styleId")));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    check_style (find_style (styles, wanted[i].id), &wanted[i]);
}

static gboolean
row_keeps_next (const XmlNode *row)
{
  g_autoptr (GPtrArray) properties = find_all (row, "w:pPr");
  guint n = 0;

  for (guint i = 0; i < properties->len; i++)
    n += xml_child (g_ptr_array_index (properties, i), "w:keepNext") != NULL;
  g_assert_true (n == 0 || n == properties->len);

  return n > 0;
}

/* The short tables are whole; that of the applications begins with three rows below its heads, and does not end with one alone. */
static void
test_rows_kept (void)
{
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (GHashTable) parts = export_parts (report);
  g_autoptr (XmlNode) top = parse_part (parts, "word/document.xml");
  g_autoptr (GPtrArray) tables = find_all (top, "w:tbl");

  g_assert_cmpuint (tables->len, ==, 3);
  for (guint i = 0; i < tables->len; i++)
    {
      g_autoptr (GPtrArray) rows = find_all (g_ptr_array_index (tables, i), "w:tr");

      for (guint row = 0; row < rows->len; row++)
        {
          gboolean is_kept = row + 1 < rows->len && (i != 1 || row < 6 || row + 3 >= rows->len);

          g_assert_cmpint (row_keeps_next (g_ptr_array_index (rows, row)), ==, is_kept);
        }
    }
}

/* What is attached hangs on its name; who signs and the date are in the middle of one strip, and follow a line of text. */
static void
test_closing (void)
{
  static const struct
  {
    const char *style;
    const char *left;
    const char *hanging;
    gboolean keeps_next;
  } wanted[] = {
    { NULL, NULL, NULL, FALSE },
    { "Attachment", "650", "450", FALSE },
    { "Attachment", "650", "150", TRUE },
    { "Signed", "1350", NULL, TRUE },
    { "Signed", "1350", NULL, FALSE },
  };
  g_autoptr (BbReport) report = fixture_report_named ("full-2019");
  g_autoptr (GHashTable) parts = export_parts (report);
  g_autoptr (XmlNode) top = parse_part (parts, "word/document.xml");
  g_autoptr (GPtrArray) paragraphs = find_all (top, "w:p");

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      const XmlNode *paragraph = g_ptr_array_index (paragraphs, paragraphs->len - G_N_ELEMENTS (wanted) + i);
      const XmlNode *properties = xml_child (paragraph, "w:pPr");
      const XmlNode *place = properties != NULL ? xml_child (properties, "w:ind") : NULL;

      g_assert_true ((properties == NULL) == (wanted[i].style == NULL));
      if (properties == NULL)
        continue;
      g_assert_cmpstr (xml_value (xml_child (properties, "w:pStyle"), "w:val"), ==, wanted[i].style);
      g_assert_cmpstr (xml_value (place, "w:leftChars"), ==, wanted[i].left);
      g_assert_cmpstr (xml_value (place, "w:hangingChars"), ==, wanted[i].hanging);
      g_assert_true ((xml_child (properties, "w:keepNext") != NULL) == wanted[i].keeps_next);
      g_assert_true ((xml_child (properties, "w:spacing") != NULL) == (i == 1 || i == 3));
    }
}

/* Headings, titles of blocks and heads of tables stay with what they head; rows of figures may end a page. */
static void
test_kept_with_next (void)
{
  static const char *const kept[] = { "Title", "Heading1", "Heading2", "TableBlock", "TableHead" };
  static const char *const others[] = { "Normal", "TableGroup", "TableLabel", "TableText" };
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (GHashTable) parts = export_parts (report);
  g_autoptr (XmlNode) top = parse_part (parts, "word/styles.xml");
  g_autoptr (GPtrArray) styles = find_all (top, "w:style");

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_nonnull (xml_child (xml_child (find_style (styles, kept[i]), "w:pPr"), "w:keepNext"));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      const XmlNode *paragraph = xml_child (find_style (styles, others[i]), "w:pPr");

      g_assert_true (paragraph == NULL || xml_child (paragraph, "w:keepNext") == NULL);
    }
}

/* Every style that is named anywhere is there. */
static void
test_style_references (void)
{
  static const char *const references[] = { "w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next" };
  static const char *const names[] = { "word/document.xml", "word/styles.xml", "word/footer1.xml", "word/footer2.xml" };
  g_autoptr (BbReport) report = fixture_report_named ("full-2019");
  g_autoptr (GHashTable) parts = export_parts (report);
  g_autoptr (XmlNode) top = parse_part (parts, "word/styles.xml");
  g_autoptr (GPtrArray) styles = find_all (top, "w:style");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint j = 0; j < G_N_ELEMENTS (references); j++)
      {
        g_autoptr (XmlNode) part = parse_part (parts, names[i]);
        g_autoptr (GPtrArray) found = find_all (part, references[j]);

        for (guint k = 0; k < found->len; k++)
          find_style (styles, xml_value (g_ptr_array_index (found, k), "w:val"));
      }
}

/* ---- the sheet ---- */

static void
test_sheet (void)
{
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (GHashTable) parts = export_parts (report);
  g_autoptr (XmlNode) top = parse_part (parts, "word/document.xml");
  g_autoptr (GPtrArray) sections = find_all (top, "w:sectPr");
  const XmlNode *section, *margins;
  long bottom;

  g_assert_cmpuint (sections->len, ==, 1);
  section = g_ptr_array_index (sections, 0);
  margins = xml_child (section, "w:pgMar");
  g_assert_cmpstr (xml_value (xml_child (section, "w:pgSz"), "w:w"), ==, "11906");
  g_assert_cmpstr (xml_value (xml_child (section, "w:pgSz"), "w:h"), ==, "16838");
  g_assert_cmpint (11906 - atol (xml_value (margins, "w:left")) - atol (xml_value (margins, "w:right")), ==, atol (TEXT_WIDTH));
  g_assert_cmpint (atol (xml_value (margins, "w:left")), ==, 1587);
  g_assert_cmpint (atol (xml_value (margins, "w:top")), ==, 2098);
  bottom = atol (xml_value (margins, "w:bottom"));
  /* 22 lines of 580 fit, a 23rd does not, and the margin is 35 mm within a millimetre. */
  g_assert_cmpint ((16838 - 2098 - bottom) / 580, ==, 22);
  g_assert_cmpint (labs (bottom - 1984), <, 57);
  g_assert_cmpstr (xml_value (xml_child (section, "w:docGrid"), "w:linePitch"), ==, "580");
}

static void
check_footer (GHashTable *parts, const char *name, const char *side)
{
  g_autoptr (XmlNode) top = parse_part (parts, name);
  g_autoptr (GPtrArray) fields = find_all (top, "w:fldSimple");
  g_autoptr (GPtrArray) sides = find_all (top, "w:jc");
  g_autofree char *text = node_text (top);

  g_assert_cmpstr (text, ==, "— 1 —");
  g_assert_cmpuint (fields->len, ==, 1);
  g_assert_cmpstr (xml_value (g_ptr_array_index (fields, 0), "w:instr"), ==, " PAGE ");
  g_assert_cmpstr (xml_value (g_ptr_array_index (sides, 0), "w:val"), ==, side);
}

/* Odd pages lie on the right: their outer side is the right one. */
static void
test_page_numbers (void)
{
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (GHashTable) parts = export_parts (report);
  g_autoptr (XmlNode) settings = parse_part (parts, "word/settings.xml");

  g_assert_nonnull (xml_child (g_ptr_array_index (settings->children, 0), "w:evenAndOddHeaders"));
  check_footer (parts, "word/footer1.xml", "right");
  check_footer (parts, "word/footer2.xml", "left");
}

/* ---- what must not be in it ---- */

static void
test_properties (void)
{
  const char *banned[] = { g_get_user_name (), g_get_real_name (), g_get_host_name (), g_get_home_dir (), g_get_tmp_dir () };
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (GHashTable) parts = export_parts (report);
  g_autoptr (XmlNode) core = parse_part (parts, "docProps/core.xml");
  const XmlNode *properties = g_ptr_array_index (core->children, 0);
  GHashTableIter iter;
  gpointer name, text;

  g_assert_cmpuint (properties->children->len, ==, 2);
  g_assert_cmpstr (xml_child (properties, "dc:title")->text->str, ==, "示例县人民政府办公室2023年政府信息公开工作年度报告");
  g_assert_cmpstr (xml_child (properties, "dc:language")->text->str, ==, "zh-CN");
  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &name, &text))
    for (guint i = 0; i < G_N_ELEMENTS (banned); i++)
      if (strlen (banned[i]) > 2 && strstr (text, banned[i]) != NULL)
        g_error ("%s holds “%s”", (const char *) name, banned[i]);
}

static void
set_zone (const char *zone)
{
  if (zone != NULL)
    g_setenv ("TZ", zone, TRUE);
  else
    g_unsetenv ("TZ");
  tzset ();
}

/* The same bytes on another day and in another time zone; a zip file keeps local time. */
static void
test_twice (void)
{
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));
  g_autoptr (BbReport) report = fixture_report_named ("full-2021");
  g_autoptr (BbReport) other = fixture_report_named ("full-2021");
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  set_zone ("Asia/Shanghai");
  first = export_docx (report);
  set_zone ("America/Los_Angeles");
  second = export_docx (other);
  set_zone (zone);
  g_assert_cmpmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first), g_bytes_get_data (second, NULL), g_bytes_get_size (second));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *schema = g_strconcat ("/export/docx/schema/", fixtures[i].name, NULL);
      g_autofree char *tables = g_strconcat ("/export/docx/tables/", fixtures[i].name, NULL);

      g_test_add_data_func (schema, fixtures[i].name, test_schema);
      g_test_add_data_func (tables, fixtures[i].name, test_tables);
    }
  g_test_add_func ("/export/docx/package", test_package);
  g_test_add_func ("/export/docx/wide-number", test_wide_number);
  g_test_add_func ("/export/docx/paragraphs", test_paragraphs);
  g_test_add_func ("/export/docx/title", test_title);
  g_test_add_func ("/export/docx/styles", test_styles);
  g_test_add_func ("/export/docx/kept-with-next", test_kept_with_next);
  g_test_add_func ("/export/docx/rows-kept", test_rows_kept);
  g_test_add_func ("/export/docx/closing", test_closing);
  g_test_add_func ("/export/docx/style-references", test_style_references);
  g_test_add_func ("/export/docx/sheet", test_sheet);
  g_test_add_func ("/export/docx/page-numbers", test_page_numbers);
  g_test_add_func ("/export/docx/properties", test_properties);
  g_test_add_func ("/export/docx/twice", test_twice);

  return g_test_run ();
}
