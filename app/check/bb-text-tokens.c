/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-text-tokens.h"

#include "check/bb-text-quantity.h"

#include <string.h>

typedef struct
{
  const char *text;
  BbTextWord word;
  const char *which;
} Entry;

/* *INDENT-OFF* */
static const Entry entries[] = {
  { "\n", BB_WORD_PARAGRAPH, NULL }, { "。", BB_WORD_STOP, NULL }, { "！", BB_WORD_STOP, NULL }, { "？", BB_WORD_STOP, NULL },
  { "；", BB_WORD_SEMICOLON, NULL }, { ";", BB_WORD_SEMICOLON, NULL },
  { "，", BB_WORD_COMMA, NULL }, { ",", BB_WORD_COMMA, NULL },
  { "（", BB_WORD_OPEN, NULL }, { "(", BB_WORD_OPEN, NULL }, { "）", BB_WORD_CLOSE, NULL }, { ")", BB_WORD_CLOSE, NULL },
  { "、", BB_WORD_LIST, NULL },
  /* requests */
  { "新收", BB_WORD_NEWLY, NULL }, { "新增受理", BB_WORD_NEWLY, NULL }, { "新接收", BB_WORD_NEWLY, NULL },
  { "收到", BB_WORD_RECEIVE, NULL }, { "受理", BB_WORD_RECEIVE, NULL }, { "接收", BB_WORD_RECEIVE, NULL },
  { "收办", BB_WORD_RECEIVE, NULL }, { "接到", BB_WORD_RECEIVE, NULL },
  { "办结", BB_WORD_DONE, NULL }, { "答复", BB_WORD_DONE, NULL }, { "办复", BB_WORD_DONE, NULL }, { "回复", BB_WORD_DONE, NULL },
  { "办理", BB_WORD_HANDLE, NULL }, { "处理", BB_WORD_HANDLE, NULL }, { "处理决定", BB_WORD_NOTHING, NULL }, { "按期办结率", BB_WORD_NOTHING, NULL }, { "办理结果", BB_WORD_REQUEST, NULL },
  { "结转", BB_WORD_CARRIED, NULL }, { "转入", BB_WORD_CARRIED, NULL }, { "转结", BB_WORD_CARRIED, NULL }, { "转至", BB_WORD_CARRIED, NULL }, { "顺延", BB_WORD_CARRIED, NULL },
  { "上一年度", BB_WORD_LAST_YEAR, NULL }, { "上一年", BB_WORD_LAST_YEAR, NULL }, { "上年度", BB_WORD_LAST_YEAR, NULL },
  { "上年", BB_WORD_LAST_YEAR, NULL }, { "去年", BB_WORD_LAST_YEAR, NULL },
  { "下一年度", BB_WORD_NEXT_YEAR, NULL }, { "下一年", BB_WORD_NEXT_YEAR, NULL }, { "下年度", BB_WORD_NEXT_YEAR, NULL },
  { "下年", BB_WORD_NEXT_YEAR, NULL }, { "次年", BB_WORD_NEXT_YEAR, NULL }, { "明年", BB_WORD_NEXT_YEAR, NULL },
  { "尚在办理", BB_WORD_OPEN_CASES, NULL }, { "正在办理", BB_WORD_OPEN_CASES, NULL }, { "仍在办理", BB_WORD_OPEN_CASES, NULL },
  { "未办结", BB_WORD_OPEN_CASES, NULL }, { "尚未办结", BB_WORD_OPEN_CASES, NULL },
  { "申请", BB_WORD_REQUEST, NULL }, { "申请人", BB_WORD_NOTHING, NULL },
  { "申请人类型", BB_WORD_REQUEST, NULL }, { "申请人类别", BB_WORD_REQUEST, NULL }, { "申请主体", BB_WORD_REQUEST, NULL }, { "申请书", BB_WORD_NOTHING, NULL },
  { "申请表", BB_WORD_NOTHING, NULL }, { "申请行政复议", BB_WORD_GROUP, "review" }, { "申请事项", BB_WORD_NOTHING, NULL },
  { "申请渠道", BB_WORD_NOTHING, NULL }, { "申请数量", BB_WORD_REQUEST, "bare" },
  { "申请总量", BB_WORD_REQUEST, "bare" }, { "申请量", BB_WORD_REQUEST, "bare" }, { "申请内容", BB_WORD_NOTHING, NULL },
  { "依申请公开", BB_WORD_REQUEST, "bare" }, { "依申请公开事项", BB_WORD_REQUEST, "bare" }, { "政府信息公开申请", BB_WORD_REQUEST, "bare" }, { "信息公开申请", BB_WORD_REQUEST, "bare" },
  { "公开申请", BB_WORD_REQUEST, "bare" },
  { "信息公开", BB_WORD_INFORMATION, NULL }, { "政务公开", BB_WORD_INFORMATION, NULL }, { "涉及政府信息公开", BB_WORD_INFORMATION, NULL },
  { "涉及信息公开", BB_WORD_INFORMATION, NULL }, { "涉及政府信息", BB_WORD_INFORMATION, NULL },
  /* results */
  { "予以公开", BB_WORD_ROW, "granted" }, { "部分公开", BB_WORD_ROW, "partial" }, { "不予公开", BB_WORD_ROW, "deny" },
  { "无法提供", BB_WORD_ROW, "unable" }, { "不予处理", BB_WORD_ROW, "refuse" }, { "其他处理", BB_WORD_ROW, "other" },
  { "国家秘密", BB_WORD_ROW, "deny.1" }, { "法律行政法规禁止公开", BB_WORD_ROW, "deny.2" }, { "法律、行政法规禁止公开", BB_WORD_ROW, "deny.2" },
  { "三安全一稳定", BB_WORD_ROW, "deny.3" }, { "第三方合法权益", BB_WORD_ROW, "deny.4" },
  { "三类内部事务信息", BB_WORD_ROW, "deny.5" }, { "内部事务信息", BB_WORD_ROW, "deny.5" },
  { "四类过程性信息", BB_WORD_ROW, "deny.6" }, { "过程性信息", BB_WORD_ROW, "deny.6" },
  { "行政执法案卷", BB_WORD_ROW, "deny.7" }, { "行政查询事项", BB_WORD_ROW, "deny.8" },
  { "本机关不掌握", BB_WORD_ROW, "unable.1" }, { "没有现成信息", BB_WORD_ROW, "unable.2" }, { "补正后申请内容仍不明确", BB_WORD_ROW, "unable.3" },
  { "信访举报投诉类申请", BB_WORD_ROW, "refuse.1" }, { "信访、举报、投诉类申请", BB_WORD_ROW, "refuse.1" }, { "重复申请", BB_WORD_ROW, "refuse.2" },
  { "要求提供公开出版物", BB_WORD_ROW, "refuse.3" }, { "大量反复申请", BB_WORD_ROW, "refuse.4" }, { "重新出具已获取信息", BB_WORD_ROW, "refuse.5" },
  { "逾期不补正", BB_WORD_ROW, "other.1" }, { "逾期未补正", BB_WORD_ROW, "other.1" }, { "逾期未按收费通知", BB_WORD_ROW, "other.2" },
  /* applicants */
  { "自然人", BB_WORD_COLUMN, "natural" }, { "商业企业", BB_WORD_COLUMN, "business" }, { "企业", BB_WORD_COLUMN, "business" },
  { "科研机构", BB_WORD_COLUMN, "research" }, { "社会公益组织", BB_WORD_COLUMN, "charity" }, { "法律服务机构", BB_WORD_COLUMN, "legal" },
  { "法人或其他组织", BB_WORD_COLUMN, "business research charity legal other" },
  { "法人或者其他组织", BB_WORD_COLUMN, "business research charity legal other" },
  { "法人和其他组织", BB_WORD_COLUMN, "business research charity legal other" },
  { "法人及其他组织", BB_WORD_COLUMN, "business research charity legal other" },
  { "法人、其他组织", BB_WORD_COLUMN, "business research charity legal other" }, { "其他", BB_WORD_COLUMN, "other" },
  { "公民、法人", BB_WORD_NOTHING, NULL }, { "公民、法人或其他组织", BB_WORD_NOTHING, NULL }, { "公民、法人和其他组织", BB_WORD_NOTHING, NULL },
  { "公民、法人或者其他组织", BB_WORD_NOTHING, NULL }, { "公民、法人及其他组织", BB_WORD_NOTHING, NULL },
  /* disputes */
  { "行政复议", BB_WORD_GROUP, "review" }, { "复议", BB_WORD_GROUP, "review" }, { "行政诉讼", BB_WORD_GROUP, "direct after_review" },
  { "诉讼", BB_WORD_GROUP, "direct after_review" }, { "直接起诉", BB_WORD_GROUP, "direct" }, { "未经复议直接起诉", BB_WORD_GROUP, "direct" },
  { "未经行政复议直接起诉", BB_WORD_GROUP, "direct" }, { "未经复议直接提起行政诉讼", BB_WORD_GROUP, "direct" },
  { "未经复议直接提起诉讼", BB_WORD_GROUP, "direct" }, { "复议后起诉", BB_WORD_GROUP, "after_review" },
  { "复议后提起诉讼", BB_WORD_GROUP, "after_review" }, { "复议后提起行政诉讼", BB_WORD_GROUP, "after_review" },
  { "行政复议机关", BB_WORD_NOTHING, NULL }, { "复议机关", BB_WORD_NOTHING, NULL }, { "行政复议法", BB_WORD_NOTHING, NULL },
  { "维持", BB_WORD_OUTCOME, "upheld" }, { "纠正", BB_WORD_OUTCOME, "corrected" }, { "其他结果", BB_WORD_OUTCOME, "other" },
  { "尚未审结", BB_WORD_OUTCOME, "pending" }, { "未审结", BB_WORD_OUTCOME, "pending" },
  { "败诉", BB_WORD_FOREIGN, NULL }, { "胜诉", BB_WORD_FOREIGN, NULL }, { "撤诉", BB_WORD_FOREIGN, NULL }, { "撤销", BB_WORD_FOREIGN, NULL },
  { "驳回", BB_WORD_FOREIGN, NULL }, { "纠错", BB_WORD_FOREIGN, NULL }, { "出庭应诉", BB_WORD_FOREIGN, NULL },
  /* table two */
  { "规章", BB_WORD_NOUN, "rules" }, { "规章制度", BB_WORD_FOREIGN, NULL }, { "规范性文件", BB_WORD_NOUN, "normative" },
  { "制发", BB_WORD_VERB, "made" }, { "制定", BB_WORD_VERB, "made" }, { "出台", BB_WORD_VERB, "made" },
  { "废止", BB_WORD_VERB, "repealed" }, { "清理废止", BB_WORD_VERB, "repealed" }, { "现行有效", BB_WORD_VERB, "valid" },
  { "行政许可", BB_WORD_DECISION, "licences" }, { "行政处罚", BB_WORD_DECISION, "penalties" }, { "行政强制", BB_WORD_DECISION, "coercion" },
  { "行政事业性收费", BB_WORD_FEE, NULL },
  { "公开", BB_WORD_PUBLISH, NULL }, { "公示", BB_WORD_PUBLISH, NULL }, { "发布", BB_WORD_PART, NULL }, { "制定发布", BB_WORD_VERB, "made" }, { "制定并发布", BB_WORD_VERB, "made" }, { "公布", BB_WORD_PUBLISH, NULL },
  /* other matters */
  { "咨询", BB_WORD_FOREIGN, NULL }, { "留言", BB_WORD_FOREIGN, NULL }, { "来信", BB_WORD_FOREIGN, NULL }, { "来电", BB_WORD_FOREIGN, NULL },
  { "信访", BB_WORD_FOREIGN, NULL }, { "提案", BB_WORD_FOREIGN, NULL }, { "建议", BB_WORD_FOREIGN, NULL }, { "投诉", BB_WORD_FOREIGN, NULL },
  { "举报", BB_WORD_FOREIGN, NULL }, { "回应", BB_WORD_FOREIGN, NULL }, { "解读", BB_WORD_FOREIGN, NULL }, { "稿件", BB_WORD_FOREIGN, NULL },
  { "网站", BB_WORD_FOREIGN, NULL }, { "公众号", BB_WORD_FOREIGN, NULL }, { "热线", BB_WORD_FOREIGN, NULL }, { "工单", BB_WORD_FOREIGN, NULL },
  { "信箱", BB_WORD_FOREIGN, NULL }, { "诉求", BB_WORD_FOREIGN, NULL }, { "意见", BB_WORD_FOREIGN, NULL }, { "问题", BB_WORD_FOREIGN, NULL },
  { "事项", BB_WORD_FOREIGN, NULL }, { "清单", BB_WORD_FOREIGN, NULL }, { "目录", BB_WORD_FOREIGN, NULL }, { "备案", BB_WORD_FOREIGN, NULL },
  { "审核", BB_WORD_FOREIGN, NULL }, { "审查", BB_WORD_FOREIGN, NULL }, { "清理", BB_WORD_FOREIGN, NULL }, { "修订", BB_WORD_FOREIGN, NULL },
  { "起草", BB_WORD_FOREIGN, NULL }, { "修改", BB_WORD_FOREIGN, NULL }, { "草案", BB_WORD_FOREIGN, NULL }, { "制度", BB_WORD_FOREIGN, NULL },
  { "信息处理费", BB_WORD_FOREIGN, NULL }, { "处理费", BB_WORD_FOREIGN, NULL }, { "案例", BB_WORD_FOREIGN, NULL }, { "减免", BB_WORD_FOREIGN, NULL },
  { "信息", BB_WORD_FOREIGN, "of decisions" }, { "其余", BB_WORD_FOREIGN, NULL }, { "条目", BB_WORD_FOREIGN, NULL },
  { "拟公开", BB_WORD_FOREIGN, NULL }, { "拟废止", BB_WORD_FOREIGN, NULL }, { "拟修改", BB_WORD_FOREIGN, NULL }, { "拟制定", BB_WORD_FOREIGN, NULL },
  { "会商", BB_WORD_FOREIGN, NULL }, { "协查", BB_WORD_FOREIGN, NULL }, { "案卷", BB_WORD_FOREIGN, NULL }, { "评查", BB_WORD_FOREIGN, NULL },
  { "抽查", BB_WORD_FOREIGN, NULL }, { "告知书", BB_WORD_FOREIGN, NULL }, { "答复书", BB_WORD_FOREIGN, NULL }, { "决定书", BB_WORD_FOREIGN, NULL },
  { "政策", BB_WORD_FOREIGN, NULL }, { "指导", BB_WORD_FOREIGN, NULL },
  { "文书", BB_WORD_FOREIGN, NULL }, { "模板", BB_WORD_FOREIGN, NULL }, { "范本", BB_WORD_FOREIGN, NULL }, { "样本", BB_WORD_FOREIGN, NULL },
  { "手册", BB_WORD_FOREIGN, NULL }, { "汇编", BB_WORD_FOREIGN, NULL }, { "宣传", BB_WORD_FOREIGN, NULL }, { "资料", BB_WORD_FOREIGN, NULL },
  { "材料", BB_WORD_FOREIGN, NULL }, { "简报", BB_WORD_FOREIGN, NULL }, { "管理办法", BB_WORD_FOREIGN, NULL }, { "管理规定", BB_WORD_FOREIGN, NULL },
  { "实施细则", BB_WORD_FOREIGN, NULL }, { "不予行政处罚", BB_WORD_FOREIGN, NULL }, { "免予行政处罚", BB_WORD_FOREIGN, NULL }, { "免于行政处罚", BB_WORD_FOREIGN, NULL },
  { "重大行政处罚", BB_WORD_FOREIGN, NULL }, { "涉企行政处罚", BB_WORD_FOREIGN, NULL }, { "重大行政许可", BB_WORD_FOREIGN, NULL }, { "应诉", BB_WORD_FOREIGN, NULL },
  { "台账", BB_WORD_FOREIGN, NULL }, { "名录", BB_WORD_FOREIGN, NULL },
  /* parts that no table has */
  { "网络", BB_WORD_PART, NULL }, { "在线", BB_WORD_PART, NULL }, { "网上", BB_WORD_PART, NULL }, { "平台", BB_WORD_PART, NULL }, { "平台共", BB_WORD_NOTHING, NULL },
  { "线上", BB_WORD_PART, NULL }, { "线下", BB_WORD_PART, NULL }, { "信函", BB_WORD_PART, NULL }, { "邮寄", BB_WORD_PART, NULL },
  { "邮件", BB_WORD_PART, NULL }, { "当面", BB_WORD_PART, NULL }, { "现场", BB_WORD_PART, NULL }, { "传真", BB_WORD_PART, NULL },
  { "窗口", BB_WORD_PART, NULL }, { "信件", BB_WORD_PART, NULL }, { "电子", BB_WORD_PART, NULL }, { "涉及", BB_WORD_PART, NULL },
  { "关于", BB_WORD_PART, NULL }, { "类申请", BB_WORD_PART, NULL }, { "补正", BB_WORD_PART, NULL }, { "延期", BB_WORD_PART, NULL },
  { "超期", BB_WORD_PART, NULL }, { "逾期", BB_WORD_PART, NULL }, { "邮政", BB_WORD_PART, NULL }, { "撤回", BB_WORD_PART, NULL },
  { "部门", BB_WORD_UNIT, NULL }, { "单位", BB_WORD_UNIT, NULL }, { "街道", BB_WORD_UNIT, NULL }, { "乡镇", BB_WORD_UNIT, NULL },
  { "镇街", BB_WORD_UNIT, NULL }, { "本级", BB_WORD_UNIT, NULL }, { "局", BB_WORD_UNIT, NULL }, { "政府办公室", BB_WORD_UNIT, NULL },
  { "政府办", BB_WORD_UNIT, NULL }, { "委员会", BB_WORD_UNIT, NULL }, { "各部门", BB_WORD_NOTHING, NULL },
  { "及其部门", BB_WORD_NOTHING, NULL }, { "及部门", BB_WORD_NOTHING, NULL }, { "及所属部门", BB_WORD_NOTHING, NULL }, { "各单位", BB_WORD_NOTHING, NULL },
  { "各乡镇", BB_WORD_NOTHING, NULL }, { "各街道", BB_WORD_NOTHING, NULL }, { "各级各部门", BB_WORD_NOTHING, NULL }, { "我局", BB_WORD_NOTHING, NULL },
  { "本局", BB_WORD_NOTHING, NULL }, { "全局", BB_WORD_NOTHING, NULL }, { "各局", BB_WORD_NOTHING, NULL }, { "本单位", BB_WORD_NOTHING, NULL },
  { "我单位", BB_WORD_NOTHING, NULL }, { "各镇街", BB_WORD_NOTHING, NULL }, { "本部门", BB_WORD_NOTHING, NULL }, { "全县", BB_WORD_WHOLE, NULL },
  { "全市", BB_WORD_WHOLE, NULL }, { "全区", BB_WORD_WHOLE, NULL }, { "全省", BB_WORD_WHOLE, NULL }, { "各级", BB_WORD_WHOLE, NULL },
  { "我县", BB_WORD_WHOLE, NULL }, { "我市", BB_WORD_WHOLE, NULL }, { "我区", BB_WORD_WHOLE, NULL },
  { "局面", BB_WORD_NOTHING, NULL }, { "布局", BB_WORD_NOTHING, NULL }, { "格局", BB_WORD_NOTHING, NULL },
  /* how they stand to each other */
  { "其中", BB_WORD_AMONG, NULL }, { "包括", BB_WORD_AMONG, NULL }, { "分别", BB_WORD_EACH, NULL }, { "均", BB_WORD_BOTH, NULL },
  { "增长", BB_WORD_UP, NULL }, { "增加", BB_WORD_UP, NULL }, { "上升", BB_WORD_UP, NULL }, { "下降", BB_WORD_DOWN, NULL }, { "减少", BB_WORD_DOWN, NULL },
  { "降低", BB_WORD_DOWN, NULL }, { "回落", BB_WORD_DOWN, NULL }, { "提高", BB_WORD_UP, NULL }, { "提升", BB_WORD_UP, NULL }, { "上涨", BB_WORD_UP, NULL }, { "占", BB_WORD_SHARE, NULL }, { "占比", BB_WORD_SHARE, NULL }, { "率", BB_WORD_RATE, NULL },
  { "同比", BB_WORD_COMPARE, NULL }, { "相比", BB_WORD_COMPARE, NULL }, { "较", BB_WORD_COMPARE, NULL }, { "比", BB_WORD_COMPARE, NULL },
  { "比例", BB_WORD_SHARE, NULL }, { "对比", BB_WORD_COMPARE, NULL }, { "环比", BB_WORD_FOREIGN, NULL }, { "同期", BB_WORD_NOTHING, NULL },
  { "增幅", BB_WORD_UP, NULL }, { "降幅", BB_WORD_DOWN, NULL }, { "减幅", BB_WORD_DOWN, NULL },
  { "增加到", BB_WORD_REACHES, NULL }, { "增加至", BB_WORD_REACHES, NULL }, { "增长到", BB_WORD_REACHES, NULL }, { "增长至", BB_WORD_REACHES, NULL },
  { "上升到", BB_WORD_REACHES, NULL }, { "上升至", BB_WORD_REACHES, NULL }, { "下降到", BB_WORD_REACHES, NULL }, { "下降至", BB_WORD_REACHES, NULL },
  { "减少到", BB_WORD_REACHES, NULL }, { "减少至", BB_WORD_REACHES, NULL }, { "增至", BB_WORD_REACHES, NULL }, { "减至", BB_WORD_REACHES, NULL },
  { "降至", BB_WORD_REACHES, NULL }, { "升至", BB_WORD_REACHES, NULL },
  { "持平", BB_WORD_COMPARE, NULL }, { "没有", BB_WORD_NONE, NULL }, { "未", BB_WORD_NONE, NULL }, { "无", BB_WORD_NONE, NULL }, { "不存在", BB_WORD_NONE, NULL },
  { "未发生", BB_WORD_NONE, NULL }, { "未收到", BB_WORD_NONE, "received" }, { "没有收到", BB_WORD_NONE, "received" },
  { "未接到", BB_WORD_NONE, "received" }, { "未受理", BB_WORD_NONE, "received" }, { "未接收", BB_WORD_NONE, "received" },
  { "没有接到", BB_WORD_NONE, "received" }, { "未新收", BB_WORD_NONE, "received" },
  { "无正当理由", BB_WORD_NOTHING, NULL }, { "未经", BB_WORD_NOTHING, NULL }, { "未按", BB_WORD_NOTHING, NULL }, { "未出现超期", BB_WORD_NOTHING, NULL },
  { "未出现", BB_WORD_NONE, NULL }, { "未及时", BB_WORD_NOTHING, NULL }, { "未能", BB_WORD_NOTHING, NULL }, { "无超期", BB_WORD_NOTHING, NULL },
  { "以来", BB_WORD_SPAN, NULL }, { "近三年", BB_WORD_SPAN, NULL }, { "近两年", BB_WORD_SPAN, NULL }, { "近五年", BB_WORD_SPAN, NULL },
  { "年来", BB_WORD_SPAN, NULL }, { "三年累计", BB_WORD_SPAN, NULL }, { "五年累计", BB_WORD_SPAN, NULL }, { "三年共", BB_WORD_SPAN, NULL },
  { "五年共", BB_WORD_SPAN, NULL }, { "年均", BB_WORD_SPAN, NULL }, { "两年共", BB_WORD_SPAN, NULL }, { "两年累计", BB_WORD_SPAN, NULL }, { "历年", BB_WORD_SPAN, NULL }, { "上半年", BB_WORD_SPAN, NULL }, { "下半年", BB_WORD_SPAN, NULL },
  { "季度", BB_WORD_SPAN, NULL }, { "下一步", BB_WORD_SPAN, NULL }, { "下步", BB_WORD_SPAN, NULL }, { "计划", BB_WORD_SPAN, NULL }, { "今年以来", BB_WORD_NOTHING, NULL }, { "本年度以来", BB_WORD_NOTHING, NULL }, { "今年来", BB_WORD_NOTHING, NULL },
};
/* *INDENT-ON* */

/* Words by their first bytes; 0 ends a list, as the first entry is in none but its own. */
#define N_BUCKETS 1024
static guint16 buckets[N_BUCKETS];
static guint16 next_entry[G_N_ELEMENTS (entries) + 1];
static guint8 lengths[G_N_ELEMENTS (entries) + 1];

static guint
bucket_of (const char *p)
{
  const guchar *bytes = (const guchar *) p;

  return bytes[0] < 0x80 ? bytes[0] : (bytes[0] * 61u + bytes[1] * 67u + (bytes[2] & 0x3Fu) * 13u) % N_BUCKETS;
}

/* Entries count from 1 here. Longer words come first. */
static void
build (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  for (guint16 i = 1; i <= G_N_ELEMENTS (entries); i++)
    {
      guint16 *place = &buckets[bucket_of (entries[i - 1].text)];

      lengths[i] = (guint8) strlen (entries[i - 1].text);
      while (*place != 0 && lengths[*place] >= lengths[i])
        place = &next_entry[*place];
      next_entry[i] = *place;
      *place = i;
    }
  g_once_init_leave (&done, 1);
}

static const Entry *
find_entry (const char *p, gsize *length)
{
  for (guint16 i = buckets[bucket_of (p)]; i != 0; i = next_entry[i])
    if (strncmp (p, entries[i - 1].text, lengths[i]) == 0)
      {
        *length = lengths[i];
        return &entries[i - 1];
      }
  return NULL;
}

/* The longest name of a law or notice, in bytes. */
#define NAME_LIMIT 400

/* Returns: behind what stands between the brackets of a name or a number of a document; @p when none begins there, or it is not closed. */
static const char *
skip_name (const char *p)
{
  const char *close = g_str_has_prefix (p, "《") ? "》" : g_str_has_prefix (p, "〔") ? "〕" : NULL;

  for (gsize i = 0; close != NULL && i < NAME_LIMIT && p[i] != '\0' && p[i] != '\n'; i++)
    if (p[i] == close[0] && g_str_has_prefix (p + i, close))
      return p + i + strlen (close);
  return p;
}

/* Returns: behind the token that begins at @p, %NULL when none does. */
static const char *
read_token (const char *text, const char *p, GArray *tokens)
{
  BbTextToken token = { 0 };
  gsize length;
  const Entry *entry = find_entry (p, &length);

  if (entry != NULL)
    {
      token.word = entry->word;
      token.which = entry->which;
      token.start = (gsize) (p - text);
      token.end = token.start + length;
    }
  else if (!bb_text_quantity_read (text, p, &token))
    return NULL;
  g_array_append_val (tokens, token);
  return text + token.end;
}

void
bb_text_tokens_find (const char *text, GArray *tokens)
{
  const char *p = text;

  build ();
  while (*p != '\0')
    {
      const char *behind = skip_name (p);

      if (behind == p)
        behind = read_token (text, p, tokens);
      p = behind != NULL ? behind : g_utf8_next_char (p);
    }
}
