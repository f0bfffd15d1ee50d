// The candidate gate over the short news texts of tests/eval/sentences: what is relevant must be fetched, in every
// language; how much of ordinary news is fetched beside it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "app/config.h"
#include "app/knowledge.h"
#include "app/toml_reader.h"

using namespace vigie;

namespace {

struct News {
  std::string language;
  std::string title;
  std::string summary;  // the first sentence, as feeds give it
  std::string kind;     // of ordinary news; empty for what is relevant
};

// Up to the first full stop behind forty bytes, in any script.
std::string first_sentence(const std::string& text) {
  std::size_t end = text.size();
  for (const char* stop : {". ", "? ", "! ", "。", "।"}) end = std::min(end, text.find(stop, 40));
  return text.substr(0, end);
}

std::vector<News> all_news() {
  std::vector<News> news;
  std::vector<Mistake> mistakes;
  for (const auto& file : std::filesystem::directory_iterator(VIGIE_CONFIG "/../tests/eval/sentences")) {
    auto root = TomlReader::open(file.path().string(), mistakes);
    REQUIRE(root.has_value());
    for (TomlReader& text : root->tables("text")) {
      News one;
      one.language = file.path().stem().string();
      text.text("title", one.title);
      text.text("text", one.summary);
      text.text("not", one.kind);
      one.summary = first_sentence(one.summary);
      news.push_back(std::move(one));
    }
  }
  return news;
}

}  // namespace

TEST_CASE("the gate fetches every relevant text by title and first sentence, and little of ordinary news") {
  const auto knowledge =
      load_knowledge({VIGIE_CONFIG "/lexicon", VIGIE_CONFIG "/states.toml", VIGIE_CONFIG "/actors.toml"}, UrlRules{});
  REQUIRE(knowledge.has_value());
  const double threshold = JudgementConfig{}.candidate_threshold;
  std::size_t ordinary = 0;
  std::size_t let_through = 0;
  for (const News& one : all_news()) {
    const double score = knowledge->classifier.candidate_score(one.title, one.summary, one.language);
    if (one.kind.empty()) {
      INFO(one.language << ": " << one.title);
      CHECK(score >= threshold);
    } else if (one.kind == "sport" || one.kind == "politics" || one.kind == "business" || one.kind == "product" ||
               one.kind == "policy") {
      ++ordinary;
      let_through += score >= threshold ? 1 : 0;
    }
  }
  INFO(let_through << " of " << ordinary);
  CHECK(ordinary > 100);
  CHECK(let_through * 100 <= ordinary * 45);
}
