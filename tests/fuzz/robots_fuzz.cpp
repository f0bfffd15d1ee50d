// robots.txt: the first line is the path asked for, the rest the file.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "crawler/robots.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t end = input.find('\n');
  const std::string_view path = input.substr(0, end);
  const std::string_view file = end == std::string_view::npos ? std::string_view{} : input.substr(end + 1);
  const auto rules = vigie::crawler::RobotsRules::parse(file);
  for (const std::string_view agent : {"vigie", "*", "Other Bot"}) {
    const auto group = rules.group(agent);
    if (group.allowed(path) != rules.allowed(agent, path)) __builtin_trap();
    const auto kept = vigie::crawler::RobotsGroup::from_text(group.text());
    if (kept.text() != group.text() || kept.allowed(path) != group.allowed(path)) __builtin_trap();
    if (group.crawl_delay() && *group.crawl_delay() < std::chrono::milliseconds{0}) __builtin_trap();
  }
  return 0;
}
