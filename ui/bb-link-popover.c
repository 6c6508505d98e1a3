/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-link-popover.h"

#include <glib/gi18n.h>

#define NAME_WIDTH 38

static GtkWidget *
add_label (GtkBox *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* Exactly as wide: a popover is made as high as the text would be at its natural width. */
  gtk_label_set_width_chars (GTK_LABEL (label), NAME_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_WIDTH);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return label;
}

typedef struct
{
  GtkWidget *owner;
  const char *action;
} Wish;

static void
do_wish_cb (gpointer data)
{
  Wish *wish = data;

  gtk_widget_activate_action (wish->owner, wish->action, NULL);
  g_object_unref (wish->owner);
  g_free (wish);
}

/* In place of a plain action name: a popover gives the focus back when it is gone, so what moves the focus comes after that. */
static void
clicked_cb (GtkWidget *button, const char *action)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);
  Wish *wish = g_new (Wish, 1);

  wish->owner = g_object_ref (gtk_widget_get_parent (popover));
  wish->action = action;
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_idle_add_once (do_wish_cb, wish);
}

static GtkWidget *
add_button (GtkBox *box, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), (gpointer) action);
  gtk_box_append (box, button);
  return button;
}

GtkWidget *
bb_link_popover_new (const char *name, const char *state)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));

  add_label (box, name, "bb-link-name");
  gtk_widget_set_margin_bottom (add_label (box, state, "dim-label"), 6);
  add_button (box, _("Go to the Cell"), "link.go");
  add_button (box, _("Choose Another Cell…"), "link.choose");
  add_button (box, _("Turn Into Plain Text"), "link.plain");
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (box));
  gtk_widget_add_css_class (popover, "bb-link-popover");
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return popover;
}

static void
append_item (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

GMenuModel *
bb_link_menu_new (void)
{
  GMenu *menu = g_menu_new ();

  append_item (menu, _("_Go to the Cell"), "link.go");
  append_item (menu, _("Choose Another C_ell…"), "link.choose");
  append_item (menu, _("Turn _Into Plain Text"), "link.plain");
  append_item (menu, _("Insert a _Figure…"), "win.insert-figure");
  return G_MENU_MODEL (menu);
}
