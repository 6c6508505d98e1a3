/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-start-page.h"

#include "bb-dialogs.h"
#include "bb-focus.h"
#include "bb-recent.h"
#include "bb-report-page.h"
#include "bb-settings.h"

#include <glib/gi18n.h>

#define MOST_RECENT 5

struct _BbStartPage
{
  AdwBin parent_instance;

  /* From the template */
  GtkWidget *recovery_box;
  GtkListBox *recovery_list;
  GtkWidget *recent_box;
  GtkListBox *recent_list;
  GtkEntry *organisation;
  GtkEntry *year;
  GtkWidget *create;
  GtkLabel *form;

  char *discarding; /* the copy that a question is open about */
  guint fill_source;
};

G_DEFINE_FINAL_TYPE (BbStartPage, bb_start_page, ADW_TYPE_BIN)

enum
{
  CREATE,
  OPEN_PATH,
  RECOVER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static AdwActionRow *
add_row (GtkListBox *list, const char *title, const char *subtitle)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_set_subtitle_lines (row, 1);
  gtk_list_box_append (list, GTK_WIDGET (row));
  return row;
}

/* It stays in the list, so that nobody wonders where it went, and says why it can't be opened. */
static void
show_missing (AdwActionRow *row)
{
  g_autofree char *text = g_strdup_printf (_("Not there any more: %s"), adw_action_row_get_subtitle (row));

  adw_action_row_set_subtitle (row, text);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (row), "bb-missing");
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) row = user_data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);

  /* The list may have been filled anew meanwhile. */
  if (info == NULL && gtk_widget_get_parent (row) != NULL)
    show_missing (ADW_ACTION_ROW (row));
}

static void
forget_clicked_cb (GtkWidget *button, BbStartPage *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  bb_recent_remove (g_object_get_data (G_OBJECT (row), "bb-path"));
  bb_focus_leave (row);
  gtk_list_box_remove (self->recent_list, row);
  gtk_widget_set_visible (self->recent_box, gtk_widget_get_first_child (GTK_WIDGET (self->recent_list)) != NULL);
  bb_start_page_focus (self);
}

static void
add_forget_button (BbStartPage *self, AdwActionRow *row, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *text = g_strdup_printf (_("Remove %s from the list"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (forget_clicked_cb), self, 0);
  adw_action_row_add_suffix (row, button);
}

static void
fill_recent (BbStartPage *self)
{
  g_autoptr (GPtrArray) paths = bb_recent_list (MOST_RECENT);

  clear_list (self->recent_list);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths->pdata[i]);
      g_autofree char *name = g_filename_display_basename (paths->pdata[i]);
      g_autofree char *folder = g_path_get_dirname (paths->pdata[i]);
      g_autofree char *shown = g_filename_display_name (folder);
      AdwActionRow *row = add_row (self->recent_list, name, shown);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "bb-path", g_strdup (paths->pdata[i]), g_free);
      add_forget_button (self, row, name);
      g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_LOW, NULL,
                               looked_up_cb, g_object_ref (row));
    }
  gtk_widget_set_visible (self->recent_box, paths->len > 0);
}

static void
recover_clicked_cb (GtkWidget *button, BbStartPage *self)
{
  g_signal_emit (self, signals[RECOVER], 0, g_object_get_data (G_OBJECT (button), "bb-path"));
}

static void
discard_answered_cb (GObject *owner, const char *answer)
{
  BbStartPage *self = BB_START_PAGE (owner);

  if (g_str_equal (answer, "discard"))
    bb_recovery_drop (self->discarding);
  bb_start_page_refresh (self);
}

static void
discard_clicked_cb (GtkWidget *button, BbStartPage *self)
{
  const BbAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "discard", _("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
  };

  g_free (self->discarding);
  self->discarding = g_strdup (g_object_get_data (G_OBJECT (button), "bb-path"));
  bb_dialogs_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Discard the Unsaved Work?"),
                  _("It can't be brought back."), answers, G_N_ELEMENTS (answers), "cancel", G_OBJECT (self),
                  discard_answered_cb);
}

static GtkWidget *
add_recovery_button (BbStartPage *self, AdwActionRow *row, const char *label, const char *path, GCallback clicked_cb)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "bb-path", g_strdup (path), g_free);
  g_signal_connect_object (button, "clicked", clicked_cb, self, 0);
  adw_action_row_add_suffix (row, button);
  return button;
}

/* Whoever starts after a crash wants the work back; who has begun to type is left alone. */
static void
offer_first (BbStartPage *self, GtkWidget *button)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->organisation)) == '\0')
    gtk_widget_grab_focus (button);
}

static void
fill_recovery (BbStartPage *self)
{
  g_autoptr (GPtrArray) copies = bb_recovery_list ();

  clear_list (self->recovery_list);
  for (guint i = 0; i < copies->len; i++)
    {
      const BbRecovery *copy = copies->pdata[i];
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (copy->time);
      /* Translators: date and time of a recovery copy; see strftime(3). */
      g_autofree char *when = g_date_time_format (time, _("%Y-%m-%d %H:%M"));
      g_autofree char *name = copy->original != NULL ? g_filename_display_basename (copy->original) : NULL;
      g_autofree char *subtitle = NULL;
      AdwActionRow *row;
      GtkWidget *open;

      if (name != NULL)
        /* Translators: when, and the name of a file. */
        subtitle = g_strdup_printf (_("%s, changes to %s"), when, name);
      else
        subtitle = g_strdup_printf (_("%s, never saved"), when);
      row = add_row (self->recovery_list, copy->title, subtitle);
      adw_action_row_set_subtitle_lines (row, 2);
      add_recovery_button (self, row, _("Discard…"), copy->path, G_CALLBACK (discard_clicked_cb));
      open = add_recovery_button (self, row, _("Open"), copy->path, G_CALLBACK (recover_clicked_cb));
      if (i == 0)
        offer_first (self, open);
    }
  gtk_widget_set_visible (self->recovery_box, copies->len > 0);
}

/* Not before the first frame: neither list is needed to see the page. */
static gboolean
fill_cb (gpointer user_data)
{
  BbStartPage *self = BB_START_PAGE (user_data);

  self->fill_source = 0;
  bb_start_page_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
recent_activated_cb (BbStartPage *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[OPEN_PATH], 0, g_object_get_data (G_OBJECT (row), "bb-path"));
}

static gboolean
is_number (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isdigit (g_utf8_get_char (text)) && !g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* What keeps the report from being made, or a word to think about; NULL when all is well. */
static const char *
find_trouble (const char *organisation, const char *year_text, int year, gboolean *stop)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  *stop = TRUE;
  if (*organisation != '\0' && is_number (organisation))
    return _("Digits alone are no organisation: enter its name");
  if (*year_text != '\0' && year == 0)
    return _("A report year has four digits, such as 2024");
  *stop = FALSE;
  if (year > g_date_time_get_year (now))
    return _("This year has not begun yet");
  return NULL;
}

static void
entry_changed_cb (BbStartPage *self)
{
  g_autofree char *organisation = bb_text_trim (gtk_editable_get_text (GTK_EDITABLE (self->organisation)));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->year));
  int year = bb_year_read (text);
  gboolean stop;
  const char *trouble = find_trouble (organisation, text, year, &stop);

  gtk_widget_set_sensitive (self->create, *organisation != '\0' && year > 0 && !stop);
  gtk_label_set_text (self->form,
                      trouble != NULL ? trouble : _("The year that the report is about; the form follows it"));
  if (trouble != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->form), stop ? "error" : "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->form), "error");
  if (trouble == NULL || stop)
    gtk_widget_remove_css_class (GTK_WIDGET (self->form), "warning");
}

static void
create_cb (BbStartPage *self)
{
  g_autofree char *organisation = bb_text_trim (gtk_editable_get_text (GTK_EDITABLE (self->organisation)));
  int year = bb_year_read (gtk_editable_get_text (GTK_EDITABLE (self->year)));

  if (*organisation == '\0')
    {
      gtk_label_set_text (self->form, _("Enter the name of the organisation first"));
      gtk_widget_add_css_class (GTK_WIDGET (self->form), "error");
    }
  if (*organisation == '\0' || is_number (organisation))
    gtk_widget_grab_focus (GTK_WIDGET (self->organisation));
  else if (year == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->year));
  else
    g_signal_emit (self, signals[CREATE], 0, organisation, year);
}

static void
bb_start_page_map (GtkWidget *widget)
{
  BbStartPage *self = BB_START_PAGE (widget);

  GTK_WIDGET_CLASS (bb_start_page_parent_class)->map (widget);
  if (self->fill_source == 0)
    self->fill_source = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
}

static void
bb_start_page_dispose (GObject *object)
{
  BbStartPage *self = BB_START_PAGE (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_pointer (&self->discarding, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_START_PAGE);
  G_OBJECT_CLASS (bb_start_page_parent_class)->dispose (object);
}

static void
bb_start_page_class_init (BbStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_start_page_dispose;
  widget_class->map = bb_start_page_map;

  signals[CREATE] = g_signal_new ("create", BB_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_STRING, G_TYPE_INT);
  signals[OPEN_PATH] = g_signal_new ("open-path", BB_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RECOVER] = g_signal_new ("recover", BB_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BbStartPage, recovery_box);
  gtk_widget_class_bind_template_child (widget_class, BbStartPage, recovery_list);
  gtk_widget_class_bind_template_child (widget_class, BbStartPage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, BbStartPage, recent_list);
  gtk_widget_class_bind_template_child (widget_class, BbStartPage, organisation);
  gtk_widget_class_bind_template_child (widget_class, BbStartPage, year);
  gtk_widget_class_bind_template_child (widget_class, BbStartPage, create);
  gtk_widget_class_bind_template_child (widget_class, BbStartPage, form);
  gtk_widget_class_bind_template_callback (widget_class, recent_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
}

static void
bb_start_page_init (BbStartPage *self)
{
  GSettings *settings = bb_settings_get ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *year = g_strdup_printf ("%d", g_date_time_get_year (now) - 1);

  gtk_widget_init_template (GTK_WIDGET (self));
  /* The report of a year is written in the next one. */
  gtk_editable_set_text (GTK_EDITABLE (self->year), year);
  if (settings != NULL)
    {
      g_autofree char *organisation = g_settings_get_string (settings, "default-organisation");

      gtk_editable_set_text (GTK_EDITABLE (self->organisation), organisation);
    }
  entry_changed_cb (self);
}

GtkWidget *
bb_start_page_new (void)
{
  return g_object_new (BB_TYPE_START_PAGE, NULL);
}

void
bb_start_page_focus (BbStartPage *self)
{
  g_return_if_fail (BB_IS_START_PAGE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->organisation));
}

void
bb_start_page_refresh (BbStartPage *self)
{
  g_return_if_fail (BB_IS_START_PAGE (self));
  fill_recovery (self);
  fill_recent (self);
}
