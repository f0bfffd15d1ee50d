#include "storage/url_key.h"

#include "model/text.h"
#include "model/url.h"

namespace vigie::storage {

UrlKey url_key(std::string_view url, const UrlRules& rules) {
  const Expected<Url> parsed = parse_url(url);
  if (!parsed) return {std::string(url), {}};
  return {canonical_key(*parsed, rules), parsed->host};
}

std::int64_t title_key(std::string_view title) {
  const std::string plain = collapse_space(fold(title));
  return plain.empty() ? 0 : static_cast<std::int64_t>(hash64(plain) | 1U);
}

}  // namespace vigie::storage
