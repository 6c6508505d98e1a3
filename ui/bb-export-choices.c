/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-export-choices.h"

#include "bb-settings.h"

#define KEY "export-formats"

struct _BbExportChoices
{
  GtkGrid parent_instance;

  GtkCheckButton *wanted[BB_N_EXPORT_FORMATS];
};

G_DEFINE_FINAL_TYPE (BbExportChoices, bb_export_choices, GTK_TYPE_GRID)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toggled_cb (BbExportChoices *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkCheckButton *
add_format (BbExportChoices *self, BbExportFormat format)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (bb_export_label (format));
  GtkWidget *suffix = gtk_label_new (bb_export_suffix (format));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (suffix, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), suffix);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, bb_export_label (format), -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (GTK_GRID (self), check, (int) format % 2, (int) format / 2, 1, 1);
  return GTK_CHECK_BUTTON (check);
}

/* By their suffixes: a format that is new, or gone, does not make another one of those that were chosen. */
static void
restore (BbExportChoices *self)
{
  GSettings *settings = bb_settings_get ();
  g_auto (GStrv) kept = settings != NULL ? g_settings_get_strv (settings, KEY) : NULL;

  for (guint i = 0; kept != NULL && kept[i] != NULL; i++)
    {
      int format = bb_export_format_for_name (kept[i]);

      if (format >= 0)
        bb_export_choices_set (self, (BbExportFormat) format, TRUE);
    }
  if (!bb_export_choices_any (self))
    bb_export_choices_set (self, BB_EXPORT_HTML, TRUE);
}

static void
bb_export_choices_class_init (BbExportChoicesClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", BB_TYPE_EXPORT_CHOICES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bb_export_choices_init (BbExportChoices *self)
{
  gtk_grid_set_column_homogeneous (GTK_GRID (self), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (self), 24);
  gtk_grid_set_row_spacing (GTK_GRID (self), 12);
  for (guint i = 0; i < BB_N_EXPORT_FORMATS; i++)
    self->wanted[i] = add_format (self, (BbExportFormat) i);
  restore (self);
}

gboolean
bb_export_choices_get (BbExportChoices *self, BbExportFormat format)
{
  g_return_val_if_fail (BB_IS_EXPORT_CHOICES (self) && format < BB_N_EXPORT_FORMATS, FALSE);
  return gtk_check_button_get_active (self->wanted[format]);
}

void
bb_export_choices_set (BbExportChoices *self, BbExportFormat format, gboolean wanted)
{
  g_return_if_fail (BB_IS_EXPORT_CHOICES (self) && format < BB_N_EXPORT_FORMATS);
  gtk_check_button_set_active (self->wanted[format], wanted);
}

gboolean
bb_export_choices_any (BbExportChoices *self)
{
  g_return_val_if_fail (BB_IS_EXPORT_CHOICES (self), FALSE);
  for (guint i = 0; i < BB_N_EXPORT_FORMATS; i++)
    if (bb_export_choices_get (self, (BbExportFormat) i))
      return TRUE;
  return FALSE;
}

void
bb_export_choices_keep (BbExportChoices *self)
{
  g_autoptr (GStrvBuilder) suffixes = g_strv_builder_new ();
  g_auto (GStrv) kept = NULL;

  g_return_if_fail (BB_IS_EXPORT_CHOICES (self));
  for (guint i = 0; i < BB_N_EXPORT_FORMATS; i++)
    if (bb_export_choices_get (self, (BbExportFormat) i))
      g_strv_builder_add (suffixes, bb_export_suffix ((BbExportFormat) i));
  kept = g_strv_builder_end (suffixes);
  if (bb_settings_get () != NULL)
    g_settings_set_strv (bb_settings_get (), KEY, (const char *const *) kept);
}
