/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/bb-links.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const BbLink *
get_link (const GArray *links, guint index)
{
  return &g_array_index (links, BbLink, index);
}

static void
link_clear (gpointer data)
{
  BbLink *link = data;

  g_free (link->cell);
}

GArray *
bb_links_new (void)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (BbLink));

  g_array_set_clear_func (links, link_clear);
  return links;
}

void
bb_links_add (GArray *links, guint start, guint length, const char *cell)
{
  BbLink link = { start, length, g_strdup (cell) };

  g_array_append_val (links, link);
}

GArray *
bb_links_copy (const GArray *links)
{
  GArray *copy;

  if (links == NULL || links->len == 0)
    return NULL;
  copy = bb_links_new ();
  for (guint i = 0; i < links->len; i++)
    bb_links_add (copy, get_link (links, i)->start, get_link (links, i)->length, get_link (links, i)->cell);
  return copy;
}

gboolean
bb_links_equal (const GArray *a, const GArray *b)
{
  guint n = a != NULL ? a->len : 0;

  if (n != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (get_link (a, i)->start != get_link (b, i)->start || get_link (a, i)->length != get_link (b, i)->length ||
        !g_str_equal (get_link (a, i)->cell, get_link (b, i)->cell))
      return FALSE;
  return TRUE;
}

gboolean
bb_links_are_sound (const GArray *links, const char *text)
{
  guint64 length = g_utf8_strlen (text, -1);
  guint64 end = 0;

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const BbLink *link = get_link (links, i);

      if (link->length == 0 || link->start < end || (guint64) link->start + link->length > length)
        return FALSE;
      end = (guint64) link->start + link->length;
    }
  return TRUE;
}

/* ---- an edited text ---- */

/* What differs between two texts, in characters: [@start, @end_before) became [@start, @end_after). */
typedef struct
{
  guint start;
  guint end_before;
  guint end_after;
} Difference;

static guint
common_start (const char *a, const char *b)
{
  guint n = 0;

  for (; *a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b); n++)
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
  return n;
}

static guint
common_end (const char *a, const char *b)
{
  const char *end_a = a + strlen (a);
  const char *end_b = b + strlen (b);
  guint n = 0;

  while (end_a > a && end_b > b)
    {
      end_a = g_utf8_prev_char (end_a);
      end_b = g_utf8_prev_char (end_b);
      if (g_utf8_get_char (end_a) != g_utf8_get_char (end_b))
        break;
      n++;
    }
  return n;
}

static guint
count_kept (const GArray *links, const Difference *difference)
{
  guint n = 0;

  for (guint i = 0; i < links->len; i++)
    n += get_link (links, i)->start + get_link (links, i)->length <= difference->start || get_link (links, i)->start >= difference->end_before;
  return n;
}

/*
 * A 1 typed in front of 12 makes 112, and the texts do not tell which 1 is the new one: of the two readings, that the change
 * stands as late or as early as it can, the one that leaves more links whole.
 */
static Difference
find_difference (const GArray *links, const char *before, const char *after)
{
  guint length_before = g_utf8_strlen (before, -1);
  guint length_after = g_utf8_strlen (after, -1);
  guint shorter = MIN (length_before, length_after);
  guint start = common_start (before, after);
  guint end = common_end (before, after);
  guint late_end = MIN (end, shorter - start);
  guint early_start = MIN (start, shorter - end);
  Difference late = { start, length_before - late_end, length_after - late_end };
  Difference early = { early_start, length_before - end, length_after - end };

  return count_kept (links, &early) > count_kept (links, &late) ? early : late;
}

GArray *
bb_links_adapt (const GArray *links, const char *before, const char *after)
{
  g_autoptr (GArray) adapted = NULL;
  Difference difference;

  if (links == NULL || links->len == 0)
    return NULL;
  adapted = bb_links_new ();
  difference = find_difference (links, before, after);
  for (guint i = 0; i < links->len; i++)
    {
      const BbLink *link = get_link (links, i);

      if (link->start + link->length <= difference.start)
        bb_links_add (adapted, link->start, link->length, link->cell);
      else if (link->start >= difference.end_before)
        bb_links_add (adapted, link->start - difference.end_before + difference.end_after, link->length, link->cell);
    }
  return adapted->len > 0 ? g_steal_pointer (&adapted) : NULL;
}

/* ---- a changed cell ---- */

/* Returns: (nullable): what a link to @cell shows; a cell that holds no number shows nothing new. */
static char *
figure_of (BbField *cell)
{
  BbDecimal value;

  return bb_field_get_value (cell, &value) ? bb_decimal_to_string (value) : NULL;
}

/* The new text of the link, or what stands there when its cell did not change in this step. */
static char *
next_text (BbReport *report, BbField *section, const BbLink *link)
{
  const char *text = bb_field_get_text (section);
  BbField *cell = bb_report_find_field (report, link->cell);
  g_autofree char *figure = cell != NULL && bb_history_find (report->history, cell) != NULL ? figure_of (cell) : NULL;

  return figure != NULL ? g_steal_pointer (&figure) : g_utf8_substring (text, link->start, link->start + link->length);
}

static void
follow_in (BbReport *report, BbField *section)
{
  const BbContent *content = &bb_field_get_stored (section)->content;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) links = bb_links_new ();
  BbContent next = *content;
  guint done = 0;
  guint length = 0;

  for (guint i = 0; i < content->links->len; i++)
    {
      const BbLink *link = get_link (content->links, i);
      g_autofree char *between = g_utf8_substring (content->text, done, link->start);
      g_autofree char *figure = next_text (report, section, link);

      g_string_append (text, between);
      length += link->start - done;
      done = link->start + link->length;
      /* The edition changed, and the new one has no such cell: the figure stays as a word. */
      if (bb_form_find_cell (report->edition->form, link->cell) >= 0)
        bb_links_add (links, length, g_utf8_strlen (figure, -1), link->cell);
      g_string_append (text, figure);
      length += g_utf8_strlen (figure, -1);
    }
  g_string_append (text, g_utf8_offset_to_pointer (content->text, done));
  if (text->len > BB_TEXT_LIMIT)
    return;
  next.text = text->str;
  next.links = links;
  bb_report_put (report, section, &next, FALSE);
}

void
bb_links_follow (BbReport *report)
{
  for (guint i = 0; i < report->sections->len; i++)
    {
      BbField *section = g_ptr_array_index (report->sections, i);

      if (bb_field_get_stored (section)->content.links != NULL)
        follow_in (report, section);
    }
}

/* ---- the door ---- */

static gboolean
is_own_section (BbReport *report, BbField *section)
{
  int index = bb_field_get_section (section);

  return index >= 0 && (guint) index < report->sections->len && g_ptr_array_index (report->sections, index) == section;
}

/* The links of @text, which has @inserted characters instead of those of [@start, @end), and the new one among them. */
static GArray *
links_with (const BbContent *content, guint start, guint end, guint inserted, const char *cell)
{
  GArray *links = bb_links_new ();
  gboolean is_in = FALSE;

  for (guint i = 0; content->links != NULL && i < content->links->len; i++)
    {
      const BbLink *link = get_link (content->links, i);

      if (link->start >= end && !is_in)
        {
          bb_links_add (links, start, inserted, cell);
          is_in = TRUE;
        }
      if (link->start >= end)
        bb_links_add (links, link->start - end + start + inserted, link->length, link->cell);
      else if (link->start + link->length <= start)
        bb_links_add (links, link->start, link->length, link->cell);
    }
  if (!is_in)
    bb_links_add (links, start, inserted, cell);
  return links;
}

gboolean
bb_report_insert_link (BbReport *self, BbField *section, guint start, guint length, guint cell)
{
  const BbContent *content;
  g_autofree char *figure = NULL;
  g_autofree char *before = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GArray) links = NULL;
  BbContent next = { .origin = BB_ORIGIN_TYPED };
  BbField *source;
  gsize characters;

  g_return_val_if_fail (BB_IS_REPORT (self), FALSE);
  g_return_val_if_fail (BB_IS_FIELD (section) && is_own_section (self, section), FALSE);
  g_return_val_if_fail (cell < self->edition->form->n_cells, FALSE);

  content = &bb_field_get_stored (section)->content;
  characters = g_utf8_strlen (content->text, -1);
  g_return_val_if_fail (start <= characters && length <= characters - start, FALSE);
  source = self->edition->cells[cell];
  figure = figure_of (source);
  if (figure == NULL || self->read_only)
    return FALSE;
  before = g_utf8_substring (content->text, 0, start);
  text = g_strconcat (before, figure, g_utf8_offset_to_pointer (content->text, start + length), NULL);
  if (strlen (text) > BB_TEXT_LIMIT)
    return FALSE;
  links = links_with (content, start, start + length, g_utf8_strlen (figure, -1), bb_field_get_id (source));
  next.text = text;
  next.links = links;
  bb_report_begin (self, _("Insert a figure"));
  bb_report_put (self, section, &next, TRUE);
  bb_report_end (self);
  return TRUE;
}

gboolean
bb_report_remove_link (BbReport *self, BbField *section, guint start)
{
  const BbContent *content;
  g_autoptr (GArray) links = NULL;
  BbContent next;
  guint n = 0;

  g_return_val_if_fail (BB_IS_REPORT (self), FALSE);
  g_return_val_if_fail (BB_IS_FIELD (section) && is_own_section (self, section), FALSE);

  content = &bb_field_get_stored (section)->content;
  links = bb_links_new ();
  for (guint i = 0; content->links != NULL && i < content->links->len; i++)
    {
      const BbLink *link = get_link (content->links, i);

      if (start >= link->start && start < link->start + link->length)
        n++;
      else
        bb_links_add (links, link->start, link->length, link->cell);
    }
  if (n == 0 || self->read_only)
    return FALSE;
  next = *content;
  next.links = links;
  bb_report_begin (self, _("Turn a figure into plain text"));
  bb_report_put (self, section, &next, TRUE);
  bb_report_end (self);
  return TRUE;
}

gboolean
bb_report_set_remark (BbReport *self, BbField *field, const char *remark)
{
  const BbChange *change;
  BbContent next;
  gboolean changed;

  g_return_val_if_fail (BB_IS_REPORT (self), FALSE);
  g_return_val_if_fail (BB_IS_FIELD (field), FALSE);
  g_return_val_if_fail (remark != NULL && g_utf8_validate (remark, -1, NULL), FALSE);

  if (strlen (remark) > BB_TEXT_LIMIT)
    return FALSE;
  next = bb_field_get_stored (field)->content;
  next.remark = (char *) remark;
  bb_report_begin (self, _("Note to a cell"));
  /* Whether a total follows its parts is not touched by it. */
  change = bb_history_find (self->history, field);
  changed = bb_report_put (self, field, &next, change != NULL && change->explicit);
  bb_report_end (self);
  return changed;
}
