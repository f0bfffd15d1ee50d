#include "classifier/act.h"

#include <algorithm>

namespace vigie::classifier {
namespace {

// The title and the sentences that tell the news; what follows is background.
constexpr std::size_t k_lead = 4;
constexpr std::size_t k_opening = 2;

class Decider {
 public:
  Decider(const Reading& reading, const std::vector<Told>& told) : reading_(reading), told_(told) {}

  Act decide() const {
    if (told(Act::sanction, k_opening)) return Act::sanction;
    if (told(Act::indictment, k_opening)) return Act::indictment;
    if (denial_is_news()) return Act::denial;
    // A warning in title or opening is the news, unless the title accuses too.
    if (told(Act::advisory, k_opening) && !told(Act::accusation, 1)) return Act::advisory;
    // So is a claim: somebody says he did it.
    if (has(Category::claim, k_opening + 1) && !told(Act::accusation, 1)) return Act::incident;
    if (told(Act::accusation, k_lead) && !reported_first()) return Act::accusation;
    if (told(Act::advisory, k_lead + 1)) return Act::advisory;
    return Act::report;
  }

 private:
  // An authority does it within the first sentences.
  bool told(Act act, std::size_t within) const {
    return std::any_of(told_.begin(), told_.end(), [&](const Told& t) {
      return t.act == act && t.sentence < within && t.authority && (!t.accused_speaks || act == Act::indictment);
    });
  }

  // Title or opening tell what researchers or a paper found, and the accusing comes after: their finding is the news.
  bool reported_first() const {
    for (const Told& t : told_) {
      if (t.sentence >= k_opening) return false;
      if (t.act == Act::accusation && t.authority && !t.accused_speaks) return false;
      if (t.act == Act::report) return true;
    }
    return false;
  }

  bool has(Category category, std::size_t within) const {
    for (std::size_t s = 0; s < std::min(within, reading_.sentence_count()); ++s) {
      if (reading_.any_in_sentence(s, {category})) return true;
    }
    return false;
  }

  // The first sentence is the denial of an accused, and no accusation stands there too.
  bool denial_is_news() const {
    const auto first = [&](Act act, std::size_t within, bool accused) {
      return std::any_of(told_.begin(), told_.end(), [&](const Told& t) {
        return t.act == act && t.sentence < within && t.accused_speaks == accused;
      });
    };
    if (first(Act::accusation, 1, false)) return false;
    return first(Act::denial, 1, true) || (first(Act::denial, 2, true) && !first(Act::accusation, 2, false));
  }

  const Reading& reading_;
  const std::vector<Told>& told_;
};

}  // namespace

Act decide_act(const Reading& reading, const std::vector<Told>& told) { return Decider(reading, told).decide(); }

}  // namespace vigie::classifier
