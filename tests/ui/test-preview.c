/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preview shows the pages of the PDF, at the section that is being worked on, and follows the report. */
#include "ui-test.h"

#include "bb-preview-sheet.h"
#include "bb-issue-note.h"
#include "bb-preview.h"

#include <math.h>
#include <string.h>

/* Long enough for several pages of text before the first table. */
static void
fill (BbReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 300; i++)
    g_string_append (text, "全年工作平稳有序。");
  bb_report_edit (report, bb_report_find_field (report, "overview"), text->str, BB_ORIGIN_TYPED);
}

static gboolean
is_at_place (gpointer data)
{
  BbPreview *preview = data;
  GtkScrolledWindow *scroller = ui_test_find (preview, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);

  return gtk_adjustment_get_upper (adjustment) > 2 * gtk_adjustment_get_page_size (adjustment)
    && gtk_adjustment_get_page_size (adjustment) > 100;
}

static BbPreview *
open_preview (BbWindow *window)
{
  g_autoptr (GList) windows = NULL;

  ui_test_activate (window, "win.preview");
  windows = gtk_window_list_toplevels ();
  for (GList *item = windows; item != NULL; item = item->next)
    {
      if (BB_IS_PREVIEW (item->data))
        {
          ui_test_wait_frame (item->data);
          ui_test_wait (is_at_place, item->data);
          ui_test_settle ();
          return item->data;
        }
    }

  g_assert_not_reached ();
}

static void
close_preview (BbPreview *preview)
{
  g_object_ref (preview);
  gtk_window_destroy (GTK_WINDOW (preview));
  ui_test_settle ();
  g_assert_finalize_object (preview);
}

static void
activate (BbPreview *preview, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (preview), action, NULL));
  ui_test_wait_frame (GTK_WIDGET (preview));
  ui_test_settle ();
}

static guint
count_sheets (BbPreview *preview)
{
  GtkWidget *first = ui_test_find (preview, BB_TYPE_PREVIEW_SHEET);
  guint n = 0;

  for (GtkWidget *sheet = first; sheet != NULL; sheet = gtk_widget_get_next_sibling (sheet))
    n++;

  return n;
}

/* Returns: how far below the top of the view the heading of section @section is, in pixels. */
static double
heading_below (BbPreview *preview, const BbPrint *print, guint section)
{
  GtkWidget *sheet = ui_test_find (preview, BB_TYPE_PREVIEW_SHEET);
  double place = bb_print_section_place (print, section);
  graphene_rect_t bounds;

  for (guint page = 0; page < (guint) place; page++)
    sheet = gtk_widget_get_next_sibling (sheet);
  g_assert_true (gtk_widget_compute_bounds (sheet, ui_test_find (preview, GTK_TYPE_SCROLLED_WINDOW), &bounds));
  return bounds.origin.y + (place - floor (place)) * bounds.size.height;
}

typedef struct
{
  BbPreview *preview;
  const BbPrint *print;
  guint section;
} Place;

static gboolean
is_at_top (gpointer data)
{
  Place *place = data;
  double below = heading_below (place->preview, place->print, place->section);

  return below >= 0 && below <= 24;
}

/* It is scrolled there a frame after the pages have their size, whenever that comes; and stays there. */
static void
expect_at_top (BbPreview *preview, const BbPrint *print, guint section)
{
  Place place = { preview, print, section };

  ui_test_wait (is_at_top, &place);
  ui_test_wait_frame (GTK_WIDGET (preview));
  ui_test_settle ();
  g_assert_true (is_at_top (&place));
}

/* The heading of the section is at the top, at every zoom; that of the last one at least in sight. */
static void
test_heading (void)
{
  g_autoptr (BbReport) report = ui_test_report (2023);
  guint requests = (guint) bb_form_find_section (bb_report_get_form (report), "requests");
  guint overview = (guint) bb_form_find_section (bb_report_get_form (report), "overview");
  guint last = bb_report_get_form (report)->n_sections - 1;
  BbWindow *window;
  BbPreview *preview;
  GtkWidget *scroller;
  g_autoptr (BbPrint) print = NULL;

  fill (report);
  window = ui_test_window (report);
  print = bb_print_new (report);
  g_assert_cmpfloat (bb_print_section_place (print, requests), !=, floor (bb_print_section_place (print, requests)));
  bb_document_view_show_page (bb_window_get_view (window), requests);
  preview = open_preview (window);
  scroller = ui_test_find (preview, GTK_TYPE_SCROLLED_WINDOW);
  expect_at_top (preview, print, requests);
  /* It is scrolled there a frame after the pages have become larger. */
  activate (preview, "preview.zoom-in");
  ui_test_wait_frame (GTK_WIDGET (preview));
  expect_at_top (preview, print, requests);
  activate (preview, "preview.fit-width");
  ui_test_wait_frame (GTK_WIDGET (preview));
  expect_at_top (preview, print, requests);

  bb_preview_show_section (preview, last);
  ui_test_wait_frame (GTK_WIDGET (preview));
  g_assert_cmpfloat (heading_below (preview, print, last), >=, 0);
  g_assert_cmpfloat (heading_below (preview, print, last), <, gtk_widget_get_height (scroller));
  g_assert_cmpuint (gtk_drop_down_get_selected (ui_test_find (preview, GTK_TYPE_DROP_DOWN)), ==, last - overview);
  /* The title is not scrolled away from the section that it stands above. */
  bb_preview_show_section (preview, overview);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))), ==, 0);

  close_preview (preview);
  ui_test_destroy_window (window);
}

static void
test_section (void)
{
  g_autoptr (BbReport) report = ui_test_report (2023);
  BbWindow *window;
  BbPreview *preview;
  g_autoptr (BbPrint) print = NULL;
  guint requests = (guint) bb_form_find_section (bb_report_get_form (report), "requests");

  fill (report);
  window = ui_test_window (report);
  print = bb_print_new (report);
  for (guint i = 0; i < requests; i++)
    ui_test_activate (window, "win.next-page");
  preview = open_preview (window);

  g_assert_cmpuint (bb_preview_get_n_pages (preview), ==, bb_print_n_pages (print));
  g_assert_cmpuint (count_sheets (preview), ==, bb_print_n_pages (print));
  g_assert_cmpuint (bb_preview_get_page (preview), ==, bb_print_section_page (print, requests));
  g_assert_cmpuint (bb_preview_get_page (preview), >, 2);
  /* Keys scroll at once. */
  g_assert_true (GTK_IS_SCROLLED_WINDOW (gtk_window_get_focus (GTK_WINDOW (preview))));

  /* The same window again, at another section. */
  for (guint i = 0; i < requests; i++)
    ui_test_activate (window, "win.previous-page");
  g_assert_true (open_preview (window) == preview);
  g_assert_cmpuint (bb_preview_get_page (preview), ==, 0);

  close_preview (preview);
  ui_test_destroy_window (window);
}

static void
test_going_about (void)
{
  g_autoptr (BbReport) report = ui_test_report (2023);
  BbWindow *window;
  BbPreview *preview;
  GtkDropDown *sections;
  guint page;

  fill (report);
  window = ui_test_window (report);
  preview = open_preview (window);
  sections = ui_test_find (preview, GTK_TYPE_DROP_DOWN);

  activate (preview, "preview.next-page");
  activate (preview, "preview.next-page");
  g_assert_cmpuint (bb_preview_get_page (preview), ==, 2);
  activate (preview, "preview.zoom-in");
  g_assert_cmpfloat (bb_preview_get_zoom (preview), >, 0);
  g_assert_cmpuint (bb_preview_get_page (preview), ==, 2);
  activate (preview, "preview.zoom-out");
  activate (preview, "preview.zoom-out");
  activate (preview, "preview.zoom-out");
  g_assert_cmpuint (bb_preview_get_page (preview), ==, 2);
  activate (preview, "preview.fit-width");
  g_assert_cmpfloat (bb_preview_get_zoom (preview), ==, 0);
  g_assert_cmpuint (bb_preview_get_page (preview), ==, 2);
  activate (preview, "preview.previous-page");
  g_assert_cmpuint (bb_preview_get_page (preview), ==, 1);

  gtk_drop_down_set_selected (sections, 3);
  ui_test_wait_frame (GTK_WIDGET (preview));
  page = bb_preview_get_page (preview);
  g_assert_cmpuint (page, >, 2);
  g_assert_cmpuint (gtk_drop_down_get_selected (sections), ==, 3);
  for (guint i = 0; i < 10; i++)
    gtk_widget_activate_action (GTK_WIDGET (preview), "preview.next-page", NULL);
  ui_test_settle ();
  g_assert_cmpuint (bb_preview_get_page (preview), ==, bb_preview_get_n_pages (preview) - 1);

  close_preview (preview);
  ui_test_destroy_window (window);
}

static gboolean
has_more_pages (gpointer data)
{
  return bb_preview_get_n_pages (data) > 5;
}

static void
test_follows (void)
{
  g_autoptr (BbReport) report = ui_test_report (2023);
  BbWindow *window = ui_test_window (report);
  BbPreview *preview = open_preview (window);

  g_assert_cmpuint (bb_preview_get_n_pages (preview), <, 5);
  fill (report);
  ui_test_wait (has_more_pages, preview);
  g_assert_cmpuint (count_sheets (preview), ==, bb_preview_get_n_pages (preview));
  bb_report_undo (report);
  /* Closed while a change is still to be shown. */
  close_preview (preview);
  ui_test_destroy_window (window);
}

/* The charts stand beside the pages, and follow the report as they do. */
static gboolean
has_two_charts (gpointer data)
{
  return bb_charts_view_get (bb_preview_get_charts (data))->len == 2;
}

static gboolean
has_no_charts (gpointer data)
{
  return bb_charts_view_get (bb_preview_get_charts (data))->len == 0;
}

static gboolean
shows_charts (BbPreview *preview)
{
  gboolean shown;

  g_object_get (preview, "shows-charts", &shown, NULL);
  return shown;
}

static void
test_charts (void)
{
  g_autoptr (BbReport) report = ui_test_report (2023);
  BbWindow *window = ui_test_window (report);
  BbPreview *preview = open_preview (window);
  BbChartsView *charts = bb_preview_get_charts (preview);

  /* Nothing is filled in: there is nothing to draw. */
  g_assert_cmpuint (bb_charts_view_get (charts)->len, ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.charts", NULL);
  g_assert_false (shows_charts (preview));

  bb_report_edit (report, bb_report_find_field (report, "t3.new.natural"), "12", BB_ORIGIN_TYPED);
  bb_report_edit (report, bb_report_find_field (report, "t3.granted.total"), "9", BB_ORIGIN_TYPED);
  ui_test_wait (has_two_charts, preview);
  activate (preview, "preview.charts");
  g_assert_true (shows_charts (preview));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (charts)));
  g_assert_true (GTK_IS_PICTURE (gtk_widget_get_last_child (GTK_WIDGET (charts))));
  /* Pages can't be turned or enlarged here. */
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.next-page", NULL);
  g_assert_cmpuint (bb_preview_get_page (preview), ==, 0);
  activate (preview, "preview.charts");
  g_assert_false (shows_charts (preview));

  /* Who looks at charts that are gone sees the pages. */
  activate (preview, "preview.charts");
  bb_report_undo (report);
  bb_report_undo (report);
  ui_test_wait (has_no_charts, preview);
  g_assert_false (shows_charts (preview));

  close_preview (preview);
  ui_test_destroy_window (window);
}

/* What this computer has no font for is told below the pages. */
static gboolean
tells_font (gpointer data)
{
  const char *text = gtk_label_get_text (data);

  return gtk_widget_get_visible (data) && strstr (text, "\xf3\xb0\x80\x80") != NULL;
}

static void
test_fonts (void)
{
  g_autoptr (BbReport) report = ui_test_report (2023);
  BbWindow *window = ui_test_window (report);
  BbPreview *preview = open_preview (window);
  GtkLabel *label = GTK_LABEL (gtk_widget_get_template_child (GTK_WIDGET (preview), BB_TYPE_PREVIEW, "fonts"));
  g_autoptr (GPtrArray) fonts = bb_glyphs_font_changes ();

  g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (label)), ==, fonts->len > 0);
  /* A character for private use, U+F0000, that no font has. */
  bb_report_edit (report, bb_report_find_field (report, "overview"), "含有\xf3\xb0\x80\x80的一句话。", BB_ORIGIN_TYPED);
  ui_test_wait (tells_font, label);
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (GTK_WIDGET (label)), "U+F0000"));

  close_preview (preview);
  ui_test_destroy_window (window);
}

/* What is open in the report is told below its pages, too; the button leads to the list, which is in the main window. */
static void
test_issues (void)
{
  g_autoptr (BbReport) report = ui_test_report (2023);
  BbWindow *window = ui_test_window (report);
  BbPreview *preview = open_preview (window);
  GtkWidget *note = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (preview), BB_TYPE_PREVIEW, "issues"));
  BbSession *session = bb_window_get_session (window);
  guint n_errors, n_warnings;
  g_autofree char *text = NULL;

  bb_issue_note_count (report, &n_errors, &n_warnings);
  g_assert_cmpuint (n_errors, >, 1);
  text = g_strdup_printf ("%u errors", n_errors);
  g_assert_true (gtk_widget_get_visible (note));
  g_assert_cmpstr (gtk_label_get_text (ui_test_find (note, GTK_TYPE_LABEL)), ==, text);
  g_object_ref (preview);
  g_signal_emit_by_name (ui_test_find_button (note, "_Show Issues"), "clicked");
  ui_test_settle ();
  g_assert_finalize_object (preview);
  g_assert_cmpint (bb_checker_get_mode (bb_session_get_checker (session)), ==, BB_CHECK_COMPLETE);
  ui_test_destroy_window (window);
}

/* The edition changes under it. */
static gboolean
has_title_of_2020 (gpointer data)
{
  AdwWindowTitle *title = ui_test_find (data, ADW_TYPE_WINDOW_TITLE);

  return strstr (adw_window_title_get_subtitle (title), "2020") != NULL;
}

static void
test_year (void)
{
  g_autoptr (BbReport) report = ui_test_report (2023);
  BbWindow *window = ui_test_window (report);
  BbPreview *preview = open_preview (window);

  bb_report_set_year (report, 2020, TRUE);
  ui_test_wait (has_title_of_2020, preview);
  ui_test_wait_frame (GTK_WIDGET (preview));

  close_preview (preview);
  ui_test_destroy_window (window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/preview/section", test_section);
  g_test_add_func ("/preview/heading", test_heading);
  g_test_add_func ("/preview/going-about", test_going_about);
  g_test_add_func ("/preview/follows", test_follows);
  g_test_add_func ("/preview/year", test_year);
  g_test_add_func ("/preview/charts", test_charts);
  g_test_add_func ("/preview/fonts", test_fonts);
  g_test_add_func ("/preview/issues", test_issues);

  return ui_test_run ();
}
