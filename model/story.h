#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/article.h"
#include "model/assessment.h"
#include "model/source.h"
#include "model/time.h"

namespace vigie {

/// An article with its judgement, as the pipeline hands it on and the storage keeps it.
struct AssessedArticle {
  std::int64_t id = 0;     // the storage's; 0 before it is stored
  std::int64_t story = 0;  // the story it belongs to; 0 for none
  std::string source_id;
  Authority authority = Authority::press;
  Article article;
  Assessment assessment;
  Time first_seen{};
};

/// One statement of a story: an attribution and the article that carries it.
struct Statement {
  Attribution attribution;
  std::int64_t article = 0;
  std::string article_url;
  std::string source_id;
  std::string publisher;
  Authority authority = Authority::press;
  Time at{};              // the statement's date, else the article's
  std::string quotation;  // the sentence it rests on, as written
  std::string language;   // of the article, BCP 47
  Time captured_at{};     // when that article was first fetched; Time{} when unknown
};

/// The articles of one event in every language, statements in order of time.
struct Story {
  std::int64_t id = 0;
  std::string headline;  // of the most authoritative article, original language
  std::string language;
  Time first_seen{};
  Time last_seen{};
  std::vector<AssessedArticle> articles;  // oldest first
  std::vector<Statement> statements;
};

}  // namespace vigie
