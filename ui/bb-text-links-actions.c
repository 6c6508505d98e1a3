/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-text-links-private.h"

#include "bb-figure-chooser.h"
#include "bb-link-popover.h"
#include "bb-recent-figures.h"

#include <glib/gi18n.h>

void
bb_text_links_point_at (BbTextLinks *self, const BbLink *link)
{
  static const char *const names[] = { "go", "choose", "plain" };
  gboolean open = !bb_report_get_read_only (self->report);

  self->pointed = link != NULL ? (int) link->start : -1;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), names[i])),
                                 link != NULL && (open || i == 0));
}

static void
drop_popover (BbTextLinks *self)
{
  if (self->popover != NULL)
    gtk_widget_unparent (self->popover);
  g_clear_weak_pointer (&self->popover);
}

static void
drop_closed_cb (gpointer data)
{
  g_autoptr (BbTextLinks) self = data;

  if (self->popover != NULL && !gtk_widget_get_visible (self->popover))
    drop_popover (self);
}

/* Not at once: it is still giving the focus back. */
static void
popover_closed_cb (BbTextLinks *self)
{
  g_idle_add_once (drop_closed_cb, g_object_ref (self));
}

static void
show_popover (BbTextLinks *self, const BbLink *link)
{
  g_autofree char *state = bb_text_links_dup_state (self, link);
  GtkTextIter iter;
  GdkRectangle first;
  GdkRectangle last;
  GdkRectangle area;

  drop_popover (self);
  g_set_weak_pointer (&self->popover, bb_link_popover_new (bb_text_links_name (self, link), state));
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self->view));
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, (int) link->start);
  gtk_text_view_get_iter_location (self->view, &iter, &first);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, bb_text_links_end_of (link) - 1);
  gtk_text_view_get_iter_location (self->view, &iter, &last);
  gdk_rectangle_union (&first, &last, &area);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, area.x, area.y, &area.x, &area.y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
go_to (BbTextLinks *self, const BbLink *link)
{
  g_autofree char *cell = g_strdup (link->cell);

  gtk_widget_activate_action (GTK_WIDGET (self->view), "win.show-field", "s", cell);
}

static void
go_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BbTextLinks *self = BB_TEXT_LINKS (user_data);
  const BbLink *link = bb_text_links_find_start (self, self->pointed);

  if (link != NULL && self->view != NULL)
    go_to (self, link);
}

static void
plain_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BbTextLinks *self = BB_TEXT_LINKS (user_data);
  const BbLink *link = bb_text_links_find_start (self, self->pointed);

  if (link != NULL)
    bb_report_remove_link (self->report, self->field, link->start);
}

static void
chosen_cb (BbTextLinks *self, guint cell)
{
  GtkTextIter iter;
  const BbLink *link;

  if (!bb_report_insert_link (self->report, self->field, (guint) self->chosen_start, (guint) self->chosen_length, cell))
    {
      if (self->view != NULL)
        gtk_widget_activate_action (GTK_WIDGET (self->view), "win.toast", "s",
                                    _("The cell holds no number, so there is nothing to insert"));
      return;
    }
  bb_recent_figures_add (self->report, cell);
  link = bb_text_links_find_start (self, self->chosen_start);
  if (link == NULL || self->view == NULL)
    return;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, bb_text_links_end_of (link));
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  gtk_text_view_scroll_mark_onscreen (self->view, gtk_text_buffer_get_insert (self->buffer));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Asks for the cell whose figure replaces these characters. */
static void
choose_for (BbTextLinks *self, int start, int length)
{
  g_autoptr (GArray) likely = bb_recent_figures_guess (self->report, self->field, (guint) start);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->view));
  GtkWidget *chooser;

  self->chosen_start = start;
  self->chosen_length = length;
  chooser = bb_figure_chooser_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->report,
                                   (const guint *) (gpointer) likely->data, likely->len);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (chooser));
}

static void
choose_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BbTextLinks *self = BB_TEXT_LINKS (user_data);
  const BbLink *link = bb_text_links_find_start (self, self->pointed);

  if (link != NULL && self->view != NULL)
    choose_for (self, (int) link->start, (int) link->length);
}

static const GActionEntry actions[] = {
  { .name = "go", .activate = go_cb },
  { .name = "choose", .activate = choose_cb },
  { .name = "plain", .activate = plain_cb },
};

/* ---- the pointer ---- */

static gboolean
covers (BbTextLinks *self, const BbLink *link, int x, int y)
{
  for (int offset = (int) link->start; offset < bb_text_links_end_of (link); offset++)
    {
      GtkTextIter iter;
      GdkRectangle area;

      gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, offset);
      gtk_text_view_get_iter_location (self->view, &iter, &area);
      if (x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height)
        return TRUE;
    }
  return FALSE;
}

/* By the figures' own places: asked for the character at a place, GTK finds none in the indent's width of a paragraph. */
static const BbLink *
find_under (BbTextLinks *self, double x, double y)
{
  guint n_links;
  const BbLink *links = bb_field_get_links (self->field, &n_links);
  int buffer_x;
  int buffer_y;

  if (n_links == 0 || !bb_text_links_is_settled (self))
    return NULL;
  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  for (guint i = 0; i < n_links; i++)
    if (covers (self, &links[i], buffer_x, buffer_y))
      return &links[i];
  return NULL;
}

static void
pressed_cb (BbTextLinks *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  const BbLink *link = find_under (self, x, y);

  if (button == GDK_BUTTON_SECONDARY)
    bb_text_links_point_at (self, link);
  if (button != GDK_BUTTON_PRIMARY || link == NULL || (state & GDK_CONTROL_MASK) == 0)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  go_to (self, link);
}

/* A plain click shows what the figure is; a drag that ends on it selects text. */
static void
released_cb (BbTextLinks *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  const BbLink *link = find_under (self, x, y);

  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) != GDK_BUTTON_PRIMARY || n_press != 1
      || link == NULL || gtk_text_buffer_get_has_selection (self->buffer))
    return;
  bb_text_links_point_at (self, link);
  show_popover (self, link);
}

static void
motion_cb (BbTextLinks *self, double x, double y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view), find_under (self, x, y) != NULL ? "pointer" : "text");
}

static gboolean
query_tooltip_cb (BbTextLinks *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const BbLink *link = keyboard ? bb_text_links_find_at_caret (self) : find_under (self, x, y);
  g_autofree char *text = NULL;

  if (link == NULL)
    return FALSE;
  text = bb_text_links_dup_description (self, link);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* Alt+Enter: what a click shows, for the figure that the caret touches. */
static gboolean
key_pressed_cb (BbTextLinks *self, guint keyval, guint keycode, GdkModifierType state)
{
  const BbLink *link;

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
      || (state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK)
    return FALSE;
  link = bb_text_links_find_at_caret (self);
  if (link == NULL)
    return FALSE;
  bb_text_links_point_at (self, link);
  show_popover (self, link);
  return TRUE;
}

static void
add_controllers (BbTextLinks *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, motion);
  /* Before the text takes Enter for a line break, whatever keys are held with it. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, keys);
}

static void
add_menu (BbTextLinks *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) own = bb_link_menu_new ();
  GMenuModel *present = gtk_text_view_get_extra_menu (self->view);

  if (present != NULL)
    g_menu_append_section (menu, NULL, present);
  g_menu_append_section (menu, NULL, own);
  gtk_text_view_set_extra_menu (self->view, G_MENU_MODEL (menu));
  gtk_widget_insert_action_group (GTK_WIDGET (self->view), "link", G_ACTION_GROUP (self->actions));
}

void
bb_text_links_add_actions (BbTextLinks *self)
{
  self->pointed = -1;
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions), self);
  add_controllers (self);
  add_menu (self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->view), TRUE);
  g_signal_connect_object (self->view, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "destroy", G_CALLBACK (drop_popover), self, G_CONNECT_SWAPPED);
}

/* The actions speak of us without holding us. */
void
bb_text_links_drop_actions (BbTextLinks *self)
{
  drop_popover (self);
  if (self->view != NULL)
    gtk_widget_insert_action_group (GTK_WIDGET (self->view), "link", NULL);
  g_clear_object (&self->actions);
}

static void
get_selection (BbTextLinks *self, int *start, int *length)
{
  GtkTextIter from;
  GtkTextIter to;

  gtk_text_buffer_get_selection_bounds (self->buffer, &from, &to);
  *start = gtk_text_iter_get_offset (&from);
  *length = gtk_text_iter_get_offset (&to) - *start;
}

void
bb_text_links_choose (BbTextLinks *self)
{
  int start;
  int length;

  g_return_if_fail (BB_IS_TEXT_LINKS (self));
  if (self->view == NULL)
    return;
  get_selection (self, &start, &length);
  choose_for (self, start, length);
}

gboolean
bb_text_links_insert (BbTextLinks *self, guint cell)
{
  g_return_val_if_fail (BB_IS_TEXT_LINKS (self), FALSE);
  get_selection (self, &self->chosen_start, &self->chosen_length);
  if (bb_field_get_state (bb_report_get_cell (self->report, cell)) != BB_STATE_NUMBER)
    return FALSE;
  chosen_cb (self, cell);
  return TRUE;
}
