/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/bb-characters.h"

#define FULL_WIDTH_FIRST 0xFF01
#define FULL_WIDTH_LAST 0xFF5E
#define FULL_WIDTH_OFFSET 0xFEE0
#define IDEOGRAPHIC_SPACE 0x3000

gboolean
bb_character_is_space (gunichar character)
{
  /* GLib counts neither the vertical tab nor NEL. */
  return g_unichar_isspace (character) || character == '\v' || character == 0x85;
}

gboolean
bb_character_is_invisible (gunichar character)
{
  return (character >= 0x200B && character <= 0x200F) || (character >= 0x202A && character <= 0x202E) ||
         (character >= 0x2060 && character <= 0x2069) || character == 0xFEFF || character == 0xAD;
}

gboolean
bb_character_is_dash (gunichar character)
{
  switch (character)
    {
    case '-':
    case 0x2212: /* minus */
    case 0x2500: /* box drawing, typed for a dash */
    case 0x2E3A:
    case 0x2E3B:
    case 0xFE58:
    case 0xFE63:
    case 0xFF0D:
      return TRUE;
    default:
      return character >= 0x2010 && character <= 0x2015;
    }
}

gboolean
bb_character_is_han (gunichar character)
{
  return g_unichar_get_script (character) == G_UNICODE_SCRIPT_HAN;
}

gunichar
bb_character_half_width (gunichar character)
{
  if (character >= FULL_WIDTH_FIRST && character <= FULL_WIDTH_LAST)
    return character - FULL_WIDTH_OFFSET;
  if (character == IDEOGRAPHIC_SPACE)
    return ' ';
  return character;
}
