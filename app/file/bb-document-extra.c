/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members that a newer minor version, or another program, wrote: kept and written back. */
#include "file/bb-document-private.h"

#include <string.h>

static const char *const known_members[] = {
  BB_MEMBER_VERSION, BB_MEMBER_CHECKSUM, BB_MEMBER_RECOVERY, BB_MEMBER_CONTENT, NULL
};
static const char *const known_content[] = {
  BB_MEMBER_FORM, BB_MEMBER_META, BB_MEMBER_SECTIONS, BB_MEMBER_CELLS, BB_MEMBER_NOTES, NULL
};
static const char *const known_in_field[] = {
  BB_MEMBER_TEXT, BB_MEMBER_ORIGIN, BB_MEMBER_MISSING, BB_MEMBER_SOURCE, BB_MEMBER_UNIT, BB_MEMBER_LINKS, BB_MEMBER_REMARK, NULL
};
static const char *const maps[] = { BB_MEMBER_META, BB_MEMBER_SECTIONS, BB_MEMBER_CELLS, NULL };

/* Returns: (nullable): the members of @object that are not @known; %NULL for none, and for what is no object. */
static json_t *
collect_unknown (json_t            *object,
                 const char *const *known)
{
  json_t *unknown = NULL;
  const char *key;
  json_t *value;

  json_object_foreach (object, key, value)
    if (!g_strv_contains (known, key))
      {
        if (unknown == NULL)
          unknown = json_object ();
        json_object_set (unknown, key, value);
      }
  return unknown;
}

/* @extra: made when there is something to add; @members: (nullable) (transfer full) */
static void
add_if_any (json_t    **extra,
            const char *key,
            json_t     *members)
{
  if (members == NULL)
    return;
  if (*extra == NULL)
    *extra = json_object ();
  json_object_set_new (*extra, key, members);
}

static json_t *
collect_map (json_t     *content,
             const char *map,
             BbReport   *report)
{
  json_t *extra = NULL;
  const char *id;
  json_t *value;

  json_object_foreach (json_object_get (content, map), id, value)
    if (bb_document_find_field (report, map, id) == NULL)
      add_if_any (&extra, id, json_incref (value));
    else if (json_is_object (value))
      add_if_any (&extra, id, collect_unknown (value, known_in_field));
  return extra;
}

char *
bb_extra_collect (json_t   *document,
                  BbReport *report)
{
  json_t *extra = collect_unknown (document, known_members);
  json_t *content = json_object_get (document, BB_MEMBER_CONTENT);
  json_t *in_content = collect_unknown (content, known_content);
  g_autofree char *copy = NULL;
  char *text;

  for (gsize i = 0; maps[i] != NULL; i++)
    add_if_any (&in_content, maps[i], collect_map (content, maps[i], report));
  add_if_any (&extra, BB_MEMBER_CONTENT, in_content);
  if (extra == NULL)
    return NULL;
  text = json_dumps (extra, JSON_COMPACT);
  copy = g_strdup (text);
  free (text);
  json_decref (extra);
  return g_steal_pointer (&copy);
}

void
bb_extra_merge (json_t *document,
                json_t *extra)
{
  const char *key;
  json_t *value;

  json_object_foreach (extra, key, value)
    {
      json_t *own = json_object_get (document, key);

      if (own == NULL)
        {
          json_object_set_new (document, key, json_deep_copy (value));
          continue;
        }
      /* A field that was written as its text alone needs members to take others in. */
      if (json_is_string (own) && json_is_object (value))
        {
          json_object_set_new (document, key, json_pack ("{s:O}", BB_MEMBER_TEXT, own));
          own = json_object_get (document, key);
        }
      if (json_is_object (own) && json_is_object (value))
        bb_extra_merge (own, value);
    }
}
