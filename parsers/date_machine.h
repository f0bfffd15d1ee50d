#pragma once

#include <optional>
#include <string_view>

#include "model/time.h"

namespace vigie::parsers {

/// The forms machines write, read without tables: ISO 8601 (also its basic, ordinal and 1988 truncated forms), RFC 5322
/// as it should be, Unix seconds and milliseconds. A fast path: null means "ask the reader of words", not "no date",
/// except that a text of ISO form with an impossible part is read by nobody.
std::optional<Date> read_machine_date(std::string_view text);

}  // namespace vigie::parsers
