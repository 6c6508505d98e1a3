/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One document, several people: who has it open, and what may be done with it then. */
#include "bb-session-private.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
set_holder (BbSession *self, BbLockHolder *holder)
{
  g_clear_pointer (&self->holder, bb_lock_holder_free);
  self->holder = holder;
}

/* What can't be written keeps nobody from writing it. */
void
bb_session_take_lock (BbSession *self)
{
  BbLockHolder *holder = NULL;

  if (g_access (self->path, W_OK) != 0)
    return;
  self->lock = bb_lock_take (self->path, BB_LOCK_DEFAULT, &holder);
  set_holder (self, holder);
  bb_report_set_read_only (self->report, holder != NULL);
}

void
bb_session_drop_lock (BbSession *self)
{
  g_clear_pointer (&self->lock, bb_lock_unref);
  set_holder (self, NULL);
}

const BbLockHolder *
bb_session_get_holder (BbSession *self)
{
  g_return_val_if_fail (BB_IS_SESSION (self), NULL);
  return self->holder;
}

gboolean
bb_session_get_read_only (BbSession *self)
{
  g_return_val_if_fail (BB_IS_SESSION (self), FALSE);
  return bb_report_get_read_only (self->report);
}

static gboolean
is_same_holder (const BbLockHolder *a, const BbLockHolder *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_str_equal (a->user, b->user) && g_str_equal (a->host, b->host) && a->time == b->time && a->certain == b->certain;
}

gboolean
bb_session_look_at_holder (BbSession *self)
{
  g_autoptr (BbLockHolder) before = NULL;

  g_return_val_if_fail (BB_IS_SESSION (self), FALSE);
  if (!bb_session_get_read_only (self))
    return FALSE;
  before = g_steal_pointer (&self->holder);
  self->holder = bb_lock_find (self->path);
  return !is_same_holder (before, self->holder);
}

gboolean
bb_session_begin_editing (BbSession *self, gboolean take_over)
{
  BbLockHolder *holder = NULL;

  g_return_val_if_fail (BB_IS_SESSION (self), FALSE);
  g_return_val_if_fail (self->path != NULL, FALSE);
  bb_session_move_lock (self, bb_lock_take (self->path, take_over ? BB_LOCK_TAKE_OVER : BB_LOCK_DEFAULT, &holder));
  set_holder (self, holder);
  bb_report_set_read_only (self->report, holder != NULL);
  return holder == NULL;
}

void
bb_session_become_copy (BbSession *self)
{
  g_return_if_fail (BB_IS_SESSION (self));
  g_return_if_fail (self->path != NULL);
  bb_session_drop_lock (self);
  bb_report_set_read_only (self->report, FALSE);
  g_free (self->source);
  self->source = g_strdup (self->path);
  self->is_copy = TRUE;
  /* Before anything of the copy is written: a crash must not bring it back into the document. */
  bb_session_set_file (self, NULL, NULL);
  bb_report_mark_unsaved (self->report);
  self->read_state = bb_report_get_state_number (self->report);
}

gboolean
bb_session_is_copy (BbSession *self)
{
  g_return_val_if_fail (BB_IS_SESSION (self), FALSE);
  return self->is_copy;
}

gboolean
bb_session_is_shared (BbSession *self)
{
  g_autoptr (BbLockHolder) holder = NULL;
  BbLock *lock;

  g_return_val_if_fail (BB_IS_SESSION (self), FALSE);
  if (self->lock == NULL || !bb_lock_is_lost (self->lock))
    return FALSE;
  lock = bb_lock_take (self->path, BB_LOCK_DEFAULT, &holder);
  if (lock != NULL)
    bb_session_move_lock (self, lock);
  return holder != NULL;
}

/* ---- saving ---- */

gboolean
bb_session_lock_target (BbSession *self, const char *path, gboolean anyway, BbLock **lock, GError **error)
{
  g_autoptr (BbLockHolder) holder = NULL;

  *lock = bb_lock_take (path, anyway ? BB_LOCK_TAKE_OVER : BB_LOCK_DEFAULT, &holder);
  if (holder == NULL || anyway)
    return TRUE;
  bb_lock_refuse (path, holder, error);
  return FALSE;
}

void
bb_session_move_lock (BbSession *self, BbLock *lock)
{
  g_clear_pointer (&self->lock, bb_lock_unref);
  self->lock = lock;
  self->is_copy = FALSE;
  set_holder (self, NULL);
  bb_report_set_read_only (self->report, FALSE);
}
