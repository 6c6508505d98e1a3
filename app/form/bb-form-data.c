/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/bb-form-builder.h"
#include "form/bb-form-private.h"

#include <string.h>

BbFormData *
bb_form_data_new (void)
{
  BbFormData *data = g_new0 (BbFormData, 1);

  data->strings = g_string_chunk_new (4096);
  data->memory = g_ptr_array_new_with_free_func (g_free);
  data->cells = g_hash_table_new (g_str_hash, g_str_equal);
  data->sections = g_hash_table_new (g_str_hash, g_str_equal);
  data->rules = g_hash_table_new (g_str_hash, g_str_equal);
  return data;
}

gpointer
bb_form_data_alloc (BbFormData *data, gsize n, gsize size)
{
  gpointer room = g_malloc0_n (MAX (n, 1), size);

  g_ptr_array_add (data->memory, room);
  return room;
}

gpointer
bb_form_data_keep (BbFormData *data, GArray *array)
{
  gsize size = g_array_get_element_size (array);
  gpointer copy = bb_form_data_alloc (data, array->len, size);

  if (array->len > 0)
    memcpy (copy, array->data, array->len * size);
  return copy;
}

const char *
bb_form_data_string (BbFormData *data, const char *text)
{
  return g_string_chunk_insert_const (data->strings, text);
}

const char *const *
bb_form_data_strv (BbFormData *data, GPtrArray *strings)
{
  const char **copy;

  if (strings->len == 0)
    return NULL;

  copy = bb_form_data_new_array (data, const char *, strings->len + 1);
  memcpy (copy, strings->pdata, strings->len * sizeof (char *));
  return copy;
}

gboolean
bb_form_data_enter (GHashTable *table, const char *id, guint index)
{
  return g_hash_table_insert (table, (gpointer) id, GUINT_TO_POINTER (index + 1));
}

int
bb_form_data_find (GHashTable *table, const char *id)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (table, id)) - 1;
}

static BbFormIndex
index_of (BbFormData *data, GHashTable *table)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (BbFormId));
  GHashTableIter iter;
  gpointer id;
  gpointer entry;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &id, &entry))
    {
      BbFormId element = { id, GPOINTER_TO_UINT (entry) - 1 };

      g_array_append_val (ids, element);
    }
  g_array_sort (ids, bb_form_id_compare);
  return (BbFormIndex) { bb_form_data_keep (data, ids), ids->len };
}

void
bb_form_data_index (BbFormData *data)
{
  data->record.cells = index_of (data, data->cells);
  data->record.sections = index_of (data, data->sections);
  data->record.rules = index_of (data, data->rules);
}

BbForm *
bb_form_parse (const char *xml, gssize length, const char *name, GError **error)
{
  BbFormData *data;
  g_autoptr (BbDraft) draft = NULL;

  g_return_val_if_fail (xml != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = bb_form_data_new ();
  draft = bb_draft_parse (data, xml, length, name, error);
  if (draft != NULL && bb_form_build (draft, error))
    {
      bb_form_data_index (data);
      return &data->record.form;
    }

  bb_form_free (&data->record.form);
  return NULL;
}

void
bb_form_free (BbForm *form)
{
  BbFormData *data = (BbFormData *) form;

  if (form == NULL)
    return;

  g_hash_table_unref (data->cells);
  g_hash_table_unref (data->sections);
  g_hash_table_unref (data->rules);
  g_ptr_array_unref (data->memory);
  g_string_chunk_free (data->strings);
  g_free (data);
}
