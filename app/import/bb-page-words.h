/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/bb-match.h"

G_BEGIN_DECLS

/** bb_page_is_scrap: no sentence: short, and without a full stop. */
gboolean bb_page_is_scrap (const BbMatchLine *line);

/** bb_page_is_furniture: what pages say around a report, and of it: 发布日期, 浏览次数, 打印, 索引号. */
gboolean bb_page_is_furniture (const BbMatchLine *line);

/** bb_page_is_lead: the same for what stands between a title and its report: there 作者：… and a time of day are a page's, too. */
gboolean bb_page_is_lead (const BbMatchLine *line);

G_END_DECLS
