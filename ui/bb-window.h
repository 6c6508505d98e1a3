/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-document-view.h"
#include "bb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BB_TYPE_WINDOW (bb_window_get_type ())
/** BbWindow: a window: the start page, or one report. */
G_DECLARE_FINAL_TYPE (BbWindow, bb_window, BB, WINDOW, AdwApplicationWindow)

BbWindow *bb_window_new (GtkApplication *application);

/** bb_window_is_empty: whether it shows no report and reads none. */
gboolean bb_window_is_empty (BbWindow *self);
/** bb_window_is_file: whether it shows or reads the file @path. */
gboolean bb_window_is_file (BbWindow *self, const char *path);

/** bb_window_show_start: shows the start page. */
void bb_window_show_start (BbWindow *self);
/** bb_window_open: reads @path and shows it; the window must be empty, or show the same document (reload). */
void bb_window_open (BbWindow *self, const char *path);
/** bb_window_set_session: shows a report in place of what was there. */
void bb_window_set_session (BbWindow *self, BbSession *session);

/** bb_window_take_typed: takes over what is half typed, as if it had been left: nobody will come back to it. */
void bb_window_take_typed (BbWindow *self);

/** bb_window_get_session: (nullable). */
BbSession *bb_window_get_session (BbWindow *self);
/** bb_window_get_view: (nullable). */
BbDocumentView *bb_window_get_view (BbWindow *self);

/** bb_window_toast: tells @message for a moment. */
void bb_window_toast (BbWindow *self, const char *message);
/** bb_window_toast_undo: tells @message with a button that takes the last step back, until the report changes again. */
void bb_window_toast_undo (BbWindow *self, const char *message);

/** bb_window_save_to: as Save As after the choice of @path; tells errors. Returns: whether it was saved. */
gboolean bb_window_save_to (BbWindow *self, const char *path);

G_END_DECLS
