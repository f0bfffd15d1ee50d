#pragma once

#include <string_view>
#include <vector>

#include "parsers/html.h"
#include "parsers/page_blocks.h"

namespace vigie::parsers {

/// The element whose subtree holds most running text for least of everything else; where several do, the one whose text
/// speaks of `title`. k_no_node on a page without any.
NodeId choose_container(const Document& document, const std::vector<Block>& blocks, std::string_view title);

}  // namespace vigie::parsers
