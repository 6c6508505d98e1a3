/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line on top of a page: at every width the title reads as a title. */
#include "bb-page-header.h"
#include "ui-test.h"

/* A section with a long title and a table. */
#define SECTION 4

typedef struct
{
  GtkWidget *title;
  GtkWidget *count;
  GtkWidget *done;
} Parts;

static gboolean
is_shown_label (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_child_visible (widget) && gtk_widget_get_visible (widget);
}

static Parts
parts_of (BbPageHeader *header)
{
  GtkWidget *box = adw_bin_get_child (ADW_BIN (header));
  Parts parts = { gtk_widget_get_first_child (box), NULL, gtk_widget_get_last_child (box) };

  for (GtkWidget *child = gtk_widget_get_next_sibling (parts.title); child != parts.done; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      parts.count = child;
  g_assert_true (is_shown_label (parts.title));
  g_assert_nonnull (parts.count);
  return parts;
}

static graphene_rect_t
place_of (GtkWidget *child, BbPageHeader *header)
{
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (header), &place));
  return place;
}

/* Gives @header @width pixels and the height it wants there. */
static int
allocate (BbPageHeader *header, int width)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (header), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (header), GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (header), width, height, -1, NULL);
  return height;
}

static gboolean
overlap (graphene_rect_t one, graphene_rect_t other)
{
  graphene_rect_t common;

  return graphene_rect_intersection (&one, &other, &common) && common.size.width > 0.5f && common.size.height > 0.5f;
}

static void
assert_apart (BbPageHeader *header)
{
  Parts parts = parts_of (header);
  graphene_rect_t title = place_of (parts.title, header);
  graphene_rect_t count = place_of (parts.count, header);
  graphene_rect_t done = place_of (parts.done, header);

  g_assert_false (overlap (title, count));
  g_assert_false (overlap (title, done));
  g_assert_false (overlap (count, done));
}

/* In one row where there is room, the count below the title where there is not; the title is never squeezed for it. */
static void
test_widths (void)
{
  g_autoptr (BbReport) report = ui_test_report (2023);
  BbPageHeader *header = g_object_ref_sink (g_object_new (BB_TYPE_PAGE_HEADER, NULL));
  Parts parts;
  int wide;
  int narrow;

  bb_page_header_set_section (header, report, SECTION);
  parts = parts_of (header);
  wide = allocate (header, 1200);
  assert_apart (header);
  g_assert_cmpfloat (place_of (parts.count, header).origin.x, >, place_of (parts.title, header).size.width);

  narrow = allocate (header, 420);
  assert_apart (header);
  g_assert_cmpint (narrow, >, wide);
  g_assert_cmpfloat (place_of (parts.count, header).origin.x, <, 1);
  g_assert_cmpfloat (place_of (parts.count, header).origin.y, >, 10);
  /* All but the button is the title's. */
  g_assert_cmpfloat (place_of (parts.title, header).size.width, ==, 420 - 12 - place_of (parts.done, header).size.width);
  for (int width = 260; width < 900; width += 7)
    {
      allocate (header, width);
      assert_apart (header);
    }
  g_assert_finalize_object (header);
}

/* The count of a text stands below at every width: it grows and shrinks while one types and selects. */
static void
test_text (void)
{
  g_autoptr (BbReport) report = ui_test_report (2023);
  BbPageHeader *header = g_object_ref_sink (g_object_new (BB_TYPE_PAGE_HEADER, NULL));
  BbProseView *view = g_object_ref_sink (g_object_new (BB_TYPE_PROSE_VIEW, NULL));
  g_autoptr (GString) text = g_string_new (NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  int height;

  bb_page_header_set_section (header, report, 1);
  bb_page_header_set_text (header, view);
  height = allocate (header, 900);
  g_assert_cmpfloat (place_of (parts_of (header).count, header).origin.x, <, 1);
  for (guint i = 0; i < 1290; i++)
    g_string_append (text, "字");
  gtk_text_buffer_set_text (buffer, text->str, -1);
  ui_test_settle ();
  g_assert_cmpint (allocate (header, 900), ==, height);
  assert_apart (header);
  allocate (header, 300);
  assert_apart (header);
  g_assert_finalize_object (header);
  g_assert_finalize_object (view);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/page-header/widths", test_widths);
  g_test_add_func ("/page-header/text", test_text);
  return ui_test_run ();
}
