/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of contract.md for states and origins. */
#include <bianbao/bb-field.h>

/* *INDENT-OFF* */
static const char *const state_names[] = {
  [BB_STATE_NUMBER]  = "number",
  [BB_STATE_BLANK]   = "blank",
  [BB_STATE_TEXT]    = "text",
  [BB_STATE_MISSING] = "missing",
};

static const char *const origin_names[] = {
  [BB_ORIGIN_TYPED]   = "typed",
  [BB_ORIGIN_READ]    = "read",
  [BB_ORIGIN_DERIVED] = "derived",
  [BB_ORIGIN_DEDUCED] = "deduced",
};
/* *INDENT-ON* */

const char *
bb_state_to_string (BbState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_names), NULL);
  return state_names[state];
}

const char *
bb_origin_to_string (BbOrigin origin)
{
  g_return_val_if_fail ((guint) origin < G_N_ELEMENTS (origin_names), NULL);
  return origin_names[origin];
}

gboolean
bb_origin_from_string (const char *text, BbOrigin *origin)
{
  g_return_val_if_fail (text != NULL && origin != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (origin_names); i++)
    if (g_str_equal (text, origin_names[i]))
      {
        *origin = (BbOrigin) i;
        return TRUE;
      }
  return FALSE;
}
