#include "model/error.h"

namespace vigie {

std::string_view to_string(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::malformed:
      return "malformed";
    case ErrorKind::unsupported:
      return "unsupported";
    case ErrorKind::limit:
      return "limit";
    case ErrorKind::not_found:
      return "not_found";
    case ErrorKind::no_article:
      return "no_article";
    case ErrorKind::invalid_query:
      return "invalid_query";
    case ErrorKind::invalid_config:
      return "invalid_config";
    case ErrorKind::refused:
      return "refused";
    case ErrorKind::io:
      return "io";
  }
  return "unknown";
}

}  // namespace vigie
