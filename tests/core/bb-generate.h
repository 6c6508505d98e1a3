/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <bianbao/bianbao.h>

G_BEGIN_DECLS

/* Reports for the tests: one that is sound, and any number of random ones. Every name and sentence is made up. */

/**
 * bb_generate_sound: the figures of tests/data/figures/@form.tsv, all read, with a sentence in every section. No rule finds
 * anything in it.
 *
 * Returns: (transfer full): a report without history
 */
BbReport *bb_generate_sound (const char *form);

/**
 * bb_generate_random: of either edition; figures that add up or do not, blanks, words, units; narrative of any number of
 * paragraphs with points and punctuation that offices use. What it holds is what its own export can hold: no paragraph reads
 * as a heading of another section, or as a row of a table.
 *
 * Returns: (transfer full): a report without history
 */
BbReport *bb_generate_random (GRand *random);

G_END_DECLS
