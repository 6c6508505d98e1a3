/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/bb-form-kinds.h"
#include "form/bb-form-private.h"

G_BEGIN_DECLS

/*
 * The definition as it stands in the file: what the parser hands to the builder. Strings belong to the BbFormData;
 * ids are not resolved yet; every part knows where it stands, for messages.
 */
typedef struct
{
  guint line;
  guint column;
} BbDraftPlace;

/* A column, row or group; heads stand in preorder. */
typedef struct
{
  BbDraftPlace place;
  const char *id;
  const char *title;
  const char *spoken;
  const char *unit;
  BbKind kind;
  gboolean derived;
  gboolean is_leaf;
  int parent;
  guint depth;
  GPtrArray *aliases; /* const char * */
} BbDraftHead;

typedef struct
{
  BbDraftPlace place;
  const char *title;
  const char *corner;
  GPtrArray *columns; /* BbDraftHead * */
  GPtrArray *rows;    /* BbDraftHead * */
} BbDraftBlock;

typedef struct
{
  BbDraftPlace place;
  const char *id;
  const char *widths;
  guint section;
  GPtrArray *blocks; /* BbDraftBlock * */
} BbDraftTable;

/* A line of guidance; the words that show that it was heeded are still one string. */
typedef struct
{
  BbDraftPlace place;
  const char *text; /* NULL while the element is open */
  const char *name;
  const char *words;
  gboolean government_only;
} BbDraftTopic;

typedef struct
{
  BbDraftPlace place;
  const char *id;
  const char *number;
  const char *title;
  guint limit;
  int table;
  GPtrArray *aliases; /* const char * */
  GPtrArray *topics;  /* BbDraftTopic * */
} BbDraftSection;

typedef struct
{
  BbDraftPlace place;
  const char *id;
  const BbRuleSpec *spec;
  BbSeverity severity;
  int table;
  int parameter;
  gboolean each_row;
  const char *plus;
  const char *minus;
  const char *section;
  const char *cell;
  const char *from;
} BbDraftRule;

typedef struct
{
  const char *name; /* of the file, for messages */
  BbDraftPlace place;
  BbFormData *data;
  GPtrArray *sections; /* BbDraftSection * */
  GPtrArray *tables;   /* BbDraftTable * */
  GPtrArray *rules;    /* BbDraftRule * */
} BbDraft;

/* Reads the XML; @data takes the strings, the edition's id, notice and years. NULL with a BB_FORM_ERROR. */
BbDraft *bb_draft_parse (BbFormData *data, const char *xml, gssize length, const char *name, GError **error);
void bb_draft_free (BbDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbDraft, bb_draft_free)

/* Sets `name:line:column: message`. Returns FALSE, so that callers can return it. */
gboolean bb_draft_fail (const char *name, BbDraftPlace place, GError **error, BbFormError code, const char *format, ...)
    G_GNUC_PRINTF (5, 6);

G_END_DECLS
