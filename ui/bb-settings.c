/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-settings.h"

#define DEFAULT_WIDTH 1280
#define DEFAULT_HEIGHT 800
/* Smaller than any window can be: it never had a size. */
#define LEAST 360

GSettings *
bb_settings_get (void)
{
  static GSettings *settings;
  static gboolean looked_up;

  if (!looked_up)
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema = NULL;

      /* g_settings_new() aborts the program where the schema is not installed. */
      looked_up = TRUE;
      if (source != NULL)
        schema = g_settings_schema_source_lookup (source, BB_APP_ID, TRUE);
      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
    }
  return settings;
}

void
bb_settings_restore_window (GtkWindow *window)
{
  GSettings *settings = bb_settings_get ();

  if (settings == NULL)
    {
      gtk_window_set_default_size (window, DEFAULT_WIDTH, DEFAULT_HEIGHT);
      return;
    }
  gtk_window_set_default_size (window, g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "maximized"))
    gtk_window_maximize (window);
}

void
bb_settings_keep_window (GtkWindow *window)
{
  GSettings *settings = bb_settings_get ();
  int width;
  int height;

  if (settings == NULL)
    return;
  gtk_window_get_default_size (window, &width, &height);
  if (width < LEAST || height < LEAST)
    return;
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "maximized", gtk_window_is_maximized (window));
}
