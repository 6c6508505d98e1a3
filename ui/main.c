/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-application.h"

#include <bianbao/bianbao.h>
#include <glib/gi18n.h>

int
main (int argc, char **argv)
{
  g_autoptr (BbApplication) application = NULL;

  /* Han characters in the shapes used in mainland China, whatever the language of the user interface. Pango looks at the
   * one where the locale has a language, fontconfig at the other where it has none. */
  g_setenv ("PANGO_LANGUAGE", "zh-cn", FALSE);
  g_setenv ("FC_LANG", "zh-cn", FALSE);

  bb_i18n_init ();
  g_set_application_name (_("Bianbao"));

  application = bb_application_new (G_APPLICATION_DEFAULT_FLAGS);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
