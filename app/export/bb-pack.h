/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BbPack: a zip file that is written in memory, part by part. Parts carry no date, owner or path of this machine, so the
 * same parts give the same bytes on every machine and day.
 */
typedef struct _BbPack BbPack;

BbPack *bb_pack_new (void);
void bb_pack_free (BbPack *pack);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbPack, bb_pack_free)

/** bb_pack_add: @name: with `/` between folders; @text: (transfer full): the part's content. A failure is told by bb_pack_end(). */
void bb_pack_add (BbPack *pack, const char *name, GString *text);

/** bb_pack_end: Returns: (transfer full): the file; %NULL with a G_IO_ERROR when the library could not write it. */
GBytes *bb_pack_end (BbPack *pack, GError **error);

G_END_DECLS
