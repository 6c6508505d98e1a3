/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The export dialog: what it tells before, that it writes what was asked for and overwrites nothing, and what it tells after. */
#include "ui-test.h"

#include "bb-charts-view.h"
#include "bb-earlier-years.h"
#include "bb-export-dialog.h"
#include "bb-settings.h"

#include <glib/gstdio.h>
#include <string.h>

#define TITLE "测试市2024年政府信息公开工作年度报告"

/* Blank but for a few figures: one deduced, one character that hardly a font has. */
static BbReport *
make_report (void)
{
  BbReport *report = ui_test_report (2024);
  BbContent deduced = { .text = (char *) "7", .origin = BB_ORIGIN_DEDUCED };

  ui_test_type (report, "t3.new.natural", "58");
  bb_report_edit_content (report, bb_report_find_field (report, "t3.new.business"), &deduced);
  ui_test_edit (report, "用了一个少见的字符：\364\217\277\275。");
  return report;
}

static BbExportDialog *
open_dialog (BbReport *report)
{
  BbExportDialog *dialog = BB_EXPORT_DIALOG (bb_export_dialog_new (NULL, report, ui_test_dir ()));

  gtk_window_present (GTK_WINDOW (dialog));
  ui_test_wait_frame (GTK_WIDGET (dialog));
  return dialog;
}

static void
close_dialog (BbExportDialog *dialog)
{
  gpointer alive = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &alive);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_test_settle ();
  g_assert_null (alive);
}

static gboolean
is_done (gpointer dialog)
{
  return bb_export_dialog_is_done (dialog);
}

static void
run (BbExportDialog *dialog)
{
  bb_export_dialog_run (dialog);
  ui_test_wait (is_done, dialog);
}

/* Returns: whether a visible label in @root begins with @text. */
static gboolean
shows (GtkWidget *root, const char *text)
{
  if (!gtk_widget_get_visible (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (root)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;
  return FALSE;
}

static gboolean
is_written (const char *suffix)
{
  g_autofree char *name = g_strconcat (TITLE, suffix, NULL);
  g_autofree char *path = ui_test_path (name);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) && g_remove (path) == 0;
}

static void
test_findings (void)
{
  g_autoptr (BbReport) report = make_report ();
  BbExportDialog *dialog = open_dialog (report);

  g_assert_true (shows (GTK_WIDGET (dialog), "A report that is published should have none."));
  g_assert_true (shows (GTK_WIDGET (dialog), "1 figure was deduced"));
  g_assert_true (shows (GTK_WIDGET (dialog), "Nobody typed them, and no file that was read has them. Only CSV and JSON say so."));
  /* Which one is told in a row that opens. */
  g_assert_true (shows (GTK_WIDGET (dialog), "表三"));
  g_assert_true (shows (GTK_WIDGET (dialog), "“\364\217\277\275” (U+10FFFD) is of private use: each reader sees another character"));
  g_assert_true (shows (GTK_WIDGET (dialog), "1 place, first in "));
  close_dialog (dialog);
}

/* Three characters stand in the dialog by themselves, more in one row that opens; those of private use in one of their own. */
static void
test_many_characters (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbExportDialog *dialog;

  ui_test_edit (report, "\ue000、\ue001、\ue000、\ue002。");
  dialog = open_dialog (report);
  g_assert_true (shows (GTK_WIDGET (dialog), "“\ue000” (U+E000) is of private use"));
  g_assert_true (shows (GTK_WIDGET (dialog), "2 places, first in 一、总体情况. Write an ordinary character instead."));
  g_assert_false (shows (GTK_WIDGET (dialog), "3 characters are of private use"));
  close_dialog (dialog);

  ui_test_edit (report, "\ue000、\ue001、\ue000、\ue002、\ue003。");
  dialog = open_dialog (report);
  g_assert_true (shows (GTK_WIDGET (dialog), "4 characters are of private use: each reader sees others"));
  g_assert_true (shows (GTK_WIDGET (dialog), "\ue000、\ue001、\ue002、\ue003"));
  g_assert_true (shows (GTK_WIDGET (dialog), "“\ue003” (U+E003) is of private use"));
  close_dialog (dialog);
}

static void
count_cb (guint *count)
{
  ++*count;
}

/* Errors ask once, with the button; Enter does not answer, and the blank form has none to ask about. */
static void
test_errors_ask (void)
{
  g_autoptr (BbReport) report = make_report ();
  BbExportDialog *dialog = open_dialog (report);
  GtkWidget *button = ui_test_find_button (dialog, "_Export Anyway");

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_has_css_class (button, "destructive-action"));
  g_assert_null (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == ui_test_find_button (dialog, "_Show Issues"));
  bb_export_dialog_set_format (dialog, BB_EXPORT_HTML, FALSE);
  bb_export_dialog_set_extra (dialog, BB_EXPORT_EXTRA_BLANK, TRUE);
  g_assert_true (ui_test_find_button (dialog, "_Export") == button);
  g_assert_true (gtk_window_get_default_widget (GTK_WINDOW (dialog)) == button);
  bb_export_dialog_set_extra (dialog, BB_EXPORT_EXTRA_BLANK, FALSE);
  bb_export_dialog_set_format (dialog, BB_EXPORT_PDF, TRUE);
  g_signal_emit_by_name (ui_test_find_button (dialog, "_Export Anyway"), "clicked");
  ui_test_wait (is_done, dialog);
  g_settings_reset (bb_settings_get (), "export-formats");
  g_assert_true (is_written (".pdf"));
  close_dialog (dialog);
}

static GtkLabel *
find_label (GtkWidget *root, const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return GTK_LABEL (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *label = find_label (child, text);

      if (label != NULL)
        return label;
    }
  return NULL;
}

/* The path of the folder is seen without scrolling before, and with the files after; where it is too long, its end is. */
static void
test_folder (void)
{
  g_autoptr (BbReport) report = make_report ();
  BbExportDialog *dialog = open_dialog (report);
  GtkLabel *label = find_label (GTK_WIDGET (dialog), ui_test_dir ());

  g_assert_nonnull (label);
  g_assert_null (gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_SCROLLED_WINDOW));
  g_assert_null (gtk_widget_get_ancestor (ui_test_find (dialog, GTK_TYPE_ENTRY), GTK_TYPE_SCROLLED_WINDOW));
  run (dialog);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (label)));
  ui_test_wait_frame (GTK_WIDGET (dialog));
  label = find_label (GTK_WIDGET (dialog), ui_test_dir ());
  g_assert_nonnull (label);
  g_assert_cmpint (gtk_label_get_ellipsize (label), ==, PANGO_ELLIPSIZE_START);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (label)), ==, ui_test_dir ());
  g_assert_true (is_written (".html"));
  close_dialog (dialog);
}

static void
test_show_issues (void)
{
  g_autoptr (BbReport) report = make_report ();
  BbExportDialog *dialog = open_dialog (report);
  gpointer alive = dialog;
  guint count = 0;

  g_object_add_weak_pointer (G_OBJECT (dialog), &alive);
  g_signal_connect_swapped (dialog, "show-issues", G_CALLBACK (count_cb), &count);
  g_signal_emit_by_name (ui_test_find_button (dialog, "_Show Issues"), "clicked");
  ui_test_settle ();
  g_assert_cmpuint (count, ==, 1);
  g_assert_null (alive);
}

/* Every format of the table is offered, and what is chosen together is written together. */
static void
test_formats (void)
{
  g_autoptr (BbReport) report = make_report ();
  BbExportDialog *dialog = open_dialog (report);

  for (guint i = 0; i < BB_N_EXPORT_FORMATS; i++)
    {
      g_assert_true (shows (GTK_WIDGET (dialog), bb_export_label ((BbExportFormat) i)));
      bb_export_dialog_set_format (dialog, (BbExportFormat) i, TRUE);
    }
  run (dialog);
  g_settings_reset (bb_settings_get (), "export-formats");
  for (guint i = 0; i < BB_N_EXPORT_FORMATS; i++)
    {
      g_autofree char *name = g_strconcat (TITLE, bb_export_suffix ((BbExportFormat) i), NULL);

      g_assert_true (shows (GTK_WIDGET (dialog), name));
      g_assert_true (is_written (bb_export_suffix ((BbExportFormat) i)));
    }
  g_assert_nonnull (ui_test_find_button (dialog, "Open _Folder"));
  close_dialog (dialog);
}

static void
test_extras (void)
{
  g_autoptr (BbReport) report = make_report ();
  g_autoptr (BbReport) earlier = ui_test_report (2023);
  BbExportDialog *dialog = open_dialog (report);

  bb_export_dialog_set_format (dialog, BB_EXPORT_HTML, FALSE);
  g_assert_false (gtk_widget_get_sensitive (ui_test_find_button (dialog, "_Export")));
  bb_export_dialog_set_extra (dialog, BB_EXPORT_EXTRA_CHARTS, TRUE);
  bb_export_dialog_set_extra (dialog, BB_EXPORT_EXTRA_BLANK, TRUE);
  g_assert_true (gtk_widget_get_sensitive (ui_test_find_button (dialog, "_Export Anyway")));
  g_assert_true (bb_export_dialog_add_earlier (dialog, earlier));
  g_assert_false (bb_export_dialog_add_earlier (dialog, earlier));
  ui_test_wait_frame (GTK_WIDGET (dialog));
  g_assert_cmpint (gtk_widget_get_height (ui_test_find (dialog, GTK_TYPE_PICTURE)), >, 150);
  run (dialog);
  g_settings_reset (bb_settings_get (), "export-formats");
  g_assert_true (is_written ("-图1-申请人.png"));
  g_assert_true (is_written ("-图1-申请人.svg"));
  g_assert_true (is_written ("-空白表.xlsx"));
  /* No result is known: a chart of nothing is not written. */
  g_assert_false (is_written ("-图2-办理结果.png"));
  g_assert_false (is_written (".html"));
  close_dialog (dialog);
}

/* An added year is listed with its office, loudly with another one; it goes again with its button, which the focus follows. */
static void
test_earlier_years (void)
{
  g_autoptr (BbReport) report = make_report ();
  g_autoptr (BbReport) earlier = ui_test_report (2023);
  g_autoptr (BbReport) other = ui_test_report (2022);
  BbExportDialog *dialog = open_dialog (report);
  BbEarlierYears *years = ui_test_find (dialog, BB_TYPE_EARLIER_YEARS);
  GtkListBox *list = ui_test_find (years, GTK_TYPE_LIST_BOX);
  GtkWidget *button;

  bb_report_edit (other, bb_report_get_meta (other, BB_META_ORGANISATION), "另一<市>", BB_ORIGIN_TYPED);
  bb_export_dialog_set_extra (dialog, BB_EXPORT_EXTRA_CHARTS, TRUE);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (years)));
  /* The latest first, whatever came first. */
  g_assert_true (bb_export_dialog_add_earlier (dialog, other));
  g_assert_true (bb_export_dialog_add_earlier (dialog, earlier));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (years)));
  ui_test_wait_frame (GTK_WIDGET (dialog));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (gtk_list_box_get_row_at_index (list, 0))), ==, "测试市");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (gtk_list_box_get_row_at_index (list, 1))), ==,
                   "Of another organisation: “另一<市>”. This report is of “测试市”.");

  button = ui_test_find (gtk_list_box_get_row_at_index (list, 0), GTK_TYPE_BUTTON);
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_null (gtk_list_box_get_row_at_index (list, 1));
  button = ui_test_find (gtk_list_box_get_row_at_index (list, 0), GTK_TYPE_BUTTON);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (years)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == ui_test_find_button (dialog, "_Add an Earlier Year…"));
  /* What was taken away can come again. */
  g_assert_true (bb_export_dialog_add_earlier (dialog, other));
  close_dialog (dialog);
}

/* The formats chosen last are chosen; a suffix that is no format any more is passed over. */
static void
test_remembers (void)
{
  g_autoptr (BbReport) report = make_report ();
  const char *const kept[] = { ".docx", ".wps", NULL };
  BbExportDialog *dialog;

  g_settings_set_strv (bb_settings_get (), "export-formats", kept);
  dialog = open_dialog (report);
  run (dialog);
  close_dialog (dialog);
  g_assert_true (is_written (".docx"));
  g_assert_false (is_written (".html"));
  g_settings_set_strv (bb_settings_get (), "export-formats", kept + 1);
  dialog = open_dialog (report);
  run (dialog);
  close_dialog (dialog);
  g_assert_true (is_written (".html"));
  g_settings_reset (bb_settings_get (), "export-formats");
}

/* A file that comes between the question and the writing is as safe as one that was there before. */
static void
test_never_overwrites (void)
{
  g_autoptr (BbReport) report = make_report ();
  BbExportDialog *dialog = open_dialog (report);
  g_autofree char *mine = ui_test_path (TITLE ".html");
  g_autofree char *content = NULL;

  bb_export_dialog_set_format (dialog, BB_EXPORT_TEXT, TRUE);
  bb_export_dialog_run (dialog);
  g_assert_true (g_file_set_contents (mine, "mine", -1, NULL));
  ui_test_wait (is_done, dialog);
  g_assert_true (g_file_get_contents (mine, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
  g_assert_true (shows (GTK_WIDGET (dialog), "1 File Could Not Be Written"));
  g_settings_reset (bb_settings_get (), "export-formats");
  /* The other one is there all the same. */
  g_assert_true (is_written (".txt"));
  g_remove (mine);
  close_dialog (dialog);
}

/* After a file could not be written another folder can be chosen: nothing else is asked again. */
static void
test_back (void)
{
  g_autoptr (BbReport) report = make_report ();
  BbExportDialog *dialog = open_dialog (report);
  g_autofree char *nowhere = ui_test_path ("nowhere");

  bb_export_dialog_set_format (dialog, BB_EXPORT_TEXT, TRUE);
  bb_export_dialog_set_folder (dialog, nowhere);
  run (dialog);
  g_assert_true (shows (GTK_WIDGET (dialog), "2 Files Could Not Be Written"));
  g_signal_emit_by_name (ui_test_find_button (dialog, "_Back"), "clicked");
  g_assert_false (bb_export_dialog_is_done (dialog));
  g_assert_true (gtk_widget_get_mapped (ui_test_find_button (dialog, "_Export Anyway")));
  bb_export_dialog_set_folder (dialog, ui_test_dir ());
  run (dialog);
  g_settings_reset (bb_settings_get (), "export-formats");
  g_assert_true (shows (GTK_WIDGET (dialog), "2 Files Written"));
  g_assert_false (gtk_widget_get_mapped (ui_test_find_button (dialog, "_Back")));
  g_assert_true (is_written (".txt") && is_written (".html"));
  close_dialog (dialog);
}

static GtkWidget *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

/* All files that would go are named, one a line, and what is there stays until somebody agrees. */
static void
test_replace (void)
{
  g_autoptr (BbReport) report = make_report ();
  BbExportDialog *dialog = open_dialog (report);
  g_autofree char *text = ui_test_path (TITLE ".txt");
  g_autofree char *html = ui_test_path (TITLE ".html");
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (text, "mine", -1, NULL));
  g_assert_true (g_file_set_contents (html, "mine", -1, NULL));
  bb_export_dialog_set_format (dialog, BB_EXPORT_TEXT, TRUE);
  bb_export_dialog_set_format (dialog, BB_EXPORT_DOCX, TRUE);
  bb_export_dialog_run (dialog);
  g_assert_true (shows (find_question (), TITLE ".txt\n" TITLE ".html"));
  g_assert_false (shows (find_question (), TITLE ".txt\n" TITLE ".html\n"));
  ui_test_answer ("cancel");
  g_assert_true (g_file_get_contents (html, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
  bb_export_dialog_run (dialog);
  ui_test_answer ("replace");
  ui_test_wait (is_done, dialog);
  g_settings_reset (bb_settings_get (), "export-formats");
  g_clear_pointer (&content, g_free);
  g_assert_true (g_file_get_contents (html, &content, NULL, NULL));
  g_assert_cmpstr (content, !=, "mine");
  g_assert_true (is_written (".txt") && is_written (".html") && is_written (".docx"));
  close_dialog (dialog);
}

static void
test_closed_while_writing (void)
{
  g_autoptr (BbReport) report = make_report ();
  BbExportDialog *dialog = open_dialog (report);

  bb_export_dialog_run (dialog);
  close_dialog (dialog);
  g_assert_false (is_written (".html"));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/export/findings", test_findings);
  g_test_add_func ("/export/many-characters", test_many_characters);
  g_test_add_func ("/export/errors-ask", test_errors_ask);
  g_test_add_func ("/export/folder", test_folder);
  g_test_add_func ("/export/show-issues", test_show_issues);
  g_test_add_func ("/export/formats", test_formats);
  g_test_add_func ("/export/extras", test_extras);
  g_test_add_func ("/export/earlier-years", test_earlier_years);
  g_test_add_func ("/export/remembers", test_remembers);
  g_test_add_func ("/export/never-overwrites", test_never_overwrites);
  g_test_add_func ("/export/back", test_back);
  g_test_add_func ("/export/replace", test_replace);
  g_test_add_func ("/export/closed-while-writing", test_closed_while_writing);
  return ui_test_run ();
}
