#include "app/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace vigie {

Expected<MappedFile> MappedFile::open(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  const bool known = descriptor >= 0 && ::fstat(descriptor, &status) == 0;
  MappedFile file;
  void* data = MAP_FAILED;
  if (known && S_ISREG(status.st_mode) && status.st_size > 0) {
    file.size_ = static_cast<std::size_t>(status.st_size);
    data = ::mmap(nullptr, file.size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
  }
  if (descriptor >= 0) ::close(descriptor);
  if (!known) return failure(ErrorKind::io, "cannot read " + path + ": no such file, or no permission");
  if (!S_ISREG(status.st_mode)) return failure(ErrorKind::io, "cannot read " + path + ": it is not a file");
  if (data == MAP_FAILED) {
    if (status.st_size > 0) return failure(ErrorKind::io, "cannot read " + path);
    return file;
  }
  file.data_ = static_cast<const char*>(data);
  return file;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

void MappedFile::release() const {
  if (data_ != nullptr) ::madvise(const_cast<char*>(data_), size_, MADV_DONTNEED);
}

}  // namespace vigie
