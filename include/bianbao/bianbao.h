/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Everything that the window, the command line and the tests may include. */
#include <bianbao/bb-chart.h>
#include <bianbao/bb-check.h>
#include <bianbao/bb-confirm.h>
#include <bianbao/bb-copy.h>
#include <bianbao/bb-document.h>
#include <bianbao/bb-explain.h>
#include <bianbao/bb-export.h>
#include <bianbao/bb-field.h>
#include <bianbao/bb-figures.h>
#include <bianbao/bb-form.h>
#include <bianbao/bb-glyphs.h>
#include <bianbao/bb-i18n.h>
#include <bianbao/bb-import-map.h>
#include <bianbao/bb-import-review.h>
#include <bianbao/bb-import.h>
#include <bianbao/bb-journal.h>
#include <bianbao/bb-json.h>
#include <bianbao/bb-last-year.h>
#include <bianbao/bb-lock.h>
#include <bianbao/bb-note.h>
#include <bianbao/bb-number.h>
#include <bianbao/bb-print.h>
#include <bianbao/bb-prose.h>
#include <bianbao/bb-paste.h>
#include <bianbao/bb-report.h>
#include <bianbao/bb-save.h>
#include <bianbao/bb-search.h>
#include <bianbao/bb-text.h>
#include <bianbao/bb-tidy.h>
#include <bianbao/bb-topics.h>
#include <bianbao/bb-units.h>
