/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-pack.h"

#include <archive.h>
#include <archive_entry.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

struct _BbPack
{
  struct archive *archive;
  GByteArray *content;
  gboolean failed;
};

static la_ssize_t
write_cb (struct archive *archive, void *user_data, const void *data, size_t length)
{
  g_byte_array_append (user_data, data, (guint) length);

  return (la_ssize_t) length;
}

BbPack *
bb_pack_new (void)
{
  BbPack *pack = g_new0 (BbPack, 1);

  pack->content = g_byte_array_new ();
  pack->archive = archive_write_new ();
  /* Parts are small: padding the last block to 10 KiB would be most of the file. */
  pack->failed = archive_write_set_format_zip (pack->archive) != ARCHIVE_OK ||
                 archive_write_set_bytes_in_last_block (pack->archive, 1) != ARCHIVE_OK ||
                 archive_write_open (pack->archive, pack->content, NULL, write_cb, NULL) != ARCHIVE_OK;

  return pack;
}

void
bb_pack_free (BbPack *pack)
{
  if (pack == NULL)
    return;

  g_clear_pointer (&pack->archive, archive_write_free);
  g_clear_pointer (&pack->content, g_byte_array_unref);
  g_free (pack);
}

/*
 * No date is set: the library then writes the first day a zip file knows, whatever the time zone, and no extra field for
 * dates. The size is said beforehand, because zip64 fields are written for an unknown one and Word refuses those.
 */
void
bb_pack_add (BbPack *pack, const char *name, GString *text)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) text->len);
  if (!pack->failed)
    pack->failed = archive_write_header (pack->archive, entry) != ARCHIVE_OK ||
                   archive_write_data (pack->archive, text->str, text->len) != (la_ssize_t) text->len;
  archive_entry_free (entry);
  g_string_free (text, TRUE);
}

GBytes *
bb_pack_end (BbPack *pack, GError **error)
{
  if (archive_write_close (pack->archive) != ARCHIVE_OK || pack->failed)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The file could not be packed: %s"),
                   archive_error_string (pack->archive) != NULL ? archive_error_string (pack->archive) : g_strerror (0));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&pack->content));
}
