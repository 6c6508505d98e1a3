/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window tells in passing. */
#include "bb-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define UNDO_SECONDS 10

/* What is still to be read is not said again: a key that is pressed five times would be answered for half a minute. */
void
bb_window_toast (BbWindow *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast;

  g_return_if_fail (BB_IS_WINDOW (self));
  /* Widgets may still have something to say while the window goes. */
  if (self->toasts == NULL || (self->told != NULL && strcmp (adw_toast_get_title (self->told), escaped) == 0))
    return;
  toast = adw_toast_new (escaped);
  g_set_weak_pointer (&self->told, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* With another change the button would take back that one: the toast goes before. */
void
bb_window_toast_undo (BbWindow *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_signal_connect_object (bb_session_get_report (self->session), "changed", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
