#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/story.h"

namespace vigie::storage {

/// The words an article is found by through fields: "state=cn", "actor=apt31", "lang=zh" … as they stand in the search
/// index's facets column and in the terms of a field query.
std::vector<std::string> facets_of(const AssessedArticle& article);

/// One such word. `value` in any case and spelling; normalised per field.
std::string facet(std::string_view field, std::string_view value);

/// "zh" of "zh-Hans", lower case.
std::string primary_language(std::string_view tag);

}  // namespace vigie::storage
