/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The units are kept as text in one field, one a line: organisation, year, edition and, in the order of the edition's cells and
 * separated by spaces, their numbers, with tabulators between the four. A cell without a number is a hyphen. Lines that say
 * nothing to this version are left alone.
 */
#include "util/bb-decimal.h"

#include <bianbao/bb-number.h>
#include <bianbao/bb-text.h>
#include <bianbao/bb-units.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#define OPEN "-"
#define NOTE_OPEN "units.open"

enum
{
  PART_ORGANISATION,
  PART_YEAR,
  PART_FORM,
  PART_FIGURES,
  N_PARTS
};

typedef struct
{
  char *organisation;
  int year;
  gboolean counts;
  guint line; /* of the field */
  gboolean *known;
  BbDecimal *values;
} Unit;

struct _BbUnits
{
  const BbForm *form;
  GPtrArray *units;
};

static BbField *
field_of (BbReport *report)
{
  return bb_report_get_meta (report, BB_META_UNITS);
}

static void
unit_free (gpointer data)
{
  Unit *unit = data;

  g_free (unit->organisation);
  g_free (unit->known);
  g_free (unit->values);
  g_free (unit);
}

/* ---- reading ---- */

static void
read_figures (Unit *unit, const BbForm *form, const char *figures)
{
  g_auto (GStrv) texts = g_strsplit (figures, " ", -1);

  /* Of another length than the form: written by a version that knew it otherwise. */
  unit->counts &= g_strv_length (texts) == form->n_cells;
  for (guint i = 0; unit->counts && i < form->n_cells; i++)
    {
      BbNumber number = bb_number_read (texts[i], NULL);

      unit->known[i] = number.form == BB_NUMBER_PLAIN;
      unit->values[i] = number.value;
    }
}

static Unit *
read_line (BbReport *report, const char *line, gboolean with_figures)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", N_PARTS);
  const BbForm *form = bb_report_get_form (report);
  int year = bb_report_get_year (report);
  Unit *unit;

  if (g_strv_length (parts) != N_PARTS || *parts[PART_ORGANISATION] == '\0')
    return NULL;
  unit = g_new0 (Unit, 1);
  unit->organisation = g_strdup (parts[PART_ORGANISATION]);
  unit->year = (int) g_ascii_strtoll (parts[PART_YEAR], NULL, 10);
  unit->known = g_new0 (gboolean, form->n_cells);
  unit->values = g_new0 (BbDecimal, form->n_cells);
  unit->counts = g_str_equal (parts[PART_FORM], form->id) && (unit->year == 0 || year == 0 || unit->year == year);
  if (with_figures)
    read_figures (unit, form, parts[PART_FIGURES]);
  return unit;
}

/* Who they are is known without their figures: a thousand units with a hundred figures each take their time. */
static BbUnits *
read_units (BbReport *report, gboolean with_figures)
{
  g_auto (GStrv) lines = NULL;
  BbUnits *self;

  if (*bb_field_get_text (field_of (report)) == '\0')
    return NULL;
  lines = g_strsplit (bb_field_get_text (field_of (report)), "\n", -1);
  self = g_new0 (BbUnits, 1);
  self->form = bb_report_get_form (report);
  self->units = g_ptr_array_new_with_free_func (unit_free);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      Unit *unit = read_line (report, lines[i], with_figures);

      if (unit == NULL)
        continue;
      unit->line = i;
      g_ptr_array_add (self->units, unit);
    }
  return self;
}

BbUnits *
bb_units_read (BbReport *report)
{
  g_return_val_if_fail (BB_IS_REPORT (report), NULL);
  return read_units (report, TRUE);
}

void
bb_units_free (BbUnits *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->units);
  g_free (self);
}

/* ---- writing ---- */

/* An amount whose unit was noted beside it counts in something else than the others: it adds up with none. */
static gboolean
get_figure (BbField *field, BbDecimal *value)
{
  const char *unit = bb_field_get_unit (field);

  return bb_field_get_cell (field)->kind != BB_KIND_TEXT && (unit == NULL || *unit == '\0') && bb_field_get_value (field, value);
}

static char *
serialize (BbReport *unit, const char *organisation)
{
  const BbForm *form = bb_report_get_form (unit);
  GString *line = g_string_new (NULL);

  g_string_append_printf (line, "%s\t%d\t%s\t", organisation, bb_report_get_year (unit), form->id);
  for (guint i = 0; i < form->n_cells; i++)
    {
      BbDecimal value;
      g_autofree char *number = get_figure (bb_report_get_cell (unit, i), &value) ? bb_decimal_to_string (value) : g_strdup (OPEN);

      g_string_append_printf (line, "%s%s", i > 0 ? " " : "", number);
    }
  return g_string_free (line, FALSE);
}

/* Without what separates the parts of a line. */
static char *
dup_name (BbReport *unit, const char *name)
{
  const char *own = bb_report_get_organisation (unit);
  g_autofree char *trimmed = bb_text_trim (*own != '\0' || name == NULL ? own : name);

  return g_strdelimit (g_steal_pointer (&trimmed), "\t\r\n", ' ');
}

static int
find_unit (BbUnits *self, const char *name)
{
  g_autofree char *wanted = bb_text_fold_label (name);

  for (guint i = 0; self != NULL && i < self->units->len; i++)
    {
      const Unit *unit = g_ptr_array_index (self->units, i);
      g_autofree char *folded = bb_text_fold_label (unit->organisation);

      if (g_str_equal (folded, wanted))
        return (int) i;
    }
  return -1;
}

int
bb_units_find (BbUnits *self, BbReport *unit, const char *name)
{
  g_autofree char *organisation = dup_name (unit, name);

  return find_unit (self, organisation);
}

/* As long as that one has none of this name either. */
static char *
dup_name_apart (BbUnits *units, const char *organisation, const char *name)
{
  g_autofree char *apart = g_strdup_printf ("%s（%s）", organisation, name);

  for (guint i = 2; find_unit (units, apart) >= 0; i++)
    {
      g_free (apart);
      apart = g_strdup_printf ("%s（%s，%u）", organisation, name, i);
    }
  return g_strdelimit (g_steal_pointer (&apart), "\t\r\n", ' ');
}

static gboolean
is_empty (BbReport *unit)
{
  const BbForm *form = bb_report_get_form (unit);

  for (guint i = 0; i < form->n_cells; i++)
    if (*bb_field_get_text (bb_report_get_cell (unit, i)) != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
is_self (BbReport *report, const char *name)
{
  g_autofree char *ours = bb_text_fold_label (bb_report_get_organisation (report));
  g_autofree char *theirs = bb_text_fold_label (name);

  return *ours != '\0' && g_str_equal (ours, theirs);
}

/* Whether a report by that name could be one of a unit at all: %BB_UNIT_NEW, or why not. */
static BbUnitFit
judge (BbReport *report, BbReport *unit, const char *name)
{
  int ours = bb_report_get_year (report);
  int theirs = bb_report_get_year (unit);

  if (*name == '\0')
    return BB_UNIT_NO_NAME;
  if (is_self (report, name))
    return BB_UNIT_SELF;
  if (ours != 0 && theirs != 0 && ours != theirs)
    return BB_UNIT_OTHER_YEAR;
  if (bb_report_get_form (report) != bb_report_get_form (unit))
    return BB_UNIT_OTHER_EDITION;
  return is_empty (unit) ? BB_UNIT_EMPTY : BB_UNIT_NEW;
}

static char *
dup_line (BbReport *report, int at)
{
  g_auto (GStrv) lines = g_strsplit (bb_field_get_text (field_of (report)), "\n", -1);

  return g_strdup (lines[at]);
}

/* @line: (nullable): %NULL takes the line away; @at: -1: behind all others */
static void
put_line (BbReport *report, int at, const char *line)
{
  g_auto (GStrv) lines = g_strsplit (bb_field_get_text (field_of (report)), "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; lines[i] != NULL; i++)
    {
      const char *kept = i == at ? line : lines[i];

      if (kept != NULL && *kept != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", kept);
    }
  if (at < 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  bb_report_begin_group (report, _("Units’ reports"));
  bb_report_edit (report, field_of (report), text->str, BB_ORIGIN_TYPED);
  bb_report_end_group (report);
}

/* Beside the others, however many of its name there are. */
static BbUnitFit
add_line (BbReport *report, BbUnits *units, const char *line)
{
  if (units != NULL && units->units->len >= BB_UNITS_MOST)
    return BB_UNIT_TOO_MANY;
  put_line (report, -1, line);
  return BB_UNIT_NEW;
}

BbUnitFit
bb_units_add (BbReport *report, BbReport *unit, const char *name, BbUnitAlike alike)
{
  g_autoptr (BbUnits) units = NULL;
  g_autofree char *organisation = NULL;
  g_autofree char *apart = NULL;
  g_autofree char *line = NULL;
  g_autofree char *before = NULL;
  BbUnitFit fit;
  int index, at;

  g_return_val_if_fail (BB_IS_REPORT (report), BB_UNIT_NO_NAME);
  g_return_val_if_fail (BB_IS_REPORT (unit), BB_UNIT_NO_NAME);
  units = read_units (report, FALSE);
  organisation = dup_name (unit, name);
  fit = judge (report, unit, organisation);
  if (fit != BB_UNIT_NEW)
    return fit;
  line = serialize (unit, organisation);
  index = find_unit (units, organisation);
  if (index < 0)
    return add_line (report, units, line);
  at = (int) ((const Unit *) g_ptr_array_index (units->units, index))->line;
  before = dup_line (report, at);
  if (g_str_equal (before, line))
    return BB_UNIT_SAME;
  if (alike == BB_UNIT_ALIKE_REFUSE)
    return BB_UNIT_NAMED_ALIKE;
  if (alike == BB_UNIT_ALIKE_REPLACE)
    {
      put_line (report, at, line);
      return BB_UNIT_AGAIN;
    }
  apart = dup_name_apart (units, organisation, name != NULL ? name : "2");
  g_free (line);
  line = serialize (unit, apart);
  return add_line (report, units, line);
}

char *
bb_unit_name_for_file (const char *file)
{
  g_autofree char *name = g_filename_display_basename (file);
  char *suffix = strrchr (name, '.');

  if (suffix != NULL && suffix != name)
    *suffix = '\0';
  return g_steal_pointer (&name);
}

char *
bb_unit_fit_tell (BbUnitFit fit, BbReport *report, BbReport *unit)
{
  switch (fit)
    {
    case BB_UNIT_NEW:
      return g_strdup (_("added"));
    case BB_UNIT_AGAIN:
      return g_strdup (_("takes the place of the earlier report of the same unit"));
    case BB_UNIT_SAME:
      return g_strdup (_("is there already, with the same figures"));
    case BB_UNIT_NAMED_ALIKE:
      return g_strdup (_("has the name of a unit that is there already, but other figures"));
    case BB_UNIT_EMPTY:
      return g_strdup (_("has no figures: the form was not filled in"));
    case BB_UNIT_NO_NAME:
      return g_strdup (_("does not say which unit it is of"));
    case BB_UNIT_SELF:
      return g_strdup (_("is a report of the organisation that adds up, not of a unit"));
    case BB_UNIT_OTHER_YEAR:
      /* Translators: 1 and 2: years */
      return g_strdup_printf (_("is for %1$d, not for %2$d"), bb_report_get_year (unit), bb_report_get_year (report));
    case BB_UNIT_OTHER_EDITION:
      /* Translators: 1 and 2: editions of the form, by their first year */
      return g_strdup_printf (_("has the form of %1$s, not that of %2$s"), bb_report_get_form (unit)->id, bb_report_get_form (report)->id);
    case BB_UNIT_TOO_MANY:
      return g_strdup_printf (_("is one too many: at most %u units are added up"), BB_UNITS_MOST);
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

void
bb_units_remove (BbReport *report, guint index)
{
  g_autoptr (BbUnits) units = read_units (report, FALSE);

  g_return_if_fail (units != NULL && index < units->units->len);
  put_line (report, (int) ((const Unit *) g_ptr_array_index (units->units, index))->line, NULL);
}

/* ---- adding up ---- */

guint
bb_units_get_n (BbUnits *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->units->len;
}

static const Unit *
unit_at (BbUnits *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->units->len, NULL);
  return g_ptr_array_index (self->units, index);
}

const char *
bb_units_get_organisation (BbUnits *self, guint index)
{
  return unit_at (self, index)->organisation;
}

int
bb_units_get_year (BbUnits *self, guint index)
{
  return unit_at (self, index)->year;
}

gboolean
bb_units_counts (BbUnits *self, guint index)
{
  return unit_at (self, index)->counts;
}

/* What people fill in: totals follow from it. */
static gboolean
is_input (const BbCell *cell)
{
  return cell->derived_from < 0 && cell->kind != BB_KIND_TEXT;
}

guint
bb_units_count_open (BbUnits *self, guint index)
{
  const Unit *unit = unit_at (self, index);
  guint n = 0;

  for (guint i = 0; i < self->form->n_cells; i++)
    n += is_input (&self->form->cells[i]) && !unit->known[i];
  return n;
}

gboolean
bb_units_sum (BbUnits *self, guint cell, BbDecimal *sum)
{
  gboolean complete = TRUE;
  guint n = 0;

  g_return_val_if_fail (self != NULL && cell < self->form->n_cells, FALSE);
  *sum = bb_decimal_from_int (0);
  for (guint i = 0; i < self->units->len; i++)
    {
      const Unit *unit = g_ptr_array_index (self->units, i);

      if (!unit->counts)
        continue;
      n++;
      if (!unit->known[cell] || !bb_decimal_add (*sum, unit->values[cell], sum))
        complete = FALSE;
    }
  /* What no cell can have is left to whoever adds up. */
  return complete && n > 0 && bb_decimal_in_limit (*sum);
}

static guint
count_counting (BbUnits *self)
{
  guint n = 0;

  for (guint i = 0; i < self->units->len; i++)
    n += bb_units_counts (self, i);
  return n;
}

static gboolean
is_blank (BbField *field)
{
  return bb_field_get_state (field) == BB_STATE_BLANK || bb_field_get_state (field) == BB_STATE_MISSING;
}

/* Returns: whether the cell has the sum now */
static gboolean
fill_cell (BbReport *report, BbUnits *units, BbField *field)
{
  guint n = count_counting (units);
  g_autofree char *number = NULL;
  g_autofree char *source = NULL;
  BbContent content = { .origin = BB_ORIGIN_DEDUCED };
  BbDecimal sum;

  if (!bb_units_sum (units, bb_field_get_cell (field)->index, &sum))
    return FALSE;
  number = bb_decimal_to_string (sum);
  source = g_strdup_printf (ngettext ("the report of %u unit", "the sum of the reports of %u units", n), n);
  content.text = number;
  content.source = source;
  bb_report_edit_content (report, field, &content);
  return TRUE;
}

/* One note is enough: an earlier one speaks of cells that may be filled in by now. */
static void
dismiss_open (BbReport *report)
{
  GListModel *notes = bb_report_get_notes (report);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (BbNote) note = g_list_model_get_item (notes, i);

      if (g_str_equal (bb_note_get_id (note), NOTE_OPEN) && !bb_note_get_dismissed (note))
        bb_report_dismiss_note (report, note, TRUE);
    }
}

static void
note_open (BbReport *report, GPtrArray *cells)
{
  g_autofree char *message = NULL;
  g_autoptr (BbNote) note = NULL;

  message = g_strdup_printf (ngettext ("%u cell is still blank: a unit’s report has no number there",
                                       "%u cells are still blank: a unit’s report has no number there", cells->len), cells->len);
  g_ptr_array_add (cells, NULL);
  note = bb_note_new (NOTE_OPEN, BB_SEVERITY_WARNING, (const char *const *) cells->pdata, message, NULL);
  bb_report_add_note (report, note);
}

guint
bb_units_fill (BbReport *report, guint *open)
{
  g_autoptr (BbUnits) units = bb_units_read (report);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  const BbForm *form = bb_report_get_form (report);
  guint written = 0;

  if (open != NULL)
    *open = 0;
  if (units == NULL || count_counting (units) == 0)
    return 0;
  bb_report_begin_group (report, _("Fill in the sums of the units’ reports"));
  for (guint i = 0; i < form->n_cells; i++)
    {
      BbField *field = bb_report_get_cell (report, i);

      if (!is_input (&form->cells[i]) || !is_blank (field))
        continue;
      if (fill_cell (report, units, field))
        written++;
      else
        g_ptr_array_add (left, (gpointer) form->cells[i].id);
    }
  if (written > 0)
    bb_report_follow_totals (report);
  if (open != NULL)
    *open = left->len;
  dismiss_open (report);
  if (left->len > 0)
    note_open (report, left);
  bb_report_end_group (report);
  return written;
}
