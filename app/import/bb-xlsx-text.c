/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-xlsx-text.h"

#include "import/bb-run-text.h"

void
bb_xlsx_text_begin (BbXlsxText *text)
{
  g_string_truncate (text->text, 0);
  text->collects = text->in_reading = text->is_raised = text->is_struck = FALSE;
}

void
bb_xlsx_text_start (BbXlsxText         *text,
                    const BbXmlElement *element)
{
  if (g_str_equal (element->name, "rPh"))
    text->in_reading = TRUE;
  else if (g_str_equal (element->name, "r"))
    text->is_raised = text->is_struck = FALSE;
  else if (g_str_equal (element->name, "vertAlign"))
    text->is_raised = g_strcmp0 (bb_xml_attribute (element, "val"), "superscript") == 0;
  else if (g_str_equal (element->name, "strike"))
    text->is_struck = bb_xml_attribute_flag (element);
  else if (g_str_equal (element->name, "t"))
    {
      text->collects = !text->in_reading && !text->is_struck;
      text->n_struck += text->is_struck;
    }
}

void
bb_xlsx_text_end (BbXlsxText         *text,
                  const BbXmlElement *element)
{
  if (g_str_equal (element->name, "rPh"))
    text->in_reading = FALSE;
  else if (g_str_equal (element->name, "r"))
    text->is_raised = text->is_struck = FALSE;
  else if (g_str_equal (element->name, "t"))
    text->collects = FALSE;
}

void
bb_xlsx_text_add (BbXlsxText *text,
                  const char *characters,
                  gsize       length)
{
  g_autofree char *raised = text->collects && text->is_raised ? bb_run_text_raise (characters, (gssize) length) : NULL;

  if (raised != NULL)
    g_string_append (text->text, raised);
  else if (text->collects)
    g_string_append_len (text->text, characters, (gssize) length);
}
