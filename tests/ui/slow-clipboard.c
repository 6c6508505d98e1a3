/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "slow-clipboard.h"

#include "ui-test.h"

#include <string.h>

#define TEXT "text/plain;charset=utf-8"

struct _SlowClipboard
{
  GdkContentProvider parent_instance;

  char *text;
  GOutputStream *stream; /* of who waits */
  GTask *task;
};

G_DEFINE_FINAL_TYPE (SlowClipboard, slow_clipboard, GDK_TYPE_CONTENT_PROVIDER)

static GdkContentFormats *
slow_clipboard_ref_formats (GdkContentProvider *provider)
{
  const char *types[] = { TEXT };

  return gdk_content_formats_new (types, 1);
}

static void
slow_clipboard_write_async (GdkContentProvider *provider, const char *type, GOutputStream *stream, int priority, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  SlowClipboard *self = SLOW_CLIPBOARD (provider);

  g_assert_null (self->task);
  self->task = g_task_new (self, cancellable, callback, user_data);
  g_set_object (&self->stream, stream);
}

static gboolean
slow_clipboard_write_finish (GdkContentProvider *provider, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
slow_clipboard_finalize (GObject *object)
{
  SlowClipboard *self = SLOW_CLIPBOARD (object);

  g_assert_null (self->task);
  g_clear_object (&self->stream);
  g_free (self->text);
  G_OBJECT_CLASS (slow_clipboard_parent_class)->finalize (object);
}

static void
slow_clipboard_class_init (SlowClipboardClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = slow_clipboard_finalize;
  provider_class->ref_formats = slow_clipboard_ref_formats;
  provider_class->write_mime_type_async = slow_clipboard_write_async;
  provider_class->write_mime_type_finish = slow_clipboard_write_finish;
}

static void
slow_clipboard_init (SlowClipboard *self)
{
}

SlowClipboard *
slow_clipboard_put (GtkWidget *widget, const char *text)
{
  SlowClipboard *self = g_object_new (SLOW_TYPE_CLIPBOARD, NULL);

  self->text = g_strdup (text);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), GDK_CONTENT_PROVIDER (self));
  return self;
}

static gboolean
is_asked (gpointer data)
{
  return SLOW_CLIPBOARD (data)->task != NULL;
}

void
slow_clipboard_wait (SlowClipboard *self)
{
  ui_test_wait (is_asked, self);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_assert_true (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL));
  g_task_return_boolean (task, TRUE);
}

void
slow_clipboard_answer (SlowClipboard *self)
{
  slow_clipboard_wait (self);
  g_output_stream_write_all_async (self->stream, self->text, strlen (self->text), G_PRIORITY_DEFAULT, NULL, written_cb,
                                   g_steal_pointer (&self->task));
  g_clear_object (&self->stream);
}
