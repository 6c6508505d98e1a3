/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Markup and formulas stay text in what is exported, whether somebody typed them or they stood in a page that was read. What
 * elements and attributes an export may have is taken from one of a harmless report: nothing may be added to them.
 */
#include "bb-table.h"
#include "export-zip.h"
#include "read-here.h"
#include "xml-tree.h"

#include "export/bb-page-text.h"

#include <bianbao/bianbao.h>
#include <glib/gstdio.h>
#include <gumbo.h>

#define N_MARKUP 60
#define N_FORMULAS 120

#define HARMLESS " 某地“文”  1人民政府办公室 "

static GPtrArray *
read_texts (const char *name, guint n_texts)
{
  g_autofree char *path = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "export", name, NULL);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      g_ptr_array_add (texts, bb_table_unescape (lines[i]));
  g_assert_cmpuint (texts->len, ==, n_texts);
  return texts;
}

/* ---- what an export consists of ---- */

static GHashTable *
signature_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
sign_xml (const XmlNode *node, GHashTable *signature)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_add (signature, g_strdup (node->name));
  g_hash_table_iter_init (&iter, node->attributes);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_hash_table_add (signature, g_strconcat (node->name, "@", name, NULL));
  for (guint i = 0; i < node->children->len; i++)
    sign_xml (g_ptr_array_index (node->children, i), signature);
}

/* All parts of a packed file, their names included. */
static GHashTable *
sign_parts (BbReport *report, BbExportFormat format)
{
  g_autofree char *folder = g_dir_make_tmp ("bianbao-markup-XXXXXX", NULL);
  g_autofree char *path = g_strconcat (folder, "/report", bb_export_suffix (format), NULL);
  g_autoptr (GHashTable) parts = NULL;
  g_autoptr (GError) error = NULL;
  GHashTable *signature = signature_new ();
  GHashTableIter iter;
  gpointer name, text;

  bb_export_file (report, format, path, BB_SAVE_DEFAULT, &error);
  g_assert_no_error (error);
  parts = zip_read (path);
  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &name, &text))
    {
      g_autoptr (XmlNode) top = xml_parse (text, name);

      g_hash_table_add (signature, g_strdup (name));
      sign_xml (top, signature);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return signature;
}

/* How wide a column is depends on its figures, and how many characters of its head stand in a line; that it is a number does not. */
static char *
dup_value (const char *element, const GumboAttribute *attribute)
{
  static const char most[] = "; max-width:";
  const char *found = g_str_equal (element, "p") ? strstr (attribute->value, most) : NULL;
  gboolean is_width = g_str_equal (element, "col") && (g_str_equal (attribute->name, "width") || g_str_has_prefix (attribute->value, "width:"));

  if (is_width && attribute->value[strspn (attribute->value, "width:0123456789.%")] == '\0')
    return g_strdup ("a width");
  if (found != NULL)
    {
      const char *number = found + strlen (most);

      return g_strdup_printf ("%.*sa width%s", (int) (number - attribute->value), attribute->value, number + strspn (number, "0123456789."));
    }

  return g_strdup (attribute->value);
}

/* Elements, and attributes with their values: in a style, a value alone could fetch something. */
static void
sign_html (const GumboNode *node, GHashTable *signature, GString *text)
{
  const GumboVector *children = NULL;

  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA)
    g_string_append (text, node->v.text.text);
  else if (node->type == GUMBO_NODE_COMMENT)
    g_hash_table_add (signature, g_strconcat ("comment ", node->v.text.text, NULL));
  else if (node->type == GUMBO_NODE_DOCUMENT)
    children = &node->v.document.children;
  else
    {
      const char *name = gumbo_normalized_tagname (node->v.element.tag);

      /* Where an address may be parted: without attributes it is nothing else. */
      if (node->v.element.tag == GUMBO_TAG_WBR && node->v.element.attributes.length == 0)
        return;
      g_hash_table_add (signature, g_strdup (name));
      for (guint i = 0; i < node->v.element.attributes.length; i++)
        {
          const GumboAttribute *attribute = node->v.element.attributes.data[i];
          g_autofree char *value = dup_value (name, attribute);

          g_hash_table_add (signature, g_strdup_printf ("%s %s=%s", name, attribute->name, value));
        }
      children = &node->v.element.children;
    }
  for (guint i = 0; children != NULL && i < children->length; i++)
    sign_html (children->data[i], signature, text);
}

/* @text: (transfer full) (out) (optional): what the page shows */
static GHashTable *
sign_page (const char *page, char **text)
{
  GHashTable *signature = signature_new ();
  g_autoptr (GString) shown = g_string_new (NULL);
  GumboOutput *output = gumbo_parse (page);

  sign_html (output->document, signature, shown);
  gumbo_destroy_output (&kGumboDefaultOptions, output);
  if (text != NULL)
    *text = g_strdup (shown->str);
  return signature;
}

static char *
export_text (BbReport *report, BbExportFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bb_export_bytes (report, format, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/*
 * @page, @fragment, @word, @workbook: what each export consists of
 * @shown: the text of the page
 */
typedef struct
{
  GHashTable *page;
  GHashTable *fragment;
  GHashTable *word;
  GHashTable *workbook;
  char *shown;
} Signatures;

/* @workbook: whether a workbook is wanted, too: it costs more than all others together */
static void
signatures_init (Signatures *signatures, BbReport *report, gboolean workbook)
{
  g_autofree char *page = export_text (report, BB_EXPORT_HTML);
  g_autofree char *fragment = bb_export_fragment (report);

  signatures->page = sign_page (page, &signatures->shown);
  signatures->fragment = sign_page (fragment, NULL);
  signatures->word = sign_parts (report, BB_EXPORT_DOCX);
  if (workbook)
    signatures->workbook = sign_parts (report, BB_EXPORT_XLSX);
}

static void
signatures_clear (Signatures *signatures)
{
  g_clear_pointer (&signatures->page, g_hash_table_unref);
  g_clear_pointer (&signatures->fragment, g_hash_table_unref);
  g_clear_pointer (&signatures->word, g_hash_table_unref);
  g_clear_pointer (&signatures->workbook, g_hash_table_unref);
  g_clear_pointer (&signatures->shown, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Signatures, signatures_clear)

static void
add_all (GHashTable *signature, GHashTable *more)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, more);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_hash_table_add (signature, g_strdup (name));
}

/* What exports of @report may consist of is allowed, too. */
static void
signatures_add (Signatures *signatures, BbReport *report)
{
  g_auto (Signatures) more = { 0 };

  signatures_init (&more, report, TRUE);
  add_all (signatures->page, more.page);
  add_all (signatures->fragment, more.fragment);
  add_all (signatures->word, more.word);
  add_all (signatures->workbook, more.workbook);
}

static void
assert_nothing_added (GHashTable *found, GHashTable *allowed, const char *format, const char *vector)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (allowed, name))
      g_error ("%s has “%s” of “%s”", format, (const char *) name, vector);
}

static void
assert_harmless (const Signatures *found, const Signatures *allowed, const char *vector)
{
  assert_nothing_added (found->page, allowed->page, "the page", vector);
  assert_nothing_added (found->fragment, allowed->fragment, "the fragment", vector);
  assert_nothing_added (found->word, allowed->word, "the Word document", vector);
}

/* ---- typed ---- */

/* The text wherever text goes: title, a paragraph, the heading of a point, a cell. */
static BbReport *
report_with (const char *text)
{
  BbReport *report = bb_report_new (bb_form_get ("2021"));
  g_autofree char *overview = g_strdup_printf ("%s\n（一）%s\n（二）%s。正文。", text, text, text);

  bb_report_edit (report, bb_report_get_meta (report, BB_META_YEAR), "2024", BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_get_meta (report, BB_META_ORGANISATION), text, BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_find_field (report, "overview"), overview, BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_find_field (report, "requests"), "表前一句。", BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_find_field (report, "t3.new.natural"), text, BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_find_field (report, "t3.new.other"), "1234567", BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_find_field (report, "t2.fees.amount"), text, BB_ORIGIN_TYPED);
  return report;
}

/* What was typed is not only harmless but there. */
static void
assert_shown (const Signatures *found, const char *vector)
{
  g_autofree char *clean = bb_page_clean (vector);

  if (strstr (found->shown, clean) == NULL)
    g_error ("the page does not show “%s”", clean);
}

/* @workbook: whether that is judged, too: a text such as +1 is a number there, with all that a number has */
static void
check_typed (GPtrArray *texts, gboolean workbook)
{
  g_autoptr (BbReport) harmless = report_with (HARMLESS);
  g_auto (Signatures) allowed = { 0 };

  signatures_init (&allowed, harmless, workbook);
  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);
      g_autoptr (BbReport) report = report_with (text);
      g_auto (Signatures) found = { 0 };

      signatures_init (&found, report, workbook);
      assert_harmless (&found, &allowed, text);
      if (workbook)
        assert_nothing_added (found.workbook, allowed.workbook, "the workbook", text);
      assert_shown (&found, text);
    }
}

static void
test_typed_markup (void)
{
  g_autoptr (GPtrArray) texts = read_texts ("markup.txt", N_MARKUP);

  check_typed (texts, TRUE);
}

static void
test_typed_formulas (void)
{
  g_autoptr (GPtrArray) texts = read_texts ("formulas.txt", N_FORMULAS);

  check_typed (texts, FALSE);
}

/* ---- read ---- */

static BbReport *
read_page (const char *page, const char *vector)
{
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  g_autoptr (GError) error = NULL;
  g_autoptr (BbReading) reading = read_here (bytes, "report.html", &error);

  if (reading == NULL)
    g_error ("“%s”: %s", vector, error->message);
  return g_object_ref (reading->report);
}

/* The page of a harmless report with @vector as it is in the place of its texts, but for the title of the page. */
static char *
page_with (const char *vector)
{
  g_autoptr (BbReport) report = report_with ("占位");
  g_autofree char *page = export_text (report, BB_EXPORT_HTML);
  GString *result = g_string_new (page);

  g_string_replace (result, "占位", vector, 0);
  return g_string_free (result, FALSE);
}

static void
test_read (void)
{
  g_autoptr (GPtrArray) texts = read_texts ("markup.txt", N_MARKUP);
  g_autofree char *plain = page_with (HARMLESS);
  g_autoptr (BbReport) harmless = read_page (plain, HARMLESS);
  g_autofree char *empty = page_with ("");
  g_autoptr (BbReport) blank = read_page (empty, "");
  g_auto (Signatures) allowed = { 0 };

  /* Of a script nothing is left to read: its place is blank. */
  signatures_init (&allowed, harmless, TRUE);
  signatures_add (&allowed, blank);
  for (guint i = 0; i < texts->len; i++)
    {
      const char *vector = g_ptr_array_index (texts, i);
      g_autofree char *page = page_with (vector);
      g_autoptr (BbReport) report = read_page (page, vector);
      g_auto (Signatures) found = { 0 };

      signatures_init (&found, report, TRUE);
      assert_harmless (&found, &allowed, vector);
      assert_nothing_added (found.workbook, allowed.workbook, "the workbook", vector);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/markup/typed", test_typed_markup);
  g_test_add_func ("/export/markup/formulas", test_typed_formulas);
  g_test_add_func ("/export/markup/read", test_read);

  return g_test_run ();
}
