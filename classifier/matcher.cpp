#include "classifier/matcher.h"

#include <algorithm>
#include <set>

#include "classifier/letters.h"

namespace vigie::classifier {
namespace {

// Words a gap ("..") may span; code points count less than words.
constexpr std::size_t k_gap_words = 7;
constexpr std::size_t k_gap_code_points = 16;
// Clitics leave at least this many bytes of a word: two letters of Arabic or Hebrew.
constexpr std::size_t k_least_rest = 4;

constexpr std::uint64_t k_kinds[] = {0, 0x9E3779B97F4A7C15ULL, 0xC2B2AE3D27D4EB4FULL, 0x165667B19E3779F9ULL,
                                     0x27D4EB2F165667C5ULL};

constexpr std::uint64_t keyed(std::uint64_t hash, WordMatch match) {
  return hash ^ k_kinds[static_cast<std::size_t>(match)];
}

constexpr std::uint64_t mixed(std::uint64_t key) {
  key ^= key >> 32;
  key *= 0xD6E8FEB86659FD93ULL;
  return key ^ (key >> 32);
}

constexpr std::uint64_t edge_key(std::uint32_t node, std::uint32_t unit) {
  return mixed((static_cast<std::uint64_t>(node) << 32 | unit) + 0x9E3779B97F4A7C15ULL);
}

bool is_boundary(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

}  // namespace

std::uint32_t HashIndex::find(std::uint64_t key) const {
  if (slots_.empty()) return k_none;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = mixed(key) & mask;; at = (at + 1) & mask) {
    if (slots_[at].value == k_none) return k_none;
    if (slots_[at].key == key) return slots_[at].value;
  }
}

void HashIndex::reserve(std::size_t count) {
  std::size_t size = 16;
  while (size < count * 2) size *= 2;
  if (size <= slots_.size()) return;
  std::vector<Slot> old(size);
  old.swap(slots_);
  used_ = 0;
  for (const Slot& slot : old) {
    if (slot.value != k_none) insert(slot.key, slot.value);
  }
}

std::uint32_t HashIndex::insert(std::uint64_t key, std::uint32_t value) {
  if (used_ * 2 >= slots_.size()) reserve(slots_.size() + 8);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = mixed(key) & mask;
  while (slots_[at].value != k_none) {
    if (slots_[at].key == key) return slots_[at].value;
    at = (at + 1) & mask;
  }
  slots_[at] = {key, value};
  ++used_;
  return value;
}

void PhraseMatcher::reserve(std::size_t entries) {
  words_.reserve(entries);
  edges_.reserve(entries * 2);
  nodes_.reserve(entries * 2);
  terminals_.reserve(entries);
}

void PhraseMatcher::set_clitics(const std::vector<std::string>& prefixes, const std::vector<std::string>& suffixes) {
  // Clitics pile up: Arabic "wa" + "bi" + "al".
  std::set<std::string> all(prefixes.begin(), prefixes.end());
  for (const std::string& first : prefixes) {
    for (const std::string& second : prefixes) {
      if (first != second) all.insert(first + second);
    }
  }
  all.erase("");
  prefixes_.assign(all.begin(), all.end());
  suffixes_ = suffixes;
}

std::uint32_t PhraseMatcher::unit_of(const EntryWord& word) {
  if (word.match == WordMatch::prefix)
    prefix_lengths_ |= std::uint64_t{1} << std::min<std::size_t>(word.text.size(), 63);
  if (word.match == WordMatch::infix || word.match == WordMatch::suffix) {
    infix_lengths_ |= std::uint64_t{1} << std::min<std::size_t>(word.text.size(), 63);
  }
  const std::uint64_t key = keyed(hash_of(word.text), word.match);
  held_[key >> 6 & 1023] |= std::uint64_t{1} << (key & 63);
  const std::uint32_t unit = words_.insert(key, units_);
  if (unit == units_) ++units_;
  return unit;
}

std::uint32_t PhraseMatcher::child_of(std::uint32_t node, std::uint32_t unit) {
  nodes_[node].has_children = true;
  const auto fresh = static_cast<std::uint32_t>(nodes_.size());
  const std::uint32_t child = edges_.insert(edge_key(node, unit), fresh);
  if (child == fresh) nodes_.emplace_back();
  return child;
}

void PhraseMatcher::add(const EntryReading& reading, std::uint32_t payload) {
  std::uint32_t node = 0;
  for (const EntryWord& word : reading) {
    if (word.gap_before) {
      if (nodes_[node].gap == HashIndex::k_none) {
        const auto behind = static_cast<std::uint32_t>(nodes_.size());
        nodes_.emplace_back();
        nodes_[node].gap = behind;
      }
      node = nodes_[node].gap;
    }
    node = child_of(node, unit_of(word));
  }
  for (std::uint32_t at = nodes_[node].terminal; at != HashIndex::k_none; at = terminals_[at].next) {
    if (terminals_[at].payload == payload) return;
  }
  terminals_.push_back({payload, nodes_[node].terminal});
  nodes_[node].terminal = static_cast<std::uint32_t>(terminals_.size() - 1);
}

void PhraseMatcher::units_of_word(std::string_view folded, std::vector<std::uint32_t>& into) const {
  const auto look_up = [&](std::uint64_t hash, WordMatch match) {
    const std::uint32_t unit = unit_at(keyed(hash, match));
    if (unit != HashIndex::k_none && std::find(into.begin(), into.end(), unit) == into.end()) into.push_back(unit);
  };
  std::uint64_t hash = k_hash_seed;
  for (std::size_t size = 1; size <= folded.size(); ++size) {
    hash = hash_byte(hash, folded[size - 1]);
    if ((prefix_lengths_ >> std::min<std::size_t>(size, 63) & 1U) != 0) look_up(hash, WordMatch::prefix);
  }
  look_up(hash, WordMatch::exact);
  if (infix_lengths_ == 0) return;
  for (std::size_t begin = 0; begin < folded.size(); ++begin) {
    if (!is_boundary(folded, begin)) continue;
    hash = k_hash_seed;
    for (std::size_t end = begin + 1; end <= folded.size(); ++end) {
      hash = hash_byte(hash, folded[end - 1]);
      if ((infix_lengths_ >> std::min<std::size_t>(end - begin, 63) & 1U) == 0) continue;
      look_up(hash, WordMatch::infix);
      if (end == folded.size()) look_up(hash, WordMatch::suffix);
    }
  }
}

void PhraseMatcher::units_of_token(const TokenStream& stream, const Token& token,
                                   std::vector<std::uint32_t>& into) const {
  const std::string_view folded = stream.folded_of(token);
  if (token.unspaced || token.digits) {
    const std::uint32_t unit = unit_at(keyed(token.hash, WordMatch::exact));
    if (unit != HashIndex::k_none) into.push_back(unit);
    if (!token.digits) return;
  } else {
    units_of_word(accents_kept_ ? lower_word(stream.surface_of(token)) : folded, into);
  }
  if (token.upper || token.digits) {
    const std::uint32_t unit = unit_at(keyed(hash_of(stream.surface_of(token)), WordMatch::cased));
    if (unit != HashIndex::k_none) into.push_back(unit);
  }
  if (token.digits || token.latin) return;
  for (const std::string& prefix : prefixes_) {
    if (folded.size() < prefix.size() + k_least_rest || folded.substr(0, prefix.size()) != prefix) continue;
    units_of_word(folded.substr(prefix.size()), into);
  }
  for (const std::string& suffix : suffixes_) {
    if (folded.size() < suffix.size() + k_least_rest) continue;
    if (folded.substr(folded.size() - suffix.size()) != suffix) continue;
    units_of_word(folded.substr(0, folded.size() - suffix.size()), into);
  }
}

/// One pass over a stream.
class PhraseMatcher::Search {
 public:
  Search(const PhraseMatcher& matcher, const TokenStream& stream, std::vector<Match>& into)
      : matcher_(matcher), stream_(stream), into_(into) {
    offsets_.reserve(stream.tokens.size() + 1);
    std::vector<std::uint32_t> units;
    for (const Token& token : stream.tokens) {
      offsets_.push_back(static_cast<std::uint32_t>(units_.size()));
      units.clear();
      matcher.units_of_token(stream, token, units);
      units_.insert(units_.end(), units.begin(), units.end());
    }
    offsets_.push_back(static_cast<std::uint32_t>(units_.size()));
  }

  void run() {
    for (std::uint32_t at = 0; at < stream_.tokens.size(); ++at) {
      first_ = at;
      step(0, at);
    }
  }

 private:
  // Words of one phrase follow each other without punctuation; a number may stand in brackets ("NoName057(16)").
  static bool joined(const Token& next) { return next.gap <= Gap::quote || (next.gap == Gap::bracket && next.digits); }

  // Tries to go on from `node` with the token at `at`.
  void step(std::uint32_t node, std::uint32_t at) {
    for (std::uint32_t i = offsets_[at]; i < offsets_[at + 1]; ++i) {
      const std::uint32_t child = matcher_.edges_.find(edge_key(node, units_[i]));
      if (child != HashIndex::k_none) arrive(child, at);
    }
  }

  bool continues(std::uint32_t at) const {
    return at < stream_.tokens.size() && stream_.tokens[at].sentence == stream_.tokens[first_].sentence;
  }

  void arrive(std::uint32_t node, std::uint32_t at) {
    const Node& here = matcher_.nodes_[node];
    for (std::uint32_t t = here.terminal; t != HashIndex::k_none; t = matcher_.terminals_[t].next) {
      into_.push_back({first_, at, matcher_.terminals_[t].payload});
    }
    if (here.has_children && continues(at + 1) && joined(stream_.tokens[at + 1])) step(node, at + 1);
    if (here.gap == HashIndex::k_none) return;
    const std::size_t reach = stream_.tokens[at].unspaced ? k_gap_code_points : k_gap_words;
    for (std::uint32_t next = at + 1; next <= at + 1 + reach && continues(next); ++next) {
      if (stream_.tokens[next].gap > Gap::bracket) break;
      step(here.gap, next);
    }
  }

  const PhraseMatcher& matcher_;
  const TokenStream& stream_;
  std::vector<Match>& into_;
  std::vector<std::uint32_t> units_;
  std::vector<std::uint32_t> offsets_;
  std::uint32_t first_ = 0;
};

void PhraseMatcher::find(const TokenStream& stream, std::vector<Match>& into) const {
  Search(*this, stream, into).run();
}

}  // namespace vigie::classifier
