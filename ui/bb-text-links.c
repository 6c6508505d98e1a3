/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-text-links-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (BbTextLinks, bb_text_links, G_TYPE_OBJECT)

#define VIEW_KEY "bb-text-links"

/* ---- links ---- */

static BbField *
find_cell (BbTextLinks *self, const BbLink *link)
{
  return bb_report_find_field (self->report, link->cell);
}

gboolean
bb_text_links_is_broken (BbTextLinks *self, const BbLink *link)
{
  BbField *cell = find_cell (self, link);

  return cell == NULL || bb_field_get_state (cell) != BB_STATE_NUMBER;
}

int
bb_text_links_end_of (const BbLink *link)
{
  return (int) (link->start + link->length);
}

/* The link that begins at @start; an action about one that is gone does nothing. */
const BbLink *
bb_text_links_find_start (BbTextLinks *self, int start)
{
  guint n_links;
  const BbLink *links = bb_field_get_links (self->field, &n_links);

  for (guint i = 0; i < n_links; i++)
    if ((int) links[i].start == start)
      return &links[i];
  return NULL;
}

/* The link with the character behind @offset. */
const BbLink *
bb_text_links_find_over (BbTextLinks *self, int offset)
{
  guint n_links;
  const BbLink *links = bb_field_get_links (self->field, &n_links);

  for (guint i = 0; i < n_links; i++)
    if ((int) links[i].start <= offset && offset < bb_text_links_end_of (&links[i]))
      return &links[i];
  return NULL;
}

/* The link before or behind the caret; with a selection, the one that is all of it. */
const BbLink *
bb_text_links_find_at_caret (BbTextLinks *self)
{
  guint n_links;
  const BbLink *links = bb_field_get_links (self->field, &n_links);
  GtkTextIter start;
  GtkTextIter end;
  gboolean selected = gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  int first = gtk_text_iter_get_offset (&start);
  int last = gtk_text_iter_get_offset (&end);

  for (guint i = 0; i < n_links; i++)
    {
      int from = (int) links[i].start;
      int to = bb_text_links_end_of (&links[i]);

      if (selected ? (first == from && last == to) : (first == from || first == to))
        return &links[i];
    }
  return NULL;
}

const char *
bb_text_links_name (BbTextLinks *self, const BbLink *link)
{
  BbField *cell = find_cell (self, link);

  return cell != NULL ? bb_field_get_name (cell) : link->cell;
}

/* What the cell of @link holds. */
char *
bb_text_links_dup_state (BbTextLinks *self, const BbLink *link)
{
  BbField *cell = find_cell (self, link);

  if (cell == NULL)
    return g_strdup (_("This form has no such cell: the figure stays as it is"));
  if (bb_field_get_state (cell) != BB_STATE_NUMBER)
    return g_strdup (_("The cell holds no number: the figure stays as it was"));
  return g_strdup_printf (_("Figure of the cell: %s"), bb_field_get_text (cell));
}

char *
bb_text_links_dup_description (BbTextLinks *self, const BbLink *link)
{
  g_autofree char *state = bb_text_links_dup_state (self, link);

  /* Translators: about a linked figure: the full name of its cell and what the cell holds. */
  return g_strdup_printf (_("Linked figure: %s\n%s"), bb_text_links_name (self, link), state);
}

gboolean
bb_text_links_is_settled (BbTextLinks *self)
{
  return gtk_text_buffer_get_char_count (self->buffer) == g_utf8_strlen (bb_field_get_text (self->field), -1);
}

/* ---- how they look ---- */

static gboolean
has_marks (BbTextLinks *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (self->buffer, &iter);
  return gtk_text_iter_has_tag (&iter, self->broken_tag) || gtk_text_iter_forward_to_tag_toggle (&iter, self->broken_tag);
}

/* Only where something is or was broken: touching a tag lays lines out again. */
static void
mark_broken (BbTextLinks *self, const BbLink *links, guint n_links)
{
  GtkTextIter start;
  GtkTextIter end;

  if (has_marks (self))
    {
      gtk_text_buffer_get_bounds (self->buffer, &start, &end);
      gtk_text_buffer_remove_tag (self->buffer, self->broken_tag, &start, &end);
    }
  for (guint i = 0; i < n_links; i++)
    {
      if (!bb_text_links_is_broken (self, &links[i]))
        continue;
      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) links[i].start);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &end, bb_text_links_end_of (&links[i]));
      gtk_text_buffer_apply_tag (self->buffer, self->broken_tag, &start, &end);
    }
}

static void
show_links (BbTextLinks *self)
{
  guint n_links;
  const BbLink *links = bb_field_get_links (self->field, &n_links);

  if (self->view == NULL || !bb_text_links_is_settled (self))
    return;
  mark_broken (self, links, n_links);
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
  bb_text_links_describe_caret (self);
}

/* ---- object ---- */

static void
bb_text_links_dispose (GObject *object)
{
  BbTextLinks *self = BB_TEXT_LINKS (object);

  bb_text_links_drop_actions (self);
  if (self->view != NULL)
    g_object_set_data (G_OBJECT (self->view), VIEW_KEY, NULL);
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->buffer);
  g_clear_object (&self->actions);
  g_clear_object (&self->field);
  g_clear_object (&self->report);
  G_OBJECT_CLASS (bb_text_links_parent_class)->dispose (object);
}

static void
bb_text_links_class_init (BbTextLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bb_text_links_dispose;
}

static void
bb_text_links_init (BbTextLinks *self)
{
}

BbTextLinks *
bb_text_links_new (GtkTextView *view, BbReport *report, BbField *field)
{
  BbTextLinks *self = g_object_new (BB_TYPE_TEXT_LINKS, NULL);

  g_set_weak_pointer (&self->view, view);
  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  self->report = g_object_ref (report);
  self->field = g_object_ref (field);
  self->broken_tag = gtk_text_buffer_create_tag (self->buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, NULL);
  bb_text_links_add_actions (self);
  bb_text_links_guard_caret (self);
  show_links (self);
  bb_text_links_describe_caret (self);
  g_signal_connect_object (report, "changed", G_CALLBACK (show_links), self, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (view), VIEW_KEY, self);
  return self;
}

BbTextLinks *
bb_text_links_get (GtkWidget *view)
{
  g_return_val_if_fail (GTK_IS_WIDGET (view), NULL);
  return g_object_get_data (G_OBJECT (view), VIEW_KEY);
}

