/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/bb-run.h"

#include <bianbao/bb-explain.h>

G_BEGIN_DECLS

/**
 * bb_explain_cell: what bb_checker_explain_cell() says.
 * @issues: (element-type BbIssue): made of what @run found
 */
GPtrArray *bb_explain_cell (const BbRun *run, GListModel *issues, guint cell);

G_END_DECLS
