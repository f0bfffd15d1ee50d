#include "parsers/site_rule.h"

#include <algorithm>

#include "model/text.h"

namespace vigie::parsers {
namespace {

std::string unquoted(std::string_view value) {
  value = trim_ascii(value);
  if (value.size() >= 2 && (value.front() == '\'' || value.front() == '"') && value.back() == value.front())
    value = value.substr(1, value.size() - 2);
  return std::string(value);
}

bool is_yes(std::string_view value) { return equals_ignoring_ascii_case(trim_ascii(value), "yes"); }

/// "replace_string(from)" carries its argument in the name.
std::string_view argument_of(std::string_view name) {
  const std::size_t open = name.find('(');
  if (open == std::string_view::npos || name.back() != ')') return {};
  return name.substr(open + 1, name.size() - open - 2);
}

struct Reader {
  SiteRule rule;
  std::string find_string;

  void set(std::string_view name, std::string_view value) {
    const std::string key = ascii_lower(name.substr(0, name.find('(')));
    const std::string text(trim_ascii(value));
    if (key == "title")
      rule.title.push_back(text);
    else if (key == "body")
      rule.body.push_back(text);
    else if (key == "author")
      rule.author.push_back(text);
    else if (key == "date")
      rule.date.push_back(text);
    else if (key == "strip")
      rule.strip.push_back(text);
    else if (key == "strip_id_or_class")
      rule.strip_id_or_class.push_back(unquoted(value));
    else if (key == "strip_image_src")
      rule.strip_image_src.push_back(unquoted(value));
    else if (key == "single_page_link")
      rule.single_page_link.push_back(text);
    else if (key == "next_page_link")
      rule.next_page_link.push_back(text);
    else if (key == "test_url")
      rule.test_url.push_back(text);
    else if (key == "prune")
      rule.prune = is_yes(value);
    else if (key == "autodetect_on_failure")
      rule.autodetect_on_failure = is_yes(value);
    else if (key == "find_string")
      find_string = std::string(value);
    else if (key == "replace_string") {
      const std::string_view from = argument_of(name);
      if (!from.empty())
        rule.replace_string.emplace_back(std::string(from), text);
      else if (!find_string.empty())
        rule.replace_string.emplace_back(std::move(find_string), std::string(value));
      find_string.clear();
    }
  }
};

/// Where the directive's name ends: the first colon outside "name(…)".
std::size_t colon_of(std::string_view line) {
  const std::size_t open = line.find('(');
  const std::size_t colon = line.find(':');
  if (open == std::string_view::npos || colon == std::string_view::npos || colon < open) return colon;
  const std::size_t close = line.find("):", open);
  return close == std::string_view::npos ? colon : close + 1;
}

}  // namespace

Expected<SiteRule> read_site_rule(std::string_view text, std::string_view file_name) {
  if (text.size() > (1u << 20)) return failure(ErrorKind::invalid_config, "cannot read site rule: longer than 1 MB");
  Reader reader;
  std::string_view name =
      file_name.substr(file_name.rfind('/') == std::string_view::npos ? 0 : file_name.rfind('/') + 1);
  if (name.ends_with(".txt")) name.remove_suffix(4);
  reader.rule.host = std::string(name);
  int number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    ++number;
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    line = trim_ascii(line);
    if (line.empty() || line[0] == '#') continue;
    const std::size_t colon = colon_of(line);
    if (colon == std::string_view::npos || colon == 0) {
      return failure(ErrorKind::invalid_config,
                     "line " + std::to_string(number) + ": expected \"name: value\" or a comment");
    }
    std::string_view value = line.substr(colon + 1);
    if (value.starts_with(' ')) value.remove_prefix(1);
    reader.set(trim_ascii(line.substr(0, colon)), value);
  }
  return std::move(reader.rule);
}

std::vector<std::string> site_rule_names(std::string_view host) {
  std::vector<std::string> names;
  std::string rest = ascii_lower(host);
  names.push_back(rest + ".txt");
  if (rest.starts_with("www.")) {
    rest = rest.substr(4);
    names.push_back(rest + ".txt");
  }
  // A file named with a leading dot holds for the subdomains of the name.
  for (;;) {
    if (rest.find('.') == std::string::npos) break;
    names.push_back("." + rest + ".txt");
    rest = rest.substr(rest.find('.') + 1);
  }
  return names;
}

}  // namespace vigie::parsers
