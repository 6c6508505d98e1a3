/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard in the table sheet, as in a spreadsheet: moving, typing, clearing, filling. */
#include "sheet-fixture.h"

#define C GDK_CONTROL_MASK
#define S GDK_SHIFT_MASK

typedef struct
{
  guint keyval;
  GdkModifierType state;
  const char *to;
} Stride;

static void
walk (Fixture *fixture, const Stride *strides, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (press (fixture, strides[i].keyval, strides[i].state));
      g_assert_cmpstr (focused (fixture), ==, strides[i].to);
    }
}

static void
test_moves (Fixture *fixture, gconstpointer table)
{
  static const Stride strides[] = {
    { GDK_KEY_Return, 0, "t3.carried_in.natural" },
    { GDK_KEY_KP_Enter, 0, "t3.granted.natural" },
    { GDK_KEY_Return, S, "t3.carried_in.natural" },
    { GDK_KEY_Down, 0, "t3.granted.natural" },
    { GDK_KEY_Up, 0, "t3.carried_in.natural" },
    { GDK_KEY_Right, 0, "t3.carried_in.business" },
    { GDK_KEY_KP_Left, 0, "t3.carried_in.natural" },
    /* A row has an end. */
    { GDK_KEY_Left, 0, "t3.carried_in.natural" },
    { GDK_KEY_End, 0, "t3.carried_in.total" },
    { GDK_KEY_Right, 0, "t3.carried_in.total" },
    { GDK_KEY_Home, 0, "t3.carried_in.natural" },
    { GDK_KEY_End, C, "t3.carried_out.total" },
    { GDK_KEY_Down, 0, "t3.carried_out.total" },
    { GDK_KEY_Home, C, "t3.new.natural" },
    { GDK_KEY_Up, 0, "t3.new.natural" },
  };

  go_to (fixture, "t3.new.natural");
  walk (fixture, strides, G_N_ELEMENTS (strides));

  /* Enter passes over the totals' row; at the bottom the next column begins, at the top the one before ends. */
  go_to (fixture, "t3.other.3.natural");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (focused (fixture), ==, "t3.carried_out.natural");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (focused (fixture), ==, "t3.new.business");
  press (fixture, GDK_KEY_Return, S);
  g_assert_cmpstr (focused (fixture), ==, "t3.carried_out.natural");
}

/* A table of several blocks, whose cells are of different widths. */
static void
test_blocks (Fixture *fixture, gconstpointer table)
{
  static const Stride strides[] = {
    { GDK_KEY_Down, 0, "t2.normative.valid" },
    { GDK_KEY_Down, 0, "t2.licences.decisions" },
    { GDK_KEY_Down, 0, "t2.penalties.decisions" },
    { GDK_KEY_Up, 0, "t2.licences.decisions" },
    { GDK_KEY_Up, 0, "t2.normative.valid" },
    { GDK_KEY_Home, C, "t2.rules.made" },
    { GDK_KEY_End, C, "t2.fees.amount" },
  };

  go_to (fixture, "t2.rules.valid");
  walk (fixture, strides, G_N_ELEMENTS (strides));
}

static void
test_edges (Fixture *fixture, gconstpointer table)
{
  static const Stride strides[] = {
    { GDK_KEY_Down, C, "t3.partial.natural" },
    { GDK_KEY_Down, C, "t3.deny.3.natural" },
    { GDK_KEY_Down, C, "t3.carried_out.natural" },
    { GDK_KEY_Up, C, "t3.deny.3.natural" },
    { GDK_KEY_Right, C, "t3.deny.3.other" },
    { GDK_KEY_Right, C, "t3.deny.3.total" },
    { GDK_KEY_Left, C, "t3.deny.3.other" },
    { GDK_KEY_Left, C, "t3.deny.3.natural" },
  };
  const char *const filled[] = { "t3.new.natural", "t3.carried_in.natural", "t3.granted.natural", "t3.partial.natural",
                                 "t3.deny.3.natural", "t3.deny.3.other" };

  for (guint i = 0; i < G_N_ELEMENTS (filled); i++)
    ui_test_type (fixture->report, filled[i], "1");
  go_to (fixture, "t3.new.natural");
  walk (fixture, strides, G_N_ELEMENTS (strides));
}

static void
test_pages (Fixture *fixture, gconstpointer table)
{
  g_autofree char *first = NULL;

  go_to (fixture, "t3.new.other");
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
  g_assert_true (press (fixture, GDK_KEY_Page_Down, 0));
  first = g_strdup (focused (fixture));
  g_assert_cmpstr (first, !=, "t3.new.other");
  g_assert_cmpstr (first, !=, "t3.carried_out.other");
  for (guint i = 0; i < 10; i++)
    press (fixture, GDK_KEY_Page_Down, 0);
  g_assert_cmpstr (focused (fixture), ==, "t3.carried_out.other");
  for (guint i = 0; i < 10; i++)
    press (fixture, GDK_KEY_Page_Up, 0);
  g_assert_cmpstr (focused (fixture), ==, "t3.new.other");
}

static void
test_tab (Fixture *fixture, gconstpointer table)
{
  /* A window gives its first focus by the same way. */
  g_assert_cmpstr (focused (fixture), ==, "t3.new.natural");
  for (guint i = 0; i < 6; i++)
    tab (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_cmpstr (focused (fixture), ==, "t3.carried_in.natural");
  tab (fixture, GTK_DIR_TAB_BACKWARD);
  g_assert_cmpstr (focused (fixture), ==, "t3.new.other");

  /* Tab leaves the table at its end. */
  go_to (fixture, "t3.carried_out.other");
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->sheet), GTK_DIR_TAB_FORWARD));
}

/* With no input below, Enter stays at a total that is typed by hand, and writes it as leaving would. */
static void
test_total_by_hand (Fixture *fixture, gconstpointer table)
{
  const char *id = "t3.new.total";

  ui_test_type (fixture->report, "t3.new.natural", "3");
  go_to (fixture, id);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (cell (fixture, id)), "cell.override", NULL));
  ui_test_settle ();
  type (fixture, "99");
  g_assert_cmpstr (stored (fixture, id), !=, "99");
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  assert_text (fixture, id, "99");
  g_assert_cmpstr (focused (fixture), ==, id);
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (cell (fixture, id))));
  press (fixture, GDK_KEY_Escape, 0);
  assert_text (fixture, id, "99");
}

/* What is typed on a total is not lost without a word. */
static void
test_total_refuses (Fixture *fixture, gconstpointer table)
{
  static const guint refused[] = { GDK_KEY_5, GDK_KEY_KP_5, GDK_KEY_a, GDK_KEY_BackSpace, GDK_KEY_F2 };
  static const guint silent[] = { GDK_KEY_Shift_L, GDK_KEY_Down, GDK_KEY_Tab, GDK_KEY_Menu };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      go_to (fixture, "t3.new.total");
      g_clear_pointer (&fixture->refusal, g_free);
      press (fixture, refused[i], 0);
      g_assert_nonnull (fixture->refusal);
      g_assert_cmpstr (stored (fixture, "t3.new.total"), ==, "");
    }
  for (guint i = 0; i < G_N_ELEMENTS (silent); i++)
    {
      go_to (fixture, "t3.new.total");
      g_clear_pointer (&fixture->refusal, g_free);
      press (fixture, silent[i], 0);
      g_assert_null (fixture->refusal);
    }
}

/* Over a table in which somebody types nothing lies, wherever the pointer was left. */
static void
test_no_tooltips (Fixture *fixture, gconstpointer table)
{
  GtkWidget *other = GTK_WIDGET (cell (fixture, "t3.granted.natural"));

  go_to (fixture, "t3.new.natural");
  g_assert_true (gtk_widget_get_has_tooltip (other));
  press (fixture, GDK_KEY_Down, 0);
  g_assert_false (gtk_widget_get_has_tooltip (other));
}

/* Enter after Tabs goes on below the cell where the Tabs began. */
static void
test_tab_runs (Fixture *fixture, gconstpointer table)
{
  go_to (fixture, "t3.new.business");
  tab (fixture, GTK_DIR_TAB_FORWARD);
  type (fixture, "5");
  tab (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_cmpstr (focused (fixture), ==, "t3.new.charity");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (focused (fixture), ==, "t3.carried_in.business");
  /* The run is over. */
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (focused (fixture), ==, "t3.granted.business");

  /* Another move is the end of a run. */
  tab (fixture, GTK_DIR_TAB_FORWARD);
  tab (fixture, GTK_DIR_TAB_FORWARD);
  press (fixture, GDK_KEY_Up, 0);
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (focused (fixture), ==, "t3.granted.charity");

  /* In the next row a run begins anew. */
  go_to (fixture, "t3.granted.other");
  tab (fixture, GTK_DIR_TAB_FORWARD);
  tab (fixture, GTK_DIR_TAB_FORWARD);
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (focused (fixture), ==, "t3.deny.1.natural");
}

/* After the last cell there is nothing to go to; what was typed there is entered all the same. */
static void
test_enter_at_end (Fixture *fixture, gconstpointer table)
{
  static const guint enters[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };

  for (guint i = 0; i < G_N_ELEMENTS (enters); i++)
    {
      g_autofree char *typed = g_strdup_printf ("1%u", i);

      go_to (fixture, "t3.carried_out.legal");
      press (fixture, GDK_KEY_Right, 0);
      type (fixture, typed);
      press (fixture, enters[i], 0);
      g_assert_cmpstr (focused (fixture), ==, "t3.carried_out.other");
      g_assert_cmpint (bb_sheet_cell_get_mode (cell (fixture, "t3.carried_out.other")), ==, BB_SHEET_CELL_READY);
      press (fixture, GDK_KEY_Escape, 0);
      assert_text (fixture, "t3.carried_out.other", typed);
    }
  /* The next key begins anew. */
  type (fixture, "7");
  press (fixture, GDK_KEY_Return, S);
  assert_text (fixture, "t3.carried_out.other", "7");
}

/* Ready, typing, editing: whose the arrows are. */
static void
test_modes (Fixture *fixture, gconstpointer table)
{
  go_to (fixture, "t3.new.business");
  g_assert_cmpint (bb_sheet_cell_get_mode (cell (fixture, "t3.new.business")), ==, BB_SHEET_CELL_READY);
  type (fixture, "123");
  g_assert_cmpint (bb_sheet_cell_get_mode (cell (fixture, "t3.new.business")), ==, BB_SHEET_CELL_TYPING);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (cell (fixture, "t3.new.business")), "editing"));
  press (fixture, GDK_KEY_Left, 0);
  g_assert_cmpstr (focused (fixture), ==, "t3.new.natural");

  go_to (fixture, "t3.new.business");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (cell (fixture, "t3.new.business")), "editing"));
  g_assert_true (press (fixture, GDK_KEY_F2, 0));
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (cell (fixture, "t3.new.business"))), ==, 3);
  g_assert_false (press (fixture, GDK_KEY_Left, 0));
  g_assert_false (press (fixture, GDK_KEY_Home, 0));
  g_assert_false (press (fixture, GDK_KEY_Delete, 0));
  g_assert_false (press (fixture, GDK_KEY_a, C));
  g_assert_false (press (fixture, GDK_KEY_Right, S));
  gtk_editable_set_position (GTK_EDITABLE (cell (fixture, "t3.new.business")), 1);
  type (fixture, "9");
  assert_text (fixture, "t3.new.business", "1923");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (focused (fixture), ==, "t3.carried_in.business");

  /* A total is not edited. */
  go_to (fixture, "t3.new.total");
  g_assert_true (press (fixture, GDK_KEY_F2, 0));
  g_assert_cmpint (bb_sheet_cell_get_mode (cell (fixture, "t3.new.total")), ==, BB_SHEET_CELL_READY);
}

/* The actions of the menu: one step each. What Escape takes back is as it was: deduced and confirmed, not typed. */
static void
test_confirm (Fixture *fixture, gconstpointer table)
{
  BbField *other = field (fixture, "t3.new.business");

  bb_report_edit (fixture->report, field (fixture, "t3.new.natural"), "3", BB_ORIGIN_DEDUCED);
  bb_report_edit (fixture->report, other, "4", BB_ORIGIN_DEDUCED);
  bb_report_edit (fixture->report, field (fixture, "t3.carried_in.natural"), "5", BB_ORIGIN_DEDUCED);
  bb_report_forget_history (fixture->report);
  go_to (fixture, "t3.carried_in.business");
  go_to (fixture, "t3.new.natural");
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "sheet.confirm-row", NULL);
  g_assert_true (bb_field_is_confirmed (field (fixture, "t3.new.natural")));
  g_assert_true (bb_field_is_confirmed (other));
  g_assert_cmpuint (bb_confirm_count (fixture->report, BB_CONFIRM_ALL, 0), ==, 1);
  bb_report_undo (fixture->report);
  g_assert_false (bb_report_can_undo (fixture->report));
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "sheet.confirm-all", NULL);
  g_assert_cmpuint (bb_confirm_count (fixture->report, BB_CONFIRM_ALL, 0), ==, 0);

  go_to (fixture, "t3.new.business");
  type (fixture, "6");
  g_assert_false (bb_field_is_confirmed (other));
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  assert_text (fixture, "t3.new.business", "4");
  g_assert_true (bb_field_is_confirmed (other));
}

static void
test_escape (Fixture *fixture, gconstpointer table)
{
  BbContent content = { (char *) "5", BB_ORIGIN_READ, FALSE, (char *) "line 7", NULL };

  bb_report_edit_content (fixture->report, field (fixture, "t3.new.business"), &content);
  ui_test_type (fixture->report, "t3.new.natural", "3");
  bb_report_forget_history (fixture->report);
  bb_report_mark_saved (fixture->report);

  go_to (fixture, "t3.new.natural");
  g_assert_false (press (fixture, GDK_KEY_Escape, 0));
  type (fixture, "12");
  assert_text (fixture, "t3.new.natural", "12");
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  assert_text (fixture, "t3.new.natural", "3");
  g_assert_false (bb_report_get_modified (fixture->report));
  g_assert_false (bb_report_can_undo (fixture->report));
  /* Ready again: the next key replaces. */
  type (fixture, "4");
  assert_text (fixture, "t3.new.natural", "4");
  press (fixture, GDK_KEY_Escape, 0);

  /* What was read is read again, with its place, and no step is left of it. */
  go_to (fixture, "t3.new.business");
  type (fixture, "6");
  type (fixture, "7");
  g_assert_cmpint (bb_field_get_origin (field (fixture, "t3.new.business")), ==, BB_ORIGIN_TYPED);
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  assert_text (fixture, "t3.new.business", "5");
  g_assert_cmpint (bb_field_get_origin (field (fixture, "t3.new.business")), ==, BB_ORIGIN_READ);
  g_assert_cmpstr (bb_field_get_source (field (fixture, "t3.new.business")), ==, "line 7");
  g_assert_false (bb_report_can_undo (fixture->report));
  g_assert_false (bb_report_get_modified (fixture->report));

  /* Saved in the middle of typing: two steps, and still back to the beginning. */
  type (fixture, "6");
  bb_report_mark_saved (fixture->report);
  type (fixture, "7");
  assert_text (fixture, "t3.new.business", "67");
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  assert_text (fixture, "t3.new.business", "5");
  g_assert_cmpint (bb_field_get_origin (field (fixture, "t3.new.business")), ==, BB_ORIGIN_READ);

  /* Undo is not taken back by Escape. */
  type (fixture, "8");
  bb_report_undo (fixture->report);
  go_to (fixture, "t3.new.business");
  g_assert_false (press (fixture, GDK_KEY_Escape, 0));
  assert_text (fixture, "t3.new.business", "5");
}

static void
test_clear (Fixture *fixture, gconstpointer table)
{
  static const char *const columns[] = { "natural", "business", "research", "charity", "legal", "other" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *id = g_strconcat ("t3.new.", columns[i], NULL);

      ui_test_type (fixture->report, id, "2");
    }
  assert_text (fixture, "t3.new.total", "12");

  /* The whole row: its total follows. */
  go_to (fixture, "t3.new.natural");
  press (fixture, GDK_KEY_space, S);
  g_assert_true (press (fixture, GDK_KEY_Delete, 0));
  assert_text (fixture, "t3.new.natural", "");
  assert_text (fixture, "t3.new.other", "");
  assert_text (fixture, "t3.new.total", "");
  g_assert_cmpstr (bb_report_get_undo_label (fixture->report), ==, "Clear Cells");
  bb_report_undo (fixture->report);
  assert_text (fixture, "t3.new.natural", "2");
  assert_text (fixture, "t3.new.total", "12");

  /* Backspace empties one cell, and something else is typed there. */
  go_to (fixture, "t3.new.business");
  g_assert_true (press (fixture, GDK_KEY_BackSpace, 0));
  assert_text (fixture, "t3.new.business", "");
  type (fixture, "7");
  assert_text (fixture, "t3.new.business", "7");
  assert_text (fixture, "t3.new.total", "17");
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  assert_text (fixture, "t3.new.business", "2");

  /* A total is cleared by nobody. */
  go_to (fixture, "t3.new.total");
  press (fixture, GDK_KEY_Delete, 0);
  press (fixture, GDK_KEY_BackSpace, 0);
  assert_text (fixture, "t3.new.total", "12");
}

static void
test_fill_down (Fixture *fixture, gconstpointer table)
{
  guint64 state;

  ui_test_type (fixture->report, "t3.new.natural", "３");
  ui_test_type (fixture->report, "t3.new.business", "4");

  /* From above. */
  go_to (fixture, "t3.carried_in.natural");
  g_assert_true (press (fixture, GDK_KEY_d, C));
  assert_text (fixture, "t3.carried_in.natural", "３");

  /* From the top row of what is selected, one step, not over totals. */
  go_to (fixture, "t3.new.natural");
  press (fixture, GDK_KEY_Right, S);
  press (fixture, GDK_KEY_Down, S | C);
  press (fixture, GDK_KEY_d, C);
  assert_text (fixture, "t3.other.2.natural", "３");
  assert_text (fixture, "t3.carried_out.business", "4");
  assert_text (fixture, "t3.total.business", "84");
  assert_text (fixture, "t3.new.research", "");
  g_assert_cmpstr (bb_report_get_undo_label (fixture->report), ==, "Fill Down");
  bb_report_undo (fixture->report);
  assert_text (fixture, "t3.other.2.natural", "");
  assert_text (fixture, "t3.carried_in.natural", "３");

  /* Nothing above. */
  state = bb_report_get_state_number (fixture->report);
  go_to (fixture, "t3.new.research");
  press (fixture, GDK_KEY_d, C);
  g_assert_cmpuint (bb_report_get_state_number (fixture->report), ==, state);
}

static void
test_fill_right (Fixture *fixture, gconstpointer table)
{
  ui_test_type (fixture->report, "t3.new.natural", "3");
  ui_test_type (fixture->report, "t3.carried_in.natural", "0");
  go_to (fixture, "t3.new.natural");
  press (fixture, GDK_KEY_End, S);
  press (fixture, GDK_KEY_Down, S);
  g_assert_true (press (fixture, GDK_KEY_r, C));
  assert_text (fixture, "t3.new.other", "3");
  assert_text (fixture, "t3.new.total", "18");
  assert_text (fixture, "t3.carried_in.charity", "0");
  g_assert_cmpstr (bb_report_get_undo_label (fixture->report), ==, "Fill Right");

  /* From the left, one cell. */
  ui_test_type (fixture->report, "t3.granted.natural", "8");
  go_to (fixture, "t3.granted.business");
  press (fixture, GDK_KEY_r, C);
  assert_text (fixture, "t3.granted.business", "8");
}

/* Another program takes the selection of the middle button, and GTK the one in the cell with it: the next key still replaces. */
static void
test_selection_lost (Fixture *fixture, gconstpointer table)
{
  ui_test_type (fixture->report, "t3.new.natural", "12");
  go_to (fixture, "t3.new.natural");
  gtk_editable_select_region (GTK_EDITABLE (cell (fixture, "t3.new.natural")), 0, 0);
  type (fixture, "5");
  assert_text (fixture, "t3.new.natural", "5");
  type (fixture, "6");
  assert_text (fixture, "t3.new.natural", "56");
  bb_report_undo (fixture->report);
  assert_text (fixture, "t3.new.natural", "12");
}

/* An amount is no count: nothing is filled from one into the other. */
static void
test_fill_kinds (Fixture *fixture, gconstpointer table)
{
  ui_test_type (fixture->report, "t2.coercion.decisions", "12");
  go_to (fixture, "t2.fees.amount");
  press (fixture, GDK_KEY_d, C);
  assert_text (fixture, "t2.fees.amount", "");
}

/* Half typed by an input method, every key is its own. */
static void
test_composing (Fixture *fixture, gconstpointer table)
{
  static const guint keyvals[] = { GDK_KEY_Return, GDK_KEY_Down, GDK_KEY_Left, GDK_KEY_Escape, GDK_KEY_F2, GDK_KEY_BackSpace,
                                   GDK_KEY_Delete, GDK_KEY_Home, GDK_KEY_Page_Down, GDK_KEY_Menu };

  go_to (fixture, "t3.new.natural");
  g_signal_emit_by_name (delegate (fixture, "t3.new.natural"), "preedit-changed", "shi");
  for (guint i = 0; i < G_N_ELEMENTS (keyvals); i++)
    {
      g_assert_false (press (fixture, keyvals[i], 0));
      g_assert_false (press (fixture, keyvals[i], S));
    }
  g_assert_false (press (fixture, GDK_KEY_space, C));
  g_assert_cmpstr (focused (fixture), ==, "t3.new.natural");
  g_signal_emit_by_name (delegate (fixture, "t3.new.natural"), "preedit-changed", "");
  g_assert_true (press (fixture, GDK_KEY_Down, 0));
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
    { "/sheet-keys/moves", "t3", test_moves },
    { "/sheet-keys/blocks", "t2", test_blocks },
    { "/sheet-keys/edges", "t3", test_edges },
    { "/sheet-keys/pages", "t3", test_pages },
    { "/sheet-keys/tab", "t3", test_tab },
    { "/sheet-keys/total-by-hand", "t3", test_total_by_hand },
    { "/sheet-keys/total-refuses", "t3", test_total_refuses },
    { "/sheet-keys/no-tooltips", "t3", test_no_tooltips },
    { "/sheet-keys/tab-runs", "t3", test_tab_runs },
    { "/sheet-keys/enter-at-end", "t3", test_enter_at_end },
    { "/sheet-keys/modes", "t3", test_modes },
    { "/sheet-keys/escape", "t3", test_escape },
    { "/sheet-keys/confirm", "t3", test_confirm },
    { "/sheet-keys/clear", "t3", test_clear },
    { "/sheet-keys/fill-down", "t3", test_fill_down },
    { "/sheet-keys/fill-right", "t3", test_fill_right },
    { "/sheet-keys/selection-lost", "t3", test_selection_lost },
    { "/sheet-keys/fill-kinds", "t2", test_fill_kinds },
    { "/sheet-keys/composing", "t3", test_composing },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, tests[i].table, set_up, tests[i].test, tear_down);
  return ui_test_run ();
}
