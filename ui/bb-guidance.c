/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-guidance.h"

#include <glib/gi18n.h>

struct _BbGuidance
{
  AdwBin parent_instance;

  GtkBox *topics;
};

G_DEFINE_FINAL_TYPE (BbGuidance, bb_guidance, ADW_TYPE_BIN)

static void
add_topic (BbGuidance *self, const char *topic)
{
  GtkWidget *label = gtk_label_new (topic);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->topics, label);
}

static void
bb_guidance_class_init (BbGuidanceClass *klass)
{
  g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                G_TYPE_UINT);
}

static void
bb_guidance_init (BbGuidance *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = gtk_label_new (_("What Belongs Here"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), heading);
  self->topics = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->topics));
  gtk_widget_set_margin_start (box, 18);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_add_css_class (scroller, "background");
  /* It takes the focus to scroll. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What Belongs Here"), -1);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

gboolean
bb_guidance_watch (BbGuidance *self, BbReport *report, guint section)
{
  const char *guidance;
  g_auto (GStrv) topics = NULL;

  g_return_val_if_fail (BB_IS_GUIDANCE (self), FALSE);
  g_return_val_if_fail (BB_IS_REPORT (report), FALSE);

  guidance = bb_report_get_form (report)->sections[section].guidance;
  topics = bb_text_paragraphs (guidance != NULL ? guidance : "");
  for (guint i = 0; topics[i] != NULL; i++)
    add_topic (self, topics[i]);
  return topics[0] != NULL;
}
