#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/error.h"

namespace vigie::parsers {

/// One feed of an OPML list.
struct OpmlFeed {
  std::string url;       // xmlUrl, as written
  std::string title;     // text or title
  std::string language;  // as written, often empty
};

/// The feeds of an OPML 1.0 to 2.0 document (http://opml.org/spec2.opml), in order, folders flattened; at most 100,000.
/// Nothing is fetched, no entity is expanded. Errors: malformed where there is no <opml> element.
Expected<std::vector<OpmlFeed>> read_opml(std::string_view bytes);

}  // namespace vigie::parsers
