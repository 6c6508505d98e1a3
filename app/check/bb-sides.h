/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/bb-run.h"

G_BEGIN_DECLS

/** BbSides: the two sides of an equation as far as they are filled in. */
typedef struct
{
  BbDecimal left;
  BbDecimal right;
  gboolean left_complete;
  gboolean right_complete;
} BbSides;

/** bb_sides_look: @sides: (out): what @run sees of @equation. */
void bb_sides_look (const BbRun *run, const BbEquation *equation, BbSides *sides);

/**
 * bb_sides_can_hold: form.md: an equation with unfilled parts is reported only when no non-negative completion exists. What is
 * unfilled can only add to its side, so a side without gaps must not be the smaller one.
 */
gboolean bb_sides_can_hold (const BbSides *sides);

G_END_DECLS
