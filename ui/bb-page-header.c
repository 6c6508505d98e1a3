/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-page-header.h"

#include "bb-header-layout.h"
#include "bb-section-state.h"

#include <glib/gi18n.h>

struct _BbPageHeader
{
  AdwBin parent_instance;

  /* From the template */
  BbHeaderLayout *layout;
  GtkLabel *title;
  GtkLabel *count;
  GtkWidget *details; /* the count and the legend */
  GtkLabel *legend;
  BbProseCount *characters;
  GtkCheckButton *done;

  BbReport *report;
  guint section;
};

G_DEFINE_FINAL_TYPE (BbPageHeader, bb_page_header, ADW_TYPE_BIN)

static void
update_table_count (BbPageHeader *self)
{
  g_autofree char *text = NULL;
  guint filled;
  guint total;

  bb_report_count_inputs (self->report, (int) self->section, &filled, &total);
  text = g_strdup_printf (_("%u of %u filled"), filled, total);
  gtk_label_set_text (self->count, text);
}

static void
report_changed_cb (BbPageHeader *self)
{
  const BbSection *info = &bb_report_get_form (self->report)->sections[self->section];

  if (info->table >= 0)
    update_table_count (self);
  gtk_check_button_set_active (self->done, bb_report_get_section_done (self->report, self->section));
}

static void
done_toggled_cb (BbPageHeader *self)
{
  if (self->report != NULL)
    bb_report_set_section_done (self->report, self->section, gtk_check_button_get_active (self->done));
}

static void
bb_page_header_dispose (GObject *object)
{
  BbPageHeader *self = BB_PAGE_HEADER (object);

  g_clear_object (&self->report);
  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_PAGE_HEADER);
  G_OBJECT_CLASS (bb_page_header_parent_class)->dispose (object);
}

static void
bb_page_header_class_init (BbPageHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_page_header_dispose;

  g_type_ensure (BB_TYPE_HEADER_LAYOUT);
  g_type_ensure (BB_TYPE_PROSE_COUNT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-page-header.ui");
  gtk_widget_class_bind_template_child (widget_class, BbPageHeader, layout);
  gtk_widget_class_bind_template_child (widget_class, BbPageHeader, title);
  gtk_widget_class_bind_template_child (widget_class, BbPageHeader, count);
  gtk_widget_class_bind_template_child (widget_class, BbPageHeader, details);
  gtk_widget_class_bind_template_child (widget_class, BbPageHeader, legend);
  gtk_widget_class_bind_template_child (widget_class, BbPageHeader, characters);
  gtk_widget_class_bind_template_child (widget_class, BbPageHeader, done);
  gtk_widget_class_bind_template_callback (widget_class, done_toggled_cb);
}

static void
bb_page_header_init (BbPageHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bb_page_header_set_section (BbPageHeader *self, BbReport *report, guint section)
{
  g_autofree char *title = NULL;

  g_return_if_fail (BB_IS_PAGE_HEADER (self));
  g_return_if_fail (self->report == NULL);

  title = bb_section_dup_title (report, section);
  gtk_label_set_text (self->title, title);
  self->section = section;
  self->report = g_object_ref (report);
  gtk_widget_set_sensitive (GTK_WIDGET (self->done), !bb_report_get_read_only (report));
  g_signal_connect_object (report, "changed", G_CALLBACK (report_changed_cb), self, G_CONNECT_SWAPPED);
  report_changed_cb (self);
}

void
bb_page_header_set_legend (BbPageHeader *self, const char *legend)
{
  g_return_if_fail (BB_IS_PAGE_HEADER (self));

  gtk_label_set_text (self->legend, legend != NULL ? legend : "");
  gtk_widget_set_visible (GTK_WIDGET (self->legend), legend != NULL);
}

void
bb_page_header_set_text (BbPageHeader *self, BbProseView *view)
{
  g_return_if_fail (BB_IS_PAGE_HEADER (self));
  g_return_if_fail (self->report != NULL);

  bb_prose_count_watch (self->characters, view, bb_report_get_form (self->report)->sections[self->section].limit);
  /* What is selected is counted, too: the text must not move below the pointer. */
  bb_header_layout_set_stacked (self->layout, TRUE);
  bb_prose_count_set_wraps (self->characters);
  gtk_widget_set_visible (self->details, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->characters), TRUE);
}
