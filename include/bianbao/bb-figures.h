/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-report.h>

G_BEGIN_DECLS

/**
 * bb_figures_guess:
 * @section: index of a section
 * @offset: a place in its text, in characters
 *
 * Which cells the next words would speak of if a number were typed there: behind 受理政府信息公开申请 the total of requests. The words
 * are those of form.md, "Narrative against tables", as the check of the text knows them. What the words mean comes before what they may mean
 * as well; of a sum all parts are named.
 *
 * Returns: (transfer full) (element-type guint): cells of the present form, each once; empty when the words say nothing
 */
GArray *bb_figures_guess (BbReport *report, guint section, guint offset);

G_END_DECLS
