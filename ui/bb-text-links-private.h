/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bb-text-links.h"

G_BEGIN_DECLS

struct _BbTextLinks
{
  GObject parent_instance;

  GtkTextView *view; /* a weak pointer */
  GtkTextBuffer *buffer;
  BbReport *report;
  BbField *field;

  GtkTextTag *broken_tag; /* the chips are drawn by the view */
  GSimpleActionGroup *actions;
  GtkWidget *popover;

  int pointed; /* where the link begins that the actions are about, -1 for none */
  int caret;
  gboolean moving; /* a mark is being put beside a link */

  /* What the chooser replaces */
  int chosen_start;
  int chosen_length;
};

/* bb-text-links.c: which link is meant; all are (transfer none) (nullable) and valid until the next edit. */

/* The link that begins at @start; an action about one that is gone does nothing. */
const BbLink *bb_text_links_find_start (BbTextLinks *self, int start);
/* The link with the character behind @offset. */
const BbLink *bb_text_links_find_over (BbTextLinks *self, int offset);
/* The link before or behind the caret; with a selection, the one that is all of it. */
const BbLink *bb_text_links_find_at_caret (BbTextLinks *self);
/* Whether the report has what the buffer shows; in the middle of a user's action it has not, and links stand elsewhere. */
gboolean bb_text_links_is_settled (BbTextLinks *self);
/* Whether it no longer follows: its cell holds no number. */
gboolean bb_text_links_is_broken (BbTextLinks *self, const BbLink *link);
int bb_text_links_end_of (const BbLink *link);
const char *bb_text_links_name (BbTextLinks *self, const BbLink *link);
/* What the cell of @link holds; with _description, with its name. (transfer full) */
char *bb_text_links_dup_state (BbTextLinks *self, const BbLink *link);
char *bb_text_links_dup_description (BbTextLinks *self, const BbLink *link);

/* bb-text-links-caret.c: the caret jumps over links. */
void bb_text_links_guard_caret (BbTextLinks *self);
/* Says what the caret touches to those who don't see it, and lets the menu of the keyboard be about it. */
void bb_text_links_describe_caret (BbTextLinks *self);

/* bb-text-links-actions.c: what can be done with a link. */
void bb_text_links_add_actions (BbTextLinks *self);
void bb_text_links_drop_actions (BbTextLinks *self);
/* Lets the actions be about @link. */
void bb_text_links_point_at (BbTextLinks *self, const BbLink *link);

G_END_DECLS
