/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * What begins the row that a workbook of ours has below a table: whether the balances hold is computed there, and nothing of it
 * is a figure of the report. The writer sets it, the reader passes over such a row.
 */
#define BB_CHECK_ROW_LABEL "勾稽关系核对（不打印）"
