/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-find-marks.h"

#include "bb-field-widget.h"
#include "bb-prose-view.h"
#include "sheet/bb-sheet.h"
#include "sheet/bb-sheet-cell.h"

#include <adwaita.h>

#define FOUND_TAG "bb-found"
#define CURRENT_TAG "bb-found-current"
#define FOUND_CLASS "bb-found"
#define CURRENT_CLASS "bb-found-current"

/* ---- texts ---- */

static GtkTextTag *
ensure_tag (GtkTextView *view, const char *name, double alpha)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (view));
  GdkRGBA color;

  if (tag == NULL)
    tag = gtk_text_buffer_create_tag (buffer, name, NULL);
  if (gtk_style_context_lookup_color (style, "warning_bg_color", &color))
    {
      color.alpha = (float) alpha;
      g_object_set (tag, "background-rgba", &color, NULL);
    }
  return tag;
}

static void
clear_text (GtkTextView *view)
{
  static const char *const names[] = { FOUND_TAG, CURRENT_TAG };
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), names[i]) != NULL)
      gtk_text_buffer_remove_tag_by_name (buffer, names[i], &start, &end);
}

static void
get_range (GtkTextView *view, const BbFound *found, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  gtk_text_buffer_get_iter_at_offset (buffer, start, (int) found->start);
  gtk_text_buffer_get_iter_at_offset (buffer, end, (int) (found->start + found->length));
}

/* The present one is darker and underlined: colour is not the only sign, and nothing is selected for who writes meanwhile. */
static void
mark_text (GtkTextView *view, const BbFound *found, gboolean current)
{
  GtkTextTag *tag = ensure_tag (view, current ? CURRENT_TAG : FOUND_TAG, current ? 0.65 : 0.3);
  GtkTextIter start;
  GtkTextIter end;

  g_object_set (tag, "underline", current ? PANGO_UNDERLINE_SINGLE : PANGO_UNDERLINE_NONE, NULL);
  get_range (view, found, &start, &end);
  gtk_text_buffer_apply_tag (gtk_text_view_get_buffer (view), tag, &start, &end);
}

/* ---- all widgets of a page ---- */

static void
clear_widget (GtkWidget *widget)
{
  if (bb_field_widget_get (widget) != NULL)
    {
      if (GTK_IS_TEXT_VIEW (widget))
        clear_text (GTK_TEXT_VIEW (widget));
      gtk_widget_remove_css_class (widget, FOUND_CLASS);
      gtk_widget_remove_css_class (widget, CURRENT_CLASS);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    clear_widget (child);
}

static void
collect_widgets (GtkWidget *widget, GHashTable *widgets)
{
  BbField *field = bb_field_widget_get (widget);

  if (field != NULL)
    {
      g_hash_table_insert (widgets, field, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_widgets (child, widgets);
}

void
bb_find_marks_show (GtkWidget *page, BbFinder *finder)
{
  g_autoptr (GHashTable) widgets = g_hash_table_new (NULL, NULL);

  g_return_if_fail (GTK_IS_WIDGET (page));
  clear_widget (page);
  if (finder == NULL)
    return;
  collect_widgets (page, widgets);
  for (guint i = 0; i < bb_finder_get_count (finder); i++)
    {
      const BbFound *found = bb_finder_get_found (finder, i);
      GtkWidget *widget = g_hash_table_lookup (widgets, found->field);
      gboolean current = (int) i == bb_finder_get_current (finder);

      if (GTK_IS_TEXT_VIEW (widget))
        mark_text (GTK_TEXT_VIEW (widget), found, current);
      else if (widget != NULL)
        {
          gtk_widget_add_css_class (widget, FOUND_CLASS);
          if (current)
            gtk_widget_add_css_class (widget, CURRENT_CLASS);
        }
    }
}

/* ---- one of them ---- */

static void
open_expanders (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_EXPANDER (widget))
      gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
}

static void
select_text (BbProseView *view, const BbFound *found)
{
  bb_text_binding_select_range (bb_prose_view_get_binding (view), found->start, found->length);
}

/* For what stands in a list that scrolls as a whole. */
static void
scroll_viewport (GtkWidget *widget)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;
  GtkAdjustment *adjustment;
  double top;

  if (viewport == NULL || !gtk_widget_compute_bounds (widget, viewport, &bounds))
    return;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  top = gtk_adjustment_get_value (adjustment) + bounds.origin.y;
  gtk_adjustment_clamp_page (adjustment, top, top + bounds.size.height);
}

void
bb_find_marks_reveal (GtkWidget *page, const BbFound *found)
{
  GtkWidget *widget = bb_field_widget_find (page, found->field);

  if (widget == NULL)
    return;
  open_expanders (widget);
  if (BB_IS_PROSE_VIEW (widget))
    select_text (BB_PROSE_VIEW (widget), found);
  else if (BB_IS_SHEET_CELL (widget))
    bb_sheet_show_cell (BB_SHEET (gtk_widget_get_ancestor (widget, BB_TYPE_SHEET)), bb_field_get_cell (found->field)->index);
  else
    scroll_viewport (widget);
}

gboolean
bb_find_marks_focus (GtkWidget *page, const BbFound *found)
{
  GtkWidget *widget = bb_field_widget_find (page, found->field);

  if (!BB_IS_PROSE_VIEW (widget))
    return FALSE;
  open_expanders (widget);
  select_text (BB_PROSE_VIEW (widget), found);
  gtk_widget_grab_focus (widget);
  return TRUE;
}
