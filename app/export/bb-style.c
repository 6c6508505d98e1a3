/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-style.h"

/* *INDENT-OFF* */
static const BbFaceNames faces[BB_N_FACES] = {
  [BB_FACE_FANGSONG] = { "fs", "仿宋_GB2312", "仿宋",
                         "\"仿宋_GB2312\", \"FangSong_GB2312\", \"仿宋\", FangSong, STFangsong, serif" },
  [BB_FACE_TITLE]    = { "bs", "方正小标宋简体", "宋体",
                         "\"方正小标宋简体\", \"方正小标宋_GBK\", STZhongsong, \"宋体\", SimSun, serif" },
  [BB_FACE_HEI]      = { "ht", "黑体", "SimHei", "\"黑体\", SimHei, sans-serif" },
  [BB_FACE_KAI]      = { "kt", "楷体_GB2312", "楷体",
                         "\"楷体_GB2312\", \"楷体\", KaiTi, STKaiti, serif" },
  [BB_FACE_SONG]     = { "st", "宋体", "SimSun", "\"宋体\", SimSun, serif" },
};

/* Tables are set in 小五 (9 pt): the official table 3 has no room for more. */
static const BbStyle styles[BB_N_STYLES] = {
  /*                        id    face              pt    pitch                align             indent above below */
  [BB_STYLE_TITLE]      = { "t0", BB_FACE_TITLE,    22.0, 36.0,                BB_ALIGN_CENTRE,  0.0,   0.0, 29.0 },
  [BB_STYLE_SECTION]    = { "t1", BB_FACE_HEI,      16.0, BB_SHEET_LINE_PITCH, BB_ALIGN_JUSTIFY, 2.0,   0.0, 0.0 },
  [BB_STYLE_POINT]      = { "t2", BB_FACE_KAI,      16.0, BB_SHEET_LINE_PITCH, BB_ALIGN_JUSTIFY, 2.0,   0.0, 0.0 },
  [BB_STYLE_BODY]       = { "tx", BB_FACE_FANGSONG, 16.0, BB_SHEET_LINE_PITCH, BB_ALIGN_JUSTIFY, 2.0,   0.0, 0.0 },
  [BB_STYLE_ATTACHMENT] = { "ta", BB_FACE_FANGSONG, 16.0, BB_SHEET_LINE_PITCH, BB_ALIGN_JUSTIFY, 0.0,   0.0, 0.0 },
  [BB_STYLE_SIGNATURE]  = { "ts", BB_FACE_FANGSONG, 16.0, BB_SHEET_LINE_PITCH, BB_ALIGN_CENTRE,  0.0,   0.0, 0.0 },
  [BB_STYLE_BLOCK]      = { "cb", BB_FACE_HEI,      10.5, 15.0,                BB_ALIGN_CENTRE,  0.0,   0.0, 0.0 },
  [BB_STYLE_HEAD]       = { "ch", BB_FACE_HEI,      9.0,  12.0,                BB_ALIGN_CENTRE,  0.0,   0.0, 0.0 },
  [BB_STYLE_GROUP]      = { "cg", BB_FACE_SONG,     9.0,  12.0,                BB_ALIGN_CENTRE,  0.0,   0.0, 0.0 },
  [BB_STYLE_LABEL]      = { "cl", BB_FACE_SONG,     9.0,  12.0,                BB_ALIGN_LEFT,    0.0,   0.0, 0.0 },
  [BB_STYLE_VALUE]      = { "cv", BB_FACE_SONG,     9.0,  12.0,                BB_ALIGN_CENTRE,  0.0,   0.0, 0.0 },
};
/* *INDENT-ON* */

const BbFaceNames *
bb_face_get (BbFace face)
{
  g_return_val_if_fail (face < BB_N_FACES, NULL);

  return &faces[face];
}

const BbStyle *
bb_style_get (BbStyleId id)
{
  g_return_val_if_fail (id < BB_N_STYLES, NULL);

  return &styles[id];
}
