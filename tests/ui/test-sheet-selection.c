/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Selecting cells of the table sheet: by keys and by the pointer, what is said about it, and the clipboard. */
#include "sheet-fixture.h"

#define C GDK_CONTROL_MASK
#define S GDK_SHIFT_MASK

static void
assert_selected (Fixture *fixture, const char *expected)
{
  g_autofree char *found = selected (fixture);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_keys (Fixture *fixture, gconstpointer table)
{
  static const struct
  {
    guint keyval;
    GdkModifierType state;
    const char *selected;
  } steps[] = {
    { GDK_KEY_Right, S, "2 t3.carried_in.business t3.carried_in.research" },
    { GDK_KEY_Down, S, "4 t3.carried_in.business t3.granted.research" },
    { GDK_KEY_Up, S, "2 t3.carried_in.business t3.carried_in.research" },
    { GDK_KEY_Up, S, "4 t3.new.business t3.carried_in.research" },
    { GDK_KEY_Left, S, "2 t3.new.business t3.carried_in.business" },
    { GDK_KEY_Left, S, "4 t3.new.natural t3.carried_in.business" },
    { GDK_KEY_Escape, 0, "1 t3.carried_in.business t3.carried_in.business" },
    { GDK_KEY_End, S, "6 t3.carried_in.business t3.carried_in.total" },
    { GDK_KEY_End, S | C, "144 t3.carried_in.business t3.carried_out.total" },
    { GDK_KEY_Home, S | C, "4 t3.new.natural t3.carried_in.business" },
    { GDK_KEY_a, C, "175 t3.new.natural t3.carried_out.total" },
    { GDK_KEY_Escape, 0, "1 t3.carried_in.business t3.carried_in.business" },
    { GDK_KEY_space, S, "7 t3.carried_in.natural t3.carried_in.total" },
    { GDK_KEY_Down, S, "14 t3.carried_in.natural t3.granted.total" },
    { GDK_KEY_Escape, 0, "1 t3.carried_in.business t3.carried_in.business" },
    { GDK_KEY_space, C, "25 t3.new.business t3.carried_out.business" },
    { GDK_KEY_space, S, "175 t3.new.natural t3.carried_out.total" },
    { GDK_KEY_Down, 0, "1 t3.granted.business t3.granted.business" },
  };

  go_to (fixture, "t3.carried_in.business");
  assert_selected (fixture, "1 t3.carried_in.business t3.carried_in.business");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      press (fixture, steps[i].keyval, steps[i].state);
      assert_selected (fixture, steps[i].selected);
      /* What is typed goes to the same cell all the time. */
      g_assert_cmpstr (focused (fixture), ==, i + 1 < G_N_ELEMENTS (steps) ? "t3.carried_in.business" : "t3.granted.business");
    }
}

/* A cell as wide as three columns is in or out as a whole. */
static void
test_merged (Fixture *fixture, gconstpointer table)
{
  go_to (fixture, "t2.normative.repealed");
  press (fixture, GDK_KEY_Down, S);
  assert_selected (fixture, "4 t2.normative.made t2.licences.decisions");
  press (fixture, GDK_KEY_Up, S);
  assert_selected (fixture, "1 t2.normative.repealed t2.normative.repealed");
  press (fixture, GDK_KEY_a, C);
  assert_selected (fixture, "10 t2.rules.made t2.fees.amount");
  press (fixture, GDK_KEY_Escape, 0);
  /* Columns of the block they belong to. */
  press (fixture, GDK_KEY_space, C);
  assert_selected (fixture, "2 t2.rules.repealed t2.normative.repealed");
}

static GtkGesture *
find_gesture (Fixture *fixture, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->sheet));

  /* Newest first: the one of the context menu comes before the one of the first button. */
  for (guint i = g_list_model_get_n_items (controllers); i-- > 0;)
    {
      g_autoptr (GtkGesture) gesture = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (gesture, type)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_PRIMARY)
        return gesture;
    }

  g_assert_not_reached ();
}

static void
click (Fixture *fixture, GtkWidget *widget, int n_press)
{
  graphene_rect_t area;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (fixture->sheet), &area));
  g_signal_emit_by_name (find_gesture (fixture, GTK_TYPE_GESTURE_CLICK), "pressed", n_press,
                         (double) (area.origin.x + area.size.width / 2), (double) (area.origin.y + area.size.height / 2));
  ui_test_settle ();
}

static GtkWidget *
head (Fixture *fixture, const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->sheet)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LABEL (child) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (child)), text))
        return child;
    }

  g_error ("no head %s", text);
}

static void
test_clicks (Fixture *fixture, gconstpointer table)
{
  click (fixture, GTK_WIDGET (cell (fixture, "t3.granted.legal")), 1);
  g_assert_cmpstr (focused (fixture), ==, "t3.granted.legal");
  assert_selected (fixture, "1 t3.granted.legal t3.granted.legal");

  click (fixture, GTK_WIDGET (cell (fixture, "t3.granted.business")), 2);
  g_assert_cmpint (bb_sheet_cell_get_mode (cell (fixture, "t3.granted.business")), ==, BB_SHEET_CELL_EDITING);
  press (fixture, GDK_KEY_Escape, 0);

  /* A row, a block of rows, a column, a group of columns, everything. */
  click (fixture, head (fixture, "（一）予以公开"), 1);
  assert_selected (fixture, "7 t3.granted.natural t3.granted.total");
  click (fixture, head (fixture, "（三）不予公开"), 1);
  assert_selected (fixture, "56 t3.deny.1.natural t3.deny.8.total");
  click (fixture, head (fixture, "科研机构"), 1);
  assert_selected (fixture, "25 t3.new.research t3.carried_out.research");
  g_assert_cmpstr (focused (fixture), ==, "t3.new.research");
  click (fixture, head (fixture, "法人或其他组织"), 1);
  assert_selected (fixture, "125 t3.new.business t3.carried_out.other");
  click (fixture, head (fixture, "（本列数据"), 1);
  assert_selected (fixture, "175 t3.new.natural t3.carried_out.total");
}

static void
test_block_heads (Fixture *fixture, gconstpointer table)
{
  click (fixture, head (fixture, "第二十条第（一）项"), 1);
  assert_selected (fixture, "6 t2.rules.made t2.normative.valid");
  click (fixture, head (fixture, "本年废止件数"), 1);
  assert_selected (fixture, "2 t2.rules.repealed t2.normative.repealed");
  click (fixture, head (fixture, "行政许可"), 1);
  assert_selected (fixture, "1 t2.licences.decisions t2.licences.decisions");
}

/* Below a short table there is nothing to click. */
static void
test_beside (Fixture *fixture, gconstpointer table)
{
  double height = gtk_widget_get_height (GTK_WIDGET (fixture->sheet));

  go_to (fixture, "t4.direct.other");
  g_assert_cmpfloat (height, >, 300);
  g_signal_emit_by_name (find_gesture (fixture, GTK_TYPE_GESTURE_CLICK), "pressed", 1, 20.0, height - 10);
  ui_test_settle ();
  assert_selected (fixture, "1 t4.direct.other t4.direct.other");
}

/* Tab and Enter go through what is selected, which stays. */
static void
test_walk_within (Fixture *fixture, gconstpointer table)
{
  static const char *const by_rows[] = { "t3.new.other", "t3.carried_in.legal", "t3.carried_in.other", "t3.new.legal" };
  static const char *const by_columns[] = { "t3.carried_in.legal", "t3.new.other", "t3.carried_in.other", "t3.new.legal" };

  go_to (fixture, "t3.new.legal");
  press (fixture, GDK_KEY_End, S);
  press (fixture, GDK_KEY_Down, S);
  for (guint i = 0; i < G_N_ELEMENTS (by_rows); i++)
    {
      type (fixture, "1");
      tab (fixture, GTK_DIR_TAB_FORWARD);
      g_assert_cmpstr (focused (fixture), ==, by_rows[i]);
      assert_selected (fixture, "6 t3.new.legal t3.carried_in.total");
    }
  assert_text (fixture, "t3.carried_in.other", "1");
  tab (fixture, GTK_DIR_TAB_BACKWARD);
  g_assert_cmpstr (focused (fixture), ==, "t3.carried_in.other");
  tab (fixture, GTK_DIR_TAB_FORWARD);
  for (guint i = 0; i < G_N_ELEMENTS (by_columns); i++)
    {
      press (fixture, GDK_KEY_Return, 0);
      g_assert_cmpstr (focused (fixture), ==, by_columns[i]);
    }
  assert_selected (fixture, "6 t3.new.legal t3.carried_in.total");
}

static void
count_cb (BbSheet *sheet, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
test_sum (Fixture *fixture, gconstpointer table)
{
  g_autofree char *one = NULL;
  g_autofree char *none = NULL;
  g_autofree char *some = NULL;
  guint changes = 0;

  g_signal_connect (fixture->sheet, "selection-changed", G_CALLBACK (count_cb), &changes);
  go_to (fixture, "t3.new.natural");
  one = bb_sheet_describe_selection (fixture->sheet);
  g_assert_cmpstr (one, ==, "");
  changes = 0;
  press (fixture, GDK_KEY_Right, S);
  none = bb_sheet_describe_selection (fixture->sheet);
  g_assert_cmpstr (none, ==, "2 cells selected");
  g_assert_cmpuint (changes, ==, 1);
  ui_test_type (fixture->report, "t3.new.natural", "1,000");
  ui_test_settle ();
  some = bb_sheet_describe_selection (fixture->sheet);
  g_assert_cmpstr (some, ==, "2 cells selected, 1 with a figure, sum 1000");
  ui_test_type (fixture->report, "t3.new.business", "12");
  ui_test_settle ();
  g_assert_cmpuint (changes, ==, 3);

  /* Who does not see it hears it in the cell, and only there. */
  gtk_test_accessible_assert_property (cell (fixture, "t3.new.natural"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "2 cells selected, sum 1012");
  gtk_test_accessible_assert_state (cell (fixture, "t3.new.business"), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  press (fixture, GDK_KEY_Down, 0);
  gtk_test_accessible_assert_property (cell (fixture, "t3.new.natural"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  gtk_test_accessible_assert_state (cell (fixture, "t3.new.business"), GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
}

/* Money is not added to decisions. */
static void
test_units (Fixture *fixture, gconstpointer table)
{
  g_autofree char *alike = NULL;
  g_autofree char *mixed = NULL;

  ui_test_type (fixture->report, "t2.penalties.decisions", "3");
  ui_test_type (fixture->report, "t2.coercion.decisions", "4");
  ui_test_type (fixture->report, "t2.fees.amount", "59.25");
  go_to (fixture, "t2.penalties.decisions");
  press (fixture, GDK_KEY_Down, S);
  alike = bb_sheet_describe_selection (fixture->sheet);
  g_assert_cmpstr (alike, ==, "2 cells selected, sum 7");
  press (fixture, GDK_KEY_Down, S);
  mixed = bb_sheet_describe_selection (fixture->sheet);
  g_assert_cmpstr (mixed, ==, "3 cells selected");
}

static void
layout_cb (GdkFrameClock *clock, gpointer user_data)
{
  (*(guint *) user_data)++;
}

/* Selecting paints; it measures and places nothing. */
static void
test_no_layout (Fixture *fixture, gconstpointer table)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window));
  guint layouts = 0;
  gulong handler;

  go_to (fixture, "t3.carried_in.business");
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  handler = g_signal_connect (clock, "layout", G_CALLBACK (layout_cb), &layouts);
  press (fixture, GDK_KEY_Right, S);
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  press (fixture, GDK_KEY_a, C);
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  press (fixture, GDK_KEY_Escape, 0);
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  g_signal_handler_disconnect (clock, handler);
  g_assert_cmpuint (layouts, ==, 0);
}

typedef struct
{
  Fixture *fixture;
  const char *id;
  const char *text;
} Expected;

static gboolean
is_stored (gpointer data)
{
  Expected *expected = data;

  return g_str_equal (stored (expected->fixture, expected->id), expected->text);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_copy (Fixture *fixture, gconstpointer table)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->sheet));
  g_autofree char *text = NULL;

  ui_test_type (fixture->report, "t3.new.natural", "1");
  ui_test_type (fixture->report, "t3.carried_in.business", "4");
  go_to (fixture, "t3.new.natural");
  press (fixture, GDK_KEY_Right, S);
  press (fixture, GDK_KEY_Down, S);
  g_assert_true (press (fixture, GDK_KEY_c, C));
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, &text);
  ui_test_wait (is_set, &text);
  g_strchomp (text);
  g_assert_cmpstr (text, ==, "1\t\n\t4");

  /* And back in at another place. */
  go_to (fixture, "t3.deny.1.natural");
  press (fixture, GDK_KEY_v, C);
  ui_test_wait (is_stored, &(Expected) { fixture, "t3.deny.2.business", "4" });
  assert_text (fixture, "t3.deny.1.natural", "1");
  assert_text (fixture, "t3.deny.1.business", "");
}

static void
test_cut (Fixture *fixture, gconstpointer table)
{
  ui_test_type (fixture->report, "t3.new.natural", "1");
  ui_test_type (fixture->report, "t3.new.business", "4");
  go_to (fixture, "t3.new.natural");
  press (fixture, GDK_KEY_Right, S);
  g_assert_true (press (fixture, GDK_KEY_x, C));
  assert_text (fixture, "t3.new.natural", "");
  assert_text (fixture, "t3.new.business", "");
  bb_report_undo (fixture->report);
  assert_text (fixture, "t3.new.natural", "1");
  assert_text (fixture, "t3.new.business", "4");
}

/* One figure for all that is selected, totals left alone. */
static void
test_paste_one (Fixture *fixture, gconstpointer table)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->sheet)), " 0 \r\n");
  go_to (fixture, "t3.deny.1.natural");
  press (fixture, GDK_KEY_space, S);
  press (fixture, GDK_KEY_v, C);
  ui_test_wait (is_stored, &(Expected) { fixture, "t3.deny.1.other", "0" });
  assert_text (fixture, "t3.deny.1.natural", "0");
  assert_text (fixture, "t3.deny.1.total", "0");
  g_assert_cmpstr (bb_report_get_undo_label (fixture->report), ==, "Paste");
  bb_report_undo (fixture->report);
  assert_text (fixture, "t3.deny.1.natural", "");
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
    { "/sheet-selection/keys", "t3", test_keys },
    { "/sheet-selection/merged", "t2", test_merged },
    { "/sheet-selection/clicks", "t3", test_clicks },
    { "/sheet-selection/block-heads", "t2", test_block_heads },
    { "/sheet-selection/walk-within", "t3", test_walk_within },
    { "/sheet-selection/sum", "t3", test_sum },
    { "/sheet-selection/units", "t2", test_units },
    { "/sheet-selection/beside", "t4", test_beside },
    { "/sheet-selection/no-layout", "t3", test_no_layout },
    { "/sheet-selection/copy", "t3", test_copy },
    { "/sheet-selection/cut", "t3", test_cut },
    { "/sheet-selection/paste-one", "t3", test_paste_one },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, tests[i].table, set_up, tests[i].test, tear_down);
  return ui_test_run ();
}
