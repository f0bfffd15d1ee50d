#include "digest/statement_line.h"

#include <catch2/catch.hpp>

#include "digest/compose.h"
#include "tests/digest/label_files.h"
#include "tests/digest/sample.h"

using namespace vigie;
using namespace vigie::digest;
using sample::moment;
using sample::party;
using sample::shipped_labels;

namespace {

struct Case {
  Party speaker;
  Act act = Act::accusation;
  std::vector<std::string> accused;
  std::vector<std::string> actors;
  std::vector<std::string> victim_states;
  std::vector<Party> victims;
};

DigestEntry entry_of(const std::vector<Case>& cases) {
  DigestEntry entry;
  for (const Case& one : cases) {
    Statement statement;
    statement.attribution.attributor = one.speaker;
    statement.attribution.act = one.act;
    statement.attribution.stance = one.act == Act::denial ? Stance::denies : Stance::asserts;
    statement.attribution.accused_states = one.accused;
    statement.attribution.actors = one.actors;
    statement.attribution.victim_states = one.victim_states;
    statement.attribution.victims = one.victims;
    entry.statements.push_back(statement);
  }
  return entry;
}

std::string line(const DigestEntry& entry, const std::string& language) {
  return plain(statement_line(entry, shipped_labels(language), "Europe/Brussels"));
}

Party embassy(const char* state, const char* host) {
  Party out = party("", state, "embassy");
  out.host = host;
  return out;
}

const Party k_minister = party("Le Ministre des Affaires étrangères", "BE", "ministry_foreign");

}  // namespace

TEST_CASE("the line tells who accuses whom of what and who denies, in the reader's language") {
  DigestInput input = sample::quiet_day();
  input.date = "2022-07-18";
  input.until = moment("2022-07-18T22:00:00Z");
  input.stories = {sample::belgian_story()};
  const Digest digest = compose(input);
  REQUIRE(digest.entries.size() == 1);
  const DigestEntry& entry = digest.entries.front();
  CHECK(
      line(entry, "en") ==
      "Belgium, foreign minister: accuses China (APT27, APT30, APT31, GALLIUM) of attacks on its ministries of Defence "
      "and of the Interior, 18 July 2022; China, embassy in Belgium: denies");
  CHECK(line(entry, "fr") ==
        "Belgique, ministre des Affaires étrangères : accuse la Chine (APT27, APT30, APT31, GALLIUM) d'attaques contre "
        "ses "
        "ministères de la Défense et de l'Intérieur, 18 juillet 2022 ; Chine, ambassade en Belgique : dément");
  CHECK(
      line(entry, "de") ==
      "Belgien, Außenminister(in): wirft China (APT27, APT30, APT31, GALLIUM) Angriffe auf die eigenen Ministerien für "
      "Verteidigung und für Inneres vor, 18. Juli 2022; China, Botschaft in Belgien: dementiert");
  CHECK(line(entry, "es") ==
        "Bélgica, ministro de Asuntos Exteriores: acusa a China (APT27, APT30, APT31, GALLIUM) de ataques contra sus "
        "ministerios de Defensa y del Interior, 18 de julio de 2022; China, embajada en Bélgica: lo niega");
  CHECK(line(entry, "nl") ==
        "België, minister van Buitenlandse Zaken: beschuldigt China (APT27, APT30, APT31, GALLIUM) van aanvallen op de "
        "eigen "
        "ministeries van Defensie en van Binnenlandse Zaken, 18 juli 2022; China, ambassade in België: ontkent");
}

TEST_CASE("names of states stand in the form their sentence asks for") {
  const DigestEntry entry = entry_of({{party("", "CH", "state"), Act::accusation, {"IR", "US"}, {}, {"GB", "NL"}, {}}});
  CHECK(line(entry, "en") ==
        "Switzerland: accuses Iran and the United States of attacks on the United Kingdom and the Netherlands");
  CHECK(line(entry, "fr") ==
        "Suisse : accuse l'Iran et les États-Unis d'attaques contre le Royaume-Uni et les Pays-Bas");
  CHECK(line(entry, "de") ==
        "Schweiz: wirft dem Iran und den Vereinigten Staaten Angriffe auf das Vereinigte Königreich und die "
        "Niederlande vor");
  CHECK(line(entry, "es") == "Suiza: acusa a Irán y Estados Unidos de ataques contra Reino Unido y Países Bajos");
  CHECK(line(entry, "nl") ==
        "Zwitserland: beschuldigt Iran en de Verenigde Staten van aanvallen op het Verenigd Koninkrijk en Nederland");
  const DigestEntry before_i = entry_of({{party("", "CH", "state"), Act::accusation, {"RU", "IR"}, {}, {}, {}}});
  CHECK(line(before_i, "es") == "Suiza: acusa a Rusia e Irán de ciberataques");
}

TEST_CASE("every act has its sentence for every known part") {
  const Labels labels = shipped_labels("en");
  for (Act act : {Act::accusation, Act::denial, Act::sanction, Act::indictment, Act::advisory, Act::report,
                  Act::incident, Act::response}) {
    for (int parts = 0; parts < 4; ++parts) {
      const DigestEntry entry =
          entry_of({{party("", "PL", "state"),
                     act,
                     (parts & 1) != 0 ? std::vector<std::string>{"RU"} : std::vector<std::string>{},
                     {},
                     (parts & 2) != 0 ? std::vector<std::string>{"UA"} : std::vector<std::string>{},
                     {}}});
      const std::string text = line(entry, "en");
      INFO(text);
      CHECK(text.rfind("Poland: ", 0) == 0);
      CHECK((text.find("Russia") != std::string::npos) == ((parts & 1) != 0));
      CHECK((text.find("Ukraine") != std::string::npos) == ((parts & 2) != 0));
      CHECK(text.find('{') == std::string::npos);
    }
  }
}

TEST_CASE("a denial says what it denies unless the line has said it") {
  const Case accusation{k_minister, Act::accusation, {"CN"}, {}, {"BE"}, {}};
  const Case denial{embassy("CN", "BE"), Act::denial, {"CN"}, {}, {"BE"}, {}};
  CHECK(line(entry_of({accusation, denial}), "en") ==
        "Belgium, foreign minister: accuses China of attacks on Belgium; China, embassy in Belgium: denies");
  CHECK(line(entry_of({denial}), "en") == "China, embassy in Belgium: denies attacks on Belgium");
  const Case third_party{party("", "IN", "ministry_foreign"), Act::denial, {"CN"}, {}, {"IN"}, {}};
  CHECK(line(entry_of({third_party}), "en") == "India, foreign ministry: denies attacks by China on India");
}

TEST_CASE("an actor stands with the state that catalogues name, or by itself") {
  DigestEntry entry =
      entry_of({{party("", "US", "state"), Act::accusation, {"RU", "CN"}, {"APT28", "APT31", "UNC9001"}, {}, {}}});
  for (const auto& [name, sponsor] :
       std::vector<std::pair<const char*, const char*>>{{"APT28", "RU"}, {"APT31", "CN"}}) {
    ActorMention actor;
    actor.canonical = name;
    actor.sponsors = {sponsor};
    entry.actors.push_back(actor);
  }
  CHECK(line(entry, "en") == "United States: accuses Russia (APT28), China (APT31) and UNC9001 of cyberattacks");
}

TEST_CASE("bodies hit are named by whose they are") {
  const Party defence = party("ministère de la Défense", "BE", "ministry_defence");
  const Party parliament = party("Parlament", "DE", "parliament");
  const Party company = party("Hydro Nord", "NO", "energy");
  CHECK(line(entry_of({{k_minister, Act::accusation, {"CN"}, {}, {"BE", "DE", "NO"}, {defence, parliament, company}}}),
             "en") ==
        "Belgium, foreign minister: accuses China of attacks on its ministry of Defence, the parliament of Germany and "
        "Hydro "
        "Nord (Norway)");
  CHECK(line(entry_of({{party("", "PL", "state"), Act::accusation, {"RU"}, {}, {"BE"}, {defence}}}), "en") ==
        "Poland: accuses Russia of attacks on the ministry of Defence of Belgium");
}

TEST_CASE("a bare ministry beside named ones and a body of the accused state are not told") {
  const std::vector<Party> victims = {
      party("Ministère", "CN", "ministry"), party("Ministère de la Défense", "CN", "ministry_defence"),
      party("Ministères", "", "ministry"), party("Ministères de la Défense", "BE", "ministry_defence"),
      party("la Défense", "BE", "ministry_defence")};
  CHECK(line(entry_of({{k_minister, Act::accusation, {"CN"}, {}, {"BE"}, victims}}), "en") ==
        "Belgium, foreign minister: accuses China of attacks on its ministry of Defence");
}

TEST_CASE("a body that is meant but not named is told by its kind in the reader's language") {
  const auto hit = [](Party body) {
    return line(entry_of({{party("", "PL", "state"), Act::accusation, {"RU"}, {}, {}, {body}}}), "en");
  };
  CHECK(hit(party("企業", "", "company")) == "Poland: accuses Russia of attacks on companies");
  CHECK(hit(party("công ty", "VN", "company")) == "Poland: accuses Russia of attacks on companies (Vietnam)");
  CHECK(hit(party("宇宙航空研究開発機構", "JP", "research")) ==
        "Poland: accuses Russia of attacks on 宇宙航空研究開発機構 (Japan)");
  CHECK(hit(party("Hydro Nord", "", "energy")) == "Poland: accuses Russia of attacks on Hydro Nord");
  CHECK(hit(party("who", "", "")) == "Poland: accuses Russia of cyberattacks");
}

TEST_CASE("a speaker that is no name is told by its office") {
  CHECK(speaker_name(party("kormány", "", "government"), shipped_labels("en")) == "government");
  CHECK(speaker_name(party("Beacon Labs", "", "infosec"), shipped_labels("en")) == "Beacon Labs");
}

TEST_CASE("a long list of victims is cut and counted") {
  const DigestEntry entry = entry_of(
      {{party("Beacon Labs", "", "infosec"), Act::report, {"RU"}, {}, {"PL", "LT", "LV", "EE", "FI", "SE", "NO"}, {}}});
  CHECK(line(entry, "en") ==
        "Beacon Labs: reports attacks attributed to Russia on Poland, Lithuania, Latvia, Estonia and 3 others");
}

TEST_CASE("minister and ministry are told apart in every language that names them") {
  const auto speaker = [](const char* name) {
    return speaker_name(party(name, "BE", "ministry_foreign"), shipped_labels("en"));
  };
  for (const char* person :
       {"Le ministre des Affaires étrangères", "the Foreign Minister", "Außenminister", "ministra de Exteriores",
        "министр иностранных дел", "外交部长", "外務大臣", "وزير الخارجية", "외교부 장관", "Dışişleri Bakanı",
        "minister van Buitenlandse Zaken", "külügyminiszter"}) {
    INFO(person);
    CHECK(speaker(person) == "Belgium, foreign minister");
  }
  for (const char* office :
       {"le ministère des Affaires étrangères", "the Foreign Ministry", "Außenministerium", "外交部",
        "Министерство иностранных дел", "وزارة الخارجية", "외교부", "Dışişleri Bakanlığı", ""}) {
    INFO(office);
    CHECK(speaker(office) == "Belgium, foreign ministry");
  }
}

TEST_CASE("a report without a speaker is its publisher's") {
  DigestEntry entry = entry_of({{{}, Act::accusation, {"IR"}, {}, {"AL"}, {}}});
  entry.statements[0].publisher = "Tirana Post";
  CHECK(line(entry, "en") == "Tirana Post: reports attacks attributed to Iran on Albania (accusation)");
}

TEST_CASE("a second statement is dated only where its day differs") {
  DigestEntry entry = entry_of(
      {{k_minister, Act::accusation, {"CN"}, {}, {}, {}}, {embassy("CN", "BE"), Act::denial, {"CN"}, {}, {}, {}}});
  entry.statements[0].at = moment("2022-07-18T10:00:00Z");
  entry.statements[1].at = moment("2022-07-18T15:00:00Z");
  CHECK(line(entry, "en").find("denies, ") == std::string::npos);
  entry.statements[1].at = moment("2022-07-20T15:00:00Z");
  CHECK(line(entry, "en").find("denies, 20 July 2022") != std::string::npos);
  entry.statements[1].attribution.date = "2022-07-19";
  CHECK(line(entry, "en").find("denies, 19 July 2022") != std::string::npos);
}

TEST_CASE("a day is the reader's, but a date without a time of day is no zone's to move") {
  DigestEntry entry = entry_of({{k_minister, Act::accusation, {"CN"}, {}, {}, {}}});
  entry.statements[0].at = moment("2022-07-18T23:30:00Z");
  CHECK(line(entry, "en").find("19 July 2022") != std::string::npos);
  entry.statements[0].at = moment("2022-07-18T00:00:00Z");
  CHECK(plain(statement_line(entry, shipped_labels("en"), "America/New_York")).find("18 July 2022") !=
        std::string::npos);
}

TEST_CASE("more statements than asked for are counted") {
  std::vector<Case> cases;
  for (const char* state : {"US", "GB", "CA", "AU", "NZ"})
    cases.push_back({party("", state, "state"), Act::accusation, {"CN"}, {}, {}, {}});
  const std::string text = plain(statement_line(entry_of(cases), shipped_labels("en"), "UTC", 3));
  CHECK(text.find("Canada") != std::string::npos);
  CHECK(text.find("Australia") == std::string::npos);
  CHECK(text.find("; 2 further statements") != std::string::npos);
}

TEST_CASE("a name in a right-to-left script is isolated in a line") {
  const std::string text =
      line(entry_of({{party("شرکت نمونه", "", "company"), Act::report, {"IL"}, {}, {"IR"}, {}}}), "en");
  CHECK(text == "\u2068شرکت نمونه\u2069: reports attacks attributed to Israel on Iran");
}

TEST_CASE("every shipped language has a name for every state that English has") {
  const Labels english = shipped_labels("en");
  for (const char* language : {"fr", "de", "es", "nl"}) {
    const Labels labels = shipped_labels(language);
    for (const auto& [key, name] : english.text) {
      if (key.rfind("state.", 0) != 0 || key.size() != 8) continue;
      INFO(language << " " << key);
      CHECK(labels.has(key));
    }
  }
}

TEST_CASE("every shipped language has every label that English has") {
  const Labels english = shipped_labels("en");
  for (const char* language : {"fr", "de", "es", "nl"}) {
    const Labels labels = shipped_labels(language);
    for (const auto& [key, name] : english.text) {
      if (key.rfind("state.", 0) == 0 || key.rfind("form.", 0) == 0) continue;
      INFO(language << " " << key);
      CHECK(labels.has(key));
    }
  }
}
