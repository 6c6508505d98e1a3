/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-text-links-private.h"

static int
offset_of (BbTextLinks *self, GtkTextMark *mark)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, mark);
  return gtk_text_iter_get_offset (&iter);
}

static int
side_of (const BbLink *link, int offset, int from)
{
  int start = (int) link->start;
  int end = bb_text_links_end_of (link);

  if (from <= start)
    return end;
  if (from >= end)
    return start;
  return offset - start < end - offset ? start : end;
}

/* Neither end of a selection stands within a figure: half a figure can't be changed without a sign. */
static void
mark_set_cb (BbTextLinks *self, const GtkTextIter *location, GtkTextMark *mark)
{
  GtkTextMark *insert = gtk_text_buffer_get_insert (self->buffer);
  GtkTextMark *bound = gtk_text_buffer_get_selection_bound (self->buffer);
  int offset = offset_of (self, mark);
  const BbLink *link;

  if (self->moving || (mark != insert && mark != bound) || !bb_text_links_is_settled (self))
    return;
  link = bb_text_links_find_over (self, offset);
  if (link != NULL && (int) link->start < offset)
    {
      GtkTextIter iter;
      int other = offset_of (self, mark == insert ? bound : insert);
      int side = side_of (link, offset, mark == insert ? self->caret : other);

      gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, side);
      self->moving = TRUE;
      if (other == offset)
        gtk_text_buffer_place_cursor (self->buffer, &iter);
      else
        gtk_text_buffer_move_mark (self->buffer, mark, &iter);
      self->moving = FALSE;
    }
  self->caret = offset_of (self, insert);
  bb_text_links_describe_caret (self);
}

static gboolean
select_before_deleting (BbTextLinks *self, gboolean backwards)
{
  int caret = offset_of (self, gtk_text_buffer_get_insert (self->buffer));
  const BbLink *link = bb_text_links_find_over (self, backwards ? caret - 1 : caret);
  GtkTextIter start;
  GtkTextIter end;

  if (link == NULL || gtk_text_buffer_get_has_selection (self->buffer) || !bb_text_links_is_settled (self))
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) link->start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, bb_text_links_end_of (link));
  gtk_text_buffer_select_range (self->buffer, backwards ? &start : &end, backwards ? &end : &start);
  return TRUE;
}

static void
backspace_cb (BbTextLinks *self)
{
  if (select_before_deleting (self, TRUE))
    g_signal_stop_emission_by_name (self->view, "backspace");
}

static void
delete_from_cursor_cb (BbTextLinks *self, GtkDeleteType type, int count)
{
  if ((type == GTK_DELETE_CHARS || type == GTK_DELETE_WORD_ENDS) && select_before_deleting (self, count < 0))
    g_signal_stop_emission_by_name (self->view, "delete-from-cursor");
}

void
bb_text_links_describe_caret (BbTextLinks *self)
{
  const BbLink *link = bb_text_links_find_at_caret (self);
  g_autofree char *text = link != NULL ? bb_text_links_dup_description (self, link) : NULL;

  bb_text_links_point_at (self, link);
  if (self->view == NULL)
    return;
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

void
bb_text_links_guard_caret (BbTextLinks *self)
{
  g_signal_connect_object (self->view, "backspace", G_CALLBACK (backspace_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "delete-from-cursor", G_CALLBACK (delete_from_cursor_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "mark-set", G_CALLBACK (mark_set_cb), self, G_CONNECT_SWAPPED);
}
