/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window tells in passing. */
#include "bb-window-private.h"

#include <glib/gi18n.h>

#define UNDO_SECONDS 10

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
