/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-cell.h"

#include "sheet/bb-sheet-menu.h"

#include <glib/gi18n.h>
#include <string.h>

#define FOLLOW_ICON "view-refresh-symbolic"
#define ICON_COLUMNS 3

struct _BbSheetCell
{
  GtkEntry parent_instance;

  BbReport *report;
  BbField *field;

  /* Typing */
  BbContent entered; /* what stood here when the focus came in: what Escape goes back to */
  gboolean composing;
  gboolean updating; /* we set the text, nobody typed it */
  gboolean pending;  /* typed, but not yet in the report */
  gboolean by_hand;  /* a total that is being typed */
  guint by_hand_id;  /* idle: it is about to be */
  char *arrived;     /* text with tabs or line breaks, on its way to the sheet */
  guint arrived_id;

  /* Look */
  BbSheetFinding finding;
  BbSheetSide side;
};

G_DEFINE_FINAL_TYPE (BbSheetCell, bb_sheet_cell, GTK_TYPE_ENTRY)

enum
{
  ENTERED,
  MOVE,
  PASTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_input (BbSheetCell *self)
{
  return self->by_hand || !bb_field_is_derived (self->field);
}

static void
set_class (BbSheetCell *self, const char *name, gboolean wanted)
{
  if (wanted)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
remember_content (BbSheetCell *self)
{
  g_free (self->entered.text);
  g_free (self->entered.source);
  g_free (self->entered.unit);
  self->entered = (BbContent) {
    .text = g_strdup (bb_field_get_text (self->field)),
    .origin = bb_field_get_origin (self->field),
    .missing = bb_field_get_state (self->field) == BB_STATE_MISSING,
    .source = g_strdup (bb_field_get_source (self->field)),
    .unit = g_strdup (bb_field_get_unit (self->field)),
  };
}

static void
show_text (BbSheetCell *self)
{
  const char *text = bb_field_get_text (self->field);

  /* Setting equal text moves the caret; setting any while composing resets what is half typed. */
  if (self->composing || self->pending || self->by_hand || g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), text))
    return;

  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->updating = FALSE;
}

/* What was typed goes through the one door. */
static void
commit (BbSheetCell *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  self->pending = FALSE;
  if (!g_str_equal (text, bb_field_get_text (self->field)))
    bb_report_edit (self->report, self->field, text, BB_ORIGIN_TYPED);
}

static void
begin_by_hand (BbSheetCell *self)
{
  self->by_hand = TRUE;
  bb_sheet_cell_sync (self);
  bb_sheet_cell_enter (self);
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

/* Escape. Returns: whether there was anything to take back. */
static gboolean
restore (BbSheetCell *self)
{
  gboolean changed = self->by_hand || self->pending || g_strcmp0 (self->entered.text, bb_field_get_text (self->field)) != 0;

  if (!changed)
    return FALSE;

  self->pending = FALSE;
  if (bb_field_is_derived (self->field))
    end_by_hand (self, FALSE);
  else if (self->entered.origin == BB_ORIGIN_TYPED && !self->entered.missing)
    bb_report_edit (self->report, self->field, self->entered.text, BB_ORIGIN_TYPED);
  else
    bb_report_edit_content (self->report, self->field, &self->entered);
  bb_sheet_cell_sync (self);
  gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);
  return TRUE;
}

static gboolean
at_edge (BbSheetCell *self, gboolean end)
{
  int start, stop;
  int length = (int) gtk_entry_get_text_length (GTK_ENTRY (self));

  if (gtk_editable_get_selection_bounds (GTK_EDITABLE (self), &start, &stop))
    return start == 0 && stop == length;

  return gtk_editable_get_position (GTK_EDITABLE (self)) == (end ? length : 0);
}

/* The sheet takes what is too much for one cell; not at once, because the text arrives in the middle of an insertion. */
static gboolean
arrived_cb (gpointer user_data)
{
  BbSheetCell *self = user_data;
  g_autofree char *text = g_steal_pointer (&self->arrived);

  self->arrived_id = 0;
  g_signal_emit (self, signals[PASTED], 0, text);
  return G_SOURCE_REMOVE;
}

static gboolean
has_breaks (const char *text)
{
  return strpbrk (text, "\t\n\r") != NULL;
}

static void
insert_value (BbSheetCell *self, const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (self);
  int position;

  /* One change, not an empty cell in between. */
  g_object_freeze_notify (G_OBJECT (self));
  gtk_editable_delete_selection (editable);
  position = gtk_editable_get_position (editable);
  gtk_editable_insert_text (editable, text, -1, &position);
  gtk_editable_set_position (editable, position);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
update_accessible (BbSheetCell *self)
{
  g_autofree char *description = bb_sheet_describe (self->field, self->finding.messages);
  gboolean invalid = self->finding.severity == BB_SEVERITY_ERROR || bb_field_get_state (self->field) == BB_STATE_TEXT;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !is_input (self),
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
update_actions (BbSheetCell *self)
{
  gboolean derived = bb_field_is_derived (self->field);
  gboolean deduced = bb_field_get_origin (self->field) == BB_ORIGIN_DEDUCED;
  gboolean pinned = bb_field_is_pinned (self->field);
  gboolean filled = *bb_field_get_text (self->field) != '\0';
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_editable_set_editable (GTK_EDITABLE (self), is_input (self));
  gtk_widget_action_set_enabled (widget, "cell.confirm", deduced && filled && !derived);
  gtk_widget_action_set_enabled (widget, "cell.clear", !derived && filled);
  gtk_widget_action_set_enabled (widget, "cell.follow", pinned);
  gtk_widget_action_set_enabled (widget, "cell.override", derived && !self->by_hand);
}

static void
update_icon (BbSheetCell *self)
{
  gboolean wanted = bb_field_is_pinned (self->field) && !self->by_hand;
  gboolean shown = gtk_entry_get_icon_storage_type (GTK_ENTRY (self), GTK_ENTRY_ICON_SECONDARY) != GTK_IMAGE_EMPTY;

  if (wanted == shown)
    return;

  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self), GTK_ENTRY_ICON_SECONDARY, wanted ? FOLLOW_ICON : NULL);
  if (wanted)
    gtk_entry_set_icon_tooltip_text (GTK_ENTRY (self), GTK_ENTRY_ICON_SECONDARY,
                                     _("Not the sum of its parts: set it to the sum"));
}

static void
text_cb (BbSheetCell *self)
{
  if (self->updating)
    return;

  self->pending = TRUE;
  if (!self->composing && !self->by_hand)
    commit (self);
}

static void
preedit_changed_cb (BbSheetCell *self, const char *preedit)
{
  gboolean composing = preedit != NULL && *preedit != '\0';

  if (self->composing == composing)
    return;

  self->composing = composing;
  if (composing || self->by_hand)
    return;
  if (self->pending)
    commit (self);
  bb_sheet_cell_sync (self);
}

/* A drop, the middle button, an input method: tabs and line breaks are never squeezed into one cell. */
static void
insert_text_cb (BbSheetCell *self, const char *text, int length, int *position, GtkEditable *delegate)
{
  g_autofree char *copy = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);

  if (self->updating || !has_breaks (copy))
    return;

  g_signal_stop_emission_by_name (delegate, "insert-text");
  g_free (self->arrived);
  self->arrived = g_steal_pointer (&copy);
  if (self->arrived_id == 0)
    self->arrived_id = g_idle_add (arrived_cb, self);
}

static void
clipboard_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BbSheetCell) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autofree char *trimmed = NULL;

  /* The window may be gone by now. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (text == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  trimmed = bb_text_trim (text);
  if (!has_breaks (trimmed) && is_input (self))
    insert_value (self, trimmed);
  else
    g_signal_emit (self, signals[PASTED], 0, text);
}

static void
paste_cb (BbSheetCell *self, GtkWidget *delegate)
{
  g_signal_stop_emission_by_name (delegate, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, clipboard_cb, g_object_ref (self));
}

static gboolean
key_pressed_cb (BbSheetCell *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;
  BbSheetMove move;

  /* An input method that composes owns every key; those of the context menu come by because it is a child of ours. */
  if (self->composing || !bb_sheet_cell_has_keyboard (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape)
    return restore (self) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_F2)
    {
      /* To the end of the text, without replacing it. */
      gtk_editable_set_position (GTK_EDITABLE (self), -1);
      return GDK_EVENT_STOP;
    }

  if (!bb_sheet_find_move (keyval, shift, &move))
    return GDK_EVENT_PROPAGATE;
  if ((move == BB_SHEET_MOVE_LEFT || move == BB_SHEET_MOVE_RIGHT) && !at_edge (self, move == BB_SHEET_MOVE_RIGHT))
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[MOVE], 0, (int) move);
  return GDK_EVENT_STOP;
}

static void
focus_enter_cb (BbSheetCell *self)
{
  bb_report_barrier (self->report);
  remember_content (self);
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
focus_leave_cb (BbSheetCell *self)
{
  /* What an input method had not finished is gone by now, what it had is ours. */
  self->composing = FALSE;
  end_by_hand (self, TRUE);
  if (self->pending)
    commit (self);
  bb_report_barrier (self->report);
  bb_sheet_cell_sync (self);
}

static void
icon_release_cb (BbSheetCell *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "cell.follow", NULL);
}

static gboolean
query_tooltip_cb (BbSheetCell *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;

  /* The icon has a tooltip of its own, which the entry shows. */
  if (!keyboard && gtk_entry_get_icon_at_pos (GTK_ENTRY (self), x, y) >= 0)
    return FALSE;

  text = bb_sheet_describe (self->field, self->finding.messages);
  if (*text == '\0')
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* One undo step each. */
static void
edit_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BbSheetCell *self = BB_SHEET_CELL (widget);
  g_autofree char *text = g_strdup (bb_field_get_text (self->field));
  const char *wanted = text;

  if (g_str_equal (name, "cell.clear"))
    wanted = "";
  else if (g_str_equal (name, "cell.follow"))
    wanted = NULL;

  bb_report_barrier (self->report);
  bb_report_edit (self->report, self->field, wanted, BB_ORIGIN_TYPED);
  bb_report_barrier (self->report);
  remember_content (self);
}

static gboolean
by_hand_cb (gpointer user_data)
{
  BbSheetCell *self = user_data;

  self->by_hand_id = 0;
  begin_by_hand (self);
  return G_SOURCE_REMOVE;
}

/* Once the context menu is gone: the focus comes back from it by way of nowhere, and leaving ends typing by hand. */
static void
override_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BbSheetCell *self = BB_SHEET_CELL (widget);

  if (self->by_hand_id == 0)
    self->by_hand_id = g_idle_add (by_hand_cb, self);
}

static void
bb_sheet_cell_dispose (GObject *object)
{
  BbSheetCell *self = BB_SHEET_CELL (object);

  g_clear_handle_id (&self->arrived_id, g_source_remove);
  g_clear_handle_id (&self->by_hand_id, g_source_remove);
  g_clear_object (&self->field);
  g_clear_object (&self->report);

  G_OBJECT_CLASS (bb_sheet_cell_parent_class)->dispose (object);
}

static void
bb_sheet_cell_finalize (GObject *object)
{
  BbSheetCell *self = BB_SHEET_CELL (object);

  g_free (self->arrived);
  g_free (self->finding.messages);
  g_free (self->entered.text);
  g_free (self->entered.source);
  g_free (self->entered.unit);

  G_OBJECT_CLASS (bb_sheet_cell_parent_class)->finalize (object);
}

static void
bb_sheet_cell_class_init (BbSheetCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bb_sheet_cell_dispose;
  object_class->finalize = bb_sheet_cell_finalize;

  signals[ENTERED] = g_signal_new ("entered", BB_TYPE_SHEET_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[MOVE] = g_signal_new ("move", BB_TYPE_SHEET_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  signals[PASTED] = g_signal_new ("pasted", BB_TYPE_SHEET_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "entry");
  gtk_widget_class_install_action (widget_class, "cell.confirm", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "cell.clear", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "cell.follow", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "cell.override", NULL, override_action_cb);
}

static void
add_controllers (BbSheetCell *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
bb_sheet_cell_init (BbSheetCell *self)
{
  GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (self));

  self->finding.severity = -1;
  gtk_widget_add_css_class (GTK_WIDGET (self), "bb-cell");
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  /* The sheet decides how wide a cell is. */
  gtk_editable_set_width_chars (GTK_EDITABLE (self), 1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self), 1);
  gtk_editable_set_alignment (GTK_EDITABLE (self), 0.5f);
  gtk_entry_set_has_frame (GTK_ENTRY (self), FALSE);
  gtk_entry_set_extra_menu (GTK_ENTRY (self), bb_sheet_get_menu ());
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  add_controllers (self);

  g_signal_connect (self, "notify::text", G_CALLBACK (text_cb), NULL);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect (self, "icon-release", G_CALLBACK (icon_release_cb), NULL);
  g_signal_connect_object (delegate, "preedit-changed", G_CALLBACK (preedit_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (delegate, "insert-text", G_CALLBACK (insert_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (delegate, "paste-clipboard", G_CALLBACK (paste_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
bb_sheet_cell_new (BbReport *report, BbField *field)
{
  BbSheetCell *self = g_object_new (BB_TYPE_SHEET_CELL, NULL);

  self->report = g_object_ref (report);
  self->field = g_object_ref (field);
  remember_content (self);
  set_class (self, "derived", bb_field_is_derived (field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, bb_field_get_name (field), -1);
  bb_sheet_cell_sync (self);
  return GTK_WIDGET (self);
}

BbField *
bb_sheet_cell_get_field (BbSheetCell *self)
{
  g_return_val_if_fail (BB_IS_SHEET_CELL (self), NULL);

  return self->field;
}

void
bb_sheet_cell_sync (BbSheetCell *self)
{
  BbState state = bb_field_get_state (self->field);

  show_text (self);
  set_class (self, "deduced", state == BB_STATE_NUMBER && bb_field_get_origin (self->field) == BB_ORIGIN_DEDUCED);
  set_class (self, "word", state == BB_STATE_TEXT);
  set_class (self, "missing", state == BB_STATE_MISSING);
  set_class (self, "pinned", bb_field_is_pinned (self->field));
  set_class (self, "by-hand", self->by_hand);
  update_icon (self);
  update_actions (self);
  update_accessible (self);
}

void
bb_sheet_cell_set_finding (BbSheetCell *self, const BbSheetFinding *finding)
{
  int severity = finding->severity;

  if (self->finding.severity == severity && self->finding.is_part == finding->is_part
      && g_strcmp0 (self->finding.messages, finding->messages) == 0)
    return;

  g_free (self->finding.messages);
  self->finding = *finding;
  self->finding.messages = g_strdup (finding->messages);
  set_class (self, "bb-error", severity == BB_SEVERITY_ERROR);
  set_class (self, "bb-warning", severity == BB_SEVERITY_WARNING);
  set_class (self, "bb-hint", severity == BB_SEVERITY_HINT);
  set_class (self, "bb-part", finding->is_part);
  update_accessible (self);
}

void
bb_sheet_cell_set_side (BbSheetCell *self, BbSheetSide side)
{
  if (self->side == side)
    return;

  self->side = side;
  set_class (self, "bb-left", side == BB_SHEET_SIDE_LEFT);
  set_class (self, "bb-right", side == BB_SHEET_SIDE_RIGHT);
}

void
bb_sheet_cell_enter (BbSheetCell *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);
}

gboolean
bb_sheet_cell_has_keyboard (BbSheetCell *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (self));

  return root != NULL && gtk_root_get_focus (root) == GTK_WIDGET (delegate);
}

guint
bb_sheet_cell_get_columns (BbSheetCell *self)
{
  guint columns = bb_text_width (gtk_editable_get_text (GTK_EDITABLE (self)));
  gboolean marked = gtk_entry_get_icon_storage_type (GTK_ENTRY (self), GTK_ENTRY_ICON_SECONDARY) != GTK_IMAGE_EMPTY;

  return columns + (marked ? ICON_COLUMNS : 0);
}
