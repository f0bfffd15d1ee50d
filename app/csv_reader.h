#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// The rows of a CSV text (RFC 4180: quoted fields, doubled quotes, line feeds inside quotes); the separator is the
/// comma, or the semicolon or tab where the first line has more of them. A byte order mark is dropped; a quote that is
/// never closed ends with the text. At most 1,000,000 rows.
std::vector<std::vector<std::string>> read_csv(std::string_view text);

}  // namespace vigie
