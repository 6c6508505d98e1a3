/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads the definitions of the form when the program is built, and writes them as C: a definition that is wrong is an error of the
 * build, with its place, and a program that starts has nothing to read.
 *
 * usage: form-compiler OUTPUT DEFINITION.xml…
 */
#include "form/compiler/bb-form-code.h"

#include <locale.h>

static int
compare_forms (gconstpointer a, gconstpointer b)
{
  const BbForm *const *one = a;
  const BbForm *const *other = b;

  return (*one)->first_year - (*other)->first_year;
}

static BbForm *
read_form (const char *path, GError **error)
{
  g_autofree char *xml = NULL;
  gsize length;

  if (!g_file_get_contents (path, &xml, &length, error))
    return NULL;
  return bb_form_parse (xml, (gssize) length, path, error);
}

static char *
write_code (GPtrArray *forms)
{
  GString *code = g_string_new ("/* Written by form-compiler from resources/forms; do not edit. */\n"
                                "#include \"form/bb-form-private.h\"\n\n");

  g_ptr_array_sort (forms, compare_forms);
  for (guint i = 0; i < forms->len; i++)
    bb_form_code_append (code, g_ptr_array_index (forms, i));
  g_string_append (code, "const BbFormRecord *const bb_built_in_forms[] = { ");
  for (guint i = 0; i < forms->len; i++)
    g_string_append_printf (code, "&record_%s, ", ((BbForm *) g_ptr_array_index (forms, i))->id);
  g_string_append (code, "NULL };\n");
  return g_string_free (code, FALSE);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func ((GDestroyNotify) bb_form_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  setlocale (LC_ALL, "");
  if (argc < 3)
    {
      g_printerr ("usage: form-compiler OUTPUT DEFINITION.xml…\n");
      return 2;
    }
  for (int i = 2; i < argc; i++)
    {
      BbForm *form = read_form (argv[i], &error);

      if (form == NULL)
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      g_ptr_array_add (forms, form);
    }
  code = write_code (forms);
  if (g_file_set_contents (argv[1], code, -1, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
