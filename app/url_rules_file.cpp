#include "app/url_rules_file.h"

#include <algorithm>
#include <functional>

#include "model/text.h"
#include "model/url.h"

namespace vigie {
namespace {

using Check = std::function<bool(std::string_view)>;

bool has_any(std::string_view text, std::string_view characters) { return text.find_first_of(characters) != text.npos; }

// "name", "name=value" or "prefix*"; a lone "*" would drop every query.
bool is_parameter(std::string_view text) {
  const std::size_t star = text.find('*');
  const bool prefix = star == text.npos || (star + 1 == text.size() && star > 0 && text.find('=') == text.npos);
  return prefix && !text.empty() && text[0] != '=' && !has_any(text, "&#?/ \t");
}

bool is_query_piece(std::string_view text) { return is_parameter(text) && text.find('*') == text.npos; }

bool is_file_name(std::string_view text) { return !text.empty() && !has_any(text, "/?#;* \t"); }

bool is_host(std::string_view text) {
  const Expected<Url> url = parse_url("http://" + std::string(text) + "/");
  return url && url->host == text;
}

bool is_label(std::string_view text) { return text.find('.') == text.npos && is_host(text); }

bool is_site(std::string_view text) {
  if (text.ends_with(".*")) return is_label(text.substr(0, text.size() - 2));
  return is_host(text) && text.find('.') != text.npos;
}

// One list of a file: each name in lower case is added to, or taken out of, `into`.
void read_names(TomlReader& table, const char* key, const char* what, const Check& is_good,
                std::vector<std::string>& into) {
  std::vector<std::string> names;
  if (!table.texts(key, names)) return;
  for (const std::string& written : names) {
    const std::string lower = ascii_lower(written);
    const bool away = lower.starts_with('!');
    const std::string name = lower.substr(away ? 1 : 0);
    const auto known = std::find(into.begin(), into.end(), name);
    if (!is_good(name)) {
      table.mistake(key, std::string(key) + ": \"" + written + "\" is no " + what);
    } else if (away && known == into.end()) {
      table.mistake(key, std::string(key) + ": there is no \"" + name + "\" to take away");
    } else if (away) {
      into.erase(known);
    } else if (known == into.end()) {
      into.push_back(name);
    }
  }
}

HostUrlRules read_host(TomlReader& table) {
  HostUrlRules site;
  table.text("name", site.name);
  read_names(table, "parameters", "parameter", is_parameter, site.parameters);
  read_names(table, "keep", "parameter", is_parameter, site.keep);
  table.text("same_as", site.same_as);
  site.name = ascii_lower(site.name);
  site.same_as = ascii_lower(site.same_as);
  if (!is_site(site.name)) table.mistake("name", "name: \"" + site.name + "\" is no host such as example.org");
  if (!site.same_as.empty() && (!is_host(site.same_as) || site.same_as == site.name)) {
    table.mistake("same_as", "same_as: \"" + site.same_as + "\" is no other host such as example.org");
  }
  if (site.parameters.empty() && site.keep.empty() && site.same_as.empty()) {
    table.mistake("name", "a [[host]] that says nothing: give it parameters, keep or same_as");
  }
  table.finish();
  return site;
}

}  // namespace

void read_url_rules(const std::string& file, UrlRules& rules, std::vector<Mistake>& mistakes) {
  std::optional<TomlReader> root = TomlReader::open(file, mistakes);
  if (!root) return;
  read_names(*root, "tracking_parameters", "parameter", is_parameter, rules.tracking_parameters);
  read_names(*root, "session_parameters", "parameter", is_parameter, rules.session_parameters);
  read_names(*root, "long_session_parameters", "parameter", is_parameter, rules.long_session_parameters);
  read_names(*root, "amp_parameters", "piece of a query", is_query_piece, rules.amp_parameters);
  read_names(*root, "twin_labels", "label of a host", is_label, rules.twin_labels);
  read_names(*root, "default_documents", "file name", is_file_name, rules.default_documents);
  for (TomlReader& table : root->tables("host")) rules.hosts.push_back(read_host(table));
  root->finish();
}

}  // namespace vigie
