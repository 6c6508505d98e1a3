/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet-fixture.h"

static void
refused_cb (BbSheet *sheet, const char *message, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->refusal);
  fixture->refusal = g_strdup (message);
}

static void
cell_focused_cb (BbSheet *sheet, guint cell, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->focused = (int) cell;
}

void
make_sheet (Fixture *fixture, const char *table)
{
  const BbForm *form = bb_report_get_form (fixture->report);
  guint index = 0;

  while (!g_str_equal (form->tables[index].id, table))
    index++;
  fixture->sheet = BB_SHEET (bb_sheet_new (fixture->report, fixture->checker, index));
  fixture->focused = -1;
  g_signal_connect (fixture->sheet, "refused", G_CALLBACK (refused_cb), fixture);
  g_signal_connect (fixture->sheet, "cell-focused", G_CALLBACK (cell_focused_cb), fixture);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->scroller), GTK_WIDGET (fixture->sheet));
}

void
set_up (Fixture *fixture, gconstpointer table)
{
  fixture->report = ui_test_report (2023);
  fixture->checker = bb_checker_new (fixture->report, BB_CHECK_LIVE);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->scroller = gtk_scrolled_window_new ();
  gtk_window_set_child (fixture->window, fixture->scroller);
  gtk_window_set_default_size (fixture->window, 1000, 500);
  make_sheet (fixture, table);
  gtk_window_present (fixture->window);
  ui_test_wait_frame (GTK_WIDGET (fixture->window));
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

void
tear_down (Fixture *fixture, gconstpointer table)
{
  gpointer sheet = fixture->sheet;

  g_object_add_weak_pointer (G_OBJECT (fixture->sheet), &sheet);
  gtk_window_destroy (fixture->window);
  ui_test_wait (is_null, &sheet);
  g_assert_finalize_object (fixture->checker);
  g_assert_finalize_object (fixture->report);
  g_free (fixture->refusal);
}

BbField *
field (Fixture *fixture, const char *id)
{
  return bb_report_get_cell (fixture->report, ui_test_cell (fixture->report, id));
}

BbSheetCell *
cell (Fixture *fixture, const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->sheet)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (BB_IS_SHEET_CELL (child) && g_str_equal (bb_field_get_id (bb_sheet_cell_get_field (BB_SHEET_CELL (child))), id))
        return BB_SHEET_CELL (child);
    }

  g_error ("no cell %s", id);
}

const char *
shown (Fixture *fixture, const char *id)
{
  return gtk_editable_get_text (GTK_EDITABLE (cell (fixture, id)));
}

const char *
stored (Fixture *fixture, const char *id)
{
  return bb_field_get_text (field (fixture, id));
}

void
assert_text (Fixture *fixture, const char *id, const char *text)
{
  g_assert_cmpstr (stored (fixture, id), ==, text);
  g_assert_cmpstr (shown (fixture, id), ==, text);
}

void
go_to (Fixture *fixture, const char *id)
{
  bb_sheet_reveal_cell (fixture->sheet, ui_test_cell (fixture->report, id));
  ui_test_settle ();
}

const char *
focused (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);
  GtkWidget *entry = focus != NULL ? gtk_widget_get_ancestor (focus, BB_TYPE_SHEET_CELL) : NULL;

  return entry != NULL ? bb_field_get_id (bb_sheet_cell_get_field (BB_SHEET_CELL (entry))) : NULL;
}

GtkWidget *
delegate (Fixture *fixture, const char *id)
{
  return GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (cell (fixture, id))));
}

static GtkEventController *
find_key_controller (GtkWidget *widget, GtkPropagationPhase phase)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == phase)
        return controller;
    }

  g_assert_not_reached ();
}

GtkIMContext *
input_method (Fixture *fixture, const char *id)
{
  GtkEventController *keys = find_key_controller (delegate (fixture, id), GTK_PHASE_TARGET);

  return gtk_event_controller_key_get_im_context (GTK_EVENT_CONTROLLER_KEY (keys));
}

void
type (Fixture *fixture, const char *text)
{
  g_signal_emit_by_name (input_method (fixture, focused (fixture)), "commit", text);
  ui_test_settle ();
}

gboolean
press (Fixture *fixture, guint keyval, GdkModifierType state)
{
  GtkWidget *sheet = GTK_WIDGET (fixture->sheet);
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_key_controller (sheet, GTK_PHASE_CAPTURE), "key-pressed", keyval, 0u, state, &handled);
  if (!handled)
    g_signal_emit_by_name (find_key_controller (sheet, GTK_PHASE_BUBBLE), "key-pressed", keyval, 0u, state, &handled);
  ui_test_settle ();
  return handled;
}

void
tab (Fixture *fixture, GtkDirectionType direction)
{
  gtk_widget_child_focus (GTK_WIDGET (fixture->window), direction);
  ui_test_settle ();
}

char *
selected (Fixture *fixture)
{
  g_autoptr (GArray) cells = bb_sheet_get_selection (fixture->sheet, NULL);
  const BbForm *form = bb_report_get_form (fixture->report);

  if (cells->len == 0)
    return g_strdup ("0");

  return g_strdup_printf ("%u %s %s", cells->len, form->cells[g_array_index (cells, guint, 0)].id,
                          form->cells[g_array_index (cells, guint, cells->len - 1)].id);
}
