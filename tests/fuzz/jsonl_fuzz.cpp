// What others have collected, in any bytes: lines of articles for the import, and lists of incidents for `vigie
// missed`.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "app/article_line.h"
#include "app/csv_reader.h"
#include "app/foreign_list.h"
#include "model/text.h"

using namespace vigie;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto line = read_article_line(input);
  if (line && (!is_valid_utf8(line->article.title) || !is_valid_utf8(line->article.text))) std::abort();
  if (!line && line.error().message.empty()) std::abort();
  std::size_t cells = 0;
  for (const auto& row : read_csv(input)) cells += row.size();
  if (cells > size + 1) std::abort();
  const auto list = read_foreign_list(input);
  if (list && list->size() > size) std::abort();
  return 0;
}
