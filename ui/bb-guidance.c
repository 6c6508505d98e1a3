/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-guidance.h"

#include <glib/gi18n.h>

/* A tick that comes and goes while a word is typed only disturbs. */
#define PAUSE_MS 400

#define TICK_KEY "bb-tick"

struct _BbGuidance
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkLabel *summary;

  BbReport *report;
  guint section;
  GArray *topics; /* (element-type BbProseTopic): as they are shown */
  guint pause_source;
};

G_DEFINE_FINAL_TYPE (BbGuidance, bb_guidance, ADW_TYPE_BIN)

/* ---- rows ---- */

static void
show_topic (GtkListBoxRow *row, const BbProseTopic *topic)
{
  GtkWidget *tick = g_object_get_data (G_OBJECT (row), TICK_KEY);
  g_autofree char *name = NULL;

  gtk_list_box_row_set_activatable (row, topic->is_met);
  if (!topic->is_checked)
    {
      gtk_image_clear (GTK_IMAGE (tick));
      gtk_widget_set_tooltip_text (GTK_WIDGET (row), NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, topic->text, -1);
      return;
    }
  gtk_image_set_from_icon_name (GTK_IMAGE (tick), topic->is_met ? "emblem-ok-symbolic" : "radio-symbolic");
  gtk_widget_set_css_classes (tick, (const char *[]) { topic->is_met ? "success" : "dim-label", NULL });
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), topic->is_met ? _("Show the place in the text") : NULL);
  /* Translators: %s is a topic that the section should deal with. */
  name = g_strdup_printf (topic->is_met ? _("In the text: %s") : _("Not in the text yet: %s"), topic->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
add_topic (BbGuidance *self, const BbProseTopic *topic)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *tick = gtk_image_new ();
  GtkWidget *label = gtk_label_new (topic->text);

  gtk_widget_set_valign (tick, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), tick);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), TICK_KEY, tick);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, topic->text, -1);
  gtk_list_box_append (self->list, row);
  show_topic (GTK_LIST_BOX_ROW (row), topic);
}

static void
show_summary (BbGuidance *self)
{
  g_autofree char *text = NULL;
  guint checked = 0;
  guint met = 0;

  for (guint i = 0; i < self->topics->len; i++)
    {
      checked += g_array_index (self->topics, BbProseTopic, i).is_checked;
      met += g_array_index (self->topics, BbProseTopic, i).is_met;
    }
  /* Translators: topics that a text deals with, of those that it should. */
  text = g_strdup_printf (ngettext ("%u of %u topic", "%u of %u topics", checked), met, checked);
  gtk_label_set_text (self->summary, text);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), checked > 0);
}

static void
refresh (BbGuidance *self)
{
  g_autoptr (GArray) topics = bb_prose_topics (self->report, self->section);

  for (guint i = 0; i < topics->len; i++)
    {
      const BbProseTopic *topic = &g_array_index (topics, BbProseTopic, i);

      const BbProseTopic *shown = &g_array_index (self->topics, BbProseTopic, i);

      if (topic->is_met != shown->is_met || topic->is_checked != shown->is_checked)
        show_topic (gtk_list_box_get_row_at_index (self->list, (int) i), topic);
    }
  g_array_unref (self->topics);
  self->topics = g_steal_pointer (&topics);
  show_summary (self);
}

/* ---- callbacks ---- */

static gboolean
pause_cb (gpointer user_data)
{
  BbGuidance *self = user_data;

  self->pause_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
text_cb (BbGuidance *self)
{
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add (PAUSE_MS, pause_cb, self);
}

/* Where the words are now, not where they were before the last pause. */
static void
row_activated_cb (BbGuidance *self, GtkListBoxRow *row)
{
  const BbProseTopic *topic;

  refresh (self);
  topic = &g_array_index (self->topics, BbProseTopic, gtk_list_box_row_get_index (row));
  if (topic->is_met)
    g_signal_emit_by_name (self, "chosen", topic->start, topic->length);
}

/* ---- overrides ---- */

static void
bb_guidance_dispose (GObject *object)
{
  BbGuidance *self = BB_GUIDANCE (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_pointer (&self->topics, g_array_unref);
  g_clear_object (&self->report);
  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_GUIDANCE);
  G_OBJECT_CLASS (bb_guidance_parent_class)->dispose (object);
}

static void
bb_guidance_class_init (BbGuidanceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_guidance_dispose;
  g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-guidance.ui");
  gtk_widget_class_bind_template_child (widget_class, BbGuidance, list);
  gtk_widget_class_bind_template_child (widget_class, BbGuidance, summary);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
bb_guidance_init (BbGuidance *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
bb_guidance_watch (BbGuidance *self, BbReport *report, guint section)
{
  g_return_val_if_fail (BB_IS_GUIDANCE (self), FALSE);
  g_return_val_if_fail (BB_IS_REPORT (report), FALSE);
  g_return_val_if_fail (self->report == NULL, FALSE);

  self->report = g_object_ref (report);
  self->section = section;
  self->topics = bb_prose_topics (report, section);
  for (guint i = 0; i < self->topics->len; i++)
    add_topic (self, &g_array_index (self->topics, BbProseTopic, i));
  show_summary (self);
  g_signal_connect_object (bb_report_get_section (report, section), "notify::text", G_CALLBACK (text_cb), self,
                           G_CONNECT_SWAPPED);
  /* What is due depends on whose report it is. */
  g_signal_connect_object (bb_report_get_meta (report, BB_META_ORGANISATION), "notify::text", G_CALLBACK (text_cb), self,
                           G_CONNECT_SWAPPED);
  return self->topics->len > 0;
}
