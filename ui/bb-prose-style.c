/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-prose-style.h"

#include <bianbao/bianbao.h>

/* Beyond this many characters a paragraph begins with no heading that anybody would recognise; a line of 1 MiB is not
 * copied for each key. */
#define LOOK_AT 100

#define INDENTED_TAG "bb-indented"
/* The words that （一） begins with. On paper 一、 is the level of the sections and 1. set as the text is, so they are here. */
#define POINT_TAG "bb-point"
#define POINT_LEVEL 2

static GtkTextTag *
find_tag (GtkTextBuffer *buffer, const char *name)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
}

static void
clear_line (GtkTextBuffer *buffer, const GtkTextIter *start, const GtkTextIter *end)
{
  gtk_text_buffer_remove_tag (buffer, find_tag (buffer, POINT_TAG), start, end);
  gtk_text_buffer_remove_tag (buffer, find_tag (buffer, INDENTED_TAG), start, end);
}

/* Returns: (transfer full): the beginning of the paragraph, which is all that decides about its dress. */
static char *
dup_beginning (const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter stop = *start;

  gtk_text_iter_forward_chars (&stop, LOOK_AT);
  if (gtk_text_iter_compare (&stop, end) > 0)
    stop = *end;
  return gtk_text_iter_get_slice (start, &stop);
}

static const char *
skip_space (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static void
tag_lead (GtkTextBuffer *buffer, const GtkTextIter *start, const char *text, const char *words)
{
  gsize lead = bb_prose_level (words) == POINT_LEVEL ? bb_prose_lead (words) : 0;
  GtkTextIter end = *start;

  if (lead == 0)
    return;
  gtk_text_iter_forward_chars (&end, (int) g_utf8_strlen (text, words - text + (gssize) lead));
  gtk_text_buffer_apply_tag (buffer, find_tag (buffer, POINT_TAG), start, &end);
}

static void
dress_line (GtkTextBuffer *buffer, int line)
{
  g_autofree char *text = NULL;
  g_autofree char *space = NULL;
  const char *words;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  clear_line (buffer, &start, &end);
  text = dup_beginning (&start, &end);
  words = skip_space (text);
  tag_lead (buffer, &start, text, words);
  /* Somebody indents by hand: the text would stand four characters in. */
  space = g_strndup (text, (gsize) (words - text));
  if (bb_text_width (space) >= 3)
    gtk_text_buffer_apply_tag (buffer, find_tag (buffer, INDENTED_TAG), &start, &end);
}

static void
dress_lines (GtkTextBuffer *buffer, int first, int last)
{
  for (int line = first; line <= last; line++)
    dress_line (buffer, line);
}

static void
inserted_cb (GtkTextBuffer *buffer, GtkTextIter *location, const char *text, int length)
{
  GtkTextIter start = *location;

  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  dress_lines (buffer, gtk_text_iter_get_line (&start), gtk_text_iter_get_line (location));
}

static void
deleted_cb (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  dress_line (buffer, gtk_text_iter_get_line (start));
}

void
bb_prose_style_add (GtkTextBuffer *buffer)
{
  g_autofree char *families = bb_print_dup_point_families ();

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  gtk_text_buffer_create_tag (buffer, POINT_TAG, "family", families, "language", "zh-cn", NULL);
  gtk_text_buffer_create_tag (buffer, INDENTED_TAG, "indent", 0, NULL);
  /* Behind the handlers of the class: the text stands there then. */
  g_signal_connect_after (buffer, "insert-text", G_CALLBACK (inserted_cb), NULL);
  g_signal_connect_after (buffer, "delete-range", G_CALLBACK (deleted_cb), NULL);
  dress_lines (buffer, 0, gtk_text_buffer_get_line_count (buffer) - 1);
}
