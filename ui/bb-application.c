/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-application.h"

#include "bb-dialogs.h"
#include "bb-preferences.h"
#include "bb-last-figures.h"
#include "bb-settings.h"
#include "bb-text-scale.h"
#include "bb-window.h"

#include <bianbao/bianbao.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <stdio.h>

struct _BbApplication
{
  AdwApplication parent_instance;

  BbTextScale *scale;
  guint signal_sources[3];
  gboolean offered; /* unsaved work of an earlier run was mentioned */
};

G_DEFINE_FINAL_TYPE (BbApplication, bb_application, ADW_TYPE_APPLICATION)

/* Keys of actions of application and window. Being accelerators of the application, they also work where a focused
 * entry would keep a window's shortcut to itself. */
static const struct
{
  const char *action;
  const char *keys[4];
} accels[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.shortcuts", { "<Control>question" } },
  { "app.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "app.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { "app.zoom-normal", { "<Control>0", "<Control>KP_0" } },
  { "window.close", { "<Control>w" } },
  { "win.help", { "F1" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.export", { "<Control>e" } },
  { "win.preview", { "<Control><Shift>p" } },
  { "win.print", { "<Control>p" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.find", { "<Control>f" } },
  { "win.replace", { "<Control>h" } },
  { "win.find-next", { "F3", "<Control>g" } },
  { "win.find-previous", { "<Shift>F3", "<Control><Shift>g" } },
  { "win.insert-figure", { "<Control><Shift>i" } },
  { "win.next-page", { "<Control>Page_Down", "<Alt>Down" } },
  { "win.previous-page", { "<Control>Page_Up", "<Alt>Up" } },
  { "win.next-issue", { "F8" } },
  { "win.previous-issue", { "<Shift>F8" } },
  { "win.toggle-source", { "F7" } },
  { "win.toggle-issues", { "F9" } },
  { "win.toggle-sidebar", { "<Shift>F9" } },
  { "win.toggle-guidance", { "<Control>F9" } },
  { "win.tidy", { "<Control><Shift>t" } },
  { "win.toggle-details", { "<Control>i" } },
  { "win.edit-note", { "<Shift>F2" } },
  { "win.mark-done", { "<Control><Shift>d" } },
};

/* ---- windows ---- */

static BbWindow *
new_window (BbApplication *self)
{
  BbWindow *window = bb_window_new (GTK_APPLICATION (self));

  bb_settings_restore_window (GTK_WINDOW (window));
  return window;
}

static BbWindow *
find_empty_window (BbApplication *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (BB_IS_WINDOW (item->data) && bb_window_is_empty (item->data))
      return item->data;
  return NULL;
}

static void
show_start (BbApplication *self)
{
  BbWindow *window = find_empty_window (self);

  if (window == NULL)
    window = new_window (self);
  self->offered = TRUE;
  bb_window_show_start (window);
  gtk_window_present (GTK_WINDOW (window));
}

/* ---- actions ---- */

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_start (BB_APPLICATION (user_data));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Each window asks about its own unsaved changes; the program ends with the last one. */
  for (GList *item = windows; item != NULL; item = item->next)
    if (BB_IS_WINDOW (item->data))
      gtk_window_close (GTK_WINDOW (item->data));
  g_list_free (windows);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  bb_dialogs_about (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  bb_dialogs_shortcuts (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BbApplication *self = BB_APPLICATION (user_data);

  gtk_window_present (GTK_WINDOW (bb_preferences_new (gtk_application_get_active_window (GTK_APPLICATION (self)),
                                                      self->scale)));
}

static void
zoom_in_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  bb_text_scale_step (BB_APPLICATION (user_data)->scale, 1);
}

static void
zoom_out_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  bb_text_scale_step (BB_APPLICATION (user_data)->scale, -1);
}

static void
zoom_normal_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  bb_text_scale_set_percent (BB_APPLICATION (user_data)->scale, BB_TEXT_SCALE_NORMAL);
}

static const GActionEntry actions[] = {
  { .name = "new-window", .activate = new_window_cb },
  { .name = "quit", .activate = quit_cb },
  { .name = "about", .activate = about_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "shortcuts", .activate = shortcuts_cb },
  { .name = "zoom-in", .activate = zoom_in_cb },
  { .name = "zoom-out", .activate = zoom_out_cb },
  { .name = "zoom-normal", .activate = zoom_normal_cb },
};

/* ---- ending from outside ---- */

/* Somebody ends the program, perhaps the session manager: no time for questions, the work goes to recovery copies. */
static gboolean
terminate_cb (gpointer user_data)
{
  BbApplication *self = BB_APPLICATION (user_data);

  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    {
      BbSession *session = BB_IS_WINDOW (item->data) ? bb_window_get_session (item->data) : NULL;
      g_autoptr (GError) error = NULL;

      if (session != NULL)
        bb_window_take_typed (item->data);
      if (session != NULL && !bb_session_write_recovery (session, &error))
        g_printerr ("%s\n", error->message);
    }
  bb_lock_release_all ();
  g_application_quit (G_APPLICATION (self));
  return G_SOURCE_CONTINUE;
}

/* ---- application ---- */

/* Theme and text size follow the settings from the first frame on. */
static void
bind_settings (BbApplication *self)
{
  GSettings *settings = bb_settings_get ();
  g_autoptr (GAction) last_year = NULL;

  self->scale = bb_text_scale_new ();
  if (settings == NULL)
    return;
  g_settings_bind (settings, "color-scheme", adw_style_manager_get_default (), "color-scheme", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "text-size", self->scale, "percent", G_SETTINGS_BIND_DEFAULT);
  last_year = g_settings_create_action (settings, BB_SHOW_LAST_YEAR);
  g_action_map_add_action (G_ACTION_MAP (self), last_year);
}

static void
bb_application_startup (GApplication *application)
{
  static const int numbers[] = { SIGTERM, SIGINT, SIGHUP };
  BbApplication *self = BB_APPLICATION (application);

  G_APPLICATION_CLASS (bb_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (BB_APP_ID);
  bind_settings (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].keys);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    self->signal_sources[i] = g_unix_signal_add (numbers[i], terminate_cb, self);
}

static void
bb_application_shutdown (GApplication *application)
{
  BbApplication *self = BB_APPLICATION (application);

  for (guint i = 0; i < G_N_ELEMENTS (self->signal_sources); i++)
    g_clear_handle_id (&self->signal_sources[i], g_source_remove);
  g_clear_object (&self->scale);
  G_APPLICATION_CLASS (bb_application_parent_class)->shutdown (application);
}

static void
bb_application_dispose (GObject *object)
{
  /* Registered, but never run: tests. */
  g_clear_object (&BB_APPLICATION (object)->scale);
  G_OBJECT_CLASS (bb_application_parent_class)->dispose (object);
}

static void
bb_application_activate (GApplication *application)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (active != NULL)
    gtk_window_present (active);
  else
    show_start (BB_APPLICATION (application));
}

static void
bb_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  BbApplication *self = BB_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      const char *path = g_file_peek_path (files[i]);

      if (path != NULL)
        {
          bb_application_open_path (self, path, GTK_WINDOW (find_empty_window (self)));
          continue;
        }
      show_start (self);
      bb_dialogs_tell (gtk_application_get_active_window (GTK_APPLICATION (self)), _("Could Not Open the File"),
                       _("Only files on this computer can be opened. Save the file to a folder first."));
    }
}

static int
bb_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  printf ("bianbao %s\n", BB_VERSION);
  return 0;
}

static void
bb_application_class_init (BbApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_application_dispose;
  application_class->startup = bb_application_startup;
  application_class->shutdown = bb_application_shutdown;
  application_class->activate = bb_application_activate;
  application_class->open = bb_application_open;
  application_class->handle_local_options = bb_application_handle_local_options;
}

static void
bb_application_init (BbApplication *self)
{
  const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, _("Show the version and exit"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

BbApplication *
bb_application_new (GApplicationFlags flags)
{
  return g_object_new (BB_TYPE_APPLICATION,
                       "application-id", BB_APP_ID,
                       "resource-base-path", "/org/bianbao/Bianbao",
                       "flags", G_APPLICATION_HANDLES_OPEN | flags,
                       NULL);
}

GtkWindow *
bb_application_find_window (BbApplication *self, const char *path)
{
  g_return_val_if_fail (BB_IS_APPLICATION (self), NULL);
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (BB_IS_WINDOW (item->data) && bb_window_is_file (item->data, path))
      return item->data;
  return NULL;
}

void
bb_application_open_path (BbApplication *self, const char *path, GtkWindow *from)
{
  GtkWindow *window;

  g_return_if_fail (BB_IS_APPLICATION (self));
  window = bb_application_find_window (self, path);
  if (window == NULL)
    {
      if (BB_IS_WINDOW (from) && bb_window_is_empty (BB_WINDOW (from)))
        window = from;
      else
        window = GTK_WINDOW (new_window (self));
      bb_window_open (BB_WINDOW (window), path);
    }
  gtk_window_present (window);
}

gboolean
bb_application_take_offer (BbApplication *self)
{
  g_autoptr (GPtrArray) copies = NULL;

  g_return_val_if_fail (BB_IS_APPLICATION (self), FALSE);
  if (self->offered)
    return FALSE;
  self->offered = TRUE;
  copies = bb_recovery_list ();
  return copies->len > 0;
}
