/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-test.h"

#include <glib/gstdio.h>
#include <stdlib.h>

/* Whatever never comes fails a test, whatever is late does not. */
#define DEADLINE_SECONDS 60

/* Tells a subprocess of a test where the folders of the test are. */
#define ROOT "BIANBAO_TEST_ROOT"

static char *root_dir;
static gboolean root_is_ours;
static BbApplication *application;

static void
set_dir (const char *variable, const char *name)
{
  g_autofree char *path = g_build_filename (root_dir, name, NULL);

  g_mkdir_with_parents (path, 0700);
  g_setenv (variable, path, TRUE);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
ui_test_init (int *argc, char ***argv)
{
  root_dir = g_strdup (g_getenv (ROOT));
  root_is_ours = root_dir == NULL;
  if (root_is_ours)
    root_dir = g_dir_make_tmp ("bianbao-ui-XXXXXX", NULL);
  g_assert_nonnull (root_dir);
  g_setenv (ROOT, root_dir, TRUE);
  set_dir ("HOME", "home");
  set_dir ("XDG_DATA_HOME", "data");
  set_dir ("XDG_CONFIG_HOME", "config");
  set_dir ("XDG_CACHE_HOME", "cache");
  set_dir ("XDG_STATE_HOME", "state");
  set_dir ("BIANBAO_TEST_DIR", "files");

  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    {
      g_printerr ("no display\n");
      if (root_is_ours)
        remove_tree (root_dir);
      exit (77);
    }
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
}

int
ui_test_run (void)
{
  int status = g_test_run ();

  g_clear_object (&application);
  if (root_is_ours)
    remove_tree (root_dir);
  g_clear_pointer (&root_dir, g_free);
  return status;
}

const char *
ui_test_dir (void)
{
  return g_getenv ("BIANBAO_TEST_DIR");
}

char *
ui_test_path (const char *name)
{
  return g_build_filename (ui_test_dir (), name, NULL);
}

void
ui_test_settle (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static gboolean
deadline_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
ui_test_wait (gboolean (*done) (gpointer data), gpointer data)
{
  gboolean late = FALSE;
  guint source = g_timeout_add_seconds (DEADLINE_SECONDS, deadline_cb, &late);

  while (!done (data) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (source);
}

void
ui_test_wait_frame (GtkWidget *widget)
{
  gtk_test_widget_wait_for_draw (widget);
}

static void
wait_frames (GtkWidget *widget, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      gtk_widget_queue_draw (widget);
      ui_test_wait_frame (widget);
      ui_test_settle ();
    }
}

void
ui_test_resize (BbWindow *window, int width, int height)
{
  /* What the display said before about its size may come later, and go before. Around the window stands a shadow. */
  for (guint tries = 0; ABS (gtk_widget_get_width (GTK_WIDGET (window)) - width) > 40; tries++)
    {
      g_assert_cmpuint (tries, <, 50);
      gtk_window_set_default_size (GTK_WINDOW (window), width, height);
      wait_frames (GTK_WIDGET (window), 2);
    }
  wait_frames (GTK_WIDGET (window), 6);
}

BbApplication *
ui_test_application (void)
{
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = bb_application_new (G_APPLICATION_NON_UNIQUE);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }
  return application;
}

BbReport *
ui_test_report (int year)
{
  BbReport *report = bb_report_new (bb_form_for_year (year));

  bb_report_set_year (report, year, FALSE);
  bb_report_edit (report, bb_report_get_meta (report, BB_META_ORGANISATION), "测试市", BB_ORIGIN_TYPED);
  bb_report_forget_history (report);
  bb_report_mark_saved (report);
  return report;
}

BbWindow *
ui_test_window (BbReport *report)
{
  BbWindow *window = bb_window_new (GTK_APPLICATION (ui_test_application ()));
  g_autoptr (BbSession) session = bb_session_new (report);

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  bb_window_set_session (window, session);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait_frame (GTK_WIDGET (window));
  return window;
}

BbWindow *
ui_test_start_window (void)
{
  BbWindow *window = bb_window_new (GTK_APPLICATION (ui_test_application ()));

  bb_window_show_start (window);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait_frame (GTK_WIDGET (window));
  return window;
}

gboolean
ui_test_has_session (gpointer window)
{
  return bb_window_get_session (window) != NULL;
}

BbWindow *
ui_test_review_window (const char *name)
{
  BbWindow *window = ui_test_start_window ();
  g_autofree char *path = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "import", name, NULL);

  bb_window_open (window, path);
  ui_test_wait (ui_test_has_session, window);
  ui_test_wait_frame (GTK_WIDGET (window));
  return window;
}

void
ui_test_activate (BbWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  ui_test_settle ();
}

void
ui_test_edit (BbReport *report, const char *text)
{
  bb_report_edit (report, bb_report_get_section (report, 1), text, BB_ORIGIN_TYPED);
  bb_report_barrier (report);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

void
ui_test_destroy_window (BbWindow *window)
{
  gpointer window_alive = window;
  gpointer session_alive = bb_window_get_session (window);
  gpointer view_alive = bb_window_get_view (window);

  g_object_add_weak_pointer (G_OBJECT (window), &window_alive);
  if (session_alive != NULL)
    {
      bb_session_discard (session_alive);
      g_object_add_weak_pointer (G_OBJECT (session_alive), &session_alive);
      g_object_add_weak_pointer (G_OBJECT (view_alive), &view_alive);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_wait (is_null, &window_alive);
  ui_test_wait (is_null, &view_alive);
  ui_test_wait (is_null, &session_alive);
}

gpointer
ui_test_find (gpointer root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = ui_test_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
ui_test_find_button (gpointer root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (root), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_test_find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

AdwMessageDialog *
ui_test_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (window))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return ui_test_dialog () != NULL;
}

void
ui_test_answer (const char *response)
{
  g_autoptr (AdwMessageDialog) dialog = NULL;

  ui_test_wait (has_dialog, NULL);
  dialog = g_object_ref (ui_test_dialog ());
  adw_message_dialog_response (dialog, response);
  /* As its buttons do. */
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_clear_object (&dialog);
  ui_test_settle ();
}

guint
ui_test_cell (BbReport *report, const char *id)
{
  int cell = bb_form_find_cell (bb_report_get_form (report), id);

  g_assert_cmpint (cell, >=, 0);
  return (guint) cell;
}

void
ui_test_type (BbReport *report, const char *id, const char *text)
{
  bb_report_edit (report, bb_report_get_cell (report, ui_test_cell (report, id)), text, BB_ORIGIN_TYPED);
  bb_report_barrier (report);
}

BbPastePlan *
ui_test_paste_plan (BbReport *report)
{
  static const char html[] =
    "<table><tr><td><td>自然人<td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他<td>总计<td>备注"
    "<tr><td>（一）予以公开<td>1<td>2<td>0<td>0<td>0<td><td>9<td>核<tr><td>（二）部分公开<td>1<td>2<td>3</table>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, sizeof html - 1);

  ui_test_type (report, "t3.granted.natural", "1");
  ui_test_type (report, "t3.granted.other", "4");
  return bb_paste_plan_new (report, 0, bb_clipping_new (bytes, NULL));
}
