/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BB_TYPE_PAGE (bb_page_get_type ())
/**
 * BbPage: what shows one section of a report; page 0 is the page Report. Made when it is first shown.
 * Properties, both construct-only: `session`, `section` (uint).
 */
G_DECLARE_DERIVABLE_TYPE (BbPage, bb_page, BB, PAGE, AdwBin)

/**
 * BbPageClass:
 * @reveal: focuses the widget of @field, which belongs to the page; %NULL for the page's own main widget
 * @mark: shows the two sides of @issue in the page; %NULL to show none. Optional.
 * @commit: takes over what is typed but counts only when complete (a year). Optional.
 */
struct _BbPageClass
{
  AdwBinClass parent_class;

  void (*reveal) (BbPage *self, BbField *field);
  void (*mark) (BbPage *self, BbIssue *issue);
  void (*commit) (BbPage *self);
};

BbSession *bb_page_get_session (BbPage *self);
BbReport *bb_page_get_report (BbPage *self);
guint bb_page_get_section (BbPage *self);
/** bb_page_get_section_info: the form's description of the section. */
const BbSection *bb_page_get_section_info (BbPage *self);

void bb_page_reveal (BbPage *self, BbField *field);
void bb_page_mark (BbPage *self, BbIssue *issue);
void bb_page_commit (BbPage *self);

G_END_DECLS
