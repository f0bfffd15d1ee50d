#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "classifier/clues.h"
#include "classifier/phrase.h"
#include "classifier/reading.h"

namespace vigie::classifier {

/// Collects the clues of one article, mention by mention, then verb by verb. Each clue_*.cpp holds the rules of one
/// kind; all of them give clues to the mention looked at, or to the mentions around a verb.
class ClueFinder {
 public:
  explicit ClueFinder(const Reading& reading);
  std::vector<Clue> find();

 private:
  enum class Over { nothing, states };
  enum class Mark { subject, object };

  void look_at(std::size_t index);

  // clue_silence.cpp: mentions that play no part.
  bool is_silent(std::size_t index) const;
  bool is_host(std::size_t index) const;
  bool is_dateline(const Hit& mention) const;

  // clue_phrases.cpp: what the words of the noun phrase say.
  void phrase_clues();
  bool names_actor_behind(const StatePhrase& phrase) const;
  bool is_firm_speaking() const;
  bool is_own_accusation() const;
  bool is_inverted_subject() const;
  void service_clues();
  const Hit* operation_of_service() const;
  const Hit* hackers_of_service() const;
  void body_clues();

  // clue_markers.cpp: what small words beside the phrase say.
  void marker_clues();
  void linked_after();
  bool organ_between(std::size_t token) const;
  bool governs(const Hit& marker) const;
  void among_clues();
  bool names_deed_between(const Hit& doing) const;

  // clue_speakers.cpp: who speaks.
  void speaker_clues();
  bool has_subject(const Hit& verb) const;

  // clue_deeds.cpp: who attacks and who is hit.
  void verb_clues();
  bool follows_guilt(const Hit& word) const;
  void victim_of_suffering(bool objects_follow);
  void victim_after_verb();
  void victim_before_verb();
  void deed();
  void deed_at_the_end();

  // clue_disputes.cpp: both sides of a verb of accusing, denying, punishing.
  struct Sides {
    std::vector<std::size_t> before;  // indices of mentions, in order
    std::vector<std::size_t> after;
  };
  void dispute_clues(const Hit& verb);
  Sides sides_of(const Hit& verb) const;
  void accuse(const Hit& verb, const Sides& sides);
  bool puts_object_first(const std::vector<std::size_t>& before) const;
  void accuse_in_the_middle(const Hit& verb, const Sides& sides);
  void accuse_at_the_end(const Hit& verb, const Sides& sides);
  void accuse_state(const Hit& verb, std::size_t index, double weight);
  void let_speak(const Hit& verb, std::size_t index);
  void deny(const Hit& verb, const Sides& sides);
  void deny_by_noun(const Hit& noun);
  void refute(std::uint16_t sentence);
  bool punished_before(const Hit& verb, const Sides& sides);
  void punish(const Hit& verb, const Sides& sides);
  bool is_mouthpiece(std::size_t index) const;
  bool passive_agent(const Hit& verb, const Hit& state) const;
  bool is_object(const Hit& verb, const Hit& state) const;
  bool parted(const Hit& state, const Hit& verb) const;

  // clue_lists.cpp: what is said of one state of a list.
  void list_clues();
  bool listed(std::size_t i) const;
  bool listed_with_bodies(std::size_t i) const;
  bool goes_on_behind(std::size_t i) const;
  bool joined_by_clitic(const Hit& hit) const;

  void give(Role role, double weight, std::string_view rule, std::size_t first, std::size_t last);
  void give_to(std::size_t index, Role role, double weight, std::string_view rule, std::size_t first, std::size_t last);
  /// The nearest hit of the categories that ends before the mention, within `reach` words and without a stop between.
  const Hit* before(const CategorySet& categories, std::size_t reach, Over over = Over::nothing) const;
  /// The nearest that begins behind the phrase.
  const Hit* behind(const CategorySet& categories, std::size_t reach) const;
  /// Whether a particle behind the phrase marks it as subject or object of its sentence.
  bool marked(std::size_t index, Mark mark) const;
  bool has_role(std::size_t index, Role role, double least) const;
  bool has_rule(std::size_t index, std::string_view rule) const;
  bool spoken_role(std::size_t index, Role role) const { return has_role(index, role, 1.2); }
  bool stop_between(std::size_t first, std::size_t last, Gap least) const;
  bool comma_between(std::size_t first, std::size_t last) const { return stop_between(first, last, Gap::comma); }
  /// Whether another state is named in (first, last].
  bool state_between(std::size_t first, std::size_t last) const;

  const Reading& reading_;
  const std::vector<bool>& tells_;  // the sentence speaks of a cyber operation
  std::vector<bool> near_;          // it or its neighbour does
  std::vector<Clue> clues_;
  std::vector<bool> silent_;                            // mentions that play no part
  std::vector<std::vector<std::uint32_t>> by_mention_;  // indices into clues_
  std::vector<StatePhrase> phrases_;
  // The mention looked at.
  std::size_t index_ = 0;
  const Hit* mention_ = nullptr;
  std::uint16_t sentence_ = 0;
  std::optional<std::uint16_t> refuted_;  // the last sentence whose denials were looked at
};

}  // namespace vigie::classifier
