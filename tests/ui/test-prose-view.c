/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-test.h"

#include "bb-prose-count.h"
#include "bb-prose-view.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* What a key may cost before GTK draws (of 16.7 ms for a frame), on a text ten times as long as the guide. */
#define KEY_MS 2.0

typedef struct
{
  BbReport *report;
  BbField *field;
  GtkWidget *window;
  BbProseView *view;
  GtkTextBuffer *buffer;
  GtkWidget *count;
  char *told; /* the last toast */
} Fixture;

static void
toast_cb (GSimpleAction *action, GVariant *parameter, Fixture *fixture)
{
  g_free (fixture->told);
  fixture->told = g_variant_dup_string (parameter, NULL);
}

static void
add_actions (Fixture *fixture)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) toast = g_simple_action_new ("toast", G_VARIANT_TYPE_STRING);

  g_signal_connect (toast, "activate", G_CALLBACK (toast_cb), fixture);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (toast));
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  /* It brings the style sheet. */
  ui_test_application ();
  fixture->report = ui_test_report (2024);
  fixture->field = bb_report_get_section (fixture->report, 1);
  fixture->view = g_object_new (BB_TYPE_PROSE_VIEW, "paper", TRUE, NULL);
  fixture->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  fixture->count = g_object_new (BB_TYPE_PROSE_COUNT, NULL);
  fixture->window = gtk_window_new ();
  g_object_ref (fixture->view);
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), GTK_WIDGET (fixture->view));
  g_object_bind_property (fixture->view, "measure", clamp, "maximum-size", G_BINDING_SYNC_CREATE);
  g_object_bind_property (fixture->view, "measure", clamp, "tightening-threshold", G_BINDING_SYNC_CREATE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), fixture->count);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  add_actions (fixture);
  bb_prose_view_bind (fixture->view, fixture->report, fixture->field);
  bb_prose_count_watch (BB_PROSE_COUNT (fixture->count), fixture->view, 1000);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1300, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  ui_test_wait_frame (GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_settle ();
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->report);
  g_free (fixture->told);
}

static void
set_text (Fixture *fixture, const char *text)
{
  bb_report_barrier (fixture->report);
  bb_report_edit (fixture->report, fixture->field, text, BB_ORIGIN_TYPED);
  bb_report_barrier (fixture->report);
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_text_buffer_insert_interactive_at_cursor (fixture->buffer, text, -1, TRUE);
}

static void
assert_text (Fixture *fixture, const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (fixture->buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (bb_field_get_text (fixture->field), ==, expected);
}

static gboolean
has_tag (Fixture *fixture, int offset, const char *name)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (fixture->buffer), name);
  GtkTextIter iter;

  g_assert_nonnull (tag);
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, offset);
  return gtk_text_iter_has_tag (&iter, tag);
}

/* ---- dress ---- */

static void
test_headings (Fixture *fixture, gconstpointer data)
{
  static const char *const text = "一、做法\n（一）主动公开。全年。\n1.培训\n（1）两次\n正文";

  set_text (fixture, text);
  /* As on paper: 一、 is the level of the sections, and 1. stands in the face of the text. */
  g_assert_false (has_tag (fixture, 0, "bb-point"));
  g_assert_true (has_tag (fixture, 5, "bb-point"));
  g_assert_true (has_tag (fixture, 12, "bb-point"));
  g_assert_false (has_tag (fixture, 13, "bb-point"));
  g_assert_false (has_tag (fixture, 17, "bb-point"));
  g_assert_false (has_tag (fixture, 22, "bb-point"));
  /* Nothing of it is stored. */
  assert_text (fixture, text);
}

static void
test_headings_follow_typing (Fixture *fixture, gconstpointer data)
{
  type (fixture, "（一");
  g_assert_false (has_tag (fixture, 0, "bb-point"));
  type (fixture, "）");
  g_assert_true (has_tag (fixture, 0, "bb-point"));
  type (fixture, "依申请公开。");
  type (fixture, "收到");
  g_assert_true (has_tag (fixture, 8, "bb-point"));
  g_assert_false (has_tag (fixture, 9, "bb-point"));
  bb_text_binding_select_range (bb_prose_view_get_binding (fixture->view), 0, 0);
  type (fixture, "第");
  g_assert_false (has_tag (fixture, 1, "bb-point"));
  bb_report_undo (fixture->report);
  g_assert_true (has_tag (fixture, 0, "bb-point"));
}

/* Joining two paragraphs dresses the one that comes out of it. */
static void
test_joined_paragraphs (Fixture *fixture, gconstpointer data)
{
  GtkTextIter start;
  GtkTextIter end;

  set_text (fixture, "正文\n（一）培训");
  g_assert_true (has_tag (fixture, 3, "bb-point"));
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &start, 2);
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &end, 3);
  gtk_text_buffer_delete (fixture->buffer, &start, &end);
  g_assert_false (has_tag (fixture, 2, "bb-point"));
}

/* Indents that somebody typed are not shown twice. */
static void
test_typed_indent (Fixture *fixture, gconstpointer data)
{
  set_text (fixture, "　　（一）公开\n正文");
  g_assert_true (has_tag (fixture, 0, "bb-indented"));
  g_assert_true (has_tag (fixture, 2, "bb-point"));
  g_assert_false (has_tag (fixture, 9, "bb-indented"));
  g_assert_cmpint (gtk_text_view_get_indent (GTK_TEXT_VIEW (fixture->view)), >, 20);
}

static void
note_line_cb (GtkTextBuffer *buffer, GtkTextTag *tag, GtkTextIter *start, GtkTextIter *end, GHashTable *lines)
{
  g_hash_table_add (lines, GINT_TO_POINTER (gtk_text_iter_get_line (start)));
  g_hash_table_add (lines, GINT_TO_POINTER (gtk_text_iter_get_line (end)));
}

static void
test_only_changed_lines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);

  set_text (fixture, "（一）甲\n（二）乙\n（三）丙");
  g_signal_connect (fixture->buffer, "apply-tag", G_CALLBACK (note_line_cb), lines);
  g_signal_connect (fixture->buffer, "remove-tag", G_CALLBACK (note_line_cb), lines);
  bb_text_binding_select_range (bb_prose_view_get_binding (fixture->view), 7, 0);
  type (fixture, "字");
  g_assert_cmpuint (g_hash_table_size (lines), ==, 1);
  g_assert_true (g_hash_table_contains (lines, GINT_TO_POINTER (1)));
  g_signal_handlers_disconnect_by_data (fixture->buffer, lines);
}

/* ---- measure ---- */

static int
display_line_length (Fixture *fixture, int offset)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &start, offset);
  end = start;
  gtk_text_view_forward_display_line (GTK_TEXT_VIEW (fixture->view), &end);
  return gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&start);
}

static void
test_measure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "国");
  set_text (fixture, text->str);
  ui_test_wait_frame (GTK_WIDGET (fixture->view));
  g_assert_cmpint (display_line_length (fixture, 0), ==, BB_PROSE_CHARACTERS - 2);
  g_assert_cmpint (display_line_length (fixture, BB_PROSE_CHARACTERS - 2), ==, BB_PROSE_CHARACTERS);
}

/* Where the lines don't fit, the margins give way first. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->view);
  int margin = gtk_text_view_get_left_margin (view);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), bb_prose_view_get_measure (fixture->view) / 2, 600);
  ui_test_wait_frame (GTK_WIDGET (fixture->view));
  g_assert_cmpint (gtk_text_view_get_left_margin (view), <, margin / 2);
  g_assert_cmpint (gtk_text_view_get_left_margin (view), ==, gtk_text_view_get_right_margin (view));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1300, 600);
  ui_test_wait_frame (GTK_WIDGET (fixture->view));
  g_assert_cmpint (gtk_text_view_get_left_margin (view), ==, margin);
}

static int
get_pitch (Fixture *fixture)
{
  GtkTextIter iter;
  int first;
  int second;

  gtk_text_buffer_get_iter_at_line (fixture->buffer, &iter, 0);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (fixture->view), &iter, &first, NULL);
  gtk_text_buffer_get_iter_at_line (fixture->buffer, &iter, 1);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (fixture->view), &iter, &second, NULL);
  return second - first;
}

/* The size of all text of the program goes through the resolution; the measure has to follow. */
static void
test_text_size (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int measure = bb_prose_view_get_measure (fixture->view);
  int pitch;

  set_text (fixture, "甲\n乙\n丙");
  ui_test_wait_frame (GTK_WIDGET (fixture->view));
  pitch = get_pitch (fixture);
  g_assert_cmpint (ABS (pitch - (int) (16 * 96 / 72 * BB_PROSE_PITCH)), <=, 2);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  ui_test_wait_frame (GTK_WIDGET (fixture->view));
  g_assert_cmpint (bb_prose_view_get_measure (fixture->view), >, measure * 19 / 10);
  g_assert_cmpint (get_pitch (fixture), >, pitch * 19 / 10);
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
  ui_test_wait_frame (GTK_WIDGET (fixture->view));
  g_assert_cmpint (bb_prose_view_get_measure (fixture->view), ==, measure);
}

/* ---- count ---- */

static const char *
counted (Fixture *fixture)
{
  ui_test_settle ();
  return bb_prose_count_get_text (BB_PROSE_COUNT (fixture->count));
}

static void
test_count (Fixture *fixture, gconstpointer data)
{
  BbTextBinding *binding = bb_prose_view_get_binding (fixture->view);
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *label = ui_test_find (fixture->count, GTK_TYPE_LABEL);

  g_assert_cmpstr (counted (fixture), ==, "0 of about 1000 characters");
  type (fixture, "按 要求\n公开。");
  g_assert_cmpstr (counted (fixture), ==, "6 of about 1000 characters");
  bb_text_binding_select_range (binding, 0, 4);
  g_assert_cmpstr (counted (fixture), ==, "3 of 6 characters selected");
  bb_text_binding_select_range (binding, 0, 0);
  g_assert_cmpstr (counted (fixture), ==, "6 of about 1000 characters");
  g_assert_false (gtk_widget_has_css_class (label, "warning"));

  for (guint i = 0; i < 1063; i++)
    g_string_append (text, "字");
  set_text (fixture, text->str);
  g_assert_cmpstr (counted (fixture), ==, "1063 characters, 63 above the guide of 1000");
  g_assert_true (gtk_widget_has_css_class (label, "warning"));
  bb_report_undo (fixture->report);
  g_assert_cmpstr (counted (fixture), ==, "6 of about 1000 characters");
  g_assert_false (gtk_widget_has_css_class (label, "warning"));
}

static gboolean
is_described (gpointer data)
{
  Fixture *fixture = data;

  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* Said when typing pauses, not with each key. */
static void
test_count_is_announced (Fixture *fixture, gconstpointer data)
{
  type (fixture, "公开");
  ui_test_settle ();
  gtk_test_accessible_assert_role (fixture->count, GTK_ACCESSIBLE_ROLE_STATUS);
  g_assert_false (is_described (fixture));
  ui_test_wait (is_described, fixture);
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "2 of about 1000 characters");
}

/* ---- pasting ---- */

static void
set_clipboard (Fixture *fixture, const char *html, const char *text)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->view));
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) all = NULL;
  gsize n = 0;

  if (html != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));

      providers[n++] = gdk_content_provider_new_for_bytes ("text/html", bytes);
    }
  if (text != NULL)
    providers[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  all = gdk_content_provider_new_union (providers, n);
  gdk_clipboard_set_content (clipboard, all);
}

static gboolean
has_changed (gpointer data)
{
  Fixture *fixture = data;

  return bb_report_get_modified (fixture->report) || fixture->told != NULL;
}

static void
paste (Fixture *fixture)
{
  bb_report_mark_saved (fixture->report);
  g_clear_pointer (&fixture->told, g_free);
  g_signal_emit_by_name (fixture->view, "paste-clipboard");
  ui_test_wait (has_changed, fixture);
  ui_test_settle ();
}

static void
test_paste_word (Fixture *fixture, gconstpointer data)
{
  static const char *const html
    = "<html><head><meta charset=utf-8><style>p.MsoNormal {text-indent:32pt}</style></head><body><!--StartFragment-->"
      "<p class=MsoNormal><b>（一）主动公开。</b><span lang=EN-US>2024</span>年\n公开<o:p></o:p></p><p>&nbsp;</p>"
      "<p class=MsoNormal>　　第二段<img src='file:///C:/a.png'></p><!--EndFragment--></body></html>";

  set_text (fixture, "前后");
  bb_text_binding_select_range (bb_prose_view_get_binding (fixture->view), 1, 0);
  set_clipboard (fixture, html, "（一）主动公开。2024年公开\r\n\r\n　　第二段\r\n");
  paste (fixture);
  assert_text (fixture, "前（一）主动公开。2024年公开\n第二段后");
  g_assert_cmpstr (fixture->told, ==, "1 picture left out");
  bb_report_undo (fixture->report);
  assert_text (fixture, "前后");
}

static void
test_paste_table (Fixture *fixture, gconstpointer data)
{
  set_clipboard (fixture, "<table><tr><td>受理</td><td>78</td></tr></table>", "受理\t78");
  paste (fixture);
  assert_text (fixture, "受理\t78");
  g_assert_cmpstr (fixture->told, ==, "1 table became lines of text");
}

static void
test_paste_text (Fixture *fixture, gconstpointer data)
{
  set_text (fixture, "甲乙丙");
  bb_text_binding_select_range (bb_prose_view_get_binding (fixture->view), 1, 1);
  set_clipboard (fixture, NULL, "  一段\r\n\r\n　　二段");
  paste (fixture);
  assert_text (fixture, "甲一段\n二段丙");
  g_assert_null (fixture->told);
  /* Over a selection, too, it is one step. */
  bb_report_undo (fixture->report);
  assert_text (fixture, "甲乙丙");
}

static void
test_paste_verbatim (Fixture *fixture, gconstpointer data)
{
  set_clipboard (fixture, "<p>一段</p>", "  一段\r\n\r\n　　二段");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "prose.paste-verbatim", NULL);
  ui_test_wait (has_changed, fixture);
  assert_text (fixture, "  一段\n\n　　二段");
}

static void
test_paste_nothing (Fixture *fixture, gconstpointer data)
{
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->view)), NULL);
  paste (fixture);
  g_assert_cmpstr (fixture->told, ==, "There is no text on the clipboard");
  assert_text (fixture, "");
}

/* ---- speed ---- */

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const double one = *(const double *) a;
  const double two = *(const double *) b;

  return (one > two) - (one < two);
}

static void
fill (Fixture *fixture, gsize n_bytes)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *start = NULL;

  while (text->len < n_bytes)
    g_string_append (text, "（一）主动公开。全年通过门户网站公开各类信息若干条，其中部门动态、政策文件、财政信息占大多数，按时更新。\n");
  g_string_truncate (text, n_bytes);
  start = g_utf8_make_valid (text->str, (gssize) text->len);
  while (strlen (start) > BB_TEXT_LIMIT)
    start[strlen (start) - 3] = '\0';
  set_text (fixture, start);
  g_assert_cmpuint (strlen (bb_field_get_text (fixture->field)), ==, strlen (start));
}

static void
test_key_is_quick (Fixture *fixture, gconstpointer data)
{
  double times[101];

  fill (fixture, 30000);
  bb_text_binding_select_range (bb_prose_view_get_binding (fixture->view), 5000, 0);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      clock_t start = clock ();

      type (fixture, "字");
      times[i] = (double) (clock () - start) * 1000 / CLOCKS_PER_SEC;
      ui_test_settle ();
    }
  qsort (times, G_N_ELEMENTS (times), sizeof times[0], compare_times);
  g_test_message ("a key in 10 000 characters: median %.3f ms, worst %.3f ms", times[50], times[100]);
  g_assert_cmpfloat (times[50], <, KEY_MS);
}

static void
test_longest_text (Fixture *fixture, gconstpointer data)
{
  clock_t start = clock ();
  clock_t typed;

  fill (fixture, BB_TEXT_LIMIT - 300);
  ui_test_wait_frame (GTK_WIDGET (fixture->view));
  typed = clock ();
  for (guint i = 0; i < 10; i++)
    type (fixture, "字");
  ui_test_settle ();
  g_test_message ("1 MiB: shown in %.0f ms, ten keys in %.0f ms", (double) (typed - start) * 1000 / CLOCKS_PER_SEC,
                  (double) (clock () - typed) * 1000 / CLOCKS_PER_SEC);
  g_assert_cmpint (clock () - start, <, 5 * CLOCKS_PER_SEC);
}

/* A paragraph that nobody writes, but a bad paste makes: it is laid out as a whole. */
static void
test_longest_paragraph (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  clock_t start = clock ();
  clock_t typed;

  while (text->len < BB_TEXT_LIMIT - 300)
    g_string_append (text, "全年通过门户网站公开各类信息若干条，");
  set_text (fixture, text->str);
  ui_test_wait_frame (GTK_WIDGET (fixture->view));
  typed = clock ();
  for (guint i = 0; i < 3; i++)
    {
      type (fixture, "字");
      ui_test_wait_frame (GTK_WIDGET (fixture->view));
    }
  g_test_message ("1 MiB in a paragraph: shown in %.0f ms, three keys in %.0f ms", (double) (typed - start) * 1000 / CLOCKS_PER_SEC,
                  (double) (clock () - typed) * 1000 / CLOCKS_PER_SEC);
  g_assert_cmpint (clock () - start, <, 20 * CLOCKS_PER_SEC);
}

/* ---- the selection ---- */

static void
text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_assert_nonnull (*text);
}

static void
assert_offered (GdkClipboard *clipboard, const char *wanted)
{
  g_autofree char *text = NULL;

  gdk_clipboard_read_text_async (clipboard, NULL, text_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, wanted);
}

/* What is selected is there for the middle button, and stays selected when that button's text comes from elsewhere. */
static void
test_selection_stays (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_primary_clipboard (GTK_WIDGET (fixture->view));

  bb_report_edit (fixture->report, fixture->field, "收到申请十二件", BB_ORIGIN_TYPED);
  ui_test_settle ();
  bb_text_binding_select_range (bb_prose_view_get_binding (fixture->view), 4, 2);
  ui_test_settle ();
  assert_offered (clipboard, "十二");
  gdk_clipboard_set_text (clipboard, "elsewhere");
  ui_test_settle ();
  g_assert_true (gtk_text_buffer_get_has_selection (fixture->buffer));
  assert_offered (clipboard, "elsewhere");

  /* What is selected while the focus is elsewhere leaves that text alone. */
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  bb_text_binding_select_range (bb_prose_view_get_binding (fixture->view), 0, 2);
  ui_test_settle ();
  assert_offered (clipboard, "elsewhere");
  gtk_widget_unrealize (GTK_WIDGET (fixture->view));
  gtk_widget_realize (GTK_WIDGET (fixture->view));
  gdk_clipboard_set_text (clipboard, "again");
  g_assert_true (gtk_text_buffer_get_has_selection (fixture->buffer));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/prose-view/headings", test_headings },
    { "/prose-view/headings-follow-typing", test_headings_follow_typing },
    { "/prose-view/joined-paragraphs", test_joined_paragraphs },
    { "/prose-view/typed-indent", test_typed_indent },
    { "/prose-view/only-changed-lines", test_only_changed_lines },
    { "/prose-view/measure", test_measure },
    { "/prose-view/narrow", test_narrow },
    { "/prose-view/text-size", test_text_size },
    { "/prose-view/count", test_count },
    { "/prose-view/count-is-announced", test_count_is_announced },
    { "/prose-view/paste-word", test_paste_word },
    { "/prose-view/paste-table", test_paste_table },
    { "/prose-view/paste-text", test_paste_text },
    { "/prose-view/paste-verbatim", test_paste_verbatim },
    { "/prose-view/paste-nothing", test_paste_nothing },
    { "/prose-view/selection-stays", test_selection_stays },
    { "/prose-view/key-is-quick", test_key_is_quick },
    { "/prose-view/longest-text", test_longest_text },
    { "/prose-view/longest-paragraph", test_longest_paragraph },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return ui_test_run ();
}
