/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-issue-counts.h"
#include "bb-start-page.h"
#include "bb-window.h"

G_BEGIN_DECLS

struct _BbWindow
{
  AdwApplicationWindow parent_instance;

  /* From the template */
  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkLabel *busy_label;
  GtkSpinner *busy_spinner;
  GtkWidget *document_start; /* header buttons that need a report, left */
  GtkWidget *document_end;   /* the same, right */
  GtkMenuButton *menu_button;
  GMenu *recent_menu;
  GtkToggleButton *sidebar_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkToggleButton *issues_button;
  BbIssueCounts *issues_counts;
  GtkWidget *drop_hint; /* in front of everything while files are held over the window */
  GtkLabel *drop_title;
  GtkLabel *drop_detail;

  /* What is shown: at most one of them */
  BbStartPage *start;
  BbDocumentView *view;
  BbSession *session;

  /* What is told about the file */
  BbSessionFile disk_state;
  GtkWidget *disk_bar; /* a weak pointer */
  GtkWidget *lock_bar; /* a weak pointer */
  guint lock_id;       /* looks now and then whether somebody else still has the document open */

  AdwToast *told; /* the last that was told in passing, while it is shown or waits; a weak pointer */

  /* Whether an input method composes in the widget with the focus */
  GtkWidget *composer; /* a weak pointer */
  gulong preedit_handler;
  gboolean composing;

  /* The help stands in front of what is shown */
  gboolean helping;
  GtkWidget *before_help; /* had the focus; a weak pointer */

  /* Reading */
  GCancellable *opening;
  char *opening_path;
  guint busy_id; /* until then nothing is said: most files are there before */
  gboolean made_for_opening; /* nothing to go back to when reading fails */

  GtkWindow *replaces; /* its report is replaced by what is read here, when that is kept; a weak pointer */

  /* Saving and closing */
  char *wanted_path; /* a question about replacing it is open */
  gboolean close_after_save;
  gboolean may_close; /* the user gave the changes up */
};

/* bb-window.c */
void bb_window_update (BbWindow *self);

/* bb-window-actions.c */
void bb_window_class_install_actions (GtkWidgetClass *widget_class);
void bb_window_update_actions (BbWindow *self);

/* bb-window-files.c */
void bb_window_choose_file (BbWindow *self);
void bb_window_cancel_open (BbWindow *self);
void bb_window_recover (BbWindow *self, const char *path);
void bb_window_save (BbWindow *self);
void bb_window_save_as (BbWindow *self);
/** bb_window_saved: what follows when a file was written. */
void bb_window_saved (BbWindow *self);
void bb_window_tell_save_failed (BbWindow *self, const char *path, const GError *error);
gboolean bb_window_ask_close (BbWindow *self);

/* bb-window-disk.c */
void bb_window_watch_disk (BbWindow *self);
void bb_window_begin_disk (BbWindow *self);
void bb_window_look_at_disk (BbWindow *self);

/* bb-window-lock.c */
/** bb_window_may_change: whether a report is shown that is not read-only. */
gboolean bb_window_may_change (BbWindow *self);
void bb_window_begin_lock (BbWindow *self);
void bb_window_look_at_lock (BbWindow *self);
/** bb_window_end_lock: nobody is told any more. */
void bb_window_end_lock (BbWindow *self);
/** bb_window_show_anew: the same report in a new view, on the same page: it is read-only no more. */
void bb_window_show_anew (BbWindow *self);
/** bb_window_tell_locked: @path could not be saved to, because somebody else has it open. */
void bb_window_tell_locked (BbWindow *self, const char *path, const GError *error);

/* bb-window-find.c */
void bb_window_class_install_find_actions (GtkWidgetClass *widget_class);
void bb_window_update_find_actions (BbWindow *self, gboolean report);
void bb_window_watch_find (BbWindow *self);

/* bb-window-writing.c */
void bb_window_class_install_writing_actions (GtkWidgetClass *widget_class);
void bb_window_update_writing_actions (BbWindow *self, gboolean report);

/* bb-window-aside.c: reads a file in the background and gives it to @done; failing is told */
typedef void (*BbReadAside) (BbWindow *self, const char *path, BbOpened *opened);
void bb_window_read_aside (BbWindow *self, const char *path, BbReadAside done);

/* bb-window-compare.c */
void bb_window_class_install_compare_actions (GtkWidgetClass *widget_class);
void bb_window_update_compare_actions (BbWindow *self, gboolean report);

/* bb-window-next.c */
void bb_window_class_install_next_actions (GtkWidgetClass *widget_class);
/* bb-window-review.c */
void bb_window_class_install_review_actions (GtkWidgetClass *widget_class);
void bb_window_update_review_actions (BbWindow *self, gboolean report);
void bb_window_begin_review (BbWindow *self, BbSession *session);
void bb_window_tell_looked_at (BbWindow *self, int step);

/* bb-window-toasts.c */
void bb_window_place_toasts (BbWindow *self);

/* bb-window-help.c */
void bb_window_toggle_help (BbWindow *self);

/* bb-window-copy.c */
void bb_window_copy_page (BbWindow *self);

/* bb-window-print.c */
void bb_window_class_install_print_actions (GtkWidgetClass *widget_class);
void bb_window_update_print_actions (BbWindow *self, gboolean report);

/* bb-window-drop.c */
void bb_window_take_drops (BbWindow *self);

/* bb-window-export.c */
void bb_window_export (BbWindow *self);
/** bb_window_show_all_issues: lists what is to be put right before the report is published. */
void bb_window_show_all_issues (BbWindow *self);

G_END_DECLS
