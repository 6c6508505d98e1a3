/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <bianbao/bianbao.h>

G_BEGIN_DECLS

#define BB_TYPE_GUIDANCE (bb_guidance_get_type ())
/**
 * BbGuidance: what belongs into a section, beside its text.
 *
 * Signals:
 * - `chosen (guint start, guint length)`: somebody wants to see these characters of the text, where a topic is dealt with
 */
G_DECLARE_FINAL_TYPE (BbGuidance, bb_guidance, BB, GUIDANCE, AdwBin)

/** bb_guidance_watch: shows the guidance of section @section from now on, once. Returns: %FALSE when the form has none for it. */
gboolean bb_guidance_watch (BbGuidance *self, BbReport *report, guint section);

G_END_DECLS
