/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-docx-xml.h"

#include "export/bb-markup.h"

#include <math.h>
#include <string.h>

long
bb_docx_twips (double points)
{
  return lround (points * 20);
}

long
bb_docx_twips_from_mm (double mm)
{
  return bb_docx_twips (BB_MM_TO_POINTS (mm));
}

void
bb_docx_append_text (GString *out, const char *text, gssize length)
{
  bb_markup_append (out, text, length, TRUE);
}

/* Word drops spaces at the ends of a text unless it is told to keep them, and readers make one of several. */
static gboolean
needs_spaces (const char *text, gsize length)
{
  return length > 0 && (text[0] == ' ' || text[length - 1] == ' ' || g_strstr_len (text, (gssize) length, "  ") != NULL);
}

static gboolean
is_ascii (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] >= 0x80)
      return FALSE;

  return TRUE;
}

void
bb_docx_append_run (GString *out, const char *style, long half_points, const char *text, gssize length)
{
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;
  gboolean is_chinese = !is_ascii (text, n_bytes);

  if (n_bytes == 0)
    return;

  g_string_append (out, "<w:r>");
  if (style != NULL || is_chinese || half_points != 0)
    {
      g_string_append (out, "<w:rPr>");
      if (style != NULL)
        g_string_append_printf (out, "<w:rStyle w:val=\"%s\"/>", style);
      /* Quotation marks and dashes are both Latin and Chinese: they are to be Chinese beside Chinese. */
      if (is_chinese)
        g_string_append (out, "<w:rFonts w:hint=\"eastAsia\"/>");
      if (half_points != 0)
        g_string_append_printf (out, "<w:sz w:val=\"%ld\"/><w:szCs w:val=\"%ld\"/>", half_points, half_points);
      g_string_append (out, "</w:rPr>");
    }
  g_string_append (out, needs_spaces (text, n_bytes) ? "<w:t xml:space=\"preserve\">" : "<w:t>");
  bb_docx_append_text (out, text, (gssize) n_bytes);
  g_string_append (out, "</w:t></w:r>");
}
