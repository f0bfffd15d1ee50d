#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// Bytes [begin, end) of an article's title or text.
struct Span {
  enum class Field : std::uint8_t { title, text };
  Field field = Field::text;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

/// Why a conclusion was drawn: the words it rests on and the rule that fired.
struct Evidence {
  Span span;
  std::string rule;   // "lexicon:fr/attribution_verb/attribuer", "actor:APT27", "sentence:accuser+accused" …
  double weight = 0;  // what it added to the score; 0 for evidence of roles
};

/// What the news is; truth/GUIDE.md's order decides when several fit.
enum class Act { accusation, denial, sanction, indictment, advisory, report, incident, response };
enum class Stance { asserts, reports, denies };

/// A state named, by name, adjective, capital, service or known actor.
struct StateMention {
  std::string code;  // ISO 3166-1 alpha-2
  Span span;
  std::string rule;
};

/// A threat actor named. `canonical` is the catalogue's name; an alias shared by several actors yields one mention with
/// `alternatives`; a designation no table holds has known == false.
struct ActorMention {
  std::string canonical;
  std::string surface;  // as written
  Span span;
  bool known = true;
  std::vector<std::string> alternatives;  // the other actors that bear this alias
  std::vector<std::string> sponsors;      // ISO codes, claims of catalogues
  std::vector<std::string> sponsor_sources;
};

struct Indicator {
  std::string kind;   // cve, vulnerability, malware, tool, technique, hash, domain, ip, url, email, product
  std::string value;  // normalised: "CVE-2021-26855", "ProxyLogon", "evil.example"
  Span span;
};

/// Who made a statement or suffered: a state's body, a company, a person's office.
struct Party {
  std::string name;    // as written: "le porte-parole de l'ambassade de Chine en Belgique"
  std::string state;   // ISO code of the state it belongs to, or empty
  std::string kind;    // state, ministry_foreign, ministry_defence, ministry_interior, embassy, cert, agency, company,
                       // media, court, igo …
  std::string sector;  // EuRepoC receiver category for victims, or empty
  Span span;
  std::string host;  // of an embassy: ISO code of the state it stands in, or empty where the text does not say
};

/// A statement, not a truth: who says what of whom.
struct Attribution {
  Party attributor;
  Stance stance = Stance::reports;
  Act act = Act::report;
  std::vector<std::string> accused_states;  // ISO codes
  std::vector<std::string> actors;          // canonical names
  std::vector<std::string> victim_states;
  std::vector<Party> victims;
  std::string date;  // YYYY-MM-DD where the text dates the statement
  std::vector<Evidence> evidence;
};

/// What the classifier concludes of one article. Every conclusion carries its evidence.
struct Assessment {
  bool relevant = false;
  double relevance = 0;  // 0..1; relevant from 0.5
  std::string
      kind;  // when not relevant though cyber: "cybercrime", "hacktivism", "unattributed_incident" …; else empty
  Act act = Act::report;
  std::string language;                     // the language judged in, BCP 47
  std::vector<std::string> accused_states;  // ISO codes, most certain first
  std::vector<std::string> victim_states;
  std::vector<Party> victim_bodies;
  std::vector<std::string> actors;  // canonical names, in order of appearance
  std::vector<StateMention> state_mentions;
  std::vector<ActorMention> actor_mentions;
  std::vector<Indicator> indicators;
  std::vector<Attribution> attributions;
  std::vector<std::string> topics;  // institutions, acts, matters that title and lead name: keys of the lexicons
  std::vector<Evidence> evidence;   // of the relevance score, largest weight first
  std::string lexicon_version;      // hash of the tables judged with
};

std::string_view to_string(Act act);
std::string_view to_string(Stance stance);
std::string_view to_string(Span::Field field);
std::optional<Act> act_from(std::string_view name);
std::optional<Stance> stance_from(std::string_view name);

}  // namespace vigie
