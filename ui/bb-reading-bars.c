/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-reading-bars.h"

#include "bb-bar.h"

#include <glib/gi18n.h>

/* The bar keeps where the next search for a deduced cell begins. */
#define NEXT "bb-next-deduced"

static gboolean
is_deduced (BbReport *report, guint cell)
{
  BbField *field = bb_report_get_cell (report, cell);

  return bb_field_get_origin (field) == BB_ORIGIN_DEDUCED && bb_field_get_state (field) == BB_STATE_NUMBER;
}

/* The first deduced cell, then each time the next one. */
static void
show_deduced_cb (BbDocumentView *view, GtkWidget *bar)
{
  BbReport *report = bb_session_get_report (bb_document_view_get_session (view));
  guint n_cells = bb_report_get_form (report)->n_cells;
  guint next = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (bar), NEXT));

  for (guint i = 0; i < n_cells; i++)
    {
      guint cell = (next + i) % n_cells;

      if (!is_deduced (report, cell))
        continue;
      g_object_set_data (G_OBJECT (bar), NEXT, GUINT_TO_POINTER (cell + 1));
      bb_document_view_reveal_field (view, bb_report_get_cell (report, cell));
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (view), "win.toast", "s", _("No deduced cell is left"));
}

static void
add_encoding (BbDocumentView *view, const char *encoding)
{
  g_autofree char *message = g_strdup_printf (_("The file does not say in which encoding it is written; it was read as "
                                                "%s. Check that the text looks right. The file itself stays as it is."), encoding);

  bb_document_view_add_bar (view, message, NULL);
}

static void
add_deduced (BbDocumentView *view, guint deduced)
{
  g_autofree char *message = g_strdup_printf (ngettext ("%u number was deduced: it could not be read in the file as a figure of its "
                                                        "own, but follows from the relations. The file itself stays as it is.",
                                                        "%u numbers were deduced: they could not be read in the file as figures of their "
                                                        "own, but follow from the relations. The file itself stays as it is.", deduced), deduced);
  GtkWidget *bar = bb_document_view_add_bar (view, message, _("Show"));

  g_signal_connect_object (bar, "acted", G_CALLBACK (show_deduced_cb), view, G_CONNECT_SWAPPED);
}

void
bb_reading_bars_add (BbDocumentView *view)
{
  BbSession *session = bb_document_view_get_session (view);

  if (bb_session_get_guessed_encoding (session) != NULL)
    add_encoding (view, bb_session_get_guessed_encoding (session));
  /* The review of a file that was read leads through all of them. */
  if (!bb_session_get_reviewing (session))
    bb_reading_bars_add_deduced (view);
}

void
bb_reading_bars_add_deduced (BbDocumentView *view)
{
  guint deduced = bb_session_get_settled (bb_document_view_get_session (view))->deduced;

  if (deduced > 0)
    add_deduced (view, deduced);
}
