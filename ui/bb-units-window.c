/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-units-window.h"

#include "bb-dialogs.h"
#include "bb-units-reading.h"

#include <bianbao/bb-text.h>
#include <glib/gi18n.h>

#define INDEX "bb-unit"

struct _BbUnitsWindow
{
  AdwWindow parent_instance;

  /* From the template */
  GtkStack *stack;
  GtkWidget *add_button;
  GtkWidget *fill_button;
  GtkLabel *busy_label;
  GtkLabel *summary;
  GtkListBox *units;
  GtkWidget *refused_box;
  GtkListBox *refused;

  BbReport *report;
  char *folder;
  GCancellable *reading; /* NULL: nothing is read */
  GHashTable *replaced;  /* folded names of units of which a report came that took the place of another one */
};

G_DEFINE_FINAL_TYPE (BbUnitsWindow, bb_units_window, ADW_TYPE_WINDOW)

enum
{
  FILLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- rows ---- */

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static AdwActionRow *
new_row (const char *title, const char *subtitle)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle_lines (row, 0);
  adw_action_row_set_subtitle (row, subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
remove_cb (BbUnitsWindow *self, GtkWidget *button)
{
  bb_units_remove (self->report, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), INDEX)));
}

static GtkWidget *
new_remove_button (BbUnitsWindow *self, guint index, const char *organisation)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label = g_strdup_printf (_("Remove %s"), organisation);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), INDEX, GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static char *
describe_figures (BbUnits *units, guint index)
{
  guint open = bb_units_count_open (units, index);

  if (!bb_units_counts (units, index))
    return g_strdup (_("Not added up: for another year or with another form than this report"));
  if (open == 0)
    return g_strdup (_("All figures are there"));
  return g_strdup_printf (ngettext ("%u figure is missing; its cell stays blank", "%u figures are missing; their cells stay blank", open),
                          open);
}

static gboolean
is_replaced (BbUnitsWindow *self, const char *organisation)
{
  g_autofree char *folded = bb_text_fold_label (organisation);

  return g_hash_table_contains (self->replaced, folded);
}

/* Two offices may have one name, or two files none in them: that one of them is not added up must be seen. */
static char *
describe (BbUnitsWindow *self, BbUnits *units, guint index)
{
  g_autofree char *figures = describe_figures (units, index);
  g_autofree char *told = NULL;

  if (!is_replaced (self, bb_units_get_organisation (units, index)))
    return g_steal_pointer (&figures);
  told = bb_unit_fit_tell (BB_UNIT_AGAIN, self->report, self->report);
  return g_strdup_printf ("%s\n%s", told, figures);
}

static void
show_units (BbUnitsWindow *self, BbUnits *units)
{
  clear_list (self->units);
  for (guint i = 0; units != NULL && i < bb_units_get_n (units); i++)
    {
      const char *organisation = bb_units_get_organisation (units, i);
      g_autofree char *subtitle = describe (self, units, i);
      AdwActionRow *row = new_row (organisation, subtitle);

      if (!bb_units_counts (units, i) || bb_units_count_open (units, i) > 0 || is_replaced (self, organisation))
        {
          GtkWidget *image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

          gtk_widget_add_css_class (image, "warning");
          adw_action_row_add_prefix (row, image);
        }
      adw_action_row_add_suffix (row, new_remove_button (self, i, organisation));
      gtk_list_box_append (self->units, GTK_WIDGET (row));
    }
}

static void
update (BbUnitsWindow *self)
{
  g_autoptr (BbUnits) units = bb_units_read (self->report);
  guint n = units != NULL ? bb_units_get_n (units) : 0;
  gboolean any_refused = gtk_list_box_get_row_at_index (self->refused, 0) != NULL;
  g_autofree char *text = g_strdup_printf (ngettext ("%u unit. Its figures are kept with this report, and are in no export.",
                                                     "%u units. Their figures are kept with this report, and are in no export.", n), n);

  show_units (self, units);
  gtk_label_set_text (self->summary, text);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->units), n > 0);
  gtk_widget_set_visible (self->refused_box, any_refused);
  gtk_widget_set_sensitive (self->add_button, self->reading == NULL);
  gtk_widget_set_sensitive (self->fill_button, self->reading == NULL && n > 0);
  gtk_stack_set_visible_child_name (self->stack, self->reading != NULL ? "busy" : n > 0 || any_refused ? "list" : "empty");
}

/* ---- adding ---- */

static void
refuse (BbUnitsWindow *self, const char *path, const char *reason)
{
  g_autofree char *name = g_filename_display_basename (path);
  AdwActionRow *row = new_row (name, reason);
  GtkWidget *image = gtk_image_new_from_icon_name ("dialog-error-symbolic");

  gtk_widget_add_css_class (image, "error");
  adw_action_row_add_prefix (row, image);
  gtk_list_box_append (self->refused, GTK_WIDGET (row));
}

/* Returns: (transfer full): what the unit is known by. */
static char *
fold_name (BbReport *unit, const char *name)
{
  const char *own = bb_report_get_organisation (unit);

  return bb_text_fold_label (*own != '\0' ? own : name);
}

static void
add_file (BbUnitsWindow *self, const BbUnitFile *file)
{
  g_autofree char *name = bb_unit_name_for_file (file->path);
  g_autofree char *reason = NULL;
  BbUnitFit fit;

  if (file->opened == NULL)
    {
      refuse (self, file->path, file->error->message);
      return;
    }
  fit = bb_units_add (self->report, file->opened->report, name);
  if (fit == BB_UNIT_AGAIN)
    g_hash_table_add (self->replaced, fold_name (file->opened->report, name));
  reason = bb_unit_fit_tell (fit, self->report, file->opened->report);
  if (fit != BB_UNIT_NEW && fit != BB_UNIT_AGAIN)
    refuse (self, file->path, reason);
}

static void
progress_cb (GObject *owner, guint index, guint n, const char *path)
{
  BbUnitsWindow *self = BB_UNITS_WINDOW (owner);
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: 1: which file, 2: of how many, 3: its name */
  g_autofree char *text = g_strdup_printf (_("Reading report %1$u of %2$u: %3$s"), index + 1, n, name);

  gtk_label_set_text (self->busy_label, text);
}

/* All of them are one step of undo. */
static void
read_cb (GObject *owner, GPtrArray *files)
{
  BbUnitsWindow *self = BB_UNITS_WINDOW (owner);

  clear_list (self->refused);
  g_hash_table_remove_all (self->replaced);
  bb_report_barrier (self->report);
  bb_report_begin_group (self->report, _("Units’ reports"));
  for (guint i = 0; i < files->len; i++)
    add_file (self, g_ptr_array_index (files, i));
  bb_report_end_group (self->report);
  g_clear_object (&self->reading);
  update (self);
  gtk_widget_grab_focus (gtk_widget_get_sensitive (self->fill_button) ? self->fill_button : self->add_button);
}

void
bb_units_window_add_paths (BbUnitsWindow *self, GPtrArray *paths)
{
  g_return_if_fail (BB_IS_UNITS_WINDOW (self));
  if (self->reading != NULL || paths->len == 0)
    return;
  self->reading = g_cancellable_new ();
  update (self);
  bb_units_reading_start (paths, self->reading, G_OBJECT (self), progress_cb, read_cb);
}

/* ---- callbacks ---- */

static void
chosen_cb (GObject *owner, GPtrArray *paths)
{
  bb_units_window_add_paths (BB_UNITS_WINDOW (owner), paths);
}

static void
add_cb (BbUnitsWindow *self)
{
  bb_dialogs_open_reports (GTK_WINDOW (self), self->folder, G_OBJECT (self), chosen_cb);
}

static void
fill_cb (BbUnitsWindow *self)
{
  guint open = 0;
  guint written = 0;

  bb_report_barrier (self->report);
  written = bb_units_fill (self->report, &open);
  g_signal_emit (self, signals[FILLED], 0, written, open);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
drop_cb (BbUnitsWindow *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  for (GSList *file = files; file != NULL; file = file->next)
    if (g_file_peek_path (file->data) != NULL)
      g_ptr_array_add (paths, (gpointer) g_file_peek_path (file->data));
  bb_units_window_add_paths (self, paths);
  return paths->len > 0;
}

static void
field_changed_cb (BbUnitsWindow *self, BbField *field)
{
  /* Of many units that are added all at once, the list is made once. */
  if (self->reading == NULL && field == bb_report_get_meta (self->report, BB_META_UNITS))
    update (self);
}

/* ---- overrides ---- */

/* Whoever closes it while it reads wants nothing more of it, whoever else may hold the window. */
static void
bb_units_window_unmap (GtkWidget *widget)
{
  BbUnitsWindow *self = BB_UNITS_WINDOW (widget);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  GTK_WIDGET_CLASS (bb_units_window_parent_class)->unmap (widget);
}

static void
bb_units_window_dispose (GObject *object)
{
  BbUnitsWindow *self = BB_UNITS_WINDOW (object);

  g_clear_object (&self->report);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->replaced, g_hash_table_unref);
  G_OBJECT_CLASS (bb_units_window_parent_class)->dispose (object);
}

static void
bb_units_window_class_init (BbUnitsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_units_window_dispose;
  widget_class->unmap = bb_units_window_unmap;
  signals[FILLED] = g_signal_new ("filled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-units-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BbUnitsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BbUnitsWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, BbUnitsWindow, fill_button);
  gtk_widget_class_bind_template_child (widget_class, BbUnitsWindow, busy_label);
  gtk_widget_class_bind_template_child (widget_class, BbUnitsWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, BbUnitsWindow, units);
  gtk_widget_class_bind_template_child (widget_class, BbUnitsWindow, refused_box);
  gtk_widget_class_bind_template_child (widget_class, BbUnitsWindow, refused);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bb_units_window_init (BbUnitsWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->replaced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

BbUnitsWindow *
bb_units_window_new (GtkWindow *parent, BbReport *report, const char *folder)
{
  BbUnitsWindow *self;

  g_return_val_if_fail (BB_IS_REPORT (report), NULL);
  self = g_object_new (BB_TYPE_UNITS_WINDOW, "transient-for", parent, NULL);
  self->report = g_object_ref (report);
  self->folder = g_strdup (folder);
  g_signal_connect_object (report, "field-changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}
