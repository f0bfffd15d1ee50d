#include "app/path_words.h"

#include <algorithm>

#include "model/text.h"
#include "model/url_record.h"

namespace vigie {
namespace {

bool is_number(std::string_view word) { return word.find_first_not_of("0123456789") == std::string_view::npos; }

}  // namespace

std::string words_of_path(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  path = path.substr(path.rfind('/') + 1);
  if (const std::size_t dot = path.rfind('.'); dot != std::string_view::npos && path.size() - dot <= 6) {
    path = path.substr(0, dot);
  }
  const std::string plain = valid_utf8(percent_decode(path));
  std::string words;
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find_first_of("-_+ ,.", at), plain.size());
    const std::string_view word = std::string_view(plain).substr(at, end - at);
    if (!word.empty() && !is_number(word)) words.append(words.empty() ? "" : " ").append(word);
    at = end + 1;
  }
  return words;
}

}  // namespace vigie
