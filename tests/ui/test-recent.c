/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files used lately, and documents that come up as they were left. */
#include "ui-test.h"

#include "bb-recent.h"
#include "bb-settings.h"
#include "bb-start-page.h"

#include <glib/gstdio.h>

static char *
write_document (const char *name)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  g_autoptr (BbSession) session = bb_session_new (report);
  g_autoptr (GError) error = NULL;
  char *path = ui_test_path (name);

  g_assert_true (bb_session_save (session, path, BB_SAVE_DEFAULT, FALSE, &error));
  g_assert_no_error (error);
  bb_session_discard (session);
  return path;
}

static gboolean
is_listed (const char *path)
{
  g_autoptr (GPtrArray) paths = bb_recent_list (100);

  for (guint i = 0; i < paths->len; i++)
    if (g_str_equal (paths->pdata[i], path))
      return TRUE;
  return FALSE;
}

static AdwActionRow *
find_row (gpointer root, const char *title)
{
  if (ADW_IS_ACTION_ROW (root) && g_str_equal (adw_preferences_row_get_title (root), title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      AdwActionRow *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The list is filled anew when it is idle, too: the row is looked up each time. */
static gboolean
is_gone (gpointer window)
{
  AdwActionRow *row = find_row (window, "gone.bianbao");

  return row != NULL && !gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row));
}

/* A file that went stays in the list, with the reason, until it is removed from there. */
static void
test_missing (void)
{
  g_autofree char *path = write_document ("gone.bianbao");
  BbWindow *window;
  AdwActionRow *row;

  bb_recent_add (path);
  ui_test_settle ();
  g_assert_true (is_listed (path));
  g_unlink (path);
  window = ui_test_start_window ();
  bb_start_page_refresh (ui_test_find (window, BB_TYPE_START_PAGE));
  ui_test_wait (is_gone, window);
  row = find_row (window, "gone.bianbao");
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (row), "Not there any more"));

  g_signal_emit_by_name (ui_test_find (row, GTK_TYPE_BUTTON), "clicked");
  ui_test_settle ();
  g_assert_null (find_row (window, "gone.bianbao"));
  g_assert_false (is_listed (path));
  ui_test_destroy_window (window);
}

static gboolean
has_label (GMenuModel *menu, const char *wanted)
{
  gboolean found = FALSE;

  for (int i = 0; !found && i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
      g_autofree char *label = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      found = g_strcmp0 (label, wanted) == 0 || (section != NULL && has_label (section, wanted))
              || (submenu != NULL && has_label (submenu, wanted));
    }
  return found;
}

static gboolean
is_in_menu (gpointer window)
{
  return has_label (gtk_menu_button_get_menu_model (ui_test_find (window, GTK_TYPE_MENU_BUTTON)), "later.bianbao");
}

/* What is saved while the window is open stands in its menu. */
static void
test_menu (void)
{
  BbWindow *window = ui_test_start_window ();
  g_autofree char *path = write_document ("later.bianbao");

  g_assert_false (is_in_menu (window));
  bb_recent_add (path);
  ui_test_wait (is_in_menu, window);
  bb_recent_remove (path);
  ui_test_destroy_window (window);
}

static void
close_document (BbWindow *window)
{
  gpointer alive = window;

  g_object_add_weak_pointer (G_OBJECT (window), &alive);
  gtk_window_close (GTK_WINDOW (window));
  while (alive != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static BbWindow *
open_document (const char *path)
{
  BbWindow *window = bb_window_new (GTK_APPLICATION (ui_test_application ()));

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  bb_window_open (window, path);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait (ui_test_has_session, window);
  ui_test_wait_frame (GTK_WIDGET (window));
  return window;
}

static guint
shown_section (BbWindow *window)
{
  return bb_page_get_section (bb_document_view_get_page (bb_window_get_view (window)));
}

static void
test_last_page (void)
{
  g_autofree char *first = write_document ("first.bianbao");
  g_autofree char *second = write_document ("second.bianbao");
  BbWindow *window = open_document (first);

  g_assert_cmpuint (shown_section (window), ==, 0);
  bb_document_view_show_page (bb_window_get_view (window), 4);
  bb_document_view_set_show_sidebar (bb_window_get_view (window), FALSE);
  ui_test_settle ();
  close_document (window);

  window = open_document (second);
  g_assert_cmpuint (shown_section (window), ==, 0);
  g_assert_false (bb_document_view_get_show_sidebar (bb_window_get_view (window)));
  bb_document_view_set_show_sidebar (bb_window_get_view (window), TRUE);
  close_document (window);

  window = open_document (first);
  g_assert_cmpuint (shown_section (window), ==, 4);
  g_assert_true (bb_document_view_get_show_sidebar (bb_window_get_view (window)));
  ui_test_destroy_window (window);
}

static void
enter (gpointer start, const char *organisation, const char *year)
{
  GObject *entry = gtk_widget_get_template_child (start, BB_TYPE_START_PAGE, "organisation");

  gtk_editable_set_text (GTK_EDITABLE (entry), organisation);
  entry = gtk_widget_get_template_child (start, BB_TYPE_START_PAGE, "year");
  gtk_editable_set_text (GTK_EDITABLE (entry), year);
}

static void
test_hints (void)
{
  GtkWidget *start = g_object_ref_sink (bb_start_page_new ());
  GObject *create = gtk_widget_get_template_child (start, BB_TYPE_START_PAGE, "create");
  GObject *hint = gtk_widget_get_template_child (start, BB_TYPE_START_PAGE, "form");

  enter (start, "2024", "2024");
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (create)));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (hint)), "Digits alone"));
  enter (start, "２０２４ 1", "2024");
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (create)));
  enter (start, "第16中学", "2024");
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (create)));
  enter (start, "测试县", "20");
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (create)));
  enter (start, "测试县", "2090");
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (create)));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (hint), "warning"));
  enter (start, "测试县", "2023");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (hint), "warning"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (hint), "error"));
  g_assert_finalize_object (start);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/recent/missing", test_missing);
  g_test_add_func ("/recent/menu", test_menu);
  g_test_add_func ("/recent/last-page", test_last_page);
  g_test_add_func ("/recent/hints", test_hints);
  return ui_test_run ();
}
