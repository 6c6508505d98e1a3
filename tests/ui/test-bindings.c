/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-test.h"

#include "bb-entry-binding.h"
#include "bb-text-binding.h"

typedef struct
{
  BbReport *report;
  BbField *field;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  BbTextBinding *binding;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->report = ui_test_report (2024);
  fixture->field = bb_report_get_section (fixture->report, 1);
  fixture->view = g_object_ref_sink (GTK_TEXT_VIEW (gtk_text_view_new ()));
  fixture->buffer = gtk_text_view_get_buffer (fixture->view);
  fixture->binding = bb_text_binding_new (fixture->view, fixture->report, fixture->field);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->binding);
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->report);
}

static void
assert_text (Fixture *fixture, const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (fixture->buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (bb_field_get_text (fixture->field), ==, expected);
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_text_buffer_insert_interactive_at_cursor (fixture->buffer, text, -1, TRUE);
}

static int
caret (Fixture *fixture)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (fixture->buffer, &iter, gtk_text_buffer_get_insert (fixture->buffer));
  return gtk_text_iter_get_offset (&iter);
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  type (fixture, "政");
  type (fixture, "务");
  assert_text (fixture, "政务");
  g_assert_true (bb_report_get_modified (fixture->report));
  g_assert_false (gtk_text_buffer_get_enable_undo (fixture->buffer));

  /* One word typed in one go is one step. */
  bb_report_undo (fixture->report);
  assert_text (fixture, "");
  g_assert_false (bb_report_get_modified (fixture->report));
  bb_report_redo (fixture->report);
  assert_text (fixture, "政务");
}

static void
test_sentences (Fixture *fixture, gconstpointer data)
{
  type (fixture, "一");
  type (fixture, "句");
  type (fixture, "。");
  type (fixture, "两");
  type (fixture, "句");
  bb_report_undo (fixture->report);
  assert_text (fixture, "一句。");
  bb_report_undo (fixture->report);
  assert_text (fixture, "");
}

/* What comes in one piece is a step: an input method's phrase, a paste. */
static void
test_pieces (Fixture *fixture, gconstpointer data)
{
  type (fixture, "主动");
  type (fixture, "公开");
  type (fixture, "的");
  bb_report_undo (fixture->report);
  assert_text (fixture, "主动公开");
  bb_report_undo (fixture->report);
  assert_text (fixture, "主动");
}

static void
test_over_selection (Fixture *fixture, gconstpointer data)
{
  type (fixture, "主动公开三件");
  bb_text_binding_select_range (fixture->binding, 4, 1);
  gtk_text_buffer_begin_user_action (fixture->buffer);
  gtk_text_buffer_delete_selection (fixture->buffer, TRUE, TRUE);
  type (fixture, "五");
  gtk_text_buffer_end_user_action (fixture->buffer);
  assert_text (fixture, "主动公开五件");
  bb_report_undo (fixture->report);
  assert_text (fixture, "主动公开三件");
  bb_report_redo (fixture->report);
  assert_text (fixture, "主动公开五件");
}

/* Who goes elsewhere and comes back begins anew. */
static void
test_caret_moved (Fixture *fixture, gconstpointer data)
{
  type (fixture, "a");
  bb_text_binding_select_range (fixture->binding, 0, 0);
  bb_text_binding_select_range (fixture->binding, 1, 0);
  type (fixture, "b");
  bb_report_undo (fixture->report);
  assert_text (fixture, "a");
}

static void
test_held (Fixture *fixture, gconstpointer data)
{
  GtkTextIter start;
  GtkTextIter end;

  type (fixture, "二一");
  bb_text_binding_hold (fixture->binding, TRUE);
  type (fixture, "二");
  g_assert_cmpstr (bb_field_get_text (fixture->field), ==, "二一");
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &start, 0);
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &end, 1);
  gtk_text_buffer_delete (fixture->buffer, &start, &end);
  bb_text_binding_hold (fixture->binding, FALSE);
  assert_text (fixture, "一二");
  bb_report_undo (fixture->report);
  assert_text (fixture, "二一");

  /* Nothing that was dragged is lost when something else happens meanwhile. */
  bb_text_binding_hold (fixture->binding, TRUE);
  type (fixture, "三");
  bb_report_edit (fixture->report, fixture->field, "四", BB_ORIGIN_TYPED);
  bb_text_binding_hold (fixture->binding, FALSE);
  assert_text (fixture, "二一三");
}

/* Random texts of two characters: what is applied is always the other text, and undo comes back. */
static void
test_random_differences (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (int n = g_test_rand_int_range (0, 30); n > 0; n--)
        g_string_append (text, g_test_rand_bit () ? "一" : "丁");
      bb_report_edit (fixture->report, fixture->field, text->str, BB_ORIGIN_TYPED);
      assert_text (fixture, text->str);
    }
}

/* Two places that change leave a caret between them in its word. */
static void
test_two_places (Fixture *fixture, gconstpointer data)
{
  type (fixture, "全年 公开三件,按时公开 五件");
  bb_text_binding_select_range (fixture->binding, 5, 0);
  bb_report_edit (fixture->report, fixture->field, "全年公开三件，按时公开五件", BB_ORIGIN_TYPED);
  assert_text (fixture, "全年公开三件，按时公开五件");
  g_assert_cmpint (caret (fixture), ==, 4);
}

static void
test_insert_and_delete_are_two_steps (Fixture *fixture, gconstpointer data)
{
  GtkTextIter start;
  GtkTextIter end;

  type (fixture, "abcd");
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &start, 2);
  gtk_text_buffer_get_end_iter (fixture->buffer, &end);
  gtk_text_buffer_delete (fixture->buffer, &start, &end);
  assert_text (fixture, "ab");
  bb_report_undo (fixture->report);
  assert_text (fixture, "abcd");
}

/* A change from elsewhere touches only what differs: the caret stays in its word. */
static void
test_minimal_change (Fixture *fixture, gconstpointer data)
{
  GtkTextIter iter;
  GtkTextMark *mark;

  type (fixture, "主动公开了三件文件");
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, 8);
  gtk_text_buffer_place_cursor (fixture->buffer, &iter);
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, 1);
  mark = gtk_text_buffer_create_mark (fixture->buffer, NULL, &iter, TRUE);
  bb_report_barrier (fixture->report);
  bb_report_edit (fixture->report, fixture->field, "主动公开了三十五件文件", BB_ORIGIN_TYPED);
  assert_text (fixture, "主动公开了三十五件文件");
  g_assert_cmpint (caret (fixture), ==, 10);
  gtk_text_buffer_get_iter_at_mark (fixture->buffer, &iter, mark);
  g_assert_cmpint (gtk_text_iter_get_offset (&iter), ==, 1);
}

/* Texts whose bytes agree in the middle of a character: 一 and 丁 share their first two bytes. */
static void
test_character_boundaries (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "一", "丁", "丁一", "一丁", "", "aa", "a", "aaa", "一一", "一" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      bb_report_edit (fixture->report, fixture->field, texts[i], BB_ORIGIN_TYPED);
      assert_text (fixture, texts[i]);
    }
}

static void
test_too_long_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *most = g_strnfill (1024 * 1024, 'a');

  bb_report_edit (fixture->report, fixture->field, most, BB_ORIGIN_TYPED);
  type (fixture, "b");
  /* What the report refused is not left on the screen. */
  assert_text (fixture, most);
}

static void
assert_selection (Fixture *fixture, int start, int end)
{
  GtkTextIter first;
  GtkTextIter last;

  gtk_text_buffer_get_selection_bounds (fixture->buffer, &first, &last);
  g_assert_cmpint (gtk_text_iter_get_offset (&first), ==, start);
  g_assert_cmpint (gtk_text_iter_get_offset (&last), ==, end);
}

static void
test_select_range (Fixture *fixture, gconstpointer data)
{
  type (fixture, "主动公开三件\n依申请公开五件");
  bb_text_binding_select_range (fixture->binding, 4, 2);
  assert_selection (fixture, 4, 6);
  g_assert_cmpint (caret (fixture), ==, 4);
  bb_text_binding_select_range (fixture->binding, 7, 0);
  assert_selection (fixture, 7, 7);
  /* A place that is gone by now is no reason to stop. */
  bb_text_binding_select_range (fixture->binding, 12, 100);
  assert_selection (fixture, 12, 14);
  bb_text_binding_select_range (fixture->binding, G_MAXUINT, G_MAXUINT);
  assert_selection (fixture, 14, 14);
}

static void
test_entry (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbField *field = bb_report_get_meta (report, BB_META_CONTACT);
  GtkWidget *entry = g_object_ref_sink (gtk_entry_new ());
  BbEntryBinding *binding = bb_entry_binding_new (GTK_EDITABLE (entry), report, field, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), "0527");
  g_assert_cmpstr (bb_field_get_text (field), ==, "0527");
  gtk_editable_set_text (GTK_EDITABLE (entry), "一\n二");
  g_assert_cmpstr (bb_field_get_text (field), ==, "一 二");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "一 二");
  /* What replaces a whole text is a step of its own. */
  bb_report_undo (report);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "0527");
  bb_report_undo (report);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_finalize_object (binding);
  g_assert_finalize_object (entry);
}

static void
test_generated_title (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbField *field = bb_report_get_meta (report, BB_META_TITLE);
  GtkWidget *entry = g_object_ref_sink (gtk_entry_new ());
  GtkEditable *editable = GTK_EDITABLE (entry);
  BbEntryBinding *binding = bb_entry_binding_new (editable, report, field, bb_report_get_title);

  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "测试市2024年政府信息公开工作年度报告");
  bb_report_set_year (report, 2023, FALSE);
  bb_entry_binding_refresh (binding);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "测试市2023年政府信息公开工作年度报告");
  g_assert_cmpstr (bb_field_get_text (field), ==, "");

  gtk_editable_set_text (editable, "报告");
  g_assert_cmpstr (bb_field_get_text (field), ==, "报告");
  /* While somebody empties it to type another, nothing is put back under the fingers. */
  gtk_editable_set_text (editable, "");
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "");
  g_assert_finalize_object (binding);
  g_assert_finalize_object (entry);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } texts[] = {
    { "/bindings/text/typing", test_typing },
    { "/bindings/text/sentences", test_sentences },
    { "/bindings/text/pieces", test_pieces },
    { "/bindings/text/over-selection", test_over_selection },
    { "/bindings/text/caret-moved", test_caret_moved },
    { "/bindings/text/held", test_held },
    { "/bindings/text/random-differences", test_random_differences },
    { "/bindings/text/two-places", test_two_places },
    { "/bindings/text/insert-delete", test_insert_and_delete_are_two_steps },
    { "/bindings/text/minimal-change", test_minimal_change },
    { "/bindings/text/character-boundaries", test_character_boundaries },
    { "/bindings/text/too-long", test_too_long_is_refused },
    { "/bindings/text/select-range", test_select_range },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_test_add (texts[i].path, Fixture, NULL, set_up, texts[i].test, tear_down);
  g_test_add_func ("/bindings/entry/text", test_entry);
  g_test_add_func ("/bindings/entry/generated", test_generated_title);
  return ui_test_run ();
}
