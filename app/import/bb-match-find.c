/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-label-distance.h"
#include "import/bb-match-labels-private.h"
#include "import/bb-match-marks.h"

#include <bianbao/bb-number.h>
#include <bianbao/bb-text.h>
#include <string.h>

/* A shorter piece of a head is a word that can stand anywhere. */
#define SHORTEST_PART 1

/* Groups in groups: 三、本年度办理结果（三）不予公开1.属于国家秘密 in one place. */
#define MOST_GLUED 3

/* In bytes. The longest one of the form has 200; one character a line doubles it. */
#define LONGEST_LABEL 1000

/* Comparison forms that are remembered. */
#define MOST_FOLDED 2048

static GPtrArray *
look_up (GHashTable *index,
         const char *table_id,
         const char *text)
{
  g_autofree char *key = g_strconcat (table_id, "/", text, NULL);

  return g_hash_table_lookup (index, key);
}

static char *
fold_anew (const char *text)
{
  g_autofree char *bare = g_strndup (text, bb_match_marks_find (text));
  g_autofree char *folded = bb_text_fold_label (bare);
  GString *label = g_string_new (folded);

  while (label->len > 0 && label->str[label->len - 1] == ':')
    g_string_truncate (label, label->len - 1);
  if (strstr (label->str, "其它") != NULL)
    g_string_replace (label, "其它", "其他", 0);
  return g_string_free (label, FALSE);
}

/* A label as found, folded, without marks of footnotes and the colon that some put behind it; 其它 is 其他. Each cell is asked about many times. */
static char *
fold (BbLabels   *labels,
      const char *text)
{
  const char *known;

  if (strlen (text) > LONGEST_LABEL)
    return g_strdup ("");
  known = g_hash_table_lookup (labels->folded, text);
  if (known != NULL)
    return g_strdup (known);
  if (g_hash_table_size (labels->folded) >= MOST_FOLDED)
    g_hash_table_remove_all (labels->folded);
  known = fold_anew (text);
  g_hash_table_insert (labels->folded, g_strdup (text), (char *) known);
  return g_strdup (known);
}

static const BbLabel *
pick_row (GPtrArray *entries,
          gboolean   own,
          guint      after)
{
  const BbLabel *first = NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const BbLabelEntry *entry = bb_label_entry (entries, i);

      if (!bb_label_is_row_kind (entry->label.kind) || entry->label.is_own != own)
        continue;
      if (entry->label.order > after)
        return &entry->label;
      if (first == NULL)
        first = &entry->label;
    }
  return first;
}

static const BbLabel *
find_whole_row (BbLabels   *labels,
                const char *table_id,
                const char *folded,
                guint       after)
{
  GPtrArray *exact = look_up (labels->exact, table_id, folded);
  GPtrArray *bare = look_up (labels->bare, table_id, bb_text_strip_number (folded));
  const BbLabel *label = pick_row (exact, TRUE, after);

  if (label == NULL)
    label = pick_row (exact, FALSE, after);
  if (label == NULL)
    label = pick_row (bare, TRUE, after);
  return label != NULL ? label : pick_row (bare, FALSE, after);
}

/* The longest group title that @folded begins with. */
static const BbLabelEntry *
find_glued_group (BbLabels   *labels,
                  const char *table_id,
                  const char *folded)
{
  const BbLabelEntry *longest = NULL;

  for (guint i = 0; i < labels->groups->len; i++)
    {
      const BbLabelEntry *entry = bb_label_entry (labels->groups, i);

      if (g_str_equal (entry->label.table->id, table_id) && g_str_has_prefix (folded, entry->folded) &&
          (longest == NULL || strlen (entry->folded) > strlen (longest->folded)))
        longest = entry;
    }
  return longest;
}

const BbLabel *
bb_labels_find_row (BbLabels   *labels,
                    const char *table_id,
                    const char *text,
                    guint       after)
{
  g_autofree char *folded = fold (labels, text);

  for (guint i = 0; i < MOST_GLUED && *folded != '\0'; i++)
    {
      const BbLabel *label = find_whole_row (labels, table_id, folded, after);
      const BbLabelEntry *group = label == NULL ? find_glued_group (labels, table_id, folded) : NULL;
      char *rest;

      if (group == NULL)
        return label;
      rest = fold (labels, folded + strlen (group->folded));
      g_free (folded);
      folded = rest;
    }
  return NULL;
}

const BbLabel *
bb_labels_find_row_like (BbLabels   *labels,
                         const char *table_id,
                         const char *text)
{
  g_autofree char *folded = fold (labels, text);
  const char *bare = bb_text_strip_number (folded);
  const BbLabelEntry *best = NULL;
  guint least = bb_label_distance_limit (bare) + 1;
  gboolean unique = TRUE;

  for (guint i = 0; least > 1 && i < labels->entries->len; i++)
    {
      const BbLabelEntry *entry = bb_label_entry (labels->entries, i);
      guint distance;

      if (entry->label.kind != BB_LABEL_ROW || !entry->label.is_own || !g_str_equal (entry->label.table->id, table_id))
        continue;
      distance = bb_label_distance (bare, entry->bare, least);
      if (distance > least || distance > bb_label_distance_limit (entry->bare))
        continue;
      unique = distance < least || (best != NULL && best->label.block == entry->label.block && best->label.head == entry->label.head);
      best = entry;
      least = distance;
    }
  return best != NULL && unique ? &best->label : NULL;
}

const BbLabel *
bb_labels_find_other_row (BbLabels      *labels,
                          const BbLabel *group)
{
  g_autofree char *folded = fold (labels, bb_label_title (group));
  GPtrArray *exact = look_up (labels->exact, group->table->id, folded);

  for (guint i = 0; exact != NULL && i < exact->len; i++)
    {
      const BbLabelEntry *entry = bb_label_entry (exact, i);

      if (entry->label.kind == BB_LABEL_ROW && entry->label.is_own != group->is_own)
        return &entry->label;
    }
  return NULL;
}

static const BbLabel *
find_kind (BbLabels   *labels,
           const char *table_id,
           BbLabelKind kind,
           const char *folded)
{
  GPtrArray *exact = look_up (labels->exact, table_id, folded);

  for (guint i = 0; exact != NULL && i < exact->len; i++)
    {
      const BbLabelEntry *entry = bb_label_entry (exact, i);

      if (entry->label.kind == kind)
        return &entry->label;
    }
  return NULL;
}

/* Cuts `(单位:万元)` off the end. */
static gboolean
cut_remark (char *folded)
{
  gsize length = strlen (folded);
  char *bracket = length > 0 && folded[length - 1] == ')' ? strrchr (folded, '(') : NULL;

  if (bracket == NULL || bracket == folded)
    return FALSE;
  *bracket = '\0';
  return TRUE;
}

/* 《条例》第二十条第一项 is 第二十条第（一）项. */
static const BbLabel *
find_block_title (BbLabels   *labels,
                  const char *table_id,
                  const char *folded)
{
  g_autofree char *plain = g_strdup (folded);

  bb_label_drop_brackets (plain);
  for (guint i = 0; i < labels->titles->len; i++)
    {
      const BbLabelEntry *entry = bb_label_entry (labels->titles, i);

      if (g_str_equal (entry->label.table->id, table_id) && g_str_has_suffix (plain, entry->plain))
        return &entry->label;
    }
  return NULL;
}

const BbLabel *
bb_labels_find (BbLabels   *labels,
                const char *table_id,
                BbLabelKind kind,
                const char *text)
{
  g_autofree char *folded = fold (labels, text);
  const BbLabel *label;

  if (kind == BB_LABEL_BLOCK_TITLE)
    return find_block_title (labels, table_id, folded);
  do
    label = find_kind (labels, table_id, kind, folded);
  while (label == NULL && cut_remark (folded));
  return label;
}

gboolean
bb_labels_is_column (BbLabels      *labels,
                     const BbBlock *block,
                     guint          leaf,
                     const char    *text)
{
  g_autofree char *folded = fold (labels, text);

  do
    {
      for (guint i = 0; i < labels->entries->len; i++)
        {
          const BbLabelEntry *entry = bb_label_entry (labels->entries, i);

          if (entry->label.kind == BB_LABEL_COLUMN && entry->label.block == block &&
              bb_label_leaf (&entry->label) == leaf && g_str_equal (entry->folded, folded))
            return TRUE;
        }
    }
  while (cut_remark (folded));
  return FALSE;
}

gboolean
bb_labels_is_head (BbLabels   *labels,
                   const char *table_id,
                   const char *text)
{
  static const BbLabelKind kinds[] = { BB_LABEL_COLUMN, BB_LABEL_COLUMN_GROUP, BB_LABEL_CORNER };
  g_autofree char *folded = fold (labels, text);

  if (find_block_title (labels, table_id, folded) != NULL)
    return TRUE;
  do
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      if (find_kind (labels, table_id, kinds[i], folded) != NULL)
        return TRUE;
  while (cut_remark (folded));
  return FALSE;
}

gboolean
bb_labels_is_head_part (BbLabels   *labels,
                        const char *table_id,
                        const char *text)
{
  g_autofree char *folded = fold (labels, text);

  if (g_utf8_strlen (folded, -1) < SHORTEST_PART)
    return FALSE;
  for (guint i = 0; i < labels->heads->len; i++)
    {
      const BbLabelEntry *entry = bb_label_entry (labels->heads, i);

      if (g_str_equal (entry->label.table->id, table_id) && strstr (entry->folded, folded) != NULL)
        return TRUE;
    }
  return FALSE;
}

gboolean
bb_labels_is_piece (BbLabels   *labels,
                    const char *text)
{
  g_autofree char *folded = fold (labels, text);

  /* 无 is a word of a label, and an answer. */
  if (*folded == '\0' || bb_number_read (text, NULL).form != BB_NUMBER_TEXT)
    return FALSE;
  for (guint i = 0; i < labels->entries->len; i++)
    if (strstr (bb_label_entry (labels->entries, i)->folded, folded) != NULL)
      return TRUE;
  return FALSE;
}

const BbForm *
bb_labels_edition (BbLabels   *labels,
                   const char *text)
{
  g_autofree char *folded = fold (labels, text);
  const BbForm *form = NULL;

  for (guint t = 0; t < labels->form->n_tables; t++)
    {
      GPtrArray *exact = look_up (labels->exact, labels->form->tables[t].id, folded);

      for (guint i = 0; exact != NULL && i < exact->len; i++)
        {
          const BbLabelEntry *entry = bb_label_entry (exact, i);

          if (form != NULL && form != entry->label.form)
            return NULL;
          form = entry->label.form;
        }
    }
  return form;
}
