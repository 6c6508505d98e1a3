/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-docx-looks.h"

#include "import/bb-xml.h"

/* @styles: id → BbDocxLook; @open: the id of the style of characters that is open, or %NULL; @look: its own so far */
struct _BbDocxLooks
{
  GHashTable *styles;
  char *open;
  guint look;
};

static void
set_look (BbDocxLooks *self,
          BbDocxLook   look,
          gboolean     on)
{
  self->look = on ? self->look | look : self->look & ~(guint) look;
}

static void
begin_style (BbDocxLooks        *self,
             const BbXmlElement *element)
{
  self->look = 0;
  g_free (self->open);
  /* Those of paragraphs look so as a whole: text that is all hidden or raised there was meant to be read. */
  self->open = g_strcmp0 (bb_xml_attribute (element, "type"), "character") == 0 ? g_strdup (bb_xml_attribute (element, "styleId")) : NULL;
}

static void
start_cb (const BbXmlElement *element,
          gpointer            data)
{
  BbDocxLooks *self = data;

  if (element->space != BB_XML_WORD)
    return;
  if (g_str_equal (element->name, "style"))
    begin_style (self, element);
  else if (self->open == NULL)
    return;
  else if (g_str_equal (element->name, "basedOn"))
    self->look |= bb_docx_looks_get (self, bb_xml_attribute (element, "val"));
  else if (g_str_equal (element->name, "vanish"))
    set_look (self, BB_DOCX_LOOK_HIDDEN, bb_xml_attribute_flag (element));
  else if (g_str_equal (element->name, "strike") || g_str_equal (element->name, "dstrike"))
    set_look (self, BB_DOCX_LOOK_STRUCK, bb_xml_attribute_flag (element));
  else if (g_str_equal (element->name, "vertAlign"))
    set_look (self, BB_DOCX_LOOK_RAISED, g_strcmp0 (bb_xml_attribute (element, "val"), "superscript") == 0);
}

static void
end_cb (const BbXmlElement *element,
        gpointer            data)
{
  BbDocxLooks *self = data;

  if (element->space != BB_XML_WORD || !g_str_equal (element->name, "style") || self->open == NULL)
    return;
  g_hash_table_replace (self->styles, g_steal_pointer (&self->open), GUINT_TO_POINTER (self->look));
}

BbDocxLooks *
bb_docx_looks_new (GBytes *styles)
{
  static const BbXmlHandler handler = { start_cb, end_cb, NULL };
  BbDocxLooks *self = g_new0 (BbDocxLooks, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (styles != NULL)
    bb_xml_parse (styles, &handler, self, NULL, NULL, NULL);
  return self;
}

void
bb_docx_looks_free (BbDocxLooks *looks)
{
  if (looks == NULL)
    return;
  g_hash_table_unref (looks->styles);
  g_free (looks->open);
  g_free (looks);
}

BbDocxLook
bb_docx_looks_get (const BbDocxLooks *looks,
                   const char        *style)
{
  return style != NULL ? (BbDocxLook) GPOINTER_TO_UINT (g_hash_table_lookup (looks->styles, style)) : (BbDocxLook) 0;
}
