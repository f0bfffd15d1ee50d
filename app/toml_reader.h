#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/time.h"

namespace vigie {

/// One thing wrong in a configuration or data file. `line` counts from 1; 0 stands for the whole file.
struct Mistake {
  std::string file;
  int line = 0;
  std::string message;
};

/// "config/vigie.toml:12: unknown key …".
std::string to_string(const Mistake& mistake);

/// The candidate nearest to `name` by edit distance, or empty when none is near enough to be meant.
std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates);

/// Reads one table of a TOML file key by key, noting every mistake with its line instead of stopping at the first. A
/// key that nobody asked for by the time `finish` is called is a mistake too, told with the nearest key that was asked
/// for.
class TomlReader {
 public:
  /// Parses a file. A file that cannot be read or parsed is one mistake, and the result is empty.
  static std::optional<TomlReader> open(const std::string& path, std::vector<Mistake>& mistakes);

  /// Each leaves `into` as it is when the key is absent or wrong, and tells whether it set it.
  bool text(const char* key, std::string& into);
  bool flag(const char* key, bool& into);
  bool count(const char* key, std::int64_t& into, std::int64_t least, std::int64_t most);
  bool number(const char* key, double& into, double least, double most);
  bool span(const char* key, seconds& into);
  bool size(const char* key, std::int64_t& into);  // "32MB", "64KB" or bytes
  bool texts(const char* key, std::vector<std::string>& into);
  /// A table of strings, in order of the file.
  bool pairs(const char* key, std::vector<std::pair<std::string, std::string>>& into);
  /// A text that must be one of `names`; `set` is called with it.
  bool choice(const char* key, const std::vector<std::string>& names, const std::function<void(std::string_view)>& set);

  std::optional<TomlReader> table(const char* key);
  std::vector<TomlReader> tables(const char* key);

  std::vector<std::string> keys() const;
  int line(const char* key) const;
  int line() const;
  const std::string& file() const { return file_; }
  void mistake(const char* key, std::string message);
  void finish();

 private:
  struct Node;
  TomlReader(std::shared_ptr<const Node> node, std::string file, std::string where, std::vector<Mistake>& mistakes);

  std::shared_ptr<const Node> node_;
  std::string file_;
  std::string where_;  // "[network]" or empty, for messages
  std::vector<Mistake>* mistakes_;
  std::vector<std::string> asked_;
};

}  // namespace vigie
