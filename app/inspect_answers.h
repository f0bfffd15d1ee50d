#pragma once

#include <nlohmann/json_fwd.hpp>

#include "app/inspect_jsonl.h"
#include "model/story.h"

namespace vigie {

namespace parsers {
struct PageReading;
}

/// The answers of `vigie inspect --jsonl`, one function a kind; see INTERFACE.md and conformance/FORMAT.md for the
/// keys. Each takes the request and returns the answer without its id. Throw nlohmann's exceptions on a wrong type.
nlohmann::ordered_json answer_page(const nlohmann::json& request, const UrlRules& rules);
nlohmann::ordered_json answer_text(const nlohmann::json& request, KnowledgeSource& knowledge);
nlohmann::ordered_json answer_date(const nlohmann::json& request);
nlohmann::ordered_json answer_url(const nlohmann::json& request, const UrlRules& rules);
nlohmann::ordered_json answer_robots(const nlohmann::json& request);
nlohmann::ordered_json answer_charset(const nlohmann::json& request);

/// The answers' bodies, for `--format json`.
nlohmann::ordered_json page_answer(const parsers::PageReading& reading);
nlohmann::ordered_json text_answer(const AssessedArticle& judged);

}  // namespace vigie
