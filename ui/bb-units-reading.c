/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-units-reading.h"

typedef struct
{
  GPtrArray *files;
  guint next;
  GCancellable *cancellable;
  GWeakRef owner;
  BbUnitsProgress progress;
  BbUnitsRead read;
} Reading;

static void
file_free (gpointer data)
{
  BbUnitFile *file = data;

  g_clear_pointer (&file->opened, bb_opened_free);
  g_clear_error (&file->error);
  g_free (file->path);
  g_free (file);
}

static void
reading_free (Reading *self)
{
  g_ptr_array_unref (self->files);
  g_object_unref (self->cancellable);
  g_weak_ref_clear (&self->owner);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void go_on (Reading *reading);

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *self = user_data;
  BbUnitFile *file = g_ptr_array_index (self->files, self->next++);

  file->opened = bb_open_path_finish (result, &file->error);
  go_on (self);
}

/* Reads the next file, or ends. */
static void
go_on (Reading *reading)
{
  g_autoptr (Reading) self = reading;
  g_autoptr (GObject) owner = g_weak_ref_get (&self->owner);
  const BbUnitFile *file;

  if (owner == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (self->next == self->files->len)
    {
      self->read (owner, self->files);
      return;
    }
  file = g_ptr_array_index (self->files, self->next);
  self->progress (owner, self->next, self->files->len, file->path);
  bb_open_path_async (file->path, BB_OPEN_DEFAULT, self->cancellable, ready_cb, self);
  g_steal_pointer (&self);
}

void
bb_units_reading_start (GPtrArray *paths, GCancellable *cancellable, GObject *owner, BbUnitsProgress progress, BbUnitsRead read)
{
  Reading *self = g_new0 (Reading, 1);

  self->files = g_ptr_array_new_with_free_func (file_free);
  for (guint i = 0; i < paths->len; i++)
    {
      BbUnitFile *file = g_new0 (BbUnitFile, 1);

      file->path = g_strdup (g_ptr_array_index (paths, i));
      g_ptr_array_add (self->files, file);
    }
  self->cancellable = g_object_ref (cancellable);
  g_weak_ref_init (&self->owner, owner);
  self->progress = progress;
  self->read = read;
  go_on (self);
}
