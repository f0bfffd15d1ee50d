#pragma once

#include <string>
#include <vector>

#include "app/config.h"
#include "digest/compose.h"
#include "digest/labels.h"
#include "model/digest.h"
#include "model/source.h"
#include "storage/database.h"

namespace vigie {

/// The window a digest tells.
struct DigestWindow {
  std::string date;  // YYYY-MM-DD, the first day told
  Time from{};
  Time until{};  // exclusive
};

/// The whole day `date` in the configuration's time zone. Errors: invalid_query, invalid_config.
Expected<DigestWindow> day_window(const std::string& date, const Config& config);

/// The enabled sources that are failing, silent, blocked or gone, by state, then since when.
std::vector<DigestHealth> unhealthy_sources(storage::Database& database, const std::vector<Source>& sources, Time now);

/// Composes the digest of a window from the database: stories, what was told of them before, health, history.
Digest compose_digest(storage::Database& database, const DigestWindow& window, const Config& config,
                      const std::vector<Source>& sources, Time now);

/// Prints a digest in one of the forms: text, md, html, json, atom.
std::string render_digest(const Digest& digest, const digest::Labels& labels, const std::string& format, Time now);

/// The labels of the configured language; mistakes fall back to English.
digest::Labels digest_labels(const Config& config);

}  // namespace vigie
