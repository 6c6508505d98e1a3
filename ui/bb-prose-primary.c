/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-prose-primary.h"

#define OFFER_KEY "bb-prose-offer"

/* Only what has the focus: a place that find shows must not take the middle button's text from where it was selected. */
static void
offer (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autofree char *text = NULL;
  GtkTextIter start;
  GtkTextIter end;

  if (!gtk_widget_get_realized (view) || !gtk_widget_has_focus (view)
      || !gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return;
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_primary_clipboard (view), text);
}

static gboolean
offer_cb (gpointer user_data)
{
  GtkWidget *view = user_data;

  g_object_set_data (G_OBJECT (view), OFFER_KEY, NULL);
  offer (view);
  return G_SOURCE_REMOVE;
}

static void
remove_source (gpointer source)
{
  g_source_remove (GPOINTER_TO_UINT (source));
}

/* Once for all the steps of a selection that grows under the mouse. */
static void
mark_set_cb (GtkWidget *view, const GtkTextIter *iter, GtkTextMark *mark, GtkTextBuffer *buffer)
{
  if (mark != gtk_text_buffer_get_insert (buffer) && mark != gtk_text_buffer_get_selection_bound (buffer))
    return;
  if (!gtk_text_buffer_get_has_selection (buffer) || g_object_get_data (G_OBJECT (view), OFFER_KEY) != NULL)
    return;
  g_object_set_data_full (G_OBJECT (view), OFFER_KEY, GUINT_TO_POINTER (g_idle_add_full (G_PRIORITY_LOW, offer_cb, view, NULL)),
                          remove_source);
}

static void
realize_cb (GtkTextView *view)
{
  gtk_text_buffer_remove_selection_clipboard (gtk_text_view_get_buffer (view),
                                              gtk_widget_get_primary_clipboard (GTK_WIDGET (view)));
}

/* GTK takes its own away now, and there has to be one. */
static void
unrealize_cb (GtkTextView *view)
{
  gtk_text_buffer_add_selection_clipboard (gtk_text_view_get_buffer (view),
                                           gtk_widget_get_primary_clipboard (GTK_WIDGET (view)));
}

void
bb_prose_primary_watch (BbProseView *view)
{
  g_return_if_fail (BB_IS_PROSE_VIEW (view));
  g_signal_connect_after (view, "realize", G_CALLBACK (realize_cb), NULL);
  g_signal_connect (view, "unrealize", G_CALLBACK (unrealize_cb), NULL);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "mark-set", G_CALLBACK (mark_set_cb), view,
                           G_CONNECT_SWAPPED);
}
