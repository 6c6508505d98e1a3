/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/bb-headings.h"

#include "import/bb-heading-notes.h"
#include "import/bb-heading-text.h"

#include <bianbao/bb-text.h>
#include <string.h>

/* Fewer headings in a row are no table of contents. */
#define FEWEST_CONTENTS 3

/* So many sections numbered 一、 make it the style of the document. */
#define FEWEST_STYLED 3

/* A heading is a phrase. */
#define LONGEST_WRONG 40

/*
 * How surely a line is the heading. What is weak is taken only where it stands between its neighbours.
 */
typedef enum
{
  QUALITY_NONE,
  QUALITY_LISTED,       /* with a page number */
  QUALITY_ALIAS,        /* another title, without number */
  QUALITY_OTHER_STYLE,  /* （二） or 2. */
  QUALITY_WEAK = QUALITY_OTHER_STYLE,
  QUALITY_TITLE,        /* the official title, without number */
  QUALITY_OTHER_NUMBER, /* 一、 style, but another number */
  QUALITY_NUMBER_ALIAS, /* its number, another title */
  QUALITY_EXACT
} Quality;

typedef struct
{
  guint line;
  BbHeadingText text;
  Quality quality;
} Candidate;

/* @chosen: for each section the index of its heading in @candidates, or -1. */
typedef struct
{
  BbMatch *match;
  guint first;
  GArray *candidates;
  int *chosen;
} Search;

static Candidate *
get_candidate (const Search *search,
               guint         index)
{
  return &g_array_index (search->candidates, Candidate, index);
}

static Quality
rate (const BbForm        *form,
      const BbHeadingText *text)
{
  int number = bb_heading_section_number (&form->sections[text->section]);

  if (text->is_listed)
    return QUALITY_LISTED;
  switch (text->style)
    {
    case BB_NUMBERED_NONE:
      return text->is_official ? QUALITY_TITLE : QUALITY_ALIAS;
    case BB_NUMBERED_CHINESE:
      if (text->number != number)
        return QUALITY_OTHER_NUMBER;
      return text->is_official ? QUALITY_EXACT : QUALITY_NUMBER_ALIAS;
    case BB_NUMBERED_BRACKETS:
    case BB_NUMBERED_OTHER:
    default:
      return QUALITY_OTHER_STYLE;
    }
}

static void
find_candidates (Search *search)
{
  BbMatch *match = search->match;
  g_autoptr (GArray) titles = bb_heading_titles_new (match->form);

  for (guint i = search->first; i < match->lines->len; i++)
    {
      BbMatchLine *line = bb_match_get_line (match, i);
      Candidate candidate = { .line = i };

      /* A heading is no row; with a second place behind it there is a page number or text that runs on. */
      if (line->use != BB_LINE_FREE || line->n_filled == 0 || line->n_filled > 2 ||
          !bb_heading_text_read (titles, line->text, &candidate.text))
        continue;
      candidate.quality = rate (match->form, &candidate.text);
      g_array_append_val (search->candidates, candidate);
    }
}

/* ---- a table of contents ---- */

static gboolean
is_contents_title (const BbMatchLine *line)
{
  g_autofree char *folded = line->n_filled == 1 && strlen (line->text) < LONGEST_WRONG ? bb_text_fold_label (line->text) : NULL;

  return folded != NULL && (g_str_equal (folded, "目录") || g_str_equal (folded, "目次"));
}

static gboolean
comes_again (const Search *search,
             guint         index,
             guint         behind)
{
  int section = get_candidate (search, index)->text.section;

  for (guint i = behind; i < search->candidates->len; i++)
    if (get_candidate (search, i)->text.section == section)
      return TRUE;
  return FALSE;
}

/* Candidates from @start on that stand for different sections, and all come again further down. Returns: the end. */
static guint
find_contents_end (const Search *search,
                   guint         start,
                   gboolean      titled)
{
  guint seen = 0;
  guint end = start;

  for (; end < search->candidates->len; end++)
    {
      const Candidate *candidate = get_candidate (search, end);

      if ((seen & (1u << candidate->text.section)) != 0 || candidate->text.rest != NULL)
        break;
      if (!titled && end > start && candidate->line != get_candidate (search, end - 1)->line + 1)
        break;
      seen |= 1u << candidate->text.section;
    }
  for (guint i = start; i < end; i++)
    if (!comes_again (search, i, end))
      return start;
  return end - start >= FEWEST_CONTENTS ? end : start;
}

static void
set_contents_apart (Search *search)
{
  BbMatch *match = search->match;
  guint first_line = search->candidates->len > 0 ? get_candidate (search, 0)->line : 0;
  gboolean titled = FALSE;
  guint end;

  for (guint i = search->first; i < first_line; i++)
    if (is_contents_title (bb_match_get_line (match, i)))
      {
        first_line = i;
        titled = TRUE;
      }
  end = find_contents_end (search, 0, titled);
  if (end == 0)
    return;
  for (guint i = first_line; i <= get_candidate (search, end - 1)->line; i++)
    bb_match_get_line (match, i)->use = BB_LINE_CONTENTS;
  bb_heading_notes_contents (match, first_line, get_candidate (search, end - 1)->line);
  g_array_remove_range (search->candidates, 0, end);
}

/* ---- choosing ---- */

/* Whether @line stands behind the headings of all earlier sections and before those of all later ones. */
static gboolean
is_between_neighbours (const Search *search,
                       guint         section,
                       guint         line)
{
  for (guint i = 0; i < search->match->form->n_sections; i++)
    {
      guint other = search->chosen[i] >= 0 ? get_candidate (search, search->chosen[i])->line : 0;

      if (search->chosen[i] >= 0 && i != section && (i < section ? other >= line : other <= line))
        return FALSE;
    }
  return TRUE;
}

static void
choose_best (Search  *search,
             gboolean weak)
{
  for (guint i = 0; i < search->candidates->len; i++)
    {
      const Candidate *candidate = get_candidate (search, i);
      int *chosen = &search->chosen[candidate->text.section];

      if (candidate->quality == QUALITY_NONE || (candidate->quality <= QUALITY_WEAK) != weak)
        continue;
      if (*chosen >= 0 && get_candidate (search, *chosen)->quality >= candidate->quality)
        continue;
      if (!weak || is_between_neighbours (search, candidate->text.section, candidate->line))
        *chosen = (int) i;
    }
}

/* Whether （四） and the like stand between the heading above and the candidate （五）, so that it is a point as they are. */
static gboolean
goes_on (const Search    *search,
         const Candidate *candidate)
{
  for (guint i = candidate->line; i > search->first; i--)
    {
      const BbMatchLine *above = bb_match_get_line (search->match, i - 1);
      g_autofree char *begin = g_utf8_substring (above->text, 0, MIN (g_utf8_strlen (above->text, -1), LONGEST_WRONG));
      BbNumberStyle style;

      for (guint s = 0; s < search->match->form->n_sections; s++)
        if (search->chosen[s] >= 0 && get_candidate (search, search->chosen[s])->line == i - 1)
          return FALSE;
      if (above->cells == NULL && bb_heading_number (begin, &style) > 0 && style == candidate->text.style)
        return TRUE;
    }
  return TRUE;
}

/*
 * Where the sections are numbered 一、, （一） is a point of a section, even when it is worded like another section's title; but
 * （五） alone, between the fourth section and the sixth, is the fifth.
 */
static void
drop_other_styles (Search *search)
{
  guint n = 0;

  for (guint i = 0; i < search->match->form->n_sections; i++)
    n += search->chosen[i] >= 0 && get_candidate (search, search->chosen[i])->quality >= QUALITY_OTHER_NUMBER;
  for (guint i = search->candidates->len; n >= FEWEST_STYLED && i > 0; i--)
    {
      Candidate *candidate = get_candidate (search, i - 1);
      const BbSection *section = &search->match->form->sections[candidate->text.section];

      if (candidate->quality != QUALITY_OTHER_STYLE)
        continue;
      if (candidate->text.number != bb_heading_section_number (section) || candidate->text.rest != NULL || goes_on (search, candidate))
        candidate->quality = QUALITY_NONE;
    }
}

/* ---- titles that are not the official ones at all ---- */

static gboolean
is_wrong_heading (const Search *search,
                  guint         section,
                  guint         line)
{
  BbMatch *match = search->match;
  const BbMatchLine *here = bb_match_get_line (match, line);
  int table = match->form->sections[section].table;
  BbNumberStyle style;

  if (here->use != BB_LINE_FREE || here->n_filled != 1 || g_utf8_strlen (here->text, -1) > LONGEST_WRONG || strstr (here->text, "。") != NULL)
    return FALSE;
  if (bb_heading_number (here->text, &style) != bb_heading_section_number (&match->form->sections[section]) || style != BB_NUMBERED_CHINESE)
    return FALSE;
  /* 四、结转下年度继续办理 is a row. */
  for (guint t = 0; t < match->form->n_tables; t++)
    if (bb_labels_find_row (match->labels, match->form->tables[t].id, here->text, 0) != NULL)
      return FALSE;
  /* A section with a table has it right below. */
  return table < 0 || (line + 1 < match->lines->len && bb_match_get_line (match, line + 1)->cells != NULL);
}

static gboolean
starts_points (const BbMatchLine *line)
{
  BbNumberStyle style;
  g_autofree char *begin = g_utf8_substring (line->text, 0, MIN (g_utf8_strlen (line->text, -1), LONGEST_WRONG));

  return line->cells == NULL && bb_heading_number (begin, &style) == 1 && style == BB_NUMBERED_CHINESE;
}

/* Between the neighbours, the line with the section's number; but not where points 一、 二、 三、 of the section before go on. */
static void
choose_wrong (Search *search,
              guint   section)
{
  BbMatch *match = search->match;
  guint from = search->first;
  guint to = match->lines->len;

  for (guint i = 0; i < match->form->n_sections; i++)
    {
      guint line = search->chosen[i] >= 0 ? get_candidate (search, search->chosen[i])->line : 0;

      if (search->chosen[i] >= 0 && i < section)
        from = MAX (from, line + 1);
      else if (search->chosen[i] >= 0 && i > section)
        to = MIN (to, line);
    }
  for (guint i = from; i < to; i++)
    {
      Candidate candidate = { .line = i, .text = { .section = (int) section } };

      if (is_wrong_heading (search, section, i))
        {
          g_array_append_val (search->candidates, candidate);
          search->chosen[section] = (int) search->candidates->len - 1;
          return;
        }
      if (starts_points (bb_match_get_line (match, i)))
        return;
    }
}

/* ---- the result ---- */

/*
 * The heading again, above its table: in a workbook all text stands on one sheet and each table on its own, below the
 * section's title. What stands there belongs to that section, and the title is no sentence.
 */
static gboolean
comes_again_over_table (const Search *search,
                        guint         line,
                        int          *section)
{
  const BbMatch *match = search->match;

  if (line + 1 >= match->lines->len || bb_match_get_line (match, line + 1)->cells == NULL)
    return FALSE;
  for (guint i = 0; i < search->candidates->len; i++)
    {
      const Candidate *candidate = get_candidate (search, i);

      if (candidate->line != line || candidate->text.rest != NULL || candidate->quality < QUALITY_TITLE ||
          match->form->sections[candidate->text.section].table < 0)
        continue;
      *section = candidate->text.section;
      return TRUE;
    }
  return FALSE;
}

static void
assign_sections (Search *search)
{
  BbMatch *match = search->match;
  int section = bb_form_find_section (match->form, "intro");

  for (guint i = search->first; i < match->lines->len; i++)
    {
      BbMatchLine *line = bb_match_get_line (match, i);

      for (guint s = 0; s < match->form->n_sections; s++)
        {
          const Candidate *heading = search->chosen[s] >= 0 ? get_candidate (search, search->chosen[s]) : NULL;

          if (heading == NULL || heading->line != i)
            continue;
          section = (int) s;
          line->use = BB_LINE_HEADING;
          line->rest = heading->text.rest;
        }
      if (line->use == BB_LINE_FREE && comes_again_over_table (search, i, &section))
        line->use = BB_LINE_HEADING;
      line->section = section;
    }
}

static guint
tell_sections (Search *search)
{
  const BbForm *form = search->match->form;
  g_autofree int *lines = g_new (int, form->n_sections);
  guint n = 0;

  for (guint i = 0; i < form->n_sections; i++)
    {
      lines[i] = search->chosen[i] >= 0 ? (int) get_candidate (search, search->chosen[i])->line : -1;
      n += lines[i] >= 0;
    }
  bb_heading_notes_sections (search->match, lines);
  return n;
}

guint
bb_headings_find (BbMatch *match,
                  guint    first)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autofree int *chosen = g_new (int, match->form->n_sections);
  Search search = { match, first, candidates, chosen };

  for (guint i = 0; i < match->form->n_sections; i++)
    chosen[i] = -1;
  find_candidates (&search);
  set_contents_apart (&search);
  choose_best (&search, FALSE);
  drop_other_styles (&search);
  choose_best (&search, TRUE);
  for (guint i = 0; i < match->form->n_sections; i++)
    if (chosen[i] < 0 && match->form->sections[i].title != NULL)
      choose_wrong (&search, i);
  assign_sections (&search);
  return tell_sections (&search);
}
