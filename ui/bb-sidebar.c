/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-sidebar.h"

#include "bb-sidebar-row.h"

struct _BbSidebar
{
  AdwBin parent_instance;

  /* From the template */
  GtkListBox *list;

  BbSession *session;
  guint selected;
};

G_DEFINE_FINAL_TYPE (BbSidebar, bb_sidebar, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update (BbSidebar *self)
{
  BbReport *report = bb_session_get_report (self->session);
  BbChecker *checker = bb_session_get_checker (self->session);
  guint n_sections = bb_report_get_form (report)->n_sections;

  for (guint i = 0; i < n_sections; i++)
    bb_sidebar_row_show (BB_SIDEBAR_ROW (gtk_list_box_get_row_at_index (self->list, (int) i)), report, checker, i);
}

static void
row_selected_cb (BbSidebar *self, GtkListBoxRow *row)
{
  if (row != NULL)
    bb_sidebar_set_selected (self, (guint) gtk_list_box_row_get_index (row));
}

static void
row_activated_cb (BbSidebar *self, GtkListBoxRow *row)
{
  bb_sidebar_set_selected (self, (guint) gtk_list_box_row_get_index (row));
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
bb_sidebar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  BbSidebar *self = BB_SIDEBAR (object);

  switch (prop_id)
    {
    case PROP_SELECTED:
      g_value_set_uint (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bb_sidebar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  BbSidebar *self = BB_SIDEBAR (object);

  switch (prop_id)
    {
    case PROP_SELECTED:
      bb_sidebar_set_selected (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bb_sidebar_dispose (GObject *object)
{
  BbSidebar *self = BB_SIDEBAR (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_SIDEBAR);
  G_OBJECT_CLASS (bb_sidebar_parent_class)->dispose (object);
}

/* One stop of Tab, at the section that is shown: Tab through the rows would turn the pages one by one. */
static gboolean
bb_sidebar_focus (GtkWidget *widget, GtkDirectionType direction)
{
  BbSidebar *self = BB_SIDEBAR (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if ((direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD) || row == NULL)
    return GTK_WIDGET_CLASS (bb_sidebar_parent_class)->focus (widget, direction);
  return gtk_widget_get_focus_child (widget) == NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
bb_sidebar_class_init (BbSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bb_sidebar_get_property;
  object_class->set_property = bb_sidebar_set_property;
  object_class->dispose = bb_sidebar_dispose;
  widget_class->focus = bb_sidebar_focus;

  properties[PROP_SELECTED] = g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, 0,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHOSEN] = g_signal_new ("chosen", BB_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, BbSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
bb_sidebar_init (BbSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bb_sidebar_set_session (BbSidebar *self, BbSession *session)
{
  BbReport *report = bb_session_get_report (session);
  guint n_sections = bb_report_get_form (report)->n_sections;

  g_return_if_fail (BB_IS_SIDEBAR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  for (guint i = 0; i < n_sections; i++)
    gtk_list_box_append (self->list, bb_sidebar_row_new ());
  update (self);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  g_signal_connect_object (report, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bb_session_get_checker (session), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

guint
bb_sidebar_get_selected (BbSidebar *self)
{
  g_return_val_if_fail (BB_IS_SIDEBAR (self), 0);
  return self->selected;
}

void
bb_sidebar_set_selected (BbSidebar *self, guint section)
{
  g_return_if_fail (BB_IS_SIDEBAR (self));
  if (self->selected == section)
    return;
  self->selected = section;
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) section));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

const char *
bb_sidebar_get_state_text (BbSidebar *self, guint section)
{
  g_return_val_if_fail (BB_IS_SIDEBAR (self), NULL);
  return bb_sidebar_row_get_state_text (BB_SIDEBAR_ROW (gtk_list_box_get_row_at_index (self->list, (int) section)));
}
