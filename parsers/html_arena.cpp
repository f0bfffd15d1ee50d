#include "parsers/html_arena.h"

#include <cstdlib>
#include <cstring>
#include <ctime>

namespace vigie::parsers {
namespace {

constexpr std::size_t k_block = 256u << 10;
constexpr std::size_t k_header = 16;  // keeps chunks aligned for any type

std::int64_t cpu_time() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<std::int64_t>(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

/// Sizes are rounded up to 16 bytes up to 256, to powers of two above.
std::size_t class_of(std::size_t size, std::size_t& rounded) {
  if (size <= 256) {
    const std::size_t steps = size == 0 ? 1 : (size + 15) / 16;
    rounded = steps * 16;
    return steps;
  }
  std::size_t index = 17;
  rounded = 512;
  while (rounded < size) {
    rounded *= 2;
    ++index;
  }
  return index;
}

}  // namespace

HtmlArena::HtmlArena(std::size_t budget, std::chrono::milliseconds deadline)
    : budget_(budget), ends_at_(cpu_time() + std::chrono::nanoseconds(deadline).count()) {}

HtmlArena::~HtmlArena() {
  for (char* block : blocks_) std::free(block);
}

void* HtmlArena::take(std::size_t size) {
  if ((++allocations_ & 1023u) == 0 && cpu_time() > ends_at_) {
    out_of_time = true;
    std::longjmp(exit, 1);
  }
  std::size_t rounded = 0;
  const std::size_t index = size > budget_ ? k_classes : class_of(size, rounded);
  if (index >= k_classes) std::longjmp(exit, 1);
  if (free_[index]) {
    char* chunk = free_[index];
    std::memcpy(&free_[index], chunk, sizeof(char*));
    return chunk;
  }
  const std::size_t whole = rounded + k_header;
  if (whole > left_) {
    const std::size_t block = whole > k_block ? whole : k_block;
    if (used_ + block > budget_) std::longjmp(exit, 1);
    char* memory = static_cast<char*>(std::malloc(block));
    if (!memory || blocks_count_ == blocks_.size()) {
      std::free(memory);
      std::longjmp(exit, 1);
    }
    blocks_[blocks_count_++] = memory;
    used_ += block;
    if (block > k_block) {  // its own block; the current one goes on
      std::memcpy(memory, &index, sizeof index);
      return memory + k_header;
    }
    next_ = memory;
    left_ = block;
  }
  char* chunk = next_;
  next_ += whole;
  left_ -= whole;
  std::memcpy(chunk, &index, sizeof index);
  return chunk + k_header;
}

void HtmlArena::give_back(void* memory) {
  if (!memory) return;
  char* chunk = static_cast<char*>(memory);
  std::size_t index = 0;
  std::memcpy(&index, chunk - k_header, sizeof index);
  std::memcpy(chunk, &free_[index], sizeof(char*));
  free_[index] = chunk;
}

}  // namespace vigie::parsers
