/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-page-closing.h"

#include <bianbao/bb-text.h>

#include <string.h>

/* From the left margin, in characters: 附件： and, below its first name, the numbers of the others. */
#define ATTACHMENT_INDENT 2.0
#define ITEM_INDENT 5.0

/* In characters. An office that signs fits in a line; a name of an attachment is no essay. */
#define LONGEST_OFFICE 26
#define SHORTEST_OFFICE 4
#define LONGEST_NAME 100

#define MOST_OFFICES 5
#define MOST_NOTES 2

/* What offices are called at the end, as far as nothing else that stands alone before a date ends so. */
static const char *const office_ends[] = {
  "政府", "办公室", "办公厅", "委员会", "管委会", "局", "厅", "部", "院", "署", "处", "中心", "街道", "馆", "所", "公司",
  "大学", "学校", "中学", "小学", "支队", "大队", "总队", "银行", "联合会", "总工会", "协会", "党委", "党工委", "信访办", "政务办",
};

/* A line without punctuation in which one of these stands says something about an office. */
static const char *const no_office[] = {
  "特此", "以上", "报告", "报送", "抄送", "呈报", "如下", "附件", "附表", "联系",
};

/* Like strspn(), for one character of @set at most. */
static gsize
skip_one_of (const char *text, const char *set)
{
  gunichar first = g_utf8_get_char (text);

  return first != 0 && g_utf8_strchr (set, -1, first) != NULL ? (gsize) (g_utf8_next_char (text) - text) : 0;
}

static gsize
skip_spaces (const char *text)
{
  const char *p = text;
  gsize n;

  while ((n = skip_one_of (p, " \u00a0\u3000")) > 0)
    p += n;

  return (gsize) (p - text);
}

/* Moves @p behind figures, of which there are from @least to @most, and the character @mark. */
static gboolean
take_part (const char **p, const char *figures, guint least, guint most, const char *mark)
{
  const char *here = *p + skip_spaces (*p);
  guint n_figures = 0;
  gsize n;

  for (; (n = skip_one_of (here, figures)) > 0; n_figures++)
    here += n;
  here += skip_spaces (here);
  if (n_figures < least || n_figures > most || !g_str_has_prefix (here, mark))
    return FALSE;
  *p = here + strlen (mark);

  return TRUE;
}

static gboolean
is_date_in (const char *text, const char *figures, guint longest)
{
  const char *p = text;

  return take_part (&p, figures, 4, 4, "年") && take_part (&p, figures, 1, longest, "月") && take_part (&p, figures, 1, longest, "日") &&
    p[skip_spaces (p)] == '\0';
}

static gboolean
is_date (const char *text)
{
  return is_date_in (text, "0123456789０１２３４５６７８９", 2) || is_date_in (text, "〇○零Ｏ一二三四五六七八九十", 3);
}

/* The characters of names: no figures, and no punctuation but that of a name with its second one in brackets. */
static gboolean
is_name (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isalpha (g_utf8_get_char (p)) && skip_one_of (p, "（）()·、 \u3000") == 0)
      return FALSE;

  return TRUE;
}

static gboolean
has_office_end (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (office_ends); i++)
    if (g_str_has_suffix (name, office_ends[i]) && strlen (name) > strlen (office_ends[i]))
      return TRUE;

  return FALSE;
}

/* An office may have a second name, in brackets. Whoever the title names is one, whatever its name ends in. */
static gboolean
is_office (const char *text, const char *title)
{
  g_autofree char *trimmed = bb_text_trim (text);
  char *second = g_str_has_suffix (trimmed, "）") ? g_utf8_strrchr (trimmed, -1, 0xff08) : NULL;

  if (bb_text_width (trimmed) > 2 * LONGEST_OFFICE || !is_name (trimmed))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (no_office); i++)
    if (strstr (trimmed, no_office[i]) != NULL)
      return FALSE;
  if (bb_text_width (trimmed) >= 2 * SHORTEST_OFFICE && strstr (title, trimmed) != NULL)
    return TRUE;
  if (second != NULL)
    *second = '\0';

  return has_office_end (trimmed);
}

/* （联系人：…） stands behind the date. */
static gboolean
is_note (const BbPageBlock *block)
{
  return block->level == 0 && skip_one_of (block->text, "（(") > 0 &&
    (g_str_has_suffix (block->text, "）") || g_str_has_suffix (block->text, ")"));
}

/* Returns: how many bytes `2.` and the space behind it are; 0 when another number, or none, begins @text. */
static gsize
number_length (const char *text, guint number)
{
  g_autofree char *wanted = g_strdup_printf ("%u", number);
  const char *p = text + strlen (wanted);
  gsize mark;

  if (!g_str_has_prefix (text, wanted))
    return 0;
  mark = skip_one_of (p, ".．、");
  if (mark == 0 || g_ascii_isdigit (p[mark]))
    return 0;
  p += mark;
  p += skip_spaces (p);

  return *p != '\0' ? (gsize) (p - text) : 0;
}

static gsize
caption_length (const char *text)
{
  gsize length = strlen ("附件");
  gsize mark;

  if (!g_str_has_prefix (text, "附件"))
    return 0;
  mark = skip_one_of (text + length, "：:");
  if (mark == 0)
    return 0;
  length += mark;

  return length + skip_spaces (text + length);
}

static BbPageBlock *
get_block (const GPtrArray *blocks, guint index)
{
  return g_ptr_array_index (blocks, index);
}

static gboolean
is_paragraph (const GPtrArray *blocks, guint index)
{
  return get_block (blocks, index)->kind == BB_PAGE_PARAGRAPH;
}

static void
mark (BbPageBlock *block, BbPageKind kind, gsize lead)
{
  block->kind = kind;
  block->level = 0;
  block->lead = lead;
}

/* What a colon announces, or dates one below the other, is a list. */
static gboolean
is_listed (const GPtrArray *blocks, guint first)
{
  const BbPageBlock *above = get_block (blocks, first - 1);

  return above->kind == BB_PAGE_PARAGRAPH &&
    (g_str_has_suffix (above->text, "：") || g_str_has_suffix (above->text, ":") || g_str_has_suffix (above->text, "如下") || is_date (above->text));
}

/* Returns: the first of the texts that sign, which end before @end; @end when none does */
static guint
mark_signature (GPtrArray *blocks, guint end)
{
  const char *title = get_block (blocks, 0)->text;
  guint first = end - 1;

  if (!is_paragraph (blocks, first) || !is_date (get_block (blocks, first)->text))
    return end;
  while (end - first <= MOST_OFFICES && is_paragraph (blocks, first - 1) && is_office (get_block (blocks, first - 1)->text, title))
    first--;
  if (is_listed (blocks, first))
    return end;

  mark (get_block (blocks, end - 1), BB_PAGE_DATE, 0);
  for (guint i = first; i < end - 1; i++)
    mark (get_block (blocks, i), BB_PAGE_OFFICE, 0);
  get_block (blocks, first)->opens = TRUE;

  return first;
}

/* A name has no full stop at its end, or it is a sentence about what is attached. */
static gboolean
is_attached (const char *text)
{
  return bb_text_width (text) <= 2 * LONGEST_NAME && !g_str_has_suffix (text, "。") && !g_str_has_suffix (text, "！");
}

/* Whether the texts from @first on, up to @end, are attachments, one behind the other; then they are told so. */
static gboolean
mark_attachments (GPtrArray *blocks, guint first, guint end)
{
  const char *text = get_block (blocks, first)->text;
  gsize caption = caption_length (text);
  gsize number = number_length (text + caption, 1);
  guint next = number > 0 ? 2 : 1;

  if (caption == 0 || (text[caption] == '\0') != (number == 0 && end > first + 1))
    return FALSE;
  for (guint i = first; i < end; i++)
    if (!is_attached (get_block (blocks, i)->text) || (i > first && number_length (get_block (blocks, i)->text, next + i - first - 1) == 0))
      return FALSE;

  mark (get_block (blocks, first), BB_PAGE_ATTACHMENT, caption + number);
  get_block (blocks, first)->indent = ATTACHMENT_INDENT;
  get_block (blocks, first)->opens = TRUE;
  for (guint i = first + 1; i < end; i++)
    {
      mark (get_block (blocks, i), BB_PAGE_ATTACHMENT, number_length (get_block (blocks, i)->text, next + i - first - 1));
      get_block (blocks, i)->indent = ITEM_INDENT;
    }

  return TRUE;
}

/* Returns: the first of the attachments that end before @end; @end when there are none */
static guint
find_attachments (GPtrArray *blocks, guint end)
{
  for (guint first = end; is_paragraph (blocks, first - 1); first--)
    if (caption_length (get_block (blocks, first - 1)->text) > 0)
      return mark_attachments (blocks, first - 1, end) ? first - 1 : end;

  return end;
}

void
bb_page_mark_closing (GPtrArray *blocks)
{
  guint end = blocks->len, signature, attachments;

  for (guint i = 0; i < MOST_NOTES && is_paragraph (blocks, end - 1) && is_note (get_block (blocks, end - 1)); i++)
    end--;

  /* The signature is the end, but some have what is attached behind it. */
  signature = mark_signature (blocks, end);
  attachments = find_attachments (blocks, signature);
  if (signature == end && attachments < end)
    mark_signature (blocks, attachments);
}

double
bb_page_estimate (const char *text, gsize length, gpointer user_data)
{
  g_autofree char *part = g_strndup (text, length);

  return bb_text_width (part) / 2.0;
}

static gboolean
signs (const BbPageBlock *block)
{
  return block->kind == BB_PAGE_OFFICE || block->kind == BB_PAGE_DATE;
}

double
bb_page_signature_width (const BbPage *page, guint index, BbTextMeasure measure, gpointer user_data)
{
  double strip = 0;

  g_return_val_if_fail (page != NULL && index < page->blocks->len && signs (get_block (page->blocks, index)), 0);

  while (index > 0 && signs (get_block (page->blocks, index - 1)))
    index--;
  for (; index < page->blocks->len && signs (get_block (page->blocks, index)); index++)
    {
      const BbPageBlock *block = get_block (page->blocks, index);
      double width = measure (block->text, strlen (block->text), user_data);

      /* Half a character more: fonts differ, and an office in two lines is none. */
      width += block->kind == BB_PAGE_DATE ? 2 * BB_CLOSING_RIGHT : 0.5;
      strip = MAX (strip, width);
    }

  return MIN (strip, BB_SHEET_CHARACTERS);
}

double
bb_page_attachment_hang (const BbPageBlock *block, BbTextMeasure measure, gpointer user_data)
{
  g_return_val_if_fail (block != NULL && block->kind == BB_PAGE_ATTACHMENT, 0);

  return block->indent + measure (block->text, block->lead, user_data);
}

gboolean
bb_page_keeps_next (const BbPage *page, guint index)
{
  const BbPageBlock *block, *next;

  g_return_val_if_fail (page != NULL && index < page->blocks->len, FALSE);

  if (index + 1 == page->blocks->len)
    return FALSE;
  block = get_block (page->blocks, index);
  next = get_block (page->blocks, index + 1);

  return signs (next) && block->table == NULL;
}
