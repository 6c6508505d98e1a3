/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bb_i18n_init: takes the user's locale and binds the translations, for all that prints through gettext.
 *
 * Each program calls it once, first thing in main(). Translations come from where the program was installed to, or
 * from the directory in the environment variable `BIANBAO_LOCALEDIR`, which is how a build tree is run without installing.
 */
void bb_i18n_init (void);

G_END_DECLS
