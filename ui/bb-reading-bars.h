/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-document-view.h"

G_BEGIN_DECLS

/** bb_reading_bars_add: tells above the report what was guessed and deduced when it was read. */
void bb_reading_bars_add (BbDocumentView *view);

/** bb_reading_bars_add_deduced: leads through the deduced cells from now on: the review of the file, which did, is over. */
void bb_reading_bars_add_deduced (BbDocumentView *view);

G_END_DECLS
