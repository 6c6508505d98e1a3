/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Small trees of XML, as the tests of exports look at them. Names are as written, with their prefix. */

#include <glib.h>

typedef struct
{
  char *name;
  GHashTable *attributes;
  GPtrArray *children;
  GString *text;
} XmlNode;

static void
xml_node_free (gpointer data)
{
  XmlNode *node = data;

  if (node == NULL)
    return;
  g_free (node->name);
  g_hash_table_unref (node->attributes);
  g_ptr_array_unref (node->children);
  g_string_free (node->text, TRUE);
  g_free (node);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XmlNode, xml_node_free)

static XmlNode *
xml_node_new (const char *name)
{
  XmlNode *node = g_new0 (XmlNode, 1);

  node->name = g_strdup (name);
  node->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  node->children = g_ptr_array_new_with_free_func (xml_node_free);
  node->text = g_string_new (NULL);
  return node;
}

static void
xml_start_cb (GMarkupParseContext *context, const char *name, const char **names, const char **values, gpointer user_data,
              GError **error)
{
  GPtrArray *open = user_data;
  XmlNode *node = xml_node_new (name);

  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_insert (node->attributes, g_strdup (names[i]), g_strdup (values[i]));
  g_ptr_array_add (((XmlNode *) g_ptr_array_index (open, open->len - 1))->children, node);
  g_ptr_array_add (open, node);
}

static void
xml_end_cb (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  GPtrArray *open = user_data;

  g_ptr_array_set_size (open, (int) open->len - 1);
}

static void
xml_text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  GPtrArray *open = user_data;

  g_string_append_len (((XmlNode *) g_ptr_array_index (open, open->len - 1))->text, text, (gssize) length);
}

/* Returns: (transfer full): a node without a name, above the root. @about: names the text when it is not well-formed. */
static XmlNode *
xml_parse (const char *text, const char *about)
{
  static const GMarkupParser parser = { xml_start_cb, xml_end_cb, xml_text_cb, NULL, NULL };
  XmlNode *top = xml_node_new ("");
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, open, NULL);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (open, top);
  if (!g_markup_parse_context_parse (context, text, -1, &error) || !g_markup_parse_context_end_parse (context, &error))
    g_error ("%s: %s", about, error->message);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpuint (top->children->len, ==, 1);
  return top;
}

G_GNUC_UNUSED static XmlNode *
xml_child (const XmlNode *node, const char *name)
{
  for (guint i = 0; node != NULL && i < node->children->len; i++)
    {
      XmlNode *child = g_ptr_array_index (node->children, i);

      if (g_str_equal (child->name, name))
        return child;
    }

  return NULL;
}

G_GNUC_UNUSED static const char *
xml_value (const XmlNode *node, const char *attribute)
{
  return node != NULL ? g_hash_table_lookup (node->attributes, attribute) : NULL;
}

/* Adds all nodes of that name below @node to @found, in the order of the text. */
G_GNUC_UNUSED static void
xml_find_all (const XmlNode *node, const char *name, GPtrArray *found)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      XmlNode *child = g_ptr_array_index (node->children, i);

      if (g_str_equal (child->name, name))
        g_ptr_array_add (found, child);
      xml_find_all (child, name, found);
    }
}
