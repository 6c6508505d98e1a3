/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bb-save.h>

/*
 * The limits of reading (safety.md, "Reading"). A file is hostile until it is read; past one of these it is
 * refused with BB_IMPORT_ERROR_TOO_LARGE and the limit's name. The size of a file is BB_FILE_LIMIT.
 */

/* Of one table: rows, and places in a row. */
#define BB_IMPORT_ROW_LIMIT 2000
#define BB_IMPORT_PLACE_LIMIT 200

/* Of a merged cell: rows or columns, as browsers do. Of all tables together: places. */
#define BB_IMPORT_SPAN_LIMIT 1000
#define BB_IMPORT_PLACES_LIMIT 2000000

/* Of the whole: paragraphs and rows. Seven sections of narrative have fewer by far. */
#define BB_IMPORT_LINE_LIMIT 20000

/* Of the narrative of one section, in bytes; of one line, too. */
#define BB_IMPORT_NARRATIVE_LIMIT (1024 * 1024)

/* Values in a row beyond its columns: with more, the ways to place them are too many to try. */
#define BB_IMPORT_EXTRA_LIMIT 4

/* Notes of one kind; what is past it is told in one last note, with its number. */
#define BB_IMPORT_NOTE_LIMIT 200

/* Of a text file, and of a web page without the pictures that are written into it: bytes. */
#define BB_IMPORT_TEXT_LIMIT (10 * 1024 * 1024)

/* Of an office file: its parts, each of them inflated, all of them, and how much smaller packing may make one. */
#define BB_IMPORT_ENTRY_LIMIT 4096
#define BB_IMPORT_PART_LIMIT (64 * 1024 * 1024)
#define BB_IMPORT_PARTS_LIMIT (128 * 1024 * 1024)
#define BB_IMPORT_RATIO_LIMIT 100
#define BB_IMPORT_RATIO_FREE (100 * 1024)

/* Of XML: elements inside one another. */
#define BB_IMPORT_DEPTH_LIMIT 128

/* Of a web page: elements, and elements inside one another. */
#define BB_IMPORT_NODE_LIMIT 500000
#define BB_IMPORT_HTML_DEPTH_LIMIT 512

/* Of its tags: the parser compares each attribute with each other one of its tag; bytes and such pairs together. */
#define BB_IMPORT_HTML_WORK_LIMIT 300000000

/* Of a PDF file: pages, and characters on all of them. */
#define BB_IMPORT_PAGE_LIMIT 300
#define BB_IMPORT_GLYPH_LIMIT 2000000
