/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-narrative-page.h"

#include "bb-page-header.h"
#include "bb-prose-view.h"

struct _BbNarrativePage
{
  BbPage parent_instance;

  /* From the template */
  BbPageHeader *header;
  BbProseView *view;
  GtkWidget *guidance_button;
  AdwFlap *flap;
  GtkBox *topics;
};

G_DEFINE_FINAL_TYPE (BbNarrativePage, bb_narrative_page, BB_TYPE_PAGE)

static void
add_topics (GtkBox *box, const char *const *topics)
{
  for (guint i = 0; topics[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (topics[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (box, label);
    }
}

static void
set_guidance (BbNarrativePage *self, const char *guidance)
{
  g_auto (GStrv) topics = bb_text_paragraphs (guidance != NULL ? guidance : "");

  add_topics (self->topics, (const char *const *) topics);
  gtk_widget_set_visible (self->guidance_button, topics[0] != NULL);
  if (topics[0] == NULL)
    adw_flap_set_flap (self->flap, NULL);
}

static void
bb_narrative_page_reveal (BbPage *page, BbField *field)
{
  bb_text_binding_reveal (bb_prose_view_get_binding (BB_NARRATIVE_PAGE (page)->view));
}

static void
bb_narrative_page_constructed (GObject *object)
{
  BbNarrativePage *self = BB_NARRATIVE_PAGE (object);
  BbPage *page = BB_PAGE (self);
  BbReport *report = bb_page_get_report (page);
  guint section = bb_page_get_section (page);
  const BbSection *info = bb_page_get_section_info (page);

  G_OBJECT_CLASS (bb_narrative_page_parent_class)->constructed (object);
  bb_page_header_set_section (self->header, report, section);
  bb_prose_view_bind (self->view, report, bb_report_get_section (report, section));
  bb_page_header_set_text (self->header, self->view);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, info->title, -1);
  set_guidance (self, info->guidance);
}

static void
bb_narrative_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BB_TYPE_NARRATIVE_PAGE);
  G_OBJECT_CLASS (bb_narrative_page_parent_class)->dispose (object);
}

static void
bb_narrative_page_class_init (BbNarrativePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = bb_narrative_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = bb_narrative_page_dispose;
  BB_PAGE_CLASS (klass)->reveal = bb_narrative_page_reveal;

  g_type_ensure (BB_TYPE_PAGE_HEADER);
  g_type_ensure (BB_TYPE_PROSE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-narrative-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BbNarrativePage, header);
  gtk_widget_class_bind_template_child (widget_class, BbNarrativePage, view);
  gtk_widget_class_bind_template_child (widget_class, BbNarrativePage, guidance_button);
  gtk_widget_class_bind_template_child (widget_class, BbNarrativePage, flap);
  gtk_widget_class_bind_template_child (widget_class, BbNarrativePage, topics);
}

static void
bb_narrative_page_init (BbNarrativePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
