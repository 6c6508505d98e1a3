/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-xlsx-sheet.h"

#include "import/bb-xml.h"

/* @in_text: inside t; @in_reading: inside rPh, which says how characters are read aloud */
typedef struct
{
  GPtrArray *strings;
  GString *text;
  gboolean in_text;
  gboolean in_reading;
} Reader;

static void
start_cb (const BbXmlElement *element,
          gpointer            data)
{
  Reader *reader = data;

  if (element->space != BB_XML_SHEET)
    return;
  if (g_str_equal (element->name, "si"))
    g_string_truncate (reader->text, 0);
  else if (g_str_equal (element->name, "rPh"))
    reader->in_reading = TRUE;
  else if (g_str_equal (element->name, "t"))
    reader->in_text = !reader->in_reading;
}

static void
end_cb (const BbXmlElement *element,
        gpointer            data)
{
  Reader *reader = data;

  if (element->space != BB_XML_SHEET)
    return;
  if (g_str_equal (element->name, "si"))
    g_ptr_array_add (reader->strings, g_strdup (reader->text->str));
  else if (g_str_equal (element->name, "rPh"))
    reader->in_reading = FALSE;
  else if (g_str_equal (element->name, "t"))
    reader->in_text = FALSE;
}

static void
text_cb (const char *text,
         gsize       length,
         gpointer    data)
{
  Reader *reader = data;

  if (reader->in_text)
    g_string_append_len (reader->text, text, (gssize) length);
}

GPtrArray *
bb_xlsx_strings_read (GBytes        *part,
                      GCancellable  *cancellable,
                      GError       **error)
{
  static const BbXmlHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  Reader reader = { .strings = strings, .text = text };

  if (part != NULL && !bb_xml_parse (part, &handler, &reader, NULL, cancellable, error))
    return NULL;
  return g_steal_pointer (&strings);
}
