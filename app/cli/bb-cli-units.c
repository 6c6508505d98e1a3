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

/* Reports of one name that are given together are two units'; one that the file keeps is the same unit's. */
static BbUnitAlike
choose_alike (BbReport *report, guint kept, BbReport *unit, const char *name)
{
  g_autoptr (BbUnits) units = bb_units_read (report);
  int index = units != NULL ? bb_units_find (units, unit, name) : -1;

  return index >= (int) kept ? BB_UNIT_ALIKE_APART : BB_UNIT_ALIKE_REPLACE;
}

static BbUnitFit
add_unit (BbReport *report, guint kept, BbReport *unit, const char *file)
{
  g_autofree char *name = bb_unit_name_for_file (file);
  BbUnitFit alike = bb_units_add (report, unit, name, BB_UNIT_ALIKE_REFUSE);
  BbUnitFit fit = alike == BB_UNIT_NAMED_ALIKE ? bb_units_add (report, unit, name, choose_alike (report, kept, unit, name)) : alike;
  g_autofree char *reason = bb_unit_fit_tell (fit == BB_UNIT_NEW ? alike : fit, report, unit);

  if (fit != BB_UNIT_NEW || alike != BB_UNIT_NEW)
    bb_cli_warn ("%s: %s", file, reason);
  return fit;
}

gboolean
bb_cli_add_units (BbReport *report, GPtrArray *units, const char *const *files)
{
  g_autoptr (BbUnits) before = bb_units_read (report);
  guint kept = before != NULL ? bb_units_get_n (before) : 0;

  for (guint i = 0; i < units->len; i++)
    {
      const BbOpened *opened = g_ptr_array_index (units, i);
      BbUnitFit fit = add_unit (report, kept, opened->report, files[i]);

      if (fit != BB_UNIT_NEW && fit != BB_UNIT_AGAIN && fit != BB_UNIT_SAME)
        return FALSE;
    }
  return TRUE;
}
