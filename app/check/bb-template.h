/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bb_template_fill:
 * @template: a translated sentence with places in braces: "{row}: the total is {left}"
 * @...: names and their texts in turn (both const char *), ended by %NULL
 *
 * Sentences kept in tables take different values each; a place by name cannot meet the wrong argument as %s could. What is
 * put in is not looked at again. A place that is not given stays as it is.
 *
 * Returns: (transfer full)
 */
char *bb_template_fill (const char *template, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
