#include "tests/digest/sample.h"

#include <catch2/catch.hpp>

namespace vigie::digest::sample {
namespace {

void add_actor(AssessedArticle& article, std::string canonical, std::string surface,
               std::vector<std::string> sponsors) {
  ActorMention mention;
  mention.canonical = canonical;
  mention.surface = std::move(surface);
  mention.sponsors = std::move(sponsors);
  mention.sponsor_sources = {"MISP galaxy"};
  article.assessment.actor_mentions.push_back(mention);
  for (const std::string& known : article.assessment.actors) {
    if (known == canonical) return;
  }
  article.assessment.actors.push_back(std::move(canonical));
}

/// A statement resting on the words `quoted` of the article's text.
Attribution statement(AssessedArticle& article, Party speaker, Stance stance, Act act, std::string_view quoted) {
  Attribution said;
  const std::size_t at = article.article.text.find(quoted);
  REQUIRE(at != std::string::npos);
  speaker.span = {Span::Field::text, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + quoted.size())};
  said.attributor = std::move(speaker);
  said.stance = stance;
  said.act = act;
  said.accused_states = article.assessment.accused_states;
  said.actors = article.assessment.actors;
  said.victim_states = article.assessment.victim_states;
  Evidence evidence;
  evidence.span = said.attributor.span;
  evidence.rule = "sentence:accuser+accused";
  said.evidence.push_back(evidence);
  return said;
}

AssessedArticle judged(AssessedArticle article, Act act, std::vector<std::string> accused,
                       std::vector<std::string> victims) {
  article.assessment.relevant = true;
  article.assessment.relevance = 0.97;
  article.assessment.act = act;
  article.assessment.language = article.article.language;
  article.assessment.accused_states = std::move(accused);
  article.assessment.victim_states = std::move(victims);
  article.assessment.lexicon_version = "sample";
  return article;
}

Story story_of(std::int64_t id, std::vector<AssessedArticle> articles) {
  Story story;
  story.id = id;
  story.headline = articles.front().article.title;
  story.language = articles.front().article.language;
  story.first_seen = articles.front().first_seen;
  story.last_seen = articles.back().first_seen;
  for (AssessedArticle& article : articles) article.story = id;
  story.articles = std::move(articles);
  return story;
}

Story sanction_story() {
  AssessedArticle first = judged(
      article(
          21, "eu-council", Authority::igo, "en",
          "Cyber-attacks: Council lists two officers over intrusions in Czechia",
          "The Council imposed restrictive measures on two officers of Russian military intelligence. They took part "
          "in intrusions into the networks of the Czech foreign ministry, the Council said.",
          "2022-07-18T13:00:00Z"),
      Act::sanction, {"RU"}, {"CZ"});
  add_actor(first, "APT28", "APT28", {"RU"});
  Attribution said = statement(first, party("The Council", "EU", "igo"), Stance::asserts, Act::sanction,
                               "The Council imposed restrictive measures");
  said.victims.push_back(party("the Czech foreign ministry", "CZ", "ministry_foreign"));
  first.assessment.attributions.push_back(said);
  return story_of(2, {first});
}

Story persian_story() {
  AssessedArticle first =
      judged(article(31, "ir-press", Authority::agency, "fa", "ایران دست داشتن در حمله سایبری به آلبانی را تکذیب کرد",
                     "سخنگوی وزارت خارجه ایران دست داشتن در حمله سایبری به آلبانی را تکذیب کرد. او این اتهام را "
                     "بی‌اساس خواند.",
                     "2022-07-18T06:30:00Z"),
             Act::denial, {"IR"}, {"AL"});
  first.assessment.attributions.push_back(statement(first, party("سخنگوی وزارت خارجه ایران", "IR", "ministry_foreign"),
                                                    Stance::denies, Act::denial, "سخنگوی وزارت خارجه ایران"));
  return story_of(3, {first});
}

Story report_story() {
  AssessedArticle first = judged(
      article(
          41, "vendor-blog", Authority::vendor, "en", "Lighthouse keepers: a quiet campaign against Baltic ports",
          "Researchers of Beacon Labs found a campaign against port operators in Latvia and Estonia. They link it to "
          "the group UNC9001, which no public catalogue knows.",
          "2022-07-18T15:20:00Z"),
      Act::report, {}, {"LV", "EE"});
  add_actor(first, "UNC9001", "UNC9001", {});
  first.assessment.actor_mentions.back().known = false;
  first.assessment.attributions.push_back(statement(first, party("Beacon Labs", "", "infosec"), Stance::reports,
                                                    Act::report, "Researchers of Beacon Labs"));
  AssessedArticle second =
      judged(article(42, "uk-press", Authority::press, "uk", "Дослідники виявили кампанію проти балтійських портів",
                     "Дослідники Beacon Labs повідомили про кампанію проти операторів портів у Латвії та Естонії.",
                     "2022-07-18T17:05:00Z"),
             Act::report, {}, {"LV", "EE"});
  return story_of(4, {first, second});
}

Story told_story() {
  AssessedArticle first =
      judged(article(51, "us-cert", Authority::cert, "en", "Agencies warn of intrusions into water utilities",
                     "The agencies warn that actors of North Korea have entered the networks of water utilities.",
                     "2022-07-15T18:00:00Z"),
             Act::advisory, {"KP"}, {"US"});
  first.assessment.attributions.push_back(
      statement(first, party("CISA", "US", "cert"), Stance::asserts, Act::advisory, "The agencies warn"));
  AssessedArticle second =
      judged(article(52, "ko-press", Authority::press, "ko", "북한 해킹 조직, 한국 수도 시설도 노려",
                     "북한 해킹 조직 김수키가 한국 수도 시설도 노린 것으로 알려졌다.", "2022-07-18T02:10:00Z"),
             Act::report, {"KP"}, {"KR"});
  add_actor(second, "Kimsuky", "김수키", {"KP"});
  return story_of(5, {first, second});
}

std::vector<DigestCount> month() {
  std::vector<DigestCount> out;
  const char* states[] = {"RU", "CN", "IR", "KP", "US", "BY", "IN"};
  for (int i = 0; i < 30; ++i) {
    const std::string day = *shift_day("2022-07-18", i - 29);
    for (int s = 0; s < 7; ++s) {
      const int articles = ((i * 7 + s * 5) % 11) * (7 - s) / 9;
      if (articles > 0) out.push_back({day, states[s], articles});
    }
  }
  return out;
}

}  // namespace

Time moment(const char* iso) { return parse_iso8601(iso)->at; }

Party party(std::string name, std::string state, std::string kind) {
  Party out;
  out.name = std::move(name);
  out.state = std::move(state);
  out.kind = std::move(kind);
  return out;
}

AssessedArticle article(std::int64_t id, std::string source, Authority authority, std::string language,
                        std::string title, std::string text, const char* published) {
  AssessedArticle out;
  out.id = id;
  out.source_id = source;
  out.authority = authority;
  out.article.url = "https://" + source + ".example/news/" + std::to_string(id);
  out.article.canonical_url = out.article.url;
  out.article.title = std::move(title);
  out.article.text = std::move(text);
  out.article.language = std::move(language);
  Date date;
  date.at = moment(published);
  out.article.published = date;
  out.first_seen = date.at + std::chrono::minutes(20);
  out.article.signature = 0x9E3779B97F4A7C15ULL * static_cast<std::uint64_t>(id);
  return out;
}

Story belgian_story() {
  AssessedArticle first = judged(
      article(11, "fr-press", Authority::press, "fr",
              "La Belgique affirme que des pirates chinois ont visé deux ministères",
              "Le ministre belge des Affaires étrangères affirme que les groupes APT 27, APT 30, APT 31 et UNSC 2814 "
              "(GALLIUM, SOFTCELL), soutenus par l'État chinois, ont attaqué les ministères de la Défense et de "
              "l'Intérieur.\n\nLe porte-parole de l'ambassade de Chine en Belgique nie ces accusations.",
              "2022-07-18T00:00:00Z"),
      Act::accusation, {"CN"}, {"BE"});
  for (const char* name : {"APT27", "APT30", "APT31"}) {
    add_actor(first, name, std::string(name).insert(3, " "), {"CN"});
  }
  add_actor(first, "GALLIUM", "UNSC 2814", {"CN"});
  add_actor(first, "GALLIUM", "GALLIUM", {"CN"});
  add_actor(first, "GALLIUM", "SOFTCELL", {"CN"});
  Attribution accusation =
      statement(first, party("Le ministre belge des Affaires étrangères", "BE", "ministry_foreign"), Stance::asserts,
                Act::accusation, "Le ministre belge des Affaires étrangères");
  accusation.victims = {party("les ministères de la Défense", "BE", "ministry_defence"),
                        party("de l'Intérieur", "BE", "ministry_interior")};
  first.assessment.attributions.push_back(accusation);
  const std::string_view embassy = "Le porte-parole de l'ambassade de Chine en Belgique";
  Attribution denial =
      statement(first, party(std::string(embassy), "CN", "embassy"), Stance::denies, Act::denial, embassy);
  first.assessment.attributions.push_back(denial);
  StateMention belgium;
  belgium.code = "BE";
  belgium.span = denial.attributor.span;
  belgium.span.begin = belgium.span.end - 8;
  first.assessment.state_mentions.push_back(belgium);

  AssessedArticle second = judged(
      article(12, "be-mfa", Authority::government, "en", "Declaration by the Minister of Foreign Affairs",
              "Belgium exposes malicious cyber activities that affected its ministries of Defence and of the Interior. "
              "We have linked them to groups operating from China.",
              "2022-07-18T14:05:00Z"),
      Act::accusation, {"CN"}, {"BE"});
  second.assessment.attributions.push_back(statement(second, party("Belgium", "BE", "state"), Stance::asserts,
                                                     Act::accusation, "Belgium exposes malicious cyber activities"));
  AssessedArticle third =
      judged(article(13, "de-press", Authority::press, "de", "Belgien wirft China Cyberangriffe vor",
                     "Belgien hat China vorgeworfen, zwei Ministerien angegriffen zu haben.", "2022-07-18T16:00:00Z"),
             Act::accusation, {"CN"}, {"BE"});
  third.assessment.attributions.push_back(statement(third, party("Belgien", "BE", "state"), Stance::asserts,
                                                    Act::accusation, "Belgien hat China vorgeworfen"));
  AssessedArticle copy = third;
  copy.id = 14;
  copy.source_id = "at-press";
  copy.article.url = copy.article.canonical_url = "https://at-press.example/14";
  AssessedArticle chinese =
      judged(article(15, "zh-press", Authority::press, "zh-Hans", "中国驻比利时使馆驳斥网络攻击指控",
                     "中国驻比利时使馆发言人驳斥有关网络攻击的指控。", "2022-07-18T18:45:00Z"),
             Act::denial, {"CN"}, {"BE"});
  chinese.assessment.attributions.push_back(statement(chinese, party("中国驻比利时使馆发言人", "CN", "embassy"),
                                                      Stance::denies, Act::denial, "中国驻比利时使馆发言人"));
  return story_of(1, {first, second, third, copy, chinese});
}

DigestInput busy_day() {
  DigestInput input;
  input.date = "2022-07-18";
  input.time_zone = "Europe/Brussels";
  input.from = moment("2022-07-17T22:00:00Z");
  input.until = moment("2022-07-18T22:00:00Z");
  input.stories = {report_story(), persian_story(), told_story(), belgian_story(), sanction_story()};
  Story before = told_story();
  before.articles.pop_back();
  DigestInput earlier = quiet_day();
  earlier.stories = {before};
  input.told = {told_state(compose(earlier).entries.front(), moment("2022-07-16T05:00:00Z"))};
  input.publishers = {
      {"fr-press", "La Gazette"},     {"be-mfa", "Belgian MFA"},      {"de-press", "Der Kurier"},
      {"at-press", "Wiener Blatt"},   {"zh-press", "环球观察"},       {"eu-council", "Council of the EU"},
      {"ir-press", "خبرگزاری نمونه"}, {"vendor-blog", "Beacon Labs"}, {"uk-press", "Київський вісник"},
      {"us-cert", "US CERT"},         {"ko-press", "한국신문"}};
  input.sources_polled = 742;
  input.sources_total = 798;
  input.articles_seen = 4213;
  input.articles_relevant = 10;
  input.health = {{"kz-news", "Almaty News", "failing", "timeout, 14 attempts", moment("2022-07-14T03:00:00Z")},
                  {"th-cert", "ThaiCERT", "silent", "no new entry; used to have one every 9 hours",
                   moment("2022-07-09T10:00:00Z")}};
  input.history = month();
  input.pairs = {{"RU", "UA", 31}, {"RU", "PL", 7},  {"CN", "BE", 9}, {"CN", "US", 18},
                 {"IR", "AL", 6},  {"IR", "IL", 12}, {"KP", "KR", 8}, {"KP", "US", 5},
                 {"US", "CN", 4},  {"BY", "UA", 3},  {"RU", "US", 9}, {"CN", "TW", 14}};
  return input;
}

DigestInput quiet_day() {
  DigestInput input;
  input.date = "2022-07-16";
  input.time_zone = "Europe/Brussels";
  input.from = moment("2022-07-15T22:00:00Z");
  input.until = moment("2022-07-16T22:00:00Z");
  input.sources_polled = 798;
  input.sources_total = 798;
  input.articles_seen = 1904;
  return input;
}

}  // namespace vigie::digest::sample
