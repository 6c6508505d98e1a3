/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ScriptIm: an input method that does what a test says. It is what every text widget of the program composes with, through
 * the same doors as the real ones: it has a preedit string, is told of the focus and of resets, and commits.
 */
G_DECLARE_FINAL_TYPE (ScriptIm, script_im, SCRIPT, IM, GtkIMContext)

/** script_im_announce: before GTK is initialised: chooses it. */
void script_im_announce (void);
/** script_im_register: after GTK was initialised. */
void script_im_register (void);

/** script_im_current: (transfer none) (nullable): the one of the widget with the focus. */
ScriptIm *script_im_current (void);

/** script_im_preedit: shows @text as half typed; begins to compose when there was nothing. */
void script_im_preedit (ScriptIm *self, const char *text);
/** script_im_commit: @before: whether @text comes before the preedit string goes, as some input methods have it, or after. */
void script_im_commit (ScriptIm *self, const char *text, gboolean before);
/** script_im_cancel: gives up what is half typed. */
void script_im_cancel (ScriptIm *self);
const char *script_im_get_preedit (ScriptIm *self);

/** script_im_set_keeps: whether it commits what is half typed when the focus leaves or it is reset (as fcitx and ibus can), or drops it. */
void script_im_set_keeps (gboolean keeps);

G_END_DECLS
