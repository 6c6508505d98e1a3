/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-finder.h"

#include <string.h>

struct _BbFinder
{
  GObject parent_instance;

  BbReport *report;
  char *query;
  BbSearchFlags flags;

  GArray *found; /* (element-type BbFound) */
  int current;
  gboolean replacing;
};

G_DEFINE_FINAL_TYPE (BbFinder, bb_finder, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- the present place ---- */

/* Looks again; what was the present place stays it while it is still there. */
static void
look_again (BbFinder *self)
{
  BbFound before = { NULL, 0, 0 };

  if (self->current >= 0)
    before = *bb_finder_get_found (self, (guint) self->current);
  if (before.field != NULL)
    g_object_ref (before.field);
  g_array_unref (self->found);
  self->found = bb_search_find (self->report, self->query, self->flags);
  self->current = -1;
  for (guint i = 0; i < self->found->len && before.field != NULL; i++)
    {
      const BbFound *found = bb_finder_get_found (self, i);

      if (found->field == before.field && found->start == before.start)
        self->current = (int) i;
    }
  g_clear_object (&before.field);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
report_changed_cb (BbFinder *self)
{
  if (*self->query != '\0' && !self->replacing)
    look_again (self);
}

/* ---- object ---- */

static void
bb_finder_dispose (GObject *object)
{
  BbFinder *self = BB_FINDER (object);

  g_array_set_size (self->found, 0);
  self->current = -1;
  g_clear_object (&self->report);
  G_OBJECT_CLASS (bb_finder_parent_class)->dispose (object);
}

static void
bb_finder_finalize (GObject *object)
{
  BbFinder *self = BB_FINDER (object);

  g_array_unref (self->found);
  g_free (self->query);
  G_OBJECT_CLASS (bb_finder_parent_class)->finalize (object);
}

static void
bb_finder_class_init (BbFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bb_finder_dispose;
  G_OBJECT_CLASS (klass)->finalize = bb_finder_finalize;

  signals[CHANGED] = g_signal_new ("changed", BB_TYPE_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bb_finder_init (BbFinder *self)
{
  self->query = g_strdup ("");
  self->current = -1;
  self->found = g_array_new (FALSE, FALSE, sizeof (BbFound));
}

BbFinder *
bb_finder_new (BbReport *report)
{
  BbFinder *self = g_object_new (BB_TYPE_FINDER, NULL);

  self->report = g_object_ref (report);
  g_signal_connect_object (report, "changed", G_CALLBACK (report_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

BbReport *
bb_finder_get_report (BbFinder *self)
{
  g_return_val_if_fail (BB_IS_FINDER (self), NULL);
  return self->report;
}

void
bb_finder_set_query (BbFinder *self, const char *text, BbSearchFlags flags)
{
  g_return_if_fail (BB_IS_FINDER (self));
  if (strcmp (self->query, text) == 0 && self->flags == flags)
    return;
  g_free (self->query);
  self->query = g_strdup (text);
  self->flags = flags;
  look_again (self);
}

const char *
bb_finder_get_query (BbFinder *self)
{
  g_return_val_if_fail (BB_IS_FINDER (self), NULL);
  return self->query;
}

guint
bb_finder_get_count (BbFinder *self)
{
  g_return_val_if_fail (BB_IS_FINDER (self), 0);
  return self->found->len;
}

const BbFound *
bb_finder_get_found (BbFinder *self, guint index)
{
  g_return_val_if_fail (BB_IS_FINDER (self), NULL);
  g_return_val_if_fail (index < self->found->len, NULL);
  return &g_array_index (self->found, BbFound, index);
}

int
bb_finder_get_current (BbFinder *self)
{
  g_return_val_if_fail (BB_IS_FINDER (self), -1);
  return self->current;
}

static gboolean
go_to (BbFinder *self, int index)
{
  gboolean changed = self->current != index;

  self->current = index;
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
  return index >= 0;
}

gboolean
bb_finder_step (BbFinder *self, int step)
{
  int count;

  g_return_val_if_fail (BB_IS_FINDER (self), FALSE);
  count = (int) self->found->len;
  if (count == 0)
    return FALSE;
  if (self->current < 0)
    return go_to (self, step > 0 ? 0 : count - 1);
  return go_to (self, (self->current + step + count) % count);
}

gboolean
bb_finder_go_near (BbFinder *self, BbField *field, guint start)
{
  g_return_val_if_fail (BB_IS_FINDER (self), FALSE);
  g_return_val_if_fail (BB_IS_FIELD (field), FALSE);
  return go_to (self, bb_search_find_from (self->report, self->found, field, start));
}

/* ---- replacing ---- */

gboolean
bb_finder_replace (BbFinder *self, const char *text)
{
  g_autoptr (BbField) field = NULL;
  BbFound found;
  gboolean replaced;

  g_return_val_if_fail (BB_IS_FINDER (self), FALSE);
  if (self->current < 0)
    return FALSE;
  found = *bb_finder_get_found (self, (guint) self->current);
  field = g_object_ref (found.field);
  self->replacing = TRUE;
  replaced = bb_search_replace (self->report, &found, text);
  self->replacing = FALSE;
  if (!replaced)
    return FALSE;
  look_again (self);
  bb_finder_go_near (self, field, found.start + (guint) g_utf8_strlen (text, -1));
  return TRUE;
}

guint
bb_finder_replace_all (BbFinder *self, const char *text, guint *left_out)
{
  guint replaced;

  g_return_val_if_fail (BB_IS_FINDER (self), 0);
  self->replacing = TRUE;
  replaced = bb_search_replace_all (self->report, self->found, text, left_out);
  self->replacing = FALSE;
  look_again (self);
  return replaced;
}
