/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bb-writers.h"

#include "export/bb-docx-writer.h"
#include "export/bb-pdf-writer.h"

const BbWriters bb_writers = { .docx = bb_docx_write, .pdf = bb_pdf_write };
