/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-application.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  /* Run from the build tree, the translations are not where they are installed to. */
  const char *locale_dir = g_getenv ("BIANBAO_LOCALEDIR");
  g_autoptr (BbApplication) application = NULL;

  /* Han characters in the shapes used in mainland China, whatever the language of the user interface. */
  g_setenv ("PANGO_LANGUAGE", "zh-cn", FALSE);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : BB_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Bianbao"));

  application = bb_application_new (G_APPLICATION_DEFAULT_FLAGS);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
