/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-sidebar-row.h"

#include "bb-quiet.h"
#include "bb-section-state.h"

struct _BbSidebarRow
{
  GtkListBoxRow parent_instance;

  /* From the template */
  GtkLabel *title;
  GtkImage *icon;
  GtkLabel *state;
};

G_DEFINE_FINAL_TYPE (BbSidebarRow, bb_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
bb_sidebar_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BB_TYPE_SIDEBAR_ROW);
  G_OBJECT_CLASS (bb_sidebar_row_parent_class)->dispose (object);
}

static void
bb_sidebar_row_class_init (BbSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_sidebar_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BbSidebarRow, title);
  gtk_widget_class_bind_template_child (widget_class, BbSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, BbSidebarRow, state);
}

static void
bb_sidebar_row_init (BbSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bb_sidebar_row_new (void)
{
  return g_object_new (BB_TYPE_SIDEBAR_ROW, NULL);
}

void
bb_sidebar_row_show (BbSidebarRow *self, BbReport *report, BbChecker *checker, guint section)
{
  g_auto (BbSectionState) state = { 0 };
  g_autofree char *title = bb_section_dup_title (report, section);

  g_return_if_fail (BB_IS_SIDEBAR_ROW (self));
  bb_section_state_get (report, checker, section, &state);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->state, state.text);
  bb_quiet_set_icon (self->icon, state.icon);
  bb_quiet_set_style (GTK_WIDGET (self->icon), state.style != NULL ? state.style : "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, state.text, -1);
}

const char *
bb_sidebar_row_get_state_text (BbSidebarRow *self)
{
  g_return_val_if_fail (BB_IS_SIDEBAR_ROW (self), NULL);
  return gtk_label_get_text (self->state);
}
