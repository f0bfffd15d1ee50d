#include "digest/compose.h"

#include <catch2/catch.hpp>

#include "tests/digest/sample.h"

using namespace vigie;
using namespace vigie::digest;
using sample::belgian_story;
using sample::busy_day;
using sample::moment;
using sample::party;
using sample::quiet_day;

namespace {

DigestInput day_of(std::vector<Story> stories, const char* day = "2022-07-18") {
  DigestInput input = quiet_day();
  input.date = day;
  input.from = moment((std::string(day) + "T00:00:00Z").c_str());
  input.until = input.from + std::chrono::hours(24);
  input.stories = std::move(stories);
  return input;
}

Statement said(Party speaker, Act act, const char* at = "2022-07-18T10:00:00Z") {
  Statement statement;
  statement.attribution.attributor = std::move(speaker);
  statement.attribution.act = act;
  statement.attribution.stance = act == Act::denial ? Stance::denies : Stance::asserts;
  statement.attribution.accused_states = {"CN"};
  statement.at = moment(at);
  return statement;
}

/// A story of one article with these statements of its own.
Story story_with(std::vector<Statement> statements) {
  Story story;
  story.id = 9;
  AssessedArticle article =
      sample::article(90, "en-press", Authority::press, "en", "A title", "A text.", "2022-07-18T09:00:00Z");
  article.assessment.act = Act::report;
  story.articles = {article};
  for (Statement& statement : statements) statement.article = 90;
  story.statements = std::move(statements);
  return story;
}

DigestEntry only(const Digest& digest) {
  REQUIRE(digest.entries.size() == 1);
  return digest.entries.front();
}

}  // namespace

TEST_CASE("sections stand in the order of print, one entry a story") {
  const Digest digest = compose(busy_day());
  REQUIRE(digest.entries.size() == 5);
  const DigestSection order[] = {DigestSection::attributions, DigestSection::denials, DigestSection::sanctions,
                                 DigestSection::reports, DigestSection::changed};
  for (std::size_t i = 0; i < 5; ++i) CHECK(digest.entries[i].section == order[i]);
}

TEST_CASE("a speaker is told once for an act, the exact office standing for the state") {
  const DigestEntry entry = only(compose(day_of({belgian_story()})));
  REQUIRE(entry.statements.size() == 2);
  CHECK(entry.statements[0].attribution.attributor.kind == "ministry_foreign");
  CHECK(entry.statements[0].attribution.act == Act::accusation);
  CHECK(entry.statements[1].attribution.attributor.kind == "embassy");
  CHECK(entry.statements[1].attribution.attributor.host == "BE");
}

TEST_CASE("two offices of one state that speak are told both") {
  const DigestEntry entry = only(compose(day_of({story_with({said(party("", "BE", "ministry_foreign"), Act::accusation),
                                                             said(party("", "BE", "ministry_defence"), Act::accusation),
                                                             said(party("", "BE", "state"), Act::accusation)})})));
  CHECK(entry.statements.size() == 2);
}

TEST_CASE("embassies in two states are two speakers") {
  Party in_france = party("", "CN", "embassy");
  in_france.host = "FR";
  Party in_belgium = party("", "CN", "embassy");
  in_belgium.host = "BE";
  const DigestEntry entry =
      only(compose(day_of({story_with({said(in_france, Act::denial), said(in_belgium, Act::denial)})})));
  CHECK(entry.statements.size() == 2);
}

TEST_CASE("a report without a speaker gives way to those who speak") {
  const DigestEntry entry =
      only(compose(day_of({story_with({said({}, Act::report), said(party("", "BE", "state"), Act::accusation)})})));
  REQUIRE(entry.statements.size() == 1);
  CHECK(entry.statements[0].attribution.attributor.state == "BE");
}

TEST_CASE("statements merged keep what each knew") {
  Statement one = said(party("", "BE", "state"), Act::accusation);
  one.attribution.actors = {"APT31"};
  one.attribution.victim_states = {"BE"};
  Statement two = said(party("", "BE", "state"), Act::accusation, "2022-07-18T08:00:00Z");
  two.attribution.actors = {"APT27"};
  const DigestEntry entry = only(compose(day_of({story_with({one, two})})));
  REQUIRE(entry.statements.size() == 1);
  CHECK(entry.statements[0].attribution.actors.size() == 2);
  CHECK(entry.statements[0].attribution.victim_states == std::vector<std::string>{"BE"});
  CHECK(entry.statements[0].at == moment("2022-07-18T08:00:00Z"));
}

TEST_CASE("syndicated copies are folded and do not count as independent") {
  const DigestEntry entry = only(compose(day_of({belgian_story()})));
  CHECK(entry.sources.size() == 5);
  int copies = 0;
  for (const DigestSource& source : entry.sources) copies += source.duplicate ? 1 : 0;
  CHECK(copies == 1);
  CHECK(entry.facts.independent_sources == 4);
  CHECK(entry.facts.languages == 4);
}

TEST_CASE("the state's own page stands before the press") {
  const DigestEntry entry = only(compose(day_of({belgian_story()})));
  CHECK(entry.sources[0].authority == Authority::government);
}

TEST_CASE("a quotation is the sentence it rests on, with the time of its capture") {
  const DigestEntry entry = only(compose(day_of({belgian_story()})));
  CHECK(entry.statements[1].quotation == "Le porte-parole de l'ambassade de Chine en Belgique nie ces accusations.");
  CHECK(entry.statements[1].captured_at == moment("2022-07-18T00:20:00Z"));
  CHECK(entry.statements[1].language == "fr");
}

TEST_CASE("actors are told once with every name used for them") {
  const DigestEntry entry = only(compose(day_of({belgian_story()})));
  REQUIRE(entry.actors.size() == 4);
  CHECK(entry.actors[3].canonical == "GALLIUM");
  CHECK(entry.actors[3].surface == "UNSC 2814, GALLIUM, SOFTCELL");
}

TEST_CASE("a state against a state stands before all, then whoever is told by more") {
  Story between_states = story_with({said(party("", "BE", "state"), Act::accusation)});
  Story company = story_with({said(party("Beacon Labs", "", "infosec"), Act::accusation)});
  company.id = 10;
  Story many = company;
  many.id = 11;
  for (int i = 0; i < 6; ++i) {
    AssessedArticle more = many.articles.front();
    more.id = 100 + i;
    more.source_id = "press-" + std::to_string(i);
    more.article.text += std::to_string(i);
    more.article.signature = 0;
    many.articles.push_back(more);
  }
  DigestInput input = day_of({company, many, between_states});
  for (int i = 0; i < 6; ++i) input.publishers["press-" + std::to_string(i)] = "Press " + std::to_string(i);
  const Digest digest = compose(input);
  REQUIRE(digest.entries.size() == 3);
  CHECK(digest.entries[0].story == 9);
  CHECK(digest.entries[1].story == 11);
  CHECK(digest.entries[0].facts.state_to_state);
  CHECK(digest.entries[0].significance_reason.find("a state speaks against another state") == 0);
}

TEST_CASE("a story told before with nothing new is left out") {
  DigestInput input = day_of({belgian_story()});
  input.told = {told_state(only(compose(input)), moment("2022-07-18T05:00:00Z"))};
  CHECK(compose(input).entries.empty());
}

TEST_CASE("one more paper is no news") {
  DigestInput input = day_of({belgian_story()});
  input.told = {told_state(only(compose(input)), moment("2022-07-18T05:00:00Z"))};
  AssessedArticle more = input.stories[0].articles[2];
  more.id = 60;
  more.source_id = "de-other";
  more.article.text = "Eigener Text.";
  more.article.signature = 77;
  input.stories[0].articles.push_back(more);
  CHECK(compose(input).entries.empty());
}

TEST_CASE("a denial of a story told before stands among the denials, marked as a change") {
  Story first = story_with({said(party("", "BE", "state"), Act::accusation)});
  DigestInput input = day_of({first});
  input.told = {told_state(only(compose(input)), moment("2022-07-19T05:00:00Z"))};
  input.stories = {
      story_with({said(party("", "BE", "state"), Act::accusation), said(party("", "CN", "state"), Act::denial)})};
  const DigestEntry entry = only(compose(input));
  CHECK(entry.section == DigestSection::denials);
  CHECK(entry.told_at == moment("2022-07-19T05:00:00Z"));
  REQUIRE(entry.changes.size() == 1);
  CHECK(entry.changes[0].kind == "statement");
  CHECK(entry.statements[entry.changes[0].statement].attribution.act == Act::denial);
}

TEST_CASE("a story with a new actor but no new statement stands among what changed") {
  const Digest digest = compose(busy_day());
  const DigestEntry& entry = digest.entries.back();
  CHECK(entry.section == DigestSection::changed);
  std::vector<std::string> kinds;
  for (const DigestChange& change : entry.changes) kinds.push_back(change.kind);
  CHECK(kinds == std::vector<std::string>{"actor", "victim", "language"});
}

TEST_CASE("what was told reads back as it was written") {
  const ToldStory told = told_state(only(compose(day_of({belgian_story()}))), moment("2022-07-19T05:00:00Z"));
  const Expected<ToldStory> read = read_told(write_told(told));
  REQUIRE(read.has_value());
  CHECK(read->story == told.story);
  CHECK(read->told_at == told.told_at);
  CHECK(read->statements == told.statements);
  CHECK(read->actors == told.actors);
  CHECK(read->languages == told.languages);
  CHECK(read->independent_sources == told.independent_sources);
  CHECK(read->headline == told.headline);
}

TEST_CASE("what was told and cannot be read is an error, not an exception") {
  for (const char* text : {"", "[]", "{}", "{\"story\":1}", "{\"story\":\"x\",\"told_at\":\"2022-07-19T05:00:00Z\"}",
                           "{\"story\":1,\"told_at\":7}", "{\"story\":1,\"told_at\":\"soon\"}", "{\"story\":1"}) {
    INFO(text);
    CHECK(!read_told(text).has_value());
  }
}

TEST_CASE("an article of a later day is not told") {
  DigestInput input = day_of({belgian_story()});
  AssessedArticle later = input.stories[0].articles.front();
  later.id = 70;
  later.article.published->at = later.first_seen = input.until + std::chrono::hours(1);
  later.article.canonical_url = later.article.url = "https://later.example/";
  input.stories[0].articles.push_back(later);
  for (const DigestSource& source : only(compose(input)).sources) CHECK(source.url != "https://later.example/");
}

TEST_CASE("the matrix is reckoned from the stories where no counts are given") {
  const Digest digest = compose(day_of({belgian_story()}));
  REQUIRE(digest.pairs.size() == 1);
  CHECK(digest.pairs[0].accused == "CN");
  CHECK(digest.pairs[0].victim == "BE");
  CHECK(digest.pairs[0].articles == 5);
}
