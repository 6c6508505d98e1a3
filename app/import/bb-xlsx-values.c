/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-xlsx-values.h"

#include "import/bb-xml.h"

#include <math.h>
#include <string.h>

/* Digits that a binary number keeps for sure, and Excel shows at most. */
#define DIGITS 15

/* From here on a number is written in full; more is no figure of a report. */
#define LARGEST 1e15

#define FIRST_CUSTOM 164

/* While styles.xml is read. @codes: numbers of formats of the workbook's own → BbXlsxFormat + 1. */
typedef struct
{
  GHashTable *codes;
  GArray *formats;
  gboolean in_cells;
} Reader;

/* The codes of built-in formats that show dates; 27–36 and 50–58 do in Chinese editions. */
static gboolean
is_date_id (guint id)
{
  return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/* "0!.0": a point as a letter, with digits of the number behind it. Returns: how many. */
static guint
count_behind_point (const char *p)
{
  gboolean is_point = (*p == '!' || *p == '\\') && p[1] == '.';

  return is_point ? (guint) strspn (p + 2, "0#?") : g_str_has_prefix (p, "\".\"") ? (guint) strspn (p + 3, "0#?") : 0;
}

/*
 * By how many decimal places a format shows numbers smaller than they are: three for each comma behind the last digit, and those
 * behind a point that is a letter. Formats for negative numbers and zero stand behind a semicolon.
 */
static guint
count_scale (const char *code)
{
  guint scale = 0;
  gboolean after_digit = FALSE;

  for (const char *p = code; *p != '\0' && *p != ';'; p++)
    {
      guint behind = after_digit ? count_behind_point (p) : 0;
      gsize commas = after_digit && *p == ',' ? strspn (p, ",") : 0;

      scale += behind;
      if (commas > 0 && (p[commas] == '\0' || strchr ("0#?.", p[commas]) == NULL))
        scale += 3 * (guint) commas;
      if (*p == '"' && behind == 0)
        p += strcspn (p + 1, "\"") + (strchr (p + 1, '"') != NULL);
      else if (commas > 0)
        p += commas - 1;
      after_digit = after_digit || strchr ("0#?", *p) != NULL;
    }
  return MIN (scale, DIGITS);
}

/* What a format of the workbook's own shows: letters in quotation marks, brackets or behind a backslash are text. */
static BbXlsxFormat
classify (const char *code)
{
  gboolean quoted = FALSE;
  gboolean in_brackets = FALSE;
  gboolean has_date = FALSE;
  gboolean has_percent = FALSE;

  for (const char *p = code; *p != '\0'; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (!quoted && (*p == '[' || *p == ']'))
        in_brackets = *p == '[';
      else if (quoted || in_brackets)
        continue;
      else if (*p == '\\' && p[1] != '\0')
        p++;
      else
        {
          has_date = has_date || strchr ("ydYD", *p) != NULL;
          has_percent = has_percent || *p == '%';
        }
    }
  if (g_ascii_strcasecmp (code, "general") == 0)
    return BB_XLSX_PLAIN;
  if (has_percent || has_date)
    return has_percent ? BB_XLSX_PERCENT : BB_XLSX_DATE;
  return count_scale (code) > 0 ? (BbXlsxFormat) (BB_XLSX_SCALED + count_scale (code)) : BB_XLSX_PLAIN;
}

static BbXlsxFormat
find_format (const Reader *reader,
             guint         id)
{
  guint own = GPOINTER_TO_UINT (g_hash_table_lookup (reader->codes, GUINT_TO_POINTER (id)));

  if (own > 0)
    return (BbXlsxFormat) (own - 1);
  if (id >= FIRST_CUSTOM)
    return BB_XLSX_PLAIN;
  return id == 9 || id == 10 ? BB_XLSX_PERCENT : is_date_id (id) ? BB_XLSX_DATE : BB_XLSX_PLAIN;
}

static void
start_cb (const BbXmlElement *element,
          gpointer            data)
{
  Reader *reader = data;

  if (element->space != BB_XML_SHEET)
    return;
  if (g_str_equal (element->name, "numFmt"))
    {
      guint id = bb_xml_attribute_uint (element, "numFmtId", G_MAXUINT16, 0);
      const char *code = bb_xml_attribute (element, "formatCode");

      g_hash_table_insert (reader->codes, GUINT_TO_POINTER (id), GUINT_TO_POINTER (classify (code != NULL ? code : "") + 1));
    }
  else if (g_str_equal (element->name, "cellXfs"))
    reader->in_cells = TRUE;
  else if (reader->in_cells && g_str_equal (element->name, "xf"))
    {
      BbXlsxFormat format = find_format (reader, bb_xml_attribute_uint (element, "numFmtId", G_MAXUINT16, 0));

      g_array_append_val (reader->formats, format);
    }
}

static void
end_cb (const BbXmlElement *element,
        gpointer            data)
{
  Reader *reader = data;

  if (element->space == BB_XML_SHEET && g_str_equal (element->name, "cellXfs"))
    reader->in_cells = FALSE;
}

BbXlsxFormats *
bb_xlsx_formats_read (GBytes *styles)
{
  static const BbXmlHandler handler = { start_cb, end_cb, NULL };
  g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);
  Reader reader = { .codes = codes, .formats = g_array_new (FALSE, FALSE, sizeof (BbXlsxFormat)) };

  if (styles != NULL)
    bb_xml_parse (styles, &handler, &reader, NULL, NULL, NULL);
  return reader.formats;
}

BbXlsxFormat
bb_xlsx_formats_get (const BbXlsxFormats *formats,
                     guint                style)
{
  return style < formats->len ? g_array_index (formats, BbXlsxFormat, style) : BB_XLSX_PLAIN;
}

/* ---- numbers ---- */

/* The shortest writing with so many digits that means the same, without exponent. */
static char *
write_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  int places = 0;

  if (number == 0)
    return g_strdup ("0");
  places = DIGITS - 1 - (int) floor (log10 (fabs (number)));
  for (int i = 0; i < CLAMP (places, 0, DIGITS); i++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%df", i);

      g_ascii_formatd (text, sizeof text, format, number);
      if (fabs (g_ascii_strtod (text, NULL) - number) <= fabs (number) * 1e-15)
        return g_strdup (text);
    }
  g_ascii_formatd (text, sizeof text, "%.15g", number);
  return g_strdup (text);
}

/*
 * Days from the end of 1899; Excel believes in a 29 February 1900, and counts 60 days more from 1 March on. A count that got the
 * format of a date by mistake is shown as a day of 1900: that is what people see, and 0 is a day before the first.
 */
static char *
write_date (double   days,
            gboolean is_1904)
{
  int before = !is_1904 && days < 60 ? 1 : 0;
  g_autoptr (GDateTime) epoch = g_date_time_new_utc (is_1904 ? 1904 : 1899, is_1904 ? 1 : 12, is_1904 ? 1 : 30, 0, 0, 0);
  g_autoptr (GDateTime) date = g_date_time_add_days (epoch, (int) days + before);

  if (!is_1904 && ((int) days == 0 || (int) days == 60))
    return g_strdup (days < 1 ? "1900年1月0日" : "1900年2月29日");
  return date != NULL ? g_strdup_printf ("%d年%d月%d日", g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date))
                      : write_number (days);
}

char *
bb_xlsx_number_text (const char   *value,
                     BbXlsxFormat  format,
                     gboolean      is_1904)
{
  char *end;
  double number = g_ascii_strtod (value, &end);

  if (end == value || *end != '\0' || !isfinite (number) || fabs (number) >= LARGEST)
    return g_strdup (value);
  if (format == BB_XLSX_DATE && number >= 0 && number < 1e6)
    return write_date (number, is_1904);
  if (format == BB_XLSX_PERCENT)
    {
      g_autofree char *hundredths = write_number (number * 100);

      return g_strconcat (hundredths, "%", NULL);
    }
  if (format > BB_XLSX_SCALED)
    return write_number (number / pow (10, format - BB_XLSX_SCALED));
  return write_number (number);
}
