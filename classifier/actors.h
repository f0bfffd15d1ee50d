#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "classifier/matcher.h"
#include "classifier/states.h"
#include "classifier/tables.h"
#include "classifier/tokens.h"

namespace vigie::classifier {

enum class ActorKind : std::uint8_t { unknown, state, crime, hacktivism };

struct Actor {
  std::string canonical;
  ActorKind kind = ActorKind::unknown;
  std::vector<StateId> sponsors;                            // most often claimed first
  std::vector<std::pair<std::string, std::string>> claims;  // ISO code, source
  std::vector<std::string> names;                           // canonical first
};

/// A name of the catalogue, or a designation of no catalogue, found in an article.
struct ActorHit {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::vector<std::uint32_t> actors;  // who bears this name; empty for an unknown designation
  bool ordinary = false;              // the name is an ordinary word: counts only in a cyber context
  std::string slip_of;                // the designation this one is a misspelling of
  std::string designation;            // of an unknown one, as it is usually written
  bool abbreviation = false;  // ordinary and short ("GOP"): counts only right beside hackers or with other actors
};

/// The catalogue of threat actors, compiled.
class ActorCatalogue {
 public:
  ActorCatalogue(const std::vector<ActorRow>& rows, const StateCodes& codes);

  /// Names and designations, the longest where they overlap, in order. `inflecting`: the article's language adds
  /// endings to foreign names ("Lazarusin", "Sandwormu").
  std::vector<ActorHit> find(const TokenStream& stream, bool inflecting) const;

  const Actor& actor(std::uint32_t id) const { return actors_[id]; }
  /// How many groups the catalogue knows that a state sponsors.
  std::size_t groups_of(StateId state) const { return state < groups_.size() ? groups_[state] : 0; }
  /// The actors that bear a name, compared without case, accents, spaces and hyphens.
  std::vector<std::uint32_t> bearers(std::string_view name) const;

 private:
  struct Name {
    std::vector<std::uint32_t> actors;
    bool ordinary = false;
    bool caps_only = false;  // short abbreviation: in capitals as the catalogue writes it
    bool was_caps = false;   // one word the catalogue writes in capitals
    bool one_word = false;
  };
  struct Designation {
    std::string letters;  // folded
    std::string digits;
    std::string written;
    std::uint32_t name;
  };
  void add_name(std::uint32_t actor, std::string_view name, bool ordinary, EntryReader& reader);
  void add_variants(std::string_view name, std::uint32_t id, EntryReader& reader);
  void add_numbers(const TokenStream& stream, std::vector<ActorHit>& hits) const;
  void add_designation(std::string_view name, std::uint32_t id);
  void find_designations(const TokenStream& stream, std::vector<ActorHit>& into) const;

  std::vector<Actor> actors_;
  std::vector<std::size_t> groups_;  // by state
  std::vector<Name> names_;
  std::unordered_map<std::string, std::uint32_t> by_key_;  // squeezed name -> name
  std::vector<Designation> designations_;                  // sorted by digits
  PhraseMatcher matcher_;
  PhraseMatcher inflected_;
};

/// A name without what writers vary: case, accents, spaces, hyphens.
std::string squeezed(std::string_view name);

}  // namespace vigie::classifier
