// The query language, from the text a user types to the MATCH expression SQLite is given and the snippet that is shown.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "storage/fts_query.h"
#include "storage/query.h"
#include "storage/snippet.h"
#include "storage/tokens.h"

using namespace vigie;
using namespace vigie::storage;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const Expected<Query> query = parse_query(input, Time(std::chrono::seconds(1'700'000'000)));
  if (!query) {
    if (query.error().message.rfind("column ", 0) != 0) std::abort();
    return 0;
  }
  static Tokenizer tokenizer;
  QueryExpansion expansion;
  expansion.names["apt31"] = {{"Judgment Panda", ""}, {"锆", "zh"}};
  expansion.actors["apt31"] = {"APT31"};
  expansion.concepts["c"] = {{"attaque informatique", "fr"}};
  MatchBuilder builder(tokenizer, {"en", "fr", "tr", "zh"}, expansion);
  if (MatchBuilder::expressible(query->root)) (void)builder.build(query->root);
  const Snippet snippet = make_snippet(tokenizer, input, "fr", builder.patterns());
  std::size_t at = 0;
  for (const Snippet::Mark& mark : snippet.marks) {
    if (mark.begin < at || mark.end <= mark.begin || mark.end > snippet.text.size()) std::abort();
    at = mark.end;
  }
  return 0;
}
