#pragma once

#include <iosfwd>
#include <nlohmann/json_fwd.hpp>

namespace vigie {

/// Answers a request of kind "feed" with one line of JSON, written while the feed is read so that memory stays flat
/// however long it is: the entries come before the feed's own fields. Keys as in conformance/FORMAT.md, with "format",
/// "repairs" and the entries' "categories" besides. Throws nlohmann's exceptions on a wrong type and std::runtime_error
/// on a file that cannot be read, before anything is written.
void write_feed_answer(const nlohmann::json& request, std::ostream& out);

}  // namespace vigie
