/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tab goes everywhere, and as one reads: through every page, with the list of issues open, through the start page and the
 * dialogs. Lists and sheets are one stop each, the arrows go about in them.
 */
#include "ui-test.h"

#include "bb-dialogs.h"
#include "bb-export-dialog.h"
#include "bb-figure-chooser.h"
#include "bb-find-bar.h"
#include "bb-paste-dialog.h"
#include "bb-preferences.h"
#include "bb-preview.h"
#include "bb-sidebar.h"
#include "sheet/bb-sheet.h"

#define MOST_STOPS 200

/* Areas beside each other are read one after the other: each is a column of its own. */
static GtkWidget *
find_column (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (BB_IS_SIDEBAR (widget) || BB_IS_PAGE (widget) || ADW_IS_FLAP (gtk_widget_get_parent (widget))
        || GTK_IS_PANED (gtk_widget_get_parent (widget)))
      return widget;
  return NULL;
}

/* One stop of many: whoever is in it is reached by arrows from there. */
static GtkWidget *
find_group (GtkWidget *widget)
{
  GtkWidget *group = NULL;

  for (GtkWidget *parent = widget; parent != NULL; parent = gtk_widget_get_parent (parent))
    if (BB_IS_SHEET (parent) || (GTK_IS_LIST_BOX_ROW (parent) && parent == widget) || GTK_IS_LIST_VIEW (parent))
      group = GTK_IS_LIST_BOX_ROW (parent) ? gtk_widget_get_parent (parent) : parent;
  return group != NULL ? group : widget;
}

static gboolean
takes_focus (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget) && gtk_widget_get_focusable (widget)
         && gtk_widget_get_can_focus (widget) && !GTK_IS_WINDOW (widget);
}

/* What can't be focused with all that is in it: the buttons that the window manager gives a window. */
static gboolean
is_apart (GtkWidget *widget)
{
  return GTK_IS_WINDOW_CONTROLS (widget) || GTK_IS_POPOVER (widget) || !gtk_widget_get_can_focus (widget)
         || !gtk_widget_get_child_visible (widget);
}

static void
collect (GtkWidget *widget, GHashTable *groups)
{
  if (is_apart (widget))
    return;
  /* GtkPaned takes the focus for its handle alone, by keys of its own. */
  if (takes_focus (widget) && !GTK_IS_PANED (widget))
    g_hash_table_add (groups, find_group (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, groups);
}

/* A check box in a row: Space on the row does the same. */
static void
mark_activatable (GHashTable *groups, GtkWidget *stop)
{
  GtkWidget *row = gtk_widget_get_ancestor (stop, ADW_TYPE_ACTION_ROW);

  if (row != NULL && adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)) != NULL)
    g_hash_table_remove (groups, find_group (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row))));
}

static GPtrArray *
press_tab (GtkWidget *window)
{
  GPtrArray *stops = g_ptr_array_new ();

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  while (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD))
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

      if (focus == NULL || g_ptr_array_find (stops, focus, NULL))
        break;
      g_ptr_array_add (stops, focus);
      g_assert_cmpuint (stops->len, <, MOST_STOPS);
    }
  return stops;
}

static char *
name (GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    tooltip = gtk_button_get_label (GTK_BUTTON (widget));
  return g_strdup_printf ("%s “%s” in %s", G_OBJECT_TYPE_NAME (widget), tooltip != NULL ? tooltip : "",
                          G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
}

/* What may be scrolled away is, seen from outside, where the area is that it is scrolled in. */
static GtkWidget *
seen_from (GtkWidget *widget, GtkWidget *other)
{
  GtkWidget *area = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  return area != NULL && !gtk_widget_is_ancestor (other, area) ? area : widget;
}

/* Above the other one, or beside it and further left. */
static gboolean
comes_before (GtkWidget *window, GtkWidget *a, GtkWidget *b)
{
  graphene_rect_t first, second;
  GtkWidget *outer = seen_from (a, b);

  b = seen_from (b, a);
  a = outer;
  /* A cell may be scrolled away: the place of a sheet is that of its window. */
  if (gtk_widget_get_ancestor (a, BB_TYPE_SHEET) != NULL)
    a = gtk_widget_get_ancestor (a, GTK_TYPE_SCROLLED_WINDOW);
  if (gtk_widget_get_ancestor (b, BB_TYPE_SHEET) != NULL)
    b = gtk_widget_get_ancestor (b, GTK_TYPE_SCROLLED_WINDOW);
  if (!gtk_widget_compute_bounds (a, window, &first) || !gtk_widget_compute_bounds (b, window, &second))
    return FALSE;
  if (first.origin.y + first.size.height <= second.origin.y)
    return TRUE;
  return first.origin.y < second.origin.y + second.size.height && first.origin.x + first.size.width <= second.origin.x;
}

static gboolean
in_sequence (GtkWidget *window, GtkWidget *before, GtkWidget *after)
{
  GtkWidget *a = find_column (before), *b = find_column (after);

  /* Its fields come first, its buttons behind them: test-find holds it to that. */
  if (gtk_widget_get_ancestor (before, BB_TYPE_FIND_BAR) != NULL && gtk_widget_get_ancestor (after, BB_TYPE_FIND_BAR) != NULL)
    return TRUE;
  /* In one column by the places, between two of them by the places of the columns. */
  if (a != b && a != NULL && b != NULL && !gtk_widget_is_ancestor (a, b) && !gtk_widget_is_ancestor (b, a))
    return !comes_before (window, b, a);
  /* A cell may be scrolled far away: its sheet is where it is seen. */
  if (a != b && BB_IS_SHEET (a))
    before = gtk_widget_get_ancestor (a, GTK_TYPE_SCROLLED_WINDOW);
  if (a != b && BB_IS_SHEET (b))
    after = gtk_widget_get_ancestor (b, GTK_TYPE_SCROLLED_WINDOW);
  return !comes_before (window, after, before);
}

static void
check_window (gpointer window, const char *where)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) stops = NULL;
  GHashTableIter iter;
  gpointer group;
  guint n_bad = 0;

  ui_test_settle ();
  ui_test_wait_frame (window);
  collect (window, groups);
  stops = press_tab (window);
  for (guint i = 0; i < stops->len; i++)
    {
      /* A row that has the field, a scrolled area that has the text: being in it is being there. */
      for (GtkWidget *widget = stops->pdata[i]; widget != NULL; widget = gtk_widget_get_parent (widget))
        g_hash_table_remove (groups, find_group (widget));
      mark_activatable (groups, stops->pdata[i]);
      if (i > 0 && !in_sequence (window, stops->pdata[i - 1], stops->pdata[i]))
        {
          g_autofree char *before = name (stops->pdata[i - 1]);
          g_autofree char *after = name (stops->pdata[i]);

          n_bad++;
          g_test_message ("%s: Tab goes from %s back to %s", where, before, after);
        }
    }
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, &group, NULL))
    {
      g_autofree char *text = name (group);

      n_bad++;
      g_test_message ("%s: Tab does not reach %s", where, text);
    }
  g_assert_cmpuint (stops->len, >, 1);
  g_assert_cmpuint (n_bad, ==, 0);
}

static void
test_pages (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbWindow *window;

  ui_test_type (report, "t4.review.upheld", "three");
  ui_test_edit (report, "本年新收申请三件。");
  window = ui_test_window (report);
  bb_document_view_set_show_issues (bb_window_get_view (window), TRUE);
  for (guint section = 0; section < bb_report_get_form (report)->n_sections; section++)
    {
      g_autofree char *where = g_strdup_printf ("page %u", section);

      bb_document_view_show_page (bb_window_get_view (window), section);
      check_window (window, where);
    }
  ui_test_activate (window, "win.replace");
  check_window (window, "find and replace");
  ui_test_destroy_window (window);
}

/* A file beside the form: the summary, and then the file itself. */
static void
test_review (void)
{
  BbWindow *window = ui_test_review_window ("torn-table.txt");

  check_window (window, "review, summary");
  ui_test_destroy_window (window);
  /* Tab has scrolled the pages of the first window. */
  window = ui_test_review_window ("torn-table.txt");
  bb_review_pane_show_source (bb_document_view_get_review (bb_window_get_view (window)));
  check_window (window, "review, original");
  ui_test_destroy_window (window);
}

static void
close_window (gpointer window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
}

static gboolean
is_exported (gpointer dialog)
{
  return bb_export_dialog_is_done (dialog);
}

static void
test_dialogs (void)
{
  const BbAnswer answers[] = { { "cancel", "Cancel", ADW_RESPONSE_DEFAULT }, { "save", "Save", ADW_RESPONSE_SUGGESTED } };
  g_autoptr (BbReport) report = ui_test_report (2024);
  g_autoptr (BbTextScale) scale = bb_text_scale_new ();
  BbWindow *window = ui_test_start_window ();
  BbPastePlan *plan;
  GtkWidget *dialog;

  check_window (window, "start page");
  ui_test_activate (window, "win.help");
  check_window (window, "help");
  ui_test_activate (window, "win.help");
  dialog = bb_preferences_new (GTK_WINDOW (window), scale);
  gtk_window_present (GTK_WINDOW (dialog));
  check_window (dialog, "preferences");
  close_window (dialog);
  dialog = bb_export_dialog_new (GTK_WINDOW (window), report, ui_test_dir ());
  gtk_window_present (GTK_WINDOW (dialog));
  check_window (dialog, "export");
  bb_export_dialog_set_extra (BB_EXPORT_DIALOG (dialog), BB_EXPORT_EXTRA_CHARTS, TRUE);
  bb_export_dialog_run (BB_EXPORT_DIALOG (dialog));
  ui_test_wait (is_exported, dialog);
  check_window (dialog, "export result");
  close_window (dialog);
  dialog = bb_preview_new (GTK_WINDOW (window), report);
  gtk_window_present (GTK_WINDOW (dialog));
  check_window (dialog, "preview");
  close_window (dialog);
  plan = ui_test_paste_plan (report);
  dialog = bb_figure_chooser_new (GTK_WINDOW (window), report, NULL, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  check_window (dialog, "figure chooser");
  close_window (dialog);
  dialog = bb_paste_dialog_new (GTK_WINDOW (window), report, plan);
  gtk_window_present (GTK_WINDOW (dialog));
  check_window (dialog, "paste");
  close_window (dialog);
  dialog = GTK_WIDGET (bb_dialogs_ask (GTK_WINDOW (window), "Save?", "It is in no file.", answers,
                                       G_N_ELEMENTS (answers), "save", NULL, NULL));
  check_window (dialog, "question");
  close_window (dialog);
  ui_test_destroy_window (window);
}

static gboolean
changes_by_wheel (GtkWidget *widget)
{
  return GTK_IS_SPIN_BUTTON (widget) || GTK_IS_RANGE (widget) || g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkComboBox");
}

static void
expect_no_wheel (GtkWidget *widget)
{
  /* A scroll bar is what the wheel is for. */
  if (GTK_IS_SCROLLBAR (widget))
    return;
  if (changes_by_wheel (widget))
    g_error ("a %s changes its value when the wheel turns above it", G_OBJECT_TYPE_NAME (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    expect_no_wheel (child);
}

/* No widget is used whose value the mouse wheel changes by the way. */
static void
test_wheel (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  g_autoptr (BbTextScale) scale = bb_text_scale_new ();
  BbWindow *window = ui_test_window (report);
  GtkWidget *preferences = bb_preferences_new (GTK_WINDOW (window), scale);
  GtkWidget *export = bb_export_dialog_new (GTK_WINDOW (window), report, ui_test_dir ());

  for (guint section = 0; section < bb_report_get_form (report)->n_sections; section++)
    bb_document_view_show_page (bb_window_get_view (window), section);
  expect_no_wheel (GTK_WIDGET (window));
  expect_no_wheel (preferences);
  expect_no_wheel (export);
  close_window (preferences);
  close_window (export);
  ui_test_destroy_window (window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/focus-order/pages", test_pages);
  g_test_add_func ("/focus-order/review", test_review);
  g_test_add_func ("/focus-order/dialogs", test_dialogs);
  g_test_add_func ("/focus-order/wheel", test_wheel);
  return ui_test_run ();
}
