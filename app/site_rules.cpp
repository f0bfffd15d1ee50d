#include "app/site_rules.h"

#include <algorithm>
#include <filesystem>

#include "app/input_file.h"
#include "model/url.h"

namespace vigie {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> rule_files(const std::string& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    if (at->path().extension() == ".txt") files.push_back(at->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Expected<parsers::SiteRule> read_file(const fs::path& file) {
  const Expected<std::string> text = read_input(file.string());
  if (!text) return tl::unexpected(text.error());
  return parsers::read_site_rule(*text, file.filename().string());
}

}  // namespace

SiteRules::SiteRules(std::string folder) : folder_(std::move(folder)) {
  for (const fs::path& file : rule_files(folder_)) files_.insert(file.filename().string());
}

const parsers::SiteRule* SiteRules::find(std::string_view url) const {
  if (files_.empty()) return nullptr;
  const Expected<Url> parsed = parse_url(url);
  if (!parsed) return nullptr;
  for (const std::string& name : parsers::site_rule_names(parsed->host)) {
    if (!files_.contains(name)) continue;
    const std::lock_guard lock(mutex_);
    const auto known = read_.find(name);
    if (known != read_.end()) return known->second.get();
    Expected<parsers::SiteRule> rule = read_file(fs::path(folder_) / name);
    auto kept = rule ? std::make_unique<const parsers::SiteRule>(std::move(*rule)) : nullptr;
    return read_.emplace(name, std::move(kept)).first->second.get();
  }
  return nullptr;
}

std::vector<Mistake> check_site_rules(const std::string& folder) {
  std::vector<Mistake> mistakes;
  for (const fs::path& file : rule_files(folder)) {
    const Expected<parsers::SiteRule> rule = read_file(file);
    if (!rule) mistakes.push_back({file.string(), 0, rule.error().message});
  }
  return mistakes;
}

}  // namespace vigie
