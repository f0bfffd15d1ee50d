#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/story.h"

namespace vigie {

/// The section of a digest an entry stands in, in order of print.
enum class DigestSection { attributions, denials, sanctions, reports, changed };
std::string_view to_string(DigestSection section);

struct DigestSource {
  std::string publisher;
  std::string source_id;
  Authority authority = Authority::press;
  std::string url;
  std::string title;
  std::string language;
  Time published{};
  bool duplicate = false;  // a syndicated copy of another one listed
};

/// One story as the digest tells it.
struct DigestEntry {
  std::int64_t story = 0;
  DigestSection section = DigestSection::reports;
  std::string headline;
  std::string language;
  std::vector<Statement> statements;  // one per speaker and act, most significant first
  std::vector<std::string> accused_states;
  std::vector<std::string> victim_states;
  std::vector<ActorMention> actors;  // one per actor, surface = the aliases used, joined by ", "
  std::vector<DigestSource> sources;
  double significance = 0;
  std::string significance_reason;  // for people
};

struct DigestHealth {
  std::string source_id;
  std::string publisher;
  std::string state;  // failing, silent …
  std::string reason;
  Time since{};
};

/// Number of relevant articles of one day that accuse one state: the chart's data.
struct DigestCount {
  std::string day;    // YYYY-MM-DD
  std::string state;  // ISO code
  int articles = 0;
};

struct Digest {
  std::string date;  // YYYY-MM-DD, the day told
  std::string time_zone;
  Time from{};
  Time until{};                      // exclusive
  std::vector<DigestEntry> entries;  // by section, then significance
  int sources_polled = 0;
  int sources_total = 0;
  int articles_seen = 0;  // stored that day
  int articles_relevant = 0;
  std::vector<DigestHealth> health;
  std::vector<DigestCount> history;  // of the last 30 days
};

}  // namespace vigie
