/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-import.h>

G_DEFINE_QUARK (bb-import-error-quark, bb_import_error)
