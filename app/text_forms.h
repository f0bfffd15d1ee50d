#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// Forms in which commands print values for programs.

std::string joined(const std::vector<std::string>& parts, std::string_view separator);

/// RFC 4180, without the line's end; a field that a spreadsheet would take for a formula gets a leading apostrophe.
std::string csv_line(const std::vector<std::string>& fields);

/// JSON text; bytes that are not UTF-8 become U+FFFD.
std::string json_text(const nlohmann::ordered_json& value, int indent = -1);

/// A table for people: columns as wide as their widest cell (at most `widest`), two spaces between.
std::string text_table(const std::vector<std::vector<std::string>>& rows, int widest = 60);

}  // namespace vigie
