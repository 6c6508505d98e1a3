/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What bianbao-cli is without: bianbao-writer has it. */
#include "cli/bb-cli.h"

#include "export/bb-writers.h"

const BbWriters bb_writers = { NULL, NULL };

const BbCliCharts bb_cli_charts = { NULL, NULL };
