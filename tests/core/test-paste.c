/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Blocks pasted into a table: the cases of data/paste/cases.ini, and whole clipboards as programs write them, in
 * data/paste/clipboards.
 */
#include <bianbao/bianbao.h>

#include "sample-file.h"

#include <string.h>

#define N_CLIPBOARDS 12

static char *
data_path (const char *name)
{
  return g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "paste", name, NULL);
}

static guint
find_cell (BbReport *report, const char *id)
{
  int cell = bb_form_find_cell (bb_report_get_form (report), id);

  if (cell < 0)
    g_error ("no cell %s", id);
  return (guint) cell;
}

/* "t3.new.natural=1;t3.new.total=" */
static void
for_each_cell (BbReport *report, const char *list, void (*func) (BbReport *report, const char *id, const char *text))
{
  g_auto (GStrv) parts = g_strsplit (list != NULL ? list : "", ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);

      func (report, pair[0], pair[1]);
    }
}

static void
type (BbReport *report, const char *id, const char *text)
{
  bb_report_edit (report, bb_report_get_cell (report, find_cell (report, id)), text, BB_ORIGIN_TYPED);
}

static void
assert_cell (BbReport *report, const char *id, const char *text)
{
  const char *found = bb_field_get_text (bb_report_get_cell (report, find_cell (report, id)));

  if (!g_str_equal (found, text))
    g_error ("%s is “%s”, not “%s”", id, found, text);
}

/* The cells of @kind, as "t3.new.total t4.review.total". */
static char *
list_places (const BbPastePlan *plan, BbReport *report, BbPasteKind kind)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < plan->places->len; i++)
    {
      const BbPastePlace *place = g_ptr_array_index (plan->places, i);

      if (place->kind != kind)
        continue;
      g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", bb_report_get_form (report)->cells[place->cell].id);
      g_assert_true ((place->reason != NULL) == (kind == BB_PASTE_DIFFERS || kind == BB_PASTE_REFUSED));
    }
  return g_string_free (list, FALSE);
}

static void
assert_places (GKeyFile *file, const char *name, const char *key, const BbPastePlan *plan, BbReport *report, BbPasteKind kind)
{
  g_autofree char *expected = g_key_file_get_string (file, name, key, NULL);
  g_autofree char *found = list_places (plan, report, kind);

  g_assert_cmpstr (found, ==, expected != NULL ? expected : "");
}

static GKeyFile *
load_cases (void)
{
  g_autofree char *path = data_path ("cases.ini");
  GKeyFile *file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  return file;
}

static void
assert_plan (GKeyFile *file, const char *name, const BbPastePlan *plan, BbReport *report)
{
  g_autofree char *refused = g_key_file_get_string (file, name, "refused", NULL);
  g_autofree char *left_out = g_key_file_get_string (file, name, "left-out", NULL);

  if (refused == NULL)
    g_assert_cmpstr (plan->refusal, ==, NULL);
  else if (plan->refusal == NULL || !g_str_has_prefix (plan->refusal, refused))
    g_error ("refused: “%s”, not “%s”", plan->refusal, refused);
  g_assert_cmpint (plan->by_labels, ==, g_key_file_get_boolean (file, name, "by-labels", NULL));
  if (g_key_file_has_key (file, name, "plain", NULL))
    g_assert_cmpint (bb_paste_plan_is_plain (plan), ==, g_key_file_get_boolean (file, name, "plain", NULL));
  assert_places (file, name, "differs", plan, report, BB_PASTE_DIFFERS);
  assert_places (file, name, "not-taken", plan, report, BB_PASTE_REFUSED);
  if (left_out != NULL)
    g_assert_true (plan->left_out->len > 0 && g_str_has_prefix (g_ptr_array_index (plan->left_out, 0), left_out));
  else
    g_assert_cmpuint (plan->left_out->len, ==, 0);
}

static void
test_case (gconstpointer data)
{
  const char *name = data;
  g_autoptr (GKeyFile) file = load_cases ();
  g_autofree char *before = g_key_file_get_string (file, name, "before", NULL);
  g_autofree char *at = g_key_file_get_string (file, name, "at", NULL);
  g_autofree char *text = g_key_file_get_string (file, name, "text", NULL);
  g_autofree char *html = g_key_file_get_string (file, name, "html", NULL);
  g_autofree char *after = g_key_file_get_string (file, name, "after", NULL);
  g_autoptr (GBytes) page = html != NULL ? g_bytes_new (html, strlen (html)) : NULL;
  g_autoptr (BbReport) report = bb_report_new (bb_form_for_year (2023));
  g_autoptr (BbPastePlan) plan = NULL;
  guint64 state;

  for_each_cell (report, before, type);
  bb_report_barrier (report);
  state = bb_report_get_state_number (report);
  plan = bb_paste_plan_new (report, find_cell (report, at), bb_clipping_new (page, text));
  g_assert_cmpuint (bb_report_get_state_number (report), ==, state);
  assert_plan (file, name, plan, report);
  bb_paste_plan_apply (plan, report);
  g_assert_nonnull (after);
  for_each_cell (report, after, assert_cell);
  while (bb_report_get_state_number (report) != state)
    {
      g_assert_cmpstr (bb_report_get_undo_label (report), ==, "Paste");
      bb_report_undo (report);
    }
}

static void
add_cases (void)
{
  g_autoptr (GKeyFile) file = load_cases ();
  g_auto (GStrv) names = g_key_file_get_groups (file, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *test = g_strconcat ("/paste/case/", names[i], NULL);

      g_test_add_data_func_full (test, g_strdup (names[i]), test_case, g_free);
    }
}

/* A whole sheet of something else is refused at once, whatever its words are. */
static void
test_too_much (void)
{
  static const char *const words[] = { "12", "15件", "（一）予以公开", "某某事项" };
  g_autoptr (BbReport) report = bb_report_new (bb_form_for_year (2023));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (BbPastePlan) plan = NULL;
      gint64 start;

      for (guint place = 0; place < 2000 * 200; place++)
        g_string_append_printf (text, "%s%c", words[i], place % 200 == 199 ? '\n' : '\t');
      start = g_get_monotonic_time ();
      plan = bb_paste_plan_new (report, find_cell (report, "t3.new.natural"), bb_clipping_new (NULL, text->str));
      g_test_message ("%s: %" G_GINT64_FORMAT " ms", words[i], (g_get_monotonic_time () - start) / 1000);
      g_assert_nonnull (plan->refusal);
      g_assert_cmpuint (plan->places->len, ==, 0);
    }
}

/* ---- clipboards ---- */

static BbReport *
read_sample (void)
{
  g_autoptr (GBytes) bytes = sample_bytes ();
  g_autoptr (BbReading) reading = bb_import_bytes (bytes, "sample-2023.txt", NULL, NULL);

  return g_object_ref (reading->report);
}

static void
assert_table (BbReport *report, const char *id)
{
  g_autoptr (BbReport) sample = read_sample ();
  const BbForm *form = bb_report_get_form (report);

  for (guint i = 0; i < form->n_cells; i++)
    if (form->cells[i].derived_from < 0 && g_str_equal (form->tables[form->cells[i].table].id, id))
      assert_cell (report, form->cells[i].id, bb_field_get_text (bb_report_get_cell (sample, i)));
}

static GKeyFile *
load_clipboards (void)
{
  g_autofree char *path = data_path ("clipboards/cases.ini");
  GKeyFile *file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  return file;
}

static void
test_clipboard (gconstpointer data)
{
  const char *name = data;
  g_autoptr (GKeyFile) file = load_clipboards ();
  g_autofree char *part = g_strconcat ("clipboards/", name, NULL);
  g_autofree char *path = data_path (part);
  g_autofree char *at = g_key_file_get_string (file, name, "at", NULL);
  g_autofree char *table = g_key_file_get_string (file, name, "table", NULL);
  g_autofree char *after = g_key_file_get_string (file, name, "after", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bb_read_file (path, NULL, &error);
  g_autofree char *text = NULL;
  g_autoptr (BbReport) report = bb_report_new (bb_form_for_year (2023));
  g_autoptr (BbPastePlan) plan = NULL;

  g_assert_no_error (error);
  text = g_str_has_suffix (name, ".txt") ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
  plan = bb_paste_plan_new (report, find_cell (report, at), bb_clipping_new (text == NULL ? bytes : NULL, text));
  assert_plan (file, name, plan, report);
  bb_paste_plan_apply (plan, report);
  g_assert_true (table != NULL || after != NULL);
  if (table != NULL)
    assert_table (report, table);
  for_each_cell (report, after, assert_cell);
}

static void
add_clipboards (void)
{
  g_autoptr (GKeyFile) file = load_clipboards ();
  g_auto (GStrv) names = g_key_file_get_groups (file, NULL);

  g_assert_cmpuint (g_strv_length (names), ==, N_CLIPBOARDS);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *test = g_strconcat ("/paste/clipboard/", names[i], NULL);

      g_test_add_data_func_full (test, g_strdup (names[i]), test_clipboard, g_free);
    }
}

/* ---- paragraphs ---- */

typedef struct
{
  const char *html;
  const char *text;
  const char *expected;
  guint n_tables;
} Paragraphs;

/* *INDENT-OFF* */
static const Paragraphs paragraphs[] = {
  { "<p class=MsoNormal style='text-indent:32pt'>　　一、总体情况<o:p></o:p></p><p>第<b>一</b>段</p>", "别的", "一、总体情况\n第一段", 0 },
  { NULL, "　　甲\r\n\r\n  乙\n", "甲\n乙", 0 },
  { "<p></p>", "甲", "甲", 0 },
  { "<p>甲</p><table><tr><td>项<td>数<tr><td>新收<td>3</table>乙", NULL, "甲\n项\t数\n新收\t3\n乙", 1 },
  { "<ol><li>甲<li>乙</ol><img src=x>", NULL, "1.甲\n2.乙", 0 },
  { NULL, NULL, "", 0 },
};
/* *INDENT-ON* */

static void
test_paragraphs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    {
      const Paragraphs *one = &paragraphs[i];
      g_autoptr (GBytes) html = one->html != NULL ? g_bytes_new_static (one->html, strlen (one->html)) : NULL;
      guint n_tables;
      g_autoptr (BbClipping) clipping = bb_clipping_new (html, one->text);
      g_autofree char *found = bb_paste_paragraphs (clipping, &n_tables);

      g_assert_cmpstr (found, ==, one->expected);
      g_assert_cmpuint (n_tables, ==, one->n_tables);
    }
}

/* ---- copies ---- */

static void
assert_same_table (BbReport *report, BbReport *pasted, guint table)
{
  const BbForm *form = bb_report_get_form (report);

  for (guint i = 0; i < form->n_cells; i++)
    if (form->cells[i].table == table)
      assert_cell (pasted, form->cells[i].id, bb_field_get_text (bb_report_get_cell (report, i)));
}

/* A copy of a table is that table again, as a page and as text, wherever it is pasted. */
static void
test_copy_whole (gconstpointer data)
{
  const BbForm *form = bb_form_get (data);
  g_autoptr (BbReport) report = bb_report_new (form);

  for (guint i = 0; i < form->n_cells; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i * 7 % 50);

      if (form->cells[i].derived_from < 0)
        bb_report_edit (report, bb_report_get_cell (report, i), text, BB_ORIGIN_TYPED);
    }
  for (guint table = 0; table < form->n_tables; table++)
    for (guint with_page = 0; with_page < 2; with_page++)
      {
        g_autoptr (BbCopy) copy = bb_copy_table (report, table, NULL);
        g_autoptr (GBytes) html = with_page ? g_bytes_new (copy->html, strlen (copy->html)) : NULL;
        g_autoptr (BbReport) pasted = bb_report_new (form);
        g_autoptr (BbPastePlan) plan = bb_paste_plan_new (pasted, 0, bb_clipping_new (html, copy->tsv));

        g_assert_cmpstr (plan->refusal, ==, NULL);
        g_assert_true (plan->by_labels);
        g_assert_cmpuint (plan->left_out->len, ==, 0);
        g_assert_cmpuint (bb_paste_plan_count (plan, BB_PASTE_DIFFERS) + bb_paste_plan_count (plan, BB_PASTE_REFUSED), ==, 0);
        bb_paste_plan_apply (plan, pasted);
        assert_same_table (report, pasted, table);
      }
}

/* A part of a table lands where it is pasted, texts and blanks as they were. */
static void
test_copy_part (void)
{
  g_autoptr (BbReport) report = bb_report_new (bb_form_get ("2021"));
  guint row = 5, column = 3;
  BbCopyArea area = { row, column, 2, 3 };
  g_autoptr (BbCopy) copy = NULL;

  type (report, "t3.granted.natural", "1,234");
  type (report, "t3.granted.business", "=1+2");
  type (report, "t3.granted.research", "“甲\t\"乙”");
  type (report, "t3.partial.natural", "-3");
  type (report, "t3.partial.research", "007");
  copy = bb_copy_table (report, bb_report_get_form (report)->cells[find_cell (report, "t3.granted.natural")].table, &area);
  g_assert_cmpstr (copy->tsv, ==, "1,234\t'=1+2\t\"“甲\t\"\"乙”\"\n-3\t\t007");
  g_assert_cmpstr (copy->text, ==, "1,234\t=1+2\t“甲 \"乙”\n-3\t\t007");
  g_assert_null (strstr (copy->html, "span="));
  for (guint with_page = 0; with_page < 2; with_page++)
    {
      g_autoptr (GBytes) html = with_page ? g_bytes_new (copy->html, strlen (copy->html)) : NULL;
      g_autoptr (BbReport) pasted = bb_report_new (bb_form_get ("2021"));
      g_autoptr (BbPastePlan) plan = bb_paste_plan_new (pasted, find_cell (pasted, "t3.deny.1.business"), bb_clipping_new (html, copy->tsv));

      g_assert_cmpstr (plan->refusal, ==, NULL);
      bb_paste_plan_apply (plan, pasted);
      assert_cell (pasted, "t3.deny.1.business", "1,234");
      assert_cell (pasted, "t3.deny.1.research", with_page ? "=1+2" : "'=1+2");
      assert_cell (pasted, "t3.deny.2.business", "-3");
      assert_cell (pasted, "t3.deny.2.research", "");
      assert_cell (pasted, "t3.deny.2.charity", "007");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_cases ();
  add_clipboards ();
  g_test_add_func ("/paste/too-much", test_too_much);
  g_test_add_func ("/paste/paragraphs", test_paragraphs);
  g_test_add_data_func ("/paste/copy/whole-2021", "2021", test_copy_whole);
  g_test_add_data_func ("/paste/copy/whole-2019", "2019", test_copy_whole);
  g_test_add_func ("/paste/copy/part", test_copy_part);
  return g_test_run ();
}
