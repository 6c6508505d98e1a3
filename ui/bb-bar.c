/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-bar.h"

#include "bb-focus.h"

struct _BbBar
{
  AdwBin parent_instance;

  /* From the template */
  GtkLabel *message;
  GtkButton *action;
  GtkWidget *close;
};

G_DEFINE_FINAL_TYPE (BbBar, bb_bar, ADW_TYPE_BIN)

enum
{
  ACTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
action_clicked_cb (BbBar *self)
{
  g_signal_emit (self, signals[ACTED], 0);
}

static void
close_clicked_cb (BbBar *self)
{
  bb_focus_leave (GTK_WIDGET (self));
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self))), GTK_WIDGET (self));
}

static void
bb_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BB_TYPE_BAR);
  G_OBJECT_CLASS (bb_bar_parent_class)->dispose (object);
}

static void
bb_bar_class_init (BbBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_bar_dispose;

  signals[ACTED] = g_signal_new ("acted", BB_TYPE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BbBar, message);
  gtk_widget_class_bind_template_child (widget_class, BbBar, action);
  gtk_widget_class_bind_template_child (widget_class, BbBar, close);
  gtk_widget_class_bind_template_callback (widget_class, action_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

static void
bb_bar_init (BbBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bb_bar_new (const char *message, const char *action)
{
  BbBar *self = g_object_new (BB_TYPE_BAR, NULL);

  gtk_label_set_text (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->action), action != NULL);
  if (action != NULL)
    {
      gtk_button_set_label (self->action, action);
      gtk_button_set_use_underline (self->action, TRUE);
    }
  return GTK_WIDGET (self);
}

GtkWidget *
bb_bar_add_button (BbBar *self, const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_return_val_if_fail (BB_IS_BAR (self), NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (self->close)), button, gtk_widget_get_prev_sibling (self->close));
  return button;
}

void
bb_bar_set_lasting (BbBar *self)
{
  g_return_if_fail (BB_IS_BAR (self));
  gtk_widget_set_visible (self->close, FALSE);
}

const char *
bb_bar_get_message (BbBar *self)
{
  g_return_val_if_fail (BB_IS_BAR (self), NULL);
  return gtk_label_get_text (self->message);
}
