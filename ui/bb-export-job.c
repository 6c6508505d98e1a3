/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-export-job.h"

#include <glib/gstdio.h>

BbExportJob *
bb_export_job_new (BbReport *report, BbExportFormat format, char *path)
{
  BbExportJob *job = g_new0 (BbExportJob, 1);

  job->report = g_object_ref (report);
  job->format = format;
  job->path = path;
  return job;
}

BbExportJob *
bb_export_job_new_chart (const BbChart *chart, char *path)
{
  BbExportJob *job = g_new0 (BbExportJob, 1);

  job->chart = chart;
  job->path = path;
  return job;
}

void
bb_export_job_free (BbExportJob *job)
{
  if (job == NULL)
    return;
  g_free (job->path);
  g_clear_error (&job->error);
  g_clear_object (&job->report);
  g_free (job);
}

gboolean
bb_export_job_run (BbExportJob *job)
{
  BbSaveFlags flags = job->replace ? BB_SAVE_DEFAULT : BB_SAVE_NO_CLOBBER;
  gboolean written;
  GStatBuf status;

  g_clear_error (&job->error);
  if (job->chart != NULL)
    written = bb_chart_save (job->chart, job->path, flags, &job->error);
  else
    written = bb_export_file (job->report, job->format, job->path, flags, &job->error);
  if (written && g_stat (job->path, &status) == 0)
    job->size = status.st_size;
  return written;
}

char *
bb_export_job_dup_name (const BbExportJob *job)
{
  return g_filename_display_basename (job->path);
}
