#pragma once

#include <array>
#include <chrono>
#include <csetjmp>
#include <cstddef>
#include <cstdint>

namespace vigie::parsers {

/// Memory for one parse: chunks handed out one behind the other, freed ones kept by size for the next of their size,
/// all given back at once. Past its budget or deadline (CPU time of the calling thread) it leaves the parse by
/// longjmp to `exit`, so that only plain C may stand between the two.
class HtmlArena {
 public:
  HtmlArena(std::size_t budget, std::chrono::milliseconds deadline);
  ~HtmlArena();
  HtmlArena(const HtmlArena&) = delete;
  HtmlArena& operator=(const HtmlArena&) = delete;

  /// As gumbo's options want them: `self` is the arena.
  static void* allocate(void* self, std::size_t size) { return static_cast<HtmlArena*>(self)->take(size); }
  static void release(void* self, void* chunk) { static_cast<HtmlArena*>(self)->give_back(chunk); }

  std::jmp_buf exit;
  bool out_of_time = false;

 private:
  static constexpr std::size_t k_classes = 40;

  void* take(std::size_t size);
  void give_back(void* memory);

  std::size_t budget_;
  std::int64_t ends_at_;
  std::size_t used_ = 0;
  std::size_t allocations_ = 0;
  char* next_ = nullptr;
  std::size_t left_ = 0;
  std::array<char*, k_classes> free_{};
  // A fixed array, since nothing may be left half-grown when longjmp leaves.
  std::size_t blocks_count_ = 0;
  std::array<char*, 2048> blocks_{};
};

}  // namespace vigie::parsers
