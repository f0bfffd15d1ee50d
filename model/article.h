#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/time.h"

namespace vigie {

/// An article found in a page or a feed entry. Text is UTF-8, NFC, paragraphs parted by a blank line.
struct Article {
  std::string url;            // where it was fetched
  std::string canonical_url;  // fit to be fetched and shown: rel=canonical where it belongs to the page, tracking gone
  std::string title;
  std::string text;
  std::vector<std::string> authors;
  std::optional<Date> published;
  std::string language;  // BCP 47: "fr", "zh-Hans", "pt-BR", "sr-Latn"; empty when unknown
  std::string site_name;
  std::uint64_t signature = 0;  // near-duplicate simhash of the text, 0 when the text is too short
};

}  // namespace vigie
