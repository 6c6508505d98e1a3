/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list that follows a frame later ends up the same, whatever happens to its source, and keeps what stays. */
#include "ui-test.h"

#include "bb-calm-model.h"

static GObject *
make_item (void)
{
  return G_OBJECT (g_list_store_new (G_TYPE_OBJECT));
}

static void
assert_same (GListModel *a, GListModel *b)
{
  g_assert_cmpuint (g_list_model_get_n_items (a), ==, g_list_model_get_n_items (b));
  for (guint i = 0; i < g_list_model_get_n_items (a); i++)
    {
      g_autoptr (GObject) first = g_list_model_get_item (a, i);
      g_autoptr (GObject) second = g_list_model_get_item (b, i);

      g_assert_true (first == second);
    }
}

/* Keeps a copy by the announcements alone: they must say what happened. */
static void
changed_cb (GListModel *model, guint position, guint removed, guint added, GListStore *copy)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < added; i++)
    g_ptr_array_add (items, g_list_model_get_item (model, position + i));
  g_list_store_splice (copy, position, removed, items->pdata, added);
}

static void
change (GListStore *source, GRand *random)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (source));
  guint position = n > 0 ? (guint) g_rand_int_range (random, 0, (gint32) n) : 0;
  int what = g_rand_int_range (random, 0, 5);

  if (what <= 2 || n == 0)
    {
      g_autoptr (GObject) item = make_item ();

      g_list_store_insert (source, position, item);
    }
  else if (what == 3)
    g_list_store_remove (source, position);
  else
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (source), position);

      g_list_store_remove (source, position);
      g_list_store_insert (source, 0, item);
    }
}

/* Without a window it follows at once. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  GListStore *source = g_list_store_new (G_TYPE_OBJECT);
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
  BbCalmModel *model = bb_calm_model_new (G_LIST_MODEL (source), widget);
  GListStore *copy = g_list_store_new (G_TYPE_OBJECT);

  g_signal_connect (model, "items-changed", G_CALLBACK (changed_cb), copy);
  for (guint i = 0; i < 500; i++)
    {
      change (source, random);
      assert_same (G_LIST_MODEL (source), G_LIST_MODEL (model));
      assert_same (G_LIST_MODEL (source), G_LIST_MODEL (copy));
    }
  g_assert_finalize_object (model);
  g_assert_finalize_object (widget);
  g_assert_finalize_object (copy);
  g_assert_finalize_object (source);
}

static gboolean
has_followed (gpointer model)
{
  return g_list_model_get_n_items (model) == 2;
}

static void
test_frame (void)
{
  GListStore *source = g_list_store_new (G_TYPE_OBJECT);
  GtkWidget *window = gtk_window_new ();
  BbCalmModel *model;
  g_autoptr (GObject) first = make_item ();
  g_autoptr (GObject) second = make_item ();

  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait_frame (window);
  model = bb_calm_model_new (G_LIST_MODEL (source), window);
  g_list_store_append (source, first);
  g_list_store_append (source, second);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  ui_test_wait (has_followed, model);

  /* Somebody needs it now. */
  g_list_store_remove (source, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 2);
  bb_calm_model_catch_up (model);
  assert_same (G_LIST_MODEL (source), G_LIST_MODEL (model));

  /* It may go while it waits. */
  g_list_store_remove_all (source);
  g_assert_finalize_object (model);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (source);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/calm-model/random", test_random);
  g_test_add_func ("/calm-model/frame", test_frame);
  return ui_test_run ();
}
