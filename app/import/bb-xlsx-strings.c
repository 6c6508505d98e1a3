/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-xlsx-sheet.h"

#include "import/bb-run-text.h"
#include "import/bb-xml.h"

/*
 * @in_text: inside t; @in_reading: inside rPh, which says how characters are read aloud
 * @is_raised, @is_struck: what the properties of the run say; @n_struck: runs that a line goes through
 */
typedef struct
{
  GPtrArray *strings;
  GString *text;
  gboolean in_text;
  gboolean in_reading;
  gboolean is_raised;
  gboolean is_struck;
  guint n_struck;
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
  else if (g_str_equal (element->name, "r"))
    reader->is_raised = reader->is_struck = FALSE;
  else if (g_str_equal (element->name, "vertAlign"))
    reader->is_raised = g_strcmp0 (bb_xml_attribute (element, "val"), "superscript") == 0;
  else if (g_str_equal (element->name, "strike"))
    reader->is_struck = bb_xml_attribute_flag (element);
  else if (g_str_equal (element->name, "t"))
    {
      reader->in_text = !reader->in_reading && !reader->is_struck;
      reader->n_struck += reader->is_struck;
    }
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
  else if (g_str_equal (element->name, "r"))
    reader->is_raised = reader->is_struck = FALSE;
  else if (g_str_equal (element->name, "t"))
    reader->in_text = FALSE;
}

static void
text_cb (const char *text,
         gsize       length,
         gpointer    data)
{
  Reader *reader = data;
  g_autofree char *raised = reader->in_text && reader->is_raised ? bb_run_text_raise (text, (gssize) length) : NULL;

  if (raised != NULL)
    g_string_append (reader->text, raised);
  else if (reader->in_text)
    g_string_append_len (reader->text, text, (gssize) length);
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
  Reader reader = { .strings = strings, .text = text };

  if (part != NULL && !bb_xml_parse (part, &handler, &reader, NULL, cancellable, error))
    return NULL;
  *n_struck = reader.n_struck;
  return g_steal_pointer (&strings);
}
