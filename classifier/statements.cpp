#include "classifier/statements.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "classifier/dates.h"
#include "classifier/parties.h"

namespace vigie::classifier {
namespace {

constexpr std::size_t k_statement_limit = 12;
constexpr CategorySet k_reporters = {Category::report, Category::vendor, Category::press, Category::infosec,
                                     Category::research};

template <typename T>
void add_once(std::vector<T>& into, const T& value) {
  if (std::find(into.begin(), into.end(), value) == into.end()) into.push_back(value);
}

// A firm, a paper, a researcher: who tells what he found rather than accuses in a state's name.
bool is_reporter(const Party& party) {
  return party.kind == "company" || party.kind == "media" || party.kind == "infosec" || party.kind == "research";
}

/// Builds the statements of one article.
class Teller {
 public:
  Teller(const Reading& reading, const std::vector<Clue>& clues, const Conclusion& conclusion,
         const ActorCatalogue& actors, const StateCodes& codes)
      : reading_(reading), clues_(clues), conclusion_(conclusion), actors_(actors), codes_(codes) {}

  void tell(Assessment& into);
  std::vector<Told> told() { return std::move(told_); }

 private:
  struct Trigger {
    Act act = Act::report;
    Stance stance = Stance::asserts;
    const Hit* hit = nullptr;
  };
  std::optional<Trigger> trigger_of(std::size_t sentence) const;
  const Hit* colon_speaker(std::size_t sentence) const;
  // "FSB accuses Apple": a name behind the verb is its object, unless the verb only says ("sagde Microsoft").
  bool can_speak(const Hit& named, const Hit& verb) const {
    if (reading_.grammar->order != Grammar::Order::svo || named.first < verb.first) return true;
    return verb.category != Category::accuse && verb.category != Category::deny &&
           verb.category != Category::accusation;
  }
  std::optional<Party> speaker_of(std::size_t sentence, const Trigger& trigger) const;
  void fill(std::size_t sentence, const Trigger& trigger, Attribution& into) const;
  void note(std::size_t sentence, const Attribution& statement);
  void join(Attribution statement, Assessment& into) const;
  bool has_clue(std::size_t sentence, Role role) const {
    const std::span<const Clue> here = clues_of(clues_, sentence);
    return std::any_of(here.begin(), here.end(),
                       [&](const Clue& clue) { return clue.role == role && clue.weight >= 1; });
  }
  bool has_actor(std::size_t sentence) const { return reading_.actor_in_sentence(sentence); }

  bool is_accused(const std::string& state) const {
    return std::any_of(conclusion_.accused.begin(), conclusion_.accused.end(),
                       [&](StateId accused) { return codes_.code(accused) == state; });
  }
  std::optional<Party> body_of_accused(std::size_t sentence) const;
  std::vector<Party> hit_bodies(std::size_t sentence) const;

  const Reading& reading_;
  const std::vector<Clue>& clues_;
  const Conclusion& conclusion_;
  const ActorCatalogue& actors_;
  const StateCodes& codes_;
  std::optional<Party> previous_;   // who spoke last, for "he denies"
  std::optional<Party> answering_;  // the accused's own body, where this sentence or the one before brings it in
  std::vector<Told> told_;
};

std::optional<Teller::Trigger> Teller::trigger_of(std::size_t sentence) const {
  const auto hit = [&](const CategorySet& categories) { return reading_.find_in_sentence(sentence, categories); };
  const bool accused = has_clue(sentence, Role::accused) || has_actor(sentence);
  const bool tells = reading_.tells.at(sentence);
  if (const Hit* h = hit({Category::sanction}); h != nullptr && accused)
    return Trigger{Act::sanction, Stance::asserts, h};
  if (const Hit* h = hit({Category::indict}); h != nullptr && accused)
    return Trigger{Act::indictment, Stance::asserts, h};
  if (const Hit* h = hit({Category::deny}); h != nullptr) return Trigger{Act::denial, Stance::denies, h};
  if (const Hit* h = hit({Category::denial}); h != nullptr) return Trigger{Act::denial, Stance::denies, h};
  const bool anybody = accused || !conclusion_.accused.empty() || !conclusion_.actors.empty();
  if (const Hit* h = hit({Category::advisory}); h != nullptr && anybody && (tells || accused)) {
    const Hit* says = hit({Category::accuse, Category::accusation});
    if (says == nullptr || !accused) return Trigger{Act::advisory, Stance::asserts, h};
  }
  if (!accused) return std::nullopt;
  if (const Hit* h = hit({Category::accuse, Category::accusation}); h != nullptr)
    return Trigger{Act::accusation, Stance::asserts, h};

  if (const Hit* h = hit({Category::according});
      h != nullptr && tells && reading_.any(h->last + 1U, h->last + 3U, k_reporters))
    return Trigger{Act::report, Stance::reports, h};  // "selon une enquête"
  if (const Hit* h = hit({Category::say, Category::according, Category::according_after}); h != nullptr && tells)
    return Trigger{Act::accusation, Stance::asserts, h};
  if (const Hit* h = colon_speaker(sentence); h != nullptr) return Trigger{Act::accusation, Stance::asserts, h};
  if (const Hit* h = hit(k_reporters); h != nullptr && tells) return Trigger{Act::report, Stance::reports, h};
  return std::nullopt;
}

// "MIVD: …", "Regjeringen: …", "中国驻比利时使馆：…": who stands before the colon speaks.
const Hit* Teller::colon_speaker(std::size_t sentence) const {
  for (const Clue& clue : clues_of(clues_, sentence)) {
    if (clue.rule == "sentence:speaker-colon") return &reading_.states[clue.mention];
  }
  const Sentence& whole = reading_.stream.sentences[sentence];
  for (std::uint32_t i = reading_.first_hit[sentence]; i < reading_.first_hit[sentence + 1]; ++i) {
    const Hit& hit = reading_.hits[i];
    if (hit.first > whole.begin + 2U) break;
    if (hit.last + 1U >= whole.end || !(is_institution(hit.category) || hit.category == Category::service)) continue;
    const Gap gap = reading_.token(hit.last + 1U).gap;
    // Korean headlines put the quotation right behind the speaker: 경찰 "…".
    const bool quotation = gap == Gap::quote && reading_.grammar->order == Grammar::Order::sov;
    if (gap == Gap::colon || quotation) return &hit;
  }
  return nullptr;
}

std::optional<Party> Teller::speaker_of(std::size_t sentence, const Trigger& trigger) const {
  const Clue* best = nullptr;
  for (const Clue& clue : clues_of(clues_, sentence)) {
    const bool is_accused =
        std::find(conclusion_.accused.begin(), conclusion_.accused.end(), clue.state) != conclusion_.accused.end();
    if (is_accused && trigger.act != Act::denial) continue;  // the accused does not accuse himself
    const bool denier = trigger.act == Act::denial && clue.role == Role::accused && clue.rule == "sentence:denies";
    if (clue.role != Role::speaker && !denier) continue;
    if (best == nullptr || clue.weight > best->weight) best = &clue;
  }
  if (best != nullptr) return party_of_state(reading_, reading_.states[best->mention], codes_);
  if (const Hit* named = reading_.find_in_sentence(sentence, {Category::vendor, Category::press});
      named != nullptr && can_speak(*named, *trigger.hit))
    return party_of_hit(reading_, *named);
  std::optional<Party> body = speaking_body(reading_, sentence, *trigger.hit, clues_of(clues_, sentence));
  const Hit* reporter = reading_.find_in_sentence(sentence, {Category::infosec, Category::research});
  // "Researchers said hackers sent mails to ministries": who stands first speaks.
  const bool body_first = body && (reporter == nullptr || trigger.act == Act::denial ||
                                   body->span.begin < reading_.stream.tokens[reporter->first].begin);
  if (!body_first) return reporter != nullptr ? std::optional<Party>(party_of_hit(reading_, *reporter)) : std::nullopt;
  if (body->state.empty()) {
    for (const Conclusion::Standing& standing : conclusion_.standings) {
      if (standing.speaker > 1.5 && standing.speaker > standing.accused) body->state = codes_.code(standing.state);
    }
  }
  return body;
}

// "The spokesman of the embassy of China in Belgium has answered.": a body of an accused state that the sentence names.
std::optional<Party> Teller::body_of_accused(std::size_t sentence) const {
  for (const Hit& mention : reading_.states_of(sentence)) {
    Party party = party_of_state(reading_, mention, codes_);
    const bool speaks = party.kind == "embassy" || party.kind == "spokesperson" || party.kind == "ministry_foreign";
    if (speaks && is_accused(party.state)) return party;
  }
  return std::nullopt;
}

// The bodies a sentence tells as hit. "Chinese hackers attacked its ministry": the ministry is not the attacker's own;
// and beside the ministry of Defence the bare word ministry tells nothing more.
std::vector<Party> Teller::hit_bodies(std::size_t sentence) const {
  std::vector<Party> bodies = victim_bodies(reading_, sentence, codes_);
  const bool named =
      std::any_of(bodies.begin(), bodies.end(), [](const Party& body) { return body.kind.starts_with("ministry_"); });
  std::erase_if(bodies,
                [&](const Party& body) { return named && (body.kind == "ministry" || body.kind == "minister"); });
  for (Party& body : bodies) {
    const bool of_victim = std::any_of(conclusion_.victims.begin(), conclusion_.victims.end(),
                                       [&](StateId victim) { return codes_.code(victim) == body.state; });
    if (!of_victim && (body.state.empty() || is_accused(body.state))) {
      body.state = conclusion_.victims.size() == 1 ? codes_.code(conclusion_.victims.front()) : std::string();
    }
  }
  return bodies;
}

void Teller::fill(std::size_t sentence, const Trigger& trigger, Attribution& into) const {
  for (const Clue& clue : clues_of(clues_, sentence)) {
    if (clue.weight < 1) continue;
    const bool concluded =
        std::find(conclusion_.accused.begin(), conclusion_.accused.end(), clue.state) != conclusion_.accused.end();
    if (clue.role == Role::accused && concluded) {
      add_once(into.accused_states, codes_.code(clue.state));
      into.evidence.push_back({reading_.stream.span_of(clue.first, clue.last), std::string(clue.rule), 0});
    }
    const bool victim =
        std::find(conclusion_.victims.begin(), conclusion_.victims.end(), clue.state) != conclusion_.victims.end();
    if (clue.role == Role::victim && victim) {
      add_once(into.victim_states, codes_.code(clue.state));
      into.evidence.push_back({reading_.stream.span_of(clue.first, clue.last), std::string(clue.rule), 0});
    }
  }
  for (const ActorRef& ref : reading_.actors_of(sentence)) {
    if (!ref.known) continue;
    const Actor& actor = actors_.actor(ref.actor);
    add_once(into.actors, actor.canonical);
    into.evidence.push_back({reading_.stream.span_of(ref.first, ref.last), "actor:" + actor.canonical, 0});
  }
  into.victims = hit_bodies(sentence);
  into.evidence.push_back(
      {reading_.stream.span_of(trigger.hit->first, trigger.hit->last), reading_.rule_of(*trigger.hit), 0});
}

void Teller::note(std::size_t sentence, const Attribution& statement) {
  const Party& speaker = statement.attributor;
  const bool reporter = speaker.kind.empty() || is_reporter(speaker);
  const bool accused = std::any_of(conclusion_.accused.begin(), conclusion_.accused.end(),
                                   [&](StateId state) { return codes_.code(state) == speaker.state; });
  told_.push_back({sentence, statement.act, !reporter, accused});
  // An agency that names a group while it warns of it does both.
  const bool agency = speaker.kind == "cert" || speaker.kind == "police" || speaker.kind == "intelligence";
  if (agency && statement.act == Act::accusation && reading_.any_in_sentence(sentence, {Category::advisory}))
    told_.push_back({sentence, Act::advisory, true, false});
}

// Statements of one speaker and one act are one statement, told by its first sentence.
void Teller::join(Attribution statement, Assessment& into) const {
  for (Attribution& known : into.attributions) {
    if (is_reporter(known.attributor) != is_reporter(statement.attributor)) continue;
    const bool same_speaker = statement.attributor.state.empty() ? known.attributor.name == statement.attributor.name
                                                                 : known.attributor.state == statement.attributor.state;
    if (!same_speaker || known.act != statement.act || known.stance != statement.stance) continue;
    for (const std::string& state : statement.accused_states) add_once(known.accused_states, state);
    for (const std::string& actor : statement.actors) add_once(known.actors, actor);
    for (const std::string& state : statement.victim_states) add_once(known.victim_states, state);
    for (Party& victim : statement.victims) {
      const bool told = std::any_of(known.victims.begin(), known.victims.end(), [&](const Party& other) {
        return other.kind == victim.kind && other.state == victim.state;
      });
      if (!told) known.victims.push_back(std::move(victim));
    }
    for (Evidence& evidence : statement.evidence) known.evidence.push_back(std::move(evidence));
    if (known.date.empty()) known.date = statement.date;
    if (known.attributor.kind == "state" && statement.attributor.kind != "state")
      known.attributor = statement.attributor;
    return;
  }
  if (into.attributions.size() < k_statement_limit) into.attributions.push_back(std::move(statement));
}

void Teller::tell(Assessment& into) {
  for (std::size_t s = 0; s < reading_.sentence_count(); ++s) {
    for (Party& victim : hit_bodies(s)) {
      const bool told = std::any_of(into.victim_bodies.begin(), into.victim_bodies.end(), [&](const Party& other) {
        return other.kind == victim.kind && other.state == victim.state;
      });
      if (!told) into.victim_bodies.push_back(std::move(victim));
    }
    const std::optional<Party> answering = std::exchange(answering_, body_of_accused(s));
    const std::optional<Trigger> trigger = trigger_of(s);
    if (!trigger) continue;
    Attribution statement;
    statement.act = trigger->act;
    statement.stance = trigger->stance;
    std::optional<Party> speaker = speaker_of(s, *trigger);
    if (trigger->act == Act::denial && (!speaker || !is_accused(speaker->state))) {
      // "The embassy has answered. It rejects the government's claims.": who was brought in to answer denies.
      if (const std::optional<Party>& own = answering_ ? answering_ : answering; own) speaker = own;
    }
    if (!speaker && trigger->act == Act::denial) speaker = previous_;  // "He denies it."
    const bool justice = trigger->act == Act::sanction || trigger->act == Act::indictment;
    if (!speaker && justice) told_.push_back({s, trigger->act, true, false});  // who punishes is an authority
    if (!speaker && trigger->act != Act::report) continue;
    if (speaker) {
      statement.attributor = *speaker;
      previous_ = speaker;
      // The accused who speaks for himself denies, whatever his words.
      const bool own = std::any_of(conclusion_.accused.begin(), conclusion_.accused.end(),
                                   [&](StateId state) { return codes_.code(state) == speaker->state; });
      if (own && trigger->act == Act::accusation &&
          reading_.any_in_sentence(
              s, {Category::accusation, Category::denial, Category::embassy, Category::spokesperson})) {
        statement.act = Act::denial;
        statement.stance = Stance::denies;
      }
    }
    // Prosecutors who accuse bring charges.
    const std::string& kind = statement.attributor.kind;
    const bool accuses = trigger->hit->category == Category::accuse || trigger->hit->category == Category::accusation;
    if (accuses && statement.act == Act::accusation &&
        (kind == "prosecutor" || kind == "court" || kind == "ministry_justice"))
      statement.act = Act::indictment;
    if (is_reporter(statement.attributor) && statement.act != Act::denial) {
      statement.stance = Stance::reports;
      statement.act = Act::report;
    }
    fill(s, *trigger, statement);
    if (statement.act == Act::denial) {
      if (statement.accused_states.empty() && !statement.attributor.state.empty())
        statement.accused_states.push_back(statement.attributor.state);
    }
    if (statement.accused_states.empty()) {
      for (const StateId state : conclusion_.accused) add_once(statement.accused_states, codes_.code(state));
    }
    if (statement.victim_states.empty()) {
      for (const StateId state : conclusion_.victims) add_once(statement.victim_states, codes_.code(state));
    }
    // Nobody accuses or denies without an accused.
    if (statement.accused_states.empty() && statement.actors.empty()) continue;
    note(s, statement);
    statement.date = date_in(reading_, s);
    join(std::move(statement), into);
  }
}

}  // namespace

ActorMention mention_of(const Reading& reading, const ActorRef& ref, const ActorCatalogue& actors) {
  ActorMention mention;
  mention.span = reading.stream.span_of(ref.first, ref.last);
  const std::string_view field = mention.span.field == Span::Field::title ? reading.stream.title : reading.stream.text;
  mention.surface = std::string(field.substr(mention.span.begin, mention.span.end - mention.span.begin));
  mention.known = ref.known;
  if (!ref.known) {
    mention.canonical = ref.designation;
    return mention;
  }
  const Actor& actor = actors.actor(ref.actor);
  mention.canonical = actor.canonical;
  for (const std::uint32_t other : ref.others) mention.alternatives.push_back(actors.actor(other).canonical);
  for (const auto& [state, source] : actor.claims) {
    mention.sponsors.push_back(state);
    mention.sponsor_sources.push_back(source);
  }
  if (!ref.slip_of.empty()) mention.sponsor_sources.push_back("read as a slip of " + ref.slip_of);
  return mention;
}

std::vector<Told> describe_statements(const Reading& reading, const std::vector<Clue>& clues,
                                      const Conclusion& conclusion, const ActorCatalogue& actors,
                                      const StateCodes& codes, Assessment& into) {
  Teller teller(reading, clues, conclusion, actors, codes);
  teller.tell(into);
  return teller.told();
}

}  // namespace vigie::classifier
