#pragma once

#include <string>
#include <vector>

#include "digest/labels.h"
#include "digest/message.h"
#include "model/digest.h"

namespace vigie::digest {

/// What a notice says first: "vigie: 2 sources could not be watched as they should; 1 source is watched again".
std::string health_title(const HealthNotice& notice, const Labels& labels);

/// A line a source, those in trouble first; at most 40, the rest counted. Cleaned, not yet escaped.
std::vector<std::string> health_notice_lines(const HealthNotice& notice, const Labels& labels);

/// A UUID of what is told and when: the same at every try.
std::string health_key(const HealthNotice& notice);

}  // namespace vigie::digest
