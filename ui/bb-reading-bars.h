/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-document-view.h"

G_BEGIN_DECLS

/** bb_reading_bars_add: tells above the report what was guessed and deduced when it was read. */
void bb_reading_bars_add (BbDocumentView *view);

G_END_DECLS
