#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/time.h"
#include "storage/database.h"

namespace vigie::storage {

/// A digest that was written. `day` is YYYY-MM-DD.
struct DigestRecord {
  std::string day;
  Time written_at{};
  std::string summary;  // JSON, the caller's: number of entries, files
};

/// One message to one recipient, kept until it is delivered or given up.
struct Delivery {
  std::int64_t id = 0;
  std::string key;      // unique: "digest/2026-11-23/mail/desk@example.org"; a second add of it adds nothing
  std::string channel;  // mail, webhook, folder
  std::string target;   // address or URL
  std::string payload;  // what is sent, so that every try sends the same
  std::string message_id;
  std::string state;  // pending, delivered, given_up
  int attempts = 0;
  std::string last_error;
  Time created_at{};
  Time next_try{};
  Time done_at{};
};

struct SavedQuery {
  std::string name;
  std::string query;
  bool alert = false;
  std::int64_t seen_arrival = 0;  // ArticleStore::last_arrival() when it was last told
  Time created_at{};
};

/// What the daemon has done and must not do twice, and what it counts.
class Ledger {
 public:
  explicit Ledger(Database& database) : database_(database) {}

  /// Records the digest of a day; false when there was one already. In the transaction that adds its deliveries, this
  /// makes exactly one digest a day.
  bool add_digest(const DigestRecord& digest);
  std::optional<DigestRecord> digest(std::string_view day) const;
  std::optional<DigestRecord> last_digest() const;
  std::vector<DigestRecord> digests(std::size_t limit) const;  // newest first

  /// False when a delivery of that key exists.
  bool add_delivery(const Delivery& delivery);
  std::vector<Delivery> due_deliveries(Time now, std::size_t limit) const;
  std::optional<Time> next_delivery() const;
  std::optional<Delivery> delivery(std::string_view key) const;
  std::optional<Delivery> delivery(std::int64_t id) const;
  void delivered(std::int64_t id, Time now);
  void delivery_failed(std::int64_t id, std::string_view error, std::optional<Time> next_try, Time now);
  std::vector<Delivery> deliveries(std::string_view key_prefix, std::size_t limit) const;

  void put_query(const SavedQuery& query);
  bool remove_query(std::string_view name);
  std::vector<SavedQuery> queries() const;

  /// What was last told of a story, as the digest wants it back: an opaque JSON snapshot.
  void put_told(std::int64_t story, Time at, std::string_view snapshot);
  struct Told {
    std::int64_t story = 0;
    Time at{};
    std::string snapshot;
  };
  std::vector<Told> told(const std::vector<std::int64_t>& stories) const;

  /// Machine translations of headlines, by article or story headline text.
  void put_gloss(std::string_view text, std::string_view language, std::string_view gloss, std::string_view service,
                 Time now);
  struct Gloss {
    std::string text;
    std::string service;
  };
  std::optional<Gloss> gloss(std::string_view text, std::string_view language) const;

  void add_to_counter(std::string_view name, std::int64_t amount);
  std::int64_t counter(std::string_view name) const;
  struct Counter {
    std::string name;
    std::int64_t value = 0;
  };
  std::vector<Counter> counters() const;

  void put_setting(std::string_view name, std::string_view value);
  std::optional<std::string> setting(std::string_view name) const;

 private:
  Database& database_;
};

}  // namespace vigie::storage
