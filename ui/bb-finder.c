/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bb-finder.h"

#include <glib/gi18n.h>
#include <string.h>

struct _BbFinder
{
  GObject parent_instance;

  BbReport *report;
  char *query;
  gboolean match_case;
  gboolean whole_numbers;

  GArray *found; /* (element-type BbFound) */
  int current;
  gboolean replacing;
};

G_DEFINE_FINAL_TYPE (BbFinder, bb_finder, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Metadata that people read, as the page Report shows them. */
static const BbMeta metas[] = { BB_META_TITLE, BB_META_ORGANISATION, BB_META_YEAR, BB_META_CONTACT, BB_META_DATE };

/* ---- looking ---- */

/* Full-width letters and digits are the same as half-width ones: both are in every report. One character stays one. */
static gunichar
fold (gunichar c, gboolean match_case)
{
  if (c >= 0xff01 && c <= 0xff5e)
    c -= 0xfee0;
  else if (c == 0x3000)
    c = ' ';
  return match_case ? c : g_unichar_tolower (c);
}

static gunichar *
fold_text (const char *text, gboolean match_case, glong *length)
{
  gunichar *characters = g_utf8_to_ucs4_fast (text, -1, length);

  for (glong i = 0; i < *length; i++)
    characters[i] = fold (characters[i], match_case);
  return characters;
}

static gboolean
goes_on (const gunichar *characters, glong length, glong at)
{
  return at >= 0 && at < length && g_unichar_isdigit (characters[at]);
}

static void
find_in_field (BbFinder *self, BbField *field, const gunichar *wanted, glong n_wanted)
{
  glong length;
  g_autofree gunichar *text = fold_text (bb_field_get_text (field), self->match_case, &length);

  for (glong i = 0; i + n_wanted <= length; i++)
    {
      BbFound found = { field, (guint) i, (guint) n_wanted };

      if (memcmp (text + i, wanted, (gsize) n_wanted * sizeof (gunichar)) != 0)
        continue;
      if (self->whole_numbers && (goes_on (text, length, i - 1) || goes_on (text, length, i + n_wanted)))
        continue;
      g_object_ref (field);
      g_array_append_val (self->found, found);
      i += n_wanted - 1;
    }
}

/* In the order of the pages. */
static void
find_all (BbFinder *self)
{
  const BbForm *form = bb_report_get_form (self->report);
  glong n_wanted;
  g_autofree gunichar *wanted = fold_text (self->query, self->match_case, &n_wanted);

  g_array_set_size (self->found, 0);
  if (n_wanted == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (metas); i++)
    find_in_field (self, bb_report_get_meta (self->report, metas[i]), wanted, n_wanted);
  for (guint i = 0; i < form->n_sections; i++)
    {
      int table = form->sections[i].table;

      find_in_field (self, bb_report_get_section (self->report, i), wanted, n_wanted);
      for (guint c = 0; table >= 0 && c < form->tables[table].n_cells; c++)
        find_in_field (self, bb_report_get_cell (self->report, form->tables[table].first_cell + c), wanted, n_wanted);
    }
}

/* ---- the present place ---- */

/* Where @field comes in the order of the pages. */
static guint
place_of (BbFinder *self, BbField *field)
{
  const BbForm *form = bb_report_get_form (self->report);
  const BbCell *cell = bb_field_get_cell (field);
  int section = bb_field_get_section (field);
  guint step = form->n_cells + 1;

  if (cell != NULL)
    return BB_N_META + bb_form_cell_section (form, cell->index)->index * step + 1 + cell->index;
  if (section >= 0)
    return BB_N_META + (guint) section * step;
  for (guint i = 0; i < G_N_ELEMENTS (metas); i++)
    if (bb_report_get_meta (self->report, metas[i]) == field)
      return i;
  return 0;
}

static int
find_from (BbFinder *self, BbField *field, guint start)
{
  guint place = place_of (self, field);

  for (guint i = 0; i < self->found->len; i++)
    {
      const BbFound *found = bb_finder_get_found (self, i);
      guint other = place_of (self, found->field);

      if (other > place || (other == place && found->start >= start))
        return (int) i;
    }
  return self->found->len > 0 ? 0 : -1;
}

/* Looks again; what was the present place stays it while it is still there. */
static void
look_again (BbFinder *self)
{
  BbFound before = { NULL, 0, 0 };

  if (self->current >= 0)
    before = *bb_finder_get_found (self, (guint) self->current);
  if (before.field != NULL)
    g_object_ref (before.field);
  find_all (self);
  self->current = -1;
  for (guint i = 0; i < self->found->len && before.field != NULL; i++)
    {
      const BbFound *found = bb_finder_get_found (self, i);

      if (found->field == before.field && found->start == before.start)
        self->current = (int) i;
    }
  g_clear_object (&before.field);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
report_changed_cb (BbFinder *self)
{
  if (*self->query != '\0' && !self->replacing)
    look_again (self);
}

/* ---- object ---- */

static void
clear_found (gpointer data)
{
  g_object_unref (((BbFound *) data)->field);
}

static void
bb_finder_dispose (GObject *object)
{
  BbFinder *self = BB_FINDER (object);

  g_array_set_size (self->found, 0);
  self->current = -1;
  g_clear_object (&self->report);
  G_OBJECT_CLASS (bb_finder_parent_class)->dispose (object);
}

static void
bb_finder_finalize (GObject *object)
{
  BbFinder *self = BB_FINDER (object);

  g_array_unref (self->found);
  g_free (self->query);
  G_OBJECT_CLASS (bb_finder_parent_class)->finalize (object);
}

static void
bb_finder_class_init (BbFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bb_finder_dispose;
  G_OBJECT_CLASS (klass)->finalize = bb_finder_finalize;

  signals[CHANGED] = g_signal_new ("changed", BB_TYPE_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bb_finder_init (BbFinder *self)
{
  self->query = g_strdup ("");
  self->current = -1;
  self->found = g_array_new (FALSE, FALSE, sizeof (BbFound));
  g_array_set_clear_func (self->found, clear_found);
}

BbFinder *
bb_finder_new (BbReport *report)
{
  BbFinder *self = g_object_new (BB_TYPE_FINDER, NULL);

  self->report = g_object_ref (report);
  g_signal_connect_object (report, "changed", G_CALLBACK (report_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

BbReport *
bb_finder_get_report (BbFinder *self)
{
  g_return_val_if_fail (BB_IS_FINDER (self), NULL);
  return self->report;
}

void
bb_finder_set_query (BbFinder *self, const char *text, gboolean match_case, gboolean whole_numbers)
{
  g_return_if_fail (BB_IS_FINDER (self));
  if (strcmp (self->query, text) == 0 && self->match_case == match_case && self->whole_numbers == whole_numbers)
    return;
  g_free (self->query);
  self->query = g_strdup (text);
  self->match_case = match_case;
  self->whole_numbers = whole_numbers;
  look_again (self);
}

const char *
bb_finder_get_query (BbFinder *self)
{
  g_return_val_if_fail (BB_IS_FINDER (self), NULL);
  return self->query;
}

guint
bb_finder_get_count (BbFinder *self)
{
  g_return_val_if_fail (BB_IS_FINDER (self), 0);
  return self->found->len;
}

const BbFound *
bb_finder_get_found (BbFinder *self, guint index)
{
  g_return_val_if_fail (BB_IS_FINDER (self), NULL);
  g_return_val_if_fail (index < self->found->len, NULL);
  return &g_array_index (self->found, BbFound, index);
}

int
bb_finder_get_current (BbFinder *self)
{
  g_return_val_if_fail (BB_IS_FINDER (self), -1);
  return self->current;
}

static gboolean
go_to (BbFinder *self, int index)
{
  gboolean changed = self->current != index;

  self->current = index;
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
  return index >= 0;
}

gboolean
bb_finder_step (BbFinder *self, int step)
{
  int count;

  g_return_val_if_fail (BB_IS_FINDER (self), FALSE);
  count = (int) self->found->len;
  if (count == 0)
    return FALSE;
  if (self->current < 0)
    return go_to (self, step > 0 ? 0 : count - 1);
  return go_to (self, (self->current + step + count) % count);
}

gboolean
bb_finder_go_near (BbFinder *self, BbField *field, guint start)
{
  g_return_val_if_fail (BB_IS_FINDER (self), FALSE);
  g_return_val_if_fail (BB_IS_FIELD (field), FALSE);
  return go_to (self, find_from (self, field, start));
}

/* ---- replacing ---- */

/* A computed total says what its parts say, and another year may be another form: neither is replaced. */
static gboolean
can_replace (BbFinder *self, BbField *field)
{
  return field != bb_report_get_meta (self->report, BB_META_YEAR)
         && !(bb_field_is_derived (field) && bb_field_get_origin (field) == BB_ORIGIN_DERIVED);
}

static void
replace_place (BbFinder *self, const BbFound *found, const char *text)
{
  const char *old = bb_field_get_text (found->field);
  const char *start = g_utf8_offset_to_pointer (old, (glong) found->start);
  const char *end = g_utf8_offset_to_pointer (start, (glong) found->length);
  g_autofree char *before = g_strndup (old, (gsize) (start - old));
  g_autofree char *new = g_strconcat (before, text, end, NULL);

  bb_report_edit (self->report, found->field, new, BB_ORIGIN_TYPED);
}

/* @count places of one field, the first is @found. From the last to the first, so that the others stay where they are; each
 * by itself, so that linked figures between them are left alone. */
static void
replace_places (BbFinder *self, const BbFound *found, guint count, const char *text)
{
  for (guint i = count; i > 0; i--)
    replace_place (self, &found[i - 1], text);
}

gboolean
bb_finder_replace (BbFinder *self, const char *text)
{
  g_autoptr (BbField) field = NULL;
  BbFound found;

  g_return_val_if_fail (BB_IS_FINDER (self), FALSE);
  if (self->current < 0)
    return FALSE;
  found = *bb_finder_get_found (self, (guint) self->current);
  field = g_object_ref (found.field);
  if (!can_replace (self, field))
    return FALSE;
  self->replacing = TRUE;
  bb_report_begin_group (self->report, _("Replace"));
  replace_places (self, &found, 1, text);
  bb_report_end_group (self->report);
  self->replacing = FALSE;
  look_again (self);
  bb_finder_go_near (self, field, found.start + (guint) g_utf8_strlen (text, -1));
  return TRUE;
}

guint
bb_finder_replace_all (BbFinder *self, const char *text, guint *left_out)
{
  guint replaced = 0;

  g_return_val_if_fail (BB_IS_FINDER (self), 0);
  *left_out = 0;
  self->replacing = TRUE;
  bb_report_begin_group (self->report, _("Replace All"));
  for (guint i = 0, count; i < self->found->len; i += count)
    {
      const BbFound *found = bb_finder_get_found (self, i);

      for (count = 1; i + count < self->found->len && found[count].field == found->field;)
        count++;
      if (!can_replace (self, found->field))
        {
          *left_out += count;
          continue;
        }
      replace_places (self, found, count, text);
      replaced += count;
    }
  bb_report_end_group (self->report);
  self->replacing = FALSE;
  look_again (self);
  return replaced;
}
