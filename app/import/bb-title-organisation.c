/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Year and organisation in the words of a title. */
#include "import/bb-title.h"
#include "import/bb-year.h"

#include <bianbao/bb-text.h>
#include <string.h>

/* How a title goes on behind 关于 before its year; longer words are the name of something. */
static const char *const verbs[] = { "", "公布", "发布", "公开", "印发", "报送", "呈报", "做好", "编制" };

static void
cut_end (char       *text,
         const char *end)
{
  if (g_str_has_suffix (text, end))
    text[strlen (text) - strlen (end)] = '\0';
}

/* 【某局】, （某局）: around the whole name. Returns: (transfer full). */
static char *
drop_enclosing (const char *name)
{
  static const struct { const char *open; const char *close; } brackets[] = { { "（", "）" }, { "(", ")" }, { "【", "】" }, { "〔", "〕" }, { "[", "]" } };
  g_autofree char *bare = bb_text_trim (name);

  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      if (!g_str_has_prefix (bare, brackets[i].open) || strstr (bare, brackets[i].close) != bare + strlen (bare) - strlen (brackets[i].close))
        continue;
      cut_end (bare, brackets[i].close);
      return bb_text_trim (bare + strlen (brackets[i].open));
    }
  return g_steal_pointer (&bare);
}

/* 关于某局2023年…, 某局关于公布2023年…: these words are about the report. Returns: (transfer full). */
static char *
drop_about (const char *text)
{
  g_autofree char *name = bb_text_trim (text);
  const char *start;
  const char *quote;
  gboolean is_about;

  /* 关于印发《某局2023年…, 某局关于印发《2023年… */
  cut_end (name, "《");
  quote = strstr (name, "《");
  start = quote != NULL ? quote + strlen ("《") : name;
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *about = g_strconcat ("关于", verbs[i], NULL);

      cut_end (name, about);
    }
  is_about = g_str_has_prefix (start, "关于");
  if (is_about)
    start += strlen ("关于");
  for (guint i = 1; is_about && i < G_N_ELEMENTS (verbs); i++)
    if (g_str_has_prefix (start, verbs[i]))
      return drop_enclosing (start + strlen (verbs[i]));
  return drop_enclosing (start);
}

static char *
organisation_before (const char *text,
                     const char *year)
{
  g_autofree char *before = g_strndup (text, year - text);
  g_autofree char *organisation = bb_text_trim (before);

  /* …政府信息公开2021年年度报告, …信息公开工作报告（2021年）: the subject is no part of the name. */
  g_strlcpy (before, organisation, strlen (before) + 1);
  if (strstr (before, "信息公开") != NULL)
    {
      char *subject = g_strrstr (before, "政府信息公开");

      if (subject == NULL)
        subject = g_strrstr (before, "信息公开");
      *subject = '\0';
    }
  cut_end (before, "（");
  cut_end (before, "(");
  return drop_about (before);
}

static char *
organisation_after (const char *behind_year)
{
  const char *subject = g_strrstr (behind_year, "政府信息公开");
  g_autofree char *organisation = NULL;
  g_autofree char *trimmed = NULL;

  if (subject == NULL)
    return g_strdup ("");
  organisation = g_strndup (behind_year, subject - behind_year);
  trimmed = drop_about (organisation);
  /* 某县人民政府信息公开: the word serves twice. */
  return g_str_has_suffix (trimmed, "人民") ? g_strconcat (trimmed, "政府", NULL) : g_steal_pointer (&trimmed);
}

/* …年度报告（某局）: what stands in the last bracket, where it is called as offices are. Returns: (transfer full). */
static char *
organisation_in_bracket (const char *text)
{
  static const char *const opening[] = { "（", "(" };
  static const char *const closing[] = { "）", ")" };
  g_autofree char *trimmed = bb_text_trim (text);

  for (guint i = 0; i < G_N_ELEMENTS (opening); i++)
    {
      char *bracket = g_str_has_suffix (trimmed, closing[i]) ? g_strrstr (trimmed, opening[i]) : NULL;

      if (bracket == NULL)
        continue;
      cut_end (bracket, closing[i]);
      return bb_title_is_office (bracket + strlen (opening[i])) ? bb_text_trim (bracket + strlen (opening[i])) : g_strdup ("");
    }
  return g_strdup ("");
}

void
bb_title_read (BbTitle    *title,
               const char *text)
{
  const char *start = NULL;
  const char *end = NULL;

  title->year = bb_year_find_last (text, &start, &end);
  g_free (title->organisation);
  title->organisation = title->year != 0 ? organisation_before (text, start) : organisation_after (text);
  if (title->year != 0 && *title->organisation == '\0')
    {
      g_free (title->organisation);
      title->organisation = organisation_after (end);
    }
  if (*title->organisation == '\0')
    {
      g_free (title->organisation);
      title->organisation = organisation_in_bracket (text);
    }
}
