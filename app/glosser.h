#pragma once

#include <string>
#include <thread>
#include <vector>

#include "app/config.h"
#include "app/queue.h"
#include "model/error.h"

namespace vigie {

/// A headline to be put into the reader's language.
struct GlossJob {
  std::string headline;  // as the archive holds it
  std::string text;      // of it what is sent: one line
  std::string source;    // BCP 47's first part: "fr"; empty: unknown
  std::string target;    // likewise
};

struct GlossResult {
  GlossJob job;
  std::string gloss;  // one line
  std::string error;  // empty, or why there is no gloss
};

/// One job by the API that LibreTranslate documents: POST SERVICE/translate with q, source, target, format and api_key,
/// answered by translatedText. Blocking, at most 20 s. Errors: io, malformed.
Expected<std::string> gloss_by_service(const GlossJob& job, const GlossConfig& gloss, const NetworkConfig& network);

/// One job by a command that reads a line and writes a line; "{source}" and "{target}" in its arguments are filled in.
/// No shell is between. Blocking, killed after 20 s. Errors: io, malformed.
Expected<std::string> gloss_by_command(const GlossJob& job, const std::vector<std::string>& command);

/// Glosses in a thread of its own, one job after the other, so that a slow service delays nothing else.
class Glosser {
 public:
  Glosser(GlossConfig gloss, NetworkConfig network);
  ~Glosser();
  Glosser(const Glosser&) = delete;
  Glosser& operator=(const Glosser&) = delete;

  void ask(GlossJob job);
  /// The results that have come since the last call; waits up to `patience` for the first.
  std::vector<GlossResult> results(std::chrono::milliseconds patience = std::chrono::milliseconds{0});

 private:
  GlossConfig gloss_;
  NetworkConfig network_;
  BoundedQueue<GlossJob> jobs_{1000};
  BoundedQueue<GlossResult> results_{1000};
  std::thread thread_;
};

}  // namespace vigie
