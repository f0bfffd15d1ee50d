#include "storage/search.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "storage/article_store.h"
#include "storage/story_store.h"
#include "tests/storage/samples.h"
#include "tests/support/temporary_folder.h"

using namespace vigie;
using namespace vigie::storage;
using vigie::test::at;
using vigie::test::open_new;
using vigie::test::plain_article;
using vigie::test::sample_article;
using vigie::test::TemporaryFolder;

namespace {

const Time k_now = at("2026-11-24T12:00:00Z");

struct Archive {
  TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  ArticleStore articles{database};
  QueryExpansion expansion;

  std::int64_t add(const std::string& name, const std::string& language, const std::string& text,
                   const char* published = "2026-11-20T08:00:00Z") {
    return articles.put(plain_article("https://a.example/" + name, language, "Title of " + name, text, published)).id;
  }

  std::vector<SearchHit> hits(const std::string& text, SearchOptions options = {}) {
    const auto query = parse_query(text, k_now);
    REQUIRE(query);
    auto found = search(database, *query, options, expansion);
    REQUIRE(found);
    CHECK(count_hits(database, *query, expansion).value() == static_cast<std::int64_t>(found->size()));
    return *found;
  }

  // Names of the articles found, in order.
  std::string names(const std::string& text, SearchOptions options = {}) {
    std::string out;
    for (const SearchHit& hit : hits(text, options)) out += (out.empty() ? "" : " ") + hit.url.substr(18);
    return out;
  }

  // The snippet of the only hit.
  std::string snippet(const std::string& text) {
    const auto found = hits(text);
    return found.size() == 1 ? found.front().snippet.marked("[", "]") : std::to_string(found.size()) + " hits";
  }
};

struct LanguageCase {
  const char* language;
  const char* text;
  const char* query;
  const char* snippet;
};

}  // namespace

TEST_CASE("inflected words, other cases and missing accents are found and marked") {
  const std::vector<LanguageCase> cases = {
      {"fr", "Les cyberattaques contre la sécurité des États membres.", "cyberattaque",
       "Les [cyberattaques] contre la sécurité des États membres."},
      {"fr", "Les cyberattaques contre la sécurité des États membres.", "securite",
       "Les cyberattaques contre la [sécurité] des États membres."},
      {"fr", "Les élections ont été perturbées.", "ELECTION", "Les [élections] ont été perturbées."},
      {"fr", "L'attaque vise l’État.", "attaques", "L'[attaque] vise l’État."},
      {"de", "Die Hackerangriffe auf die Behörden wurden verurteilt.", "Hackerangriff",
       "Die [Hackerangriffe] auf die Behörden wurden verurteilt."},
      {"de", "Die Behörden in Straßburg.", "behorde strassburg", "Die [Behörden] in [Straßburg]."},
      {"ru", "Хакеры атаковали министерства обороны.", "министерство хакер",
       "[Хакеры] атаковали [министерства] обороны."},
      {"ru", "Всё о российских хакерах.", "российский", "Всё о [российских] хакерах."},
      {"ar", "اتهمت الحكومة البلجيكية قراصنة صينيين", "حكومة", "اتهمت [الحكومة] البلجيكية قراصنة صينيين"},
      {"ar", "هجمات إلكترونية على الوِزارة", "الوزارة", "هجمات إلكترونية على [الوِزارة]"},
      {"he", "משרד הביטחון הותקף על ידי האקרים", "הביטחון", "משרד [הביטחון] הותקף על ידי האקרים"},
      {"he", "שָׁלוֹם לכולם", "שלום", "[שָׁלוֹם] לכולם"},
      {"zh", "比利时外交部指责中国黑客组织发动网络攻击。", "网络攻击", "比利时外交部指责中国黑客组织发动[网络攻击]。"},
      {"zh", "比利时外交部指责中国黑客组织发动网络攻击。", "中国 外交部",
       "比利时[外交部]指责[中国]黑客组织发动网络攻击。"},
      {"zh", "比利时外交部指责中国黑客组织发动网络攻击。", "击", "比利时外交部指责中国黑客组织发动网络攻[击]。"},
      {"ja", "政府機関へのサイバー攻撃が確認された。", "サイバー攻撃", "政府機関への[サイバー攻撃]が確認された。"},
      {"ja", "政府機関へのサイバー攻撃が確認された。", "ｻｲﾊﾞｰ", "政府機関への[サイバー]攻撃が確認された。"},
      {"ko", "북한 해커들이 국방부를 공격했다.", "해커", "북한 [해커]들이 국방부를 공격했다."},
      {"ko", "북한 해커들이 국방부를 공격했다.", "국방부", "북한 해커들이 [국방부]를 공격했다."},
      {"th", "แฮกเกอร์โจมตีระบบคอมพิวเตอร์ของกระทรวงกลาโหม", "คอมพิวเตอร์", "แฮกเกอร์โจมตีระบบ[คอมพิวเตอร์]ของกระทรวงกลาโหม"},
      {"tr", "Siber saldırılar bakanlığı hedef aldı.", "saldırı", "Siber [saldırılar] bakanlığı hedef aldı."},
      {"tr", "SALDIRI IŞIK", "saldırı ışık", "[SALDIRI] [IŞIK]"},
      {"fi", "Verkkohyökkäykset ministeriöihin lisääntyivät.", "verkkohyökkäyksen",
       "[Verkkohyökkäykset] ministeriöihin lisääntyivät."},
      {"es", "Las acusaciones contra las naciones.", "nación acusacion", "Las [acusaciones] contra las [naciones]."},
      {"pt", "As acusações contra o governo.", "acusacoes", "As [acusações] contra o governo."},
      {"el", "Οι επιθέσεις στην Ελλάδα.", "ΕΠΙΘΕΣΕΙΣ", "Οι [επιθέσεις] στην Ελλάδα."},
      {"uk", "Російські хакери атакували уряд.", "російський хакер", "[Російські] [хакери] атакували уряд."},
      {"pl", "Rosyjscy hakerzy i ich cyberataki.", "cyberatak", "Rosyjscy hakerzy i ich [cyberataki]."},
      {"he", "משרד הביטחון הותקף", "ביטחון", "משרד [הביטחון] הותקף"},
      {"vi", "Tin tặc tấn công mạng.", "tin tac", "[Tin] [tặc] tấn công mạng."},
      {"fa", "حمله سایبری به وزارت خارجه", "سايبري", "حمله [سایبری] به وزارت خارجه"},
  };
  for (const LanguageCase& one : cases) {
    Archive archive;
    archive.add("x", one.language, one.text);
    archive.add("other", one.language, "…");
    CAPTURE(one.language, one.query);
    CHECK(archive.snippet(one.query) == one.snippet);
  }
}

TEST_CASE("a stem of one language is not taken for a word of another") {
  Archive archive;
  archive.add("en", "en", "Something new");
  archive.add("fr", "fr", "les news");
  CHECK(archive.names("news") == "fr");
  CHECK(archive.names("new") == "fr en");
}

TEST_CASE("names, numbers and words of other scripts are found in every language") {
  Archive archive;
  archive.add("ru", "ru", "Группа APT31 и Lazarus Group использовали CVE-2021-26855.");
  archive.add("zh", "zh", "黑客组织APT31利用CVE-2021-26855漏洞");
  CHECK(archive.names("apt31") == "zh ru");
  CHECK(archive.names("\"lazarus group\"") == "ru");
  CHECK(archive.names("\"CVE-2021-26855\"") == "zh ru");
  archive.add("fr", "fr", "la faille CVE-2021-26855");
  CHECK(archive.names("cve:CVE-2021-26855") == "fr zh ru");
}

TEST_CASE("the operators of the query language do what they say") {
  Archive archive;
  archive.add("1", "en", "alpha beta gamma", "2026-11-01T00:00:00Z");
  archive.add("2", "en", "beta alpha delta", "2026-11-02T00:00:00Z");
  archive.add("3", "en", "gamma delta alphabet", "2026-11-03T00:00:00Z");
  CHECK(archive.names("alpha beta") == "2 1");
  CHECK(archive.names("\"alpha beta\"") == "1");
  CHECK(archive.names("beta OR gamma") == "3 2 1");
  CHECK(archive.names("alpha -gamma") == "2");
  CHECK(archive.names("alph*") == "3 2 1");
  CHECK(archive.names("(beta OR gamma) delta") == "3 2");
  CHECK(archive.names("-beta") == "3");
  CHECK(archive.names("alpha OR -beta") == "3 2 1");
  CHECK(archive.names("alpha -(beta delta)") == "1");
  CHECK(archive.names("since:2026-11-02") == "3 2");
  CHECK(archive.names("until:2026-11-02") == "2 1");
  CHECK(archive.names("alpha since:2026-11-02") == "2");
  CHECK(archive.names("alpha OR since:2026-11-03") == "3 2 1");
  CHECK(archive.names("gamma -since:2026-11-03") == "1");
  CHECK(archive.names("nothing").empty());
  SearchOptions page;
  page.limit = 1;
  page.offset = 1;
  const auto query = parse_query("gamma OR beta", k_now);
  CHECK(search(archive.database, *query, page)->front().url == "https://a.example/2");
}

TEST_CASE("fields find what the judgement concluded") {
  Archive archive;
  const std::int64_t accusing = archive.articles.put(sample_article()).id;
  archive.add("other", "en", "China is far away");
  archive.expansion.actors["judgment panda"] = {"APT31"};
  archive.expansion.states["china"] = "CN";
  for (const char* query :
       {"state:cn", "state:China", "victim:be", "actor:apt31", "actor:\"APT 31\"", "actor:\"judgment panda\"",
        "act:accusation", "lang:fr", "source:be-mfa", "authority:government", "cve:2021-26855"}) {
    CAPTURE(query);
    const auto found = archive.hits(query);
    REQUIRE(found.size() == 1);
    CHECK(found.front().id == accusing);
  }
  const SearchHit hit = archive.hits("state:cn").front();
  CHECK(hit.accused_states == std::vector<std::string>{"CN"});
  CHECK(hit.actors == std::vector<std::string>{"APT31"});
  CHECK(hit.act == Act::accusation);
  CHECK(hit.authority == Authority::government);
  CHECK(hit.published->precision == Precision::minute);
  CHECK(archive.hits("actor:apt31").front().snippet.marked("[", "]").find("[APT31]") != std::string::npos);
  CHECK(archive.names("state:ru").empty());
  CHECK(archive.names("-state:cn") == "other");
  CHECK(archive.names("act:report").empty());
}

TEST_CASE("story: finds the story's articles, also within a larger query") {
  Archive archive;
  StoryStore stories(archive.database);
  const std::int64_t story = stories.add(k_now);
  stories.put_article(archive.add("1", "en", "alpha"), story, "first");
  stories.put_article(archive.add("2", "en", "beta"), story, "states");
  archive.add("3", "en", "beta");
  const std::string field = "story:" + std::to_string(story);
  CHECK(archive.names(field) == "2 1");
  CHECK(archive.names(field + " beta") == "2");
  CHECK(archive.names("beta -" + field) == "3");
}

TEST_CASE("an actor's name finds what the judgement says of it, to the letter only where it is excluded") {
  Archive archive;
  archive.expansion.names["apt31"] = {{"APT31", ""}, {"Judgment Panda", ""}};
  archive.expansion.names["judgment panda"] = archive.expansion.names["apt31"];
  archive.expansion.actors["apt31"] = {"APT31"};
  archive.expansion.actors["judgment panda"] = {"APT31"};
  AssessedArticle judged = plain_article("https://a.example/1", "en", "t", "Judgment Panda did it");
  judged.assessment.actors = {"APT31"};
  archive.articles.put(judged);
  archive.add("2", "fr", "APT31 encore");
  archive.add("3", "en", "a panda and a judgment");
  CHECK(archive.names("apt31") == "2 1");
  CHECK(archive.names("\"judgment panda\"") == "1");
  CHECK(archive.names("judgment panda") == "3 1");
  CHECK(archive.names("panda -apt31") == "3 1");
  CHECK(archive.hits("actor:apt31").front().snippet.marked("[", "]") == "[Judgment Panda] did it");
  SearchOptions ranked;
  ranked.sort = SortOrder::relevance;
  CHECK(archive.names("apt31", ranked) == "2 1");
}

TEST_CASE("a state's name finds its names in every language") {
  Archive archive;
  archive.expansion.names["china"] = {{"China", "en"}, {"Chine", "fr"}, {"Китай", "ru"}, {"中国", "zh"}};
  archive.add("fr", "fr", "la Chine");
  archive.add("ru", "ru", "в Китае");
  archive.add("zh", "zh", "在中国。");
  archive.add("de", "de", "Grüße aus China");
  archive.add("none", "fr", "Chinon");
  CHECK(archive.names("China") == "de zh ru fr");
  CHECK(archive.hits("China lang:zh").front().snippet.marked("[", "]") == "在[中国]。");
}

TEST_CASE("concepts reach across languages and an unknown one is told with the known") {
  Archive archive;
  archive.expansion.concepts["cyberattack"] = {
      {"cyberattaque", "fr"}, {"cyber attack", "en"}, {"网络攻击", "zh"}, {"кибератака", "ru"}};
  archive.add("fr", "fr", "Les cyberattaques");
  archive.add("en", "en", "Cyber attacks");
  archive.add("zh", "zh", "发动网络攻击");
  archive.add("ru", "ru", "о кибератаках");
  archive.add("none", "en", "cyber weather");
  CHECK(archive.names("concept:cyberattack") == "ru zh en fr");
  CHECK(archive.names("concept:cyberattack lang:zh") == "zh");
  const auto failed = search(archive.database, *parse_query("x concept:rain", k_now), {}, archive.expansion);
  REQUIRE_FALSE(failed);
  CHECK(failed.error().kind == ErrorKind::invalid_query);
  CHECK(failed.error().message == "column 3: expected a known concept behind concept:, one of cyberattack");
  CHECK_FALSE(search(archive.database, *parse_query("state:atlantis", k_now), {}, archive.expansion));
}

TEST_CASE("ranked by relevance, titles and rare words weigh more") {
  Archive archive;
  const auto put = [&](const std::string& name, const std::string& title, const std::string& text) {
    archive.articles.put(plain_article("https://a.example/" + name, "en", title, text));
  };
  for (int i = 0; i < 20; ++i) put("common" + std::to_string(i), "Weather", "common words here and there");
  put("body", "Weather", "common words about a rootkit here");
  put("title", "A rootkit", "common words about something");
  put("often", "Weather", "rootkit rootkit rootkit common words");
  SearchOptions options;
  options.sort = SortOrder::relevance;
  CHECK(archive.names("rootkit", options) == "title often body");
  options.limit = 3;
  const auto query = parse_query("rootkit OR common", k_now);
  const auto found = search(archive.database, *query, options);
  CHECK(found->front().url == "https://a.example/title");
  CHECK(found->back().url == "https://a.example/body");
  CHECK(found->front().score > found->back().score);
}

TEST_CASE("of very many hits the newest are ranked and the others follow by time, none twice") {
  Archive archive;
  for (int i = 0; i < 12; ++i) {
    const std::string day = "2026-11-" + std::string(i < 9 ? "0" : "") + std::to_string(i + 1) + "T00:00:00Z";
    archive.add(std::to_string(i), "en", i % 3 == 0 ? "rootkit rootkit rootkit" : "rootkit and more words",
                day.c_str());
  }
  SearchOptions options;
  options.sort = SortOrder::relevance;
  options.most_ranked = 4;
  options.limit = 100;
  CHECK(archive.names("rootkit", options) == "9 11 10 8 7 6 5 4 3 2 1 0");
  const auto query = parse_query("rootkit", k_now);
  std::string pages;
  for (options.limit = 5, options.offset = 0; options.offset < 12; options.offset += 5) {
    const auto page = search(archive.database, *query, options);
    for (const SearchHit& hit : *page) pages += hit.url.substr(18) + ' ';
  }
  CHECK(pages == "9 11 10 8 7 6 5 4 3 2 1 0 ");
}

TEST_CASE("newest first is exact also among articles of one second and late arrivals") {
  Archive archive;
  for (int i = 0; i < 30; ++i) archive.add("same" + std::to_string(i), "en", "alpha", "2026-11-01T00:00:00Z");
  archive.add("later", "en", "alpha", "2026-11-01T00:00:01Z");
  archive.add("old", "en", "alpha", "1985-06-01T00:00:00Z");
  SearchOptions options;
  options.limit = 100;
  const auto found = archive.hits("alpha", options);
  REQUIRE(found.size() == 32);
  CHECK(found.front().url == "https://a.example/later");
  CHECK(found.back().url == "https://a.example/old");
  CHECK(std::is_sorted(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.time > b.time; }));
}

TEST_CASE("a saved query is asked about one article") {
  Archive archive;
  const std::int64_t yes = archive.add("1", "en", "alpha");
  const std::int64_t no = archive.add("2", "en", "beta");
  const auto query = parse_query("alpha since:2026-01-01", k_now);
  CHECK(matches(archive.database, *query, yes).value());
  CHECK_FALSE(matches(archive.database, *query, no).value());
}

TEST_CASE("an article that goes or is judged anew is found accordingly") {
  Archive archive;
  const std::int64_t id = archive.articles.put(sample_article()).id;
  archive.articles.reassess(id, Assessment{});
  CHECK(archive.names("state:cn").empty());
  CHECK(archive.hits("belgique").size() == 1);
  archive.articles.remove(id, "pruned", k_now);
  CHECK(archive.names("belgique").empty());
  CHECK(archive.database.problems().empty());
}

TEST_CASE("a snippet shows the place where most terms stand together") {
  std::string text = "An alpha at the start of it all. ";
  for (int i = 0; i < 100; ++i) text += "Filler sentence number " + std::to_string(i) + ". ";
  text += "Here alpha meets\n\nbeta at last. ";
  for (int i = 0; i < 100; ++i) text += "More filler sentence number " + std::to_string(i) + ". ";
  Archive archive;
  archive.add("x", "en", text);
  const auto found = archive.hits("alpha beta");
  const std::string marked = found.front().snippet.marked("<mark>", "</mark>");
  CHECK(marked.find("Here <mark>alpha</mark> meets <mark>beta</mark> at last.") != std::string::npos);
  CHECK(marked.rfind("…", 0) == 0);
  CHECK(found.front().snippet.text.size() < 270);
  CHECK(archive.hits("title").front().snippet.text.rfind("An alpha at the start", 0) == 0);
}

TEST_CASE("pieces of a snippet are escaped one by one") {
  Snippet snippet{"a <b> c", {{2, 5}}};
  const auto escape = [](std::string_view piece) { return std::string(piece.size(), 'x'); };
  CHECK(snippet.marked("<mark>", "</mark>", escape) == "xx<mark>xxx</mark>xx");
}

TEST_CASE("odd words in texts and queries do no harm") {
  Archive archive;
  archive.add("long", "en", std::string(100'000, 'a') + " end \"quoted\" {}:^*+ NEAR AND");
  archive.add("nul", "fr", std::string("zero\0byte \x02 text", 16));
  archive.add("bad", "zh", "\xff\xfe 中\xe4\xb8 文");
  CHECK(archive.names(std::string(3000, 'a')) == "long");
  CHECK(archive.names("NEAR") == "long");
  CHECK(archive.names("byte") == "nul");
  CHECK(archive.names("文") == "bad");
  CHECK(archive.database.problems().empty());
}
