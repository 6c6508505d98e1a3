/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-quiet.h"

#include <string.h>

void
bb_quiet_set_tooltip (GtkWidget *widget, const char *text)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}

void
bb_quiet_set_icon (GtkImage *image, const char *icon_name)
{
  if (g_strcmp0 (gtk_image_get_icon_name (image), icon_name) != 0)
    gtk_image_set_from_icon_name (image, icon_name);
}

void
bb_quiet_set_style (GtkWidget *widget, const char *style)
{
  g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);

  if (g_strv_length (classes) != 1 || strcmp (classes[0], style) != 0)
    gtk_widget_set_css_classes (widget, (const char *[]) { style, NULL });
}
