/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-window-private.h"

#include "bb-focus.h"
#include "bb-last-page.h"
#include "bb-menu-focus.h"
#include "bb-quiet.h"
#include "bb-recent-menu.h"
#include "bb-section-state.h"
#include "bb-settings.h"
#include "bb-wide-layout.h"
#include "bb-zoom-wheel.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (BbWindow, bb_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- header bar ---- */

static void
update_title (BbWindow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *state = NULL;

  if (self->session == NULL)
    {
      adw_window_title_set_title (self->title, _("Bianbao"));
      adw_window_title_set_subtitle (self->title, "");
      gtk_window_set_title (GTK_WINDOW (self), _("Bianbao"));
      return;
    }
  title = bb_report_get_title (bb_session_get_report (self->session));
  state = bb_session_dup_state (self->session);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, state);
  /* It goes to the window manager each time. */
  if (g_strcmp0 (gtk_window_get_title (GTK_WINDOW (self)), title) != 0)
    gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
set_undo_tooltip (GtkWidget *button, const char *format, const char *plain, const char *label)
{
  g_autofree char *text = label != NULL ? g_strdup_printf (format, label) : g_strdup (plain);

  bb_quiet_set_tooltip (button, text);
}

/* The actions stay enabled: a disabled one would wake up the private undo of a focused entry. */
static void
update_undo (BbWindow *self)
{
  BbReport *report = bb_session_get_report (self->session);

  gtk_widget_set_sensitive (self->undo_button, bb_report_can_undo (report));
  gtk_widget_set_sensitive (self->redo_button, bb_report_can_redo (report));
  set_undo_tooltip (self->undo_button, _("Undo “%s”"), _("Undo"), bb_report_get_undo_label (report));
  set_undo_tooltip (self->redo_button, _("Redo “%s”"), _("Redo"), bb_report_get_redo_label (report));
}

/* The name counts what needs work, errors and warnings; the tooltip says all. */
static void
update_issues (BbWindow *self)
{
  BbChecker *checker = bb_session_get_checker (self->session);
  guint count = bb_checker_count (checker, -1, BB_SEVERITY_ERROR) + bb_checker_count (checker, -1, BB_SEVERITY_WARNING);
  g_autofree char *name = g_strdup_printf (ngettext ("%u issue", "%u issues", count), count);
  g_autofree char *text = bb_issue_counts_dup_text (checker, 0);

  bb_issue_counts_show (self->issues_counts, bb_session_get_report (self->session), checker);
  bb_quiet_set_tooltip (GTK_WIDGET (self->issues_button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->issues_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* ---- callbacks ---- */

static void
recovery_failed_cb (BbWindow *self, const char *message)
{
  g_autofree char *text = g_strdup_printf (_("No recovery copy could be written: %s"), message);

  bb_window_toast (self, text);
}

static void
preedit_changed_cb (BbWindow *self, const char *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

/* Follows the focus: whatever text widget has it may be composing. */
static void
focus_widget_cb (BbWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->composer != NULL)
    g_clear_signal_handler (&self->preedit_handler, self->composer);
  self->preedit_handler = 0;
  self->composing = FALSE;
  if (!GTK_IS_TEXT (focus) && !GTK_IS_TEXT_VIEW (focus))
    focus = NULL;
  g_set_weak_pointer (&self->composer, focus);
  if (focus != NULL)
    self->preedit_handler = g_signal_connect_object (focus, "preedit-changed", G_CALLBACK (preedit_changed_cb), self,
                                                     G_CONNECT_SWAPPED);
}

static void
undo_clicked_cb (BbWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.undo", NULL);
}

static void
redo_clicked_cb (BbWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.redo", NULL);
}

static void
create_cb (BbWindow *self, const char *organisation, int year)
{
  g_autoptr (BbReport) report = bb_report_new (bb_form_for_year (year));
  g_autoptr (BbSession) session = NULL;

  /* A file is on its way into this window. */
  if (self->opening != NULL)
    return;
  bb_report_edit (report, bb_report_get_meta (report, BB_META_ORGANISATION), organisation, BB_ORIGIN_TYPED);
  bb_report_set_year (report, year, FALSE);
  bb_report_forget_history (report);
  /* Nothing is lost yet when this is closed: it is the same as a fresh one. */
  bb_report_mark_saved (report);
  session = bb_session_new (report);
  bb_window_set_session (self, session);
}

static void
open_path_cb (BbWindow *self, const char *path)
{
  if (self->opening == NULL)
    bb_window_open (self, path);
}

/* ---- overrides ---- */

static gboolean
bb_window_close_request (GtkWindow *window)
{
  BbWindow *self = BB_WINDOW (window);

  if (!self->may_close)
    bb_window_take_typed (self);
  if (!self->may_close && self->session != NULL && bb_session_has_work (self->session))
    return bb_window_ask_close (self);
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  if (self->session != NULL)
    {
      bb_last_page_keep (self->view, bb_session_get_path (self->session));
      bb_session_discard (self->session);
    }
  bb_settings_keep_window (window);
  return GTK_WINDOW_CLASS (bb_window_parent_class)->close_request (window);
}

static void
bb_window_dispose (GObject *object)
{
  BbWindow *self = BB_WINDOW (object);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  if (self->composer != NULL)
    g_clear_signal_handler (&self->preedit_handler, self->composer);
  g_clear_weak_pointer (&self->replaces);
  g_clear_weak_pointer (&self->composer);
  g_clear_weak_pointer (&self->told);
  g_clear_weak_pointer (&self->disk_bar);
  bb_window_end_lock (self);
  g_clear_weak_pointer (&self->before_help);
  g_clear_handle_id (&self->busy_id, g_source_remove);
  g_clear_object (&self->opening);
  g_clear_pointer (&self->opening_path, g_free);
  g_clear_pointer (&self->wanted_path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_WINDOW);
  self->start = NULL;
  self->view = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bb_window_parent_class)->dispose (object);
}

static void
bb_window_class_init (BbWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = bb_window_close_request;

  g_type_ensure (BB_TYPE_ISSUE_COUNTS);
  g_type_ensure (BB_TYPE_WIDE_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BbWindow, title);
  gtk_widget_class_bind_template_child (widget_class, BbWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BbWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BbWindow, busy_label);
  gtk_widget_class_bind_template_child (widget_class, BbWindow, busy_spinner);
  gtk_widget_class_bind_template_child (widget_class, BbWindow, document_start);
  gtk_widget_class_bind_template_child (widget_class, BbWindow, document_end);
  gtk_widget_class_bind_template_child (widget_class, BbWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, BbWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, BbWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, BbWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, BbWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, BbWindow, issues_button);
  gtk_widget_class_bind_template_child (widget_class, BbWindow, issues_counts);
  gtk_widget_class_bind_template_child (widget_class, BbWindow, drop_hint);
  gtk_widget_class_bind_template_child (widget_class, BbWindow, drop_title);
  gtk_widget_class_bind_template_child (widget_class, BbWindow, drop_detail);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, redo_clicked_cb);
  bb_window_class_install_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.cancel-open", NULL);
}

static void
bb_window_init (BbWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_widget_cb), NULL);
  bb_focus_name_scrollers (GTK_WIDGET (gtk_menu_button_get_popover (self->menu_button)), _("Main Menu"));
  bb_menu_focus_return (GTK_WINDOW (self), self->menu_button);
  bb_recent_menu_watch (self->recent_menu);
  bb_zoom_wheel_add (GTK_WIDGET (self));
  bb_window_take_drops (self);
  bb_window_place_toasts (self);
  bb_window_watch_disk (self);
  bb_window_update (self);
}

void
bb_window_take_typed (BbWindow *self)
{
  g_return_if_fail (BB_IS_WINDOW (self));
  /* What an input method has half typed it delivers when the focus goes. */
  if (self->composing)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (self->view != NULL)
    bb_page_commit (bb_document_view_get_page (self->view));
}

/* ---- what is shown ---- */

void
bb_window_update (BbWindow *self)
{
  gboolean document = self->session != NULL;
  const char *page = document ? "document" : "start";

  /* A report that is being replaced is not to be edited any more. */
  if (self->opening != NULL && (self->busy_id == 0 || document))
    page = "busy";
  else if (self->helping)
    page = "help";
  /* The bin of the start page is empty until it is needed. */
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_spinner_set_spinning (self->busy_spinner, self->opening != NULL);
  gtk_widget_set_visible (self->document_start, document && !self->helping);
  gtk_widget_set_visible (self->document_end, document && !self->helping);
  update_title (self);
  if (document)
    {
      update_undo (self);
      update_issues (self);
    }
  bb_window_update_actions (self);
}

static void
report_changed_cb (BbWindow *self)
{
  update_title (self);
  update_undo (self);
  update_issues (self);
}

static void
drop_view (BbWindow *self)
{
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (bb_session_get_report (self->session), self);
  g_signal_handlers_disconnect_by_data (bb_session_get_checker (self->session), self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  bb_window_end_lock (self);
  bb_focus_leave (GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (gtk_stack_get_child_by_name (self->stack, "document")), NULL);
  self->view = NULL;
  g_clear_object (&self->session);
}

static void
drop_start (BbWindow *self)
{
  if (self->start == NULL)
    return;
  bb_focus_leave (GTK_WIDGET (self->start));
  adw_bin_set_child (ADW_BIN (gtk_stack_get_child_by_name (self->stack, "start")), NULL);
  self->start = NULL;
}

static void
watch_session (BbWindow *self)
{
  BbReport *report = bb_session_get_report (self->session);
  BbChecker *checker = bb_session_get_checker (self->session);

  g_signal_connect_object (report, "changed", G_CALLBACK (report_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (report, "notify::modified", G_CALLBACK (bb_window_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (checker, "items-changed", G_CALLBACK (update_issues), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::path", G_CALLBACK (bb_window_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::reviewing", G_CALLBACK (bb_window_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "recovery-failed", G_CALLBACK (recovery_failed_cb), self, G_CONNECT_SWAPPED);
}

/* ---- public ---- */

BbWindow *
bb_window_new (GtkApplication *application)
{
  return g_object_new (BB_TYPE_WINDOW, "application", application, NULL);
}

gboolean
bb_window_is_empty (BbWindow *self)
{
  g_return_val_if_fail (BB_IS_WINDOW (self), FALSE);
  return self->session == NULL && self->opening == NULL;
}

gboolean
bb_window_is_file (BbWindow *self, const char *path)
{
  g_return_val_if_fail (BB_IS_WINDOW (self), FALSE);
  if (self->opening != NULL && g_strcmp0 (self->opening_path, path) == 0)
    return TRUE;
  return self->session != NULL && bb_session_is_file (self->session, path);
}

void
bb_window_show_start (BbWindow *self)
{
  g_return_if_fail (BB_IS_WINDOW (self));
  self->helping = FALSE;
  drop_view (self);
  if (self->start == NULL)
    {
      self->start = BB_START_PAGE (bb_start_page_new ());
      g_signal_connect_object (self->start, "create", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->start, "open-path", G_CALLBACK (open_path_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->start, "recover", G_CALLBACK (bb_window_recover), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (ADW_BIN (gtk_stack_get_child_by_name (self->stack, "start")), GTK_WIDGET (self->start));
    }
  bb_window_update (self);
  bb_start_page_focus (self->start);
}

void
bb_window_set_session (BbWindow *self, BbSession *session)
{
  g_return_if_fail (BB_IS_WINDOW (self));
  g_return_if_fail (BB_IS_SESSION (session));

  self->helping = FALSE;
  drop_view (self);
  self->session = g_object_ref (session);
  self->view = BB_DOCUMENT_VIEW (bb_document_view_new (session));
  adw_bin_set_child (ADW_BIN (gtk_stack_get_child_by_name (self->stack, "document")), GTK_WIDGET (self->view));
  bb_last_page_restore (self->view, bb_session_get_path (session));
  g_object_bind_property (self->view, "show-issues", self->issues_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (self->view, "show-sidebar", self->sidebar_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  watch_session (self);
  bb_window_watch_find (self);
  bb_window_begin_lock (self);
  bb_window_begin_disk (self);
  /* The stack would pass the focus on, to an entry with all of it selected: the next key would replace it. */
  if (self->start != NULL)
    bb_focus_leave (GTK_WIDGET (self->start));
  bb_window_update (self);
  drop_start (self);
  bb_page_reveal (bb_document_view_get_page (self->view), NULL);
}

BbSession *
bb_window_get_session (BbWindow *self)
{
  g_return_val_if_fail (BB_IS_WINDOW (self), NULL);
  return self->session;
}

BbDocumentView *
bb_window_get_view (BbWindow *self)
{
  g_return_val_if_fail (BB_IS_WINDOW (self), NULL);
  return self->view;
}
