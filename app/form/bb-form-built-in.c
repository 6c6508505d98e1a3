/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/bb-form-private.h"

const BbForm *
bb_form_get (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; bb_built_in_forms[i] != NULL; i++)
    if (g_str_equal (bb_built_in_forms[i]->form.id, id))
      return &bb_built_in_forms[i]->form;
  return NULL;
}

const BbForm *const *
bb_form_list (void)
{
  /* The form is the first member of an edition. */
  return (const BbForm *const *) bb_built_in_forms;
}

const BbForm *
bb_form_for_year (int year)
{
  const BbForm *const *list = bb_form_list ();
  const BbForm *found = list[0];

  for (guint i = 0; list[i] != NULL; i++)
    {
      if (list[i]->first_year <= year)
        found = list[i];
    }

  return found;
}
