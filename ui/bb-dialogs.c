/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-dialogs.h"

#include "bb-focus.h"

#include <bianbao/bianbao.h>
#include <glib/gi18n.h>

/* The parent keeps its chooser: a GtkFileChooserNative belongs to whoever made it, not to GTK. */
#define CHOOSER "bb-file-chooser"

typedef struct
{
  GWeakRef owner;
  BbFileChosen chosen;
  BbFilesChosen all_chosen; /* instead */
} Choice;

typedef struct
{
  GWeakRef owner;
  BbAnswered answered;
  char *answer;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_weak_ref_clear (&question->owner);
  g_free (question->answer);
  g_free (question);
}

static void
question_closure_free (gpointer data, GClosure *closure)
{
  question_free (data);
}

static gboolean
question_answer_cb (gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GObject) owner = g_weak_ref_get (&question->owner);

  if (owner != NULL)
    question->answered (owner, question->answer);
  return G_SOURCE_REMOVE;
}

/* The dialog closes itself after its response. An answer may close the window below it, so it waits until then. */
static void
question_response_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&question->owner);
  Question *answer;

  if (owner == NULL || question->answered == NULL)
    return;
  answer = g_new0 (Question, 1);
  g_weak_ref_init (&answer->owner, owner);
  answer->answered = question->answered;
  answer->answer = g_strdup (response);
  g_idle_add_full (G_PRIORITY_DEFAULT, question_answer_cb, answer, question_free);
}

/* Where the answers stand one below another, which is known when they are laid out, the toolkit leaves the focus to the topmost:
 * Enter then gave the last of them, which destroys. */
static void
default_changed_cb (GtkWindow *dialog)
{
  GtkWidget *button = gtk_window_get_default_widget (dialog);

  if (button != NULL && gtk_widget_get_mapped (button))
    gtk_widget_grab_focus (button);
}

static void
choice_free (gpointer data, GClosure *closure)
{
  Choice *choice = data;

  g_weak_ref_clear (&choice->owner);
  g_free (choice);
}

static GPtrArray *
list_paths (GtkFileChooser *chooser)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (chooser);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (g_file_peek_path (file) != NULL)
        g_ptr_array_add (paths, g_file_get_path (file));
    }
  return paths;
}

static void
chooser_response_cb (GtkNativeDialog *native, int response, Choice *choice)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&choice->owner);
  GtkWindow *parent = gtk_native_dialog_get_transient_for (native);
  G_GNUC_UNUSED g_autoptr (GtkNativeDialog) alive = g_object_ref (native);
  BbFileChosen chosen = choice->chosen;
  BbFilesChosen all_chosen = choice->all_chosen;
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT && all_chosen != NULL)
    paths = list_paths (GTK_FILE_CHOOSER (native));
  else if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  gtk_native_dialog_hide (native);
  if (parent != NULL)
    g_object_set_data (G_OBJECT (parent), CHOOSER, NULL);
  /* Another chooser may open from here, so ours is out of the way first. */
  if (owner != NULL && all_chosen != NULL && paths != NULL)
    all_chosen (owner, paths);
  else if (owner != NULL && chosen != NULL)
    chosen (owner, file != NULL ? g_file_peek_path (file) : NULL);
}

static GtkFileChooser *
make_chooser (GtkWindow *parent, const char *title, GtkFileChooserAction action, const char *accept,
              const char *folder, GObject *owner, BbFileChosen chosen, BbFilesChosen all_chosen)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, parent, action, accept, _("_Cancel"));
  Choice *choice = g_new0 (Choice, 1);

  g_weak_ref_init (&choice->owner, owner);
  choice->chosen = chosen;
  choice->all_chosen = all_chosen;
  g_signal_connect_data (native, "response", G_CALLBACK (chooser_response_cb), choice, choice_free, 0);
  g_object_set_data_full (G_OBJECT (parent), CHOOSER, native, g_object_unref);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  if (folder != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (folder);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (native), file, NULL);
    }
  return GTK_FILE_CHOOSER (native);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  /* Suffixes are the same in capitals, as other systems write them: 年报.DOC. */
  for (guint i = 0; patterns[i] != NULL; i++)
    if (g_str_has_prefix (patterns[i], "*."))
      gtk_file_filter_add_suffix (filter, patterns[i] + strlen ("*."));
    else
      gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

GtkWindow *
bb_dialogs_ask (GtkWindow *parent, const char *heading, const char *body, const BbAnswer *answers, guint n_answers,
                const char *default_id, GObject *owner, BbAnswered answered)
{
  GtkWidget *widget = adw_message_dialog_new (parent, heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  Question *question = g_new0 (Question, 1);

  for (guint i = 0; i < n_answers; i++)
    {
      adw_message_dialog_add_response (dialog, answers[i].id, answers[i].label);
      adw_message_dialog_set_response_appearance (dialog, answers[i].id, answers[i].appearance);
    }
  adw_message_dialog_set_close_response (dialog, answers[0].id);
  if (default_id != NULL)
    adw_message_dialog_set_default_response (dialog, default_id);
  g_weak_ref_init (&question->owner, owner);
  question->answered = answered;
  g_signal_connect_data (dialog, "response", G_CALLBACK (question_response_cb), question, question_closure_free, 0);
  g_signal_connect (dialog, "notify::default-widget", G_CALLBACK (default_changed_cb), NULL);
  g_signal_connect_after (dialog, "map", G_CALLBACK (default_changed_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}

GtkWindow *
bb_dialogs_tell (GtkWindow *parent, const char *heading, const char *body)
{
  const BbAnswer answers[] = { { "close", _("_Close"), ADW_RESPONSE_DEFAULT } };

  return bb_dialogs_ask (parent, heading, body, answers, G_N_ELEMENTS (answers), "close", NULL, NULL);
}

static void
add_report_filters (GtkFileChooser *chooser)
{
  static const char *const ours[] = { "*.bianbao", "*.html", "*.htm", "*.mht", "*.mhtml", "*.docx", "*.doc", "*.wps", "*.xlsx", "*.xls", "*.et", "*.pdf",
                                      "*.odt", "*.ods", "*.fodt", "*.fods", "*.rtf", "*.txt", "*.md", "*.csv", "*.tsv", NULL };
  static const char *const all[] = { "*", NULL };

  add_filter (chooser, _("Reports and Files That Can Be Read"), ours);
  add_filter (chooser, _("All Files"), all);
}

void
bb_dialogs_open_report (GtkWindow *parent, const char *folder, GObject *owner, BbFileChosen chosen)
{
  GtkFileChooser *chooser = make_chooser (parent, _("Open Report"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), folder,
                                          owner, chosen, NULL);

  add_report_filters (chooser);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
bb_dialogs_open_reports (GtkWindow *parent, const char *folder, GObject *owner, BbFilesChosen chosen)
{
  GtkFileChooser *chooser = make_chooser (parent, _("Add Reports"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Add"), folder,
                                          owner, NULL, chosen);

  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  add_report_filters (chooser);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
bb_dialogs_save_report (GtkWindow *parent, const char *folder, const char *name, GObject *owner, BbFileChosen chosen)
{
  static const char *const ours[] = { "*" BB_DOCUMENT_SUFFIX, NULL };
  GtkFileChooser *chooser = make_chooser (parent, _("Save Report"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), folder,
                                          owner, chosen, NULL);

  gtk_file_chooser_set_current_name (chooser, name);
  add_filter (chooser, _("Bianbao Documents (.bianbao)"), ours);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
bb_dialogs_choose_folder (GtkWindow *parent, const char *folder, GObject *owner, BbFileChosen chosen)
{
  GtkFileChooser *chooser = make_chooser (parent, _("Choose Folder"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                          _("_Choose"), folder, owner, chosen, NULL);

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
uri_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWindow) parent = GTK_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    bb_dialogs_tell (parent, _("Could Not Open the File"), error->message);
}

void
bb_dialogs_open_uri (GtkWindow *parent, const char *uri)
{
  gtk_show_uri_full (parent, uri, GDK_CURRENT_TIME, NULL, uri_shown_cb, g_object_ref (parent));
}

void
bb_dialogs_about (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", _("Bianbao"),
                         "application-icon", BB_APP_ID,
                         "version", BB_VERSION,
                         "comments", _("Fills in, checks and exports the annual report on government information disclosure"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "developer-name", _("The Bianbao authors"),
                         /* Translators: put your names here, one a line. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

void
bb_dialogs_shortcuts (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/bianbao/Bianbao/ui/bb-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  bb_focus_name_scrollers (GTK_WIDGET (window), _("Keyboard Shortcuts"));
  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
