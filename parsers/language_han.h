#pragma once

#include <string_view>

namespace vigie::parsers {

/// How a text in Han characters is written, by the characters only one way of writing has.
struct HanForms {
  std::size_t simplified = 0;   // only in simplified Chinese: 国 … but for those Japanese has too
  std::size_t traditional = 0;  // only in traditional Chinese
  std::size_t japanese = 0;     // only in Japan: 発, 対, 峠
};
HanForms count_han_forms(std::string_view text);

}  // namespace vigie::parsers
