/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-page-header.h"

#include "bb-section-state.h"

#include <glib/gi18n.h>

struct _BbPageHeader
{
  AdwBin parent_instance;

  /* From the template */
  GtkLabel *title;
  GtkLabel *count;
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
update_narrative_count (BbPageHeader *self, guint limit)
{
  BbField *field = bb_report_get_section (self->report, self->section);
  guint count = bb_text_count_characters (bb_field_get_text (field));
  g_autofree char *text = NULL;

  if (limit > 0)
    text = g_strdup_printf (_("%u of %u characters"), count, limit);
  else
    text = g_strdup_printf (ngettext ("%u character", "%u characters", count), count);
  gtk_label_set_text (self->count, text);
  if (limit > 0 && count > limit)
    gtk_widget_add_css_class (GTK_WIDGET (self->count), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->count), "warning");
}

static void
report_changed_cb (BbPageHeader *self)
{
  const BbSection *info = &bb_report_get_form (self->report)->sections[self->section];

  if (info->table >= 0)
    update_table_count (self);
  else
    update_narrative_count (self, info->limit);
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

  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-page-header.ui");
  gtk_widget_class_bind_template_child (widget_class, BbPageHeader, title);
  gtk_widget_class_bind_template_child (widget_class, BbPageHeader, count);
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
  g_signal_connect_object (report, "changed", G_CALLBACK (report_changed_cb), self, G_CONNECT_SWAPPED);
  report_changed_cb (self);
}
