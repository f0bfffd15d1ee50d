// Catalogues of threat actors in any bytes: what is read merges into a table whose every line is still a row, and
// merging never takes a byte of the old lines away.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "app/actor_merge.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vigie;
  if (size > 100'000) return 0;
  const auto catalogue = parsers::read_threat_catalogue({reinterpret_cast<const char*>(data), size});
  if (!catalogue) return 0;
  const std::string text = "[actors]\n\"APT28\" = \"state | RU (cfr) | Fancy Bear | \"\n\"Mine\" = \" |  |  | \"\n";
  const std::vector<classifier::ActorRow> rows = {{"APT28", "state", {{"RU", "cfr"}}, {"Fancy Bear"}, {}, "f", 2},
                                                  {"Mine", "", {}, {}, {}, "f", 3}};
  const ActorMerge merged = merge_actors(text, "f", rows, *catalogue);
  if (merged.text.find("\"APT28\" = \"state | RU (") == std::string::npos) std::abort();
  if (merged.text.find("\"Mine\" = \"") == std::string::npos) std::abort();
  for (const parsers::CatalogueActor& actor : catalogue->actors) {
    if (actor.name.size() > 200 || actor.name.find_first_of("\"|\\\n,") != std::string::npos) std::abort();
  }
  return 0;
}
