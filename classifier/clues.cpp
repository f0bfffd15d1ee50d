#include "classifier/clues.h"

#include <algorithm>

namespace vigie::classifier {
namespace {

constexpr CategorySet k_doers = {Category::hacker};
constexpr CategorySet k_bodies = {Category::ministry_foreign,
                                  Category::ministry_defence,
                                  Category::ministry_interior,
                                  Category::ministry_finance,
                                  Category::ministry_justice,
                                  Category::ministry,
                                  Category::government,
                                  Category::parliament,
                                  Category::court,
                                  Category::prosecutor,
                                  Category::police,
                                  Category::cert,
                                  Category::intelligence,
                                  Category::military,
                                  Category::election,
                                  Category::party,
                                  Category::diplomat,
                                  Category::local_government,
                                  Category::company,
                                  Category::bank,
                                  Category::energy,
                                  Category::telecom,
                                  Category::transport,
                                  Category::health,
                                  Category::water,
                                  Category::defence_industry,
                                  Category::critical_infrastructure,
                                  Category::research,
                                  Category::education,
                                  Category::media,
                                  Category::ngo,
                                  Category::activist,
                                  Category::igo,
                                  Category::infrastructure,
                                  Category::president,
                                  Category::prime_minister,
                                  Category::minister,
                                  Category::embassy};
constexpr CategorySet k_hit_bodies = {Category::ministry_foreign,
                                      Category::ministry_defence,
                                      Category::ministry_interior,
                                      Category::ministry_finance,
                                      Category::ministry_justice,
                                      Category::ministry,
                                      Category::government,
                                      Category::parliament,
                                      Category::military,
                                      Category::election,
                                      Category::party,
                                      Category::diplomat,
                                      Category::local_government,
                                      Category::company,
                                      Category::bank,
                                      Category::energy,
                                      Category::telecom,
                                      Category::transport,
                                      Category::health,
                                      Category::water,
                                      Category::defence_industry,
                                      Category::critical_infrastructure,
                                      Category::research,
                                      Category::education,
                                      Category::ngo,
                                      Category::activist,
                                      Category::infrastructure,
                                      Category::media};
constexpr CategorySet k_speaking_bodies = {Category::ministry_foreign,
                                           Category::ministry_defence,
                                           Category::ministry_interior,
                                           Category::ministry_finance,
                                           Category::ministry_justice,
                                           Category::ministry,
                                           Category::embassy,
                                           Category::spokesperson,
                                           Category::minister,
                                           Category::president,
                                           Category::prime_minister,
                                           Category::government,
                                           Category::parliament,
                                           Category::court,
                                           Category::prosecutor,
                                           Category::police,
                                           Category::cert,
                                           Category::intelligence,
                                           Category::military,
                                           Category::media,
                                           Category::infosec,
                                           Category::vendor,
                                           Category::press,
                                           Category::company,
                                           Category::report};
// Words that may stand in one noun phrase with a state's name.
constexpr CategorySet k_phrase_words = {Category::operation,
                                        Category::operation_weak,
                                        Category::cyber,
                                        Category::hacker,
                                        Category::group,
                                        Category::sponsored,
                                        Category::link_after,
                                        Category::service,
                                        Category::spokesperson,
                                        Category::infosec,
                                        Category::ministry_foreign,
                                        Category::ministry_defence,
                                        Category::ministry_interior,
                                        Category::ministry_finance,
                                        Category::ministry_justice,
                                        Category::ministry,
                                        Category::embassy,
                                        Category::minister,
                                        Category::president,
                                        Category::prime_minister,
                                        Category::government,
                                        Category::parliament,
                                        Category::court,
                                        Category::prosecutor,
                                        Category::police,
                                        Category::cert,
                                        Category::intelligence,
                                        Category::military,
                                        Category::election,
                                        Category::party,
                                        Category::diplomat,
                                        Category::local_government,
                                        Category::company,
                                        Category::bank,
                                        Category::energy,
                                        Category::telecom,
                                        Category::transport,
                                        Category::health,
                                        Category::water,
                                        Category::defence_industry,
                                        Category::critical_infrastructure,
                                        Category::research,
                                        Category::education,
                                        Category::media,
                                        Category::ngo,
                                        Category::activist,
                                        Category::igo,
                                        Category::infrastructure,
                                        Category::crime,
                                        Category::malware};
// Verbs and markers that end a noun phrase although their words may also be nouns.
constexpr CategorySet k_phrase_ends = {Category::accuse,    Category::deny,     Category::say,    Category::sanction,
                                       Category::indict,    Category::advisory, Category::suffer, Category::against,
                                       Category::according, Category::condemn};
constexpr CategorySet k_saying = {Category::say,    Category::accuse,  Category::advisory, Category::sanction,
                                  Category::indict, Category::condemn, Category::deny,     Category::report};
constexpr CategorySet k_operation = {Category::operation, Category::hack, Category::malware, Category::ransomware};
constexpr CategorySet k_any_operation = {Category::operation, Category::operation_weak, Category::hack,
                                         Category::attack,    Category::malware,        Category::hacker};

constexpr std::size_t k_phrase_reach = 6;
constexpr std::size_t k_far = 1000;

bool is_short_word(const Reading& reading, std::size_t i) {
  const Token& token = reading.token(i);
  if (token.unspaced || token.digits) return false;
  const std::string_view word = reading.stream.folded_of(token);
  return word.size() <= (token.latin ? 3U : 6U);
}

// A walk stays in its sentence and stops at commas, brackets and colons.
bool goes_on(const Reading& reading, std::size_t at, bool rightward) {
  const std::size_t n = reading.stream.tokens.size();
  if (rightward) return at + 1 < n && reading.same_sentence(at, at + 1) && reading.token(at + 1).gap <= Gap::quote;
  return at > 0 && reading.same_sentence(at, at - 1) && reading.token(at).gap <= Gap::quote;
}

void add_all(CategorySet& into, const CategorySet& from) {
  for (std::size_t c = 0; c < k_category_count; ++c) {
    if (from.has(static_cast<Category>(c))) into.add(static_cast<Category>(c));
  }
}

// "Russian [elite] military intelligence hackers": words of the phrase behind the name, one unknown word let pass.
void walk_right(const Reading& reading, StatePhrase& phrase, std::size_t at) {
  bool unknown_passed = false;
  bool host = false;
  std::size_t particles = 0;  // code points of no known word in a row
  std::size_t end = at;
  for (std::size_t steps = 0;
       goes_on(reading, at, true) && reading.words_between(phrase.first, at + 1) <= k_phrase_reach && steps < 24;
       ++steps) {
    ++at;
    const CategorySet& mask = reading.mask[at];
    if (mask.has(Category::host)) {  // "中国驻比利时使馆": the host country stands inside the phrase
      host = true;
      continue;
    }
    const bool named = mask.has(Category::state_name) || mask.has(Category::state_seat);
    if (host && named) continue;
    const bool state = named;
    if (state && !mask.has(Category::state_adjective)) break;
    // "China hacked": behind a name a verb of attacking is the verb, behind an adjective a noun.
    if (!phrase.adjectival && mask.any({Category::hack, Category::attack})) break;
    if (mask.any(k_phrase_words) && !mask.any(k_phrase_ends)) {
      add_all(phrase.right, mask);
      end = at;
      particles = 0;
      continue;
    }
    const bool genitive = reading.token(at).gap == Gap::hyphen && is_short_word(reading, at) && mask.empty();
    const bool particle = reading.token(at).unspaced && mask.empty() && ++particles <= 2;
    if (genitive) {
      phrase.adjectival = true;
      continue;
    }
    if (!mask.empty() && !particle) break;
    if (unknown_passed && !particle) break;
    unknown_passed = true;
  }
  phrase.last = static_cast<std::uint32_t>(std::max<std::size_t>(phrase.last, end));
}

// "pirates chinois", "pirates de la Chine", "министерство обороны Украины": the noun stands directly before, or parted
// by a genitive or origin word with at most two short words.
void walk_left(const Reading& reading, StatePhrase& phrase, const Hit& mention) {
  const bool adjective = mention.category == Category::state_adjective;
  // An adjective before its noun belongs to that noun alone.
  if (adjective && !phrase.right.empty() && reading.grammar->adjective == Grammar::Adjective::before) return;
  std::size_t at = mention.first;
  std::size_t short_words = 0;
  bool origin = false;
  while (goes_on(reading, at, false) && short_words < 3) {
    const std::size_t before = at - 1;
    const CategorySet& mask = reading.mask[before];
    if (mask.has(Category::from)) {
      origin = true;
    } else if (!is_short_word(reading, before) || mask.any(k_phrase_words) || !mask.empty()) {
      break;
    }
    ++short_words;
    at = before;
  }
  if (short_words > 0 && !origin) return;
  if (short_words == 0) {
    const bool people = adjective && phrase.right.empty();  // "útoky Rusů"
    const bool stands_after = people      ? reading.grammar->genitive_after
                              : adjective ? reading.grammar->adjective != Grammar::Adjective::before
                                          : reading.grammar->genitive_after;
    if (!stands_after) return;
  }
  for (std::size_t steps = 0;
       goes_on(reading, at, false) && reading.words_between(at, mention.first) <= k_phrase_reach && steps < 24;
       ++steps) {
    const std::size_t before = at - 1;
    const CategorySet& mask = reading.mask[before];
    const bool state =
        mask.has(Category::state_name) || mask.has(Category::state_seat) || mask.has(Category::state_adjective);
    if (state || mask.any(k_phrase_ends)) break;
    if (mask.any(k_phrase_words)) {
      add_all(phrase.left, mask);
      phrase.first = static_cast<std::uint32_t>(before);
    } else if (!(is_short_word(reading, before) && (mask.empty() || mask.has(Category::from)))) {
      break;
    }
    at = before;
  }
  if (origin && !phrase.left.empty()) phrase.adjectival = true;
}

/// The clues of one article, collected mention by mention.
class ClueFinder {
 public:
  explicit ClueFinder(const Reading& reading)
      : reading_(reading), tells_(reading.tells), by_mention_(reading.states.size()) {
    // A title is about what any of the first sentences tells.
    const auto lead = tells_.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(8, tells_.size()));
    for (std::size_t s = 0; s < tells_.size(); ++s) {
      near_.push_back((s == 0 && std::find(tells_.begin(), lead, true) != lead) || tells_[s] ||
                      (s > 0 && tells_[s - 1]) || (s + 1 < tells_.size() && tells_[s + 1]));
    }
  }
  std::vector<Clue> find();

 private:
  void look_at(std::size_t index);
  void phrase_clues();
  void marker_clues();
  void linked_after();
  /// Nothing but an organ of the state stands between it and `token`: "Iran's intelligence [-linked]".
  bool organ_between(std::size_t token) const {
    if (reading_.words_between(mention_->last, token) > 4) return false;
    std::size_t small = 0;
    for (std::size_t t = mention_->last + 1U; t < token; ++t) {
      const bool organ = reading_.mask[t].any({Category::service, Category::government, Category::intelligence,
                                               Category::military, Category::ministry, Category::state_service});
      if (organ) continue;
      if (++small > 1 || !(is_short_word(reading_, t) || reading_.token(t).unspaced)) return false;
    }
    return true;
  }
  /// A preposition as plain as "a" or "auf" points at a victim only behind a word of attacking; and a verb between it
  /// and the state begins something else.
  bool governs(const Hit& marker) const {
    if (reading_.any(marker.last + 1U, mention_->first,
                     {Category::behind, Category::accuse, Category::say, Category::deny, Category::link}))
      return false;
    const bool name = reading_.lexicons[marker.lexicon]->language() == "mul";  // "vs"
    if (name || marker.first != marker.last || !is_short_word(reading_, marker.first)) return true;
    const CategorySet attacks = {Category::operation, Category::operation_weak, Category::attack, Category::hack,
                                 Category::suffer};
    return marker.first >= 2 && reading_.same_sentence(marker.first, marker.first - 1U) &&
           reading_.any(marker.first - 2U, marker.first - 1U, attacks);
  }
  void speaker_clues();
  bool passive_agent(const Hit& verb, const Hit& state) const {
    // A noun's "of" may look like a passive's "by": "fordømmelse af".
    if (reading_.any(verb.first, verb.last, {Category::condemn, Category::accusation})) return false;
    for (std::size_t t = verb.last + 1U; t < state.first; ++t) {
      if (reading_.mask[t].has(Category::by)) return reading_.words_between(verb.last, t) <= 1;
    }
    return false;
  }
  void verb_clues();
  void victim_after_verb();
  /// "the Russian group Turla", "Iranian MuddyWater": an actor's name right behind the phrase.
  bool names_actor_behind(const StatePhrase& phrase) const {
    const auto next = std::upper_bound(reading_.actors.begin(), reading_.actors.end(), phrase.last,
                                       [](std::uint32_t token, const ActorRef& ref) { return token < ref.first; });
    const auto end = next == reading_.actors.end() ? next : next + 1;
    return std::any_of(next, end, [&](const ActorRef& ref) {
      return ref.first > phrase.last && reading_.same_sentence(ref.first, phrase.last) &&
             reading_.words_between(phrase.last, ref.first) <= 1 && !stop_between(phrase.last, ref.first, Gap::comma) &&
             !reading_.any(phrase.last + 1U, ref.first, {Category::against, Category::say, Category::accuse});
    });
  }
  void verbs_of_accusing(const Hit& verb);
  void punish_before(const Hit& verb, const std::vector<std::size_t>& before);
  void accuse_in_order(const Hit& verb, const std::vector<std::size_t>& before, const std::vector<std::size_t>& after);
  bool is_silent(std::size_t index) const;
  bool is_host(std::size_t index) const;
  bool is_dateline(const Hit& mention) const;
  /// "the Slovak firm ESET", "US security company": a researcher's home is no side of the story.
  bool is_firm_speaking() const {
    const StatePhrase& phrase = phrases_[index_];
    if (phrase.has({Category::infosec, Category::vendor, Category::press})) return true;
    if (!phrase.has({Category::company, Category::media, Category::research})) return false;
    for (std::size_t t = phrase.last + 1U; t < phrase.last + 4U && reading_.same_sentence(phrase.last, t); ++t) {
      if (reading_.mask[t].any({Category::vendor, Category::say, Category::report})) return true;
    }
    return false;
  }
  /// Arabic and Hebrew glue "and" to the word: "والولايات المتحدة".
  bool joined_by_clitic(const Hit& hit) const {
    const std::string_view word = reading_.stream.folded_of(reading_.token(hit.first));
    return word.size() > 4 && (word.substr(0, 2) == "\u0648" || word.substr(0, 2) == "\u05D5");
  }
  bool listed(std::size_t i) const;
  void list_clues();
  void give(Role role, double weight, std::string_view rule, std::size_t first, std::size_t last);
  void give_to(std::size_t index, Role role, double weight, std::string_view rule, std::size_t first, std::size_t last);

  /// The nearest hit of the categories that ends before the phrase, within `reach` words and without a stop between.
  enum class Over { nothing, states };
  const Hit* before(const CategorySet& categories, std::size_t reach, Over over = Over::nothing) const;
  const Hit* behind(const CategorySet& categories, std::size_t reach) const;
  /// Whether a state is the object of a verb before it, and not a place: "charged four Chinese nationals", but "charges
  /// in the US".
  bool is_object(const Hit& verb, const Hit& state) const {
    if (reading_.words_between(verb.last, state.first) > 2) return false;
    for (std::size_t t = verb.last + 1U; t < state.first; ++t) {
      const std::string_view word = reading_.stream.folded_of(reading_.token(t));
      const bool preposition = reading_.token(t).latin && word.size() == 2;
      if (preposition || reading_.mask[t].any({Category::from, Category::by})) return false;
    }
    return true;
  }
  /// Whether a state stands before a verb of saying, as its subject.
  bool has_subject(const Hit& verb) const {
    const std::span<const Hit> states = reading_.states_of(sentence_);
    return std::any_of(states.begin(), states.end(), [&](const Hit& state) {
      return state.last < verb.first && reading_.words_between(state.last, verb.first) <= 6;
    });
  }
  bool has_role(std::size_t index, Role role, double least) const {
    return std::any_of(by_mention_[index].begin(), by_mention_[index].end(),
                       [&](std::uint32_t i) { return clues_[i].role == role && clues_[i].weight >= least; });
  }
  bool spoken_role(std::size_t index, Role role) const { return has_role(index, role, 1.2); }
  /// A semicolon, a colon or another speaker's name between a state and a verb.
  bool parted(const Hit& state, const Hit& verb) const {
    if (state.last >= verb.first) return false;
    for (std::size_t t = state.last + 1U; t <= verb.first; ++t) {
      if (reading_.token(t).gap >= Gap::colon ||
          (verb.category == Category::deny && reading_.mask[t].any({Category::vendor, Category::company})))
        return true;
    }
    return false;
  }
  bool stop_between(std::size_t first, std::size_t last, Gap least) const {
    for (std::size_t t = first + 1; t <= last; ++t) {
      if (reading_.token(t).gap >= least) return true;
    }
    return false;
  }
  bool comma_between(std::size_t first, std::size_t last) const { return stop_between(first, last, Gap::comma); }
  /// Whether another state is named in (first, last].
  bool state_between(std::size_t first, std::size_t last) const {
    const auto at = std::upper_bound(reading_.states.begin(), reading_.states.end(), first,
                                     [](std::size_t token, const Hit& hit) { return token < hit.first; });
    return at != reading_.states.end() && at->first <= last;
  }

  const Reading& reading_;
  const std::vector<bool>& tells_;  // the sentence speaks of a cyber operation
  std::vector<bool> near_;          // it or its neighbour does
  std::vector<Clue> clues_;
  std::vector<bool> silent_;                            // mentions that play no part
  std::vector<std::vector<std::uint32_t>> by_mention_;  // indices into clues_
  std::vector<StatePhrase> phrases_;
  std::size_t index_ = 0;
  const Hit* mention_ = nullptr;
  std::uint16_t sentence_ = 0;
};

void ClueFinder::give_to(std::size_t index, Role role, double weight, std::string_view rule, std::size_t first,
                         std::size_t last) {
  const Hit& mention = reading_.states[index];
  by_mention_[index].push_back(static_cast<std::uint32_t>(clues_.size()));
  clues_.push_back({role, mention.state, weight, rule,
                    static_cast<std::uint32_t>(std::min<std::size_t>(first, mention.first)),
                    static_cast<std::uint32_t>(std::max<std::size_t>(last, mention.last)),
                    static_cast<std::uint32_t>(index), reading_.token(mention.first).sentence});
}

void ClueFinder::give(Role role, double weight, std::string_view rule, std::size_t first, std::size_t last) {
  give_to(index_, role, weight, rule, first, last);
}

const Hit* ClueFinder::before(const CategorySet& categories, std::size_t reach, Over over) const {
  const Hit* best = nullptr;
  for (std::uint32_t i = reading_.hit_at[mention_->first]; i > reading_.first_hit[sentence_]; --i) {
    const Hit& hit = reading_.hits[i - 1];
    // Hits are in order of their first word; the longest entries are some ten words long.
    if (reading_.words_between(hit.first, mention_->first) > reach + 10) break;
    if (hit.last >= mention_->first || !categories.has(hit.category)) continue;
    if (reading_.words_between(hit.last, mention_->first) > reach || (best != nullptr && hit.last <= best->last))
      continue;
    // A marker belongs to the state next to it; lists are told apart later.
    if (over == Over::nothing && mention_->first > hit.last + 1U && state_between(hit.last, mention_->first - 1U))
      continue;
    bool stopped = false;
    for (std::size_t t = hit.last + 1U; t <= mention_->first; ++t)
      stopped = stopped || reading_.token(t).gap >= Gap::comma;
    if (!stopped) best = &hit;
  }
  return best;
}

const Hit* ClueFinder::behind(const CategorySet& categories, std::size_t reach) const {
  const StatePhrase& phrase = phrases_[index_];
  for (std::uint32_t i = reading_.hit_at[phrase.last + 1U]; i < reading_.first_hit[sentence_ + 1U]; ++i) {
    const Hit& hit = reading_.hits[i];
    if (reading_.words_between(phrase.last, hit.first) > reach) return nullptr;
    if (!categories.has(hit.category)) continue;
    if (hit.first > phrase.last + 1U && state_between(phrase.last, hit.first - 1U)) return nullptr;
    for (std::size_t t = phrase.last + 1U; t <= hit.first; ++t) {
      if (reading_.token(t).gap >= Gap::bracket) return nullptr;
    }
    return &hit;
  }
  return nullptr;
}

// What the words of the phrase itself say: "Russian hackers", "Chinese state-sponsored", "Norwegian parliament".
void ClueFinder::phrase_clues() {
  const StatePhrase& phrase = phrases_[index_];
  const bool doer = phrase.has({Category::hacker});
  const bool body = phrase.has(k_bodies);
  if (phrase.has({Category::sponsored})) give(Role::accused, 3, "sentence:state+sponsored", phrase.first, phrase.last);
  if (doer) give(Role::accused, 2.2, "sentence:state+hacker", phrase.first, phrase.last);
  if (!doer && names_actor_behind(phrase))
    give(Role::accused, 2.2, "sentence:state+actor", phrase.first, phrase.last + 1U);
  const bool adjectival = phrase.adjectival || mention_->category == Category::state_adjective;
  if (!doer && phrase.has({Category::operation, Category::malware})) {
    // "Kinijos šnipinėjimas": where a possessor stands before its noun, a name does what an adjective does elsewhere.
    const double named = reading_.grammar->genitive_before ? 1.8 : 0.6;
    give(Role::accused, adjectival ? 2 : named, "sentence:state+operation", phrase.first, phrase.last);
  } else if (!doer && !body && adjectival && near_[sentence_] && phrase.has({Category::operation_weak})) {
    give(Role::accused, 1.2, "sentence:state+act", phrase.first, phrase.last);
  }
  // A service that speaks or is attacked is not the doer.
  const bool passive = spoken_role(index_, Role::speaker) || spoken_role(index_, Role::victim);
  if (mention_->category == Category::state_service) {
    // Named without a word on what it has to do with the attack, a service is a hint only.
    // Before an operation it is the doer: "FSB in years-long cyber attacks on UK".
    const Hit* operation = passive ? nullptr : behind({Category::operation}, 4);
    give(Role::accused,
         passive                ? 0.6
         : operation != nullptr ? 1.8
                                : 1.3,
         "sentence:service", mention_->first, operation != nullptr ? operation->last : mention_->last);
  } else if (phrase.has({Category::service}) && !phrase.has({Category::embassy, Category::spokesperson})) {
    give(Role::accused, passive ? 0.5 : doer ? 1 : 1.3, "sentence:state+service", phrase.first, phrase.last);
  }
  if (body && !doer && tells_[sentence_] && !is_firm_speaking()) {
    // Offices that speak more often than they are hit are a weaker sign.
    const bool hit = phrase.has(k_hit_bodies);
    give(Role::victim, hit ? 1.2 : 0.5, "sentence:body-of-state", phrase.first, phrase.last);
  }
}

// What small words beside the phrase say: "linked to Iran", "against Albania", "ウクライナへの".
void ClueFinder::marker_clues() {
  const StatePhrase& phrase = phrases_[index_];
  const bool tells = tells_[sentence_];
  if (const Hit* link = before({Category::link}, 3);
      link != nullptr && reading_.any_in_sentence(sentence_, k_any_operation)) {
    give(Role::accused, 3, "sentence:linked-to-state", link->first, mention_->last);
  }
  linked_after();
  if (near_[sentence_]) {
    const std::size_t behind_reach = reading_.grammar->order == Grammar::Order::sov ? 0 : 3;
    if (const Hit* doing = before({Category::behind}, behind_reach);
        doing != nullptr && !reading_.any(doing->last, mention_->first, {Category::against}))
      give(Role::accused, 2.4, "sentence:behind-it", doing->first, mention_->last);
    const Hit* doing = behind({Category::behind}, 4);
    const bool other_verb = doing != nullptr && doing->first > phrase.last + 1U &&
                            reading_.any(phrase.last + 1U, doing->first - 1U, {Category::say});
    const bool others =
        doing != nullptr && doing->first > phrase.last + 1U &&
        reading_.any(phrase.last + 1U, doing->first - 1U, {Category::accuse, Category::deny, Category::hacker});
    if (others) doing = nullptr;
    if (doing != nullptr && !state_between(phrase.last, doing->last) && !state_between(doing->last, doing->last + 3U)) {
      // "Trump confirms he ordered": who says it of nobody else says it of himself.
      give(Role::accused, other_verb ? 1.6 : 2.4, "sentence:behind-it", mention_->first, doing->last);
    }
  }
  const Hit* against = before({Category::against}, 4);
  if (against != nullptr && !governs(*against)) against = nullptr;
  const Hit* from = before({Category::from, Category::by}, 3);
  if (against != nullptr && from != nullptr && from->first > against->last &&
      !reading_.any(against->last + 1U, from->first, {Category::infrastructure})) {
    against = reading_.any(against->last + 1U, from->first, k_bodies) ? against : nullptr;
  }
  const bool punished = against != nullptr && reading_.any(against->first >= 4 ? against->first - 4U : 0, against->last,
                                                           {Category::sanction, Category::indict});
  if (punished && reading_.grammar->order != Grammar::Order::sov) {
    give(Role::accused, 1.8, "sentence:punished", against->first, mention_->last);
    against = nullptr;
  }
  if (against != nullptr && near_[sentence_])
    give(Role::victim, 2.4, "sentence:against-state", against->first, phrase.last);
  if (const Hit* after = behind({Category::against_after}, 2); after != nullptr && tells) {
    give(Role::victim, 2.6, "sentence:against-state", phrase.first, after->last);
  }
  const bool before_op = reading_.any(reading_.stream.sentences[sentence_].begin, mention_->first,
                                      {Category::operation, Category::operation_weak, Category::hack, Category::attack,
                                       Category::suffer, Category::hacker});
  if (against == nullptr && from != nullptr && before_op && tells && !phrase.has(k_bodies)) {
    const bool agent = reading_.mask[from->last].has(Category::by) && !reading_.mask[from->last].has(Category::from);
    give(Role::accused, agent ? 2 : 0.8, "sentence:by-state", from->first, mention_->last);
  }
  if (const Hit* after = behind({Category::by_after}, 2); after != nullptr && tells) {
    give(Role::accused, 2.2, "sentence:by-state", phrase.first, after->last);
  } else if (const Hit* origin = behind({Category::from_after}, 1); origin != nullptr && tells) {
    give(Role::accused, 1.2, "sentence:from-state", phrase.first, origin->last);
  }
}

// "China-linked hackers": who is linked stands behind; "a UK-based company" is no doer.
void ClueFinder::linked_after() {
  const Hit* link = nullptr;
  for (std::uint32_t i = reading_.first_hit[sentence_]; i < reading_.first_hit[sentence_ + 1U] && link == nullptr;
       ++i) {
    const Hit& hit = reading_.hits[i];
    if (hit.category == Category::link_after && hit.first > mention_->last && organ_between(hit.first)) link = &hit;
  }
  if (link == nullptr || reading_.token(link->first).gap >= Gap::comma) return;
  // "Taiwan attributed …" is a verb; joined by a hyphen, "Taiwan-attributed", it would be a participle.
  const bool verb = reading_.any(link->first, link->last, {Category::accuse, Category::say});
  if (verb && reading_.token(link->first).gap != Gap::hyphen) return;
  bool doer = false;
  for (std::size_t t = link->first;
       t < reading_.stream.sentences[sentence_].end && reading_.words_between(link->last, t) <= 4; ++t) {
    doer = doer || reading_.mask[t].any({Category::hacker, Category::group, Category::operation, Category::sponsored,
                                         Category::operation_weak});
  }
  for (const ActorRef& ref : reading_.actors_of(sentence_)) {
    doer = doer || (ref.first > link->last && reading_.words_between(link->last, ref.first) <= 4);
  }
  const bool tells = reading_.any_in_sentence(sentence_, k_any_operation);
  if (tells) give(Role::accused, doer ? 2.6 : 0.8, "sentence:state-linked", mention_->first, link->last);
}

// Who speaks: "Poland says", "according to the Dutch ministry", "Taiwan: …".
void ClueFinder::speaker_clues() {
  const StatePhrase& phrase = phrases_[index_];
  if (phrase.has({Category::hacker, Category::operation}) && !phrase.has(k_speaking_bodies)) return;
  const Sentence& sentence = reading_.stream.sentences[sentence_];
  if (before({Category::according}, 3) != nullptr)
    give(Role::speaker, 2.5, "sentence:according-to", phrase.first, phrase.last);
  if (behind({Category::according_after}, 2) != nullptr)
    give(Role::speaker, 2.5, "sentence:according-to", phrase.first, phrase.last);
  const bool colon = phrase.last + 1U < sentence.end && reading_.token(phrase.last + 1U).gap == Gap::colon;
  if (colon && phrase.first <= sentence.begin + 2U)
    give(Role::speaker, 2, "sentence:speaker-colon", phrase.first, phrase.last);
  if (reading_.grammar->order == Grammar::Order::sov) {
    if (behind({Category::subject_after}, 1) != nullptr && reading_.any(phrase.last, sentence.end - 1U, k_saying)) {
      give(Role::speaker, 1.6, "sentence:subject-says", phrase.first, phrase.last);
    }
    return;
  }
  // "sagte der Leiter des Inlandsgeheimdienstes SBU": the speaker behind his verb.
  const bool body = mention_->category == Category::state_service || phrase.has(k_speaking_bodies);
  if (const Hit* said = before({Category::say}, 6); said != nullptr && body && !has_subject(*said))
    give(Role::speaker, 1.6, "sentence:said-subject", said->first, phrase.last);
  if (const Hit* claim = behind({Category::claim}, 2); claim != nullptr && near_[sentence_]) {
    give(Role::accused, 2.4, "sentence:claims-deed", phrase.first, claim->last);  // "Ukraine says it hacked"
    return;
  }
  const Hit* saying = behind(k_saying, 5);
  if (saying != nullptr && before({Category::against, Category::link, Category::accuse}, 3) == nullptr) {
    give(Role::speaker, phrase.has(k_speaking_bodies) ? 2.2 : 1.8, "sentence:subject-says", phrase.first, saying->last);
  }
}

// What verbs beside the phrase say: "Russia hacked", "Norway was hit", "hacked the Norwegian parliament".
void ClueFinder::verb_clues() {
  const StatePhrase& phrase = phrases_[index_];
  const bool sov = reading_.grammar->order == Grammar::Order::sov;
  if (const Hit* suffered = before({Category::suffer}, 3); suffered != nullptr) {
    const bool agent = reading_.any(suffered->first, mention_->first, {Category::by});
    if (agent && !phrase.has(k_bodies))
      give(Role::accused, 1.6, "sentence:hit-by-state", suffered->first, mention_->last);
    // "δέχθηκε η Αλβανία": the subject behind its verb.
    if (!agent && tells_[sentence_]) give(Role::victim, 1.2, "sentence:was-hit-state", suffered->first, phrase.last);
  } else if (const Hit* verb = before({Category::hack, Category::attack}, 3); verb != nullptr && tells_[sentence_]) {
    give(Role::victim, 2, "sentence:attacked-state", verb->first, phrase.last);
  }
  victim_after_verb();
  if (const Hit* suffered = behind({Category::suffer}, 8);
      suffered != nullptr && before({Category::accuse, Category::link}, 4) == nullptr) {
    if (tells_[sentence_]) give(Role::victim, 2, "sentence:state-was-hit", phrase.first, suffered->last);
    return;
  }
  if (sov) return;
  if (!tells_[sentence_] || phrase.has({Category::operation, Category::operation_weak})) return;
  // "China heeft telecomnetwerken gehackt": a verb that is cyber by itself may stand far behind its subject.
  const bool organ = phrase.has({Category::service, Category::government});
  const Hit* verb = behind({Category::hack}, 6);
  const bool hacks = verb != nullptr;
  if (!hacks) verb = behind({Category::attack}, organ ? 6 : 3);
  if (verb == nullptr || reading_.any(verb->first, verb->last, {Category::suffer}) ||
      comma_between(phrase.last, verb->first))
    return;
  // "FSB says NSA hacked": a verb of saying between makes somebody else the subject.
  const CategorySet others = {Category::say,        Category::accuse,   Category::deny,
                              Category::accusation, Category::indict,   Category::sanction,
                              Category::advisory,   Category::negation, Category::hacker};
  if (verb->first > phrase.last + 1U && reading_.any(phrase.last + 1U, verb->first - 1U, others)) return;
  if (phrase.adjectival && !organ) {  // "Russian attacks" is a noun, "Korean targets" no deed
    const bool deed = reading_.any(verb->first, verb->first, {Category::operation_weak, Category::operation});
    if (deed) give(Role::accused, 1, "sentence:state-attacks", phrase.first, verb->last);
    return;
  }
  // "… after Albania hack": a noun that ends the clause names the victim rather than the doer.
  const std::size_t next = verb->last + 1U;
  const bool ends = next >= reading_.stream.sentences[sentence_].end || reading_.token(next).gap >= Gap::comma;
  if (ends && verb->first == phrase.last + 1U &&
      reading_.any(verb->first, verb->last, {Category::operation, Category::operation_weak})) {
    give(Role::victim, 1, "sentence:state-hack", phrase.first, verb->last);
    return;
  }
  give(Role::accused, hacks ? 2.2 : 1.8, "sentence:state-attacks", phrase.first, verb->last);
}

// "Hackers attacked ministries and firms in twelve countries and the United States": what stands behind a verb of
// attacking in its clause was hit, unless another marker claims it.
void ClueFinder::victim_after_verb() {
  const Hit* verb = before({Category::attack, Category::hack, Category::against, Category::suffer}, 16, Over::states);
  if (verb == nullptr || verb->category == Category::suffer || !tells_[sentence_]) return;
  const CategorySet claims = {Category::link, Category::by,        Category::accuse,    Category::behind,
                              Category::say,  Category::according, Category::sponsored, Category::hacker};
  if (reading_.any(verb->last + 1U, mention_->last, claims)) return;
  give(Role::victim, 1.1, "sentence:behind-attack-verb", verb->first, mention_->last);
}

// Mentions that play no part: a sympathiser's adjective ("pro-Russian"), the country an embassy stands in, and the
// place a report is dated from ("TOKYO, Jan 8 –").
bool ClueFinder::is_silent(std::size_t index) const {
  const Hit& mention = reading_.states[index];
  if (reading_.any(mention.first, mention.last, {Category::pro})) return true;
  return is_host(index) || is_dateline(mention);
}

// "中国驻比利时使馆", "embassy in Moscow", "посольство РФ в Берлине".
bool ClueFinder::is_host(std::size_t index) const {
  const Hit& mention = reading_.states[index];
  const Sentence& sentence = reading_.stream.sentences[reading_.token(mention.first).sentence];
  if (mention.first <= sentence.begin) return false;
  const std::size_t before = mention.first - 1U;
  if (reading_.mask[before].has(Category::host)) return true;
  const bool locative = is_short_word(reading_, before) &&
                        !reading_.mask[before].any({Category::from, Category::by, Category::say, Category::link});
  if (!locative || before <= sentence.begin) return false;
  const CategorySet missions = {Category::embassy};
  if (reading_.mask[before - 1].any(missions)) return true;
  return index > 0 && reading_.states[index - 1].last == before - 1 && phrases_[index - 1].has(missions);
}

bool ClueFinder::is_dateline(const Hit& mention) const {
  const Sentence& sentence = reading_.stream.sentences[reading_.token(mention.first).sentence];
  if (sentence.field != Span::Field::text || mention.category == Category::state_adjective ||
      mention.category == Category::state_service)
    return false;
  // Only where the text begins.
  const bool first = sentence.begin == 0 || reading_.token(sentence.begin - 1U).field == Span::Field::title;
  const std::size_t lead = reading_.token(mention.first).unspaced ? 12 : 5;
  if (!first || mention.first - sentence.begin > lead) return false;
  for (std::size_t t = mention.last + 1U; t <= mention.last + 4U; ++t) {
    if (t >= sentence.end || reading_.token(t).gap >= Gap::bracket) return true;
    if (reading_.token(t).digits && (t == mention.last + 1U || reading_.token(mention.last + 1U).gap == Gap::comma))
      return true;
    const bool more =
        reading_.mask[t].any({Category::state_seat, Category::state_name}) && reading_.token(t).gap == Gap::hyphen;
    if (!more && reading_.token(mention.last + 1U).gap != Gap::comma) return false;
  }
  return false;
}

void ClueFinder::look_at(std::size_t index) {
  index_ = index;
  mention_ = &reading_.states[index];
  sentence_ = reading_.token(mention_->first).sentence;
  if (silent_[index]) {
    give(Role::speaker, 0, "sentence:no-part", mention_->first, mention_->last);
    return;
  }
  if (is_firm_speaking()) give(Role::speaker, 0, "sentence:no-part", mention_->first, mention_->last);
  speaker_clues();
  marker_clues();
  verb_clues();
  phrase_clues();
}

void ClueFinder::accuse_in_order(const Hit& verb, const std::vector<std::size_t>& before,
                                 const std::vector<std::size_t>& after) {
  const auto accuse = [&](std::size_t index, double weight) {
    if (has_role(index, Role::victim, 2) && !has_role(index, Role::accused, 1.2)) return;
    give_to(index, Role::accused, weight, "sentence:accused", verb.first, verb.last);
  };
  const auto speak = [&](std::size_t index) {
    give_to(index, Role::speaker, 2.2, "sentence:accuser", verb.first, verb.last);
  };
  switch (reading_.grammar->order) {
    case Grammar::Order::svo:
      if (before.empty() && after.size() > 1 && phrases_[after[0]].has(k_speaking_bodies)) {
        speak(after[0]);  // "For første gang knytter norske myndigheter angrepet til Russland"
        accuse(after[1], 2.2);
      } else if (after.empty() && before.size() > 1 && reading_.grammar->verb_bracket) {
        speak(before.front());  // "hatte Berlin Russland beschuldigt"
        accuse(before.back(), 2.2);
      } else if (!after.empty() && passive_agent(verb, reading_.states[after.front()])) {
        speak(after.front());  // "named by the US"
        if (!before.empty()) accuse(before.back(), 1.8);
      } else if (!after.empty()) {
        accuse(after.front(), 2.4);
        if (!before.empty()) speak(before.back());
      }
      break;
    case Grammar::Order::sov: {
      std::size_t object = k_far;
      for (const std::size_t i : before) {
        const Hit& state = reading_.states[i];
        for (std::size_t t = state.last + 1U; t < verb.first && reading_.words_between(phrases_[i].last, t) <= 1; ++t) {
          if (t > phrases_[i].last && reading_.mask[t].any({Category::object_after, Category::against_after}))
            object = i;
        }
      }
      // What is marked as the object of accusing was not attacked: "ईरान पर आरोप".
      if (object != k_far) give_to(object, Role::accused, 2.6, "sentence:accused", verb.first, verb.last);
      if (object == k_far && before.size() > 1) accuse(before.back(), 1.8);
      if (before.size() > 1 && before.front() != object) speak(before.front());
      break;
    }
    case Grammar::Order::vso:
      if (!before.empty() && !after.empty()) {
        speak(before.back());
        accuse(after.front(), 2.4);
      } else if (after.size() > 1) {  // "accuse London and Washington Moscow": the accusers first, in a list
        std::size_t last = 0;
        while (last + 2 < after.size() && listed(after[last + 1])) ++last;
        for (std::size_t i = 0; i <= last; ++i) speak(after[i]);
        accuse(after[last + 1], 2.4);
      }
      break;
  }
}

// Both sides of a verb of accusing.
void ClueFinder::verbs_of_accusing(const Hit& verb) {
  const std::uint16_t sentence = reading_.token(verb.first).sentence;
  const bool accusing = verb.category == Category::accuse;
  std::vector<std::size_t> before;
  std::vector<std::size_t> after;
  const auto first =
      std::lower_bound(reading_.states.begin(), reading_.states.end(), reading_.stream.sentences[sentence].begin,
                       [](const Hit& hit, std::uint32_t token) { return hit.first < token; });
  for (auto i = static_cast<std::size_t>(first - reading_.states.begin()); i < reading_.states.size(); ++i) {
    const Hit& state = reading_.states[i];
    if (reading_.token(state.first).sentence != sentence) break;
    if (silent_[i] || parted(state, verb)) continue;
    if (state.last < verb.first && reading_.words_between(state.last, verb.first) <= 9) before.push_back(i);
    if (state.first > verb.first && state.last < verb.last) after.push_back(i);  // "macht China verantwortlich"
    if (state.first > verb.last && reading_.words_between(verb.last, state.first) <= (after.empty() ? 7 : 10) &&
        !comma_between(verb.last, state.first))
      after.push_back(i);
  }
  if (accusing) {
    if (near_[sentence]) accuse_in_order(verb, before, after);
    return;
  }
  if (verb.category == Category::accused) {
    if (!before.empty() && tells_[sentence] && !has_role(before.back(), Role::speaker, 1.6))
      give_to(before.back(), Role::accused, 2, "sentence:is-accused", verb.first, verb.last);
    return;
  }
  if (verb.category == Category::deny) {
    const bool accusation =
        reading_.any_in_sentence(sentence, {Category::accusation, Category::denial, Category::operation});
    // The subject: nearest before the verb, first of all where the verb ends the sentence; never who was attacked.
    if (reading_.grammar->order == Grammar::Order::sov) std::reverse(before.begin(), before.end());
    while (!before.empty() && has_role(before.back(), Role::victim, 1) && !has_role(before.back(), Role::accused, 1))
      before.pop_back();
    if (!before.empty()) {
      give_to(before.back(), Role::accused, accusation ? 2 : 1, "sentence:denies", verb.first, verb.last);
    } else if (!after.empty()) {
      give_to(after.front(), Role::accused, accusation ? 1.6 : 0.8, "sentence:denies", verb.first, verb.last);
    }
    return;
  }
  if (reading_.grammar->order == Grammar::Order::sov) {
    punish_before(verb, before);
    return;
  }
  // Sanctions and charges hit what follows them.
  if (!after.empty() && !spoken_role(after.front(), Role::victim)) {
    const bool organ = reading_.states[after.front()].category == Category::state_service ||
                       phrases_[after.front()].has({Category::service, Category::hacker});
    if (!organ && !is_object(verb, reading_.states[after.front()])) return;
    give_to(after.front(), Role::accused, organ ? 2.2 : 1.6, "sentence:punished", verb.first, verb.last);
    if (!before.empty()) give_to(before.back(), Role::speaker, 2, "sentence:punishes", verb.first, verb.last);
  }
}

// Where the verb ends the sentence, its object stands nearest before it and its subject first.
void ClueFinder::punish_before(const Hit& verb, const std::vector<std::size_t>& before) {
  if (before.empty()) return;
  const std::size_t object = before.back();
  const bool organ = reading_.states[object].category == Category::state_service ||
                     phrases_[object].has({Category::service, Category::hacker, Category::sponsored});
  if ((!organ && before.size() < 2) || has_role(object, Role::victim, 1.8)) return;
  give_to(object, Role::accused, organ ? 2.2 : 1.6, "sentence:punished", verb.first, verb.last);
  if (before.size() > 1) give_to(before.front(), Role::speaker, 2, "sentence:punishes", verb.first, verb.last);
}

// Whether mentions i - 1 and i stand in one list: "Ukraine, Poland and Romania".
bool ClueFinder::listed(std::size_t i) const {
  const Hit& previous = reading_.states[i - 1];
  const Hit& here = reading_.states[i];
  if (!reading_.same_sentence(previous.last, here.first) || previous.state == here.state) return false;
  const std::size_t between = reading_.words_between(phrases_[i - 1].last, here.first);
  if (phrases_[i - 1].last >= here.first || between > 1) return false;
  bool list = between == 1 || reading_.token(here.first).gap == Gap::comma || joined_by_clitic(here);
  for (std::size_t t = phrases_[i - 1].last + 1U; t < here.first; ++t) {
    list = list && (is_short_word(reading_, t) || reading_.token(t).unspaced) && reading_.mask[t].empty();
  }
  return list;
}

// What is said of one state of a list holds of the others: markers before a list stand by its first, those behind by
// its last.
void ClueFinder::list_clues() {
  const auto hand_on = [&](std::size_t from, std::size_t to) {
    for (std::size_t c = 0; c < by_mention_[from].size(); ++c) {
      const Clue clue = clues_[by_mention_[from][c]];
      // "Albania, Iran's …": who speaks is no member of the list of the accused.
      if (clue.role == Role::speaker || has_role(to, Role::speaker, 1.6) || has_role(to, clue.role, clue.weight * 0.8))
        continue;
      give_to(to, clue.role, clue.weight * 0.9, clue.rule, clue.first, clue.last);
    }
  };
  for (std::size_t i = 1; i < reading_.states.size(); ++i) {
    if (listed(i)) hand_on(i - 1, i);
  }
  for (std::size_t i = reading_.states.size(); i > 1; --i) {
    if (listed(i - 1)) hand_on(i - 1, i - 2);
  }
}

std::vector<Clue> ClueFinder::find() {
  for (const Hit& mention : reading_.states) phrases_.push_back(phrase_of(reading_, mention));
  for (std::size_t i = 0; i < reading_.states.size(); ++i) silent_.push_back(is_silent(i));
  for (std::size_t i = 0; i < reading_.states.size(); ++i) look_at(i);
  for (const Hit& hit : reading_.hits) {
    if (hit.category == Category::accuse || hit.category == Category::accused || hit.category == Category::deny ||
        hit.category == Category::sanction || hit.category == Category::indict || hit.category == Category::condemn) {
      verbs_of_accusing(hit);
    }
  }
  list_clues();
  std::stable_sort(clues_.begin(), clues_.end(), [](const Clue& a, const Clue& b) { return a.sentence < b.sentence; });
  return std::move(clues_);
}

}  // namespace

StatePhrase phrase_of(const Reading& reading, const Hit& mention) {
  StatePhrase phrase;
  phrase.first = mention.first;
  phrase.last = mention.last;
  phrase.adjectival = mention.category == Category::state_adjective;
  // Words written as one with the state: 俄黑客, 북 해커.
  for (std::size_t t = mention.first; t <= mention.last; ++t) {
    if (reading.mask[t].has(Category::hacker)) phrase.right.add(Category::hacker);
    if (reading.mask[t].has(Category::operation)) phrase.right.add(Category::operation);
  }
  walk_right(reading, phrase, mention.last);
  walk_left(reading, phrase, mention);
  return phrase;
}

std::span<const Clue> clues_of(const std::vector<Clue>& clues, std::size_t sentence) {
  const auto from = std::lower_bound(clues.begin(), clues.end(), sentence,
                                     [](const Clue& clue, std::size_t s) { return clue.sentence < s; });
  auto to = from;
  while (to != clues.end() && to->sentence == sentence) ++to;
  return {from, to};
}

std::vector<Clue> find_clues(const Reading& reading) { return ClueFinder(reading).find(); }

}  // namespace vigie::classifier
