/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/bb-sheet-private.h"

#include <glib/gi18n.h>

/* *INDENT-OFF* */
static const struct
{
  const char *label;
  const char *action;
  const char *keys; /* shown beside it; bb-sheet-keys.c has them */
  gboolean last;    /* of its group */
} items[] = {
  { N_("Cu_t"),                      "sheet.cut",           "<Control>x",     FALSE },
  { N_("_Copy"),                     "sheet.copy",          "<Control>c",     FALSE },
  { N_("_Paste"),                    "sheet.paste",         "<Control>v",     TRUE },
  { N_("_Edit the Cell"),            "sheet.edit",          "F2",             FALSE },
  { N_("C_lear Cells"),              "sheet.clear",         "Delete",         FALSE },
  { N_("Fill _Down"),                "sheet.fill-down",     "<Control>d",     FALSE },
  { N_("Fill Ri_ght"),               "sheet.fill-right",    "<Control>r",     TRUE },
  { N_("C_onfirm This Figure"),      "sheet.confirm",       NULL,             FALSE },
  { N_("Confirm This Ro_w"),         "sheet.confirm-row",   NULL,             FALSE },
  { N_("Confirm All Deduced F_igures"), "sheet.confirm-all", NULL,        FALSE },
  { N_("_Follow the Sum Again"),     "sheet.follow",        NULL,             FALSE },
  { N_("Type This Total by _Hand…"), "sheet.override",      NULL,             FALSE },
  { N_("_Note to the Cell…"),        "win.edit-note",       "<Shift>F2",      TRUE },
  { N_("Select the _Row"),           "sheet.select-row",    "<Shift>space",   FALSE },
  { N_("Select the Colu_mn"),        "sheet.select-column", "<Control>space", FALSE },
  { N_("Select _All"),               "sheet.select-all",    "<Control>a",     TRUE },
};
/* *INDENT-ON* */

static GMenuModel *
create_model (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(items[i].label), items[i].action);

      if (items[i].keys != NULL)
        g_menu_item_set_attribute (item, "accel", "s", items[i].keys);
      g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
      g_menu_append_item (section, item);
      if (!items[i].last)
        continue;
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
      g_set_object (&section, NULL);
      section = g_menu_new ();
    }
  return G_MENU_MODEL (menu);
}

/* The keyboard goes back where it came from, with what is selected. */
static void
closed_cb (BbSheet *self)
{
  if (self->selection.anchor >= 0 && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    bb_sheet_cell_enter (bb_sheet_get_cell (self, (guint) self->selection.anchor));
}

void
bb_sheet_popup_menu (BbSheet *self, const GdkRectangle *place)
{
  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) model = create_model ();

      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
    }
  bb_sheet_update_actions (self);
  bb_sheet_set_pointed (self, FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
bb_sheet_close_menu (BbSheet *self)
{
  g_clear_pointer (&self->menu, gtk_widget_unparent);
}
