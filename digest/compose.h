#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/digest.h"
#include "model/error.h"
#include "model/story.h"
#include "model/time.h"

namespace vigie::digest {

/// What a story looked like when a digest told it: the base of "changed since we told you". Kept by the storage as
/// JSON, see write_told and read_told.
struct ToldStory {
  std::int64_t story = 0;
  Time told_at{};
  std::vector<std::string> statements;  // keys of the statements told, sorted
  std::vector<std::string> actors;      // canonical names, sorted
  std::vector<std::string> accused;     // ISO codes, sorted
  std::vector<std::string> victims;     // ISO codes, sorted
  std::vector<std::string> languages;   // sorted
  int independent_sources = 0;
  std::string headline;
};

/// A headline put into the reader's language by a machine.
struct MachineGloss {
  std::string text;
  std::string service;  // whose it is
};

/// Everything a digest is made from. compose reads no clock and no database.
struct DigestInput {
  std::string date;                               // YYYY-MM-DD, the day told
  std::string time_zone = "UTC";                  // tz name
  Time from{};                                    // the window, UTC
  Time until{};                                   // exclusive
  std::vector<Story> stories;                     // each whole that had an article or statement in the window
  std::vector<ToldStory> told;                    // of those stories, by earlier digests (never by this one)
  std::map<std::string, std::string> publishers;  // source id -> name for people
  std::map<std::string, MachineGloss> glosses;    // by headline, where [gloss] is set
  int sources_polled = 0;                         // with at least one attempt in the window
  int sources_total = 0;                          // enabled
  int articles_seen = 0;                          // stored in the window
  int articles_relevant = 0;                      // of them relevant
  std::vector<DigestHealth> health;               // sources silent or failing, what could not be looked at
  std::vector<DigestCount> history;               // per day and accused state, the last 30 days
  std::vector<DigestPair> pairs;                  // of the last 30 days; empty: reckoned from `stories`
};

/// The digest of a window: one entry a story however many articles and languages, statements one per speaker and act,
/// syndicated copies folded; entries by section (new statements first, then stories that changed), then significance.
/// A story told before with nothing new is left out. Cost depends on the stories given alone.
Digest compose(const DigestInput& input);

/// What to remember of an entry once its digest was written.
ToldStory told_state(const DigestEntry& entry, Time told_at);

/// ToldStory as one line of JSON and back. Errors: malformed.
std::string write_told(const ToldStory& told);
Expected<ToldStory> read_told(std::string_view json);

/// The statements of a story that has none of its own: built from its articles' attributions, with the sentence each
/// rests on, in order of time.
std::vector<Statement> statements_of(const Story& story, const std::map<std::string, std::string>& publishers);

/// Identifies who says what kind of thing within a story: "BE/ministry_foreign/accusation".
std::string statement_key(const Statement& statement);

}  // namespace vigie::digest
