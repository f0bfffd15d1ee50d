#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/assessment.h"
#include "model/feed.h"

namespace vigie::storage {

/// JSON of what is stored of a judgement; empty members are left out. Reading is lenient: what is missing or of another
/// type keeps its default, so that a row of an older vigie stays readable.

/// All but what has columns of its own (relevant, relevance, kind, act, states, actors), the attributions, the state
/// mentions and the evidence. Empty when there is nothing to say.
std::string judgement_json(const Assessment& assessment);
void read_judgement(std::string_view json, Assessment& assessment);

/// State mentions and evidence of the score; empty when there are none.
std::string evidence_json(const Assessment& assessment);
void read_evidence(std::string_view json, Assessment& assessment);

/// Without stance and act, which have columns of their own, and without evidence.
std::string attribution_json(const Attribution& attribution);
Attribution read_attribution(std::string_view json);

/// A list of evidence; empty for none.
std::string evidence_list_json(const std::vector<Evidence>& list);
std::vector<Evidence> read_evidence_list(std::string_view json);

/// A JSON array of strings; empty for none.
std::string list_json(const std::vector<std::string>& list);
std::vector<std::string> read_list(std::string_view json);

std::string entry_json(const FeedEntry& entry);
FeedEntry read_entry(std::string_view json);

}  // namespace vigie::storage
