/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-menu.h"

#include <glib/gi18n.h>

static void
append_item (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

GMenuModel *
bb_sheet_get_menu (void)
{
  static GMenuModel *model;
  GMenu *menu;

  if (model != NULL)
    return model;

  menu = g_menu_new ();
  append_item (menu, _("_Confirm This Figure"), "cell.confirm");
  append_item (menu, _("C_lear the Cell"), "cell.clear");
  append_item (menu, _("_Follow the Sum Again"), "cell.follow");
  append_item (menu, _("Type This _Total by Hand…"), "cell.override");
  model = G_MENU_MODEL (menu);
  return model;
}
