/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-window-private.h"

#include "bb-focus.h"
#include "bb-help-page.h"

/* Back to where the person was. */
static void
close_help (BbWindow *self)
{
  GtkWidget *before = self->before_help;

  bb_focus_leave (gtk_stack_get_child_by_name (self->stack, "help"));
  self->helping = FALSE;
  bb_window_update (self);
  if (before != NULL)
    gtk_widget_grab_focus (before);
  g_clear_weak_pointer (&self->before_help);
}

void
bb_window_toggle_help (BbWindow *self)
{
  AdwBin *bin = ADW_BIN (gtk_stack_get_child_by_name (self->stack, "help"));

  if (self->helping)
    {
      close_help (self);
      return;
    }
  if (self->opening != NULL)
    return;
  if (self->view != NULL)
    bb_page_commit (bb_document_view_get_page (self->view));
  if (adw_bin_get_child (bin) == NULL)
    adw_bin_set_child (bin, bb_help_page_new ());
  g_set_weak_pointer (&self->before_help, gtk_window_get_focus (GTK_WINDOW (self)));
  self->helping = TRUE;
  bb_window_update (self);
  bb_help_page_focus (BB_HELP_PAGE (adw_bin_get_child (bin)));
}
