/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-dialogs.h"
#include "bb-export-job.h"

G_BEGIN_DECLS

/**
 * bb_export_replace_find: marks those of @jobs (element-type BbExportJob) whose file is there already as replacing it.
 *
 * Returns: how many these are
 */
guint bb_export_replace_find (GPtrArray *jobs);

/**
 * bb_export_replace_ask: asks whether the files that @jobs replace may go; all their names are listed.
 *
 * @answered: is told `replace` or `cancel`
 */
void bb_export_replace_ask (GtkWindow *parent, GPtrArray *jobs, GObject *owner, BbAnswered answered);

G_END_DECLS
