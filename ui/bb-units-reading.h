/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/** BbUnitFile: a file that was read. @opened: (nullable); @error: (nullable): one of both is there. */
typedef struct
{
  char *path;
  BbOpened *opened;
  GError *error;
} BbUnitFile;

/** BbUnitsProgress: file @index of @n, @path, is read now. */
typedef void (*BbUnitsProgress) (GObject *owner, guint index, guint n, const char *path);
/** BbUnitsRead: @files: (transfer none) (element-type BbUnitFile): all of them, in their order. */
typedef void (*BbUnitsRead) (GObject *owner, GPtrArray *files);

/**
 * bb_units_reading_start: reads files one after the other, in the background.
 * @paths: (element-type filename)
 * @cancellable: cancelled, neither is called any more
 * @owner: neither is called when it is gone
 */
void bb_units_reading_start (GPtrArray *paths, GCancellable *cancellable, GObject *owner, BbUnitsProgress progress, BbUnitsRead read);

G_END_DECLS
