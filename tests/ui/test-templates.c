/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every template can be made and goes again without a trace. */
#include "ui-test.h"

#include "bb-accept-popover.h"
#include "bb-bar.h"
#include "bb-cell-details.h"
#include "bb-cell-inspector.h"
#include "bb-cell-note.h"
#include "bb-export-dialog.h"
#include "bb-help-page.h"
#include "bb-issue-pane.h"
#include "bb-issue-row.h"
#include "bb-narrative-page.h"
#include "bb-page-header.h"
#include "bb-report-page.h"
#include "bb-sidebar-row.h"
#include "bb-sidebar.h"
#include "bb-start-page.h"
#include "bb-table-page.h"

/* An official report has no use for pictures of faces: its texts don't offer any. */
static void
assert_no_emoji (GtkWidget *widget)
{
  if (GTK_IS_TEXT (widget) && gtk_widget_get_ancestor (widget, GTK_TYPE_SEARCH_ENTRY) == NULL)
    g_assert_true (gtk_text_get_input_hints (GTK_TEXT (widget)) & GTK_INPUT_HINT_NO_EMOJI);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_no_emoji (child);
}

static void
finalize (GtkWidget *widget)
{
  g_object_ref_sink (widget);
  assert_no_emoji (widget);
  ui_test_settle ();
  g_assert_finalize_object (widget);
}

static void
test_plain (gconstpointer data)
{
  GType type = ((GType (*) (void)) data) ();

  finalize (g_object_new (type, NULL));
}

static void
test_page (gconstpointer data)
{
  GType type = ((GType (*) (void)) data) ();

  /* Both editions: they differ in tables and guidance. */
  for (int year = 2020; year <= 2021; year++)
    {
      g_autoptr (BbReport) report = ui_test_report (year);
      BbSession *session = bb_session_new (report);
      const BbForm *form = bb_report_get_form (report);

      for (guint section = 0; section < form->n_sections; section++)
        {
          gboolean table = form->sections[section].table >= 0;

          if (type == (section == 0 ? BB_TYPE_REPORT_PAGE : table ? BB_TYPE_TABLE_PAGE : BB_TYPE_NARRATIVE_PAGE))
            finalize (g_object_new (type, "session", session, "section", section, NULL));
        }
      g_assert_finalize_object (session);
    }
}

static void
test_document_view (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  BbSession *session = bb_session_new (report);
  GtkWidget *view = bb_document_view_new (session);

  for (guint section = 0; section < bb_report_get_form (report)->n_sections; section++)
    bb_document_view_show_page (BB_DOCUMENT_VIEW (view), section);
  finalize (view);
  g_assert_finalize_object (session);
}

static void
test_export_dialog (void)
{
  g_autoptr (BbReport) report = ui_test_report (2024);
  GtkWidget *dialog = bb_export_dialog_new (NULL, report, ui_test_dir ());
  gpointer alive = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &alive);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_test_settle ();
  g_assert_null (alive);
}

static void
test_shortcuts (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/bianbao/Bianbao/ui/bb-shortcuts.ui");
  GObject *window = gtk_builder_get_object (builder, "shortcuts");

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    GType (*get_type) (void);
  } plain[] = {
    { "bar", bb_bar_get_type },
    { "accept-popover", bb_accept_popover_get_type },
    { "cell-details", bb_cell_details_get_type },
    { "cell-note", bb_cell_note_get_type },
    { "cell-inspector", bb_cell_inspector_get_type },
    { "help-page", bb_help_page_get_type },
    { "issue-pane", bb_issue_pane_get_type },
    { "issue-row", bb_issue_row_get_type },
    { "page-header", bb_page_header_get_type },
    { "sidebar", bb_sidebar_get_type },
    { "sidebar-row", bb_sidebar_row_get_type },
    { "start-page", bb_start_page_get_type },
  };
  static const struct
  {
    const char *name;
    GType (*get_type) (void);
  } pages[] = {
    { "report", bb_report_page_get_type },
    { "narrative", bb_narrative_page_get_type },
    { "table", bb_table_page_get_type },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *path = g_strdup_printf ("/templates/%s", plain[i].name);

      g_test_add_data_func (path, plain[i].get_type, test_plain);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/templates/page-%s", pages[i].name);

      g_test_add_data_func (path, pages[i].get_type, test_page);
    }
  g_test_add_func ("/templates/document-view", test_document_view);
  g_test_add_func ("/templates/export-dialog", test_export_dialog);
  g_test_add_func ("/templates/shortcuts", test_shortcuts);
  return ui_test_run ();
}
