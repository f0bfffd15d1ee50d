#include "classifier/relevance.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vigie::classifier {
namespace {

// The weights below are plain judgements of how much a sign says (3: leaves little doubt, 1: a hint), checked on half
// of the labelled events of ../shared/truth and confirmed on the other half; re-run tests/eval when one changes.
constexpr double k_relevant_score = 1.9;
constexpr double k_steepness = 1.5;
// A second sign adds half of what it would say alone, a third a quarter.
constexpr double k_decay = 0.7;
// What stands deep in the text is more often a side remark.
constexpr std::size_t k_lead_sentences = 6;
constexpr double k_late_factor = 0.7;

struct Counter {
  Category category;
  double weight;
  double most;
  std::string_view kind;
};
constexpr std::array<Counter, 17> k_counters = {{{Category::crime, 0.35, 1.6, "cybercrime"},
                                                 {Category::ransomware, 0.4, 1.6, "ransomware"},
                                                 {Category::hacktivism, 0.6, 2.0, "hacktivism"},
                                                 {Category::pro, 0.7, 1.4, "hacktivism"},
                                                 {Category::kinetic, 0.2, 1.0, "kinetic"},
                                                 {Category::spying, 0.4, 1.5, "espionage_noncyber"},
                                                 {Category::influence, 0.3, 1.2, "influence_op"},
                                                 {Category::policy, 0.2, 1.2, "policy"},
                                                 {Category::product, 0.3, 1.2, "product"},
                                                 {Category::business, 0.2, 1.0, "business"},
                                                 {Category::sport, 0.5, 2.0, "sports"},
                                                 {Category::opinion, 0.6, 1.2, "opinion"},
                                                 {Category::explainer, 0.5, 1.0, "explainer"},
                                                 {Category::fiction, 0.6, 1.8, "fiction"},
                                                 {Category::privacy, 0.3, 0.9, "privacy_regulation"},
                                                 {Category::ordinary, 0.3, 0.9, "ordinary_news"},
                                                 {Category::unknown, 0.5, 1.0, "unattributed_incident"}}};

// What states are after.
constexpr CategorySet k_political = {Category::ministry_foreign,
                                     Category::ministry_defence,
                                     Category::ministry_interior,
                                     Category::ministry,
                                     Category::embassy,
                                     Category::government,
                                     Category::parliament,
                                     Category::military,
                                     Category::diplomat,
                                     Category::election,
                                     Category::party,
                                     Category::igo,
                                     Category::defence_industry,
                                     Category::critical_infrastructure,
                                     Category::energy,
                                     Category::telecom,
                                     Category::activist,
                                     Category::intelligence,
                                     Category::president,
                                     Category::prime_minister,
                                     Category::media,
                                     Category::research};

double place_factor(std::size_t sentence) { return sentence < k_lead_sentences ? 1 : k_late_factor; }

class Scale {
 public:
  Scale(const Reading& reading, const std::vector<Clue>& clues, const ActorCatalogue& actors)
      : reading_(reading), clues_(clues), actors_(actors) {
    for (std::size_t s = 0; s < reading.sentence_count() && !political_; ++s) {
      political_ = reading.tells.at(s) && reading.any_in_sentence(s, k_political);
    }
    political_ = political_ || std::any_of(clues.begin(), clues.end(), [](const Clue& clue) {
                   return clue.role == Role::victim && clue.weight >= 2;
                 });
    bool sent = false;
    for (const ActorRef& ref : reading.actors) {
      const ActorKind kind = ref.known ? actors.actor(ref.actor).kind : ActorKind::unknown;
      sent = sent || kind == ActorKind::state;
      boasts_ = boasts_ || kind == ActorKind::hacktivism || kind == ActorKind::crime;
    }
    for (std::size_t s = 0; s < std::min<std::size_t>(3, reading.sentence_count()); ++s)
      boasts_ = boasts_ || reading.any_in_sentence(s, {Category::claim});
    boasts_ = boasts_ && !sent;
    money_ = reading.count(Category::crime) + reading.count(Category::ransomware) > 0;
  }
  Relevance weigh();

 private:
  void weigh_clues();
  void weigh_sponsored();
  void weigh_actors();
  double weigh_counters(std::string& kind);
  double nationality_factor(StateId state) const;
  bool tells_beside(std::size_t s) const {
    // A title is about what the first sentences tell.
    for (std::size_t lead = 1; s == 0 && lead < std::min<std::size_t>(5, reading_.sentence_count()); ++lead) {
      if (reading_.tells.at(lead)) return true;
    }
    return (s > 0 && reading_.tells.at(s - 1)) || (s + 1 < reading_.sentence_count() && reading_.tells.at(s + 1));
  }
  void add(double weight, Span span, std::string rule) { evidence_.push_back({span, std::move(rule), weight}); }

  const Reading& reading_;
  const std::vector<Clue>& clues_;
  const ActorCatalogue& actors_;
  std::vector<Evidence> evidence_;
  bool political_ = false;  // what states are after was hit
  bool money_ = false;
  bool boasts_ = false;
};

void Scale::weigh_clues() {
  // One sentence says one thing of a state once, however many rules see it.
  std::vector<const Clue*> best;
  for (const Clue& clue : clues_) {
    if (clue.role != Role::accused || clue.weight < 0.8) continue;
    if (!reading_.tells.at(clue.sentence) && !tells_beside(clue.sentence)) continue;
    auto same = best.end();
    for (auto at = best.end(); at != best.begin() && (*(at - 1))->sentence == clue.sentence; --at) {
      if ((*(at - 1))->state == clue.state) same = at - 1;
    }
    if (same == best.end()) {
      best.push_back(&clue);
    } else if (clue.weight > (*same)->weight) {
      *same = &clue;
    }
  }
  for (const Clue* clue : best) {
    const double sure = clue->rule == "sentence:state+hacker" ? nationality_factor(clue->state) : 1;
    const double told = reading_.tells.at(clue->sentence) ? 1 : 0.9;
    add(clue->weight * sure * told * place_factor(clue->sentence), reading_.stream.span_of(clue->first, clue->last),
        std::string(clue->rule));
  }
}

// Nationality is not sponsorship. "Chinese hackers" are more likely sent by a state when catalogues know many groups
// sent by it, and when what they are after is a state's, not money.
double Scale::nationality_factor(StateId state) const {
  const double known = std::min(1.0, 0.55 + 0.1 * static_cast<double>(actors_.groups_of(state)));
  // Hackers who boast of what they did, or whom catalogues hold for activists or criminals, are no service.
  const double boasting = boasts_ ? 0.6 : 1;
  return known * boasting * (political_ ? 1 : money_ ? 0.55 : 0.9);
}

void Scale::weigh_sponsored() {
  for (std::size_t s = 0; s < reading_.sentence_count(); ++s) {
    const Hit* sponsored = reading_.find_in_sentence(s, {Category::sponsored});
    if (sponsored == nullptr ||
        !reading_.any_in_sentence(s, {Category::hacker, Category::operation, Category::malware, Category::cyber}))
      continue;
    add(2.6 * place_factor(s), reading_.stream.span_of(sponsored->first, sponsored->last),
        reading_.rule_of(*sponsored));
  }
}

void Scale::weigh_actors() {
  // A name alone, in a text without a word on hacking, is a namesake.
  const bool spoken_of = std::any_of(reading_.hits.begin(), reading_.hits.end(), [](const Hit& hit) {
    return hit.category == Category::operation || hit.category == Category::hacker ||
           hit.category == Category::malware || hit.category == Category::hack;
  });
  std::vector<std::uint32_t> seen;
  for (const ActorRef& ref : reading_.actors) {
    if (!ref.known) {
      add(1.0 * place_factor(reading_.token(ref.first).sentence), reading_.stream.span_of(ref.first, ref.last),
          "designation:" + ref.designation);
      continue;
    }
    if (std::find(seen.begin(), seen.end(), ref.actor) != seen.end()) continue;
    seen.push_back(ref.actor);
    const Actor& actor = actors_.actor(ref.actor);
    if (actor.kind == ActorKind::unknown)
      add(1.0 * place_factor(reading_.token(ref.first).sentence), reading_.stream.span_of(ref.first, ref.last),
          "actor:" + actor.canonical);
    if (actor.kind != ActorKind::state) continue;
    add((spoken_of || !ref.ordinary ? 2.6 : 1.5) * place_factor(reading_.token(ref.first).sentence),
        reading_.stream.span_of(ref.first, ref.last), "actor:" + actor.canonical);
  }
}

double Scale::weigh_counters(std::string& kind) {
  double total = 0;
  double heaviest = 0;
  for (const Counter& counter : k_counters) {
    const Hit* first = nullptr;
    double sum = 0;
    for (const Hit& hit : reading_.hits) {
      if (hit.category != counter.category) continue;
      if (first == nullptr) first = &hit;
      // A theme is what title and lead speak of; in a long text single words of every theme occur.
      const std::size_t sentence = reading_.token(hit.first).sentence;
      sum += counter.weight *
             (sentence < 3 ? 1.2 : 0.8 * std::min(1.0, 6.0 / static_cast<double>(reading_.sentence_count())));
    }
    if (first == nullptr) continue;
    sum = std::min(sum, counter.most);
    total += sum;
    add(-sum, reading_.stream.span_of(first->first, first->last), reading_.rule_of(*first));
    if (sum > heaviest) {
      heaviest = sum;
      kind = counter.kind;
    }
  }
  return total;
}

Relevance Scale::weigh() {
  Relevance result;
  weigh_clues();
  weigh_sponsored();
  weigh_actors();
  std::stable_sort(evidence_.begin(), evidence_.end(),
                   [](const Evidence& a, const Evidence& b) { return a.weight > b.weight; });
  double factor = 1;
  double support = 0;
  double strongest = evidence_.empty() ? 0 : evidence_.front().weight;
  for (Evidence& evidence : evidence_) {
    evidence.weight *= factor;
    support += evidence.weight;
    factor *= k_decay;
  }
  std::string kind;
  const double counters = weigh_counters(kind);
  // Against a plain statement, side themes count less.
  const double damping = strongest >= 2.3 && evidence_.front().rule != "sentence:state+hacker" ? 0.5 : 1;
  double score = support - counters * damping;
  // What neither title nor first sentence speaks of is seldom the news.
  std::size_t first = 0;
  while (first < reading_.sentence_count() && !reading_.tells.at(first)) ++first;
  if (first >= 2) score -= first < 4 ? 0.3 : 0.6;
  result.score = score;
  result.probability = 1 / (1 + std::exp(-k_steepness * (score - k_relevant_score)));
  bool tells = false;
  for (std::size_t s = 0; s < reading_.sentence_count() && !tells; ++s) tells = reading_.tells.at(s);
  if (tells) result.kind = kind.empty() ? "unattributed_incident" : kind;
  result.evidence = std::move(evidence_);
  return result;
}

}  // namespace

Relevance judge_relevance(const Reading& reading, const std::vector<Clue>& clues, const ActorCatalogue& actors) {
  return Scale(reading, clues, actors).weigh();
}

}  // namespace vigie::classifier
