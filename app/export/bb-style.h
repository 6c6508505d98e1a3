/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The dress of a printed report: GB/T 9704-2012 as form.md ("Layout") gives it. One table of values for all
 * writers: HTML and XLSX now, DOCX, PDF and print later. Lengths of the sheet are in millimetres, type in points.
 */

#define BB_SHEET_WIDTH 210.0
#define BB_SHEET_HEIGHT 297.0
#define BB_SHEET_TOP 37.0
#define BB_SHEET_LEFT 28.0
#define BB_SHEET_TEXT_WIDTH 156.0
#define BB_SHEET_TEXT_HEIGHT 225.0
#define BB_SHEET_RIGHT (BB_SHEET_WIDTH - BB_SHEET_LEFT - BB_SHEET_TEXT_WIDTH)
#define BB_SHEET_BOTTOM (BB_SHEET_HEIGHT - BB_SHEET_TOP - BB_SHEET_TEXT_HEIGHT)
/* 22 lines on 225 mm, 28 characters in each. */
#define BB_SHEET_LINE_PITCH 29.0
#define BB_SHEET_LINES 22
#define BB_SHEET_CHARACTERS 28

/* Free at each side of a cell's text, in points: the official table is as wide as the page and leaves no more. */
#define BB_CELL_PADDING 1.0
/* That of a label, which is not in the middle of its cell. */
#define BB_LABEL_PADDING_LEFT 4.0
#define BB_LABEL_PADDING_RIGHT 2.0
#define BB_CELL_BORDER 0.75
/* Free above and below it. */
#define BB_CELL_AIR 2.5

#define BB_MM_TO_POINTS(mm) ((mm) * 72.0 / 25.4)
#define BB_MM_TO_PIXELS(mm) ((mm) * 96.0 / 25.4)

/* The nearest whole number of @pixels, which are not negative. lround() would be the one thing for which bianbao-cli loads libm. */
static inline long
bb_whole_pixels (double pixels)
{
  return (long) (pixels + 0.5);
}
#define BB_POINTS_TO_MM(points) ((points) * 25.4 / 72.0)

/**
 * BbFace: the faces an official document uses. None of them is free, so each has a chain.
 */
typedef enum
{
  BB_FACE_FANGSONG,
  BB_FACE_TITLE,
  BB_FACE_HEI,
  BB_FACE_KAI,
  BB_FACE_SONG,
  BB_N_FACES
} BbFace;

/**
 * BbFaceNames:
 * @id: short ASCII name, for class names
 * @name: the one name for formats that take a single one
 * @substitute: what a word processor should take when @name is not installed
 * @chain: all names, in CSS writing, ending in a generic family
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *substitute;
  const char *chain;
} BbFaceNames;

typedef enum
{
  BB_ALIGN_LEFT,
  BB_ALIGN_CENTRE,
  BB_ALIGN_JUSTIFY
} BbAlign;

/**
 * BbStyleId: what a piece of text is.
 * @BB_STYLE_TITLE: the report's title
 * @BB_STYLE_SECTION: 一、
 * @BB_STYLE_POINT: （一） standing alone, or the opening sentence of a paragraph that begins so
 * @BB_STYLE_BODY: a paragraph; `1.` is set like it
 * @BB_STYLE_ATTACHMENT: what is attached, at the end; its lines begin where its name does
 * @BB_STYLE_SIGNATURE: the office that signs and the date, in the middle of a strip at the right margin
 * @BB_STYLE_BLOCK: 第二十条第（N）项
 * @BB_STYLE_HEAD: column heads of tables
 * @BB_STYLE_GROUP: row labels of tables that stand beside several rows
 * @BB_STYLE_LABEL: row labels of tables
 * @BB_STYLE_VALUE: the cells
 */
typedef enum
{
  BB_STYLE_TITLE,
  BB_STYLE_SECTION,
  BB_STYLE_POINT,
  BB_STYLE_BODY,
  BB_STYLE_ATTACHMENT,
  BB_STYLE_SIGNATURE,
  BB_STYLE_BLOCK,
  BB_STYLE_HEAD,
  BB_STYLE_GROUP,
  BB_STYLE_LABEL,
  BB_STYLE_VALUE,
  BB_N_STYLES
} BbStyleId;

/**
 * BbStyle:
 * @id: short ASCII name, for class names
 * @points: size of the type
 * @pitch: from line to line, in points
 * @indent: of the first line, in characters
 * @above, @below: space in points
 */
typedef struct
{
  const char *id;
  BbFace face;
  double points;
  double pitch;
  BbAlign align;
  double indent;
  double above;
  double below;
} BbStyle;

const BbFaceNames *bb_face_get (BbFace face);
const BbStyle *bb_style_get (BbStyleId id);

G_END_DECLS
