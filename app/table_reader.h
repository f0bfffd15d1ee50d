#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/toml_file.h"

namespace vigie {

/// One item of a list written as text: trimmed, with its line.
struct TableItem {
  std::string text;
  int line = 0;
};

/// The items of a list that begins on `line`: parted by `separator` outside of braces, "#" comments to the end of the
/// line.
std::vector<TableItem> split_list(std::string_view text, int line, char separator = ',');

/// The files of one load of tables: reads them, hashes them, and collects what is wrong.
class TableReader {
 public:
  /// The table in a file, or nothing and a mistake.
  std::optional<toml::table> open(const std::string& path);
  void mistake(const std::string& file, int line, std::string message) {
    mistakes_.push_back({file, line, std::move(message)});
  }
  /// The text of a value with the line its first entry stands on; nothing and a mistake when it is not text. TOML drops
  /// the line feed right after `"""`, so the first line of such a value is the one below its key.
  std::optional<TableItem> text(const std::string& file, std::string_view key, const toml::node& node);

  std::vector<Mistake> take_mistakes() { return std::move(mistakes_); }
  /// Of all files opened so far, in their order.
  std::uint64_t hash() const { return hash_; }

 private:
  std::vector<Mistake> mistakes_;
  std::uint64_t hash_ = 0;
};

}  // namespace vigie
