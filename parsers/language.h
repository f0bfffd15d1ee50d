#pragma once

#include <string>
#include <string_view>

namespace vigie::parsers {

/// What others say of a text's language. Every field may be empty, and every one may be wrong.
struct LanguageHints {
  std::string declared;         // html lang or the feed's language, BCP 47
  std::string source_language;  // the catalogue's language of the source
  std::string host;             // host name of the page; its top-level domain is the weakest hint
};

/// The language a text is written in, BCP 47: ISO 639-1 where there is one, with zh-Hans/zh-Hant, sr-Latn/sr-Cyrl and
/// pt-BR/pt-PT told apart where the text or the hints tell. The text outweighs the hints; hints decide among the
/// languages the text could be; a long text that is like no language's is of the declared one. `title` and `text` are
/// UTF-8; the first 16 KiB of `text` are read. Empty when nothing tells.
std::string detect_language(std::string_view title, std::string_view text, const LanguageHints& hints);

}  // namespace vigie::parsers
