/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Changes that torn and retyped reports show, for the text target: lines lost, doubled, moved or joined, cells lost, doubled
 * or filled with something else. Half of the changes stay libFuzzer's own.
 */
#include <glib.h>
#include <stdint.h>
#include <string.h>

size_t LLVMFuzzerMutate (uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator (uint8_t *data, size_t size, size_t max_size, unsigned int seed);

/* *INDENT-OFF* */
static const char *const fillings[] = {
  "", "0", "1", "3", "－5", "/", "—", "无", "１２", "1,234", "15件", "2500 万", "自然人", "总计", "（七）总计", "其他", "三、", "（一）",
  "四、结转下年度继续办理", "2023年", "999999999999", "0.00001",
};
/* *INDENT-ON* */

/* Works on the places of a line as well as on the lines of a text. */
static void
change_parts (GPtrArray *parts, GRand *random)
{
  guint at, other;

  if (parts->len == 0)
    return;
  at = g_rand_int_range (random, 0, parts->len);
  other = g_rand_int_range (random, 0, parts->len);
  switch (g_rand_int_range (random, 0, 5))
    {
    case 0:
      g_ptr_array_remove_index (parts, at);
      break;
    case 1:
      g_ptr_array_insert (parts, other, g_strdup (g_ptr_array_index (parts, at)));
      break;
    case 2:
      g_ptr_array_insert (parts, other, g_ptr_array_steal_index (parts, at));
      break;
    case 3:
      g_free (g_ptr_array_index (parts, at));
      parts->pdata[at] = g_strdup (fillings[g_rand_int_range (random, 0, G_N_ELEMENTS (fillings))]);
      break;
    default:
      g_ptr_array_insert (parts, at, g_strdup (fillings[g_rand_int_range (random, 0, G_N_ELEMENTS (fillings))]));
    }
}

static GPtrArray *
split (const char *text, const char *separator)
{
  g_auto (GStrv) parts = g_strsplit (text, separator, -1);
  GPtrArray *array = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (array, g_strdup (parts[i]));
  return array;
}

static char *
join (GPtrArray *parts, const char *separator)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? separator : "", (const char *) g_ptr_array_index (parts, i));
  return g_string_free (text, FALSE);
}

static void
change_line (GPtrArray *lines, GRand *random)
{
  static const char *const separators[] = { "\t", "\t", "\t", " ", "" };
  guint at = g_rand_int_range (random, 0, lines->len);
  g_autoptr (GPtrArray) places = split (g_ptr_array_index (lines, at), "\t");

  change_parts (places, random);
  g_free (g_ptr_array_index (lines, at));
  lines->pdata[at] = join (places, separators[g_rand_int_range (random, 0, G_N_ELEMENTS (separators))]);
}

size_t
LLVMFuzzerCustomMutator (uint8_t *data, size_t size, size_t max_size, unsigned int seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *changed = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (g_rand_boolean (random))
    return LLVMFuzzerMutate (data, size, max_size);

  lines = split (text, "\n");
  for (int i = g_rand_int_range (random, 0, 4); i >= 0 && lines->len > 0; i--)
    if (g_rand_int_range (random, 0, 3) == 0)
      change_parts (lines, random);
    else
      change_line (lines, random);
  changed = join (lines, "\n");
  size = MIN (strlen (changed), max_size);
  memcpy (data, changed, size);
  return size;
}
