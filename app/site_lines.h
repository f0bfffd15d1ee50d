#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parsers/boilerplate.h"

namespace vigie {

/// The lines that the pages of one source repeat, learned from its latest articles; what is learned is left out of its
/// later ones. For main's thread alone. Bounded: the last 30 articles and 500 lines a source.
class SiteLines {
 public:
  /// An article of the source as stored.
  void add(const std::string& source_id, std::string_view text);

  /// The lines that at least a fifth of the latest articles hold (6 of 30, never fewer than 4), and those learned
  /// before: a line that is left out is not seen again. Null where there are none.
  std::shared_ptr<const parsers::BoilerplateLines> of(const std::string& source_id);

 private:
  struct Site {
    std::deque<std::vector<std::uint64_t>> articles;  // line keys, oldest first
    std::shared_ptr<const parsers::BoilerplateLines> lines;
    bool stale = true;
  };
  std::unordered_map<std::string, Site> sites_;
};

}  // namespace vigie
