/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/**
 * BbSectionState: how far a section is.
 * @icon: name of the icon that says it
 * @style: (nullable): CSS class of the icon, never the only sign
 * @text: says it in words ("2 errors")
 */
typedef struct
{
  const char *icon;
  const char *style;
  char *text;
} BbSectionState;

void bb_section_state_clear (BbSectionState *state);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BbSectionState, bb_section_state_clear)

/** bb_section_state_get: the state of section @section; section 0 is the page Report: metadata and introduction. */
void bb_section_state_get (BbReport *report, BbChecker *checker, guint section, BbSectionState *state);

/** bb_section_dup_title: Returns: (transfer full): "一、总体情况"; "Report" for section 0. */
char *bb_section_dup_title (BbReport *report, guint section);

/** bb_section_of_field: Returns: the section on whose page @field is edited. */
guint bb_section_of_field (BbReport *report, BbField *field);

/** bb_severity_icon: name of the icon of @severity. */
const char *bb_severity_icon (BbSeverity severity);
/** bb_severity_style: CSS class of @severity. */
const char *bb_severity_style (BbSeverity severity);
/** bb_severity_label: translated: "Errors", "Warnings", "Hints". */
const char *bb_severity_label (BbSeverity severity);

/** bb_severity_dup_count: Returns: (transfer full): "2 errors". */
char *bb_severity_dup_count (BbSeverity severity, guint count);
/**
 * bb_issue_counts_dup_text: @notes: how many notes of reading are open. Returns: (transfer full): "2 errors, 1 hint, 3 accepted,
 * 46 notes"; what there is none of is left out, "Nothing to report" for none at all.
 */
char *bb_issue_counts_dup_text (BbChecker *checker, guint notes);

G_END_DECLS
