/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-cell-private.h"

static void
free_entered (BbSheetCell *self)
{
  g_clear_pointer (&self->entered.text, g_free);
  g_clear_pointer (&self->entered.source, g_free);
  g_clear_pointer (&self->entered.unit, g_free);
}

/* What stands here now is what Escape goes back to. */
static void
remember (BbSheetCell *self)
{
  free_entered (self);
  self->entered = (BbContent) {
    .text = g_strdup (bb_field_get_text (self->field)),
    .origin = bb_field_get_origin (self->field),
    .missing = bb_field_get_state (self->field) == BB_STATE_MISSING,
    .source = g_strdup (bb_field_get_source (self->field)),
    .unit = g_strdup (bb_field_get_unit (self->field)),
  };
  self->entered_state = bb_report_get_state_number (self->report);
}

/* Only in a cell that is being edited does the pointer place a caret; elsewhere it is the sheet's. */
static void
show_pointer (BbSheetCell *self)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self)));

  if (self->mode == BB_SHEET_CELL_EDITING)
    gtk_widget_set_cursor_from_name (text, "text");
  else if (gtk_widget_get_cursor (text) != NULL)
    gtk_widget_set_cursor (text, NULL);
}

static void
set_mode (BbSheetCell *self, BbSheetCellMode mode)
{
  if (self->mode == mode)
    return;

  if (self->mode == BB_SHEET_CELL_READY)
    {
      bb_report_barrier (self->report);
      remember (self);
    }
  self->mode = mode;
  bb_sheet_cell_set_class (self, "editing", mode != BB_SHEET_CELL_READY);
  show_pointer (self);
}

static void
set_text (BbSheetCell *self, const char *text)
{
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->updating = FALSE;
}

void
bb_sheet_cell_show_text (BbSheetCell *self)
{
  const char *text = bb_field_get_text (self->field);

  /* Setting equal text moves the caret; setting any while composing resets what is half typed. */
  if (self->composing || self->pending || self->by_hand || g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), text))
    return;

  set_text (self, text);
  /* What came from elsewhere is replaced by the next key like anything that stands here. */
  if (self->mode == BB_SHEET_CELL_READY && bb_sheet_cell_has_keyboard (self))
    gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);
}

/* What was typed goes through the one door. */
static void
commit (BbSheetCell *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  self->pending = FALSE;
  self->emptied = FALSE;
  g_clear_handle_id (&self->emptied_id, g_source_remove);
  if (!g_str_equal (text, bb_field_get_text (self->field)))
    bb_report_edit (self->report, self->field, text, BB_ORIGIN_TYPED);
}

void
bb_sheet_cell_begin_by_hand (BbSheetCell *self)
{
  self->by_hand = TRUE;
  bb_sheet_cell_sync (self);
  bb_sheet_cell_enter (self);
  /* All is selected, and every key is the text's: it is written only when the cell is left. */
  set_mode (self, BB_SHEET_CELL_EDITING);
}

static void
end_by_hand (BbSheetCell *self, gboolean keep)
{
  if (!self->by_hand)
    return;

  self->by_hand = FALSE;
  if (keep)
    commit (self);
  self->pending = FALSE;
  bb_sheet_cell_sync (self);
}

/* Typing over what was read or deduced: taking the step back leaves no trace of it; a new edit could not put all of it back. */
static void
restore_content (BbSheetCell *self)
{
  if (self->entered.origin == BB_ORIGIN_TYPED && !self->entered.missing && self->entered.source == NULL)
    {
      bb_report_edit (self->report, self->field, self->entered.text, BB_ORIGIN_TYPED);
      return;
    }
  if (bb_report_can_undo (self->report))
    {
      bb_report_undo (self->report);
      if (bb_report_get_state_number (self->report) == self->entered_state)
        return;
      bb_report_redo (self->report);
    }
  bb_report_edit_content (self->report, self->field, &self->entered);
}

gboolean
bb_sheet_cell_cancel (BbSheetCell *self)
{
  gboolean typing = self->mode != BB_SHEET_CELL_READY;

  g_return_val_if_fail (BB_IS_SHEET_CELL (self), FALSE);

  if (!typing && !self->by_hand)
    return FALSE;

  self->pending = FALSE;
  self->emptied = FALSE;
  g_clear_handle_id (&self->emptied_id, g_source_remove);
  set_mode (self, BB_SHEET_CELL_READY);
  if (bb_field_is_derived (self->field))
    end_by_hand (self, FALSE);
  else if (g_strcmp0 (self->entered.text, bb_field_get_text (self->field)) != 0)
    restore_content (self);
  bb_sheet_cell_sync (self);
  bb_report_barrier (self->report);
  gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);
  return TRUE;
}

static gboolean
emptied_cb (gpointer user_data)
{
  BbSheetCell *self = user_data;

  self->emptied_id = 0;
  commit (self);
  return G_SOURCE_REMOVE;
}

/* An input method that begins takes away what is selected before it says so, and may be given up without a character.
 * Nothing is written before it is known whether it was that. */
static gboolean
may_be_composition (BbSheetCell *self, BbSheetCellMode before)
{
  return before == BB_SHEET_CELL_READY && gtk_entry_get_text_length (GTK_ENTRY (self)) == 0;
}

static void
text_cb (BbSheetCell *self)
{
  BbSheetCellMode before = self->mode;

  if (self->updating)
    return;

  self->pending = TRUE;
  if (before == BB_SHEET_CELL_READY)
    set_mode (self, BB_SHEET_CELL_TYPING);
  if (may_be_composition (self, before))
    {
      self->emptied = TRUE;
      if (!self->composing && !self->by_hand && self->emptied_id == 0)
        self->emptied_id = g_idle_add_full (G_PRIORITY_HIGH, emptied_cb, self, NULL);
      return;
    }
  self->emptied = FALSE;
  if (!self->composing && !self->by_hand)
    commit (self);
}

/* Given up without a character: what stood here before is there again, as if nothing had been pressed. */
static void
end_empty_composition (BbSheetCell *self)
{
  self->emptied = FALSE;
  self->replaces = FALSE;
  self->pending = FALSE;
  set_mode (self, BB_SHEET_CELL_READY);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), bb_field_get_text (self->field)))
    set_text (self, bb_field_get_text (self->field));
  gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);
}

static gboolean
is_given_up (BbSheetCell *self)
{
  gboolean is_empty = gtk_entry_get_text_length (GTK_ENTRY (self)) == 0;

  return !self->by_hand && (self->replaces || (self->emptied && is_empty));
}

static gboolean
composed_cb (gpointer user_data)
{
  BbSheetCell *self = user_data;

  self->composed_id = 0;
  if (self->composing)
    return G_SOURCE_REMOVE;
  if (is_given_up (self))
    end_empty_composition (self);
  bb_sheet_cell_sync (self);
  return G_SOURCE_REMOVE;
}

/* The text itself is left alone until the input method is through with it; a commit may follow at once. */
static void
preedit_changed_cb (BbSheetCell *self, const char *preedit)
{
  gboolean composing = preedit != NULL && *preedit != '\0';

  if (self->composing == composing)
    return;

  self->composing = composing;
  if (composing)
    {
      g_clear_handle_id (&self->emptied_id, g_source_remove);
      /* Nothing was taken away: the cell is empty, or another program took the selection and the commit has to do it. */
      if (self->mode == BB_SHEET_CELL_READY && bb_sheet_cell_is_input (self))
        {
          self->replaces = gtk_entry_get_text_length (GTK_ENTRY (self)) > 0;
          self->emptied = !self->replaces;
          set_mode (self, BB_SHEET_CELL_TYPING);
        }
      return;
    }
  if (self->pending && !self->by_hand && !is_given_up (self))
    commit (self);
  if (self->composed_id == 0)
    self->composed_id = g_idle_add_full (G_PRIORITY_HIGH, composed_cb, self, NULL);
}

/* Whatever is typed into a cell that is ready replaces all of it, also when another program took the selection away: once, also
 * when the text itself has done it. */
void
bb_sheet_cell_replace_all (BbSheetCell *self, GtkEditable *delegate, int *position)
{
  gboolean ready = self->mode == BB_SHEET_CELL_READY && bb_sheet_cell_has_keyboard (self);
  gboolean replaces = ready || self->replaces;

  self->replaces = FALSE;
  if (!replaces || gtk_entry_get_text_length (GTK_ENTRY (self)) == 0)
    return;

  gtk_editable_delete_text (delegate, 0, -1);
  *position = 0;
}

static void
focus_enter_cb (BbSheetCell *self)
{
  bb_report_barrier (self->report);
  bb_sheet_cell_emit_entered (self);
}

/* The context menu that offered it takes the keyboard from the window as it goes, and gives it back at once: a total in which
 * nothing was typed yet waits for that. */
static gboolean
is_only_window (BbSheetCell *self)
{
  return self->by_hand && !self->pending && !self->composing && bb_sheet_cell_has_keyboard (self);
}

static void
focus_leave_cb (BbSheetCell *self)
{
  gboolean given_up = is_given_up (self) && (self->composing || self->composed_id != 0);

  if (is_only_window (self))
    return;

  /* What an input method had not finished is gone by now, what it had is ours. */
  self->composing = FALSE;
  g_clear_handle_id (&self->composed_id, g_source_remove);
  if (given_up)
    end_empty_composition (self);
  end_by_hand (self, TRUE);
  bb_sheet_cell_commit (self);
  bb_report_barrier (self->report);
  bb_sheet_cell_sync (self);
}

void
bb_sheet_cell_dispose_typing (BbSheetCell *self)
{
  g_clear_handle_id (&self->emptied_id, g_source_remove);
  g_clear_handle_id (&self->composed_id, g_source_remove);
  g_clear_handle_id (&self->by_hand_id, g_source_remove);
}

void
bb_sheet_cell_finalize_typing (BbSheetCell *self)
{
  free_entered (self);
}

void
bb_sheet_cell_init_typing (BbSheetCell *self)
{
  GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (self));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  show_pointer (self);
  g_signal_connect (self, "notify::text", G_CALLBACK (text_cb), NULL);
  g_signal_connect_object (delegate, "preedit-changed", G_CALLBACK (preedit_changed_cb), self, G_CONNECT_SWAPPED);
}

void
bb_sheet_cell_enter (BbSheetCell *self)
{
  g_return_if_fail (BB_IS_SHEET_CELL (self));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  /* It has the focus already, and an input method is at work in it: whoever comes here leaves that alone. */
  if (self->composing)
    return;

  bb_sheet_cell_commit (self);
  set_mode (self, BB_SHEET_CELL_READY);
  gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);
}

void
bb_sheet_cell_rest (BbSheetCell *self)
{
  g_return_if_fail (BB_IS_SHEET_CELL (self));

  bb_sheet_cell_commit (self);
  set_mode (self, BB_SHEET_CELL_READY);
}

void
bb_sheet_cell_prepare (BbSheetCell *self)
{
  GtkEditable *editable = GTK_EDITABLE (self);
  int start, stop;

  g_return_if_fail (BB_IS_SHEET_CELL (self));

  if (self->mode != BB_SHEET_CELL_READY || gtk_entry_get_text_length (GTK_ENTRY (self)) == 0)
    return;
  /* Setting it without need would claim the clipboard of the middle button again and again. */
  if (!gtk_editable_get_selection_bounds (editable, &start, &stop) || start != 0 || stop != (int) gtk_entry_get_text_length (GTK_ENTRY (self)))
    gtk_editable_select_region (editable, 0, -1);
}

gboolean
bb_sheet_cell_begin_edit (BbSheetCell *self)
{
  g_return_val_if_fail (BB_IS_SHEET_CELL (self), FALSE);

  if (!bb_sheet_cell_is_input (self))
    return FALSE;

  set_mode (self, BB_SHEET_CELL_EDITING);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  return TRUE;
}

void
bb_sheet_cell_begin_empty (BbSheetCell *self)
{
  g_return_if_fail (BB_IS_SHEET_CELL (self));

  set_mode (self, BB_SHEET_CELL_TYPING);
  gtk_editable_set_text (GTK_EDITABLE (self), "");
}

void
bb_sheet_cell_commit (BbSheetCell *self)
{
  g_return_if_fail (BB_IS_SHEET_CELL (self));

  /* A composition that took away what was selected may still be given up. */
  if (self->pending && !self->by_hand && !(is_given_up (self) && (self->composing || self->composed_id != 0)))
    commit (self);
}

BbSheetCellMode
bb_sheet_cell_get_mode (BbSheetCell *self)
{
  g_return_val_if_fail (BB_IS_SHEET_CELL (self), BB_SHEET_CELL_READY);

  return self->mode;
}

void
bb_sheet_cell_finish (BbSheetCell *self)
{
  g_return_if_fail (BB_IS_SHEET_CELL (self));

  /* What is half typed there comes by the input method when the focus goes. */
  if (!self->composing)
    end_by_hand (self, TRUE);
  bb_sheet_cell_commit (self);
}

gboolean
bb_sheet_cell_is_composing (BbSheetCell *self)
{
  g_return_val_if_fail (BB_IS_SHEET_CELL (self), FALSE);

  return self->composing;
}
