/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/bb-sides.h"

void
bb_sides_look (const BbRun *run, const BbEquation *equation, BbSides *sides)
{
  sides->left_complete = bb_run_sum (run, equation->left, equation->n_left, &sides->left);
  sides->right_complete = bb_run_sum (run, equation->right, equation->n_right, &sides->right);
}

gboolean
bb_sides_can_hold (const BbSides *sides)
{
  int order = bb_decimal_compare (sides->left, sides->right);

  if (sides->left_complete && sides->right_complete)
    return order == 0;
  if (sides->left_complete)
    return order >= 0;
  if (sides->right_complete)
    return order <= 0;
  return TRUE;
}
