/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BB_TYPE_EXPORT_CHOICES (bb_export_choices_get_type ())
/**
 * BbExportChoices: a check box for every format that there is, two beside each other. It begins with what was chosen last.
 *
 * Signals:
 * - `changed ()`: another format is wanted, or one less
 */
G_DECLARE_FINAL_TYPE (BbExportChoices, bb_export_choices, BB, EXPORT_CHOICES, GtkGrid)

gboolean bb_export_choices_get (BbExportChoices *self, BbExportFormat format);
void bb_export_choices_set (BbExportChoices *self, BbExportFormat format, gboolean wanted);

/** bb_export_choices_any: Returns: whether some format is wanted. */
gboolean bb_export_choices_any (BbExportChoices *self);

/** bb_export_choices_keep: the next one begins with what is chosen here. */
void bb_export_choices_keep (BbExportChoices *self);

G_END_DECLS
