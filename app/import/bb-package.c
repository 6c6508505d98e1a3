/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-package.h"

#include "import/bb-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* @part: what was found; @base: folder of the source. */
typedef struct
{
  const char *type;
  const char *id;
  const char *base;
  char *part;
} Search;

static gboolean
is_wanted (const char *name)
{
  return g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".rels");
}

BbZip *
bb_package_open (GBytes        *bytes,
                 GCancellable  *cancellable,
                 GError       **error)
{
  static const char compound[] = { '\xd0', '\xcf', '\x11', '\xe0' };
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > sizeof compound && memcmp (data, compound, sizeof compound) == 0)
    {
      g_set_error_literal (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_PROTECTED,
                           _("The file is protected by a password, or an old .doc or .xls under a new name; open it in Word, Excel or WPS and save it as .docx or .xlsx without a password"));
      return NULL;
    }
  if (size < 4 || memcmp (data, "PK", 2) != 0)
    {
      g_set_error_literal (error, BB_IMPORT_ERROR, BB_IMPORT_ERROR_DAMAGED,
                           _("The file is not what its name says: it is no Word or Excel file"));
      return NULL;
    }
  return bb_zip_read (bytes, is_wanted, cancellable, error);
}

/* ---- relationships ---- */

static gboolean
is_match (const Search       *search,
          const BbXmlElement *element)
{
  const char *type = bb_xml_attribute (element, "Type");
  const char *word = type != NULL ? strrchr (type, '/') : NULL;
  const char *id = bb_xml_attribute (element, "Id");

  if (g_strcmp0 (bb_xml_attribute (element, "TargetMode"), "External") == 0)
    return FALSE;
  return (search->type == NULL || (word != NULL && g_str_equal (word + 1, search->type))) &&
         (search->id == NULL || g_strcmp0 (id, search->id) == 0);
}

/* A target is absolute, or relative to the folder of its source. */
static char *
resolve (const char *base,
         const char *target)
{
  g_autofree char *path = *target == '/' ? g_strdup (target) : g_build_path ("/", "/", base, target, NULL);
  g_autofree char *canonical = g_canonicalize_filename (path, "/");

  return g_ascii_strdown (canonical + 1, -1);
}

static void
start_cb (const BbXmlElement *element,
          gpointer            data)
{
  Search *search = data;
  const char *target = bb_xml_attribute (element, "Target");

  if (search->part == NULL && element->space == BB_XML_PACKAGE && g_str_equal (element->name, "Relationship") &&
      target != NULL && is_match (search, element))
    search->part = resolve (search->base, target);
}

char *
bb_package_find_part (BbZip      *zip,
                      const char *source,
                      const char *type,
                      const char *id)
{
  static const BbXmlHandler handler = { start_cb, NULL, NULL };
  g_autofree char *base = source != NULL ? g_path_get_dirname (source) : g_strdup ("");
  g_autofree char *file = source != NULL ? g_path_get_basename (source) : g_strdup ("");
  g_autofree char *name = g_strdup_printf ("%s%s_rels/%s.rels", g_str_equal (base, ".") ? "" : base, *base != '\0' && !g_str_equal (base, ".") ? "/" : "", file);
  GBytes *bytes = bb_zip_get (zip, name);
  Search search = { type, id, g_str_equal (base, ".") ? "" : base, NULL };

  /* Damaged relationships lead nowhere; the caller says that the part is not there. */
  if (bytes != NULL)
    bb_xml_parse (bytes, &handler, &search, NULL, NULL, NULL);
  return search.part;
}
