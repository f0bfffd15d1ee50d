#pragma once

#include <vector>

#include "parsers/article_text.h"
#include "parsers/block_census.h"
#include "parsers/html.h"
#include "parsers/page_blocks.h"

namespace vigie::parsers {

/// Drops from a choice of blocks what is true of too few pages for a model to learn, and gives the reasons: the title
/// said again, teasers among paragraphs, captions, the next article of an endless page, readers' comments.
void apply_text_rules(const Document& document, const std::vector<Block>& blocks, const BlockCensus& census,
                      TextChoice& choice);

}  // namespace vigie::parsers
