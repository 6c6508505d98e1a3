/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be set is applied at once, kept, and nothing of it changes by the way. */
#include "ui-test.h"

#include "bb-preferences.h"
#include "bb-settings.h"
#include "bb-start-page.h"
#include "sheet/bb-sheet.h"

static int
get_dpi (void)
{
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi : 96 * 1024;
}

static void
activate_app (const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (ui_test_application ()), action, NULL);
  ui_test_settle ();
}

static void
test_scale (void)
{
  BbTextScale *scale = bb_text_scale_new ();
  static const int up[] = { 110, 125, 150, 175, 200 };
  int usual = get_dpi ();

  for (guint i = 0; i < G_N_ELEMENTS (up); i++)
    {
      g_assert_true (bb_text_scale_step (scale, 1));
      g_assert_cmpint (bb_text_scale_get_percent (scale), ==, up[i]);
      g_assert_cmpint (get_dpi (), ==, usual * up[i] / 100);
    }
  g_assert_false (bb_text_scale_step (scale, 1));
  bb_text_scale_set_percent (scale, 1000);
  g_assert_cmpint (bb_text_scale_get_percent (scale), ==, 200);
  bb_text_scale_set_percent (scale, 3);
  g_assert_cmpint (bb_text_scale_get_percent (scale), ==, 80);
  g_assert_false (bb_text_scale_step (scale, -1));
  /* Between two of the usual sizes. */
  bb_text_scale_set_percent (scale, 117);
  g_assert_true (bb_text_scale_step (scale, -1));
  g_assert_cmpint (bb_text_scale_get_percent (scale), ==, 110);
  bb_text_scale_set_percent (scale, 100);
  g_assert_cmpint (get_dpi (), ==, usual);
  g_assert_finalize_object (scale);
}

/* The actions grow everything: a sheet at twice the text needs nearly twice the room. */
static void
test_zoom (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window = ui_test_window (report);
  GtkWidget *sheet;
  int before, after;

  bb_document_view_show_page (bb_window_get_view (window), 3);
  ui_test_wait_frame (GTK_WIDGET (window));
  sheet = ui_test_find (window, bb_sheet_get_type ());
  gtk_widget_measure (sheet, GTK_ORIENTATION_HORIZONTAL, -1, &before, NULL, NULL, NULL);
  for (guint i = 0; i < 5; i++)
    activate_app ("zoom-in");
  ui_test_wait_frame (GTK_WIDGET (window));
  gtk_widget_measure (sheet, GTK_ORIENTATION_HORIZONTAL, -1, &after, NULL, NULL, NULL);
  g_assert_cmpint (after, >, before * 3 / 2);
  g_assert_cmpint (g_settings_get_int (bb_settings_get (), "text-size"), ==, 200);
  activate_app ("zoom-out");
  g_assert_cmpint (g_settings_get_int (bb_settings_get (), "text-size"), ==, 175);
  activate_app ("zoom-normal");
  g_assert_cmpint (g_settings_get_int (bb_settings_get (), "text-size"), ==, 100);
  ui_test_wait_frame (GTK_WIDGET (window));
  gtk_widget_measure (sheet, GTK_ORIENTATION_HORIZONTAL, -1, &after, NULL, NULL, NULL);
  g_assert_cmpint (after, ==, before);
  ui_test_destroy_window (window);
}

static void
toggle (gpointer preferences, const char *name)
{
  GObject *button = gtk_widget_get_template_child (preferences, BB_TYPE_PREFERENCES, name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  ui_test_settle ();
}

static void
test_theme (void)
{
  BbTextScale *scale = bb_text_scale_new ();
  GtkWidget *preferences;
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autofree char *kept = NULL;

  ui_test_application ();
  preferences = g_object_ref (bb_preferences_new (NULL, scale));
  gtk_window_present (GTK_WINDOW (preferences));
  ui_test_wait_frame (preferences);
  toggle (preferences, "dark");
  g_assert_true (adw_style_manager_get_dark (manager));
  kept = g_settings_get_string (bb_settings_get (), "color-scheme");
  g_assert_cmpstr (kept, ==, "force-dark");
  toggle (preferences, "light");
  g_assert_false (adw_style_manager_get_dark (manager));
  toggle (preferences, "follow");
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);
  gtk_window_destroy (GTK_WINDOW (preferences));
  ui_test_settle ();
  g_assert_finalize_object (preferences);
  g_assert_finalize_object (scale);
}

/* The organisation that is set stands on the next start page. */
static void
test_organisation (void)
{
  BbTextScale *scale = bb_text_scale_new ();
  GtkWidget *preferences = g_object_ref (bb_preferences_new (NULL, scale));
  GObject *row = gtk_widget_get_template_child (preferences, BB_TYPE_PREFERENCES, "organisation");
  GtkWidget *start;

  gtk_editable_set_text (GTK_EDITABLE (row), "测试县教育局");
  start = g_object_ref_sink (bb_start_page_new ());
  g_assert_cmpstr (gtk_editable_get_text (ui_test_find (start, GTK_TYPE_ENTRY)), ==, "测试县教育局");
  g_settings_reset (bb_settings_get (), "default-organisation");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  gtk_window_destroy (GTK_WINDOW (preferences));
  ui_test_settle ();
  g_assert_finalize_object (preferences);
  g_assert_finalize_object (start);
  g_assert_finalize_object (scale);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/preferences/scale", test_scale);
  g_test_add_func ("/preferences/zoom", test_zoom);
  g_test_add_func ("/preferences/theme", test_theme);
  g_test_add_func ("/preferences/organisation", test_organisation);
  return ui_test_run ();
}
