/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-i18n.h>

#include <glib/gi18n-lib.h>
#include <locale.h>

void
bb_i18n_init (void)
{
  const char *directory = g_getenv ("BIANBAO_LOCALEDIR");

  /* Numbers, dates and order are the form's own, whatever the locale; each category that is set is a file that is read. */
  setlocale (LC_CTYPE, "");
  setlocale (LC_MESSAGES, "");
  bindtextdomain (GETTEXT_PACKAGE, directory != NULL ? directory : BB_LOCALEDIR);
  /* The core deals in UTF-8 whatever the locale says. */
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
