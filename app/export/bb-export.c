/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-export.h>

#include "export/bb-data-writer.h"
#include "export/bb-html-writer.h"
#include "export/bb-page.h"
#include "export/bb-text-writer.h"
#include "export/bb-writers.h"
#include "export/bb-xlsx-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * A format has one writer: of the printed page as text or as bytes (which may not be in this program), of the page to the name of
 * a file (libxlsxwriter knows nothing else), or of the figures themselves into memory.
 */
typedef struct
{
  const char *suffix;
  const char *label;
  void (*write_text) (const BbPage *page, GString *out);
  const BbPageWriter *write_bytes;
  gboolean (*write_file) (const BbPage *page, const char *path, GError **error);
  void (*write_data) (BbReport *report, GString *out);
} Format;

/* *INDENT-OFF* */
static const Format formats[BB_N_EXPORT_FORMATS] = {
  [BB_EXPORT_TEXT] = { ".txt",  N_("Plain text"),                       .write_text = bb_text_write },
  [BB_EXPORT_HTML] = { ".html", N_("Web page (opens in Word and WPS)"), .write_text = bb_html_write },
  [BB_EXPORT_DOCX] = { ".docx", N_("Word document"),                    .write_bytes = &bb_writers.docx },
  [BB_EXPORT_PDF]  = { ".pdf",  N_("PDF, as printed"),                  .write_bytes = &bb_writers.pdf },
  [BB_EXPORT_XLSX] = { ".xlsx", N_("Excel workbook"),                   .write_file = bb_xlsx_write },
  [BB_EXPORT_CSV]  = { ".csv",  N_("Figures as a list (CSV)"),          .write_data = bb_csv_write },
  [BB_EXPORT_JSON] = { ".json", N_("Figures as data (JSON)"),           .write_data = bb_json_write },
};
/* *INDENT-ON* */

typedef struct
{
  const Format *format;
  const BbPage *page;
} FileJob;

static gboolean
write_file_cb (const char *temporary, gpointer user_data, GError **error)
{
  const FileJob *job = user_data;

  return job->format->write_file (job->page, temporary, error);
}

const char *
bb_export_suffix (BbExportFormat format)
{
  g_return_val_if_fail (format < BB_N_EXPORT_FORMATS, NULL);

  return formats[format].suffix;
}

const char *
bb_export_label (BbExportFormat format)
{
  g_return_val_if_fail (format < BB_N_EXPORT_FORMATS, NULL);

  return _(formats[format].label);
}

int
bb_export_format_for_name (const char *name)
{
  const char *dot;

  g_return_val_if_fail (name != NULL, -1);

  dot = strrchr (name, '.');
  for (int i = 0; dot != NULL && i < BB_N_EXPORT_FORMATS; i++)
    {
      if (g_ascii_strcasecmp (dot, formats[i].suffix) == 0)
        return i;
    }

  return -1;
}

gboolean
bb_export_is_here (BbExportFormat format)
{
  g_return_val_if_fail (format < BB_N_EXPORT_FORMATS, FALSE);

  return formats[format].write_bytes == NULL || *formats[format].write_bytes != NULL;
}

GBytes *
bb_export_bytes (BbReport *report, BbExportFormat format, GError **error)
{
  GString *out;

  g_return_val_if_fail (BB_IS_REPORT (report), NULL);
  g_return_val_if_fail (format < BB_N_EXPORT_FORMATS, NULL);

  if (formats[format].write_file != NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _("The format “%s” can only be written to a file."), bb_export_label (format));
      return NULL;
    }

  if (formats[format].write_bytes != NULL)
    {
      g_autoptr (BbPage) page = NULL;

      g_return_val_if_fail (bb_export_is_here (format), NULL);
      page = bb_page_new (report);
      return (*formats[format].write_bytes) (page, error);
    }

  out = g_string_new (NULL);
  if (formats[format].write_data != NULL)
    formats[format].write_data (report, out);
  else
    {
      g_autoptr (BbPage) page = bb_page_new (report);

      formats[format].write_text (page, out);
    }

  return g_string_free_to_bytes (out);
}

BbReport *
bb_export_blank_report (BbReport *report)
{
  BbReport *blank;

  g_return_val_if_fail (BB_IS_REPORT (report), NULL);

  blank = bb_report_new (bb_report_get_form (report));
  bb_report_set_year (blank, bb_report_get_year (report), FALSE);
  bb_report_forget_history (blank);
  return blank;
}

char *
bb_export_fragment (BbReport *report)
{
  g_autoptr (BbPage) page = NULL;
  GString *out;

  g_return_val_if_fail (BB_IS_REPORT (report), NULL);

  page = bb_page_new (report);
  out = g_string_new (NULL);
  bb_html_write_fragment (page, out);

  return g_string_free (out, FALSE);
}

gboolean
bb_export_file (BbReport *report, BbExportFormat format, const char *path, BbSaveFlags flags, GError **error)
{
  g_return_val_if_fail (BB_IS_REPORT (report), FALSE);
  g_return_val_if_fail (format < BB_N_EXPORT_FORMATS, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (formats[format].write_file != NULL)
    {
      g_autoptr (BbPage) page = bb_page_new (report);
      FileJob job = { &formats[format], page };

      return bb_save_with (path, write_file_cb, &job, flags, error);
    }

  g_autoptr (GBytes) bytes = bb_export_bytes (report, format, error);

  return bytes != NULL && bb_save_bytes (path, bytes, flags, error);
}
