#pragma once

#include <string_view>
#include <vector>

#include "model/story.h"
#include "storage/article_store.h"
#include "storage/sql_statement.h"

namespace vigie::storage {

class Connection;

/// The columns that read_article_row wants, for "SELECT " + k_article_columns + " FROM articles …".
inline constexpr std::string_view k_article_columns =
    "id, document, url, fetched_url, title, time, published, published_precision, published_zone, language, source_id, "
    "authority, site_name, authors, signature, first_seen, relevant, relevance, kind, act, accused_states, "
    "victim_states, actors, story";

/// An article from its row, without text and what stands in other tables; `document` is set to its row there.
AssessedArticle read_article_row(const SqlStatement& row, std::int64_t& document);

/// Adds what the row does not hold: judgement and attributions, and with Load::everything text and evidence. The
/// attributions are appended to `statements` too, with their quotations, where one is given.
void load_document(Connection& connection, std::int64_t document, Load load, AssessedArticle& article,
                   std::vector<vigie::Statement>* statements = nullptr);

/// By their time, then by article.
void sort_by_time(std::vector<vigie::Statement>& statements);

}  // namespace vigie::storage
