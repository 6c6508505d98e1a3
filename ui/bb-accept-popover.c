/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-accept-popover.h"

struct _BbAcceptPopover
{
  GtkPopover parent_instance;

  /* From the template */
  GtkEditable *entry;
  GtkListBox *offered;
  GtkWidget *accept;

  char *reason;
  guint accepted_id; /* idle: it was accepted, and the popover is closed */
};

G_DEFINE_FINAL_TYPE (BbAcceptPopover, bb_accept_popover, GTK_TYPE_POPOVER)

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
text_cb (BbAcceptPopover *self)
{
  g_autofree char *reason = bb_text_trim (gtk_editable_get_text (self->entry));

  gtk_widget_set_sensitive (self->accept, *reason != '\0');
}

static gboolean
accepted_idle_cb (gpointer user_data)
{
  g_autoptr (BbAcceptPopover) self = g_object_ref (BB_ACCEPT_POPOVER (user_data));

  self->accepted_id = 0;
  g_signal_emit (self, signals[ACCEPTED], 0, self->reason);
  return G_SOURCE_REMOVE;
}

/* Whoever accepts may take the button away that the popover belongs to: it closes in peace first. */
static void
accept_cb (BbAcceptPopover *self)
{
  g_autofree char *reason = bb_text_trim (gtk_editable_get_text (self->entry));

  if (*reason == '\0')
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  g_free (self->reason);
  self->reason = g_steal_pointer (&reason);
  gtk_popover_popdown (GTK_POPOVER (self));
  if (self->accepted_id == 0)
    self->accepted_id = g_idle_add (accepted_idle_cb, self);
}

/* It is only put in: it may need a word more. */
static void
offered_cb (BbAcceptPopover *self, GtkListBoxRow *row)
{
  gtk_editable_set_text (self->entry, gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row))));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (self->entry, -1);
}

static void
bb_accept_popover_dispose (GObject *object)
{
  BbAcceptPopover *self = BB_ACCEPT_POPOVER (object);

  g_clear_handle_id (&self->accepted_id, g_source_remove);
  g_clear_pointer (&self->reason, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_ACCEPT_POPOVER);
  G_OBJECT_CLASS (bb_accept_popover_parent_class)->dispose (object);
}

static void
bb_accept_popover_class_init (BbAcceptPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_accept_popover_dispose;

  signals[ACCEPTED] = g_signal_new ("accepted", BB_TYPE_ACCEPT_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-accept-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, BbAcceptPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, BbAcceptPopover, offered);
  gtk_widget_class_bind_template_child (widget_class, BbAcceptPopover, accept);
  gtk_widget_class_bind_template_callback (widget_class, text_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, offered_cb);
}

static void
bb_accept_popover_init (BbAcceptPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bb_accept_popover_new (const char *earlier, const char *const *offered)
{
  BbAcceptPopover *self = g_object_new (BB_TYPE_ACCEPT_POPOVER, NULL);

  for (guint i = 0; offered[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (offered[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_list_box_append (self->offered, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->offered), offered[0] != NULL);
  if (earlier != NULL)
    gtk_editable_set_text (self->entry, earlier);
  return GTK_WIDGET (self);
}
