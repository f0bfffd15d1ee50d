#include "classifier/reading.h"

#include <algorithm>

#include "model/text.h"

namespace vigie::classifier {
namespace {

// Words that make an ordinary word beside them an actor's name.
constexpr CategorySet k_actor_context = {Category::hacker,    Category::group,   Category::operation,
                                         Category::sponsored, Category::malware, Category::link_after};
constexpr std::size_t k_actor_context_reach = 6;

constexpr CategorySet k_borrowed = {Category::operation,       Category::cyber,      Category::hacker,
                                    Category::sponsored,       Category::link_after, Category::state_name,
                                    Category::state_adjective, Category::state_seat, Category::state_service};

bool covers(const Hit& outer, const Hit& inner) { return outer.first <= inner.first && outer.last >= inner.last; }

bool longer(const Hit& a, const Hit& b) { return a.last - a.first > b.last - b.first; }

// "hacking group", "网络攻击", 情报官员, によると: inside a longer noun a verb, a body or a small word is not one of
// its own.
constexpr CategorySet k_small_words = {
    Category::hack,  Category::attack,     Category::against,  Category::against_after, Category::behind,
    Category::link,  Category::link_after, Category::group,    Category::accuse,        Category::say,
    Category::from,  Category::by,         Category::negation, Category::according,     Category::by_after,
    Category::media, Category::government, Category::military};
constexpr CategorySet k_nouns = {Category::operation,
                                 Category::hacker,
                                 Category::service,
                                 Category::sponsored,
                                 Category::according_after,
                                 Category::crime,
                                 Category::ransomware,
                                 Category::claim,
                                 Category::ministry_foreign,
                                 Category::ministry_defence,
                                 Category::cert,
                                 Category::infosec,
                                 Category::critical_infrastructure,
                                 Category::state_service};

// Metaphors cancel what they cover; within a category, and between states, the longest hit stands.
void resolve(std::vector<Hit>& hits) {
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.last != b.last) return a.last > b.last;
    if (a.category != b.category) return a.category < b.category;
    return a.lexicon < b.lexicon;
  });
  std::vector<Hit> kept;
  kept.reserve(hits.size());
  constexpr std::size_t k_look_around = 64;  // hits that begin before and may still cover
  for (std::size_t i = 0; i < hits.size(); ++i) {
    bool stands = true;
    const std::size_t from = i > k_look_around ? i - k_look_around : 0;
    for (std::size_t j = from; stands && j < hits.size() && hits[j].first <= hits[i].first; ++j) {
      if (i == j || !covers(hits[j], hits[i])) continue;
      const bool same = hits[j].first == hits[i].first && hits[j].last == hits[i].last;
      if (hits[j].category == Category::metaphor && hits[i].category != Category::metaphor)
        stands = same && is_state(hits[i].category);
      if (hits[j].category == hits[i].category && (!same || (j < i && hits[j].state == hits[i].state))) stands = false;
      if (k_small_words.has(hits[i].category) && k_nouns.has(hits[j].category) && longer(hits[j], hits[i]))
        stands = false;
      if (is_state(hits[j].category) && is_state(hits[i].category) && longer(hits[j], hits[i])) stands = false;
    }
    if (stands) kept.push_back(hits[i]);
  }
  hits.swap(kept);
}

void index_hits(Reading& reading) {
  reading.mask.assign(reading.stream.tokens.size(), {});
  reading.halves.assign(reading.stream.tokens.size() + 1, 0);
  for (std::size_t t = 0; t < reading.stream.tokens.size(); ++t) {
    reading.halves[t + 1] = reading.halves[t] + (reading.stream.tokens[t].unspaced ? 1 : 2);
  }
  reading.hit_at.assign(reading.stream.tokens.size() + 1, static_cast<std::uint32_t>(reading.hits.size()));
  for (std::size_t i = reading.hits.size(); i > 0; --i)
    reading.hit_at[reading.hits[i - 1].first] = static_cast<std::uint32_t>(i - 1);
  for (std::size_t t = reading.stream.tokens.size(); t > 0; --t)
    reading.hit_at[t - 1] = std::min(reading.hit_at[t - 1], reading.hit_at[t]);
  reading.first_hit.assign(reading.stream.sentences.size() + 1, static_cast<std::uint32_t>(reading.hits.size()));
  for (std::size_t i = reading.hits.size(); i > 0; --i) {
    const Hit& hit = reading.hits[i - 1];
    for (std::uint32_t t = hit.first; t <= hit.last; ++t) reading.mask[t].add(hit.category);
    reading.first_hit[reading.stream.tokens[hit.first].sentence] = static_cast<std::uint32_t>(i - 1);
  }
  for (std::size_t s = reading.stream.sentences.size(); s > 0; --s) {
    reading.first_hit[s - 1] = std::min(reading.first_hit[s - 1], reading.first_hit[s]);
  }
}

// Where a script has capitals, names of states and seats are written with one: "perusteettomia" is no Peru, "la paz" no
// Bolivia. Only Ukraine's press writes "росія" small, on purpose.
bool is_written_small(const TokenStream& stream, const Hit& hit) {
  for (std::uint32_t t = hit.first; t <= hit.last; ++t) {
    const Token& token = stream.tokens[t];
    const char32_t first = code_point_at(stream.surface_of(token), 0).value;
    const bool has_case = token.latin || (first >= 0x0370 && first <= 0x058F);  // Greek, Cyrillic, Armenian
    if (!has_case || token.upper) return false;
  }
  return true;
}

bool is_about_operation(const Reading& reading);

// "Attackers" are hackers where the talk is of computers, and anybody elsewhere.
void know_attackers(Reading& reading) {
  const bool about = is_about_operation(reading);
  bool changed = false;
  for (Hit& hit : reading.hits) {
    if (hit.category != Category::attacker) continue;
    const std::uint16_t sentence = reading.token(hit.first).sentence;
    if (!about && !reading.any_in_sentence(sentence, {Category::operation, Category::cyber, Category::malware,
                                                      Category::hack, Category::vulnerability}))
      continue;
    hit.category = Category::hacker;
    changed = true;
  }
  if (changed) index_hits(reading);
}

// Of several readings of one place (British as adjective and "UK" as name) the first stands; a name that two states
// share (none should) names the first.
void collect_states(Reading& reading) {
  reading.states.clear();
  for (const Hit& hit : reading.hits) {
    if (!is_state(hit.category)) continue;
    if (!reading.states.empty() && hit.first <= reading.states.back().last) {
      if (longer(hit, reading.states.back())) reading.states.back() = hit;
      continue;
    }
    reading.states.push_back(hit);
  }
}

bool has_actor_context(const Reading& reading, const ActorHit& hit) {
  if (hit.abbreviation) {
    const std::size_t before = hit.first >= 2 ? hit.first - 2U : 0;
    return reading.any(before, hit.last + 2U, {Category::hacker});
  }
  const Sentence& sentence = reading.stream.sentences[reading.token(hit.first).sentence];
  const std::size_t from =
      hit.first > sentence.begin + k_actor_context_reach ? hit.first - k_actor_context_reach : sentence.begin;
  const std::size_t to = std::min<std::size_t>(hit.last + k_actor_context_reach, sentence.end - 1);
  for (std::size_t i = from; i <= to; ++i) {
    if (i >= hit.first && i <= hit.last) continue;
    if (reading.mask[i].any(k_actor_context)) return true;
  }
  return false;
}

// "Ghostwriter taikėsi į Lietuvos politikus": an English word is no ordinary word in another language.
bool foreign_word(const Reading& reading, const ActorHit& hit) {
  const Token& token = reading.token(hit.first);
  if (hit.abbreviation || reading.lexicons.front()->language() == "en" || !token.latin || !token.upper) return false;
  const bool begins = reading.stream.sentences[token.sentence].begin == hit.first;
  return token.fold_size >= (begins ? 8 : 6);
}

bool inside_a_longer_name(const Reading& reading, const ActorHit& hit) {
  constexpr CategorySet k_names = {Category::malware, Category::product_name, Category::vulnerability_name,
                                   Category::vendor};
  const std::size_t from = hit.first >= 2 ? hit.first - 2U : 0;
  for (std::uint32_t i = reading.hit_at[from]; i < reading.hits.size() && reading.hits[i].first <= hit.first; ++i) {
    const Hit& name = reading.hits[i];
    if (k_names.has(name.category) && name.last >= hit.last && name.last - name.first > hit.last - hit.first)
      return true;
  }
  return false;
}

// "russiske Sandworm": a state said to send the actor stands right before it.
bool of_its_sponsor(const Reading& reading, const ActorHit& hit, const ActorCatalogue& catalogue) {
  for (const Hit& state : reading.states_of(reading.token(hit.first).sentence)) {
    if (state.last + 1U != hit.first) continue;
    for (const std::uint32_t id : hit.actors) {
      const std::vector<StateId>& sponsors = catalogue.actor(id).sponsors;
      if (std::find(sponsors.begin(), sponsors.end(), state.state) != sponsors.end()) return true;
    }
  }
  return false;
}

// An alias of several actors: the one whose own name it is, else the one with the most claims.
std::uint32_t choose(const std::vector<std::uint32_t>& bearers, std::string_view surface,
                     const ActorCatalogue& catalogue) {
  std::uint32_t best = bearers.front();
  const std::string key = squeezed(surface);
  const auto rank = [&](std::uint32_t id) {
    const Actor& actor = catalogue.actor(id);
    const std::size_t own = squeezed(actor.canonical) == key ? 2 : 0;
    return std::make_tuple(actor.claims.size() + own, actor.names.size());
  };
  for (const std::uint32_t id : bearers) {
    if (rank(id) > rank(best)) best = id;
  }
  return best;
}

void collect_actors(Reading& reading, const ActorCatalogue& catalogue, bool inflecting) {
  reading.actors.clear();
  const std::vector<ActorHit> hits = catalogue.find(reading.stream, inflecting);
  std::vector<std::uint32_t> sure;                             // actors told by a name of their own
  std::vector<bool> company(reading.sentence_count(), false);  // sentences that tell one
  for (const ActorHit& hit : hits) {
    if (hit.ordinary || hit.actors.empty()) continue;
    company[reading.token(hit.first).sentence] = true;
    if (hit.actors.size() == 1) sure.push_back(hit.actors.front());
  }
  const bool hackers = std::any_of(reading.hits.begin(), reading.hits.end(), [&](const Hit& hit) {
    return (hit.category == Category::hacker || hit.category == Category::operation) &&
           reading.token(hit.first).sentence < 3;
  });
  for (const ActorHit& hit : hits) {
    const bool told_elsewhere = std::any_of(hit.actors.begin(), hit.actors.end(), [&](std::uint32_t id) {
      return std::find(sure.begin(), sure.end(), id) != sure.end();
    });
    if (inside_a_longer_name(reading, hit)) continue;  // "Cobalt Strike" is no Cobalt
    const bool accompanied = company[reading.token(hit.first).sentence];
    if (hit.ordinary && !told_elsewhere && !accompanied && !has_actor_context(reading, hit) &&
        !of_its_sponsor(reading, hit, catalogue) && !(hackers && foreign_word(reading, hit)))
      continue;
    ActorRef ref;
    ref.first = hit.first;
    ref.last = hit.last;
    ref.ordinary = hit.ordinary;
    ref.slip_of = hit.slip_of;
    ref.designation = hit.designation;
    ref.known = !hit.actors.empty();
    if (ref.known) {
      const std::string surface(reading.stream.surface_of(reading.token(hit.first)));
      std::string name;
      for (std::uint32_t t = hit.first; t <= hit.last; ++t) name += reading.stream.folded_of(reading.token(t));
      ref.actor = choose(hit.actors, name, catalogue);
      for (const std::uint32_t id : hit.actors) {
        if (id != ref.actor) ref.others.push_back(id);
      }
    }
    reading.actors.push_back(std::move(ref));
  }
}

// A strong word for a cyber operation within the first sentences, or several anywhere.
bool is_about_operation(const Reading& reading) {
  std::size_t all = 0;
  for (const Hit& hit : reading.hits) {
    if (hit.category == Category::hacker && reading.token(hit.first).sentence < 2) return true;
    if (hit.category != Category::operation && hit.category != Category::hack) continue;
    if (reading.token(hit.first).sentence < 3) return true;
    if (++all >= 3) return true;
  }
  return false;
}

}  // namespace

template <typename T>
std::span<const T> in_sentence(const std::vector<T>& all, const Sentence& sentence) {
  const auto before = [](const T& item, std::uint32_t token) { return item.first < token; };
  const auto from = std::lower_bound(all.begin(), all.end(), sentence.begin, before);
  return {from, std::lower_bound(from, all.end(), sentence.end, before)};
}

std::span<const Hit> Reading::states_of(std::size_t sentence) const {
  return in_sentence(states, stream.sentences[sentence]);
}

std::span<const ActorRef> Reading::actors_of(std::size_t sentence) const {
  return in_sentence(actors, stream.sentences[sentence]);
}

bool Reading::actor_in_sentence(std::size_t sentence) const { return !actors_of(sentence).empty(); }

bool Reading::any(std::size_t first, std::size_t last, const CategorySet& categories) const {
  for (std::size_t i = first; i <= last && i < mask.size(); ++i) {
    if (mask[i].any(categories)) return true;
  }
  return false;
}

bool Reading::any_in_sentence(std::size_t sentence, const CategorySet& categories) const {
  const Sentence& s = stream.sentences[sentence];
  return s.end > s.begin && any(s.begin, s.end - 1, categories);
}

std::size_t Reading::count_in_sentence(std::size_t sentence, Category category) const {
  std::size_t n = 0;
  for (std::uint32_t i = first_hit[sentence]; i < first_hit[sentence + 1]; ++i)
    n += hits[i].category == category ? 1 : 0;
  return n;
}

std::size_t Reading::count(Category category) const {
  return static_cast<std::size_t>(
      std::count_if(hits.begin(), hits.end(), [&](const Hit& hit) { return hit.category == category; }));
}

const Hit* Reading::find_in_sentence(std::size_t sentence, const CategorySet& categories) const {
  for (std::uint32_t i = first_hit[sentence]; i < first_hit[sentence + 1]; ++i) {
    if (categories.has(hits[i].category)) return &hits[i];
  }
  return nullptr;
}

namespace {

constexpr CategorySet k_computers = {Category::cyber, Category::hacker, Category::vulnerability,
                                     Category::vulnerability_name};
constexpr CategorySet k_operation_words = {Category::operation, Category::hack, Category::malware,
                                           Category::ransomware};

// "attack" and "e-mail" make a cyber attack when they stand together.
bool weak_word_near_computers(const Reading& reading, std::size_t sentence) {
  constexpr std::size_t k_together = 6;
  for (std::uint32_t i = reading.first_hit[sentence]; i < reading.first_hit[sentence + 1]; ++i) {
    const Hit& weak = reading.hits[i];
    if (weak.category != Category::operation_weak && weak.category != Category::suffer) continue;
    for (std::uint32_t j = reading.first_hit[sentence]; j < reading.first_hit[sentence + 1]; ++j) {
      const Hit& cyber = reading.hits[j];
      if (!k_computers.has(cyber.category)) continue;
      const bool apart = cyber.first > weak.last || cyber.last < weak.first;
      if (!apart) continue;
      const std::size_t distance = cyber.first > weak.last ? reading.words_between(weak.last, cyber.first)
                                                           : reading.words_between(cyber.last, weak.first);
      if (distance <= k_together) return true;
    }
  }
  return false;
}

// Whether a sentence speaks of a cyber operation.
bool tells_of_operation(const Reading& reading, std::size_t sentence) {
  if (reading.any_in_sentence(sentence, k_operation_words)) return true;
  // Once title or lead told of one, "the attack" is that one.
  if (reading.about_operation && reading.any_in_sentence(sentence, {Category::operation_weak, Category::suffer}))
    return true;
  const bool hackers = reading.any_in_sentence(sentence, {Category::hacker});
  if (hackers && reading.stream.sentences[sentence].field == Span::Field::title) return true;
  if (hackers && reading.any_in_sentence(sentence, {Category::cyber, Category::attack, Category::operation_weak,
                                                    Category::suffer, Category::infrastructure}))
    return true;
  if (weak_word_near_computers(reading, sentence)) return true;
  return std::any_of(reading.actors.begin(), reading.actors.end(),
                     [&](const ActorRef& ref) { return reading.token(ref.first).sentence == sentence; });
}

}  // namespace

void read_article(std::string_view title, std::string_view text, const std::vector<const Lexicon*>& lexicons,
                  const ActorCatalogue& actors, bool inflecting, Reading& into) {
  tokenize(title, text, into.stream);
  into.lexicons = lexicons;
  into.grammar = &lexicons.front()->grammar();
  into.hits.clear();
  for (std::size_t i = 0; i < lexicons.size(); ++i)
    lexicons[i]->find(into.stream, static_cast<std::uint16_t>(i), into.hits);
  // English technical terms stand in every language's press; other English words in it are other words.
  std::erase_if(into.hits, [&](const Hit& hit) {
    return hit.lexicon > 0 && lexicons[hit.lexicon]->language() == "en" && !k_borrowed.has(hit.category);
  });
  std::erase_if(into.hits, [&](const Hit& hit) {
    return (hit.category == Category::state_name || hit.category == Category::state_seat) &&
           lexicons[hit.lexicon]->language() != "uk" && is_written_small(into.stream, hit);
  });
  resolve(into.hits);
  index_hits(into);
  know_attackers(into);
  collect_states(into);
  collect_actors(into, actors, inflecting);
  into.about_operation = is_about_operation(into);
  into.tells.clear();
  for (std::size_t s = 0; s < into.sentence_count(); ++s) into.tells.push_back(tells_of_operation(into, s));
}

}  // namespace vigie::classifier
