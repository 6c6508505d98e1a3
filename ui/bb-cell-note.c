/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-cell-note.h"

#include <glib/gi18n.h>

struct _BbCellNote
{
  AdwBin parent_instance;

  GtkTextView *view;
  GtkTextBuffer *buffer;

  BbReport *report;
  BbField *field;
  gboolean updating; /* we set the text, nobody wrote it */
  gboolean written;  /* but not yet in the report */
};

G_DEFINE_FINAL_TYPE (BbCellNote, bb_cell_note, ADW_TYPE_BIN)

enum
{
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_text (BbCellNote *self)
{
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  return bb_text_trim (text);
}

static void
show_text (BbCellNote *self)
{
  const char *remark = self->field != NULL ? bb_field_get_remark (self->field) : NULL;
  g_autofree char *text = dup_text (self);

  if (g_strcmp0 (text, remark != NULL ? remark : "") == 0)
    return;
  self->updating = TRUE;
  gtk_text_buffer_set_text (self->buffer, remark != NULL ? remark : "", -1);
  self->updating = FALSE;
}

static void
changed_cb (BbCellNote *self)
{
  if (!self->updating)
    self->written = TRUE;
}

static gboolean
key_pressed_cb (BbCellNote *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (keyval != GDK_KEY_Escape && !(enter && (state & GDK_CONTROL_MASK) != 0))
    return GDK_EVENT_PROPAGATE;
  bb_cell_note_commit (self);
  g_signal_emit (self, signals[LEFT], 0);
  return GDK_EVENT_STOP;
}

static void
bb_cell_note_dispose (GObject *object)
{
  BbCellNote *self = BB_CELL_NOTE (object);

  g_clear_object (&self->field);
  g_clear_object (&self->report);
  G_OBJECT_CLASS (bb_cell_note_parent_class)->dispose (object);
}

static void
bb_cell_note_class_init (BbCellNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bb_cell_note_dispose;

  signals[LEFT] = g_signal_new ("left", BB_TYPE_CELL_NOTE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_controllers (BbCellNote *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (bb_cell_note_commit), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  /* Behind the view's own: an input method that composes takes Escape first. */
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
bb_cell_note_init (BbCellNote *self)
{
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "focusable", FALSE, NULL);

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_top_margin (self->view, 6);
  gtk_text_view_set_bottom_margin (self->view, 6);
  gtk_text_view_set_left_margin (self->view, 9);
  gtk_text_view_set_right_margin (self->view, 9);
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note to the cell"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 64);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 160);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_add_css_class (scroller, "bb-editor");
  adw_bin_set_child (ADW_BIN (self), scroller);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  add_controllers (self);
}

void
bb_cell_note_show (BbCellNote *self, BbReport *report, BbField *field)
{
  g_return_if_fail (BB_IS_CELL_NOTE (self));
  if (self->field != field)
    {
      bb_cell_note_commit (self);
      g_set_object (&self->report, report);
      g_set_object (&self->field, field);
      gtk_text_view_set_editable (self->view, report == NULL || !bb_report_get_read_only (report));
    }
  /* Undo and other windows may change it; what is being written is not thrown away. */
  if (!self->written)
    show_text (self);
}

void
bb_cell_note_commit (BbCellNote *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (BB_IS_CELL_NOTE (self));
  if (!self->written || self->field == NULL)
    return;
  self->written = FALSE;
  text = dup_text (self);
  /* Another edition: the cell is gone, and its note with it. */
  if (bb_report_find_field (self->report, bb_field_get_id (self->field)) == self->field)
    bb_report_set_remark (self->report, self->field, text);
}

void
bb_cell_note_focus (BbCellNote *self)
{
  g_return_if_fail (BB_IS_CELL_NOTE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
