/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies where in a window: nothing that one needs is hidden behind what comes and goes. */
#include "ui-test.h"

#include "bb-cell-inspector.h"
#include "bb-find-bar.h"
#include "bb-issue-pane.h"
#include "bb-page-header.h"
#include "bb-prose-view.h"
#include "bb-sidebar.h"
#include "bb-start-page.h"
#include "bb-text-scale.h"
#include "sheet/bb-sheet.h"

typedef struct
{
  BbReport *report;
  BbWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->report = ui_test_report (2023);
  fixture->window = ui_test_window (fixture->report);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_destroy_window (fixture->window);
  g_assert_finalize_object (fixture->report);
}

static graphene_rect_t
place_of (gpointer widget, BbWindow *window)
{
  graphene_rect_t place;

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (widget), GTK_WIDGET (window), &place));
  return place;
}

static float
lower_edge (graphene_rect_t place)
{
  return place.origin.y + place.size.height;
}

static void
wait_frames (Fixture *fixture)
{
  for (guint i = 0; i < 6; i++)
    {
      gtk_widget_queue_draw (GTK_WIDGET (fixture->window));
      ui_test_wait_frame (GTK_WIDGET (fixture->window));
    }
}

/* ---- what is told in passing ---- */

static GtkWidget *
toast_of (BbWindow *window)
{
  return ui_test_find (window, g_type_from_name ("AdwToastWidget"));
}

/* Waits for the toast that says something now. */
static graphene_rect_t
tell (BbWindow *window)
{
  bb_window_toast (window, "A number that stands in no cell was left as it is, and its place is marked");
  ui_test_settle ();
  ui_test_wait_frame (GTK_WIDGET (window));
  ui_test_wait_frame (GTK_WIDGET (window));
  g_assert_nonnull (toast_of (window));
  return place_of (toast_of (window), window);
}

/* Over the heading of the form: above the table, beside the sections, clear of the issues. */
static void
test_toast_over_heading (Fixture *fixture, gconstpointer data)
{
  BbDocumentView *view = bb_window_get_view (fixture->window);
  graphene_rect_t toast;
  BbPage *page;

  bb_document_view_show_page (view, 3);
  bb_document_view_set_show_issues (view, TRUE);
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  page = bb_document_view_get_page (view);
  toast = tell (fixture->window);
  g_assert_cmpfloat (toast.origin.x, >=, place_of (page, fixture->window).origin.x);
  g_assert_cmpfloat (toast.origin.y, >=, place_of (page, fixture->window).origin.y);
  g_assert_cmpfloat (lower_edge (toast), <=, place_of (ui_test_find (page, BB_TYPE_SHEET), fixture->window).origin.y);
  g_assert_cmpfloat (lower_edge (toast), <=, place_of (ui_test_find (view, BB_TYPE_ISSUE_PANE), fixture->window).origin.y);
}

static void
test_toast_below_find_bar (Fixture *fixture, gconstpointer data)
{
  BbDocumentView *view = bb_window_get_view (fixture->window);
  graphene_rect_t toast;

  ui_test_activate (fixture->window, "win.find");
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  toast = tell (fixture->window);
  g_assert_cmpfloat (toast.origin.y, >=, lower_edge (place_of (ui_test_find (view, BB_TYPE_FIND_BAR), fixture->window)));
}

/* Where the form is narrow, the toast is no wider, and where nothing is told, nothing is there to be clicked by mistake. */
static void
test_toast_narrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (ui_test_find (fixture->window, ADW_TYPE_TOAST_OVERLAY), ADW_TYPE_TOAST_OVERLAY);
  graphene_rect_t toast;

  g_assert_cmpint (gtk_widget_get_width (toasts), ==, 0);
  ui_test_resize (fixture->window, 560, 600);
  toast = tell (fixture->window);
  g_assert_cmpfloat (toast.origin.x, >=, 0);
  g_assert_cmpfloat (toast.origin.x + toast.size.width, <=, gtk_widget_get_width (GTK_WIDGET (fixture->window)));
}

/* ---- the main menu ---- */

/* It is as high as a small screen, and whoever closes it goes on where he was. */
static void
test_menu (Fixture *fixture, gconstpointer data)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (ui_test_find (fixture->window, GTK_TYPE_MENU_BUTTON));
  GtkPopover *menu = gtk_menu_button_get_popover (button);
  BbDocumentView *view = bb_window_get_view (fixture->window);
  GtkWidget *before;
  int height;

  bb_document_view_reveal_field (view, bb_report_find_field (fixture->report, "t3.new.natural"));
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  before = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  for (guint i = 0; i < 2; i++)
    {
      gtk_menu_button_popup (button);
      ui_test_wait_frame (GTK_WIDGET (menu));
      gtk_widget_measure (GTK_WIDGET (menu), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
      g_assert_cmpint (height, >, 300);
      g_assert_cmpint (height, <, 560);
      if (i == 1)
        g_object_set (menu, "visible-submenu", "Revie_w", NULL);
      ui_test_settle ();
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != before);
      gtk_popover_popdown (menu);
      ui_test_settle ();
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == before);
    }
}

static GtkWidget *
find_item (GtkWidget *root, const char *wanted)
{
  GtkWidget *found = NULL;
  g_autofree char *text = NULL;

  if (g_str_equal (G_OBJECT_TYPE_NAME (root), "GtkModelButton"))
    g_object_get (root, "text", &text, NULL);
  if (g_strcmp0 (text, wanted) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_item (child, wanted);
  return found;
}

/* What is chosen from the menu knows where one was, and comes back there. */
static void
test_menu_help (Fixture *fixture, gconstpointer data)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (ui_test_find (fixture->window, GTK_TYPE_MENU_BUTTON));
  GtkPopover *menu = gtk_menu_button_get_popover (button);
  GtkWidget *before;

  bb_document_view_reveal_field (bb_window_get_view (fixture->window), bb_report_find_field (fixture->report, "t3.new.natural"));
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  before = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  gtk_menu_button_popup (button);
  ui_test_wait_frame (GTK_WIDGET (menu));
  g_signal_emit_by_name (find_item (GTK_WIDGET (menu), "User Guide"), "clicked");
  ui_test_settle ();
  g_assert_false (gtk_widget_get_mapped (before));
  g_assert_true (gtk_widget_get_mapped (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  ui_test_activate (fixture->window, "win.help");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == before);
}

/* ---- the sections ---- */

/* In a narrow window they lie over the form, and go when one of them is chosen; in a wide one they stay. */
static void
test_sections (Fixture *fixture, gconstpointer data)
{
  BbDocumentView *view = bb_window_get_view (fixture->window);
  BbSidebar *sidebar = ui_test_find (view, BB_TYPE_SIDEBAR);
  GtkListBox *list = ui_test_find (sidebar, GTK_TYPE_LIST_BOX);

  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 2));
  ui_test_settle ();
  g_assert_cmpuint (bb_page_get_section (bb_document_view_get_page (view)), ==, 2);
  g_assert_true (bb_document_view_get_show_sidebar (view));

  ui_test_resize (fixture->window, 560, 600);
  g_assert_true (bb_document_view_is_narrow (view));
  bb_document_view_set_show_sidebar (view, TRUE);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 3));
  ui_test_settle ();
  g_assert_cmpuint (bb_page_get_section (bb_document_view_get_page (view)), ==, 3);
  g_assert_false (bb_document_view_get_show_sidebar (view));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), GTK_WIDGET (bb_document_view_get_page (view))));
}

/* With large text the table gets the width; with normal text both stand side by side again. */
static void
test_sections_large_text (Fixture *fixture, gconstpointer data)
{
  BbDocumentView *view = bb_window_get_view (fixture->window);
  g_autoptr (BbTextScale) scale = bb_text_scale_new ();

  ui_test_resize (fixture->window, 1180, 700);
  g_assert_false (bb_document_view_is_narrow (view));
  bb_text_scale_set_percent (scale, 200);
  wait_frames (fixture);
  g_assert_true (bb_document_view_is_narrow (view));
  g_assert_false (bb_document_view_get_show_sidebar (view));
  bb_text_scale_set_percent (scale, 100);
  wait_frames (fixture);
  g_assert_false (bb_document_view_is_narrow (view));
  g_assert_true (bb_document_view_get_show_sidebar (view));
}

static gboolean
is_caret_seen (gpointer data)
{
  GtkTextView *view = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter caret;
  GdkRectangle place, seen;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &caret, &place);
  gtk_text_view_get_visible_rect (view, &seen);
  return place.y >= seen.y && place.y + place.height <= seen.y + seen.height;
}

/* Whatever becomes of the lines, who writes in the middle of a long text sees where. */
static void
test_caret_large_text (Fixture *fixture, gconstpointer data)
{
  static const int percents[] = { 150, 200, 110, 100 };
  BbDocumentView *view = bb_window_get_view (fixture->window);
  g_autoptr (BbTextScale) scale = bb_text_scale_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  BbField *field = bb_report_get_section (fixture->report, 1);
  BbProseView *prose;

  for (guint i = 0; i < 60; i++)
    g_string_append (text, "本年主动公开政府信息，依申请公开办理规范，平台建设有序推进，监督保障到位。\n");
  bb_report_edit (fixture->report, field, text->str, BB_ORIGIN_TYPED);
  bb_document_view_reveal_field (view, field);
  wait_frames (fixture);
  prose = ui_test_find (bb_document_view_get_page (view), BB_TYPE_PROSE_VIEW);
  gtk_widget_grab_focus (GTK_WIDGET (prose));
  bb_text_binding_select_range (bb_prose_view_get_binding (prose), 1500, 0);
  wait_frames (fixture);
  ui_test_wait (is_caret_seen, prose);
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      bb_text_scale_set_percent (scale, percents[i]);
      wait_frames (fixture);
      ui_test_wait (is_caret_seen, prose);
    }
}

/* ---- the line about the cell ---- */

/* The longest names there are, with as much as can stand beside them: the name is the last to be cut. */
static void
test_cell_name (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "t3.other.2.charity", "t3.refuse.5.legal", "t4.direct.corrected", "t2.fees.amount" };
  BbDocumentView *view = bb_window_get_view (fixture->window);

  /* Deduced: it can be confirmed or cleared, alone or with its row. */
  bb_report_edit (fixture->report, bb_report_find_field (fixture->report, "t3.other.2.charity"), "3", BB_ORIGIN_DEDUCED);
  bb_report_edit (fixture->report, bb_report_find_field (fixture->report, "t3.other.2.legal"), "3", BB_ORIGIN_DEDUCED);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      BbField *field = bb_report_find_field (fixture->report, ids[i]);
      GtkLabel *name;

      bb_document_view_reveal_field (view, field);
      ui_test_settle ();
      ui_test_wait_frame (GTK_WIDGET (fixture->window));
      name = ui_test_find (adw_bin_get_child (ui_test_find (bb_document_view_get_page (view), BB_TYPE_CELL_INSPECTOR)), GTK_TYPE_BOX);
      name = ui_test_find (name, GTK_TYPE_LABEL);
      g_assert_true (g_str_has_suffix (bb_field_get_name (field), gtk_label_get_text (name)));
      g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (name)));
    }
}

/* ---- the page of the report ---- */

/* Returns: the left edge of the pencil of a row. */
static float
pencil_of (GtkWidget *root, BbWindow *window)
{
  float found = -1;

  if (GTK_IS_IMAGE (root) && g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (root)), "document-edit-symbolic") == 0)
    return place_of (root, window).origin.x;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found < 0; child = gtk_widget_get_next_sibling (child))
    found = pencil_of (child, window);
  return found;
}

static void
collect_rows (GtkWidget *root, GPtrArray *rows)
{
  if (ADW_IS_ENTRY_ROW (root))
    g_ptr_array_add (rows, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

static void
test_pencils (Fixture *fixture, gconstpointer data)
{
  BbPage *page = bb_document_view_get_page (bb_window_get_view (fixture->window));
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect_rows (GTK_WIDGET (page), rows);
  g_assert_cmpuint (rows->len, ==, 5);
  /* The first has the focus, and no pencil. */
  for (guint i = 2; i < rows->len; i++)
    g_assert_cmpfloat (pencil_of (rows->pdata[i], fixture->window), ==, pencil_of (rows->pdata[1], fixture->window));
}

/* A new report begins in its organisation, and the next key does not replace that. */
static void
test_begin (void)
{
  BbWindow *window = ui_test_start_window ();
  BbStartPage *start = ui_test_find (window, BB_TYPE_START_PAGE);
  GtkText *focus;

  gtk_widget_grab_focus (ui_test_find (start, GTK_TYPE_TEXT));
  g_signal_emit_by_name (start, "create", "示例县水利局", 2024);
  ui_test_settle ();
  focus = GTK_TEXT (gtk_window_get_focus (GTK_WINDOW (window)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (focus)), ==, "示例县水利局");
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), NULL, NULL));
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (focus)), ==, 6);
  ui_test_destroy_window (window);
}

static GtkWidget *
intro_of (Fixture *fixture)
{
  return ui_test_find (bb_document_view_get_page (bb_window_get_view (fixture->window)), BB_TYPE_PROSE_VIEW);
}

/* The introduction has the height of its text, up to a limit that cuts no line; the page follows the caret. */
static void
test_intro (Fixture *fixture, gconstpointer data)
{
  GtkWidget *intro = intro_of (fixture);
  BbField *field = bb_report_get_section (fixture->report, 0);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (intro));
  g_autoptr (GString) text = g_string_new ("一行。");
  int heights[3];
  int pitch;
  GdkRectangle line;
  GtkTextIter end;

  for (guint i = 0; i < 3; i++)
    {
      bb_report_edit (fixture->report, field, text->str, BB_ORIGIN_TYPED);
      wait_frames (fixture);
      heights[i] = gtk_widget_get_height (intro);
      for (guint j = 0; j < (i == 0 ? 6 : 60); j++)
        g_string_append (text, "\n又一行。");
    }
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (intro), &end, &line);
  pitch = line.height + gtk_text_view_get_pixels_inside_wrap (GTK_TEXT_VIEW (intro));
  g_assert_cmpint (heights[1] - heights[0], ==, 4 * pitch);
  g_assert_cmpint ((heights[2] - gtk_text_view_get_top_margin (GTK_TEXT_VIEW (intro))) % pitch, ==, 0);
  g_assert_cmpint (heights[2], <, 14 * pitch);

  gtk_widget_grab_focus (intro);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (intro), gtk_text_buffer_get_insert (buffer));
  wait_frames (fixture);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (intro), &end, &line);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (intro), GTK_TEXT_WINDOW_WIDGET, line.x, line.y, &line.x, &line.y);
  g_assert_cmpfloat (place_of (intro, fixture->window).origin.y + (float) (line.y + line.height), <=, lower_edge (place_of (bb_document_view_get_page (bb_window_get_view (fixture->window)), fixture->window)));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/layout/toast-over-heading", Fixture, NULL, set_up, test_toast_over_heading, tear_down);
  g_test_add ("/layout/toast-below-find-bar", Fixture, NULL, set_up, test_toast_below_find_bar, tear_down);
  g_test_add ("/layout/toast-narrow", Fixture, NULL, set_up, test_toast_narrow, tear_down);
  g_test_add ("/layout/menu-help", Fixture, NULL, set_up, test_menu_help, tear_down);
  g_test_add ("/layout/sections", Fixture, NULL, set_up, test_sections, tear_down);
  g_test_add ("/layout/sections-large-text", Fixture, NULL, set_up, test_sections_large_text, tear_down);
  g_test_add ("/layout/caret-large-text", Fixture, NULL, set_up, test_caret_large_text, tear_down);
  g_test_add ("/layout/cell-name", Fixture, NULL, set_up, test_cell_name, tear_down);
  g_test_add ("/layout/menu", Fixture, NULL, set_up, test_menu, tear_down);
  g_test_add_func ("/layout/begin", test_begin);
  g_test_add ("/layout/pencils", Fixture, NULL, set_up, test_pencils, tear_down);
  g_test_add ("/layout/intro", Fixture, NULL, set_up, test_intro, tear_down);
  return ui_test_run ();
}
