/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-units-window.h"

#include "bb-dialogs.h"
#include "bb-units-reading.h"

#include <glib/gi18n.h>

#define INDEX "bb-unit-index"
#define UNIT "bb-unit"
#define NAME "bb-unit-name"

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
describe (BbUnits *units, guint index)
{
  guint open = bb_units_count_open (units, index);

  if (!bb_units_counts (units, index))
    return g_strdup (_("Not added up: for another year or with another form than this report"));
  if (open == 0)
    return g_strdup (_("All figures are there"));
  return g_strdup_printf (ngettext ("%u figure is missing; its cell stays blank", "%u figures are missing; their cells stay blank", open),
                          open);
}

static void
show_units (BbUnitsWindow *self, BbUnits *units)
{
  clear_list (self->units);
  for (guint i = 0; units != NULL && i < bb_units_get_n (units); i++)
    {
      const char *organisation = bb_units_get_organisation (units, i);
      g_autofree char *subtitle = describe (units, i);
      AdwActionRow *row = new_row (organisation, subtitle);

      if (!bb_units_counts (units, i) || bb_units_count_open (units, i) > 0)
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

static AdwActionRow *
refuse (BbUnitsWindow *self, const char *path, const char *reason, gboolean open)
{
  g_autofree char *name = g_filename_display_basename (path);
  AdwActionRow *row = new_row (name, reason);
  GtkWidget *image = gtk_image_new_from_icon_name (open ? "dialog-question-symbolic" : "dialog-error-symbolic");

  gtk_widget_add_css_class (image, open ? "warning" : "error");
  adw_action_row_add_prefix (row, image);
  gtk_list_box_append (self->refused, GTK_WIDGET (row));
  return row;
}

/* What the two buttons of a row decide about. */
static void
settle (BbUnitsWindow *self, GtkWidget *button, BbUnitAlike alike)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  BbReport *unit = g_object_get_data (G_OBJECT (row), UNIT);

  bb_report_barrier (self->report);
  bb_units_add (self->report, unit, g_object_get_data (G_OBJECT (row), NAME), alike);
  gtk_list_box_remove (self->refused, row);
  update (self);
  gtk_widget_grab_focus (self->fill_button);
}

static void
replace_cb (BbUnitsWindow *self, GtkWidget *button)
{
  settle (self, button, BB_UNIT_ALIKE_REPLACE);
}

static void
apart_cb (BbUnitsWindow *self, GtkWidget *button)
{
  settle (self, button, BB_UNIT_ALIKE_APART);
}

static void
add_choice (BbUnitsWindow *self, AdwActionRow *row, const char *label, GCallback chosen)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", chosen, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}

/* A corrected report, or one of another unit that is called the same: only the user knows. */
static void
ask (BbUnitsWindow *self, const BbUnitFile *file, const char *name, const char *reason)
{
  const char *organisation = bb_report_get_organisation (file->opened->report);
  /* Translators: 1: the name of a unit, 2: "has the name of a unit that is there already, but other figures" */
  g_autofree char *said = g_strdup_printf (_("“%1$s” %2$s"), organisation, reason);
  AdwActionRow *row = refuse (self, file->path, *organisation != '\0' ? said : reason, TRUE);

  g_object_set_data_full (G_OBJECT (row), UNIT, g_object_ref (file->opened->report), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), NAME, g_strdup (name), g_free);
  add_choice (self, row, _("_Replace It"), G_CALLBACK (replace_cb));
  add_choice (self, row, _("Add as Another _Unit"), G_CALLBACK (apart_cb));
}

static void
add_file (BbUnitsWindow *self, const BbUnitFile *file)
{
  g_autofree char *name = bb_unit_name_for_file (file->path);
  g_autofree char *reason = NULL;
  BbUnitFit fit;

  if (file->opened == NULL)
    {
      refuse (self, file->path, file->error->message, FALSE);
      return;
    }
  fit = bb_units_add (self->report, file->opened->report, name, BB_UNIT_ALIKE_REFUSE);
  reason = bb_unit_fit_tell (fit, self->report, file->opened->report);
  if (fit == BB_UNIT_NAMED_ALIKE)
    ask (self, file, name, reason);
  else if (fit != BB_UNIT_NEW)
    refuse (self, file->path, reason, FALSE);
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

/* Returns: (transfer full): the units that leave figures open */
static char *
list_open_units (BbUnitsWindow *self)
{
  g_autoptr (BbUnits) units = bb_units_read (self->report);
  GString *names = g_string_new (NULL);

  for (guint i = 0; units != NULL && i < bb_units_get_n (units); i++)
    if (bb_units_counts (units, i) && bb_units_count_open (units, i) > 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", bb_units_get_organisation (units, i));
  return g_string_free (names, FALSE);
}

static void
tell_nothing (BbUnitsWindow *self, guint open)
{
  g_autofree char *names = list_open_units (self);
  g_autofree char *body = NULL;

  if (open == 0)
    body = g_strdup (_("No cell of the tables is blank. What stands there is kept; rows that differ from the sums are listed among the issues."));
  else
    body = g_strdup_printf (_("For each blank cell at least one unit has no number: %s. Ask these units, or remove them from the list."), names);
  bb_dialogs_tell (GTK_WINDOW (self), _("Nothing Was Filled In"), body);
}

static void
fill_cb (BbUnitsWindow *self)
{
  guint open = 0;
  guint written = 0;

  bb_report_barrier (self->report);
  written = bb_units_fill (self->report, &open);
  if (written == 0)
    {
      tell_nothing (self, open);
      return;
    }
  g_signal_emit (self, signals[FILLED], 0, written);
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
  G_OBJECT_CLASS (bb_units_window_parent_class)->dispose (object);
}

static void
bb_units_window_class_init (BbUnitsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_units_window_dispose;
  widget_class->unmap = bb_units_window_unmap;
  signals[FILLED] = g_signal_new ("filled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_UINT);
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
