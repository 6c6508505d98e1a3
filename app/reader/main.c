/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bianbao-reader FORMAT: reads a file of FORMAT from its standard input, which is a file, and writes what stands in it, as
 * blocks in the words of bb-wire.h, to its standard output. It is started by the program for every file that is not its own.
 * bianbao-office-reader does the same for Word files and workbooks, bianbao-pdf-reader for PDF files: alone, because of the libraries
 * they take.
 */
#include "import/bb-wire.h"
#include "reader/bb-formats.h"
#include "reader/bb-sandbox.h"
#include "reader/bb-trouble.h"

#include <bianbao/bb-i18n.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <iconv.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define USAGE_STATUS 2

/* Encodings that files come in. Their tables are files: what is not loaded before the files are closed off can't be read. */
static const char *const encodings[] = {
  "GB18030", "GBK", "GB2312", "BIG5", "BIG5-HKSCS", "EUC-TW", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "EUC-JP", "SHIFT_JIS", "EUC-KR",
  "ISO-8859-1", "WINDOWS-1252",
};

static GBytes *
map_input (void)
{
  struct stat status;
  void *data;

  if (fstat (STDIN_FILENO, &status) != 0 || !S_ISREG (status.st_mode))
    return NULL;
  if (status.st_size == 0)
    return g_bytes_new (NULL, 0);
  data = mmap (NULL, (gsize) status.st_size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
  return data != MAP_FAILED ? g_bytes_new_static (data, (gsize) status.st_size) : NULL;
}

/* Never closed: the library would put the tables away. */
static void
load_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    iconv_open ("UTF-8", encodings[i]);
  /* The translations are read with the first message. */
  (void) _("line %u");
}

static GBytes *
answer (GBytes     *bytes,
        const char *format)
{
  g_autofree char *encoding = NULL;
  gboolean guessed = FALSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (BbImportSource) source = bb_formats_read (bytes, format, &encoding, &guessed, &error);
  GBytes *written = source != NULL ? bb_wire_write_source (source, encoding, guessed, &error) : NULL;

  return written != NULL ? written : bb_wire_write_error (error);
}

static gboolean
send (GBytes *written)
{
  gsize size;
  const char *data = g_bytes_get_data (written, &size);

  while (size > 0)
    {
      ssize_t n = write (STDOUT_FILENO, data, size);

      if (n < 0 && errno != EINTR)
        return FALSE;
      data += MAX (n, 0);
      size -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) bytes = NULL;

  bb_sandbox_begin ();
  bb_i18n_init ();
  bytes = argc == 2 ? map_input () : NULL;
  if (bytes == NULL)
    {
      g_printerr ("%s\n", _("bianbao-reader is a part of Bianbao that it starts by itself; there is no other use for it"));
      return USAGE_STATUS;
    }
  load_tables ();
  bb_sandbox_explain_end ();
  bb_sandbox_enter (bb_formats_folders);
  bb_trouble_make ();
  /* Nothing is put away: the process ends here, and with it all that it has. */
  _exit (send (answer (bytes, argv[1])) ? 0 : 1);
}
