#include "app/alert_chore.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/delivery.h"
#include "app/log.h"
#include "app/query_expansion.h"
#include "storage/article_store.h"

namespace vigie {
namespace {

constexpr std::size_t k_looked_at = 1000;  // arrivals a look, the rest in the next: the crawl goes on between
constexpr std::size_t k_most_told = 20;    // articles in one alert, the rest counted
constexpr std::size_t k_most_waiting = 1000;
constexpr seconds k_between{10};

// Hits that wait to be told by one channel, by query, oldest first.
using Waiting = std::map<std::string, std::vector<std::int64_t>>;

Waiting read_waiting(const storage::Ledger& ledger, const std::string& channel) {
  const auto stored = nlohmann::json::parse(ledger.setting("alerts.waiting/" + channel).value_or("{}"), nullptr,
                                            /*allow_exceptions=*/false);
  Waiting waiting;
  if (!stored.is_object()) return waiting;
  for (const auto& [query, ids] : stored.items()) {
    if (ids.is_array()) waiting[query] = ids.get<std::vector<std::int64_t>>();
  }
  return waiting;
}

void write_waiting(storage::Ledger& ledger, const std::string& channel, const Waiting& waiting) {
  ledger.put_setting("alerts.waiting/" + channel, nlohmann::json(waiting).dump());
}

}  // namespace

AlertChore::AlertChore(const Config& config, storage::Database& database)
    : config_(config), database_(database), ledger_(database) {
  adopt_queries();
}

void AlertChore::reload(const Config& config, const std::vector<Source>&) {
  config_ = config;
  adopt_queries();
}

void AlertChore::adopt_queries() {
  queries_.clear();
  if (channels_for(config_, "alert").empty()) return;
  std::copy_if(config_.queries.begin(), config_.queries.end(), std::back_inserter(queries_),
               [](const SavedQueryConfig& saved) { return saved.alert; });
  if (queries_.empty()) return;
  expansion_ = query_expansion(config_);
  labels_ = digest_labels(config_);
  const std::vector<storage::SavedQuery> known = ledger_.queries();
  const std::int64_t arrival = storage::ArticleStore(database_).last_arrival();
  for (const SavedQueryConfig& saved : queries_) {
    const bool same = std::any_of(known.begin(), known.end(), [&](const storage::SavedQuery& before) {
      return before.name == saved.name && before.query == saved.query;
    });
    if (!same) ledger_.put_query({saved.name, saved.query, true, arrival, Time{}});
  }
}

void AlertChore::run(Time now) {
  if (queries_.empty() || now < next_look_) return;
  next_look_ = now + k_between;
  storage::Transaction transaction(database_);
  for (const SavedQueryConfig& saved : queries_) gather(saved, now);
  for (const Channel& channel : channels_for(config_, "alert")) tell(channel, now);
  transaction.commit();
}

void AlertChore::finish(Time now) {
  storage::Transaction transaction(database_);
  for (const SavedQueryConfig& saved : queries_) {
    while (gather(saved, now)) continue;
  }
  transaction.commit();
  next_look_ = Time{};
  run(now);
}

bool AlertChore::gather(const SavedQueryConfig& saved, Time now) {
  const std::vector<storage::SavedQuery> known = ledger_.queries();
  const auto stored = std::find_if(known.begin(), known.end(),
                                   [&](const storage::SavedQuery& query) { return query.name == saved.name; });
  if (stored == known.end()) return false;
  const storage::ArticleStore articles(database_);
  const std::int64_t last = articles.last_arrival();
  if (stored->seen_arrival >= last) return false;
  const Expected<storage::Query> query = storage::parse_query(saved.query, now);
  if (!query) return false;  // `vigie check` and the start have said so
  std::vector<std::int64_t> hits;
  const std::vector<std::int64_t> arrived = articles.arrived_after(stored->seen_arrival, k_looked_at);
  for (const std::int64_t article : arrived) {
    if (storage::matches(database_, *query, article, expansion_).value_or(false)) hits.push_back(article);
  }
  const std::int64_t seen = arrived.size() < k_looked_at ? last : articles.arrival_of(arrived.back());
  ledger_.put_query({saved.name, saved.query, true, seen, stored->created_at});
  const bool more = seen < last;
  if (hits.empty()) return more;
  for (const Channel& channel : channels_for(config_, "alert")) {
    Waiting waiting = read_waiting(ledger_, channel.name());
    std::vector<std::int64_t>& ids = waiting[saved.name];
    for (const std::int64_t hit : hits) {
      if (ids.size() < k_most_waiting) ids.push_back(hit);
    }
    write_waiting(ledger_, channel.name(), waiting);
  }
  return more;
}

void AlertChore::tell(const Channel& channel, Time now) {
  const std::string name = channel.name();
  Waiting waiting = read_waiting(ledger_, name);
  if (waiting.empty()) return;
  std::vector<Time> told = read_times(ledger_, "alerts.told/" + name);
  const storage::ArticleStore articles(database_);
  bool changed = false;
  for (const SavedQueryConfig& saved : queries_) {
    const auto hits = waiting.find(saved.name);
    if (hits == waiting.end() || !may_tell(channel.rule(config_), told, now, config_.digest.time_zone)) continue;
    digest::Alert alert{saved.name, saved.query, {}, 0, now};
    for (auto id = hits->second.rbegin(); id != hits->second.rend(); ++id) {
      std::optional<AssessedArticle> article;
      if (alert.articles.size() < k_most_told) article = articles.find(*id);
      article ? alert.articles.push_back(std::move(*article)) : void(++alert.left_out);
    }
    if (const auto delivery = alert_delivery(alert, channel, labels_, config_, now)) {
      ledger_.add_delivery(*delivery);
      LogEntry("alert")("query", saved.name)("channel", name)("articles", static_cast<long long>(hits->second.size()))
          .info();
    }
    told.push_back(now);
    waiting.erase(hits);
    changed = true;
  }
  if (!changed) return;
  write_waiting(ledger_, name, waiting);
  write_times(ledger_, "alerts.told/" + name, std::move(told), now);
}

}  // namespace vigie
