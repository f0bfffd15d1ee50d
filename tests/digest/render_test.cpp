#include "digest/render.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/digest/label_files.h"
#include "tests/digest/sample.h"
#include "tests/support/golden.h"

using namespace vigie;
using namespace vigie::digest;
using vigie::digest::sample::busy_day;
using vigie::digest::sample::quiet_day;
using vigie::digest::sample::shipped_labels;

namespace {

RenderOptions sample_options() {
  RenderOptions options;
  options.generated_at = sample::moment("2022-07-19T05:00:00Z");
  options.base_url = "https://vigie.example";
  return options;
}

std::string fixture(const std::string& name) { return std::string(VIGIE_FIXTURES) + "/digest/" + name; }

}  // namespace

TEST_CASE("a digest reads as the golden files say") {
  const Digest digest = compose(busy_day());
  const Labels labels = shipped_labels("en");
  const std::string text = render_text(digest, labels, sample_options());
  CHECK(text == vigie::test::golden(fixture("busy.txt"), text));
  const std::string markdown = render_markdown(digest, labels, sample_options());
  CHECK(markdown == vigie::test::golden(fixture("busy.md"), markdown));
  const std::string html = render_html(digest, labels, sample_options());
  CHECK(html == vigie::test::golden(fixture("busy.html"), html));
  const std::string json = render_json(digest, labels, sample_options());
  CHECK(json == vigie::test::golden(fixture("busy.json"), json));
  const std::string atom = render_atom(digest, labels, sample_options());
  CHECK(atom == vigie::test::golden(fixture("busy.atom"), atom));
}

TEST_CASE("a quiet day reads as the golden files say") {
  const Digest digest = compose(quiet_day());
  const Labels labels = shipped_labels("en");
  const std::string text = render_text(digest, labels, sample_options());
  CHECK(text == vigie::test::golden(fixture("quiet.txt"), text));
  CHECK(text.find("798 of 798 sources") != std::string::npos);
  const std::string html = render_html(digest, labels, sample_options());
  CHECK(html == vigie::test::golden(fixture("quiet.html"), html));
}

TEST_CASE("the JSON digest has the shape that INTERFACE.md promises") {
  const nlohmann::json digest = nlohmann::json::parse(render_json(compose(busy_day()), shipped_labels("en")));
  CHECK(digest["date"] == "2022-07-18");
  const nlohmann::json& story = digest["stories"][0];
  CHECK(story["id"] == 1);
  CHECK(story["lang"] == "fr");
  CHECK(story["statements"][0]["stance"] == "asserts");
  CHECK(story["statements"][0]["act"] == "accusation");
  CHECK(story["statements"][1]["stance"] == "denies");
  CHECK(story["actors"] == nlohmann::json{"APT27", "APT30", "APT31", "GALLIUM"});
  CHECK(story["accused_states"] == nlohmann::json{"CN"});
  CHECK(story["articles"][0]["url"] == "https://be-mfa.example/news/12");
  CHECK(story["articles"][0]["source"] == "be-mfa");
  const nlohmann::json quiet = nlohmann::json::parse(render_json(compose(quiet_day()), shipped_labels("en")));
  CHECK(quiet["quiet"] == true);
  CHECK(quiet["stories"].empty());
  CHECK(quiet["sources_polled"] == 798);
}

TEST_CASE("entries behind the first ones are told in brief") {
  const Digest digest = compose(busy_day());
  RenderOptions options = sample_options();
  options.entries_in_full = 1;
  const std::string text = render_text(digest, shipped_labels("en"), options);
  CHECK(text.find("nie ces accusations") != std::string::npos);
  CHECK(text.find("Researchers of Beacon Labs found") == std::string::npos);
  CHECK(text.find("Beacon Labs: reports attacks attributed to UNC9001") != std::string::npos);
  CHECK(text.find("https://vendor-blog.example/news/41") != std::string::npos);
}

TEST_CASE("every shipped language reads as its golden file says") {
  const Digest digest = compose(busy_day());
  for (const std::string language : {"fr", "de", "es", "nl"}) {
    const std::string text = render_text(digest, shipped_labels(language), sample_options());
    CHECK(text == vigie::test::golden(fixture("busy." + language + ".txt"), text));
  }
}
