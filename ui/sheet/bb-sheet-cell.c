/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-cell.h"

#include <gdk/gdkkeysyms.h>
#include <glib/gi18n.h>
#include <string.h>

struct _BbSheetCell
{
  GtkEntry parent_instance;

  BbReport *report;
  BbChecker *checker;
  BbField *field;

  /* Keyboard */
  guint64 entered_state; /* the report's state when the focus came in: what Escape goes back to */
  gboolean composing;
  gboolean updating; /* we set the text, nobody typed it */
  gboolean by_hand;  /* a total that the user wants to type */

  /* Look */
  int severity;
  BbSheetSide side;
};

G_DEFINE_FINAL_TYPE (BbSheetCell, bb_sheet_cell, GTK_TYPE_ENTRY)

enum
{
  MOVE,
  BLOCK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- look ---- */

static void
set_class (BbSheetCell *self, const char *name, gboolean wanted)
{
  if (wanted)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
append_issues (BbSheetCell *self, GString *text)
{
  guint cell = bb_field_get_cell (self->field)->index;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->checker));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (self->checker), i);
      guint n_cells = 0;
      const guint *cells = bb_issue_get_cells (issue, &n_cells);

      for (guint j = 0; j < n_cells; j++)
        if (cells[j] == cell)
          {
            g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", bb_issue_get_message (issue));
            break;
          }
    }
}

/* What a person should know about the cell beside its value; empty when there is nothing. */
static char *
describe (BbSheetCell *self)
{
  GString *text = g_string_new (NULL);
  const char *source = bb_field_get_source (self->field);

  if (bb_field_is_pinned (self->field))
    g_string_append (text, _("This total is kept as it stood; it is not the sum of its parts."));
  else if (bb_field_get_origin (self->field) == BB_ORIGIN_DEDUCED)
    g_string_append (text, _("Deduced: no figure stood here; this is the only one that fits."));
  if (source != NULL && *source != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", source);
  if (self->severity >= 0)
    append_issues (self, text);
  return g_string_free (text, FALSE);
}

static void
update_accessible (BbSheetCell *self)
{
  g_autofree char *description = describe (self);
  const BbCell *cell = bb_field_get_cell (self->field);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, cell->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !bb_sheet_cell_is_input (self),
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               self->severity == BB_SEVERITY_ERROR ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
update_actions (BbSheetCell *self)
{
  gboolean derived = bb_field_is_derived (self->field);
  gboolean input = bb_sheet_cell_is_input (self);
  BbOrigin origin = bb_field_get_origin (self->field);
  gboolean doubtful = origin == BB_ORIGIN_DEDUCED || (derived && bb_field_is_pinned (self->field));

  gtk_editable_set_editable (GTK_EDITABLE (self), input);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cell.confirm", doubtful && !derived);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cell.clear", input && *bb_field_get_text (self->field) != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cell.follow", derived && (bb_field_is_pinned (self->field) || self->by_hand));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cell.override", derived && !input);
}

/* ---- callbacks ---- */

static void
text_cb (BbSheetCell *self)
{
  if (self->updating)
    return;
  bb_report_edit (self->report, self->field, gtk_editable_get_text (GTK_EDITABLE (self)), BB_ORIGIN_TYPED);
}

static void
preedit_changed_cb (BbSheetCell *self, const char *preedit)
{
  gboolean composing = preedit != NULL && *preedit != '\0';

  if (self->composing == composing)
    return;
  self->composing = composing;
  if (!composing)
    bb_sheet_cell_sync (self);
}

/* Line breaks and tabs would be squeezed into one cell: the sheet spreads them or says why not. */
static void
insert_text_cb (BbSheetCell *self, const char *text, int length, int *position, GtkEditable *delegate)
{
  g_autofree char *copy = NULL;

  if (self->updating)
    return;
  copy = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
  if (strpbrk (copy, "\t\n\r") == NULL)
    return;
  g_signal_stop_emission_by_name (delegate, "insert-text");
  g_signal_emit (self, signals[BLOCK], 0, copy);
}

static void
clipboard_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BbSheetCell) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autofree char *trimmed = NULL;
  int position;

  if (text == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  trimmed = bb_text_trim (text);
  if (strpbrk (trimmed, "\t\n\r") != NULL)
    {
      g_signal_emit (self, signals[BLOCK], 0, text);
      return;
    }
  if (!bb_sheet_cell_is_input (self))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  gtk_editable_delete_selection (GTK_EDITABLE (self));
  position = gtk_editable_get_position (GTK_EDITABLE (self));
  gtk_editable_insert_text (GTK_EDITABLE (self), trimmed, -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (self), position);
}

static void
paste_cb (BbSheetCell *self, GtkWidget *delegate)
{
  g_signal_stop_emission_by_name (delegate, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, clipboard_cb, g_object_ref (self));
}

static gboolean
at_edge (BbSheetCell *self, gboolean end)
{
  int start, stop;
  int length = (int) gtk_entry_get_text_length (GTK_ENTRY (self));
  int position = gtk_editable_get_position (GTK_EDITABLE (self));

  if (gtk_editable_get_selection_bounds (GTK_EDITABLE (self), &start, &stop))
    return start == 0 && stop == length;
  return position == (end ? length : 0);
}

static void
restore (BbSheetCell *self)
{
  /* Everything typed since the focus came in is one step. */
  if (bb_report_get_state_number (self->report) != self->entered_state && bb_report_can_undo (self->report))
    bb_report_undo (self->report);
  self->entered_state = bb_report_get_state_number (self->report);
  bb_report_barrier (self->report);
  gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);
}

static gboolean
key_pressed_cb (BbSheetCell *self, guint key, guint code, GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;
  int direction;

  /* An input method that composes owns every key. */
  if (self->composing || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      direction = shift ? BB_SHEET_MOVE_BACK_ENTER : BB_SHEET_MOVE_ENTER;
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      direction = BB_SHEET_MOVE_UP;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      direction = BB_SHEET_MOVE_DOWN;
      break;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      if (shift || !at_edge (self, FALSE))
        return GDK_EVENT_PROPAGATE;
      direction = BB_SHEET_MOVE_LEFT;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      if (shift || !at_edge (self, TRUE))
        return GDK_EVENT_PROPAGATE;
      direction = BB_SHEET_MOVE_RIGHT;
      break;
    case GDK_KEY_Escape:
      restore (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  g_signal_emit (self, signals[MOVE], 0, direction);
  return GDK_EVENT_STOP;
}

static void
focus_enter_cb (BbSheetCell *self)
{
  bb_report_barrier (self->report);
  self->entered_state = bb_report_get_state_number (self->report);
}

static void
focus_leave_cb (BbSheetCell *self)
{
  bb_report_barrier (self->report);
  if (self->by_hand)
    {
      self->by_hand = FALSE;
      bb_sheet_cell_sync (self);
    }
}

static gboolean
query_tooltip_cb (BbSheetCell *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text = describe (self);

  if (*text == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BbSheetCell *self = BB_SHEET_CELL (widget);

  bb_report_barrier (self->report);
  if (g_str_equal (name, "cell.confirm"))
    {
      g_autofree char *text = g_strdup (bb_field_get_text (self->field));

      bb_report_edit (self->report, self->field, text, BB_ORIGIN_TYPED);
    }
  else if (g_str_equal (name, "cell.clear"))
    bb_report_edit (self->report, self->field, "", BB_ORIGIN_TYPED);
  else if (g_str_equal (name, "cell.follow"))
    {
      self->by_hand = FALSE;
      bb_report_edit (self->report, self->field, NULL, BB_ORIGIN_TYPED);
    }
  else
    {
      self->by_hand = TRUE;
      bb_sheet_cell_enter (self);
    }
  bb_report_barrier (self->report);
  bb_sheet_cell_sync (self);
}

/* ---- construction ---- */

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_Confirm This Figure"), "cell.confirm");
  g_menu_append (menu, _("C_lear the Cell"), "cell.clear");
  g_menu_append (menu, _("_Follow the Sum Again"), "cell.follow");
  g_menu_append (menu, _("Type This _Total by Hand…"), "cell.override");
  return G_MENU_MODEL (menu);
}

static void
bb_sheet_cell_dispose (GObject *object)
{
  BbSheetCell *self = BB_SHEET_CELL (object);

  g_clear_object (&self->field);
  g_clear_object (&self->checker);
  g_clear_object (&self->report);
  G_OBJECT_CLASS (bb_sheet_cell_parent_class)->dispose (object);
}

static void
bb_sheet_cell_class_init (BbSheetCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_sheet_cell_dispose;

  signals[MOVE] = g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  signals[BLOCK] = g_signal_new ("block", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "entry");
  gtk_widget_class_install_action (widget_class, "cell.confirm", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "cell.clear", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "cell.follow", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "cell.override", NULL, action_cb);
}

static void
bb_sheet_cell_init (BbSheetCell *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (self));
  g_autoptr (GMenuModel) menu = create_menu ();

  self->severity = -1;
  gtk_widget_add_css_class (GTK_WIDGET (self), "bb-cell");
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self), 1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self), 1);
  gtk_editable_set_alignment (GTK_EDITABLE (self), 0.5f);
  gtk_entry_set_has_frame (GTK_ENTRY (self), FALSE);
  gtk_entry_set_extra_menu (GTK_ENTRY (self), menu);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  g_signal_connect (self, "notify::text", G_CALLBACK (text_cb), NULL);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_object (delegate, "preedit-changed", G_CALLBACK (preedit_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (delegate, "insert-text", G_CALLBACK (insert_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (delegate, "paste-clipboard", G_CALLBACK (paste_cb), self, G_CONNECT_SWAPPED);
}

/* ---- public API ---- */

GtkWidget *
bb_sheet_cell_new (BbReport *report, BbChecker *checker, BbField *field)
{
  BbSheetCell *self = g_object_new (BB_TYPE_SHEET_CELL, NULL);

  self->report = g_object_ref (report);
  self->checker = g_object_ref (checker);
  self->field = g_object_ref (field);
  self->severity = bb_checker_cell_severity (checker, bb_field_get_cell (field)->index);
  set_class (self, "derived", bb_field_is_derived (field));
  bb_sheet_cell_sync (self);
  return GTK_WIDGET (self);
}

BbField *
bb_sheet_cell_get_field (BbSheetCell *self)
{
  return self->field;
}

gboolean
bb_sheet_cell_is_input (BbSheetCell *self)
{
  return self->by_hand || !bb_field_is_derived (self->field);
}

void
bb_sheet_cell_sync (BbSheetCell *self)
{
  const char *text = bb_field_get_text (self->field);
  BbState state = bb_field_get_state (self->field);
  BbOrigin origin = bb_field_get_origin (self->field);

  /* Setting equal text moves the caret; setting any while composing resets what is half typed. */
  if (!self->composing && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), text))
    {
      self->updating = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self), text);
      self->updating = FALSE;
    }
  set_class (self, "deduced", origin == BB_ORIGIN_DEDUCED && state == BB_STATE_NUMBER);
  set_class (self, "word", state == BB_STATE_TEXT);
  set_class (self, "missing", state == BB_STATE_MISSING);
  set_class (self, "pinned", bb_field_is_pinned (self->field));
  update_actions (self);
  bb_sheet_cell_sync_issues (self);
  update_accessible (self);
}

void
bb_sheet_cell_sync_issues (BbSheetCell *self)
{
  int severity = bb_checker_cell_severity (self->checker, bb_field_get_cell (self->field)->index);

  if (severity == self->severity && severity < 0)
    return;
  self->severity = severity;
  set_class (self, "bb-error", severity == BB_SEVERITY_ERROR);
  set_class (self, "bb-warning", severity == BB_SEVERITY_WARNING);
  set_class (self, "bb-hint", severity == BB_SEVERITY_HINT);
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
