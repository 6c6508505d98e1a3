/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-xlsx-sheet.h"

#include "import/bb-xlsx-text.h"

typedef struct
{
  GPtrArray *strings;
  BbXlsxText text;
} Reader;

static void
start_cb (const BbXmlElement *element,
          gpointer            data)
{
  Reader *reader = data;

  if (element->space != BB_XML_SHEET)
    return;
  if (g_str_equal (element->name, "si"))
    bb_xlsx_text_begin (&reader->text);
  else
    bb_xlsx_text_start (&reader->text, element);
}

static void
end_cb (const BbXmlElement *element,
        gpointer            data)
{
  Reader *reader = data;

  if (element->space != BB_XML_SHEET)
    return;
  if (g_str_equal (element->name, "si"))
    g_ptr_array_add (reader->strings, g_strdup (reader->text.text->str));
  else
    bb_xlsx_text_end (&reader->text, element);
}

static void
text_cb (const char *text,
         gsize       length,
         gpointer    data)
{
  bb_xlsx_text_add (&((Reader *) data)->text, text, length);
}

GPtrArray *
bb_xlsx_strings_read (GBytes        *part,
                      guint         *n_struck,
                      GCancellable  *cancellable,
                      GError       **error)
{
  static const BbXmlHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  Reader reader = { .strings = strings, .text.text = text };

  if (part != NULL && !bb_xml_parse (part, &handler, &reader, NULL, cancellable, error))
    return NULL;
  *n_struck = reader.text.n_struck;
  return g_steal_pointer (&strings);
}
