/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window tells in passing: over the heading of the page, where nothing is typed and nothing is listed. */
#include "bb-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define UNDO_SECONDS 10

/* Over the form alone; beside it stand the sections and the file that was read, below it the issues. */
static void
find_ground (BbWindow *self, GtkWidget *layers, graphene_rect_t *ground)
{
  GtkWidget *page = NULL;

  if (self->view != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "document") == 0)
    page = GTK_WIDGET (bb_document_view_get_page (self->view));
  if (page == NULL || !gtk_widget_compute_bounds (page, layers, ground))
    graphene_rect_init (ground, 0, 0, (float) gtk_widget_get_width (layers), (float) gtk_widget_get_height (layers));
}

static gboolean
place_cb (BbWindow *self, GtkWidget *child, GdkRectangle *place, GtkWidget *layers)
{
  graphene_rect_t ground;
  int least, natural;

  if (child != GTK_WIDGET (self->toasts))
    return FALSE;
  find_ground (self, layers, &ground);
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  place->width = CLAMP ((int) ground.size.width, least, MAX (least, natural));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place->width, NULL, &place->height, NULL, NULL);
  place->x = (int) (ground.origin.x + (ground.size.width - (float) place->width) / 2);
  place->y = (int) ground.origin.y;
  return TRUE;
}

void
bb_window_place_toasts (BbWindow *self)
{
  GtkWidget *layers = gtk_widget_get_parent (GTK_WIDGET (self->toasts));

  g_signal_connect_object (layers, "get-child-position", G_CALLBACK (place_cb), self, G_CONNECT_SWAPPED);
}

/* The last word counts: a message that waited for the one before would tell of a key long pressed, and the one before would seem
 * to be its answer. */
static void
show (BbWindow *self, AdwToast *toast)
{
  if (self->told != NULL)
    adw_toast_dismiss (self->told);
  g_set_weak_pointer (&self->told, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* What is still to be read is not said again. */
void
bb_window_toast (BbWindow *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  g_return_if_fail (BB_IS_WINDOW (self));
  /* Widgets may still have something to say while the window goes. */
  if (self->toasts == NULL || (self->told != NULL && strcmp (adw_toast_get_title (self->told), escaped) == 0))
    return;
  show (self, adw_toast_new (escaped));
}

/* With another change the button would take back that one: the toast goes before. */
void
bb_window_toast_undo (BbWindow *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_signal_connect_object (bb_session_get_report (self->session), "changed", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
  show (self, toast);
}
