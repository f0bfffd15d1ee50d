#include "app/foreign_list.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/csv_reader.h"
#include "model/text.h"
#include "model/url.h"

namespace vigie {
namespace {

// Columns that hold addresses or titles in lists one meets: our own forms, EuRepoC's and CFR's.
const std::vector<std::string> k_url_columns = {
    "url",    "link",      "urls",      "sources_url", "source_url", "sources", "links_to_sources",
    "link_1", "sources_1", "sources_2", "sources_3"};
const std::vector<std::string> k_title_columns = {"title", "headline", "name", "incident_title"};

std::string column_key(const std::string& name) {
  std::string key;
  for (const char c : ascii_lower(name)) key += (c == ' ' || c == '-') ? '_' : c;
  return key;
}

// All addresses in a cell: lists are written with commas, semicolons, blanks or as ['a', 'b'].
std::vector<std::string> addresses_in(const std::string& cell) {
  std::vector<std::string> found;
  for (std::size_t at = cell.find("http"); at != std::string::npos; at = cell.find("http", at + 4)) {
    const std::size_t end = std::min(cell.find_first_of(" \t\r\n;,'\"]", at), cell.size());
    const std::string url = cell.substr(at, end - at);
    if (parse_url(url)) found.push_back(url);
  }
  return found;
}

void take(Wanted& wanted, const std::string& column, const std::string& value) {
  const std::string key = column_key(column);
  if (std::find(k_url_columns.begin(), k_url_columns.end(), key) != k_url_columns.end()) {
    const std::vector<std::string> urls = addresses_in(value);
    wanted.urls.insert(wanted.urls.end(), urls.begin(), urls.end());
  } else if (wanted.title.empty() &&
             std::find(k_title_columns.begin(), k_title_columns.end(), key) != k_title_columns.end()) {
    wanted.title = value;
  }
}

Expected<std::vector<Wanted>> read_csv_list(const std::string& text) {
  const std::vector<std::vector<std::string>> rows = read_csv(text);
  if (rows.empty()) return failure(ErrorKind::malformed, "the list is empty");
  std::vector<Wanted> list;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    Wanted wanted;
    for (std::size_t column = 0; column < rows[i].size() && column < rows[0].size(); ++column) {
      take(wanted, rows[0][column], rows[i][column]);
    }
    if (!wanted.urls.empty() || !wanted.title.empty()) list.push_back(std::move(wanted));
  }
  if (list.empty()) return failure(ErrorKind::malformed, "no column with addresses (url) or titles (title, name)");
  return list;
}

Expected<std::vector<Wanted>> read_json_list(const std::string& text) {
  std::vector<Wanted> list;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const auto object = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (!object.is_object()) continue;
    Wanted wanted;
    for (const auto& [key, value] : object.items())
      take(wanted, key, value.is_string() ? value.get<std::string>() : value.dump());
    if (!wanted.urls.empty() || !wanted.title.empty()) list.push_back(std::move(wanted));
  }
  if (list.empty()) return failure(ErrorKind::malformed, "no JSON line with a url or title");
  return list;
}

}  // namespace

Expected<std::vector<Wanted>> read_foreign_list(std::string_view text) {
  const bool json = trim_ascii(text.substr(0, 4096)).starts_with("{");
  return json ? read_json_list(std::string(text)) : read_csv_list(std::string(text));
}

}  // namespace vigie
