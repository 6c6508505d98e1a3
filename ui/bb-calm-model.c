/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-calm-model.h"

struct _BbCalmModel
{
  GObject parent_instance;

  GListModel *source;
  GPtrArray *items; /* (element-type GObject): what we have announced */
  GWeakRef widget;
  guint tick_id;
  gboolean frame_seen; /* the frame of the change itself has begun */
};

static void bb_calm_model_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BbCalmModel, bb_calm_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, bb_calm_model_list_model_init))

static void
stop_waiting (BbCalmModel *self)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->widget);

  if (self->tick_id != 0 && widget != NULL)
    gtk_widget_remove_tick_callback (widget, self->tick_id);
  self->tick_id = 0;
}

static GPtrArray *
list_source (BbCalmModel *self)
{
  guint n = g_list_model_get_n_items (self->source);
  GPtrArray *items = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_list_model_get_item (self->source, i));
  return items;
}

static void
remove_gone (BbCalmModel *self, GPtrArray *wanted)
{
  g_autoptr (GHashTable) stay = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < wanted->len; i++)
    g_hash_table_add (stay, wanted->pdata[i]);
  for (guint i = self->items->len; i-- > 0;)
    if (!g_hash_table_contains (stay, self->items->pdata[i]))
      {
        g_ptr_array_remove_index (self->items, i);
        g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 0);
      }
}

static void
replace_rest (BbCalmModel *self, GPtrArray *wanted, guint from)
{
  guint n_removed = self->items->len - from;

  g_ptr_array_set_size (self->items, (int) from);
  for (guint i = from; i < wanted->len; i++)
    g_ptr_array_add (self->items, g_object_ref (wanted->pdata[i]));
  g_list_model_items_changed (G_LIST_MODEL (self), from, n_removed, wanted->len - from);
}

static void
insert_new (BbCalmModel *self, GPtrArray *wanted)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      if (i < self->items->len && self->items->pdata[i] == wanted->pdata[i])
        continue;
      /* In another order than before: rare, and not worth being clever about. */
      if (g_ptr_array_find (self->items, wanted->pdata[i], NULL))
        {
          replace_rest (self, wanted, i);
          return;
        }
      g_ptr_array_insert (self->items, (int) i, g_object_ref (wanted->pdata[i]));
      g_list_model_items_changed (G_LIST_MODEL (self), i, 0, 1);
    }
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  BbCalmModel *self = BB_CALM_MODEL (user_data);

  if (!self->frame_seen)
    {
      self->frame_seen = TRUE;
      return G_SOURCE_CONTINUE;
    }
  self->tick_id = 0;
  bb_calm_model_catch_up (self);
  return G_SOURCE_REMOVE;
}

static void
source_changed_cb (BbCalmModel *self)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->widget);

  if (self->tick_id != 0)
    return;
  if (widget == NULL || !gtk_widget_get_mapped (widget))
    {
      bb_calm_model_catch_up (self);
      return;
    }
  self->frame_seen = FALSE;
  self->tick_id = gtk_widget_add_tick_callback (widget, tick_cb, self, NULL);
}

/* No frames any more that could be waited for. */
static void
unmap_cb (BbCalmModel *self)
{
  if (self->tick_id != 0)
    bb_calm_model_catch_up (self);
}

static GType
bb_calm_model_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (BB_CALM_MODEL (model)->source);
}

static guint
bb_calm_model_get_n_items (GListModel *model)
{
  return BB_CALM_MODEL (model)->items->len;
}

static gpointer
bb_calm_model_get_item (GListModel *model, guint position)
{
  BbCalmModel *self = BB_CALM_MODEL (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
bb_calm_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = bb_calm_model_get_item_type;
  iface->get_n_items = bb_calm_model_get_n_items;
  iface->get_item = bb_calm_model_get_item;
}

static void
bb_calm_model_dispose (GObject *object)
{
  BbCalmModel *self = BB_CALM_MODEL (object);

  stop_waiting (self);
  g_weak_ref_clear (&self->widget);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->source);
  G_OBJECT_CLASS (bb_calm_model_parent_class)->dispose (object);
}

static void
bb_calm_model_class_init (BbCalmModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bb_calm_model_dispose;
}

static void
bb_calm_model_init (BbCalmModel *self)
{
  g_weak_ref_init (&self->widget, NULL);
}

BbCalmModel *
bb_calm_model_new (GListModel *source, GtkWidget *widget)
{
  BbCalmModel *self = g_object_new (BB_TYPE_CALM_MODEL, NULL);

  self->source = g_object_ref (source);
  self->items = list_source (self);
  g_weak_ref_set (&self->widget, widget);
  g_signal_connect_object (source, "items-changed", G_CALLBACK (source_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "unmap", G_CALLBACK (unmap_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
bb_calm_model_catch_up (BbCalmModel *self)
{
  g_autoptr (GPtrArray) wanted = NULL;

  g_return_if_fail (BB_IS_CALM_MODEL (self));
  stop_waiting (self);
  wanted = list_source (self);
  remove_gone (self, wanted);
  insert_new (self, wanted);
}
