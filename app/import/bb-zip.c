/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-zip.h"

#include "import/bb-import-limits.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#define PIECE (64 * 1024)

/* Where reading is. @inflated: of all parts so far. */
typedef struct
{
  struct archive *archive;
  BbZip *zip;
  GCancellable *cancellable;
  guint n_entries;
  gsize inflated;
} Reader;

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->archive, archive_read_free);
  g_clear_pointer (&reader->zip, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* Some writers put backslashes between the folders. */
static char *
normalize (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  g_strdelimit (lower, "\\", '/');
  return g_strdup (*lower == '/' ? lower + 1 : lower);
}

static gboolean
refuse (GError        **error,
        BbImportError   code,
        const char     *message)
{
  g_set_error_literal (error, BB_IMPORT_ERROR, code, message);
  return FALSE;
}

/* libarchive inflates whatever it is told to: what comes out is counted, not what the entry claims. */
static gboolean
check_size (const Reader  *reader,
            gsize          size,
            gsize          packed,
            GError       **error)
{
  if (size > BB_IMPORT_PART_LIMIT || reader->inflated + size > BB_IMPORT_PARTS_LIMIT)
    g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE, _("A part of the file is larger than %d MiB, or all together more than %d MiB"),
                 BB_IMPORT_PART_LIMIT / 1024 / 1024, BB_IMPORT_PARTS_LIMIT / 1024 / 1024);
  else if (size > BB_IMPORT_RATIO_FREE && size / BB_IMPORT_RATIO_LIMIT > packed)
    g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE,
                 _("A part of the file is packed to less than a %dth, as no document is"), BB_IMPORT_RATIO_LIMIT);
  else
    return TRUE;
  return FALSE;
}

static gboolean
inflate (Reader      *reader,
         GByteArray  *content,
         GError     **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE);
  gint64 start = archive_filter_bytes (reader->archive, -1);

  for (;;)
    {
      la_ssize_t n = archive_read_data (reader->archive, piece, PIECE);
      gint64 packed = archive_filter_bytes (reader->archive, -1) - start;

      if (n < 0)
        return refuse (error, BB_IMPORT_ERROR_DAMAGED, _("The file is damaged: a part of it can’t be unpacked. It may have been cut off while it was copied or downloaded; get it again"));
      if (n == 0)
        return TRUE;
      g_byte_array_append (content, piece, (guint) n);
      if (!check_size (reader, content->len, (gsize) MAX (packed, 0) + PIECE / BB_IMPORT_RATIO_LIMIT, error))
        return FALSE;
      if (g_cancellable_set_error_if_cancelled (reader->cancellable, error))
        return FALSE;
    }
}

static gboolean
read_entry (Reader                *reader,
            struct archive_entry  *entry,
            gboolean             (*wanted) (const char *name),
            GError               **error)
{
  const char *raw = archive_entry_pathname_utf8 (entry);
  g_autofree char *name = raw != NULL ? normalize (raw) : NULL;
  g_autoptr (GByteArray) content = NULL;

  if (reader->n_entries++ >= BB_IMPORT_ENTRY_LIMIT)
    {
      g_set_error (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_TOO_LARGE, _("The file has more than %d parts"), BB_IMPORT_ENTRY_LIMIT);
      return FALSE;
    }
  if (name == NULL || !wanted (name))
    return TRUE;
  if (g_hash_table_contains (reader->zip, name))
    return refuse (error, BB_IMPORT_ERROR_DAMAGED, _("The file is damaged: it has two parts of the same name"));
  if (archive_entry_is_encrypted (entry))
    return refuse (error, BB_IMPORT_ERROR_PROTECTED, _("The file is protected by a password; save it without one and open it again"));
  content = g_byte_array_new ();
  if (!inflate (reader, content, error))
    return FALSE;
  reader->inflated += content->len;
  g_hash_table_insert (reader->zip, g_steal_pointer (&name), g_byte_array_free_to_bytes (g_steal_pointer (&content)));
  return TRUE;
}

BbZip *
bb_zip_read (GBytes        *bytes,
             gboolean     (*wanted) (const char *name),
             GCancellable  *cancellable,
             GError       **error)
{
  g_auto (Reader) reader = { .cancellable = cancellable };
  struct archive_entry *entry;
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  int status;

  reader.zip = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  reader.archive = archive_read_new ();
  archive_read_support_format_zip (reader.archive);
  if (archive_read_open_memory (reader.archive, data, size) != ARCHIVE_OK)
    {
      refuse (error, BB_IMPORT_ERROR_DAMAGED, _("The file is damaged: it can’t be unpacked. It may have been cut off while it was copied or downloaded; get it again"));
      return NULL;
    }
  /* A warning is about a name or a date that we have no use for. */
  while ((status = archive_read_next_header (reader.archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    if (!read_entry (&reader, entry, wanted, error))
      return NULL;
  if (status == ARCHIVE_EOF)
    return g_steal_pointer (&reader.zip);
  refuse (error, BB_IMPORT_ERROR_DAMAGED, _("The file is damaged: it can’t be unpacked. It may have been cut off while it was copied or downloaded; get it again"));
  return NULL;
}

GBytes *
bb_zip_get (BbZip      *zip,
            const char *name)
{
  g_autofree char *key = normalize (name);

  return g_hash_table_lookup (zip, key);
}
