#include "app/inspect_stories.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "app/article_line.h"
#include "app/pipeline.h"
#include "app/terminal.h"
#include "app/text_forms.h"
#include "app/work_crew.h"
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

constexpr std::size_t k_batch = 500;  // lines judged together, on all cores

// A line of the input; what cannot be read has no id.
struct Line {
  std::string text;
  int number = 0;
  nlohmann::ordered_json id;
  std::optional<Expected<AssessedArticle>> judged;
};

void judge_line(Line& line, const Knowledge& knowledge) {
  Expected<ArticleLine> read = read_article_line(line.text);
  if (!read) {
    line.judged = tl::unexpected(read.error());
    return;
  }
  line.id = std::move(read->id);
  AssessedArticle article = judge(std::move(read->article), DocumentContext{}, knowledge);
  article.id = line.number;
  article.first_seen = article.article.published ? article.article.published->at : Time{};
  line.judged = std::move(article);
}

// Groups articles in order of arrival, as the daemon does.
class Grouping {
 public:
  void take(const nlohmann::ordered_json& id, const AssessedArticle& article) {
    const Time at = storage::ArticleStore::time_of(article);
    const classifier::StoryPlacement placement = index_.place(article, at);
    const std::int64_t story = placement.story != 0 ? placement.story : article.id;
    for (const classifier::StoryMerge& merge : placement.merges) merged_.merge(merge.from, merge.into);
    index_.add(article.id, story, article, at, placement.merges);
    placed_.emplace_back(id, story);
  }

  bool empty() const { return placed_.empty(); }

  void print() const {
    for (const auto& [id, story] : placed_) {
      const nlohmann::ordered_json answer{{"id", id}, {"story", "s" + std::to_string(merged_.find(story))}};
      std::printf("%s\n", json_text(answer).c_str());
    }
  }

 private:
  classifier::StoryIndex index_;
  Merged merged_;
  std::vector<std::pair<nlohmann::ordered_json, std::int64_t>> placed_;
};

}  // namespace

ExitCode inspect_stories(const Session& session, const std::string& path) {
  std::ifstream file;
  std::error_code error;
  if (path != "-" && !std::filesystem::is_directory(path, error)) file.open(path, std::ios::binary);
  if (path != "-" && !file.is_open()) {
    say("cannot read " + path);
    return ExitCode::failed;
  }
  std::istream& in = path == "-" ? std::cin : file;
  const Expected<Knowledge> knowledge = load_knowledge(knowledge_files(session.config), session.config.url_rules);
  if (!knowledge) return tell(knowledge.error());
  Grouping grouping;
  int number = 0;
  for (bool more = true; more;) {
    std::vector<Line> batch;
    for (std::string text; batch.size() < k_batch && (more = static_cast<bool>(std::getline(in, text)));) {
      ++number;
      if (text.find_first_not_of(" \t\r") != std::string::npos) batch.push_back({std::move(text), number, {}, {}});
    }
    for_each_on_all_cores(batch.size(), [&](std::size_t at) { judge_line(batch[at], *knowledge); });
    for (const Line& line : batch) {
      if (*line.judged) {
        grouping.take(line.id, **line.judged);
      } else {
        say(path + ":" + std::to_string(line.number) + ": " + line.judged->error().message);
      }
    }
  }
  grouping.print();
  return grouping.empty() ? ExitCode::nothing_found : ExitCode::done;
}

}  // namespace vigie
