#include "classifier/act.h"

#include <algorithm>

namespace vigie::classifier {
namespace {

constexpr std::size_t k_lead = 4;  // title and the sentences that tell the news

constexpr CategorySet k_authorities = {Category::ministry_foreign,
                                       Category::ministry_defence,
                                       Category::ministry_interior,
                                       Category::ministry_finance,
                                       Category::ministry_justice,
                                       Category::ministry,
                                       Category::government,
                                       Category::parliament,
                                       Category::prosecutor,
                                       Category::police,
                                       Category::cert,
                                       Category::intelligence,
                                       Category::military,
                                       Category::president,
                                       Category::prime_minister,
                                       Category::minister,
                                       Category::igo,
                                       Category::court};
constexpr CategorySet k_reporters = {Category::vendor, Category::infosec,  Category::press,
                                     Category::media,  Category::research, Category::report};

class Decider {
 public:
  Decider(const Reading& reading, const std::vector<Clue>& clues) : reading_(reading), clues_(clues) {}

  Act decide() const {
    if (in_lead({Category::sanction}) && !only_late(Category::sanction)) return Act::sanction;
    if (in_lead({Category::indict})) return Act::indictment;
    if (denial_is_news()) return Act::denial;
    if (somebody_accuses()) return Act::accusation;
    if (in_lead({Category::advisory}) && authority_in_lead()) return Act::advisory;
    if (somebody_reports()) return Act::report;
    return Act::incident;
  }

 private:
  std::size_t lead_end() const { return std::min<std::size_t>(k_lead, reading_.sentence_count()); }

  bool in_lead(const CategorySet& categories) const {
    for (std::size_t s = 0; s < lead_end(); ++s) {
      if (reading_.any_in_sentence(s, categories)) return true;
    }
    return false;
  }

  bool only_late(Category category) const {
    return !reading_.any_in_sentence(0, {category}) &&
           (reading_.sentence_count() < 2 || !reading_.any_in_sentence(1, {category}));
  }

  bool authority_in_lead() const { return in_lead(k_authorities) || speaker_in_lead(); }

  bool speaker_in_lead() const {
    return std::any_of(clues_.begin(), clues_.end(), [&](const Clue& clue) {
      return clue.role == Role::speaker && clue.sentence < lead_end() && clue.weight >= 1.6;
    });
  }

  // The first sentence denies, and does not accuse.
  bool denial_is_news() const {
    if (reading_.sentence_count() == 0) return false;
    return reading_.any_in_sentence(0, {Category::deny, Category::denial}) &&
           !(reading_.any_in_sentence(0, {Category::accuse}) && speaker_accuses(0));
  }

  bool speaker_accuses(std::size_t sentence) const {
    return std::any_of(clues_.begin(), clues_.end(),
                       [&](const Clue& clue) { return clue.sentence == sentence && clue.role == Role::speaker; });
  }

  // A state or one of its bodies speaks, and in the same sentence somebody is accused.
  bool somebody_accuses() const {
    for (std::size_t s = 0; s < lead_end(); ++s) {
      bool accused = false;
      bool speaker =
          reading_.any_in_sentence(s, k_authorities) &&
          reading_.any_in_sentence(s, {Category::say, Category::accuse, Category::according, Category::condemn});
      for (const Clue& clue : clues_) {
        if (clue.sentence != s) continue;
        accused = accused || (clue.role == Role::accused && clue.weight >= 1.5);
        speaker = speaker || (clue.role == Role::speaker && clue.weight >= 1.8);
      }
      for (const ActorRef& ref : reading_.actors) accused = accused || reading_.token(ref.first).sentence == s;
      const bool reporter = reading_.any_in_sentence(s, {Category::vendor, Category::infosec, Category::press});
      if (accused && speaker && !reporter) return true;
    }
    return false;
  }

  bool somebody_reports() const { return in_lead(k_reporters) || reading_.count(Category::vendor) > 0; }

  const Reading& reading_;
  const std::vector<Clue>& clues_;
};

}  // namespace

Act decide_act(const Reading& reading, const std::vector<Clue>& clues, const Conclusion&) {
  return Decider(reading, clues).decide();
}

}  // namespace vigie::classifier
