#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::crawler {

/// One robots.txt cut down to what holds for one product token: cheap to keep for every origin.
class RobotsGroup {
 public:
  /// Everything allowed: no robots.txt, or 4xx for it (RFC 9309 2.3.1.3).
  RobotsGroup() = default;
  /// Nothing allowed: robots.txt answered 5xx or not at all (RFC 9309 2.3.1.4).
  static RobotsGroup disallow_all();

  /// Whether an absolute URL, or a path with its query, may be fetched: the rule with the longest pattern decides,
  /// Allow on a tie (RFC 9309 2.2.2); /robots.txt itself is always allowed.
  bool allowed(std::string_view url_or_path) const;
  /// The group's Crawl-delay as written, or nothing. At most a day.
  std::optional<std::chrono::milliseconds> crawl_delay() const { return crawl_delay_; }
  /// One rule a line, "allow PATTERN" or "disallow PATTERN", and "delay MILLISECONDS": to be kept over a restart.
  std::string text() const;
  /// The reverse; lines that are not understood are skipped.
  static RobotsGroup from_text(std::string_view text);
  /// Bytes held, for a cache that has a budget.
  std::size_t bytes() const { return sizeof(*this) + patterns_.capacity() + rules_.capacity() * sizeof(Rule); }

 private:
  friend class RobotsRules;
  void add(std::string_view pattern, bool allow);
  void settle();
  struct Rule {
    std::uint32_t begin;  // of the pattern in patterns_
    std::uint32_t size;
    bool allow;
  };
  std::string patterns_;     // percent-encoding normalised
  std::vector<Rule> rules_;  // longest pattern first, Allow before Disallow
  std::optional<std::chrono::milliseconds> crawl_delay_;
};

/// A robots.txt, as RFC 9309 reads it. Only the first 500 KiB count (2.5). Never fails: lines that are not understood
/// are skipped.
class RobotsRules {
 public:
  static RobotsRules parse(std::string_view bytes);

  /// What holds for a product token ("vigie"; compared without case): the groups that name it, merged; else those for
  /// "*"; else everything is allowed. A whole User-Agent ("vigie/0.1 (+https://…)") is cut to its token.
  RobotsGroup group(std::string_view agent) const;
  /// group(agent).allowed(url_or_path).
  bool allowed(std::string_view agent, std::string_view url_or_path) const;
  /// group(agent).crawl_delay().
  std::optional<std::chrono::milliseconds> crawl_delay(std::string_view agent) const;
  /// The values of Sitemap lines in order, as written.
  const std::vector<std::string>& sitemaps() const { return sitemaps_; }

 private:
  struct Line {
    bool allow;
    std::string pattern;
  };
  struct Group {
    std::vector<std::string> agents;  // lower case
    std::vector<Line> lines;
    std::optional<std::chrono::milliseconds> crawl_delay;
  };
  void take(int key, std::string_view value, bool& naming);

  std::vector<Group> groups_;
  std::vector<std::string> sitemaps_;
};

}  // namespace vigie::crawler
