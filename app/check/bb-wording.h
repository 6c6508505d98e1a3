/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/bb-run.h"

G_BEGIN_DECLS

/** bb_wording_tell: Returns: (transfer full): the finding as one translated sentence. */
char *bb_wording_tell (const BbRun *run, const BbFinding *finding);

G_END_DECLS
