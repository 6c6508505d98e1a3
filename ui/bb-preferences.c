/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-preferences.h"

#include "bb-focus.h"
#include "bb-settings.h"

#include <glib/gi18n.h>

struct _BbPreferences
{
  AdwPreferencesWindow parent_instance;

  /* From the template */
  GtkCheckButton *follow;
  GtkCheckButton *light;
  GtkCheckButton *dark;
  GtkLabel *size;
  GtkWidget *smaller;
  GtkWidget *larger;
  GtkWidget *normal;
  AdwEntryRow *organisation;

  BbTextScale *scale;
};

G_DEFINE_FINAL_TYPE (BbPreferences, bb_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* ---- text size ---- */

static void
update_size (BbPreferences *self)
{
  int percent = bb_text_scale_get_percent (self->scale);
  /* Translators: a text size, such as 125 % */
  g_autofree char *text = g_strdup_printf (_("%d%%"), percent);

  gtk_label_set_text (self->size, text);
  gtk_widget_set_sensitive (self->smaller, percent > BB_TEXT_SCALE_LEAST);
  gtk_widget_set_sensitive (self->larger, percent < BB_TEXT_SCALE_MOST);
  gtk_widget_set_sensitive (self->normal, percent != BB_TEXT_SCALE_NORMAL);
}

static void
smaller_cb (BbPreferences *self)
{
  bb_text_scale_step (self->scale, -1);
}

static void
larger_cb (BbPreferences *self)
{
  bb_text_scale_step (self->scale, 1);
}

static void
normal_cb (BbPreferences *self)
{
  bb_text_scale_set_percent (self->scale, BB_TEXT_SCALE_NORMAL);
}

/* ---- theme ---- */

/* The manager's scheme is bound to the setting by the application. */
static void
theme_cb (BbPreferences *self)
{
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (gtk_check_button_get_active (self->light))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (gtk_check_button_get_active (self->dark))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

static void
show_theme (BbPreferences *self)
{
  AdwColorScheme scheme = adw_style_manager_get_color_scheme (adw_style_manager_get_default ());
  GtkCheckButton *button = self->follow;

  if (scheme == ADW_COLOR_SCHEME_FORCE_LIGHT)
    button = self->light;
  else if (scheme == ADW_COLOR_SCHEME_FORCE_DARK)
    button = self->dark;
  gtk_check_button_set_active (button, TRUE);
}

/* ---- object ---- */

static void
bb_preferences_dispose (GObject *object)
{
  BbPreferences *self = BB_PREFERENCES (object);

  g_clear_object (&self->scale);
  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_PREFERENCES);
  G_OBJECT_CLASS (bb_preferences_parent_class)->dispose (object);
}

static void
bb_preferences_class_init (BbPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, BbPreferences, follow);
  gtk_widget_class_bind_template_child (widget_class, BbPreferences, light);
  gtk_widget_class_bind_template_child (widget_class, BbPreferences, dark);
  gtk_widget_class_bind_template_child (widget_class, BbPreferences, size);
  gtk_widget_class_bind_template_child (widget_class, BbPreferences, smaller);
  gtk_widget_class_bind_template_child (widget_class, BbPreferences, larger);
  gtk_widget_class_bind_template_child (widget_class, BbPreferences, normal);
  gtk_widget_class_bind_template_child (widget_class, BbPreferences, organisation);
  gtk_widget_class_bind_template_callback (widget_class, theme_cb);
  gtk_widget_class_bind_template_callback (widget_class, smaller_cb);
  gtk_widget_class_bind_template_callback (widget_class, larger_cb);
  gtk_widget_class_bind_template_callback (widget_class, normal_cb);
}

static void
bb_preferences_init (BbPreferences *self)
{
  GSettings *settings = bb_settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));
  bb_focus_name_scrollers (GTK_WIDGET (self), _("Preferences"));
  show_theme (self);
  /* Without its schema the program keeps nothing: better no field than one that forgets. */
  if (settings != NULL)
    g_settings_bind (settings, "default-organisation", self->organisation, "text", G_SETTINGS_BIND_DEFAULT);
  else
    gtk_widget_set_sensitive (GTK_WIDGET (self->organisation), FALSE);
}

GtkWidget *
bb_preferences_new (GtkWindow *parent, BbTextScale *scale)
{
  BbPreferences *self;

  g_return_val_if_fail (BB_IS_TEXT_SCALE (scale), NULL);
  self = g_object_new (BB_TYPE_PREFERENCES, "transient-for", parent, NULL);
  self->scale = g_object_ref (scale);
  g_signal_connect_object (scale, "notify::percent", G_CALLBACK (update_size), self, G_CONNECT_SWAPPED);
  update_size (self);
  return GTK_WIDGET (self);
}
