#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/config.h"
#include "app/http_server.h"
#include "digest/labels.h"
#include "model/time.h"
#include "storage/database.h"
#include "storage/search.h"

namespace vigie {

/// The read-only pages of `vigie serve`: search, stories, articles, sources, digests, metrics; each as HTML, or as JSON
/// where that is asked for. Safe from several threads: each request borrows one of a pool of read-only connections.
class Site {
 public:
  /// Errors: as Database::open_reader.
  static Expected<std::unique_ptr<Site>> open(const Config& config, std::vector<Source> sources);

  /// The answer to a request that may be served (serve_access's refusal has been asked).
  HttpAnswer answer(const HttpRequest& request, Time now);

 private:
  struct Asked {  // a request taken apart
    storage::Database& database;
    const HttpRequest& request;
    Time now{};
    bool json = false;
  };

  Site(const Config& config, std::vector<Source> sources);
  HttpAnswer route(const Asked& asked);
  HttpAnswer search(const Asked& asked);
  HttpAnswer stories(const Asked& asked);
  HttpAnswer story(const Asked& asked, std::string_view name);
  HttpAnswer article(const Asked& asked, std::string_view name);
  HttpAnswer sources(const Asked& asked);
  HttpAnswer digests(const Asked& asked);
  HttpAnswer digest_of(const Asked& asked, const std::string& day);

  Expected<std::unique_ptr<storage::Database>> borrow();
  void give_back(std::unique_ptr<storage::Database> database);

  Config config_;
  std::vector<Source> sources_;
  storage::QueryExpansion expansion_;
  digest::Labels labels_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<storage::Database>> idle_;
};

/// The archive's numbers for Prometheus (text exposition format 0.0.4).
std::string metrics_text(storage::Database& database, const std::vector<Source>& sources, Time now);

}  // namespace vigie
