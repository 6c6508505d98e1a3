/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-help-page.h"

#include "bb-focus.h"

#include <glib/gi18n.h>

#define TEXT "/org/bianbao/Bianbao/ui/bb-help-text.ui"
#define HEADING "# "
#define POINT "- "

struct _BbHelpPage
{
  AdwBin parent_instance;

  /* From the template */
  GtkWidget *back;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListBox *topics;
  GtkTextView *text;

  GtkBuilder *lists;
  char *wanted; /* what is searched for, "" for nothing */
};

G_DEFINE_FINAL_TYPE (BbHelpPage, bb_help_page, ADW_TYPE_BIN)

/* In the order of the list; ids in bb-help-text.ui. */
static const char *const ids[] = {
  "first-steps", "keys", "reading", "paste", "checks", "accept", "figures", "saving", "export",
};

static GtkStringList *
get_topic (BbHelpPage *self, guint index)
{
  return GTK_STRING_LIST (gtk_builder_get_object (self->lists, ids[index]));
}

static gboolean
topic_has (GtkStringList *topic, const char *text)
{
  g_autofree char *wanted = g_utf8_casefold (text, -1);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (topic)); i++)
    {
      g_autofree char *paragraph = g_utf8_casefold (gtk_string_list_get_string (topic, i), -1);

      if (strstr (paragraph, wanted) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* ---- the text ---- */

static void
append (GtkTextBuffer *buffer, const char *text, const char *tag)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert_with_tags_by_name (buffer, &end, text, -1, tag, NULL);
  gtk_text_buffer_insert (buffer, &end, "\n", 1);
}

static void
append_paragraph (GtkTextBuffer *buffer, const char *text)
{
  if (g_str_has_prefix (text, HEADING))
    append (buffer, text + strlen (HEADING), "heading");
  else if (g_str_has_prefix (text, POINT))
    {
      g_autofree char *point = g_strconcat ("•\t", text + strlen (POINT), NULL);

      append (buffer, point, "point");
    }
  else
    append (buffer, text, "body");
}

/* Marks what is searched for, and shows the first place. */
static void
mark_found (BbHelpPage *self, GtkTextBuffer *buffer)
{
  GtkTextIter at, start, end;
  gboolean first = TRUE;

  gtk_text_buffer_get_start_iter (buffer, &at);
  gtk_text_buffer_place_cursor (buffer, &at);
  while (*self->wanted != '\0'
         && gtk_text_iter_forward_search (&at, self->wanted, GTK_TEXT_SEARCH_CASE_INSENSITIVE, &start, &end, NULL))
    {
      gtk_text_buffer_apply_tag_by_name (buffer, "found", &start, &end);
      if (first)
        gtk_text_buffer_place_cursor (buffer, &start);
      first = FALSE;
      at = end;
    }
  gtk_text_view_scroll_to_mark (self->text, gtk_text_buffer_get_insert (buffer), 0.1, FALSE, 0, 0);
}

static void
show_topic (BbHelpPage *self, guint index)
{
  GtkStringList *topic = get_topic (self, index);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);

  gtk_text_buffer_set_text (buffer, "", 0);
  append (buffer, gtk_string_list_get_string (topic, 0), "title");
  for (guint i = 1; i < g_list_model_get_n_items (G_LIST_MODEL (topic)); i++)
    append_paragraph (buffer, gtk_string_list_get_string (topic, i));
  mark_found (self, buffer);
}

static void
create_tags (GtkTextBuffer *buffer)
{
  gtk_text_buffer_create_tag (buffer, "title", "scale", 1.5, "weight", PANGO_WEIGHT_BOLD, "pixels-below-lines", 9, NULL);
  gtk_text_buffer_create_tag (buffer, "heading", "scale", 1.15, "weight", PANGO_WEIGHT_BOLD, "pixels-above-lines", 12,
                              "pixels-below-lines", 3, NULL);
  gtk_text_buffer_create_tag (buffer, "body", "pixels-below-lines", 9, NULL);
  gtk_text_buffer_create_tag (buffer, "point", "pixels-below-lines", 6, "left-margin", 44, "indent", -20, NULL);
  /* Black on yellow in light and dark. */
  gtk_text_buffer_create_tag (buffer, "found", "background", "#f9f06b", "foreground", "#000000", NULL);
}

/* ---- topics ---- */

static void
add_topics (BbHelpPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      GtkWidget *label = gtk_label_new (gtk_string_list_get_string (get_topic (self, i), 0));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_list_box_append (self->topics, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_label_get_text (GTK_LABEL (label)), -1);
    }
}

static void
topic_selected_cb (BbHelpPage *self, GtkListBoxRow *row)
{
  if (row != NULL)
    show_topic (self, (guint) gtk_list_box_row_get_index (row));
}

static void
search_changed_cb (BbHelpPage *self)
{
  bb_help_page_search (self, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* Escape gives the search up first, then the help. */
static void
stop_search_cb (BbHelpPage *self)
{
  if (*self->wanted != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.help", NULL);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  gtk_widget_activate_action (widget, "win.help", NULL);
  return GDK_EVENT_STOP;
}

/* ---- object ---- */

static void
bb_help_page_dispose (GObject *object)
{
  BbHelpPage *self = BB_HELP_PAGE (object);

  g_clear_pointer (&self->wanted, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), BB_TYPE_HELP_PAGE);
  g_clear_object (&self->lists);
  G_OBJECT_CLASS (bb_help_page_parent_class)->dispose (object);
}

static void
bb_help_page_class_init (BbHelpPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bb_help_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/bianbao/Bianbao/ui/bb-help-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BbHelpPage, back);
  gtk_widget_class_bind_template_child (widget_class, BbHelpPage, search);
  gtk_widget_class_bind_template_child (widget_class, BbHelpPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BbHelpPage, topics);
  gtk_widget_class_bind_template_child (widget_class, BbHelpPage, text);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, topic_selected_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
bb_help_page_init (BbHelpPage *self)
{
  self->wanted = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  bb_focus_name_scrollers (GTK_WIDGET (self->stack), _("Help"));
  create_tags (gtk_text_view_get_buffer (self->text));
  self->lists = gtk_builder_new_from_resource (TEXT);
  add_topics (self);
  gtk_list_box_select_row (self->topics, gtk_list_box_get_row_at_index (self->topics, 0));
}

GtkWidget *
bb_help_page_new (void)
{
  return g_object_new (BB_TYPE_HELP_PAGE, NULL);
}

void
bb_help_page_focus (BbHelpPage *self)
{
  g_return_if_fail (BB_IS_HELP_PAGE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

guint
bb_help_page_search (BbHelpPage *self, const char *text)
{
  GtkListBoxRow *selected;
  GtkListBoxRow *first = NULL;
  guint count = 0;

  g_return_val_if_fail (BB_IS_HELP_PAGE (self), 0);
  g_free (self->wanted);
  self->wanted = g_strdup (text);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->topics, (int) i);
      gboolean has = topic_has (get_topic (self, i), text);

      gtk_widget_set_visible (GTK_WIDGET (row), has);
      count += has;
      if (has && first == NULL)
        first = row;
    }
  gtk_stack_set_visible_child_name (self->stack, count > 0 ? "topics" : "none");
  selected = gtk_list_box_get_selected_row (self->topics);
  if (selected != NULL && gtk_widget_get_visible (GTK_WIDGET (selected)))
    show_topic (self, (guint) gtk_list_box_row_get_index (selected));
  else if (first != NULL)
    gtk_list_box_select_row (self->topics, first);
  return count;
}
