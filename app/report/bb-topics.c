/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/bb-topics.h"

#include <bianbao/bb-prose.h>
#include <bianbao/bb-text.h>
#include <string.h>

/* No heading is longer, in bytes; no paragraph is searched further for one. */
#define HEADING_LIMIT 200

/* How the name of a government ends; its office's goes on (…人民政府办公厅). */
#define GOVERNMENT "政府"

/* Whether @place lies in the heading that its paragraph begins with. */
static gboolean
is_in_heading (const char *text, const char *place)
{
  const char *start = place;
  const char *end;
  g_autofree char *beginning = NULL;

  while (start > text && start[-1] != '\n' && place - start < HEADING_LIMIT)
    start--;
  if (start > text && start[-1] != '\n')
    return FALSE;
  while (g_unichar_isspace (g_utf8_get_char (start)) && start < place)
    start = g_utf8_next_char (start);
  end = start;
  while (*end != '\0' && *end != '\n' && end - start < HEADING_LIMIT)
    end = g_utf8_next_char (end);
  beginning = g_strndup (start, (gsize) (end - start));
  return (gsize) (place - start) < bb_prose_lead (beginning);
}

/* Returns: (nullable): the first place of @word in a heading, else the first of all. */
static const char *
find_word (const char *text, const char *word, gboolean *in_heading)
{
  const char *first = strstr (text, word);

  *in_heading = FALSE;
  for (const char *place = first; place != NULL; place = strstr (place + strlen (word), word))
    if (is_in_heading (text, place))
      {
        *in_heading = TRUE;
        return place;
      }
  return first;
}

/* @words: (nullable): %NULL for advice that no words show */
static void
find_topic (const char *text, const char *const *words, BbProseTopic *topic)
{
  const char *best = NULL;
  const char *best_word = NULL;
  gboolean best_in_heading = FALSE;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      gboolean in_heading;
      const char *place = find_word (text, words[i], &in_heading);

      if (place == NULL || (best != NULL && in_heading == best_in_heading && place >= best) || (best_in_heading && !in_heading))
        continue;
      best = place;
      best_word = words[i];
      best_in_heading = in_heading;
    }
  if (best == NULL)
    return;
  topic->is_met = TRUE;
  topic->start = (guint) g_utf8_strlen (text, best - text);
  topic->length = (guint) g_utf8_strlen (best_word, -1);
}

static void
clear_topic (gpointer data)
{
  g_free (((BbProseTopic *) data)->text);
}

GArray *
bb_topics_find (const BbSection *section, const char *text)
{
  GArray *topics = g_array_new (FALSE, FALSE, sizeof (BbProseTopic));

  g_array_set_clear_func (topics, clear_topic);
  for (guint i = 0; i < section->n_topics; i++)
    {
      const BbTopic *info = &section->topics[i];
      BbProseTopic topic = { g_strdup (info->text), info->words != NULL, FALSE, 0, 0 };

      find_topic (text, info->words, &topic);
      g_array_append_val (topics, topic);
    }
  return topics;
}

gboolean
bb_topics_is_government (BbReport *report)
{
  g_autofree char *name = bb_text_trim (bb_report_get_organisation (report));

  return g_str_has_suffix (name, GOVERNMENT);
}

GArray *
bb_prose_topics (BbReport *report, guint section)
{
  const BbSection *info;
  GArray *topics;
  gboolean all;

  g_return_val_if_fail (BB_IS_REPORT (report), NULL);
  g_return_val_if_fail (section < bb_report_get_form (report)->n_sections, NULL);

  info = &bb_report_get_form (report)->sections[section];
  topics = bb_topics_find (info, bb_field_get_text (bb_report_get_section (report, section)));
  all = *bb_report_get_organisation (report) == '\0' || bb_topics_is_government (report);
  /* A bureau that writes of it all the same has it ticked; it is not missed where it is not due. */
  for (guint i = 0; !all && i < topics->len; i++)
    if (info->topics[i].government_only)
      g_array_index (topics, BbProseTopic, i).is_checked = g_array_index (topics, BbProseTopic, i).is_met;
  return topics;
}
