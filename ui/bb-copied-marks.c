/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-copied-marks.h"

#define TAG "bb-copied"
#define RULE "text.copied"
#define GROUND 0.14

/* What one view shows; it belongs to the view. */
typedef struct
{
  GtkTextView *view;
  BbChecker *checker;
  guint section;
  guint update_id;
} Marks;

static void
marks_free (gpointer data)
{
  Marks *self = data;

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_object_unref (self->checker);
  g_free (self);
}

static GtkTextTag *
ensure_tag (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), TAG);
  GdkRGBA color;

  if (tag == NULL)
    tag = gtk_text_buffer_create_tag (buffer, TAG, NULL);
  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (view)), "warning_bg_color", &color))
    {
      color.alpha = (float) GROUND;
      g_object_set (tag, "paragraph-background-rgba", &color, NULL);
    }
  return tag;
}

static void
mark (Marks *self, BbIssue *issue)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter begin;
  GtkTextIter end;
  guint start;
  guint length;

  if (bb_issue_get_section (issue) != self->section || !g_str_equal (bb_issue_get_rule_id (issue), RULE) ||
      bb_issue_get_acceptance (issue) == BB_ACCEPTANCE_VALID || !bb_issue_get_text_range (issue, &start, &length))
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &begin, (int) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) (start + length));
  gtk_text_buffer_apply_tag (buffer, ensure_tag (self->view), &begin, &end);
}

static gboolean
update_cb (gpointer user_data)
{
  Marks *self = user_data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start;
  GtkTextIter end;

  self->update_id = 0;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  if (gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), TAG) != NULL)
    gtk_text_buffer_remove_tag_by_name (buffer, TAG, &start, &end);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->checker)); i++)
    {
      g_autoptr (BbIssue) issue = g_list_model_get_item (G_LIST_MODEL (self->checker), i);

      mark (self, issue);
    }
  return G_SOURCE_REMOVE;
}

/* Once for all differences that the checker tells of, and when the buffer has the text that they are about. */
static void
issues_changed_cb (GtkTextView *view)
{
  Marks *self = g_object_get_data (G_OBJECT (view), TAG);

  if (self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

void
bb_copied_marks_add (BbProseView *view, BbChecker *checker, guint section)
{
  Marks *self;

  g_return_if_fail (BB_IS_PROSE_VIEW (view));
  g_return_if_fail (BB_IS_CHECKER (checker));
  self = g_new0 (Marks, 1);
  self->view = GTK_TEXT_VIEW (view);
  self->checker = g_object_ref (checker);
  self->section = section;
  g_object_set_data_full (G_OBJECT (view), TAG, self, marks_free);
  g_signal_connect_object (checker, "items-changed", G_CALLBACK (issues_changed_cb), view, G_CONNECT_SWAPPED);
  issues_changed_cb (GTK_TEXT_VIEW (view));
}
