/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table sheet: typing, keys, input methods, totals, marks, scrolling. */
#include "sheet-fixture.h"

static void
test_names (Fixture *fixture, gconstpointer table)
{
  BbSheetCell *entry = cell (fixture, "t3.deny.1.natural");

  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "表三 › 不予公开 › 1.属于国家秘密 › 自然人");
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_READ_ONLY, FALSE);
  gtk_test_accessible_assert_property (cell (fixture, "t3.deny.1.total"), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE);
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (entry)));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (cell (fixture, "t3.deny.1.total"))));
  g_assert_true (gtk_widget_get_focusable (delegate (fixture, "t3.deny.1.total")));
  g_assert_false (gtk_editable_get_enable_undo (GTK_EDITABLE (entry)));
}

static void
test_typing (Fixture *fixture, gconstpointer table)
{
  for (const char *const *id = (const char *const[]) { "business", "research", "charity", "legal", "other", NULL }; *id; id++)
    {
      g_autofree char *name = g_strconcat ("t3.new.", *id, NULL);

      ui_test_type (fixture->report, name, "0");
    }

  go_to (fixture, "t3.new.natural");
  g_assert_cmpint (fixture->focused, ==, ui_test_cell (fixture->report, "t3.new.natural"));
  type (fixture, "1");
  assert_text (fixture, "t3.new.natural", "1");
  assert_text (fixture, "t3.new.total", "1");
  type (fixture, "２");
  assert_text (fixture, "t3.new.natural", "1２");
  assert_text (fixture, "t3.new.total", "12");

  /* Both keystrokes are one step. */
  bb_report_undo (fixture->report);
  assert_text (fixture, "t3.new.natural", "");
  assert_text (fixture, "t3.new.total", "");
  bb_report_redo (fixture->report);
  assert_text (fixture, "t3.new.total", "12");

  /* What was reached by the keyboard is replaced, and that is another step. */
  go_to (fixture, "t3.new.business");
  go_to (fixture, "t3.new.natural");
  type (fixture, "7");
  assert_text (fixture, "t3.new.natural", "7");
  bb_report_undo (fixture->report);
  assert_text (fixture, "t3.new.natural", "1２");
}

static void
test_words (Fixture *fixture, gconstpointer table)
{
  BbSheetCell *entry = cell (fixture, "t3.new.natural");

  go_to (fixture, "t3.new.natural");
  type (fixture, "/");
  g_assert_cmpint (bb_field_get_state (field (fixture, "t3.new.natural")), ==, BB_STATE_TEXT);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "word"));
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), "4");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (entry), "word"));
}

static void
test_escape (Fixture *fixture, gconstpointer table)
{
  BbContent content = { (char *) "5", BB_ORIGIN_DEDUCED, FALSE, (char *) "the only value that fits", NULL };

  bb_report_edit_content (fixture->report, field (fixture, "t3.new.business"), &content);
  bb_report_forget_history (fixture->report);
  bb_report_mark_saved (fixture->report);

  go_to (fixture, "t3.new.natural");
  g_assert_false (press (fixture, GDK_KEY_Escape, 0));
  type (fixture, "12");
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  assert_text (fixture, "t3.new.natural", "");
  g_assert_false (bb_report_get_modified (fixture->report));
  g_assert_false (bb_report_can_undo (fixture->report));

  go_to (fixture, "t3.new.business");
  type (fixture, "6");
  g_assert_cmpint (bb_field_get_origin (field (fixture, "t3.new.business")), ==, BB_ORIGIN_TYPED);
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  assert_text (fixture, "t3.new.business", "5");
  g_assert_cmpint (bb_field_get_origin (field (fixture, "t3.new.business")), ==, BB_ORIGIN_DEDUCED);
  g_assert_cmpstr (bb_field_get_source (field (fixture, "t3.new.business")), ==, "the only value that fits");
}

static void
test_input_method (Fixture *fixture, gconstpointer table)
{
  GtkWidget *text;
  GtkIMContext *context;

  go_to (fixture, "t3.new.natural");
  text = delegate (fixture, "t3.new.natural");
  context = input_method (fixture, "t3.new.natural");

  g_signal_emit_by_name (text, "preedit-changed", "shi");
  /* No key is stolen from the input method, and nothing is written. */
  g_assert_false (press (fixture, GDK_KEY_Return, 0));
  g_assert_false (press (fixture, GDK_KEY_Down, 0));
  g_assert_false (press (fixture, GDK_KEY_Escape, 0));
  g_signal_emit_by_name (context, "commit", "十");
  g_assert_cmpstr (shown (fixture, "t3.new.natural"), ==, "十");
  g_assert_cmpstr (stored (fixture, "t3.new.natural"), ==, "");

  /* Nobody else may write into what is half typed. */
  bb_report_edit (fixture->report, field (fixture, "t3.new.natural"), "8", BB_ORIGIN_READ);
  g_assert_cmpstr (shown (fixture, "t3.new.natural"), ==, "十");
  g_signal_emit_by_name (text, "preedit-changed", "");
  assert_text (fixture, "t3.new.natural", "十");

  /* Composing goes on when the focus leaves: what is in the cell counts. */
  g_signal_emit_by_name (text, "preedit-changed", "er");
  g_signal_emit_by_name (context, "commit", "二");
  go_to (fixture, "t3.new.business");
  assert_text (fixture, "t3.new.natural", "十二");
}

static gboolean
is_derived_shown (gpointer data)
{
  Fixture *fixture = data;

  return *shown (fixture, "t3.new.total") != '\0';
}

static gboolean
is_refused (gpointer data)
{
  return ((Fixture *) data)->refusal != NULL;
}

static gboolean
is_pasted (gpointer data)
{
  Fixture *fixture = data;

  return g_str_equal (stored (fixture, "t3.carried_in.natural"), "42");
}

static void
test_clipboard (Fixture *fixture, gconstpointer table)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->sheet));
  guint64 state;

  go_to (fixture, "t3.new.natural");
  gdk_clipboard_set_text (clipboard, "1\t2\t3\t4\t5\t6\r\n");
  g_signal_emit_by_name (delegate (fixture, "t3.new.natural"), "paste-clipboard");
  ui_test_wait (is_derived_shown, fixture);
  assert_text (fixture, "t3.new.natural", "1");
  assert_text (fixture, "t3.new.total", "21");
  g_assert_cmpstr (bb_report_get_undo_label (fixture->report), ==, "Paste");
  bb_report_undo (fixture->report);
  assert_text (fixture, "t3.new.other", "");

  state = bb_report_get_state_number (fixture->report);
  gdk_clipboard_set_text (clipboard, "1\t2\t3\t4\t5\t6\t7\t8");
  g_signal_emit_by_name (delegate (fixture, "t3.new.natural"), "paste-clipboard");
  ui_test_wait (is_refused, fixture);
  g_assert_cmpuint (bb_report_get_state_number (fixture->report), ==, state);
  assert_text (fixture, "t3.new.natural", "");

  /* One value is text like any other, without what surrounds it. */
  go_to (fixture, "t3.carried_in.natural");
  gdk_clipboard_set_text (clipboard, " 42 \r\n");
  g_signal_emit_by_name (delegate (fixture, "t3.carried_in.natural"), "paste-clipboard");
  ui_test_wait (is_pasted, fixture);
  assert_text (fixture, "t3.carried_in.natural", "42");
}

/* The middle button or a drop inserts text without asking. */
static void
test_dropped_block (Fixture *fixture, gconstpointer table)
{
  go_to (fixture, "t3.new.natural");
  type (fixture, "5\t6");
  assert_text (fixture, "t3.new.natural", "5");
  assert_text (fixture, "t3.new.business", "6");
}

/* A total that was read and differs: shown, marked, and two ways to go on. */
static void
test_pinned (Fixture *fixture, gconstpointer table)
{
  GtkWidget *total = GTK_WIDGET (cell (fixture, "t4.review.total"));
  const char *const ids[] = { "t4.review.upheld", "t4.review.corrected", "t4.review.other", "t4.review.pending" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ui_test_type (fixture->report, ids[i], "1");
  assert_text (fixture, "t4.review.total", "4");

  bb_report_edit (fixture->report, field (fixture, "t4.review.total"), "9", BB_ORIGIN_READ);
  assert_text (fixture, "t4.review.total", "9");
  g_assert_true (gtk_widget_has_css_class (total, "pinned"));
  g_assert_cmpint (gtk_entry_get_icon_storage_type (GTK_ENTRY (total), GTK_ENTRY_ICON_SECONDARY), !=, GTK_IMAGE_EMPTY);
  gtk_test_accessible_assert_property (total, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "This total is kept as it stood; it is not the sum of its parts.");

  g_assert_true (gtk_widget_activate_action (total, "cell.follow", NULL));
  assert_text (fixture, "t4.review.total", "4");
  g_assert_false (gtk_widget_has_css_class (total, "pinned"));
  g_assert_cmpint (gtk_entry_get_icon_storage_type (GTK_ENTRY (total), GTK_ENTRY_ICON_SECONDARY), ==, GTK_IMAGE_EMPTY);
  bb_report_undo (fixture->report);
  assert_text (fixture, "t4.review.total", "9");
}

static void
test_override (Fixture *fixture, gconstpointer table)
{
  GtkWidget *total = GTK_WIDGET (cell (fixture, "t4.review.total"));

  ui_test_type (fixture->report, "t4.review.upheld", "1");
  go_to (fixture, "t4.review.total");
  g_assert_true (gtk_widget_activate_action (total, "cell.override", NULL));
  ui_test_settle ();
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (total)));
  type (fixture, "12");
  /* Half a number is no total: nothing is written before the cell is left. */
  g_assert_cmpstr (stored (fixture, "t4.review.total"), ==, "");
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  g_assert_cmpstr (shown (fixture, "t4.review.total"), ==, "");
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (total)));

  g_assert_true (gtk_widget_activate_action (total, "cell.override", NULL));
  ui_test_settle ();
  type (fixture, "12");
  press (fixture, GDK_KEY_Left, 0);
  g_assert_cmpstr (focused (fixture), ==, "t4.review.total");
  go_to (fixture, "t4.review.pending");
  assert_text (fixture, "t4.review.total", "12");
  g_assert_true (bb_field_is_pinned (field (fixture, "t4.review.total")));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (total)));
}

static void
test_deduced (Fixture *fixture, gconstpointer table)
{
  BbContent content = { (char *) "5", BB_ORIGIN_DEDUCED, FALSE, (char *) "line 7: the only value that fits", NULL };
  BbSheetCell *entry = cell (fixture, "t3.new.natural");

  bb_report_edit_content (fixture->report, field (fixture, "t3.new.natural"), &content);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "deduced"));
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Deduced, not confirmed yet.\nline 7: the only value that fits");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (entry), "cell.confirm", NULL));
  g_assert_cmpint (bb_field_get_origin (field (fixture, "t3.new.natural")), ==, BB_ORIGIN_TYPED);
  assert_text (fixture, "t3.new.natural", "5");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (entry), "deduced"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (entry), "cell.clear", NULL));
  assert_text (fixture, "t3.new.natural", "");
}

static void
test_issues (Fixture *fixture, gconstpointer table)
{
  BbSheetCell *entry = cell (fixture, "t4.review.total");
  const char *const ids[] = { "t4.review.upheld", "t4.review.corrected", "t4.review.other", "t4.review.pending" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ui_test_type (fixture->report, ids[i], "1");
  bb_report_edit (fixture->report, field (fixture, "t4.review.total"), "9", BB_ORIGIN_READ);
  ui_test_settle ();
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "bb-error"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (cell (fixture, "t4.review.other")), "bb-error"));
  /* The total is said to be wrong, its parts only to be parts of it. */
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (cell (fixture, "t4.review.other")), "bb-part"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (entry), "bb-part"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (cell (fixture, "t4.direct.total")), "bb-error"));
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);

  bb_report_undo (fixture->report);
  ui_test_settle ();
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (entry), "bb-error"));
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
}

static void
test_sides (Fixture *fixture, gconstpointer table)
{
  guint left = ui_test_cell (fixture->report, "t4.review.total");
  guint right[] = { ui_test_cell (fixture->report, "t4.review.upheld"), ui_test_cell (fixture->report, "t3.new.natural") };

  bb_sheet_mark_sides (fixture->sheet, &left, 1, right, 2);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (cell (fixture, "t4.review.total")), "bb-left"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (cell (fixture, "t4.review.upheld")), "bb-right"));
  bb_sheet_mark_sides (fixture->sheet, NULL, 0, NULL, 0);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (cell (fixture, "t4.review.total")), "bb-left"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (cell (fixture, "t4.review.upheld")), "bb-right"));
}

typedef struct
{
  Fixture *fixture;
  const char *id;
} Place;

/* In the part of the window that the heads leave free. */
static gboolean
is_in_view (gpointer data)
{
  Place *place = data;
  GtkWidget *viewport = gtk_widget_get_parent (GTK_WIDGET (place->fixture->sheet));
  graphene_rect_t area, heads;
  GtkWidget *head = gtk_widget_get_last_child (GTK_WIDGET (place->fixture->sheet));

  if (!gtk_widget_compute_bounds (GTK_WIDGET (cell (place->fixture, place->id)), viewport, &area)
      || !gtk_widget_compute_bounds (head, viewport, &heads))
    return FALSE;

  return area.origin.y >= heads.origin.y + heads.size.height
         && area.origin.y + area.size.height <= (float) gtk_widget_get_height (viewport)
         && area.origin.x >= 0 && area.origin.x + area.size.width <= (float) gtk_widget_get_width (viewport);
}

static void
test_reveal (Fixture *fixture, gconstpointer table)
{
  static const char *const ids[] = { "t3.carried_out.total", "t3.new.natural", "t3.total.legal", "t3.granted.other" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      Place place = { fixture, ids[i] };

      bb_sheet_reveal_cell (fixture->sheet, ui_test_cell (fixture->report, ids[i]));
      ui_test_wait (is_in_view, &place);
      g_assert_cmpstr (focused (fixture), ==, ids[i]);
      g_assert_cmpint (bb_sheet_get_focused_cell (fixture->sheet), ==, ui_test_cell (fixture->report, ids[i]));
    }

  /* A page that was never drawn. */
  make_sheet (fixture, table);
  bb_sheet_reveal_cell (fixture->sheet, ui_test_cell (fixture->report, "t3.carried_out.natural"));
  ui_test_wait (is_in_view, &(Place) { fixture, "t3.carried_out.natural" });
}

static void
test_long_numbers (Fixture *fixture, gconstpointer table)
{
  GtkWidget *entry = GTK_WIDGET (cell (fixture, "t4.review.upheld"));
  int before = gtk_widget_get_width (entry);

  ui_test_type (fixture->report, "t4.review.upheld", "1234567890");
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  g_assert_cmpint (gtk_widget_get_width (entry), >, before);
}

static int
text_width (GtkWidget *entry)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (entry, gtk_editable_get_text (GTK_EDITABLE (entry)));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
assert_whole (GtkWidget *child)
{
  int least, height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, gtk_widget_get_allocated_width (child), &least, NULL, NULL, NULL);
  height = gtk_widget_get_allocated_height (child);
  if (least > height)
    g_test_message ("%s: %d at a width of %d", GTK_IS_LABEL (child) ? gtk_label_get_text (GTK_LABEL (child)) : "a cell", height,
                    gtk_widget_get_width (child));
  g_assert_cmpint (least, <=, height);
  if (BB_IS_SHEET_CELL (child))
    g_assert_cmpint (text_width (child), <=, gtk_widget_get_width (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (child)))));
}

/* At every size everything is whole, and the sheet as much larger as its text. */
static void
test_zoom (Fixture *fixture, gconstpointer table)
{
  static const double zooms[] = { 0.5, 0.8, 1, 1.25, 1.5, 2 };
  int heights[G_N_ELEMENTS (zooms)];

  ui_test_type (fixture->report, "t3.new.natural", "1234567");
  ui_test_type (fixture->report, "t3.granted.legal", "12,345,678");
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_object_set (fixture->sheet, "zoom", zooms[i], NULL);
      ui_test_wait_frame (GTK_WIDGET (fixture->window));
      for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->sheet)); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        assert_whole (child);
      heights[i] = gtk_widget_get_height (GTK_WIDGET (cell (fixture, "t3.new.natural")));
      if (i > 0)
        g_assert_cmpint (heights[i], >, heights[i - 1]);
    }
  g_assert_cmpint (ABS (heights[5] - 2 * heights[2]), <=, 4);
  bb_sheet_set_zoom (fixture->sheet, 9);
  g_assert_cmpfloat (bb_sheet_get_zoom (fixture->sheet), ==, 2);
}

/* The report moves to another edition: the sheet still shows the old one, and nothing breaks before it is replaced. */
static void
test_other_edition (Fixture *fixture, gconstpointer table)
{
  go_to (fixture, "t3.new.natural");
  type (fixture, "3");
  bb_report_set_year (fixture->report, 2020, TRUE);
  ui_test_settle ();
  bb_report_edit (fixture->report, bb_report_get_cell (fixture->report, 0), "1", BB_ORIGIN_TYPED);
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (shown (fixture, "t3.new.natural"), ==, "3");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    const char *table;
    void (*test) (Fixture *fixture, gconstpointer table);
  } tests[] = {
    { "/sheet/names", "t3", test_names },
    { "/sheet/typing", "t3", test_typing },
    { "/sheet/words", "t3", test_words },
    { "/sheet/escape", "t3", test_escape },
    { "/sheet/input-method", "t3", test_input_method },
    { "/sheet/clipboard", "t3", test_clipboard },
    { "/sheet/dropped-block", "t3", test_dropped_block },
    { "/sheet/pinned", "t4", test_pinned },
    { "/sheet/override", "t4", test_override },
    { "/sheet/deduced", "t3", test_deduced },
    { "/sheet/issues", "t4", test_issues },
    { "/sheet/sides", "t4", test_sides },
    { "/sheet/reveal", "t3", test_reveal },
    { "/sheet/long-numbers", "t4", test_long_numbers },
    { "/sheet/zoom", "t3", test_zoom },
    { "/sheet/other-edition", "t3", test_other_edition },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, tests[i].table, set_up, tests[i].test, tear_down);
  return ui_test_run ();
}
