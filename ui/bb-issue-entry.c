/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-issue-entry.h"

#include "bb-section-state.h"

#include <glib/gi18n.h>

struct _BbIssueEntry
{
  GObject parent_instance;

  BbEntryKind kind;
  GObject *item;
  gboolean is_part;

  /* Of a head */
  int table;
  GPtrArray *items;
  gboolean expanded;
};

G_DEFINE_FINAL_TYPE (BbIssueEntry, bb_issue_entry, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
bb_issue_entry_finalize (GObject *object)
{
  BbIssueEntry *self = BB_ISSUE_ENTRY (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  G_OBJECT_CLASS (bb_issue_entry_parent_class)->finalize (object);
}

static void
bb_issue_entry_class_init (BbIssueEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bb_issue_entry_finalize;

  signals[CHANGED] = g_signal_new ("changed", BB_TYPE_ISSUE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bb_issue_entry_init (BbIssueEntry *self)
{
  self->table = -1;
}

BbIssueEntry *
bb_issue_entry_new (GObject *item, gboolean is_part)
{
  BbIssueEntry *self = g_object_new (BB_TYPE_ISSUE_ENTRY, NULL);

  self->kind = BB_IS_ISSUE (item) ? BB_ENTRY_ISSUE : BB_ENTRY_NOTE;
  self->item = g_object_ref (item);
  self->is_part = is_part;
  return self;
}

BbIssueEntry *
bb_issue_entry_new_head (BbEntryKind kind, int table)
{
  BbIssueEntry *self = g_object_new (BB_TYPE_ISSUE_ENTRY, NULL);

  self->kind = kind;
  self->table = table;
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

BbEntryKind
bb_issue_entry_get_kind (BbIssueEntry *self)
{
  g_return_val_if_fail (BB_IS_ISSUE_ENTRY (self), BB_ENTRY_ISSUE);
  return self->kind;
}

gboolean
bb_issue_entry_is_head (BbIssueEntry *self)
{
  g_return_val_if_fail (BB_IS_ISSUE_ENTRY (self), FALSE);
  return self->item == NULL;
}

GObject *
bb_issue_entry_get_item (BbIssueEntry *self)
{
  g_return_val_if_fail (BB_IS_ISSUE_ENTRY (self), NULL);
  return self->item;
}

BbIssue *
bb_issue_entry_get_issue (BbIssueEntry *self)
{
  g_return_val_if_fail (BB_IS_ISSUE_ENTRY (self), NULL);
  return self->kind == BB_ENTRY_ISSUE ? BB_ISSUE (self->item) : NULL;
}

gboolean
bb_issue_entry_is_part (BbIssueEntry *self)
{
  g_return_val_if_fail (BB_IS_ISSUE_ENTRY (self), FALSE);
  return self->is_part;
}

int
bb_issue_entry_get_table (BbIssueEntry *self)
{
  g_return_val_if_fail (BB_IS_ISSUE_ENTRY (self), -1);
  return self->table;
}

GPtrArray *
bb_issue_entry_get_items (BbIssueEntry *self)
{
  g_return_val_if_fail (BB_IS_ISSUE_ENTRY (self), NULL);
  return self->items;
}

void
bb_issue_entry_set_items (BbIssueEntry *self, GPtrArray *items)
{
  gboolean same;

  g_return_if_fail (BB_IS_ISSUE_ENTRY (self));
  g_return_if_fail (bb_issue_entry_is_head (self));

  same = self->items->len == items->len;
  for (guint i = 0; same && i < items->len; i++)
    same = self->items->pdata[i] == items->pdata[i];
  if (same)
    return;
  g_ptr_array_unref (self->items);
  self->items = g_ptr_array_ref (items);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
bb_issue_entry_get_expanded (BbIssueEntry *self)
{
  g_return_val_if_fail (BB_IS_ISSUE_ENTRY (self), FALSE);
  return self->expanded;
}

void
bb_issue_entry_set_expanded (BbIssueEntry *self, gboolean expanded)
{
  g_return_if_fail (BB_IS_ISSUE_ENTRY (self));
  if (self->expanded == expanded)
    return;
  self->expanded = expanded;
  g_signal_emit (self, signals[CHANGED], 0);
}

static BbField *
find_target_of (GObject *item, BbReport *report)
{
  if (BB_IS_ISSUE (item))
    return bb_report_find_field (report, bb_issue_get_target (BB_ISSUE (item)));
  if (*bb_note_get_cells (BB_NOTE (item)) != NULL)
    return bb_report_find_field (report, *bb_note_get_cells (BB_NOTE (item)));
  return NULL;
}

BbField *
bb_issue_entry_find_target (BbIssueEntry *self, BbReport *report)
{
  g_return_val_if_fail (BB_IS_ISSUE_ENTRY (self), NULL);
  if (self->item != NULL)
    return find_target_of (self->item, report);
  if (self->kind == BB_ENTRY_NOTES && self->items->len > 0)
    return find_target_of (self->items->pdata[0], report);
  return NULL;
}

gboolean
bb_note_is_urgent (BbNote *note)
{
  g_return_val_if_fail (BB_IS_NOTE (note), FALSE);
  return bb_note_get_severity (note) >= BB_SEVERITY_WARNING;
}

/* All below one head are of one kind. */
static gboolean
is_urgent (BbIssueEntry *self)
{
  GObject *item = self->item != NULL || self->items->len == 0 ? self->item : self->items->pdata[0];

  return item != NULL && bb_note_is_urgent (BB_NOTE (item));
}

const char *
bb_issue_entry_get_group (BbIssueEntry *self)
{
  g_return_val_if_fail (BB_IS_ISSUE_ENTRY (self), NULL);
  switch (self->kind)
    {
    case BB_ENTRY_ISSUE:
      return self->is_part ? NULL : bb_severity_label (bb_issue_get_severity (BB_ISSUE (self->item)));
    case BB_ENTRY_NOTE:
    case BB_ENTRY_NOTES:
      return is_urgent (self) ? _("To Be Looked At") : _("Notes From Reading");
    case BB_ENTRY_ACCEPTED:
    default:
      return NULL;
    }
}
