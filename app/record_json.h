#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "model/story.h"
#include "storage/search.h"
#include "storage/story_store.h"

namespace vigie {

/// A hit as programs see it: `vigie search --format json` and the page's JSON. The snippet is HTML, hits in <mark>.
nlohmann::ordered_json hit_json(const storage::SearchHit& hit);

/// A story's row, and a list of them.
nlohmann::ordered_json story_row_json(const storage::StoryRow& row);
nlohmann::ordered_json story_rows_json(const std::vector<storage::StoryRow>& rows);

/// A whole story with statements and articles.
nlohmann::ordered_json story_json(const Story& story);

}  // namespace vigie
