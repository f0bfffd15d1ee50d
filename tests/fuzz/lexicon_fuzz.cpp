// Entries of a lexicon in any bytes, one a line, "category entry": a table with mistakes is refused with file and line,
// a sound one compiles and judges.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "classifier/assess.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vigie::classifier;
  if (size > 20'000) return 0;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  KnowledgeTables tables;
  LexiconTable lexicon;
  lexicon.language = "en";
  lexicon.file = "en.toml";
  for (int line = 1; !rest.empty(); ++line) {
    const std::size_t end = rest.find('\n');
    const std::string_view row = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    const std::size_t space = row.find(' ');
    if (space == std::string_view::npos) {
      lexicon.prefixes.emplace_back(row);
    } else if (space == 2) {
      lexicon.states.push_back({std::string(row.substr(0, 2)), StateRow::Part::name, std::string(row.substr(3)), line});
    } else {
      lexicon.rows.push_back({std::string(row.substr(0, space)), std::string(row.substr(space + 1)), line});
    }
  }
  tables.lexicons.push_back(std::move(lexicon));
  const std::size_t mistakes = check_tables(tables).size();
  const auto built = Classifier::build(tables);
  if (built.has_value() != (mistakes == 0)) std::abort();
  if (!built) return 0;
  built->assess("Hackers of Russia", std::string_view(reinterpret_cast<const char*>(data), size), "en");
  return 0;
}
