#include "app/digest_chore.h"

#include <filesystem>
#include <fstream>

#include "app/delivery.h"
#include "app/digest_source.h"
#include "app/log.h"

namespace vigie {
namespace {

namespace fs = std::filesystem;

constexpr int k_days_made_up = 7;

const char* extension_of(const std::string& format) {
  if (format == "text") return "txt";
  return format == "atom" ? "atom.xml" : format.c_str();
}

// Under another name first: a reader never sees half a digest.
bool write_whole(const fs::path& path, const std::string& content) {
  const fs::path part = path.string() + ".part";
  std::ofstream file(part, std::ios::binary);
  file << content;
  file.close();
  std::error_code error;
  if (file) fs::rename(part, path, error);
  if (!file || error) {
    LogEntry("digest")("error", "cannot write " + path.string()).error();
    return false;
  }
  return true;
}

}  // namespace

void DigestChore::run(Time now) {
  if (now < next_look_) return;
  next_look_ = now + seconds{20};
  // The latest day that is over and whose hour of telling has come.
  const Expected<std::string> today = local_day(now, config_.digest.time_zone);
  if (!today) return;
  const Expected<Time> hour = local_moment(*today, config_.digest.time, config_.digest.time_zone);
  if (!hour) return;
  const int newest = now >= *hour ? -1 : -2;
  const std::optional<storage::DigestRecord> last = storage::Ledger(database_).last_digest();
  for (int back = newest - k_days_made_up + 1; back <= newest; ++back) {
    const Expected<std::string> day = shift_day(*today, back);
    if (!day) return;
    // Days before the first run are nobody's miss: a new archive begins with the newest.
    if (last ? *day <= last->day : back != newest) continue;
    if (!write_day(*day, now)) return;
  }
}

bool DigestChore::write_day(const std::string& day, Time now) {
  const Expected<DigestWindow> window = day_window(day, config_);
  if (!window) return false;
  std::vector<Mistake> ignored;
  const std::vector<Source> sources = load_sources(config_, ignored);
  const Digest digest = compose_digest(database_, *window, config_, sources, now);
  const digest::Labels labels = digest_labels(config_);
  std::error_code error;
  fs::create_directories(config_.digest.folder, error);
  for (const std::string& format : config_.digest.formats) {
    const fs::path path = fs::path(config_.digest.folder) / (day + "." + extension_of(format));
    if (!write_whole(path, render_digest(digest, labels, format, now))) return false;
  }
  storage::Transaction transaction(database_);
  storage::Ledger ledger(database_);
  const bool first = ledger.add_digest({day, now, "{\"entries\":" + std::to_string(digest.entries.size()) + "}"});
  for (const DigestEntry& entry : digest.entries) {
    if (first) ledger.put_told(entry.story, now, digest::write_told(digest::told_state(entry, now)));
  }
  for (const storage::Delivery& delivery : digest_deliveries(digest, labels, config_, now)) {
    ledger.add_delivery(delivery);
  }
  transaction.commit();
  LogEntry("digest")("day", day)("entries", static_cast<long long>(digest.entries.size())).info();
  return true;
}

}  // namespace vigie
