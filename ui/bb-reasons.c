/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-reasons.h"

#include "bb-settings.h"

#define KEY "recent-reasons"
#define MOST 6

static void
add_once (GPtrArray *list, const char *reason)
{
  if (list->len < MOST && !g_ptr_array_find_with_equal_func (list, reason, g_str_equal, NULL))
    g_ptr_array_add (list, g_strdup (reason));
}

static void
add_kept (GPtrArray *list)
{
  GSettings *settings = bb_settings_get ();
  g_auto (GStrv) kept = settings != NULL ? g_settings_get_strv (settings, KEY) : NULL;

  for (guint i = 0; kept != NULL && kept[i] != NULL; i++)
    add_once (list, kept[i]);
}

char **
bb_reasons_list (BbChecker *checker)
{
  GPtrArray *list = g_ptr_array_new ();

  add_kept (list);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checker)); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (checker), i);

      if (bb_issue_get_reason (issue) != NULL)
        add_once (list, bb_issue_get_reason (issue));
    }
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (list, FALSE);
}

void
bb_reasons_add (const char *reason)
{
  GSettings *settings = bb_settings_get ();
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);

  if (settings == NULL)
    return;
  add_once (list, reason);
  add_kept (list);
  g_ptr_array_add (list, NULL);
  g_settings_set_strv (settings, KEY, (const char *const *) list->pdata);
}
