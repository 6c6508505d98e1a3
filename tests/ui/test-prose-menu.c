/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The context menu of a narrative: its undo is that of the report. */
#include "ui-test.h"

#include "bb-prose-menu.h"

typedef struct
{
  BbReport *report;
  BbField *field;
  GtkWidget *window;
  BbProseView *view;
  GtkTextBuffer *buffer;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_test_application ();
  fixture->report = ui_test_report (2024);
  fixture->field = bb_report_get_section (fixture->report, 1);
  fixture->view = g_object_ref_sink (g_object_new (BB_TYPE_PROSE_VIEW, NULL));
  fixture->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  bb_prose_view_bind (fixture->view, fixture->report, fixture->field);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  ui_test_wait_frame (GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_settle ();
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->report);
}

/* Returns: (transfer full): the action behind an item, "" for one that does nothing. */
static char *
action_of (GMenuModel *model, const char *label)
{
  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);
      g_autofree char *text = NULL;
      char *action = section != NULL ? action_of (section, label) : NULL;

      if (action != NULL)
        return action;
      if (g_menu_model_get_item_attribute (model, i, G_MENU_ATTRIBUTE_LABEL, "s", &text) && g_str_equal (text, label)
          && g_menu_model_get_item_attribute (model, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        return action;
    }
  return NULL;
}

static void
assert_action (Fixture *fixture, const char *label, const char *expected)
{
  GtkWidget *menu = bb_prose_menu_popup (fixture->view);
  g_autofree char *action = action_of (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu)), label);

  g_assert_cmpstr (action, ==, expected);
  gtk_popover_popdown (GTK_POPOVER (menu));
  ui_test_settle ();
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (fixture->view)));
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  assert_action (fixture, "_Undo", "prose.nothing");
  assert_action (fixture, "_Redo", "prose.nothing");
  bb_report_edit (fixture->report, fixture->field, "甲", BB_ORIGIN_TYPED);
  assert_action (fixture, "_Undo", "win.undo");
  assert_action (fixture, "_Redo", "prose.nothing");
  bb_report_undo (fixture->report);
  assert_action (fixture, "_Undo", "prose.nothing");
  assert_action (fixture, "_Redo", "win.redo");
}

/* What was there before is still offered, also what is added later. */
static void
test_extra (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  assert_action (fixture, "Paste as It I_s", "prose.paste-verbatim");
  assert_action (fixture, "Select _All", "selection.select-all");
  g_menu_append (menu, "Later", "win.later");
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (fixture->view), G_MENU_MODEL (menu));
  assert_action (fixture, "Later", "win.later");
}

static GtkEventController *
find_click (Fixture *fixture)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_SECONDARY)
        return controller;
    }
  g_assert_not_reached ();
}

static int
press_at (Fixture *fixture, int offset)
{
  GtkEventController *click = find_click (fixture);
  GtkTextIter iter;
  GdkRectangle place;
  int caret;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, offset);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (fixture->view), &iter, &place);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (fixture->view), GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x, &place.y);
  g_signal_emit_by_name (click, "pressed", 1, (double) place.x + 1, (double) place.y + place.height / 2);
  ui_test_settle ();
  g_object_get (fixture->buffer, "cursor-position", &caret, NULL);
  return caret;
}

/* "Paste" pastes where the pointer asked for it, or over what is selected there. */
static void
test_caret (Fixture *fixture, gconstpointer data)
{
  GtkTextIter start, end;

  bb_report_edit (fixture->report, fixture->field, "主动公开政府信息", BB_ORIGIN_TYPED);
  ui_test_wait_frame (GTK_WIDGET (fixture->view));
  g_assert_cmpint (press_at (fixture, 3), ==, 3);
  bb_text_binding_select_range (bb_prose_view_get_binding (fixture->view), 2, 4);
  press_at (fixture, 4);
  g_assert_true (gtk_text_buffer_get_selection_bounds (fixture->buffer, &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 2);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, 6);
  g_assert_cmpint (press_at (fixture, 7), ==, 7);
  g_assert_false (gtk_text_buffer_get_has_selection (fixture->buffer));
}

/* Returns: whether something took the key before the text. */
static gboolean
press (Fixture *fixture, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));
  gboolean handled = FALSE;

  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0u, state, &handled);
    }
  return handled;
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  g_assert_true (press (fixture, GDK_KEY_Menu, 0));
  g_assert_true (press (fixture, GDK_KEY_F10, GDK_SHIFT_MASK));
  g_assert_false (press (fixture, GDK_KEY_F10, 0));
  g_assert_false (press (fixture, GDK_KEY_Menu, GDK_SHIFT_MASK));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/prose-menu/undo", test_undo },
    { "/prose-menu/extra", test_extra },
    { "/prose-menu/caret", test_caret },
    { "/prose-menu/keys", test_keys },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return ui_test_run ();
}
