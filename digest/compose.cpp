#include "digest/compose.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include "digest/entry.h"
#include "digest/statements.h"
#include "model/text.h"

namespace vigie::digest {
namespace {

bool speaks_against_a_state(const Statement& statement) {
  const Attribution& said = statement.attribution;
  if (!is_official(said.attributor) || said.stance == Stance::reports) return false;
  const bool charge = said.act == Act::accusation || said.act == Act::sanction || said.act == Act::indictment;
  return charge && std::any_of(said.accused_states.begin(), said.accused_states.end(),
                               [&](const std::string& state) { return state != said.attributor.state; });
}

int independent_sources(const std::vector<DigestSource>& sources) {
  std::set<std::string> publishers;
  for (const DigestSource& source : sources) {
    if (!source.duplicate) publishers.insert(fold(source.publisher));
  }
  return static_cast<int>(publishers.size());
}

std::set<std::string> languages_of(const std::vector<DigestSource>& sources) {
  std::set<std::string> out;
  for (const DigestSource& source : sources) {
    if (!source.language.empty()) out.insert(source.language.substr(0, source.language.find('-')));
  }
  return out;
}

SignificanceFacts facts_of(const DigestEntry& entry, const std::set<std::string>& told) {
  SignificanceFacts facts;
  if (!entry.sources.empty()) facts.speaker = entry.sources.front().authority;
  for (const Statement& statement : entry.statements) {
    const bool is_new = told.count(statement_key(statement)) == 0;
    facts.new_statement |= is_new;
    facts.official |= is_official(statement.attribution.attributor) && statement.attribution.stance != Stance::reports;
    facts.state_to_state |= is_new && speaks_against_a_state(statement);
  }
  facts.independent_sources = independent_sources(entry.sources);
  facts.languages = static_cast<int>(languages_of(entry.sources).size());
  return facts;
}

/// The stated order of entries within a section. The weights say: a state's own word before anybody else's; a state
/// against a state before all; then how many tell it, each doubling counting the same, then in how many languages.
double significance_of(const SignificanceFacts& facts) {
  constexpr double k_carrier[] = {20, 16, 10, 8, 8, 12, 18};  // by Authority: government, cert, agency, press …
  double score = k_carrier[static_cast<std::size_t>(facts.speaker)];
  if (facts.official) score += 40;
  if (facts.state_to_state) score += 30;
  if (facts.new_statement) score += 10;
  score += std::min(30.0, 8.0 * std::log2(1.0 + facts.independent_sources));
  score += std::min(20.0, 4.0 * std::max(0, facts.languages - 1));
  return score;
}

std::string reason_of(const SignificanceFacts& facts) {
  std::string reason = facts.state_to_state ? "a state speaks against another state"
                       : facts.official     ? "a state's body speaks"
                                            : "no state's body speaks";
  if (facts.new_statement) reason += ", new";
  reason += "; carried by " + std::string(to_string(facts.speaker)) + "; " + std::to_string(facts.independent_sources) +
            " independent sources, " + std::to_string(facts.languages) + " languages";
  return reason;
}

DigestSection section_for(const Statement& statement) {
  switch (statement.attribution.act) {
    case Act::sanction:
    case Act::indictment:
      return DigestSection::sanctions;
    case Act::denial:
    case Act::response:
      return DigestSection::denials;
    case Act::accusation:
      return statement.attribution.stance == Stance::reports ? DigestSection::reports : DigestSection::attributions;
    default:
      return DigestSection::reports;
  }
}

/// The section of what is new: the foremost section among the new statements; a story without statements is a report.
DigestSection section_of(const DigestEntry& entry, const std::set<std::string>& told, const Story& story) {
  DigestSection section = DigestSection::changed;
  for (const Statement& statement : entry.statements) {
    if (told.count(statement_key(statement)) == 0) section = std::min(section, section_for(statement));
  }
  if (section != DigestSection::changed || entry.told_at != Time{}) return section;
  if (story.articles.empty()) return DigestSection::reports;
  Statement from_act;
  from_act.attribution.act = story.articles.front().assessment.act;
  from_act.attribution.stance = Stance::asserts;
  return section_for(from_act);
}

bool is_told(const std::vector<std::string>& told, const std::string& value) {
  return std::find(told.begin(), told.end(), value) != told.end();
}

void note_new(std::vector<DigestChange>& changes, const char* kind, const std::vector<std::string>& values,
              const std::vector<std::string>& told) {
  for (const std::string& value : values) {
    if (!is_told(told, value)) changes.push_back({kind, value, 0});
  }
}

std::vector<DigestChange> changes_since(const DigestEntry& entry, const ToldStory& told) {
  std::vector<DigestChange> changes;
  for (std::size_t i = 0; i < entry.statements.size(); ++i) {
    if (!is_told(told.statements, statement_key(entry.statements[i]))) changes.push_back({"statement", "", i});
  }
  std::vector<std::string> actors;
  for (const ActorMention& actor : entry.actors) actors.push_back(actor.canonical);
  note_new(changes, "accused", entry.accused_states, told.accused);
  note_new(changes, "actor", actors, told.actors);
  note_new(changes, "victim", entry.victim_states, told.victims);
  const std::set<std::string> languages = languages_of(entry.sources);
  note_new(changes, "language", {languages.begin(), languages.end()}, told.languages);
  const int further = entry.facts.independent_sources - told.independent_sources;
  // One more paper is no news; twice as many, and at least three, is.
  if (further >= std::max(3, told.independent_sources)) changes.push_back({"sources", std::to_string(further), 0});
  return changes;
}

DigestEntry entry_of(const Story& story, const ToldStory* told, const DigestInput& input) {
  DigestEntry entry = entry_of_story(story, input.publishers, input.until);
  const auto gloss = input.glosses.find(entry.headline);
  if (gloss != input.glosses.end()) {
    entry.gloss = gloss->second.text;
    entry.gloss_service = gloss->second.service;
  }
  std::set<std::string> told_keys;
  if (told != nullptr) {
    told_keys.insert(told->statements.begin(), told->statements.end());
    entry.told_at = told->told_at;
  }
  entry.facts = facts_of(entry, told_keys);
  entry.significance = significance_of(entry.facts);
  entry.significance_reason = reason_of(entry.facts);
  if (told != nullptr) entry.changes = changes_since(entry, *told);
  entry.section = section_of(entry, told_keys, story);
  return entry;
}

std::vector<DigestPair> pairs_of(const std::vector<Story>& stories) {
  std::map<std::pair<std::string, std::string>, int> counts;
  for (const Story& story : stories) {
    for (const AssessedArticle& article : story.articles) {
      for (const std::string& accused : article.assessment.accused_states) {
        for (const std::string& victim : article.assessment.victim_states) ++counts[{accused, victim}];
      }
    }
  }
  std::vector<DigestPair> out;
  out.reserve(counts.size());
  for (const auto& [pair, articles] : counts) out.push_back({pair.first, pair.second, articles});
  return out;
}

}  // namespace

Digest compose(const DigestInput& input) {
  Digest digest;
  digest.date = input.date;
  digest.time_zone = input.time_zone;
  digest.from = input.from;
  digest.until = input.until;
  digest.sources_polled = input.sources_polled;
  digest.sources_total = input.sources_total;
  digest.articles_seen = input.articles_seen;
  digest.articles_relevant = input.articles_relevant;
  digest.health = input.health;
  digest.history = input.history;
  digest.pairs = input.pairs.empty() ? pairs_of(input.stories) : input.pairs;
  std::unordered_map<std::int64_t, const ToldStory*> told;
  for (const ToldStory& story : input.told) told[story.story] = &story;
  for (const Story& story : input.stories) {
    const auto before = told.find(story.id);
    DigestEntry entry = entry_of(story, before == told.end() ? nullptr : before->second, input);
    if (entry.sources.empty() && entry.statements.empty()) continue;
    if (before != told.end() && entry.changes.empty()) continue;
    digest.entries.push_back(std::move(entry));
  }
  std::stable_sort(digest.entries.begin(), digest.entries.end(), [](const DigestEntry& a, const DigestEntry& b) {
    if (a.section != b.section) return a.section < b.section;
    if (a.significance != b.significance) return a.significance > b.significance;
    return a.story < b.story;
  });
  return digest;
}

}  // namespace vigie::digest
