#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "classifier/tables.h"
#include "model/assessment.h"
#include "model/error.h"

namespace vigie::classifier {

/// Something wrong in a lexicon, states or actors table. `line` 0 stands for the whole file.
struct TableMistake {
  std::string file;
  int line = 0;
  std::string message;
};

/// Every mistake of the tables: unknown categories (with the nearest valid one), entries that cannot be read, state
/// codes that do not exist, actors named twice. Empty when a classifier can be built.
std::vector<TableMistake> check_tables(const KnowledgeTables& tables);

/// The judgement: which statements on state cyber operations an article makes. Immutable after building, so one object
/// serves any number of threads.
class Classifier {
 public:
  /// Compiles the tables. Errors: invalid_config, naming file, line and what is wrong with the first broken entry;
  /// a broken table is not half-loaded.
  static Expected<Classifier> build(KnowledgeTables tables);
  /// The same for tables that check_tables found sound.
  static Classifier build_checked(KnowledgeTables tables);

  Classifier(Classifier&&) noexcept;
  Classifier& operator=(Classifier&&) noexcept;
  ~Classifier();

  /// Judges one article. `title` and `text`: UTF-8 (malformed bytes are skipped), text in paragraphs parted by line
  /// breaks; `language`: BCP 47 of the article, empty when unknown. All spans of the answer are byte offsets into these
  /// two texts. Text over 200 KB is judged by its first 200 KB.
  Assessment assess(std::string_view title, std::string_view text, std::string_view language) const;

  /// 0..1: how likely the page behind a feed entry is worth fetching, judged cheaply by title and summary. Tuned for
  /// recall: 0.3 is a fair threshold.
  double candidate_score(std::string_view title, std::string_view summary, std::string_view language) const;

  /// The other names of the actor that bears `alias` (for search); empty when unknown.
  std::vector<std::string> actor_names(std::string_view alias) const;

  /// Words of all languages under a category ("operation"), plain entries only (for concept search).
  std::vector<std::string> words(std::string_view category) const;

 private:
  struct Engine;
  explicit Classifier(std::unique_ptr<const Engine> engine);
  std::unique_ptr<const Engine> engine_;
};

}  // namespace vigie::classifier
