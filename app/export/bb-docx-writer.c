/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-docx-writer.h"

#include "export/bb-docx-parts.h"
#include "export/bb-pack.h"

GBytes *
bb_docx_write (const BbPage *page, GError **error)
{
  g_autoptr (BbPack) pack = bb_pack_new ();
  guint n_parts;
  const BbDocxPart *parts = bb_docx_parts (&n_parts);

  for (guint i = 0; i < n_parts; i++)
    {
      GString *text = g_string_new (NULL);

      parts[i].write (page, text);
      bb_pack_add (pack, parts[i].name, text);
    }

  return bb_pack_end (pack, error);
}
