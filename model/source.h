#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/time.h"

namespace vigie {

enum class SourceKind { feed, sitemap, listing };

/// Who speaks: orders a story's statements and decides retention.
enum class Authority { government, cert, agency, press, infosec, vendor, igo };

/// Which of a source's entries are fetched as pages: those the candidate gate lets through, all, or none (the feed
/// itself holds the article).
enum class FetchPolicy { candidates, all, feed_only };

/// How links are found on a listing page; empty selectors mean the automatic finder.
struct ListingRule {
  std::string link;  // CSS selector of the article links
  std::string date;  // CSS selector of the date inside a link's block
};

/// One thing we poll, as the catalogue says it.
struct Source {
  std::string id;  // unique; [a-z0-9][a-z0-9-]*
  SourceKind kind = SourceKind::feed;
  std::string url;        // absolute http(s)
  std::string publisher;  // name for people
  std::string country;    // ISO 3166-1 alpha-2, "EU" or empty
  std::string language;   // BCP 47, empty when unknown
  Authority authority = Authority::press;
  std::optional<FetchPolicy> fetch;  // unset: the configuration's
  bool enabled = true;
  std::string disabled_reason;              // why not, where enabled is false
  std::string evidence;                     // where this row is known from
  std::optional<seconds> interval_floor;    // unset: the configuration's
  std::optional<seconds> interval_ceiling;  // unset: the configuration's
  ListingRule listing;
  std::vector<std::pair<std::string, std::string>> headers;  // extra request headers
  bool insecure_tls = false;                                 // certificate not verified; warned of
  std::string wait_scope;  // where a 429/503 holds: "", "source", "host" or "domain"; empty: 429 domain, 503 source
};

std::string_view to_string(SourceKind kind);
std::string_view to_string(Authority authority);
std::string_view to_string(FetchPolicy policy);
std::optional<SourceKind> source_kind_from(std::string_view name);
std::optional<Authority> authority_from(std::string_view name);
std::optional<FetchPolicy> fetch_policy_from(std::string_view name);

}  // namespace vigie
