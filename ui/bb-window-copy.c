/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report on the clipboard, for the editor of a site. */
#include "bb-window-private.h"

#include "bb-clipboard.h"

#include <bianbao/bb-export.h>
#include <glib/gi18n.h>

/* Editors take text/html without a mark for the encoding of their system. */
#define MARK "<meta charset=\"utf-8\">"

static void
put_on_clipboard (BbWindow *self, const char *page, GBytes *text)
{
  g_autofree char *marked = g_strconcat (MARK, page, NULL);
  g_autofree char *plain = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  GdkContentProvider *providers[] = {
    bb_clipboard_offer ("text/html", marked),
    gdk_content_provider_new_typed (G_TYPE_STRING, plain),
  };
  g_autoptr (GdkContentProvider) both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
}

/* What is on the clipboard can be thrown away, so nothing is asked; but that errors are left is said. */
static void
tell_copied (BbWindow *self)
{
  g_autoptr (BbChecker) checker = bb_checker_new (bb_session_get_report (self->session), BB_CHECK_COMPLETE);
  guint errors = bb_checker_count (checker, -1, BB_SEVERITY_ERROR);
  g_autofree char *message = NULL;

  if (errors == 0)
    {
      bb_window_toast (self, _("The report is on the clipboard as a web page"));
      return;
    }
  message = g_strdup_printf (ngettext ("The report is on the clipboard as a web page; it still has %u error",
                                       "The report is on the clipboard as a web page; it still has %u errors", errors),
                             errors);
  bb_window_toast (self, message);
}

void
bb_window_copy_page (BbWindow *self)
{
  BbReport *report = bb_session_get_report (self->session);
  g_autofree char *page = NULL;
  g_autoptr (GBytes) text = NULL;

  /* Half-typed text is nobody's yet. */
  if (self->composing)
    return;
  bb_report_barrier (report);
  page = bb_export_fragment (report);
  text = bb_export_bytes (report, BB_EXPORT_TEXT, NULL);
  put_on_clipboard (self, page, text);
  tell_copied (self);
}
