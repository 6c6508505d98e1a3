/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-text-scale.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a person can set: theme, text size, the organisation a new report starts with. All of it is applied at once. */
#define BB_TYPE_PREFERENCES (bb_preferences_get_type ())
G_DECLARE_FINAL_TYPE (BbPreferences, bb_preferences, BB, PREFERENCES, AdwPreferencesWindow)

/** bb_preferences_new: @parent: (nullable). */
GtkWidget *bb_preferences_new (GtkWindow *parent, BbTextScale *scale);

G_END_DECLS
