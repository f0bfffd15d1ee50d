#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/url_rules.h"

namespace vigie::storage {

/// What makes two addresses one in the database, and the host they are counted under.
struct UrlKey {
  std::string key;   // canonical_key (model/url.h), or the text itself where it is no web address
  std::string host;  // lower case, without port; empty where it is no web address
};
UrlKey url_key(std::string_view url, const UrlRules& rules);

/// Titles that are equal up to case, accents and white space have one key; 0 for an empty title.
std::int64_t title_key(std::string_view title);

}  // namespace vigie::storage
