/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-review.h"

#include "bb-paned-handle.h"
#include "bb-review-summary.h"

#include <glib/gi18n.h>

/* Narrower than this, the file stands below the form instead of beside it. */
#define LEAST_WIDTH 800

/* What the form gets of the room; afterwards it is as somebody drags it. */
#define SHARE 0.55
#define SHARED "bb-shared"

/* ---- beside or below ---- */

static gboolean
turn_cb (gpointer user_data)
{
  GtkPaned *paned = GTK_PANED (user_data);
  int width = gtk_widget_get_width (GTK_WIDGET (paned));
  GtkOrientation wanted = width < LEAST_WIDTH ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  if (width == 0 || gtk_paned_get_end_child (paned) == NULL)
    return G_SOURCE_REMOVE;
  /* Its position is meant for the other way, and GTK would move it by what height and width differ: it is set in the next turn. */
  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (paned)) != wanted)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (paned), SHARED);
      gtk_orientable_set_orientation (GTK_ORIENTABLE (paned), wanted);
      return G_SOURCE_REMOVE;
    }
  if (gtk_widget_has_css_class (GTK_WIDGET (paned), SHARED))
    return G_SOURCE_REMOVE;
  gtk_widget_add_css_class (GTK_WIDGET (paned), SHARED);
  gtk_paned_set_position (paned, (int) ((wanted == GTK_ORIENTATION_VERTICAL ? gtk_widget_get_height (GTK_WIDGET (paned)) : width) * SHARE));
  return G_SOURCE_REMOVE;
}

/* Not while the paned is being given its size. */
static void
size_cb (GtkPaned *paned)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, turn_cb, g_object_ref (paned), g_object_unref);
}

/* ---- form and file follow one another ---- */

static void
cell_focused_cb (BbReviewPane *pane, guint cell, BbDocumentView *view)
{
  if (gtk_widget_get_visible (GTK_WIDGET (pane)))
    bb_review_pane_look_at (pane, bb_report_get_cell (bb_session_get_report (bb_document_view_get_session (view)), cell));
}

static void
section_shown_cb (BbReviewPane *pane, guint section)
{
  if (gtk_widget_get_visible (GTK_WIDGET (pane)))
    bb_review_pane_look_at_section (pane, section);
}

static void
section_chosen_cb (BbDocumentView *view, guint section)
{
  bb_document_view_show_page (view, section);
  bb_page_reveal (bb_document_view_get_page (view), NULL);
}

/* ---- the bar ---- */

static char *
describe (BbSession *session)
{
  BbReport *report = bb_session_get_report (session);
  g_autofree char *name = g_filename_display_basename (bb_session_get_source (session));
  BbImportCounts counts;
  g_autofree char *text = NULL;

  bb_import_count (report, -1, &counts);
  text = bb_review_dup_counts (&counts);
  if (bb_session_get_replaces (session) != NULL)
    /* Translators: the name of a file, "168 read, 4 deduced, 2 blank", and the title of a report */
    return g_strdup_printf (_("Cells read from “%1$s”: %2$s. Keeping them replaces all that stands in “%3$s”, in one step that can be undone."),
                            name, text, bb_session_get_replaces (session));
  /* Translators: the name of a file, and "168 read, 4 deduced, 2 blank" */
  return g_strdup_printf (_("Cells read from “%1$s”: %2$s. The file itself stays as it is."), name, text);
}

static GtkWidget *
new_button (const char *label, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
new_bar (BbSession *session)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-information-symbolic");
  g_autofree char *text = describe (session);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *keep = bb_session_get_replaces (session) != NULL
                      ? new_button (_("Replace"), _("Replace the open report by this one"), "win.keep-reading")
                      : new_button (_("Keep"), _("Go on with this report; it is saved as a document of its own"), "win.keep-reading");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (keep, "suggested-action");
  gtk_widget_add_css_class (bar, "bb-bar");
  gtk_box_append (GTK_BOX (bar), icon);
  gtk_box_append (GTK_BOX (bar), label);
  gtk_box_append (GTK_BOX (bar), new_button (_("Refuse"), _("Close what was read; nothing is changed"), "win.refuse-reading"));
  gtk_box_append (GTK_BOX (bar), keep);
  return bar;
}

/* Kept: the file goes out of the way; F7 brings it back. */
static void
reviewing_cb (BbDocumentView *view)
{
  GtkWidget *bar = g_object_get_data (G_OBJECT (view), "bb-review-bar");

  if (bar == NULL || bb_session_get_reviewing (bb_document_view_get_session (view)))
    return;
  g_object_set_data (G_OBJECT (view), "bb-review-bar", NULL);
  bb_document_view_remove_bar (view, bar);
  bb_document_view_set_show_source (view, FALSE);
  bb_document_view_set_show_issues (view, g_list_model_get_n_items (G_LIST_MODEL (bb_session_get_checker (bb_document_view_get_session (view)))) > 0);
}

BbReviewPane *
bb_review_attach (BbDocumentView *view, GtkPaned *beside)
{
  BbSession *session = bb_document_view_get_session (view);
  BbReviewPane *pane;

  if (bb_session_get_map (session) == NULL)
    return NULL;
  pane = g_object_new (BB_TYPE_REVIEW_PANE, NULL);
  bb_review_pane_set_session (pane, session);
  gtk_widget_set_visible (GTK_WIDGET (pane), bb_session_get_reviewing (session));
  gtk_paned_set_end_child (beside, GTK_WIDGET (pane));
  bb_paned_handle_mend (beside);
  g_signal_connect (beside, "notify::max-position", G_CALLBACK (size_cb), NULL);
  g_signal_connect_object (view, "cell-focused", G_CALLBACK (cell_focused_cb), pane, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "section-shown", G_CALLBACK (section_shown_cb), pane, G_CONNECT_SWAPPED);
  g_signal_connect_object (pane, "field-chosen", G_CALLBACK (bb_document_view_reveal_field), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (pane, "section-chosen", G_CALLBACK (section_chosen_cb), view, G_CONNECT_SWAPPED);
  if (bb_session_get_reviewing (session))
    {
      GtkWidget *bar = new_bar (session);

      g_object_set_data (G_OBJECT (view), "bb-review-bar", bar);
      bb_document_view_add_widget_bar (view, bar);
      g_signal_connect_object (session, "notify::reviewing", G_CALLBACK (reviewing_cb), view, G_CONNECT_SWAPPED);
    }
  return pane;
}
