#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/error.h"

namespace vigie {

/// One line of a list that others made: an incident or an article.
struct Wanted {
  std::vector<std::string> urls;  // any of them will do
  std::string title;
};

/// Reads a list: CSV with a line of column names, or JSON lines. Addresses and titles are taken from the columns of our
/// own forms and of the datasets of EuRepoC and the CFR; a cell may hold several addresses. Errors: malformed, where
/// nothing is found.
Expected<std::vector<Wanted>> read_foreign_list(std::string_view text);

}  // namespace vigie
