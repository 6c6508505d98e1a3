/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-confirming.h"

#include <glib/gi18n.h>

void
bb_confirming_apply (GtkWidget *widget, BbReport *report, BbConfirmScope scope, guint cell)
{
  /* What was pressed may go with what it was for. */
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GtkWidget) teller = g_object_ref (root != NULL ? GTK_WIDGET (root) : widget);
  guint n = bb_confirm (report, scope, cell);
  g_autofree char *message = g_strdup_printf (ngettext ("%u deduced figure confirmed", "%u deduced figures confirmed", n), n);

  if (n > 0)
    gtk_widget_activate_action (teller, "win.toast-undo", "s", message);
}
