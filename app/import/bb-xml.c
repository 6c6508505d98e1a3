/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-xml.h"

#include "import/bb-import-limits.h"

#include <expat.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Between vocabulary and name, as expat hands them out; no address has it. */
#define SEPARATOR '\n'

/* Given to expat at a time, so that a long part can be cancelled. */
#define PIECE (256 * 1024)

typedef struct
{
  XML_Parser parser;
  const BbXmlHandler *handler;
  gpointer data;
  GError **stop;
  guint depth;
  guint fallback_depth;
  gboolean has_type;
  gboolean is_deep;
} Parse;

typedef struct
{
  const char *address;
  BbXmlSpace space;
} Vocabulary;

/* *INDENT-OFF* */
static const Vocabulary vocabularies[] = {
  { "http://schemas.openxmlformats.org/wordprocessingml/2006/main",      BB_XML_WORD },
  { "http://purl.oclc.org/ooxml/wordprocessingml/main",                  BB_XML_WORD },
  { "http://schemas.openxmlformats.org/officeDocument/2006/math",        BB_XML_MATH },
  { "http://purl.oclc.org/ooxml/officeDocument/math",                    BB_XML_MATH },
  { "http://schemas.openxmlformats.org/spreadsheetml/2006/main",         BB_XML_SHEET },
  { "http://purl.oclc.org/ooxml/spreadsheetml/main",                     BB_XML_SHEET },
  { "http://schemas.openxmlformats.org/package/2006/relationships",      BB_XML_PACKAGE },
  { "http://schemas.openxmlformats.org/markup-compatibility/2006",       BB_XML_COMPATIBILITY },
};
/* *INDENT-ON* */

static const char *
local_name (const char *name)
{
  const char *separator = strchr (name, SEPARATOR);

  return separator != NULL ? separator + 1 : name;
}

static BbXmlSpace
find_space (const char *name,
            const char *local)
{
  gsize length = local > name ? (gsize) (local - name - 1) : 0;

  for (guint i = 0; length > 0 && i < G_N_ELEMENTS (vocabularies); i++)
    if (strlen (vocabularies[i].address) == length && memcmp (vocabularies[i].address, name, length) == 0)
      return vocabularies[i].space;
  return BB_XML_OTHER;
}

static void
stop_if_asked (Parse *parse)
{
  if (parse->stop != NULL && *parse->stop != NULL)
    XML_StopParser (parse->parser, XML_FALSE);
}

static void
start_cb (gpointer         data,
          const XML_Char  *name,
          const XML_Char **attributes)
{
  Parse *parse = data;
  const char *local = local_name (name);
  BbXmlElement element = { find_space (name, local), local, (const char *const *) attributes };

  if (++parse->depth > BB_IMPORT_DEPTH_LIMIT)
    {
      parse->is_deep = TRUE;
      XML_StopParser (parse->parser, XML_FALSE);
      return;
    }
  if (parse->fallback_depth > 0)
    return;
  if (element.space == BB_XML_COMPATIBILITY && g_str_equal (local, "Fallback"))
    {
      parse->fallback_depth = parse->depth;
      return;
    }
  if (parse->handler->start != NULL)
    parse->handler->start (&element, parse->data);
  stop_if_asked (parse);
}

static void
end_cb (gpointer        data,
        const XML_Char *name)
{
  Parse *parse = data;
  const char *local = local_name (name);
  BbXmlElement element = { find_space (name, local), local, NULL };
  guint depth = parse->depth--;

  if (parse->fallback_depth > 0)
    {
      if (depth == parse->fallback_depth)
        parse->fallback_depth = 0;
      return;
    }
  if (parse->handler->end != NULL)
    parse->handler->end (&element, parse->data);
  stop_if_asked (parse);
}

static void
text_cb (gpointer        data,
         const XML_Char *text,
         int             length)
{
  Parse *parse = data;

  if (parse->fallback_depth == 0 && parse->handler->text != NULL)
    parse->handler->text (text, (gsize) length, parse->data);
}

static void
type_cb (gpointer        data,
         const XML_Char *name,
         const XML_Char *system_id,
         const XML_Char *public_id,
         int             has_subset)
{
  Parse *parse = data;

  parse->has_type = TRUE;
  XML_StopParser (parse->parser, XML_FALSE);
}

static void
set_error (const Parse  *parse,
           GError      **error)
{
  if (parse->stop != NULL && *parse->stop != NULL)
    g_propagate_error (error, g_steal_pointer (parse->stop));
  else if (parse->has_type)
    g_set_error_literal (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_DAMAGED, _("The file declares a document type, as no office file does; it is not read"));
  else if (parse->is_deep)
    g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE, _("The file is nested more than %d levels deep"), BB_IMPORT_DEPTH_LIMIT);
  else
    g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_DAMAGED, _("The file is damaged: its text ends or breaks at line %lu, column %lu of a part"),
                 (gulong) XML_GetCurrentLineNumber (parse->parser), (gulong) XML_GetCurrentColumnNumber (parse->parser));
}

static gboolean
feed (Parse         *parse,
      GBytes        *bytes,
      GCancellable  *cancellable,
      GError       **error)
{
  gsize size;
  const char *content = g_bytes_get_data (bytes, &size);
  const char *data = content != NULL ? content : "";
  gsize done = 0;

  do
    {
      gsize n = MIN (size - done, (gsize) PIECE);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (XML_Parse (parse->parser, data + done, (int) n, done + n == size) != XML_STATUS_OK)
        {
          set_error (parse, error);
          return FALSE;
        }
      done += n;
    }
  while (done < size);
  return TRUE;
}

gboolean
bb_xml_parse (GBytes              *bytes,
              const BbXmlHandler  *handler,
              gpointer             data,
              GError             **stop,
              GCancellable        *cancellable,
              GError             **error)
{
  Parse parse = { .handler = handler, .data = data, .stop = stop };
  gboolean done;

  parse.parser = XML_ParserCreateNS (NULL, SEPARATOR);
  XML_SetUserData (parse.parser, &parse);
  XML_SetElementHandler (parse.parser, start_cb, end_cb);
  XML_SetCharacterDataHandler (parse.parser, text_cb);
  XML_SetStartDoctypeDeclHandler (parse.parser, type_cb);
  done = feed (&parse, bytes, cancellable, error);
  XML_ParserFree (parse.parser);
  return done;
}

const char *
bb_xml_attribute (const BbXmlElement *element,
                  const char         *name)
{
  for (guint i = 0; element->attributes != NULL && element->attributes[i] != NULL; i += 2)
    if (g_str_equal (local_name (element->attributes[i]), name))
      return element->attributes[i + 1];
  return NULL;
}

guint
bb_xml_attribute_uint (const BbXmlElement *element,
                       const char         *name,
                       guint               limit,
                       guint               fallback)
{
  const char *value = bb_xml_attribute (element, name);
  guint64 number;

  if (value == NULL || !g_ascii_string_to_unsigned (value, 10, 0, limit, &number, NULL))
    return fallback;
  return (guint) number;
}

gboolean
bb_xml_attribute_flag (const BbXmlElement *element)
{
  const char *value = bb_xml_attribute (element, "val");

  return value == NULL || !(g_str_equal (value, "0") || g_str_equal (value, "false") || g_str_equal (value, "off"));
}
