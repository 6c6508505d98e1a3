/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <bianbao/bb-glyphs.h>

#include "export/bb-page.h"
#include "export/bb-print-fonts.h"

#include <glib/gi18n-lib.h>
#include <pango/pangofc-font.h>

typedef struct
{
  BbPrintFonts *fonts;
  const BbPage *page;
  GPtrArray *changes;
  GHashTable *known; /* face and character → BbGlyphChange, or NULL where nothing changes */
} Search;

/* Where a text stands. */
typedef struct
{
  BbFace face;
  guint section;
  int cell;
  gboolean is_title;
} Place;

static char *
font_name (PangoFont *font)
{
  PangoFontDescription *description = font != NULL ? pango_font_describe (font) : NULL;
  char *name = g_strdup (description != NULL ? pango_font_description_get_family (description) : "");

  if (description != NULL)
    pango_font_description_free (description);

  return name;
}

static void
font_change_free (gpointer data)
{
  BbFontChange *change = data;

  g_free (change->used);
  g_free (change);
}

static void
glyph_change_free (gpointer data)
{
  BbGlyphChange *change = data;

  g_free (change->place);
  g_free (change->used);
  g_free (change);
}

/* A font has a name in each language: any of them may be the official one. */
static gboolean
is_official (PangoFont *font, BbFace face)
{
  g_auto (GStrv) official = bb_print_fonts_official (face);
  FcPattern *pattern = pango_fc_font_get_pattern (PANGO_FC_FONT (font));
  FcChar8 *name;

  for (int i = 0; FcPatternGetString (pattern, FC_FAMILY, i, &name) == FcResultMatch; i++)
    {
      for (guint j = 0; official[j] != NULL; j++)
        {
          if (g_ascii_strcasecmp ((const char *) name, official[j]) == 0)
            return TRUE;
        }
    }

  return FALSE;
}

GPtrArray *
bb_glyphs_font_changes (void)
{
  g_autoptr (BbPrintFonts) fonts = bb_print_fonts_new ();
  GPtrArray *changes = g_ptr_array_new_with_free_func (font_change_free);

  for (BbFace face = 0; face < BB_N_FACES; face++)
    {
      g_autoptr (PangoFont) font = bb_print_fonts_font (fonts, face, BB_EVERY_FONT_HAS);
      BbFontChange *change;

      if (font != NULL && is_official (font, face))
        continue;
      change = g_new0 (BbFontChange, 1);
      change->wanted = bb_face_get (face)->name;
      change->used = font_name (font);
      g_ptr_array_add (changes, change);
    }

  return changes;
}

static char *
place_name (const Search *search, const Place *place)
{
  const BbSection *section = &search->page->form->sections[place->section];

  if (place->is_title)
    return g_strdup (_("Title"));
  if (place->cell >= 0)
    return g_strdup (search->page->form->cells[place->cell].name);
  if (section->title == NULL)
    return g_strdup (_("Introduction"));

  return section->number != NULL ? g_strdup_printf ("%s、%s", section->number, section->title) : g_strdup (section->title);
}

/* NULL where @character is in the font of its text, and means the same in all others. */
static BbGlyphChange *
change_new (const Search *search, const Place *place, gunichar character)
{
  g_autoptr (PangoFont) own = bb_print_fonts_font (search->fonts, place->face, BB_EVERY_FONT_HAS);
  g_autoptr (PangoFont) taken = bb_print_fonts_font (search->fonts, place->face, character);
  gboolean is_there = taken != NULL && pango_font_has_char (taken, character);
  gboolean is_private = g_unichar_type (character) == G_UNICODE_PRIVATE_USE;
  BbGlyphChange *change;

  if (is_there && taken == own && !is_private)
    return NULL;

  change = g_new0 (BbGlyphChange, 1);
  change->character = character;
  change->section = place->section;
  change->cell = place->cell;
  change->is_private = is_private;
  change->place = place_name (search, place);
  change->used = is_there ? font_name (taken) : NULL;

  return change;
}

static void
look_at_character (Search *search, const Place *place, gunichar character)
{
  gpointer key = GSIZE_TO_POINTER ((gsize) character * BB_N_FACES + place->face);
  gpointer change;

  if (g_unichar_isspace (character) || g_unichar_iszerowidth (character))
    return;

  if (!g_hash_table_lookup_extended (search->known, key, NULL, &change))
    {
      change = change_new (search, place, character);
      g_hash_table_insert (search->known, key, change);
      if (change != NULL)
        g_ptr_array_add (search->changes, change);
    }
  if (change != NULL)
    ((BbGlyphChange *) change)->count++;
}

static void
look_at_text (Search *search, const Place *place, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    look_at_character (search, place, g_utf8_get_char (p));
}

static void
look_at_block (Search *search, const BbPageBlock *block)
{
  Place place = { BB_FACE_SONG, block->section, -1, block->kind == BB_PAGE_TITLE };

  if (block->table == NULL)
    {
      place.face = bb_style_get (bb_page_block_style (block))->face;
      look_at_text (search, &place, block->text);
      return;
    }

  for (guint i = 0; i < block->table->table->n_slots; i++)
    {
      const BbPageSlot *slot = &block->table->slots[i];

      place.face = bb_style_get (bb_page_slot_style (slot->slot))->face;
      place.cell = slot->slot->cell;
      look_at_text (search, &place, slot->text);
    }
}

/* The worse the earlier. */
static int
rank (const BbGlyphChange *change)
{
  return change->is_private ? 0 : change->used == NULL ? 1 : 2;
}

static int
compare_changes_cb (gconstpointer a, gconstpointer b)
{
  const BbGlyphChange *first = *(BbGlyphChange *const *) a;
  const BbGlyphChange *second = *(BbGlyphChange *const *) b;

  return rank (first) - rank (second);
}

GPtrArray *
bb_glyphs_changes (BbReport *report)
{
  g_autoptr (BbPage) page = NULL;
  g_autoptr (BbPrintFonts) fonts = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  Search search = { NULL, NULL, NULL, known };

  g_return_val_if_fail (BB_IS_REPORT (report), NULL);

  search.page = page = bb_page_new (report);
  search.fonts = fonts = bb_print_fonts_new ();
  search.changes = g_ptr_array_new_with_free_func (glyph_change_free);
  for (guint i = 0; i < page->blocks->len; i++)
    look_at_block (&search, g_ptr_array_index (page->blocks, i));
  g_ptr_array_sort (search.changes, compare_changes_cb);

  return search.changes;
}
