#pragma once

#include <vector>

#include "model/story.h"
#include "storage/database.h"

namespace vigie::storage {

/// The newest relevant articles before `until` that share an actor with an article, or both an accused and a victim
/// state: where the event is looked for that a late sanction or denial is about. Titles and conclusions, no texts
/// (ArticleStore::find has them); at most 800, all of them in a story. What the running transaction has added may be
/// missing.
std::vector<AssessedArticle> earlier_articles(Database& database, const AssessedArticle& article, Time until);

}  // namespace vigie::storage
