#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "model/article.h"
#include "model/error.h"

namespace vigie {

/// One article as a JSON line: {"url","title","text","lang"?,"published"?,"source"?,"authors"?,"id"?}.
struct ArticleLine {
  nlohmann::ordered_json id;  // as given, or null
  std::string source;
  Article article;
};

/// Reads a line. Unknown keys are ignored; a date that cannot be read is left out. Errors: malformed.
Expected<ArticleLine> read_article_line(std::string_view line);

}  // namespace vigie
