#pragma once

#include <iosfwd>
#include <memory>

#include "app/exit_code.h"

namespace vigie {

struct Knowledge;
struct UrlRules;

/// `vigie inspect --jsonl`: one JSON request a line in, one JSON answer a line out, same order, flushed. A request that
/// cannot be read is answered {"id", "error"} and the next line is served. `knowledge` is asked for when the first
/// request needs the tables.
class KnowledgeSource {
 public:
  virtual ~KnowledgeSource() = default;
  virtual const Knowledge& get() = 0;
  virtual const UrlRules& url_rules() = 0;
};
ExitCode answer_json_lines(std::istream& in, std::ostream& out, KnowledgeSource& knowledge);

}  // namespace vigie
