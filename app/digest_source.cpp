#include "app/digest_source.h"

#include <algorithm>
#include <map>

#include "app/digest_labels.h"
#include "crawler/revisit.h"
#include "digest/render.h"
#include "storage/digest_query.h"
#include "storage/ledger.h"
#include "storage/source_store.h"

namespace vigie {
namespace {

constexpr int k_history_days = 30;

void add_history(digest::DigestInput& input, storage::Database& database, const DigestWindow& window,
                 const Config& config) {
  std::vector<std::string> days;
  std::vector<Time> bounds;
  for (int back = k_history_days - 1; back >= -1; --back) {
    const Expected<std::string> day = shift_day(window.date, -back);
    if (!day) return;
    const Expected<Time> begin = local_moment(*day, seconds{0}, config.digest.time_zone);
    if (!begin) return;
    bounds.push_back(*begin);
    if (back >= 0) days.push_back(*day);
  }
  input.history = storage::accusations_by_day(database, bounds, days);
  input.pairs = storage::accusation_pairs(database, bounds.front(), bounds.back());
}

void add_told(digest::DigestInput& input, storage::Database& database) {
  std::vector<std::int64_t> ids;
  for (const Story& story : input.stories) ids.push_back(story.id);
  for (const storage::Ledger::Told& told : storage::Ledger(database).told(ids)) {
    // A digest asked for again must not take its own telling for an earlier one.
    if (told.at >= input.until) {
      continue;
    }
    if (const Expected<digest::ToldStory> read = digest::read_told(told.snapshot)) input.told.push_back(*read);
  }
}

void add_glosses(digest::DigestInput& input, storage::Database& database, const Config& config) {
  if (!config.gloss.enabled()) return;
  const std::string language = config.digest.language.substr(0, config.digest.language.find('-'));
  const storage::Ledger ledger(database);
  for (const Story& story : input.stories) {
    if (const auto gloss = ledger.gloss(story.headline, language)) {
      input.glosses[story.headline] = {gloss->text, gloss->service};
    }
  }
}

}  // namespace

std::vector<DigestHealth> unhealthy_sources(storage::Database& database, const std::vector<Source>& sources, Time now) {
  std::map<std::string, const Source*> by_id;
  for (const Source& source : sources) {
    if (source.enabled) by_id.emplace(source.id, &source);
  }
  std::vector<DigestHealth> health;
  for (const SourceState& stored : storage::SourceStore(database).all()) {
    const auto source = by_id.find(stored.source_id);
    if (source == by_id.end()) continue;
    const SourceState state = crawler::with_current_health(stored, crawler::RevisitPolicy{}, now);
    if (state.health == Health::healthy || state.health == Health::slow) continue;
    health.push_back({state.source_id, source->second->publisher, std::string(to_string(state.health)),
                      state.health_reason, state.health_since});
  }
  std::sort(health.begin(), health.end(), [](const DigestHealth& a, const DigestHealth& b) {
    return std::tie(a.state, a.since, a.source_id) < std::tie(b.state, b.since, b.source_id);
  });
  return health;
}

Expected<DigestWindow> day_window(const std::string& date, const Config& config) {
  const Expected<std::string> next = shift_day(date, 1);
  if (!next) return tl::unexpected(next.error());
  const Expected<Time> from = local_moment(date, seconds{0}, config.digest.time_zone);
  if (!from) return tl::unexpected(from.error());
  const Expected<Time> until = local_moment(*next, seconds{0}, config.digest.time_zone);
  if (!until) return tl::unexpected(until.error());
  return DigestWindow{date, *from, *until};
}

Digest compose_digest(storage::Database& database, const DigestWindow& window, const Config& config,
                      const std::vector<Source>& sources, Time now) {
  digest::DigestInput input;
  input.date = window.date;
  input.time_zone = config.digest.time_zone;
  input.from = window.from;
  input.until = window.until;
  storage::DigestMaterial material = storage::digest_material(database, window.from, window.until);
  input.stories = std::move(material.stories);
  input.articles_seen = static_cast<int>(material.articles_seen);
  input.articles_relevant = static_cast<int>(material.articles_relevant);
  for (const Source& source : sources) {
    input.publishers[source.id] = source.publisher;
    if (source.enabled) ++input.sources_total;
  }
  input.sources_polled = static_cast<int>(storage::SourceStore(database).polled(window.from, window.until));
  input.health = unhealthy_sources(database, sources, now);
  add_history(input, database, window, config);
  add_told(input, database);
  add_glosses(input, database, config);
  return digest::compose(input);
}

std::string render_digest(const Digest& digest, const digest::Labels& labels, const std::string& format, Time now) {
  digest::RenderOptions options;
  options.generated_at = now;
  options.generator = "vigie " VIGIE_VERSION;
  if (format == "md") return digest::render_markdown(digest, labels, options);
  if (format == "html") return digest::render_html(digest, labels, options);
  if (format == "json") return digest::render_json(digest, labels, options);
  if (format == "atom") return digest::render_atom(digest, labels, options);
  return digest::render_text(digest, labels, options);
}

digest::Labels digest_labels(const Config& config) {
  std::vector<Mistake> mistakes;
  return load_digest_labels(config.labels, config.digest.language, mistakes);
}

}  // namespace vigie
