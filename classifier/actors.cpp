#include "classifier/actors.h"

#include <algorithm>

#include "classifier/letters.h"
#include "model/text.h"

namespace vigie::classifier {
namespace {

ActorKind kind_of(std::string_view kind) {
  if (kind == "state") return ActorKind::state;
  if (kind == "crime") return ActorKind::crime;
  return kind == "hacktivism" ? ActorKind::hacktivism : ActorKind::unknown;
}

bool is_ascii_letters(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

bool is_ascii_caps(std::string_view text) {
  return is_ascii_letters(text) && std::all_of(text.begin(), text.end(), [](char c) { return c <= 'Z'; });
}

// "MuddyWater" as "Muddy Water"; empty when there is no capital inside.
std::string parted_by_capitals(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool inner = i > 1 && name[i] >= 'A' && name[i] <= 'Z' && name[i - 1] >= 'a' && name[i - 1] <= 'z';
    if (inner && i + 1 < name.size()) out += ' ';
    out += name[i];
  }
  return out.size() > name.size() ? out : std::string();
}

// "Fancy Bear" as "FancyBear".
std::string joined_words(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c != ' ' && c != '-') out += c;
  }
  return out.size() < name.size() ? out : std::string();
}

/// The naming schemes of designations. `letters` as tokens are folded; `dash`: a hyphen stands before the number.
struct Scheme {
  std::string_view letters;
  std::string_view written;
  std::size_t least_digits;
  std::size_t most_digits;
  bool dash;
};
constexpr Scheme k_schemes[] = {
    {"unc", "UNC", 3, 5, false},      {"ta", "TA", 3, 4, false},        {"aptc", "APT-C-", 2, 3, true},
    {"aptq", "APT-Q-", 1, 3, true},   {"apt", "APT", 1, 3, false},      {"storm", "Storm-", 4, 4, true},
    {"dev", "DEV-", 4, 4, true},      {"uac", "UAC-", 4, 4, true},      {"clsta", "CL-STA-", 4, 4, true},
    {"clcri", "CL-CRI-", 4, 4, true}, {"clunk", "CL-UNK-", 4, 4, true}, {"tag", "TAG-", 2, 3, true},
    {"uat", "UAT-", 4, 5, true},      {"uta", "UTA", 4, 4, false},      {"tgrsta", "TGR-STA-", 4, 4, true},
    {"atk", "ATK", 2, 3, false},      {"fin", "FIN", 1, 2, false},      {"itg", "ITG", 2, 2, false},
    {"larva", "Larva-", 4, 5, true},  {"temp", "TEMP.", 9, 9, true}};

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

std::string word_of(const TokenStream& stream, const Token& token) {
  std::string word(stream.folded_of(token));
  if (token.odd) {
    std::string latin = latin_look(word);
    if (!latin.empty()) word = std::move(latin);
  }
  return word;
}

}  // namespace

std::string squeezed(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = code_point_at(name, at);
    if (letter_kind(point.value) != Letter::none) append_folded(out, point.value);
    at = point.next;
  }
  return out;
}

ActorCatalogue::ActorCatalogue(const std::vector<ActorRow>& rows, const StateCodes& codes) {
  EntryReader reader;
  matcher_.reserve(rows.size() * 4);
  inflected_.reserve(rows.size() * 4);
  std::unordered_map<std::string, bool> ordinary;
  for (const ActorRow& row : rows) {
    for (const std::string& word : row.ordinary) ordinary[squeezed(word)] = true;
  }
  for (const ActorRow& row : rows) {
    Actor actor;
    actor.canonical = row.canonical;
    actor.kind = kind_of(row.kind);
    actor.claims = row.sponsors;
    for (const auto& [state, source] : row.sponsors) {
      const StateId id = codes.find(state);
      if (std::find(actor.sponsors.begin(), actor.sponsors.end(), id) == actor.sponsors.end())
        actor.sponsors.push_back(id);
    }
    actor.names.push_back(row.canonical);
    actor.names.insert(actor.names.end(), row.aliases.begin(), row.aliases.end());
    actors_.push_back(std::move(actor));
  }
  groups_.resize(codes.size());
  for (const Actor& actor : actors_) {
    if (actor.kind == ActorKind::state && !actor.sponsors.empty() && actor.sponsors.front() != k_no_state)
      ++groups_[actor.sponsors.front()];
  }
  for (std::uint32_t id = 0; id < actors_.size(); ++id) {
    for (const std::string& name : actors_[id].names) add_name(id, name, ordinary.count(squeezed(name)) != 0, reader);
  }
  std::sort(designations_.begin(), designations_.end(),
            [](const Designation& a, const Designation& b) { return a.digits < b.digits; });
}

void ActorCatalogue::add_name(std::uint32_t actor, std::string_view name, bool ordinary, EntryReader& reader) {
  const std::string key = squeezed(name);
  if (key.size() < 3) return;
  const auto known = by_key_.find(key);
  if (known != by_key_.end()) {
    std::vector<std::uint32_t>& bearers = names_[known->second].actors;
    if (std::find(bearers.begin(), bearers.end(), actor) == bearers.end()) bearers.push_back(actor);
    add_variants(name, known->second, reader);
    return;
  }
  const auto id = static_cast<std::uint32_t>(names_.size());
  Name entry;
  entry.actors.push_back(actor);
  entry.ordinary = ordinary;
  entry.one_word = is_ascii_letters(name);
  entry.was_caps = is_ascii_caps(name);
  entry.caps_only = entry.was_caps && name.size() <= 4;
  names_.push_back(std::move(entry));
  by_key_.emplace(key, id);
  add_variants(name, id, reader);
  add_designation(name, id);
}

void ActorCatalogue::add_variants(std::string_view name, std::uint32_t id, EntryReader& reader) {
  std::vector<std::string> forms = {std::string(name), parted_by_capitals(name), joined_words(name)};
  if (name.size() > 3 && name.substr(0, 3) == "APT" && name[3] >= '0' && name[3] <= '9') {
    forms.push_back("Advanced Persistent Threat " + std::string(name.substr(3)));
  }
  std::string error;
  for (const std::string& form : forms) {
    if (form.empty()) continue;
    for (const EntryReading& reading : reader.read(form, error)) {
      EntryReading exact = reading;
      for (EntryWord& word : exact) word.match = WordMatch::exact;
      matcher_.add(exact, id);
      EntryWord& last = exact.back();
      // Endings are looked for behind names long enough not to begin ordinary words.
      if (count_code_points(last.text) < 5 || (last.text[0] >= '0' && last.text[0] <= '9')) continue;
      last.match = WordMatch::prefix;
      inflected_.add(exact, id);
    }
  }
}

// A designation is letters and a number.
void ActorCatalogue::add_designation(std::string_view name, std::uint32_t id) {
  std::string letters;
  std::string digits;
  for (const char c : squeezed(name)) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && !digits.empty()) return;
    (digit ? digits : letters) += c;
  }
  if (digits.size() < 3 || letters.size() < 2 || letters.size() > 6) return;
  designations_.push_back({letters, digits, std::string(name), id});
}

std::vector<std::uint32_t> ActorCatalogue::bearers(std::string_view name) const {
  const std::string key = squeezed(name);
  const auto at = by_key_.find(key);
  return at == by_key_.end() ? std::vector<std::uint32_t>() : names_[at->second].actors;
}

void ActorCatalogue::find_designations(const TokenStream& stream, std::vector<ActorHit>& into) const {
  const std::vector<Token>& tokens = stream.tokens;
  for (std::uint32_t i = 1; i < tokens.size(); ++i) {
    if (!tokens[i].digits || tokens[i].gap > Gap::hyphen || tokens[i].sentence != tokens[i - 1].sentence) continue;
    if (!tokens[i - 1].upper || tokens[i - 1].unspaced) continue;
    const std::string digits(stream.folded_of(tokens[i]));
    if (i + 1 < tokens.size() && tokens[i + 1].gap == Gap::none && !tokens[i + 1].unspaced && tokens[i + 1].latin)
      continue;
    // "CL-STA-0043": up to two capital words joined by hyphens before the number.
    std::string letters = word_of(stream, tokens[i - 1]);
    std::uint32_t first = i - 1;
    if (first > 0 && tokens[first].gap == Gap::hyphen && tokens[first - 1].caps && !tokens[first - 1].digits) {
      letters = word_of(stream, tokens[first - 1]) + letters;
      --first;
    }
    const bool dash = tokens[i].gap == Gap::hyphen;
    for (const Scheme& scheme : k_schemes) {
      if (letters != scheme.letters || digits.size() < scheme.least_digits || digits.size() > scheme.most_digits)
        continue;
      if ((scheme.dash && !dash) || (!tokens[i - 1].caps && scheme.letters != "storm" && scheme.letters != "larva"))
        continue;
      into.push_back({first, i, {}, false, "", std::string(scheme.written) + digits, false});
    }
    // A slip of the pen: the number of a known designation, one letter of its prefix wrong, missing or too many.
    if (digits.size() < 4 || !tokens[i - 1].caps || letters.size() < 3) continue;
    auto at = std::lower_bound(designations_.begin(), designations_.end(), digits,
                               [](const Designation& d, const std::string& number) { return d.digits < number; });
    for (; at != designations_.end() && at->digits == digits; ++at) {
      if (at->letters.size() < 3 || edit_distance(at->letters, letters) != 1) continue;
      into.push_back({first, i, names_[at->name].actors, true, at->written, "", false});
      break;
    }
  }
}

// "APT 27, 30 and 31": numbers that follow a designation in a list continue it, when the catalogue knows them.
void ActorCatalogue::add_numbers(const TokenStream& stream, std::vector<ActorHit>& hits) const {
  const std::vector<Token>& tokens = stream.tokens;
  const std::size_t known = hits.size();
  for (std::size_t h = 0; h < known; ++h) {
    const std::uint32_t number = hits[h].last;
    if (hits[h].actors.empty() || !tokens[number].digits || number == 0 || tokens[number - 1].digits) continue;
    std::string letters = word_of(stream, tokens[number - 1]);
    if (letters == "threat") letters = "apt";  // "Advanced Persistent Threat 27, 30 and 31"
    std::uint32_t at = number + 1;
    while (at < tokens.size() && tokens[at].sentence == tokens[number].sentence) {
      if (!tokens[at].digits) {  // one short word between the last two: "and", "et", "и"
        const bool conjunction = tokens[at].fold_size <= 6 && tokens[at].gap <= Gap::space && at + 1 < tokens.size() &&
                                 tokens[at + 1].digits;
        if (!conjunction) break;
        ++at;
      } else if (tokens[at].gap != Gap::comma) {
        break;
      }
      const auto name = by_key_.find(letters + std::string(stream.folded_of(tokens[at])));
      if (name == by_key_.end() || tokens[at].sentence != tokens[number].sentence) break;
      hits.push_back({at, at, names_[name->second].actors, false, "", "", false});
      ++at;
    }
  }
}

std::vector<ActorHit> ActorCatalogue::find(const TokenStream& stream, bool inflecting) const {
  std::vector<Match> matches;
  matcher_.find(stream, matches);
  const bool any_odd =
      std::any_of(stream.tokens.begin(), stream.tokens.end(), [](const Token& token) { return token.odd; });
  TokenStream latin;
  if (any_odd) {  // the same text with Cyrillic look-alikes read as Latin
    latin = stream;
    for (Token& token : latin.tokens) {
      if (!token.odd) continue;
      const std::string look = latin_look(latin.folded_of(token));
      if (look.empty()) continue;
      token.fold = static_cast<std::uint32_t>(latin.folded.size());
      token.fold_size = static_cast<std::uint16_t>(look.size());
      token.hash = hash_of(look);
      latin.folded += look;
    }
    matcher_.find(latin, matches);
  }
  std::vector<Match> stems;
  inflected_.find(stream, stems);
  for (const Match& match : stems) {
    const Token& last = stream.tokens[match.last];
    if (last.unspaced || (last.latin && !inflecting)) continue;
    matches.push_back(match);
  }
  std::vector<ActorHit> hits;
  for (const Match& match : matches) {
    const Name& name = names_[match.payload];
    const Token& first = stream.tokens[match.first];
    bool ordinary = name.ordinary;
    if (first.latin || first.odd) {
      if (!first.upper && !first.digits) continue;  // names are written with a capital
      if (name.caps_only && !first.caps) continue;
      if (name.was_caps && name.one_word && !first.caps) ordinary = true;
    }
    hits.push_back({match.first, match.last, name.actors, ordinary, "", "", ordinary && name.caps_only});
  }
  find_designations(stream, hits);
  add_numbers(stream, hits);
  // The longest wins; of equal ones a known name over a designation, a name over a slip.
  std::stable_sort(hits.begin(), hits.end(), [](const ActorHit& a, const ActorHit& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.last != b.last) return a.last > b.last;
    return !a.actors.empty() && (b.actors.empty() || (a.slip_of.empty() && !b.slip_of.empty()));
  });
  std::vector<ActorHit> kept;
  for (ActorHit& hit : hits) {
    if (!kept.empty() && hit.first <= kept.back().last) {
      if (hit.first == kept.back().first && hit.last == kept.back().last && kept.back().slip_of.empty()) {
        for (const std::uint32_t actor : hit.actors) {
          std::vector<std::uint32_t>& bearers = kept.back().actors;
          if (hit.slip_of.empty() && std::find(bearers.begin(), bearers.end(), actor) == bearers.end())
            bearers.push_back(actor);
        }
      }
      continue;
    }
    kept.push_back(std::move(hit));
  }
  return kept;
}

}  // namespace vigie::classifier
