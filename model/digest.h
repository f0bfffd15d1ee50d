#pragma once

#include <cstddef>
#include <cstdint>
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

/// What a story's significance rests on, so that each form can say it in the reader's language.
struct SignificanceFacts {
  Authority speaker = Authority::press;  // the most authoritative publisher that carries a statement
  bool official = false;                 // a state's body speaks itself
  bool state_to_state = false;           // a state's body accuses, sanctions or charges another state
  bool new_statement = false;            // first told in this digest
  int independent_sources = 0;           // publishers, syndicated copies folded
  int languages = 0;
};

/// One thing that is new in a story told before.
struct DigestChange {
  std::string kind;   // statement, actor, accused, victim, language, sources, headline
  std::string value;  // the actor's name, the ISO code, the language tag, the number of further sources; or empty
  std::size_t statement = 0;  // index into DigestEntry::statements, for kind "statement"
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
  std::string significance_reason;    // for people
  std::vector<DigestChange> changes;  // what is new since the story was last told; empty when it never was
  Time told_at{};                     // when it was last told, Time{} for never
  std::string gloss;                  // machine translation of the headline, empty for none
  std::string gloss_service;          // who made it
  Time first_seen{};                  // of the story
  SignificanceFacts facts;            // what `significance` was reckoned from
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

/// Relevant articles of the last 30 days that name one state as accused and another as victim: the matrix's data.
struct DigestPair {
  std::string accused;  // ISO codes
  std::string victim;
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
  std::vector<DigestPair> pairs;     // of the last 30 days
};

}  // namespace vigie
