/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/bb-form-builder.h"
#include "form/bb-form-private.h"

#include <gio/gio.h>
#include <string.h>

#define FORMS_PATH "/org/bianbao/Bianbao/forms/"
#define FORM_SUFFIX ".xml"

/* A built-in edition: known by its file, read when it is first asked for. */
typedef struct
{
  char *path;
  gsize once; /* the BbForm */
} Edition;

G_DEFINE_QUARK (bb-form-error-quark, bb_form_error)

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

static BbForm *
load_edition (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  BbForm *form = NULL;
  gsize size;

  if (bytes != NULL)
    {
      const char *xml = g_bytes_get_data (bytes, &size);

      form = bb_form_parse (xml, (gssize) size, path, &error);
    }

  /* The definitions are built in: one that can't be read is a broken program, not a user's error. */
  if (form == NULL)
    g_error ("%s", error->message);

  return form;
}

static const BbForm *
edition_get (Edition *edition)
{
  if (g_once_init_enter (&edition->once))
    g_once_init_leave (&edition->once, (gsize) load_edition (edition->path));

  return (const BbForm *) edition->once;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const Edition *) a)->path, ((const Edition *) b)->path);
}

/* The built-in editions by file name, so oldest first; a new edition is a new file and nothing else. */
static GArray *
find_editions (void)
{
  g_auto (GStrv) names = g_resources_enumerate_children (FORMS_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GArray *editions = g_array_new (FALSE, FALSE, sizeof (Edition));

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      Edition edition = { g_strconcat (FORMS_PATH, names[i], NULL), 0 };

      g_array_append_val (editions, edition);
    }

  if (editions->len == 0)
    g_error ("no edition of the form is built in");

  g_array_sort (editions, compare_paths);
  return editions;
}

static GArray *
get_editions (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) find_editions ());

  return (GArray *) once;
}

static gpointer
load_list (gpointer unused)
{
  GArray *editions = get_editions ();
  const BbForm **list = g_new0 (const BbForm *, editions->len + 1);

  for (guint i = 0; i < editions->len; i++)
    list[i] = edition_get (&g_array_index (editions, Edition, i));

  return list;
}

const BbForm *
bb_form_get (const char *id)
{
  GArray *editions = get_editions ();
  g_autofree char *path = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  path = g_strconcat (FORMS_PATH, id, FORM_SUFFIX, NULL);
  for (guint i = 0; i < editions->len; i++)
    {
      Edition *edition = &g_array_index (editions, Edition, i);

      if (g_str_equal (edition->path, path))
        return edition_get (edition);
    }

  return NULL;
}

const BbForm *const *
bb_form_list (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_list, NULL);
}

const BbForm *
bb_form_for_year (int year)
{
  const BbForm *const *list = bb_form_list ();
  const BbForm *found = list[0];

  for (guint i = 0; list[i] != NULL; i++)
    {
      if (list[i]->first_year <= year)
        found = list[i];
    }

  return found;
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
    return &data->form;

  bb_form_free (&data->form);
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

int
bb_form_find_cell (const BbForm *form, const char *id)
{
  return bb_form_data_find (((const BbFormData *) form)->cells, id);
}

int
bb_form_find_section (const BbForm *form, const char *id)
{
  return bb_form_data_find (((const BbFormData *) form)->sections, id);
}

int
bb_form_find_rule (const BbForm *form, const char *id)
{
  return bb_form_data_find (((const BbFormData *) form)->rules, id);
}

const BbSection *
bb_form_cell_section (const BbForm *form, guint cell)
{
  return &form->sections[form->tables[form->cells[cell].table].section];
}

const BbHead *
bb_form_row_head (const BbForm *form, guint cell)
{
  const BbCell *info = &form->cells[cell];
  const BbBlock *block = &form->tables[info->table].blocks[info->block];

  return &block->rows[block->row_leaves[info->row]];
}

const BbHead *
bb_form_column_head (const BbForm *form, guint cell)
{
  const BbCell *info = &form->cells[cell];
  const BbBlock *block = &form->tables[info->table].blocks[info->block];

  return &block->columns[block->column_leaves[info->column]];
}
