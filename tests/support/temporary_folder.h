#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace vigie::test {

/// A folder of its own that goes with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::string file(std::string_view name) const { return (path_ / name).string(); }
  /// Writes a file (folders made as needed) and returns its path.
  std::string write(std::string_view name, std::string_view content) const;

 private:
  std::filesystem::path path_;
};

/// A file's bytes; throws when it cannot be read.
std::string read_file(const std::filesystem::path& path);

}  // namespace vigie::test
