#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace vigie {

/// What kind of failure of the outside world a value stands for. One kind per decision a caller takes differently.
enum class ErrorKind {
  malformed,       // input that does not parse
  unsupported,     // input of a kind vigie does not read
  limit,           // input over a size, depth, time or memory limit
  not_found,       // what was asked for is not there
  no_article,      // a page that parses and holds no article
  invalid_query,   // a search query, date or option a person mistyped
  invalid_config,  // a configuration or data file that cannot be used
  refused,         // forbidden by a safety or politeness rule
  io,              // a file, socket or database that cannot be opened, read or written
};

/// A failure as a value. message: UTF-8, lower case, no final full stop, "what was being done, to what: what came
/// back".
struct Error {
  ErrorKind kind = ErrorKind::malformed;
  std::string message;
};

template <typename T>
using Expected = tl::expected<T, Error>;

/// The unexpected half of an Expected<T>: `return failure(ErrorKind::malformed, "cannot parse …")`.
inline tl::unexpected<Error> failure(ErrorKind kind, std::string message) {
  return tl::unexpected<Error>(Error{kind, std::move(message)});
}

/// The name of a kind as it stands in logs and JSON, e.g. "no_article".
std::string_view to_string(ErrorKind kind);

}  // namespace vigie
