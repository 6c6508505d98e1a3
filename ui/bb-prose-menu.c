/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-prose-menu.h"

#include <glib/gi18n.h>

#define KEY "bb-prose-menu"

/* What an item asks of the report to be of use. */
typedef gboolean (*Applies) (BbReport *report);

/* *INDENT-OFF* */
static const struct
{
  const char *label;
  const char *action;
  const char *keys; /* shown beside it */
  Applies applies;  /* NULL: the action itself says so */
  gboolean last;    /* of its group */
} items[] = {
  { N_("_Undo"),       "win.undo",             "<Control>z",        bb_report_can_undo, FALSE },
  { N_("_Redo"),       "win.redo",             "<Control><Shift>z", bb_report_can_redo, TRUE },
  { N_("Cu_t"),        "clipboard.cut",        "<Control>x",        NULL,               FALSE },
  { N_("_Copy"),       "clipboard.copy",       "<Control>c",        NULL,               FALSE },
  { N_("_Paste"),      "clipboard.paste",      "<Control>v",        NULL,               FALSE },
  { N_("Select _All"), "selection.select-all", "<Control>a",        NULL,               TRUE },
};
/* *INDENT-ON* */

/* The window's own undo is never switched off, or its keys would go to the texts; what would do nothing has no action here. */
static gboolean
applies (BbProseView *view, Applies asked)
{
  BbTextBinding *binding = bb_prose_view_get_binding (view);

  return asked == NULL || (binding != NULL && asked (bb_text_binding_get_report (binding)));
}

static GMenuModel *
create_model (BbProseView *view)
{
  GMenuModel *extra = gtk_text_view_get_extra_menu (GTK_TEXT_VIEW (view));
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      const char *action = applies (view, items[i].applies) ? items[i].action : "prose.nothing";
      g_autoptr (GMenuItem) item = g_menu_item_new (_(items[i].label), action);

      g_menu_item_set_attribute (item, "accel", "s", items[i].keys);
      g_menu_append_item (section, item);
      if (!items[i].last)
        continue;
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
      g_set_object (&section, NULL);
      section = g_menu_new ();
    }
  if (extra != NULL)
    g_menu_append_section (menu, NULL, extra);
  return G_MENU_MODEL (menu);
}

static gboolean
can_paste (GtkTextView *view)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (GTK_WIDGET (view)));

  return gdk_content_formats_contain_gtype (formats, G_TYPE_STRING) || gdk_content_formats_contain_mime_type (formats, "text/html");
}

/* GTK brings them up to date with its own menu alone. */
static void
update_actions (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  gboolean editable = gtk_text_view_get_editable (view);
  gboolean selected = gtk_text_buffer_get_has_selection (buffer);
  GtkWidget *widget = GTK_WIDGET (view);

  gtk_widget_action_set_enabled (widget, "clipboard.cut", editable && selected);
  gtk_widget_action_set_enabled (widget, "clipboard.copy", selected);
  gtk_widget_action_set_enabled (widget, "clipboard.paste", editable && can_paste (view));
  gtk_widget_action_set_enabled (widget, "selection.select-all", gtk_text_buffer_get_char_count (buffer) > 0);
}

static void
closed_cb (GtkWidget *view)
{
  if (gtk_widget_get_root (view) != NULL)
    gtk_widget_grab_focus (view);
}

static GtkWidget *
get_menu (BbProseView *view)
{
  GtkWidget *menu = g_object_get_data (G_OBJECT (view), KEY);

  if (menu != NULL)
    return menu;
  menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_popover_set_position (GTK_POPOVER (menu), GTK_POS_BOTTOM);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, GTK_WIDGET (view));
  g_object_set_data (G_OBJECT (view), KEY, menu);
  g_signal_connect_object (menu, "closed", G_CALLBACK (closed_cb), view, G_CONNECT_SWAPPED);
  return menu;
}

/* Its items are made anew each time: the extra menu may be another by now. */
static GtkWidget *
show (BbProseView *view, const GdkRectangle *place)
{
  g_autoptr (GMenuModel) model = create_model (view);
  GtkWidget *menu = get_menu (view);

  update_actions (GTK_TEXT_VIEW (view));
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), place);
  gtk_popover_popup (GTK_POPOVER (menu));
  return menu;
}

/* As in an office program: the caret goes where the pointer asks, so that "Paste" pastes there; what is selected stays when it was
 * meant. */
static void
go_to (GtkTextView *view, double x, double y)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter, start, end;
  int buffer_x, buffer_y;

  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y);
  if (gtk_text_buffer_get_selection_bounds (buffer, &start, &end) && gtk_text_iter_in_range (&iter, &start, &end))
    return;
  /* What an input method has half typed belongs where the caret was. */
  gtk_text_view_reset_im_context (view);
  gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

static void
pressed_cb (BbProseView *view, int n_press, double x, double y, GtkGesture *click)
{
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  go_to (GTK_TEXT_VIEW (view), x, y);
  show (view, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static gboolean
key_pressed_cb (BbProseView *view, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (!(keyval == GDK_KEY_Menu && modifiers == 0) && !(keyval == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  bb_prose_menu_popup (view);
  return GDK_EVENT_STOP;
}

GtkWidget *
bb_prose_menu_popup (BbProseView *view)
{
  GtkTextView *text = GTK_TEXT_VIEW (view);
  GdkRectangle place;

  g_return_val_if_fail (BB_IS_PROSE_VIEW (view), NULL);
  gtk_text_view_scroll_mark_onscreen (text, gtk_text_buffer_get_insert (gtk_text_view_get_buffer (text)));
  gtk_text_view_get_cursor_locations (text, NULL, &place, NULL);
  gtk_text_view_buffer_to_window_coords (text, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x, &place.y);
  return show (view, &place);
}

void
bb_prose_menu_add (BbProseView *view)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (BB_IS_PROSE_VIEW (view));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  /* Both before GTK opens its own. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
}

void
bb_prose_menu_drop (BbProseView *view)
{
  GtkWidget *menu = g_object_steal_data (G_OBJECT (view), KEY);

  if (menu != NULL)
    gtk_widget_unparent (menu);
}

void
bb_prose_menu_place (BbProseView *view)
{
  GtkWidget *menu = g_object_get_data (G_OBJECT (view), KEY);

  if (menu != NULL)
    gtk_popover_present (GTK_POPOVER (menu));
}
