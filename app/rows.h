#pragma once

#include <string>
#include <vector>

namespace vigie {

/// Prints rows with named columns on stdout: a table (also for an empty format), md, json, jsonl or csv.
void print_rows(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows,
                const std::string& format);

}  // namespace vigie
