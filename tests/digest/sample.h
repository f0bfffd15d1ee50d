#pragma once

#include <string>
#include <vector>

#include "digest/compose.h"

namespace vigie::digest::sample {

Time moment(const char* iso);

Party party(std::string name, std::string state, std::string kind);

/// An article of the sample world: language, source, authority, title, one paragraph of text.
AssessedArticle article(std::int64_t id, std::string source, Authority authority, std::string language,
                        std::string title, std::string text, const char* published);

/// Belgium accuses China of attacks on two of its ministries; the Chinese embassy in Belgium denies. In four languages,
/// one of them twice by an agency's copy.
Story belgian_story();

/// A day with a story in each section, in eight languages and four scripts, one of them right-to-left.
DigestInput busy_day();

/// A day on which nothing was said.
DigestInput quiet_day();

}  // namespace vigie::digest::sample
