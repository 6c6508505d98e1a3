/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-json.h>

#include <jansson.h>

void
bb_json_add_string (GString *out, const char *text)
{
  json_t *value = json_string (text != NULL ? text : "");
  char *quoted = json_dumps (value, JSON_ENCODE_ANY);

  g_string_append (out, quoted);
  free (quoted);
  json_decref (value);
}

void
bb_json_add_name (GString *out, const char *name)
{
  if (out->len > 0 && out->str[out->len - 1] != '{')
    g_string_append_c (out, ',');
  bb_json_add_string (out, name);
  g_string_append_c (out, ':');
}

void
bb_json_add_text (GString *out, const char *name, const char *text)
{
  bb_json_add_name (out, name);
  bb_json_add_string (out, text);
}

void
bb_json_add_decimal (GString *out, const char *name, BbDecimal value)
{
  g_autofree char *text = bb_decimal_to_string (value);

  bb_json_add_name (out, name);
  g_string_append (out, text);
}

void
bb_json_add_year (GString *out, int year)
{
  bb_json_add_name (out, "year");
  if (year > 0)
    g_string_append_printf (out, "%d", year);
  else
    g_string_append (out, "null");
}
