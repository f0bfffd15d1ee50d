#include "app/inspect_stories.h"

#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/article_line.h"
#include "app/input_file.h"
#include "app/pipeline.h"
#include "app/terminal.h"
#include "app/text_forms.h"
#include "classifier/story.h"
#include "storage/article_store.h"

namespace vigie {
namespace {

// Stories as they end up: a merged one is known by the one it went into.
class Merged {
 public:
  void merge(std::int64_t from, std::int64_t into) { into_[from] = into; }
  std::int64_t find(std::int64_t story) const {
    for (auto at = into_.find(story); at != into_.end(); at = into_.find(story)) story = at->second;
    return story;
  }

 private:
  std::map<std::int64_t, std::int64_t> into_;
};

}  // namespace

ExitCode inspect_stories(const Session& session, const std::string& path) {
  const Expected<std::string> input = read_input(path);
  if (!input) return tell(input.error());
  const Expected<Knowledge> knowledge = load_knowledge(knowledge_files(session.config), session.config.url_rules);
  if (!knowledge) return tell(knowledge.error());
  classifier::StoryIndex index;
  Merged merged;
  std::vector<std::pair<nlohmann::ordered_json, std::int64_t>> placed;
  std::istringstream lines(*input);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const Expected<ArticleLine> read = read_article_line(line);
    if (!read) {
      say(path + ":" + std::to_string(number) + ": " + read.error().message);
      continue;
    }
    AssessedArticle article = judge(read->article, DocumentContext{}, *knowledge);
    article.id = number;
    article.first_seen = article.article.published ? article.article.published->at : Time{};
    const Time at = storage::ArticleStore::time_of(article);
    const classifier::StoryPlacement placement = index.place(article, at);
    const std::int64_t story = placement.story != 0 ? placement.story : number;
    for (const classifier::StoryMerge& merge : placement.merges) merged.merge(merge.from, merge.into);
    index.add(number, story, article, at, placement.merges);
    placed.emplace_back(read->id, story);
  }
  for (const auto& [id, story] : placed) {
    const nlohmann::ordered_json answer{{"id", id}, {"story", "s" + std::to_string(merged.find(story))}};
    std::printf("%s\n", json_text(answer).c_str());
  }
  return placed.empty() ? ExitCode::nothing_found : ExitCode::done;
}

}  // namespace vigie
