/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/**
 * BbExportJob: one file to be written.
 * @path: where
 * @replace: somebody agreed that what is there goes; else nothing is ever overwritten
 * @error: (nullable): why it could not be written
 * @size: of what was written, in bytes
 */
typedef struct
{
  char *path;
  gboolean replace;
  GError *error;
  goffset size;
  /* Either a report in a format, or a chart. */
  BbReport *report;
  BbExportFormat format;
  const BbChart *chart;
} BbExportJob;

/** bb_export_job_new: @path: (transfer full). Returns: (transfer full) */
BbExportJob *bb_export_job_new (BbReport *report, BbExportFormat format, char *path);
/** bb_export_job_new_chart: @chart must live as long as the job; @path: (transfer full). Returns: (transfer full) */
BbExportJob *bb_export_job_new_chart (const BbChart *chart, char *path);
void bb_export_job_free (BbExportJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BbExportJob, bb_export_job_free)

/** bb_export_job_run: writes the file; on failure @error is set. Returns: whether it was written. */
gboolean bb_export_job_run (BbExportJob *job);

/** bb_export_job_dup_name: Returns: (transfer full): the name of the file, for people. */
char *bb_export_job_dup_name (const BbExportJob *job);

G_END_DECLS
