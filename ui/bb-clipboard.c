/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-clipboard.h"

#include <string.h>

#define HTML "text/html"

typedef struct
{
  GtkWidget *widget;
  BbClipboardFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
  GBytes *html;
} Reading;

static void
reading_free (Reading *reading)
{
  if (reading->destroy != NULL)
    reading->destroy (reading->user_data);
  g_clear_pointer (&reading->html, g_bytes_unref);
  g_object_unref (reading->widget);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
clipping_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Reading) reading = user_data;
  g_autoptr (BbClipping) clipping = bb_clipping_new_finish (result, NULL);

  if (clipping != NULL && gtk_widget_get_root (reading->widget) != NULL)
    reading->func (reading->widget, g_steal_pointer (&clipping), reading->user_data);
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  bb_clipping_new_async (reading->html, text, NULL, clipping_cb, reading);
}

static void
read_text (Reading *reading)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (reading->widget), NULL, text_cb, reading);
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) > 0)
    reading->html = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  read_text (reading);
}

static void
page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = NULL;

  /* A page that can't be had is no reason not to take the text. */
  if (stream == NULL)
    {
      read_text (reading);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, page_read_cb, reading);
}

void
bb_clipboard_read (GtkWidget *widget, gboolean pages, BbClipboardFunc func, gpointer user_data, GDestroyNotify destroy)
{
  static const char *page_types[] = { HTML, NULL };
  GdkClipboard *clipboard;
  Reading *reading;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  clipboard = gtk_widget_get_clipboard (widget);
  reading = g_new0 (Reading, 1);
  reading->widget = g_object_ref (widget);
  reading->func = func;
  reading->user_data = user_data;
  reading->destroy = destroy;
  if (pages && gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), HTML))
    gdk_clipboard_read_async (clipboard, page_types, G_PRIORITY_DEFAULT, NULL, page_cb, reading);
  else
    read_text (reading);
}

GdkContentProvider *
bb_clipboard_offer (const char *type, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return gdk_content_provider_new_for_bytes (type, bytes);
}
