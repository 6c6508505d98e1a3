/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** bb_html_write_style: appends the style sheet of a page (what goes into `<style>`), made from bb-style.h alone. */
void bb_html_write_style (GString *out);

/** bb_html_append_number: appends @value with at most two decimals, whatever the locale. */
void bb_html_append_number (GString *out, double value);

G_END_DECLS
