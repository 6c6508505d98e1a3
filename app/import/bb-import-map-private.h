/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match.h"

G_BEGIN_DECLS

/** bb_import_map_new: takes lines and spots out of @match, which is through; the blocks are still to come. */
BbImportMap *bb_import_map_new (BbMatch *match);

/** bb_import_map_take_source: @source: (transfer full): what was matched. */
void bb_import_map_take_source (BbImportMap *self, BbImportSource *source);

/** bb_import_map_settle: looks up in the settled @report which values of loose rows went to which cells. */
void bb_import_map_settle (BbImportMap *self, BbReport *report);

G_END_DECLS
