/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-html-lines.h"

#include "import/bb-import-limits.h"

#include <string.h>

/* ---- what is in an element ---- */

static void
collect (const GumboVector *children,
         GString           *text,
         gsize              limit)
{
  for (guint i = 0; i < children->length && text->len <= limit; i++)
    {
      const GumboNode *node = children->data[i];

      if (node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == GUMBO_TAG_BR)
        g_string_append_c (text, '\n');
      else if (node->type == GUMBO_NODE_ELEMENT)
        collect (&node->v.element.children, text, limit);
      else if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA)
        g_string_append (text, node->v.text.text);
    }
}

char *
bb_html_text (const GumboElement *element,
              gsize               limit)
{
  GString *text = g_string_new (NULL);

  collect (&element->children, text, limit);
  return g_string_free (text, FALSE);
}

/* Text of a drawing is in elements of its own, whose name is none of a page. */
static void
collect_drawn (const GumboVector *children,
               GString           *text,
               gsize              limit)
{
  for (guint i = 0; i < children->length && text->len <= limit; i++)
    {
      const GumboNode *node = children->data[i];
      GumboStringPiece name;

      if (node->type != GUMBO_NODE_ELEMENT)
        continue;
      name = node->v.element.original_tag;
      gumbo_tag_from_original_text (&name);
      if (node->v.element.tag == GUMBO_TAG_UNKNOWN && name.length == 4 && g_ascii_strncasecmp (name.data, "text", 4) == 0)
        collect (&node->v.element.children, text, limit);
      else
        collect_drawn (&node->v.element.children, text, limit);
    }
}

char *
bb_html_drawn (const GumboElement *drawing,
               gsize               limit)
{
  GString *text = g_string_new (NULL);

  collect_drawn (&drawing->children, text, limit);
  return g_string_free (text, FALSE);
}

gboolean
bb_html_has (const GumboElement *element,
             GumboTag            tag)
{
  for (guint i = 0; i < element->children.length; i++)
    {
      const GumboNode *node = element->children.data[i];

      if (node->type == GUMBO_NODE_ELEMENT && (node->v.element.tag == tag || bb_html_has (&node->v.element, tag)))
        return TRUE;
    }
  return FALSE;
}

/* ---- lines ---- */

static void
read_row (BbFlow     *flow,
          const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", BB_IMPORT_PLACE_LIMIT + 1);

  bb_flow_begin_row (flow);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      bb_flow_begin_cell (flow, 1, 1);
      bb_flow_paragraph (flow, cells[i]);
    }
}

void
bb_html_lines_read (const GumboElement *element,
                    BbFlow             *flow)
{
  g_autofree char *text = bb_html_text (element, BB_IMPORT_NARRATIVE_LIMIT);
  gboolean in_table = FALSE;

  if (strlen (text) > BB_IMPORT_NARRATIVE_LIMIT)
    {
      bb_flow_refuse (flow);
      return;
    }
  for (char *line = text, *next; line != NULL; line = next)
    {
      gsize length = strcspn (line, "\r\n");

      next = line[length] != '\0' ? line + length + 1 : NULL;
      line[length] = '\0';
      if (in_table && strchr (line, '\t') == NULL && *line != '\0')
        {
          bb_flow_end_table (flow);
          in_table = FALSE;
        }
      if (strchr (line, '\t') == NULL)
        {
          bb_flow_paragraph (flow, line);
          continue;
        }
      if (!in_table)
        bb_flow_begin_table (flow);
      in_table = TRUE;
      read_row (flow, line);
    }
  if (in_table)
    bb_flow_end_table (flow);
}

/* ---- entries ---- */

static gboolean
shows_value (const GumboElement *element)
{
  static const char *const types[] = { "text", "number", "tel", "", NULL };
  const GumboAttribute *type = gumbo_get_attribute (&element->attributes, "type");
  g_autofree char *folded = type != NULL ? g_ascii_strdown (type->value, -1) : g_strdup ("");

  return g_strv_contains (types, folded);
}

/* A figure, or one of the marks that stand for none. */
static gboolean
is_figure (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!g_unichar_isdigit (character) && !g_unichar_isspace (character) && g_utf8_strchr (".,-+/．，－—／无", -1, character) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* The option that is chosen, else the first one, as a browser shows it; in groups or not. */
static const GumboElement *
find_option (const GumboElement *element,
             gboolean            chosen)
{
  for (guint i = 0; i < element->children.length; i++)
    {
      const GumboNode *node = element->children.data[i];
      const GumboElement *found = NULL;

      if (node->type != GUMBO_NODE_ELEMENT)
        continue;
      if (node->v.element.tag != GUMBO_TAG_OPTION)
        found = find_option (&node->v.element, chosen);
      else if (!chosen || gumbo_get_attribute (&node->v.element.attributes, "selected") != NULL)
        found = &node->v.element;
      if (found != NULL)
        return found;
    }
  return NULL;
}

static char *
get_choice (const GumboElement *element)
{
  const GumboElement *option = find_option (element, TRUE);

  if (option == NULL)
    option = find_option (element, FALSE);
  return option != NULL ? bb_html_text (option, BB_IMPORT_NARRATIVE_LIMIT) : NULL;
}

char *
bb_html_entered (const GumboElement *element)
{
  const GumboAttribute *value = gumbo_get_attribute (&element->attributes, "value");
  g_autofree char *text = NULL;

  if (element->tag == GUMBO_TAG_TEXTAREA)
    text = bb_html_text (element, BB_IMPORT_NARRATIVE_LIMIT);
  else if (element->tag == GUMBO_TAG_SELECT)
    text = get_choice (element);
  else if (shows_value (element) && value != NULL)
    text = g_strdup (value->value);
  return text != NULL && is_figure (text) ? g_steal_pointer (&text) : NULL;
}
