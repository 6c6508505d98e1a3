/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-cell-private.h"

#include <glib/gi18n.h>

#define FOLLOW_ICON "view-refresh-symbolic"
#define ICON_COLUMNS 3

G_DEFINE_FINAL_TYPE (BbSheetCell, bb_sheet_cell, GTK_TYPE_ENTRY)

enum
{
  ENTERED,
  PASTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

gboolean
bb_sheet_cell_is_input (BbSheetCell *self)
{
  return (self->by_hand || !bb_field_is_derived (self->field)) && !bb_report_get_read_only (self->report);
}

void
bb_sheet_cell_emit_entered (BbSheetCell *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

void
bb_sheet_cell_emit_pasted (BbSheetCell *self, const char *text)
{
  g_signal_emit (self, signals[PASTED], 0, text);
}

void
bb_sheet_cell_set_class (BbSheetCell *self, const char *name, gboolean wanted)
{
  if (wanted)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

void
bb_sheet_cell_update_accessible (BbSheetCell *self)
{
  g_autofree char *text = bb_sheet_describe (self->field, self->finding.messages, self->last_words);
  g_autofree char *noted = self->note != NULL && *text != '\0' ? g_strconcat (text, "\n", self->note, NULL) : NULL;
  const char *description = noted != NULL ? noted : (self->note != NULL ? self->note : text);
  gboolean invalid = self->finding.severity == BB_SEVERITY_ERROR || bb_field_get_state (self->field) == BB_STATE_TEXT;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !bb_sheet_cell_is_input (self),
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
  gboolean open = !bb_report_get_read_only (self->report);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_editable_set_editable (GTK_EDITABLE (self), bb_sheet_cell_is_input (self));
  gtk_widget_action_set_enabled (widget, "cell.confirm", open && deduced && filled && !derived);
  gtk_widget_action_set_enabled (widget, "cell.clear", open && !derived && filled);
  gtk_widget_action_set_enabled (widget, "cell.follow", open && pinned);
  gtk_widget_action_set_enabled (widget, "cell.override", open && derived && !self->by_hand);
}

static void
update_icon (BbSheetCell *self)
{
  gboolean wanted = bb_field_is_pinned (self->field) && !self->by_hand && !bb_report_get_read_only (self->report);
  gboolean shown = gtk_entry_get_icon_storage_type (GTK_ENTRY (self), GTK_ENTRY_ICON_SECONDARY) != GTK_IMAGE_EMPTY;

  if (wanted == shown)
    return;

  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self), GTK_ENTRY_ICON_SECONDARY, wanted ? FOLLOW_ICON : NULL);
  if (wanted)
    gtk_entry_set_icon_tooltip_text (GTK_ENTRY (self), GTK_ENTRY_ICON_SECONDARY,
                                     _("Not the sum of its parts: set it to the sum"));
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

  text = bb_sheet_describe (self->field, self->finding.messages, self->last_words);
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

  if (g_str_equal (name, "cell.confirm"))
    {
      bb_confirm (self->report, BB_CONFIRM_CELL, bb_field_get_cell (self->field)->index);
      return;
    }
  bb_report_barrier (self->report);
  bb_report_edit (self->report, self->field, g_str_equal (name, "cell.clear") ? "" : NULL, BB_ORIGIN_TYPED);
  bb_report_barrier (self->report);
}

static gboolean
by_hand_cb (gpointer user_data)
{
  BbSheetCell *self = user_data;

  self->by_hand_id = 0;
  bb_sheet_cell_begin_by_hand (self);
  return G_SOURCE_REMOVE;
}

/* Once the context menu is gone: the focus comes back from it by way of nowhere, and leaving ends typing by hand. Before the
 * next key, which is meant for the cell. */
static void
override_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BbSheetCell *self = BB_SHEET_CELL (widget);

  if (self->by_hand_id == 0)
    self->by_hand_id = g_idle_add_full (G_PRIORITY_HIGH, by_hand_cb, self, NULL);
}

static void
bb_sheet_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (bb_sheet_cell_parent_class)->snapshot (widget, snapshot);
  bb_sheet_cell_snapshot_last (BB_SHEET_CELL (widget), snapshot);
}

static void
bb_sheet_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (bb_sheet_cell_parent_class)->css_changed (widget, change);
  bb_sheet_cell_forget_last_look (BB_SHEET_CELL (widget));
}

static void
bb_sheet_cell_dispose (GObject *object)
{
  BbSheetCell *self = BB_SHEET_CELL (object);

  bb_sheet_cell_dispose_paste (self);
  bb_sheet_cell_dispose_typing (self);
  g_clear_object (&self->field);
  g_clear_object (&self->report);

  G_OBJECT_CLASS (bb_sheet_cell_parent_class)->dispose (object);
}

static void
bb_sheet_cell_finalize (GObject *object)
{
  BbSheetCell *self = BB_SHEET_CELL (object);

  bb_sheet_cell_finalize_typing (self);
  g_free (self->finding.messages);
  g_free (self->note);
  g_free (self->last);
  g_free (self->last_words);
  g_clear_object (&self->last_layout);

  G_OBJECT_CLASS (bb_sheet_cell_parent_class)->finalize (object);
}

static void
bb_sheet_cell_class_init (BbSheetCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bb_sheet_cell_dispose;
  object_class->finalize = bb_sheet_cell_finalize;
  widget_class->snapshot = bb_sheet_cell_snapshot;
  widget_class->css_changed = bb_sheet_cell_css_changed;

  signals[ENTERED] = g_signal_new ("entered", BB_TYPE_SHEET_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[PASTED] = g_signal_new ("pasted", BB_TYPE_SHEET_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "entry");
  gtk_widget_class_install_action (widget_class, "cell.confirm", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "cell.clear", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "cell.follow", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "cell.override", NULL, override_action_cb);
}

static void
bb_sheet_cell_init (BbSheetCell *self)
{
  self->finding.severity = -1;
  gtk_widget_add_css_class (GTK_WIDGET (self), "bb-cell");
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  /* The sheet decides how wide a cell is. */
  gtk_editable_set_width_chars (GTK_EDITABLE (self), 1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self), 1);
  gtk_editable_set_alignment (GTK_EDITABLE (self), 0.5f);
  gtk_entry_set_has_frame (GTK_ENTRY (self), FALSE);
  gtk_entry_set_input_hints (GTK_ENTRY (self), GTK_INPUT_HINT_NO_EMOJI);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  bb_sheet_cell_init_typing (self);
  bb_sheet_cell_init_paste (self);

  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect (self, "icon-release", G_CALLBACK (icon_release_cb), NULL);
}

GtkWidget *
bb_sheet_cell_new (BbReport *report, BbField *field)
{
  BbSheetCell *self = g_object_new (BB_TYPE_SHEET_CELL, NULL);

  self->report = g_object_ref (report);
  self->field = g_object_ref (field);
  bb_sheet_cell_set_class (self, "derived", bb_field_is_derived (field));
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

  bb_sheet_cell_show_text (self);
  bb_sheet_cell_set_class (self, "deduced", state == BB_STATE_NUMBER && bb_field_get_origin (self->field) == BB_ORIGIN_DEDUCED);
  bb_sheet_cell_set_class (self, "word", state == BB_STATE_TEXT);
  bb_sheet_cell_set_class (self, "missing", state == BB_STATE_MISSING);
  bb_sheet_cell_set_class (self, "pinned", bb_field_is_pinned (self->field));
  bb_sheet_cell_set_class (self, "by-hand", self->by_hand);
  bb_sheet_cell_set_class (self, "noted", bb_field_get_remark (self->field) != NULL);
  update_icon (self);
  update_actions (self);
  bb_sheet_cell_update_accessible (self);
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
  bb_sheet_cell_set_class (self, "bb-error", severity == BB_SEVERITY_ERROR);
  bb_sheet_cell_set_class (self, "bb-warning", severity == BB_SEVERITY_WARNING);
  bb_sheet_cell_set_class (self, "bb-hint", severity == BB_SEVERITY_HINT);
  bb_sheet_cell_set_class (self, "bb-part", finding->is_part);
  bb_sheet_cell_update_accessible (self);
}

void
bb_sheet_cell_set_side (BbSheetCell *self, BbSheetSide side)
{
  if (self->side == side)
    return;

  self->side = side;
  bb_sheet_cell_set_class (self, "bb-left", side == BB_SHEET_SIDE_LEFT);
  bb_sheet_cell_set_class (self, "bb-right", side == BB_SHEET_SIDE_RIGHT);
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

void
bb_sheet_cell_set_note (BbSheetCell *self, const char *note)
{
  g_return_if_fail (BB_IS_SHEET_CELL (self));

  if (g_strcmp0 (self->note, note) == 0)
    return;

  g_free (self->note);
  self->note = g_strdup (note);
  bb_sheet_cell_update_accessible (self);
}
