#pragma once

#include <string>
#include <string_view>

#include "model/error.h"

namespace vigie {

/// A file's bytes, mapped read-only into memory.
class MappedFile {
 public:
  /// Errors: io (no such file, no permission, a folder).
  static Expected<MappedFile> open(const std::string& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::string_view bytes() const { return {data_, size_}; }
  /// Lets the system take back the pages read so far; those needed again are read again.
  void release() const;

 private:
  MappedFile() = default;
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace vigie
