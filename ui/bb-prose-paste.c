/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-prose-paste.h"

#include "bb-clipboard.h"

#include <bianbao/bianbao.h>
#include <glib/gi18n.h>
#include <string.h>

#define PICTURE "<img"

static void
tell (GtkWidget *view, const char *message)
{
  gtk_widget_activate_action (view, "win.toast", "s", message);
}

/* The bytes need no terminating zero and may be in any encoding; in two bytes a character no picture is found, and none told. */
static guint
count_pictures (GBytes *html)
{
  gsize size = 0;
  const char *data = html != NULL ? g_bytes_get_data (html, &size) : NULL;
  guint n = 0;

  for (gsize i = 0; i + strlen (PICTURE) < size; i++)
    n += g_ascii_strncasecmp (data + i, PICTURE, strlen (PICTURE)) == 0;
  return n;
}

static void
tell_changes (GtkWidget *view, guint n_tables, guint n_pictures)
{
  g_autofree char *tables = g_strdup_printf (ngettext ("%u table became lines of text", "%u tables became lines of text",
                                                       n_tables), n_tables);
  g_autofree char *pictures = g_strdup_printf (ngettext ("%u picture left out", "%u pictures left out", n_pictures),
                                               n_pictures);
  g_autofree char *both = NULL;

  /* Translators: two things that pasting changed. */
  both = g_strdup_printf (_("%s; %s"), tables, pictures);
  if (n_tables > 0 && n_pictures > 0)
    tell (view, both);
  else if (n_tables > 0)
    tell (view, tables);
  else if (n_pictures > 0)
    tell (view, pictures);
}

/* What was selected when somebody pasted. The answer may come late: what is typed or selected meanwhile is not what it replaces,
 * and stands behind it. */
typedef struct
{
  GtkTextMark *start;
  GtkTextMark *end;
} Target;

static Target *
target_new (GtkTextBuffer *buffer)
{
  Target *self = g_new (Target, 1);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  self->start = g_object_ref (gtk_text_buffer_create_mark (buffer, NULL, &start, TRUE));
  self->end = g_object_ref (gtk_text_buffer_create_mark (buffer, NULL, &end, TRUE));
  return self;
}

static void
drop_mark (GtkTextMark *mark)
{
  if (!gtk_text_mark_get_deleted (mark))
    gtk_text_buffer_delete_mark (gtk_text_mark_get_buffer (mark), mark);
  g_object_unref (mark);
}

static void
target_free (gpointer data)
{
  Target *self = data;

  drop_mark (self->start);
  drop_mark (self->end);
  g_free (self);
}

static void
insert (GtkTextView *view, const Target *target, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start;
  GtkTextIter end;
  GtkTextIter caret;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_iter_at_mark (buffer, &start, target->start);
  gtk_text_buffer_get_iter_at_mark (buffer, &end, target->end);
  gtk_text_buffer_delete_interactive (buffer, &start, &end, TRUE);
  gtk_text_buffer_get_iter_at_mark (buffer, &start, target->start);
  gtk_text_buffer_insert_interactive (buffer, &start, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
  /* Who has gone on to another place in the text stays there. */
  gtk_text_buffer_get_iter_at_mark (buffer, &start, target->start);
  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  if (gtk_text_iter_get_offset (&caret) == gtk_text_iter_get_offset (&start) + (int) g_utf8_strlen (text, -1))
    gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (buffer));
}

static void
paragraphs_cb (GtkWidget *widget, BbClipping *clipping, gpointer user_data)
{
  g_autoptr (BbClipping) owned = clipping;
  guint n_tables = 0;
  guint n_pictures = count_pictures (bb_clipping_get_html (owned));
  g_autofree char *paragraphs = bb_paste_paragraphs (owned, &n_tables);

  if (*paragraphs != '\0')
    insert (GTK_TEXT_VIEW (widget), user_data, paragraphs);
  else if (n_pictures == 0)
    tell (widget, _("There is no text on the clipboard"));
  tell_changes (widget, n_tables, n_pictures);
}

/* Whatever ended the lines where it comes from. */
static char *
unify_lines (const char *text)
{
  g_autoptr (GString) unified = g_string_new (text);

  g_string_replace (unified, "\r\n", "\n", 0);
  g_string_replace (unified, "\r", "\n", 0);
  return g_string_free (g_steal_pointer (&unified), FALSE);
}

static void
verbatim_cb (GtkWidget *widget, BbClipping *clipping, gpointer user_data)
{
  g_autoptr (BbClipping) owned = clipping;
  const char *text = bb_clipping_get_text (owned);
  g_autofree char *unified = unify_lines (text != NULL ? text : "");

  if (*unified != '\0')
    insert (GTK_TEXT_VIEW (widget), user_data, unified);
  else
    tell (widget, _("There is no text on the clipboard"));
}

void
bb_prose_paste (GtkTextView *view, gboolean verbatim)
{
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));
  if (!gtk_text_view_get_editable (view))
    {
      gtk_widget_error_bell (GTK_WIDGET (view));
      return;
    }
  /* What is half typed stands before the paste. */
  gtk_text_view_reset_im_context (view);
  bb_clipboard_read (GTK_WIDGET (view), !verbatim, verbatim ? verbatim_cb : paragraphs_cb,
                     target_new (gtk_text_view_get_buffer (view)), target_free);
}
