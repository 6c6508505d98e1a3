/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-window-private.h"

#include "bb-field-widget.h"
#include "bb-find-bar.h"
#include "bb-text-links.h"

#include <glib/gi18n.h>

/* A longer note is one of those that a click has to end: nobody reads two numbers in five seconds and presses Undo. */
#define UNDO_TOAST_SECONDS 10

static BbFindBar *
find_bar (gpointer window)
{
  return BB_FIND_BAR (bb_document_view_get_find_bar (BB_WINDOW (window)->view));
}

static void
find_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  /* Half-typed text would be lost with the focus. */
  if (!BB_WINDOW (widget)->composing)
    bb_find_bar_open (find_bar (widget), FALSE);
}

static void
replace_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (!BB_WINDOW (widget)->composing)
    bb_find_bar_open (find_bar (widget), TRUE);
}

static void
find_next_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (!BB_WINDOW (widget)->composing)
    bb_find_bar_step (find_bar (widget), 1);
}

static void
find_previous_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (!BB_WINDOW (widget)->composing)
    bb_find_bar_step (find_bar (widget), -1);
}

static void
show_field_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbWindow *self = BB_WINDOW (widget);
  BbField *field = bb_report_find_field (bb_session_get_report (self->session), g_variant_get_string (parameter, NULL));

  if (field != NULL)
    bb_document_view_reveal_field (self->view, field);
}

/* The text that is written in, or else the text of the page. */
static BbTextLinks *
find_links (BbWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  BbTextLinks *links = focus != NULL ? bb_text_links_get (focus) : NULL;
  BbPage *page = bb_document_view_get_page (self->view);
  GtkWidget *view;

  if (links != NULL)
    return links;
  view = bb_field_widget_find (GTK_WIDGET (page), bb_report_get_section (bb_session_get_report (self->session),
                                                                         bb_page_get_section (page)));
  return view != NULL ? bb_text_links_get (view) : NULL;
}

static void
insert_figure_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BbWindow *self = BB_WINDOW (widget);
  BbTextLinks *links = find_links (self);

  /* Half-typed text would be lost with the focus. */
  if (links != NULL && !self->composing)
    bb_text_links_choose (links);
}

/* The actions of this file; all need a report. */
static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
  gboolean changes;
} actions[] = {
  { "win.find", NULL, find_cb, FALSE },
  { "win.replace", NULL, replace_cb, TRUE },
  { "win.find-next", NULL, find_next_cb, FALSE },
  { "win.find-previous", NULL, find_previous_cb, FALSE },
  { "win.insert-figure", NULL, insert_figure_cb, TRUE },
  { "win.show-field", "s", show_field_cb, FALSE },
};

void
bb_window_class_install_find_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

void
bb_window_update_find_actions (BbWindow *self, gboolean report)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   report && (!actions[i].changes || bb_window_may_change (self)));
}

/* ---- what "Replace All" did ---- */

static char *
describe_replaced (guint count, guint left_out)
{
  g_autofree char *replaced = g_strdup_printf (ngettext ("%u place replaced", "%u places replaced", count), count);
  g_autofree char *kept = NULL;

  if (left_out == 0)
    return g_steal_pointer (&replaced);
  kept = g_strdup_printf (ngettext ("%u left alone: a computed total, a linked figure or the report year",
                                    "%u left alone: computed totals, linked figures or the report year", left_out), left_out);
  /* Translators: two sentences: what was replaced, and what was not. */
  return g_strdup_printf (_("%s; %s"), replaced, kept);
}

/* With another change the button would take back that one: the toast goes before. */
static void
replaced_cb (BbWindow *self, guint count, guint left_out)
{
  g_autofree char *text = describe_replaced (count, left_out);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (count > 0)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
      adw_toast_set_timeout (toast, UNDO_TOAST_SECONDS);
      g_signal_connect_object (bb_session_get_report (self->session), "changed", G_CALLBACK (adw_toast_dismiss), toast,
                               G_CONNECT_SWAPPED);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
bb_window_watch_find (BbWindow *self)
{
  g_signal_connect_object (find_bar (self), "replaced", G_CALLBACK (replaced_cb), self, G_CONNECT_SWAPPED);
}
