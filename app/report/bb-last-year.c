/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reference is kept as text in one field, one thing a line, its name and its text with a tabulator between them:
 * `year`, `form`, `organisation`, the id of a cell, `#` and the id of a section. Line breaks, tabulators and backslashes in a
 * text are escaped. Lines that say nothing to this version are left alone.
 */
#include <bianbao/bb-last-year.h>
#include <bianbao/bb-prose.h>
#include <bianbao/bb-text.h>

#include "util/bb-characters.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SECTION_MARK '#'

/* A paragraph of fewer characters says the same every year. */
#define SENTENCE 15

/*
 * @texts: (array length=n_cells): by the cells of the form that the report had
 * @paragraphs: (element-type utf8): the narratives' paragraphs without white space, as they were and with the years moved on
 */
struct _BbLastYear
{
  gatomicrefcount ref_count;
  int year;
  int next;
  const BbForm *form;
  char *organisation;
  char **texts;
  guint n_cells;
  GHashTable *paragraphs;
};

/* ---- writing ---- */

static void
append_line (GString *out, const char *name, const char *text)
{
  g_string_append_printf (out, "%s%s\t", out->len > 0 ? "\n" : "", name);
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '\n':
        g_string_append (out, "\\n");
        break;
      case '\t':
        g_string_append (out, "\\t");
        break;
      case '\\':
        g_string_append (out, "\\\\");
        break;
      default:
        g_string_append_c (out, *p);
        break;
      }
}

static void
append_filled (GString *out, const char *name, BbField *field)
{
  const char *text = bb_field_get_text (field);

  if (*text != '\0')
    append_line (out, name, text);
}

static char *
serialize (BbReport *last)
{
  const BbForm *form = bb_report_get_form (last);
  g_autofree char *year = g_strdup_printf ("%d", bb_report_get_year (last));
  GString *out = g_string_new (NULL);

  append_line (out, "year", year);
  append_line (out, "form", form->id);
  append_line (out, "organisation", bb_report_get_organisation (last));
  for (guint i = 0; i < form->n_cells; i++)
    append_filled (out, form->cells[i].id, bb_report_get_cell (last, i));
  for (guint i = 0; i < form->n_sections; i++)
    {
      g_autofree char *name = g_strdup_printf ("%c%s", SECTION_MARK, form->sections[i].id);

      append_filled (out, name, bb_report_get_section (last, i));
    }
  return g_string_free (out, FALSE);
}

gboolean
bb_last_year_precedes (int last, int year)
{
  return last == 0 || year == 0 || last + 1 == year;
}

static void
note_other_year (BbReport *report, BbReport *last)
{
  int year = bb_report_get_year (report);
  g_autofree char *message = NULL;
  g_autoptr (BbNote) note = NULL;

  if (bb_last_year_precedes (bb_report_get_year (last), year))
    return;
  /* Translators: 1 and 2: years */
  message = g_strdup_printf (_("The report to compare with is for %1$d, not for %2$d; its figures were neither compared nor carried over"),
                             bb_report_get_year (last), year - 1);
  note = bb_note_new ("next.other-year", BB_SEVERITY_WARNING, NULL, message, NULL);
  bb_report_add_note (report, note);
}

void
bb_last_year_set (BbReport *report, BbReport *last)
{
  g_autofree char *text = NULL;

  g_return_if_fail (BB_IS_REPORT (report));
  g_return_if_fail (last == NULL || BB_IS_REPORT (last));
  text = last != NULL ? serialize (last) : g_strdup ("");
  bb_report_begin_group (report, _("Compare with last year’s report"));
  bb_report_edit (report, bb_report_get_meta (report, BB_META_LAST_YEAR), text, BB_ORIGIN_TYPED);
  if (last != NULL)
    note_other_year (report, last);
  bb_report_end_group (report);
}

/* ---- reading ---- */

static char *
unescape (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\\' && p[1] != '\0')
      {
        p++;
        g_string_append_c (out, *p == 'n' ? '\n' : *p == 't' ? '\t' : *p);
      }
    else
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

/* What makes two paragraphs the same: all but white space. */
static char *
fold_paragraph (const char *text, gsize length)
{
  GString *out = g_string_sized_new (length);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!bb_character_is_space (character) && !bb_character_is_invisible (character))
        g_string_append_unichar (out, character);
    }
  return g_string_free (out, FALSE);
}

static void
add_paragraphs (BbLastYear *self, const char *narrative)
{
  g_auto (GStrv) paragraphs = g_strsplit (narrative, "\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autofree char *moved = bb_next_year_move (paragraphs[i], self->year, self->next, NULL);

      g_hash_table_add (self->paragraphs, fold_paragraph (paragraphs[i], strlen (paragraphs[i])));
      g_hash_table_add (self->paragraphs, fold_paragraph (moved, strlen (moved)));
    }
}

static const BbForm *
find_form (const char *id)
{
  const BbForm *const *forms = bb_form_list ();

  for (guint i = 0; forms[i] != NULL; i++)
    if (g_str_equal (forms[i]->id, id))
      return forms[i];
  return NULL;
}

/* The cell of @form that means the same: the same id, and the same kind of thing in it. */
static int
find_counterpart (const BbLastYear *self, const BbForm *form, const char *id)
{
  int own = bb_form_find_cell (self->form, id);
  int cell = bb_form_find_cell (form, id);

  return own >= 0 && cell >= 0 && self->form->cells[own].kind == form->cells[cell].kind ? cell : -1;
}

static void
read_line (BbLastYear *self, const BbForm *form, const char *name, const char *text)
{
  int cell;

  if (*name == SECTION_MARK)
    {
      add_paragraphs (self, text);
      return;
    }
  cell = find_counterpart (self, form, name);
  if (cell < 0)
    return;
  g_free (self->texts[cell]);
  self->texts[cell] = g_strdup (text);
}

static gboolean
read_head (BbLastYear *self, const char *name, const char *text)
{
  if (g_str_equal (name, "year"))
    self->year = (int) g_ascii_strtoll (text, NULL, 10);
  else if (g_str_equal (name, "form"))
    self->form = find_form (text);
  else if (g_str_equal (name, "organisation"))
    {
      g_free (self->organisation);
      self->organisation = g_strdup (text);
    }
  else
    return FALSE;
  return TRUE;
}

static void
read_lines (BbLastYear *self, const BbForm *form, const char *stored)
{
  g_auto (GStrv) lines = g_strsplit (stored, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *separator = strchr (lines[i], '\t');
      g_autofree char *text = NULL;

      if (separator == NULL)
        continue;
      *separator = '\0';
      text = unescape (separator + 1);
      /* The head comes first: cells and paragraphs are understood by it. */
      if (!read_head (self, lines[i], text) && self->form != NULL)
        read_line (self, form, lines[i], text);
    }
}

BbLastYear *
bb_last_year_read (BbReport *report)
{
  g_autoptr (BbLastYear) self = NULL;
  const BbForm *form;
  const char *stored;

  g_return_val_if_fail (BB_IS_REPORT (report), NULL);
  stored = bb_field_get_text (bb_report_get_meta (report, BB_META_LAST_YEAR));
  if (*stored == '\0')
    return NULL;
  form = bb_report_get_form (report);
  self = g_new0 (BbLastYear, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->next = bb_report_get_year (report);
  self->organisation = g_strdup ("");
  self->n_cells = form->n_cells;
  self->texts = g_new0 (char *, form->n_cells);
  self->paragraphs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_lines (self, form, stored);
  return self->form != NULL ? g_steal_pointer (&self) : NULL;
}

BbLastYear *
bb_last_year_ref (BbLastYear *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
bb_last_year_unref (BbLastYear *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_cells; i++)
    g_free (self->texts[i]);
  g_free (self->texts);
  g_free (self->organisation);
  g_hash_table_unref (self->paragraphs);
  g_free (self);
}

/* ---- asking ---- */

int
bb_last_year_get_year (BbLastYear *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->year;
}

const char *
bb_last_year_get_organisation (BbLastYear *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->organisation;
}

const BbForm *
bb_last_year_get_form (BbLastYear *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->form;
}

const char *
bb_last_year_get_text (BbLastYear *self, guint cell)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (cell < self->n_cells, NULL);
  return self->texts[cell];
}

gboolean
bb_last_year_get_value (BbLastYear *self, guint cell, BbDecimal *value)
{
  const char *text = bb_last_year_get_text (self, cell);
  BbNumber number;

  if (text == NULL)
    return FALSE;
  number = bb_number_read (text, NULL);
  *value = number.value;
  return number.form == BB_NUMBER_PLAIN;
}

/* A heading, and a short sentence, may well be the same. */
static gboolean
says_something (const char *paragraph, gsize length)
{
  g_autofree char *text = g_strndup (paragraph, length);
  g_autofree char *trimmed = bb_text_trim (text);

  return bb_text_count_characters (trimmed) >= SENTENCE && bb_prose_lead (trimmed) < strlen (trimmed);
}

GArray *
bb_last_year_find_copied (BbLastYear *self, const char *text)
{
  GArray *copied = g_array_new (FALSE, FALSE, sizeof (BbCopied));
  guint offset = 0;

  g_return_val_if_fail (self != NULL, copied);
  while (*text != '\0')
    {
      gsize length = strcspn (text, "\n");
      g_autofree char *folded = fold_paragraph (text, length);
      BbCopied paragraph = { offset, (guint) g_utf8_strlen (text, (gssize) length) };

      if (g_hash_table_contains (self->paragraphs, folded) && says_something (text, length))
        g_array_append_val (copied, paragraph);
      offset += paragraph.length + 1;
      text += length + (text[length] != '\0');
    }
  return copied;
}
