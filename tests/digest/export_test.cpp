#include "digest/export.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/digest/label_files.h"
#include "tests/digest/sample.h"
#include "tests/support/golden.h"

using namespace vigie;
using namespace vigie::digest;
using nlohmann::json;

namespace {

std::string fixture(const std::string& name) { return std::string(VIGIE_FIXTURES) + "/digest/" + name; }

ExportOptions sample_options() {
  ExportOptions options;
  options.publishers = sample::busy_day().publishers;
  options.labels = sample::shipped_labels("en");
  options.actor_aliases = {{"APT31", {"ZIRCONIUM", "Judgment Panda"}}, {"GALLIUM", {"Granite Typhoon"}}};
  return options;
}

/// The sample world's articles with indicators of every kind, as the storage would hand them over.
std::vector<Story> sample_stories() {
  std::vector<AssessedArticle> articles;
  for (const Story& story : sample::busy_day().stories) {
    for (AssessedArticle article : story.articles) {
      if (article.id == 11) {
        for (auto [kind, value] : std::vector<std::pair<const char*, const char*>>{
                 {"vulnerability", "ProxyLogon"}, {"cve", "CVE-2021-26855"}, {"product", "Microsoft Exchange"}}) {
          article.assessment.indicators.push_back({kind, value, {}});
        }
      }
      if (article.id == 41) {
        for (auto [kind, value] :
             std::vector<std::pair<const char*, const char*>>{{"malware", "TideGate"},
                                                              {"tool", "Cobalt Strike"},
                                                              {"technique", "T1566.001"},
                                                              {"hash", "d41d8cd98f00b204e9800998ecf8427e"},
                                                              {"domain", "evil.example"},
                                                              {"ip", "203.0.113.7"},
                                                              {"url", "https://evil.example/a?b=1"},
                                                              {"email", "phish@evil.example"}}) {
          article.assessment.indicators.push_back({kind, value, {}});
        }
      }
      articles.push_back(article);
    }
  }
  return as_stories(std::move(articles), sample_options());
}

const json* find_object(const json& bundle, const std::string& type, const std::string& name) {
  for (const json& object : bundle["objects"]) {
    if (object["type"] == type && object.value("name", "") == name) return &object;
  }
  return nullptr;
}

/// The rows of an RFC 4180 text.
std::vector<std::vector<std::string>> csv_rows(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1, {""});
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string& cell = rows.back().back();
    if (quoted && text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      cell += text[++i];
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && text[i] == ',') {
      rows.back().emplace_back();
    } else if (!quoted && text.compare(i, 2, "\r\n") == 0) {
      rows.emplace_back(1, "");
      ++i;
    } else {
      cell += text[i];
    }
  }
  rows.pop_back();
  return rows;
}

}  // namespace

TEST_CASE("exports read as the golden files say") {
  const std::vector<Story> stories = sample_stories();
  const ExportOptions options = sample_options();
  const std::string stix = export_stix(stories, options);
  CHECK(stix == vigie::test::golden(fixture("export.stix.json"), stix));
  const std::string misp = export_misp(stories, options);
  CHECK(misp == vigie::test::golden(fixture("export.misp.json"), misp));
  const std::string csv = export_csv(stories, CsvColumns::own, options);
  CHECK(csv == vigie::test::golden(fixture("export.csv"), csv));
  const std::string eurepoc = export_csv(stories, CsvColumns::eurepoc, options);
  CHECK(eurepoc == vigie::test::golden(fixture("export.eurepoc.csv"), eurepoc));
  const std::string cfr = export_csv(stories, CsvColumns::cfr, options);
  CHECK(cfr == vigie::test::golden(fixture("export.cfr.csv"), cfr));
  const std::string jsonl = export_jsonl(stories, options);
  CHECK(jsonl == vigie::test::golden(fixture("export.jsonl"), jsonl));
  const std::string atom = export_atom(stories, options);
  CHECK(atom == vigie::test::golden(fixture("export.atom"), atom));
}

TEST_CASE("a STIX bundle holds the attribution, the denial, the actors and the evidence") {
  const json bundle = json::parse(export_stix({sample::belgian_story()}, sample_options()));
  const json* apt31 = find_object(bundle, "intrusion-set", "APT31");
  const json* gallium = find_object(bundle, "intrusion-set", "GALLIUM");
  const json* china = find_object(bundle, "threat-actor", "State-sponsored actors of China");
  const json* defence = find_object(bundle, "identity", "Belgium, defence ministry");
  const json* belgium = find_object(bundle, "location", "Belgium");
  REQUIRE(apt31 != nullptr);
  REQUIRE(gallium != nullptr);
  REQUIRE(china != nullptr);
  REQUIRE(defence != nullptr);
  REQUIRE(belgium != nullptr);
  CHECK((*belgium)["country"] == "BE");
  CHECK((*apt31)["aliases"] == json{"ZIRCONIUM", "Judgment Panda", "APT 31"});
  bool attributed = false;
  bool targets = false;
  const json* denial = nullptr;
  for (const json& object : bundle["objects"]) {
    if (object["type"] == "relationship" && object["relationship_type"] == "attributed-to") {
      attributed |= object["source_ref"] == (*apt31)["id"] && object["target_ref"] == (*china)["id"];
    }
    if (object["type"] == "relationship" && object["relationship_type"] == "targets") {
      targets |= object["source_ref"] == (*gallium)["id"] && object["target_ref"] == (*defence)["id"];
    }
    if (object["type"] == "note" && object["labels"][0] == "denial") denial = &object;
  }
  CHECK(attributed);
  CHECK(targets);
  REQUIRE(denial != nullptr);
  CHECK((*denial)["authors"] == json{"China, embassy in Belgium"});
  CHECK((*denial)["content"].get<std::string>().find("nie ces accusations") != std::string::npos);
}

TEST_CASE("ids of actors, identities and places do not depend on the archive") {
  ExportOptions options = sample_options();
  const json one = json::parse(export_stix({sample::belgian_story()}, options));
  Story other = sample::belgian_story();
  other.id = 77;
  for (AssessedArticle& article : other.articles) {
    article.id += 1000;
    article.source_id = "else";
    article.article.url = article.article.canonical_url = "https://else.example/" + std::to_string(article.id);
    article.first_seen += std::chrono::hours(900);
  }
  const json two = json::parse(export_stix({other}, options));
  for (const char* type : {"intrusion-set", "identity", "location", "threat-actor"}) {
    std::set<std::string> first, second;
    for (const json& object : one["objects"]) {
      if (object["type"] == type) first.insert(object["id"]);
    }
    for (const json& object : two["objects"]) {
      if (object["type"] == type) second.insert(object["id"]);
    }
    CHECK(!first.empty());
    CHECK(first == second);
  }
}

TEST_CASE("a second export writes the same bytes") {
  CHECK(export_stix(sample_stories(), sample_options()) == export_stix(sample_stories(), sample_options()));
  CHECK(export_misp(sample_stories(), sample_options()) == export_misp(sample_stories(), sample_options()));
}

TEST_CASE("one story is one MISP event, several are a response") {
  const json one = json::parse(export_misp({sample::belgian_story()}, sample_options()));
  CHECK(one.contains("Event"));
  CHECK(one["Event"]["date"] == "2022-07-18");
  const json all = json::parse(export_misp(sample_stories(), sample_options()));
  CHECK(all["response"].size() == 5);
}

TEST_CASE("a row of EuRepoC's columns speaks its terms and leaves the unknown empty") {
  const auto rows = csv_rows(export_csv({sample::belgian_story()}, CsvColumns::eurepoc, sample_options()));
  REQUIRE(rows.size() == 2);
  REQUIRE(rows[0].size() == 81);
  REQUIRE(rows[1].size() == 81);
  const auto cell = [&](const std::string& column) {
    for (std::size_t i = 0; i < rows[0].size(); ++i) {
      if (rows[0][i] == column) return rows[1][i];
    }
    return std::string("no such column");
  };
  CHECK(cell("receiver_country") == "['Belgium', 'Belgium']");
  CHECK(cell("receiver_category") ==
        "[['State institutions / political system'], ['State institutions / political system']]");
  CHECK(cell("receiver_category_subcode") == "[['Government / ministries'], ['Government / ministries']]");
  CHECK(cell("initiator_name") == "['APT27', 'APT30', 'APT31', 'GALLIUM']");
  CHECK(cell("initiator_country") == "['China']");
  CHECK(cell("attributing_country") == "['Belgium']");
  CHECK(cell("attribution_basis") == "['Attribution by receiver government / state entity']");
  CHECK(cell("zero_days").empty());
  CHECK(cell("casualties").empty());
}

TEST_CASE("a row of CFR's columns has its date and its kinds of response") {
  const auto rows = csv_rows(export_csv({sample::belgian_story()}, CsvColumns::cfr, sample_options()));
  REQUIRE(rows[0].size() == 12);
  CHECK(rows[1][1] == "7/18/2022");
  CHECK(rows[1][4].rfind("Denouncement", 0) == 0);
  CHECK(rows[1][4].find("Denial") != std::string::npos);
  CHECK(rows[1][6] == "China");
  CHECK(rows[1][7].empty());
}

TEST_CASE("articles of one story are put together, others stand alone") {
  std::vector<AssessedArticle> articles = sample::belgian_story().articles;
  articles[1].story = 0;
  const std::vector<Story> stories = as_stories(articles, sample_options());
  REQUIRE(stories.size() == 2);
  CHECK(stories[0].articles.size() == 4);
  CHECK(stories[1].articles.size() == 1);
}
