#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vigie::digest {

/// One line of RFC 4180 with CRLF. A cell with a comma, quote or line break is quoted; one that a spreadsheet would run
/// as a formula (it begins with =, +, -, @, a tab or a carriage return) is led by an apostrophe, as OWASP advises.
std::string csv_row(const std::vector<std::string>& cells);

/// `['A', 'B']` as EuRepoC writes cells of several values; empty for none.
std::string value_list(const std::vector<std::string>& values);
/// `[['A'], ['B', 'C']]`: one inner list a receiver; empty for none.
std::string nested_list(const std::vector<std::vector<std::string>>& values);

}  // namespace vigie::digest
