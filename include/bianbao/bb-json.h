/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-number.h>

G_BEGIN_DECLS

/*
 * JSON written member by member: figures keep their decimals exactly, which a library that stores doubles can't do; only
 * the quoting of strings is the library's.
 */

/** bb_json_add_string: appends @text (nullable, UTF-8; %NULL is "") as a quoted string. */
void bb_json_add_string (GString *out, const char *text);
/** bb_json_add_name: appends `"name":`, with a comma before unless an object has just begun. */
void bb_json_add_name (GString *out, const char *name);
/** bb_json_add_text: a member that is a string. */
void bb_json_add_text (GString *out, const char *name, const char *text);
/** bb_json_add_decimal: a member that is a number with all its decimals. */
void bb_json_add_decimal (GString *out, const char *name, BbDecimal value);
/** bb_json_add_year: the member "year": @year, or null for 0. */
void bb_json_add_year (GString *out, int year);

G_END_DECLS
