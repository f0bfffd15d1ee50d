#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "model/story.h"

namespace vigie {

/// An assessment as programs see it: the answer of `vigie inspect` for kind text, without its id. Each span carries the
/// words it marks in `title` or `text`.
nlohmann::ordered_json assessment_json(const Assessment& assessment, std::string_view title, std::string_view text);

/// One statement, with where and when it was made.
nlohmann::ordered_json statement_json(const Statement& statement);

/// An article with its assessment.
nlohmann::ordered_json article_json(const AssessedArticle& article);

}  // namespace vigie
