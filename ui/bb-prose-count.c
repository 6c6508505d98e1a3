/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-prose-count.h"

#include <glib/gi18n.h>

/* Who types hears the characters typed; the count is for the pause after a sentence. */
#define ANNOUNCE_MS 1200

struct _BbProseCount
{
  AdwBin parent_instance;

  GtkLabel *label;

  BbProseView *view; /* a weak pointer */
  guint limit;
  guint count;
  guint update_source;
  guint announce_source;
};

G_DEFINE_FINAL_TYPE (BbProseCount, bb_prose_count, ADW_TYPE_BIN)

static guint
count_range (GtkTextBuffer *buffer, const GtkTextIter *start, const GtkTextIter *end)
{
  g_autofree char *text = gtk_text_buffer_get_text (buffer, start, end, TRUE);

  return bb_text_count_characters (text);
}

static guint
count_selection (BbProseCount *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start;
  GtkTextIter end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return 0;
  return count_range (buffer, &start, &end);
}

static char *
describe (guint count, guint limit, guint selected)
{
  if (selected > 0)
    return g_strdup_printf (ngettext ("%u of %u character selected", "%u of %u characters selected", count), selected, count);
  if (limit == 0)
    return g_strdup_printf (ngettext ("%u character", "%u characters", count), count);
  if (count > limit)
    /* Translators: the last number is what the notice asks for: “in principle at most 1000 characters”. */
    return g_strdup_printf (_("%u characters, %u above the guide of %u"), count, count - limit, limit);
  return g_strdup_printf (_("%u of about %u characters"), count, limit);
}

static void
show (BbProseCount *self)
{
  g_autofree char *text = describe (self->count, self->limit, count_selection (self));

  gtk_label_set_text (self->label, text);
  if (self->limit > 0 && self->count > self->limit)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->label), "dim-label");
      gtk_widget_add_css_class (GTK_WIDGET (self->label), "warning");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->label), "warning");
      gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
    }
}

static gboolean
announce_cb (gpointer user_data)
{
  BbProseCount *self = user_data;
  g_autofree char *text = describe (self->count, self->limit, 0);

  self->announce_source = 0;
  if (self->view != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return G_SOURCE_REMOVE;
}

static gboolean
update_cb (gpointer user_data)
{
  BbProseCount *self = user_data;
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  self->update_source = 0;
  if (self->view == NULL)
    return G_SOURCE_REMOVE;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  self->count = count_range (buffer, &start, &end);
  show (self);
  g_clear_handle_id (&self->announce_source, g_source_remove);
  self->announce_source = g_timeout_add (ANNOUNCE_MS, announce_cb, self);
  return G_SOURCE_REMOVE;
}

/* Once for all that happens before the next frame: the key comes first. */
static void
buffer_changed_cb (BbProseCount *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_cb, self);
}

static void
selection_cb (BbProseCount *self, const GtkTextIter *location, GtkTextMark *mark, GtkTextBuffer *buffer)
{
  if (self->update_source == 0 && self->view != NULL
      && (mark == gtk_text_buffer_get_insert (buffer) || mark == gtk_text_buffer_get_selection_bound (buffer)))
    show (self);
}

static void
bb_prose_count_dispose (GObject *object)
{
  BbProseCount *self = BB_PROSE_COUNT (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_handle_id (&self->announce_source, g_source_remove);
  g_clear_weak_pointer (&self->view);
  G_OBJECT_CLASS (bb_prose_count_parent_class)->dispose (object);
}

static void
bb_prose_count_class_init (BbProseCountClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bb_prose_count_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
bb_prose_count_init (BbProseCount *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
}

void
bb_prose_count_watch (BbProseCount *self, BbProseView *view, guint limit)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (BB_IS_PROSE_COUNT (self));
  g_return_if_fail (self->view == NULL);

  g_set_weak_pointer (&self->view, view);
  self->limit = limit;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_signal_connect_object (buffer, "changed", G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "mark-set", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
}

void
bb_prose_count_set_wraps (BbProseCount *self)
{
  g_return_if_fail (BB_IS_PROSE_COUNT (self));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
}

const char *
bb_prose_count_get_text (BbProseCount *self)
{
  g_return_val_if_fail (BB_IS_PROSE_COUNT (self), NULL);
  return gtk_label_get_text (self->label);
}
