#pragma once

#include <string>
#include <vector>

namespace vigie::test {

struct HostileCase {
  std::string name;
  std::string text;
};

/// What the outside can put into a title, a text, a name or an address to be more than text.
const std::vector<HostileCase>& hostile_cases();

}  // namespace vigie::test
