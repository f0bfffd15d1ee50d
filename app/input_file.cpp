#include "app/input_file.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>

namespace vigie {

Expected<std::string> read_input(const std::string& path) {
  constexpr std::size_t k_largest = 256'000'000;
  std::error_code error;
  if (path != "-" && std::filesystem::is_directory(path, error)) {
    return failure(ErrorKind::io, "cannot read " + path + ": it is a folder");
  }
  const auto close = [](std::FILE* file) {
    if (file != stdin) std::fclose(file);
  };
  const std::unique_ptr<std::FILE, decltype(close)> file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"), close);
  if (!file) return failure(ErrorKind::io, "cannot read " + path + ": no such file, or no permission");
  std::string bytes;
  std::array<char, 1 << 16> buffer{};
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    bytes.append(buffer.data(), count);
    if (bytes.size() > k_largest) return failure(ErrorKind::limit, path + " is larger than 256 MB");
  }
  if (std::ferror(file.get()) != 0) return failure(ErrorKind::io, "cannot read " + path);
  return bytes;
}

}  // namespace vigie
