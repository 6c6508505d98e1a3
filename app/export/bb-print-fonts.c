/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-print-fonts.h"

#include <pango/pangofc-font.h>
#include <string.h>

/*
 * Where no official name is there: what Kylin and UOS desktops have, then what Debian has. Without these, fontconfig
 * would take figures from one font (DejaVu) and characters from another.
 */
/* *INDENT-OFF* */
static const char *const stand_ins[BB_N_FACES] = {
  [BB_FACE_FANGSONG] = "方正仿宋_GBK,方正仿宋简体,Noto Serif CJK SC,Source Han Serif SC,AR PL UMing CN,serif",
  [BB_FACE_TITLE]    = "方正书宋_GBK,Noto Serif CJK SC,Source Han Serif SC,AR PL UMing CN,serif",
  [BB_FACE_HEI]      = "方正黑体_GBK,方正黑体简体,Noto Sans CJK SC,Source Han Sans SC,WenQuanYi Zen Hei,sans-serif",
  [BB_FACE_KAI]      = "方正楷体_GBK,方正楷体简体,AR PL UKai CN,Noto Serif CJK SC,Source Han Serif SC,serif",
  [BB_FACE_SONG]     = "方正书宋_GBK,Noto Serif CJK SC,Source Han Serif SC,AR PL UMing CN,serif",
};
/* *INDENT-ON* */

/* The chain is CSS: names in quotes or bare, and a generic family at the end, which is no font. */
GStrv
bb_print_fonts_official (BbFace face)
{
  g_auto (GStrv) names = g_strsplit (bb_face_get (face)->chain, ",", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; names[i] != NULL && names[i + 1] != NULL; i++)
    {
      char *name = g_strstrip (names[i]);

      g_strdelimit (name, "\"", ' ');
      g_strv_builder_add (builder, g_strstrip (name));
    }

  return g_strv_builder_end (builder);
}

char *
bb_print_fonts_families (BbFace face)
{
  g_auto (GStrv) official = bb_print_fonts_official (face);
  g_autofree char *names = g_strjoinv (",", official);

  return g_strconcat (names, ",", stand_ins[face], NULL);
}

static PangoFontDescription *
describe_chain (BbFace face, double points)
{
  g_autofree char *families = bb_print_fonts_families (face);
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, families);
  pango_font_description_set_absolute_size (description, points * PANGO_SCALE);

  return description;
}

static PangoFont *
load (BbPrintFonts *fonts, const PangoFontDescription *description, gunichar character)
{
  PangoFontset *set = pango_font_map_load_fontset (fonts->map, fonts->context, description, fonts->language);
  PangoFont *font = set != NULL ? pango_fontset_get_font (set, character) : NULL;

  g_clear_object (&set);

  return font;
}

/* A font with one weight is smeared into a bold one by fontconfig: that is no cut, and 小标宋 is heavy as it is. */
static PangoWeight
find_title_weight (BbPrintFonts *fonts)
{
  PangoFontDescription *description = describe_chain (BB_FACE_TITLE, bb_style_get (BB_STYLE_TITLE)->points);
  g_autoptr (PangoFont) font = NULL;
  FcPattern *pattern;
  FcBool smeared = FcFalse;
  int weight = FC_WEIGHT_NORMAL;

  pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  font = load (fonts, description, BB_EVERY_FONT_HAS);
  pango_font_description_free (description);
  if (font == NULL)
    return PANGO_WEIGHT_NORMAL;

  pattern = pango_fc_font_get_pattern (PANGO_FC_FONT (font));
  FcPatternGetBool (pattern, FC_EMBOLDEN, 0, &smeared);
  FcPatternGetInteger (pattern, FC_WEIGHT, 0, &weight);

  return !smeared && weight >= FC_WEIGHT_BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL;
}

PangoFontDescription *
bb_print_fonts_describe (BbPrintFonts *fonts, BbFace face, double points)
{
  PangoFontDescription *description = describe_chain (face, points);

  if (face != BB_FACE_TITLE)
    return description;

  if (fonts->title_weight == 0)
    fonts->title_weight = find_title_weight (fonts);
  pango_font_description_set_weight (description, fonts->title_weight);

  return description;
}

BbPrintFonts *
bb_print_fonts_new (void)
{
  BbPrintFonts *fonts = g_new0 (BbPrintFonts, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);

  fonts->map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (fonts->map), 72);
  fonts->context = pango_font_map_create_context (fonts->map);
  /* Han characters have other shapes in other countries. */
  fonts->language = pango_language_from_string ("zh-cn");
  pango_context_set_language (fonts->context, fonts->language);
  pango_context_set_base_dir (fonts->context, PANGO_DIRECTION_LTR);
  pango_context_set_round_glyph_positions (fonts->context, FALSE);
  pango_cairo_context_set_font_options (fonts->context, options);
  cairo_font_options_destroy (options);

  return fonts;
}

void
bb_print_fonts_free (BbPrintFonts *fonts)
{
  if (fonts == NULL)
    return;

  g_object_unref (fonts->context);
  g_object_unref (fonts->map);
  g_free (fonts);
}

PangoFont *
bb_print_fonts_font (BbPrintFonts *fonts, BbFace face, gunichar character)
{
  PangoFontDescription *description = bb_print_fonts_describe (fonts, face, 16.0);
  PangoFont *font = load (fonts, description, character);

  pango_font_description_free (description);

  return font;
}
