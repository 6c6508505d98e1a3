/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-fees.h"

#include <string.h>

#define FEE "处理费"
#define YUAN "元"

/* An amount of money, but not 每件100元 and 100元/件, which are rates. */
#define AMOUNT "(?<!每件)(?<!每页)(?<!每份)(?<!每次)(?<![每0-9０-９.．,，])(?<n>[0-9０-９][0-9０-９,，.．]*)\\s*(?<unit>[十百千万亿]*元)(?!\\s*[/／每])"

static GRegex *
amounts (void)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new (AMOUNT, G_REGEX_OPTIMIZE, 0, NULL));
  return regex;
}

/* Returns: FALSE for what is no amount: 1,2元. */
static gboolean
read_amount (const GMatchInfo *info, BbDecimal *amount)
{
  g_autofree char *figure = g_match_info_fetch_named (info, "n");
  g_autofree char *unit = g_match_info_fetch_named (info, "unit");
  g_autofree char *text = g_strconcat (figure, unit, NULL);
  BbNumber number = bb_number_read (text, YUAN);

  *amount = number.form == BB_NUMBER_REMARK ? number.offer : number.value;
  return number.form == BB_NUMBER_OWN_UNIT || (number.form == BB_NUMBER_REMARK && number.has_offer);
}

/* @start: of the sentence, in @text */
static void
search_sentence (const char *text, gsize start, const char *sentence, BbFee *fee)
{
  g_autoptr (GMatchInfo) info = NULL;

  if (strstr (sentence, FEE) == NULL)
    return;
  g_regex_match (amounts (), sentence, 0, &info);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      BbDecimal amount;
      int first, end;

      if (!read_amount (info, &amount) || (fee->length > 0 && bb_decimal_compare (amount, fee->amount) >= 0))
        continue;
      g_match_info_fetch_pos (info, 0, &first, &end);
      fee->amount = amount;
      fee->start = (guint) g_utf8_strlen (text, (gssize) start + first);
      fee->length = (guint) g_utf8_strlen (sentence + first, end - first);
    }
}

BbFee
bb_fees_find (const char *text)
{
  BbFee fee = { 0 };
  const char *start = text;

  while (*start != '\0')
    {
      const char *full_stop = strstr (start, "。");
      const char *line_end = start + strcspn (start, "\n");
      const char *end = full_stop != NULL && full_stop < line_end ? full_stop : line_end;
      g_autofree char *sentence = g_strndup (start, (gsize) (end - start));

      search_sentence (text, (gsize) (start - text), sentence, &fee);
      start = *end != '\0' ? g_utf8_next_char (end) : end;
    }
  return fee;
}
