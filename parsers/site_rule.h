#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/error.h"

namespace vigie::parsers {

/// How one site's pages are read, in the format of fivefilters' ftr-site-config
/// (https://help.fivefilters.org/full-text-rss/site-patterns.html). XPath expressions unless said otherwise; the first
/// that finds something counts.
struct SiteRule {
  std::string host;  // from the file's name: "example.org", ".example.org" with subdomains
  std::vector<std::string> title;
  std::vector<std::string> body;
  std::vector<std::string> author;
  std::vector<std::string> date;
  std::vector<std::string> strip;              // removed
  std::vector<std::string> strip_id_or_class;  // words found in @id or @class
  std::vector<std::string> strip_image_src;
  std::vector<std::pair<std::string, std::string>> replace_string;  // in the page's bytes, before parsing
  std::vector<std::string> single_page_link;                        // told, never followed
  std::vector<std::string> next_page_link;
  std::vector<std::string> test_url;
  bool prune = true;                  // boilerplate inside the body is removed too
  bool autodetect_on_failure = true;  // the general reader takes over when `body` finds nothing
};

/// Reads a rule file. Unknown directives are ignored, as the format asks. Errors: invalid_config with the line, where a
/// line is no "name: value" and no comment.
Expected<SiteRule> read_site_rule(std::string_view text, std::string_view file_name = {});

/// File names that may hold the rule for a host, most exact first: "www.example.org.txt", "example.org.txt",
/// ".example.org.txt" …
std::vector<std::string> site_rule_names(std::string_view host);

}  // namespace vigie::parsers
