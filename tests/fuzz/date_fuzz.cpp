// Dates in any bytes: the readers terminate and answer dates that can be written.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "parsers/date.h"

namespace {

void check(const std::optional<vigie::Date>& date) {
  if (date && vigie::format_date(*date).empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static constexpr const char* k_languages[] = {"",   "en", "fr", "zh", "ja", "ko", "th", "vi",
                                                "fa", "he", "ar", "am", "ru", "de", "cs", "hi"};
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  vigie::parsers::DateContext context;
  context.language = k_languages[data[0] % 16];
  check(vigie::parsers::parse_feed_date(text));
  check(vigie::parsers::parse_date(text, context));
  context.now = vigie::Time(std::chrono::seconds(1'773'568'800));
  if (data[0] & 16) context.zone_hint = "Europe/Brussels";
  check(vigie::parsers::parse_date(text, context));
  check(vigie::parsers::find_date(text, context));
  return 0;
}
