/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-prose-view.h"

G_BEGIN_DECLS

/**
 * bb_copied_marks_add: shows which paragraphs of @view still stand as in last year's report: a ground of their own, until they
 * are edited or somebody accepts that they stay as they are.
 * @section: the section whose text @view shows
 */
void bb_copied_marks_add (BbProseView *view, BbChecker *checker, guint section);

G_END_DECLS
