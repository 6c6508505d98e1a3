/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reports of units, which a government's own adds up (--unit FILE). */
#include "cli/bb-cli.h"

GPtrArray *
bb_cli_open_units (const char *const *files, gboolean json)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_opened_free);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      BbOpened *opened = bb_cli_open (files[i], BB_OPEN_DEFAULT, json);

      if (opened == NULL)
        return NULL;
      g_ptr_array_add (units, opened);
    }
  return g_steal_pointer (&units);
}

gboolean
bb_cli_add_units (BbReport *report, GPtrArray *units, const char *const *files)
{
  for (guint i = 0; i < units->len; i++)
    {
      const BbOpened *opened = g_ptr_array_index (units, i);
      g_autofree char *name = bb_unit_name_for_file (files[i]);
      BbUnitFit fit = bb_units_add (report, opened->report, name);
      g_autofree char *reason = bb_unit_fit_tell (fit, report, opened->report);

      if (fit != BB_UNIT_NEW)
        bb_cli_warn ("%s: %s", files[i], reason);
      if (fit != BB_UNIT_NEW && fit != BB_UNIT_AGAIN)
        return FALSE;
    }
  return TRUE;
}
