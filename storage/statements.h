#pragma once

#include <vector>

#include "model/story.h"

namespace vigie::storage {

class Connection;

/// Appends the statements an article carries, with their quotations.
void add_statements_of(Connection& connection, const AssessedArticle& article,
                       std::vector<vigie::Statement>& statements);

/// By their time, then by article.
void sort_by_time(std::vector<vigie::Statement>& statements);

}  // namespace vigie::storage
