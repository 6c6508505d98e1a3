/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What may stand where in the parts of a Word document. */

#include "xml-tree.h"

#include <string.h>

/* @children: (element-type utf8 utf8): element name → what may stand in it, as written in the file; @attributes likewise */
typedef struct
{
  GHashTable *ordered;
  GHashTable *any;
  GHashTable *attributes;
} Schema;

static void
schema_clear (Schema *schema)
{
  g_clear_pointer (&schema->ordered, g_hash_table_unref);
  g_clear_pointer (&schema->any, g_hash_table_unref);
  g_clear_pointer (&schema->attributes, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Schema, schema_clear)

static void
read_rule (Schema *schema, const char *line)
{
  gsize name = strcspn (line, ":| ");
  GHashTable *table = schema->attributes;

  /* Names have a prefix: the first colon is its end. */
  if (line[name] == ':' && line[name + 1] != ' ')
    name += 1 + strcspn (line + name + 1, ":| ");
  if (*line != '@')
    table = line[name] == '|' ? schema->any : schema->ordered;
  g_hash_table_insert (table, g_strndup (*line == '@' ? line + 1 : line, *line == '@' ? name - 1 : name),
                       g_strsplit (line + name + 1 + (line[name] == ' ' ? 0 : strspn (line + name + 1, " ")), " ", -1));
}

static void
schema_read (Schema *schema)
{
  g_autofree char *path = g_build_filename (g_getenv ("BIANBAO_TEST_DATA"), "export", "docx-schema.txt", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  schema->ordered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  schema->any = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  schema->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      read_rule (schema, lines[i]);
}

static const char *
local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

/* Walks along the list: an element that stands before where the last one stood is out of order. */
static void
check_order (const XmlNode *node, char **order)
{
  guint at = 0;

  for (guint i = 0; i < node->children->len; i++)
    {
      const XmlNode *child = g_ptr_array_index (node->children, i);
      const char *name = local_name (child->name);

      while (order[at] != NULL && !g_str_equal (order[at] + (*order[at] == '+'), name))
        at++;
      if (order[at] == NULL)
        g_error ("%s: %s is unknown, out of order or there twice", node->name, child->name);
      if (*order[at] != '+')
        at++;
    }
}

static void
check_attributes (const Schema *schema, const XmlNode *node)
{
  char **known = g_hash_table_lookup (schema->attributes, node->name);
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, node->attributes);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      gboolean is_known = g_str_has_prefix (name, "xmlns") || (known == NULL && g_str_equal (name, "w:val")) ||
                          (known != NULL && (g_strv_contains ((const char *const *) known, name) ||
                                             (g_str_has_prefix (name, "w:") &&
                                              g_strv_contains ((const char *const *) known, local_name (name)))));

      if (!is_known)
        g_error ("%s has an attribute %s", node->name, (const char *) name);
    }
}

static void
check_node (const Schema *schema, const XmlNode *node)
{
  char **order = g_hash_table_lookup (schema->ordered, node->name);
  char **any = g_hash_table_lookup (schema->any, node->name);

  check_attributes (schema, node);
  if (node->children->len == 0)
    return;
  if (order == NULL && any == NULL)
    g_error ("nothing is known of what stands in %s", node->name);
  if (order != NULL)
    check_order (node, order);
  for (guint i = 0; i < node->children->len; i++)
    {
      const XmlNode *child = g_ptr_array_index (node->children, i);

      g_assert_true (g_str_has_prefix (child->name, "w:"));
      if (any != NULL && !g_strv_contains ((const char *const *) any, local_name (child->name)))
        g_error ("%s may not stand in %s", child->name, node->name);
      check_node (schema, child);
    }
}

/* Fails the test where an element or an attribute of @parts (name → text), of those in @names (%NULL-terminated), is unknown to
 * tests/data/export/docx-schema.txt, stands where it must not, or is out of order. */
static void
docx_schema_check (GHashTable *parts, const char *const *names)
{
  g_auto (Schema) schema = { 0 };

  schema_read (&schema);
  for (; *names != NULL; names++)
    {
      const char *text = g_hash_table_lookup (parts, *names);
      g_autoptr (XmlNode) top = NULL;

      g_assert_nonnull (text);
      top = xml_parse (text, *names);
      check_node (&schema, g_ptr_array_index (top->children, 0));
    }
}
