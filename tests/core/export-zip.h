/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Just enough of a zip reader for the tests of the workbook: stored and deflated entries of a file of our own. */

#include <gio/gio.h>
#include <string.h>

static guint32
zip_number (const guint8 *at, guint n_bytes)
{
  guint32 number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number |= (guint32) at[i] << (8 * i);

  return number;
}

static char *
zip_inflate (const guint8 *data, gsize length, gsize inflated)
{
  g_autoptr (GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  char *text = g_malloc0 (inflated + 1);
  gsize done_in = 0;
  gsize done_out = 0;
  GConverterResult result = G_CONVERTER_CONVERTED;
  g_autoptr (GError) error = NULL;

  while (result == G_CONVERTER_CONVERTED && done_out < inflated)
    {
      gsize in = 0;
      gsize out = 0;

      result = g_converter_convert (G_CONVERTER (inflater), data + done_in, length - done_in, text + done_out,
                                    inflated - done_out, G_CONVERTER_INPUT_AT_END, &in, &out, &error);
      g_assert_no_error (error);
      done_in += in;
      done_out += out;
    }
  g_assert_cmpuint (done_out, ==, inflated);

  return text;
}

/* Returns: (element-type utf8 utf8): name → content, from the central directory. */
static GHashTable *
zip_read (const char *path)
{
  GHashTable *parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length;
  const guint8 *zip, *end, *entry;
  guint n_entries;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  zip = (const guint8 *) content;
  g_assert_cmpuint (length, >, 22);
  end = zip + length - 22;
  g_assert_cmpmem (end, 4, "PK\005\006", 4);
  n_entries = zip_number (end + 10, 2);
  entry = zip + zip_number (end + 16, 4);

  for (guint i = 0; i < n_entries; i++)
    {
      guint name_length = zip_number (entry + 28, 2);
      const guint8 *local = zip + zip_number (entry + 42, 4);
      const guint8 *data = local + 30 + zip_number (local + 26, 2) + zip_number (local + 28, 2);
      gsize packed = zip_number (entry + 20, 4);
      gsize size = zip_number (entry + 24, 4);
      char *text = zip_number (entry + 10, 2) == 0 ? g_strndup ((const char *) data, size) : zip_inflate (data, packed, size);

      g_assert_true (g_hash_table_insert (parts, g_strndup ((const char *) entry + 46, name_length), text));
      entry += 46 + name_length + zip_number (entry + 30, 2) + zip_number (entry + 32, 2);
    }

  return parts;
}
