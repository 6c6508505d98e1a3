/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-lock.h>

G_BEGIN_DECLS

/*
 * What stands in a lock file:
 *
 *   [Bianbao Lock]
 *   User=…            who, for people
 *   Host=…            where, for people
 *   Machine=…         which computer: names are given twice in an office
 *   Process=…         its id there
 *   Start=…           when that process began, in the clock of the computer: ids are given out again
 *   Since=…           Unix seconds
 *
 * It is somebody else's file: read as far as a few lines reach, and believed in nothing that could do harm.
 */

#define BB_LOCK_LIMIT 4096

/** BbLockText: @here: of this computer; @process, @start: valid then. */
typedef struct
{
  BbLockHolder *holder;
  gboolean here;
  gint64 process;
  gint64 start;
} BbLockText;

void bb_lock_text_clear (BbLockText *text);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BbLockText, bb_lock_text_clear)

/** bb_lock_text_make: Returns: (transfer full): what the present process writes. */
char *bb_lock_text_make (void);
/** bb_lock_text_read: @text gets a holder in any case, an unknown one when @data is no lock of ours. Returns: whether it is. */
gboolean bb_lock_text_read (BbLockText *text, const char *data, gsize size);

/** bb_lock_process_lives: whether the process that wrote @text, of this computer, can be there still. */
gboolean bb_lock_process_lives (const BbLockText *text);

G_END_DECLS
