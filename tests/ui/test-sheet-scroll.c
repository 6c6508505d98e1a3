/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stays in sight of a table that is higher than its window: the cell one is in, and the names of its columns where there is room. */
#include "sheet-fixture.h"

static void
set_height (Fixture *fixture, int height)
{
  gtk_widget_set_valign (fixture->scroller, GTK_ALIGN_START);
  gtk_widget_set_size_request (fixture->scroller, -1, height);
  gtk_widget_queue_resize (fixture->scroller);
  for (guint i = 0; i < 4; i++)
    {
      gtk_widget_queue_draw (GTK_WIDGET (fixture->window));
      ui_test_wait_frame (GTK_WIDGET (fixture->window));
    }
}

static graphene_rect_t
place_of (Fixture *fixture, GtkWidget *widget)
{
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (widget, fixture->scroller, &place));
  return place;
}

static GtkWidget *
find_head (Fixture *fixture, const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->sheet)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_text (GTK_LABEL (child)), text))
      return child;
  g_assert_not_reached ();
}

/* Returns: whether the whole of the head is seen. */
static gboolean
is_seen (Fixture *fixture, const char *text)
{
  graphene_rect_t place = place_of (fixture, find_head (fixture, text));

  return place.origin.y >= 0 && place.origin.y + place.size.height <= (float) gtk_widget_get_height (fixture->scroller);
}

static void
assert_in_sight (Fixture *fixture, const char *id)
{
  graphene_rect_t place = place_of (fixture, GTK_WIDGET (cell (fixture, id)));
  graphene_rect_t head = place_of (fixture, find_head (fixture, "商业企业"));

  g_assert_cmpfloat (place.origin.y, >=, MAX (0, head.origin.y + head.size.height));
  g_assert_cmpfloat (place.origin.y + place.size.height, <=, (float) gtk_widget_get_height (fixture->scroller));
}

/* The lower the window, the fewer rows of the heads stay; the last that go are the names of the columns. */
static void
test_heads (Fixture *fixture, gconstpointer table)
{
  graphene_rect_t head, first;
  int all, last;

  g_object_set (fixture->sheet, "zoom", 2.0, NULL);
  set_height (fixture, 480);
  head = place_of (fixture, find_head (fixture, "商业企业"));
  first = place_of (fixture, find_head (fixture, "申请人情况"));
  all = (int) (head.origin.y + head.size.height - first.origin.y);
  last = (int) head.size.height;

  set_height (fixture, 2 * all + 8);
  go_to (fixture, "t3.carried_out.natural");
  set_height (fixture, 2 * all + 8);
  g_assert_true (is_seen (fixture, "申请人情况"));
  assert_in_sight (fixture, "t3.carried_out.natural");

  set_height (fixture, 2 * all - 8);
  g_assert_false (is_seen (fixture, "申请人情况"));
  g_assert_true (is_seen (fixture, "商业企业"));
  /* Written in what stays of it. */
  g_assert_true (is_seen (fixture, "自然人"));
  assert_in_sight (fixture, "t3.carried_out.natural");

  set_height (fixture, 5 * last / 3 - 4);
  g_assert_false (is_seen (fixture, "商业企业"));
  assert_in_sight (fixture, "t3.carried_out.natural");
}

/* Wherever one is in it, when the list of issues takes half the height, or the text gets larger. */
static void
test_resized (Fixture *fixture, gconstpointer table)
{
  const char *const ids[] = { "t3.new.natural", "t3.deny.4.other", "t3.refuse.2.legal", "t3.carried_out.other" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      set_height (fixture, 420);
      go_to (fixture, ids[i]);
      set_height (fixture, 200);
      assert_in_sight (fixture, ids[i]);
      g_object_set (fixture->sheet, "zoom", 1.5, NULL);
      set_height (fixture, 200);
      assert_in_sight (fixture, ids[i]);
      g_object_set (fixture->sheet, "zoom", 1.0, NULL);
    }
}

/* Who has scrolled on to read another part of the table is left there. */
static void
test_left_alone (Fixture *fixture, gconstpointer table)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fixture->scroller));

  set_height (fixture, 300);
  go_to (fixture, "t3.new.natural");
  set_height (fixture, 300);
  gtk_adjustment_set_value (adjustment, 200);
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  ui_test_type (fixture->report, "t3.new.other", "7");
  set_height (fixture, 300);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 200);
  set_height (fixture, 240);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 200);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer table);
  } tests[] = {
    { "/sheet-scroll/heads", test_heads },
    { "/sheet-scroll/resized", test_resized },
    { "/sheet-scroll/left-alone", test_left_alone },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, "t3", set_up, tests[i].test, tear_down);
  return ui_test_run ();
}
