/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bianbao/bb-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Metadata that people read, as the page Report shows them. */
static const BbMeta metas[] = { BB_META_TITLE, BB_META_ORGANISATION, BB_META_YEAR, BB_META_CONTACT, BB_META_DATE };

/* What is looked for, ready to be compared. */
typedef struct
{
  gunichar *wanted;
  glong length;
  BbSearchFlags flags;
  GArray *found;
} Search;

static void
clear_found (gpointer data)
{
  g_object_unref (((BbFound *) data)->field);
}

static const BbFound *
get_found (GArray *found, guint index)
{
  return &g_array_index (found, BbFound, index);
}

/* ---- looking ---- */

/* One character stays one, so that places in the folded text are places in the text. */
static gunichar
fold (gunichar c, BbSearchFlags flags)
{
  if (c >= 0xff01 && c <= 0xff5e)
    c -= 0xfee0;
  else if (c == 0x3000)
    c = ' ';
  return (flags & BB_SEARCH_MATCH_CASE) != 0 ? c : g_unichar_tolower (c);
}

static gunichar *
fold_text (const char *text, BbSearchFlags flags, glong *length)
{
  gunichar *characters = g_utf8_to_ucs4_fast (text, -1, length);

  for (glong i = 0; i < *length; i++)
    characters[i] = fold (characters[i], flags);
  return characters;
}

static gboolean
is_digit_at (const gunichar *text, glong length, glong at)
{
  return at >= 0 && at < length && text[at] >= '0' && text[at] <= '9';
}

/* Whether a number goes on at @at in the direction of @step: with a digit, or with one behind a point. Commas stand between
 * numbers more often than in them. */
static gboolean
number_goes_on (const gunichar *text, glong length, glong at, int step)
{
  if (is_digit_at (text, length, at))
    return TRUE;
  return at >= 0 && at < length && text[at] == '.' && is_digit_at (text, length, at - step)
         && is_digit_at (text, length, at + step);
}

static void
find_in_field (Search *search, BbField *field)
{
  glong length;
  g_autofree gunichar *text = fold_text (bb_field_get_text (field), search->flags, &length);

  for (glong i = 0; i + search->length <= length; i++)
    {
      BbFound found = { field, (guint) i, (guint) search->length };

      if (memcmp (text + i, search->wanted, (gsize) search->length * sizeof (gunichar)) != 0)
        continue;
      if ((search->flags & BB_SEARCH_WHOLE_NUMBERS) != 0
          && (number_goes_on (text, length, i - 1, -1) || number_goes_on (text, length, i + search->length, 1)))
        continue;
      g_object_ref (field);
      g_array_append_val (search->found, found);
      i += search->length - 1;
    }
}

static void
find_in_report (Search *search, BbReport *report)
{
  const BbForm *form = bb_report_get_form (report);

  for (guint i = 0; i < G_N_ELEMENTS (metas); i++)
    find_in_field (search, bb_report_get_meta (report, metas[i]));
  for (guint i = 0; i < form->n_sections; i++)
    {
      int table = form->sections[i].table;

      find_in_field (search, bb_report_get_section (report, i));
      for (guint c = 0; table >= 0 && c < form->tables[table].n_cells; c++)
        find_in_field (search, bb_report_get_cell (report, form->tables[table].first_cell + c));
    }
}

GArray *
bb_search_find (BbReport *report, const char *text, BbSearchFlags flags)
{
  Search search = { .flags = flags };

  g_return_val_if_fail (BB_IS_REPORT (report), NULL);
  search.found = g_array_new (FALSE, FALSE, sizeof (BbFound));
  g_array_set_clear_func (search.found, clear_found);
  search.wanted = fold_text (text, flags, &search.length);
  if (search.length > 0)
    find_in_report (&search, report);
  g_free (search.wanted);
  return search.found;
}

/* Where @field comes in the order of the pages. */
static guint
place_of (BbReport *report, BbField *field)
{
  const BbForm *form = bb_report_get_form (report);
  const BbCell *cell = bb_field_get_cell (field);
  int section = bb_field_get_section (field);
  guint step = form->n_cells + 1;
  guint i = 0;

  /* A cell of another edition has no place. */
  if (cell != NULL && cell->index >= form->n_cells)
    return 0;
  if (cell != NULL)
    return BB_N_META + bb_form_cell_section (form, cell->index)->index * step + 1 + cell->index;
  if (section >= 0)
    return BB_N_META + (guint) section * step;
  while (i < G_N_ELEMENTS (metas) && bb_report_get_meta (report, metas[i]) != field)
    i++;
  return i;
}

int
bb_search_find_from (BbReport *report, GArray *found, BbField *field, guint start)
{
  guint place = place_of (report, field);

  for (guint i = 0; i < found->len; i++)
    {
      guint other = place_of (report, get_found (found, i)->field);

      if (other > place || (other == place && get_found (found, i)->start >= start))
        return (int) i;
    }
  return found->len > 0 ? 0 : -1;
}

/* ---- replacing ---- */

static gboolean
touches_link (const BbFound *found)
{
  guint n_links;
  const BbLink *links = bb_field_get_links (found->field, &n_links);

  for (guint i = 0; i < n_links; i++)
    if (found->start < links[i].start + links[i].length && links[i].start < found->start + found->length)
      return TRUE;
  return FALSE;
}

gboolean
bb_search_can_replace (BbReport *report, const BbFound *found)
{
  if (found->field == bb_report_get_meta (report, BB_META_YEAR) || touches_link (found))
    return FALSE;
  return !bb_field_is_derived (found->field) || bb_field_get_origin (found->field) != BB_ORIGIN_DERIVED;
}

static void
put_text (BbReport *report, const BbFound *found, const char *text)
{
  const char *old = bb_field_get_text (found->field);
  const char *start = g_utf8_offset_to_pointer (old, (glong) found->start);
  const char *end = g_utf8_offset_to_pointer (start, (glong) found->length);
  g_autofree char *before = g_strndup (old, (gsize) (start - old));
  g_autofree char *new = g_strconcat (before, text, end, NULL);

  bb_report_edit (report, found->field, new, BB_ORIGIN_TYPED);
}

gboolean
bb_search_replace (BbReport *report, const BbFound *found, const char *text)
{
  g_return_val_if_fail (BB_IS_REPORT (report), FALSE);
  if (!bb_search_can_replace (report, found))
    return FALSE;
  bb_report_begin_group (report, _("Replace"));
  put_text (report, found, text);
  bb_report_end_group (report);
  return TRUE;
}

/* From the last to the first, so that the others stay where they are; each by itself, so that linked figures between two
 * places stay linked. Linked figures of cells that change follow when the group is over. */
guint
bb_search_replace_all (BbReport *report, GArray *found, const char *text, guint *left_out)
{
  guint replaced = 0;

  g_return_val_if_fail (BB_IS_REPORT (report), 0);
  bb_report_begin_group (report, _("Replace All"));
  for (guint i = found->len; i-- > 0;)
    if (bb_search_can_replace (report, get_found (found, i)))
      {
        put_text (report, get_found (found, i), text);
        replaced++;
      }
  bb_report_end_group (report);
  *left_out = found->len - replaced;
  return replaced;
}
