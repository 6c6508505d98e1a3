/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-issue-list.h"

#include "bb-section-state.h"

#include <gtk/gtk.h>

/* So many notes are folded away below a head: about one table, about no table, and where somebody has to look. */
#define FOLD_FROM 2
#define FOLD_OTHERS_FROM 4
#define FOLD_URGENT_FROM 6

struct _BbIssueList
{
  GObject parent_instance;

  BbReport *report;
  GtkFilter *open_notes;
  GListModel *items;
  GListStore *entries;
  GHashTable *known; /* item -> its entry */
  GHashTable *heads; /* number of the table and urgency (head_for()) -> its head */
  BbIssueEntry *accepted;
  int section;
};

G_DEFINE_FINAL_TYPE (BbIssueList, bb_issue_list, G_TYPE_OBJECT)

/* A note whose id is a rule is listed as an issue of that rule already. */
static gboolean
note_is_open (gpointer item, gpointer user_data)
{
  BbIssueList *self = BB_ISSUE_LIST (user_data);
  const BbForm *form = bb_report_get_form (self->report);

  return !bb_note_get_dismissed (BB_NOTE (item)) && bb_form_find_rule (form, bb_note_get_id (BB_NOTE (item))) < 0;
}

/* ---- what is to be shown ---- */

static int
table_of (BbIssueList *self, BbNote *note)
{
  const char *const *cells = bb_note_get_cells (note);
  BbField *field = *cells != NULL ? bb_report_find_field (self->report, *cells) : NULL;

  return field != NULL && bb_field_get_cell (field) != NULL ? (int) bb_field_get_cell (field)->table : -1;
}

static gboolean
is_of_section (BbIssueList *self, GObject *item)
{
  int table;

  if (self->section < 0)
    return TRUE;
  if (BB_IS_ISSUE (item))
    return (int) bb_issue_get_section (BB_ISSUE (item)) == self->section;
  table = table_of (self, BB_NOTE (item));
  return table >= 0 && (int) bb_report_get_form (self->report)->tables[table].section == self->section;
}

static gboolean
is_accepted (GObject *item)
{
  return BB_IS_ISSUE (item) && bb_issue_get_acceptance (BB_ISSUE (item)) == BB_ACCEPTANCE_VALID;
}

/* Returns: (transfer full): the entry that was there before, or a new one */
static BbIssueEntry *
entry_for (BbIssueList *self, GObject *item, gboolean is_part)
{
  BbIssueEntry *entry = g_hash_table_lookup (self->known, item);

  if (entry != NULL && bb_issue_entry_is_part (entry) == is_part)
    return g_object_ref (entry);
  return bb_issue_entry_new (item, is_part);
}

static BbIssueEntry *
head_for (BbIssueList *self, int table, gboolean urgent)
{
  gpointer key = GINT_TO_POINTER (2 * (table + 1) + (urgent ? 1 : 0));
  BbIssueEntry *head = g_hash_table_lookup (self->heads, key);

  if (head != NULL)
    return head;
  head = bb_issue_entry_new_head (BB_ENTRY_NOTES, table);
  g_hash_table_insert (self->heads, key, head);
  return head;
}

/* @items below @head; without a head they stand for themselves. */
static void
add_items (BbIssueList *self, GPtrArray *wanted, GPtrArray *items, BbIssueEntry *head)
{
  if (head != NULL)
    {
      bb_issue_entry_set_items (head, items);
      g_ptr_array_add (wanted, g_object_ref (head));
    }
  for (guint i = 0; (head == NULL || bb_issue_entry_get_expanded (head)) && i < items->len; i++)
    g_ptr_array_add (wanted, entry_for (self, items->pdata[i], head != NULL));
}

/* Returns: (transfer full): the notes of @urgent kind about @table, in their order */
static GPtrArray *
collect_notes (BbIssueList *self, GPtrArray *items, int table, gboolean urgent)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < items->len; i++)
    if (table_of (self, items->pdata[i]) == table && bb_note_is_urgent (items->pdata[i]) == urgent)
      g_ptr_array_add (notes, g_object_ref (items->pdata[i]));
  return notes;
}

static guint
fold_from (int table, gboolean urgent)
{
  if (urgent)
    return FOLD_URGENT_FROM;
  return table < 0 ? FOLD_OTHERS_FROM : FOLD_FROM;
}

static void
add_notes (BbIssueList *self, GPtrArray *wanted, GPtrArray *items, gboolean urgent)
{
  int n_tables = (int) bb_report_get_form (self->report)->n_tables;

  for (int table = -1; table < n_tables; table++)
    {
      g_autoptr (GPtrArray) notes = collect_notes (self, items, table, urgent);
      gboolean fold = notes->len >= fold_from (table, urgent);

      add_items (self, wanted, notes, fold ? head_for (self, table, urgent) : NULL);
    }
}

typedef struct
{
  GPtrArray *issues;
  GPtrArray *notes;
  GPtrArray *accepted;
} Kinds;

static void
sort_by_kind (BbIssueList *self, Kinds *kinds)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->items, i);
      GPtrArray *kind = BB_IS_NOTE (item) ? kinds->notes : is_accepted (item) ? kinds->accepted : kinds->issues;

      if (is_of_section (self, item))
        g_ptr_array_add (kind, g_steal_pointer (&item));
    }
}

/* The issues of @errors or of the rest. */
static void
add_issues (BbIssueList *self, GPtrArray *wanted, GPtrArray *issues, gboolean errors)
{
  for (guint i = 0; i < issues->len; i++)
    if ((bb_issue_get_severity (issues->pdata[i]) == BB_SEVERITY_ERROR) == errors)
      g_ptr_array_add (wanted, entry_for (self, issues->pdata[i], FALSE));
}

/* What was not understood may be missing in the report: it stands before warnings, which are about what is there. */
static GPtrArray *
list_wanted (BbIssueList *self)
{
  GPtrArray *wanted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) accepted = g_ptr_array_new_with_free_func (g_object_unref);
  Kinds kinds = { issues, notes, accepted };

  sort_by_kind (self, &kinds);
  add_issues (self, wanted, issues, TRUE);
  add_notes (self, wanted, notes, TRUE);
  add_issues (self, wanted, issues, FALSE);
  add_notes (self, wanted, notes, FALSE);
  if (accepted->len > 0)
    add_items (self, wanted, accepted, self->accepted);
  return wanted;
}

/* ---- following ---- */

static void
remember (BbIssueList *self, GPtrArray *wanted)
{
  g_hash_table_remove_all (self->known);
  for (guint i = 0; i < wanted->len; i++)
    {
      GObject *item = bb_issue_entry_get_item (wanted->pdata[i]);

      if (item != NULL)
        g_hash_table_insert (self->known, item, g_object_ref (wanted->pdata[i]));
    }
}

/* One walk over both lists; lines that stay keep their rows, and so focus and selection. */
static void
update (BbIssueList *self)
{
  g_autoptr (GPtrArray) wanted = list_wanted (self);
  g_autoptr (GHashTable) stay = g_hash_table_new (NULL, NULL);
  guint i = 0;

  for (guint j = 0; j < wanted->len; j++)
    g_hash_table_add (stay, wanted->pdata[j]);
  remember (self, wanted);
  while (i < g_list_model_get_n_items (G_LIST_MODEL (self->entries)) || i < wanted->len)
    {
      g_autoptr (BbIssueEntry) old = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      if (old != NULL && i < wanted->len && wanted->pdata[i] == old)
        i++;
      else if (old != NULL && !g_hash_table_contains (stay, old))
        g_list_store_remove (self->entries, i);
      else
        {
          /* In another order: it goes from where it stood later on. */
          g_list_store_insert (self->entries, i, wanted->pdata[i]);
          g_hash_table_remove (stay, wanted->pdata[i]);
          i++;
        }
    }
}

static void
report_changed_cb (BbIssueList *self)
{
  gtk_filter_changed (self->open_notes, GTK_FILTER_CHANGE_DIFFERENT);
}

/* ---- object ---- */

static void
bb_issue_list_dispose (GObject *object)
{
  BbIssueList *self = BB_ISSUE_LIST (object);

  g_clear_object (&self->items);
  g_clear_object (&self->open_notes);
  g_clear_object (&self->entries);
  g_clear_object (&self->accepted);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->heads, g_hash_table_unref);
  g_clear_object (&self->report);
  G_OBJECT_CLASS (bb_issue_list_parent_class)->dispose (object);
}

static void
bb_issue_list_class_init (BbIssueListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bb_issue_list_dispose;
}

static void
bb_issue_list_init (BbIssueList *self)
{
  self->section = -1;
  self->entries = g_list_store_new (BB_TYPE_ISSUE_ENTRY);
  self->known = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->heads = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->accepted = bb_issue_entry_new_head (BB_ENTRY_ACCEPTED, -1);
}

BbIssueList *
bb_issue_list_new (BbReport *report, BbChecker *checker)
{
  BbIssueList *self = g_object_new (BB_TYPE_ISSUE_LIST, NULL);
  g_autoptr (GtkFilterListModel) notes = NULL;
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);

  self->report = g_object_ref (report);
  self->open_notes = GTK_FILTER (gtk_custom_filter_new (note_is_open, self, NULL));
  notes = gtk_filter_list_model_new (g_object_ref (bb_report_get_notes (report)), g_object_ref (self->open_notes));
  g_list_store_append (parts, checker);
  g_list_store_append (parts, notes);
  self->items = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
  g_signal_connect_object (report, "changed", G_CALLBACK (report_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->items, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}

GListModel *
bb_issue_list_get_entries (BbIssueList *self)
{
  g_return_val_if_fail (BB_IS_ISSUE_LIST (self), NULL);
  return G_LIST_MODEL (self->entries);
}

GListModel *
bb_issue_list_get_items (BbIssueList *self)
{
  g_return_val_if_fail (BB_IS_ISSUE_LIST (self), NULL);
  return self->items;
}

void
bb_issue_list_set_section (BbIssueList *self, int section)
{
  g_return_if_fail (BB_IS_ISSUE_LIST (self));
  if (self->section == section)
    return;
  self->section = section;
  update (self);
}

void
bb_issue_list_toggle (BbIssueList *self, BbIssueEntry *head)
{
  g_return_if_fail (BB_IS_ISSUE_LIST (self));
  g_return_if_fail (bb_issue_entry_is_head (head));
  bb_issue_entry_set_expanded (head, !bb_issue_entry_get_expanded (head));
  update (self);
}

gboolean
bb_issue_is_like (BbIssue *a, BbIssue *b)
{
  return bb_issue_get_equation (a) == bb_issue_get_equation (b)
         && g_strcmp0 (bb_issue_get_rule_id (a), bb_issue_get_rule_id (b)) == 0
         && g_strcmp0 (bb_issue_get_target (a), bb_issue_get_target (b)) == 0;
}

BbIssueEntry *
bb_issue_list_find_like (BbIssueList *self, BbIssue *issue)
{
  g_return_val_if_fail (BB_IS_ISSUE_LIST (self), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->entries)); i++)
    {
      g_autoptr (BbIssueEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);
      BbIssue *other = bb_issue_entry_get_issue (entry);

      if (other != NULL && bb_issue_is_like (other, issue))
        return entry;
    }
  return NULL;
}
