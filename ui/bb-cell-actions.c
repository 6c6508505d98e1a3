/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-cell-actions.h"

#include "bb-confirming.h"

#include <glib/gi18n.h>

struct _BbCellActions
{
  AdwBin parent_instance;

  GtkWidget *confirm;
  GtkWidget *confirm_row;
  GtkWidget *clear;
  GtkWidget *follow;

  BbReport *report;
  int cell;
};

G_DEFINE_FINAL_TYPE (BbCellActions, bb_cell_actions, ADW_TYPE_BIN)

enum
{
  ACTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* One step of its own. The button goes away with what it was for, so the focus must go elsewhere. */
static void
act (BbCellActions *self, const char *text)
{
  guint cell = (guint) self->cell;

  bb_report_barrier (self->report);
  bb_report_edit (self->report, bb_report_get_cell (self->report, cell), text, BB_ORIGIN_TYPED);
  bb_report_barrier (self->report);
  g_signal_emit (self, signals[ACTED], 0, cell);
}

static void
confirm_clicked_cb (BbCellActions *self)
{
  guint cell = (guint) self->cell;

  bb_confirm (self->report, BB_CONFIRM_CELL, cell);
  g_signal_emit (self, signals[ACTED], 0, cell);
}

static void
confirm_row_clicked_cb (BbCellActions *self)
{
  guint cell = (guint) self->cell;

  bb_confirming_apply (GTK_WIDGET (self), self->report, BB_CONFIRM_ROW, cell);
  g_signal_emit (self, signals[ACTED], 0, cell);
}

static void
clear_clicked_cb (BbCellActions *self)
{
  act (self, "");
}

static void
follow_clicked_cb (BbCellActions *self)
{
  act (self, NULL);
}

static GtkWidget *
add_button (BbCellActions *self, GtkBox *box, const char *label, const char *tooltip, GCallback clicked_cb)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_visible (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", clicked_cb, self, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);
  return button;
}

static void
bb_cell_actions_dispose (GObject *object)
{
  g_clear_object (&BB_CELL_ACTIONS (object)->report);
  G_OBJECT_CLASS (bb_cell_actions_parent_class)->dispose (object);
}

static void
bb_cell_actions_class_init (BbCellActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bb_cell_actions_dispose;

  signals[ACTED] = g_signal_new ("acted", BB_TYPE_CELL_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
bb_cell_actions_init (BbCellActions *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));

  self->cell = -1;
  self->confirm = add_button (self, box, _("Confirm"), _("The deduced number is right: keep it as it is"),
                              G_CALLBACK (confirm_clicked_cb));
  self->confirm_row = add_button (self, box, _("Confirm Row"), _("All deduced numbers of this row are right: keep them as they are"),
                                  G_CALLBACK (confirm_row_clicked_cb));
  self->clear = add_button (self, box, _("Clear"), _("Leave the cell blank"), G_CALLBACK (clear_clicked_cb));
  self->follow = add_button (self, box, _("Use the Sum"), _("Let the total follow its parts again"), G_CALLBACK (follow_clicked_cb));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

void
bb_cell_actions_show (BbCellActions *self, BbReport *report, int cell)
{
  BbField *field = cell >= 0 ? bb_report_get_cell (report, (guint) cell) : NULL;
  gboolean deduced = field != NULL && bb_field_is_deduced (field);
  guint in_row = field != NULL ? bb_confirm_count (report, BB_CONFIRM_ROW, (guint) cell) : 0;
  gboolean pinned = field != NULL && bb_field_is_pinned (field);

  g_return_if_fail (BB_IS_CELL_ACTIONS (self));
  g_set_object (&self->report, report);
  self->cell = cell;
  gtk_widget_set_sensitive (GTK_WIDGET (self), report == NULL || !bb_report_get_read_only (report));
  gtk_widget_set_visible (self->confirm, deduced);
  gtk_widget_set_visible (self->confirm_row, in_row > 1);
  gtk_widget_set_visible (self->clear, deduced);
  gtk_widget_set_visible (self->follow, pinned);
  gtk_widget_set_visible (GTK_WIDGET (self), deduced || in_row > 1 || pinned);
}
