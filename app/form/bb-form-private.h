/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-form.h>

G_BEGIN_DECLS

/*
 * What stands behind a BbForm: the public struct comes first, so that one pointer is both. All memory that the public
 * struct points to belongs to @strings and @memory; nothing else is freed one by one.
 */
typedef struct
{
  BbForm form;
  GStringChunk *strings;
  GPtrArray *memory;
  GHashTable *cells;    /* id -> index + 1 */
  GHashTable *sections; /* id -> index + 1 */
  GHashTable *rules;    /* id -> index + 1 */
} BbFormData;

BbFormData *bb_form_data_new (void);

/* Zeroed memory that lives as long as the form. */
gpointer bb_form_data_alloc (BbFormData *data, gsize n, gsize size);

#define bb_form_data_new_array(data, Type, n) ((Type *) bb_form_data_alloc (data, n, sizeof (Type)))

/* The elements of @array, as the form keeps them; never NULL. */
gpointer bb_form_data_keep (BbFormData *data, GArray *array);

/* A copy of @text that lives as long as the form; equal texts share one. */
const char *bb_form_data_string (BbFormData *data, const char *text);

/* A NULL-terminated array of the strings in @strings, NULL when there are none. */
const char *const *bb_form_data_strv (BbFormData *data, GPtrArray *strings);

/* Enters @id; FALSE when it is there already. */
gboolean bb_form_data_enter (GHashTable *table, const char *id, guint index);

/* Index of @id in one of the three tables, -1 when it is not there. */
int bb_form_data_find (GHashTable *table, const char *id);

G_END_DECLS
