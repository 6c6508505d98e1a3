/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-import.h>

G_BEGIN_DECLS

/**
 * BbXmlSpace: the vocabularies of office files, whichever of their two editions a file uses.
 * @BB_XML_OTHER: any other, and none
 * @BB_XML_WORD: WordprocessingML
 * @BB_XML_MATH: formulas inside it
 * @BB_XML_SHEET: SpreadsheetML
 * @BB_XML_PACKAGE: relationships of a package
 * @BB_XML_COMPATIBILITY: markup compatibility: mc:AlternateContent and what stands in it
 */
typedef enum
{
  BB_XML_OTHER,
  BB_XML_WORD,
  BB_XML_MATH,
  BB_XML_SHEET,
  BB_XML_PACKAGE,
  BB_XML_COMPATIBILITY
} BbXmlSpace;

/** BbXmlElement: an element as it begins or ends. @attributes: name and value in turn, for bb_xml_attribute(). */
typedef struct
{
  BbXmlSpace space;
  const char *name;
  const char *const *attributes;
} BbXmlElement;

/**
 * BbXmlHandler: what is called while a part is read, each or %NULL. What stands in mc:Fallback is left out: it says again, for old
 * programs, what the choice beside it says.
 */
typedef struct
{
  void (*start) (const BbXmlElement *element, gpointer data);
  void (*end) (const BbXmlElement *element, gpointer data);
  void (*text) (const char *text, gsize length, gpointer data);
} BbXmlHandler;

/**
 * bb_xml_parse: reads @bytes. A document type, and elements more than BB_IMPORT_DEPTH_LIMIT deep, are refused: office
 * files have neither, bombs have both (safety.md, "Reading").
 *
 * @stop: (nullable): what the handler sets to end the parse with that error
 */
gboolean bb_xml_parse (GBytes *bytes, const BbXmlHandler *handler, gpointer data, GError **stop, GCancellable *cancellable, GError **error);

/** bb_xml_attribute: Returns: (nullable): the attribute of local name @name, in any vocabulary. */
const char *bb_xml_attribute (const BbXmlElement *element, const char *name);

/** bb_xml_attribute_uint: Returns: the attribute as a number of at most @limit; @fallback when there is none that is one. */
guint bb_xml_attribute_uint (const BbXmlElement *element, const char *name, guint limit, guint fallback);

/** bb_xml_attribute_flag: Returns: the value of an on/off property element: on unless its `val` says 0, false or off. */
gboolean bb_xml_attribute_flag (const BbXmlElement *element);

G_END_DECLS
