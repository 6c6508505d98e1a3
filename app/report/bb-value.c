/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/bb-value.h"

#include "report/bb-links.h"
#include "util/bb-characters.h"

static gboolean
is_white (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (!bb_character_is_space (character) && !bb_character_is_invisible (character))
        return FALSE;
    }
  return TRUE;
}

static BbState
state_of_number (const BbNumber *number)
{
  switch (number->form)
    {
    case BB_NUMBER_PLAIN:
    case BB_NUMBER_OWN_UNIT:
      return BB_STATE_NUMBER;
    case BB_NUMBER_BLANK:
      return BB_STATE_BLANK;
    case BB_NUMBER_REMARK:
    case BB_NUMBER_WORD:
    case BB_NUMBER_TEXT:
    case BB_NUMBER_TOO_LARGE:
      return BB_STATE_TEXT;
    }
  g_assert_not_reached ();
}

static void
parse (BbValue *value, const BbCell *cell)
{
  if (value->content.missing)
    value->state = BB_STATE_MISSING;
  else if (cell != NULL)
    {
      value->number = bb_number_read (value->content.text, cell->unit);
      value->state = state_of_number (&value->number);
    }
  else
    value->state = is_white (value->content.text) ? BB_STATE_BLANK : BB_STATE_TEXT;
}

static void
bb_value_clear (gpointer data)
{
  BbValue *value = data;

  g_free (value->content.text);
  g_free (value->content.source);
  g_free (value->content.unit);
  g_clear_pointer (&value->content.links, g_array_unref);
  g_free (value->content.remark);
}

BbValue *
bb_value_new (const BbCell *cell, const BbContent *content)
{
  BbValue *value = g_rc_box_new0 (BbValue);

  value->content.text = g_strdup (content->text);
  value->content.origin = content->origin;
  value->content.missing = content->missing;
  value->content.source = g_strdup (content->source);
  value->content.unit = g_strdup (content->unit);
  value->content.links = bb_links_copy (content->links);
  if (content->remark != NULL && *content->remark != '\0')
    value->content.remark = g_strdup (content->remark);
  value->number.form = BB_NUMBER_BLANK;
  parse (value, cell);
  return value;
}

BbValue *
bb_value_ref (BbValue *value)
{
  return g_rc_box_acquire (value);
}

void
bb_value_unref (BbValue *value)
{
  g_rc_box_release_full (value, bb_value_clear);
}

gboolean
bb_value_equal (const BbValue *a, const BbValue *b)
{
  if (a == b)
    return TRUE;
  return a->content.origin == b->content.origin && a->content.missing == b->content.missing &&
         g_str_equal (a->content.text, b->content.text) && g_strcmp0 (a->content.source, b->content.source) == 0 &&
         g_strcmp0 (a->content.unit, b->content.unit) == 0 && g_strcmp0 (a->content.remark, b->content.remark) == 0 &&
         bb_links_equal (a->content.links, b->content.links);
}
