#pragma once

#include <string>
#include <string_view>

namespace vigie::test {

/// The expected file's text, for comparison with `actual`. With VIGIE_UPDATE_GOLDEN set in the environment (script/test
/// --update-golden) the file is first rewritten with `actual`; a file that is missing reads as empty.
std::string golden(const std::string& path, std::string_view actual);

}  // namespace vigie::test
