#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/toml_reader.h"
#include "parsers/site_rule.h"

namespace vigie {

/// The rules for pages that no general reader reads well: a folder of HOST.txt in ftr-site-config's format
/// (docs/sites.md). Which files there are is read once, a file when a page of its host comes first. Safe from any
/// thread.
class SiteRules {
 public:
  /// A folder that is not there holds no rules.
  explicit SiteRules(std::string folder);

  /// The rule for a page's address, or null: of its host, its host without www., or a parent domain's ".HOST.txt". A
  /// file with a mistake is no rule; `vigie check` tells it. Lives as long as this object.
  const parsers::SiteRule* find(std::string_view url) const;

 private:
  std::string folder_;
  std::set<std::string, std::less<>> files_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::unique_ptr<const parsers::SiteRule>, std::less<>> read_;  // null: with a mistake
};

/// Every mistake in the folder's files.
std::vector<Mistake> check_site_rules(const std::string& folder);

}  // namespace vigie
